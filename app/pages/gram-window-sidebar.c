/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-destinations.h"
#include "gram-formats.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
destination_row_new (const GramDestination *destination, GtkLabel **badge)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (destination->icon_name);
  GtkWidget *label = gtk_label_new (_ (destination->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "badge");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (destination->title), -1);
  *badge = GTK_LABEL (count);

  return row;
}

void
_gram_window_build_sidebar (GramWindow *self)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);

  g_assert (n_destinations <= GRAM_WINDOW_MAX_DESTINATIONS);

  for (guint i = 0; i < n_destinations; i++)
    gtk_list_box_append (self->destination_list,
                         destination_row_new (&destinations[i], &self->badges[i]));
}

/* What a registry is, where its pages do not say so anyway: those of a practice registry have a banner. */
static const char *
kind_title (GramRegistryKind kind)
{
  switch (kind)
    {
    case GRAM_REGISTRY_ADMINISTRATOR:
      return _ ("Administrator’s Registry");
    case GRAM_REGISTRY_OWN:
      return _ ("Own Registry");
    case GRAM_REGISTRY_PRACTICE:
      return "";
    default:
      g_assert_not_reached ();
    }
}

void
_gram_window_update_sidebar (GramWindow *self)
{
  const char *name = gram_session_get_person_name (self->session);
  const char *title = gram_session_get_title (self->session);
  g_autofree char *label = NULL;
  g_autofree char *window_title = NULL;

  adw_window_title_set_title (self->sidebar_title, title);
  adw_window_title_set_subtitle (self->sidebar_title,
                                 kind_title (gram_session_get_kind (self->session)));
  gram_account_switcher_set_session (self->switcher, self->session);

  gtk_label_set_text (self->person_label, name);
  gtk_label_set_text (self->person_detail_label,
                      gram_session_get_is_administrator (self->session)
                          ? _ ("Administrator")
                          : gram_session_get_person_email (self->session));
  adw_avatar_set_text (self->person_avatar, name);
  /* Translators: how a screen reader names the menu of the person who is signed in */
  label = g_strdup_printf (_ ("Signed in: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Translators: title of the window: what the registry is called */
  window_title = g_strdup_printf (_ ("%s — Gram"), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
show_badge (GramWindow *self, const char *name, gint64 count)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);
  GtkListBoxRow *row;
  guint position;

  if (!gram_destinations_find (name, &position))
    return;

  text = gram_format_count (count);
  gtk_label_set_text (self->badges[position], text);
  gtk_widget_set_visible (GTK_WIDGET (self->badges[position]), count > 0);
  row = gtk_list_box_get_row_at_index (self->destination_list, (int)position);
  if (count > 0)
    /* Translators: how a screen reader names a destination: its title, and how many vehicles wait for acceptance */
    label = g_strdup_printf (_ ("%s, %s waiting"), _ (destinations[position].title), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ (destinations[position].title), -1);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramOverview) overview = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  overview = gram_session_overview_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (overview == NULL || self->session != GRAM_SESSION (object))
    return;

  /* What a person can do something about: those that can be accepted now. */
  show_badge (self, "vehicles", overview->counts[GRAM_VEHICLE_READY][GRAM_ATTENTION_NONE]);
}

void
_gram_window_update_badges (GramWindow *self)
{
  g_cancellable_cancel (self->counting);
  g_set_object (&self->counting, NULL);

  if (self->session == NULL || gram_session_get_account (self->session) == NULL)
    {
      show_badge (self, "vehicles", 0);
      return;
    }

  self->counting = g_cancellable_new ();
  gram_session_overview_async (self->session, self->counting, counted_cb, g_object_ref (self));
}
