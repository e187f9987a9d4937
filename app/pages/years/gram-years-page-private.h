/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-years-page.h"

#include "gram-participant-page.h"
#include "gram-participants-view.h"
#include "gram-payment-notice-page.h"
#include "gram-pool-page.h"
#include "gram-pools-view.h"
#include "gram-queries-years.h"
#include "gram-task-bar.h"
#include "gram-year-view.h"

G_BEGIN_DECLS

struct _GramYearsPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation;
  GtkDropDown *year_drop;
  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkWidget *switcher;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwStatusPage *none_status;
  AdwViewStack *view_stack;
  GramYearView *year_view;
  GramParticipantsView *participants_view;
  GramPoolsView *pools_view;
  GramTaskBar *task_bar;

  /* Owned References */
  GPtrArray *years;
  GramYearDetail *detail;
  GramParticipantPage *participant_page; /* NULL until one is opened, likewise the next two */
  GramPaymentNoticePage *notice_page;
  GramPoolPage *pool_page;
  GCancellable *exporting; /* NULL while no vehicles are being written */

  int year;         /* 0 until it is chosen */
  gboolean filling; /* the program chooses the year, not the person */
};

/* Installs the actions `years.`. */
void _gram_years_page_class_actions_init (GtkWidgetClass *widget_class);

/* Brings them in line with the year. */
void _gram_years_page_actions_update (GramYearsPage *self);

/* The same for its actions that write files, and what the template calls about them. */
void _gram_years_page_class_exports_init (GtkWidgetClass *widget_class);
void _gram_years_page_exports_update (GramYearsPage *self);

/* Shows a page above the year. */
void _gram_years_page_push (GramYearsPage *self, AdwNavigationPage *page);

G_END_DECLS
