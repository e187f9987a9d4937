/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "gram-csv-writer.h"
#include "gram-json-variant.h"
#include "gram-table-reader.h"
#include "gram-test-table.h"

/* What makes trouble in fields, more often than chance would. */
static const char *const pieces[] = {
  "\"", "\"\"",
  ",",  ";",
  "\t", "\n",
  "\r", "\r\n",
  " ",  "'",
  "=",  "+",
  "-",  "@",
  "a",  "1",
  ".",  "é",
  "€",  "\360\237\220\200",
  "\\", "{",
  ":",  "\b",
  "x",  "ZVW30-1234567",
};

static char *
random_field (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (text);
}

/* Rows of fields; the first field of each row is a letter, as a blank row is no row. */
static GPtrArray *
random_table (int n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    {
      char **fields = g_new0 (char *, (gsize)n_columns + 1);

      fields[0] = g_strdup ("k");
      for (int i = 1; i < n_columns; i++)
        fields[i] = random_field ();
      g_ptr_array_add (rows, fields);
    }
  return rows;
}

static GBytes *
write_csv (GPtrArray *rows, int n_columns, GramCsvFlags flags)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GramCsvWriter) writer = gram_csv_writer_new (stream, flags);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_columns; i++)
    gram_csv_writer_add_integer (writer, i);
  gram_csv_writer_end_row (writer, NULL, &error);
  for (guint r = 0; r < rows->len; r++)
    {
      char **fields = g_ptr_array_index (rows, r);

      for (int i = 0; i < n_columns; i++)
        gram_csv_writer_add (writer, fields[i]);
      gram_csv_writer_end_row (writer, NULL, &error);
    }
  gram_csv_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
write_jsonl (GPtrArray *rows, int n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < rows->len; r++)
    {
      char **fields = g_ptr_array_index (rows, r);

      for (int i = 0; i < n_columns; i++)
        {
          g_string_append_printf (text, "%s\"%d\":", i == 0 ? "{" : ",", i);
          gram_json_append_string (text, fields[i], -1);
        }
      g_string_append (text, "}\n");
    }
  return g_string_free_to_bytes (text);
}

static void
assert_reads_back (GBytes *bytes,
                   const GramTableLayout *layout,
                   GPtrArray *rows,
                   int n_columns,
                   gboolean guarded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableReader) reader = gram_table_reader_new_for_bytes (bytes, layout, &error);
  const GramTableRow *row;

  g_assert_no_error (error);
  for (guint r = 0; r < rows->len; r++)
    {
      char **fields = g_ptr_array_index (rows, r);

      g_assert_cmpint (gram_table_reader_next (reader, &row, &error), ==, GRAM_TABLE_ROW);
      g_assert_cmpint (row->damage, ==, GRAM_TABLE_SOUND);
      g_assert_cmpuint (row->n_fields, ==, (gsize)n_columns);
      for (int i = 0; i < n_columns; i++)
        {
          const char *text = row->fields[i].text;

          if (guarded)
            g_assert_false (gram_csv_needs_guard (text) && *text != '\'');
          g_assert_cmpstr (guarded && gram_csv_is_guarded (text) ? text + 1 : text, ==, fields[i]);
        }
    }
  g_assert_cmpint (gram_table_reader_next (reader, &row, &error), ==, GRAM_TABLE_DONE);
  g_assert_no_error (error);
}

static void
test_csv (void)
{
  static const GramTableEncoding encodings[]
      = { GRAM_TABLE_UTF8, GRAM_TABLE_UTF16LE, GRAM_TABLE_UTF16BE };

  for (int round = 0; round < 1500; round++)
    {
      int n_columns = g_test_rand_int_range (1, 8);
      g_autoptr (GPtrArray) rows = random_table (n_columns);
      gboolean guarded = round % 2;
      g_autoptr (GBytes) utf8
          = write_csv (rows, n_columns, guarded ? GRAM_CSV_GUARD : GRAM_CSV_PLAIN);
      g_autofree char *text = g_strndup (g_bytes_get_data (utf8, NULL), g_bytes_get_size (utf8));
      GramTableLayout layout = { GRAM_TABLE_CSV, encodings[round % 3], ',' };
      g_autoptr (GBytes) bytes = gram_test_encode (text, layout.encoding, round % 5 == 0);

      assert_reads_back (bytes, &layout, rows, n_columns, guarded);
    }
}

static void
test_jsonl (void)
{
  for (int round = 0; round < 1500; round++)
    {
      int n_columns = g_test_rand_int_range (1, 8);
      g_autoptr (GPtrArray) rows = random_table (n_columns);
      g_autoptr (GBytes) bytes = write_jsonl (rows, n_columns);
      GramTableLayout layout = { GRAM_TABLE_JSONL, GRAM_TABLE_UTF8, ',' };

      if (rows->len > 0)
        assert_reads_back (bytes, &layout, rows, n_columns, FALSE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-property/csv", test_csv);
  g_test_add_func ("/table-property/jsonl", test_jsonl);
  return g_test_run ();
}
