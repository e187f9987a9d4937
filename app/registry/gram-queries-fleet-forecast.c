/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-fleet-private.h"

#include "gram-waiting-forecast.h"

#include "gram-ccs-exclusion.h"

void
_gram_fleet_forecast_clear (GramFleetForecast *self)
{
  g_clear_pointer (&self->refusal, gram_refusal_free);
}

/* With what is accepted already in that year. */
static void
set_sums (const GramRulebook *rulebook, GramFleetFacts facts, GramFleetForecast *forecast)
{
  GramFleetPosition position;

  facts.vehicles += forecast->vehicles;
  if (!gram_decimal_add (facts.net, forecast->net, &facts.net)
      || !gram_fleet_position (rulebook, &facts, &position,
                               forecast->refusal == NULL ? &forecast->refusal : NULL))
    return;
  forecast->net_with = position.net;
  forecast->credits_with = position.credits;
  forecast->amount_with = position.amount + position.carried_amount;
  forecast->rate = position.rate;
}

static void
fill (const GramFleetStanding *standing,
      const GramRulebook *rulebook,
      const GArray *groups,
      const GramFleetFacts *facts,
      GramFleetForecast *forecast)
{
  GramWaitingSums sums;

  gram_waiting_sums_init (&sums, groups, rulebook, standing->account->kind, TRUE, facts->year);
  *forecast = (GramFleetForecast){
    .year = facts->year,
    .vehicles = sums.records,
    .unknown = sums.unknown,
    .credit = sums.credit,
    .excess = sums.excess,
    .net = sums.credit - sums.excess,
    .refusal = g_steal_pointer (&sums.refusal),
  };
  gram_waiting_sums_clear (&sums);
  set_sums (rulebook, *facts, forecast);
}

/* The year after: what is borrowed of this one goes into it. */
static gboolean
fill_next (const GramFleetStanding *standing,
           const GArray *groups,
           GramFleetForecast **next,
           GError **error)
{
  int year = gram_ccs_forecast_next (standing->rulebook->ccs, standing->today);
  g_auto (GramFleetStanding) after = { 0 };
  GramFleetForecast *forecast;

  if (year == 0)
    return TRUE;
  if (!gram_fleet_standing_init (&after, standing->registry, standing->account, year, error))
    return FALSE;
  forecast = g_new0 (GramFleetForecast, 1);
  fill (&after, after.rulebook, groups, &after.facts, forecast);
  *next = forecast;
  return TRUE;
}

gboolean
_gram_fleet_forecast (const GramFleetStanding *standing,
                      GramFleetForecast *forecast,
                      GramFleetForecast **next,
                      GError **error)
{
  GramStore *store = gram_registry_get_store (standing->registry);
  int running = gram_date_scheme_year (standing->today);
  g_autoptr (GArray) groups = NULL;

  *forecast = (GramFleetForecast){ .year = standing->year };
  *next = NULL;
  if (standing->year != running || standing->rulebook == NULL)
    return TRUE;
  groups = gram_vehicle_table_waiting (store, standing->account->id, error);
  if (groups == NULL)
    return FALSE;
  fill (standing, standing->rulebook, groups, &standing->facts, forecast);
  return fill_next (standing, groups, next, error);
}
