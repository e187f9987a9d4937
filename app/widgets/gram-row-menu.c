/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-row-menu.h"

#include "gram-cell.h"

struct _GramRowMenu
{
  GObject parent_instance;

  /* Borrowed References */
  GtkWidget *owner;
  GtkWidget *popover; /* a child of the owner */

  /* Owned References */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (GramRowMenu, gram_row_menu, G_TYPE_OBJECT)

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
position_of (GramRowMenu *self, GtkWidget *widget)
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
popup_at (GramRowMenu *self, GtkWidget *over, int x, int y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT (x, y);
  graphene_point_t there;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (self->popover == NULL || !gtk_widget_compute_point (over, self->owner, &point, &there))
    return;

  place.x = (int)there.x;
  place.y = (int)there.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
select_position (GramRowMenu *self, guint position)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);

  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
}

static void
pressed_cb (GramRowMenu *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *under = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  guint position = under != NULL ? position_of (self, under) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  select_position (self, position);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (view);
  gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  popup_at (self, view, (int)x, (int)y);
}

static void
gram_row_menu_finalize (GObject *object)
{
  GramRowMenu *self = GRAM_ROW_MENU (object);

  g_assert (self->popover == NULL);

  g_clear_object (&self->view);

  G_OBJECT_CLASS (gram_row_menu_parent_class)->finalize (object);
}

static void
gram_row_menu_class_init (GramRowMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_row_menu_finalize;
}

static void
gram_row_menu_init (GramRowMenu *self)
{
}

GramRowMenu *
gram_row_menu_new (GtkWidget *owner, GtkColumnView *view, GMenuModel *menu)
{
  GramRowMenu *self;
  GtkGesture *gesture;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (G_IS_MENU_MODEL (menu), NULL);

  self = g_object_new (GRAM_TYPE_ROW_MENU, NULL);
  self->owner = owner;
  self->view = g_object_ref (view);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, owner);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), view,
                           G_CONNECT_SWAPPED);

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));

  return self;
}

void
gram_row_menu_popup (GramRowMenu *self)
{
  GtkRoot *root;
  GtkWidget *focus;
  guint position;

  g_return_if_fail (GRAM_IS_ROW_MENU (self));

  root = gtk_widget_get_root (self->owner);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return;
  position = position_of (self, focus);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  select_position (self, position);
  popup_at (self, focus, 24, gtk_widget_get_height (focus) / 2);
}

GtkWidget *
gram_row_menu_get_popover (GramRowMenu *self)
{
  g_return_val_if_fail (GRAM_IS_ROW_MENU (self), NULL);

  return self->popover;
}

void
gram_row_menu_dispose (GramRowMenu **self)
{
  g_return_if_fail (self != NULL);

  if (*self != NULL)
    g_clear_pointer (&(*self)->popover, gtk_widget_unparent);
  g_clear_object (self);
}

void
gram_row_menu_bind_keys (GtkWidgetClass *widget_class, const char *action_name)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));
  g_return_if_fail (action_name != NULL);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK,
                                       action_name, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, action_name,
                                       NULL);
}
