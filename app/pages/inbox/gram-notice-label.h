/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_NOTICE_LABEL (gram_notice_label_get_type ())
G_DECLARE_FINAL_TYPE (GramNoticeLabel, gram_notice_label, GRAM, NOTICE_LABEL, AdwBin)

/**
 * GramNoticeLabel:
 *
 * What a notice says, in a cell of the inbox, and a smaller line above. One that is unread has a dot before it and heavier
 * letters, not a colour alone.
 *
 * Properties: `text` (string, nullable), `detail` (string, nullable; the smaller line, hidden if empty), `lines` (uint, room
 * for the text), `unread` (boolean).
 */

/**
 * gram_notice_label_new:
 *
 * Returns: (transfer floating): the widget, empty
 */
GtkWidget *gram_notice_label_new (void);

G_END_DECLS
