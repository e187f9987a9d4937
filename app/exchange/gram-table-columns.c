/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-table-jsonl.h"

void
gram_table_columns_init (GramTableColumns *self)
{
  self->names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->seen = g_new0 (gint64, GRAM_TABLE_MAX_COLUMNS);
  self->n_names = 0;
}

void
gram_table_columns_clear (GramTableColumns *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_free);
}

static void
add_name (GramTableColumns *self, char *name)
{
  g_ptr_array_add (self->names, name);
  if (!g_hash_table_contains (self->places, name))
    g_hash_table_insert (self->places, name, GSIZE_TO_POINTER (self->n_names));
  self->n_names++;
}

void
gram_table_columns_add (GramTableColumns *self, const char *name)
{
  char *trimmed = g_strstrip (g_strdup (name));

  if (*trimmed == '\0')
    {
      g_free (trimmed);
      trimmed = g_strdup_printf ("column %" G_GSIZE_FORMAT, self->n_names + 1);
    }
  add_name (self, trimmed);
}

gboolean
gram_table_columns_add_members (GramTableColumns *self, char *line, GError **error)
{
  GramJsonlScan scan;
  GramSlice key;
  GramSlice value;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GramTableStep step = gram_jsonl_begin (&scan, line) ? GRAM_TABLE_ROW : GRAM_TABLE_ERROR;

  while (step == GRAM_TABLE_ROW)
    {
      step = gram_jsonl_next (&scan, &key, &value);
      if (step == GRAM_TABLE_ROW)
        g_ptr_array_add (found, (char *)key.text);
    }
  /* A line that is no object is rejected as a row later; its members are no columns. */
  if (step == GRAM_TABLE_ERROR)
    return TRUE;

  for (guint i = 0; i < found->len; i++)
    {
      const char *name = g_ptr_array_index (found, i);

      if (g_hash_table_contains (self->places, name))
        continue;
      if (self->n_names == GRAM_TABLE_MAX_COLUMNS)
        {
          g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                       _ ("The objects of the file have more than %d members"),
                       GRAM_TABLE_MAX_COLUMNS);
          return FALSE;
        }
      add_name (self, g_strdup (name));
    }
  return TRUE;
}

gboolean
gram_table_columns_find (GramTableColumns *self,
                         const GramSlice *key,
                         gsize expected,
                         gint64 number,
                         gsize *place,
                         gboolean *again)
{
  gpointer found;

  if (expected < self->n_names
      && strcmp (g_ptr_array_index (self->names, expected), key->text) == 0)
    *place = expected;
  else if (g_hash_table_lookup_extended (self->places, key->text, NULL, &found))
    *place = GPOINTER_TO_SIZE (found);
  else
    return FALSE;
  *again = self->seen[*place] == number;
  self->seen[*place] = number;
  return TRUE;
}

const char *const *
gram_table_columns_get_names (GramTableColumns *self)
{
  return (const char *const *)self->names->pdata;
}
