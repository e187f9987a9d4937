/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_STATEMENT_DIALOG (gram_statement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramStatementDialog, gram_statement_dialog, GRAM, STATEMENT_DIALOG, AdwDialog)

/**
 * gram_statement_dialog_new:
 * @session: a session with a current account
 *
 * The statement of the current account: the lines of the ledger in a period, each with the balance after it, what the
 * account had before and has after the period in each unit, and an export to CSV.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_statement_dialog_new (GramSession *session);

G_END_DECLS
