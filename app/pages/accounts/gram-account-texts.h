/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * gram_account_kind_short_title:
 * @kind: kind of account
 *
 * Returns: (transfer none): translated, short enough for a chip or a column, for example "CCS used"
 */
const char *gram_account_kind_short_title (GramAccountKind kind);

/**
 * gram_charge_scheme_title:
 * @scheme: a charge scheme
 *
 * Returns: (transfer none): translated, for example "Fleet Average"
 */
const char *gram_charge_scheme_title (GramChargeScheme scheme);

/**
 * gram_account_texts_bind_closures:
 * @widget_class: class of a template that uses them
 *
 * Lets a template use, as closures: `$account_number(string)`, `$account_kind(loading, uint)`,
 * `$account_state(loading, uint)`, `$account_needs_person(loading, uint)`, `$account_scheme(loading, uint, uint)`,
 * `$account_waiting(int64)`, `$account_summary(string, uint, uint)`, and `$account_row_label(…)`.
 */
void gram_account_texts_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
