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
 * person can do, gram-vehicles-page-menu.c is the menu of a row, gram-vehicles-page-narrow.c narrows the list down to what
 * vehicles have in common, gram-vehicles-page-columns.c are columns and order, which are remembered.
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
  GtkMenuButton *narrow_button;
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

  GramVehicleQuery
      *narrowing; /* what all vehicles have in common besides the chips, NULL nothing */
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

/* Takes over what all vehicles shall have in common, NULL nothing; @title says what. */
void _gram_vehicles_page_narrow (GramVehiclesPage *self, const char *title, GVariant *filter);
/* Offers what the account can be narrowed down to. */
void _gram_vehicles_page_narrow_update (GramVehiclesPage *self, const char *today);
void _gram_vehicles_page_narrow_class_init (GtkWidgetClass *widget_class);

void _gram_vehicles_page_columns_class_init (GtkWidgetClass *widget_class);
void _gram_vehicles_page_columns_init (GramVehiclesPage *self);
void _gram_vehicles_page_columns_update (GramVehiclesPage *self);

G_END_DECLS
