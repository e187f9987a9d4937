/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-charges.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_payment_view_new:
 * @session: the session
 * @row: a movement of money, as the list shows it; what is shown of it is copied
 *
 * Shows all that is known of it, with a row that reverses it or says why that cannot be done.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_payment_view_new (GramSession *session, const GramPaymentRow *row);

G_END_DECLS
