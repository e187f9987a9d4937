/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-sniff.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gram-mapping.h"
#include "gram-table-encoding.h"

/* How much of a file is looked at, and how many of its rows. */
#define LOOK (64 * 1024)
#define LOOK_ROWS 20

static GramTableEncoding
sniff_encoding (const guint8 *bytes, gsize n_bytes, gboolean *certain)
{
  GramTableEncoding encoding;
  gsize nuls[2] = { 0, 0 };

  *certain = TRUE;
  if (gram_table_encoding_mark (bytes, n_bytes, &encoding) > 0)
    return encoding;
  for (gsize i = 0; i < n_bytes; i++)
    nuls[i % 2] += bytes[i] == 0;
  /* Text in Latin letters, as UTF-16: every other byte is 0. */
  if (nuls[1] > n_bytes / 8 && nuls[0] < nuls[1] / 8)
    return GRAM_TABLE_UTF16LE;
  if (nuls[0] > n_bytes / 8 && nuls[1] < nuls[0] / 8)
    return GRAM_TABLE_UTF16BE;
  if (gram_utf8_is_clean ((const char *)bytes, n_bytes, n_bytes < LOOK))
    return GRAM_TABLE_UTF8;
  *certain = FALSE;
  return GRAM_TABLE_WINDOWS_1252;
}

/* Names what people most often take for a CSV file. */
static gboolean
check_is_text (const guint8 *bytes, gsize n_bytes, GramTableEncoding encoding, GError **error)
{
  static const struct
  {
    const char *magic;
    const char *name;
  } known[] = {
    { "PK\003\004", N_ ("The file is a workbook or an archive (.xlsx, .ods, .zip). Open it and "
                        "save the sheet as CSV (UTF-8).") },
    { "\320\317\021\340", N_ ("The file is an old workbook (.xls). Open it and save the sheet as "
                              "CSV (UTF-8).") },
    { "\037\213", N_ ("The file is compressed (.gz). Unpack it first.") },
    { "%PDF", N_ ("The file is a PDF. Gram reads CSV and JSON Lines.") },
    { "SQLite format 3", N_ ("The file is a database. Gram reads CSV and JSON Lines.") },
  };
  const char *message = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (known) && message == NULL; i++)
    if (n_bytes >= strlen (known[i].magic)
        && memcmp (bytes, known[i].magic, strlen (known[i].magic)) == 0)
      message = known[i].name;
  if (message == NULL && encoding == GRAM_TABLE_WINDOWS_1252 && memchr (bytes, 0, n_bytes) != NULL)
    message = N_ ("The file is not text. Gram reads CSV and JSON Lines.");
  if (message == NULL)
    return TRUE;
  g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX, _ (message));
  return FALSE;
}

/* First character that is not blank. */
static char
first_character (GBytes *bytes, GramTableEncoding encoding)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  GramTableEncoding marked = encoding;
  gsize place = gram_table_encoding_mark (data, n_bytes, &marked);

  for (; place < n_bytes; place++)
    if (data[place] != 0 && !g_ascii_isspace (data[place]))
      return (char)data[place];
  return '\0';
}

/*
 * How well a delimiter fits: a preset's columns beat all; else rows that have as many fields as the
 * header has columns, and then the number of columns.
 */
static gint64
rate (GBytes *bytes, const GramTableLayout *layout)
{
  g_autoptr (GramTableReader) reader = gram_table_reader_new_for_bytes (bytes, layout, NULL);
  const GramTableRow *row;
  const char *const *columns;
  gint64 n_columns;
  gint64 fitting = 0;

  if (reader == NULL)
    return -1;
  columns = gram_table_reader_get_columns (reader);
  n_columns = g_strv_length ((char **)columns);
  if (n_columns == 1)
    return 0;
  for (int i = 0; i < LOOK_ROWS; i++)
    {
      if (gram_table_reader_next (reader, &row, NULL) != GRAM_TABLE_ROW)
        break;
      if (row->damage != GRAM_TABLE_TOO_FEW_FIELDS && row->damage != GRAM_TABLE_TOO_MANY_FIELDS)
        fitting++;
    }
  return (gram_mapping_detect (columns) != NULL ? 1000000 : 0) + fitting * 1000 + n_columns;
}

static void
sniff_delimiter (GBytes *bytes, GramTableLayout *layout)
{
  static const char candidates[] = { ',', ';', '\t' };
  gint64 best = G_MININT64;
  char delimiter = ',';

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      gint64 rating;

      layout->delimiter = candidates[i];
      rating = rate (bytes, layout);
      if (rating > best)
        {
          best = rating;
          delimiter = candidates[i];
        }
    }
  layout->delimiter = delimiter;
}

GramTableSniff *
gram_table_sniff_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GramTableSniff) self = g_new0 (GramTableSniff, 1);
  g_autoptr (GramTableReader) reader = NULL;
  g_autoptr (GBytes) beginning = NULL;
  gsize n_bytes;
  const guint8 *data;
  char first;

  g_return_val_if_fail (bytes != NULL, NULL);

  beginning = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), LOOK));
  data = g_bytes_get_data (beginning, &n_bytes);
  self->layout.encoding = sniff_encoding (data, n_bytes, &self->encoding_certain);
  if (n_bytes > 0 && !check_is_text (data, n_bytes, self->layout.encoding, error))
    return NULL;

  first = first_character (beginning, self->layout.encoding);
  if (first == '[')
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                           _ ("The file is one JSON array. Gram reads JSON Lines: one object on "
                              "each line, without commas between them."));
      return NULL;
    }
  self->layout.format = first == '{' ? GRAM_TABLE_JSONL : GRAM_TABLE_CSV;
  self->layout.delimiter = ',';
  if (self->layout.format == GRAM_TABLE_CSV)
    sniff_delimiter (beginning, &self->layout);

  reader = gram_table_reader_new_for_bytes (beginning, &self->layout, error);
  if (reader == NULL)
    return NULL;
  self->columns = g_strdupv ((char **)gram_table_reader_get_columns (reader));
  self->preset = gram_mapping_detect ((const char *const *)self->columns);
  self->fingerprint = gram_table_fingerprint ((const char *const *)self->columns);
  return g_steal_pointer (&self);
}

/* A pipe can be read once only, and the file is read anew for every pass; to open one might even wait for ever. */
static gboolean
check_is_file (const char *path, GError **error)
{
  struct stat about;

  if (stat (path, &about) != 0 || S_ISREG (about.st_mode) || S_ISDIR (about.st_mode))
    return TRUE;
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ,
               _ ("“%s” is not a file but a pipe or a device. Save its content as a file first."),
               path);
  return FALSE;
}

GramTableSniff *
gram_table_sniff (const char *path, GError **error)
{
  g_autofree guint8 *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofd int fd = -1;
  gssize got = 1;
  gsize n = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_is_file (path, error))
    return NULL;
  data = g_malloc (LOOK);
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  while (fd >= 0 && n < LOOK && got != 0)
    {
      got = read (fd, data + n, LOOK - n);
      if (got < 0 && errno != EINTR)
        break;
      n += got > 0 ? (gsize)got : 0;
    }
  if (fd < 0 || got < 0)
    {
      int code = errno;

      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ,
                   _ ("The file “%s” cannot be read: %s"), path, g_strerror (code));
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&data), n);
  return gram_table_sniff_bytes (bytes, error);
}

void
gram_table_sniff_free (GramTableSniff *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->columns);
  g_free (self->fingerprint);
  g_free (self);
}

GPtrArray *
gram_table_preview (const char *path, const GramTableLayout *layout, guint n_rows, GError **error)
{
  g_autoptr (GPtrArray) preview = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GramTableReader) reader = gram_table_reader_open (path, layout, error);
  const GramTableRow *row;
  GramTableStep step = GRAM_TABLE_ROW;

  if (reader == NULL)
    return NULL;
  g_ptr_array_add (preview, g_strdupv ((char **)gram_table_reader_get_columns (reader)));
  while (preview->len <= n_rows
         && (step = gram_table_reader_next (reader, &row, error)) == GRAM_TABLE_ROW)
    {
      char **fields = g_new0 (char *, row->n_fields + 1);

      for (gsize i = 0; i < row->n_fields; i++)
        fields[i] = g_strdup (row->fields[i].text);
      g_ptr_array_add (preview, fields);
    }
  return step == GRAM_TABLE_ERROR ? NULL : g_steal_pointer (&preview);
}

char *
gram_table_fingerprint (const char *const *columns)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (columns != NULL, NULL);

  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *folded = gram_column_fold (columns[i]);

      /* With its NUL, so that the border between two names counts. */
      g_checksum_update (checksum, (const guint8 *)folded, (gssize)strlen (folded) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
