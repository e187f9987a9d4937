/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-table.h"

#include "gram-statement.h"
#include "gram-table-private.h"

#define COLUMNS "id, scheme, version, valid_from, published_at"

GramRulebookRecord *
gram_rulebook_record_new (void)
{
  return g_new0 (GramRulebookRecord, 1);
}

void
gram_rulebook_record_free (GramRulebookRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->scheme);
  g_free (self->version);
  g_free (self->valid_from);
  g_free (self->content);
  g_free (self);
}

static gpointer
read_heading (GramStatement *statement, GError **error)
{
  GramRulebookRecord *record = gram_rulebook_record_new ();

  record->id = gram_statement_int64 (statement, 0);
  record->scheme = gram_statement_dup_text (statement, 1);
  record->version = gram_statement_dup_text (statement, 2);
  record->valid_from = gram_statement_dup_text (statement, 3);
  record->published_at = gram_statement_int64 (statement, 4);
  record->content = g_strdup ("");
  return record;
}

static gpointer
read_record (GramStatement *statement, GError **error)
{
  GramRulebookRecord *record = read_heading (statement, error);

  g_set_str (&record->content, gram_statement_text (statement, 5));
  return record;
}

gboolean
gram_rulebook_table_insert (GramUnit *unit, GramRulebookRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO rulebook (scheme, version, valid_from, content, published_at)"
      " VALUES ($1, $2, $3, $4, $5)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, _gram_text (record->scheme));
  gram_statement_bind_text (statement, 2, _gram_text (record->version));
  gram_statement_bind_text (statement, 3, _gram_text (record->valid_from));
  gram_statement_bind_static_text (statement, 4, _gram_text (record->content));
  gram_statement_bind_int64 (statement, 5, record->published_at);
  return _gram_table_insert (unit, statement, &record->id, error);
}

gboolean
gram_rulebook_table_get (GramStore *store, gint64 id, GramRulebookRecord **record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement
      = gram_statement_prepare (store, "SELECT " COLUMNS ", content FROM rulebook WHERE id = $1",
                                error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

gboolean
gram_rulebook_table_newest (GramStore *store,
                            const char *scheme,
                            const char *day,
                            GramRulebookRecord **record,
                            GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (scheme != NULL && day != NULL && record != NULL, FALSE);

  statement = gram_statement_prepare (store,
                                      "SELECT " COLUMNS ", content FROM rulebook"
                                      " WHERE scheme = $1 AND valid_from <= $2"
                                      " ORDER BY valid_from DESC, id DESC LIMIT 1",
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, scheme);
  gram_statement_bind_text (statement, 2, day);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

GPtrArray *
gram_rulebook_table_list (GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store,
                                      "SELECT " COLUMNS
                                      " FROM rulebook ORDER BY scheme, valid_from DESC, id DESC",
                                      error);
  if (statement == NULL)
    return NULL;
  return _gram_table_all (statement, read_heading, (GDestroyNotify)gram_rulebook_record_free,
                          error);
}
