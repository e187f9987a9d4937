/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-questions-trades.h"
#include "gram-table.h"
#include "gram-trade-list.h"
#include "gram-trades-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-trades-page.c shows the list and asks for it, gram-trades-page-filter.c are its chips and
 * their counts, gram-trades-page-actions.c is what can be done.
 */

struct _GramTradesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
  AdwWindowTitle *window_title;
  GtkWidget *notify_button;
  GtkWidget *first_notify_button;
  GtkWidget *bring_in_button;
  AdwBanner *naming_banner;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GtkWidget *action_bar;
  GtkLabel *selection_label;
  GtkWidget *select_all_button;
  GtkWidget *register_button;
  GtkWidget *refuse_button;
  GMenuModel *party_menu;
  GMenuModel *administrator_menu;

  /* Owned References */
  GSettings *settings;
  GMenu *row_menu; /* one of the two above */
  GramTradeList *list;
  GramTable *table;

  GramTradeStanding standing;
  gint64 account_id; /* 0: none, or all on the administrator's side */
  gboolean all;      /* of all accounts: the administrator's side */
  gboolean asked;    /* for the list, at least once */
  gboolean counted;
};

GramSession *_gram_trades_page_get_session (GramTradesPage *self);
void _gram_trades_page_requery (GramTradesPage *self);
void _gram_trades_page_open (GramTradesPage *self, gint64 notification_id);

/* What is asked for, without chips and order; its search is to be freed. */
void _gram_trades_page_fill_query (GramTradesPage *self, GramTradeQuery *query);

/* The chips: what is chosen, what each leads to, how many there are at all (-1 not known). */
void _gram_trades_page_filter_init (GramTradesPage *self);
guint _gram_trades_page_filter_get (GramTradesPage *self);
void _gram_trades_page_filter_remember (GramTradesPage *self);
void _gram_trades_page_filter_update (GramTradesPage *self);
gint64 _gram_trades_page_count_all (GramTradesPage *self);

void _gram_trades_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_trades_page_actions_update (GramTradesPage *self);

G_END_DECLS
