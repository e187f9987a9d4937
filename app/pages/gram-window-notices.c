/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-accounts-button.h"
#include "gram-case-query.h"
#include "gram-case-queue.h"
#include "gram-failure.h"
#include "gram-inbox-page.h"
#include "gram-questions-inbox.h"
#include "gram-session-person.h"
#include "gram-vehicle-details.h"

#include <glib/gi18n-lib.h>

/*
 * What people are told: a notification of the desktop or, over the window that is used just now, a toast; and the way from
 * a notice to exactly what it is about.
 */

/* Cases are listed where who is told works on them. */
static void
show_cases (GramWindow *self, const GramNoticeRow *row)
{
  gboolean overdue = row->event == GRAM_EVENT_OVERDUE;
  gboolean due = overdue || row->event == GRAM_EVENT_DUE_SOON;

  if (gram_accounts_administers (self->session)
      && gram_session_get_kind (self->session) != GRAM_REGISTRY_OWN)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cases", "(uuu)",
                                (guint)(overdue ? 0 : GRAM_CASE_WHOSE_MINE),
                                due ? 1u << (overdue ? GRAM_CASE_DUE_OVERDUE : GRAM_CASE_DUE_WEEK)
                                    : 0,
                                0u);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-disputes", "(uu)",
                                (guint)(row->event == GRAM_EVENT_DISPUTE_DECIDED ? GRAM_CASE_DECIDED
                                                                                 : 0),
                                0u);
}

static void
show_case (GramWindow *self, const GramNoticeRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-case", "x", row->subject_id);
}

static void
show_vehicle (GramWindow *self, const GramNoticeRow *row)
{
  if (gram_window_go (self, "vehicles") != NULL)
    adw_dialog_present (ADW_DIALOG (
                            gram_vehicle_details_new_for_id (self->session, row->subject_id)),
                        GTK_WIDGET (self));
}

static void
show_vehicles (GramWindow *self, const GramNoticeRow *row)
{
  GramVehicleStatus status
      = row->event == GRAM_EVENT_AUTO_ACCEPTED ? GRAM_VEHICLE_ACCEPTED : GRAM_VEHICLE_READY;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-vehicles", "(uu)", 1u << status, 0u);
}

static void
show_trade (GramWindow *self, const GramNoticeRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-trade", "x", row->subject_id);
}

static void
show_trades (GramWindow *self, const GramNoticeRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trades", "u", 0u);
}

static void
show_transfer (GramWindow *self, const GramNoticeRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-transfer", "x", row->subject_id);
}

static void
show_credits (GramWindow *self, const GramNoticeRow *row)
{
  gram_window_go (self, "credits");
}

static void
show_account (GramWindow *self, const GramNoticeRow *row)
{
  gram_window_go (self, "account");
}

static void
show_membership (GramWindow *self, const GramNoticeRow *row)
{
  gram_window_go (self, "people");
}

/* The way to each kind of thing that people are told about. */
static const struct
{
  const char *subject;
  void (*show) (GramWindow *self, const GramNoticeRow *row);
} ways[] = {
  { "case", show_case },         { "cases", show_cases },     { "vehicle", show_vehicle },
  { "vehicles", show_vehicles }, { "account", show_account }, { "membership", show_membership },
  { "trade", show_trade },       { "trades", show_trades },   { "transfer", show_transfer },
  { "credits", show_credits },
};

static void
show_object (GramWindow *self, const GramNoticeRow *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].subject, row->subject) == 0)
      ways[i].show (self, row);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramNoticeItem) notice
      = gram_session_open_notice_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->session != GRAM_SESSION (object))
    return;
  if (notice != NULL)
    show_object (self, gram_notice_item_get_row (notice));
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Open the Notice"), refusal, error);
}

/* What is open is about something else; what asks first whether to discard what was typed, stays. */
static gboolean
close_dialogs (GramWindow *self)
{
  AdwDialog *dialog;
  AdwDialog *before = NULL;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
         != NULL)
    {
      if (dialog == before || !adw_dialog_close (dialog))
        return FALSE;
      before = dialog;
    }

  return TRUE;
}

static void
open_notice (GramWindow *self, gint64 notice_id)
{
  if (!close_dialogs (self))
    return;
  if (notice_id != 0)
    gram_session_open_notice_async (self->session, notice_id, NULL, opened_cb, g_object_ref (self));
  else
    gram_window_go (self, "inbox");
}

void
_gram_window_resume_notice (GramWindow *self)
{
  g_autofree char *person = g_steal_pointer (&self->awaited_person);

  /* Whoever signs in instead is told of their own. */
  if (g_strcmp0 (person, gram_session_get_person_email (self->session)) == 0)
    open_notice (self, self->awaited_notice);
}

static gboolean
is_there (GramWindow *self)
{
  return self->session != NULL && gram_session_get_signed_in (self->session)
         && !gram_session_get_locked (self->session);
}

void
gram_window_open_notice (GramWindow *self, const char *person, gint64 notice_id)
{
  g_return_if_fail (GRAM_IS_WINDOW (self));
  g_return_if_fail (person != NULL);

  g_set_str (&self->awaited_person, person);
  self->awaited_notice = notice_id;
  if (is_there (self))
    _gram_window_resume_notice (self);
}

gboolean
gram_window_is_of (GramWindow *self, const char *path, const char *person)
{
  g_return_val_if_fail (GRAM_IS_WINDOW (self), FALSE);

  return self->session != NULL && g_strcmp0 (gram_session_get_path (self->session), path) == 0
         && gram_session_get_signed_in (self->session)
         && g_strcmp0 (gram_session_get_person_email (self->session), person) == 0;
}

/* The window that the person uses just now, whichever of theirs it is. */
static GramWindow *
find_active (GramWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GtkWindow *active = application != NULL ? gtk_application_get_active_window (application) : NULL;

  if (active == NULL || !gtk_window_is_active (active) || !GRAM_IS_WINDOW (active)
      || !gram_window_is_of (GRAM_WINDOW (active), gram_session_get_path (self->session),
                             gram_session_get_person_email (self->session))
      || !is_there (GRAM_WINDOW (active)))
    return NULL;

  return GRAM_WINDOW (active);
}

static void
add_toast (GramWindow *self, const char *text, const char *button, gint64 notice_id)
{
  AdwToast *toast;

  /* Who looks at the inbox sees it there. */
  if (g_strcmp0 (gram_window_get_destination (self), "inbox") == 0)
    return;

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, "win.open-notice");
  adw_toast_set_action_target (toast, "x", notice_id);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
arrived_cb (GramWindow *self, GramNoticeItem *notice)
{
  GramWindow *active = find_active (self);
  const GramNoticeRow *row = gram_notice_item_get_row (notice);

  if (active != NULL && row != NULL)
    add_toast (active, row->sentence, _ ("_Open"), row->id);
  else if (self->notifier != NULL)
    gram_notifier_show (self->notifier, notice);
}

static void
many_arrived_cb (GramWindow *self, guint n)
{
  GramWindow *active = find_active (self);
  g_autofree char *text = NULL;

  if (active == NULL)
    {
      if (self->notifier != NULL)
        gram_notifier_show_many (self->notifier, n);
      return;
    }

  text = g_strdup_printf (ngettext ("%u new notice", "%u new notices", n), n);
  add_toast (active, text, _ ("_Inbox"), 0);
}

void
_gram_window_watch_notices (GramWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_clear_object (&self->notifier);
  if (application != NULL)
    self->notifier = gram_notifier_new (G_APPLICATION (application), self->session);
  g_signal_connect_object (self->session, "notice-arrived", G_CALLBACK (arrived_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notices-arrived", G_CALLBACK (many_arrived_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
open_notice_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_notice (GRAM_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
          != GRAM_OUTCOME_DONE
      && self->session == GRAM_SESSION (object))
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Mark the Notice"), refusal, error);
}

static void
read_notice_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  gram_session_perform_async (self->session, "inbox.mark",
                              g_variant_new_parsed ("{'notices': <[%x]>, 'as': <'read'>}",
                                                    g_variant_get_int64 (parameter)),
                              NULL, NULL, NULL, read_cb, g_object_ref (self));
}

void
_gram_window_class_notices_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-notice", "x", open_notice_action);
  gtk_widget_class_install_action (widget_class, "win.read-notice", "x", read_notice_action);
}

void
_gram_window_notices_update (GramWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-notice", is_there (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.read-notice", is_there (self));
}
