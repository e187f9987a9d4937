/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNTS_BUTTON (gram_accounts_button_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountsButton, gram_accounts_button, GRAM, ACCOUNTS_BUTTON, AdwBin)

/**
 * GramAccountsButton:
 *
 * The way back from one account to all, for the header bar of a page about an account. Shown to the administrator's side
 * only; members have the account switcher.
 *
 * Property `session` (#GramSession, nullable, read and write).
 */

/**
 * gram_accounts_administers:
 * @session: (nullable): a session
 *
 * Whether the person has a role on the administrator's side, which sees all accounts of the registry.
 *
 * Returns: %FALSE also if nobody is signed in
 */
gboolean gram_accounts_administers (GramSession *session);

G_END_DECLS
