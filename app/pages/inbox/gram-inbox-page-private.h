/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bitset-selection.h"
#include "gram-chips.h"
#include "gram-inbox-page.h"
#include "gram-notice-list.h"
#include "gram-row-menu.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-inbox-page.c shows the list and asks for it, gram-inbox-page-actions.c is what can be
 * done.
 */

#define GRAM_INBOX_N_COLUMNS 3

struct _GramInboxPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  AdwToastOverlay *toast_overlay;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  GtkWidget *preferences_button;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GtkColumnViewColumn *narrow_column;
  GtkColumnViewColumn *columns[GRAM_INBOX_N_COLUMNS];
  GtkActionBar *action_bar;
  GtkLabel *selection_label;
  GtkWidget *select_all_button;
  GtkWidget *read_button;
  GtkWidget *unread_button;
  GtkWidget *archive_button;
  GtkWidget *unarchive_button;
  GMenuModel *row_menu;

  /* Owned References */
  GramNoticeList *list;
  GramBitsetSelection *selection;
  GramRowMenu *menu;

  /* Where the one stood that is archived: its neighbour is selected then. */
  guint next_position;
  gboolean narrow;
};

GramSession *_gram_inbox_page_get_session (GramInboxPage *self);
GramInboxShow _gram_inbox_page_get_show (GramInboxPage *self);
void _gram_inbox_page_open (GramInboxPage *self, guint position);

void _gram_inbox_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_inbox_page_actions_update (GramInboxPage *self);

G_END_DECLS
