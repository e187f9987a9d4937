/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-table.h"

G_BEGIN_DECLS

/**
 * GramChargeOrder:
 * @GRAM_CHARGE_ORDER_ARISEN: in the order in which they arose
 * @GRAM_CHARGE_ORDER_DUE: by due day
 * @GRAM_CHARGE_ORDER_OUTSTANDING: by what is outstanding
 * @GRAM_CHARGE_ORDER_AMOUNT: by amount
 *
 * The closed set of orders; each has its index and its pinned query plan.
 */
typedef enum
{
  GRAM_CHARGE_ORDER_ARISEN,
  GRAM_CHARGE_ORDER_DUE,
  GRAM_CHARGE_ORDER_OUTSTANDING,
  GRAM_CHARGE_ORDER_AMOUNT,
} GramChargeOrder;

/**
 * GramChargeQuery:
 * @account_id: only of this account, 0 all
 * @person_id: only of accounts that this person is a member of, 0 all
 * @kinds: set of #GramChargeKind; 0 means all
 * @states: set of #GramChargeState; 0 means all
 * @year: only of this obligation year, 0 all
 * @today: (nullable): today, ISO: what is overdue; %NULL: nothing is
 * @search: (nullable): words typed; each has to occur in number of the charge (with or without #), reference,
 *   invoice, account number or holder; case and accents do not matter
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of charges. Strings are owned by the query.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  guint kinds;
  guint states;
  int year;
  char *today;
  char *search;
  GramChargeOrder order;
  gboolean descending;
} GramChargeQuery;

/**
 * gram_charge_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramChargeQuery *gram_charge_query_copy (const GramChargeQuery *self);

/**
 * gram_charge_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_charge_query_free (GramChargeQuery *self);

/**
 * gram_charge_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the charges that match, in order. Rows: gram_charge_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *
gram_charge_table_ids (GramStore *store, const GramChargeQuery *query, guint limit, GError **error);

/**
 * GramChargeCounts:
 * @states: charges by the place of the flag of #GramChargeState (due is 0)
 * @kinds: charges by the place of the flag of #GramChargeKind
 *
 * What chips and badges count. A list filtered by a state, or by a kind, has exactly as many rows.
 */
typedef struct
{
  gint64 states[GRAM_CHARGE_STATES];
  gint64 kinds[GRAM_CHARGE_KINDS];
} GramChargeCounts;

/**
 * gram_charge_table_counts:
 * @store: a store
 * @query: a filter; its states do not count, nor for the kinds its kinds
 * @counts: (out): the counts
 * @error: return location
 *
 * Counts what matches.
 *
 * Returns: %FALSE on error
 */
gboolean gram_charge_table_counts (GramStore *store,
                                   const GramChargeQuery *query,
                                   GramChargeCounts *counts,
                                   GError **error);

/**
 * gram_charge_counts_select:
 * @counts: counts
 * @states: set of #GramChargeState; 0 means all
 *
 * Returns: rows that a list filtered by @states shows
 */
gint64 gram_charge_counts_select (const GramChargeCounts *counts, guint states);

/**
 * gram_charge_counts_select_kinds:
 * @counts: counts
 * @of: set of #GramChargeKind; 0 means all
 *
 * Returns: rows that a list filtered by @of shows
 */
gint64 gram_charge_counts_select_kinds (const GramChargeCounts *counts, guint of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramChargeQuery, gram_charge_query_free)

G_END_DECLS
