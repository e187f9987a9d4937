/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-queue.h"
#include "gram-case-view.h"
#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CASES_PAGE (gram_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (GramCasesPage, gram_cases_page, GRAM, CASES_PAGE, GramPage)

/**
 * GramCasesPage:
 *
 * What the administrator's side has to decide: the queue, and over it the case that is worked on. After a decision the
 * next case of the same filter opens, so that a queue is worked off by keyboard: next, claim, ask, decide, next.
 */

/**
 * gram_cases_page_show:
 * @self: the page
 * @whose: #GramCaseWhose, 0 all
 * @due: `1 << GramCaseDue`, 0 all
 * @kinds: #GramCaseKind flags, 0 all
 *
 * Shows the queue with exactly these undecided cases: where a count elsewhere leads to.
 */
void gram_cases_page_show (GramCasesPage *self, guint whose, guint due, guint kinds);

/**
 * gram_cases_page_open:
 * @self: the page
 * @case_id: number of a case
 *
 * Opens a case, whether or not the queue lists it.
 */
void gram_cases_page_open (GramCasesPage *self, gint64 case_id);

/**
 * gram_cases_page_find:
 * @self: the page
 *
 * Goes to the queue and puts the cursor into its search entry.
 */
void gram_cases_page_find (GramCasesPage *self);

/**
 * gram_cases_page_act:
 * @self: the page
 * @verb: `next`, `previous`, `claim`, `release`, `ask`, `uphold` (or take), `decline` (or keep), `message` or `note`
 *
 * What a key of the window does: with the case that is open or, in the queue, with those that are selected.
 */
void gram_cases_page_act (GramCasesPage *self, const char *verb);

/**
 * gram_cases_page_back:
 * @self: the page
 *
 * Goes from a case to the queue.
 */
void gram_cases_page_back (GramCasesPage *self);

/**
 * gram_cases_page_get_case:
 * @self: the page
 *
 * Returns: number of the case that is open, 0 if the queue is shown
 */
gint64 gram_cases_page_get_case (GramCasesPage *self);

G_END_DECLS
