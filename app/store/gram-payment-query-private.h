/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-payment-query.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* Exposed for the test that pins the query plans. @data is a GramPaymentQuery; @candidates, if there are any, only to read from them. */
GramSql *_gram_payment_query_sql (gconstpointer data, const GArray *candidates, guint limit);

G_END_DECLS
