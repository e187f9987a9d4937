/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-people.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_person_detail_present:
 * @parent: a widget of the window
 * @session: a session of somebody on the administrator's side
 * @detail: a person; copied as far as needed
 *
 * Shows a person of the registry in a dialog, and what can be done: what the person can do, another role
 * (`user.set-role`), a new password (`user.reset-password`), `user.remove`, `user.restore`.
 */
void gram_person_detail_present (GtkWidget *parent,
                                 GramSession *session,
                                 const GramPersonDetail *detail);

G_END_DECLS
