/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-chips.h"
#include "gram-account-list.h"
#include "gram-accounts-page.h"
#include "gram-table.h"

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-accounts-page.c shows the list and asks for it, gram-accounts-page-actions.c is what a
 * person can do with a row and its menu.
 */

struct _GramAccountsPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
  AdwWindowTitle *window_title;
  GtkMenuButton *view_button;
  GtkWidget *open_button;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramAccountChips *chips;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GMenuModel *row_menu;

  /* Owned References */
  GSettings *settings;
  GramAccountList *list;
  GramTable *table;
  GCancellable *counting;

  GramAccountCounts counts[2]; /* all, and those on Fleet Average */
  guint n_counted;             /* answers that are there */
  gint64 n_accounts;           /* that the search finds, whatever the filters; -1 not known */
};

GramSession *_gram_accounts_page_get_session (GramAccountsPage *self);
void _gram_accounts_page_requery (GramAccountsPage *self);

void _gram_accounts_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_accounts_page_actions_update (GramAccountsPage *self);
void _gram_accounts_page_open (GramAccountsPage *self, gint64 account_id);

G_END_DECLS
