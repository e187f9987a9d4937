/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-table.h"

#include <string.h>

GBytes *
gram_test_encode (const char *text, GramTableEncoding encoding, gboolean mark)
{
  static const struct
  {
    GramTableEncoding encoding;
    const char *name;
  } names[] = {
    { GRAM_TABLE_UTF8, "UTF-8" },
    { GRAM_TABLE_UTF16LE, "UTF-16LE" },
    { GRAM_TABLE_UTF16BE, "UTF-16BE" },
    { GRAM_TABLE_WINDOWS_1252, "WINDOWS-1252" },
  };
  g_autofree char *marked = g_strconcat (mark ? "\357\273\277" : "", text, NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].encoding == encoding)
      {
        gsize n_bytes;
        char *bytes = g_convert (marked, -1, names[i].name, "UTF-8", NULL, &n_bytes, &error);

        g_assert_no_error (error);
        return g_bytes_new_take (bytes, n_bytes);
      }
  g_assert_not_reached ();
}

static void
dump_row (GString *text, const GramTableRow *row)
{
  g_string_append (text, " | ");
  for (gsize i = 0; i < row->n_fields; i++)
    {
      g_assert_cmpuint (strlen (row->fields[i].text), ==, row->fields[i].length);
      g_assert_true (g_utf8_validate (row->fields[i].text, -1, NULL));
      g_string_append_printf (text, "<%s>", row->fields[i].text);
    }
  if (row->damage != GRAM_TABLE_SOUND)
    g_string_append_printf (text, "!%u", (guint)row->damage);
  if (row->detail != NULL)
    g_string_append_printf (text, "(%s)", row->detail);
}

char *
gram_test_dump (GBytes *bytes, const GramTableLayout *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableReader) reader = gram_table_reader_new_for_bytes (bytes, layout, &error);
  GString *text = g_string_new (NULL);
  const GramTableRow *row;
  gint64 number = 0;
  gint64 line = 0;

  if (reader == NULL)
    {
      g_string_append_printf (text, "ERROR %s", error->message);
      return g_string_free_and_steal (text);
    }
  for (const char *const *column = gram_table_reader_get_columns (reader); *column != NULL;
       column++)
    g_string_append_printf (text, "<%s>", *column);
  for (;;)
    {
      GramTableStep step = gram_table_reader_next (reader, &row, &error);

      if (step == GRAM_TABLE_ERROR)
        g_string_append_printf (text, " ERROR %s", error->message);
      g_assert_true ((step == GRAM_TABLE_ERROR) == (error != NULL));
      g_assert_true ((step == GRAM_TABLE_DONE) == (gram_table_reader_get_sha256 (reader) != NULL));
      if (step != GRAM_TABLE_ROW)
        return g_string_free_and_steal (text);
      g_assert_cmpint (row->number, ==, ++number);
      g_assert_cmpint (row->line, >, line);
      line = row->line;
      dump_row (text, row);
    }
}

char *
gram_test_fixture (const char *name)
{
  return g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "tests", "fixtures", "exchange", name,
                           NULL);
}
