/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DIRECTORY_DIALOG (gram_directory_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramDirectoryDialog, gram_directory_dialog, GRAM, DIRECTORY_DIALOG, AdwDialog)

/**
 * gram_directory_dialog_new:
 * @session: a session with somebody signed in
 *
 * The directory: open accounts whose holders agreed to be listed (CCS s 188), to be searched. Activating one copies its
 * number.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_directory_dialog_new (GramSession *session);

/**
 * gram_directory_dialog_new_of_credits:
 * @session: a session with a current account of the Clean Car Standard
 *
 * As gram_directory_dialog_new(), but only who can be offered credits: other accounts of the Clean Car Standard.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_directory_dialog_new_of_credits (GramSession *session);

/**
 * gram_directory_dialog_new_choosing:
 * @session: a session with somebody signed in
 *
 * The directory to choose an account from, for a form: activating one emits the signal `chosen (holder, number)` (strings)
 * and closes it.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_directory_dialog_new_choosing (GramSession *session);

/**
 * gram_directory_dialog_new_receivers:
 * @session: the session
 *
 * The holders of other accounts of the Clean Car Standard, one of whom is chosen, as gram_directory_dialog_new_choosing():
 * who can be offered credits.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_directory_dialog_new_receivers (GramSession *session);

G_END_DECLS
