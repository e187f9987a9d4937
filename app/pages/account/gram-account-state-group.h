/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_STATE_GROUP (gram_account_state_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountStateGroup,
                      gram_account_state_group,
                      GRAM,
                      ACCOUNT_STATE_GROUP,
                      AdwPreferencesGroup)

/**
 * gram_account_state_group_show:
 * @self: a group
 * @session: the session
 * @detail: the account as it stands; stays the caller's, until the next call
 *
 * What has to be known before anything else: since when the account is suspended, blocked, closing or closed, why, until
 * when, what is possible now, and what to do next, with the commands that go on from there. Hidden if all is well.
 *
 * Returns: how many conditions are shown
 */
guint gram_account_state_group_show (GramAccountStateGroup *self,
                                     GramSession *session,
                                     const GramAccountDetail *detail);

G_END_DECLS
