/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-settings.h"
#include "gram-test-fleet.h"
#include "gram-test-loop.h"
#include "gram-vehicles-page-private.h"

#include <stdio.h>

/*
 * The parts of the bench that need a display: `gram-bench-window empty` and `gram-bench-window list REGISTRY`. Prints one
 * line `key microseconds` a figure. The registry is the one that bench-command.c makes.
 */

#define EMAIL "mere@example.org"
#define PASSWORD "kowhai-in-bloom-2026"
#define N_JUMPS 200
#define N_SEARCHES 40

static gboolean painted;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = TRUE;
}

static void
wait_painted (GtkWindow *window)
{
  painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWindow *
show_window (GtkWidget *content)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  gtk_window_set_default_size (window, 1200, 800);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
  gtk_window_present (window);
  wait_painted (window);
  return window;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a;
  gint64 y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static void
print_spread (const char *name, GArray *times)
{
  g_array_sort (times, compare);
  printf ("%s-median %" G_GINT64_FORMAT "\n", name, g_array_index (times, gint64, times->len / 2));
  printf ("%s-p99 %" G_GINT64_FORMAT "\n", name,
          g_array_index (times, gint64, times->len * 99 / 100 - 1));
  printf ("%s-worst %" G_GINT64_FORMAT "\n", name, g_array_index (times, gint64, times->len - 1));
}

static GramSession *
open_session (const char *path)
{
  g_autoptr (GAsyncResult) opening = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *session;

  gram_session_open_async (path, NULL, gram_test_keep_result, &opening);
  gram_test_wait_result (&opening);
  session = gram_session_open_finish (opening, &error);
  g_assert_no_error (error);
  gram_session_sign_in_async (session, EMAIL, PASSWORD, NULL, gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  g_assert_cmpint (gram_session_sign_in_finish (session, signing, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  return session;
}

static gboolean
is_shown (GramVehiclesPage *page, guint position)
{
  g_autoptr (GramVehicleItem) item = g_list_model_get_item (G_LIST_MODEL (page->list), position);

  return item != NULL && !gram_place_get_loading (GRAM_PLACE (item));
}

/* Until the row has its vehicle and a frame with it was painted. */
static void
wait_shown (GramVehiclesPage *page, GtkWindow *window, guint position)
{
  while (!is_shown (page, position))
    g_main_context_iteration (NULL, TRUE);
  wait_painted (window);
}

static void
measure_jumps (GramVehiclesPage *page, GtkWindow *window)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));

  for (guint i = 0; i < N_JUMPS; i++)
    {
      guint position = (guint)gram_test_random (7, i, n_items);
      gint64 start = g_get_monotonic_time ();
      gint64 time;

      gtk_column_view_scroll_to (page->view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
      wait_shown (page, window, position);
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
      gram_test_settle ();
    }
  print_spread ("jump", times);
}

static void
requeried_cb (gboolean *requeried)
{
  *requeried = TRUE;
}

static gboolean
is_complete (gpointer data)
{
  return !gram_paged_list_get_loading (GRAM_PAGED_LIST (data));
}

static void
measure_searches (GramVehiclesPage *page, GtkWindow *window)
{
  const GramTestFleet fleet = { 20260331, GRAM_ACCOUNT_CCS_USED };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));
  gboolean requeried = FALSE;

  g_signal_connect_swapped (page->list, "requeried", G_CALLBACK (requeried_cb), &requeried);
  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autofree char *text = gram_test_fleet_search (&fleet, n_items, i);
      gint64 start = g_get_monotonic_time ();
      gint64 time;

      /* What the entry does once its delay is over. */
      requeried = FALSE;
      g_signal_handlers_block_matched (page->search_entry, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                       page);
      gtk_editable_set_text (GTK_EDITABLE (page->search_entry), text);
      g_signal_handlers_unblock_matched (page->search_entry, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                         page);
      _gram_vehicles_page_requery (page);
      gram_test_wait_for (&requeried);
      wait_painted (window);
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
      gram_test_wait_until (is_complete, page->list);
    }
  g_signal_handlers_disconnect_by_func (page->list, requeried_cb, &requeried);
  print_spread ("search", times);
}

static gboolean
is_there (gpointer data)
{
  const GramVehiclesPage *page = data;

  return page->n_vehicles > 0 && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

static void
measure_list (const char *path)
{
  GramSession *session = open_session (path);
  gint64 start = g_get_monotonic_time ();
  GramVehiclesPage *page = g_object_new (GRAM_TYPE_VEHICLES_PAGE, "session", session, NULL);
  GtkWindow *window = show_window (GTK_WIDGET (page));

  wait_shown (page, window, 0);
  printf ("show %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  gram_test_wait_until (is_there, page);

  measure_jumps (page, window);
  start = g_get_monotonic_time ();
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (page->selection));
  printf ("select-all %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  measure_searches (page, window);

  gtk_window_destroy (window);
  gram_test_settle ();
  gram_session_close (session);
  gram_test_settle ();
  gram_test_unref_and_wait (session);
}

static void
quit_cb (GdkFrameClock *clock, GApplication *application)
{
  g_application_quit (application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (quit_cb),
                    application);
  gtk_window_present (GTK_WINDOW (window));
}

/* The least that a program with a window can be. */
static int
show_empty (void)
{
  g_autoptr (AdwApplication) application
      = adw_application_new ("io.github.gramledger.Bench", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

int
main (int argc, char *argv[])
{
  if (argc < 2)
    return 2;

  if (g_str_equal (argv[1], "empty"))
    return show_empty ();
  if (!g_str_equal (argv[1], "list") || argc != 3)
    return 2;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  measure_list (argv[2]);
  return 0;
}
