/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "gram-practice.h"
GramRegistry *
gram_practice_create (const char *path,
                      GramProgressFunc progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "not yet");
  return NULL;
}
