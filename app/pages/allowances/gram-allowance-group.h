/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ALLOWANCE_GROUP (gram_allowance_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAllowanceGroup,
                      gram_allowance_group,
                      GRAM,
                      ALLOWANCE_GROUP,
                      AdwPreferencesGroup)

/**
 * GramAllowanceGroup:
 *
 * The allowances of a CCTS account on its overview: how the year stands that wants something now, what is missing, activity
 * against holdings as a chart. Pressed, it leads to the page “Allowances”. Not shown for other accounts, nor where there
 * is no year yet.
 */

/**
 * gram_allowance_group_refresh:
 * @self: the group
 * @session: the session; its current account is shown
 * @cancellable: (nullable): to stop it
 *
 * Asks anew.
 */
void gram_allowance_group_refresh (GramAllowanceGroup *self,
                                   GramSession *session,
                                   GCancellable *cancellable);

G_END_DECLS
