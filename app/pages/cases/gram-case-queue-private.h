/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-queue.h"
#include "gram-table.h"

G_BEGIN_DECLS

/*
 * The queue is cut by role: gram-case-queue.c shows the list and asks for it, gram-case-queue-filter.c are its filters and
 * their counts, gram-case-queue-actions.c is what can be done with the selected cases.
 */

struct _GramCaseQueue
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
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
  GramTable *table; /* NULL without a session */
  GCancellable *counting;

  GramCaseCounts counts;
  gboolean counted;
};

void _gram_case_queue_requery (GramCaseQueue *self);

/* Fills the part of a query that search and filters say; @search is lent. */
void _gram_case_queue_fill_query (GramCaseQueue *self, char *search, GramCaseQuery *query);
void _gram_case_queue_filter_init (GramCaseQueue *self);
void _gram_case_queue_remember_filter (GramCaseQueue *self);
void _gram_case_queue_count (GramCaseQueue *self);

void _gram_case_queue_actions_class_init (GtkWidgetClass *widget_class);
void _gram_case_queue_actions_update (GramCaseQueue *self);

G_END_DECLS
