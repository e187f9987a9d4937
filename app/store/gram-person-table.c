/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-table.h"

#include "gram-statement.h"
#include "gram-table-private.h"

#include <string.h>

#define SELECT                                                                                     \
  "SELECT id, email, name, password_hash, role, failed_tries, locked_until, last_sign_in,"         \
  " created_at FROM person"

GramPersonRecord *
gram_person_record_new (void)
{
  GramPersonRecord *self = g_new0 (GramPersonRecord, 1);

  self->role = GRAM_ROLE_OFFICER;
  return self;
}

void
gram_person_record_free (GramPersonRecord *self)
{
  if (self == NULL)
    return;
  if (self->password_hash != NULL)
    explicit_bzero (self->password_hash, strlen (self->password_hash));
  g_free (self->password_hash);
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
      " created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
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

  statement = gram_statement_prepare (store, SELECT " ORDER BY name, email", error);
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
      "UPDATE person SET password_hash = $1, failed_tries = 0, locked_until = 0 WHERE id = $2",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, password_hash);
  gram_statement_bind_int64 (statement, 2, id);
  return _gram_table_change_one (unit, statement, "person", error);
}
