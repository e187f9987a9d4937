/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-queries-cases.h"

G_BEGIN_DECLS

/* What the holder's list and view of disputes say, translated. */

/**
 * gram_dispute_dup_what:
 * @kind: kind of the case
 * @dispute_kind: kind of the dispute, 0 none
 * @field: (nullable): the field that is disputed
 *
 * Returns: (transfer full): what is wrong, for example “CO₂ value”, “Correction: CO₂ value” or “This vehicle is not ours”
 */
char *gram_dispute_dup_what (GramCaseKind kind, GramDisputeKind dispute_kind, const char *field);

/**
 * gram_dispute_state_text:
 * @state: state of the case
 * @outcome: how it was decided
 *
 * Returns: (transfer none): the state, or how it was decided
 */
const char *gram_dispute_state_text (GramCaseState state, GramCaseOutcome outcome);

/**
 * gram_dispute_dup_next:
 * @detail: a case of the holder's
 *
 * Returns: (transfer full): a sentence: who has to do what next, and by when; or what the decision means
 */
char *gram_dispute_dup_next (const GramCaseDetail *detail);

/**
 * gram_dispute_texts_bind_closures:
 * @widget_class: class of a template that uses them
 *
 * Lets a template use, as closures: `$dispute_what(bool, uint, uint, string)`,
 * `$dispute_summary(bool, int64, uint, uint, string)`, `$dispute_opened(bool, int64)`,
 * `$dispute_state(bool, uint, uint)`, `$dispute_state_urgency(bool, uint)`,
 * `$dispute_due(bool, uint, uint, uint, int, string, string)` and
 * `$dispute_row_label(bool, int64, uint, string, uint, string, uint, uint)`. The first argument is whether the place is
 * loading.
 */
void gram_dispute_texts_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
