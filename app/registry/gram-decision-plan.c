/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decision-plan-private.h"

#include "gram-exclusions.h"
#include "gram-rulebooks.h"

#include "gram-difference-table.h"
#include "gram-json.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "CO₂ account, Disputing records"

gboolean
gram_decision_plan_init (GramDecisionPlan *self,
                         GramRegistry *registry,
                         const GramAccountRecord *account,
                         GVariant *arguments,
                         gint64 now,
                         GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, account->kind);

  *self = (GramDecisionPlan){
    .registry = registry,
    .account = account,
    .values = g_variant_lookup_value (arguments, "values", G_VARIANT_TYPE_VARDICT),
    .rulebooks = gram_rulebooks_table_new (),
    .now = now,
  };
  g_variant_lookup (arguments, "right-account", "s", &self->right_account);
  g_variant_lookup (arguments, "fields", "^as", &self->fields);
  return gram_date_parse (today, GRAM_DATE_ISO, &self->today, error);
}

void
gram_decision_plan_clear (GramDecisionPlan *self)
{
  g_clear_pointer (&self->values, g_variant_unref);
  g_clear_pointer (&self->right_account, g_free);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_pointer (&self->rulebooks, g_hash_table_unref);
}

static void
clear_value (gpointer data)
{
  g_free (((GramDecisionValue *)data)->text);
}

void
gram_decision_case_free (GramDecisionCase *self)
{
  if (self == NULL)
    return;
  gram_dispute_record_free (self->dispute);
  g_array_unref (self->details);
  g_array_unref (self->values);
  gram_account_record_free (self->to);
  g_free (self);
}

static GArray *
values_new (void)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (GramDecisionValue));

  g_array_set_clear_func (values, clear_value);
  return values;
}

static void
add_value (GArray *values, const GramVehicleField *field, const char *text)
{
  GramDecisionValue value = { field, g_strdup (text) };

  g_array_append_val (values, value);
}

/* A value as the database has it: canonical, of a field that was checked when it was written. */
static gboolean
add_known (GArray *values, const char *name, const char *text, GramRefusal **refusal)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);

  if (field == NULL)
    return gram_refuse (refusal, "decision.value", ARTICLE,
                        _ ("“%s” is no field of a vehicle; decline the case"), name);
  add_value (values, field, text);
  return TRUE;
}

static gboolean
read_value (const GramDecisionPlan *plan,
            GramDecisionCase *self,
            const char *name,
            GVariant *value,
            GramRefusal **refusal,
            GError **error)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);
  g_autofree char *text = NULL;

  if (field == NULL || !gram_vehicle_field_is_disputable (field, plan->account->kind))
    return gram_refuse (refusal, "decision.value", ARTICLE,
                        _ ("“%s” cannot be corrected on this account; leave it out"), name);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return gram_refuse (refusal, "decision.value", ARTICLE,
                        _ ("The corrected value of “%s” is a text, like \"132.5\""), name);
  text = gram_vehicle_field_read (field, g_variant_get_string (value, NULL), plan->today, refusal);
  if (text == NULL
      || !gram_exclusions_check (plan->registry, plan->account->kind, field, text, refusal, error))
    return FALSE;
  add_value (self->values, field, text);
  return TRUE;
}

static gboolean
read_values (const GramDecisionPlan *plan,
             GramDecisionCase *self,
             GramRefusal **refusal,
             GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gboolean good = TRUE;

  if (plan->values == NULL)
    return TRUE;
  g_variant_iter_init (&iter, plan->values);
  while (good && g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      good = read_value (plan, self, name, value, refusal, error);
      g_variant_unref (value);
    }
  return good;
}

static gboolean
check_right_account (const GramDecisionPlan *plan,
                     const char *number,
                     const GramAccountRecord *to,
                     GramRefusal **refusal)
{
  if (to == NULL)
    return gram_refuse (refusal, "decision.right-account", ARTICLE,
                        _ ("There is no account %s; name another, or none"), number);
  if (to->id == plan->account->id)
    return gram_refuse (refusal, "decision.right-account", ARTICLE,
                        _ ("The vehicle stands on account %s already; name another, or none"),
                        number);
  if (gram_account_kind_scheme (to->kind) != gram_account_kind_scheme (plan->account->kind))
    return gram_refuse (refusal, "decision.right-account", ARTICLE,
                        _ ("Account %s belongs to the other scheme; name another, or none"),
                        number);
  if (to->state == GRAM_ACCOUNT_CLOSED)
    return gram_refuse (refusal, "decision.right-account", ARTICLE,
                        _ ("Account %s is closed; name another, or none"), number);
  return TRUE;
}

static gboolean
read_right_account (const GramDecisionPlan *plan,
                    GramDecisionCase *self,
                    GramRefusal **refusal,
                    GError **error)
{
  GramStore *store = gram_registry_get_store (plan->registry);
  const char *typed
      = plan->right_account != NULL ? plan->right_account : self->dispute->right_account;
  g_autofree char *number = g_strstrip (g_strdup (typed != NULL ? typed : ""));

  self->leaves = TRUE;
  if (*number == '\0')
    return gram_account_table_get_unassigned (store, plan->account->kind, &self->to, error);
  return gram_account_table_get_by_number (store, number, &self->to, error)
         && check_right_account (plan, number, self->to, refusal);
}

/* What is known of a missing vehicle. */
static gboolean
read_details (GramDecisionCase *self, GramRefusal **refusal, GError **error)
{
  const char *details = self->dispute->details;
  g_autoptr (JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (details == NULL || *details == '\0')
    return TRUE;
  node = gram_json_parse (details, -1, error);
  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!add_known (self->details, name, json_node_get_string (member), refusal))
      return FALSE;
  return TRUE;
}

static gboolean
read_dispute (const GramDecisionPlan *plan,
              GramDecisionCase *self,
              GramRefusal **refusal,
              GError **error)
{
  if (plan->right_account != NULL && self->dispute->kind != GRAM_DISPUTE_NOT_OURS)
    return gram_refuse (refusal, "decision.right-account", ARTICLE,
                        _ ("Case %" PRId64
                           " says nothing of another account; leave “right-account” "
                           "out"),
                        self->id);
  switch (self->dispute->kind)
    {
    case GRAM_DISPUTE_VALUE:
      return (plan->values != NULL
              || add_known (self->values, self->dispute->field, self->dispute->claimed, refusal))
             && read_values (plan, self, refusal, error);
    case GRAM_DISPUTE_NOT_OURS:
      return read_right_account (plan, self, refusal, error)
             && read_values (plan, self, refusal, error);
    case GRAM_DISPUTE_MISSING:
      return read_details (self, refusal, error) && read_values (plan, self, refusal, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_asked (const GramDecisionPlan *plan, const char *field)
{
  return plan->fields == NULL || g_strv_contains ((const char *const *)plan->fields, field);
}

static gboolean
read_differences (const GramDecisionPlan *plan,
                  GramDecisionCase *self,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GPtrArray) differences
      = gram_difference_table_list_case (gram_registry_get_store (plan->registry), self->id, error);
  guint n_asked = 0;

  if (differences == NULL)
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const GramDifferenceRecord *difference = differences->pdata[i];

      if (difference->decision != GRAM_DIFFERENCE_OPEN || !is_asked (plan, difference->field))
        continue;
      n_asked++;
      if (!add_known (self->values, difference->field, difference->file_value, refusal))
        return FALSE;
    }
  if (n_asked == 0)
    return gram_refuse (refusal, "decision.fields", ARTICLE,
                        _ ("Case %" PRId64 " has no difference in these fields; name some that it "
                           "has, or keep the registry’s values"),
                        self->id);
  return TRUE;
}

GramDecisionCase *
gram_decision_case_read (const GramDecisionPlan *plan,
                         const GramCaseRecord *record,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GramDecisionCase) self = g_new0 (GramDecisionCase, 1);

  self->id = record->id;
  self->kind = record->kind;
  self->vehicle_id = record->subject_id;
  self->details = values_new ();
  self->values = values_new ();
  if (record->kind == GRAM_CASE_DIFFERENCE)
    return read_differences (plan, self, refusal, error) ? g_steal_pointer (&self) : NULL;
  if (!gram_dispute_table_get (gram_registry_get_store (plan->registry), record->id, &self->dispute,
                               error))
    return NULL;
  g_assert (self->dispute != NULL);
  return read_dispute (plan, self, refusal, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
gram_decision_case_needs_unassigned (const GramDecisionCase *self)
{
  return self->leaves && self->to == NULL;
}

void
gram_decision_case_take_account (GramDecisionCase *self, GramAccountRecord *account)
{
  gram_account_record_free (self->to);
  self->to = account;
}
