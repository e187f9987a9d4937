/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-people.h"

#include "gram-due.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-handover-table.h"
#include "gram-invitation-table.h"
#include "gram-member-table.h"

gboolean
_gram_query_view (GramRegistry *self,
                  GramActor *actor,
                  gint64 account_id,
                  GramPersonRecord **person,
                  GramAccountRecord **account,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GramPersonRecord) asker = NULL;
  g_autoptr (GramAccountRecord) asked = NULL;

  if (_gram_queries_view_account (self, actor, account_id, &asked, refusal, error)
          != GRAM_OUTCOME_DONE
      || !gram_person_table_get (self->store, actor->person_id, &asker, error)
      || !gram_due_state_today (self, asked, &asked->state, error))
    return FALSE;
  if (person != NULL)
    *person = g_steal_pointer (&asker);
  if (account != NULL)
    *account = g_steal_pointer (&asked);
  return TRUE;
}

static GramMemberRow *
member_row (const GramMember *member, gint64 asker_id)
{
  GramMemberRow *row = g_new0 (GramMemberRow, 1);

  row->account_id = member->account_id;
  row->person_id = member->person_id;
  row->name = g_strdup (member->name);
  row->email = g_strdup (member->email);
  row->owner = member->owner;
  row->you = member->person_id == asker_id;
  row->active = member->active;
  row->permissions = member->permissions;
  row->granted_by = g_strdup (member->granted_by_name);
  row->last_sign_in = member->last_sign_in;
  return row;
}

static GPtrArray *
read_members (GramRegistry *self,
              GramActor *actor,
              gint64 account_id,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!_gram_query_view (self, actor, account_id, NULL, NULL, refusal, error))
    return NULL;
  members = gram_member_table_list (self->store, account_id, error);
  if (members == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_member_row_free);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (rows, member_row (members->pdata[i], actor->person_id));
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_members (GramRegistry *self,
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
  rows = read_members (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}

void
gram_member_row_free (GramMemberRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self->granted_by);
  g_free (self);
}

/* What is pending after its time has lapsed, whether or not anybody has written that down. */
static GramInvitationRow *
invitation_row (const GramInvitationRecord *invitation, gint64 now)
{
  GramInvitationRow *row = g_new0 (GramInvitationRow, 1);
  gboolean over = invitation->state == GRAM_INVITATION_PENDING && invitation->lapses_at <= now;

  row->id = invitation->id;
  row->account_id = invitation->account_id;
  row->account = g_strdup (invitation->number);
  row->holder = g_strdup (invitation->holder);
  row->email = g_strdup (invitation->email);
  row->permissions = invitation->permissions;
  row->state = over ? GRAM_INVITATION_LAPSED : invitation->state;
  row->invited_by = g_strdup (invitation->inviter);
  row->invited_at = invitation->invited_at;
  row->lapses_at = invitation->lapses_at;
  row->times_sent = invitation->times_sent;
  row->decided_at = invitation->decided_at;
  return row;
}

static GPtrArray *
invitation_rows (const GPtrArray *invitations, gboolean pending_only, gint64 now)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_invitation_row_free);

  for (guint i = 0; i < invitations->len; i++)
    {
      g_autoptr (GramInvitationRow) row = invitation_row (invitations->pdata[i], now);

      if (!pending_only || row->state == GRAM_INVITATION_PENDING)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

GPtrArray *
_gram_query_invitations_for (GramRegistry *self, const char *email, GError **error)
{
  g_autoptr (GPtrArray) invitations
      = gram_invitation_table_list_for_email (self->store, email, error);

  return invitations != NULL ? invitation_rows (invitations, TRUE, _gram_registry_now (self))
                             : NULL;
}

GPtrArray *
gram_registry_invitations (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GPtrArray) invitations = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_query_view (self, actor, account_id, NULL, NULL, refusal, error))
    invitations = gram_invitation_table_list (self->store, account_id, 0, error);
  gram_store_end_read (self->store);
  return invitations != NULL ? invitation_rows (invitations, FALSE, _gram_registry_now (self))
                             : NULL;
}

void
gram_invitation_row_free (GramInvitationRow *self)
{
  if (self == NULL)
    return;
  g_free (self->account);
  g_free (self->holder);
  g_free (self->email);
  g_free (self->invited_by);
  g_free (self);
}

static GramHandoverRow *
handover_row (const GramHandoverRecord *handover, gint64 now)
{
  GramHandoverRow *row = g_new0 (GramHandoverRow, 1);
  gboolean over = handover->state == GRAM_HANDOVER_PENDING && handover->lapses_at <= now;

  row->id = handover->id;
  row->account_id = handover->account_id;
  row->account = g_strdup (handover->number);
  row->holder = g_strdup (handover->holder);
  row->to_person = handover->to_person;
  row->to_name = g_strdup (handover->to_name);
  row->to_email = g_strdup (handover->to_email);
  row->offered_by = g_strdup (handover->by_name);
  row->offered_at = handover->offered_at;
  row->lapses_at = handover->lapses_at;
  row->state = over ? GRAM_HANDOVER_LAPSED : handover->state;
  return row;
}

static GPtrArray *
handover_rows (const GPtrArray *handovers, gboolean pending_only, gint64 now)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_handover_row_free);

  for (guint i = 0; i < handovers->len; i++)
    {
      g_autoptr (GramHandoverRow) row = handover_row (handovers->pdata[i], now);

      if (!pending_only || row->state == GRAM_HANDOVER_PENDING)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

GPtrArray *
_gram_query_handovers_for (GramRegistry *self, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) handovers
      = gram_handover_table_list_for_person (self->store, person_id, error);

  return handovers != NULL ? handover_rows (handovers, TRUE, _gram_registry_now (self)) : NULL;
}

GPtrArray *
gram_registry_handovers (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GPtrArray) handovers = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_query_view (self, actor, account_id, NULL, NULL, refusal, error))
    handovers = gram_handover_table_list (self->store, account_id, 0, error);
  gram_store_end_read (self->store);
  return handovers != NULL ? handover_rows (handovers, FALSE, _gram_registry_now (self)) : NULL;
}

void
gram_handover_row_free (GramHandoverRow *self)
{
  if (self == NULL)
    return;
  g_free (self->account);
  g_free (self->holder);
  g_free (self->to_name);
  g_free (self->to_email);
  g_free (self->offered_by);
  g_free (self);
}
