/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-csv-writer.h"

#include "gram-stream-text.h"

#include <string.h>

struct _GramCsvWriter
{
  GOutputStream *stream;
  GramCsvFlags flags;
  GString *text;
  gsize row_start;
  guint n_fields;
};

static gboolean
is_plain_number (const char *text)
{
  if (*text == '+' || *text == '-')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  while (g_ascii_isdigit (*text))
    text++;
  if ((*text == '.' || *text == ',') && g_ascii_isdigit (text[1]))
    {
      text++;
      while (g_ascii_isdigit (*text))
        text++;
    }
  return *text == '\0';
}

GramCsvWriter *
gram_csv_writer_new (GOutputStream *stream, GramCsvFlags flags)
{
  GramCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (GramCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->flags = flags;
  self->text = g_string_sized_new (GRAM_STREAM_TEXT_ENOUGH + 4096);
  if ((flags & GRAM_CSV_BOM) != 0)
    g_string_append (self->text, "\357\273\277");
  self->row_start = self->text->len;
  return self;
}

void
gram_csv_writer_free (GramCsvWriter *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
gram_csv_writer_add (GramCsvWriter *self, const char *text)
{
  g_return_if_fail (self != NULL);

  if (self->n_fields++ > 0)
    g_string_append_c (self->text, ',');
  gram_csv_append_field (self->text, text, self->flags);
}

void
gram_csv_writer_add_integer (GramCsvWriter *self, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  gram_csv_writer_add (self, text);
}

gboolean
gram_csv_writer_end_row (GramCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* A row of one empty field would be an empty line, which is no row. */
  if (self->n_fields == 1 && self->text->len == self->row_start)
    g_string_append (self->text, "\"\"");
  g_string_append (self->text, "\r\n");
  self->n_fields = 0;
  if (self->text->len >= GRAM_STREAM_TEXT_ENOUGH
      && !gram_stream_text_flush (self->stream, self->text, cancellable, error))
    return FALSE;
  self->row_start = self->text->len;
  return TRUE;
}

gboolean
gram_csv_writer_finish (GramCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->n_fields == 0, FALSE);

  return gram_stream_text_flush (self->stream, self->text, cancellable, error)
         && g_output_stream_flush (self->stream, cancellable, error);
}

void
gram_csv_append_field (GString *line, const char *text, GramCsvFlags flags)
{
  gboolean guard;
  gboolean quote;
  gsize length;

  g_return_if_fail (line != NULL);

  if (text == NULL || *text == '\0')
    return;
  guard = (flags & GRAM_CSV_GUARD) != 0 && gram_csv_needs_guard (text);
  length = strlen (text);
  quote = strpbrk (text, ",\"\r\n") != NULL || g_ascii_isspace (text[0])
          || g_ascii_isspace (text[length - 1]);
  if (quote)
    g_string_append_c (line, '"');
  if (guard)
    g_string_append_c (line, '\'');
  for (const char *from = text; quote && *from != '\0';)
    {
      gsize n = strcspn (from, "\"");

      g_string_append_len (line, from, (gssize)n);
      if (from[n] == '"')
        g_string_append (line, "\"\"");
      from += n + (from[n] == '"');
    }
  if (quote)
    g_string_append_c (line, '"');
  else
    g_string_append_len (line, text, (gssize)length);
}

gboolean
gram_csv_needs_guard (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  while (*text == '\'')
    text++;
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !is_plain_number (text);
}

gboolean
gram_csv_is_guarded (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return *text == '\'' && gram_csv_needs_guard (text + 1);
}
