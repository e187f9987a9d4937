/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades.h"

#include "gram-account-life.h"
#include "gram-notices-ccts.h"
#include "gram-trade-parties.h"
#include "gram-trade-postings.h"

#include "gram-member-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
gram_trade_notification_borrow (const GramTradeNotificationRecord *record,
                                GramTradeNotification *notification)
{
  *notification = (GramTradeNotification){
    .year = record->year,
    .side = record->side,
    .transferor_name = record->transferor_name,
    .transferor_number = record->transferor_number,
    .transferee_name = record->transferee_name,
    .transferee_number = record->transferee_number,
    .quantity = record->quantity,
    .price = record->price,
    .price_reason = record->price_reason,
    .agreed_on = gram_life_date (record->agreed_on),
    .note = record->note,
  };
}

guint
gram_trade_differing (const GramTradeNotificationRecord *a, const GramTradeNotificationRecord *b)
{
  GramTradeNotification one;
  GramTradeNotification other;

  gram_trade_notification_borrow (a, &one);
  gram_trade_notification_borrow (b, &other);
  return gram_trade_compare (&one, &other);
}

gboolean
gram_trade_refuse_unknown (gint64 id, GramRefusal **refusal)
{
  return gram_refuse (refusal, "trade.unknown", NULL, _ ("There is no trade %" PRId64 " here"), id);
}

gboolean
gram_trade_find (GramCall *call,
                 gint64 id,
                 GramTradeNotificationRecord **record,
                 GramRefusal **refusal,
                 GError **error)
{
  if (!gram_trade_notification_table_get (call->store, id, record, error))
    return FALSE;
  if (*record != NULL && (*record)->account_id == call->account->id)
    return TRUE;
  g_clear_pointer (record, gram_trade_notification_record_free);
  return gram_trade_refuse_unknown (id, refusal);
}

gboolean
gram_trade_check_version (GramCall *call,
                          const GramTradeNotificationRecord *record,
                          GramRefusal **refusal)
{
  return gram_call_get_int64 (call, "version", record->version) == record->version
         || gram_refuse (refusal, "trade.changed-meanwhile", NULL,
                         _ ("The notification has changed meanwhile; look at it again"));
}

/* What a transferor can promise: what is not promised yet, and what this very notification promises so far. */
static gboolean
check_available (GramStore *store,
                 const GramAccountRecord *account,
                 const GramTradeNotification *notification,
                 const GramTradeNotificationRecord *before,
                 GramRefusal **refusal,
                 GError **error)
{
  gint64 available;

  if (notification->side != GRAM_TRADE_TRANSFEROR)
    return TRUE;
  if (!gram_trade_balances (store, account->id, notification->year, &available, NULL, error))
    return FALSE;
  if (before != NULL)
    available += before->quantity;
  return gram_trade_check_available (available, notification->quantity, notification->year,
                                     refusal);
}

GramTradeNotification *
gram_trade_check (GramRegistry *registry,
                  const GramAccountRecord *account,
                  const GramTradeForm *form,
                  const GramTradeNotificationRecord *before,
                  gboolean exact,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);
  g_autoptr (GramTradeNotification) notification = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;

  if (!gram_trade_parties_check_window (registry, form->year, &rulebook, refusal, error))
    return NULL;
  notification
      = gram_trade_notification_new (rulebook->ccts, form, account->holder, account->number,
                                     gram_life_date (today), NULL, refusal);
  if (notification == NULL
      || !gram_trade_parties_check (registry, account, notification->side, notification->year,
                                    refusal, error)
      || !gram_trade_parties_check_other (registry,
                                          gram_trade_notification_other_number (notification),
                                          gram_trade_side_other (notification->side),
                                          notification->year, exact, refusal, error)
      || !check_available (registry->store, account, notification, before, refusal, error))
    return NULL;
  return g_steal_pointer (&notification);
}

/* A party withdraws its own. For one without access, whose notification came in a file, the administrator does it. */
static gboolean
check_withdrawer (GramRegistry *registry,
                  const GramPersonRecord *person,
                  const GramTradeNotificationRecord *record,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (record->exchange_key != NULL && *record->exchange_key != '\0')
    return TRUE;
  if (!gram_member_table_get (registry->store, record->account_id, person->id, &member, error))
    return FALSE;
  return (member != NULL && (member->permissions & GRAM_PERMISSION_TRANSFER) != 0)
         || gram_refuse (refusal, "trade.not-by-file", GRAM_TRADE_ARTICLE "(3)",
                         _ ("A party with access withdraws its notification itself; only one that "
                            "came in a file is withdrawn for it"));
}

gboolean
gram_trade_check_withdraw (GramRegistry *registry,
                           const GramPersonRecord *person,
                           const GramTradeNotificationRecord *record,
                           GramRefusal **refusal,
                           GError **error)
{
  return gram_trade_move (record->state, GRAM_TRADE_WITHDRAW, NULL, refusal)
         && check_withdrawer (registry, person, record, refusal, error)
         /* An own registry does not know what the other party notified: there it stays after the window until somebody
          * records what became of it. */
         && (gram_registry_get_kind (registry) == GRAM_REGISTRY_OWN
             || gram_trade_parties_check_window (registry, record->year, NULL, refusal, error));
}

gboolean
gram_trade_tell (GramCall *call,
                 GramEvent event,
                 const GramTradeNotificationRecord *record,
                 GramTradeState state,
                 GError **error)
{
  return gram_notices_tell_trade (call, event, record->account_id, record->id, record->year,
                                  record->quantity, gram_word_for ("trade-state", (int)state),
                                  error);
}

/* Who is named by a notification that waits learns that there is one, and nothing of what it says. */
static gboolean
tell_named (GramCall *call, const GramTradeNotificationRecord *record, GError **error)
{
  const char *number = record->side == GRAM_TRADE_TRANSFEROR ? record->transferee_number
                                                             : record->transferor_number;
  g_autoptr (GramAccountRecord) other = NULL;

  if (!gram_account_table_get_by_number (call->store, number, &other, error))
    return FALSE;
  return other == NULL
         || gram_notices_tell_trade (call, GRAM_EVENT_TRADE_WAITING, other->id, 0, record->year, 0,
                                     NULL, error);
}

gboolean
gram_trade_answer (GramCall *call, gint64 id, GError **error)
{
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  g_autofree char *text = NULL;
  gint64 available;

  if (!gram_trade_notification_table_get (call->store, id, &record, error)
      || !gram_trade_balances (call->store, record->account_id, record->year, &available, NULL,
                               error))
    return FALSE;
  text = g_strdup_printf ("%" PRId64, available);
  gram_call_answer_int64 (call, "notification", id);
  gram_call_answer_string (call, "state", gram_word_for ("trade-state", (int)record->state));
  gram_call_answer_int64 (call, "version", record->version);
  gram_call_answer_string (call, "available", text);
  return TRUE;
}

/* Takes over what a party notifies. */
static void
fill_record (GramTradeNotificationRecord *record, const GramTradeNotification *notification)
{
  g_set_str (&record->transferor_name, notification->transferor_name);
  g_set_str (&record->transferor_number, notification->transferor_number);
  g_set_str (&record->transferee_name, notification->transferee_name);
  g_set_str (&record->transferee_number, notification->transferee_number);
  g_set_str (&record->price_reason, notification->price_reason);
  g_set_str (&record->note, notification->note);
  g_free (record->agreed_on);
  record->agreed_on = gram_date_format (notification->agreed_on);
  record->quantity = notification->quantity;
  record->price = notification->price;
}

/* Pairs a notification as it is stored, and tells the other party that it waits for it. */
static gboolean
pair_and_tell (GramCall *call, gint64 id, gboolean names_anew, GError **error)
{
  g_autoptr (GramTradeNotificationRecord) stored = NULL;
  g_autoptr (GramTradeNotificationRecord) paired = NULL;

  if (!gram_trade_notification_table_get (call->store, id, &stored, error)
      || !gram_trade_match (call, stored, error)
      || !gram_trade_notification_table_get (call->store, id, &paired, error))
    return FALSE;
  if (names_anew && paired->state == GRAM_TRADE_WAITING && !tell_named (call, paired, error))
    return FALSE;
  return gram_trade_answer (call, id, error);
}

gboolean
gram_trade_add (GramCall *call,
                const GramAccountRecord *account,
                const GramTradeNotification *notification,
                const char *exchange_key,
                GError **error)
{
  g_autoptr (GramTradeNotificationRecord) record = gram_trade_notification_record_new ();

  record->year = notification->year;
  record->side = notification->side;
  record->account_id = account->id;
  record->notified_by = gram_call_person_id (call);
  record->notified_at = call->now;
  record->exchange_key = g_strdup (exchange_key);
  fill_record (record, notification);
  if (!gram_trade_notification_table_insert (call->unit, record, error))
    return FALSE;
  gram_call_touches (call, "trade", record->id);
  return (record->side != GRAM_TRADE_TRANSFEROR
          || gram_trade_reserve (call, account->id, record->year, record->quantity, error))
         && pair_and_tell (call, record->id, TRUE, error);
}

gboolean
gram_trade_change (GramCall *call,
                   const GramTradeNotificationRecord *before,
                   const GramTradeNotification *notification,
                   GError **error)
{
  g_autoptr (GramTradeNotificationRecord) after = gram_trade_notification_record_copy (before);
  gboolean names_anew;

  fill_record (after, notification);
  names_anew = !g_str_equal (before->transferor_number, after->transferor_number)
               || !g_str_equal (before->transferee_number, after->transferee_number);
  /* With somebody else it has nothing to do with the other notification any more. */
  if (names_anew)
    {
      after->state = GRAM_TRADE_WAITING;
      after->other_id = 0;
    }
  gram_call_touches (call, "trade", before->id);
  if (!gram_trade_notification_table_update (call->unit, before, after, call->journal_id, error)
      || (before->side == GRAM_TRADE_TRANSFEROR
          && !gram_trade_reserve (call, before->account_id, before->year,
                                  after->quantity - before->quantity, error))
      || (names_anew && !gram_trade_match (call, before, error)))
    return FALSE;
  return pair_and_tell (call, before->id, names_anew, error);
}

gboolean
gram_trade_end (GramCall *call,
                const GramTradeNotificationRecord *before,
                GramTradeState state,
                const char *reason,
                GError **error)
{
  g_autoptr (GramTradeNotificationRecord) after = gram_trade_notification_record_copy (before);

  after->state = state;
  after->ended_at = call->now;
  g_set_str (&after->end_reason, reason != NULL ? reason : "");
  if (state == GRAM_TRADE_WITHDRAWN)
    after->other_id = 0;
  gram_call_touches (call, "trade", before->id);
  if (!gram_trade_notification_table_update (call->unit, before, after, call->journal_id, error))
    return FALSE;
  return before->side != GRAM_TRADE_TRANSFEROR || state == GRAM_TRADE_REGISTERED
         || gram_trade_reserve (call, before->account_id, before->year, -before->quantity, error);
}
