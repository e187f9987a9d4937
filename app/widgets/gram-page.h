/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PAGE (gram_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (GramPage, gram_page, GRAM, PAGE, AdwNavigationPage)

/**
 * GramPageClass:
 * @refresh: asks the session anew; the questions before were cancelled. Questions of the page take the cancellable of
 *   gram_page_get_cancellable(), so that a stale answer never arrives
 *
 * The protocol of a destination. A page is refreshed when it is shown for the first time and, while it is shown, whenever
 * the registry, the account or the person changes; a page that is not shown is refreshed when it is shown again. It never
 * blocks and never polls.
 *
 * Property `session` (#GramSession, construct-only).
 */
struct _GramPageClass
{
  AdwNavigationPageClass parent_class;

  void (*refresh) (GramPage *self);
};

/**
 * gram_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its session
 */
GramSession *gram_page_get_session (GramPage *self);

/**
 * gram_page_get_cancellable:
 * @self: a page
 *
 * Returns: (transfer none): cancelled as soon as the page is refreshed again, is given up or goes
 */
GCancellable *gram_page_get_cancellable (GramPage *self);

/**
 * gram_page_queue_refresh:
 * @self: a page
 *
 * Refreshes the page now if it is shown, else as soon as it is.
 */
void gram_page_queue_refresh (GramPage *self);

/**
 * gram_page_give_up:
 * @self: a page
 *
 * Cancels what it asked: nobody shows it any more, though a question that is under way may keep it for a while. Should it be
 * shown again, it is refreshed.
 */
void gram_page_give_up (GramPage *self);

G_END_DECLS
