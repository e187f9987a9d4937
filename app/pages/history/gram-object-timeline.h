/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_OBJECT_TIMELINE (gram_object_timeline_get_type ())
G_DECLARE_FINAL_TYPE (GramObjectTimeline,
                      gram_object_timeline,
                      GRAM,
                      OBJECT_TIMELINE,
                      AdwPreferencesGroup)

/**
 * GramObjectTimeline:
 *
 * What happened to one thing, in the sentences of the History page, oldest first: a preferences group for the end of a
 * details dialog. It asks for itself, asks again whenever the registry changes, and is not shown while there is nothing
 * to tell.
 */

/**
 * gram_object_timeline_new:
 * @session: a session
 * @subject: what it is, as in the journal's table of subjects: `person`, `invitation`, `handover`, `request`, `measure`,
 *   `closing` or `application`
 * @subject_id: which one
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_object_timeline_new (GramSession *session, const char *subject, gint64 subject_id);

/**
 * gram_object_timeline_set_subject:
 * @self: a timeline
 * @session: (nullable): a session
 * @subject: (nullable): what it is; %NULL for nothing
 * @subject_id: which one
 *
 * Shows another thing: for a timeline that stands in a template.
 */
void gram_object_timeline_set_subject (GramObjectTimeline *self,
                                       GramSession *session,
                                       const char *subject,
                                       gint64 subject_id);

G_END_DECLS
