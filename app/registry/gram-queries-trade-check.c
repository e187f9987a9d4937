/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-trades.h"

#include "gram-check.h"
#include "gram-command.h"
#include "gram-queries-people-private.h"
#include "gram-registry-private.h"
#include "gram-trades.h"

/* The notification that is amended: one of the account's. */
static gboolean
find_before (GramRegistry *self,
             const GramAccountRecord *account,
             gint64 notification_id,
             GramTradeNotificationRecord **before,
             GramRefusal **refusal,
             GError **error)
{
  if (notification_id == 0)
    return TRUE;
  if (!gram_trade_notification_table_get (self->store, notification_id, before, error))
    return FALSE;
  if (*before == NULL || (*before)->account_id != account->id)
    return gram_trade_refuse_unknown (notification_id, refusal);

  return gram_trade_move ((*before)->state, GRAM_TRADE_AMEND, NULL, refusal);
}

static gboolean
check (GramRegistry *self,
       GramActor *actor,
       gint64 account_id,
       gint64 notification_id,
       const GramTradeForm *form,
       GramRefusal **refusal,
       GError **error)
{
  const GramCommand *command
      = gram_command_find (notification_id != 0 ? "trade.amend" : "trade.notify");
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotification) notification = NULL;

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || !_gram_check_allowed (self, command, person, account, refusal, error)
      || !find_before (self, account, notification_id, &before, refusal, error))
    return FALSE;

  notification = gram_trade_check (self, account, form, before, FALSE, refusal, error);

  return notification != NULL;
}

gboolean
gram_registry_check_trade (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           gint64 notification_id,
                           const GramTradeForm *form,
                           GramRefusal **refusal,
                           GError **error)
{
  gboolean fits;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (actor != NULL && form != NULL, FALSE);

  if (!gram_store_begin_read (self->store, error))
    return FALSE;

  fits = check (self, actor, account_id, notification_id, form, refusal, error);
  gram_store_end_read (self->store);

  return fits;
}
