/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-decisions.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-consequences-private.h"
#include "gram-handlers-figures.h"
#include "gram-notices.h"

#include "gram-case-vehicle-table.h"
#include "gram-difference-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "CO₂ account, Disputing records"
#define DISPUTES (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION)

/* The cases that a command decides together. */
typedef struct
{
  GPtrArray *records;
  GArray *ids;
  char *reason;
  char *reference;
} Decision;

static void
decision_clear (Decision *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->reference, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

static gboolean
check_kind (const GramCaseRecord *record, guint kinds, GramRefusal **refusal)
{
  if ((record->kind & kinds) != 0)
    return TRUE;
  if (kinds == DISPUTES)
    return gram_refuse (refusal, "decision.kind", ARTICLE,
                        _ ("Case %" PRId64 " is neither a dispute nor a correction; leave it out"),
                        record->id);
  return gram_refuse (refusal, "decision.kind", ARTICLE,
                      _ ("Case %" PRId64 " is no difference to a register file; leave it out"),
                      record->id);
}

/* Every case is looked at before the first is decided. */
static gboolean
decision_read (Decision *self, GramCall *call, guint kinds, GramRefusal **refusal, GError **error)
{
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_case_record_free);
  self->ids = gram_cases_read_argument (call, refusal);
  if (self->ids == NULL || !gram_life_read_text (call, "reason", &self->reason, refusal)
      || !gram_life_read_text (call, "reference", &self->reference, refusal))
    return FALSE;
  for (guint i = 0; i < self->ids->len; i++)
    {
      GramCaseRecord *record = NULL;

      if (!gram_cases_find (call, g_array_index (self->ids, gint64, i), &record, refusal, error))
        return FALSE;
      g_ptr_array_add (self->records, record);
      if (!check_kind (record, kinds, refusal) || !gram_cases_take (call, record, refusal))
        return FALSE;
    }
  return TRUE;
}

/* Decides the cases; their vehicles are done with. */
static gboolean
decide_all (GramCall *call, const Decision *self, GramCaseOutcome outcome, GError **error)
{
  for (guint i = 0; i < self->records->len; i++)
    if (!gram_cases_decide (call, self->records->pdata[i], outcome, self->reason, self->reference,
                            error))
      return FALSE;
  return TRUE;
}

/* What the vehicles of a decision are written with. */
typedef struct
{
  GramCall *call;
  const GramDecisionPlan *plan;
  GramCorrectionSums sums;
  /* Vehicles that came to an account, and are ready there. */
  GArray *arrivals;
} Work;

typedef struct
{
  gint64 account_id;
  gint64 n_vehicles;
  gint64 last_id;
} Arrival;

static void
note_arrival (Work *work, const GramCorrection *correction)
{
  const GramVehicleRecord *after = correction->after;
  Arrival arrival = { correction->account_after->id, 1, after->id };

  if (gram_correction_stays (correction) || correction->account_after->unassigned
      || after->status != GRAM_VEHICLE_READY)
    return;
  for (guint i = 0; i < work->arrivals->len; i++)
    {
      Arrival *known = &g_array_index (work->arrivals, Arrival, i);

      if (known->account_id != arrival.account_id)
        continue;
      known->n_vehicles++;
      return;
    }
  g_array_append_val (work->arrivals, arrival);
}

static gboolean
apply_one (const GramCorrection *correction, gpointer data, GramRefusal **refusal, GError **error)
{
  Work *work = data;

  if (!gram_corrections_apply (work->call, correction, work->plan->rulebooks, &work->sums, refusal,
                               error))
    return FALSE;
  note_arrival (work, correction);
  return TRUE;
}

/* Those to whom vehicles came have to accept them. */
static gboolean
tell_arrivals (Work *work, GError **error)
{
  for (guint i = 0; i < work->arrivals->len; i++)
    {
      const Arrival *arrival = &g_array_index (work->arrivals, Arrival, i);

      if (!gram_notices_tell_vehicles_of (work->call, arrival->account_id, GRAM_EVENT_VEHICLE_READY,
                                          arrival->n_vehicles, arrival->last_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_case (Work *work, const GramCaseRecord *record, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramDecisionCase) one = NULL;

  /* Let go first, so that the vehicles need no attention for this dispute any more. */
  if (record->kind == GRAM_CASE_DISPUTE
      && !gram_case_vehicle_table_free (work->call->unit, record->id, error))
    return FALSE;
  one = gram_decision_case_read (work->plan, record, refusal, error);
  if (one == NULL)
    return FALSE;
  if (gram_decision_case_needs_unassigned (one))
    {
      GramAccountRecord *account = NULL;

      if (!gram_corrections_make_unassigned (work->call, work->call->account->kind, &account,
                                             error))
        return FALSE;
      gram_decision_case_take_account (one, account);
    }
  return gram_decision_case_each (work->plan, one, apply_one, work, refusal, error);
}

/* What was looked at has to be what happens. */
static gboolean
check_expected (GramCall *call,
                const GramDecisionPlan *plan,
                const Decision *self,
                GramRefusal **refusal,
                GError **error)
{
  const char *expect = gram_call_get_string (call, "expect");
  g_autoptr (GramConsequences) consequences = NULL;

  if (expect == NULL)
    return TRUE;
  consequences = _gram_consequences_of (plan, self->records, refusal, error);
  if (consequences == NULL)
    return FALSE;
  if (g_str_equal (consequences->digest, expect))
    return TRUE;
  return gram_refuse (refusal, "decision.changed", NULL,
                      _ ("What this decision would do has changed since you looked at it; look at "
                         "the preview again"));
}

static gboolean
apply_all (GramCall *call,
           const Decision *self,
           GramCorrectionSums *sums,
           GramRefusal **refusal,
           GError **error)
{
  g_auto (GramDecisionPlan) plan = { 0 };
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival));
  Work work = { call, &plan, { 0 }, arrivals };

  if (!gram_decision_plan_init (&plan, call->registry, call->account, call->arguments, call->now,
                                error)
      || !check_expected (call, &plan, self, refusal, error))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    if (!apply_case (&work, self->records->pdata[i], refusal, error)
        || !gram_call_progress (call, i, self->records->len, i, error))
      return FALSE;
  *sums = work.sums;
  return tell_arrivals (&work, error);
}

gboolean
gram_case_decisions_apply (GramCall *call,
                           const GramDecisionPlan *plan,
                           const GramCaseRecord *record,
                           GramCorrectionSums *sums,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival));
  Work work = { call, plan, *sums, arrivals };

  if (!apply_case (&work, record, refusal, error))
    return FALSE;
  *sums = work.sums;
  return TRUE;
}

static void
answer (GramCall *call, const Decision *self, const GramCorrectionSums *sums)
{
  gram_call_answer_int64 (call, "decided", self->records->len);
  gram_call_answer_int64 (call, "vehicles", sums->vehicles);
  gram_call_answer_int64 (call, "postings", sums->postings);
}

static gboolean
tell (GramCall *call, const Decision *self, GramCaseOutcome outcome, GError **error)
{
  return gram_cases_tell_decided (call, (const gint64 *)self->ids->data, self->ids->len, outcome,
                                  error);
}

gboolean
gram_decisions_uphold (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (Decision) decision = { 0 };
  GramCorrectionSums sums = { 0 };

  if (!decision_read (&decision, call, DISPUTES, refusal, error)
      || !apply_all (call, &decision, &sums, refusal, error)
      || !decide_all (call, &decision, GRAM_CASE_UPHELD, error)
      || !tell (call, &decision, GRAM_CASE_UPHELD, error))
    return FALSE;
  answer (call, &decision, &sums);
  return TRUE;
}

gboolean
gram_decisions_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (Decision) decision = { 0 };

  if (!decision_read (&decision, call, DISPUTES, refusal, error)
      || !decide_all (call, &decision, GRAM_CASE_NOT_UPHELD, error)
      || !tell (call, &decision, GRAM_CASE_NOT_UPHELD, error))
    return FALSE;
  gram_call_answer_int64 (call, "decided", decision.records->len);
  return TRUE;
}

/* Those that were named are taken, the others of the case kept. */
static gboolean
decide_differences (GramCall *call,
                    const Decision *self,
                    const char *const *fields,
                    GramDifferenceDecision decision,
                    GError **error)
{
  gint64 decided;

  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (!gram_difference_table_decide (call->unit, id, fields, decision, &decided, error)
          || (fields != NULL
              && !gram_difference_table_decide (call->unit, id, NULL, GRAM_DIFFERENCE_KEPT,
                                                &decided, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_decisions_take (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) named = gram_call_dup_value (call, "fields");
  g_autofree const char **fields = named != NULL ? g_variant_get_strv (named, NULL) : NULL;
  g_auto (Decision) decision = { 0 };
  GramCorrectionSums sums = { 0 };

  if (!decision_read (&decision, call, GRAM_CASE_DIFFERENCE, refusal, error)
      || !apply_all (call, &decision, &sums, refusal, error)
      || !decide_differences (call, &decision, fields, GRAM_DIFFERENCE_TAKEN, error)
      || !decide_all (call, &decision, GRAM_CASE_UPHELD, error))
    return FALSE;
  answer (call, &decision, &sums);
  return TRUE;
}

gboolean
gram_decisions_keep (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (Decision) decision = { 0 };

  if (!decision_read (&decision, call, GRAM_CASE_DIFFERENCE, refusal, error)
      || !decide_differences (call, &decision, NULL, GRAM_DIFFERENCE_KEPT, error)
      || !decide_all (call, &decision, GRAM_CASE_NOT_UPHELD, error))
    return FALSE;
  gram_call_answer_int64 (call, "decided", decision.records->len);
  return TRUE;
}
