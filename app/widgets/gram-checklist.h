/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_CHECKLIST (gram_checklist_get_type ())
G_DECLARE_FINAL_TYPE (GramChecklist, gram_checklist, GRAM, CHECKLIST, AdwPreferencesGroup)

/**
 * GramChecklist:
 *
 * What has to be done before something can be asked for: a line for each need, done or not, with the sentence and the
 * article, and a way to the place where it is mended. Lines stand in the order in which they were added.
 *
 * Signal `fix (id)`: somebody wants to mend the line of that id.
 */

/**
 * gram_checklist_new:
 *
 * Returns: (transfer floating): an empty checklist
 */
GtkWidget *gram_checklist_new (void);

/**
 * gram_checklist_add:
 * @self: a checklist
 * @id: what the line is called in the signal `fix`
 * @title: translated: the need, for example “No vehicles waiting”
 * @sentence: (nullable): translated: how things stand
 * @article: (nullable): where it is written
 * @done: whether the need is met
 * @fix: (nullable): translated: where it is mended, for example “Show the Vehicles”; not shown once it is done
 *
 * Adds a line.
 */
void gram_checklist_add (GramChecklist *self,
                         const char *id,
                         const char *title,
                         const char *sentence,
                         const char *article,
                         gboolean done,
                         const char *fix);

/**
 * gram_checklist_clear:
 * @self: a checklist
 *
 * Takes all lines away.
 */
void gram_checklist_clear (GramChecklist *self);

/**
 * gram_checklist_count:
 * @self: a checklist
 * @n_open: (out) (optional): how many lines are not done
 *
 * Returns: how many lines there are
 */
guint gram_checklist_count (GramChecklist *self, guint *n_open);

G_END_DECLS
