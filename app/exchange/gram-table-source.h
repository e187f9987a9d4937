/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-layout.h"

G_BEGIN_DECLS

/**
 * GramTableSource:
 *
 * The bytes of a file (or of memory) as UTF-8, piece by piece: opens, reads, counts, digests, passes over the byte
 * order mark, decodes. Private to the table reader.
 */
typedef struct _GramTableSource GramTableSource;

/**
 * gram_table_source_open:
 * @path: a file
 * @encoding: its encoding
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the source
 */
GramTableSource *
gram_table_source_open (const char *path, GramTableEncoding encoding, GError **error);

/**
 * gram_table_source_new_for_bytes:
 * @bytes: what would stand in a file
 * @encoding: their encoding
 *
 * Returns: (transfer full): the source
 */
GramTableSource *gram_table_source_new_for_bytes (GBytes *bytes, GramTableEncoding encoding);

/**
 * gram_table_source_free:
 * @self: (nullable): a source
 *
 * Closes it.
 */
void gram_table_source_free (GramTableSource *self);

/**
 * gram_table_source_read:
 * @self: a source
 * @text: where to write UTF-8
 * @room: room there; at least 256 KiB
 * @n_written: (out): bytes written
 * @at_end: (out): whether that was all
 * @error: return location
 *
 * Reads on. Fills the room as far as whole pieces fit.
 *
 * Returns: %FALSE on error
 */
gboolean gram_table_source_read (GramTableSource *self,
                                 char *text,
                                 gsize room,
                                 gsize *n_written,
                                 gboolean *at_end,
                                 GError **error);

/**
 * gram_table_source_get_bytes_read:
 * @self: a source
 *
 * Returns: bytes of the file read so far
 */
gint64 gram_table_source_get_bytes_read (GramTableSource *self);

/**
 * gram_table_source_get_bytes_total:
 * @self: a source
 *
 * Returns: size of the file, 0 if not known
 */
gint64 gram_table_source_get_bytes_total (GramTableSource *self);

/**
 * gram_table_source_get_sha256:
 * @self: a source at its end
 *
 * Returns: (transfer none): SHA-256 of all bytes, hexadecimal
 */
const char *gram_table_source_get_sha256 (GramTableSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTableSource, gram_table_source_free)

G_END_DECLS
