/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-credit-balances.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-accounts.h"
#include "gram-units.h"

#include "gram-ccs.h"
#include "gram-decimal.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>

static gboolean
check_year (GramCall *call, gint64 year, GramRefusal **refusal, GError **error)
{
  GramDate today = gram_life_today (call);
  g_autoptr (GramRulebook) rulebook = NULL;
  GramDate last;

  if (!gram_credit_check_year (year, today, refusal))
    return FALSE;
  if (gram_account_rules_in_force (call->registry, call->account->kind, &rulebook, error) == NULL)
    return FALSE;
  if (rulebook == NULL)
    return gram_refuse (refusal, "rulebook.none", NULL,
                        _ ("No rulebook of this scheme is in force; the administrator has to "
                           "publish one"));
  last = gram_ccs_credit_lapse (rulebook->ccs, (int)year);
  if (gram_date_compare (today, last) > 0)
    {
      g_autofree char *day = gram_date_format_for_people (last);

      return gram_refuse (refusal, "credit.lapsed", "CCS facts §7",
                          _ ("Credits of %d lapsed on %s and cannot be carried in"), (int)year,
                          day);
    }
  return TRUE;
}

static gboolean
read_amount (GramCall *call, gint64 *amount, GramRefusal **refusal)
{
  const char *text = gram_call_get_string (call, "amount");

  if (gram_decimal_parse (text, GRAM_UNIT_CREDIT_SCALE, amount, NULL) && *amount > 0)
    return TRUE;
  return gram_refuse (refusal, "credit.amount", NULL,
                      _ ("“%s” is not an amount of credits; write grams like 1250.00"), text);
}

/* The sum of what was there and what comes has to be a number still. */
static gboolean
check_room (GramCall *call, const char *unit, gint64 amount, GramRefusal **refusal, GError **error)
{
  gint64 balance;
  gint64 issued;
  gint64 sum;

  if (!gram_ledger_balance (call->store, call->account->id, "holding", unit, &balance, error)
      || !gram_ledger_balance (call->store, 0, "issue", unit, &issued, error))
    return FALSE;
  if (gram_decimal_add (balance, amount, &sum) && gram_decimal_subtract (issued, amount, &sum))
    return TRUE;
  return gram_refuse (refusal, "credit.amount", NULL, _ ("The amount is too large; check it"));
}

/* Out of what was issued, into the holding. */
static gboolean
post (GramCall *call, const char *unit, gint64 amount, gint64 *posting, GError **error)
{
  const GramLedgerLine lines[] = {
    { 0, "issue", unit, -amount },
    { call->account->id, "holding", unit, amount },
  };

  return gram_ledger_post (call->unit, call->journal_id, "carry-in", lines, G_N_ELEMENTS (lines),
                           posting, error);
}

gboolean
gram_credits_carry_in (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 year = gram_call_get_int64 (call, "year", 0);
  g_autofree char *reference = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *text = NULL;
  gint64 posting;
  gint64 balance;
  gint64 amount;

  if (!gram_life_read_text (call, "reference", &reference, refusal)
      || !check_year (call, year, refusal, error) || !read_amount (call, &amount, refusal))
    return FALSE;
  unit = gram_unit_make_credit (call->account->kind, (int)year);
  if (!check_room (call, unit, amount, refusal, error)
      || !post (call, unit, amount, &posting, error)
      || !gram_ledger_balance (call->store, call->account->id, "holding", unit, &balance, error))
    return FALSE;
  text = gram_unit_format (unit, balance);
  gram_call_answer_int64 (call, "posting", posting);
  gram_call_answer_string (call, "unit", unit);
  gram_call_answer_string (call, "balance", text);
  return TRUE;
}
