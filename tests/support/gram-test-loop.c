/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-loop.h"

/* Long enough for a busy machine under a sanitizer; a test that passes never waits so long. */
#define DEADLINE_SECONDS 60

static gboolean
late_cb (gpointer user_data)
{
  gboolean *late = user_data;

  *late = TRUE;
  return G_SOURCE_REMOVE;
}

/* What another thread does wakes nobody; look again now and then. */
static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Whether it came true in time. */
static gboolean
wait_until (GramTestCondition done, gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (DEADLINE_SECONDS, late_cb, &late);
  guint ticks = g_timeout_add (5, look_again_cb, NULL);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
  if (!late)
    g_source_remove (source);
  return done (data);
}

void
gram_test_wait_until (GramTestCondition done, gpointer data)
{
  g_assert_true (wait_until (done, data));
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *)data;
}

void
gram_test_wait_for (gboolean *flag)
{
  gram_test_wait_until (is_set, flag);
}

void
gram_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
gram_test_keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *)data != NULL;
}

void
gram_test_wait_result (GAsyncResult **result)
{
  gram_test_wait_until (is_there, result);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
gram_test_wait_gone (gpointer *weak)
{
  /* Who is kept alive, and how often, is where the search for the one who keeps it begins. */
  if (!wait_until (is_gone, weak))
    g_error ("a %s is kept alive by %u references", G_OBJECT_TYPE_NAME (*weak),
             G_OBJECT (*weak)->ref_count);
}

void
gram_test_unref_and_wait (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  gram_test_wait_gone (&weak);
}
