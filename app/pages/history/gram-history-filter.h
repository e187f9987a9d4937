/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal-query.h"

G_BEGIN_DECLS

/**
 * GRAM_HISTORY_EVERYTHING:
 *
 * In place of a group: every entry.
 */
#define GRAM_HISTORY_EVERYTHING (-1)

/**
 * GRAM_HISTORY_BUT_SIGN_INS:
 *
 * In place of a group: every entry but those that only say that somebody signed in; refused sign-ins are shown.
 */
#define GRAM_HISTORY_BUT_SIGN_INS (-2)

/**
 * GramHistoryFilter:
 * @group: #GramJournalGroup, %GRAM_HISTORY_EVERYTHING or %GRAM_HISTORY_BUT_SIGN_INS
 * @person_id: who, 0 everybody
 * @person: (nullable): the person's name
 * @from: (nullable): first day, ISO; %NULL or empty from the beginning
 * @to: (nullable): last day, ISO; %NULL or empty to the end
 *
 * What the history shows. Strings are owned.
 */
typedef struct
{
  int group;
  gint64 person_id;
  char *person;
  char *from;
  char *to;
} GramHistoryFilter;

/**
 * GRAM_HISTORY_FILTER_INIT:
 *
 * What is shown unless something else is asked for: everything but sign-ins.
 */
#define GRAM_HISTORY_FILTER_INIT { GRAM_HISTORY_BUT_SIGN_INS, 0, NULL, NULL, NULL }

/**
 * gram_history_filter_copy:
 * @self: a filter
 * @to: where to; what it held is freed
 *
 * Copies.
 */
void gram_history_filter_copy (const GramHistoryFilter *self, GramHistoryFilter *to);

/**
 * gram_history_filter_clear:
 * @self: a filter
 *
 * Makes it the one of the beginning.
 */
void gram_history_filter_clear (GramHistoryFilter *self);

/**
 * gram_history_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: whether they show the same
 */
gboolean gram_history_filter_equal (const GramHistoryFilter *a, const GramHistoryFilter *b);

/**
 * gram_history_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it is the one of the beginning
 */
gboolean gram_history_filter_is_empty (const GramHistoryFilter *self);

/**
 * gram_history_filter_to_query:
 * @self: a filter
 * @account_id: account, 0 the whole registry
 * @text: (nullable): what was typed
 *
 * Days are those of the reader's own zone, as the history writes them.
 *
 * Returns: (transfer full): the query
 */
GramJournalQuery *
gram_history_filter_to_query (const GramHistoryFilter *self, gint64 account_id, const char *text);

/**
 * gram_history_filter_describe_period:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): for example "14 February 2026 – 28 February 2026"; %NULL if it has no period
 */
char *gram_history_filter_describe_period (const GramHistoryFilter *self);

G_END_DECLS
