/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

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

G_END_DECLS
