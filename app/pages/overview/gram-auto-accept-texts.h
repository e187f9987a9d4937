/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-words.h"
#include "gram-words.h"

G_BEGIN_DECLS

/**
 * gram_auto_accept_text:
 * @kind: kind of the account; 0 if it is not chosen yet
 * @scheme: charge scheme that counts for it (CCS)
 * @flag: one switch of auto-accept
 * @subtitle: (out) (optional) (transfer none): what the switch does
 *
 * What a switch of auto-accept is called, wherever it stands: under Fleet Average there is one for vehicles at or below
 * their target and one for those above it; otherwise there is one, which takes what costs nothing.
 *
 * Returns: (transfer none) (nullable): the title, with an underline; %NULL if such an account has no such switch
 */
const char *gram_auto_accept_text (GramAccountKind kind,
                                   GramChargeScheme scheme,
                                   GramAutoAccept flag,
                                   const char **subtitle);

/**
 * gram_auto_accept_state:
 * @kind: kind of the account
 * @scheme: charge scheme that counts for it (CCS)
 * @switches: which of the switches are on (#GramAutoAccept)
 *
 * How auto-accept stands, in few words.
 *
 * Returns: (transfer none): the text
 */
const char *gram_auto_accept_state (GramAccountKind kind, GramChargeScheme scheme, guint switches);

G_END_DECLS
