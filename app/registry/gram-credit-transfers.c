/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfers.h"

#include "gram-account-life.h"
#include "gram-credit-transfer-postings.h"
#include "gram-handlers-credits.h"
#include "gram-notices-ccs.h"
#include "gram-rulebooks.h"
#include "gram-units.h"

#include "gram-decimal.h"

#include <glib/gi18n-lib.h>

/* Reads the form of a command and makes a plan of it. */
static gboolean
plan_call (GramCall *call,
           gboolean recorded,
           GramCreditTransferPlan *plan,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GVariant) years = gram_call_dup_value (call, "years");
  g_autofree const char **texts = years != NULL ? g_variant_get_strv (years, NULL) : NULL;
  const GramCreditTransferForm form = {
    .recorded = recorded,
    .direction = gram_call_get_string (call, "direction"),
    .number = gram_call_get_string (call, "number"),
    .name = gram_call_get_string (call, "name"),
    .kind = gram_call_get_string (call, "kind"),
    .credits = gram_call_get_string (call, "credits"),
    .years = texts,
    .reference = gram_call_get_string (call, "reference"),
  };

  return gram_credit_transfer_plan (call->registry, call->account, &form, plan, refusal, error);
}

gboolean
gram_credit_transfers_check_offer (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramCreditTransferPlan) plan = { 0 };

  return plan_call (call, FALSE, &plan, refusal, error);
}

static void
set_side (char **number,
          char **name,
          gint64 *id,
          const GramAccountRecord *account,
          const GramCreditTransferPlan *plan)
{
  *id = account != NULL ? account->id : 0;
  g_set_str (number, account != NULL ? account->number : plan->form->number);
  g_set_str (name, account != NULL ? account->holder : plan->form->name);
}

/* The transfer as it will be stored, without its postings. */
static gboolean
make_record (GramCall *call,
             const GramCreditTransferPlan *plan,
             GramCreditTransferRecord **made,
             GError **error)
{
  g_autoptr (GramCreditTransferRecord) record = gram_credit_transfer_record_new ();
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autofree char *today = gram_call_dup_today (call);
  gboolean gives = plan->form->direction != GRAM_CREDIT_TRANSFER_IN;

  if (!gram_rulebooks_in_force (call->store, call->account->kind, today, &record->rulebook_id,
                                &rulebook, error))
    return FALSE;
  set_side (&record->from_number, &record->from_name, &record->from_account,
            gives ? call->account : plan->other, plan);
  set_side (&record->to_number, &record->to_name, &record->to_account,
            gives ? plan->other : call->account, plan);
  record->from_kind = plan->from_kind;
  record->to_kind = plan->to_kind;
  record->credits = plan->form->credits;
  record->received = plan->received;
  record->used_per_new = plan->rulebook->ccs->used_per_new;
  record->reference = g_strdup (plan->form->reference);
  record->offered_by = gram_call_person_id (call);
  record->offered_at = call->now;
  record->lapses_on = gram_date_format (plan->lapses_on);
  *made = g_steal_pointer (&record);
  return TRUE;
}

static gboolean
insert (GramCall *call,
        GramCreditTransferRecord *record,
        const GramCreditTransferPlan *plan,
        GError **error)
{
  if (!gram_credit_transfer_table_insert (call->unit, record, error))
    return FALSE;
  for (guint i = 0; i < plan->lines->len; i++)
    if (!gram_credit_transfer_table_insert_line (
            call->unit, record->id, &g_array_index (plan->lines, GramCreditTransferLine, i), error))
      return FALSE;
  gram_call_touches (call, "transfer", record->id);
  return TRUE;
}

static void
answer (GramCall *call, const GramCreditTransferRecord *record)
{
  g_autofree char *credits
      = gram_decimal_format (record->credits, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
  g_autofree char *received
      = gram_decimal_format (record->received, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);

  gram_call_answer_int64 (call, "transfer", record->id);
  gram_call_answer_string (call, "credits", credits);
  gram_call_answer_string (call, "received", received);
}

gboolean
gram_credit_transfers_offer (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramCreditTransferPlan) plan = { 0 };
  g_autoptr (GramCreditTransferRecord) record = NULL;

  if (!plan_call (call, FALSE, &plan, refusal, error) || !make_record (call, &plan, &record, error)
      || !gram_credit_transfer_reserve (call, record, plan.lines, FALSE, &record->posting_id, error)
      || !insert (call, record, &plan, error))
    return FALSE;
  answer (call, record);
  gram_call_answer_string (call, "lapses-on", record->lapses_on);
  return gram_notices_tell_transfer (call, GRAM_EVENT_TRANSFER_OFFERED, record->to_account,
                                     record->id, record->from_number, record->received, "offered",
                                     record->lapses_on, error);
}

/* What the administrator has confirmed is over as soon as it is recorded. */
gboolean
gram_credit_transfers_record (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramCreditTransferPlan) plan = { 0 };
  g_autoptr (GramCreditTransferRecord) record = NULL;

  if (!plan_call (call, TRUE, &plan, refusal, error) || !make_record (call, &plan, &record, error)
      || !gram_credit_transfer_check_room (call->store, record, plan.lines, refusal, error))
    return FALSE;
  record->state = GRAM_CREDIT_TRANSFER_ACCEPTED;
  record->ended_by = record->offered_by;
  record->ended_at = call->now;
  g_free (record->lapses_on);
  record->lapses_on = gram_call_dup_today (call);
  if (!gram_credit_transfer_post (call, record, plan.lines, &record->posting_id, error)
      || !insert (call, record, &plan, error))
    return FALSE;
  answer (call, record);
  return TRUE;
}

/* The transfer of the call with its lines, if the account is the side that the verb is for. */
static gboolean
find (GramCall *call,
      gboolean receiver,
      GramCreditTransferRecord **record,
      GArray **lines,
      GramRefusal **refusal,
      GError **error)
{
  gint64 id = gram_call_get_int64 (call, "transfer", 0);
  gint64 side;

  if (!gram_credit_transfer_table_get (call->store, id, record, error))
    return FALSE;
  side = *record == NULL ? 0 : receiver ? (*record)->to_account : (*record)->from_account;
  if (side != call->account->id)
    return gram_credit_transfer_refuse_unknown (id, refusal);
  if (gram_call_get_int64 (call, "version", (*record)->version) != (*record)->version)
    return gram_refuse (refusal, "transfer.changed-meanwhile", NULL,
                        _ ("The transfer has changed meanwhile; look at it again"));
  *lines = gram_credit_transfer_table_lines (call->store, id, error);
  return *lines != NULL;
}

gboolean
gram_credit_transfers_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCreditTransferRecord) record = NULL;
  g_autoptr (GArray) lines = NULL;

  if (!find (call, TRUE, &record, &lines, refusal, error)
      || !gram_credit_transfer_check_accept (call->registry, record, lines,
                                             GRAM_CREDIT_TRANSFER_READER_RECEIVER, refusal, error)
      || !gram_credit_transfer_check_room (call->store, record, lines, refusal, error)
      || !gram_credit_transfer_end (call, record, lines, GRAM_CREDIT_TRANSFER_ACCEPTED, NULL,
                                    error))
    return FALSE;
  answer (call, record);
  return TRUE;
}

/* Ends an offer without its credits going over. */
static gboolean
end (GramCall *call, GramCreditTransferVerb verb, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramCreditTransferRecord) record = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *reason = NULL;
  gboolean declines = verb == GRAM_CREDIT_TRANSFER_DECLINE;
  GramCreditTransferState to;

  if (!find (call, declines, &record, &lines, refusal, error)
      || !gram_credit_transfer_move (record->state, verb, gram_life_date (record->lapses_on),
                                     gram_life_today (call), &to, refusal)
      || (declines && !gram_life_read_text (call, "reason", &reason, refusal))
      || !gram_credit_transfer_end (call, record, lines, to, reason, error))
    return FALSE;
  answer (call, record);
  return TRUE;
}

gboolean
gram_credit_transfers_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  return end (call, GRAM_CREDIT_TRANSFER_DECLINE, refusal, error);
}

gboolean
gram_credit_transfers_cancel (GramCall *call, GramRefusal **refusal, GError **error)
{
  return end (call, GRAM_CREDIT_TRANSFER_CANCEL, refusal, error);
}
