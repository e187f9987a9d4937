/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_EVENTS_PAGE (gram_events_page_get_type ())
G_DECLARE_FINAL_TYPE (GramEventsPage, gram_events_page, GRAM, EVENTS_PAGE, AdwPreferencesPage)

/**
 * GramEventsPage:
 *
 * Of what the person signed in is told: a switch for each event, in the inbox and on the desktop. They are kept in the
 * registry, and act at once in every window; what nobody has switched shows the default.
 */

/**
 * gram_events_page_set_session:
 * @self: a page
 * @session: a session with somebody signed in; only once
 *
 * Asks for the events that the person can be told of.
 */
void gram_events_page_set_session (GramEventsPage *self, GramSession *session);

G_END_DECLS
