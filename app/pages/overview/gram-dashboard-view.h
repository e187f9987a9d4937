/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-dashboard.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DASHBOARD_VIEW (gram_dashboard_view_get_type ())
G_DECLARE_FINAL_TYPE (GramDashboardView, gram_dashboard_view, GRAM, DASHBOARD_VIEW, AdwBin)

/**
 * GramDashboardView:
 *
 * The dashboard of an account of the Clean Car Standard: vehicles awaiting acceptance, credit balance, pending charges and,
 * under Fleet Average, the net position, each a tile that explains itself and opens exactly its rows; what lapses next;
 * credits and charges by month, with the same figures as a table.
 */

/**
 * gram_dashboard_view_show:
 * @self: the view
 * @session: a session with an account
 * @dashboard: (nullable): where the account stands, of which the view keeps a reference; %NULL the
 *   account has none
 *
 * Shows where an account stands and asks how the figures come about.
 */
void
gram_dashboard_view_show (GramDashboardView *self, GramSession *session, GramDashboard *dashboard);

G_END_DECLS
