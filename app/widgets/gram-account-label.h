/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-account.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_LABEL (gram_account_label_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountLabel, gram_account_label, GRAM, ACCOUNT_LABEL, AdwBin)

/**
 * GramAccountLabel:
 *
 * An account in a list: holder, kind and number. Its action `row.open` says that it was chosen, as a click on its row
 * does, so that assistive technology can choose it; the signal `opened ()` follows.
 *
 * Property `account` (#GramAccount, nullable, read and write).
 */

/**
 * gram_account_label_set_account:
 * @self: a row
 * @account: (nullable): the account
 *
 * Shows @account.
 */
void gram_account_label_set_account (GramAccountLabel *self, GramAccount *account);

/**
 * gram_account_label_get_account:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the account
 */
GramAccount *gram_account_label_get_account (GramAccountLabel *self);

/**
 * gram_account_label_describe:
 * @account: an account
 *
 * Returns: (transfer full): kind and number in one line
 */
char *gram_account_label_describe (GramAccount *account);

/**
 * gram_account_label_describe_in_lines:
 * @account: an account
 *
 * Returns: (transfer full): kind, and number below it, for where one line would be too long
 */
char *gram_account_label_describe_in_lines (GramAccount *account);

G_END_DECLS
