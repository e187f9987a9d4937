/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNTS_PAGE (gram_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountsPage, gram_accounts_page, GRAM, ACCOUNTS_PAGE, GramPage)

/**
 * GramAccountsPage:
 *
 * All accounts of the registry, for the administrator's side: search, filters with counts, a table of any length. A row
 * opens the account, here or in a window of its own.
 *
 * Actions, all without a parameter: `accounts.open`, `accounts.open-in-window`, `accounts.copy` (the selected account),
 * `accounts.clear-filters`, `accounts.find`, `accounts.menu`, `accounts.reverse`; `accounts.sort` takes `holder`,
 * `number` or `newest`.
 */

/**
 * gram_accounts_page_show:
 * @self: the page
 * @kinds: bit set `1 << GramAccountKind`, 0 all
 * @states: #GramAccountState flags, 0 all
 * @charge_schemes: bit set `1 << GramChargeScheme`, 0 all
 *
 * Shows exactly these accounts, without a search: where a count elsewhere leads to.
 */
void
gram_accounts_page_show (GramAccountsPage *self, guint kinds, guint states, guint charge_schemes);

/**
 * gram_accounts_page_find:
 * @self: the page
 * @text: (nullable): what to look for; %NULL leaves the search as it is
 *
 * Puts the cursor into the search entry.
 */
void gram_accounts_page_find (GramAccountsPage *self, const char *text);

G_END_DECLS
