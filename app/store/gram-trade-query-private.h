/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-sql-private.h"
#include "gram-trade-query.h"

G_BEGIN_DECLS

/* Exposed for the test that pins the query plans. @data is a GramTradeQuery; @candidates, if there are any, only to read from them. */
GramSql *_gram_trade_query_sql (gconstpointer data, const GArray *candidates, guint limit);

G_END_DECLS
