/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-id-list.h"

char *
_gram_id_list_json (const gint64 *ids, gsize n_ids)
{
  GString *list = g_string_sized_new (n_ids * 9 + 2);

  g_string_append_c (list, '[');
  for (gsize i = 0; i < n_ids; i++)
    {
      char digits[24];
      char *start = digits + sizeof digits - 1;
      guint64 rest = (guint64)ids[i];

      g_assert (ids[i] >= 0);
      *start = '\0';
      do
        *--start = (char)('0' + rest % 10);
      while ((rest /= 10) > 0);
      if (i > 0)
        g_string_append_c (list, ',');
      g_string_append_len (list, start, digits + sizeof digits - 1 - start);
    }
  g_string_append_c (list, ']');
  return g_string_free_and_steal (list);
}

void
_gram_id_list_bind (GramStatement *statement, guint parameter, const gint64 *ids, gsize n_ids)
{
  g_autofree char *list = _gram_id_list_json (ids, n_ids);

  gram_statement_bind_text (statement, parameter, list);
}

static void
append_text (GString *list, const char *text)
{
  g_string_append_c (list, '"');
  for (const guchar *c = (const guchar *)text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\' || *c < 0x20)
        g_string_append_printf (list, "\\u%04x", *c);
      else
        g_string_append_c (list, (char)*c);
    }
  g_string_append_c (list, '"');
}

char *
_gram_text_list_json (const char *const *texts)
{
  GString *list = g_string_new ("[");

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (list, ',');
      append_text (list, texts[i]);
    }
  g_string_append_c (list, ']');
  return g_string_free_and_steal (list);
}

gboolean
_gram_id_list_read (GramStatement *statement, GArray *ids, GError **error)
{
  GramStep step;

  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == GRAM_STEP_DONE;
}

int
_gram_id_compare (gconstpointer one, gconstpointer other)
{
  gint64 a = *(const gint64 *)one;
  gint64 b = *(const gint64 *)other;

  return (a > b) - (a < b);
}
