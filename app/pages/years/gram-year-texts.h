/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figure.h"
#include "gram-queries-years.h"

G_BEGIN_DECLS

/*
 * What the page of a scheme year says.
 */

/**
 * GramYearStep:
 * @verb: what is done
 * @command: the command that does it; what the verb's permit is asked with
 * @action: action of the page that leads there
 * @title: translatable (N_()) title of the row
 * @again: translatable (N_()) title where it was done before
 * @button: translatable (N_()) button, with a mnemonic
 * @sentence: translatable (N_()): what it does, for where it is the next step
 *
 * A step of a year.
 */
typedef struct
{
  GramCctsYearVerb verb;
  const char *command;
  const char *action;
  const char *title;
  const char *again;
  const char *button;
  const char *sentence;
} GramYearStep;

/**
 * gram_year_steps:
 * @n_steps: (out): how many
 *
 * Returns: (transfer none) (array length=n_steps): the steps in the order of the year; a constant
 */
const GramYearStep *gram_year_steps (guint *n_steps);

/**
 * gram_year_step_find:
 * @verb: a verb, 0 none
 *
 * Returns: (transfer none) (nullable): its step
 */
const GramYearStep *gram_year_step_find (GramCctsYearVerb verb);

/**
 * gram_year_step_done_at:
 * @step: a step
 * @row: the year
 *
 * Returns: when it was done last, UTC microseconds; 0 never
 */
gint64 gram_year_step_done_at (const GramYearStep *step, const GramYearRow *row);

/**
 * GramYearNeedText:
 * @need: what is missing
 * @title: translatable (N_()): what it is called
 * @fix: (nullable): translatable (N_()): where it is mended
 * @action: (nullable): detailed action that leads there
 *
 * A line of what is missing.
 */
typedef struct
{
  GramCctsYearNeed need;
  const char *title;
  const char *fix;
  const char *action;
} GramYearNeedText;

/**
 * gram_year_need_find:
 * @need: what is missing
 *
 * Returns: (transfer none): what is said about it
 */
const GramYearNeedText *gram_year_need_find (GramCctsYearNeed need);

/**
 * gram_year_dup_title:
 * @year: a scheme year
 *
 * Returns: (transfer full): “Scheme Year 2025”
 */
char *gram_year_dup_title (int year);

/**
 * gram_year_dup_day:
 * @day: a day, or none
 *
 * Returns: (transfer full): the day in words
 */
char *gram_year_dup_day (GramDate day);

/**
 * gram_year_dup_state_day:
 * @row: a year
 * @state: one of its states
 *
 * Returns: (transfer full): when the state began or will begin; "" if nobody knows
 */
char *gram_year_dup_state_day (const GramYearRow *row, GramCctsYearState state);

/**
 * gram_year_dup_waiting:
 * @row: a year
 *
 * Returns: (transfer full): a sentence: what the year waits for where there is nothing to do
 */
char *gram_year_dup_waiting (const GramYearRow *row);

/**
 * GramYearTile:
 *
 * The figures of a year.
 */
typedef enum
{
  GRAM_YEAR_TILE_PARTICIPANTS,
  GRAM_YEAR_TILE_ACTIVITY,
  GRAM_YEAR_TILE_ALLOCATED,
  GRAM_YEAR_TILE_HELD,
  GRAM_YEAR_TILE_SURRENDERED,
  GRAM_YEAR_TILE_PAYMENTS,
  GRAM_YEAR_N_TILES,
} GramYearTile;

/**
 * gram_year_figure:
 * @tile: which
 * @row: the year
 * @totals: its sums
 *
 * Returns: (transfer full): the figure, with how it comes about
 */
GramFigure *
gram_year_figure (GramYearTile tile, const GramYearRow *row, const GramYearTotals *totals);

G_END_DECLS
