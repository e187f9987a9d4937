/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cases.h"

#include "gram-account-life.h"
#include "gram-effects-in-force.h"
#include "gram-notices.h"

#include "gram-case-query.h"
#include "gram-case-rules.h"
#include "gram-case-vehicle-table.h"
#include "gram-difference-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Kinds that every registry keeps; those of an account's life need somebody on the administrator's side to work the queue. */
#define KEPT_EVERYWHERE (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION | GRAM_CASE_DIFFERENCE)

gboolean
gram_cases_are_kept (GramCall *call, GramCaseKind kind)
{
  return (kind & KEPT_EVERYWHERE) != 0
         || gram_registry_get_kind (call->registry) != GRAM_REGISTRY_OWN;
}

/* The last day for a case that begins today on an account of that kind. */
static gboolean
find_due (GramCall *call,
          GramAccountKind account_kind,
          GramCaseKind kind,
          char **due_on,
          GError **error)
{
  const GramCaseRules *rules = gram_case_rules_in_force (call->registry, account_kind, NULL, error);
  g_autofree char *today = gram_registry_dup_today (call->registry, account_kind);
  GramDate due;

  g_clear_pointer (due_on, g_free);
  if (rules == NULL)
    return FALSE;
  due = gram_case_due_on (rules, kind, gram_life_date (today));
  *due_on = gram_date_is_valid (due) ? gram_date_format (due) : g_strdup ("");
  return TRUE;
}

gboolean
gram_cases_due (GramCall *call, GramCaseKind kind, char **due_on, GError **error)
{
  *due_on = NULL;
  return find_due (call, call->account->kind, kind, due_on, error);
}

gboolean
gram_cases_open (GramCall *call,
                 GramCaseKind kind,
                 gint64 subject_id,
                 const char *label,
                 gint64 *case_id,
                 GError **error)
{
  g_autofree char *due_on = NULL;

  return gram_cases_due (call, kind, &due_on, error)
         && gram_cases_open_due (call, kind, subject_id, label, due_on, case_id, error);
}

/* Inserts a case; the account, who opened it and the last day stand in it. */
static gboolean
open_case (GramCall *call,
           GramCaseRecord *record,
           GramCaseKind kind,
           gint64 subject_id,
           const char *label,
           gint64 *case_id,
           GError **error)
{
  if (case_id != NULL)
    *case_id = 0;
  if (!gram_cases_are_kept (call, kind))
    return TRUE;
  record->kind = kind;
  record->subject_id = subject_id;
  record->opened_at = call->now;
  g_set_str (&record->label, label);
  if (!gram_case_table_insert (call->unit, record, error))
    return FALSE;
  gram_call_touches (call, "case", record->id);
  if (case_id != NULL)
    *case_id = record->id;
  return TRUE;
}

gboolean
gram_cases_open_due (GramCall *call,
                     GramCaseKind kind,
                     gint64 subject_id,
                     const char *label,
                     const char *due_on,
                     gint64 *case_id,
                     GError **error)
{
  g_autoptr (GramCaseRecord) record = gram_case_record_new ();

  record->account_id = call->account->id;
  record->opened_by = gram_call_person_id (call);
  g_set_str (&record->due_on, due_on);
  return open_case (call, record, kind, subject_id, label, case_id, error);
}

gboolean
gram_cases_open_by_program (GramCall *call,
                            gint64 account_id,
                            GramCaseKind kind,
                            gint64 subject_id,
                            const char *label,
                            gint64 *case_id,
                            GError **error)
{
  g_autoptr (GramCaseRecord) record = gram_case_record_new ();
  g_autoptr (GramAccountRecord) account = NULL;

  if (!gram_account_table_get (call->store, account_id, &account, error))
    return FALSE;
  g_return_val_if_fail (account != NULL, FALSE);
  record->account_id = account_id;
  return find_due (call, account->kind, kind, &record->due_on, error)
         && open_case (call, record, kind, subject_id, label, case_id, error);
}

gboolean
gram_cases_find (GramCall *call,
                 gint64 case_id,
                 GramCaseRecord **record,
                 GramRefusal **refusal,
                 GError **error)
{
  if (!gram_case_table_get (call->store, case_id, record, error))
    return FALSE;
  if (*record != NULL && (call->account == NULL || (*record)->account_id == call->account->id))
    return TRUE;
  g_clear_pointer (record, gram_case_record_free);
  return gram_refuse (refusal, "case.unknown", NULL, _ ("There is no case %" PRId64 " here"),
                      case_id);
}

gboolean
gram_cases_find_subject (GramCall *call,
                         GramCaseKind kind,
                         gint64 subject_id,
                         GramCaseRecord **record,
                         GError **error)
{
  *record = NULL;
  return subject_id == 0 || gram_case_table_live (call->store, kind, subject_id, record, error);
}

GArray *
gram_cases_read_argument (GramCall *call, GramRefusal **refusal)
{
  g_autoptr (GArray) ids = gram_call_dup_ids (call, "cases");

  if (ids->len > 0)
    return g_steal_pointer (&ids);
  gram_refuse (refusal, "case.none-named", NULL, _ ("Name at least one case"));
  return NULL;
}

GramCaseActor
gram_cases_actor (const GramCall *call)
{
  return gram_cases_actor_of (call->registry, call->command, call->person);
}

GramCaseActor
gram_cases_actor_of (GramRegistry *registry,
                     const GramCommand *command,
                     const GramPersonRecord *person)
{
  if (person == NULL)
    return GRAM_CASE_BY_PROGRAM;
  /* There is no queue in an own registry: whoever sends a decision records one that was made elsewhere. */
  if (command->decision && gram_registry_get_kind (registry) == GRAM_REGISTRY_OWN)
    return GRAM_CASE_BY_RECORDER;
  if ((command->roles & person->role) != 0)
    return person->role == GRAM_ROLE_ADMINISTRATOR ? GRAM_CASE_BY_ADMINISTRATOR
                                                   : GRAM_CASE_BY_HANDLER;
  /* A member of an account sends what the administrator decides: it is a record of it. */
  return command->decision ? GRAM_CASE_BY_RECORDER : GRAM_CASE_BY_HOLDER;
}

GramCaseFacts
gram_cases_facts (const GramCaseRecord *record, gint64 person_id)
{
  GramCaseFacts facts = {
    .kind = record->kind,
    .state = record->state,
    .claimed = record->claimed_by != 0,
    .mine = record->claimed_by != 0 && record->claimed_by == person_id,
    .released = record->claimed_by == 0 && record->claimed_at != 0,
    .claimant = record->claimant,
  };

  return facts;
}

gboolean
gram_cases_move (GramCall *call,
                 const GramCaseRecord *record,
                 GramCaseVerb verb,
                 GramCaseNext *next,
                 GramRefusal **refusal)
{
  GramCaseFacts facts = gram_cases_facts (record, gram_call_person_id (call));

  return gram_case_move (&facts, verb, gram_cases_actor (call), next, refusal);
}

gboolean
gram_cases_update (GramCall *call,
                   const GramCaseRecord *before,
                   const GramCaseRecord *after,
                   GError **error)
{
  gram_call_touches (call, "case", before->id);
  return gram_case_table_update (call->unit, before, after, error);
}

GramCaseRecord *
gram_cases_copy_moved (GramCall *call, const GramCaseRecord *record, const GramCaseNext *next)
{
  GramCaseRecord *after = gram_case_record_copy (record);

  after->state = next->state;
  if (next->claims)
    {
      after->claimed_by = gram_call_person_id (call);
      after->claimed_at = call->now;
    }
  if (next->unclaims)
    after->claimed_by = 0;
  return after;
}

gboolean
gram_cases_check_live (const GramCaseRecord *record, GramRefusal **refusal)
{
  GramCaseFacts facts = gram_cases_facts (record, 0);

  return gram_case_move (&facts, GRAM_CASE_DECIDE, GRAM_CASE_BY_PROGRAM, NULL, refusal);
}

gboolean
gram_cases_take (GramCall *call, const GramCaseRecord *record, GramRefusal **refusal)
{
  return gram_cases_move (call, record, GRAM_CASE_DECIDE, NULL, refusal);
}

gboolean
gram_cases_take_subject (GramCall *call,
                         GramCaseKind kind,
                         gint64 subject_id,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  return gram_cases_find_subject (call, kind, subject_id, &record, error)
         && (record == NULL || gram_cases_take (call, record, refusal));
}

/* However a dispute ends, it keeps no vehicle from being accepted any more. A difference that is not decided stays out. */
static gboolean
let_go (GramCall *call, const GramCaseRecord *record, GramCaseState state, GError **error)
{
  gint64 kept;

  if (record->kind == GRAM_CASE_DISPUTE)
    return gram_case_vehicle_table_free (call->unit, record->id, error);
  return record->kind != GRAM_CASE_DIFFERENCE || state != GRAM_CASE_WITHDRAWN
         || gram_difference_table_decide (call->unit, record->id, NULL, GRAM_DIFFERENCE_KEPT, &kept,
                                          error);
}

/* Writes the end of a case; nothing is asked any more then. */
static gboolean
end_case (GramCall *call,
          const GramCaseRecord *record,
          const GramCaseNext *next,
          GramCaseOutcome outcome,
          const char *reason,
          const char *reference,
          GError **error)
{
  g_autoptr (GramCaseRecord) after = gram_cases_copy_moved (call, record, next);

  after->outcome = outcome;
  after->decided_by = gram_call_person_id (call);
  after->decided_at = call->now;
  after->asked_at = 0;
  g_set_str (&after->answer_by, "");
  g_set_str (&after->reason, reason != NULL ? reason : "");
  g_set_str (&after->reference, reference != NULL ? reference : "");
  return let_go (call, record, after->state, error)
         && gram_cases_update (call, record, after, error);
}

gboolean
gram_cases_decide (GramCall *call,
                   const GramCaseRecord *record,
                   GramCaseOutcome outcome,
                   const char *reason,
                   const char *reference,
                   GError **error)
{
  GramCaseNext next;

  g_return_val_if_fail (outcome != GRAM_CASE_OUTCOME_NONE, FALSE);

  if (!gram_cases_move (call, record, GRAM_CASE_DECIDE, &next, NULL))
    g_return_val_if_reached (FALSE);
  return end_case (call, record, &next, outcome, reason, reference, error);
}

/* A suspension has an event of its own, and to a closed account nobody is told anything. */
static gboolean
is_told (GramCaseKind kind, GramCaseOutcome outcome)
{
  return kind != GRAM_CASE_SUSPENSION && !(kind == GRAM_CASE_CLOSING && outcome == GRAM_CASE_DONE);
}

gboolean
gram_cases_decide_subject (GramCall *call,
                           GramCaseKind kind,
                           gint64 subject_id,
                           GramCaseOutcome outcome,
                           const char *reason,
                           const char *reference,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  if (!gram_cases_find_subject (call, kind, subject_id, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  return gram_cases_take (call, record, refusal)
         && gram_cases_decide (call, record, outcome, reason, reference, error)
         && (!is_told (kind, outcome)
             || gram_cases_tell_decided (call, &record->id, 1, outcome, error));
}

gboolean
gram_cases_withdraw (GramCall *call,
                     const GramCaseRecord *record,
                     GramRefusal **refusal,
                     GError **error)
{
  GramCaseNext next;

  return gram_cases_move (call, record, GRAM_CASE_WITHDRAW, &next, refusal)
         && end_case (call, record, &next, GRAM_CASE_OUTCOME_NONE, NULL, NULL, error);
}

/* Withdraws a case because its subject came to an end, whoever holds it. */
static gboolean
withdraw_with_subject (GramCall *call,
                       const GramCaseRecord *record,
                       const char *reason,
                       GError **error)
{
  GramCaseFacts facts = gram_cases_facts (record, 0);
  GramCaseNext next;

  if (!gram_case_move (&facts, GRAM_CASE_WITHDRAW, GRAM_CASE_BY_PROGRAM, &next, NULL))
    g_return_val_if_reached (FALSE);
  return end_case (call, record, &next, GRAM_CASE_OUTCOME_NONE, reason, NULL, error);
}

gboolean
gram_cases_withdraw_subject (GramCall *call, GramCaseKind kind, gint64 subject_id, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  return gram_cases_find_subject (call, kind, subject_id, &record, error)
         && (record == NULL || withdraw_with_subject (call, record, NULL, error));
}

gboolean
gram_cases_end_all (GramCall *call, const char *reason, GError **error)
{
  const GramCaseQuery query = {
    .account_id = call->account->id,
    .states = GRAM_CASE_UNDECIDED,
    .order = GRAM_CASE_ORDER_NUMBER,
  };
  g_autoptr (GArray) ids = gram_case_table_ids (call->store, &query, 0, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GramCaseRecord) record = NULL;

      if (!gram_case_table_get (call->store, g_array_index (ids, gint64, i), &record, error)
          || !withdraw_with_subject (call, record, reason, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_cases_tell_decided (GramCall *call,
                         const gint64 *case_ids,
                         guint n_cases,
                         GramCaseOutcome outcome,
                         GError **error)
{
  gboolean one = n_cases == 1;
  g_autoptr (GramCaseRecord) first = NULL;
  GramTidings tidings = {
    .event = GRAM_EVENT_DISPUTE_DECIDED,
    .account_id = call->account->id,
    .subject = one ? "case" : "cases",
    .subject_id = one ? case_ids[0] : call->account->id,
    .recipients = GRAM_RECIPIENTS_MEMBERS,
  };

  g_return_val_if_fail (n_cases > 0, FALSE);

  if (!gram_case_table_get (call->store, case_ids[0], &first, error))
    return FALSE;
  tidings.detail
      = g_variant_new_parsed ("{'case': <%x>, 'label': <%s>, 'cases': <%x>, 'outcome': <%s>}",
                              first->id, first->label, (gint64)n_cases,
                              gram_word_for ("case-outcome", (int)outcome));
  return gram_notices_tell (call, &tidings, error);
}
