/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-reader.h"

G_BEGIN_DECLS

/**
 * GramTableSniff:
 * @layout: proposed format, encoding and delimiter
 * @encoding_certain: a byte order mark or plain ASCII leaves no doubt about the encoding so far
 * @preset: (nullable): the preset whose columns the file has: `gram`, `eea`, `nz-mvr`
 * @columns: (array zero-terminated=1): names of the columns under @layout
 * @fingerprint: gram_table_fingerprint() of @columns
 *
 * What the first 64 KiB of a file look like: a proposal, every part of which a person may overrule. The order of day
 * and month is never guessed.
 */
typedef struct
{
  GramTableLayout layout;
  gboolean encoding_certain;
  const char *preset;
  char **columns;
  char *fingerprint;
} GramTableSniff;

/**
 * gram_table_sniff:
 * @path: a file
 * @error: return location
 *
 * Looks at the first 64 KiB of a file.
 *
 * Returns: (transfer full) (nullable): the proposal; an error if the file cannot be read or is no text at all
 */
GramTableSniff *gram_table_sniff (const char *path, GError **error);

/**
 * gram_table_sniff_bytes:
 * @bytes: the beginning of a file
 * @error: return location
 *
 * The same, from memory.
 *
 * Returns: (transfer full) (nullable): the proposal
 */
GramTableSniff *gram_table_sniff_bytes (GBytes *bytes, GError **error);

/**
 * gram_table_sniff_free:
 * @self: (nullable): a proposal
 *
 * Frees it.
 */
void gram_table_sniff_free (GramTableSniff *self);

/**
 * gram_table_preview:
 * @path: a file
 * @layout: how it is written
 * @n_rows: at most so many rows
 * @error: return location
 *
 * The names of the columns and the first rows, for a person who maps them.
 *
 * Returns: (transfer full) (element-type GStrv) (nullable): first the columns, then the rows, all of the same length
 */
GPtrArray *
gram_table_preview (const char *path, const GramTableLayout *layout, guint n_rows, GError **error);

/**
 * gram_table_fingerprint:
 * @columns: (array zero-terminated=1): names of columns
 *
 * The same for files with the same columns in the same order, whatever their case; a mapping is remembered by it.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *gram_table_fingerprint (const char *const *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTableSniff, gram_table_sniff_free)

G_END_DECLS
