/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-inbox-page.h"
#include "gram-notice-list.h"
#include "gram-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The page is cut by role: gram-inbox-page.c shows the list and asks for it, gram-inbox-page-actions.c is what can be
 * done.
 */

struct _GramInboxPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwBreakpoint *narrow_breakpoint;
  AdwWindowTitle *window_title;
  AdwToastOverlay *toast_overlay;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  GtkWidget *preferences_button;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
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
  GramTable *table;

  /* Where the one stood that is archived: its neighbour is selected then. */
  guint next_position;
};

GramSession *_gram_inbox_page_get_session (GramInboxPage *self);
GramInboxShow _gram_inbox_page_get_show (GramInboxPage *self);
void _gram_inbox_page_open (GramInboxPage *self, gint64 notice_id);

void _gram_inbox_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_inbox_page_actions_update (GramInboxPage *self);

G_END_DECLS
