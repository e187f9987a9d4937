/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-table.h"

G_BEGIN_DECLS

/**
 * GramAccountOrder:
 * @GRAM_ACCOUNT_ORDER_HOLDER: by holder, then number
 * @GRAM_ACCOUNT_ORDER_NUMBER: by number
 * @GRAM_ACCOUNT_ORDER_NEWEST: the newest first (descending: the oldest first)
 *
 * The closed set of orders of accounts.
 */
typedef enum
{
  GRAM_ACCOUNT_ORDER_HOLDER,
  GRAM_ACCOUNT_ORDER_NUMBER,
  GRAM_ACCOUNT_ORDER_NEWEST,
} GramAccountOrder;

/**
 * GramAccountQuery:
 * @search: (nullable): words typed; each has to occur in number, holder, name or e-mail of the contact; case and accents
 *   do not matter
 * @kinds: bit set `1 << GramAccountKind`; 0 means all
 * @states: bit set of #GramAccountState; 0 means all
 * @charge_schemes: bit set `1 << GramChargeScheme` of CCS accounts on the day @today; 0 means all, of any scheme
 * @today: (nullable): ISO date by which an approval for Fleet Average counts; needed with @charge_schemes
 * @person_id: only accounts that this person is a member of, 0 all
 * @listed: only accounts in the directory
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of accounts. Strings are owned by the query.
 */
typedef struct
{
  char *search;
  guint kinds;
  guint states;
  guint charge_schemes;
  char *today;
  gint64 person_id;
  gboolean listed;
  GramAccountOrder order;
  gboolean descending;
} GramAccountQuery;

/**
 * gram_account_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramAccountQuery *gram_account_query_copy (const GramAccountQuery *self);

/**
 * gram_account_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_account_query_free (GramAccountQuery *self);

/**
 * gram_account_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the accounts that match, in order.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *gram_account_table_ids (GramStore *store,
                                const GramAccountQuery *query,
                                guint limit,
                                GError **error);

/**
 * gram_account_table_page:
 * @store: a store
 * @ids: ids of accounts
 * @n_ids: how many, at most 1000
 * @error: return location
 *
 * Records by id, in the order of @ids, with what a list shows besides (#GramAccountRecord.waiting, @fleet_average_from);
 * one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramAccountRecord) (nullable): the records
 */
GPtrArray *
gram_account_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * GRAM_ACCOUNT_KINDS:
 *
 * One more than the highest #GramAccountKind.
 */
#define GRAM_ACCOUNT_KINDS 4

/**
 * GRAM_ACCOUNT_STATES:
 *
 * How many flags #GramAccountState has.
 */
#define GRAM_ACCOUNT_STATES 5

/**
 * GramAccountCounts:
 * @cells: accounts by #GramAccountKind and by place of the flag of #GramAccountState (open is 0, closed is 4)
 *
 * What the chips of the list count.
 */
typedef struct
{
  gint64 cells[GRAM_ACCOUNT_KINDS][GRAM_ACCOUNT_STATES];
} GramAccountCounts;

/**
 * gram_account_table_counts:
 * @store: a store
 * @query: (nullable): a filter whose @kinds and @states do not count; %NULL all accounts
 * @counts: (out): accounts by kind and state
 * @error: return location
 *
 * Counts the accounts that match. A list filtered by a kind and a state has exactly as many rows as its cell says.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_counts (GramStore *store,
                                    const GramAccountQuery *query,
                                    GramAccountCounts *counts,
                                    GError **error);

/**
 * gram_account_counts_select:
 * @counts: counts
 * @kinds: as in #GramAccountQuery
 * @states: as in #GramAccountQuery
 *
 * Returns: accounts that a list filtered by @kinds and @states shows
 */
gint64 gram_account_counts_select (const GramAccountCounts *counts, guint kinds, guint states);

/**
 * gram_account_table_confirm_holder:
 * @store: a store
 * @number: an account number, digits only
 * @holder: a name
 * @confirmed: (out): whether an account of that number is held by exactly that name; case and outer blanks do not matter
 * @error: return location
 *
 * Answers yes or no and nothing else: no difference between a number that is not there and another holder.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_confirm_holder (GramStore *store,
                                            const char *number,
                                            const char *holder,
                                            gboolean *confirmed,
                                            GError **error);

/**
 * gram_account_table_due:
 * @store: a store
 * @now: UTC microseconds
 * @today_ccs: today in the zone of the CCS, ISO
 * @today_ccts: today in the zone of the CCTS, ISO
 * @error: return location
 *
 * Accounts in which something is over that the program has to end by itself: a measure, an AML verification, a pending
 * invitation, hand-over or request.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of the accounts, ascending
 */
GArray *gram_account_table_due (GramStore *store,
                                gint64 now,
                                const char *today_ccs,
                                const char *today_ccts,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountQuery, gram_account_query_free)

G_END_DECLS
