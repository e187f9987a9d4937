/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-fleet-private.h"

#include "gram-charge-scheme.h"
#include "gram-rulebooks.h"

#include "gram-acceptance-table.h"
#include "gram-ccs-exclusion.h"

void
_gram_fleet_forecast_clear (GramFleetForecast *self)
{
  g_clear_pointer (&self->refusal, gram_refusal_free);
}

static GramCcsFacts
facts_of (const GramAccountRecord *account, const GramWaitingGroup *group, int year)
{
  return (GramCcsFacts){
    .year = year,
    .kind = account->kind,
    .fleet_average = TRUE,
    .type = group->type,
    .mass_kg = group->mass_kg,
    .co2_micro = group->co2_micro,
  };
}

/* Each vehicle is rounded for itself, so a group is one figure as often as it has cars. */
static void
add_group (const GramFleetStanding *standing,
           const GramRulebook *rulebook,
           const GramWaitingGroup *group,
           GramFleetForecast *forecast)
{
  const GramCcsFacts facts = facts_of (standing->account, group, forecast->year);
  g_autoptr (GramRefusal) no = NULL;
  GramCcsFigure figure;
  gint64 cars;
  gint64 sum;
  gint64 *place;

  if (!gram_ccs_figure (rulebook, &facts, &figure, &no)
      || !gram_decimal_multiply (group->records, group->units, &cars)
      || !gram_decimal_multiply (ABS (figure.difference), cars, &sum))
    {
      forecast->unknown += group->records;
      /* What vehicles lack is told by their list; that the year has no figures is told here. */
      if (no != NULL && forecast->refusal == NULL && g_str_has_prefix (no->id, "ccs."))
        forecast->refusal = g_steal_pointer (&no);
      return;
    }
  forecast->vehicles += group->records;
  place = figure.difference > 0 ? &forecast->credit : &forecast->excess;
  if (!gram_decimal_add (*place, sum, place))
    *place = G_MAXINT64;
}

/* With what is accepted already in that year. */
static void
set_sums (const GramFleetStanding *standing,
          const GramRulebook *rulebook,
          GramFleetFacts facts,
          GramFleetForecast *forecast)
{
  GramFleetPosition position;

  forecast->net = forecast->credit - forecast->excess;
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
  forecast->year = facts->year;
  for (guint i = 0; i < groups->len; i++)
    add_group (standing, rulebook, &g_array_index (groups, GramWaitingGroup, i), forecast);
  set_sums (standing, rulebook, *facts, forecast);
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
