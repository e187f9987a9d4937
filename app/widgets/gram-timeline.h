/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_TIMELINE (gram_timeline_get_type ())
G_DECLARE_FINAL_TYPE (GramTimeline, gram_timeline, GRAM, TIMELINE, AdwBin)

/**
 * gram_timeline_new:
 *
 * What happened to one thing, in order: a dot, a sentence, more about it, and when and by whom. For a few dozen events;
 * longer lists are a list view.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_timeline_new (void);

/**
 * gram_timeline_append:
 * @self: a timeline
 * @title: a translated sentence: what happened
 * @detail: (nullable): more about it, for example the value before and after
 * @when: when and by whom
 *
 * Adds an event at the end.
 */
void
gram_timeline_append (GramTimeline *self, const char *title, const char *detail, const char *when);

/**
 * gram_timeline_clear:
 * @self: a timeline
 *
 * Takes all events away.
 */
void gram_timeline_clear (GramTimeline *self);

G_END_DECLS
