/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-buffer.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "gram-table-encoding.h"

/* Four rows of the largest size: what is left over is moved to the front at most once in three
   of them. */
#define ROOM (4 * GRAM_TABLE_MAX_ROW)

void
gram_table_buffer_init (GramTableBuffer *self)
{
  *self = (GramTableBuffer){ .text = g_malloc (ROOM + 1), .clean = TRUE, .line = 1 };
  self->text[0] = '\n';
}

void
gram_table_buffer_clear (GramTableBuffer *self)
{
  g_clear_pointer (&self->text, g_free);
}

gboolean
gram_table_buffer_fill (GramTableBuffer *self, GramTableSource *source, GError **error)
{
  gsize n;

  if (self->at_end || self->end - self->start >= GRAM_TABLE_MAX_ROW)
    return TRUE;

  memmove (self->text, self->text + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  if (!gram_table_source_read (source, self->text + self->end, ROOM - self->end, &n, &self->at_end,
                               error))
    return FALSE;
  self->end += n;
  self->text[self->end] = '\n';
  self->clean = gram_utf8_is_clean (self->text, self->end, self->at_end);
  return TRUE;
}

GramTableStep
gram_table_buffer_next_line (GramTableBuffer *self,
                             gint64 number,
                             GramTableRecord *record,
                             GramSlice *line,
                             GError **error)
{
  while (self->start < self->end)
    {
      char *from = self->text + self->start;
      char *to = memchr (from, '\n', self->end - self->start + 1);
      gsize place = (gsize)(to - self->text);

      g_assert (to != NULL);
      if (place == self->end && !self->at_end)
        {
          g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                       _ ("Row %" PRId64 " (line %" PRId64 ") is longer than %d KiB"), number,
                       self->line, GRAM_TABLE_MAX_ROW / 1024);
          return GRAM_TABLE_ERROR;
        }
      record->line = self->line++;
      self->start = MIN (place + 1, self->end);
      while (to > from && g_ascii_isspace (to[-1]))
        to--;
      while (from < to && g_ascii_isspace (*from))
        from++;
      if (from < to)
        {
          /* Moved one place when the file ends without a new line: the sentinel's place is ours. */
          *to = '\0';
          *line = (GramSlice){ from, (gsize)(to - from) };
          return GRAM_TABLE_ROW;
        }
    }
  return GRAM_TABLE_DONE;
}
