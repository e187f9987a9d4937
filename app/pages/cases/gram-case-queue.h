/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-case-list.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CASE_QUEUE (gram_case_queue_get_type ())
G_DECLARE_FINAL_TYPE (GramCaseQueue, gram_case_queue, GRAM, CASE_QUEUE, AdwNavigationPage)

/**
 * GramCaseQueue:
 *
 * Everything that waits for a decision: search, filters with counts, a table of any length, and what can be done with
 * many cases at once. Filters and order are remembered.
 *
 * Actions, without a parameter: `queue.open`, `queue.copy`, `queue.claim`, `queue.release`, `queue.assign`,
 * `queue.decline`, `queue.take`, `queue.keep` (the selected cases), `queue.claim-many`, `queue.snippets`,
 * `queue.select-all`, `queue.select-none`, `queue.clear-filters`, `queue.menu`, `queue.reverse`; `queue.sort` takes `due`,
 * `number`, `kind`, `opened` or `holder`.
 *
 * Signal `open (gint64)`: a case is to be shown.
 */

/**
 * GramCaseWhose:
 * @GRAM_CASE_WHOSE_MINE: claimed by who asks
 * @GRAM_CASE_WHOSE_NOBODYS: claimed by nobody
 *
 * A filter, as flags.
 */
typedef enum
{
  GRAM_CASE_WHOSE_MINE = 1 << 0,
  GRAM_CASE_WHOSE_NOBODYS = 1 << 1,
} GramCaseWhose;

/**
 * gram_case_queue_set_session:
 * @self: a queue
 * @session: the session
 *
 * Lists the cases of a registry; to be called once.
 */
void gram_case_queue_set_session (GramCaseQueue *self, GramSession *session);

/**
 * gram_case_queue_refresh:
 * @self: a queue
 *
 * Counts anew, and looks whether what can be done is still allowed. The list follows the session by itself.
 */
void gram_case_queue_refresh (GramCaseQueue *self);

/**
 * gram_case_queue_show:
 * @self: a queue
 * @whose: #GramCaseWhose, 0 all
 * @due: `1 << GramCaseDue`, 0 all
 * @kinds: #GramCaseKind flags, 0 all
 *
 * Shows exactly these undecided cases, without a search: where a count elsewhere leads to.
 */
void gram_case_queue_show (GramCaseQueue *self, guint whose, guint due, guint kinds);

/**
 * gram_case_queue_find:
 * @self: a queue
 *
 * Puts the cursor into the search entry.
 */
void gram_case_queue_find (GramCaseQueue *self);

/**
 * gram_case_queue_get_list:
 * @self: a queue
 *
 * Returns: (transfer none) (nullable): its list
 */
GramCaseList *gram_case_queue_get_list (GramCaseQueue *self);

/**
 * gram_case_queue_get_neighbour:
 * @self: a queue
 * @case_id: a case
 * @step: 1 the next one, -1 the one before
 *
 * Returns: number of the neighbour in the list as it stands, 0 if there is none
 */
gint64 gram_case_queue_get_neighbour (GramCaseQueue *self, gint64 case_id, int step);

/**
 * gram_case_queue_select:
 * @self: a queue
 * @case_id: a case
 *
 * Selects a case of the list alone and puts the focus on its row, for the way back to the queue.
 */
void gram_case_queue_select (GramCaseQueue *self, gint64 case_id);

G_END_DECLS
