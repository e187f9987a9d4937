/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-fixture.h"

#include "gram-account-page.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-text-row.h"

#define OWNER "aroha@example.org"

void
account_fixture_set_up (AccountFixture *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  self->session = gram_test_practice_new (self->path, OWNER);
}

void
account_fixture_set_up_own (AccountFixture *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "own.gram");
  self->session = gram_test_own_new (self->path);
}

void
account_fixture_tear_down (AccountFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gram_test_window_close (self->window);
  gram_test_practice_close (self->session);
  g_free (self->path);
  gram_test_dir_free (self->dir);
}

static void
sign_in (GramSession *session, const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
}

static char *
dup_number (GramSession *session)
{
  return g_strdup (gram_account_get_number (gram_session_get_account (session)));
}

static void
visit (GramSession *session, const char *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_visit_async (session, number, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_visit_finish (session, result, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
}

void
account_fixture_become (AccountFixture *self, const char *email)
{
  g_autofree char *number = dup_number (self->session);

  sign_in (self->session, email);
  visit (self->session, number);
  gram_test_settle ();
}

static void
perform (GramSession *session, const char *number, const char *command, const char *arguments)
{
  g_autoptr (GVariant) given = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GVariantDict) dict = { 0 };

  given = g_variant_parse (G_VARIANT_TYPE_VARDICT, arguments, NULL, NULL, &error);
  g_assert_no_error (error);
  g_variant_dict_init (&dict, given);
  g_variant_dict_insert (&dict, "account", "s", number);
  gram_session_perform_async (session, command, g_variant_dict_end (&dict), NULL, NULL, NULL,
                              gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  if (gram_session_perform_finish (session, result, NULL, &refusal, &error) != GRAM_OUTCOME_DONE)
    g_error ("%s: %s", command, refusal != NULL ? refusal->message : error->message);
  gram_test_settle ();
}

void
account_fixture_perform (AccountFixture *self, const char *command, const char *arguments)
{
  g_autofree char *number = dup_number (self->session);

  perform (self->session, number, command, arguments);
}

void
account_fixture_perform_elsewhere (AccountFixture *self,
                                   const char *email,
                                   const char *command,
                                   const char *arguments)
{
  g_autofree char *number = dup_number (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *other;

  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  other = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  sign_in (other, email);
  perform (other, number, command, arguments);
  gram_test_practice_close (other);
}

static gboolean
has_read (gpointer data)
{
  GtkWidget *row = gram_test_find (data, ADW_TYPE_ACTION_ROW, "Number");

  return row != NULL && gtk_widget_get_mapped (row);
}

GtkWidget *
account_fixture_show_page (AccountFixture *self, int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_ACCOUNT_PAGE, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_wait_until (has_read, page);
  gram_test_settle ();

  return page;
}

void
account_fixture_open_empty (AccountFixture *self)
{
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  const char *number;

  arguments
      = g_variant_parse (G_VARIANT_TYPE_VARDICT,
                         "{'kind': <'ccs-used'>, 'holder': <'Tidewater Vehicle Imports Ltd'>, "
                         "'contact-name': <'Aroha Ngata'>, 'contact-email': "
                         "<'tidewater@example.org'>}",
                         NULL, NULL, &error);
  g_assert_no_error (error);
  gram_session_perform_async (self->session, "account.open", arguments, NULL, NULL, NULL,
                              gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (self->session, result, &value, &refusal, &error),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_true (g_variant_lookup (value, "account", "&s", &number));
  visit (self->session, number);
  gram_test_settle ();
}

typedef struct
{
  AccountFixture *self;
  GType type;
  const char *name;
  const char *text;
  GramAccountState state;
} Wanted;

/* Who sees a dialog uses the dialog. */
static GtkWidget *
find (const Wanted *wanted)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (wanted->self->window));

  return gram_test_find (dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (wanted->self->window),
                         wanted->type, wanted->name);
}

static gboolean
is_there (gpointer data)
{
  return find (data) != NULL;
}

GtkWidget *
account_fixture_await (AccountFixture *self, GType type, const char *name)
{
  Wanted wanted = { .self = self, .type = type, .name = name };

  gram_test_wait_until (is_there, &wanted);

  return find (&wanted);
}

void
account_fixture_press (AccountFixture *self, const char *label)
{
  GtkWidget *button = account_fixture_await (self, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gram_test_settle ();
}

void
account_fixture_activate (AccountFixture *self, const char *title)
{
  GtkWidget *row = account_fixture_await (self, ADW_TYPE_PREFERENCES_ROW, title);

  g_assert_true (gtk_widget_is_sensitive (row));
  gtk_widget_activate_action (row, "widget.press", NULL);
  gram_test_settle ();
}

void
account_fixture_write (AccountFixture *self, const char *title, const char *text)
{
  GtkWidget *row = account_fixture_await (self, ADW_TYPE_PREFERENCES_ROW, title);

  if (GRAM_IS_TEXT_ROW (row))
    gram_text_row_set_text (GRAM_TEXT_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  gram_test_settle ();
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

void
account_fixture_wait_ready (AccountFixture *self, const char *label)
{
  gram_test_wait_until (is_sensitive, account_fixture_await (self, GTK_TYPE_BUTTON, label));
  gram_test_settle ();
}

static gboolean
is_fresh (gpointer data)
{
  return *(gboolean *)data;
}

static void
set_fresh (gboolean *fresh)
{
  *fresh = TRUE;
}

void
account_fixture_refresh (AccountFixture *self)
{
  gboolean fresh = FALSE;
  gulong handler
      = g_signal_connect_swapped (self->session, "changed", G_CALLBACK (set_fresh), &fresh);

  if (gram_session_get_busy (self->session))
    gram_test_wait_until (is_fresh, &fresh);
  g_signal_handler_disconnect (self->session, handler);
  gram_test_settle ();
}

static gboolean
begins_so (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *row = find (wanted);

  return row != NULL
         && g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), wanted->text);
}

void
account_fixture_wait_text (AccountFixture *self, const char *title, const char *text)
{
  Wanted wanted = { .self = self, .type = ADW_TYPE_ACTION_ROW, .name = title, .text = text };

  gram_test_wait_until (begins_so, &wanted);
}

static gboolean
is_in_state (gpointer data)
{
  const Wanted *wanted = data;

  return gram_account_get_state (gram_session_get_account (wanted->self->session)) == wanted->state;
}

void
account_fixture_wait_state (AccountFixture *self, GramAccountState state)
{
  Wanted wanted = { .self = self, .state = state };

  gram_test_wait_until (is_in_state, &wanted);
  gram_test_settle ();
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_window_get_visible_dialog (data) == NULL;
}

void
account_fixture_wait_closed (AccountFixture *self)
{
  gram_test_wait_until (has_no_dialog, self->window);
  gram_test_settle ();
}

void
account_fixture_picture (AccountFixture *self, const char *name)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (g_getenv ("GRAM_PICTURES") == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s", name, i == 0 ? "light" : "dark");

      adw_style_manager_set_color_scheme (style, i == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                        : ADW_COLOR_SCHEME_FORCE_DARK);
      gram_test_picture (self->window, file);
    }
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
}
