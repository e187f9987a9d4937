/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PREFERENCES_DIALOG (gram_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramPreferencesDialog,
                      gram_preferences_dialog,
                      GRAM,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/**
 * gram_preferences_dialog_new:
 * @session: (nullable): a session; with somebody signed in, the dialog has the events that they are told of, too
 *
 * What a person can choose about the window itself. Everything acts at once.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_preferences_dialog_new (GramSession *session);

G_END_DECLS
