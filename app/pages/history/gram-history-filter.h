/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal-query.h"

G_BEGIN_DECLS

/**
 * GramHistoryFilter:
 * @group: #GramJournalGroup, -1 all
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
 * Everything.
 */
#define GRAM_HISTORY_FILTER_INIT { -1, 0, NULL, NULL, NULL }

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
 * Makes it one that lets everything through.
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
 * Returns: whether it lets everything through
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
