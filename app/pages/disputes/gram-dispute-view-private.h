/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-dispute-view.h"

#include "gram-compare.h"
#include "gram-evidence.h"
#include "gram-questions-cases.h"
#include "gram-thread.h"

G_BEGIN_DECLS

/*
 * The view is cut by role: gram-dispute-view.c asks and acts, gram-dispute-view-groups.c fills the groups.
 */

struct _GramDisputeView
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *page;
  AdwActionRow *state_row;
  GtkImage *state_image;
  GtkWidget *answer_button;
  AdwPreferencesGroup *decision_group;
  AdwPreferencesGroup *claims_group;
  GramCompare *differences_group;
  AdwPreferencesGroup *thread_group;
  GramThread *thread;
  GramEvidence *evidence;
  AdwPreferencesGroup *vehicles_group;
  GtkWidget *action_bar;
  GtkLabel *opened_label;
  GtkWidget *record_button;
  GtkWidget *withdraw_button;

  /* Owned References */
  GramSession *session;
  GramCaseList *list;
  GramCaseDetail *detail;
  GCancellable *asking;
  GPtrArray *rows; /* what was added to the groups: each with its group */

  gint64 case_id;
  guint position;
};

/* Fills the groups from the case in detail. */
void _gram_dispute_view_show (GramDisputeView *self);

G_END_DECLS
