/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * gram_subject_table_add:
 * @unit: a unit of work
 * @subject: `person`, `invitation`, `handover`, `request`, `measure`, `closing`, `application`, `case` … (see #GramCallSubject)
 * @subject_id: its row
 * @journal_id: the journal entry of this unit
 * @error: return location
 *
 * Notes that a journal entry touches an object besides its account, for the timeline of that object
 * (gram_journal_query()). The same object a second time changes nothing.
 *
 * Returns: %FALSE on error
 */
gboolean gram_subject_table_add (GramUnit *unit,
                                 const char *subject,
                                 gint64 subject_id,
                                 gint64 journal_id,
                                 GError **error);

G_END_DECLS
