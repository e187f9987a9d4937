/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries.h"

#include "gram-figures.h"

#include <glib/gi18n-lib.h>

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

GramTargetExplanation *
gram_registry_explain_target (GramRegistry *self,
                              GramActor *actor,
                              gint64 vehicle_id,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramTargetExplanation) explanation = g_new0 (GramTargetExplanation, 1);
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramFigures) figures = { 0 };

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
  /* The rate is that of the charge scheme under which the vehicle was accepted, or would be today. */
  if (explanation->vehicle->rulebook_id != 0
          ? !gram_figures_init_frozen (&figures, self, account, explanation->vehicle, NULL, error)
          : !gram_figures_init (&figures, self, account, error))
    return NULL;
  if (figures.rulebook == NULL)
    {
      gram_refuse (refusal, "rulebook.none", NULL,
                   _ ("No rulebook of this scheme is in force; the administrator has to publish "
                      "one"));
      return NULL;
    }

  if (!gram_figures_explain (&figures, explanation->vehicle, &explanation->figure, refusal))
    return NULL;
  explanation->kind = account->kind;
  explanation->rulebook = g_strdup (figures.rulebook->version);
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
