/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-buffer.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* A place in the text, while one record is taken apart. */
typedef struct
{
  GramTableBuffer *buffer;
  char *at;
  char *end;
  char delimiter;
  gint64 number;
  GramTableRecord *record;
  GError **error;
} Scan;

static void
set_limit_error (Scan *scan, const char *what)
{
  if (scan->number == 0)
    g_set_error (scan->error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                 _ ("Header (line %" PRId64 "), column %zu: %s"), scan->record->line,
                 scan->record->n_found + 1, what);
  else
    g_set_error (scan->error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                 _ ("Row %" PRId64 " (line %" PRId64 "), column %zu: %s"), scan->number,
                 scan->record->line, scan->record->n_found + 1, what);
}

static gboolean
check_field_length (Scan *scan, const char *from, const char *to)
{
  g_autofree char *what = NULL;

  if (G_LIKELY (to - from <= GRAM_TABLE_MAX_FIELD))
    return TRUE;
  what = g_strdup_printf (_ ("the field is longer than %d KiB"), GRAM_TABLE_MAX_FIELD / 1024);
  set_limit_error (scan, what);
  return FALSE;
}

static gboolean
refuse_unclosed_quote (Scan *scan, gint64 line)
{
  g_autofree char *what = NULL;

  what = g_strdup_printf (_ ("the quote that opens on line %" PRId64 " is never closed"), line);
  set_limit_error (scan, what);
  return FALSE;
}

/* Finds the end of an unquoted stretch; the new line behind the text stops it at the latest. */
static inline char *
find_unquoted_end (char *at, char delimiter)
{
  while (*at != delimiter && *at != '\n' && *at != '\r')
    at++;
  return at;
}

/* A stretch of quoted text without anything special, moved down over the quotes that were
   dropped before it. */
static inline char *
move_plain (Scan *scan, char *to)
{
  char *from = scan->at;
  gsize n;

  while (*scan->at != '"' && *scan->at != '\n' && *scan->at != '\r')
    scan->at++;
  n = (gsize)(scan->at - from);
  if (to != from)
    memmove (to, from, n);
  return to + n;
}

/* Reads a quoted field from its opening quote on, dropping the quotes in place. */
static gboolean
scan_quoted (Scan *scan, char **from, char **to)
{
  gint64 opened = scan->buffer->line;
  char *stop;

  *from = *to = ++scan->at;
  for (;;)
    {
      *to = move_plain (scan, *to);
      if (scan->at >= scan->end || *to - *from > GRAM_TABLE_MAX_FIELD)
        return refuse_unclosed_quote (scan, opened);
      if (*scan->at == '"' && scan->at[1] != '"')
        break;
      if (*scan->at == '"')
        scan->at++;
      else if (*scan->at == '\n' || scan->at[1] != '\n')
        scan->buffer->line++;
      *(*to)++ = *scan->at++;
    }

  scan->at++;
  stop = find_unquoted_end (scan->at, scan->delimiter);
  while (stop > scan->at && (stop[-1] == ' ' || (stop[-1] == '\t' && scan->delimiter != '\t')))
    stop--;
  if (stop > scan->at)
    {
      memmove (*to, scan->at, (gsize)(stop - scan->at));
      *to += stop - scan->at;
      scan->record->damage = GRAM_TABLE_STRAY_QUOTE;
    }
  scan->at = find_unquoted_end (stop, scan->delimiter);
  return TRUE;
}

static void
store_field (GramTableRecord *record, char *from, char *to)
{
  if (G_LIKELY (record->n_found < GRAM_TABLE_MAX_COLUMNS))
    record->fields[record->n_fields++] = (GramSlice){ from, (gsize)(to - from) };
  else if (to > from)
    record->surplus_text = TRUE;
  record->n_found++;
}

/* Takes the end of the line at @at, which may be CRLF, LF, CR or the end of the file. */
static void
take_line_end (Scan *scan)
{
  GramTableBuffer *buffer = scan->buffer;

  if (scan->at < scan->end)
    {
      if (scan->at[0] == '\r' && scan->at + 1 < scan->end && scan->at[1] == '\n')
        scan->at++;
      scan->at++;
      buffer->line++;
    }
  buffer->start = (gsize)(scan->at - buffer->text);
}

GramTableStep
gram_table_buffer_next_csv (GramTableBuffer *self,
                            char delimiter,
                            gint64 number,
                            GramTableRecord *record,
                            GError **error)
{
  Scan scan = { self, self->text + self->start, self->text + self->end, delimiter, number, record,
                error };
  gboolean last = FALSE;

  record->line = self->line;
  record->n_fields = record->n_found = 0;
  record->surplus_text = FALSE;
  record->damage = GRAM_TABLE_SOUND;
  record->detail = NULL;
  if (self->start == self->end)
    return GRAM_TABLE_DONE;

  while (!last)
    {
      char *from = scan.at;
      char *to;

      if (*from == '"' && from < scan.end)
        {
          if (!scan_quoted (&scan, &from, &to))
            return GRAM_TABLE_ERROR;
        }
      else
        to = scan.at = find_unquoted_end (from, delimiter);

      if (!check_field_length (&scan, from, to))
        return GRAM_TABLE_ERROR;
      /* One more than the end, because a CR there may be half of a CRLF. */
      if (scan.at + 1 >= scan.end && !self->at_end)
        {
          set_limit_error (&scan, _ ("the row is longer than 1 MiB"));
          return GRAM_TABLE_ERROR;
        }
      store_field (record, from, to);
      last = *scan.at != delimiter;
      if (last)
        take_line_end (&scan);
      else
        scan.at++;
      *to = '\0';
    }
  return GRAM_TABLE_ROW;
}
