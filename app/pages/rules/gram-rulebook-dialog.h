/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-rulebook-table.h"

G_BEGIN_DECLS

/**
 * gram_rulebook_dialog_new:
 * @rulebook: a published rulebook with its content
 *
 * Shows a rulebook as it was published, to be read and copied.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_rulebook_dialog_new (const GramRulebookRecord *rulebook);

G_END_DECLS
