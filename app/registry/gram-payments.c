/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-figure-postings.h"
#include "gram-handlers-figures.h"
#include "gram-units.h"

#include "gram-decimal.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "LTA 1998 s 177"

static gboolean
read_amount (GramCall *call, gint64 *amount, GramRefusal **refusal)
{
  const char *text = gram_call_get_string (call, "amount");

  if (gram_decimal_parse (text, GRAM_DECIMAL_SCALE_MONEY, amount, NULL) && *amount > 0
      && *amount <= GRAM_PAYMENT_MAX)
    return TRUE;
  return gram_refuse (refusal, "payment.amount", ARTICLE,
                      _ ("“%s” is not an amount that can be paid; write dollars like 160.86"),
                      text);
}

static gboolean
check_day (GramCall *call, GramRefusal **refusal)
{
  GramDate day;

  if (!gram_life_read_date (call, "paid-on", &day, refusal))
    return FALSE;
  if (gram_date_compare (day, gram_life_today (call)) > 0)
    return gram_refuse (refusal, "payment.day", ARTICLE,
                        _ ("A payment is recorded once it was made; name today or a day before"));
  return TRUE;
}

static void
answer_balance (GramCall *call, const char *name, gint64 cents)
{
  g_autofree char *text
      = gram_decimal_format (cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);

  gram_call_answer_string (call, name, text);
}

gboolean
gram_payments_record (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *reference = NULL;
  gint64 account_id = call->account->id;
  gint64 in_favour;
  gint64 amount;
  gint64 posting;
  gint64 pending;
  gint64 paid;

  if (!gram_life_read_text (call, "reference", &reference, refusal)
      || !read_amount (call, &amount, refusal) || !check_day (call, refusal)
      || !gram_ledger_balance (call->store, account_id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCS, &pending,
                               error)
      || !gram_ledger_balance (call->store, account_id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCS,
                               &in_favour, error))
    return FALSE;
  /* What is more than is pending stands in the holder's favour; nothing is netted with credits. */
  paid = MIN (amount, pending);
  if (!gram_figure_posting_pay (call, GRAM_MONEY_CCS, paid, amount - paid, &posting, error))
    return FALSE;
  gram_call_answer_int64 (call, "posting", posting);
  answer_balance (call, "pending", pending - paid);
  answer_balance (call, "in-favour", in_favour + amount - paid);
  return TRUE;
}
