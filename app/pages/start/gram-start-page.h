/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_START_PAGE (gram_start_page_get_type ())
G_DECLARE_FINAL_TYPE (GramStartPage, gram_start_page, GRAM, START_PAGE, AdwBin)

/**
 * gram_start_page_new:
 *
 * What a person sees who has no registry open: the kinds of registry that can be made, *Open…*, and the recent ones. Its
 * rows activate actions of the window: `win.create-own`, `win.create-administrator`, `win.practice`,
 * `win.open-registry`, and `win.open-path (s)`.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_start_page_new (void);

G_END_DECLS
