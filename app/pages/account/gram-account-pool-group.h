/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_POOL_GROUP (gram_account_pool_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountPoolGroup,
                      gram_account_pool_group,
                      GRAM,
                      ACCOUNT_POOL_GROUP,
                      AdwPreferencesGroup)

/**
 * gram_account_pool_group_show:
 * @self: a group
 * @session: the session
 * @detail: the account as it stands
 *
 * The pools that name an account of the CCTS, and the application for another one. Hidden for other schemes.
 */
void gram_account_pool_group_show (GramAccountPoolGroup *self,
                                   GramSession *session,
                                   const GramAccountDetail *detail);

G_END_DECLS
