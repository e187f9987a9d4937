/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-sniff.h"

#include <string.h>
#include <sys/stat.h>

#include "gram-test-dir.h"
#include "gram-test-table.h"

static void
test_encodings (void)
{
  static const struct
  {
    const char *text;
    GramTableEncoding encoding;
    gboolean mark;
    gboolean certain;
  } cases[] = {
    { "make,model\nAudi,A3\n", GRAM_TABLE_UTF8, FALSE, TRUE },
    { "make,model\nAudi,A3\n", GRAM_TABLE_UTF8, TRUE, TRUE },
    { "make,model\nCitroën,C4\n", GRAM_TABLE_UTF8, FALSE, TRUE },
    { "make,model\nAudi,A3\n", GRAM_TABLE_UTF16LE, TRUE, TRUE },
    { "make,model\nAudi,A3\n", GRAM_TABLE_UTF16BE, TRUE, TRUE },
    { "make,model\nAudi,A3\n", GRAM_TABLE_UTF16LE, FALSE, TRUE },
    { "make,model\nAudi,A3\n", GRAM_TABLE_UTF16BE, FALSE, TRUE },
    { "make,model\nCitroën,C4\n", GRAM_TABLE_WINDOWS_1252, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = gram_test_encode (cases[i].text, cases[i].encoding, cases[i].mark);
      g_autoptr (GError) error = NULL;
      g_autoptr (GramTableSniff) sniff = gram_table_sniff_bytes (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpint (sniff->layout.format, ==, GRAM_TABLE_CSV);
      g_assert_cmpint (sniff->layout.encoding, ==, cases[i].encoding);
      g_assert_true (sniff->encoding_certain == cases[i].certain);
      g_assert_cmpstr (sniff->columns[0], ==, "make");
      g_assert_cmpuint (g_strv_length (sniff->columns), ==, 2);
    }
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
    GramTableFormat format;
    const char *preset;
  } cases[] = {
    { "a\n1\n", ',', GRAM_TABLE_CSV, NULL },
    { "a,b\n1,2\n", ',', GRAM_TABLE_CSV, NULL },
    { "a;b\n1;2\n", ';', GRAM_TABLE_CSV, NULL },
    { "a\tb\n1\t2\n", '\t', GRAM_TABLE_CSV, NULL },
    { "a;b\n1,5;2,5\n1,5;2,5\n", ';', GRAM_TABLE_CSV, NULL },
    { "a;b,c;d\n1;2;3\n", ';', GRAM_TABLE_CSV, NULL },
    { "\"a;b\",c\n1,2\n", ',', GRAM_TABLE_CSV, NULL },
    { "vin;co2_g_km\n1,2,3;1,5\n", ';', GRAM_TABLE_CSV, "gram" },
    { "{\"vin\":1,\"co2_g_km\":2}\n", ',', GRAM_TABLE_JSONL, "gram" },
    { "\n {\"a\":1}\n", ',', GRAM_TABLE_JSONL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GramTableSniff) sniff = gram_table_sniff_bytes (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpint (sniff->layout.format, ==, cases[i].format);
      g_assert_cmpint (sniff->layout.delimiter, ==, cases[i].delimiter);
      g_assert_cmpstr (sniff->preset, ==, cases[i].preset);
    }
}

static void
test_no_table (void)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    const char *message;
  } cases[] = {
    { "", 0, "is empty" },
    { "PK\003\004xxxx", 8, "workbook or an archive" },
    { "%PDF-1.7", 8, "is a PDF" },
    { "SQLite format 3\0", 16, "is a database" },
    { "\377\330\377\340\0\020JFIF\0\1", 12, "is not text" },
    { "[{\"a\":1}]", 9, "one object on each line" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].n_bytes);
      g_autoptr (GError) error = NULL;

      g_assert_null (gram_table_sniff_bytes (bytes, &error));
      g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* The look ends in the middle of a character and of a quoted field. */
static void
test_cut (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autoptr (GString) text = g_string_new ("make;model\n");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableSniff) sniff = NULL;
  g_autoptr (GPtrArray) preview = NULL;
  char **row;

  for (int i = 0; i < 9000; i++)
    g_string_append (text, "x;\"ëë\n\"\n");
  path = gram_test_dir_write (dir, "cut.csv", text->str);
  sniff = gram_table_sniff (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sniff->layout.encoding, ==, GRAM_TABLE_UTF8);
  g_assert_cmpint (sniff->layout.delimiter, ==, ';');

  preview = gram_table_preview (path, &sniff->layout, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->len, ==, 6);
  row = g_ptr_array_index (preview, 0);
  g_assert_cmpstr (row[1], ==, "model");
  row = g_ptr_array_index (preview, 5);
  g_assert_cmpstr (row[1], ==, "ëë\n");
  g_assert_null (row[2]);
}

static void
test_words (void)
{
  static const char *const encodings[] = { "utf-8", "utf-16le", "utf-16be", "windows-1252" };
  static const char *const delimiters[] = { "comma", "semicolon", "tab" };
  GramTableEncoding encoding;
  GramTableFormat format;
  char delimiter;

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_assert_true (gram_table_encoding_parse (encodings[i], &encoding));
      g_assert_cmpstr (gram_table_encoding_word (encoding), ==, encodings[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_assert_true (gram_table_delimiter_parse (delimiters[i], &delimiter));
      g_assert_cmpstr (gram_table_delimiter_word (delimiter), ==, delimiters[i]);
    }
  g_assert_true (gram_table_delimiter_parse (";", &delimiter));
  g_assert_true (gram_table_format_parse ("jsonl", &format));
  g_assert_cmpint (format, ==, GRAM_TABLE_JSONL);
  g_assert_true (gram_table_encoding_parse ("UTF-8", &encoding));
  g_assert_false (gram_table_encoding_parse ("latin-1", &encoding));
  g_assert_false (gram_table_delimiter_parse ("|", &delimiter));
  g_assert_false (gram_table_format_parse (NULL, &format));
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gram_table_sniff ("/nowhere/register.csv", &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
}

/* A pipe that nobody writes to would keep the program waiting for ever. */
static void
test_pipe (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "pipe.csv");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (gram_table_sniff (path, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-sniff/encodings", test_encodings);
  g_test_add_func ("/table-sniff/delimiters", test_delimiters);
  g_test_add_func ("/table-sniff/no-table", test_no_table);
  g_test_add_func ("/table-sniff/cut", test_cut);
  g_test_add_func ("/table-sniff/words", test_words);
  g_test_add_func ("/table-sniff/no-file", test_no_file);
  g_test_add_func ("/table-sniff/pipe", test_pipe);
  return g_test_run ();
}
