/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decision-plan-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "CO₂ account, Disputing records"

/* What is known of it, as a vehicle that is ready: the holder still accepts it. */
static GramVehicleRecord *
make_vehicle (const GramDecisionPlan *plan, const GramDecisionCase *self)
{
  const GramDisputeRecord *dispute = self->dispute;
  GramVehicleRecord *vehicle = gram_vehicle_record_new ();

  vehicle->account_id = plan->account->id;
  if (dispute->vin != NULL && *dispute->vin != '\0')
    vehicle->vin = g_strdup (dispute->vin);
  if (dispute->chassis != NULL && *dispute->chassis != '\0')
    vehicle->chassis = g_strdup (dispute->chassis);
  g_set_str (&vehicle->label, vehicle->vin != NULL ? vehicle->vin : vehicle->chassis);
  vehicle->status = GRAM_VEHICLE_READY;
  vehicle->entered_at = plan->now;
  vehicle->ready_at = plan->now;
  return vehicle;
}

static gboolean
plan_creation (const GramDecisionPlan *plan,
               const GramDecisionCase *self,
               GramVehicleRecord *vehicle,
               GramDecisionFunc func,
               gpointer data,
               GramRefusal **refusal,
               GError **error)
{
  const GramCorrection correction = { self->id, NULL, NULL, vehicle, plan->account };

  return _gram_decision_case_set (self, plan->account, vehicle, refusal)
         && _gram_decision_check_identity (plan, &correction, refusal, error)
         && func (&correction, data, refusal, error);
}

static gboolean
plan_move (const GramDecisionPlan *plan,
           const GramDecisionCase *self,
           gint64 id,
           GramDecisionFunc func,
           gpointer data,
           GramRefusal **refusal,
           GError **error)
{
  GramStore *store = gram_registry_get_store (plan->registry);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  gint64 other;

  if (!gram_vehicle_table_get (store, id, &vehicle, error)
      || !gram_account_table_get (store, vehicle->account_id, &account, error)
      || !gram_case_vehicle_table_blocking (store, id, &other, error))
    return FALSE;
  if (account->id == plan->account->id)
    return gram_refuse (refusal, "decision.here-already", ARTICLE,
                        _ ("%s stands on account %s already; decline case %" PRId64),
                        vehicle->label, account->number, self->id);
  if (gram_account_kind_scheme (account->kind) != gram_account_kind_scheme (plan->account->kind))
    return gram_refuse (refusal, "decision.other-scheme", ARTICLE,
                        _ ("%s stands under the other scheme; decline case %" PRId64),
                        vehicle->label, self->id);
  if (other != 0)
    return gram_refuse (refusal, "decision.other-dispute", ARTICLE,
                        _ ("%s is in dispute itself; decide case %" PRId64 " first"),
                        vehicle->label, other);
  /* The record of the register stays as it is, but for what the decision names. */
  return _gram_decision_case_plan_vehicle (plan, self, vehicle, account, plan->account, func, data,
                                           refusal, error);
}

gboolean
_gram_decision_case_plan_missing (const GramDecisionPlan *plan,
                                  const GramDecisionCase *self,
                                  GramDecisionFunc func,
                                  gpointer data,
                                  GramRefusal **refusal,
                                  GError **error)
{
  g_autoptr (GramVehicleRecord) wanted = make_vehicle (plan, self);
  gint64 by_vin;
  gint64 by_other;

  if (!gram_vehicle_table_find (gram_registry_get_store (plan->registry), wanted, &by_vin,
                                &by_other, error))
    return FALSE;
  if (by_vin != 0 && by_other != 0 && by_vin != by_other)
    return gram_refuse (refusal, "decision.contradiction", ARTICLE,
                        _ ("The VIN of case %" PRId64 " is that of one vehicle and the chassis "
                           "number that of another; ask which of them is right"),
                        self->id);
  if (by_vin == 0 && by_other == 0)
    return plan_creation (plan, self, wanted, func, data, refusal, error);
  return plan_move (plan, self, by_vin != 0 ? by_vin : by_other, func, data, refusal, error);
}
