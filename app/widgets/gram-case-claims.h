/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-cases.h"

G_BEGIN_DECLS

/**
 * gram_case_claims_group_new:
 * @detail: a dispute or a correction
 *
 * What the holder says: of a value what the record said and what it should say, side by side; of a vehicle that is not
 * theirs the right account, if known; of a missing one its identifiers and what is known of it. Then the reason, and the
 * lines of an explanation that were cited.
 *
 * Returns: (transfer floating) (nullable): an #AdwPreferencesGroup, %NULL if the case is neither
 */
GtkWidget *gram_case_claims_group_new (const GramCaseDetail *detail);

G_END_DECLS
