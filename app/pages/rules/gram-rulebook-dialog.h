/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-rulebook-figures.h"
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

/**
 * gram_rulebook_figure_value:
 * @figure: a figure
 *
 * Returns: (transfer full): its value with its unit, as a reader sees it
 */
char *gram_rulebook_figure_value (const GramRulebookFigure *figure);

/**
 * gram_rulebook_failed_page_new:
 * @error: why a rulebook cannot be read
 *
 * Returns: (transfer floating): a page that says so
 */
GtkWidget *gram_rulebook_failed_page_new (const GError *error);

G_END_DECLS
