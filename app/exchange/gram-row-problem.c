/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-row-problem.h"

#include <string.h>

/* Longest piece of a file that a problem repeats. */
#define MOST_BYTES 200

/* Cut between characters. */
static char *
cut (const char *text)
{
  const char *end;

  if (text == NULL)
    return g_strdup ("");
  if (strlen (text) <= MOST_BYTES)
    return g_strdup (text);
  end = g_utf8_find_prev_char (text, text + MOST_BYTES - strlen ("…") + 1);
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

GramRowProblem *
gram_row_problem_new (gint64 row,
                      gint64 line,
                      const char *field,
                      const char *column,
                      const char *rule,
                      const char *value,
                      const char *message,
                      const char *suggestion)
{
  GramRowProblem *self;

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_new0 (GramRowProblem, 1);
  self->row = row;
  self->line = line;
  self->field = g_strdup (field != NULL ? field : "");
  self->column = cut (column);
  self->rule = g_strdup (rule);
  self->value = cut (value);
  self->message = g_strdup (message);
  self->suggestion = g_strdup (suggestion != NULL ? suggestion : "");
  return self;
}

void
gram_row_problem_free (GramRowProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->column);
  g_free (self->rule);
  g_free (self->value);
  g_free (self->message);
  g_free (self->suggestion);
  g_free (self);
}
