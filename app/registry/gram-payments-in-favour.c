/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payments.h"

#include "gram-account-life.h"
#include "gram-charge-offsets.h"
#include "gram-figure-postings.h"
#include "gram-handlers-charges.h"
#include "gram-settlement-arguments.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "LTA 1998 s 177"

/* Money that stood in favour settles charges: one posting for all of them. */
static gboolean
use (GramCall *call,
     gint64 account_id,
     GPtrArray *sheets,
     const GArray *shares,
     gint64 value,
     GError **error)
{
  const GramChargePosting posting = {
    .account_id = account_id,
    .charges = -value,
    .payment = value,
    .in_favour = -value,
  };
  GramChargeEntry like = { .kind = GRAM_CHARGE_SETTLEMENT_IN_FAVOUR };

  return gram_charge_posting_post (&posting, call, "in-favour", &like.posting_id, error)
         && gram_payments_write_shares (call, sheets, shares, &like, error);
}

gboolean
gram_charge_in_favour_write (GramCall *call,
                             GramChargeSheet *sheet,
                             const GramAccountRecord *account,
                             gint64 value,
                             GError **error)
{
  const GramChargePosting posting = {
    .account_id = account->id,
    .charges = -value,
    .payment = value,
    .in_favour = -value,
  };
  GramChargeEntry entry = { .kind = GRAM_CHARGE_SETTLEMENT_IN_FAVOUR, .value = value };

  return value == 0
         || (gram_charge_posting_post (&posting, call, "in-favour", &entry.posting_id, error)
             && gram_charge_entry_write (&entry, call, sheet->record->id, error)
             && gram_charge_sheet_write (sheet, call, error));
}

gboolean
gram_payments_check_in_favour (gint64 in_favour, GramRefusal **refusal)
{
  return in_favour > 0
         || gram_refuse (refusal, "payment.nothing-in-favour", ARTICLE,
                         _ ("Nothing stands in favour of this account"));
}

gboolean
gram_payments_use_in_favour (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *reference = NULL;
  g_autoptr (GArray) ids = gram_call_dup_ids (call, "charges");
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GArray) shares = NULL;
  gint64 in_favour;
  gint64 left;

  if (!gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_charges_outstanding (call->store, call->account->id, NULL, &in_favour, error)
      || !gram_payments_check_in_favour (in_favour, refusal))
    return FALSE;
  sheets = gram_charge_sheets_named (call->store, call->account, ids, refusal, error);
  if (sheets == NULL)
    return FALSE;
  if (sheets->len == 0)
    return gram_refuse (refusal, "charge.nothing-outstanding", ARTICLE,
                        _ ("Nothing is outstanding that it could settle; it can be paid back"));
  shares = gram_payments_split (sheets, in_favour, &left, refusal);
  if (shares == NULL || !use (call, call->account->id, sheets, shares, in_favour - left, error))
    return FALSE;
  gram_settlement_answer_decimal (call, "settled", in_favour - left, GRAM_DECIMAL_SCALE_MONEY);
  return gram_payments_answer_standing (call, error);
}

static gboolean
check_pay_back (gint64 amount, gint64 in_favour, GramRefusal **refusal)
{
  g_autofree char *text = NULL;

  if (!gram_payments_check_in_favour (in_favour, refusal))
    return FALSE;
  if (amount <= in_favour)
    return TRUE;
  text = gram_decimal_format_in_locale (in_favour, GRAM_DECIMAL_SCALE_MONEY,
                                        GRAM_DECIMAL_SCALE_MONEY);
  return gram_refuse (refusal, "payment.in-favour", ARTICLE,
                      _ ("Only $%s stand in favour of this account; pay back that much or less"),
                      text);
}

gboolean
gram_payments_pay_back (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *reference = NULL;
  g_autoptr (GramPaymentRecord) record = gram_payment_record_new ();
  GramChargePosting posting = { .account_id = call->account->id };
  GramDate day;
  gint64 in_favour;

  if (!gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_payments_read_amount (call, &record->amount, refusal)
      || !gram_payments_read_day (call, &day, refusal)
      || !gram_charges_outstanding (call->store, call->account->id, NULL, &in_favour, error)
      || !check_pay_back (record->amount, in_favour, refusal))
    return FALSE;
  record->account_id = call->account->id;
  record->kind = GRAM_PAYMENT_PAY_BACK;
  record->in_favour = record->amount;
  g_free (record->paid_on);
  record->paid_on = gram_date_format (day);
  g_set_str (&record->reference, reference);
  posting.in_favour = -record->amount;
  return gram_charge_posting_post (&posting, call, "pay-back", &record->posting_id, error)
         && gram_payments_insert (call, record, error)
         && gram_payments_answer_standing (call, error);
}
