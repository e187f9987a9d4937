/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_BANK_DIALOG (gram_bank_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramBankDialog, gram_bank_dialog, GRAM, BANK_DIALOG, AdwDialog)

/**
 * GramBankDialog:
 *
 * Brings in a statement of the bank, CAMT.053 or CSV: shows whose each line is, how certain that is, what was brought in
 * before, and what cannot be read; what is chosen is recorded as payments.
 */

/**
 * gram_bank_dialog_new:
 * @session: the session
 * @path: path of the statement
 *
 * Returns: (transfer floating): the dialog; it reads the file at once
 */
AdwDialog *gram_bank_dialog_new (GramSession *session, const char *path);

/**
 * gram_bank_dialog_choose:
 * @parent: a widget of the window
 * @session: the session
 *
 * Lets a person choose a statement, and brings it in.
 */
void gram_bank_dialog_choose (GtkWidget *parent, GramSession *session);

/**
 * gram_bank_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @file: a file that was chosen or dropped
 *
 * Brings it in, or says that it is not on this computer.
 */
void gram_bank_dialog_present (GtkWidget *parent, GramSession *session, GFile *file);

G_END_DECLS
