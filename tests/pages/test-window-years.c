/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-application.h"
#include "gram-destinations.h"
#include "gram-settings.h"
#include "gram-test-desktop.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-vehicles-page-private.h"
#include "gram-window-private.h"

/* The scheme year in the whole window. */

/* A process has one. */
static GramApplication *application;

typedef struct
{
  AccountFixture world; /* the window has its session */
  GramWindow *window;
} WindowFixture;

static void
window_set_up (WindowFixture *self, gconstpointer stand)
{
  g_autoptr (GSettings) settings = gram_settings_new ();

  g_settings_reset (settings, "last-page");
  g_settings_reset (settings, "last-account");
  years_set_up (&self->world, stand);
  self->window = gram_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  gram_window_take_session (self->window, g_steal_pointer (&self->world.session));
}

static void
window_tear_down (WindowFixture *self, gconstpointer stand)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  gram_test_wait_gone (&window);
  gram_test_settle ();
  g_free (self->world.path);
  gram_test_dir_free (self->world.dir);
}

static gboolean
is_read (gpointer data)
{
  return ((const GramYearsPage *)data)->detail != NULL;
}

static gboolean
shows_days (gpointer data)
{
  GramWindow *window = data;
  GramVehiclesPage *page;
  guint position;

  g_assert_true (gram_destinations_find ("vehicles", &position));
  page = (GramVehiclesPage *)window->pages[position];

  return page != NULL && page->narrowing != NULL
         && gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list)) > 0;
}

/* From a participant of a scheme year to exactly the vehicles that it counts. */
static void
test_vehicles (WindowFixture *self, gconstpointer data)
{
  GramYearsPage *page = GRAM_YEARS_PAGE (gram_window_go (self->window, "years"));
  const char *number = years_number (YEARS_ALLOCATED, CCTS_BETA);

  gram_test_wait_until (is_read, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-year-vehicles", "(si)", number,
                              CCTS_YEAR);
  gram_test_wait_until (shows_days, self->window);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "vehicles");
  g_assert_cmpstr (gram_account_get_number (
                       gram_session_get_account (gram_window_get_session (self->window))),
                   ==, number);
  gram_test_picture (GTK_WINDOW (self->window), "year-vehicles-1200");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gram_test_gtk_init (&argc, &argv);
  gram_test_desktop_make ();
  application = gram_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add ("/window-years/vehicles", WindowFixture, GUINT_TO_POINTER (YEARS_ALLOCATED),
              window_set_up, test_vehicles, window_tear_down);

  status = g_test_run ();
  years_end ();
  g_clear_object (&application);
  return status;
}
