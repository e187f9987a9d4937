/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-code-card.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_invite_result_show:
 * @card: where it goes
 * @session: (nullable): a session with the account of the invitation; %NULL for a code that is no invitation
 * @email: (nullable): who is invited
 * @value: `a{sv}`, what the command answered: `code` and `lapses-at`
 *
 * Shows the code of an answer, with the file of the invitation if it is one.
 */
void gram_invite_result_show (GramCodeCard *card,
                              GramSession *session,
                              const char *email,
                              GVariant *value);

G_END_DECLS
