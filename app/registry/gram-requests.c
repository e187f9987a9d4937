/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-requests.h"

#include "gram-arguments.h"
#include "gram-check.h"
#include "gram-effects-in-force.h"
#include "gram-handlers.h"
#include "gram-texts.h"

#include "gram-json-variant.h"
#include "gram-member-table.h"
#include "gram-permissions.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const GramText reason_rule = { .name = "reason",
                                      .title = N_ ("Reason"),
                                      .max_length = 1000,
                                      .needed = TRUE,
                                      .lines = TRUE };

GramRequestState
gram_requests_state (const GramRequestRecord *request, gint64 now)
{
  if (request->state == GRAM_REQUEST_PENDING && request->lapses_at <= now)
    return GRAM_REQUEST_LAPSED;
  return request->state;
}

GVariant *
gram_requests_dup_arguments (const GramRequestRecord *request, GError **error)
{
  g_autoptr (JsonNode) node = gram_json_parse (request->arguments, -1, error);
  const GramCommand *command = gram_command_find (request->command);
  g_autoptr (GVariant) plain = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GVariant *fitting;
  GramJson root;

  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  plain = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
  if (plain == NULL)
    return NULL;
  fitting = command != NULL ? gram_arguments_check (command, plain, &refusal) : NULL;
  if (fitting == NULL)
    g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                 _ ("Request %" PRId64 " waits for “%s”, which cannot be read: %s"), request->id,
                 request->command, refusal != NULL ? refusal->message : "–");
  return fitting;
}

GStrv
gram_requests_approvers (GramRegistry *registry,
                         const GramCommand *command,
                         GramAct act,
                         const GramAccountRecord *account,
                         gint64 except_id,
                         GError **error)
{
  g_autoptr (GPtrArray) members = gram_member_table_list (registry->store, account->id, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint rights = command->owner_only ? gram_check_act_permission (act) : command->permission;

  if (members == NULL)
    return NULL;
  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = members->pdata[i];

      if (member->person_id != except_id && member->active && (member->permissions & rights) != 0)
        g_strv_builder_add (names, member->name);
    }
  return g_strv_builder_end (names);
}

/* Somebody else could approve; else the act would wait for ever. */
static gboolean
check_not_alone (GramCall *call,
                 const GramCommand *command,
                 GramAct act,
                 GramRefusal **refusal,
                 GError **error)
{
  guint rights = command->owner_only ? gram_check_act_permission (act) : command->permission;
  g_autofree char *permission = gram_permissions_format (rights);
  g_auto (GStrv) names = gram_requests_approvers (call->registry, command, act, call->account,
                                                  gram_call_person_id (call), error);

  if (names == NULL)
    return FALSE;
  if (names[0] != NULL)
    return TRUE;
  return gram_refuse (refusal, "four-eyes.alone", NULL,
                      _ ("Nobody else could approve this: first give another member the "
                         "permission for it (%s)"),
                      permission);
}

static gboolean
check_not_waiting (GramCall *call, const char *arguments, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) pending
      = gram_request_table_list_pending (call->store, call->account->id, error);

  if (pending == NULL)
    return FALSE;
  for (guint i = 0; i < pending->len; i++)
    {
      const GramRequestRecord *other = pending->pdata[i];

      /* An account is closed once; credits can be sent twice. */
      if (gram_requests_state (other, call->now) == GRAM_REQUEST_PENDING
          && g_str_equal (other->command, call->command->name)
          && (other->act == GRAM_ACT_CLOSING || g_str_equal (other->arguments, arguments)))
        return gram_refuse (refusal, "request.pending", NULL,
                            _ ("The same waits for a second person already, as request %" PRId64),
                            other->id);
    }
  return TRUE;
}

/* Whoever may approve @act may approve all of @acts. */
static gboolean
is_for_one_person (guint acts, GramAct act)
{
  for (guint one = GRAM_ACT_TRANSFER; one <= GRAM_ACT_CLOSING; one <<= 1)
    if ((acts & one) != 0
        && gram_check_act_permission ((GramAct)one) != gram_check_act_permission (act))
      return FALSE;
  return TRUE;
}

gboolean
gram_requests_prepare (GramCall *call, guint acts, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramRequestRecord) request = gram_request_record_new ();
  const GramAccountRules *rules
      = gram_account_rules_in_force (call->registry, call->account->kind, NULL, error);

  g_assert (acts != 0);

  if (rules == NULL)
    return FALSE;
  if (!is_for_one_person (acts, (GramAct)(acts & -acts)))
    return gram_refuse (refusal, "four-eyes.together", NULL,
                        _ ("The closing and the other acts are approved by people with different "
                           "permissions; do one after the other"));
  request->act = (GramAct)(acts & -acts);
  request->account_id = call->account->id;
  request->command = g_strdup (call->command->name);
  request->arguments = gram_arguments_for_journal (call->command, call->arguments, NULL);
  request->prepared_by = gram_call_person_id (call);
  request->prepared_at = call->now;
  request->lapses_at = call->now + rules->request_days * G_TIME_SPAN_DAY;
  if (!check_not_alone (call, call->command, request->act, refusal, error)
      || !check_not_waiting (call, request->arguments, refusal, error)
      || !gram_request_table_insert (call->unit, request, error))
    return FALSE;

  gram_call_touches (call, "request", request->id);
  gram_call_answer (call, "pending", g_variant_new_boolean (TRUE));
  gram_call_answer_int64 (call, "request", request->id);
  gram_call_answer_int64 (call, "lapses-at", request->lapses_at);
  return TRUE;
}

static gboolean
check_waiting (const GramRequestRecord *request, gint64 now, GramRefusal **refusal)
{
  switch (gram_requests_state (request, now))
    {
    case GRAM_REQUEST_PENDING:
      return TRUE;
    case GRAM_REQUEST_LAPSED:
      return gram_refuse (refusal, "request.lapsed", NULL,
                          _ ("Request %" PRId64 " was not decided in time; prepare it again"),
                          request->id);
    case GRAM_REQUEST_APPROVED:
    case GRAM_REQUEST_DECLINED:
    case GRAM_REQUEST_WITHDRAWN:
    default:
      return gram_refuse (refusal, "request.decided", NULL,
                          _ ("Request %" PRId64 " does not wait any more; look at it again"),
                          request->id);
    }
}

static gboolean
check_other (GramRegistry *registry,
             const GramRequestRecord *request,
             const GramAccountRecord *account,
             const GramPersonRecord *person,
             gboolean approves,
             GramRefusal **refusal,
             GError **error)
{
  const GramCommand *waiting = gram_command_find (request->command);
  GramCommand command;

  if (waiting == NULL)
    return gram_refuse (refusal, "command.unknown", NULL, _ ("There is no command “%s”"),
                        request->command);
  if (!check_waiting (request, _gram_registry_now (registry), refusal))
    return FALSE;
  if (person != NULL && person->id == request->prepared_by)
    return gram_refuse (refusal, "request.own", NULL,
                        _ ("You prepared this yourself: somebody else has to decide, you can only "
                           "withdraw it"));
  /* To say no is possible in every state of the account. */
  command = *waiting;
  if (!approves)
    command.effect = GRAM_EFFECT_VIEW;
  return _gram_check_second_person (registry, &command, request->act, person, account, refusal,
                                    error);
}

gboolean
gram_requests_check_approver (GramRegistry *registry,
                              const GramRequestRecord *request,
                              const GramAccountRecord *account,
                              const GramPersonRecord *person,
                              GramRefusal **refusal,
                              GError **error)
{
  return check_other (registry, request, account, person, TRUE, refusal, error);
}

gboolean
gram_requests_check_decliner (GramRegistry *registry,
                              const GramRequestRecord *request,
                              const GramAccountRecord *account,
                              const GramPersonRecord *person,
                              GramRefusal **refusal,
                              GError **error)
{
  return check_other (registry, request, account, person, FALSE, refusal, error);
}

gboolean
gram_requests_check_preparer (GramRegistry *registry,
                              const GramRequestRecord *request,
                              const GramPersonRecord *person,
                              GramRefusal **refusal)
{
  if (!check_waiting (request, _gram_registry_now (registry), refusal))
    return FALSE;
  if (person != NULL && person->id == request->prepared_by)
    return TRUE;
  return gram_refuse (refusal, "request.not-yours", NULL,
                      _ ("Only the person who prepared request %" PRId64
                         " can withdraw it; you can decline it"),
                      request->id);
}

/* The request that the argument names, of the account that is named. */
static gboolean
find_request (GramCall *call, GramRequestRecord **request, GramRefusal **refusal, GError **error)
{
  gint64 id = gram_call_get_int64 (call, "request", 0);

  if (!gram_request_table_get (call->store, id, request, error))
    return FALSE;
  if (*request != NULL && (*request)->account_id == call->account->id)
    return TRUE;
  return gram_refuse (refusal, "request.unknown", NULL, _ ("Account %s has no request %" PRId64),
                      call->account->number, id);
}

static gboolean
decide (GramCall *call,
        const GramRequestRecord *request,
        GramRequestState state,
        const char *reason,
        GError **error)
{
  g_autoptr (GramRequestRecord) after = gram_request_record_copy (request);

  after->state = state;
  after->decided_by = gram_call_person_id (call);
  after->decided_at = call->now;
  g_set_str (&after->reason, reason);
  gram_call_touches (call, "request", request->id);
  return gram_request_table_update (call->unit, request, after, error);
}

/* What the person who prepared it lacks by now is told to the other one. */
static gboolean
check_preparers_rights (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramRefusal) no = NULL;

  if (_gram_check_allowed (call->registry, call->command, call->person, call->account, &no, error))
    return TRUE;
  if (no == NULL)
    return FALSE;
  if (g_str_equal (no->id, "session.ended") || g_str_equal (no->id, "account.unknown")
      || g_str_has_prefix (no->id, "permission."))
    return gram_refuse (refusal, "request.preparer", NULL,
                        _ ("%s, who prepared this, may not do it any more; decline it"),
                        call->person->name);
  if (refusal != NULL)
    *refusal = g_steal_pointer (&no);
  return FALSE;
}

/* What the account asks a second person for may have grown since: the one for @request may not be the one for that. */
static gboolean
check_acts (GramCall *call, const GramRequestRecord *request, GramRefusal **refusal)
{
  guint acts = call->command->acts != NULL ? call->command->acts (call) & call->account->four_eyes
                                           : (guint)request->act;

  return is_for_one_person (acts, request->act)
         || gram_refuse (refusal, "request.changed", NULL,
                         _ ("The account asks for a second person for more acts than when this was "
                            "prepared; decline it, and prepare it anew"));
}

/* The command that waits, as its handler would see it if the one who prepared it sent it now. */
static gboolean
do_on_behalf (GramCall *call,
              const GramRequestRecord *request,
              GramPersonRecord *preparer,
              GramRefusal **refusal,
              GError **error)
{
  const GramCommand *own_command = call->command;
  GramPersonRecord *approver = call->person;
  GVariant *own_arguments = call->arguments;
  g_autoptr (GVariant) arguments = gram_requests_dup_arguments (request, error);
  gboolean done;

  if (arguments == NULL)
    return FALSE;
  call->command = gram_command_find (request->command);
  call->arguments = arguments;
  call->person = preparer;
  call->approver = approver;
  done = check_preparers_rights (call, refusal, error) && check_acts (call, request, refusal)
         && (call->command->check == NULL || call->command->check (call, refusal, error))
         && call->command->handler (call, refusal, error);
  call->command = own_command;
  call->arguments = own_arguments;
  call->person = approver;
  call->approver = NULL;
  return done;
}

gboolean
gram_requests_approve (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramRequestRecord) request = NULL;
  g_autoptr (GramPersonRecord) preparer = NULL;

  if (!find_request (call, &request, refusal, error)
      || !check_other (call->registry, request, call->account, call->person, TRUE, refusal, error)
      || !gram_person_table_get (call->store, request->prepared_by, &preparer, error))
    return FALSE;
  /* First: what is approved does not wait, and so is no obstacle to a closing. */
  if (!decide (call, request, GRAM_REQUEST_APPROVED, "", error)
      || !do_on_behalf (call, request, preparer, refusal, error))
    return FALSE;
  gram_call_answer_string (call, "command", request->command);
  gram_call_answer_string (call, "prepared-by", request->preparer_email);
  return TRUE;
}

gboolean
gram_requests_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramRequestRecord) request = NULL;
  g_autofree char *reason = NULL;

  if (!find_request (call, &request, refusal, error)
      || !check_other (call->registry, request, call->account, call->person, FALSE, refusal, error)
      || !gram_text_check (&reason_rule, gram_call_get_string (call, "reason"), &reason, refusal))
    return FALSE;
  gram_call_answer_string (call, "command", request->command);
  return decide (call, request, GRAM_REQUEST_DECLINED, reason, error);
}

gboolean
gram_requests_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  GramText rule = reason_rule;
  g_autoptr (GramRequestRecord) request = NULL;
  g_autofree char *reason = NULL;

  rule.needed = FALSE;
  if (!find_request (call, &request, refusal, error)
      || !gram_requests_check_preparer (call->registry, request, call->person, refusal)
      || !gram_text_check (&rule, gram_call_get_string (call, "reason"), &reason, refusal))
    return FALSE;
  gram_call_answer_string (call, "command", request->command);
  return decide (call, request, GRAM_REQUEST_WITHDRAWN, reason, error);
}

gboolean
gram_requests_end_of_person (GramCall *call, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) pending
      = gram_request_table_list_pending (call->store, call->account->id, error);

  if (pending == NULL)
    return FALSE;
  for (guint i = 0; i < pending->len; i++)
    {
      const GramRequestRecord *request = pending->pdata[i];

      if ((person_id == 0 || request->prepared_by == person_id)
          && !decide (call, request, GRAM_REQUEST_WITHDRAWN, "", error))
        return FALSE;
    }
  return TRUE;
}
