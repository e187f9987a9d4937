/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-fleet.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * What can be done with a Fleet Average year and with borrowings.
 */

/**
 * gram_fleet_settle:
 * @parent: a widget of the window
 * @session: the session
 * @detail: a year
 *
 * Rehearses the settlement, shows what it would do, asks how it is to be paid and settles exactly that.
 */
void gram_fleet_settle (GtkWidget *parent, GramSession *session, const GramFleetYearDetail *detail);

/**
 * gram_fleet_borrow:
 * @parent: a widget of the window
 * @session: the session
 * @detail: a year with something to borrow
 *
 * Asks why the shortfall shall be carried into the next year.
 */
void gram_fleet_borrow (GtkWidget *parent, GramSession *session, const GramFleetYearDetail *detail);

/**
 * gram_borrowing_act:
 * @parent: a widget of the window
 * @session: the session
 * @command: `borrowing.withdraw`, `borrowing.approve` or `borrowing.decline`
 * @row: a borrowing
 *
 * Asks what the command needs, and sends it.
 *
 * Returns: (transfer none) (nullable): the #GramFormDialog that asks, which emits `done`; %NULL if there is no such command
 */
AdwDialog *gram_borrowing_act (GtkWidget *parent,
                               GramSession *session,
                               const char *command,
                               const GramBorrowingRow *row);

/**
 * gram_borrowing_dup_title:
 * @row: a borrowing
 *
 * Returns: (transfer full): what is borrowed
 */
char *gram_borrowing_dup_title (const GramBorrowingRow *row);

/**
 * gram_borrowing_dup_subtitle:
 * @row: a borrowing
 *
 * Returns: (transfer full): where it stands, who asked and decided, and why
 */
char *gram_borrowing_dup_subtitle (const GramBorrowingRow *row);

G_END_DECLS
