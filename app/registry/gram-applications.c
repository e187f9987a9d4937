/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-applications.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-accounts.h"

#include "gram-application-form.h"
#include "gram-application-table.h"
#include "gram-json-variant.h"
#include "gram-registry-private.h"
#include "gram-subject-table.h"

#include <glib/gi18n-lib.h>

/* Writes the application, new or changed, and puts the entry of the journal on its timeline. */
static gboolean
write_application (GramCall *call,
                   const GramApplicationRecord *before,
                   GramApplicationRecord *after,
                   GError **error)
{
  after->account_id = call->account->id;
  if (!(before != NULL ? gram_application_table_update (call->unit, before, after, error)
                       : gram_application_table_insert (call->unit, after, error)))
    return FALSE;
  gram_call_answer_int64 (call, "application", after->id);
  gram_call_answer_string (call, "state", gram_word_for ("application-state", (int)after->state));
  gram_call_answer_int64 (call, "version", before != NULL ? before->version + 1 : after->version);
  return gram_subject_table_add (call->unit, "application", after->id, call->journal_id, error);
}

/* The application that a command goes on with, and a copy of it in the state that @verb leads to. */
static gboolean
begin_move (GramCall *call,
            const char *verb,
            GramApplicationRecord **before,
            GramApplicationRecord **after,
            GramRefusal **refusal,
            GError **error)
{
  GramApplicationState to;

  if (!gram_application_table_live (call->store, call->account->id, before, error))
    return FALSE;
  if (*before == NULL)
    return gram_refuse (refusal, "application.none", "CCS reg 20",
                        _ ("Account %s has no application for Fleet Average"),
                        call->account->number);
  if (!gram_application_move ((*before)->state, verb, &to, refusal))
    return FALSE;
  *after = gram_application_record_copy (*before);
  (*after)->state = to;
  return TRUE;
}

static GramApplicationForm *
read_content (const char *content, GError **error)
{
  g_autoptr (JsonNode) node = gram_json_parse (content, -1, error);
  g_autoptr (GVariant) dictionary = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GramApplicationForm *form;
  GramJson root;

  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  dictionary = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
  if (dictionary == NULL)
    return NULL;
  form = gram_application_form_read (dictionary, &refusal);
  if (form == NULL)
    g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT, "%s", refusal->message);
  return form;
}

static char *
write_content (const GramApplicationForm *form)
{
  g_autoptr (GVariant) dictionary = g_variant_ref_sink (gram_application_form_write (form));

  return gram_json_from_variant (dictionary);
}

/* Takes over the fields that were given; an empty text clears its field. */
static gboolean
merge_form (GramCall *call, GramApplicationForm *form, GramRefusal **refusal)
{
  const GramApplicationRow *rows = gram_application_fields ();
  g_autoptr (GramApplicationForm) given = gram_application_form_read (call->arguments, refusal);

  if (given == NULL)
    return FALSE;
  for (gsize i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    {
      g_autoptr (GVariant) value = gram_call_dup_value (call, rows[i].name);

      if (value != NULL)
        g_set_str (&form->values[i], given->values[i]);
    }
  return TRUE;
}

/* Nobody writes over what somebody else has written meanwhile; 0 is the version of what is not there. */
static gboolean
check_version (GramCall *call, const GramApplicationRecord *live, GramRefusal **refusal)
{
  gint64 version = live != NULL ? live->version : 0;

  if (gram_call_get_int64 (call, "version", version) == version)
    return TRUE;
  if (live == NULL)
    return gram_refuse (refusal, "application.changed-meanwhile", NULL,
                        _ ("The application has been withdrawn or decided meanwhile; look at it "
                           "again"));
  return gram_refuse (refusal, "application.changed-meanwhile", NULL,
                      _ ("%s has changed the application meanwhile; look at it again"),
                      live->saver != NULL ? live->saver : _ ("Somebody else"));
}

/* The draft that is saved on: the live one if it can be saved, else a new one. */
static gboolean
begin_save (GramCall *call,
            GramApplicationRecord **before,
            GramApplicationRecord **after,
            GramRefusal **refusal,
            GError **error)
{
  GramApplicationState to;

  if (!gram_application_table_live (call->store, call->account->id, before, error))
    return FALSE;
  if (*before == NULL)
    {
      *after = gram_application_record_new ();
      return check_version (call, NULL, refusal);
    }
  if (!gram_application_move ((*before)->state, "save", &to, refusal)
      || !check_version (call, *before, refusal))
    return FALSE;
  *after = gram_application_record_copy (*before);
  (*after)->state = to;
  return TRUE;
}

gboolean
gram_applications_save (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;
  g_autoptr (GramApplicationForm) form = NULL;

  if (!begin_save (call, &before, &after, refusal, error))
    return FALSE;
  form = before != NULL ? read_content (before->content, error) : gram_application_form_new ();
  if (form == NULL || !merge_form (call, form, refusal))
    return FALSE;
  g_free (after->content);
  after->content = write_content (form);
  after->saved_by = gram_call_person_id (call);
  after->saved_at = call->now;
  return write_application (call, before, after, error);
}

gboolean
gram_applications_submit (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;
  g_autoptr (GramApplicationForm) form = NULL;

  if (!begin_move (call, "submit", &before, &after, refusal, error))
    return FALSE;
  form = read_content (before->content, error);
  if (form == NULL || !gram_application_form_check_submit (form, NULL, refusal))
    return FALSE;
  after->submitted_at = call->now;
  g_set_str (&after->question, "");
  return write_application (call, before, after, error)
         && (before->state == GRAM_APPLICATION_INFORMATION_ASKED
                 ? gram_cases_answer_subject (call, GRAM_CASE_APPLICATION, after->id, error)
                 : gram_cases_open (call, GRAM_CASE_APPLICATION, after->id, call->account->holder,
                                    NULL, error));
}

gboolean
gram_applications_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;

  return begin_move (call, "withdraw", &before, &after, refusal, error)
         && gram_cases_withdraw_subject (call, GRAM_CASE_APPLICATION, before->id, error)
         && write_application (call, before, after, error);
}

/* Who decided, when, why and by which document. */
static gboolean
read_decision (GramCall *call, GramApplicationRecord *after, GramRefusal **refusal)
{
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  if (!gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal))
    return FALSE;
  after->decided_by = gram_call_person_id (call);
  after->decided_at = call->now;
  g_set_str (&after->reason, reason);
  g_set_str (&after->reference, reference);
  return TRUE;
}

gboolean
gram_applications_ask_more (GramCall *call,
                            const char *text,
                            const char *reference,
                            GramRefusal **refusal,
                            GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;

  if (!begin_move (call, "ask", &before, &after, refusal, error))
    return FALSE;
  g_set_str (&after->question, text);
  g_set_str (&after->reference, reference);
  after->decided_by = gram_call_person_id (call);
  after->decided_at = call->now;
  return write_application (call, before, after, error);
}

/* Asks about the case of the application, if there is one. */
static gboolean
ask_in_case (GramCall *call,
             const char *text,
             const char *reference,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramApplicationRecord) live = NULL;
  g_autoptr (GramCaseRecord) record = NULL;

  return gram_application_table_live (call->store, call->account->id, &live, error)
         && gram_cases_find_subject (call, GRAM_CASE_APPLICATION, live != NULL ? live->id : 0,
                                     &record, error)
         && (record == NULL
             || gram_cases_ask (call, record, text, NULL, reference, refusal, error));
}

gboolean
gram_applications_ask (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *reference = NULL;

  return gram_life_read_text (call, "text", &text, refusal)
         && gram_life_read_text (call, "reference", &reference, refusal)
         && gram_applications_ask_more (call, text, reference, refusal, error)
         && ask_in_case (call, text, reference, refusal, error);
}

/* Decides the case of an application, if one is open. */
static gboolean
decide_case (GramCall *call,
             const GramApplicationRecord *after,
             GramCaseOutcome outcome,
             GramRefusal **refusal,
             GError **error)
{
  return gram_cases_decide_subject (call, GRAM_CASE_APPLICATION, after->id, outcome, after->reason,
                                    after->reference, refusal, error);
}

gboolean
gram_applications_approve (GramCall *call, GramRefusal **refusal, GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (call->registry, call->account->kind, NULL, error);
  gboolean recorded = gram_registry_get_kind (call->registry) == GRAM_REGISTRY_OWN;
  gint64 year = gram_call_get_int64 (call, "from-year", 0);
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;

  if (rules == NULL || !begin_move (call, "approve", &before, &after, refusal, error)
      || !read_decision (call, after, refusal)
      || !gram_application_check_year (rules, gram_life_today (call), recorded, year, refusal)
      || !decide_case (call, after, GRAM_CASE_APPROVED, refusal, error))
    return FALSE;
  g_free (after->valid_from);
  after->valid_from = gram_date_format (gram_application_valid_from (rules, (int)year));
  gram_call_answer_string (call, "valid-from", after->valid_from);
  return write_application (call, before, after, error);
}

/* A decision that only moves the state. */
static gboolean
decide (GramCall *call, const char *verb, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;

  return begin_move (call, verb, &before, &after, refusal, error)
         && read_decision (call, after, refusal) && write_application (call, before, after, error);
}

gboolean
gram_applications_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;

  return begin_move (call, "decline", &before, &after, refusal, error)
         && read_decision (call, after, refusal)
         && decide_case (call, after, GRAM_CASE_DECLINED, refusal, error)
         && write_application (call, before, after, error);
}

gboolean
gram_applications_suspend (GramCall *call, GramRefusal **refusal, GError **error)
{
  return decide (call, "suspend", refusal, error);
}

gboolean
gram_applications_resume (GramCall *call, GramRefusal **refusal, GError **error)
{
  return decide (call, "resume", refusal, error);
}

gboolean
gram_applications_revoke (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;
  g_autoptr (GramAccountRecord) account = gram_account_record_copy (call->account);

  if (!begin_move (call, "revoke", &before, &after, refusal, error)
      || !read_decision (call, after, refusal))
    return FALSE;
  g_free (after->ended_on);
  after->ended_on = gram_call_dup_today (call);
  /* The second switch of auto-accept is Fleet Average's alone. */
  account->auto_accept &= ~(guint)GRAM_AUTO_ACCEPT_CHARGE;
  return write_application (call, before, after, error) && gram_life_update (call, account, error);
}
