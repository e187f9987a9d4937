/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-events-page.h"

#include "gram-case-words.h"
#include "gram-failure.h"
#include "gram-questions-inbox.h"

#include <glib/gi18n-lib.h>

struct _GramEventsPage
{
  AdwPreferencesPage parent_instance;

  /* Template Widgets */
  AdwPreferencesGroup *inbox_group;
  AdwPreferencesGroup *desktop_group;
  GtkWidget *reset_row;

  /* Borrowed References: the switches, by event; NULL where the person cannot be told */
  AdwSwitchRow *inbox_rows[GRAM_EVENT_N + 1];
  AdwSwitchRow *desktop_rows[GRAM_EVENT_N + 1];

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GramEventsPage, gram_events_page, ADW_TYPE_PREFERENCES_PAGE)

static void ask (GramEventsPage *self);

static void
update_reset (GramEventsPage *self)
{
  gboolean differs = FALSE;

  for (int event = 1; event <= GRAM_EVENT_N; event++)
    {
      const GramEventRow *row = gram_event_row ((GramEvent)event);

      if (self->inbox_rows[event] == NULL)
        continue;
      differs = differs || adw_switch_row_get_active (self->inbox_rows[event]) != row->inbox
                || adw_switch_row_get_active (self->desktop_rows[event]) != row->desktop;
    }
  gtk_widget_set_sensitive (self->reset_row, differs);
}

static void
set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEventsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
          == GRAM_OUTCOME_DONE
      || self->session == NULL)
    return;

  gram_failure_present (GTK_WIDGET (self), _ ("Could Not Switch the Event"), refusal, error);
  /* The switches say again what holds. */
  ask (self);
}

static void
send (GramEventsPage *self, int event)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "event", "s", gram_word_for ("event", event));
  g_variant_dict_insert (&dict, "inbox", "b", adw_switch_row_get_active (self->inbox_rows[event]));
  g_variant_dict_insert (&dict, "desktop", "b",
                         adw_switch_row_get_active (self->desktop_rows[event]));
  gram_session_perform_async (self->session, "inbox.set-event", g_variant_dict_end (&dict), NULL,
                              NULL, NULL, set_cb, g_object_ref (self));
  update_reset (self);
}

static void
switched_cb (GramEventsPage *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  if (self->updating)
    return;

  for (int event = 1; event <= GRAM_EVENT_N; event++)
    if (self->inbox_rows[event] == row || self->desktop_rows[event] == row)
      send (self, event);
}

static AdwSwitchRow *
add_row (GramEventsPage *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  AdwSwitchRow *row = ADW_SWITCH_ROW (adw_switch_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

/* Both groups name the same events. */
static void
name_row (AdwSwitchRow *row, const char *format, const char *title)
{
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, title);
#pragma GCC diagnostic pop
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_event (GramEventsPage *self, const GramEventSwitch *event)
{
  if (self->inbox_rows[event->event] == NULL)
    {
      self->inbox_rows[event->event]
          = add_row (self, self->inbox_group, event->title, event->sentence);
      self->desktop_rows[event->event] = add_row (self, self->desktop_group, event->title, "");
      /* Translators: how a screen reader names a switch: %s is an event */
      name_row (self->inbox_rows[event->event], _ ("In the inbox: %s"), event->title);
      /* Translators: how a screen reader names a switch: %s is an event */
      name_row (self->desktop_rows[event->event], _ ("On the desktop: %s"), event->title);
    }
  adw_switch_row_set_active (self->inbox_rows[event->event], event->inbox);
  adw_switch_row_set_active (self->desktop_rows[event->event], event->desktop);
}

static void
events_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEventsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events
      = gram_session_events_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->session == NULL)
    return;
  if (events == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the Events"), refusal, error);
      return;
    }

  self->updating = TRUE;
  for (guint i = 0; i < events->len; i++)
    show_event (self, g_ptr_array_index (events, i));
  self->updating = FALSE;
  update_reset (self);
}

static void
ask (GramEventsPage *self)
{
  gram_session_events_async (self->session, self->cancellable, events_cb, g_object_ref (self));
}

static void
reset_cb (GramEventsPage *self)
{
  g_assert (GRAM_IS_EVENTS_PAGE (self));

  for (int event = 1; event <= GRAM_EVENT_N; event++)
    {
      const GramEventRow *row = gram_event_row ((GramEvent)event);

      if (self->inbox_rows[event] == NULL
          || (adw_switch_row_get_active (self->inbox_rows[event]) == row->inbox
              && adw_switch_row_get_active (self->desktop_rows[event]) == row->desktop))
        continue;
      self->updating = TRUE;
      adw_switch_row_set_active (self->inbox_rows[event], row->inbox);
      adw_switch_row_set_active (self->desktop_rows[event], row->desktop);
      self->updating = FALSE;
      send (self, event);
    }
}

static void
gram_events_page_dispose (GObject *object)
{
  GramEventsPage *self = (GramEventsPage *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_EVENTS_PAGE);

  G_OBJECT_CLASS (gram_events_page_parent_class)->dispose (object);
}

static void
gram_events_page_class_init (GramEventsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_events_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/window/gram-events-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramEventsPage, inbox_group);
  gtk_widget_class_bind_template_child (widget_class, GramEventsPage, desktop_group);
  gtk_widget_class_bind_template_child (widget_class, GramEventsPage, reset_row);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
gram_events_page_init (GramEventsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
gram_events_page_set_session (GramEventsPage *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_EVENTS_PAGE (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  ask (self);
}
