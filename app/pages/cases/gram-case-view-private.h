/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-view.h"
#include "gram-compare.h"
#include "gram-evidence.h"
#include "gram-queries-cases.h"
#include "gram-queries-fleet.h"
#include "gram-questions-accounts.h"
#include "gram-questions-trades.h"
#include "gram-questions-vehicles.h"
#include "gram-snippet-button.h"
#include "gram-thread.h"
#include "gram-value-history.h"

G_BEGIN_DECLS

/*
 * The view is cut by role: gram-case-view.c asks for the case and shows it, gram-case-view-facts.c builds the groups and
 * what is asked for besides, gram-case-view-trade.c those of a trade, gram-case-view-borrowing.c those of a borrowing,
 * gram-case-view-actions.c is what can be done.
 */

#define GRAM_CASE_VIEW_MAX_COMMANDS 4

struct _GramCaseView
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *banner;
  GtkWidget *next_button;
  GtkWidget *previous_button;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwMultiLayoutView *layouts;
  GtkScrolledWindow *wide_scroller;
  GtkScrolledWindow *narrow_scroller;
  GtkBox *facts_box;
  GtkBox *thread_header;
  GramThread *thread;
  GtkWidget *action_bar;
  GtkWidget *claim_button;
  GtkWidget *release_button;
  GtkWidget *ask_button;
  GtkWidget *decline_button;
  GtkWidget *uphold_button;
  GtkWidget *take_button;
  GtkWidget *keep_button;

  /* Borrowed References: children */
  GramSnippetButton *snippet_button;
  GramEvidence *evidence;
  GramCompare *differences;  /* NULL unless the case is about some */
  GtkWidget *target_group;   /* NULL until it is known */
  GtkWidget *trade_box;      /* of a case of kind trade, empty until it is known */
  GtkWidget *borrowing_box;  /* of a case of kind borrowing, likewise */
  GramValueHistory *history; /* NULL unless the case is about one vehicle */
  GtkWidget *commands[GRAM_CASE_VIEW_MAX_COMMANDS];

  /* Owned References */
  GramSession *session;
  GramCaseDetail *detail;      /* of the case that is shown */
  GramAccountDetail *account;  /* of a case about an account, NULL until it is there */
  GramTradeSheet *trade;       /* of a case of kind trade, likewise */
  GramBorrowingRow *borrowing; /* of a case of kind borrowing, likewise */
  GCancellable *asking;        /* for the case */
  GCancellable *beside;        /* for what stands beside it */

  gint64 case_id; /* what is asked for */
  gboolean focus; /* the focus is put where it makes sense as soon as the case is there */
  gboolean narrow;
  gboolean has_previous;
  gboolean has_next;
};

/* Builds the groups of a case; of the same case, what is asked for besides stays until it is answered anew. */
void _gram_case_view_build_facts (GramCaseView *self, gboolean other);
/* Asks for what stands beside the case: the figure, the values of a vehicle, the account. */
void _gram_case_view_ask_beside (GramCaseView *self);

/* A case of kind trade: both notifications, what stands in the way, and the decision. */
GtkWidget *_gram_case_view_trade_box_new (GramCaseView *self);
void _gram_case_view_ask_trade (GramCaseView *self);
void _gram_case_view_decide_trade (GramCaseView *self, const char *command);

/* A case of kind borrowing: what is asked for, the way to its year, and the decision. */
GtkWidget *_gram_case_view_borrowing_box_new (GramCaseView *self);
void _gram_case_view_ask_borrowing (GramCaseView *self);
void _gram_case_view_decide_borrowing (GramCaseView *self, const char *command);

void _gram_case_view_actions_class_init (GtkWidgetClass *widget_class);
void _gram_case_view_actions_update (GramCaseView *self);

G_END_DECLS
