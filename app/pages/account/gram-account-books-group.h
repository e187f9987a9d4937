/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_BOOKS_GROUP (gram_account_books_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountBooksGroup,
                      gram_account_books_group,
                      GRAM,
                      ACCOUNT_BOOKS_GROUP,
                      AdwPreferencesGroup)

/**
 * gram_account_books_group_show:
 * @self: a group
 * @session: the session
 * @detail: the account as it stands
 *
 * What the account holds, its statement, and the question whether a number is somebody's.
 */
void gram_account_books_group_show (GramAccountBooksGroup *self,
                                    GramSession *session,
                                    const GramAccountDetail *detail);

/**
 * gram_account_unit_title:
 * @balance: a balance
 *
 * Returns: (transfer full): what it is a balance of, translated, for example “Credits earned in 2026, new vehicles”
 */
char *gram_account_unit_title (const GramBalance *balance);

/**
 * gram_account_amount_text:
 * @balance: a balance
 *
 * Returns: (transfer full): the amount with its unit
 */
char *gram_account_amount_text (const GramBalance *balance);

G_END_DECLS
