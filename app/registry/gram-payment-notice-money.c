/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notices.h"

#include "gram-account-life.h"
#include "gram-figure-postings.h"
#include "gram-handlers-settlement.h"
#include "gram-settlement-arguments.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "CCTS art. 39(6)"
#define ONWARD_ARTICLE "CCTS art. 39(7)"

/* The largest amount that is believed, pence: ten thousand million pounds. */
#define MOST_MONEY G_GINT64_CONSTANT (1000000000000)

static gboolean
read_amount (GramCall *call, gint64 *amount, GramRefusal **refusal)
{
  const char *text = gram_call_get_string (call, "amount");

  if (gram_decimal_parse (text, GRAM_DECIMAL_SCALE_MONEY, amount, NULL) && *amount > 0
      && *amount <= MOST_MONEY)
    return TRUE;
  return gram_refuse (refusal, "payment-notice.amount", ARTICLE,
                      _ ("“%s” is not an amount that can be paid; write pounds like 207655.60"),
                      text);
}

/* From the day on which the notice was given to today. */
static gboolean
read_day (GramCall *call,
          const GramPaymentNoticeRecord *notice,
          GramDate *day,
          GramRefusal **refusal)
{
  if (!gram_life_read_date (call, "paid-on", day, refusal))
    return FALSE;
  return (gram_date_compare (*day, gram_life_date (notice->given_on)) >= 0
          && gram_date_compare (*day, gram_life_today (call)) <= 0)
         || gram_refuse (refusal, "payment-notice.day", ARTICLE,
                         _ ("Money is recorded once it moved; name a day from %s to today"),
                         notice->given_on);
}

/* A movement of money, with what its row says besides. */
typedef struct
{
  GramNoticePaymentKind kind;
  gint64 amount;
  gint64 in_favour;
  GramDate day;
  gint64 reverses;
  gint64 posting_id;
} Movement;

static gboolean
insert (GramCall *call,
        const GramPaymentNoticeRecord *notice,
        const Movement *movement,
        const char *reference,
        GError **error)
{
  g_autoptr (GramNoticePaymentRecord) record = gram_notice_payment_record_new ();

  record->notice_id = notice->id;
  record->kind = movement->kind;
  record->amount = movement->amount;
  record->in_favour = movement->in_favour;
  g_free (record->paid_on);
  record->paid_on = gram_date_format (movement->day);
  g_set_str (&record->reference, reference);
  record->reverses = movement->reverses;
  record->posting_id = movement->posting_id;
  record->journal_id = call->journal_id;
  if (!gram_notice_payment_table_insert (call->unit, record, error))
    return FALSE;
  gram_call_answer_int64 (call, "payment", record->id);
  gram_call_answer_int64 (call, "posting", movement->posting_id);
  return TRUE;
}

/* What stands in the holder's favour then, of whatever notice. */
static gboolean
answer_in_favour (GramCall *call, GError **error)
{
  gint64 balance;

  if (!gram_ledger_balance (call->store, call->account->id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCTS,
                            &balance, error))
    return FALSE;
  gram_settlement_answer_decimal (call, "in-favour", balance, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

static gboolean
update_paid (GramCall *call, const GramPaymentNoticeRecord *before, gint64 change, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) after = gram_payment_notice_record_copy (before);

  after->paid += change;
  return gram_payment_notices_update (call, before, after, error);
}

/* What is more than is owed stands in the holder's favour; so does all that comes for a notice that is withdrawn. */
gboolean
gram_payment_notices_record_payment (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;
  g_autofree char *reference = NULL;
  Movement movement = { .kind = GRAM_NOTICE_PAYMENT };
  gint64 paid;

  if (!gram_payment_notices_find (call, GRAM_PAYMENT_NOTICE_PAY, &notice, refusal, error)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !read_amount (call, &movement.amount, refusal)
      || !read_day (call, notice, &movement.day, refusal))
    return FALSE;
  gram_payment_notice_split (gram_payment_notices_left (notice), movement.amount, &paid,
                             &movement.in_favour);
  return gram_figure_posting_pay (call, GRAM_MONEY_CCTS, paid, movement.in_favour,
                                  &movement.posting_id, error)
         && insert (call, notice, &movement, reference, error)
         && update_paid (call, notice, paid, error) && answer_in_favour (call, error);
}

static gboolean
find_payment (GramCall *call,
              const GramPaymentNoticeRecord *notice,
              GramNoticePaymentRecord **payment,
              GramRefusal **refusal,
              GError **error)
{
  gint64 id = gram_call_get_int64 (call, "payment", 0);
  g_autoptr (GramNoticePaymentRecord) found = NULL;

  if (!gram_notice_payment_table_get (call->store, id, &found, error))
    return FALSE;
  if (found == NULL || found->notice_id != notice->id || found->kind == GRAM_NOTICE_REVERSAL)
    return gram_refuse (refusal, "payment-notice.no-payment", ARTICLE,
                        _ ("Payment notice %s has no payment %" PRId64 " that can be reversed"),
                        notice->number, id);
  if (found->reversed_by != 0)
    return gram_refuse (refusal, "payment-notice.reversed", ARTICLE,
                        _ ("Payment %" PRId64 " has been reversed already"), id);
  *payment = g_steal_pointer (&found);
  return TRUE;
}

/*
 * The last that came goes first: else what was more than was owed would stay in favour while something is owed. And what has
 * gone on into the consolidated fund has to come back before.
 */
static gboolean
check_order (const GramPaymentNoticeRecord *notice,
             const GramNoticePaymentRecord *payment,
             const GPtrArray *payments,
             GramRefusal **refusal)
{
  if (payment->kind != GRAM_NOTICE_PAYMENT || *notice->withdrawn_on != '\0')
    return TRUE;
  for (guint i = 0; i < payments->len; i++)
    {
      const GramNoticePaymentRecord *other = payments->pdata[i];

      if (other->kind == GRAM_NOTICE_PAYMENT && other->id > payment->id && other->reversed_by == 0
          && other->in_favour > 0)
        return gram_refuse (refusal, "payment-notice.later-payment", ARTICLE,
                            _ ("Payment %" PRId64 " came later and was more than was owed; "
                               "reverse it first and record it again afterwards"),
                            other->id);
    }
  if (payment->amount - payment->in_favour <= gram_payment_notices_to_forward (notice, payments))
    return TRUE;
  return gram_refuse (refusal, "payment-notice.forwarded", ONWARD_ARTICLE,
                      _ ("This money has gone on into the consolidated fund; reverse that first"));
}

/* What was paid for a notice that is withdrawn stands in favour since: it goes from there. */
static gboolean
post_from_favour (GramCall *call, gint64 amount, gint64 *posting, GError **error)
{
  const GramLedgerLine lines[] = {
    { call->account->id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCTS, -amount },
    { 0, "due-back", GRAM_MONEY_CCTS, amount },
  };

  return gram_ledger_post (call->unit, call->journal_id, "payment", lines, G_N_ELEMENTS (lines),
                           posting, error);
}

gboolean
gram_payment_notices_reverse_payment (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;
  g_autoptr (GramNoticePaymentRecord) payment = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autofree char *reason = NULL;
  Movement movement = { .kind = GRAM_NOTICE_REVERSAL };
  gboolean from_favour;
  gint64 paid;

  if (!gram_payment_notices_find (call, GRAM_PAYMENT_NOTICE_REVERSE, &notice, refusal, error)
      || !gram_life_read_text (call, "reason", &reason, refusal)
      || !find_payment (call, notice, &payment, refusal, error))
    return FALSE;
  payments = gram_notice_payment_table_list (call->store, notice->id, error);
  if (payments == NULL || !check_order (notice, payment, payments, refusal))
    return FALSE;
  movement.amount = payment->amount;
  movement.in_favour = payment->in_favour;
  movement.day = gram_life_today (call);
  movement.reverses = payment->id;
  from_favour = payment->kind == GRAM_NOTICE_PAYMENT && *notice->withdrawn_on != '\0';
  if (!(from_favour ? post_from_favour (call, payment->amount, &movement.posting_id, error)
                    : gram_ledger_reverse (call->unit, call->journal_id, payment->posting_id,
                                           &movement.posting_id, error)))
    return FALSE;
  paid = payment->kind == GRAM_NOTICE_PAYMENT ? payment->amount - payment->in_favour : 0;
  return insert (call, notice, &movement, reason, error) && update_paid (call, notice, -paid, error)
         && answer_in_favour (call, error);
}

static gboolean
check_to_forward (const GramPaymentNoticeRecord *notice,
                  const GPtrArray *payments,
                  gint64 amount,
                  GramRefusal **refusal)
{
  gint64 left = gram_payment_notices_to_forward (notice, payments);
  g_autofree char *text = NULL;

  if (amount <= left)
    return TRUE;
  text = gram_decimal_format_in_locale (left, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
  return gram_refuse (refusal, "payment-notice.not-received", ONWARD_ARTICLE,
                      _ ("Only what was received goes on into the consolidated fund: £%s are left"),
                      text);
}

gboolean
gram_payment_notices_forward (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autofree char *reference = NULL;
  Movement movement = { .kind = GRAM_NOTICE_ONWARD };

  if (!gram_payment_notices_find (call, GRAM_PAYMENT_NOTICE_FORWARD, &notice, refusal, error)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !read_amount (call, &movement.amount, refusal)
      || !read_day (call, notice, &movement.day, refusal))
    return FALSE;
  payments = gram_notice_payment_table_list (call->store, notice->id, error);
  if (payments == NULL || !check_to_forward (notice, payments, movement.amount, refusal))
    return FALSE;
  {
    const GramLedgerLine lines[] = {
      { 0, "payment", GRAM_MONEY_CCTS, -movement.amount },
      { 0, "consolidated-fund", GRAM_MONEY_CCTS, movement.amount },
    };

    if (!gram_ledger_post (call->unit, call->journal_id, "onward", lines, G_N_ELEMENTS (lines),
                           &movement.posting_id, error))
      return FALSE;
  }
  gram_settlement_answer_decimal (call, "to-forward",
                                  gram_payment_notices_to_forward (notice, payments)
                                      - movement.amount,
                                  GRAM_DECIMAL_SCALE_MONEY);
  return insert (call, notice, &movement, reference, error) && update_paid (call, notice, 0, error);
}
