/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-questions-accounts.h"

G_BEGIN_DECLS

#define GRAM_TYPE_APPLICATION_DIALOG (gram_application_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramApplicationDialog,
                      gram_application_dialog,
                      GRAM,
                      APPLICATION_DIALOG,
                      AdwDialog)

/**
 * gram_application_dialog_new:
 * @session: a session with an account of the Clean Car Standard
 * @detail: the account as it stands; what is needed of it is copied
 *
 * The application for Fleet Average: contact, vehicles, bank account, forecast, declarations, check. Every step saves a
 * draft in the registry, so that the form can be left and resumed by anybody who may edit the account. An application
 * that cannot be edited any more is shown for reading.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_application_dialog_new (GramSession *session, const GramAccountDetail *detail);

/**
 * gram_application_dialog_get_step:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): tag of the page shown
 */
const char *gram_application_dialog_get_step (GramApplicationDialog *self);

G_END_DECLS
