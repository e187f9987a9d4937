/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-accounts-button.h"
#include "gram-destinations.h"
#include "gram-formats.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

#define POSITION "gram-position"

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

guint
_gram_window_get_position (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), POSITION));
}

static const GramDestination *
destination_of (GtkListBoxRow *row)
{
  guint n_destinations;

  return &gram_destinations_get (&n_destinations)[_gram_window_get_position (row)];
}

/* In a registry of many holders the administrator's side goes from all accounts to one; who keeps the own books is at
 * home in them. */
static gboolean
starts_with_accounts (GramWindow *self)
{
  return gram_accounts_administers (self->session)
         && gram_session_get_kind (self->session) != GRAM_REGISTRY_OWN;
}

/* What is about all accounts on the administrator's side is about the current one for others. */
static gboolean
is_about_account (GramWindow *self, const GramDestination *destination)
{
  return destination->account && !(destination->administrator && starts_with_accounts (self));
}

gboolean
_gram_window_has_destination (GramWindow *self, guint position)
{
  guint n_destinations;
  const GramDestination *destination = &gram_destinations_get (&n_destinations)[position];
  GramAccount *account = gram_session_get_account (self->session);

  if (is_about_account (self, destination))
    {
      GramScheme scheme;

      if (account == NULL)
        return !starts_with_accounts (self) && destination->schemes == 0;

      scheme = gram_account_kind_scheme (gram_account_get_kind (account));
      return destination->schemes == 0 || (destination->schemes & 1u << scheme) != 0;
    }

  return !destination->administrator || gram_accounts_administers (self->session);
}

/* All accounts are a page of the own books, too, but one that nobody needs in sight. */
static gboolean
filter_destination (GtkListBoxRow *row, gpointer user_data)
{
  GramWindow *self = user_data;

  if (self->session == NULL || !gram_session_get_signed_in (self->session))
    return TRUE;

  return _gram_window_has_destination (self, _gram_window_get_position (row))
         && (!destination_of (row)->administrator || destination_of (row)->account
             || starts_with_accounts (self) || gtk_list_box_row_is_selected (row));
}

/* The administrator's side has what is about the registry first, then what is about the account. */
static int
compare_destinations (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  GramWindow *self = user_data;
  int order = (int)_gram_window_get_position (a) - (int)_gram_window_get_position (b);

  if (!starts_with_accounts (self)
      || is_about_account (self, destination_of (a)) == is_about_account (self, destination_of (b)))
    return order;

  return is_about_account (self, destination_of (a)) ? 1 : -1;
}

static GtkWidget *
section_heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

/* Whose pages the account's destinations are. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GramWindow *self = user_data;
  GramAccount *account = self->session != NULL ? gram_session_get_account (self->session) : NULL;

  if (starts_with_accounts (self) && account != NULL && before != NULL
      && is_about_account (self, destination_of (row))
      && !is_about_account (self, destination_of (before)))
    gtk_list_box_row_set_header (row, section_heading_new (gram_account_get_holder (account)));
  else
    gtk_list_box_row_set_header (row, NULL);
}

void
_gram_window_update_destinations (GramWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->destination_list);

  gtk_list_box_invalidate_sort (self->destination_list);
  gtk_list_box_invalidate_filter (self->destination_list);
  gtk_list_box_invalidate_headers (self->destination_list);
  _gram_window_actions_update (self);

  /* The account of the page shown is put away, or is another one, which has no such page. */
  if (row != NULL && self->session != NULL && gram_session_get_signed_in (self->session)
      && !_gram_window_has_destination (self, _gram_window_get_position (row)))
    gram_window_go (self, starts_with_accounts (self) ? "accounts" : "overview");
}

void
_gram_window_build_sidebar (GramWindow *self)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);

  g_assert (n_destinations <= GRAM_WINDOW_MAX_DESTINATIONS);

  for (guint i = 0; i < n_destinations; i++)
    {
      GtkWidget *row = destination_row_new (&destinations[i], &self->badges[i]);

      g_object_set_data (G_OBJECT (row), POSITION, GUINT_TO_POINTER (i));
      self->rows[i] = GTK_LIST_BOX_ROW (row);
      gtk_list_box_append (self->destination_list, row);
    }
  gtk_list_box_set_sort_func (self->destination_list, compare_destinations, self, NULL);
  gtk_list_box_set_filter_func (self->destination_list, filter_destination, self, NULL);
  gtk_list_box_set_header_func (self->destination_list, update_header, self, NULL);
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

/* What a person does in the registry; who is only a member of accounts is known by the e-mail. */
static const char *
person_detail (GramSession *session)
{
  static const struct
  {
    GramRole role;
    const char *title;
  } titles[] = {
    { GRAM_ROLE_ADMINISTRATOR, N_ ("Administrator") },
    { GRAM_ROLE_DECISION_MAKER, N_ ("Decision Maker") },
    { GRAM_ROLE_CASE_HANDLER, N_ ("Case Handler") },
    { GRAM_ROLE_READER, N_ ("Administrator’s Side, Read-Only") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if ((gram_session_get_person_role (session) & titles[i].role) != 0)
      return _ (titles[i].title);

  return gram_session_get_person_email (session);
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
  gtk_label_set_text (self->person_detail_label, person_detail (self->session));
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
  guint position;

  if (!gram_destinations_find (name, &position))
    return;

  text = gram_format_count (count);
  gtk_label_set_text (self->badges[position], text);
  gtk_widget_set_visible (GTK_WIDGET (self->badges[position]), count > 0);
  if (count > 0)
    /* Translators: how a screen reader names a destination: its title, and how many wait there */
    label = g_strdup_printf (_ ("%s, %s waiting"), _ (destinations[position].title), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[position]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
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

/* What the session counts by itself. */
static const struct
{
  const char *destination;
  const char *property;
} badges[] = {
  { "cases", "cases-to-do" },
  { "inbox", "unread" },
  { "disputes", "disputes-to-do" },
};

static void
show_counts (GramWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      gint64 count = 0;

      if (self->session != NULL)
        g_object_get (self->session, badges[i].property, &count, NULL);
      show_badge (self, badges[i].destination, count);
    }
}

void
_gram_window_watch_badges (GramWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", badges[i].property, NULL);

      g_signal_connect_object (self->session, signal, G_CALLBACK (show_counts), self,
                               G_CONNECT_SWAPPED);
    }
}

void
_gram_window_update_badges (GramWindow *self)
{
  g_cancellable_cancel (self->counting);
  g_set_object (&self->counting, NULL);
  show_counts (self);

  if (self->session == NULL || gram_session_get_account (self->session) == NULL)
    {
      show_badge (self, "vehicles", 0);
      return;
    }

  self->counting = g_cancellable_new ();
  gram_session_overview_async (self->session, self->counting, counted_cb, g_object_ref (self));
}
