/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CASE_VIEW (gram_case_view_get_type ())
G_DECLARE_FINAL_TYPE (GramCaseView, gram_case_view, GRAM, CASE_VIEW, AdwNavigationPage)

/**
 * GramCaseView:
 *
 * One case, as the administrator's side sees it: the facts (what it says and what it should say side by side, the
 * vehicles, the account, the figure with its explanation, the value history, evidence) and beside them, or below in a
 * narrow window, the thread in its two lanes. What can be done stands at the bottom; what is not allowed is insensitive,
 * with the refusal as its tooltip.
 *
 * Actions, without a parameter: `case.claim`, `case.release`, `case.assign`, `case.ask`, `case.uphold`, `case.decline`,
 * `case.take`, `case.keep`, `case.message`, `case.note`, `case.account`, `case.account-in-window`, `case.snippets`,
 * `case.next`, `case.previous`.
 *
 * Signals: `step (int)`: the next (1) or previous (-1) case is asked for. `decided ()`: the case was decided here.
 * `open-case (gint64)`: another case is asked for, by its number.
 */

/**
 * gram_case_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): the view, without a case
 */
GramCaseView *gram_case_view_new (GramSession *session);

/**
 * gram_case_view_show:
 * @self: a view
 * @case_id: number of a case
 *
 * Shows a case; what was shown before stays until it is there.
 */
void gram_case_view_show (GramCaseView *self, gint64 case_id);

/**
 * gram_case_view_refresh:
 * @self: a view
 *
 * Asks for the same case again. What has not changed stays as it is, and so does what is being written.
 */
void gram_case_view_refresh (GramCaseView *self);

/**
 * gram_case_view_get_case:
 * @self: a view
 *
 * Returns: number of the case that it shows or waits for, 0 none
 */
gint64 gram_case_view_get_case (GramCaseView *self);

/**
 * gram_case_view_get_loaded:
 * @self: a view
 *
 * Returns: number of the case that is on the screen, 0 none yet
 */
gint64 gram_case_view_get_loaded (GramCaseView *self);

/**
 * gram_case_view_set_neighbours:
 * @self: a view
 * @previous: there is a case before it
 * @next: there is one after it
 *
 * Says where one can go.
 */
void gram_case_view_set_neighbours (GramCaseView *self, gboolean previous, gboolean next);

/**
 * gram_case_view_focus:
 * @self: a view
 *
 * Puts the focus where the next key makes sense: on the claim, on the decision, or where one writes.
 */
void gram_case_view_focus (GramCaseView *self);

G_END_DECLS
