/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades.h"

#include "gram-account-life.h"
#include "gram-handlers-trades.h"

#include "gram-decimal.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
read_form (GramCall *call, GramTradeForm *form)
{
  form->year = gram_call_get_int64 (call, "year", 0);
  form->side = gram_call_get_string (call, "side");
  form->name = gram_call_get_string (call, "name");
  form->number = gram_call_get_string (call, "number");
  form->quantity = gram_call_get_string (call, "quantity");
  form->price = gram_call_get_string (call, "price");
  form->price_in_all = FALSE;
  form->price_reason = gram_call_get_string (call, "price-reason");
  form->agreed_on = gram_call_get_string (call, "agreed-on");
  form->note = gram_call_get_string (call, "note");
}

static GramTradeNotification *
check_notify (GramCall *call, GramRefusal **refusal, GError **error)
{
  GramTradeForm form;

  read_form (call, &form);
  return gram_trade_check (call->registry, call->account, &form, NULL, FALSE, refusal, error);
}

gboolean
gram_trades_check_notify (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeNotification) notification = check_notify (call, refusal, error);

  return notification != NULL;
}

gboolean
gram_trades_notify (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeNotification) notification = check_notify (call, refusal, error);

  return notification != NULL && gram_trade_add (call, call->account, notification, NULL, error);
}

/* What is given replaces what stands there. */
static GramTradeNotification *
check_changes (GramCall *call,
               const GramTradeNotificationRecord *before,
               GramRefusal **refusal,
               GError **error)
{
  gboolean gives = before->side == GRAM_TRADE_TRANSFEROR;
  g_autofree char *quantity = g_strdup_printf ("%" PRId64, before->quantity);
  g_autofree char *price
      = gram_decimal_format (before->price, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
  GramTradeForm form;

  read_form (call, &form);
  form.year = before->year;
  form.side = gram_word_for ("trade-side", (int)before->side);
  if (form.name == NULL)
    form.name = gives ? before->transferee_name : before->transferor_name;
  if (form.number == NULL)
    form.number = gives ? before->transferee_number : before->transferor_number;
  if (form.quantity == NULL)
    form.quantity = quantity;
  /* A reason for nothing paid goes with the price. */
  if (form.price_reason == NULL && form.price == NULL)
    form.price_reason = before->price_reason;
  if (form.price == NULL)
    {
      form.price = price;
      form.price_in_all = TRUE;
    }
  if (form.agreed_on == NULL)
    form.agreed_on = before->agreed_on;
  if (form.note == NULL)
    form.note = before->note;
  return gram_trade_check (call->registry, call->account, &form, before, FALSE, refusal, error);
}

static gboolean
says_the_same (const GramTradeNotificationRecord *before, const GramTradeNotification *after)
{
  GramTradeNotification now;

  gram_trade_notification_borrow (before, &now);
  return g_str_equal (now.transferor_name, after->transferor_name)
         && g_str_equal (now.transferor_number, after->transferor_number)
         && g_str_equal (now.transferee_name, after->transferee_name)
         && g_str_equal (now.transferee_number, after->transferee_number)
         && now.quantity == after->quantity && now.price == after->price
         && g_str_equal (now.price_reason, after->price_reason)
         && gram_date_compare (now.agreed_on, after->agreed_on) == 0
         && g_str_equal (now.note, after->note);
}

static GramTradeNotification *
check_amend (GramCall *call,
             GramTradeNotificationRecord **before,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramTradeNotification) after = NULL;

  if (!gram_trade_find (call, gram_call_get_int64 (call, "notification", 0), before, refusal, error)
      || !gram_trade_move ((*before)->state, GRAM_TRADE_AMEND, NULL, refusal)
      || !gram_trade_check_version (call, *before, refusal))
    return NULL;
  after = check_changes (call, *before, refusal, error);
  if (after == NULL || !says_the_same (*before, after))
    return g_steal_pointer (&after);
  gram_refuse (refusal, "trade.unchanged", NULL,
               _ ("The notification says this already; change what is wrong in it"));
  return NULL;
}

gboolean
gram_trades_check_amend (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotification) after = check_amend (call, &before, refusal, error);

  return after != NULL;
}

gboolean
gram_trades_amend (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotification) after = check_amend (call, &before, refusal, error);

  return after != NULL && gram_trade_change (call, before, after, error);
}

gboolean
gram_trades_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  g_autofree char *reason = NULL;

  if (!gram_trade_find (call, gram_call_get_int64 (call, "notification", 0), &record, refusal,
                        error)
      || !gram_trade_check_withdraw (call->registry, call->person, record, refusal, error)
      || !gram_trade_check_version (call, record, refusal)
      || !gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_trade_end (call, record, GRAM_TRADE_WITHDRAWN, reason, error))
    return FALSE;
  /* Whom it was paired with may find another one. */
  return gram_trade_match (call, record, error) && gram_trade_answer (call, record->id, error);
}
