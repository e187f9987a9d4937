/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-allowances-page.h"

#include "gram-checklist.h"
#include "gram-figure-tile.h"
#include "gram-questions-allowances.h"
#include "gram-step-chart.h"

#include "gram-ccts-figures.h"

G_BEGIN_DECLS

struct _GramAllowancesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkDropDown *year_drop;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwActionRow *standing_row;
  GtkImage *standing_icon;
  GtkFlowBox *tiles_box;
  AdwPreferencesGroup *actions_group;
  GtkWidget *chart_group;
  GramStepChart *chart;
  AdwPreferencesGroup *books_group;
  GramChecklist *crts_list;
  AdwPreferencesGroup *posted_group;
  AdwPreferencesGroup *notices_group;

  /* Borrowed References */
  GramFigureTile *tiles[GRAM_ALLOWANCE_N_TILES];
  GPtrArray *rows;
  GPtrArray *verb_rows;

  /* Owned References */
  GArray *years;
  GramAllowanceYear *shown;
  GCancellable *reading;

  int year;
  gboolean filling;
};

/* What the year says, in the groups of the page. */
void _gram_allowances_page_fill (GramAllowancesPage *self);

/* What was posted in it. */
void _gram_allowances_page_fill_posted (GramAllowancesPage *self, const GPtrArray *settlements);

/* The payment notices of the year (art. 39). */
void _gram_allowances_page_fill_notices (GramAllowancesPage *self, const GPtrArray *notices);

/* What can be done, and why not. */
void _gram_allowances_page_actions_class_init (GtkWidgetClass *widget_class);
void _gram_allowances_page_fill_actions (GramAllowancesPage *self);

G_END_DECLS
