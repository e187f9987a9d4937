/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-layout.h"

G_BEGIN_DECLS

/**
 * GRAM_BAD_CHARACTER:
 *
 * Byte that stands in converted text for what is no character in the file's encoding. It never occurs in UTF-8, so the
 * reader finds it when it checks the row.
 */
#define GRAM_BAD_CHARACTER ((char)0xff)

/**
 * gram_table_encoding_decode:
 * @encoding: any encoding but UTF-8
 * @bytes: bytes of the file
 * @n_bytes: how many
 * @last: whether the file ends after them
 * @text: (out): room for three bytes for each of @bytes
 * @n_used: (out): bytes used; up to three may be left for the next call unless @last
 *
 * Converts a piece of a file to UTF-8.
 *
 * Returns: bytes written to @text
 */
gsize gram_table_encoding_decode (GramTableEncoding encoding,
                                  const guint8 *bytes,
                                  gsize n_bytes,
                                  gboolean last,
                                  char *text,
                                  gsize *n_used);

/**
 * gram_table_encoding_mark:
 * @bytes: the beginning of a file
 * @n_bytes: how many, at least 3 if the file has them
 * @encoding: (out): what the mark says
 *
 * Looks for a byte order mark.
 *
 * Returns: bytes of the mark, 0 if there is none
 */
gsize gram_table_encoding_mark (const guint8 *bytes, gsize n_bytes, GramTableEncoding *encoding);

/**
 * gram_utf8_is_clean:
 * @text: text
 * @length: bytes
 * @last: whether the text ends there; if not, a cut character at the end is not held against it
 *
 * Returns: whether @text is UTF-8 and holds no NUL
 */
gboolean gram_utf8_is_clean (const char *text, gsize length, gboolean last);

G_END_DECLS
