/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_SWITCHER (gram_account_switcher_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountSwitcher, gram_account_switcher, GRAM, ACCOUNT_SWITCHER, AdwBin)

/**
 * gram_account_switcher_new:
 *
 * Shows the session's current account and lets a person choose another one, found by holder or number, or set one up
 * (`win.set-up-account`).
 *
 * Property `session` (#GramSession, nullable, read and write).
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_account_switcher_new (void);

/**
 * gram_account_switcher_set_session:
 * @self: a switcher
 * @session: (nullable): the session
 *
 * Follows @session.
 */
void gram_account_switcher_set_session (GramAccountSwitcher *self, GramSession *session);

/**
 * gram_account_switcher_popup:
 * @self: a switcher
 *
 * Opens the list.
 */
void gram_account_switcher_popup (GramAccountSwitcher *self);

G_END_DECLS
