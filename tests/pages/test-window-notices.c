/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"

#include "gram-application.h"
#include "gram-destinations.h"
#include "gram-dispute-view.h"
#include "gram-inbox-page.h"
#include "gram-session-person.h"
#include "gram-settings.h"
#include "gram-test-desktop.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-window-private.h"

/* A process has one. */
static GramApplication *application;

/*
 * The desktop's side of notifications, on the session bus of the test: what it was asked to show, and to take back.
 */
typedef struct
{
  GDBusConnection *bus;
  GDBusNodeInfo *info;
  GHashTable *shown; /* id → a{sv} */
  guint n_added;
  guint n_removed;
} Desktop;

static Desktop desktop;

static const char desktop_xml[]
    = "<node><interface name='org.gtk.Notifications'>"
      "<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='a{sv}' direction='in'/></method>"
      "<method name='RemoveNotification'><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/></method></interface></node>";

static void
desktop_call_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *object_path,
                 const char *interface_name,
                 const char *method_name,
                 GVariant *parameters,
                 GDBusMethodInvocation *invocation,
                 gpointer user_data)
{
  const char *id;

  if (g_str_equal (method_name, "AddNotification"))
    {
      GVariant *notification;

      g_variant_get (parameters, "(&s&s@a{sv})", NULL, &id, &notification);
      g_hash_table_replace (desktop.shown, g_strdup (id), notification);
      desktop.n_added++;
    }
  else
    {
      g_variant_get (parameters, "(&s&s)", NULL, &id);
      if (g_hash_table_remove (desktop.shown, id))
        desktop.n_removed++;
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
desktop_begin (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = desktop_call_cb };
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  desktop.shown
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_variant_unref);
  desktop.bus = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  desktop.info = g_dbus_node_info_new_for_xml (desktop_xml, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (desktop.bus, "/org/gtk/Notifications",
                                     desktop.info->interfaces[0], &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (desktop.bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.gtk.Notifications", 0u), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
desktop_end (void)
{
  g_dbus_connection_close_sync (desktop.bus, NULL, NULL);
  g_clear_object (&desktop.bus);
  g_clear_pointer (&desktop.info, g_dbus_node_info_unref);
  g_clear_pointer (&desktop.shown, g_hash_table_unref);
}

/* The only notification that is shown. */
static GVariant *
the_notification (void)
{
  GHashTableIter iter;
  gpointer notification = NULL;

  g_assert_cmpuint (g_hash_table_size (desktop.shown), ==, 1);
  g_hash_table_iter_init (&iter, desktop.shown);
  g_hash_table_iter_next (&iter, NULL, &notification);

  return notification;
}

static gboolean
is_shown (gpointer data)
{
  return g_hash_table_size (desktop.shown) == GPOINTER_TO_UINT (data);
}

static void
await_shown (guint n)
{
  gram_test_wait_until (is_shown, GUINT_TO_POINTER (n));
  gram_test_settle ();
}

/* The person clicks on it, or on its button. */
static void
click (GVariant *notification)
{
  g_autoptr (GVariant) target
      = g_variant_lookup_value (notification, "default-action-target", NULL);
  const char *action;

  g_assert_true (g_variant_lookup (notification, "default-action", "&s", &action));
  g_assert_true (g_str_has_prefix (action, "app."));
  g_action_group_activate_action (G_ACTION_GROUP (application), action + strlen ("app."), target);
}

static void
press_button (GVariant *notification)
{
  g_autoptr (GVariant) buttons
      = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GVariant) button = g_variant_get_child_value (buttons, 0);
  g_autoptr (GVariant) target = g_variant_lookup_value (button, "target", NULL);
  const char *action;

  g_assert_true (g_variant_lookup (button, "action", "&s", &action));
  g_action_group_activate_action (G_ACTION_GROUP (application), action + strlen ("app."), target);
}

typedef struct
{
  CasesFixture cases;
  GramWindow *window;
  GramWindow *beside;
} Fixture;

static GramWindow *
window_new (Fixture *self, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramWindow *window = gram_window_new (GTK_APPLICATION (application));
  GramSession *session;

  gram_session_open_async (self->cases.path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  g_assert_cmpint (gram_session_sign_in_finish (session, signing, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_window_take_session (window, session);

  return window;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = gram_settings_new ();

  g_settings_reset (settings, "last-page");
  g_settings_reset (settings, "last-account");
  desktop.n_added = desktop.n_removed = 0;
  cases_fixture_open_copy (&self->cases);
  gram_test_practice_close (g_steal_pointer (&self->cases.session));
  /* What the practice registry begins with is told before. */
  cases_fixture_perform_elsewhere (&self->cases, CASES_OFFICER, "inbox.mark",
                                   "{'all': <true>, 'as': <'read'>}");
  cases_fixture_perform_elsewhere (&self->cases, CASES_HANDLER, "inbox.mark",
                                   "{'all': <true>, 'as': <'read'>}");
  self->window = window_new (self, CASES_OFFICER);
  gram_test_settle ();
}

static void
close_window (GramWindow *window)
{
  gpointer weak = window;
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)))
         != NULL)
    adw_dialog_force_close (dialog);
  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  /* One that was never seen does not close. */
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  gram_test_wait_gone (&weak);
  gram_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->beside != NULL)
    close_window (self->beside);
  if (self->window != NULL)
    close_window (self->window);
  /* Nothing of a window that is gone stays on the desktop. */
  await_shown (0);
  cases_fixture_free_copy (&self->cases);
}

/* The administrator asks in one case; that is news for the officer. */
static void
ask_about (Fixture *self, gint64 case_id)
{
  g_autofree char *claim = g_strdup_printf ("{'cases': <[int64 %" PRId64 "]>}", case_id);
  g_autofree char *ask = g_strdup_printf ("{'account': <'10000016'>, 'case': <int64 %" PRId64
                                          ">, 'text': <'Which certificate?'>}",
                                          case_id);

  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "case.claim", claim);
  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "case.ask", ask);
}

static gint64
get_unread (Fixture *self)
{
  gint64 unread = -1;

  g_object_get (gram_window_get_session (self->window), "unread", &unread, NULL);

  return unread;
}

static gboolean
all_read (gpointer data)
{
  return get_unread (data) == 0;
}

static gboolean
one_unread (gpointer data)
{
  return get_unread (data) == 1;
}

static gboolean
shows_case (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (data);

  return dialog != NULL && GRAM_IS_DISPUTE_VIEW (dialog);
}

/* While the window is not used the desktop tells it, once; a click opens exactly that case and takes it back. */
static void
test_click (Fixture *self, gconstpointer data)
{
  GVariant *notification;
  const char *title;
  const char *body;

  ask_about (self, self->cases.value);
  await_shown (1);
  notification = the_notification ();
  g_assert_true (g_variant_lookup (notification, "title", "&s", &title));
  g_assert_cmpstr (title, ==, "Information asked");
  g_assert_true (g_variant_lookup (notification, "body", "&s", &body));
  g_assert_true (g_str_has_prefix (body, "The administrator asks for information in case "));
  g_assert_nonnull (strchr (body, '\n'));
  g_assert_cmpuint (desktop.n_added, ==, 1);
  g_assert_true (one_unread (self));

  click (notification);
  gram_test_wait_until (shows_case, self->window);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "disputes");
  gram_test_wait_until (all_read, self);
  await_shown (0);
  g_assert_cmpuint (desktop.n_removed, ==, 1);
}

/* The button marks it, and nothing opens. */
static void
test_button (Fixture *self, gconstpointer data)
{
  const char *before = gram_window_get_destination (self->window);

  ask_about (self, self->cases.value);
  await_shown (1);
  press_button (the_notification ());
  gram_test_wait_until (all_read, self);
  await_shown (0);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, before);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

/* Read in another program it is taken back, too; and two windows of one person tell it once. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  self->beside = window_new (self, CASES_OFFICER);
  gram_test_settle ();
  ask_about (self, self->cases.value);
  await_shown (1);
  gram_test_wait_until (one_unread, self);
  cases_fixture_perform_elsewhere (&self->cases, CASES_OFFICER, "inbox.mark",
                                   "{'all': <true>, 'as': <'read'>}");
  await_shown (0);
  g_assert_cmpuint (desktop.n_added, ==, 1);
}

/* Behind the lock nothing is told, and what was told is taken back. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  ask_about (self, self->cases.value);
  await_shown (1);
  gram_session_lock (gram_window_get_session (self->window));
  await_shown (0);
}

/* Somebody else is told nothing of it. */
static void
test_others (Fixture *self, gconstpointer data)
{
  self->beside = window_new (self, CASES_HANDLER);
  gram_test_settle ();
  ask_about (self, self->cases.value);
  await_shown (1);
  g_assert_cmpuint (desktop.n_added, ==, 1);

  /* A click goes to the officer's window, not to the one used last. */
  gtk_window_present (GTK_WINDOW (self->beside));
  click (the_notification ());
  gram_test_wait_until (shows_case, self->window);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->beside)));
}

static gboolean
has_left (gpointer data)
{
  return g_strcmp0 (gram_window_get_view (data), "sign-in") == 0;
}

/* Clicked on when nobody is signed in, it waits for its person. */
static void
test_sign_in (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) notification = NULL;

  ask_about (self, self->cases.value);
  await_shown (1);
  notification = g_variant_ref (the_notification ());
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.switch-person", NULL);
  gram_test_wait_until (has_left, self->window);
  await_shown (0);

  gram_window_open_notice (self->window, CASES_OFFICER, 0);
  g_assert_true (has_left (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_activate_action (gram_test_await (GTK_WIDGET (self->window), ADW_TYPE_ACTION_ROW,
                                               "Aroha Ngata"),
                              "widget.press", NULL);
  gram_test_await (GTK_WIDGET (self->window), GRAM_TYPE_INBOX_PAGE, NULL);
  g_assert_cmpstr (gram_window_get_destination (self->window), ==, "inbox");
}

static gboolean
badge_says (gpointer data)
{
  GramWindow *window = data;
  guint n;
  const GramDestination *destinations = gram_destinations_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (destinations[i].name, "inbox"))
      return gtk_widget_get_visible (GTK_WIDGET (window->badges[i]))
             && g_str_equal (gtk_label_get_text (window->badges[i]), "1");

  return FALSE;
}

/* Who uses the window reads it there; the sidebar counts it. */
static void
test_toast (Fixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  gram_test_wait_until ((GramTestCondition)gtk_window_is_active, self->window);
  ask_about (self, self->cases.value);
  gram_test_wait_until (badge_says, self->window);
  gtk_widget_activate (gram_test_await (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Open"));
  gram_test_wait_until (shows_case, self->window);
  gram_test_picture (GTK_WINDOW (self->window), "notice-opened");
  g_assert_cmpuint (desktop.n_added, ==, 0);
}

static gboolean
exists (gpointer data)
{
  return g_file_query_exists (data, NULL);
}

static guint
count (const char *text, const char *wanted)
{
  guint n = 0;

  for (const char *at = strstr (text, wanted); at != NULL; at = strstr (at + 1, wanted))
    n++;

  return n;
}

/* Files for a calendar and for the holder's own registry. */
static void
test_files (Fixture *self, gconstpointer data)
{
  g_autofree char *calendar_path = gram_test_dir_file (self->cases.dir, "deadlines.ics");
  g_autofree char *answers_path = gram_test_dir_file (self->cases.dir, "answers.jsonl");
  g_autoptr (GFile) calendar = g_file_new_for_path (calendar_path);
  g_autoptr (GFile) answers = g_file_new_for_path (answers_path);
  g_autofree char *text = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *claim
      = g_strdup_printf ("{'cases': <[int64 %" PRId64 "]>}", self->cases.not_ours);
  g_autofree char *decline = g_strdup_printf ("{'account': <'10000016'>, 'cases': <[int64 %" PRId64
                                              "]>, 'reason': <'It is yours.'>}",
                                              self->cases.not_ours);

  gtk_window_present (GTK_WINDOW (self->window));
  ask_about (self, self->cases.value);
  gram_window_export_deadlines (self->window, calendar);
  gram_test_wait_until (exists, calendar);
  g_assert_true (g_file_get_contents (calendar_path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR"));
  exported = g_strdup_printf ("%u deadlines exported", count (text, "BEGIN:VEVENT"));
  gram_test_await (GTK_WIDGET (self->window), GTK_TYPE_LABEL, exported);

  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "case.claim", claim);
  cases_fixture_perform_elsewhere (&self->cases, CASES_ADMINISTRATOR, "dispute.decline", decline);
  self->beside = window_new (self, CASES_ADMINISTRATOR);
  gtk_window_present (GTK_WINDOW (self->beside));
  gram_window_export_answers (self->beside, 1, answers);
  gram_test_await (GTK_WIDGET (self->beside), GTK_TYPE_LABEL, "1 answer exported");
  g_assert_true (exists (answers));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gram_test_gtk_init (&argc, &argv);
  gram_test_desktop_make ();
  desktop_begin ();
  application = gram_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  cases_fixture_begin ();

#define ADD(name, func) g_test_add ("/window-notices/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("click", test_click);
  ADD ("button", test_button);
  ADD ("elsewhere", test_elsewhere);
  ADD ("lock", test_lock);
  ADD ("others", test_others);
  ADD ("sign-in", test_sign_in);
  ADD ("toast", test_toast);
  ADD ("files", test_files);
#undef ADD

  status = g_test_run ();
  cases_fixture_end ();
  g_clear_object (&application);
  desktop_end ();
  return status;
}
