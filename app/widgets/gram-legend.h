/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gram_legend_item_new:
 * @text: what a colour of a chart stands for
 * @swatch: the CSS class that gives the patch its colour, for example `accepted`
 *
 * One item of the legend below a chart: a patch of its colour and what it stands for.
 *
 * Returns: (transfer floating): the item
 */
GtkWidget *gram_legend_item_new (const char *text, const char *swatch);

G_END_DECLS
