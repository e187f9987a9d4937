/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-due-lapse.h"

#include "gram-handover-table.h"
#include "gram-invitation-table.h"
#include "gram-request-table.h"
#include "gram-subject-table.h"

static gboolean
note_lapse (GramCall *call, const char *subject, gint64 id, guint *lapsed, GError **error)
{
  *lapsed += 1;
  return gram_subject_table_add (call->unit, subject, id, call->journal_id, error);
}

static gboolean
lapse_invitations (GramCall *call, guint *lapsed, GError **error)
{
  g_autoptr (GPtrArray) pending
      = gram_invitation_table_list_pending (call->store, call->account->id, error);

  for (guint i = 0; pending != NULL && i < pending->len; i++)
    {
      const GramInvitationRecord *before = pending->pdata[i];
      g_autoptr (GramInvitationRecord) after = gram_invitation_record_copy (before);

      if (before->lapses_at > call->now)
        continue;
      after->state = GRAM_INVITATION_LAPSED;
      after->decided_at = call->now;
      if (!gram_invitation_table_update (call->unit, before, after, error)
          || !note_lapse (call, "invitation", after->id, lapsed, error))
        return FALSE;
    }
  return pending != NULL;
}

static gboolean
lapse_handover (GramCall *call, guint *lapsed, GError **error)
{
  g_autoptr (GramHandoverRecord) before = NULL;
  g_autoptr (GramHandoverRecord) after = NULL;

  if (!gram_handover_table_get_pending (call->store, call->account->id, &before, error))
    return FALSE;
  if (before == NULL || before->lapses_at > call->now)
    return TRUE;
  after = gram_handover_record_copy (before);
  after->state = GRAM_HANDOVER_LAPSED;
  after->decided_at = call->now;
  return gram_handover_table_update (call->unit, before, after, error)
         && note_lapse (call, "handover", after->id, lapsed, error);
}

static gboolean
lapse_requests (GramCall *call, guint *lapsed, GError **error)
{
  g_autoptr (GPtrArray) pending
      = gram_request_table_list_pending (call->store, call->account->id, error);

  for (guint i = 0; pending != NULL && i < pending->len; i++)
    {
      const GramRequestRecord *before = pending->pdata[i];
      g_autoptr (GramRequestRecord) after = gram_request_record_copy (before);

      if (before->lapses_at > call->now)
        continue;
      after->state = GRAM_REQUEST_LAPSED;
      after->decided_at = call->now;
      if (!gram_request_table_update (call->unit, before, after, error)
          || !note_lapse (call, "request", after->id, lapsed, error))
        return FALSE;
    }
  return pending != NULL;
}

gboolean
gram_due_lapse (GramCall *call, guint *lapsed, GError **error)
{
  *lapsed = 0;
  return lapse_invitations (call, lapsed, error) && lapse_handover (call, lapsed, error)
         && lapse_requests (call, lapsed, error);
}
