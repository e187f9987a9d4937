/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bitset-selection.h"
#include "gram-case-queue.h"
#include "gram-chips.h"
#include "gram-row-menu.h"
#include "gram-table-order.h"

G_BEGIN_DECLS

/*
 * The queue is cut by role: gram-case-queue.c shows the list and asks for it, gram-case-queue-filter.c are its filters and
 * their counts, gram-case-queue-columns.c columns and order, gram-case-queue-actions.c is what can be done with the
 * selected cases.
 */

#define GRAM_CASE_QUEUE_N_COLUMNS 7

struct _GramCaseQueue
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *banner;
  GtkMenuButton *view_button;
  GtkWidget *claim_many_button;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *nothing_status;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GtkColumnViewColumn *narrow_column;
  GtkColumnViewColumn *columns[GRAM_CASE_QUEUE_N_COLUMNS];
  GtkActionBar *action_bar;
  GtkLabel *selection_label;
  GtkWidget *select_all_button;
  GtkWidget *claim_button;
  GtkWidget *release_button;
  GtkWidget *assign_button;
  GtkWidget *more_button;
  GMenuModel *row_menu;

  /* Owned References */
  GramSession *session;
  GSettings *settings;
  GramCaseList *list;
  GramBitsetSelection *selection;
  GramTableOrder *order;
  GramRowMenu *menu;
  GCancellable *counting;

  GramCaseCounts counts;
  gboolean counted;
  gboolean medium; /* no room for all columns */
  gboolean narrow; /* for one of two lines, and when it is due */
};

GramPagedList *_gram_case_queue_get_paged (GramCaseQueue *self);
void _gram_case_queue_requery (GramCaseQueue *self);

/* Fills the part of a query that search and filters say; the strings are those of @search. */
void _gram_case_queue_fill_query (GramCaseQueue *self, char *search, GramCaseQuery *query);
char *_gram_case_queue_dup_search (GramCaseQueue *self);
void _gram_case_queue_filter_init (GramCaseQueue *self);
void _gram_case_queue_remember_filter (GramCaseQueue *self);
void _gram_case_queue_count (GramCaseQueue *self);

void _gram_case_queue_columns_class_init (GtkWidgetClass *widget_class);
void _gram_case_queue_columns_init (GramCaseQueue *self);
void _gram_case_queue_columns_update (GramCaseQueue *self);

void _gram_case_queue_actions_class_init (GtkWidgetClass *widget_class);
void _gram_case_queue_actions_update (GramCaseQueue *self);

G_END_DECLS
