/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-private.h"

#include <glib/gi18n-lib.h>

gboolean
_gram_table_word (GramStatement *statement,
                  guint column,
                  const char *vocabulary,
                  int *value,
                  GError **error)
{
  const char *word = gram_statement_text (statement, column);

  if (gram_word_parse (vocabulary, word, value))
    return TRUE;
  g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
               _ ("The registry holds “%s” where only a word of “%s” may stand."),
               _gram_text (word), vocabulary);
  return FALSE;
}

gboolean
_gram_table_change_one (GramUnit *unit, GramStatement *statement, const char *table, GError **error)
{
  if (!gram_statement_run (statement, error))
    return FALSE;
  if (gram_store_changes (gram_unit_get_store (unit)) == 1)
    return TRUE;
  g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT,
               _ ("The row of “%s” is gone, or somebody else has changed it in the meantime."),
               table);
  return FALSE;
}

gboolean
_gram_table_insert (GramUnit *unit, GramStatement *statement, gint64 *id, GError **error)
{
  if (!gram_statement_run (statement, error))
    return FALSE;
  *id = gram_store_last_id (gram_unit_get_store (unit));
  return TRUE;
}

gboolean
_gram_table_int64 (GramStatement *statement, gint64 *value, GError **error)
{
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      *value = gram_statement_int64 (statement, 0);
      return TRUE;
    case GRAM_STEP_DONE:
      g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE,
                           "a question for one number has no answer");
      return FALSE;
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

char *
_gram_table_word_set (const char *vocabulary, guint flags, guint all)
{
  g_autofree const char **words = gram_words_of_set (vocabulary, flags != 0 ? flags : all);
  g_autofree char *list = g_strjoinv ("', '", (char **)words);

  return g_strconcat ("('", list, "')", NULL);
}

gboolean
_gram_table_ask (GramStore *store,
                 const char *sql,
                 const gint64 *keys,
                 guint n_keys,
                 gint64 *value,
                 GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    gram_statement_bind_int64 (statement, i + 1, keys[i]);
  return _gram_table_int64 (statement, value, error);
}

gboolean
_gram_table_content (GramStore *store, const char *sql, gint64 id, GBytes **content, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);
  const guint8 *bytes;
  gsize size = 0;

  *content = NULL;
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      bytes = gram_statement_bytes (statement, 0, &size);
      if (!gram_statement_is_null (statement, 0))
        *content = g_bytes_new (bytes, size);
      return TRUE;
    case GRAM_STEP_DONE:
      return TRUE;
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

gboolean
_gram_table_keep_content (GramUnit *unit,
                          const char *sql,
                          gint64 id,
                          GBytes *content,
                          GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (content, &size);

  statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  gram_statement_bind_bytes (statement, 2, bytes, size);
  return gram_statement_run (statement, error);
}

GBytes *
_gram_table_read_content (GramStore *store,
                          const char *sql,
                          gint64 id,
                          gint64 size,
                          const char *sha256,
                          const char *name,
                          GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *found = NULL;

  if (!_gram_table_content (store, sql, id, &content, error))
    return NULL;
  if (content != NULL)
    found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (content != NULL && (gint64)g_bytes_get_size (content) == size
      && g_strcmp0 (found, sha256) == 0)
    return g_steal_pointer (&content);
  g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
               _ ("The content of “%s” is not what was attached."), name);
  return NULL;
}

gboolean
_gram_table_one (GramStatement *statement, GramTableReader reader, gpointer *record, GError **error)
{
  *record = NULL;
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      *record = reader (statement, error);
      return *record != NULL;
    case GRAM_STEP_DONE:
      return TRUE;
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

GPtrArray *
_gram_table_all (GramStatement *statement,
                 GramTableReader reader,
                 GDestroyNotify free_record,
                 GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  GramStep step;

  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gpointer record = reader (statement, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&records) : NULL;
}
