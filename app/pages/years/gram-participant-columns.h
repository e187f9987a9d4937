/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-years.h"

G_BEGIN_DECLS

/**
 * GramParticipantSet:
 * @GRAM_PARTICIPANT_SET_ALLOCATION: cars, baseline, product, allowances, difference, activity
 * @GRAM_PARTICIPANT_SET_SETTLEMENT: allowances, activity, surrendered, shortfall, payment, notice
 * @GRAM_PARTICIPANT_SET_ALL: every figure
 * @GRAM_PARTICIPANT_SET_MEASURING: preview of measuring: cars and activity before and after
 * @GRAM_PARTICIPANT_SET_POSTING: preview of an allocation run
 * @GRAM_PARTICIPANT_SET_ACCOUNTING: preview of accounting
 * @GRAM_PARTICIPANT_SET_CLOSING: preview of closing: the books of the year
 * @GRAM_PARTICIPANT_N_SETS: how many
 *
 * Which figures of participants a table shows.
 */
typedef enum
{
  GRAM_PARTICIPANT_SET_ALLOCATION,
  GRAM_PARTICIPANT_SET_SETTLEMENT,
  GRAM_PARTICIPANT_SET_ALL,
  GRAM_PARTICIPANT_SET_MEASURING,
  GRAM_PARTICIPANT_SET_POSTING,
  GRAM_PARTICIPANT_SET_ACCOUNTING,
  GRAM_PARTICIPANT_SET_CLOSING,
  GRAM_PARTICIPANT_N_SETS,
} GramParticipantSet;

/**
 * GramParticipantColumn:
 * @word: stable word: id of the column, and of the order by it
 * @title: translatable (N_()) title
 * @width: in pixels, 0 takes what is left
 * @sets: bit set `1 << GramParticipantSet` of those that have it
 * @text: (nullable): what a cell shows, to be freed
 * @value: (nullable): what the rows are sorted by; %NULL by @text, without regard to case
 *
 * A column of a table of participants.
 */
typedef struct
{
  const char *word;
  const char *title;
  int width;
  guint sets;
  char *(*text) (const GramParticipantRow *row);
  gint64 (*value) (const GramParticipantRow *row);
} GramParticipantColumn;

/**
 * gram_participant_columns:
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): all columns, the participant first; a constant
 */
const GramParticipantColumn *gram_participant_columns (guint *n_columns);

/**
 * gram_participant_column_compare:
 * @column: a column
 * @a: a participant
 * @b: another one
 *
 * Returns: less than, equal to or more than 0; by name and number where the column cannot tell
 */
int gram_participant_column_compare (const GramParticipantColumn *column,
                                     const GramParticipantRow *a,
                                     const GramParticipantRow *b);

/**
 * gram_participant_dup_title:
 * @row: a participant
 *
 * Returns: (transfer full): its name: of a pool that of the pool
 */
char *gram_participant_dup_title (const GramParticipantRow *row);

/**
 * gram_participant_dup_subtitle:
 * @row: a participant
 * @set: which figures the table shows
 *
 * Returns: (transfer full): the figures that matter most, in one line, for a narrow window
 */
char *gram_participant_dup_subtitle (const GramParticipantRow *row, GramParticipantSet set);

/**
 * gram_participant_dup_label:
 * @row: a participant
 * @set: which figures the table shows
 *
 * Returns: (transfer full): all of them as one sentence, for a screen reader
 */
char *gram_participant_dup_label (const GramParticipantRow *row, GramParticipantSet set);

/**
 * gram_participant_dup_notice:
 * @row: a participant
 *
 * Returns: (transfer full): where its payment notice stands, in a word or two; “Missing” where there has to be one
 */
char *gram_participant_dup_notice (const GramParticipantRow *row);

G_END_DECLS
