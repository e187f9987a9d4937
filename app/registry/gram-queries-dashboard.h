/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * The dashboard of an account of the Clean Car Standard, from kept totals: vehicles that wait, credits, charges, net position
 * (source text, Dashboard monitoring). Grams and credits are hundredths of a gram, money is cents, days are ISO texts.
 */

/**
 * GramDashboardMonth:
 * @period: year * 100 + month of acceptance, New Zealand
 * @records: records accepted with a figure
 * @credit: sum of the differences above 0, hundredths of a gram
 * @excess: sum of those below 0, without sign
 * @charge: charges as frozen on the vehicles, cents; 0 under Fleet Average
 *
 * One month of the chart.
 */
typedef struct
{
  int period;
  gint64 records;
  gint64 credit;
  gint64 excess;
  gint64 charge;
} GramDashboardMonth;

/**
 * GRAM_DASHBOARD_MONTHS:
 *
 * So many months, the running one the last.
 */
#define GRAM_DASHBOARD_MONTHS 12

/**
 * GramDashboardCredit:
 * @year: year of origin
 * @amount: in the holding, hundredths
 * @reserved: promised in transfers, hundredths
 * @lapses_on: last day, ISO
 * @days_left: days until then, 0 on the day
 * @warned: the rulebook's days of warning have come
 *
 * Credits of one year of origin. Strings are owned.
 */
typedef struct
{
  int year;
  gint64 amount;
  gint64 reserved;
  char *lapses_on;
  gint64 days_left;
  gboolean warned;
} GramDashboardCredit;

/**
 * GramDashboardForecast:
 * @records: vehicles that have a figure by today's rules
 * @unknown: vehicles without one: data missing, or no published weights
 * @excluded: vehicles outside the standard
 * @credit: sum of the differences above 0
 * @excess: sum of those below 0, without sign
 * @amount: what they would be charged by themselves, cents; under Fleet Average for information
 *
 * What vehicles that are not accepted would bring.
 */
typedef struct
{
  gint64 records;
  gint64 unknown;
  gint64 excluded;
  gint64 credit;
  gint64 excess;
  gint64 amount;
} GramDashboardForecast;

/**
 * GramDashboard:
 * @account_id: the account
 * @kind: its kind
 * @fleet_average: charge scheme that counts today
 * @today: today in New Zealand, ISO
 * @year: obligation year of today
 * @entered: vehicles that are entered
 * @ready: vehicles that are ready, whatever stands in their way: the list with status ready shows exactly them
 * @acceptable: of these, those that nothing stands in the way of
 * @forecast: what those entered or ready would bring by today's rules
 * @credits: (element-type GramDashboardCredit): credits by year of origin, the first to lapse first; those that are 0 are
 *   left out
 * @credit_total: sum of what is in the holding
 * @reserved_total: sum of what is promised
 * @n_charges: charges with something outstanding
 * @outstanding: pending charges balance, cents
 * @n_overdue: of @n_charges, those that are overdue
 * @overdue: of @outstanding
 * @overdue_since: (nullable): day after the earliest due day that has passed
 * @overdue_days: days since then
 * @in_favour: money in favour of the account
 * @next_due_on: (nullable): the earliest due day of a charge that is not overdue
 * @net: Fleet Average: net position of @year, hundredths: positive are credits
 * @net_records: records behind it
 * @net_amount: what would be charged for it, cents; 0 if @net is not below 0
 * @net_forecast: @net and the forecast of the vehicles that wait
 * @open_year: Fleet Average: an earlier year that is over and not settled, 0 none
 * @months: (element-type GramDashboardMonth): the last #GRAM_DASHBOARD_MONTHS months, oldest first, without gaps
 *
 * Where an account stands. Strings are owned.
 */
typedef struct
{
  gint64 account_id;
  GramAccountKind kind;
  gboolean fleet_average;
  char *today;
  int year;
  gint64 entered;
  gint64 ready;
  gint64 acceptable;
  GramDashboardForecast forecast;
  GPtrArray *credits;
  gint64 credit_total;
  gint64 reserved_total;
  gint64 n_charges;
  gint64 outstanding;
  gint64 n_overdue;
  gint64 overdue;
  char *overdue_since;
  gint64 overdue_days;
  gint64 in_favour;
  char *next_due_on;
  gint64 net;
  gint64 net_records;
  gint64 net_amount;
  gint64 net_forecast;
  int open_year;
  GArray *months;
} GramDashboard;

/**
 * gram_registry_dashboard:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @refusal: (out) (optional): `account.unknown`, `ccs.other-scheme`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the dashboard; %NULL with exactly one of @refusal and @error set
 */
GramDashboard *gram_registry_dashboard (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 account_id,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_dashboard_ref:
 * @self: a dashboard
 *
 * Whoever shows it keeps it so; it is not changed once it was read.
 *
 * Returns: (transfer full): @self
 */
GramDashboard *gram_dashboard_ref (GramDashboard *self);

/**
 * gram_dashboard_unref:
 * @self: (nullable) (transfer full): a dashboard
 *
 * Gives a reference back; the last one frees it.
 */
void gram_dashboard_unref (GramDashboard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDashboard, gram_dashboard_unref)

G_END_DECLS
