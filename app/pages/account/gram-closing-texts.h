/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-closing-checklist.h"
#include "gram-checklist.h"

G_BEGIN_DECLS

/**
 * gram_closing_need_title:
 * @need: a need
 *
 * Returns: (transfer none): translated, for example “No vehicles waiting”
 */
const char *gram_closing_need_title (GramClosingNeed need);

/**
 * gram_closing_fill_checklist:
 * @widget: a checklist widget; it is emptied first
 * @checklist: what the registry answered
 *
 * Shows every need with its state and the way to its fix. The id of a line is the word of its need.
 */
void gram_closing_fill_checklist (GramChecklist *widget, const GramClosingChecklist *checklist);

/**
 * gram_closing_go_to_fix:
 * @widget: a widget of the window
 * @id: id of a line
 *
 * Leads to the page where the line is mended, filtered to what stands in the way.
 */
void gram_closing_go_to_fix (GtkWidget *widget, const char *id);

G_END_DECLS
