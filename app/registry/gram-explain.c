/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries.h"

#include "gram-calendar.h"
#include "gram-charge-scheme.h"
#include "gram-registry-private.h"
#include "gram-rulebook-table.h"
#include "gram-rulebooks.h"

#include <glib/gi18n-lib.h>

/* The rulebook that counts for a vehicle, and the year whose figures it takes. */
static gboolean
find_rules (GramRegistry *self,
            const GramVehicleRecord *vehicle,
            GramAccountKind kind,
            GramRulebook **rulebook,
            int *year,
            GError **error)
{
  g_autoptr (GramRulebookRecord) record = NULL;
  g_autofree char *today = NULL;
  GramDate day;
  gint64 id;

  if (vehicle->rulebook_id == 0)
    {
      today = gram_registry_dup_today (self, kind);
      if (!gram_date_parse (today, GRAM_DATE_ISO, &day, error))
        return FALSE;
      *year = gram_date_scheme_year (day);
      return gram_rulebooks_in_force (self->store, kind, today, &id, rulebook, error);
    }

  day = gram_date_from_instant (vehicle->accepted_at,
                                gram_zone_of_scheme (gram_account_kind_scheme (kind)));
  *year = gram_date_scheme_year (day);
  if (!gram_rulebook_table_get (self->store, vehicle->rulebook_id, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  *rulebook = gram_rulebook_parse (record->content, -1, error);
  return *rulebook != NULL;
}

/* A vehicle that is not there, and one that the actor may not see, get the same answer. */
static GramVehicleRecord *
view_vehicle (GramRegistry *self,
              GramActor *actor,
              gint64 vehicle_id,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramVehicleRecord) vehicle = NULL;

  if (!gram_vehicle_table_get (self->store, vehicle_id, &vehicle, error))
    return NULL;
  if (vehicle == NULL)
    {
      gram_registry_may_view (self, actor, 0, refusal, error);
      return NULL;
    }
  if (gram_registry_may_view (self, actor, vehicle->account_id, refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  return g_steal_pointer (&vehicle);
}

/* The rate is that of the charge scheme under which the vehicle was accepted, or would be today. */
static gboolean
find_scheme (GramRegistry *self,
             const GramVehicleRecord *vehicle,
             const GramAccountRecord *account,
             gboolean *fleet_average,
             GError **error)
{
  GramChargeScheme scheme;

  if (vehicle->accepted_at > 0
          ? !gram_charge_scheme_at (self, account, vehicle->accepted_at, &scheme, error)
          : !gram_charge_scheme_today (self, account, &scheme, error))
    return FALSE;
  *fleet_average = scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  return TRUE;
}

GramTargetExplanation *
gram_registry_explain_target (GramRegistry *self,
                              GramActor *actor,
                              gint64 vehicle_id,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramTargetExplanation) explanation = g_new0 (GramTargetExplanation, 1);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;
  GramCcsFacts facts = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  explanation->vehicle = view_vehicle (self, actor, vehicle_id, refusal, error);
  if (explanation->vehicle == NULL
      || !gram_account_table_get (self->store, explanation->vehicle->account_id, &account, error))
    return NULL;
  g_assert (account != NULL);
  if (gram_account_kind_scheme (account->kind) != GRAM_SCHEME_CCS)
    {
      gram_refuse (refusal, "ccs.other-scheme", NULL,
                   _ ("Only vehicles of the Clean Car Standard have a target of their own"));
      return NULL;
    }
  if (!find_rules (self, explanation->vehicle, account->kind, &rulebook, &facts.year, error)
      || !find_scheme (self, explanation->vehicle, account, &facts.fleet_average, error))
    return NULL;
  if (rulebook == NULL)
    {
      gram_refuse (refusal, "rulebook.none", NULL,
                   _ ("No rulebook of this scheme is in force; the administrator has to publish "
                      "one"));
      return NULL;
    }

  facts.kind = account->kind;
  facts.type = explanation->vehicle->type;
  facts.mass_kg = explanation->vehicle->mass_kg;
  facts.co2_micro = explanation->vehicle->co2_micro;
  if (!gram_ccs_figure (rulebook, &facts, &explanation->figure, refusal))
    return NULL;
  explanation->kind = account->kind;
  explanation->rulebook = g_strdup (rulebook->version);
  explanation->frozen = explanation->vehicle->rulebook_id != 0;
  return g_steal_pointer (&explanation);
}

void
gram_target_explanation_free (GramTargetExplanation *self)
{
  if (self == NULL)
    return;
  gram_vehicle_record_free (self->vehicle);
  g_free (self->rulebook);
  g_free (self);
}
