/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-samples.h"

#include "gram-mapping.h"

int
gram_import_find_column (const GramImportPreview *preview, const char *column)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (preview != NULL, -1);

  if (column == NULL)
    return -1;

  wanted = gram_column_fold (column);
  for (int i = 0; preview->headers[i] != NULL; i++)
    {
      g_autofree char *header = gram_column_fold (preview->headers[i]);

      if (g_str_equal (header, wanted))
        return i;
    }

  return -1;
}

char *
gram_import_dup_samples (const GramImportPreview *preview, const char *column, guint n_samples)
{
  g_autoptr (GStrvBuilder) samples = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) texts = NULL;
  int place = gram_import_find_column (preview, column);

  for (guint i = 0; place >= 0 && i < preview->rows->len; i++)
    {
      const char *field = ((char **)g_ptr_array_index (preview->rows, i))[place];

      if (field[0] == '\0' || g_hash_table_size (seen) >= n_samples
          || !g_hash_table_add (seen, (gpointer)field))
        continue;
      g_strv_builder_add (samples, field);
    }
  if (g_hash_table_size (seen) == 0)
    return NULL;

  texts = g_strv_builder_end (samples);

  return g_strjoinv (" · ", texts);
}
