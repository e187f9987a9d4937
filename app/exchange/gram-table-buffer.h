/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-reader.h"
#include "gram-table-source.h"

G_BEGIN_DECLS

/**
 * GramTableBuffer:
 * @text: UTF-8 (or, where @clean is false, bytes that hold some that are not); `text[end]` is always a new line that is
 *   not of the file, so that scans need no check for the end
 * @start: first byte that no row has taken
 * @end: end of the text
 * @at_end: whether the file ends at @end
 * @clean: whether `text[start]` to `text[end]` are UTF-8 without NUL
 * @line: line of the file of `text[start]`, from 1
 *
 * A window onto the text of a file that always holds one whole row, so that rows are taken apart in place. Private to
 * the table reader.
 */
typedef struct
{
  char *text;
  gsize start;
  gsize end;
  gboolean at_end;
  gboolean clean;
  gint64 line;
} GramTableBuffer;

/**
 * gram_table_buffer_init:
 * @self: a buffer
 *
 * Makes an empty buffer.
 */
void gram_table_buffer_init (GramTableBuffer *self);

/**
 * gram_table_buffer_clear:
 * @self: a buffer
 *
 * Frees its memory.
 */
void gram_table_buffer_clear (GramTableBuffer *self);

/**
 * gram_table_buffer_fill:
 * @self: a buffer
 * @source: where text comes from
 * @error: return location
 *
 * Makes sure that the window holds %GRAM_TABLE_MAX_ROW bytes from @start, or the rest of the file.
 *
 * Returns: %FALSE on error
 */
gboolean gram_table_buffer_fill (GramTableBuffer *self, GramTableSource *source, GError **error);

/**
 * GramTableRecord:
 * @line: line on which it begins
 * @fields: room for %GRAM_TABLE_MAX_COLUMNS fields
 * @n_fields: fields stored
 * @n_found: fields found, perhaps more than were stored
 * @surplus_text: whether one of those not stored holds text
 * @damage: what is wrong
 * @detail: (nullable): what exactly, points into the buffer
 *
 * One record as it was found, before it is held against the columns. Private to the table reader.
 */
typedef struct
{
  gint64 line;
  GramSlice *fields;
  gsize n_fields;
  gsize n_found;
  gboolean surplus_text;
  GramTableDamage damage;
  const char *detail;
} GramTableRecord;

/**
 * gram_table_buffer_next_csv:
 * @self: a filled buffer
 * @delimiter: the delimiter
 * @number: number of the row, for errors; 0 is the header
 * @record: (inout): where the fields go
 * @error: return location
 *
 * Takes one CSV record apart, in place. An empty line is a record with one empty field.
 *
 * Returns: whether there is a record, the end or an error
 */
GramTableStep gram_table_buffer_next_csv (GramTableBuffer *self,
                                          char delimiter,
                                          gint64 number,
                                          GramTableRecord *record,
                                          GError **error);

/**
 * gram_table_buffer_next_line:
 * @self: a filled buffer
 * @number: number of the row, for errors
 * @record: its line is set
 * @line: (out): the line without its end, NUL-terminated
 * @error: return location
 *
 * Takes one line that is not blank.
 *
 * Returns: whether there is a line, the end or an error
 */
GramTableStep gram_table_buffer_next_line (GramTableBuffer *self,
                                           gint64 number,
                                           GramTableRecord *record,
                                           GramSlice *line,
                                           GError **error);

G_END_DECLS
