/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-account-switcher.h"
#include "gram-destinations.h"
#include "gram-page.h"
#include "gram-pressable.h"
#include "gram-settings.h"
#include "gram-start-page.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramWindow, gram_window, ADW_TYPE_APPLICATION_WINDOW)

static void
save_size (GramWindow *self)
{
  int width;
  int height;

  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)) || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
}

static void
restore_size (GramWindow *self)
{
  int width;
  int height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* Who signs in next time is most often the same person. */
static void
note_person (GramWindow *self)
{
  if (gram_session_get_kind (self->session) != GRAM_REGISTRY_PRACTICE)
    g_settings_set_string (self->settings, "last-email",
                           gram_session_get_person_email (self->session));
}

static void
signed_in_cb (GramWindow *self)
{
  g_assert (GRAM_IS_WINDOW (self));

  note_person (self);
  _gram_window_restore_account (self);
  _gram_window_show_registry (self);
  _gram_window_greet (self);
}

static void
unlocked_cb (GramWindow *self)
{
  g_assert (GRAM_IS_WINDOW (self));

  _gram_window_unlocked (self);
}

static void
cancel_opening_cb (GramWindow *self)
{
  g_assert (GRAM_IS_WINDOW (self));

  g_cancellable_cancel (self->opening);
}

static void
destination_selected_cb (GramWindow *self, GtkListBoxRow *row)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);

  g_assert (GRAM_IS_WINDOW (self));

  if (row != NULL)
    gram_window_go (self, destinations[_gram_window_get_position (row)].name);
}

/* In a narrow window, choosing the destination that is chosen already has to lead there, too. */
static void
destination_activated_cb (GramWindow *self, GtkListBoxRow *row)
{
  g_assert (GRAM_IS_WINDOW (self));

  destination_selected_cb (self, row);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static gboolean
gram_window_close_request (GtkWindow *window)
{
  GramWindow *self = GRAM_WINDOW (window);

  /* A dialog that is open is closed in place of the window. */
  if (GTK_WINDOW_CLASS (gram_window_parent_class)->close_request (window))
    return GDK_EVENT_STOP;

  save_size (self);
  g_cancellable_cancel (self->opening);
  /* What was sent last is waited for out of sight, so that no other window stands still. */
  return _gram_window_go_away (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
gram_window_dispose (GObject *object)
{
  GramWindow *self = (GramWindow *)object;

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->idle_source, g_source_remove);
  _gram_window_close_session (self);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->awaited_person, g_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_window_parent_class)->dispose (object);
}

static void
gram_window_class_init (GramWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gram_window_close_request;

  g_type_ensure (GRAM_TYPE_ACCOUNT_SWITCHER);
  g_type_ensure (GRAM_TYPE_LOCK_PAGE);
  g_type_ensure (GRAM_TYPE_SIGN_IN_PAGE);
  g_type_ensure (GRAM_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/gramledger/Gram/pages/gram-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GramWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, sign_in_page);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, lock_page);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, busy_status);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, busy_progress);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, destination_list);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, person_button);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, person_avatar);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, person_label);
  gtk_widget_class_bind_template_child (widget_class, GramWindow, person_detail_label);
  gtk_widget_class_bind_template_callback (widget_class, signed_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlocked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, destination_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, destination_activated_cb);
  _gram_window_class_actions_init (widget_class);
}

static void
gram_window_init (GramWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = gram_settings_new ();
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  restore_size (self);
  _gram_window_build_sidebar (self);
  _gram_window_watch_person (self);
  _gram_window_show_view (self, "start");
}

GramWindow *
gram_window_new (GtkApplication *application)
{
  return g_object_new (GRAM_TYPE_WINDOW, "application", application, NULL);
}

void
gram_window_set_today (GramWindow *self, const char *today)
{
  g_return_if_fail (GRAM_IS_WINDOW (self));

  g_set_str (&self->today, today);
}

void
gram_window_take_session (GramWindow *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_WINDOW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  _gram_window_close_session (self);
  self->session = session;
  gram_settings_note_registry (self->settings, gram_session_get_path (session),
                               gram_session_get_title (session));
  if (gram_session_get_kind (session) == GRAM_REGISTRY_PRACTICE)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "practice");
      if (self->today != NULL)
        gram_session_set_today (session, self->today);
    }

  if (gram_session_get_signed_in (session))
    {
      note_person (self);
      /* A second window begins where the first one is. */
      if (gram_session_get_account (session) == NULL)
        _gram_window_restore_account (self);
      _gram_window_show_registry (self);
      return;
    }

  _gram_window_show_view (self, "sign-in");
  gram_sign_in_page_set_session (self->sign_in_page, session);
}

GramSession *
gram_window_get_session (GramWindow *self)
{
  g_return_val_if_fail (GRAM_IS_WINDOW (self), NULL);

  return self->session;
}

static AdwNavigationPage *
ensure_page (GramWindow *self, guint position)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);

  g_assert (position < n_destinations && n_destinations <= GRAM_WINDOW_MAX_DESTINATIONS);

  if (self->pages[position] == NULL)
    self->pages[position] = g_object_ref_sink (
        g_object_new (destinations[position].get_type (), "session", self->session, NULL));

  return self->pages[position];
}

/* Their questions go with them: nobody is there any more to be told. */
void
_gram_window_drop_pages (GramWindow *self)
{
  adw_navigation_split_view_set_content (self->split_view, NULL);
  gtk_list_box_unselect_all (self->destination_list);
  for (guint i = 0; i < GRAM_WINDOW_MAX_DESTINATIONS; i++)
    {
      if (self->pages[i] != NULL)
        gram_page_give_up (GRAM_PAGE (self->pages[i]));
      g_clear_object (&self->pages[i]);
    }
}

GtkWidget *
gram_window_go (GramWindow *self, const char *name)
{
  AdwNavigationPage *page;
  GtkListBoxRow *row;
  guint position;

  g_return_val_if_fail (GRAM_IS_WINDOW (self), NULL);

  if (self->session == NULL || !gram_session_get_signed_in (self->session)
      || !gram_destinations_find (name, &position)
      || !_gram_window_has_destination (self, position))
    return NULL;

  row = self->rows[position];
  if (gtk_list_box_get_selected_row (self->destination_list) != row)
    {
      gtk_list_box_select_row (self->destination_list, row);
      gtk_list_box_invalidate_filter (self->destination_list);
    }

  page = ensure_page (self, position);
  if (adw_navigation_split_view_get_content (self->split_view) != page)
    adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_settings_set_string (self->settings, "last-page", name);
  _gram_window_cases_update (self);

  return GTK_WIDGET (page);
}

const char *
gram_window_get_destination (GramWindow *self)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);
  GtkListBoxRow *row;

  g_return_val_if_fail (GRAM_IS_WINDOW (self), NULL);

  row = gtk_list_box_get_selected_row (self->destination_list);

  return row != NULL ? destinations[_gram_window_get_position (row)].name : NULL;
}

const char *
gram_window_get_view (GramWindow *self)
{
  g_return_val_if_fail (GRAM_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->view_stack);
}
