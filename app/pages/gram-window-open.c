/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-destinations.h"
#include "gram-failure.h"
#include "gram-settings.h"
#include "gram-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
_gram_window_show_view (GramWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->view_stack, name);
  if (!g_str_equal (name, "registry"))
    gtk_window_set_title (GTK_WINDOW (self), _ ("Gram"));
  _gram_window_actions_update (self);
}

static void
show_busy (GramWindow *self, const char *title, const char *description)
{
  g_cancellable_cancel (self->opening);
  g_set_object (&self->opening, NULL);
  self->opening = g_cancellable_new ();

  adw_status_page_set_title (self->busy_status, title);
  adw_status_page_set_description (self->busy_status, description);
  gtk_widget_set_visible (GTK_WIDGET (self->busy_progress), FALSE);
  _gram_window_show_view (self, "busy");
}

/* Nothing on the screen knows it from here on. */
static GramSession *
leave_session (GramWindow *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);

  if (self->session == NULL)
    return NULL;

  g_clear_object (&self->notifier);
  g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "practice");
  gram_sign_in_page_set_session (self->sign_in_page, NULL);
  gram_lock_page_set_session (self->lock_page, NULL);
  gram_account_switcher_set_session (self->switcher, NULL);
  _gram_window_drop_pages (self);
  return g_steal_pointer (&self->session);
}

void
_gram_window_close_session (GramWindow *self)
{
  g_autoptr (GramSession) session = leave_session (self);

  if (session != NULL)
    gram_session_close (session);
}

/* A window that nobody sees any more, and the application that goes on until its registry is closed. */
typedef struct
{
  GtkWindow *window;
  GApplication *application;
} Going;

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Going *going = user_data;

  gram_session_close_finish (GRAM_SESSION (source), result);
  gtk_window_destroy (going->window);
  g_object_unref (going->window);
  if (going->application != NULL)
    g_application_release (going->application);
  g_clear_object (&going->application);
}

gboolean
_gram_window_go_away (GramWindow *self)
{
  g_autoptr (GramSession) session = leave_session (self);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  Going *going;

  if (session == NULL)
    return FALSE;

  going = g_new0 (Going, 1);
  going->window = GTK_WINDOW (g_object_ref (self));
  if (application != NULL)
    {
      going->application = G_APPLICATION (g_object_ref (application));
      g_application_hold (going->application);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_window_set_application (GTK_WINDOW (self), NULL);
  gram_session_close_async (session, gone_cb, going);
  return TRUE;
}

static void
account_changed_cb (GramWindow *self)
{
  GramAccount *account = gram_session_get_account (self->session);

  if (account != NULL)
    g_settings_set_string (self->settings, "last-account", gram_account_get_number (account));
  _gram_window_update_destinations (self);
  _gram_window_update_badges (self);
}

void
_gram_window_restore_account (GramWindow *self)
{
  g_autofree char *number = g_settings_get_string (self->settings, "last-account");
  GramAccount *account = gram_session_find_account (self->session, number);

  if (account != NULL)
    gram_session_set_account (self->session, account);
}

void
_gram_window_show_registry (GramWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-page");

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_connect_object (self->session, "notify::account", G_CALLBACK (account_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (_gram_window_update_badges), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "permits-changed",
                           G_CALLBACK (_gram_window_actions_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::locked",
                           G_CALLBACK (_gram_window_locked_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::person-role",
                           G_CALLBACK (_gram_window_update_destinations), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "account-lost", G_CALLBACK (_gram_window_account_lost),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "person-lost", G_CALLBACK (_gram_window_person_lost),
                           self, G_CONNECT_SWAPPED);
  _gram_window_watch_badges (self);
  _gram_window_watch_notices (self);
  _gram_window_update_sidebar (self);
  _gram_window_update_destinations (self);
  _gram_window_update_badges (self);
  _gram_window_show_view (self, "registry");
  if (gram_window_go (self, last) == NULL && gram_window_go (self, "overview") == NULL)
    gram_window_go (self, "accounts");
  _gram_window_resume_notice (self);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramSession) session = NULL;
  g_autoptr (GError) error = NULL;

  session = gram_session_open_finish (result, &error);
  if (session != NULL && self->settings != NULL)
    {
      gram_window_take_session (self, g_steal_pointer (&session));
      return;
    }
  if (session != NULL)
    {
      /* The window went while the registry was opened. */
      gram_session_close (session);
      return;
    }

  if (self->settings == NULL)
    return;

  _gram_window_show_view (self, "start");
  if (g_error_matches (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_NOT_FOUND))
    g_settings_reset (self->settings, "last-registry");
  gram_failure_present (GTK_WIDGET (self), _ ("Could Not Open the Registry"), NULL, error);
}

void
gram_window_open (GramWindow *self, const char *path)
{
  g_return_if_fail (GRAM_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  _gram_window_close_session (self);
  show_busy (self, _ ("Opening the Registry…"), NULL);
  gram_session_open_async (path, self->opening, opened_cb, g_object_ref (self));
}

static void
practice_progress_cb (GramSession *session,
                      gint64 done,
                      gint64 total,
                      gint64 rows,
                      gpointer user_data)
{
  GramWindow *self = user_data;

  /* The window went while the registry was made. */
  if (self->busy_progress == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->busy_progress), total > 0);
  if (total > 0)
    /* Thousandths are enough for a bar. */
    gtk_progress_bar_set_fraction (self->busy_progress,
                                   (guint)(MIN (done, total) * 1000 / total) / 1000.0);
}

void
gram_window_open_practice (GramWindow *self, gboolean afresh)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "gram", NULL);
  g_autofree char *path = g_build_filename (folder, "practice.gram", NULL);

  g_return_if_fail (GRAM_IS_WINDOW (self));

  if (!afresh && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      gram_window_open (self, path);
      return;
    }

  _gram_window_close_session (self);
  g_mkdir_with_parents (folder, 0700);
  show_busy (self, _ ("Making the Practice Registry…"),
             _ ("Some 20,000 made-up vehicles; this takes a moment"));
  gram_session_create_practice_async (path, practice_progress_cb, self, self->opening, opened_cb,
                                      g_object_ref (self));
}
