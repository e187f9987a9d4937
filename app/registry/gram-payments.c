/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payments.h"

#include "gram-account-life.h"
#include "gram-charge-offsets.h"
#include "gram-figure-postings.h"
#include "gram-handlers-charges.h"
#include "gram-notices-ccs.h"
#include "gram-settlement-arguments.h"
#include "gram-texts.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "LTA 1998 s 177"

static const GramText payer_rule = { .name = "payer", .title = N_ ("Payer"), .max_length = 200 };

gboolean
gram_payments_read_amount (GramCall *call, gint64 *amount, GramRefusal **refusal)
{
  const char *text = gram_call_get_string (call, "amount");

  if (gram_decimal_parse (text, GRAM_DECIMAL_SCALE_MONEY, amount, NULL) && *amount > 0
      && *amount <= GRAM_PAYMENT_MAX)
    return TRUE;
  return gram_refuse (refusal, "payment.amount", ARTICLE,
                      _ ("“%s” is not an amount that can be paid; write dollars like 160.86"),
                      text);
}

gboolean
gram_payments_read_day (GramCall *call, GramDate *day, GramRefusal **refusal)
{
  if (!gram_life_read_date (call, "paid-on", day, refusal))
    return FALSE;
  if (gram_date_compare (*day, gram_life_today (call)) > 0)
    return gram_refuse (refusal, "payment.day", ARTICLE,
                        _ ("A payment is recorded once it was made; name today or a day before"));
  return TRUE;
}

GArray *
gram_payments_split (const GPtrArray *sheets,
                     gint64 amount,
                     gint64 *in_favour,
                     GramRefusal **refusal)
{
  g_autoptr (GArray) dues = g_array_new (FALSE, FALSE, sizeof (GramCcsDue));

  for (guint i = 0; i < sheets->len; i++)
    {
      const GramChargeRecord *record = ((const GramChargeSheet *)sheets->pdata[i])->record;
      const GramCcsDue due = { record->id, gram_life_date (record->due_on), record->outstanding };

      g_array_append_val (dues, due);
    }
  return gram_payment_split ((const GramCcsDue *)dues->data, dues->len, NULL, 0, amount, in_favour,
                             refusal);
}

static GramChargeSheet *
find_sheet (GPtrArray *sheets, gint64 id)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      GramChargeSheet *sheet = sheets->pdata[i];

      if (sheet->record->id == id)
        return sheet;
    }
  g_assert_not_reached ();
}

gboolean
gram_payments_write_shares (GramCall *call,
                            GPtrArray *sheets,
                            const GArray *shares,
                            const GramChargeEntry *like,
                            GError **error)
{
  GramChargeEntry entry = *like;

  for (guint i = 0; i < shares->len; i++)
    {
      const GramPaymentShare *share = &g_array_index (shares, GramPaymentShare, i);
      GramChargeSheet *sheet = find_sheet (sheets, share->id);

      entry.value = share->amount;
      gram_charge_sheet_pay (sheet, like->payment_id, share->amount);
      if (!gram_charge_entry_write (&entry, call, share->id, error)
          || !gram_charge_sheet_write (sheet, call, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_payments_insert (GramCall *call, GramPaymentRecord *record, GError **error)
{
  gint64 pending;

  record->journal_id = call->journal_id;
  if (!gram_payment_table_insert (call->unit, record, error))
    return FALSE;
  gram_call_touches (call, "payment", record->id);
  gram_call_answer_int64 (call, "payment", record->id);
  gram_call_answer_int64 (call, "posting", record->posting_id);
  return gram_charges_outstanding (call->store, record->account_id, &pending, NULL, error)
         && gram_notices_tell_payment_recorded (call, record->account_id, record->id,
                                                gram_word_for ("payment-kind", (int)record->kind),
                                                record->amount, pending, error);
}

gboolean
gram_payments_answer_standing (GramCall *call, GError **error)
{
  gint64 pending;
  gint64 in_favour;

  if (!gram_charges_outstanding (call->store, call->account->id, &pending, &in_favour, error))
    return FALSE;
  gram_settlement_answer_decimal (call, "pending", pending, GRAM_DECIMAL_SCALE_MONEY);
  gram_settlement_answer_decimal (call, "in-favour", in_favour, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

static GramPaymentRecord *
record_of (const GramChargesPayment *payment, const GramChargesPaid *paid)
{
  GramPaymentRecord *record = gram_payment_record_new ();

  record->account_id = payment->account_id;
  record->amount = payment->amount;
  record->in_favour = paid->in_favour;
  g_free (record->paid_on);
  record->paid_on = gram_date_format (payment->paid_on);
  g_set_str (&record->reference, payment->reference);
  g_set_str (&record->payer, payment->payer != NULL ? payment->payer : "");
  g_set_str (&record->bank_key, payment->bank_key);
  record->posting_id = paid->posting_id;
  return record;
}

/* What is more than is pending stands in the holder's favour; nothing is netted with credits. */
static gboolean
pay (GramCall *call,
     const GramChargesPayment *payment,
     GPtrArray *sheets,
     const GArray *shares,
     GramChargesPaid *paid,
     GError **error)
{
  g_autoptr (GramPaymentRecord) record = NULL;
  GramChargePosting posting = { .account_id = payment->account_id, .in_favour = paid->in_favour };
  GramChargeEntry like = { .kind = GRAM_CHARGE_SETTLEMENT_MONEY };

  paid->settled = payment->amount - paid->in_favour;
  posting.charges = -paid->settled;
  posting.payment = paid->settled;
  if (!gram_charge_posting_post (&posting, call, "payment", &paid->posting_id, error))
    return FALSE;
  record = record_of (payment, paid);
  if (!gram_payments_insert (call, record, error))
    return FALSE;
  paid->payment_id = record->id;
  like.payment_id = record->id;
  like.posting_id = paid->posting_id;
  return gram_payments_write_shares (call, sheets, shares, &like, error);
}

gboolean
gram_charges_settle_with_money (GramCall *call,
                                const GramChargesPayment *payment,
                                GramChargesPaid *paid,
                                GramRefusal **refusal,
                                GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GArray) shares = NULL;

  *paid = (GramChargesPaid){ 0 };
  if (!gram_account_table_get (call->store, payment->account_id, &account, error))
    return FALSE;
  g_assert (account != NULL);
  sheets = gram_charge_sheets_named (call->store, account, payment->charges, refusal, error);
  if (sheets == NULL)
    return FALSE;
  shares = gram_payments_split (sheets, payment->amount, &paid->in_favour, refusal);
  return shares != NULL && pay (call, payment, sheets, shares, paid, error);
}

gboolean
gram_payments_record (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *reference = NULL;
  g_autofree char *payer = NULL;
  g_autoptr (GArray) charges = gram_call_dup_ids (call, "charges");
  GramChargesPayment payment = { .account_id = call->account->id, .charges = charges };
  GramChargesPaid paid;

  if (!gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_text_check (&payer_rule, gram_call_get_string (call, "payer"), &payer, refusal)
      || !gram_payments_read_amount (call, &payment.amount, refusal)
      || !gram_payments_read_day (call, &payment.paid_on, refusal))
    return FALSE;
  payment.reference = reference;
  payment.payer = payer;
  if (!gram_charges_settle_with_money (call, &payment, &paid, refusal, error))
    return FALSE;
  gram_settlement_answer_decimal (call, "settled", paid.settled, GRAM_DECIMAL_SCALE_MONEY);
  return gram_payments_answer_standing (call, error);
}
