/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-case-list.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DISPUTE_VIEW (gram_dispute_view_get_type ())
G_DECLARE_FINAL_TYPE (GramDisputeView, gram_dispute_view, GRAM, DISPUTE_VIEW, AdwDialog)

/**
 * GramDisputeView:
 *
 * A case as its holder sees it: its state and what happens next, what was said to be wrong, the vehicles, the thread with
 * the question that is to be answered, the evidence, the decision with its reason and what it changed.
 */

/**
 * gram_dispute_view_new:
 * @session: a session
 * @list: the list that is being looked through
 * @position: place of the case in it
 *
 * With a list, the next and the previous case are a key away.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_dispute_view_new (GramSession *session, GramCaseList *list, guint position);

/**
 * gram_dispute_view_new_for_id:
 * @session: a session
 * @case_id: number of a case
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_dispute_view_new_for_id (GramSession *session, gint64 case_id);

/**
 * gram_dispute_withdraw:
 * @parent: a widget of the window
 * @session: the session
 * @record: a case that is not decided
 *
 * Asks once more, and withdraws it.
 */
void gram_dispute_withdraw (GtkWidget *parent, GramSession *session, const GramCaseRecord *record);

G_END_DECLS
