/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-table.h"

#include "gram-sql-private.h"
#include "gram-statement.h"
#include "gram-table-private.h"

#include <string.h>

#define SELECT                                                                                     \
  "SELECT id, email, name, password_hash, role, failed_tries, locked_until, last_sign_in,"         \
  " created_at, active, reset_hash, reset_lapses_at FROM person"

/* What lists show is new or other than before: searches read it anew (gram-roster.h). */
#define NEXT_CHANGE "(SELECT coalesce (max (changed), 0) + 1 FROM person)"

GramPersonRecord *
gram_person_record_new (void)
{
  GramPersonRecord *self = g_new0 (GramPersonRecord, 1);

  self->role = GRAM_ROLE_OFFICER;
  self->active = TRUE;
  return self;
}

static void
free_secret (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

void
gram_person_record_free (GramPersonRecord *self)
{
  if (self == NULL)
    return;
  free_secret (self->password_hash);
  free_secret (self->reset_hash);
  g_free (self->email);
  g_free (self->name);
  g_free (self);
}

static gpointer
read_record (GramStatement *statement, GError **error)
{
  GramPersonRecord *record;
  int role;

  if (!_gram_table_word (statement, 4, "role", &role, error))
    return NULL;
  record = gram_person_record_new ();
  record->id = gram_statement_int64 (statement, 0);
  record->email = gram_statement_dup_text (statement, 1);
  record->name = gram_statement_dup_text (statement, 2);
  record->password_hash = gram_statement_dup_text (statement, 3);
  record->role = (GramRole)role;
  record->failed_tries = (int)gram_statement_int64 (statement, 5);
  record->locked_until = gram_statement_int64 (statement, 6);
  record->last_sign_in = gram_statement_int64 (statement, 7);
  record->created_at = gram_statement_int64 (statement, 8);
  record->active = gram_statement_int64 (statement, 9) != 0;
  record->reset_hash = gram_statement_dup_text (statement, 10);
  record->reset_lapses_at = gram_statement_int64 (statement, 11);
  return record;
}

gboolean
gram_person_table_insert (GramUnit *unit, GramPersonRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO person (email, name, password_hash, role, failed_tries, locked_until, last_sign_in,"
      " created_at, active, reset_hash, reset_lapses_at, changed)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, " NEXT_CHANGE ")",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, _gram_text (record->email));
  gram_statement_bind_text (statement, 2, _gram_text (record->name));
  gram_statement_bind_text (statement, 3, _gram_text (record->password_hash));
  gram_statement_bind_text (statement, 4, gram_word_for ("role", (int)record->role));
  gram_statement_bind_int64 (statement, 5, record->failed_tries);
  gram_statement_bind_int64 (statement, 6, record->locked_until);
  gram_statement_bind_int64 (statement, 7, record->last_sign_in);
  gram_statement_bind_int64 (statement, 8, record->created_at);
  gram_statement_bind_int64 (statement, 9, record->active ? 1 : 0);
  gram_statement_bind_text (statement, 10, _gram_text (record->reset_hash));
  gram_statement_bind_int64 (statement, 11, record->reset_lapses_at);
  return _gram_table_insert (unit, statement, &record->id, error);
}

gboolean
gram_person_table_get (GramStore *store, gint64 id, GramPersonRecord **record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (store, SELECT " WHERE id = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

gboolean
gram_person_table_get_by_email (GramStore *store,
                                const char *email,
                                GramPersonRecord **record,
                                GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (email != NULL && record != NULL, FALSE);

  statement = gram_statement_prepare (store, SELECT " WHERE email = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, email);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

GPtrArray *
gram_person_table_list (GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, SELECT " ORDER BY name COLLATE NOCASE, email", error);
  if (statement == NULL)
    return NULL;
  return _gram_table_all (statement, read_record, (GDestroyNotify)gram_person_record_free, error);
}

GPtrArray *
gram_person_table_list_roles (GramStore *store, guint roles, GError **error)
{
  g_autoptr (GramSql) sql = _gram_sql_new (SELECT " WHERE active = 1");
  g_autoptr (GramStatement) statement = NULL;

  _gram_sql_add_set (sql, " AND role IN ", "role", roles);
  _gram_sql_add (sql, " ORDER BY name COLLATE NOCASE, email");
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL)
    return NULL;
  return _gram_table_all (statement, read_record, (GDestroyNotify)gram_person_record_free, error);
}

gboolean
gram_person_table_update_sign_in (GramUnit *unit, const GramPersonRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE person SET failed_tries = $1, locked_until = $2, last_sign_in = $3 WHERE id = $4",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, record->failed_tries);
  gram_statement_bind_int64 (statement, 2, record->locked_until);
  gram_statement_bind_int64 (statement, 3, record->last_sign_in);
  gram_statement_bind_int64 (statement, 4, record->id);
  return _gram_table_change_one (unit, statement, "person", error);
}

gboolean
gram_person_table_update_password (GramUnit *unit,
                                   gint64 id,
                                   const char *password_hash,
                                   GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (password_hash != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE person SET password_hash = $1, failed_tries = 0, locked_until = 0, reset_hash = '',"
      " reset_lapses_at = 0 WHERE id = $2",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, password_hash);
  gram_statement_bind_int64 (statement, 2, id);
  return _gram_table_change_one (unit, statement, "person", error);
}

gboolean
gram_person_table_update (GramUnit *unit,
                          const GramPersonRecord *before,
                          const GramPersonRecord *after,
                          GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (before != NULL && after != NULL && before->id == after->id, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE person SET name = $1, role = $2, active = $3, reset_hash = $4, reset_lapses_at = $5,"
      " changed = " NEXT_CHANGE
      " WHERE id = $6 AND name = $7 AND role = $8 AND active = $9 AND reset_hash = $10"
      " AND reset_lapses_at = $11 AND password_hash = $12",
      error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const GramPersonRecord *record = i == 0 ? after : before;
      guint first = i * 6 + 1;

      gram_statement_bind_text (statement, first, _gram_text (record->name));
      gram_statement_bind_text (statement, first + 1, gram_word_for ("role", (int)record->role));
      gram_statement_bind_int64 (statement, first + 2, record->active ? 1 : 0);
      gram_statement_bind_text (statement, first + 3, _gram_text (record->reset_hash));
      gram_statement_bind_int64 (statement, first + 4, record->reset_lapses_at);
    }
  gram_statement_bind_int64 (statement, 6, before->id);
  gram_statement_bind_text (statement, 12, _gram_text (before->password_hash));
  return _gram_table_change_one (unit, statement, "person", error);
}

gboolean
gram_person_table_count_role (GramStore *store, GramRole role, gint64 *n_persons, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (n_persons != NULL, FALSE);

  statement = gram_statement_prepare (store,
                                      "SELECT count (*) FROM person WHERE role = $1 AND active = 1",
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, gram_word_for ("role", (int)role));
  return _gram_table_int64 (statement, n_persons, error);
}
