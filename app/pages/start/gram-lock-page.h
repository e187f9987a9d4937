/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_LOCK_PAGE (gram_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (GramLockPage, gram_lock_page, GRAM, LOCK_PAGE, AdwBin)

/**
 * GramLockPage:
 *
 * Hides everything while nobody is at the window, and asks for the password of who is signed in. Somebody else signs out
 * instead.
 *
 * Signals: `unlocked ()`.
 */

/**
 * gram_lock_page_set_session:
 * @self: a lock page
 * @session: (nullable): a locked session; %NULL forgets it
 *
 * Asks for @session, with an empty form.
 */
void gram_lock_page_set_session (GramLockPage *self, GramSession *session);

G_END_DECLS
