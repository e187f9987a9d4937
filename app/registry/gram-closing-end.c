/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-end.h"

#include "gram-borrowings.h"
#include "gram-cases.h"
#include "gram-measures.h"
#include "gram-requests.h"
#include "gram-units.h"

#include "gram-application-table.h"
#include "gram-handover-table.h"
#include "gram-invitation-table.h"
#include "gram-ledger-query.h"
#include "gram-ledger.h"
#include "gram-subject-table.h"

static gboolean
add_subject (GramCall *call, const char *subject, gint64 id, GError **error)
{
  return gram_subject_table_add (call->unit, subject, id, call->journal_id, error);
}

/* One posting: out of the holding, into what is deleted, for each unit of credits. */
static gboolean
delete_credits (GramCall *call, GError **error)
{
  g_autoptr (GPtrArray) balances = gram_ledger_balances (call->store, call->account->id, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GramLedgerLine));

  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++)
    {
      const GramLedgerBalance *balance = balances->pdata[i];
      GramLedgerLine out = { call->account->id, balance->role, balance->unit, -balance->balance };
      GramLedgerLine in = { 0, "deletion", balance->unit, balance->balance };

      if (!gram_unit_is_credit (balance->unit))
        continue;
      g_array_append_val (lines, out);
      g_array_append_val (lines, in);
    }
  return lines->len == 0
         || gram_ledger_post (call->unit, call->journal_id, "deletion",
                              (const GramLedgerLine *)lines->data, lines->len, NULL, error);
}

static gboolean
end_invitations (GramCall *call, GError **error)
{
  g_autoptr (GPtrArray) pending
      = gram_invitation_table_list_pending (call->store, call->account->id, error);

  for (guint i = 0; pending != NULL && i < pending->len; i++)
    {
      const GramInvitationRecord *before = pending->pdata[i];
      g_autoptr (GramInvitationRecord) after = gram_invitation_record_copy (before);

      after->state = GRAM_INVITATION_REVOKED;
      after->decided_at = call->now;
      if (!gram_invitation_table_update (call->unit, before, after, error)
          || !add_subject (call, "invitation", after->id, error))
        return FALSE;
    }
  return pending != NULL;
}

static gboolean
end_handover (GramCall *call, GError **error)
{
  g_autoptr (GramHandoverRecord) before = NULL;
  g_autoptr (GramHandoverRecord) after = NULL;

  if (!gram_handover_table_get_pending (call->store, call->account->id, &before, error))
    return FALSE;
  if (before == NULL)
    return TRUE;
  after = gram_handover_record_copy (before);
  after->state = GRAM_HANDOVER_WITHDRAWN;
  after->decided_at = call->now;
  return gram_handover_table_update (call->unit, before, after, error)
         && add_subject (call, "handover", after->id, error);
}

static gboolean
end_application (GramCall *call, const char *reason, GError **error)
{
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;

  if (!gram_application_table_live (call->store, call->account->id, &before, error))
    return FALSE;
  if (before == NULL)
    return TRUE;
  after = gram_application_record_copy (before);
  after->state = GRAM_APPLICATION_WITHDRAWN;
  /* One that counts already keeps the account from closing; see the checklist. */
  if (before->state == GRAM_APPLICATION_APPROVED || before->state == GRAM_APPLICATION_SUSPENDED)
    {
      after->state = GRAM_APPLICATION_REVOKED;
      g_free (after->ended_on);
      after->ended_on = gram_call_dup_today (call);
    }
  after->decided_by = gram_call_person_id (call);
  after->decided_at = call->now;
  g_set_str (&after->reason, reason);
  return gram_application_table_update (call->unit, before, after, error)
         && add_subject (call, "application", after->id, error);
}

gboolean
gram_closing_end_all (GramCall *call, const char *reason, GError **error)
{
  return delete_credits (call, error) && gram_borrowings_end_all (call, reason, error)
         && end_invitations (call, error) && end_handover (call, error)
         && gram_requests_end_of_person (call, 0, error) && end_application (call, reason, error)
         && gram_measures_end_all (call, reason, error) && gram_cases_end_all (call, reason, error);
}
