/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-reader.h"

G_BEGIN_DECLS

/**
 * GramJsonlScan:
 * @at: next byte
 * @first: no member was read yet
 * @done: the closing brace was read
 *
 * A flat JSON object while its members are read, in place. Strict as gram_json_parse() is; a nested value is an error
 * here. Numbers are checked and given as they are written, never converted. Private to the table reader.
 */
typedef struct
{
  char *at;
  gboolean first;
  gboolean done;
} GramJsonlScan;

/**
 * gram_jsonl_begin:
 * @scan: a scan
 * @line: NUL-terminated UTF-8 without a NUL in it; will be changed
 *
 * Begins to read an object.
 *
 * Returns: %FALSE if @line does not begin with an object
 */
gboolean gram_jsonl_begin (GramJsonlScan *scan, char *line);

/**
 * gram_jsonl_next:
 * @scan: a scan
 * @key: (out): key of the member, NUL-terminated
 * @value: (out): string, number, `true` or `false`; empty for null
 *
 * Reads one more member; after the last one, checks that nothing follows the object.
 *
 * Returns: whether there is a member, the end or a mistake
 */
GramTableStep gram_jsonl_next (GramJsonlScan *scan, GramSlice *key, GramSlice *value);

G_END_DECLS
