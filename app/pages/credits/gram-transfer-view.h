/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-detail-dialog.h"

G_BEGIN_DECLS

#define GRAM_TYPE_TRANSFER_VIEW (gram_transfer_view_get_type ())
G_DECLARE_FINAL_TYPE (GramTransferView, gram_transfer_view, GRAM, TRANSFER_VIEW, GramDetailDialog)

/**
 * gram_transfer_view_new:
 * @session: a session with a current account
 * @transfer_id: a transfer of credits
 *
 * A transfer from the side of the current account: where it stands, what it is made of, and what can be done.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_transfer_view_new (GramSession *session, gint64 transfer_id);

G_END_DECLS
