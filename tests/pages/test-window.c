/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-label.h"
#include "gram-accounts-page-private.h"
#include "gram-application.h"
#include "gram-destinations.h"
#include "gram-page.h"
#include "gram-settings.h"
#include "gram-test-dir.h"
#include "gram-test-desktop.h"
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
  gram_test_wait_gone (&window);
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

      /* Of the administrator's side, or of accounts of the CCTS. */
      if ((destinations[i].administrator && !destinations[i].account)
          || (destinations[i].schemes != 0
              && (destinations[i].schemes & 1u << GRAM_SCHEME_CCS) == 0))
        {
          g_assert_null (gram_window_go (self->window, destinations[i].name));
          continue;
        }
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

static gboolean
lists_accounts (gpointer data)
{
  GramAccountsPage *page = data;

  return g_str_equal (gtk_stack_get_visible_child_name (page->stack), "list")
         && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

/* The Accounts page of the administrator, with its rows there. */
static GramAccountsPage *
show_accounts (Fixture *self)
{
  GtkWidget *page = gram_window_go (self->window, "accounts");

  g_assert_true (GRAM_IS_ACCOUNTS_PAGE (page));
  gram_test_wait_until (lists_accounts, page);

  return GRAM_ACCOUNTS_PAGE (page);
}

static char *
dup_number (GramAccountsPage *page, guint position)
{
  g_autoptr (GramAccountItem) item = g_list_model_get_item (G_LIST_MODEL (page->list), position);

  g_assert_nonnull (gram_account_item_get_row (item));

  return g_strdup (gram_account_item_get_row (item)->account->number);
}

static gboolean
shows_account (gpointer data)
{
  return g_strcmp0 (gram_window_get_destination (data), "account") == 0;
}

static gboolean
row_is_shown (GramWindow *window, const char *name)
{
  guint position;

  g_assert_true (gram_destinations_find (name, &position));

  return gtk_widget_get_child_visible (GTK_WIDGET (window->rows[position]));
}

/* The administrator's side begins with all accounts; an account brings its own destinations. */
static void
test_administrator (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GramSession *session;
  GramAccountsPage *page;
  g_autofree char *number = NULL;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gram_window_take_session (self->window,
                            gram_test_practice_new (self->path, "administrator@example.org"));
  session = gram_window_get_session (self->window);
  g_assert_null (gram_session_get_account (session));
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "accounts");
  g_assert_null (gram_window_go (self->window, "vehicles"));
  g_assert_false (row_is_shown (self->window, "vehicles"));
  g_assert_true (row_is_shown (self->window, "accounts"));
  page = show_accounts (self);
  gram_test_picture (GTK_WINDOW (self->window), "accounts-1200");

  number = dup_number (page, 1);
  gtk_widget_activate_action (root, "win.open-account", "s", number);
  gram_test_wait_until (shows_account, self->window);
  g_assert_cmpstr (gram_account_get_number (gram_session_get_account (session)), ==, number);
  g_assert_true (row_is_shown (self->window, "vehicles"));
  gram_test_picture (GTK_WINDOW (self->window), "account-of-administrator-1200");

  /* Back to all of them, and to the registry's own history. */
  gtk_widget_activate_action (root, "win.go-accounts", NULL);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "accounts");
  g_assert_nonnull (gram_window_go (self->window, "history"));
  gram_test_settle ();
  gram_test_picture (GTK_WINDOW (self->window), "history-1200");

  /* Without an account its destinations go, and the page shown is not one of them. */
  gram_window_go (self->window, "overview");
  gram_session_set_account (session, NULL);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "accounts");
}

/* The switcher has the accounts visited, and the way to all others. */
static void
test_switcher (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *switcher;
  GtkWidget *row;
  GramSession *session;
  GramAccountsPage *page;

  gram_window_take_session (self->window,
                            gram_test_practice_new (self->path, "administrator@example.org"));
  session = gram_window_get_session (self->window);
  page = show_accounts (self);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *number = dup_number (page, i);

      gtk_widget_activate_action (root, "win.open-account", "s", number);
      gram_test_wait_until (shows_account, self->window);
      gtk_widget_activate_action (root, "win.go-accounts", NULL);
    }
  g_assert_cmpuint (g_list_model_get_n_items (gram_session_get_accounts (session)), ==, 2);

  gtk_widget_activate_action (root, "win.switch-account", NULL);
  switcher = gram_test_await (root, GRAM_TYPE_ACCOUNT_SWITCHER, NULL);
  row = gram_test_await (switcher, GRAM_TYPE_ACCOUNT_LABEL, NULL);
  while (gram_account_label_get_account (GRAM_ACCOUNT_LABEL (row))
         == gram_session_get_account (session))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (gtk_widget_get_parent (row));

      g_assert_nonnull (next);
      row = gram_test_await (next, GRAM_TYPE_ACCOUNT_LABEL, NULL);
    }
  gram_test_picture (GTK_WINDOW (self->window), "switcher-of-administrator");
  g_assert_true (gtk_widget_activate_action (row, "row.open", NULL));
  g_assert_true (gram_session_get_account (session)
                 == gram_account_label_get_account (GRAM_ACCOUNT_LABEL (row)));

  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "accounts");
  gtk_widget_activate_action (root, "win.find-account", "s", "wessex");
  gram_test_wait_until (lists_accounts, page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page->search_entry)), ==, "wessex");
}

static GramWindow *
other_window (Fixture *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (GRAM_IS_WINDOW (l->data) && l->data != (gpointer)self->window)
      return l->data;

  return NULL;
}

static gboolean
has_other_window (gpointer data)
{
  GramWindow *other = other_window (data);

  return other != NULL && shows_registry (other);
}

static gboolean
shows_other_account (gpointer data)
{
  return shows_account (other_window (data));
}

static gboolean
says_new_holder (gpointer data)
{
  GramAccount *account = gram_session_get_account (gram_window_get_session (data));

  return g_strcmp0 (gram_account_get_holder (account), "Harbour Street Holdings Ltd") == 0;
}

/* A second window has an account of its own, and hears what the first one does. */
static gboolean
is_april (gpointer data)
{
  return g_strcmp0 (gram_session_get_practice_today (data), "2026-04-01") == 0;
}

static void
test_beside (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GramSession *session;
  GramWindow *other;
  GramAccount *account;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gpointer gone;

  session = gram_test_practice_new (self->path, "aroha@example.org");
  gram_window_set_today (self->window, "2026-04-01");
  gram_window_take_session (self->window, session);
  gram_test_wait_until (is_april, session);
  account = gram_session_get_account (session);
  gtk_widget_activate_action (root, "win.new-window", NULL);
  gram_test_wait_until (has_other_window, self);
  other = other_window (self);
  gram_test_wait_until (is_april, gram_window_get_session (other));
  g_assert_true (gram_window_get_session (other) != session);
  g_assert_cmpstr (gram_session_get_person_email (gram_window_get_session (other)), ==,
                   "aroha@example.org");
  gtk_widget_activate_action (GTK_WIDGET (other), "win.go-account", NULL);
  gram_test_wait_until (shows_other_account, self);

  gram_session_perform_async (
      session, "account.edit",
      g_variant_new_parsed ("{'account': <%s>, 'holder': <'Harbour Street Holdings Ltd'>}",
                            gram_account_get_number (account)),
      NULL, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (session, result, NULL, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_wait_until (says_new_holder, self->window);
  gram_test_wait_until (says_new_holder, other);

  gone = other;
  g_object_add_weak_pointer (G_OBJECT (other), &gone);
  gtk_window_close (GTK_WINDOW (other));
  gram_test_wait_gone (&gone);
  g_assert_true (shows_registry (self->window));
}

/* A window that goes with a command under way is out of sight at once; the command is done all the same. */
static void
test_going (Fixture *self, gconstpointer data)
{
  GramWindow *going = gram_window_new (GTK_APPLICATION (application));
  GramSession *session = gram_test_own_new (self->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  gpointer gone = going;

  gram_window_take_session (going, session);
  gtk_window_present (GTK_WINDOW (going));
  g_object_add_weak_pointer (G_OBJECT (going), &gone);
  gram_session_perform_async (session, "inbox.set-event",
                              g_variant_new_parsed (
                                  "{'event': <'due-soon'>, 'inbox': <true>, 'desktop': <false>}"),
                              NULL, NULL, NULL, gram_test_keep_result, &result);
  gtk_window_close (GTK_WINDOW (going));
  g_assert_true (gone == NULL || !gtk_widget_get_visible (gone));
  g_assert_null (g_list_find (gtk_application_get_windows (GTK_APPLICATION (application)), going));

  gram_test_wait_gone (&gone);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (session, result, NULL, &refusal, NULL), ==,
                   GRAM_OUTCOME_DONE);
}

/* Somebody else, with the registry open on their own, sends a command. */
static void
perform_as (const char *path, const char *email, const char *command, GVariant *arguments)
{
  g_autoptr (GAsyncResult) opening = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *session;

  gram_session_open_async (path, NULL, gram_test_keep_result, &opening);
  gram_test_wait_result (&opening);
  session = gram_session_open_finish (opening, &error);
  g_assert_no_error (error);
  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  g_assert_cmpint (gram_session_sign_in_finish (session, signing, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_session_perform_async (session, command, arguments, NULL, NULL, NULL, gram_test_keep_result,
                              &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (session, result, NULL, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);

  /* The results hold the session. */
  g_clear_object (&opening);
  g_clear_object (&signing);
  g_clear_object (&result);
  gram_test_practice_close (session);
}

/* Who is removed from the account while looking at it sees why, and nothing of it any more. */
static void
test_account_lost (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gram_window_take_session (self->window,
                            gram_test_practice_new (self->path, "oliver@example.org"));
  gram_window_go (self->window, "account");
  perform_as (self->path, "eleanor@example.org", "member.remove",
              g_variant_new_parsed ("{'account': <'10000032'>, 'person': <'oliver@example.org'>}"));
  gram_test_await (root, GTK_TYPE_LABEL, "No Access Any More");
  g_assert_null (gram_window_get_destination (self->window));
  g_assert_null (gram_session_get_account (gram_window_get_session (self->window)));
  gram_test_picture (GTK_WINDOW (self->window), "account-lost");
  g_signal_emit_by_name (gram_test_await (root, GTK_TYPE_BUTTON, "Close the Registry"), "clicked");
  g_assert_true (shows_start (self->window));
}

/* With another account one goes on there. */
static void
test_account_left (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);

  gram_window_take_session (self->window, gram_test_practice_new (self->path, "aroha@example.org"));
  gram_window_go (self->window, "account");
  _gram_window_account_lost (self->window, "You are no longer a member of the account.");
  g_assert_null (gram_window_get_destination (self->window));
  gram_test_await (root, GTK_TYPE_LABEL, "You are no longer a member of the account.");
  g_signal_emit_by_name (gram_test_await (root, GTK_TYPE_BUTTON,
                                          "Go On with Harbour Street Imports Ltd"),
                         "clicked");
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "overview");
}

/* Who is removed from the registry is signed out, and told. */
static void
test_person_lost (Fixture *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (self->window);

  gram_window_take_session (self->window,
                            gram_test_practice_new (self->path, "oliver@example.org"));
  gram_window_go (self->window, "account");
  perform_as (self->path, "administrator@example.org", "user.remove",
              g_variant_new_parsed ("{'person': <'oliver@example.org'>}"));
  gram_test_wait_until (shows_sign_in, self->window);
  gram_test_await (root, GTK_TYPE_LABEL, "You Were Signed Out");
  gram_test_picture (GTK_WINDOW (self->window), "person-lost");
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

#define ADD(name, func) g_test_add ("/window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("start", test_start);
  ADD ("practice", test_practice);
  ADD ("no-registry", test_no_registry);
  ADD ("folder", test_folder);
  ADD ("own", test_own);
  ADD ("sign-in", test_sign_in);
  ADD ("administrator", test_administrator);
  ADD ("switcher", test_switcher);
  ADD ("beside", test_beside);
  ADD ("going", test_going);
  ADD ("account-lost", test_account_lost);
  ADD ("account-left", test_account_left);
  ADD ("person-lost", test_person_lost);
#undef ADD

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
