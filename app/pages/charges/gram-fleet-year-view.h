/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_FLEET_YEAR_VIEW (gram_fleet_year_view_get_type ())
G_DECLARE_FINAL_TYPE (GramFleetYearView, gram_fleet_year_view, GRAM, FLEET_YEAR_VIEW, AdwBin)

/**
 * GramFleetYearView:
 *
 * A Fleet Average year of an account: where it stands, its net position as it grows by month and by model, the forecast, its
 * settlements, charges and borrowings, and what can be done.
 */

/**
 * gram_fleet_year_view_show:
 * @self: a view
 * @session: the session
 * @account_id: an account
 * @year: obligation year, 0 the running one
 *
 * Asks for the year and shows it.
 */
void gram_fleet_year_view_show (GramFleetYearView *self,
                                GramSession *session,
                                gint64 account_id,
                                int year);

/**
 * gram_fleet_year_view_is_known:
 * @self: a view
 *
 * Returns: whether the year is there
 */
gboolean gram_fleet_year_view_is_known (GramFleetYearView *self);

/**
 * gram_fleet_year_view_present:
 * @parent: a widget of the window
 * @session: the session
 * @account_id: an account
 * @year: obligation year
 *
 * Shows a year in a dialog that follows the session's `changed`.
 */
void
gram_fleet_year_view_present (GtkWidget *parent, GramSession *session, gint64 account_id, int year);

G_END_DECLS
