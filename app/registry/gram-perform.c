/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-arguments.h"
#include "gram-call.h"
#include "gram-check.h"
#include "gram-due.h"
#include "gram-requests.h"
#include "gram-signature.h"
#include "gram-texts.h"

#include "gram-identifier.h"
#include "gram-json-variant.h"
#include "gram-subject-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const GramText reference_rule = { .name = "reference",
                                         .title = N_ ("Reference of the Document"),
                                         .max_length = 200,
                                         .needed = TRUE };

static const GramCommand *
find_command (const char *name, gboolean internal, GramRefusal **refusal)
{
  const GramCommand *command = gram_command_find (name);

  if (command == NULL)
    gram_refuse (refusal, "command.unknown", NULL, _ ("There is no command “%s”"), name);
  else if (command->internal && !internal)
    {
      gram_refuse (refusal, "command.internal", NULL, _ ("%s is sent by the program itself only"),
                   name);
      command = NULL;
    }
  return command;
}

/* What the program sends of itself has ids that anybody could guess: whoever took one would keep it from being done. */
static gboolean
is_of_program (const char *request_id)
{
  g_auto (GStrv) parts = g_strsplit (request_id, "/", 2);
  const GramCommand *command = parts[0] != NULL ? gram_command_find (parts[0]) : NULL;

  return command != NULL && command->internal && parts[1] != NULL;
}

/* An empty id would stand for every request that forgot its own. */
static gboolean
check_request_id (const GramSender *sender, GramRefusal **refusal)
{
  const char *request_id = sender->request_id;
  gsize length = request_id != NULL ? strlen (request_id) : 1;

  if (request_id != NULL && !sender->internal && is_of_program (request_id))
    return gram_refuse (refusal, "request.form", NULL,
                        _ ("The program itself uses request ids like this; choose another"));
  if (length >= 1 && length <= GRAM_REQUEST_ID_MAX_BYTES
      && (request_id == NULL || g_utf8_validate (request_id, -1, NULL)))
    return TRUE;
  return gram_refuse (refusal, "request.form", NULL, _ ("A request id is a text of 1 to %d bytes"),
                      GRAM_REQUEST_ID_MAX_BYTES);
}

static GVariant *
result_from_journal (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = gram_json_parse (text, -1, error);
  GramJson root;

  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  return gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
}

/* An id that is known already: the earlier result, if the request says the same. @replayed tells that all is done. */
static gboolean
replay (GramCall *call,
        const char *request_id,
        gboolean *replayed,
        GVariant **result,
        GramRefusal **refusal,
        GError **error)
{
  g_autoptr (GramJournalEntry) earlier = NULL;
  g_autoptr (GVariant) answer = NULL;

  *replayed = FALSE;
  if (request_id == NULL)
    return TRUE;
  if (!gram_journal_find_request (call->store, request_id, &earlier, error))
    return FALSE;
  if (earlier == NULL)
    return TRUE;

  if (!g_str_equal (earlier->command, call->command->name)
      || earlier->person_id != gram_call_person_id (call)
      || !gram_arguments_equal_journal (call->command, call->arguments, earlier->arguments))
    return gram_refuse (refusal, "request.reused", NULL,
                        _ ("The request id “%s” was used for another request before"), request_id);

  answer = result_from_journal (earlier->result, error);
  if (answer == NULL)
    return FALSE;
  *replayed = TRUE;
  if (result != NULL)
    *result = g_steal_pointer (&answer);
  return TRUE;
}

/* Person and account as they stand inside the unit of work, never as the caller remembers them. */
static gboolean
look_up (GramCall *call, const GramSender *sender, GError **error)
{
  const char *number = gram_call_get_string (call, "account");
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];

  if (sender->actor != NULL
      && !gram_person_table_get (call->store, sender->actor->person_id, &call->person, error))
    return FALSE;
  if (!call->command->needs_account || !gram_account_number_parse (number, digits, NULL))
    return TRUE;
  return gram_account_table_get_by_number (call->store, digits, &call->account, error);
}

static gboolean
add_subjects (GramCall *call, GError **error)
{
  for (guint i = 0; call->subjects != NULL && i < call->subjects->len; i++)
    {
      const GramCallSubject *touched = &g_array_index (call->subjects, GramCallSubject, i);

      if (!gram_subject_table_add (call->unit, touched->subject, touched->id, call->journal_id,
                                   error))
        return FALSE;
    }
  return TRUE;
}

/* Answers the result as the journal has it, so that a request sent twice is answered alike. */
static GVariant *
append_to_journal (GramCall *call, const char *request_id, GError **error)
{
  g_autoptr (GVariant) result = g_variant_ref_sink (g_variant_dict_end (&call->result));
  g_autoptr (GVariant) notes = g_variant_ref_sink (g_variant_dict_end (&call->notes));
  g_autofree char *arguments = gram_arguments_for_journal (call->command, call->arguments, notes);
  g_autofree char *result_text = gram_json_from_variant (result);
  g_autofree char *made_id = request_id == NULL ? g_uuid_string_random () : NULL;
  GramJournalEntry entry = {
    .at = call->now,
    .person_id = gram_call_person_id (call),
    .account_id = call->account != NULL && !call->internal ? call->account->id : 0,
    .command = (char *)call->command->name,
    .request_id = request_id != NULL ? (char *)request_id : made_id,
    .arguments = arguments,
    .result = result_text,
  };

  if (!gram_journal_append (call->unit, &entry, error))
    return NULL;
  /* Rows of this unit refer to the entry by the number that was foretold. */
  g_assert (entry.id == call->journal_id);
  if (!add_subjects (call, error))
    return NULL;
  return result_from_journal (result_text, error);
}

/* The password was right a moment ago: it still is the person's, and wrong tries are forgotten. */
static gboolean
check_signature (GramCall *call, const GramSender *sender, GramRefusal **refusal, GError **error)
{
  if (sender->signature == NULL)
    return TRUE;
  if (!g_str_equal (sender->signature, call->person->password_hash))
    return gram_refuse (refusal, "session.password", NULL,
                        _ ("Your password was changed meanwhile; type the new one"));
  if (call->person->failed_tries == 0)
    return TRUE;
  call->person->failed_tries = 0;
  call->person->locked_until = 0;
  return gram_person_table_update_sign_in (call->unit, call->person, error);
}

/* An own registry records what the administrator decided: each time with the document that said so. */
static gboolean
check_reference (GramCall *call, GramRefusal **refusal)
{
  g_autofree char *reference = NULL;

  if (!call->command->decision || gram_registry_get_kind (call->registry) != GRAM_REGISTRY_OWN)
    return TRUE;
  if (!gram_text_check (&reference_rule, gram_call_get_string (call, "reference"), &reference,
                        NULL))
    return gram_refuse (refusal, "decision.reference", NULL,
                        _ ("Give the reference of the document in which the administrator decided "
                           "this, at most %u characters"),
                        reference_rule.max_length);
  gram_call_note (call, "recorded-for", "administrator");
  return TRUE;
}

/* For which acts the account asks for a second person here. */
static guint
acts_of (GramCall *call)
{
  const GramCommand *command = call->command;
  guint acts = command->acts != NULL ? command->acts (call) : command->act;

  return call->account != NULL ? acts & call->account->four_eyes : 0;
}

/* What the command does; or a request, if a second person has to approve it. */
static gboolean
handle (GramCall *call, const GramSender *sender, GramRefusal **refusal, GError **error)
{
  const GramCommand *command = call->command;
  guint acts;

  if (command->check != NULL && !command->check (call, refusal, error))
    return FALSE;
  acts = sender->internal ? 0 : acts_of (call);
  if (acts != 0)
    return gram_requests_prepare (call, acts, refusal, error);
  return command->handler (call, refusal, error);
}

/* What the caller is told, and nobody after. */
static GVariant *
with_secrets (GramCall *call, GVariant *answer)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (answer);
  g_autoptr (GVariant) secrets = g_variant_ref_sink (g_variant_dict_end (&call->secrets));
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (g_variant_n_children (secrets) == 0)
    return g_variant_ref (answer);
  g_variant_iter_init (&iter, secrets);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    g_variant_dict_insert_value (&dict, name, value);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* The command inside its unit of work, all but COMMIT. */
static gboolean
work (GramCall *call,
      const GramSender *sender,
      gboolean *replayed,
      GVariant **result,
      GramRefusal **refusal,
      GError **error)
{
  g_autoptr (GVariant) answer = NULL;

  if (!look_up (call, sender, error)
      || !replay (call, sender->request_id, replayed, result, refusal, error))
    return FALSE;
  if (*replayed)
    return TRUE;
  if (!sender->internal
      && (!_gram_check_allowed (call->registry, call->command, call->person, call->account, refusal,
                                error)
          || !check_signature (call, sender, refusal, error) || !check_reference (call, refusal)))
    return FALSE;
  if (!gram_journal_next_id (call->unit, &call->journal_id, error)
      || !handle (call, sender, refusal, error))
    return FALSE;

  answer = append_to_journal (call, sender->request_id, error);
  if (answer == NULL)
    return FALSE;
  if (result != NULL)
    *result = with_secrets (call, answer);
  return TRUE;
}

static void
call_clear (GramCall *call)
{
  g_clear_pointer (&call->person, gram_person_record_free);
  g_clear_pointer (&call->account, gram_account_record_free);
  g_clear_pointer (&call->subjects, g_array_unref);
  g_variant_dict_clear (&call->result);
  g_variant_dict_clear (&call->notes);
  g_variant_dict_clear (&call->secrets);
}

static GramOutcome
run (GramRegistry *self,
     const GramSender *sender,
     const GramCommand *command,
     GVariant *arguments,
     GVariant **result,
     GramRefusal **refusal,
     GError **error)
{
  g_autoptr (GramUnit) unit = gram_unit_begin (self->store, error);
  GramOutcome outcome = GRAM_OUTCOME_FAILED;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GramRefusal) no = NULL;
  gboolean replayed = FALSE;
  gboolean done;
  GramCall call = { 0 };

  if (unit == NULL)
    return GRAM_OUTCOME_FAILED;

  call.registry = self;
  call.unit = unit;
  call.store = self->store;
  call.command = command;
  call.arguments = arguments;
  self->moment = _gram_registry_clock (self);
  call.now = _gram_registry_now (self);
  call.progress = sender->progress;
  call.progress_data = sender->progress_data;
  call.cancellable = sender->cancellable;
  g_variant_dict_init (&call.result, NULL);
  g_variant_dict_init (&call.notes, NULL);
  g_variant_dict_init (&call.secrets, NULL);

  gram_store_watch (self->store, sender->cancellable);
  done = work (&call, sender, &replayed, &answer, &no, error);
  /* COMMIT is not interrupted: whoever cancels that late is told that it was done. */
  gram_store_watch (self->store, NULL);
  self->moment = 0;
  call_clear (&call);

  if (!done)
    {
      gram_unit_rollback (g_steal_pointer (&unit));
      if (no == NULL)
        return GRAM_OUTCOME_FAILED;
      if (refusal != NULL)
        *refusal = g_steal_pointer (&no);
      return GRAM_OUTCOME_REFUSED;
    }
  if (replayed)
    gram_unit_rollback (g_steal_pointer (&unit));
  else if (!gram_unit_commit (g_steal_pointer (&unit), error))
    return outcome;

  if (result != NULL)
    *result = g_steal_pointer (&answer);
  return GRAM_OUTCOME_DONE;
}

GramOutcome
_gram_registry_send (GramRegistry *self,
                     const GramSender *sender,
                     const char *name,
                     GVariant *arguments,
                     GVariant **result,
                     GramRefusal **refusal,
                     GError **error)
{
  const GramCommand *command = find_command (name, sender->internal, refusal);
  GramSender signing = *sender;
  g_autoptr (GVariant) fitting = NULL;
  g_autofree char *signature = NULL;
  const char *number = NULL;
  GramOutcome outcome;

  if (command == NULL || !check_request_id (sender, refusal))
    return GRAM_OUTCOME_REFUSED;
  fitting = gram_arguments_check (command, arguments, refusal);
  if (fitting == NULL)
    return GRAM_OUTCOME_REFUSED;

  if (!sender->internal && command->needs_account
      && g_variant_lookup (fitting, "account", "&s", &number)
      && !_gram_due_run_before (self, number, error))
    return GRAM_OUTCOME_FAILED;
  outcome = _gram_signature_of_command (self, sender, command, fitting, &signature, refusal, error);
  if (outcome != GRAM_OUTCOME_DONE)
    return outcome;
  signing.signature = signature;
  return run (self, &signing, command, fitting, result, refusal, error);
}

GramOutcome
gram_registry_perform (GramRegistry *self,
                       GramActor *actor,
                       const char *request_id,
                       const char *name,
                       GVariant *arguments,
                       GramProgressFunc progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GVariant **result,
                       GramRefusal **refusal,
                       GError **error)
{
  g_autoptr (GVariant) sunk = NULL;
  GramSender sender = {
    .actor = actor,
    .request_id = request_id,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (name != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (arguments != NULL, GRAM_OUTCOME_FAILED);

  sunk = g_variant_ref_sink (arguments);
  return _gram_registry_send (self, &sender, name, sunk, result, refusal, error);
}

GramOutcome
gram_registry_allows (GramRegistry *self,
                      GramActor *actor,
                      const char *name,
                      gint64 account_id,
                      GramRefusal **refusal,
                      GError **error)
{
  const GramCommand *command;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRefusal) no = NULL;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (name != NULL, GRAM_OUTCOME_FAILED);

  command = find_command (name, FALSE, refusal);
  if (command == NULL)
    return GRAM_OUTCOME_REFUSED;
  if (!gram_person_table_get (self->store, actor->person_id, &person, error)
      || (command->needs_account && account_id != 0
          && !gram_account_table_get (self->store, account_id, &account, error))
      || (account != NULL && !gram_due_state_today (self, account, &account->state, error)))
    return GRAM_OUTCOME_FAILED;
  if (_gram_check_allowed (self, command, person, account, &no, error))
    return GRAM_OUTCOME_DONE;
  if (no == NULL)
    return GRAM_OUTCOME_FAILED;
  if (refusal != NULL)
    *refusal = g_steal_pointer (&no);
  return GRAM_OUTCOME_REFUSED;
}
