/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ANSWERS_DIALOG (gram_answers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramAnswersDialog, gram_answers_dialog, GRAM, ANSWERS_DIALOG, AdwDialog)

/**
 * gram_answers_dialog_new:
 * @session: a session of a registry of one's own, with an account
 *
 * Brings in the administrator's answers to the disputes of the current account, from a file: asks for it and for the
 * reference of the letter that came with it, sends `dispute.import-answers`, and tells what it closed and what it did not.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_answers_dialog_new (GramSession *session);

/**
 * gram_answers_dialog_set_file:
 * @self: a dialog
 * @file: the file
 *
 * Chooses the file, as the file dialog does.
 */
void gram_answers_dialog_set_file (GramAnswersDialog *self, GFile *file);

G_END_DECLS
