/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-member-table.h"

#include "gram-statement.h"
#include "gram-table-private.h"

#define SELECT                                                                                     \
  "SELECT m.account_id, m.person_id, p.name, p.email, m.owner, m.permissions, m.granted_by,"       \
  " m.version, g.name, p.role, p.active, p.last_sign_in, a.number, a.holder, a.state"              \
  " FROM membership m JOIN person p ON p.id = m.person_id JOIN account a ON a.id = m.account_id"   \
  " LEFT JOIN person g ON g.id = m.granted_by"

/* The member as it was read; $1 and $2 are its key. */
#define AS_READ                                                                                    \
  " WHERE account_id = $1 AND person_id = $2 AND owner = $3 AND permissions = $4 AND version = $5"

void
gram_member_free (GramMember *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self->granted_by_name);
  g_free (self->number);
  g_free (self->holder);
  g_free (self);
}

static gpointer
read_member (GramStatement *statement, GError **error)
{
  GramMember *member;
  int role;
  int state;

  if (!_gram_table_word (statement, 9, "role", &role, error)
      || !_gram_table_word (statement, 14, "account-state", &state, error))
    return NULL;
  member = g_new0 (GramMember, 1);
  member->account_id = gram_statement_int64 (statement, 0);
  member->person_id = gram_statement_int64 (statement, 1);
  member->name = gram_statement_dup_text (statement, 2);
  member->email = gram_statement_dup_text (statement, 3);
  member->owner = gram_statement_int64 (statement, 4) != 0;
  member->permissions = (guint)gram_statement_int64 (statement, 5);
  member->granted_by = gram_statement_int64 (statement, 6);
  member->version = (int)gram_statement_int64 (statement, 7);
  member->granted_by_name = gram_statement_dup_text (statement, 8);
  member->role = (GramRole)role;
  member->active = gram_statement_int64 (statement, 10) != 0;
  member->last_sign_in = gram_statement_int64 (statement, 11);
  member->number = gram_statement_dup_text (statement, 12);
  member->holder = gram_statement_dup_text (statement, 13);
  member->state = (GramAccountState)state;
  return member;
}

static void
bind_as_read (GramStatement *statement, const GramMember *member)
{
  gram_statement_bind_int64 (statement, 1, member->account_id);
  gram_statement_bind_int64 (statement, 2, member->person_id);
  gram_statement_bind_int64 (statement, 3, member->owner ? 1 : 0);
  gram_statement_bind_int64 (statement, 4, member->permissions);
  gram_statement_bind_int64 (statement, 5, member->version);
}

gboolean
gram_member_table_insert (GramUnit *unit, const GramMember *member, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (member != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO membership (account_id, person_id, owner, permissions, granted_by, version)"
      " VALUES ($1, $2, $3, $4, $5, 1)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, member->account_id);
  gram_statement_bind_int64 (statement, 2, member->person_id);
  gram_statement_bind_int64 (statement, 3, member->owner ? 1 : 0);
  gram_statement_bind_int64 (statement, 4, member->permissions);
  _gram_table_bind_reference (statement, 5, member->granted_by);
  return gram_statement_run (statement, error);
}

gboolean
gram_member_table_update (GramUnit *unit,
                          const GramMember *before,
                          const GramMember *after,
                          GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, FALSE);
  g_return_val_if_fail (before->account_id == after->account_id, FALSE);
  g_return_val_if_fail (before->person_id == after->person_id, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE membership SET owner = $6, permissions = $7, granted_by = $8, version = version + 1" AS_READ,
      error);
  if (statement == NULL)
    return FALSE;
  bind_as_read (statement, before);
  gram_statement_bind_int64 (statement, 6, after->owner ? 1 : 0);
  gram_statement_bind_int64 (statement, 7, after->permissions);
  _gram_table_bind_reference (statement, 8, after->granted_by);
  return _gram_table_change_one (unit, statement, "membership", error);
}

gboolean
gram_member_table_remove (GramUnit *unit, const GramMember *member, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (member != NULL, FALSE);

  statement = gram_statement_prepare (gram_unit_get_store (unit), "DELETE FROM membership" AS_READ,
                                      error);
  if (statement == NULL)
    return FALSE;
  bind_as_read (statement, member);
  return _gram_table_change_one (unit, statement, "membership", error);
}

gboolean
gram_member_table_get (GramStore *store,
                       gint64 account_id,
                       gint64 person_id,
                       GramMember **member,
                       GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (member != NULL, FALSE);

  statement = gram_statement_prepare (store, SELECT " WHERE m.account_id = $1 AND m.person_id = $2",
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_int64 (statement, 2, person_id);
  return _gram_table_one (statement, read_member, (gpointer *)member, error);
}

GPtrArray *
gram_member_table_list (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      SELECT " WHERE m.account_id = $1 ORDER BY m.owner DESC, p.name COLLATE NOCASE, p.email",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_member, (GDestroyNotify)gram_member_free, error);
}

GPtrArray *
gram_member_table_list_for_person (GramStore *store, gint64 person_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store, SELECT " WHERE m.person_id = $1 ORDER BY a.holder COLLATE NOCASE, a.number", error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, person_id);
  return _gram_table_all (statement, read_member, (GDestroyNotify)gram_member_free, error);
}

gboolean
gram_member_table_get_owner (GramStore *store,
                             gint64 account_id,
                             GramMember **member,
                             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (member != NULL, FALSE);

  statement
      = gram_statement_prepare (store, SELECT " WHERE m.account_id = $1 AND m.owner = 1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_one (statement, read_member, (gpointer *)member, error);
}
