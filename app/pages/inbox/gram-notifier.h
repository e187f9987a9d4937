/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-notice-item.h"
#include "gram-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GRAM_TYPE_NOTIFIER (gram_notifier_get_type ())
G_DECLARE_FINAL_TYPE (GramNotifier, gram_notifier, GRAM, NOTIFIER, GObject)

/**
 * GramNotifier:
 *
 * What of the inbox the desktop shows. Each notification opens exactly what it is about, by the application's action
 * `app.open-notice (ssx)`: path of the registry, e-mail of the person, the notice. What was read meanwhile, here or in
 * another window or program, is withdrawn; all is withdrawn when the window is locked, the person signs out, or the
 * notifier goes, since nobody could act on it then.
 */

/**
 * gram_notifier_new:
 * @application: where notifications are sent
 * @session: a session with somebody signed in
 *
 * Returns: (transfer full): the notifier
 */
GramNotifier *gram_notifier_new (GApplication *application, GramSession *session);

/**
 * gram_notifier_show:
 * @self: a notifier
 * @notice: a notice
 *
 * Shows it on the desktop.
 */
void gram_notifier_show (GramNotifier *self, GramNoticeItem *notice);

/**
 * gram_notifier_show_many:
 * @self: a notifier
 * @n: how many arrived at once
 *
 * Shows one notification for all of them; it opens the inbox.
 */
void gram_notifier_show_many (GramNotifier *self, guint n);

/**
 * gram_notifier_withdraw_all:
 * @self: a notifier
 *
 * Takes back whatever it shows.
 */
void gram_notifier_withdraw_all (GramNotifier *self);

G_END_DECLS
