/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-list.h"
#include "gram-charges-view.h"
#include "gram-questions-charges.h"
#include "gram-questions-standing.h"
#include "gram-table.h"

G_BEGIN_DECLS

/*
 * The view is cut by role: gram-charges-view.c shows the list and asks for it, gram-charges-view-standing.c says what is
 * pending.
 */

struct _GramChargesView
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
  GtkWidget *standing_list;
  AdwActionRow *standing_row;
  GtkImage *standing_icon;
  GtkWidget *offset_button;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  GtkWidget *empty_button;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GMenuModel *row_menu;

  /* Owned References */
  GSettings *settings;
  GramSession *session;
  AdwWindowTitle *window_title;
  GramChargeList *list;
  GramTable *table;
  GramDashboard *standing;
  GCancellable *cancellable;

  GramChargeCounts counts;
  gint64 account_id;
  gboolean all;
  gboolean asked;
  gboolean counted;
};

/* What is pending, for an account. */
void _gram_charges_view_ask_standing (GramChargesView *self);
void _gram_charges_view_show_standing (GramChargesView *self);

G_END_DECLS
