/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-rulebook-table.h"

G_BEGIN_DECLS

/**
 * gram_rulebook_dialog_new:
 * @record: a published rulebook with its content
 *
 * Shows every figure of a rulebook with its source, and says which nobody vouches for.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_rulebook_dialog_new (const GramRulebookRecord *record);

G_END_DECLS
