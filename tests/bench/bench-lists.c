/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-lists.h"

#include "gram-test-loop.h"

GramSession *
bench_session_open (Bench *bench, const char *file, const char *email, const char *password)
{
  g_autofree char *path = bench_file (bench, file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *session;

  gram_session_open_async (path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  session = gram_session_open_finish (result, &error);
  bench_check (session != NULL, error);
  gram_session_sign_in_async (session, email, password, NULL, gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  bench_check (gram_session_sign_in_finish (session, signing, &refusal, &error)
                   == GRAM_OUTCOME_DONE,
               error);
  return session;
}

void
bench_session_end (GramSession *session)
{
  gram_session_close (session);
  gram_test_settle ();
  gram_test_unref_and_wait (session);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a;
  gint64 y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

void
bench_print_spread (const char *name, GArray *times)
{
  g_autofree char *median = g_strconcat (name, "-median", NULL);
  g_autofree char *p99 = g_strconcat (name, "-p99", NULL);

  g_array_sort (times, compare);
  bench_figure (median, g_array_index (times, gint64, times->len / 2));
  bench_figure (p99, g_array_index (times, gint64, times->len * 99 / 100 - 1));
}

static void
requeried_cb (gboolean *requeried)
{
  *requeried = TRUE;
}

static gboolean
is_complete (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

gint64
bench_time_query (GramPagedList *list, gconstpointer query)
{
  gint64 start = g_get_monotonic_time ();
  gboolean requeried = FALSE;
  gint64 time;

  g_signal_connect_swapped (list, "requeried", G_CALLBACK (requeried_cb), &requeried);
  gram_paged_list_set_query (list, query);
  gram_test_wait_for (&requeried);
  time = g_get_monotonic_time () - start;
  g_signal_handlers_disconnect_by_func (list, requeried_cb, &requeried);
  gram_test_wait_until (is_complete, list);
  return time;
}
