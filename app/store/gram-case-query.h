/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-table.h"

G_BEGIN_DECLS

/**
 * GramCaseOrder:
 * @GRAM_CASE_ORDER_DUE: by the day they are due, those without one last
 * @GRAM_CASE_ORDER_NUMBER: by number
 * @GRAM_CASE_ORDER_KIND: by kind, then as %GRAM_CASE_ORDER_DUE
 * @GRAM_CASE_ORDER_OPENED: by the instant they were opened
 * @GRAM_CASE_ORDER_HOLDER: by holder and number of the account, then by number
 *
 * The closed set of orders of cases; each has its index and its pinned query plan.
 */
typedef enum
{
  GRAM_CASE_ORDER_DUE,
  GRAM_CASE_ORDER_NUMBER,
  GRAM_CASE_ORDER_KIND,
  GRAM_CASE_ORDER_OPENED,
  GRAM_CASE_ORDER_HOLDER,
} GramCaseOrder;

/**
 * GramCaseClaimant:
 * @GRAM_CASE_CLAIMANT_ANY: whoever claimed it, or nobody
 * @GRAM_CASE_CLAIMANT_NONE: claimed by nobody
 * @GRAM_CASE_CLAIMANT_PERSON: claimed by @claimant_id
 *
 * Whose cases.
 */
typedef enum
{
  GRAM_CASE_CLAIMANT_ANY,
  GRAM_CASE_CLAIMANT_NONE,
  GRAM_CASE_CLAIMANT_PERSON,
} GramCaseClaimant;

/**
 * GramCaseDue:
 * @GRAM_CASE_DUE_ANY: whenever it is due, or never
 * @GRAM_CASE_DUE_OVERDUE: the day is over
 * @GRAM_CASE_DUE_TODAY: today
 * @GRAM_CASE_DUE_WEEK: today or in the six days after it
 *
 * When cases are due; other than any, only undecided ones are.
 */
typedef enum
{
  GRAM_CASE_DUE_ANY,
  GRAM_CASE_DUE_OVERDUE,
  GRAM_CASE_DUE_TODAY,
  GRAM_CASE_DUE_WEEK,
} GramCaseDue;

/**
 * GramCaseQuery:
 * @account_id: only cases of this account, 0 all
 * @person_id: only cases of accounts that this person is a member of, 0 all
 * @kinds: set of #GramCaseKind; 0 means all
 * @states: set of #GramCaseState; 0 means all
 * @claimant: whose
 * @claimant_id: the person, with %GRAM_CASE_CLAIMANT_PERSON
 * @due: when they are due
 * @today_ccs: (nullable): today in the zone of the CCS, ISO; needed with @due and for counts
 * @today_ccts: (nullable): today in the zone of the CCTS, ISO; needed with @due and for counts
 * @search: (nullable): words typed; each has to occur in number of the case (with or without #), label, holder or account
 *   number; case and accents do not matter
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order of cases. Strings are owned by the query.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  guint kinds;
  guint states;
  GramCaseClaimant claimant;
  gint64 claimant_id;
  GramCaseDue due;
  char *today_ccs;
  char *today_ccts;
  char *search;
  GramCaseOrder order;
  gboolean descending;
} GramCaseQuery;

/**
 * gram_case_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramCaseQuery *gram_case_query_copy (const GramCaseQuery *self);

/**
 * gram_case_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_case_query_free (GramCaseQuery *self);

/**
 * gram_case_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Numbers of the cases that match, in order. The most urgent unclaimed ones of a kind are @claimant none, the state
 * open, the order due and a limit. Rows: gram_case_table_page().
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the numbers
 */
GArray *
gram_case_table_ids (GramStore *store, const GramCaseQuery *query, guint limit, GError **error);

/**
 * GRAM_CASE_STATES:
 *
 * How many states there are.
 */
#define GRAM_CASE_STATES 5

/**
 * GramCaseCounts:
 * @cells: cases by kind, in the order of gram_case_kind_index(), and by place of the flag of #GramCaseState (open is 0)
 * @unclaimed: undecided cases by kind that nobody claimed
 * @mine: undecided cases by kind that the person of the question claimed
 * @overdue: undecided cases by kind whose day is over
 * @today: undecided cases by kind that are due today
 * @week: undecided cases by kind that are due today or in the six days after it
 *
 * What chips and badges count. A list filtered by a kind and one of these has exactly as many rows.
 */
typedef struct
{
  gint64 cells[GRAM_CASE_KIND_N][GRAM_CASE_STATES];
  gint64 unclaimed[GRAM_CASE_KIND_N];
  gint64 mine[GRAM_CASE_KIND_N];
  gint64 overdue[GRAM_CASE_KIND_N];
  gint64 today[GRAM_CASE_KIND_N];
  gint64 week[GRAM_CASE_KIND_N];
} GramCaseCounts;

/**
 * gram_case_table_counts:
 * @store: a store
 * @query: a filter: account, person, search; its kinds, states, claimant and due do not count; both todays are needed
 * @me: the person whose claimed cases are @mine, 0 nobody
 * @counts: (out): the counts
 * @error: return location
 *
 * Counts the cases that match.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_table_counts (GramStore *store,
                                 const GramCaseQuery *query,
                                 gint64 me,
                                 GramCaseCounts *counts,
                                 GError **error);

/**
 * gram_case_counts_select:
 * @by_kind: one of the counts by kind of #GramCaseCounts
 * @kinds: set of #GramCaseKind; 0 means all
 *
 * Returns: the sum over @kinds
 */
gint64 gram_case_counts_select (const gint64 by_kind[GRAM_CASE_KIND_N], guint kinds);

/**
 * gram_case_counts_cells:
 * @counts: counts
 * @kinds: set of #GramCaseKind; 0 means all
 * @states: set of #GramCaseState; 0 means all
 *
 * Returns: cases that a list filtered by @kinds and @states shows
 */
gint64 gram_case_counts_cells (const GramCaseCounts *counts, guint kinds, guint states);

/**
 * gram_case_table_count_to_do:
 * @store: a store
 * @person_id: a case handler
 * @count: (out): undecided cases that wait for no answer and that the person claimed or nobody
 * @error: return location
 *
 * For a badge: an index look-up, however many cases were decided.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_case_table_count_to_do (GramStore *store, gint64 person_id, gint64 *count, GError **error);

/**
 * gram_case_table_count_asked:
 * @store: a store
 * @account_id: an account
 * @count: (out): its cases in which information is asked
 * @error: return location
 *
 * For a badge: an index look-up.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_case_table_count_asked (GramStore *store, gint64 account_id, gint64 *count, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCaseQuery, gram_case_query_free)

G_END_DECLS
