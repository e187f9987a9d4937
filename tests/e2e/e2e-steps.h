/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-at.h"

G_BEGIN_DECLS

/* What a person does in several of the tests. FALSE: a step did not work, as gram_at_get_failure() says. */

/* Ends the test with what did not come. */
#define e2e_check(at, done)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean _done = (done);                                                                       \
    g_assert_cmpstr (gram_at_get_failure (at), ==, NULL);                                          \
    g_assert_true (_done);                                                                         \
  }                                                                                                \
  G_STMT_END

/* From the start page: a registry of one's own. */
gboolean e2e_create_own (GramAt *at);

/* The wizard, from its first page to its last: an account for used vehicles in New Zealand. */
gboolean e2e_open_account (GramAt *at);

/* From the import dialog's first page to what would happen; every row becomes ready. */
gboolean e2e_rehearse_import (GramAt *at, const char *path);

gboolean e2e_sign_in (GramAt *at, const char *password);
gboolean e2e_become (GramAt *at, const char *person);

/* The number in the name of a tile of the overview ("Accepted: 4 868"), or of a chip of the vehicles page. */
gboolean e2e_wait_figure (GramAt *at, const char *figure, gint64 value);
gint64 e2e_get_figure (GramAt *at, const char *figure);

/* Goes to a page, and waits for something that stands on it. */
gboolean e2e_go (GramAt *at, const char *action, const char *heading);

/* The administrator’s way to the page of an account: by its holder, in the list. */
gboolean e2e_visit (GramAt *at, const char *holder);

/* From the Account page to the dialog of a decision: @section is unfolded if need be. */
gboolean e2e_decide (GramAt *at, const char *section, const char *decision);

G_END_DECLS
