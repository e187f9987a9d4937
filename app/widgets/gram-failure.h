/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * gram_failure_sentence:
 * @error: a failure of the store, of a file, or of anything else
 *
 * What happened and what to do, in a plain sentence; technical text only where nothing better is known.
 *
 * Returns: (transfer full): a translated sentence
 */
char *gram_failure_sentence (const GError *error);

/**
 * gram_failure_is_cancelled:
 * @error: (nullable): a failure
 *
 * Returns: whether it is only that somebody cancelled, which is not reported
 */
gboolean gram_failure_is_cancelled (const GError *error);

/**
 * gram_failure_present:
 * @parent: a widget of the window
 * @heading: translated: what could not be done, for example “Could Not Open the Registry”
 * @refusal: (nullable): why the registry said no
 * @error: (nullable): or what failed
 *
 * Tells the person in a dialog. Says nothing about %G_IO_ERROR_CANCELLED. If @parent is in no window any more, another window
 * of the program tells it; without one nobody is there to be told.
 */
void gram_failure_present (GtkWidget *parent,
                           const char *heading,
                           const GramRefusal *refusal,
                           const GError *error);

G_END_DECLS
