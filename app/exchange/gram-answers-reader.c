/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-answers.h"

#include "gram-table-source.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* What gram_table_source_read() asks for. */
#define ROOM (256 * 1024)

struct _GramAnswersReader
{
  GramTableSource *source;
  char *text;
  gsize start;
  gsize end;
  gboolean at_end;
  gint64 line;
};

static GramAnswersReader *
reader_new (GramTableSource *source)
{
  GramAnswersReader *self = g_new0 (GramAnswersReader, 1);

  self->source = source;
  self->text = g_malloc (ROOM + GRAM_ANSWER_MAX_LINE + 1);

  return self;
}

GramAnswersReader *
gram_answers_reader_new (const char *path, GError **error)
{
  GramTableSource *source;

  g_return_val_if_fail (path != NULL, NULL);

  source = gram_table_source_open (path, GRAM_TABLE_UTF8, error);

  return source != NULL ? reader_new (source) : NULL;
}

GramAnswersReader *
gram_answers_reader_new_for_bytes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return reader_new (gram_table_source_new_for_bytes (bytes, GRAM_TABLE_UTF8));
}

void
gram_answers_reader_free (GramAnswersReader *self)
{
  if (self == NULL)
    return;

  gram_table_source_free (self->source);
  g_free (self->text);
  g_free (self);
}

static gboolean
refuse_length (GramAnswersReader *self, GError **error)
{
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
               _ ("Line %" PRId64 ": is longer than %d bytes; this is no answer file"), self->line,
               GRAM_ANSWER_MAX_LINE);
  return FALSE;
}

/* The next line, without its end; %NULL at the end of the file. */
static gboolean
next_line (GramAnswersReader *self, const char **line, gsize *length, GError **error)
{
  char *found = memchr (self->text + self->start, '\n', self->end - self->start);

  while (found == NULL && !self->at_end)
    {
      gsize kept = self->end - self->start;
      gsize n = 0;

      if (kept > GRAM_ANSWER_MAX_LINE)
        break;
      memmove (self->text, self->text + self->start, kept);
      self->start = 0;
      self->end = kept;
      if (!gram_table_source_read (self->source, self->text + kept, ROOM, &n, &self->at_end, error))
        {
          g_prefix_error (error, _ ("Line %" PRId64 ": "), self->line + 1);
          return FALSE;
        }
      self->end += n;
      found = memchr (self->text + kept, '\n', n);
    }

  *line = NULL;
  *length = found != NULL ? (gsize)(found - self->text) - self->start : self->end - self->start;
  if (found == NULL && self->at_end && *length == 0)
    return TRUE;

  self->line++;
  if (*length > GRAM_ANSWER_MAX_LINE)
    return refuse_length (self, error);

  *line = self->text + self->start;
  self->start += *length + (found != NULL ? 1 : 0);
  return TRUE;
}

static gboolean
is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;

  return TRUE;
}

/* What is wrong with a line, behind its number in the file. The parser has numbered it, too, as the first of its own text. */
static void
number_error (GramAnswersReader *self, GError **error, GError *problem)
{
  g_autofree char *own = g_strdup_printf (_ ("Line %" PRId64 ": %s"), (gint64)1, "");
  const char *message = problem->message;

  if (g_str_has_prefix (message, own))
    message += strlen (own);
  g_set_error (error, problem->domain, problem->code, _ ("Line %" PRId64 ": %s"), self->line,
               message);
}

gboolean
gram_answers_reader_next (GramAnswersReader *self, GramAnswer **answer, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const char *line;
  gsize length;

  g_return_val_if_fail (self != NULL && answer != NULL, FALSE);

  *answer = NULL;
  do
    if (!next_line (self, &line, &length, error))
      return FALSE;
  while (line != NULL && is_blank (line, length));
  if (line == NULL)
    return TRUE;

  *answer = gram_answer_from_line (line, (gssize)length, &problem);
  if (*answer != NULL)
    return TRUE;

  number_error (self, error, problem);
  return FALSE;
}

gint64
gram_answers_reader_get_line (GramAnswersReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

const char *
gram_answers_reader_get_sha256 (GramAnswersReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gram_table_source_get_sha256 (self->source);
}
