/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-dashboard.h"

#include "gram-credit-balances.h"
#include "gram-figure-postings.h"
#include "gram-figures.h"
#include "gram-fleet-years.h"
#include "gram-queries-ccs-private.h"
#include "gram-queries-people-private.h"
#include "gram-waiting-forecast.h"

#include "gram-ccs-credits.h"
#include "gram-charge-table.h"
#include "gram-ledger.h"
#include "gram-total-table.h"

static void
dashboard_credit_free (GramDashboardCredit *self)
{
  g_free (self->lapses_on);
  g_free (self);
}

static void
dashboard_clear (gpointer data)
{
  GramDashboard *self = data;

  g_free (self->today);
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_free (self->overdue_since);
  g_free (self->next_due_on);
  g_clear_pointer (&self->months, g_array_unref);
}

GramDashboard *
gram_dashboard_ref (GramDashboard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gram_dashboard_unref (GramDashboard *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, dashboard_clear);
}

/* What all parts are read for. */
typedef struct
{
  GramRegistry *registry;
  GramStore *store;
  const GramAccountRecord *account;
  const GramFigures *figures;
  GramDate today;
} Reading;

static gboolean
read_vehicles (const Reading *self, GramDashboard *dashboard, GError **error)
{
  g_autoptr (GArray) totals = gram_total_table_list (self->store, self->account->id, error);

  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      const GramTotal *total = &g_array_index (totals, GramTotal, i);

      if (total->key.status == GRAM_VEHICLE_ENTERED)
        dashboard->entered += total->amount.records;
      if (total->key.status != GRAM_VEHICLE_READY)
        continue;
      dashboard->ready += total->amount.records;
      if (total->key.attention == GRAM_ATTENTION_NONE)
        dashboard->acceptable += total->amount.records;
    }
  return totals != NULL;
}

/* The groups leave out what is outside the standard; everything else that waits is in one of them. */
static gboolean
read_forecast (const Reading *self, GramDashboard *dashboard, GError **error)
{
  GramDashboardForecast *forecast = &dashboard->forecast;
  g_autoptr (GArray) groups = gram_vehicle_table_waiting (self->store, self->account->id, error);
  g_auto (GramWaitingSums) sums = { 0 };

  if (groups == NULL)
    return FALSE;
  gram_waiting_sums_init (&sums, groups, self->figures->rulebook, self->account->kind,
                          dashboard->fleet_average, dashboard->year);
  forecast->records = sums.records;
  forecast->unknown = sums.unknown;
  forecast->excluded = dashboard->entered + dashboard->ready - sums.records - sums.unknown;
  forecast->credit = sums.credit;
  forecast->excess = sums.excess;
  forecast->amount = sums.amount;
  return TRUE;
}

static int
compare_last_days (gconstpointer a, gconstpointer b)
{
  const GramDashboardCredit *one = *(GramDashboardCredit *const *)a;
  const GramDashboardCredit *other = *(GramDashboardCredit *const *)b;
  int order = g_strcmp0 (one->lapses_on, other->lapses_on);

  return order != 0 ? order : one->year - other->year;
}

static void
add_credit (const Reading *self, GramDashboard *dashboard, int year, gint64 held, gint64 reserved)
{
  GramDashboardCredit *credit = g_new0 (GramDashboardCredit, 1);
  const GramCcsRules *rules = self->figures->rulebook->ccs;
  GramDate last = gram_ccs_credit_lapse (rules, year);

  credit->year = year;
  credit->amount = held;
  credit->reserved = reserved;
  credit->lapses_on = gram_date_format (last);
  credit->days_left = gram_date_days_between (self->today, last);
  credit->warned = gram_ccs_lapse_warning (rules, last, self->today) != 0;
  dashboard->credit_total += held;
  dashboard->reserved_total += reserved;
  g_ptr_array_add (dashboard->credits, credit);
}

static gboolean
read_credits (const Reading *self, GramDashboard *dashboard, GError **error)
{
  g_autoptr (GArray) held
      = gram_credit_balances_read (self->store, self->account, "holding", error);
  g_autoptr (GArray) reserved = NULL;

  dashboard->credits = g_ptr_array_new_with_free_func ((GDestroyNotify)dashboard_credit_free);
  if (held == NULL)
    return FALSE;
  reserved = gram_credit_balances_read (self->store, self->account, "reserved", error);
  if (reserved == NULL)
    return FALSE;
  for (guint i = 0; i < held->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (held, GramCcsCredits, i);

      add_credit (self, dashboard, line->year, line->credits,
                  gram_credit_balances_of (reserved, line->year));
    }
  for (guint i = 0; i < reserved->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (reserved, GramCcsCredits, i);

      if (gram_credit_balances_of (held, line->year) == 0)
        add_credit (self, dashboard, line->year, 0, line->credits);
    }
  g_ptr_array_sort (dashboard->credits, compare_last_days);
  return TRUE;
}

/* The first day of a charge that waits and is not overdue; they come oldest due first. */
static gboolean
read_next_due (const Reading *self, GramDashboard *dashboard, GError **error)
{
  g_autoptr (GPtrArray) charges = gram_charge_table_live (self->store, self->account->id, error);

  for (guint i = 0; charges != NULL && i < charges->len && dashboard->next_due_on == NULL; i++)
    {
      const GramChargeRecord *charge = charges->pdata[i];

      if (g_strcmp0 (charge->due_on, dashboard->today) >= 0)
        dashboard->next_due_on = g_strdup (charge->due_on);
    }
  return charges != NULL;
}

static gboolean
set_overdue (const Reading *self,
             GramDashboard *dashboard,
             const GramChargeSums *sums,
             GError **error)
{
  GramDate due;

  dashboard->n_charges = sums->charges;
  dashboard->outstanding = sums->outstanding;
  dashboard->n_overdue = sums->overdue;
  dashboard->overdue = sums->overdue_outstanding;
  if (sums->overdue_since == NULL || *sums->overdue_since == '\0')
    return TRUE;
  if (!gram_date_parse (sums->overdue_since, GRAM_DATE_ISO, &due, error))
    return FALSE;
  dashboard->overdue_days = gram_date_days_between (due, self->today);
  if (gram_date_add_days (due, 1, &due))
    dashboard->overdue_since = gram_date_format (due);
  return TRUE;
}

static gboolean
read_charges (const Reading *self, GramDashboard *dashboard, GError **error)
{
  GramChargeSums sums = { 0 };
  gboolean good;

  if (!gram_charge_table_sums (self->store, self->account->id, dashboard->today, &sums, error))
    return FALSE;
  good = set_overdue (self, dashboard, &sums, error)
         && gram_ledger_balance (self->store, self->account->id, GRAM_ROLE_IN_FAVOUR,
                                 GRAM_MONEY_CCS, &dashboard->in_favour, error)
         && (sums.charges == sums.overdue || read_next_due (self, dashboard, error));
  gram_charge_sums_clear (&sums);
  return good;
}

/* An earlier year that is over and was never settled. */
static gboolean
find_open_year (const Reading *self, GramDashboard *dashboard, GError **error)
{
  g_autoptr (GArray) years = gram_fleet_years_of (self->registry, self->account, error);

  for (guint i = 0; years != NULL && i < years->len && dashboard->open_year == 0; i++)
    {
      int year = g_array_index (years, gint, i);
      g_auto (GramFleetStanding) standing = { 0 };

      if (year >= dashboard->year)
        break;
      if (!gram_fleet_standing_init (&standing, self->registry, self->account, year, error))
        return FALSE;
      if (gram_fleet_standing_last (&standing) == NULL)
        dashboard->open_year = year;
    }
  return years != NULL;
}

static gboolean
read_net (const Reading *self, GramDashboard *dashboard, GError **error)
{
  g_auto (GramFleetStanding) standing = { 0 };

  if (!dashboard->fleet_average)
    return find_open_year (self, dashboard, error);
  if (!gram_fleet_standing_init (&standing, self->registry, self->account, dashboard->year, error))
    return FALSE;
  dashboard->net = standing.facts.net;
  dashboard->net_records = standing.facts.vehicles;
  dashboard->net_amount = standing.no_figures == NULL ? standing.now.amount : 0;
  dashboard->net_forecast
      = dashboard->net + dashboard->forecast.credit - dashboard->forecast.excess;
  return find_open_year (self, dashboard, error);
}

/* Month by month, also those in which nothing was accepted. */
static void
add_months (const Reading *self, GramDashboard *dashboard)
{
  int month = self->today.month - (GRAM_DASHBOARD_MONTHS - 1);
  int year = self->today.year;

  for (; month < 1; month += 12)
    year--;
  for (int i = 0; i < GRAM_DASHBOARD_MONTHS; i++)
    {
      const GramDashboardMonth one = { .period = year * 100 + month };

      g_array_append_val (dashboard->months, one);
      year += month == 12 ? 1 : 0;
      month = month == 12 ? 1 : month + 1;
    }
}

static gboolean
read_months (const Reading *self, GramDashboard *dashboard, GError **error)
{
  GramAcceptanceFilter filter = { .account_id = self->account->id };
  g_autoptr (GPtrArray) totals = NULL;

  dashboard->months = g_array_new (FALSE, FALSE, sizeof (GramDashboardMonth));
  add_months (self, dashboard);
  filter.first_period = g_array_index (dashboard->months, GramDashboardMonth, 0).period;
  totals = gram_acceptance_table_months (self->store, &filter, error);
  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      const GramAcceptanceTotal *total = totals->pdata[i];

      for (guint j = 0; j < dashboard->months->len; j++)
        {
          GramDashboardMonth *month = &g_array_index (dashboard->months, GramDashboardMonth, j);

          if (month->period != total->period)
            continue;
          month->records += total->amount.records;
          month->credit += total->amount.credit;
          month->excess += total->amount.excess;
          month->charge += total->amount.charge;
        }
    }
  return totals != NULL;
}

static GramDashboard *
read_dashboard (GramRegistry *self,
                GramActor *actor,
                gint64 account_id,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GramDashboard) dashboard = g_atomic_rc_box_new0 (GramDashboard);
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramFigures) figures = { 0 };
  Reading reading = { self, self->store, NULL, &figures, GRAM_DATE_NONE };

  if (!_gram_query_view (self, actor, account_id, NULL, &account, refusal, error)
      || !_gram_query_ccs (account, refusal) || !gram_figures_init (&figures, self, account, error)
      || !_gram_query_rulebook (figures.rulebook, refusal))
    return NULL;
  reading.account = account;
  dashboard->account_id = account->id;
  dashboard->kind = account->kind;
  dashboard->fleet_average = figures.charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  dashboard->year = figures.year;
  dashboard->today = gram_registry_dup_today (self, account->kind);
  if (!gram_date_parse (dashboard->today, GRAM_DATE_ISO, &reading.today, error)
      || !read_vehicles (&reading, dashboard, error) || !read_forecast (&reading, dashboard, error)
      || !read_credits (&reading, dashboard, error) || !read_charges (&reading, dashboard, error)
      || !read_net (&reading, dashboard, error) || !read_months (&reading, dashboard, error))
    return NULL;
  return g_steal_pointer (&dashboard);
}

GramDashboard *
gram_registry_dashboard (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  GramDashboard *dashboard;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  dashboard = read_dashboard (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return dashboard;
}
