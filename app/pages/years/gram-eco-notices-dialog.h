/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_ECO_NOTICES_DIALOG (gram_eco_notices_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramEcoNoticesDialog,
                      gram_eco_notices_dialog,
                      GRAM,
                      ECO_NOTICES_DIALOG,
                      AdwDialog)

/**
 * gram_eco_notices_dialog_new:
 * @session: the session
 * @year: scheme year that is looked at
 *
 * The notices about eco-innovations, those that switch a reduction off in @year first (art. 36(3)). One can be recorded and,
 * if it was a mistake, withdrawn.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_eco_notices_dialog_new (GramSession *session, int year);

G_END_DECLS
