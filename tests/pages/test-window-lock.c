/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application.h"
#include "gram-invite-dialog.h"
#include "gram-preferences-dialog.h"
#include "gram-session-person.h"
#include "gram-settings.h"
#include "gram-test-desktop.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-window-private.h"
#include "people-fixture.h"

/* Who is at the window: greeting, lock, sign-out. */

/* A process has one. */
static GramApplication *application;

typedef struct
{
  PeopleFixture people;
  GramWindow *window;
} Fixture;

static gboolean
shows_registry (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "registry") == 0;
}

static gboolean
shows_sign_in (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "sign-in") == 0;
}

static gboolean
shows_lock (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "lock") == 0;
}

static AdwDialog *
dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
open_window (Fixture *self, const char *email)
{
  self->window = gram_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  gram_window_take_session (self->window, people_fixture_open (&self->people, email));
  gram_test_wait_until (email != NULL ? shows_registry : shows_sign_in, self->window);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  people_fixture_init (&self->people, GRAM_REGISTRY_OWN);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;
  AdwDialog *open;

  while ((open = dialog (self)) != NULL)
    adw_dialog_force_close (open);
  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  gram_test_wait_gone (&window);
  gram_test_settle ();
  people_fixture_clear (&self->people);
}

static gboolean
has_no_password (gpointer data)
{
  Fixture *self = data;

  return *gtk_editable_get_text (GTK_EDITABLE (people_row (self->window, "_Password"))) == '\0';
}

/* The lock hides everything, dialogs too, and only the password ends it. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  GtkWidget *root;
  GtkWidget *unlock;
  GramSession *session;

  open_window (self, "ngaire@example.org");
  root = GTK_WIDGET (self->window);
  session = gram_window_get_session (self->window);
  gram_window_go (self->window, "people");
  people_row (root, "Lena Marsh");
  adw_dialog_present (gram_invite_dialog_new (session, GRAM_PERMISSION_ALL), root);
  g_assert_nonnull (dialog (self));

  gtk_widget_activate_action (root, "win.lock", NULL);
  gram_test_wait_until (shows_lock, self->window);
  g_assert_null (dialog (self));
  g_assert_true (gram_session_get_locked (session));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Gram");
  adw_dialog_present (gram_preferences_dialog_new (NULL), root);
  gram_test_settle ();
  g_assert_null (dialog (self));
  people_refused (session, "session.locked", "invitation.create",
                  "{'account': <%s>, 'email': <'x@example.org'>, 'permissions': <['view']>}",
                  self->people.account);
  people_pictures (GTK_WINDOW (self->window), "lock");

  unlock = people_await_button (root, "_Unlock");
  people_type (root, "_Password", "not the password");
  people_press (root, "_Unlock");
  gram_test_wait_until (has_no_password, self);
  g_assert_true (shows_lock (self->window));
  people_pictures (GTK_WINDOW (self->window), "lock-refused");
  people_type (root, "_Password", PEOPLE_PASSWORD);
  g_assert_true (gtk_widget_get_sensitive (unlock));
  people_press (root, "_Unlock");
  gram_test_wait_until (shows_registry, self->window);
  people_row (root, "Lena Marsh");
}

/* Nobody there for the minutes that are set: locked; somebody there, or switched off: not. */
static void
test_idle (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = gram_settings_new ();
  gint64 now = g_get_monotonic_time ();

  open_window (self, "ngaire@example.org");
  g_settings_set_uint (settings, "idle-lock-minutes", 20);
  _gram_window_check_idle (self->window, now + 19 * G_TIME_SPAN_MINUTE);
  g_assert_true (shows_registry (self->window));
  g_settings_set_boolean (settings, "idle-lock", FALSE);
  _gram_window_check_idle (self->window, now + 60 * G_TIME_SPAN_MINUTE);
  g_assert_true (shows_registry (self->window));
  g_settings_set_boolean (settings, "idle-lock", TRUE);
  _gram_window_check_idle (self->window, now + 60 * G_TIME_SPAN_MINUTE);
  gram_test_wait_until (shows_lock, self->window);
  g_settings_reset (settings, "idle-lock");
  g_settings_reset (settings, "idle-lock-minutes");

  /* Somebody else signs out instead. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sign-out", NULL);
  gram_test_wait_until (shows_sign_in, self->window);
}

/* Wrong passwords are told to whom they concern. */
static void
test_failed_tries (Fixture *self, gconstpointer data)
{
  GtkWidget *root;

  open_window (self, NULL);
  root = GTK_WIDGET (self->window);
  people_type (root, "_E-mail", "lena@example.org");
  people_type (root, "_Password", "not the password");
  people_press (root, "_Sign In");
  gram_test_wait_until (has_no_password, self);
  people_type (root, "_Password", PEOPLE_PASSWORD);
  people_press (root, "_Sign In");
  gram_test_wait_until (shows_registry, self->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog (self)));
  people_pictures (GTK_WINDOW (self->window), "failed-tries");
}

static void
test_preferences (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  open_window (self, "ngaire@example.org");
  adw_dialog_present (gram_preferences_dialog_new (NULL), GTK_WIDGET (self->window));
  people_row (dialog (self), "_Minutes Without Use");
  people_pictures (GTK_WINDOW (self->window), "preferences");
  g_assert_cmpfloat (adw_spin_row_get_value (
                         ADW_SPIN_ROW (people_row (dialog (self), "_Minutes Without Use"))),
                     ==, 15);
  row = people_row (dialog (self), "C_hange Password…");
  g_assert_true (gtk_widget_get_sensitive (row));
  g_assert_true (gtk_widget_activate_action (row, "widget.press", NULL));
  people_row (self->window, "_Password So Far");
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  gram_test_desktop_make ();
  application = gram_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(name, func) g_test_add ("/window-lock/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("lock", test_lock);
  ADD ("idle", test_idle);
  ADD ("failed-tries", test_failed_tries);
  ADD ("preferences", test_preferences);
#undef ADD
  status = g_test_run ();
  gram_test_settle ();
  g_object_unref (application);

  return status;
}
