/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-list.h"
#include "gram-disputes-page.h"
#include "gram-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-disputes-page.c shows the list and asks for it, gram-disputes-page-filter.c are its chips
 * and their counts, gram-disputes-page-actions.c is what can be done.
 */

struct _GramDisputesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
  AdwWindowTitle *window_title;
  GtkMenuButton *view_button;
  GtkWidget *report_button;
  GtkWidget *first_report_button;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GMenuModel *row_menu;

  /* Owned References */
  GSettings *settings;
  GramCaseList *list;
  GramTable *table;

  GramCaseCounts counts;
  gint64 account_id;
  gboolean counted;
};

GramSession *_gram_disputes_page_get_session (GramDisputesPage *self);
void _gram_disputes_page_requery (GramDisputesPage *self);
void _gram_disputes_page_open (GramDisputesPage *self, gint64 case_id);

/* The chips: what is chosen, what each leads to, how many there are at all, or of the kinds chosen (-1 not known). */
void _gram_disputes_page_filter_init (GramDisputesPage *self);
void _gram_disputes_page_filter_fill (GramDisputesPage *self, GramCaseQuery *query);
void _gram_disputes_page_filter_remember (GramDisputesPage *self);
void _gram_disputes_page_filter_update (GramDisputesPage *self);
gint64 _gram_disputes_page_count_all (GramDisputesPage *self);
gint64 _gram_disputes_page_count_kinds (GramDisputesPage *self);

void _gram_disputes_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_disputes_page_actions_update (GramDisputesPage *self);

G_END_DECLS
