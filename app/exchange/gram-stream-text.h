/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GRAM_STREAM_TEXT_ENOUGH:
 *
 * How much text is gathered before it goes to a stream, bytes.
 */
#define GRAM_STREAM_TEXT_ENOUGH (64 * 1024)

/**
 * gram_stream_text_flush:
 * @stream: where to
 * @text: what was gathered; empty afterwards
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Hands a text to a stream. Private to the writers.
 *
 * Returns: %FALSE on error
 */
gboolean gram_stream_text_flush (GOutputStream *stream,
                                 GString *text,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
