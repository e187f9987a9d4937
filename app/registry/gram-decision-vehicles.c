/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decision-plan-private.h"

#include "gram-case-vehicle-table.h"
#include "gram-ccs.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define ARTICLE "CO₂ account, Disputing records"
/* Records that are read at a time. */
#define PAGE 1000

static gboolean
sets_field (const GArray *values, const char *name)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_array_index (values, GramDecisionValue, i).field->name, name))
      return TRUE;
  return FALSE;
}

static gboolean
set_values (const GArray *values, GramVehicleRecord *after, GramRefusal **refusal)
{
  for (guint i = 0; i < values->len; i++)
    {
      const GramDecisionValue *value = &g_array_index (values, GramDecisionValue, i);

      if (!gram_vehicle_field_set (value->field, after, value->text))
        return gram_refuse (refusal, "decision.value", ARTICLE,
                            _ ("“%s” is no value of “%s”; name the corrected value"), value->text,
                            gram_vehicle_field_title (value->field->name));
    }
  return TRUE;
}

/* What follows from the values: the type from the class, the source from a value that was corrected. */
static void
set_what_follows (const GramDecisionCase *self,
                  const GramAccountRecord *account,
                  gint64 co2_before,
                  GramVehicleRecord *after)
{
  char type = gram_ccs_type_of_class (after->vehicle_class);

  if (gram_account_kind_scheme (account->kind) != GRAM_SCHEME_CCS)
    return;
  if (type != 0 && !sets_field (self->values, "type")
      && (after->type == 0 || sets_field (self->values, "vehicle_class")))
    after->type = type;
  if (self->dispute != NULL && self->dispute->kind == GRAM_DISPUTE_VALUE
      && after->co2_micro != co2_before && !sets_field (self->values, "co2_source"))
    g_set_str (&after->co2_source, "corrected");
}

gboolean
_gram_decision_case_set (const GramDecisionCase *self,
                         const GramAccountRecord *account,
                         GramVehicleRecord *after,
                         GramRefusal **refusal)
{
  gint64 co2_before = after->co2_micro;

  if ((after->id == 0 && !set_values (self->details, after, refusal))
      || !set_values (self->values, after, refusal))
    return FALSE;
  set_what_follows (self, account, co2_before, after);
  after->missing = gram_vehicle_record_missing (after, account->kind);
  /* The dispute that is being decided has let the vehicle go; if it is disputed still, then by another. */
  if (after->attention != GRAM_ATTENTION_DISPUTED)
    after->attention = after->missing != 0 ? GRAM_ATTENTION_INCOMPLETE : GRAM_ATTENTION_NONE;
  return TRUE;
}

gboolean
_gram_decision_check_identity (const GramDecisionPlan *plan,
                               const GramCorrection *correction,
                               GramRefusal **refusal,
                               GError **error)
{
  gint64 self_id = correction->vehicle != NULL ? correction->vehicle->id : 0;
  gint64 by_vin;
  gint64 by_other;

  if (!gram_vehicle_table_find (gram_registry_get_store (plan->registry), correction->after,
                                &by_vin, &by_other, error))
    return FALSE;
  if ((by_vin == 0 || by_vin == self_id) && (by_other == 0 || by_other == self_id))
    return TRUE;
  return gram_refuse (refusal, "decision.identifier-taken", ARTICLE,
                      _ ("Another vehicle has this VIN, chassis number or register key; look into "
                         "that one first"));
}

static gboolean
same_identity (const GramVehicleRecord *a, const GramVehicleRecord *b)
{
  return a->account_id == b->account_id && g_strcmp0 (a->vin, b->vin) == 0
         && g_strcmp0 (a->chassis, b->chassis) == 0;
}

/* A correction has to correct something, or nothing would say what it did. */
static gboolean
changes (const GramDecisionCase *self, const GramCorrection *correction, GramRefusal **refusal)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  if (correction->vehicle->status != GRAM_VEHICLE_ACCEPTED || !gram_correction_stays (correction))
    return TRUE;
  for (guint i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (gram_vehicle_field_differs (&fields[i], correction->vehicle, correction->after))
      return TRUE;
  return gram_refuse (refusal, "decision.no-change", ARTICLE,
                      _ ("%s says so already: nothing would be corrected. Decline case %" PRId64
                         ", or name another value"),
                      correction->vehicle->label, self->id);
}

/* On another account it is ready and accepted anew: what was frozen goes. */
static void
leave_account (GramVehicleRecord *after)
{
  if (after->status != GRAM_VEHICLE_ACCEPTED)
    return;
  after->status = GRAM_VEHICLE_READY;
  after->accepted_at = 0;
  after->accepted_automatically = FALSE;
  after->rulebook_id = 0;
  after->obligation_year = 0;
  after->difference = 0;
  after->charge = 0;
  after->posting_id = 0;
  after->fleet_average = FALSE;
  after->accepted_period = 0;
}

/* A case about the vehicle stays with the account that it leaves, and nobody could decide it there. */
static gboolean
check_no_other_case (const GramDecisionPlan *plan,
                     const GramDecisionCase *self,
                     const GramVehicleRecord *vehicle,
                     GramRefusal **refusal,
                     GError **error)
{
  GramStore *store = gram_registry_get_store (plan->registry);
  g_autoptr (GramCaseRecord) difference = NULL;
  gint64 other = 0;

  if (!gram_case_table_live (store, GRAM_CASE_DIFFERENCE, vehicle->id, &difference, error))
    return FALSE;
  if (difference != NULL)
    other = difference->id;
  else if (!gram_case_vehicle_table_live (store, vehicle->id, GRAM_CASE_CORRECTION, &other, error))
    return FALSE;
  return other == 0 || other == self->id
         || gram_refuse (refusal, "decision.other-case", ARTICLE,
                         _ ("Case %" PRId64 " is about %s, too; decide that one before the vehicle "
                            "goes to another account"),
                         other, vehicle->label);
}

gboolean
_gram_decision_case_plan_vehicle (const GramDecisionPlan *plan,
                                  const GramDecisionCase *self,
                                  const GramVehicleRecord *vehicle,
                                  const GramAccountRecord *account,
                                  const GramAccountRecord *account_after,
                                  GramDecisionFunc func,
                                  gpointer data,
                                  GramRefusal **refusal,
                                  GError **error)
{
  g_autoptr (GramVehicleRecord) after = gram_vehicle_record_copy (vehicle);
  const GramCorrection correction = { self->id, vehicle, account, after, account_after };

  after->account_id = account_after != NULL ? account_after->id : 0;
  if (!gram_correction_stays (&correction))
    {
      if (!check_no_other_case (plan, self, vehicle, refusal, error))
        return FALSE;
      leave_account (after);
    }
  return _gram_decision_case_set (self, account_after != NULL ? account_after : account, after,
                                  refusal)
         && (same_identity (vehicle, after)
             || _gram_decision_check_identity (plan, &correction, refusal, error))
         && changes (self, &correction, refusal) && func (&correction, data, refusal, error);
}

/* A vehicle that left the account meanwhile is not this account's to be decided about. */
static gboolean
plan_one (const GramDecisionPlan *plan,
          const GramDecisionCase *self,
          const GramVehicleRecord *vehicle,
          GramDecisionFunc func,
          gpointer data,
          GramRefusal **refusal,
          GError **error)
{
  if (vehicle->account_id != plan->account->id)
    return gram_refuse (refusal, "decision.vehicle-left", ARTICLE,
                        _ ("%s is on another account now; decline case %" PRId64), vehicle->label,
                        self->id);
  return _gram_decision_case_plan_vehicle (plan, self, vehicle, plan->account,
                                           self->leaves ? self->to : plan->account, func, data,
                                           refusal, error);
}

static gboolean
plan_page (const GramDecisionPlan *plan,
           const GramDecisionCase *self,
           const GArray *ids,
           GramDecisionFunc func,
           gpointer data,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GPtrArray) page = gram_vehicle_table_page (gram_registry_get_store (plan->registry),
                                                        (const gint64 *)ids->data, ids->len, error);

  for (guint i = 0; page != NULL && i < page->len; i++)
    if (!plan_one (plan, self, page->pdata[i], func, data, refusal, error))
      return FALSE;
  return page != NULL;
}

gboolean
gram_decision_case_each (const GramDecisionPlan *plan,
                         const GramDecisionCase *self,
                         GramDecisionFunc func,
                         gpointer data,
                         GramRefusal **refusal,
                         GError **error)
{
  gint64 after = 0;

  if (self->dispute == NULL)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (one, self->vehicle_id);
      return plan_page (plan, self, one, func, data, refusal, error);
    }
  if (self->dispute->kind == GRAM_DISPUTE_MISSING)
    return _gram_decision_case_plan_missing (plan, self, func, data, refusal, error);
  for (;;)
    {
      g_autoptr (GArray) ids
          = gram_case_vehicle_table_ids (gram_registry_get_store (plan->registry), self->id, after,
                                         PAGE, error);

      if (ids == NULL || (ids->len > 0 && !plan_page (plan, self, ids, func, data, refusal, error)))
        return FALSE;
      if (ids->len < PAGE)
        return TRUE;
      after = g_array_index (ids, gint64, ids->len - 1);
    }
}
