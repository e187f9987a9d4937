/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-explain-ccs.h"

#include "gram-figures.h"
#include "gram-fleet-years.h"
#include "gram-queries-ccs-private.h"
#include "gram-queries-people-private.h"

#include "gram-ccs-exclusion.h"
#include "gram-charge-table.h"

static void
forecast_clear (GramVehicleForecast *self)
{
  g_free (self->rulebook);
  gram_refusal_free (self->refusal);
}

void
gram_vehicle_standing_free (GramVehicleStanding *self)
{
  if (self == NULL)
    return;
  gram_vehicle_record_free (self->vehicle);
  forecast_clear (&self->now);
  forecast_clear (&self->next);
  g_free (self->next_from);
  g_free (self->excluded);
  g_free (self->type_reason);
  g_free (self);
}

/* What was frozen at acceptance. */
static gboolean
read_frozen (GramRegistry *self,
             const GramAccountRecord *account,
             GramVehicleStanding *standing,
             GError **error)
{
  const GramVehicleRecord *vehicle = standing->vehicle;
  g_autoptr (GramChargeRecord) charge = NULL;
  g_auto (GramFigures) figures = { 0 };

  standing->accepted = TRUE;
  standing->difference = vehicle->difference;
  standing->charge = vehicle->charge;
  if (!gram_figures_init_frozen (&figures, self, account, vehicle, NULL, error))
    return FALSE;
  standing->fleet_average = vehicle->obligation_year > 0
                                ? vehicle->fleet_average
                                : figures.charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  if (figures.rulebook != NULL && figures.rulebook->ccs != NULL)
    {
      standing->now.rulebook = g_strdup (figures.rulebook->version);
      standing->now.known
          = gram_figures_explain (&figures, vehicle, &standing->now.figure, &standing->now.refusal);
      if (*vehicle->excluded != '\0')
        standing->excluded
            = g_strdup (gram_ccs_exclusion_title (figures.rulebook->ccs, vehicle->excluded));
    }
  if (vehicle->charge == 0 || vehicle->posting_id == 0)
    return TRUE;
  if (!gram_charge_table_of_posting (self->store, vehicle->posting_id, &charge, error))
    return FALSE;
  standing->charge_id = charge != NULL ? charge->id : 0;
  return TRUE;
}

/* What it will be: today, and from the rulebook's day of the year on also from 1 January. */
static gboolean
read_waiting (GramRegistry *self,
              const GramAccountRecord *account,
              GramVehicleStanding *standing,
              GramRefusal **refusal,
              GError **error)
{
  const GramVehicleRecord *vehicle = standing->vehicle;
  g_autofree char *today_text = gram_registry_dup_today (self, account->kind);
  g_auto (GramFigures) figures = { 0 };
  g_auto (GramCcsForecast) forecast = { 0 };
  GramDate today;
  int next;

  if (!gram_date_parse (today_text, GRAM_DATE_ISO, &today, error)
      || !gram_figures_init (&figures, self, account, error)
      || !_gram_query_rulebook (figures.rulebook, refusal))
    return FALSE;
  standing->fleet_average = figures.charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  next = gram_ccs_forecast_next (figures.rulebook->ccs, today);
  if (*vehicle->excluded != '\0')
    {
      standing->excluded
          = g_strdup (gram_ccs_exclusion_title (figures.rulebook->ccs, vehicle->excluded));
      gram_figures_explain (&figures, vehicle, &standing->now.figure, &standing->now.refusal);
      return TRUE;
    }
  if (next != 0
      && !gram_fleet_years_approved (self, account, next, &standing->next_fleet_average, error))
    return FALSE;
  {
    const GramCcsFacts facts = {
      .kind = account->kind,
      .fleet_average = standing->fleet_average,
      .type = vehicle->type,
      .mass_kg = vehicle->mass_kg,
      .co2_micro = vehicle->co2_micro,
    };

    gram_ccs_forecast (figures.rulebook, &facts, standing->next_fleet_average, today, &forecast);
  }
  standing->now.known = forecast.has_now;
  standing->now.figure = forecast.now;
  standing->now.rulebook = g_strdup (figures.rulebook->version);
  standing->now.refusal = g_steal_pointer (&forecast.why_not_now);
  if (next == 0)
    return TRUE;
  standing->has_next = TRUE;
  standing->next_from = gram_date_format (gram_date_make (next, 1, 1));
  standing->next.known = forecast.has_next;
  standing->next.figure = forecast.next;
  standing->next.rulebook = g_strdup (figures.rulebook->version);
  standing->next.refusal = g_steal_pointer (&forecast.why_not_next);
  return TRUE;
}

static GramVehicleStanding *
read_standing (GramRegistry *self,
               GramActor *actor,
               gint64 vehicle_id,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GramVehicleStanding) standing = g_new0 (GramVehicleStanding, 1);
  g_autoptr (GramAccountRecord) account = NULL;
  const GramVehicleRecord *vehicle;

  if (!gram_vehicle_table_get (self->store, vehicle_id, &standing->vehicle, error))
    return NULL;
  vehicle = standing->vehicle;
  /* A vehicle that is not there, and one that the actor may not see, get the same answer. */
  if (!_gram_query_view (self, actor, vehicle != NULL ? vehicle->account_id : 0, NULL, &account,
                         refusal, error)
      || !_gram_query_ccs (account, refusal))
    return NULL;
  g_assert (vehicle != NULL);
  standing->kind = account->kind;
  standing->type_reason = gram_ccs_type_reason (vehicle->vehicle_class, vehicle->type);
  if (vehicle->status == GRAM_VEHICLE_ACCEPTED
          ? !read_frozen (self, account, standing, error)
          : !read_waiting (self, account, standing, refusal, error))
    return NULL;
  return g_steal_pointer (&standing);
}

GramVehicleStanding *
gram_registry_vehicle_standing (GramRegistry *self,
                                GramActor *actor,
                                gint64 vehicle_id,
                                GramRefusal **refusal,
                                GError **error)
{
  GramVehicleStanding *standing;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  standing = read_standing (self, actor, vehicle_id, refusal, error);
  gram_store_end_read (self->store);
  return standing;
}
