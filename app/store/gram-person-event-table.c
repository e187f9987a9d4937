/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-event-table.h"

#include "gram-table-private.h"

gboolean
gram_person_event_table_set (GramUnit *unit,
                             gint64 person_id,
                             const GramPersonEvent *event,
                             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (event != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO person_event (person_id, event, inbox, desktop) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (person_id, event) DO UPDATE"
      " SET inbox = excluded.inbox, desktop = excluded.desktop",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, person_id);
  gram_statement_bind_text (statement, 2, gram_word_for ("event", (int)event->event));
  gram_statement_bind_int64 (statement, 3, event->inbox ? 1 : 0);
  gram_statement_bind_int64 (statement, 4, event->desktop ? 1 : 0);
  return gram_statement_run (statement, error);
}

static gboolean
read_event (GramStatement *statement, GramPersonEvent *event, GError **error)
{
  int word;

  if (!_gram_table_word (statement, 0, "event", &word, error))
    return FALSE;
  event->event = (GramEvent)word;
  event->inbox = gram_statement_int64 (statement, 1) != 0;
  event->desktop = gram_statement_int64 (statement, 2) != 0;
  return TRUE;
}

GArray *
gram_person_event_table_list (GramStore *store, gint64 person_id, GError **error)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (GramPersonEvent));
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      store, "SELECT event, inbox, desktop FROM person_event WHERE person_id = $1 ORDER BY event",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, person_id);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramPersonEvent event;

      if (!read_event (statement, &event, error))
        return NULL;
      g_array_append_val (events, event);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&events) : NULL;
}

gboolean
gram_person_event_table_get (GramStore *store,
                             gint64 person_id,
                             GramPersonEvent *event,
                             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_return_val_if_fail (event != NULL, FALSE);

  statement = gram_statement_prepare (
      store, "SELECT event, inbox, desktop FROM person_event WHERE person_id = $1 AND event = $2",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, person_id);
  gram_statement_bind_text (statement, 2, gram_word_for ("event", (int)event->event));
  step = gram_statement_step (statement, error);
  return step == GRAM_STEP_ROW ? read_event (statement, event, error) : step == GRAM_STEP_DONE;
}
