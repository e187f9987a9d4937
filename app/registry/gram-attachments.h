/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-attachment-rules.h"
#include "gram-registry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * gram_attachment_read_file:
 * @path: path of a file as a person named it
 * @rules: the rules in force, which set the limit
 * @progress: (nullable): told after each piece
 * @progress_data: its closure
 * @cancellable: (nullable): to stop it
 * @sha256: (out) (transfer full): SHA-256 of the bytes, hexadecimal
 * @refusal: (out) (optional): why not
 * @error: return location; only %G_IO_ERROR_CANCELLED
 *
 * Reads a file that becomes evidence, and hashes what it reads on the way. Never more than the limit and one byte of it
 * are read, and nothing is unpacked. Refused, each with its own sentence: `attachment.missing`, `attachment.link`,
 * `attachment.folder`, `attachment.not-a-file` (a pipe, a device), `attachment.no-permission`, `attachment.empty`,
 * `attachment.too-large`, `attachment.vanished`, `attachment.grew` and `attachment.changed` (while it was read),
 * `attachment.unreadable`.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *gram_attachment_read_file (const char *path,
                                   const GramCaseRules *rules,
                                   GramProgressFunc progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   char **sha256,
                                   GramRefusal **refusal,
                                   GError **error);

G_END_DECLS
