/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-query.h"
#include "gram-roster.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* What a list of cases is read from. */
typedef enum
{
  /* the index of the order, past every case */
  GRAM_CASE_WALK,
  /* the cases of the accounts asked for, sorted */
  GRAM_CASE_OF_ACCOUNTS,
  /* a list of candidates, sorted */
  GRAM_CASE_AMONG,
} GramCaseSelect;

/* Exposed for the test that pins the query plans; @candidates only to read from them. */
GramSql *_gram_case_query_sql (const GramCaseQuery *query,
                               GramCaseSelect select,
                               const GArray *candidates,
                               guint limit);

/* The accounts asked for; @account is the column to look at. */
void _gram_case_query_add_accounts (GramSql *sql, const GramCaseQuery *query, const char *account);

/* Are there so few cases in the accounts asked for that they are better sorted? */
gboolean _gram_case_query_is_few (GramStore *store,
                                  const GramCaseQuery *query,
                                  gboolean *answer,
                                  GError **error);

/* What a search looks at. */
gboolean _gram_case_query_roster (GramStore *store, GramRoster **roster, GError **error);

/* Six days after a day, both ISO. */
char *_gram_case_query_week_end (const char *today);

G_END_DECLS
