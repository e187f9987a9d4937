/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-applications.h"
#include "gram-cases.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-cases.h"
#include "gram-notices.h"

#include "gram-case-message-table.h"
#include "gram-case-rules.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

gboolean
gram_cases_write (GramCall *call,
                  gint64 case_id,
                  GramLane lane,
                  GramMessageKind kind,
                  const char *text,
                  gint64 *message_id,
                  GError **error)
{
  g_autoptr (GramCaseMessageRecord) message = NULL;

  if (message_id != NULL)
    *message_id = 0;
  if (text == NULL || *text == '\0')
    return TRUE;
  message = gram_case_message_record_new ();
  message->case_id = case_id;
  message->lane = lane;
  message->kind = kind;
  message->written_by = gram_call_person_id (call);
  message->written_at = call->now;
  g_set_str (&message->text, text);
  if (!gram_case_message_table_insert (call->unit, message, error))
    return FALSE;
  if (message_id != NULL)
    *message_id = message->id;
  return TRUE;
}

/* The last day for the answer: the one that was named, else by the rulebook. */
static gboolean
read_answer_by (const GramCaseRules *rules,
                GramDate today,
                const char *named,
                GramDate *answer_by,
                GramRefusal **refusal)
{
  if (named == NULL)
    {
      *answer_by = gram_case_answer_by (rules, today);
      return TRUE;
    }
  *answer_by = gram_life_date (named);
  if (!gram_date_is_valid (*answer_by))
    return gram_refuse (refusal, "date.form", NULL,
                        _ ("“%s” is not a date; write it like 2026-03-31"), named);
  return gram_case_check_answer_by (today, *answer_by, refusal);
}

static gboolean
tell_asked (GramCall *call, const GramCaseRecord *record, const char *answer_by, GError **error)
{
  /* A later question in the same case is another one. */
  const GramTidings tidings = {
    .event = GRAM_EVENT_INFORMATION_ASKED,
    .account_id = record->account_id,
    .subject = "case",
    .subject_id = record->id,
    .detail = g_variant_new_parsed ("{'case': <%x>, 'label': <%s>, 'day': <%s>}", record->id,
                                    record->label, answer_by),
    .recipients = GRAM_RECIPIENTS_MEMBERS,
  };

  return gram_notices_tell (call, &tidings, error);
}

gboolean
gram_cases_ask (GramCall *call,
                const GramCaseRecord *record,
                const char *text,
                const char *answer_by,
                const char *reference,
                GramRefusal **refusal,
                GError **error)
{
  const GramCaseRules *rules
      = gram_case_rules_in_force (call->registry, record->account_kind, NULL, error);
  g_autoptr (GramCaseRecord) after = NULL;
  GramCaseNext next;
  GramDate day;

  if (rules == NULL || !gram_cases_move (call, record, GRAM_CASE_ASK, &next, refusal)
      || !read_answer_by (rules, gram_life_today (call), answer_by, &day, refusal))
    return FALSE;
  after = gram_cases_copy_moved (call, record, &next);
  /* Who asks again before there was an answer does not start the clock anew. */
  if (after->asked_at == 0)
    after->asked_at = call->now;
  g_free (after->answer_by);
  after->answer_by = gram_date_format (day);
  if (reference != NULL && *reference != '\0')
    g_set_str (&after->reference, reference);
  return gram_cases_update (call, record, after, error)
         && gram_cases_write (call, record->id, GRAM_LANE_HOLDER, GRAM_MESSAGE_QUESTION, text, NULL,
                              error)
         && tell_asked (call, after, after->answer_by, error);
}

/* Back to who claimed it; the last day moves on by the working days that the clock stood. */
static gboolean
move_on (GramCall *call, const GramCaseRecord *record, GramCaseRecord *after, GError **error)
{
  const GramCaseRules *rules
      = gram_case_rules_in_force (call->registry, record->account_kind, NULL, error);
  GramZone zone = gram_zone_of_scheme (gram_account_kind_scheme (record->account_kind));
  GramDate today = gram_life_today (call);
  GramEvent event;
  GramDate due;
  int reminded;

  if (rules == NULL)
    return FALSE;
  due = gram_case_due_after_answer (rules, gram_life_date (record->due_on),
                                    gram_date_from_instant (record->asked_at, zone), today);
  after->asked_at = 0;
  g_set_str (&after->answer_by, "");
  if (gram_date_is_valid (due))
    {
      g_free (after->due_on);
      after->due_on = gram_date_format (due);
    }
  /* With more time than a reminder looks ahead, there will be a reminder again. */
  reminded = gram_case_reminder (rules, GRAM_CASE_CLAIMED, due, today, 0, &event);
  after->reminded = MIN (record->reminded, reminded);
  return TRUE;
}

static gboolean
tell_given (GramCall *call, const GramCaseRecord *record, GError **error)
{
  GramTidings tidings = {
    .event = GRAM_EVENT_INFORMATION_GIVEN,
    .account_id = record->account_id,
    .subject = "case",
    .subject_id = record->id,
  };

  if (!gram_notices_find_claimant (call, record->claimed_by, &tidings.person_id, error))
    return FALSE;
  tidings.recipients = tidings.person_id != 0 ? GRAM_RECIPIENTS_PERSON : GRAM_RECIPIENTS_HANDLERS;
  tidings.detail
      = g_variant_new_parsed ("{'case': <%x>, 'label': <%s>}", record->id, record->label);
  return gram_notices_tell (call, &tidings, error);
}

static gboolean
answer (GramCall *call, const GramCaseRecord *record, const GramCaseNext *next, GError **error)
{
  g_autoptr (GramCaseRecord) after = gram_cases_copy_moved (call, record, next);

  return move_on (call, record, after, error) && gram_cases_update (call, record, after, error)
         && tell_given (call, after, error);
}

gboolean
gram_cases_answer (GramCall *call,
                   const GramCaseRecord *record,
                   GramRefusal **refusal,
                   GError **error)
{
  GramCaseNext next;

  return gram_cases_move (call, record, GRAM_CASE_ANSWER, &next, refusal)
         && answer (call, record, &next, error);
}

gboolean
gram_cases_answer_subject (GramCall *call, GramCaseKind kind, gint64 subject_id, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  GramCaseNext next;

  if (!gram_cases_find_subject (call, kind, subject_id, &record, error))
    return FALSE;
  return record == NULL || !gram_cases_move (call, record, GRAM_CASE_ANSWER, &next, NULL)
         || answer (call, record, &next, error);
}

gboolean
gram_cases_check_recorder (GramRegistry *registry,
                           const GramCommand *command,
                           const GramCaseRecord *record,
                           const GramPersonRecord *person,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (gram_cases_actor_of (registry, command, person) != GRAM_CASE_BY_RECORDER
      || !gram_case_claims_itself (record->kind))
    return TRUE;
  if (!gram_member_table_get (registry->store, record->account_id, person->id, &member, error))
    return FALSE;
  return (member != NULL && (member->permissions & GRAM_PERMISSION_EDIT) != 0)
         || gram_refuse (refusal, "permission.missing", NULL,
                         _ ("You need the permission to edit the details of this account"));
}

gboolean
gram_cases_do_ask (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reference = NULL;

  if (!gram_life_read_text (call, "text", &text, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_cases_find (call, gram_call_get_int64 (call, "case", 0), &record, refusal, error)
      || !gram_cases_check_recorder (call->registry, call->command, record, call->person, refusal,
                                     error))
    return FALSE;
  /* The applicant can write again, too. */
  if (record->kind == GRAM_CASE_APPLICATION
      && !gram_applications_ask_more (call, text, reference, refusal, error))
    return FALSE;
  if (!gram_cases_ask (call, record, text, gram_call_get_string (call, "answer-by"), reference,
                       refusal, error))
    return FALSE;
  gram_call_answer_int64 (call, "case", record->id);
  return TRUE;
}
