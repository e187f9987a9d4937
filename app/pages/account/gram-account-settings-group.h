/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_SETTINGS_GROUP (gram_account_settings_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountSettingsGroup,
                      gram_account_settings_group,
                      GRAM,
                      ACCOUNT_SETTINGS_GROUP,
                      AdwPreferencesGroup)

/**
 * gram_account_settings_group_show:
 * @self: a group
 * @session: the session
 * @detail: the account as it stands
 *
 * Four eyes for each kind of act, the listing in the directory with exactly what it will show, and auto-accept, which is
 * switched on the overview. A switch that was refused goes back and says why.
 */
void gram_account_settings_group_show (GramAccountSettingsGroup *self,
                                       GramSession *session,
                                       const GramAccountDetail *detail);

G_END_DECLS
