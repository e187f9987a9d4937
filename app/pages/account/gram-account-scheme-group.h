/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ACCOUNT_SCHEME_GROUP (gram_account_scheme_group_get_type ())
G_DECLARE_FINAL_TYPE (GramAccountSchemeGroup,
                      gram_account_scheme_group,
                      GRAM,
                      ACCOUNT_SCHEME_GROUP,
                      AdwPreferencesGroup)

/**
 * gram_account_scheme_group_show:
 * @self: a group
 * @session: the session
 * @detail: the account as it stands; stays the caller's, until the next call
 *
 * How charges are worked out, the application for Fleet Average and where it stands, and the verification of the holder.
 */
void gram_account_scheme_group_show (GramAccountSchemeGroup *self,
                                     GramSession *session,
                                     const GramAccountDetail *detail);

/**
 * gram_account_application_text:
 * @detail: an account of the Clean Car Standard
 *
 * Returns: (transfer full): where the application stands and what comes next, translated
 */
char *gram_account_application_text (const GramAccountDetail *detail);

/**
 * gram_account_aml_text:
 * @detail: an account
 *
 * Returns: (transfer full): the verification with its days, translated
 */
char *gram_account_aml_text (const GramAccountDetail *detail);

G_END_DECLS
