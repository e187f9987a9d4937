/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-csv-writer.h"

static void
test_fields (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
    const char *guarded;
  } cases[] = {
    { NULL, "", "" },
    { "", "", "" },
    { "Toyota", "Toyota", "Toyota" },
    { "a,b", "\"a,b\"", "\"a,b\"" },
    { "a\"b", "\"a\"\"b\"", "\"a\"\"b\"" },
    { "\"", "\"\"\"\"", "\"\"\"\"" },
    { "a\r\nb", "\"a\r\nb\"", "\"a\r\nb\"" },
    { " a", "\" a\"", "\" a\"" },
    { "a ", "\"a \"", "\"a \"" },
    { "=1+1", "=1+1", "'=1+1" },
    { "=1,2", "\"=1,2\"", "\"'=1,2\"" },
    { "@x", "@x", "'@x" },
    { "+x", "+x", "'+x" },
    { "-x", "-x", "'-x" },
    { "-", "-", "'-" },
    { "-12", "-12", "-12" },
    { "-12.50", "-12.50", "-12.50" },
    { "+3,5", "\"+3,5\"", "\"+3,5\"" },
    { "-1-1", "-1-1", "'-1-1" },
    { "-1.", "-1.", "'-1." },
    { "\tx", "\"\tx\"", "\"'\tx\"" },
    { "'x", "'x", "'x" },
    { "'=x", "'=x", "''=x" },
    { "''=x", "''=x", "'''=x" },
    { "'-1", "'-1", "'-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) plain = g_string_new (NULL);
      g_autoptr (GString) guarded = g_string_new (NULL);

      gram_csv_append_field (plain, cases[i].text, GRAM_CSV_PLAIN);
      gram_csv_append_field (guarded, cases[i].text, GRAM_CSV_GUARD);
      g_assert_cmpstr (plain->str, ==, cases[i].plain);
      g_assert_cmpstr (guarded->str, ==, cases[i].guarded);
    }
}

static void
test_rows (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GramCsvWriter) writer = gram_csv_writer_new (stream, GRAM_CSV_BOM);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  gram_csv_writer_add (writer, "a");
  gram_csv_writer_add_integer (writer, G_MININT64);
  g_assert_true (gram_csv_writer_end_row (writer, NULL, &error));
  gram_csv_writer_add (writer, "");
  g_assert_true (gram_csv_writer_end_row (writer, NULL, &error));
  gram_csv_writer_add (writer, NULL);
  gram_csv_writer_add (writer, NULL);
  g_assert_true (gram_csv_writer_end_row (writer, NULL, &error));
  g_assert_true (gram_csv_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   "\357\273\277a,-9223372036854775808\r\n\"\"\r\n,\r\n", 34);
}

/* A stream that takes no more than it has room for, as a full disk does. */
static void
test_full_disk (void)
{
  char room[100];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GramCsvWriter) writer = gram_csv_writer_new (stream, GRAM_CSV_PLAIN);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100; i++)
    {
      gram_csv_writer_add (writer, "Harbour Street Imports Ltd");
      g_assert_true (gram_csv_writer_end_row (writer, NULL, &error));
    }
  g_assert_false (gram_csv_writer_finish (writer, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/fields", test_fields);
  g_test_add_func ("/csv-writer/rows", test_rows);
  g_test_add_func ("/csv-writer/full-disk", test_full_disk);
  return g_test_run ();
}
