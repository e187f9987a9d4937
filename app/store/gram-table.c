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
