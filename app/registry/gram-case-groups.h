/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-case-words.h"

G_BEGIN_DECLS

/**
 * GramCaseGroups:
 *
 * Cases by the person who is to be told of them: a command over many cases tells each person once.
 */
typedef struct _GramCaseGroups GramCaseGroups;

/**
 * gram_case_groups_new:
 *
 * Returns: (transfer full): nobody and nothing; free with gram_case_groups_free()
 */
GramCaseGroups *gram_case_groups_new (void);

/**
 * gram_case_groups_free:
 * @self: (nullable): groups
 *
 * Frees them.
 */
void gram_case_groups_free (GramCaseGroups *self);

/**
 * gram_case_groups_add:
 * @self: groups
 * @person_id: a person who handles cases, 0 everybody who does
 * @case_id: a case
 *
 * Adds a case that the person is to be told of.
 */
void gram_case_groups_add (GramCaseGroups *self, gint64 person_id, gint64 case_id);

/**
 * gram_case_groups_tell:
 * @self: groups
 * @call: a call
 * @event: what happened to the cases
 * @error: return location
 *
 * Tells each person: one case opens itself, several open the queue.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_case_groups_tell (const GramCaseGroups *self, GramCall *call, GramEvent event, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCaseGroups, gram_case_groups_free)

G_END_DECLS
