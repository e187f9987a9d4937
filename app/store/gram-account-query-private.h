/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-query.h"
#include "gram-id-list.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* The SELECTs of the list of accounts, for its functions and for the test that pins their plans. */

/* Ids in order, filtered by kind, state and directory, from the order's index. */
GramSql *_gram_account_query_walk (const GramAccountQuery *query, guint limit);

/* Accounts of a person; accounts that are Fleet Average on a day. */
GramSql *_gram_account_query_members (gint64 person_id);
GramSql *_gram_account_query_fleet_average (const char *today);

/* Accounts in which something is over. */
GramSql *_gram_account_query_due (gint64 now, const char *today_ccs, const char *today_ccts);

/* The rest of a SELECT of records by a list of ids, $1, and the columns that it adds. */
#define GRAM_ACCOUNT_PAGE_MORE                                                                     \
  ", (SELECT coalesce (sum (v.records), 0) FROM vehicle_total v WHERE v.account_id = t.id"         \
  " AND v.status = 1), (SELECT f.valid_from FROM application f WHERE f.account_id = t.id"          \
  " AND f.state = 'approved')"
#define GRAM_ACCOUNT_PAGE_REST                                                                     \
  "JOIN " GRAM_SQL_IDS ("1") " list ON list.value = t.id ORDER BY list.key"

G_END_DECLS
