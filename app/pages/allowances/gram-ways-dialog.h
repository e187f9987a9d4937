/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_WAYS_DIALOG (gram_ways_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramWaysDialog, gram_ways_dialog, GRAM, WAYS_DIALOG, AdwDialog)

/**
 * GramWaysDialog:
 *
 * Ways out of a shortfall: a mix of buying, converting, pooling and paying is typed, and what it comes to stands below at
 * once: cost, what is left, until when each way is open. Mixes are saved and compared side by side. Nothing is posted.
 */

/**
 * gram_ways_dialog_new:
 * @session: the session
 * @year: scheme year
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_ways_dialog_new (GramSession *session, int year);

G_END_DECLS
