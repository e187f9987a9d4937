/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-years.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_YEAR_VIEW (gram_year_view_get_type ())
G_DECLARE_FINAL_TYPE (GramYearView, gram_year_view, GRAM, YEAR_VIEW, AdwBin)

/**
 * GramYearView:
 *
 * A scheme year at a glance: the track of its states, the next step with what is missing for it, its figures, all steps
 * with when they were done or why they cannot be, what is entered for the year, and its publication. What is done goes
 * through the actions `years.` of the page around it.
 */

/**
 * gram_year_view_set:
 * @self: a view
 * @detail: the year
 *
 * Shows a year; nothing of @detail is kept.
 */
void gram_year_view_set (GramYearView *self, GramSession *session, const GramYearDetail *detail);

/**
 * gram_year_view_set_narrow:
 * @self: a view
 * @narrow: whether the window is narrow
 *
 * Turns the track.
 */
void gram_year_view_set_narrow (GramYearView *self, gboolean narrow);

G_END_DECLS
