/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CHECK_NUMBER_DIALOG (gram_check_number_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramCheckNumberDialog,
                      gram_check_number_dialog,
                      GRAM,
                      CHECK_NUMBER_DIALOG,
                      AdwDialog)

/**
 * gram_check_number_dialog_new:
 * @session: a session with somebody signed in
 *
 * Asks whether an account number belongs to a holder of a given name. The answer is yes or no and nothing else (CCS s 188).
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_check_number_dialog_new (GramSession *session);

G_END_DECLS
