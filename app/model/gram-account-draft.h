/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-words.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_DRAFT (gram_account_draft_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountDraft, gram_account_draft, GRAM, ACCOUNT_DRAFT, GObject)

/**
 * GramAccountDraft:
 *
 * What the account set-up wizard's pages edit together; nothing is written to the registry before its last step hands
 * the draft to `account.open`. It can be left and resumed: gram_account_draft_save() keeps it in the person's data
 * folder, one file for each registry. There is never a password in it.
 *
 * Properties, all read and write, bindable both ways: `holder`, `kind` (uint, #GramAccountKind, 0 not chosen),
 * `contact-name`, `contact-email`, `contact-phone`, `address`, `auto-accept` (boolean), `owner-email` (who owns it, if an
 * administrator opens it), `step` (string: tag of the wizard's page to resume at); read-only: `complete` (enough to
 * open an account: holder, kind, contact name and e-mail).
 */

/**
 * gram_account_draft_new:
 * @folder: (nullable): where drafts are kept; %NULL for the person's data folder
 * @registry_path: the registry that it is for
 *
 * Makes an empty draft.
 *
 * Returns: (transfer full): the draft
 */
GramAccountDraft *gram_account_draft_new (const char *folder, const char *registry_path);

/**
 * gram_account_draft_resume:
 * @self: a draft
 *
 * Takes over what was kept, if there is anything.
 *
 * Returns: %TRUE if there was
 */
gboolean gram_account_draft_resume (GramAccountDraft *self);

/**
 * gram_account_draft_save:
 * @self: a draft
 * @error: return location
 *
 * Keeps it for later, readable by its owner alone.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_draft_save (GramAccountDraft *self, GError **error);

/**
 * gram_account_draft_discard:
 * @self: a draft
 *
 * Empties it and forgets what was kept: the account is open, or the person starts afresh.
 */
void gram_account_draft_discard (GramAccountDraft *self);

/**
 * gram_account_draft_is_complete:
 * @self: a draft
 *
 * Returns: whether it is enough to open an account
 */
gboolean gram_account_draft_is_complete (GramAccountDraft *self);

/**
 * gram_account_draft_to_arguments:
 * @self: a complete draft
 *
 * Returns: (transfer floating): `a{sv}` for `account.open`
 */
GVariant *gram_account_draft_to_arguments (GramAccountDraft *self);

G_END_DECLS
