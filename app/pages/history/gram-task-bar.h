/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_TASK_BAR (gram_task_bar_get_type ())
G_DECLARE_FINAL_TYPE (GramTaskBar, gram_task_bar, GRAM, TASK_BAR, AdwBin)

/**
 * GramTaskBar:
 *
 * A card below the header bar of a page for something that takes a while: what is being done, how far it is and Cancel;
 * then what came of it, until it is closed.
 *
 * Signal `cancelled ()`: a person pressed Cancel.
 */

/**
 * gram_task_bar_new:
 *
 * Returns: (transfer floating): the widget, hidden
 */
GtkWidget *gram_task_bar_new (void);

/**
 * gram_task_bar_work:
 * @self: a bar
 * @title: translated: what is being done
 *
 * Shows that something is being done.
 */
void gram_task_bar_work (GramTaskBar *self, const char *title);

/**
 * gram_task_bar_set_progress:
 * @self: a bar at work
 * @done: so much
 * @total: of so much, 0 unknown
 * @detail: (nullable): translated: how far it is, in words
 *
 * Shows how far it is.
 */
void gram_task_bar_set_progress (GramTaskBar *self, gint64 done, gint64 total, const char *detail);

/**
 * gram_task_bar_finish:
 * @self: a bar
 * @good: whether all is well
 * @title: translated: what came of it
 * @detail: (nullable): translated: more about it
 *
 * Shows a result, and says it to who does not see it.
 */
void gram_task_bar_finish (GramTaskBar *self, gboolean good, const char *title, const char *detail);

/**
 * gram_task_bar_hide:
 * @self: a bar
 *
 * Folds it away.
 */
void gram_task_bar_hide (GramTaskBar *self);

G_END_DECLS
