/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_pay_how_dialog_new:
 * @session: the session
 *
 * Says in words how charges are paid: with credits, with money, and what happens if nobody does.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_pay_how_dialog_new (GramSession *session);

G_END_DECLS
