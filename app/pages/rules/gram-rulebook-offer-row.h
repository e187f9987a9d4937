/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-rulebook-table.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_rulebook_offer_row_new:
 * @session: the session, of which the row asks the permit of `rulebook.publish` and with which it publishes
 * @offered: (transfer full): a rulebook that comes with Gram and is not published
 * @newest: (nullable) (transfer full): the newest one of its scheme that is
 *
 * Offers to compare and to publish a rulebook. Who may not publish sees the button, insensitive, and why.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *gram_rulebook_offer_row_new (GramSession *session,
                                        GramRulebookRecord *offered,
                                        GramRulebookRecord *newest);

G_END_DECLS
