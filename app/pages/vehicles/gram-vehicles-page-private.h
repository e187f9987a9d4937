/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bitset-selection.h"
#include "gram-row-menu.h"
#include "gram-table-order.h"
#include "gram-vehicle-chips.h"
#include "gram-vehicle-list.h"
#include "gram-vehicles-page.h"

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-vehicles-page.c shows the list and asks for it, gram-vehicles-page-actions.c is what a
 * person can do, gram-vehicles-page-menu.c is the menu of a row, gram-vehicles-page-columns.c are columns and order,
 * which are remembered.
 */

#define GRAM_VEHICLES_N_COLUMNS 8

struct _GramVehiclesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkMenuButton *view_button;
  GtkWidget *bring_in_button;
  GtkWidget *first_bring_in_button;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramVehicleChips *chips;
  GtkWidget *days_button;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *narrow_column;
  GtkColumnViewColumn *columns[GRAM_VEHICLES_N_COLUMNS];
  GtkActionBar *action_bar;
  GtkLabel *selection_label;
  GtkWidget *select_all_button;
  GtkWidget *accept_button;
  GtkWidget *mark_ready_button;
  GtkWidget *dispute_button;
  GMenuModel *row_menu;

  /* Owned References */
  GSettings *settings;
  GramVehicleList *list;
  GramBitsetSelection *selection;
  GramTableOrder *order;
  GramRowMenu *menu;

  char *first_day; /* of first registration, NULL any; likewise the next */
  char *last_day;
  gint64 account_id;
  gint64 n_vehicles; /* of the account, -1 not known */
  gboolean medium;   /* no room for all columns */
  gboolean narrow;   /* for one of two lines, and the status */
};

GramSession *_gram_vehicles_page_get_session (GramVehiclesPage *self);
void _gram_vehicles_page_requery (GramVehiclesPage *self);

void _gram_vehicles_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_vehicles_page_actions_update (GramVehiclesPage *self);
void _gram_vehicles_page_open (GramVehiclesPage *self, guint position);

void _gram_vehicles_page_menu_class_init (GtkWidgetClass *widget_class);

void _gram_vehicles_page_columns_class_init (GtkWidgetClass *widget_class);
void _gram_vehicles_page_columns_init (GramVehiclesPage *self);
void _gram_vehicles_page_columns_update (GramVehiclesPage *self);

G_END_DECLS
