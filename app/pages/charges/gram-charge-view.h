/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-detail-dialog.h"
#include "gram-queries-charges.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CHARGE_VIEW (gram_charge_view_get_type ())
G_DECLARE_FINAL_TYPE (GramChargeView, gram_charge_view, GRAM, CHARGE_VIEW, GramDetailDialog)

/**
 * GramChargeView:
 *
 * A charge: what it is for with how its amount comes about, what settled it in this order, its invoice, and what can be done.
 */

/**
 * gram_charge_view_new:
 * @session: the session
 * @charge_id: a charge that the person may see
 *
 * Returns: (transfer floating): the dialog; it follows the session's `changed`
 */
AdwDialog *gram_charge_view_new (GramSession *session, gint64 charge_id);

/**
 * gram_charge_show_vehicles:
 * @widget: a widget of the window
 * @record: a charge
 *
 * Goes to the list of vehicles, which shows exactly those of the charge.
 */
void gram_charge_show_vehicles (GtkWidget *widget, const GramChargeRecord *record);

G_END_DECLS
