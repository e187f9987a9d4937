/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-consequences-private.h"

#include "gram-cases.h"
#include "gram-check.h"
#include "gram-queries-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static gboolean
read_account (GramRegistry *self,
              GramActor *actor,
              const char *command,
              GVariant *arguments,
              GramAccountRecord **account,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  const char *number = "";

  g_variant_lookup (arguments, "account", "&s", &number);
  return _gram_queries_find_person (self, actor, &person, refusal, error) == GRAM_OUTCOME_DONE
         && gram_account_table_get_by_number (self->store, number, account, error)
         && _gram_check_allowed (self, gram_command_find (command), person, *account, refusal,
                                 error);
}

static gboolean
read_case (GramRegistry *self,
           const GramAccountRecord *account,
           gint64 id,
           guint kinds,
           GPtrArray *records,
           GramRefusal **refusal,
           GError **error)
{
  GramCaseRecord *record = NULL;

  if (!gram_case_table_get (self->store, id, &record, error))
    return FALSE;
  if (record != NULL)
    g_ptr_array_add (records, record);
  if (record == NULL || record->account_id != account->id || (record->kind & kinds) == 0)
    return gram_refuse (refusal, "case.unknown", NULL, _ ("There is no case %" PRId64 " here"), id);
  return gram_cases_check_live (record, refusal);
}

static GPtrArray *
read_cases (GramRegistry *self,
            const GramAccountRecord *account,
            GVariant *arguments,
            guint kinds,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_case_record_free);
  g_autoptr (GVariant) cases = g_variant_lookup_value (arguments, "cases", G_VARIANT_TYPE ("ax"));
  gsize n_cases = 0;
  const gint64 *ids
      = cases != NULL ? g_variant_get_fixed_array (cases, &n_cases, sizeof (gint64)) : NULL;

  if (n_cases == 0)
    {
      gram_refuse (refusal, "case.none-named", NULL, _ ("No case is selected"));
      return NULL;
    }
  for (gsize i = 0; i < n_cases; i++)
    if (!read_case (self, account, ids[i], kinds, records, refusal, error))
      return NULL;
  return g_steal_pointer (&records);
}

static GramConsequences *
read_consequences (GramRegistry *self,
                   GramActor *actor,
                   const char *command,
                   GVariant *arguments,
                   GramRefusal **refusal,
                   GError **error)
{
  guint kinds = g_str_equal (command, "difference.take") ? GRAM_CASE_DIFFERENCE
                                                         : GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_auto (GramDecisionPlan) plan = { 0 };

  if (!read_account (self, actor, command, arguments, &account, refusal, error))
    return NULL;
  records = read_cases (self, account, arguments, kinds, refusal, error);
  if (records == NULL
      || !gram_decision_plan_init (&plan, self, account, arguments, _gram_registry_now (self),
                                   error))
    return NULL;
  return _gram_consequences_of (&plan, records, refusal, error);
}

GramConsequences *
gram_registry_consequences (GramRegistry *self,
                            GramActor *actor,
                            const char *command,
                            GVariant *arguments,
                            GramRefusal **refusal,
                            GError **error)
{
  g_autoptr (GVariant) given = NULL;
  GramConsequences *consequences;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);
  g_return_val_if_fail (g_strcmp0 (command, "dispute.uphold") == 0
                            || g_strcmp0 (command, "difference.take") == 0,
                        NULL);
  g_return_val_if_fail (arguments != NULL, NULL);

  given = g_variant_ref_sink (arguments);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  consequences = read_consequences (self, actor, command, given, refusal, error);
  gram_store_end_read (self->store);
  return consequences;
}
