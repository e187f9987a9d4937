/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GRAM_TYPE_ROW_MENU (gram_row_menu_get_type ())
G_DECLARE_FINAL_TYPE (GramRowMenu, gram_row_menu, GRAM, ROW_MENU, GObject)

/**
 * GramRowMenu:
 *
 * The menu of a row of a table whose first cell is a #GramCell: opened by the secondary button over the row, and by the
 * Menu key or Shift+F10 on the focused one. What is under the pointer is meant, with all the rest that is selected if it
 * belongs to it; the selection of the table's model follows. Keys go on in the list once the menu is closed.
 */

/**
 * gram_row_menu_new:
 * @owner: a page that has the actions of the menu; it holds the popover
 * @view: the table
 * @menu: what the menu offers
 *
 * Returns: (transfer full): the menu; the owner disposes of it (gram_row_menu_dispose()) before its own children go
 */
GramRowMenu *gram_row_menu_new (GtkWidget *owner, GtkColumnView *view, GMenuModel *menu);

/**
 * gram_row_menu_popup:
 * @self: a menu
 *
 * Opens the menu at the row that has the focus; nothing happens if none has.
 */
void gram_row_menu_popup (GramRowMenu *self);

/**
 * gram_row_menu_get_popover:
 * @self: a menu
 *
 * Returns: (transfer none): the popover
 */
GtkWidget *gram_row_menu_get_popover (GramRowMenu *self);

/**
 * gram_row_menu_dispose:
 * @self: (inout) (nullable): where the menu is kept
 *
 * Takes the popover off its owner, and drops the menu. May run twice.
 */
void gram_row_menu_dispose (GramRowMenu **self);

/**
 * gram_row_menu_bind_keys:
 * @widget_class: class of the owner
 * @action_name: its action that calls gram_row_menu_popup()
 *
 * Binds the Menu key and Shift+F10.
 */
void gram_row_menu_bind_keys (GtkWidgetClass *widget_class, const char *action_name);

G_END_DECLS
