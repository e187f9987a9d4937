/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-member-table.h"

#include "gram-statement.h"
#include "gram-table-private.h"

#define SELECT                                                                                     \
  "SELECT m.account_id, m.person_id, p.name, p.email, m.owner, m.permissions"                      \
  " FROM membership m JOIN person p ON p.id = m.person_id WHERE m.account_id = $1"

void
gram_member_free (GramMember *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self);
}

static gpointer
read_member (GramStatement *statement, GError **error)
{
  GramMember *member = g_new0 (GramMember, 1);

  member->account_id = gram_statement_int64 (statement, 0);
  member->person_id = gram_statement_int64 (statement, 1);
  member->name = gram_statement_dup_text (statement, 2);
  member->email = gram_statement_dup_text (statement, 3);
  member->owner = gram_statement_int64 (statement, 4) != 0;
  member->permissions = (guint)gram_statement_int64 (statement, 5);
  return member;
}

static void
bind_member (GramStatement *statement, const GramMember *member)
{
  gram_statement_bind_int64 (statement, 1, member->account_id);
  gram_statement_bind_int64 (statement, 2, member->person_id);
  gram_statement_bind_int64 (statement, 3, member->owner ? 1 : 0);
  gram_statement_bind_int64 (statement, 4, member->permissions);
}

gboolean
gram_member_table_insert (GramUnit *unit, const GramMember *member, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (member != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES ($1, $2, $3, $4)",
      error);
  if (statement == NULL)
    return FALSE;
  bind_member (statement, member);
  return gram_statement_run (statement, error);
}

gboolean
gram_member_table_update (GramUnit *unit, const GramMember *member, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (member != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE membership SET owner = $3, permissions = $4 WHERE account_id = $1 AND person_id = $2",
      error);
  if (statement == NULL)
    return FALSE;
  bind_member (statement, member);
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

  statement = gram_statement_prepare (store, SELECT " AND m.person_id = $2", error);
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

  statement
      = gram_statement_prepare (store, SELECT " ORDER BY m.owner DESC, p.name, p.email", error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_member, (GDestroyNotify)gram_member_free, error);
}
