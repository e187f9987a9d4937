/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-credit-texts.h"
#include "gram-credits-page.h"
#include "gram-figure-tile.h"
#include "gram-questions-credits.h"

G_BEGIN_DECLS

struct _GramCreditsPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwActionRow *standing_row;
  GtkImage *standing_icon;
  GtkFlowBox *tiles_box;
  AdwPreferencesGroup *transfers_group;
  AdwPreferencesGroup *years_group;
  AdwPreferencesGroup *lapses_group;
  AdwActionRow *offer_row;
  AdwActionRow *record_row;

  /* Borrowed References */
  GramFigureTile *tiles[GRAM_CREDIT_N_TILES];
  GPtrArray *rows;
  GPtrArray *transfer_rows;

  /* Owned References */
  GramCredits *shown;
};

/* What the account has, in the groups of the page. */
void _gram_credits_page_fill (GramCreditsPage *self);

/* Transfers, those that wait first. */
void _gram_credits_page_fill_transfers (GramCreditsPage *self, const GPtrArray *transfers);

/* What can be done, and why not. */
void _gram_credits_page_fill_actions (GramCreditsPage *self);

G_END_DECLS
