/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-accounts.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_AUTO_ACCEPT_GROUP (gram_auto_accept_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAutoAcceptGroup,
                      gram_auto_accept_group,
                      GRAM,
                      AUTO_ACCEPT_GROUP,
                      AdwPreferencesGroup)

/**
 * GramAutoAcceptGroup:
 *
 * The switches of auto-accept of the current account: under Fleet Average one for vehicles at or below their target and one
 * for those above it; otherwise one: under Pay As You Go it takes credit vehicles only. Who turns one on is shown first what
 * it would do with the vehicles that wait, and says whether they are included.
 */

/**
 * gram_auto_accept_group_refresh:
 * @self: the group
 * @session: a session with an account
 * @detail: (nullable): the account in detail, for its charge scheme
 *
 * Shows how the switches stand.
 */
void gram_auto_accept_group_refresh (GramAutoAcceptGroup *self,
                                     GramSession *session,
                                     const GramAccountDetail *detail);

G_END_DECLS
