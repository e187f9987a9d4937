/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_SIGN_IN_PAGE (gram_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (GramSignInPage, gram_sign_in_page, GRAM, SIGN_IN_PAGE, AdwBin)

/**
 * gram_sign_in_page_new:
 *
 * Asks who it is. In a practice registry a person is chosen from the list, without a password; else it takes e-mail and
 * password. A refusal, also that one has to wait after wrong tries, stands at the form.
 *
 * Signals: `signed-in ()`.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_sign_in_page_new (void);

/**
 * gram_sign_in_page_set_session:
 * @self: a sign-in page
 * @session: (nullable): the session; %NULL forgets it
 *
 * Asks for @session, with an empty form.
 */
void gram_sign_in_page_set_session (GramSignInPage *self, GramSession *session);

G_END_DECLS
