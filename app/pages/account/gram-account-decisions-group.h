/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_DECISIONS_GROUP (gram_account_decisions_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountDecisionsGroup,
                      gram_account_decisions_group,
                      GRAM,
                      ACCOUNT_DECISIONS_GROUP,
                      AdwPreferencesGroup)

/**
 * gram_account_decisions_group_show:
 * @self: a group
 * @session: the session
 * @detail: the account as it stands; stays the caller's, until the next call
 *
 * What the administrator can decide about the account: suspension, block, closing, Fleet Average, verification, credits
 * carried in. Everybody sees it; what a person may not do says why. In a registry of one's own it is recorded.
 */
void gram_account_decisions_group_show (GramAccountDecisionsGroup *self,
                                        GramSession *session,
                                        const GramAccountDetail *detail);

G_END_DECLS
