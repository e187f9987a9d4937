/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-people.h"

#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-requests.h"

#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

/* What one person may do with a request, each with the reason if not. */
static gboolean
fill_rights (GramRequestRow *row,
             GramRegistry *self,
             const GramRequestRecord *request,
             const GramAccountRecord *account,
             const GramPersonRecord *asker,
             GError **error)
{
  if (!gram_requests_check_approver (self, request, account, asker, &row->approve, error)
      && row->approve == NULL)
    return FALSE;
  if (!gram_requests_check_decliner (self, request, account, asker, &row->decline, error)
      && row->decline == NULL)
    return FALSE;
  gram_requests_check_preparer (self, request, asker, &row->withdraw);
  return TRUE;
}

static GramRequestRow *
request_row (GramRegistry *self,
             const GramRequestRecord *request,
             const GramAccountRecord *account,
             const GramPersonRecord *asker,
             GError **error)
{
  g_autoptr (GramRequestRow) row = g_new0 (GramRequestRow, 1);
  const GramCommand *command = gram_command_find (request->command);

  row->id = request->id;
  row->account_id = request->account_id;
  row->act = request->act;
  row->command = g_strdup (request->command);
  row->summary = g_strdup (command != NULL ? _ (command->summary) : request->command);
  row->prepared_by = request->prepared_by;
  row->prepared_name = g_strdup (request->preparer);
  row->prepared_at = request->prepared_at;
  row->lapses_at = request->lapses_at;
  row->state = gram_requests_state (request, _gram_registry_now (self));
  row->decided_name = g_strdup (request->decider);
  row->decided_at = request->decided_at;
  row->reason = g_strdup (request->reason);
  /* One that an older program left behind may not be readable any more: it can still be shown. */
  row->arguments = gram_requests_dup_arguments (request, NULL);
  if (row->state == GRAM_REQUEST_PENDING && command != NULL)
    row->approvers = gram_requests_approvers (self, command, request->act, account,
                                              request->prepared_by, error);
  else
    row->approvers = g_new0 (char *, 1);
  if (row->approvers == NULL || !fill_rights (row, self, request, account, asker, error))
    return NULL;
  return g_steal_pointer (&row);
}

/* Adds the rows of an account; with @mine only those that @asker may approve. */
static gboolean
add_rows (GPtrArray *rows,
          GramRegistry *self,
          const GPtrArray *requests,
          const GramAccountRecord *account,
          const GramPersonRecord *asker,
          gboolean mine,
          GError **error)
{
  for (guint i = 0; i < requests->len; i++)
    {
      g_autoptr (GramRequestRow) row
          = request_row (self, requests->pdata[i], account, asker, error);

      if (row == NULL)
        return FALSE;
      if (!mine || row->approve == NULL)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return TRUE;
}

static GPtrArray *
read_requests (GramRegistry *self,
               GramActor *actor,
               gint64 account_id,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GramPersonRecord) asker = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!_gram_query_view (self, actor, account_id, &asker, &account, refusal, error))
    return NULL;
  requests = gram_request_table_list (self->store, account_id, 0, error);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_request_row_free);
  if (requests == NULL || !add_rows (rows, self, requests, account, asker, FALSE, error))
    return NULL;
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_requests (GramRegistry *self,
                        GramActor *actor,
                        gint64 account_id,
                        GramRefusal **refusal,
                        GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_requests (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}

void
gram_request_row_free (GramRequestRow *self)
{
  if (self == NULL)
    return;
  g_free (self->command);
  g_free (self->summary);
  g_clear_pointer (&self->arguments, g_variant_unref);
  g_free (self->prepared_name);
  g_free (self->decided_name);
  g_free (self->reason);
  g_strfreev (self->approvers);
  gram_refusal_free (self->approve);
  gram_refusal_free (self->decline);
  gram_refusal_free (self->withdraw);
  g_free (self);
}

/* What the person may approve, in all the accounts that they are a member of. */
static GPtrArray *
requests_for (GramRegistry *self, GramActor *actor, GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_request_row_free);
  g_autoptr (GPtrArray) memberships
      = gram_member_table_list_for_person (self->store, actor->person_id, error);

  if (memberships == NULL)
    return NULL;
  for (guint i = 0; i < memberships->len; i++)
    {
      const GramMember *member = memberships->pdata[i];
      g_autoptr (GPtrArray) requests
          = gram_request_table_list_pending (self->store, member->account_id, error);
      g_autoptr (GramPersonRecord) asker = NULL;
      g_autoptr (GramAccountRecord) account = NULL;

      if (requests == NULL)
        return NULL;
      if (requests->len > 0
          && (!_gram_query_view (self, actor, member->account_id, &asker, &account, NULL, error)
              || !add_rows (rows, self, requests, account, asker, TRUE, error)))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

static GramForMe *
read_for_me (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramForMe) mine = g_new0 (GramForMe, 1);

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  mine->invitations = _gram_query_invitations_for (self, person->email, error);
  if (mine->invitations == NULL)
    return NULL;
  mine->handovers = _gram_query_handovers_for (self, person->id, error);
  if (mine->handovers == NULL)
    return NULL;
  mine->requests = requests_for (self, actor, error);
  return mine->requests != NULL ? g_steal_pointer (&mine) : NULL;
}

GramForMe *
gram_registry_for_me (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error)
{
  GramForMe *mine;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  mine = read_for_me (self, actor, refusal, error);
  gram_store_end_read (self->store);
  return mine;
}

void
gram_for_me_free (GramForMe *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->invitations, g_ptr_array_unref);
  g_clear_pointer (&self->handovers, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_free (self);
}
