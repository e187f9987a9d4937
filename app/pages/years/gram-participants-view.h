/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-years.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PARTICIPANTS_VIEW (gram_participants_view_get_type ())
G_DECLARE_FINAL_TYPE (GramParticipantsView, gram_participants_view, GRAM, PARTICIPANTS_VIEW, AdwBin)

/**
 * GramParticipantsView:
 *
 * The participants of a year: a table with a search, chips for those that something is missing of, and a choice of the
 * figures that are shown. A row opens the participant: signal `open (gint64)`, its account.
 */

/**
 * gram_participants_view_set:
 * @self: a view
 * @detail: the year; its rows are kept alive
 *
 * Shows the participants of a year.
 */
void gram_participants_view_set (GramParticipantsView *self, const GramYearDetail *detail);

/**
 * gram_participants_view_show:
 * @self: a view
 * @filter: word of a chip: `baseline-missing`, `changed`, `differs`, `shortfall`, `notice-missing`, `cars-unknown`; or ``
 *
 * Shows those only.
 */
void gram_participants_view_show (GramParticipantsView *self, const char *filter);

/**
 * gram_participants_view_set_narrow:
 * @self: a view
 * @narrow: whether the window is narrow
 *
 * Makes do with two lines.
 */
void gram_participants_view_set_narrow (GramParticipantsView *self, gboolean narrow);

/**
 * gram_participants_view_find:
 * @self: a view
 *
 * Puts the focus into the search.
 */
void gram_participants_view_find (GramParticipantsView *self);

G_END_DECLS
