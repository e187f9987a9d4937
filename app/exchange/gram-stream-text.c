/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-stream-text.h"

gboolean
gram_stream_text_flush (GOutputStream *stream,
                        GString *text,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (text, 0);
  return TRUE;
}
