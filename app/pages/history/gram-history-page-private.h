/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-history-filter.h"
#include "gram-history-page.h"
#include "gram-task-bar.h"

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-history-page.c shows the entries and asks for them, gram-history-page-actions.c filters,
 * exports and verifies.
 */

struct _GramHistoryPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwToggleGroup *scope_group;
  GtkSearchEntry *search_entry;
  GtkWidget *filter_box;
  AdwWrapBox *chips_box;
  GramTaskBar *task_bar;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  AdwStatusPage *failed_status;

  /* Owned References */
  GListStore *entries;
  GCancellable *working; /* the export or the audit under way */

  GramHistoryFilter filter;
  gint64 account_id; /* whose history is shown, 0 the registry's */
  gboolean asking;
  gboolean at_end;
  gboolean shown; /* the first answer is there */
};

/* The filter, the search and the account as a query. */
GramJournalQuery *_gram_history_page_query (GramHistoryPage *self);

/* Asks from the newest again, for another filter. */
void _gram_history_page_requery (GramHistoryPage *self);

void _gram_history_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_history_page_actions_update (GramHistoryPage *self);

/* Shows what is filtered by. */
void _gram_history_page_update_chips (GramHistoryPage *self);

G_END_DECLS
