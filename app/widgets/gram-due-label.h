/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_DUE_LABEL (gram_due_label_get_type ())
G_DECLARE_FINAL_TYPE (GramDueLabel, gram_due_label, GRAM, DUE_LABEL, AdwBin)

/**
 * GramDueLabel:
 *
 * When something is due, in words. What is urgent has an icon and a heavier text besides its colour, so that nobody has
 * to tell colours apart.
 *
 * Properties, read and write: `urgency` (uint, #GramCaseUrgency), `text` (string).
 */

/**
 * gram_due_label_new:
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_due_label_new (void);

G_END_DECLS
