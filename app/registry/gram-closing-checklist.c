/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-checklist.h"

#include "gram-account-life.h"
#include "gram-accounting-table.h"
#include "gram-charges.h"
#include "gram-closing-table.h"
#include "gram-credit-transfer-table.h"
#include "gram-decimal.h"
#include "gram-effects-in-force.h"
#include "gram-figure-postings.h"
#include "gram-fleet-years.h"
#include "gram-ledger-query.h"
#include "gram-ledger.h"
#include "gram-payment-notice-table.h"
#include "gram-registry-private.h"
#include "gram-scheme-year-table.h"
#include "gram-settlement.h"
#include "gram-trade-table.h"
#include "gram-units.h"

#include <glib/gi18n-lib.h>

/* Sums over what the account holds or has promised: credits, and allowances of the CCTS. */
static gboolean
add_balances (GramStore *store,
              gint64 account_id,
              gint64 *credits,
              gint64 *allowances,
              GError **error)
{
  g_autoptr (GPtrArray) balances = gram_ledger_balances (store, account_id, error);

  *credits = *allowances = 0;
  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++)
    {
      const GramLedgerBalance *balance = balances->pdata[i];
      gint64 *sum = gram_unit_is_credit (balance->unit) ? credits : allowances;

      if (sum == allowances && !gram_unit_is_allowance (balance->unit))
        continue;
      if (!gram_decimal_add (*sum, balance->balance, sum))
        {
          g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                       _ ("The balances of an account are too large to be added"));
          return FALSE;
        }
    }
  return TRUE;
}

/* The running year is asked for once the closing is under way: from then on it can be settled, and nothing is added to it. */
static gboolean
read_ccs_facts (GramRegistry *registry,
                const GramAccountRecord *account,
                GramClosingFacts *facts,
                GError **error)
{
  g_autoptr (GramClosingRecord) live = NULL;
  GramCreditTransferSums sums;

  if (!gram_closing_table_live (registry->store, account->id, &live, error)
      || !gram_charges_outstanding (registry->store, account->id, &facts->charges,
                                    &facts->in_favour, error)
      || !gram_credit_transfer_table_sums (registry->store, account->id, &sums, error))
    return FALSE;
  facts->transfers = sums.out + sums.in;
  return gram_fleet_years_unsettled (registry, account, live != NULL, &facts->fleet_years, error);
}

/* What a year that is not accounted for will ask of a participant: it would be owed by nobody if the account closed before. */
static gboolean
add_unaccounted (GramRegistry *registry,
                 const GramAccountRecord *account,
                 int year,
                 gint64 *charges,
                 GError **error)
{
  g_auto (GramSettlement) standing = { 0 };
  g_autoptr (GramRefusal) no = NULL;
  gint64 shortfall;
  gint64 payment;

  /* Figures that do not fit are told where the year is measured. */
  if (!gram_settlement_init (&standing, registry, account, year, &no, error))
    return no != NULL;
  if (!gram_participant_is (&standing.participant))
    return TRUE;
  shortfall = gram_ccts_shortfall (standing.participant.activity, standing.surrendered);
  if (!gram_ccts_payment (standing.rulebook->ccts, shortfall, &payment, NULL)
      || !gram_decimal_add (*charges, payment, charges))
    *charges = G_MAXINT64;
  return TRUE;
}

/* What is owed for a year that is not closed, and no notice asks for yet: it is owed all the same (art. 39(1)). */
static gboolean
add_year (GramRegistry *registry,
          const GramAccountRecord *account,
          int year,
          gint64 *charges,
          GError **error)
{
  GramStore *store = registry->store;
  g_autoptr (GramSchemeYearRecord) record = NULL;
  g_autoptr (GramAccountingRecord) accounting = NULL;
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;

  if (!gram_scheme_year_table_get (store, year, &record, error))
    return FALSE;
  if (record != NULL && record->closed_at != 0)
    return TRUE;
  if (!gram_accounting_table_last (store, year, account->id, &accounting, error)
      || !gram_payment_notice_table_live (store, year, account->id, &notice, error))
    return FALSE;
  if (accounting == NULL)
    return add_unaccounted (registry, account, year, charges, error);
  if (notice == NULL && !gram_decimal_add (*charges, accounting->payment, charges))
    *charges = G_MAXINT64;
  return TRUE;
}

/* The CCTS: live notifications of trades, and payments. */
static gboolean
read_ccts_facts (GramRegistry *registry,
                 const GramAccountRecord *account,
                 GramClosingFacts *facts,
                 GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);
  GramDate day = gram_life_date (today);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramRefusal) none = NULL;

  if (!gram_trade_notification_table_count_live (registry->store, 0, account->id, &facts->transfers,
                                                 error)
      || !gram_ledger_balance (registry->store, account->id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCTS,
                               &facts->charges, error)
      || !gram_ledger_balance (registry->store, account->id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCTS,
                               &facts->in_favour, error))
    return FALSE;
  if (!gram_participants_read_rulebook (registry, &rulebook, NULL, &none, error))
    return none != NULL;
  for (int year = rulebook->ccts->period.first.year;
       year <= MIN (day.year, rulebook->ccts->period.last.year); year++)
    if (!add_year (registry, account, year, &facts->charges, error))
      return FALSE;
  return TRUE;
}

/* What is owed and not paid, and what else stands in the way. */
static gboolean
read_facts (GramRegistry *registry,
            const GramAccountRecord *account,
            GramClosingFacts *facts,
            gint64 *credits,
            GError **error)
{
  GramClosingCounts counts;

  *facts = (GramClosingFacts){ 0 };
  if (!gram_closing_table_counts (registry->store, account->id, _gram_registry_now (registry),
                                  &counts, error)
      || !add_balances (registry->store, account->id, credits, &facts->allowances, error))
    return FALSE;
  facts->vehicles_entered = counts.entered;
  facts->vehicles_ready = counts.ready;
  facts->disputes = counts.disputed;
  facts->requests = counts.requests;
  facts->transfers = counts.reserved;
  return gram_account_kind_scheme (account->kind) == GRAM_SCHEME_CCTS
             ? read_ccts_facts (registry, account, facts, error)
             : read_ccs_facts (registry, account, facts, error);
}

GramClosingChecklist *
gram_closing_checklist_read (GramRegistry *registry,
                             const GramAccountRecord *account,
                             GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (registry, account->kind, NULL, error);
  g_autoptr (GramClosingChecklist) self = g_new0 (GramClosingChecklist, 1);
  GramClosingFacts facts;

  g_return_val_if_fail (registry != NULL, NULL);
  g_return_val_if_fail (account != NULL, NULL);

  if (rules == NULL || !read_facts (registry, account, &facts, &self->credits, error))
    return NULL;
  self->lines = gram_closing_lines (rules, &facts);
  self->ready = gram_closing_check (rules, &facts, &self->refusal);
  self->credits_text
      = gram_decimal_format (self->credits, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
  return g_steal_pointer (&self);
}

gboolean
gram_closing_checklist_check (const GramClosingChecklist *self, GramRefusal **refusal)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->ready)
    return TRUE;
  return gram_refuse (refusal, self->refusal->id, self->refusal->article, "%s",
                      self->refusal->message);
}

gboolean
gram_closing_checklist_confirm (const GramClosingChecklist *self,
                                const char *typed,
                                GramRefusal **refusal)
{
  gint64 confirmed = GRAM_CLOSING_CREDITS_UNCONFIRMED;

  g_return_val_if_fail (self != NULL, FALSE);

  if (typed != NULL
      && (!gram_decimal_parse (typed, GRAM_UNIT_CREDIT_SCALE, &confirmed, NULL) || confirmed < 0))
    return gram_refuse (refusal, "closing.amount", "CCS s 190",
                        _ ("“%s” is not an amount of credits; write it like 1250.00"), typed);
  return gram_closing_check_credits (self->credits, confirmed, refusal);
}

void
gram_closing_checklist_free (GramClosingChecklist *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  gram_refusal_free (self->refusal);
  g_free (self->credits_text);
  g_free (self);
}
