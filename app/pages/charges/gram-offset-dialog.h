/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_OFFSET_DIALOG (gram_offset_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramOffsetDialog, gram_offset_dialog, GRAM, OFFSET_DIALOG, AdwDialog)

/**
 * GramOffsetDialog:
 *
 * Pays charges with credits (LTA 1998 s 183): which years, what they discharge, what is left; then it is signed.
 */

/**
 * gram_offset_dialog_new:
 * @session: the session
 * @number: number of the account
 * @charge_id: the charge that is paid, 0 all that are outstanding, the oldest due first
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_offset_dialog_new (GramSession *session, const char *number, gint64 charge_id);

G_END_DECLS
