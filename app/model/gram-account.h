/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT (gram_account_get_type ())
G_DECLARE_FINAL_TYPE (GramAccount, gram_account, GRAM, ACCOUNT, GObject)

/**
 * GramAccount:
 *
 * An account as the window binds to it. The session keeps one object for each account and refreshes it in place after
 * a change, with `notify` for what differs, so a binding made once stays right. Main thread only.
 *
 * Properties, all read-only: `id` (int64), `number`, `holder`, `kind` (uint, #GramAccountKind), `kind-title`,
 * `contact-name`, `contact-email`, `contact-phone`, `address`, `state` (uint, #GramAccountState), `state-title`,
 * `auto-accept` (uint, #GramAutoAccept flags), `owner` (the person signed in is the owner), `permissions` (uint,
 * #GramPermission flags of the person signed in), `four-eyes` (uint, #GramAct flags), `listed` (in the directory), `aml`
 * (uint, #GramAml, as it is stored), `aml-until` (ISO date or empty).
 */

/**
 * gram_account_new:
 * @record: the account's data; copied
 *
 * Makes an account. The session does.
 *
 * Returns: (transfer full): the account
 */
GramAccount *gram_account_new (const GramAccountRecord *record);

/**
 * gram_account_refresh:
 * @self: an account
 * @record: newer data of the same account; copied
 *
 * Takes newer data over and notifies what differs.
 *
 * Returns: %TRUE if anything did
 */
gboolean gram_account_refresh (GramAccount *self, const GramAccountRecord *record);

/**
 * gram_account_get_record:
 * @self: an account
 *
 * Returns: (transfer none): its data, until the next refresh
 */
const GramAccountRecord *gram_account_get_record (GramAccount *self);

/**
 * gram_account_get_id:
 * @self: an account
 *
 * Returns: its row
 */
gint64 gram_account_get_id (GramAccount *self);

/**
 * gram_account_get_number:
 * @self: an account
 *
 * Returns: (transfer none): its number, digits only
 */
const char *gram_account_get_number (GramAccount *self);

/**
 * gram_account_get_holder:
 * @self: an account
 *
 * Returns: (transfer none): name of the holder
 */
const char *gram_account_get_holder (GramAccount *self);

/**
 * gram_account_get_kind:
 * @self: an account
 *
 * Returns: scheme and condition of its vehicles
 */
GramAccountKind gram_account_get_kind (GramAccount *self);

/**
 * gram_account_get_state:
 * @self: an account
 *
 * Returns: its state
 */
GramAccountState gram_account_get_state (GramAccount *self);

/**
 * gram_account_get_auto_accept:
 * @self: an account
 *
 * Returns: #GramAutoAccept flags
 */
guint gram_account_get_auto_accept (GramAccount *self);

/**
 * gram_account_is_owner:
 * @self: an account
 *
 * Returns: whether the person signed in is its owner
 */
gboolean gram_account_is_owner (GramAccount *self);

G_END_DECLS
