/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramTotal:
 * @key: account, period, status, attention
 * @amount: what the cell holds
 *
 * A cell of the kept totals.
 */
typedef struct
{
  GramTotalKey key;
  GramTotalAmount amount;
} GramTotal;

/**
 * gram_total_table_list:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * The cells of an account that hold a record, by period, status and attention. A few hundred at most: the overview
 * and the sums of a scheme year are made from them.
 *
 * Returns: (transfer full) (element-type GramTotal) (nullable): the cells
 */
GArray *gram_total_table_list (GramStore *store, gint64 account_id, GError **error);

/**
 * GRAM_TOTAL_STATUSES:
 *
 * How many values #GramVehicleStatus has.
 */
#define GRAM_TOTAL_STATUSES 3

/**
 * GRAM_TOTAL_ATTENTIONS:
 *
 * How many values #GramAttention has.
 */
#define GRAM_TOTAL_ATTENTIONS 3

/**
 * GramTotalSums:
 * @cells: sums over all periods, by #GramVehicleStatus and #GramAttention
 *
 * What the status chips and the overview count.
 */
typedef struct
{
  GramTotalAmount cells[GRAM_TOTAL_STATUSES][GRAM_TOTAL_ATTENTIONS];
} GramTotalSums;

/**
 * gram_total_table_sums:
 * @store: a store
 * @account_id: an account
 * @sums: (out): sums over all periods
 * @error: return location
 *
 * Adds the cells of an account up over its periods.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_total_table_sums (GramStore *store, gint64 account_id, GramTotalSums *sums, GError **error);

/**
 * gram_total_sums_select:
 * @sums: sums of an account
 * @statuses: bit set `1 << GramVehicleStatus`; 0 means all
 * @attentions: bit set `1 << GramAttention`; 0 means all
 *
 * What a list filtered by @statuses and @attentions counts, as in #GramVehicleQuery.
 *
 * Returns: the sum of the cells selected
 */
GramTotalAmount
gram_total_sums_select (const GramTotalSums *sums, guint statuses, guint attentions);

G_END_DECLS
