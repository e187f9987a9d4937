/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-row-vehicle.h"

G_BEGIN_DECLS

/**
 * GramTestRows:
 * @records: (element-type GramVehicleRecord): the rows that were taken
 * @problems: (element-type GramRowProblem): the problems of the others
 * @n_passed_over: rows that were not wanted
 *
 * A whole file, read.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *problems;
  int n_passed_over;
} GramTestRows;

/* Reads a file with a mapping; today is 22 November 2026. A failure to read fails the test. */
GramTestRows *gram_test_rows_read (const char *path,
                                   const GramTableLayout *layout,
                                   const GramMapping *mapping,
                                   GramAccountKind kind);

/* The same for text: CSV, UTF-8, commas. */
GramTestRows *
gram_test_rows_read_text (const char *text, const GramMapping *mapping, GramAccountKind kind);

void gram_test_rows_free (GramTestRows *self);

/* `row:field:rule` of each problem, with blanks between. */
char *gram_test_rows_dup_rules (GramTestRows *self);

#define gram_test_row(self, place) ((GramVehicleRecord *)g_ptr_array_index ((self)->records, place))
#define gram_test_problem(self, place)                                                             \
  ((GramRowProblem *)g_ptr_array_index ((self)->problems, place))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTestRows, gram_test_rows_free)

G_END_DECLS
