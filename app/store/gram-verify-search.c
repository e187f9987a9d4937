/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-search.h"

#include <glib/gi18n-lib.h>

/* Vehicles whose text is looked up in the index; the index cannot tell its texts. */
#define SAMPLES 100

static char *
where_row (gint64 id)
{
  return g_strdup_printf ("vehicle_search %" G_GINT64_FORMAT, id);
}

static gboolean
next_id (GramStatement *statement, gint64 *id, GError **error)
{
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      *id = gram_statement_int64 (statement, 0);
      return TRUE;
    case GRAM_STEP_DONE:
      *id = G_MAXINT64;
      return TRUE;
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

/* Both lists of ids in order, side by side. */
static gboolean
check_rows (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) vehicles = NULL;
  g_autoptr (GramStatement) rows = NULL;
  gint64 vehicle = 0;
  gint64 row = 0;

  vehicles = gram_statement_prepare (self->store, "SELECT id FROM vehicle NOT INDEXED ORDER BY id",
                                     error);
  if (vehicles == NULL)
    return FALSE;
  rows = gram_statement_prepare (self->store, "SELECT rowid FROM vehicle_search ORDER BY rowid",
                                 error);
  if (rows == NULL || !next_id (vehicles, &vehicle, error) || !next_id (rows, &row, error))
    return FALSE;
  while (vehicle != G_MAXINT64 || row != G_MAXINT64)
    {
      if (vehicle < row)
        _gram_verifier_find (self, where_row (vehicle),
                             _ ("The vehicle cannot be found by search."));
      else if (row < vehicle)
        _gram_verifier_find (self, where_row (row),
                             _ ("Search finds a vehicle that is not there."));
      _gram_verifier_step (self);
      if (vehicle <= row)
        {
          gboolean both = vehicle == row;

          if (!next_id (vehicles, &vehicle, error) || (both && !next_id (rows, &row, error)))
            return FALSE;
        }
      else if (!next_id (rows, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Every three characters that follow one another, as the index holds them. NULL for a shorter text. */
static char *
trigrams_of (const char *text)
{
  g_autoptr (GString) query = g_string_new (NULL);
  const char *end = text;

  for (int i = 0; i < 3; i++)
    {
      if (*end == '\0')
        return NULL;
      end = g_utf8_next_char (end);
    }
  for (const char *start = text;; start = g_utf8_next_char (start), end = g_utf8_next_char (end))
    {
      g_string_append (query, query->len > 0 ? " \"" : "\"");
      for (const char *c = start; c < end; c++)
        {
          if (*c == '"')
            g_string_append_c (query, '"');
          g_string_append_c (query, *c);
        }
      g_string_append_c (query, '"');
      if (*end == '\0')
        return g_string_free_and_steal (g_steal_pointer (&query));
    }
}

static gboolean
check_text (GramVerifier *self, gint64 id, const char *text, GError **error)
{
  g_autofree char *query = trigrams_of (text);
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  if (query == NULL)
    return TRUE;
  statement = gram_statement_prepare (
      self->store, "SELECT 1 FROM vehicle_search WHERE vehicle_search MATCH $1 AND rowid = $2",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_static_text (statement, 1, query);
  gram_statement_bind_int64 (statement, 2, id);
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_DONE)
    _gram_verifier_find (self, where_row (id), _ ("Search holds another text than the vehicle’s."));
  return step != GRAM_STEP_ERROR;
}

static gboolean
check_texts (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (self->store,
                                      "SELECT id, " GRAM_SEARCH_TEXT
                                      " FROM vehicle WHERE id % $1 = 0 ORDER BY id",
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, self->report->vehicles / SAMPLES + 1);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      const char *text = gram_statement_text (statement, 1);

      if (text != NULL && !check_text (self, gram_statement_int64 (statement, 0), text, error))
        return FALSE;
    }
  return step == GRAM_STEP_DONE;
}

/* The inside of the index is checked by the engine's own check, with the file. */
gboolean
_gram_verify_search (GramVerifier *self, GError **error)
{
  return check_rows (self, error) && check_texts (self, error);
}
