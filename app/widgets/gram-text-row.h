/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_TEXT_ROW (gram_text_row_get_type ())
G_DECLARE_FINAL_TYPE (GramTextRow, gram_text_row, GRAM, TEXT_ROW, AdwPreferencesRow)

/**
 * GramTextRow:
 *
 * A row of a form for a few sentences: a reason, an answer, an objection. Its title stands above the text and names it;
 * Tab leaves the text, so that a form can be filled in by keyboard.
 *
 * Signal `changed ()`: the text was edited. gram_form_set_error() goes with it.
 */

/**
 * gram_text_row_new:
 * @title: translated title, with a mnemonic
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *gram_text_row_new (const char *title);

/**
 * gram_text_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): its text without outer blanks
 */
char *gram_text_row_dup_text (GramTextRow *self);

/**
 * gram_text_row_set_text:
 * @self: a row
 * @text: (nullable): the text
 *
 * Replaces the text.
 */
void gram_text_row_set_text (GramTextRow *self, const char *text);

G_END_DECLS
