/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chart.h"
#include "gram-figure-tile.h"
#include "gram-fleet-texts.h"
#include "gram-fleet-year-view.h"
#include "gram-questions-fleet.h"

G_BEGIN_DECLS

/*
 * The view is cut by role: gram-fleet-year-view.c reads the year and shows its figures, gram-fleet-year-view-groups.c fills the
 * groups of rows.
 */

struct _GramFleetYearView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GramStateTrack *track;
  AdwActionRow *standing_row;
  GtkImage *standing_image;
  GtkFlowBox *tiles_box;
  AdwPreferencesGroup *actions_group;
  AdwPreferencesGroup *charges_group;
  AdwPreferencesGroup *borrowings_group;
  AdwPreferencesGroup *chart_group;
  GramChart *chart;
  AdwWrapBox *legend;
  AdwPreferencesGroup *models_group;
  AdwPreferencesGroup *forecast_group;
  AdwPreferencesGroup *runs_group;

  /* Borrowed References */
  GramFigureTile *tiles[GRAM_FLEET_N_TILES];
  GPtrArray *rows;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GramFleetYearDetail *detail;
  GListModel *columns;

  gint64 account_id;
  int year;
};

void _gram_fleet_year_view_fill_groups (GramFleetYearView *self);

G_END_DECLS
