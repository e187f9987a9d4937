/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

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

static void
menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_row_menu_popup (GRAM_VEHICLES_PAGE (widget)->menu);
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
  gram_row_menu_bind_keys (widget_class, "vehicles.menu");
}
