/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-row.h"
#include "gram-application.h"
#include "gram-destinations.h"
#include "gram-page.h"
#include "gram-settings.h"
#include "gram-test-dir.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-window-private.h"

/* A process has one. */
static GramApplication *application;

typedef struct
{
  GramTestDir *dir;
  char *path;
  GramWindow *window;
} Fixture;

static gboolean
shows_start (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "start") == 0;
}

static gboolean
shows_sign_in (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "sign-in") == 0;
}

static gboolean
shows_registry (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "registry") == 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = gram_settings_new ();

  g_settings_reset (settings, "last-page");
  g_settings_reset (settings, "last-account");
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  self->window = gram_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (self->window));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;
  AdwDialog *dialog;

  /* A dialog that is open would be closed in place of the window. */
  while ((dialog = adw_application_window_get_visible_dialog (window)) != NULL)
    adw_dialog_force_close (dialog);
  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  gram_test_wait_until (is_gone, &window);
  gram_test_settle ();
  g_free (self->path);
  gram_test_dir_free (self->dir);
}

static void
test_start (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);

  g_assert_true (shows_start (self->window));
  g_assert_null (gram_window_go (self->window, "overview"));

  /* Each of the four rows opens something. */
  gtk_widget_activate_action (gram_test_await (root, ADW_TYPE_ACTION_ROW, "_Our Own Registry…"),
                              "widget.press", NULL);
  gram_test_await (root, ADW_TYPE_ENTRY_ROW, "Name of the _Organisation");
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  gtk_widget_activate_action (gram_test_await (root, ADW_TYPE_ACTION_ROW,
                                               "An _Administrator’s Registry…"),
                              "widget.press", NULL);
  gram_test_await (root, ADW_TYPE_ENTRY_ROW, "Name of the _Authority");
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static void
sign_in (Fixture *self)
{
  GtkWidget *root = GTK_WIDGET (self->window);

  gtk_widget_activate_action (gram_test_await (root, ADW_TYPE_ACTION_ROW, "Aroha Ngata"),
                              "widget.press", NULL);
  gram_test_wait_until (shows_registry, self->window);
}

static void
test_practice (Fixture *self, gconstpointer data)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);
  GtkWidget *root = GTK_WIDGET (self->window);

  gram_window_open_practice (self->window, FALSE);
  gram_test_wait_until (shows_sign_in, self->window);
  g_assert_true (gtk_widget_has_css_class (root, "practice"));
  sign_in (self);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "overview");
  gram_test_await (root, GTK_TYPE_LABEL, "Awaiting Acceptance");

  for (guint i = 0; i < n_destinations; i++)
    {
      g_autofree char *action = g_strconcat ("win.go-", destinations[i].name, NULL);

      g_assert_true (gtk_widget_activate_action (root, action, NULL));
      g_assert_cmpstr (gram_window_get_destination (self->window), ==, destinations[i].name);
      gram_test_settle ();
    }

  /* A count leads to the vehicles that it counted. */
  gtk_widget_activate_action (root, "win.show-vehicles", "(uu)", 1u << GRAM_VEHICLE_READY,
                              1u << GRAM_ATTENTION_NONE);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "vehicles");

  gtk_widget_activate_action (root, "win.switch-person", NULL);
  g_assert_true (shows_sign_in (self->window));
  g_assert_null (gram_window_go (self->window, "overview"));
  sign_in (self);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "vehicles");

  gtk_widget_activate_action (root, "win.close-registry", NULL);
  g_assert_true (shows_start (self->window));
  g_assert_null (gram_window_get_session (self->window));
  g_assert_false (gtk_widget_has_css_class (root, "practice"));
}

/* A registry that cannot be opened says why, and the window is where it was. */
static void
test_no_registry (Fixture *self, gconstpointer data)
{
  g_autofree char *path = gram_test_dir_write (self->dir, "letter.txt", "Dear Sir or Madam");
  GtkWidget *root = GTK_WIDGET (self->window);

  gram_window_open (self->window, path);
  gram_test_await (root, GTK_TYPE_LABEL, "Could Not Open the Registry");
  g_assert_true (shows_start (self->window));
}

/* In a sandbox the folder is chosen: one registry in it is opened, of several one is asked for. */
static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (gram_test_dir_get_path (self->dir));
  g_autofree char *other = NULL;
  GtkWidget *root = GTK_WIDGET (self->window);

  _gram_window_open_folder (self->window, folder);
  gram_test_await (root, GTK_TYPE_LABEL, "There is no registry (.gram) in this folder");

  gram_test_practice_close (gram_test_own_new (self->path));
  _gram_window_open_folder (self->window, folder);
  gram_test_wait_until (shows_sign_in, self->window);

  other = gram_test_dir_write (self->dir, "another.gram", "no registry");
  _gram_window_open_folder (self->window, folder);
  gtk_widget_activate (gram_test_await (root, ADW_TYPE_ACTION_ROW, "practice.gram"));
  g_signal_emit_by_name (gram_test_await (root, GTK_TYPE_BUTTON, "_Open"), "clicked");
  gram_test_wait_until (shows_sign_in, self->window);
}

/* Signed in at once after creation; narrow windows show one side at a time. */
static void
test_own (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);

  gram_window_take_session (self->window, gram_test_own_new (self->path));
  g_assert_true (shows_registry (self->window));
  gram_test_await (root, GTK_TYPE_LABEL, "No Account Yet");
  g_assert_false (gtk_widget_has_css_class (root, "practice"));
  gtk_widget_activate_action (root, "win.set-up-account", NULL);
  gram_test_await (root, ADW_TYPE_ENTRY_ROW, "_Holder");
}

static void
type (GtkWidget *root, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (gram_test_await (root, ADW_TYPE_PREFERENCES_ROW, title)),
                         text);
}

/* A wrong password is said at the form; the right one leads in. */
static void
test_sign_in (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *button;

  gram_test_practice_close (gram_test_own_new (self->path));
  gram_window_open (self->window, self->path);
  gram_test_wait_until (shows_sign_in, self->window);
  type (root, "_E-mail", "ngaire@example.org");
  button = gram_test_await (root, GTK_TYPE_BUTTON, "_Sign In");
  g_assert_false (gtk_widget_get_sensitive (button));
  type (root, "_Password", "wrong horse battery");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gram_test_await (root, GTK_TYPE_LABEL, "The e-mail or the password is wrong");
  g_assert_true (shows_sign_in (self->window));

  type (root, "_Password", "correct horse battery");
  g_signal_emit_by_name (button, "clicked");
  gram_test_wait_until (shows_registry, self->window);
}

/* The switcher finds an account by holder or number and makes it the current one. */
static void
test_switcher (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *switcher;
  GtkWidget *row;
  GListModel *accounts;
  GramSession *session;

  gram_window_take_session (self->window,
                            gram_test_practice_new (self->path, "administrator@example.org"));
  session = gram_window_get_session (self->window);
  accounts = gram_session_get_accounts (session);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), >, 1);

  gtk_widget_activate_action (root, "win.switch-account", NULL);
  switcher = gram_test_await (root, GRAM_TYPE_ACCOUNT_SWITCHER, NULL);
  row = gram_test_await (switcher, GRAM_TYPE_ACCOUNT_ROW, NULL);
  while (gram_account_row_get_account (GRAM_ACCOUNT_ROW (row))
         == gram_session_get_account (session))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (gtk_widget_get_parent (row));

      g_assert_nonnull (next);
      row = gram_test_await (next, GRAM_TYPE_ACCOUNT_ROW, NULL);
    }
  g_assert_true (gtk_widget_activate_action (row, "row.open", NULL));
  g_assert_true (gram_session_get_account (session)
                 == gram_account_row_get_account (GRAM_ACCOUNT_ROW (row)));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gram_test_gtk_init (&argc, &argv);
  application = gram_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(name, func) g_test_add ("/window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("start", test_start);
  ADD ("practice", test_practice);
  ADD ("no-registry", test_no_registry);
  ADD ("folder", test_folder);
  ADD ("own", test_own);
  ADD ("sign-in", test_sign_in);
  ADD ("switcher", test_switcher);
#undef ADD

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
