/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-reader.h"

#include <string.h>

#include "gram-test-dir.h"
#include "gram-test-table.h"

static const GramTableLayout plain = { GRAM_TABLE_CSV, GRAM_TABLE_UTF8, ',' };

/* `~` stands for the delimiter, `^` for the end of a line. */
static char *
fill_in (const char *template, char delimiter, const char *end)
{
  GString *text = g_string_new (template);

  g_string_replace (text, "~", (char[]){ delimiter, '\0' }, 0);
  g_string_replace (text, "^", end, 0);
  return g_string_free_and_steal (text);
}

static void
check_layout (GramTableLayout layout, const char *end, gboolean mark)
{
  static const char *const templates[] = {
    "make~model^Citroën~\"C4~ „X“^\"^\"a\"\"b\"~€",
    "make~model^Citroën~\"C4~ „X“^\"^\"a\"\"b\"~€^",
    "^make~ model ^^\"Citroën\"~\"C4~ „X“^\"^~^a\"b~\"€\"^^",
  };
  g_autofree char *expected
      = fill_in ("<make><model> | <Citroën><C4~ „X“^> | <a\"b><€>", layout.delimiter, end);

  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *text = fill_in (templates[i], layout.delimiter, end);
      g_autoptr (GBytes) bytes = gram_test_encode (text, layout.encoding, mark);
      g_autofree char *dump = gram_test_dump (bytes, &layout);

      g_assert_cmpstr (dump, ==, expected);
    }
}

/* One table, in every encoding, with every delimiter and every end of line, with and without a
   mark. */
static void
test_matrix (void)
{
  static const GramTableEncoding encodings[]
      = { GRAM_TABLE_UTF8, GRAM_TABLE_UTF16LE, GRAM_TABLE_UTF16BE, GRAM_TABLE_WINDOWS_1252 };
  static const char delimiters[] = { ',', ';', '\t' };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    for (gsize d = 0; d < G_N_ELEMENTS (delimiters); d++)
      for (gsize n = 0; n < G_N_ELEMENTS (ends); n++)
        {
          GramTableLayout layout = { GRAM_TABLE_CSV, encodings[e], delimiters[d] };

          check_layout (layout, ends[n], FALSE);
          if (encodings[e] != GRAM_TABLE_WINDOWS_1252)
            check_layout (layout, ends[n], TRUE);
        }
}

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "ERROR The file is empty: it has no row with the names of the columns" },
    { "\n\n \r\n", "ERROR The file is empty: it has no row with the names of the columns" },
    { "a", "<a>" },
    { " a , b \n1,2", "<a><b> | <1><2>" },
    { "a,,c\n1,2,3", "<a><column 2><c> | <1><2><3>" },
    { "a,b\n1,2,\n", "<a><b> | <1><2>" },
    { "a,b\n1,2,,,\n", "<a><b> | <1><2>" },
    { "a,b\n,\n  , \n1,\n", "<a><b> | <1><>" },
    { "a,b\n1\n1,2\n", "<a><b> | <1><>!1(1) | <1><2>" },
    { "a,b\n1,2,3,4\n1,2\n", "<a><b> | <1><2>!2(4) | <1><2>" },
    { "a,b\n\"1\"x,2\n", "<a><b> | <1x><2>!4" },
    { "a,b\n\"1\" ,2\n", "<a><b> | <1><2>" },
    { "a,b\n\"1\"\t,2\n", "<a><b> | <1><2>" },
    { "a,b\n1\"2\",\"\"\n", "<a><b> | <1\"2\"><>" },
    { "a,b\n \"1\",2\n", "<a><b> | < \"1\"><2>" },
    { "a,b\n\"x\ny\",\"x\r\ny\"\n\"x\ry\",\n", "<a><b> | <x\ny><x\r\ny> | <x\ry><>" },
    { "a,b\n\"\"\"\",\"\"\"x\"\"\"\n", "<a><b> | <\"><\"x\">" },
    { "\"a\",\"b\"\n1,2", "<a><b> | <1><2>" },
    { "a,b\n\"1,2\n3,4\n",
      "<a><b> ERROR Row 1 (line 2), column 1: the quote that opens on line 2 is never closed" },
    { "a,b\n1,2\n\n3,\"\n",
      "<a><b> | <1><2> ERROR Row 2 (line 4), column 2: the quote that opens on line 4 is never "
      "closed" },
    { "a,\"b\n",
      "ERROR Header (line 1), column 2: the quote that opens on line 1 is never closed" },
    { "a,b\n1,\377\n3,4\n", "<a><b> | <1><\357\277\275>!3 | <3><4>" },
    { "a,b\nx\303,4\n", "<a><b> | <x\357\277\275><4>!3" },
    { "a,\377\n1,2\n",
      "ERROR The names of the columns are not text in utf-8. Choose another encoding." },
    { "\377\376a\0",
      "ERROR The file begins with the byte order mark of utf-16le. Choose this encoding instead "
      "of utf-8." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autofree char *dump = gram_test_dump (bytes, &plain);

      g_assert_cmpstr (dump, ==, cases[i].expected);
    }
}

static void
test_nul (void)
{
  static const char text[] = "a,b\n1\0,2\n3,4\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, sizeof text - 1);
  g_autofree char *dump = gram_test_dump (bytes, &plain);

  g_assert_cmpstr (dump, ==, "<a><b> | <1\357\277\275><2>!3 | <3><4>");
}

/* Half characters at the end, halves of a pair, bytes that Windows-1252 does not have. */
static void
test_bad_encodings (void)
{
  static const struct
  {
    GramTableEncoding encoding;
    const char *bytes;
    gsize n_bytes;
    const char *expected;
  } cases[] = {
    { GRAM_TABLE_WINDOWS_1252, "a\n\201x\n\200\n", 7, "<a> | <\357\277\275x>!3 | <€>" },
    { GRAM_TABLE_UTF16LE, "a\0\n\0b\0\n", 7, "<a> | <b\357\277\275>!3" },
    { GRAM_TABLE_UTF16LE, "a\0\n\0\x3d\xd8\0\xdc\n\0", 10, "<a> | <\360\237\220\200>" },
    { GRAM_TABLE_UTF16LE, "a\0\n\0\x3d\xd8\n\0", 8, "<a> | <\357\277\275>!3" },
    { GRAM_TABLE_UTF16BE, "\0a\0\n\xdc\0\0x", 8, "<a> | <\357\277\275x>!3" },
    { GRAM_TABLE_UTF16BE, "\0a\0\n\0x\xd8\x3d", 8, "<a> | <x\357\277\275>!3" },
    { GRAM_TABLE_UTF16LE, "\xfe\xff\0a", 4,
      "ERROR The file begins with the byte order mark of utf-16be. Choose this encoding instead of "
      "utf-16le." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GramTableLayout layout = { GRAM_TABLE_CSV, cases[i].encoding, ',' };
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].n_bytes);
      g_autofree char *dump = gram_test_dump (bytes, &layout);

      g_assert_cmpstr (dump, ==, cases[i].expected);
    }
}

static void
test_lines (void)
{
  static const char text[] = "a,b\n\n1,\"x\r\ny\"\r2,\"\n\n\"\r\n\n\n3,z";
  static const gint64 lines[] = { 3, 5, 10 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GramTableReader) reader = gram_table_reader_new_for_bytes (bytes, &plain, NULL);
  const GramTableRow *row;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_cmpint (gram_table_reader_next (reader, &row, NULL), ==, GRAM_TABLE_ROW);
      g_assert_cmpint (row->number, ==, (gint64)i + 1);
      g_assert_cmpint (row->line, ==, lines[i]);
    }
  g_assert_cmpint (gram_table_reader_next (reader, &row, NULL), ==, GRAM_TABLE_DONE);
  g_assert_null (row);
  g_assert_cmpint (gram_table_reader_next (reader, &row, NULL), ==, GRAM_TABLE_DONE);
}

/* @n times `x`, in a table of one column with a row before it. */
static GBytes *
long_field (gsize n, gboolean quoted)
{
  GString *text = g_string_new ("a\nfirst\n");

  if (quoted)
    g_string_append_c (text, '"');
  for (gsize i = 0; i < n; i++)
    g_string_append_c (text, 'x');
  if (quoted)
    g_string_append_c (text, '"');
  g_string_append (text, "\nlast\n");
  return g_string_free_to_bytes (text);
}

static void
test_limits (void)
{
  static const char *const expected[] = {
    " ERROR Row 2 (line 3), column 1: the field is longer than 64 KiB",
    " ERROR Row 2 (line 3), column 1: the quote that opens on line 3 is never closed",
  };

  for (int quoted = 0; quoted < 2; quoted++)
    {
      g_autoptr (GBytes) fits = long_field (GRAM_TABLE_MAX_FIELD, quoted);
      g_autoptr (GBytes) large = long_field (GRAM_TABLE_MAX_FIELD + 1, quoted);
      g_autofree char *dump_fits = gram_test_dump (fits, &plain);
      g_autofree char *dump_large = gram_test_dump (large, &plain);

      g_assert_true (g_str_has_suffix (dump_fits, " | <last>"));
      g_assert_true (g_str_has_suffix (dump_large, expected[quoted]));
    }
}

static char *
dump_columns (guint n_header, guint n_row)
{
  GString *text = g_string_new ("h");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < n_header; i++)
    g_string_append (text, ",h");
  g_string_append (text, "\nf");
  for (guint i = 1; i < n_row; i++)
    g_string_append (text, ",f");
  bytes = g_string_free_to_bytes (text);
  return gram_test_dump (bytes, &plain);
}

static void
test_many_columns (void)
{
  g_autofree char *most = dump_columns (GRAM_TABLE_MAX_COLUMNS, GRAM_TABLE_MAX_COLUMNS);
  g_autofree char *more = dump_columns (GRAM_TABLE_MAX_COLUMNS + 1, 1);
  g_autofree char *wide = dump_columns (GRAM_TABLE_MAX_COLUMNS, 100000);

  g_assert_true (g_str_has_suffix (most, "<f><f>"));
  g_assert_cmpstr (more, ==, "ERROR The file has 513 columns. Gram reads up to 512.");
  g_assert_true (g_str_has_suffix (wide, "<f><f>!2(100000)"));
}

/* A row of 40 fields of 60,000 bytes is longer than the window's guarantee. */
static void
test_long_row (void)
{
  g_autofree char *field = g_strnfill (60000, 'x');
  GString *text = g_string_new ("a\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *dump = NULL;

  /* Much after it, so that the file does not end within the window. */
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "%s,", field);
  bytes = g_string_free_to_bytes (text);
  dump = gram_test_dump (bytes, &plain);
  g_assert_nonnull (strstr (dump, "ERROR Row 1 (line 2)"));
  g_assert_nonnull (strstr (dump, "the row is longer than 1 MiB"));
}

/* Enough rows to move the window many times, in each encoding; every field and the digest is
   checked. */
static void
test_large_file (void)
{
  static const GramTableEncoding encodings[]
      = { GRAM_TABLE_UTF8, GRAM_TABLE_UTF16LE, GRAM_TABLE_WINDOWS_1252 };
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  GString *text = g_string_new ("number;text\r\n");
  const int n_rows = 200000;

  for (int i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%d;\"é\"\"%d\r\n%0*d\"\r\n", i, i, i % 97, 7);
  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    {
      GramTableLayout layout = { GRAM_TABLE_CSV, encodings[e], ';' };
      g_autoptr (GBytes) bytes = gram_test_encode (text->str, encodings[e], FALSE);
      g_autofree char *path = gram_test_dir_file (dir, "large.csv");
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autoptr (GramTableReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      const GramTableRow *row;

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                           &error);
      g_assert_no_error (error);
      reader = gram_table_reader_open (path, &layout, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gram_table_reader_get_bytes_total (reader), ==,
                       (gint64)g_bytes_get_size (bytes));
      for (int i = 0; i < n_rows; i++)
        {
          char expected[200];

          g_assert_cmpint (gram_table_reader_next (reader, &row, &error), ==, GRAM_TABLE_ROW);
          g_assert_cmpint (row->line, ==, 2 + 2 * i);
          g_assert_cmpint (row->damage, ==, GRAM_TABLE_SOUND);
          g_snprintf (expected, sizeof expected, "é\"%d\r\n%0*d", i, i % 97, 7);
          g_assert_cmpstr (row->fields[1].text, ==, expected);
        }
      g_assert_null (gram_table_reader_get_sha256 (reader));
      g_assert_cmpint (gram_table_reader_next (reader, &row, &error), ==, GRAM_TABLE_DONE);
      g_assert_cmpstr (gram_table_reader_get_sha256 (reader), ==, digest);
      g_assert_cmpint (gram_table_reader_get_bytes_read (reader), ==,
                       gram_table_reader_get_bytes_total (reader));
    }
  g_string_free (text, TRUE);
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gram_table_reader_open ("/nowhere/register.csv", &plain, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "/nowhere/register.csv"));
  g_clear_error (&error);
  g_assert_null (gram_table_reader_open (g_get_tmp_dir (), &plain, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-reader/matrix", test_matrix);
  g_test_add_func ("/table-reader/forms", test_forms);
  g_test_add_func ("/table-reader/nul", test_nul);
  g_test_add_func ("/table-reader/bad-encodings", test_bad_encodings);
  g_test_add_func ("/table-reader/lines", test_lines);
  g_test_add_func ("/table-reader/limits", test_limits);
  g_test_add_func ("/table-reader/many-columns", test_many_columns);
  g_test_add_func ("/table-reader/long-row", test_long_row);
  g_test_add_func ("/table-reader/large-file", test_large_file);
  g_test_add_func ("/table-reader/no-file", test_no_file);
  return g_test_run ();
}
