/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramRowProblem:
 * @row: number of the row among the rows of data, from 1
 * @line: line of the file on which it begins, from 1
 * @field: key of the field, `vin`, `co2_g_km` …; empty if the row as a whole is meant
 * @column: the column of the file; empty if the row as a whole is meant
 * @rule: stable id of the rule that it broke, `row.bad-date` …; never translated
 * @value: what stands in the file, cut to 200 bytes
 * @message: a translated sentence that says what is wrong
 * @suggestion: a translated sentence that says what to write instead; empty if there is none
 *
 * Why a row of a file is rejected. Strings are never %NULL.
 */
typedef struct
{
  gint64 row;
  gint64 line;
  char *field;
  char *column;
  char *rule;
  char *value;
  char *message;
  char *suggestion;
} GramRowProblem;

/**
 * gram_row_problem_new:
 * @row: number of the row
 * @line: line of the file
 * @field: (nullable): key of the field
 * @column: (nullable): column of the file
 * @rule: id of the rule
 * @value: (nullable): what stands in the file
 * @message: what is wrong
 * @suggestion: (nullable): what to write instead
 *
 * Makes a problem.
 *
 * Returns: (transfer full): the problem; free with gram_row_problem_free()
 */
GramRowProblem *gram_row_problem_new (gint64 row,
                                      gint64 line,
                                      const char *field,
                                      const char *column,
                                      const char *rule,
                                      const char *value,
                                      const char *message,
                                      const char *suggestion);

/**
 * gram_row_problem_free:
 * @self: (nullable): a problem
 *
 * Frees it.
 */
void gram_row_problem_free (GramRowProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRowProblem, gram_row_problem_free)

G_END_DECLS
