/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRANSFER_DIALOG (gram_transfer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramTransferDialog, gram_transfer_dialog, GRAM, TRANSFER_DIALOG, AdwDialog)

/**
 * gram_transfer_dialog_new:
 * @session: a session with a current account of the Clean Car Standard
 *
 * Offers credits to another holder: whom, how many, of which years; shows what the other one gets, and until when the offer
 * stands, before it is signed.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_transfer_dialog_new (GramSession *session);

G_END_DECLS
