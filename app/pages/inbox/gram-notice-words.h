/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gram_notice_dup_when:
 * @at: UTC microseconds
 * @now: UTC microseconds
 *
 * When somebody was told, as short as it can be: the hour of today, else the day, in the reader's own zone.
 *
 * Returns: (transfer full): for example `14:05` or `14 February 2026`
 */
char *gram_notice_dup_when (gint64 at, gint64 now);

/**
 * gram_notice_dup_account:
 * @holder: (nullable): holder of the account
 * @number: (nullable): its number
 *
 * Returns: (transfer full): which account a notice is about; empty for none
 */
char *gram_notice_dup_account (const char *holder, const char *number);

/**
 * gram_notice_words_bind_closures:
 * @widget_class: class of a template
 *
 * Lets a template use, as closures: `$notice_when(boolean loading, int64)`, `$notice_account(string, string)`,
 * `$notice_detail(boolean loading, string holder, int64)`, `$notice_unread(boolean loading, boolean read)` and
 * `$notice_row_label(boolean loading, boolean read, string sentence, string holder, string number, int64)`.
 */
void gram_notice_words_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
