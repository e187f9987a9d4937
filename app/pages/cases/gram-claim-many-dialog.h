/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-case-query.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CLAIM_MANY_DIALOG (gram_claim_many_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramClaimManyDialog,
                      gram_claim_many_dialog,
                      GRAM,
                      CLAIM_MANY_DIALOG,
                      AdwDialog)

/**
 * GramClaimManyDialog:
 *
 * Claims the most urgent cases of one kind that nobody has claimed.
 *
 * Signal `claimed (guint kind)`: it is done; @kind is the #GramCaseKind.
 */

/**
 * gram_claim_many_dialog_new:
 * @session: the session
 * @counts: how many there are of each kind
 * @kind: the kind that is chosen at first, 0 the first of which there are any
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL if nothing is unclaimed
 */
AdwDialog *
gram_claim_many_dialog_new (GramSession *session, const GramCaseCounts *counts, GramCaseKind kind);

G_END_DECLS
