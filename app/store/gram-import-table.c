/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-table.h"

#include "gram-statement.h"
#include "gram-table-private.h"

#define SELECT                                                                                     \
  "SELECT i.id, i.account_id, i.journal_id, j.at, p.name, i.file_name, i.sha256, i.format,"        \
  " i.rows_read, i.rows_new, i.rows_changed, i.rows_unchanged, i.rows_differing, i.rows_rejected"  \
  " FROM import i LEFT JOIN journal j ON j.id = i.journal_id"                                      \
  " LEFT JOIN person p ON p.id = j.person_id"

GramImportRecord *
gram_import_record_new (void)
{
  return g_new0 (GramImportRecord, 1);
}

void
gram_import_record_free (GramImportRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->format);
  g_free (self);
}

static gpointer
read_record (GramStatement *statement, GError **error)
{
  GramImportRecord *record = gram_import_record_new ();

  record->id = gram_statement_int64 (statement, 0);
  record->account_id = gram_statement_int64 (statement, 1);
  record->journal_id = gram_statement_int64 (statement, 2);
  record->at = gram_statement_int64 (statement, 3);
  record->person = gram_statement_dup_text (statement, 4);
  record->file_name = gram_statement_dup_text (statement, 5);
  record->sha256 = gram_statement_dup_text (statement, 6);
  record->format = gram_statement_dup_text (statement, 7);
  record->rows_read = gram_statement_int64 (statement, 8);
  record->rows_new = gram_statement_int64 (statement, 9);
  record->rows_changed = gram_statement_int64 (statement, 10);
  record->rows_unchanged = gram_statement_int64 (statement, 11);
  record->rows_differing = gram_statement_int64 (statement, 12);
  record->rows_rejected = gram_statement_int64 (statement, 13);
  return record;
}

/* Parameters 1 to 8: what is known at the end only, and whose it is. */
static void
bind_result (GramStatement *statement, const GramImportRecord *record)
{
  gram_statement_bind_int64 (statement, 1, record->id);
  gram_statement_bind_text (statement, 2, _gram_text (record->sha256));
  gram_statement_bind_int64 (statement, 3, record->rows_read);
  gram_statement_bind_int64 (statement, 4, record->rows_new);
  gram_statement_bind_int64 (statement, 5, record->rows_changed);
  gram_statement_bind_int64 (statement, 6, record->rows_unchanged);
  gram_statement_bind_int64 (statement, 7, record->rows_differing);
  gram_statement_bind_int64 (statement, 8, record->rows_rejected);
}

gboolean
gram_import_table_next_id (GramUnit *unit, gint64 *id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (id != NULL, FALSE);

  statement = gram_statement_prepare (gram_unit_get_store (unit),
                                      "SELECT coalesce (max (id), 0) + 1 FROM import", error);
  return statement != NULL && _gram_table_int64 (statement, id, error);
}

gboolean
gram_import_table_insert (GramUnit *unit, const GramImportRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL && record->id > 0, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO import (id, sha256, rows_read, rows_new, rows_changed, rows_unchanged, rows_differing,"
      " rows_rejected, account_id, journal_id, file_name, format)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      error);
  if (statement == NULL)
    return FALSE;
  bind_result (statement, record);
  gram_statement_bind_int64 (statement, 9, record->account_id);
  gram_statement_bind_int64 (statement, 10, record->journal_id);
  gram_statement_bind_text (statement, 11, _gram_text (record->file_name));
  gram_statement_bind_text (statement, 12, _gram_text (record->format));
  return gram_statement_run (statement, error);
}

gboolean
gram_import_table_finish (GramUnit *unit, const GramImportRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE import SET sha256 = $2, rows_read = $3, rows_new = $4, rows_changed = $5, rows_unchanged = $6,"
      " rows_differing = $7, rows_rejected = $8 WHERE id = $1",
      error);
  if (statement == NULL)
    return FALSE;
  bind_result (statement, record);
  return _gram_table_change_one (unit, statement, "import", error);
}

gboolean
gram_import_table_get (GramStore *store, gint64 id, GramImportRecord **record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (store, SELECT " WHERE i.id = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

GPtrArray *
gram_import_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store,
                                      SELECT " WHERE i.account_id = $1 ORDER BY i.id DESC LIMIT $2",
                                      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  return _gram_table_all (statement, read_record, (GDestroyNotify)gram_import_record_free, error);
}
