/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramPersonEvent:
 * @event: the event
 * @inbox: is told in the inbox
 * @desktop: is shown on the desktop
 *
 * What a person has switched.
 */
typedef struct
{
  GramEvent event;
  gboolean inbox;
  gboolean desktop;
} GramPersonEvent;

/**
 * gram_person_event_table_set:
 * @unit: a unit of work
 * @person_id: a person
 * @event: the event and how it is told
 * @error: return location
 *
 * Switches an event for a person.
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_event_table_set (GramUnit *unit,
                                      gint64 person_id,
                                      const GramPersonEvent *event,
                                      GError **error);

/**
 * gram_person_event_table_list:
 * @store: a store
 * @person_id: a person
 * @error: return location
 *
 * What a person has switched; for every other event its default holds.
 *
 * Returns: (transfer full) (element-type GramPersonEvent) (nullable): the switches
 */
GArray *gram_person_event_table_list (GramStore *store, gint64 person_id, GError **error);

/**
 * gram_person_event_table_get:
 * @store: a store
 * @person_id: a person
 * @event: (inout): @event->event is asked for; the rest is left as it is, the default, if the person has not switched it
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_event_table_get (GramStore *store,
                                      gint64 person_id,
                                      GramPersonEvent *event,
                                      GError **error);

G_END_DECLS
