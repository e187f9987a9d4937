/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-attachments.h"
#include "gram-cases.h"
#include "gram-case-decisions.h"
#include "gram-handlers-disputes.h"
#include "gram-selection.h"

#include "gram-answers.h"
#include "gram-case-vehicle-table.h"
#include "gram-dispute-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The lines of a file that answer one case here: a shared dispute has a line for each of its vehicles. */
typedef struct
{
  GramCaseRecord *record;
  GramAnswer *answer;
  GHashTable *vehicles;
  gint64 n_lines;
  gboolean differs;
} Group;

typedef struct
{
  GramCall *call;

  /* Owned References */
  GPtrArray *groups;
  GHashTable *by_case;

  gint64 n_unmatched;
  gint64 n_differing;
} Reading;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_clear_pointer (&self->record, gram_case_record_free);
  g_clear_pointer (&self->answer, gram_answer_free);
  g_hash_table_unref (self->vehicles);
  g_free (self);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->by_case, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The vehicle of this account that an answer names, 0 none. */
static gboolean
find_vehicle (GramCall *call, const GramAnswer *answer, gint64 *vehicle_id, GError **error)
{
  const char *const names[] = { answer->vin, answer->chassis, answer->register_key };

  *vehicle_id = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (names) && *vehicle_id == 0; i++)
    if (names[i] != NULL
        && !gram_vehicle_find_on_account (call->store, call->account->id, names[i], vehicle_id,
                                          error))
      return FALSE;
  return TRUE;
}

/* The undecided case that an answer is about. Numbers of cases are others in every registry: the vehicle tells. */
static gboolean
find_case (GramCall *call,
           const GramAnswer *answer,
           gint64 *vehicle_id,
           gint64 *case_id,
           GError **error)
{
  *vehicle_id = 0;
  *case_id = 0;
  if (answer->dispute == GRAM_DISPUTE_MISSING)
    return gram_dispute_table_find_missing (call->store, call->account->id, answer->vin,
                                            answer->chassis, case_id, error);
  if (!find_vehicle (call, answer, vehicle_id, error))
    return FALSE;
  return *vehicle_id == 0
         || gram_case_vehicle_table_live (call->store, *vehicle_id, answer->kind, case_id, error);
}

/* Whether what was answered is what was disputed here. */
static gboolean
is_about (const GramDisputeRecord *says, const GramAnswer *answer)
{
  const GramVehicleField *field = gram_vehicle_field_find (answer->field);

  if (says == NULL || says->kind != answer->dispute)
    return FALSE;
  if (says->kind != GRAM_DISPUTE_VALUE)
    return TRUE;
  return field != NULL && g_strcmp0 (says->field, field->name) == 0 && answer->claimed != NULL
         && gram_vehicle_field_same (field, says->claimed, answer->claimed);
}

static gboolean
same_answer (const GramAnswer *one, const GramAnswer *other)
{
  if (one->outcome != other->outcome)
    return FALSE;
  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (g_strcmp0 (one->values[i], other->values[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The group of a case; a new one has no answer yet. */
static Group *
take_group (Reading *self, gint64 case_id, GramRefusal **refusal, GError **error)
{
  Group *group = g_hash_table_lookup (self->by_case, &case_id);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->vehicles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (self->groups, group);
  if (!gram_cases_find (self->call, case_id, &group->record, refusal, error))
    return NULL;
  g_hash_table_insert (self->by_case, &group->record->id, group);
  return group;
}

static gboolean
read_answer (Reading *self, GramAnswer *answer, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAnswer) owned = answer;
  g_autoptr (GramDisputeRecord) says = NULL;
  gint64 vehicle_id;
  gint64 case_id;
  Group *group;

  if (!find_case (self->call, answer, &vehicle_id, &case_id, error))
    return FALSE;
  if (case_id == 0)
    {
      self->n_unmatched++;
      return TRUE;
    }
  group = take_group (self, case_id, refusal, error);
  if (group == NULL || !gram_dispute_table_get (self->call->store, case_id, &says, error))
    return FALSE;
  group->n_lines++;
  g_hash_table_add (group->vehicles, g_memdup2 (&vehicle_id, sizeof vehicle_id));
  if (!is_about (says, answer) || (group->answer != NULL && !same_answer (group->answer, answer)))
    group->differs = TRUE;
  if (group->answer == NULL)
    group->answer = g_steal_pointer (&owned);
  return TRUE;
}

static gboolean
refuse_file (GramCall *call, const GError *why, GramRefusal **refusal)
{
  return gram_refuse (refusal, "answers.file", NULL,
                      _ ("This is no file of answers, or it was changed: %s"), why->message);
}

static gboolean
read_file (Reading *self, GramRefusal **refusal, GError **error)
{
  const char *path = gram_call_get_string (self->call, "file");
  const GramCaseRules *rules
      = gram_case_rules_default (gram_account_kind_scheme (self->call->account->kind));
  g_autoptr (GramAnswersReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) why = NULL;

  bytes = gram_attachment_read_file (path, rules, self->call->progress, self->call->progress_data,
                                     self->call->cancellable, &sha256, refusal, error);
  if (bytes == NULL)
    return FALSE;
  gram_call_note (self->call, "file-sha256", sha256);
  reader = gram_answers_reader_new_for_bytes (bytes);
  for (;;)
    {
      GramAnswer *answer = NULL;

      if (!gram_answers_reader_next (reader, &answer, &why))
        return refuse_file (self->call, why, refusal);
      if (answer == NULL)
        return TRUE;
      if (!read_answer (self, answer, refusal, error))
        return FALSE;
    }
}

/* What the decision is made of, as dispute.uphold takes it. Numbers of accounts are others in every registry: what is not
 * the holder's goes to nobody here. */
static GVariant *
dup_arguments (const GramAnswer *answer)
{
  const GramVehicleField *fields = gram_vehicle_fields ();
  g_auto (GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_auto (GVariantDict) values = G_VARIANT_DICT_INIT (NULL);
  gboolean any = FALSE;

  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (answer->values[i] != NULL)
      {
        g_variant_dict_insert (&values, fields[i].name, "s", answer->values[i]);
        any = TRUE;
      }
  if (any)
    g_variant_dict_insert_value (&arguments, "values", g_variant_dict_end (&values));
  if (answer->dispute == GRAM_DISPUTE_NOT_OURS)
    g_variant_dict_insert (&arguments, "right-account", "s", "");
  return g_variant_ref_sink (g_variant_dict_end (&arguments));
}

static gboolean
uphold (GramCall *call,
        const Group *group,
        GramCorrectionSums *sums,
        GramRefusal **refusal,
        GError **error)
{
  g_autoptr (GVariant) arguments = dup_arguments (group->answer);
  g_auto (GramDecisionPlan) plan = { 0 };
  g_autoptr (GramRefusal) why = NULL;

  if (!gram_decision_plan_init (&plan, call->registry, call->account, arguments, call->now, error))
    return FALSE;
  if (gram_case_decisions_apply (call, &plan, group->record, sums, &why, error))
    return TRUE;
  if (why == NULL)
    return FALSE;
  /* Translators: the number of a case, and why it cannot be decided like that */
  return gram_refuse (refusal, why->id, why->article, _ ("Case %" PRId64 ": %s"), group->record->id,
                      why->message);
}

/* Whether the file answers the whole case, and with one voice. */
static gboolean
is_whole (const Group *group)
{
  gint64 wanted = MAX (group->record->vehicles, 1);

  return !group->differs && (gint64)g_hash_table_size (group->vehicles) == wanted;
}

static gboolean
decide_group (Reading *self,
              const Group *group,
              const char *reference,
              GArray *decided,
              GramCorrectionSums *sums,
              GramRefusal **refusal,
              GError **error)
{
  GramCall *call = self->call;

  if (!is_whole (group))
    {
      self->n_differing += group->n_lines;
      return TRUE;
    }
  if (!gram_cases_take (call, group->record, refusal)
      || (group->answer->outcome == GRAM_CASE_UPHELD && !uphold (call, group, sums, refusal, error))
      || !gram_cases_decide (call, group->record, group->answer->outcome, group->answer->reason,
                             reference, error))
    return FALSE;
  g_array_append_val (decided, group->record->id);
  return TRUE;
}

static gboolean
tell_decided (GramCall *call, const GArray *ids, GramCaseOutcome outcome, GError **error)
{
  return ids->len == 0
         || gram_cases_tell_decided (call, (const gint64 *)ids->data, ids->len, outcome, error);
}

static gboolean
decide_all (Reading *self, const char *reference, GramRefusal **refusal, GError **error)
{
  GramCall *call = self->call;
  g_autoptr (GArray) upheld = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) declined = g_array_new (FALSE, FALSE, sizeof (gint64));
  GramCorrectionSums sums = { 0 };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];
      gboolean good = group->answer->outcome == GRAM_CASE_UPHELD;

      if (!decide_group (self, group, reference, good ? upheld : declined, &sums, refusal, error)
          || !gram_call_progress (call, i, self->groups->len, i, error))
        return FALSE;
    }
  if (upheld->len + declined->len == 0)
    return gram_refuse (refusal, "answers.none", NULL,
                        _ ("None of these answers closes a dispute of account %s: "
                           "%" PRId64 " belong to none, %" PRId64 " say something else"),
                        call->account->number, self->n_unmatched, self->n_differing);
  gram_call_answer_int64 (call, "decided", upheld->len + declined->len);
  gram_call_answer_int64 (call, "unmatched", self->n_unmatched);
  gram_call_answer_int64 (call, "differing", self->n_differing);
  gram_call_answer_int64 (call, "vehicles", sums.vehicles);
  return tell_decided (call, upheld, GRAM_CASE_UPHELD, error)
         && tell_decided (call, declined, GRAM_CASE_NOT_UPHELD, error);
}

gboolean
gram_dispute_answers_import (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (Reading) reading = { .call = call };
  g_autofree char *reference = NULL;

  reading.groups = g_ptr_array_new_with_free_func (group_free);
  reading.by_case = g_hash_table_new (g_int64_hash, g_int64_equal);
  return gram_life_read_text (call, "reference", &reference, refusal)
         && read_file (&reading, refusal, error)
         && decide_all (&reading, reference, refusal, error);
}
