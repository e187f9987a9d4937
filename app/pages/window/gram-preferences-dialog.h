/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_PREFERENCES_DIALOG (gram_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramPreferencesDialog,
                      gram_preferences_dialog,
                      GRAM,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/**
 * gram_preferences_dialog_new:
 *
 * What a person can choose about the window itself. Everything acts at once.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_preferences_dialog_new (void);

G_END_DECLS
