/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

#include "gram-cell.h"
#include "gram-vehicles-page-private.h"

#include <glib/gi18n-lib.h>

/* The only one, or the first, of the vehicles that are selected. */
static guint
first_selected (GramVehiclesPage *self)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION
                                        : gtk_bitset_get_minimum (selected);
}

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
position_of (GramVehiclesPage *self, GtkWidget *widget)
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
popup_at (GramVehiclesPage *self, GtkWidget *over, int x, int y)
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

/* What is under the pointer is meant, with all the rest that is selected if it belongs to it. */
static void
pressed_cb (GramVehiclesPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *under = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  guint position = under != NULL ? position_of (self, under) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (view);
  gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  popup_at (self, view, (int)x, (int)y);
}

static void
menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint position;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return;
  position = position_of (self, focus);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  popup_at (self, focus, 24, gtk_widget_get_height (focus) / 2);
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  guint position = first_selected (self);

  if (position != GTK_INVALID_LIST_POSITION)
    _gram_vehicles_page_open (self, position);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  guint position = first_selected (self);
  g_autoptr (GramVehicleItem) item = NULL;
  const GramVehicleRecord *record;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  record = item != NULL ? gram_vehicle_item_get_record (item) : NULL;
  if (record == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), record->label);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied"));
}

void
_gram_vehicles_page_menu_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, row_menu);
  gtk_widget_class_install_action (widget_class, "vehicles.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK,
                                       "vehicles.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "vehicles.menu",
                                       NULL);
}

void
_gram_vehicles_page_menu_init (GramVehiclesPage *self)
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
_gram_vehicles_page_menu_dispose (GramVehiclesPage *self)
{
  g_clear_pointer (&self->row_popover, gtk_widget_unparent);
}
