/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-reader.h"

G_BEGIN_DECLS

/**
 * GramTableColumns:
 * @names: (array length=n_names): the names, %NULL behind the last
 * @n_names: how many
 * @places: places by name
 * @seen: number of the row that had the member last, by place
 *
 * The columns of a table. Private to the table reader.
 */
typedef struct
{
  GPtrArray *names;
  gsize n_names;
  GHashTable *places;
  gint64 *seen;
} GramTableColumns;

/**
 * gram_table_columns_init:
 * @self: columns
 *
 * Makes an empty set.
 */
void gram_table_columns_init (GramTableColumns *self);

/**
 * gram_table_columns_clear:
 * @self: columns
 *
 * Frees it.
 */
void gram_table_columns_clear (GramTableColumns *self);

/**
 * gram_table_columns_add:
 * @self: columns
 * @name: a name from the header
 *
 * Adds a column of CSV, trimmed, or called after its place if it has no name.
 */
void gram_table_columns_add (GramTableColumns *self, const char *name);

/**
 * gram_table_columns_add_members:
 * @self: columns
 * @line: a line of JSON Lines; will be changed
 * @error: return location
 *
 * Adds the members of an object that are new, if the line is a flat object.
 *
 * Returns: %FALSE if there are more than %GRAM_TABLE_MAX_COLUMNS
 */
gboolean gram_table_columns_add_members (GramTableColumns *self, char *line, GError **error);

/**
 * gram_table_columns_find:
 * @self: columns
 * @key: name of a member
 * @expected: place where it probably is
 * @number: number of the row
 * @place: (out): place of the column
 * @again: (out): whether the row had it already
 *
 * Finds the column of a member.
 *
 * Returns: %FALSE if there is none
 */
gboolean gram_table_columns_find (GramTableColumns *self,
                                  const GramSlice *key,
                                  gsize expected,
                                  gint64 number,
                                  gsize *place,
                                  gboolean *again);

/**
 * gram_table_columns_get_names:
 * @self: columns
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 */
const char *const *gram_table_columns_get_names (GramTableColumns *self);

G_END_DECLS
