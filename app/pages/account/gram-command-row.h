/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

/*
 * Rows of the Account page that lead to a command.
 */

/**
 * gram_command_row_new:
 * @command: name of a command
 *
 * Returns: (transfer floating) (nullable): a row that is activated to send the command; %NULL if the command has none
 */
GtkWidget *gram_command_row_new (const char *command);

/**
 * gram_command_row_update:
 * @row: such a row
 * @session: the session
 * @detail: the account as it stands
 *
 * Makes it sensitive, or says why not: as its subtitle and its tooltip.
 */
void
gram_command_row_update (GtkWidget *row, GramSession *session, const GramAccountDetail *detail);

/**
 * gram_command_row_set_permit:
 * @row: such a row
 * @permit: whether the command is allowed for @detail's account, which need not be the current one
 * @detail: the account as it stands
 *
 * Likewise, for whoever asked for the permit apart.
 */
void
gram_command_row_set_permit (GtkWidget *row, GramPermit permit, const GramAccountDetail *detail);

/**
 * gram_command_row_get_command:
 * @row: such a row
 *
 * Returns: (transfer none): the command
 */
const char *gram_command_row_get_command (GtkWidget *row);

/**
 * gram_command_present:
 * @parent: a widget of the page
 * @session: the session
 * @command: a command that has a row
 * @detail: the account as it stands
 *
 * Presents the dialog that sends it.
 */
void gram_command_present (GtkWidget *parent,
                           GramSession *session,
                           const char *command,
                           const GramAccountDetail *detail);

G_END_DECLS
