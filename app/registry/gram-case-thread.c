/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-thread.h"

#include "gram-case-message-table.h"
#include "gram-dispute-form.h"
#include "gram-handlers-disputes.h"
#include "gram-notices.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
gram_case_thread_begin (GramCall *call,
                        GramCaseVerb verb,
                        GramCaseRecord **record,
                        GramRefusal **refusal,
                        GError **error)
{
  return gram_cases_find (call, gram_call_get_int64 (call, "case", 0), record, refusal, error)
         && gram_cases_move (call, *record, verb, NULL, refusal);
}

/* Whether the sender stands on the administrator's side of the thread. */
static gboolean
is_by_role (GramCall *call)
{
  GramCaseActor actor = gram_cases_actor (call);

  return actor == GRAM_CASE_BY_HANDLER || actor == GRAM_CASE_BY_ADMINISTRATOR;
}

gboolean
gram_case_thread_read_lane (GramCall *call, GramLane *lane, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "lane");
  int value = GRAM_LANE_HOLDER;

  if (word != NULL && !gram_word_parse ("lane", word, &value))
    return gram_refuse (refusal, "case.lane", NULL, _ ("“%s” is no lane: holder or internal"),
                        word);
  if (value == GRAM_LANE_INTERNAL && !is_by_role (call))
    return gram_refuse (refusal, "case.lane-internal", NULL,
                        _ ("Internal notes are for the administrator’s side; write to it in the "
                           "holder’s lane"));
  *lane = (GramLane)value;
  if (*lane == GRAM_LANE_INTERNAL)
    gram_call_keep_internal (call);
  return TRUE;
}

gboolean
gram_case_thread_tell (GramCall *call, const GramCaseRecord *record, GramLane lane, GError **error)
{
  g_auto (GVariantDict) detail = G_VARIANT_DICT_INIT (NULL);
  GramTidings tidings = {
    .event = GRAM_EVENT_MESSAGE,
    .account_id = record->account_id,
    .subject = "case",
    .subject_id = record->id,
  };
  gboolean to_members = lane == GRAM_LANE_HOLDER && is_by_role (call);
  gint64 claimant = 0;

  if (!to_members && !gram_notices_find_claimant (call, record->claimed_by, &claimant, error))
    return FALSE;

  g_variant_dict_insert (&detail, "case", "x", record->id);
  g_variant_dict_insert (&detail, "label", "s", record->label);
  tidings.detail = g_variant_dict_end (&detail);
  tidings.recipients = to_members ? GRAM_RECIPIENTS_MEMBERS : GRAM_RECIPIENTS_PERSON;
  tidings.person_id = claimant;
  /* Nobody has to read what a case says that nobody works on; but who wrote to somebody who left is heard by the others. */
  if (!to_members && record->claimed_by != 0 && claimant == 0)
    tidings.recipients = GRAM_RECIPIENTS_HANDLERS;
  return gram_notices_tell (call, &tidings, error);
}

/* Adds a message and answers its number. */
static gboolean
add_message (GramCall *call,
             const GramCaseRecord *record,
             GramLane lane,
             GramMessageKind kind,
             const char *text,
             GError **error)
{
  g_autoptr (GramCaseMessageRecord) message = gram_case_message_record_new ();

  message->case_id = record->id;
  message->lane = lane;
  message->kind = kind;
  g_set_str (&message->text, text);
  message->written_by = gram_call_person_id (call);
  message->written_at = call->now;
  if (!gram_case_message_table_insert (call->unit, message, error))
    return FALSE;
  gram_call_answer_int64 (call, "message", message->id);
  return TRUE;
}

static char *
read_text (GramCall *call, const char *title, GramRefusal **refusal)
{
  return gram_dispute_check_text (gram_call_get_string (call, "text"), title,
                                  GRAM_DISPUTE_REASON_MAX, refusal);
}

gboolean
gram_case_thread_write (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  g_autofree char *text = NULL;
  GramLane lane;

  if (!gram_case_thread_begin (call, GRAM_CASE_WRITE, &record, refusal, error)
      || !gram_case_thread_read_lane (call, &lane, refusal))
    return FALSE;
  text = read_text (call, _ ("Message"), refusal);
  if (text == NULL || !add_message (call, record, lane, GRAM_MESSAGE_PLAIN, text, error)
      || !gram_case_thread_tell (call, record, lane, error))
    return FALSE;
  gram_call_touches (call, "case", record->id);
  return TRUE;
}

/* The message that the argument names: of this case, and in a lane that the sender reads. */
static gboolean
find_message (GramCall *call,
              const GramCaseRecord *record,
              GramCaseMessageRecord **message,
              GramRefusal **refusal,
              GError **error)
{
  gint64 id = gram_call_get_int64 (call, "message", 0);

  if (!gram_case_message_table_get (call->store, id, message, error))
    return FALSE;
  if (*message != NULL && (*message)->case_id == record->id
      && ((*message)->lane == GRAM_LANE_HOLDER || is_by_role (call)))
    return TRUE;
  return gram_refuse (refusal, "message.unknown", NULL,
                      _ ("Case %" PRId64 " has no message %" PRId64), record->id, id);
}

static gboolean
check_edit (GramCall *call,
            const GramCaseMessageRecord *message,
            const char *text,
            GramRefusal **refusal)
{
  if (message->written_by != gram_call_person_id (call))
    return gram_refuse (refusal, "message.not-yours", NULL,
                        _ ("%s wrote this; only they can edit it. Write a message of your own"),
                        message->writer);
  if (message->kind != GRAM_MESSAGE_PLAIN)
    return gram_refuse (refusal, "message.kind", NULL,
                        _ ("Questions, answers and decisions stay as they are; write another "
                           "message"));
  if (gram_call_get_int64 (call, "version", 0) != message->version)
    return gram_refuse (refusal, "message.changed-meanwhile", NULL,
                        _ ("The message was edited meanwhile; look at it again"));
  if (g_str_equal (text, message->text))
    return gram_refuse (refusal, "message.unchanged", NULL, _ ("The message says this already"));
  return TRUE;
}

gboolean
gram_case_thread_edit (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  g_autoptr (GramCaseMessageRecord) message = NULL;
  g_autofree char *text = NULL;

  if (!gram_case_thread_begin (call, GRAM_CASE_WRITE, &record, refusal, error)
      || !find_message (call, record, &message, refusal, error))
    return FALSE;
  text = read_text (call, _ ("Message"), refusal);
  if (text == NULL || !check_edit (call, message, text, refusal))
    return FALSE;
  if (message->lane == GRAM_LANE_INTERNAL)
    gram_call_keep_internal (call);
  gram_call_touches (call, "case", record->id);
  gram_call_answer_int64 (call, "message", message->id);
  gram_call_answer_int64 (call, "version", message->version + 1);
  return gram_case_message_table_edit (call->unit, message, text, call->now, call->journal_id,
                                       error);
}

gboolean
gram_case_thread_answer (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  g_autofree char *text = NULL;

  if (!gram_case_thread_begin (call, GRAM_CASE_ANSWER, &record, refusal, error))
    return FALSE;
  /* What was asked about an application is answered in the application. */
  if (record->kind == GRAM_CASE_APPLICATION)
    return gram_refuse (refusal, "case.answer-elsewhere", "CCS reg 20",
                        _ ("Answer by changing the application and submitting it again"));
  text = read_text (call, _ ("Answer"), refusal);
  return text != NULL
         && add_message (call, record, GRAM_LANE_HOLDER, GRAM_MESSAGE_ANSWER, text, error)
         && gram_cases_answer (call, record, refusal, error);
}

gboolean
gram_case_thread_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  if (!gram_case_thread_begin (call, GRAM_CASE_WITHDRAW, &record, refusal, error))
    return FALSE;
  gram_call_answer_int64 (call, "case", record->id);
  gram_call_answer_int64 (call, "vehicles", record->vehicles);
  return gram_cases_withdraw (call, record, refusal, error);
}
