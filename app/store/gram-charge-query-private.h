/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-query.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* Exposed for the test that pins the query plans. @data is a GramChargeQuery; @candidates, if there are any, only to read from them. */
GramSql *_gram_charge_query_sql (gconstpointer data, const GArray *candidates, guint limit);

G_END_DECLS
