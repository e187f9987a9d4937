/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gram_import_combo_install:
 * @row: a row over a #GtkStringList
 *
 * Shows the choices of @row so that the one chosen can be read beside a long subtitle, too: by itself the row gives the
 * subtitle all the room there is. The list can be searched if it is long.
 */
void gram_import_combo_install (AdwComboRow *row);

G_END_DECLS
