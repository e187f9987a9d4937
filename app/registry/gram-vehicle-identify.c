/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-case-decisions.h"
#include "gram-cases.h"
#include "gram-handlers-pools.h"
#include "gram-notices.h"
#include "gram-selection.h"

#include "gram-case-vehicle-table.h"
#include "gram-dispute-table.h"
#include "gram-identifier.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define IDENTIFICATION "CCTS art. 32(3)"

/*
 * Who the manufacturer of a car is can be in doubt; the administrator identifies the participant then. The decision is a
 * case with its reason, opened and decided in one, that moves the vehicles whatever their status is.
 */

/* What is seen of the vehicles on the way. */
typedef struct
{
  char *label;
  gint64 n_ready;
  gint64 last_ready;
} Seen;

static gboolean
see_vehicle (GramCall *call, const GramVehicleRecord *vehicle, gpointer data, GramRefusal **refusal)
{
  Seen *seen = data;

  if (seen->label == NULL)
    seen->label = g_strdup (vehicle->label);
  /* One that is accepted is ready on the other account, and accepted anew. */
  if (vehicle->status == GRAM_VEHICLE_ENTERED)
    return TRUE;
  seen->n_ready++;
  seen->last_ready = vehicle->id;
  return TRUE;
}

static GArray *
read_vehicles (GramCall *call, Seen *seen, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  g_autoptr (GArray) ids = NULL;
  gint64 other = 0;

  if (!gram_selection_read (&selection, call, refusal, error))
    return NULL;
  ids = gram_selection_check (call, selection.ids, see_vehicle, seen, FALSE, refusal, error);
  if (ids == NULL
      || !gram_case_vehicle_table_live (call->store, g_array_index (ids, gint64, 0),
                                        GRAM_CASE_CORRECTION, &other, error))
    return NULL;
  if (other == 0)
    return g_steal_pointer (&ids);
  gram_refuse (refusal, "correction.already", IDENTIFICATION,
               _ ("A correction of %s was asked for already: case %" PRId64), seen->label, other);
  return NULL;
}

/* The case says of the vehicles that they are somebody else's. */
static gboolean
open_case (GramCall *call,
           const GArray *ids,
           const char *first,
           const char *reason,
           GramCaseRecord **record,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramDisputeRecord) says = gram_dispute_record_new ();
  g_autofree char *label
      = ids->len > 1 ? g_strdup_printf ("%s +%u", first, ids->len - 1) : g_strdup (first);

  says->kind = GRAM_DISPUTE_NOT_OURS;
  g_set_str (&says->reason, reason);
  g_set_str (&says->right_account, gram_call_get_string (call, "right-account"));
  return gram_cases_open (call, GRAM_CASE_CORRECTION, g_array_index (ids, gint64, 0), label,
                          &says->case_id, error)
         && gram_dispute_table_insert (call->unit, says, error)
         && gram_case_vehicle_table_add (call->unit, says->case_id, (const gint64 *)ids->data,
                                         ids->len, FALSE, error)
         && gram_cases_find (call, says->case_id, record, refusal, error);
}

/* A correction has to be held by who decides it, but where somebody records what was decided elsewhere. */
static gboolean
claim (GramCall *call, GramCaseRecord **record, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) before = NULL;
  g_autoptr (GramCaseRecord) after = NULL;
  GramCaseNext next;

  if (gram_cases_take (call, *record, NULL))
    return TRUE;
  before = g_steal_pointer (record);
  if (!gram_cases_move (call, before, GRAM_CASE_CLAIM, &next, refusal))
    return FALSE;
  after = gram_cases_copy_moved (call, before, &next);
  return gram_cases_update (call, before, after, error)
         && gram_cases_find (call, before->id, record, refusal, error)
         && gram_cases_take (call, *record, refusal);
}

static gboolean
move (GramCall *call,
      const GramCaseRecord *record,
      GramCorrectionSums *sums,
      GramRefusal **refusal,
      GError **error)
{
  g_auto (GramDecisionPlan) plan = { 0 };

  return gram_decision_plan_init (&plan, call->registry, call->account, call->arguments, call->now,
                                  error)
         && gram_case_decisions_apply (call, &plan, record, sums, refusal, error);
}

/* Those who lose the vehicles are told how the case was decided, those who get them that they wait there. */
static gboolean
tell (GramCall *call, const GramCaseRecord *record, const Seen *seen, GError **error)
{
  g_autoptr (GramAccountRecord) right = NULL;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  return gram_account_number_parse (gram_call_get_string (call, "right-account"), number, error)
         && gram_account_table_get_by_number (call->store, number, &right, error)
         && gram_cases_tell_decided (call, &record->id, 1, GRAM_CASE_UPHELD, error)
         && gram_notices_tell_vehicles_of (call, right->id, GRAM_EVENT_VEHICLE_READY, seen->n_ready,
                                           seen->last_ready, error);
}

static gboolean
identify (GramCall *call, Seen *seen, GramRefusal **refusal, GError **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;
  g_autoptr (GramCaseRecord) record = NULL;
  g_autoptr (GArray) ids = NULL;
  GramCorrectionSums sums = { 0 };

  if (!gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal))
    return FALSE;
  ids = read_vehicles (call, seen, refusal, error);
  if (ids == NULL || !open_case (call, ids, seen->label, reason, &record, refusal, error)
      || !claim (call, &record, refusal, error) || !move (call, record, &sums, refusal, error)
      || !gram_cases_decide (call, record, GRAM_CASE_UPHELD, reason, reference, error)
      || !tell (call, record, seen, error))
    return FALSE;
  gram_call_answer_int64 (call, "case", record->id);
  gram_call_answer_int64 (call, "vehicles", sums.vehicles);
  return TRUE;
}

gboolean
gram_vehicles_identify (GramCall *call, GramRefusal **refusal, GError **error)
{
  Seen seen = { 0 };
  gboolean good = identify (call, &seen, refusal, error);

  g_free (seen.label);
  return good;
}
