/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs the main loop until @done says so; the test fails if that takes longer than a generous deadline. */
typedef gboolean (*GramTestCondition) (gpointer data);
void gram_test_wait_until (GramTestCondition done, gpointer data);

/* Runs the main loop until a flag is set. */
void gram_test_wait_for (gboolean *flag);

/* Runs what is ready, without waiting. */
void gram_test_settle (void);

/* A GAsyncReadyCallback that keeps the result: `g_autoptr (GAsyncResult) result = NULL;` and &result as its data. */
void gram_test_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
void gram_test_wait_result (GAsyncResult **result);

/* Drops the last reference but those that a thread is about to drop, and waits until the object is gone. */
void gram_test_unref_and_wait (gpointer object);

/* Waits until a weak pointer is %NULL; says what is kept alive, and by how many references, if it never is. */
void gram_test_wait_gone (gpointer *weak);

G_END_DECLS
