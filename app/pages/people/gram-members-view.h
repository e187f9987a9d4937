/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_MEMBERS_VIEW (gram_members_view_get_type ())
G_DECLARE_FINAL_TYPE (GramMembersView, gram_members_view, GRAM, MEMBERS_VIEW, AdwBin)

/**
 * GramMembersView:
 *
 * The people of the current account: what waits for somebody (a hand-over, requests for a second person), the members,
 * the invitations under way. Each row leads to a dialog with everything that is known and can be done.
 */

/**
 * gram_members_view_refresh:
 * @self: a view
 * @session: the session
 * @cancellable: cancelled when the answers are no longer wanted
 *
 * Asks anew.
 */
void
gram_members_view_refresh (GramMembersView *self, GramSession *session, GCancellable *cancellable);

/**
 * gram_members_view_invite:
 * @self: a view that was refreshed
 *
 * Invites somebody, in a dialog.
 */
void gram_members_view_invite (GramMembersView *self);

G_END_DECLS
