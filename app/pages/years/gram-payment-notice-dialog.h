/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-years.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_payment_notice_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @row: a participant; what is needed of it is copied
 * @year: the scheme year
 *
 * Asks for the draft of a payment notice and presents the form with its five items (art. 39(5)): the amount and how it is
 * calculated, the last day to pay (30 days on at least), who is paid, how, and the rights of appeal; the texts are those
 * of the last notice. If no notice can be given, says why.
 */
void gram_payment_notice_dialog_present (GtkWidget *parent,
                                         GramSession *session,
                                         const GramParticipantRow *row,
                                         int year);

G_END_DECLS
