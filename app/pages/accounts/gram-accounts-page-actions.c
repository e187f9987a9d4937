/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-page.h"

#include "gram-accounts-page-private.h"
#include "gram-cell.h"

#include <glib/gi18n-lib.h>

static GramCell *
find_cell (GtkWidget *widget)
{
  if (GRAM_IS_CELL (widget) && gtk_widget_get_mapped (widget))
    return GRAM_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GramCell *cell = find_cell (child);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

/* The place of the row that holds a widget of the table: the one that its first cell says. */
static guint
position_of (GramAccountsPage *self, GtkWidget *widget)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  for (; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);
      GramCell *cell;

      if (parent == NULL || gtk_widget_get_parent (parent) != view)
        continue;
      cell = find_cell (widget);
      return cell != NULL ? gram_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
popup_at (GramAccountsPage *self, GtkWidget *over, int x, int y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT (x, y);
  graphene_point_t there;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (!gtk_widget_compute_point (over, GTK_WIDGET (self), &point, &there))
    return;

  place.x = (int)there.x;
  place.y = (int)there.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->row_popover));
}

static void
pressed_cb (GramAccountsPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *under = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  guint position = under != NULL ? position_of (self, under) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (view);
  gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  popup_at (self, view, (int)x, (int)y);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint position;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return;
  position = position_of (self, focus);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  popup_at (self, focus, 24, gtk_widget_get_height (focus) / 2);
}

/* The account that a place shows; %NULL while it is on its way. */
static const char *
number_at (GramAccountsPage *self, guint position)
{
  g_autoptr (GramAccountItem) item = NULL;
  const GramAccountRow *row;

  if (self->list == NULL || position == GTK_INVALID_LIST_POSITION)
    return NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  row = item != NULL ? gram_account_item_get_row (item) : NULL;

  /* The list keeps the rows. */
  return row != NULL ? row->account->number : NULL;
}

static void
activate_for (GramAccountsPage *self, guint position, const char *action_name)
{
  g_autofree char *number = g_strdup (number_at (self, position));

  if (number != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action_name, "s", number);
}

void
_gram_accounts_page_open (GramAccountsPage *self, guint position)
{
  activate_for (self, position, "win.open-account");
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);

  _gram_accounts_page_open (self, gtk_single_selection_get_selected (self->selection));
}

static void
open_in_window_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);

  activate_for (self, gtk_single_selection_get_selected (self->selection),
                "win.open-account-in-window");
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);
  const char *number = number_at (self, gtk_single_selection_get_selected (self->selection));

  if (number == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), number);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Account number copied"));
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);

  gram_accounts_page_show (self, 0, 0, 0);
  _gram_accounts_page_requery (self);
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_accounts_page_find (GRAM_ACCOUNTS_PAGE (widget), NULL);
}

void
_gram_accounts_page_actions_update (GramAccountsPage *self)
{
  static const char *const names[]
      = { "accounts.open", "accounts.open-in-window", "accounts.copy" };
  gboolean selected
      = gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], selected);
}

void
_gram_accounts_page_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, row_menu);
  gtk_widget_class_install_action (widget_class, "accounts.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "accounts.open-in-window", NULL,
                                   open_in_window_action);
  gtk_widget_class_install_action (widget_class, "accounts.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "accounts.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "accounts.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "accounts.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "accounts.open-in-window", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "accounts.open-in-window", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK,
                                       "accounts.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "accounts.menu",
                                       NULL);
}

void
_gram_accounts_page_actions_init (GramAccountsPage *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->row_popover = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_popover), FALSE);
  gtk_widget_set_halign (self->row_popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row_popover, GTK_WIDGET (self));

  /* Keys go on in the list once the menu is closed. */
  g_signal_connect_object (self->row_popover, "closed", G_CALLBACK (gtk_widget_grab_focus),
                           self->view, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

void
_gram_accounts_page_actions_dispose (GramAccountsPage *self)
{
  g_clear_pointer (&self->row_popover, gtk_widget_unparent);
}
