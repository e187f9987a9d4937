/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registry-table.h"

#include "gram-statement.h"
#include "gram-table-private.h"

void
gram_registry_record_free (GramRegistryRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->practice_today);
  g_free (self);
}

gboolean
gram_registry_table_insert (GramUnit *unit, const GramRegistryRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO registry (id, kind, title, created_at, practice_today) VALUES (1, $1, $2, $3, $4)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, gram_word_for ("registry-kind", (int)record->kind));
  gram_statement_bind_text (statement, 2, _gram_text (record->title));
  gram_statement_bind_int64 (statement, 3, record->created_at);
  gram_statement_bind_text (statement, 4, record->practice_today);
  return gram_statement_run (statement, error);
}

static gpointer
read_record (GramStatement *statement, GError **error)
{
  g_autoptr (GramRegistryRecord) record = NULL;
  int kind;

  if (!_gram_table_word (statement, 0, "registry-kind", &kind, error))
    return NULL;
  record = g_new0 (GramRegistryRecord, 1);
  record->kind = (GramRegistryKind)kind;
  record->title = gram_statement_dup_text (statement, 1);
  record->created_at = gram_statement_int64 (statement, 2);
  record->practice_today = gram_statement_dup_text (statement, 3);
  return g_steal_pointer (&record);
}

gboolean
gram_registry_table_get (GramStore *store, GramRegistryRecord **record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      store, "SELECT kind, title, created_at, practice_today FROM registry WHERE id = 1", error);
  return statement != NULL && _gram_table_one (statement, read_record, (gpointer *)record, error);
}

static gboolean
set_text (GramUnit *unit, const char *sql, const char *value, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, value);
  return _gram_table_change_one (unit, statement, "registry", error);
}

gboolean
gram_registry_table_set_title (GramUnit *unit, const char *title, GError **error)
{
  g_return_val_if_fail (title != NULL, FALSE);

  return set_text (unit, "UPDATE registry SET title = $1 WHERE id = 1", title, error);
}

gboolean
gram_registry_table_set_practice_today (GramUnit *unit, const char *today, GError **error)
{
  return set_text (unit, "UPDATE registry SET practice_today = $1 WHERE id = 1", today, error);
}
