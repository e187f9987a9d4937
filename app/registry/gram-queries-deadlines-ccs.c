/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-deadlines-private.h"

#include "gram-credit-balances.h"
#include "gram-credit-transfers.h"
#include "gram-queries-private.h"
#include "gram-units.h"

#include "gram-acceptance-table.h"
#include "gram-ccs-charge.h"
#include "gram-charge-query.h"
#include "gram-decimal.h"
#include "gram-fleet-year-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Days that are further away are not kept in mind yet. */
#define DAYS_AHEAD 366
/* Charges that are told one by one. */
#define MOST_CHARGES 20

static char *
dup_credits (gint64 credits)
{
  return gram_decimal_format_in_locale (credits, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
}

/* Offers that wait for an answer of the account. */
static gboolean
add_transfers (GPtrArray *deadlines,
               GramRegistry *self,
               const GramAccountRecord *account,
               GError **error)
{
  g_autoptr (GPtrArray) live = gram_credit_transfer_table_live (self->store, account->id, error);

  for (guint i = 0; live != NULL && i < live->len; i++)
    {
      const GramCreditTransferRecord *record = live->pdata[i];
      g_autofree char *credits = dup_credits (record->received);
      g_autofree char *title = NULL;

      if (record->to_account != account->id)
        continue;
      /* Translators: an amount of credits, name of an account */
      title = g_strdup_printf (_ ("Accept or decline %s credits of account %s"), credits,
                               record->from_name);
      _gram_deadline_add (deadlines, account, record->lapses_on, "transfer", record->id, "lapse",
                          title);
    }
  return live != NULL;
}

static void
add_lapse (GPtrArray *deadlines, const GramAccountRecord *account, const GramCcsLapse *lapse)
{
  g_autofree char *credits = dup_credits (lapse->credits);
  g_autofree char *on = gram_date_format (lapse->on);
  /* An account has several such days. */
  g_autofree char *what = g_strdup_printf ("lapse-%s", on);
  g_autofree char *title = NULL;

  if (lapse->days_left < 0 || lapse->days_left > DAYS_AHEAD)
    return;
  if (lapse->first_year == lapse->last_year)
    /* Translators: an amount of credits, a year */
    title = g_strdup_printf (_ ("Last day of %s credits of %d"), credits, lapse->first_year);
  else
    /* Translators: an amount of credits, two years */
    title = g_strdup_printf (_ ("Last day of %s credits of %d to %d"), credits, lapse->first_year,
                             lapse->last_year);
  _gram_deadline_add (deadlines, account, on, "credits", account->id, what, title);
}

static gboolean
add_lapses (GPtrArray *deadlines,
            GramRegistry *self,
            const GramAccountRecord *account,
            const GramCcsRules *rules,
            GramDate today,
            GError **error)
{
  static const char *const roles[] = { "holding", "reserved" };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));
  g_autoptr (GArray) lapses = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GArray) some = gram_credit_balances_read (self->store, account, roles[i], error);

      if (some == NULL)
        return FALSE;
      g_array_append_vals (all, some->data, some->len);
    }
  lapses = gram_ccs_lapse_calendar (rules, (const GramCcsCredits *)all->data, all->len, today);
  for (guint i = 0; i < lapses->len; i++)
    add_lapse (deadlines, account, &g_array_index (lapses, GramCcsLapse, i));
  return TRUE;
}

/* What is asked for by a day; charges of Pay As You Go are due at once, and the Overview tells of them in one. */
static gboolean
add_charges (GPtrArray *deadlines,
             GramRegistry *self,
             const GramAccountRecord *account,
             GError **error)
{
  g_autofree char *today = gram_registry_dup_today (self, account->kind);
  const GramChargeQuery query = {
    .account_id = account->id,
    .kinds = GRAM_CHARGE_ALL_KINDS & ~GRAM_CHARGE_PAYG,
    .states = GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE,
    .today = today,
    .order = GRAM_CHARGE_ORDER_DUE,
  };
  g_autoptr (GArray) ids = gram_charge_table_ids (self->store, &query, MOST_CHARGES, error);
  g_autoptr (GPtrArray) charges = NULL;

  if (ids == NULL)
    return FALSE;
  charges = gram_charge_table_page (self->store, (const gint64 *)ids->data, ids->len, error);
  for (guint i = 0; charges != NULL && i < charges->len; i++)
    {
      const GramChargeRecord *charge = charges->pdata[i];
      g_autofree char *amount
          = gram_decimal_format_in_locale (charge->outstanding, GRAM_DECIMAL_SCALE_MONEY,
                                           GRAM_DECIMAL_SCALE_MONEY);
      /* Translators: an amount, a year */
      g_autofree char *title
          = g_strdup_printf (_ ("Last day to settle $%s of %d"), amount, charge->year);

      _gram_deadline_add (deadlines, account, charge->due_on, "charge", charge->id, "due", title);
    }
  return charges != NULL;
}

/* A year under Fleet Average that was not settled yet, if it comes to a charge. */
static gboolean
add_year (GPtrArray *deadlines,
          GramRegistry *self,
          const GramAccountRecord *account,
          const GramCcsRules *rules,
          int year,
          GError **error)
{
  const GramAcceptanceFilter filter = {
    .account_id = account->id,
    .year = year,
    .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
  };
  g_autoptr (GramFleetYearRecord) settled = NULL;
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;
  g_autofree char *on = NULL;
  GramAcceptanceAmount amount;

  if (!gram_acceptance_table_sums (self->store, &filter, &amount, error)
      || !gram_fleet_year_table_last (self->store, account->id, year, &settled, error))
    return FALSE;
  if (settled != NULL || gram_acceptance_amount_net (&amount) >= 0)
    return TRUE;
  on = gram_date_format (gram_ccs_charge_due_on (rules, GRAM_CHARGE_FLEET_AVERAGE, year,
                                                 gram_date_make (year, 12, 31)));
  /* A person may have several accounts with the same year. */
  what = g_strdup_printf ("settle-%" PRId64, account->id);
  /* Translators: %d is a year */
  title = g_strdup_printf (_ ("Last day to settle the Fleet Average year %d"), year);
  _gram_deadline_add (deadlines, account, on, "fleet-year", year, what, title);
  return TRUE;
}

gboolean
_gram_deadlines_of_ccs (GPtrArray *deadlines,
                        GramRegistry *self,
                        const GramAccountRecord *account,
                        GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramRefusal) none = NULL;
  GramDate today = gram_credit_transfer_today (self);

  if (gram_account_kind_scheme (account->kind) != GRAM_SCHEME_CCS)
    return TRUE;
  if (gram_credit_transfer_read_rules (self, &rulebook, &none, error) == NULL)
    return none != NULL;
  return add_transfers (deadlines, self, account, error)
         && add_lapses (deadlines, self, account, rulebook->ccs, today, error)
         && add_charges (deadlines, self, account, error)
         && add_year (deadlines, self, account, rulebook->ccs, today.year - 1, error)
         && add_year (deadlines, self, account, rulebook->ccs, today.year, error);
}
