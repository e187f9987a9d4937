/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PERSONS_VIEW (gram_persons_view_get_type ())
G_DECLARE_FINAL_TYPE (GramPersonsView, gram_persons_view, GRAM, PERSONS_VIEW, AdwBin)

/**
 * GramPersonsView:
 *
 * The persons of the registry, any number of them, for the administrator's side: search, filter by role, and what is
 * known of each and can be done in a dialog.
 */

/**
 * gram_persons_view_refresh:
 * @self: a view
 * @session: the session, the same each time
 * @cancellable: cancelled when the answers are no longer wanted
 *
 * Shows the persons of @session; the list follows it by itself from then on. Asks for the counts anew.
 */
void
gram_persons_view_refresh (GramPersonsView *self, GramSession *session, GCancellable *cancellable);

/**
 * gram_persons_view_find:
 * @self: a view
 *
 * Moves the focus to the search.
 */
void gram_persons_view_find (GramPersonsView *self);

G_END_DECLS
