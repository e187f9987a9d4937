/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_vehicle_cases_group_new:
 * @session: a session
 * @vehicle_id: a vehicle
 *
 * The disputes, corrections and differences of a vehicle, those that are undecided first; each leads to its case. Asks for
 * them itself, and shows nothing if there are none.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *gram_vehicle_cases_group_new (GramSession *session, gint64 vehicle_id);

/**
 * gram_vehicle_values_group_new:
 * @session: a session
 * @vehicle_id: a vehicle
 *
 * Every value that the vehicle ever had, with its source. Asks for them itself.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *gram_vehicle_values_group_new (GramSession *session, gint64 vehicle_id);

/**
 * gram_vehicle_open_case:
 * @widget: a widget of the window
 * @session: a session
 * @case_id: number of a case
 *
 * Opens a case: the administrator's side goes to its own page, everybody else sees it above this one.
 */
void gram_vehicle_open_case (GtkWidget *widget, GramSession *session, gint64 case_id);

G_END_DECLS
