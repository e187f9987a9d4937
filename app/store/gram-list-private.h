/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-roster.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* An order of a list, both ways round. */
typedef struct
{
  const char *ascending;
  const char *descending;
} GramListOrder;

/*
 * What lists that are filtered and sorted by the engine, and searched in a roster, have in common.
 */
typedef struct
{
  GramRosterKind kind;
  GramRosterSource source;
  /* SELECT of the ids of a query, in order; of @candidates alone if there are any; 0 is no limit. */
  GramSql *(*ids_sql) (gconstpointer query, const GArray *candidates, guint limit);
  /* Counts: SELECT of word of the state, 0, rows, which is grouped by the word; and of word, id, 1. */
  GramSql *(*count_sql) (gconstpointer query, gboolean one_by_one);
  /* Vocabulary of the states, which are flags. */
  const char *states;
} GramList;

/* Ids that match a query and a search, in order; all questions see one state. NULL on error. */
GArray *_gram_list_ids (const GramList *list,
                        GramStore *store,
                        gconstpointer query,
                        const char *search,
                        guint limit,
                        GError **error);

/* Counts what matches by the place of its state's flag. */
gboolean _gram_list_counts (const GramList *list,
                            GramStore *store,
                            gconstpointer query,
                            const char *search,
                            gint64 *counts,
                            GError **error);

/* Of such counts those of a set of states; 0 is all. */
gint64 _gram_list_select (const gint64 *counts, guint n_counts, guint states);

/* Ends a SELECT of ids: in that order, at most so many; 0 is no limit. */
void
_gram_list_add_order (GramSql *sql, const GramListOrder *order, gboolean descending, guint limit);

/* " AND " and @column is a member's account. */
void _gram_list_add_member (GramSql *sql, const char *column, gint64 person_id);

G_END_DECLS
