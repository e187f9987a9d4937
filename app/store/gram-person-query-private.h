/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-person-query.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* The SELECTs of the list of persons, for its functions and for the test that pins their plans. */

/* Ids in order, filtered by role and activity, from the order's index. */
GramSql *_gram_person_query_walk (const GramPersonQuery *query, guint limit);

/* Records of a list of ids, $1. */
const char *_gram_person_page_sql (void);

G_END_DECLS
