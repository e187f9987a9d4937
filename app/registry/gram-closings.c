/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-closing-checklist.h"
#include "gram-closing-end.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-accounts.h"

#include "gram-closing-table.h"
#include "gram-decimal.h"
#include "gram-subject-table.h"

#include <glib/gi18n-lib.h>

/* Writes the closing, new or changed, and puts the entry of the journal on its timeline. */
static gboolean
write_closing (GramCall *call,
               const GramClosingRecord *before,
               GramClosingRecord *after,
               GError **error)
{
  after->account_id = call->account->id;
  if (!(before != NULL ? gram_closing_table_update (call->unit, before, after, error)
                       : gram_closing_table_insert (call->unit, after, error)))
    return FALSE;
  gram_call_answer_int64 (call, "closing", after->id);
  return gram_subject_table_add (call->unit, "closing", after->id, call->journal_id, error);
}

/* The closing of the account that is in that state, or a refusal. */
static gboolean
find_live (GramCall *call,
           GramClosingState state,
           GramClosingRecord **live,
           GramRefusal **refusal,
           GError **error)
{
  if (!gram_closing_table_live (call->store, call->account->id, live, error))
    return FALSE;
  if (*live != NULL && (*live)->state == state)
    return TRUE;
  if (state == GRAM_CLOSING_REQUESTED)
    return gram_refuse (refusal, "closing.not-requested", "CCS s 190",
                        _ ("Nobody has asked to close account %s"), call->account->number);
  return gram_refuse (refusal, "closing.notice-missing", "CCS s 191",
                      _ ("Account %s has no notice of closing"), call->account->number);
}

/* Says how a closing ended. */
static void
decide (GramCall *call, GramClosingRecord *closing, GramClosingState state, const char *reason)
{
  closing->state = state;
  closing->decided_by = gram_call_person_id (call);
  closing->decided_at = call->now;
  g_set_str (&closing->decision_reason, reason);
}

/* The case of a closing that was just written; a notice is decided after its last day. */
static gboolean
open_case (GramCall *call, const GramClosingRecord *closing, GError **error)
{
  if (closing->state == GRAM_CLOSING_NOTIFIED)
    return gram_cases_open_due (call, GRAM_CASE_CLOSING, closing->id, call->account->holder,
                                closing->object_by, NULL, error);
  return gram_cases_open (call, GRAM_CASE_CLOSING, closing->id, call->account->holder, NULL, error);
}

/* Decides the case of a closing, if there is one. */
static gboolean
decide_case (GramCall *call,
             const GramClosingRecord *closing,
             GramCaseOutcome outcome,
             const char *reason,
             const char *reference,
             GramRefusal **refusal,
             GError **error)
{
  return gram_cases_decide_subject (call, GRAM_CASE_CLOSING, closing->id, outcome, reason,
                                    reference, refusal, error);
}

/* Ends a closing without closing the account. */
static gboolean
end_closing (GramCall *call,
             const GramClosingRecord *closing,
             GramClosingState state,
             const char *reason,
             GError **error)
{
  g_autoptr (GramClosingRecord) after = gram_closing_record_copy (closing);

  decide (call, after, state, reason);
  return write_closing (call, closing, after, error);
}

/* Checks what the holder asks for; nothing is written. */
static gboolean
read_request (GramCall *call,
              GramClosingChecklist **checklist,
              char **reason,
              GramRefusal **refusal,
              GError **error)
{
  if (!gram_life_read_text (call, "reason", reason, refusal))
    return FALSE;
  *checklist = gram_closing_checklist_read (call->registry, call->account, error);
  return *checklist != NULL && gram_closing_checklist_check (*checklist, refusal)
         && gram_closing_checklist_confirm (*checklist,
                                            gram_call_get_string (call, "delete-credits"), refusal);
}

gboolean
gram_closings_check_request (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingChecklist) checklist = NULL;
  g_autofree char *reason = NULL;

  return read_request (call, &checklist, &reason, refusal, error);
}

gboolean
gram_closings_request (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingRecord) closing = gram_closing_record_new ();
  g_autoptr (GramClosingRecord) notice = NULL;
  g_autoptr (GramClosingChecklist) checklist = NULL;

  if (!read_request (call, &checklist, &closing->reason, refusal, error)
      || !gram_closing_table_live (call->store, call->account->id, &notice, error))
    return FALSE;
  /* Who was given notice and asks for it now has nothing to object to any more. */
  if (notice != NULL
      && (!end_closing (call, notice, GRAM_CLOSING_DROPPED, "", error)
          || !gram_cases_withdraw_subject (call, GRAM_CASE_CLOSING, notice->id, error)))
    return FALSE;

  closing->kind = GRAM_CLOSING_HOLDER;
  closing->state = GRAM_CLOSING_REQUESTED;
  closing->opened_by = gram_call_person_id (call);
  closing->opened_at = call->now;
  closing->delete_credits = checklist->credits;
  return write_closing (call, NULL, closing, error) && open_case (call, closing, error)
         && gram_life_move (call, GRAM_ACCOUNT_CLOSING, call->now, error);
}

/* A notice that a request of the holder had put an end to; NULL none. */
static gboolean
find_notice_before (GramCall *call,
                    const GramClosingRecord *request,
                    GramClosingRecord **notice,
                    GError **error)
{
  g_autoptr (GPtrArray) closings
      = gram_closing_table_list (call->store, call->account->id, 2, error);
  const GramClosingRecord *earlier;

  *notice = NULL;
  if (closings == NULL)
    return FALSE;
  earlier = closings->len > 1 ? closings->pdata[1] : NULL;
  /* Who drops a notice gives a reason. */
  if (earlier != NULL && earlier->state == GRAM_CLOSING_DROPPED && *earlier->decision_reason == '\0'
      && earlier->decided_at == request->opened_at)
    *notice = gram_closing_record_copy (earlier);
  return TRUE;
}

/* Ends a request without closing the account: where it stood in place of a notice, that stands again. */
static gboolean
end_request (GramCall *call,
             const GramClosingRecord *request,
             GramClosingState state,
             const char *reason,
             GError **error)
{
  g_autoptr (GramClosingRecord) notice = NULL;

  if (!find_notice_before (call, request, &notice, error)
      || !end_closing (call, request, state, reason, error))
    return FALSE;
  if (notice == NULL)
    return TRUE;
  notice->state = GRAM_CLOSING_NOTIFIED;
  notice->decided_by = 0;
  notice->decided_at = 0;
  if (!gram_closing_table_insert (call->unit, notice, error))
    return FALSE;
  gram_call_answer_int64 (call, "notice", notice->id);
  return gram_subject_table_add (call->unit, "closing", notice->id, call->journal_id, error)
         && open_case (call, notice, error);
}

gboolean
gram_closings_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingRecord) live = NULL;

  return find_live (call, GRAM_CLOSING_REQUESTED, &live, refusal, error)
         && gram_cases_withdraw_subject (call, GRAM_CASE_CLOSING, live->id, error)
         && end_request (call, live, GRAM_CLOSING_WITHDRAWN, "", error)
         && gram_life_move (call, GRAM_ACCOUNT_OPEN, live->opened_at, error);
}

gboolean
gram_closings_refuse (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingRecord) live = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  return gram_life_read_text (call, "reason", &reason, refusal)
         && gram_life_read_text (call, "reference", &reference, refusal)
         && find_live (call, GRAM_CLOSING_REQUESTED, &live, refusal, error)
         && decide_case (call, live, GRAM_CASE_DROPPED, reason, reference, refusal, error)
         && end_request (call, live, GRAM_CLOSING_REFUSED, reason, error)
         && gram_life_move (call, GRAM_ACCOUNT_OPEN, live->opened_at, error);
}

gboolean
gram_closings_give_notice (GramCall *call, GramRefusal **refusal, GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (call->registry, call->account->kind, NULL, error);
  g_autoptr (GramClosingRecord) closing = gram_closing_record_new ();
  g_autoptr (GramClosingRecord) live = NULL;
  GramDate object_by;

  if (rules == NULL || !gram_life_read_text (call, "reason", &closing->reason, refusal)
      || !gram_life_read_text (call, "reference", &closing->reference, refusal)
      || !gram_life_read_date (call, "object-by", &object_by, refusal)
      || !gram_objection_check (rules, gram_life_today (call), object_by, refusal)
      || !gram_closing_table_live (call->store, call->account->id, &live, error))
    return FALSE;
  if (live != NULL)
    return gram_refuse (refusal, "closing.notice-given", "CCS s 191",
                        _ ("Account %s has a notice of closing already; drop it first to give "
                           "another one"),
                        call->account->number);

  closing->kind = GRAM_CLOSING_ADMINISTRATOR;
  closing->state = GRAM_CLOSING_NOTIFIED;
  closing->opened_by = gram_call_person_id (call);
  closing->opened_at = call->now;
  closing->object_by = gram_date_format (object_by);
  return write_closing (call, NULL, closing, error) && open_case (call, closing, error);
}

gboolean
gram_closings_drop_notice (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingRecord) live = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  return gram_life_read_text (call, "reason", &reason, refusal)
         && gram_life_read_text (call, "reference", &reference, refusal)
         && find_live (call, GRAM_CLOSING_NOTIFIED, &live, refusal, error)
         && decide_case (call, live, GRAM_CASE_DROPPED, reason, reference, refusal, error)
         && end_closing (call, live, GRAM_CLOSING_DROPPED, reason, error);
}

gboolean
gram_closings_object (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingRecord) live = NULL;
  g_autoptr (GramClosingRecord) after = NULL;
  g_autofree char *text = NULL;

  if (!gram_life_read_text (call, "text", &text, refusal)
      || !find_live (call, GRAM_CLOSING_NOTIFIED, &live, refusal, error))
    return FALSE;
  if (gram_date_compare (gram_life_today (call), gram_life_date (live->object_by)) > 0)
    return gram_refuse (refusal, "closing.objection-late", "CCS s 191",
                        _ ("The period to object ended on %s; write to the administrator"),
                        live->object_by);

  /* A later text stands in place of an earlier one; the journal has both. */
  after = gram_closing_record_copy (live);
  g_set_str (&after->objection, text);
  after->objected_at = call->now;
  return write_closing (call, live, after, error);
}

/* Whether the closing has come so far that the account can be closed today. */
static gboolean
check_time (GramCall *call, const GramClosingRecord *live, GramRefusal **refusal)
{
  if (live != NULL && live->state == GRAM_CLOSING_REQUESTED)
    return TRUE;
  return gram_objection_check_over (live != NULL ? gram_life_date (live->object_by)
                                                 : GRAM_DATE_NONE,
                                    gram_life_today (call), refusal);
}

/* The amount that was confirmed: with this command, else when the holder asked. */
static char *
dup_confirmed (GramCall *call, const GramClosingRecord *live)
{
  const char *typed = gram_call_get_string (call, "delete-credits");

  if (typed != NULL)
    return g_strdup (typed);
  if (live->state != GRAM_CLOSING_REQUESTED || live->delete_credits == 0)
    return NULL;
  return gram_decimal_format (live->delete_credits, 2, 2);
}

gboolean
gram_closings_close (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramClosingChecklist) checklist = NULL;
  g_autoptr (GramClosingRecord) live = NULL;
  g_autoptr (GramClosingRecord) after = NULL;
  g_autofree char *confirmed = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  if (!gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_closing_table_live (call->store, call->account->id, &live, error)
      || !check_time (call, live, refusal))
    return FALSE;
  confirmed = dup_confirmed (call, live);
  checklist = gram_closing_checklist_read (call->registry, call->account, error);
  if (checklist == NULL || !gram_closing_checklist_check (checklist, refusal)
      || !gram_closing_checklist_confirm (checklist, confirmed, refusal)
      || !decide_case (call, live, GRAM_CASE_DONE, reason, reference, refusal, error))
    return FALSE;

  after = gram_closing_record_copy (live);
  after->delete_credits = checklist->credits;
  if (*reference != '\0')
    g_set_str (&after->reference, reference);
  gram_call_answer_string (call, "deleted-credits", checklist->credits_text);
  decide (call, after, GRAM_CLOSING_DONE, reason);
  return write_closing (call, live, after, error) && gram_closing_end_all (call, reason, error)
         && gram_life_move (call, GRAM_ACCOUNT_CLOSED, call->now, error);
}
