/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * gram_attachment_read_file:
 * @path: path of a file as a person named it
 * @limit: most bytes that an attachment may have
 * @cancellable: (nullable): to stop it
 * @sha256: (out) (transfer full): SHA-256 of the bytes, hexadecimal
 * @refusal: (out) (optional): why not
 * @error: return location; only %G_IO_ERROR_CANCELLED
 *
 * Reads a file that becomes evidence, and hashes what it reads on the way. Only a regular file (or a link to one) is
 * read, never more than @limit and one byte of it, and nothing is unpacked. Refused: `attachment.missing`,
 * `attachment.not-a-file` (a directory, a pipe, a device), `attachment.no-permission`, `attachment.empty`,
 * `attachment.too-large`, `attachment.changed` (it grew, shrank or was put aside while it was read),
 * `attachment.unreadable`.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *gram_attachment_read_file (const char *path,
                                   gint64 limit,
                                   GCancellable *cancellable,
                                   char **sha256,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * _gram_attachment_set_hook:
 * @hook: (nullable): called after each piece that was read, with what was read so far
 * @data: its closure
 *
 * For tests: lets a file change or vanish while it is being read.
 */
void _gram_attachment_set_hook (void (*hook) (gint64 done, gpointer data), gpointer data);

G_END_DECLS
