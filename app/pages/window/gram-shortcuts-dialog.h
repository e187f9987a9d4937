/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gram_shortcuts_dialog_new:
 *
 * The keys of the table of actions, by group.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_shortcuts_dialog_new (void);

G_END_DECLS
