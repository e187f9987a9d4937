/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-for-me-dialog.h"
#include "gram-password-dialog.h"
#include "gram-person-texts.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>

/*
 * The person at the window: what is said after signing in, the own password, and the lock when nobody is there.
 */

#define CHECK_SECONDS 5

/* Somebody who works in one window is there for all of them. Monotonic time. */
static gint64 last_activity;

static gboolean
is_locked (GramWindow *self)
{
  return self->session != NULL && gram_session_get_locked (self->session);
}

static gboolean
can_lock (GramWindow *self)
{
  return self->session != NULL && gram_session_get_signed_in (self->session)
         && gram_session_get_kind (self->session) != GRAM_REGISTRY_PRACTICE
         && !gram_session_get_locked (self->session);
}

/* Whatever lies over the window would be seen over the lock. */
static void
close_dialogs (GramWindow *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
         != NULL)
    adw_dialog_force_close (dialog);
}

void
_gram_window_locked_changed (GramWindow *self)
{
  if (!is_locked (self))
    {
      _gram_window_actions_update (self);
      return;
    }

  close_dialogs (self);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  gram_lock_page_set_session (self->lock_page, self->session);
  _gram_window_show_view (self, "lock");
}

/* Something that was on its way when the window was locked. */
static void
dialog_shown_cb (GramWindow *self)
{
  if (is_locked (self))
    close_dialogs (self);
}

void
_gram_window_unlocked (GramWindow *self)
{
  last_activity = g_get_monotonic_time ();
  gram_lock_page_set_session (self->lock_page, NULL);
  _gram_window_update_sidebar (self);
  _gram_window_show_view (self, "registry");
  _gram_window_resume_notice (self);
}

void
_gram_window_check_idle (GramWindow *self, gint64 now)
{
  gint64 limit = g_settings_get_uint (self->settings, "idle-lock-minutes") * G_TIME_SPAN_MINUTE;

  if (can_lock (self) && g_settings_get_boolean (self->settings, "idle-lock")
      && now - last_activity >= limit)
    gram_session_lock (self->session);
}

static gboolean
check_cb (gpointer user_data)
{
  _gram_window_check_idle (user_data, g_get_monotonic_time ());

  return G_SOURCE_CONTINUE;
}

static gboolean
event_cb (GtkEventController *controller, GdkEvent *event)
{
  last_activity = g_get_monotonic_time ();

  return GDK_EVENT_PROPAGATE;
}

void
_gram_window_watch_person (GramWindow *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (dialog_shown_cb), NULL);
  last_activity = g_get_monotonic_time ();
  self->idle_source = g_timeout_add_seconds (CHECK_SECONDS, check_cb, self);
}

static void
failed_tries_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "change"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.change-password", NULL);
}

/* Wrong passwords may have been somebody else's. */
static void
present_failed_tries (GramWindow *self, guint tries, const char *previous)
{
  AdwDialog *dialog;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  heading = g_strdup_printf (ngettext ("%u Wrong Password", "%u Wrong Passwords", tries), tries);
  /* Translators: %s is a day and time */
  body = g_strdup_printf (
      _ ("Somebody failed to sign in as you this often since you were here last, on %s. If that was not you, change your password."),
      previous);
  dialog = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "close", _ ("It Was _Me"), "change",
                                  _ ("_Change Password…"), NULL);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, failed_tries_cb,
                           g_object_ref (self));
}

void
_gram_window_greet (GramWindow *self)
{
  guint tries = gram_session_get_failed_tries (self->session);
  gint64 at = gram_session_get_previous_sign_in (self->session);
  g_autofree char *previous = gram_person_text_instant (at);
  g_autofree char *text = NULL;

  if (gram_session_get_kind (self->session) == GRAM_REGISTRY_PRACTICE)
    return;

  if (tries > 0)
    {
      present_failed_tries (self, tries, previous);
      return;
    }

  /* Translators: %s is a day and time */
  text = at != 0 ? g_strdup_printf (_ ("Last here: %s"), previous)
                 : g_strdup (_ ("You are signed in for the first time"));
  _gram_window_toast (self, text);
}

static void
lock_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  if (can_lock (self))
    gram_session_lock (self->session);
}

static void
sign_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  close_dialogs (self);
  gram_lock_page_set_session (self->lock_page, NULL);
  _gram_window_show_sign_in (self);
}

static void
change_password_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_password_dialog_new (GRAM_WINDOW (widget)->session), widget);
}

static void
for_me_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_for_me_dialog_new (GRAM_WINDOW (widget)->session), widget);
}

void
_gram_window_class_person_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, sign_out_action);
  gtk_widget_class_install_action (widget_class, "win.change-password", NULL,
                                   change_password_action);
  gtk_widget_class_install_action (widget_class, "win.for-me", NULL, for_me_action);
}

void
_gram_window_person_update (GramWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean signed_in = self->session != NULL && gram_session_get_signed_in (self->session);
  gboolean practice = signed_in && gram_session_get_kind (self->session) == GRAM_REGISTRY_PRACTICE;

  /* In a practice registry nobody has a password: there one switches. */
  gtk_widget_action_set_enabled (widget, "win.switch-person", practice);
  gtk_widget_action_set_enabled (widget, "win.sign-out", signed_in && !practice);
  gtk_widget_action_set_enabled (widget, "win.lock", can_lock (self));
  gtk_widget_action_set_enabled (widget, "win.change-password", can_lock (self));
  gtk_widget_action_set_enabled (widget, "win.for-me", signed_in && !is_locked (self));
}
