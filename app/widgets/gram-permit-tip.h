/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_permit_tip_install:
 * @button: a button with an icon and a tooltip; its action is made sensitive elsewhere
 * @session: a session
 * @command: name of a command, for example `vehicle.import`
 *
 * Lets the tooltip of @button say why its command is not allowed, as long as it is not. What the tooltip says otherwise
 * becomes the button's accessible name, so that it is called the same in both cases. Goes with either of the two.
 */
void gram_permit_tip_install (GtkWidget *button, GramSession *session, const char *command);

G_END_DECLS
