/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-queries-cases.h"

G_BEGIN_DECLS

/* What the lists and views of cases say, translated. */

/**
 * gram_case_dup_number:
 * @id: number of a case
 *
 * Returns: (transfer full): the number as people write it, for example `#17`
 */
char *gram_case_dup_number (gint64 id);

/**
 * gram_case_dup_subject:
 * @label: label of the case
 * @dispute_kind: what kind of dispute it is, 0 none
 * @field: (nullable): the field that is disputed
 *
 * Returns: (transfer full): what it is about, for example “ZVW30-1234567 · CO₂ value”
 */
char *gram_case_dup_subject (const char *label, GramDisputeKind dispute_kind, const char *field);

/**
 * gram_case_dup_due:
 * @state: state of the case
 * @outcome: how it was decided
 * @urgency: how urgent it is
 * @days_left: calendar days until the last day, negative if it is over
 * @due_on: (nullable): the last day, ISO
 * @answer_by: (nullable): the last day for an answer, ISO
 *
 * Returns: (transfer full): when it is due, in words: “Overdue by 3 days”, “Today”, “In 2 days”, the date; whose answer is
 *   awaited; or how it was decided
 */
char *gram_case_dup_due (GramCaseState state,
                         GramCaseOutcome outcome,
                         GramCaseUrgency urgency,
                         int days_left,
                         const char *due_on,
                         const char *answer_by);

/**
 * gram_case_dup_row_due:
 * @row: a case
 *
 * Returns: (transfer full): likewise
 */
char *gram_case_dup_row_due (const GramCaseRow *row);

/**
 * gram_case_dup_age:
 * @days: working days
 *
 * Returns: (transfer full): for example “12 working days”
 */
char *gram_case_dup_age (int days);

/**
 * gram_case_texts_bind_closures:
 * @widget_class: class of a template that uses them
 *
 * Lets a template use, as closures: `$case_number(bool, int64)`, `$case_kind(bool, uint)`,
 * `$case_subject(bool, string, uint, string, string, string)`, `$case_claimed_by(bool, string, bool)`, `$case_age(bool, int)`,
 * `$case_age_tip(bool, int)`, `$case_due(bool, uint, uint, uint, int, string, string)`,
 * `$case_summary(bool, int64, uint, string)` and
 * `$case_row_label(bool, int64, uint, string, string, string, uint, uint, uint, int, string, string)`.
 * The first argument is whether the place is loading.
 */
void gram_case_texts_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
