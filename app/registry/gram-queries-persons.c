/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-people.h"

#include "gram-check.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

gboolean
_gram_query_administers (GramRegistry *self,
                         GramActor *actor,
                         gint64 person_id,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GramPersonRecord) asker = NULL;

  if (!gram_person_table_get (self->store, actor->person_id, &asker, error))
    return FALSE;
  if (asker != NULL && asker->active
      && (_gram_check_administrators_side (asker) || asker->id == person_id))
    return TRUE;
  return gram_refuse (refusal, "permission.role", NULL,
                      _ ("Only the administrator of the registry can see this"));
}

/* What the refusals say to somebody who asks about another person. */
static const struct
{
  const char *id;
  const char *message;
} about_others[] = {
  { "session.ended", N_ ("This person was removed from the registry") },
  { "account.unknown", N_ ("This person is not a member of the account") },
  { "permission.owner-only", N_ ("Only the owner of the account can do this") },
  { "permission.missing", N_ ("This person does not have the permission for it") },
  { "permission.role", N_ ("The role of this person in the registry does not allow it") },
};

static GramRefusal *
say_about_other (GramRefusal *refusal)
{
  for (gsize i = 0; refusal != NULL && i < G_N_ELEMENTS (about_others); i++)
    if (g_str_equal (refusal->id, about_others[i].id))
      g_set_str (&refusal->message, _ (about_others[i].message));
  return refusal;
}

static GPtrArray *
rights_of (GramRegistry *self,
           const GramPersonRecord *person,
           const GramAccountRecord *account,
           gboolean other,
           GError **error)
{
  g_autoptr (GPtrArray) rights = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_right_free);
  const GramCommand *commands;
  gsize n_commands;

  commands = gram_command_table (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    {
      GramRefusal *refusal = NULL;
      GramRight *right;

      if (commands[i].internal || commands[i].needs_account != (account != NULL))
        continue;
      if (!_gram_check_allowed (self, &commands[i], person, account, &refusal, error)
          && refusal == NULL)
        return NULL;
      right = g_new0 (GramRight, 1);
      right->command = &commands[i];
      right->refusal = other ? say_about_other (refusal) : refusal;
      g_ptr_array_add (rights, right);
    }
  return g_steal_pointer (&rights);
}

static GPtrArray *
read_rights (GramRegistry *self,
             GramActor *actor,
             gint64 account_id,
             gint64 person_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramPersonRecord) asker = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramMember) member = NULL;

  if (account_id != 0
      && !_gram_query_view (self, actor, account_id, &asker, &account, refusal, error))
    return NULL;
  if (account_id == 0 && !_gram_query_administers (self, actor, person_id, refusal, error))
    return NULL;
  if (!gram_person_table_get (self->store, person_id, &person, error)
      || !gram_member_table_get (self->store, account_id, person_id, &member, error))
    return NULL;
  /* Members know of each other, and of nobody else. */
  if (person == NULL
      || (account_id != 0 && member == NULL && person_id != actor->person_id
          && !_gram_check_administrators_side (asker)))
    {
      gram_refuse (refusal, "user.unknown", NULL, _ ("There is no such person here"));
      return NULL;
    }
  return rights_of (self, person, account, person_id != actor->person_id, error);
}

GPtrArray *
gram_registry_rights (GramRegistry *self,
                      GramActor *actor,
                      gint64 account_id,
                      gint64 person_id,
                      GramRefusal **refusal,
                      GError **error)
{
  GPtrArray *rights;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rights = read_rights (self, actor, account_id, person_id != 0 ? person_id : actor->person_id,
                        refusal, error);
  gram_store_end_read (self->store);
  return rights;
}

void
gram_right_free (GramRight *self)
{
  if (self == NULL)
    return;
  gram_refusal_free (self->refusal);
  g_free (self);
}

GArray *
gram_registry_person_ids (GramRegistry *self,
                          GramActor *actor,
                          const GramPersonQuery *query,
                          guint limit,
                          GramRefusal **refusal,
                          GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!_gram_query_administers (self, actor, 0, refusal, error))
    return NULL;
  return gram_person_table_ids (self->store, query, limit, error);
}

GramOutcome
gram_registry_person_counts (GramRegistry *self,
                             GramActor *actor,
                             const GramPersonQuery *query,
                             GramPersonCounts *counts,
                             GramRefusal **refusal,
                             GError **error)
{
  g_autoptr (GramRefusal) no = NULL;
  gboolean good;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (counts != NULL, GRAM_OUTCOME_FAILED);

  good = _gram_query_administers (self, actor, 0, &no, error)
         && gram_person_table_counts (self->store, query, counts, error);
  if (no != NULL && refusal != NULL)
    *refusal = gram_refusal_copy (no);
  return _gram_queries_outcome (good, no);
}

static GramPersonRow *
person_row (const GramPersonRecord *person)
{
  GramPersonRow *row = g_new0 (GramPersonRow, 1);

  row->id = person->id;
  row->name = g_strdup (person->name);
  row->email = g_strdup (person->email);
  row->role = person->role;
  row->active = person->active;
  row->last_sign_in = person->last_sign_in;
  return row;
}

GPtrArray *
gram_registry_person_rows (GramRegistry *self,
                           GramActor *actor,
                           const gint64 *ids,
                           guint n_ids,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!_gram_query_administers (self, actor, 0, refusal, error))
    return NULL;
  persons = gram_person_table_page (self->store, ids, n_ids, error);
  if (persons == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_person_row_free);
  for (guint i = 0; i < persons->len; i++)
    {
      GramPersonRow *row = person_row (persons->pdata[i]);
      g_autoptr (GPtrArray) memberships = NULL;

      g_ptr_array_add (rows, row);
      memberships = gram_member_table_list_for_person (self->store, row->id, error);
      if (memberships == NULL)
        return NULL;
      row->n_accounts = memberships->len;
    }
  return g_steal_pointer (&rows);
}

void
gram_person_row_free (GramPersonRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self);
}

static GramPersonDetail *
read_detail (GramRegistry *self,
             GramActor *actor,
             gint64 person_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramPersonDetail) detail = NULL;
  g_autoptr (GPtrArray) accounts = NULL;

  if (!_gram_query_administers (self, actor, person_id, refusal, error)
      || !gram_person_table_get (self->store, person_id, &person, error))
    return NULL;
  if (person == NULL)
    {
      gram_refuse (refusal, "user.unknown", NULL, _ ("There is no such person here"));
      return NULL;
    }
  accounts = gram_account_table_list (self->store, person_id, error);
  if (accounts == NULL)
    return NULL;

  detail = g_new0 (GramPersonDetail, 1);
  detail->row = person_row (person);
  detail->row->n_accounts = accounts->len;
  detail->created_at = person->created_at;
  detail->failed_tries = person->failed_tries;
  detail->locked_until = person->locked_until;
  if (*person->reset_hash != '\0' && person->reset_lapses_at > _gram_registry_now (self))
    detail->code_lapses_at = person->reset_lapses_at;
  detail->accounts = g_steal_pointer (&accounts);
  return g_steal_pointer (&detail);
}

GramPersonDetail *
gram_registry_person_detail (GramRegistry *self,
                             GramActor *actor,
                             gint64 person_id,
                             GramRefusal **refusal,
                             GError **error)
{
  GramPersonDetail *detail;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, person_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}

void
gram_person_detail_free (GramPersonDetail *self)
{
  if (self == NULL)
    return;
  gram_person_row_free (self->row);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_free (self);
}
