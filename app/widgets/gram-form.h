/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * gram_form_set_error:
 * @row: a row of a form, in a preferences group
 * @message: (nullable): a translated sentence that says what is wrong and what to do, or %NULL if all is well
 *
 * Marks a field as wrong and says why right below it; assistive technology is told that the field is invalid and where the
 * sentence is. %NULL takes both away.
 */
void gram_form_set_error (GtkWidget *row, const char *message);

/**
 * gram_form_get_error:
 * @row: a row of a form
 *
 * Returns: (transfer none) (nullable): the sentence that stands below it
 */
const char *gram_form_get_error (GtkWidget *row);

/**
 * gram_form_dup_text:
 * @row: an entry row
 *
 * Returns: (transfer full): its text without outer blanks
 */
char *gram_form_dup_text (GtkWidget *row);

/**
 * gram_form_dup_amount:
 * @row: an entry row for a decimal number
 *
 * What was typed, with a point before the decimals, as commands take it: a comma is what many people type.
 *
 * Returns: (transfer full): its text without outer blanks
 */
char *gram_form_dup_amount (GtkWidget *row);

/**
 * gram_form_is_email:
 * @text: what was typed, without outer blanks
 *
 * Whether it looks like an e-mail address; the registry decides.
 *
 * Returns: %TRUE if it does
 */
gboolean gram_form_is_email (const char *text);

/**
 * gram_form_refuse:
 * @label: the place in a form for what concerns no single field
 * @refusal: (nullable): why the registry said no
 * @error: (nullable): or what failed
 *
 * Shows the sentence and has it read out; without either the label goes. Cancelled is not worth a word.
 */
void gram_form_refuse (GtkLabel *label, const GramRefusal *refusal, const GError *error);

G_END_DECLS
