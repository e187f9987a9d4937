/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-thread.h"

G_BEGIN_DECLS

#define GRAM_TYPE_THREAD_ITEM (gram_thread_item_get_type ())
G_DECLARE_FINAL_TYPE (GramThreadItem, gram_thread_item, GRAM, THREAD_ITEM, AdwBin)

/**
 * GramThreadItem:
 *
 * One message of a #GramThread. Signal `edit ()`: its writer wants to edit it.
 */

/**
 * gram_thread_item_new:
 * @session: the session, which is asked for earlier texts when somebody wants to see them
 * @message: what it shows; copied
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_thread_item_new (GramSession *session, const GramThreadMessage *message);

gint64 gram_thread_item_get_id (GramThreadItem *self);
gint64 gram_thread_item_get_version (GramThreadItem *self);
gint64 gram_thread_item_get_written_at (GramThreadItem *self);
gboolean gram_thread_item_get_internal (GramThreadItem *self);
gboolean gram_thread_item_get_editable (GramThreadItem *self);
const char *gram_thread_item_get_text (GramThreadItem *self);

G_END_DECLS
