/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

G_BEGIN_DECLS

/*
 * What a search of accounts, persons, cases, trades, charges, payments or transfers looks at, kept with the connection: their texts, folded (case and accents do not
 * matter), and which cell of the counts each belongs to. A keystroke passes over fifty thousand in a millisecond or two.
 *
 * It is never out of date: each question first asks the table for rows that changed since (its column `changed` grows),
 * which costs an index look-up, and reads these anew. Inside a unit of work, which may yet be undone, nothing is kept.
 *
 * All texts stand in one buffer, one a line, so that a word is looked for in all of them at once.
 */
typedef struct _GramRoster GramRoster;

/* More cells than this no list counts. */
#define GRAM_ROSTER_CELLS 32

/* More orders than this no list has. */
#define GRAM_ROSTER_ORDERS 4

typedef struct
{
  /* SELECT of id, changed, text and whatever @read_cell looks at, of all rows; and of those with changed > $1. */
  const char *all_sql;
  const char *changed_sql;
  /* SELECT of all ids in each order; and of those in a list, $1. */
  const char *order_sql[GRAM_ROSTER_ORDERS];
  const char *among_sql[GRAM_ROSTER_ORDERS];
  /* The cell of the row that the statement stands on, and a flag; FALSE with @error set. NULL: the list neither filters nor
   * counts here; it asks for hits alone, and needs no orders. */
  gboolean (*read_cell) (GramStatement *statement, guint *cell, gboolean *flag, GError **error);
} GramRosterSource;

typedef enum
{
  GRAM_ROSTER_ACCOUNTS,
  GRAM_ROSTER_PERSONS,
  GRAM_ROSTER_CASES,
  GRAM_ROSTER_TRADES,
  GRAM_ROSTER_CHARGES,
  GRAM_ROSTER_PAYMENTS,
  GRAM_ROSTER_TRANSFERS,
  GRAM_ROSTER_N,
} GramRosterKind;

/* What to pick out. */
typedef struct
{
  /* NULL: no search */
  const char *search;
  /* bit set of cells */
  guint32 cells;
  /* only those with the flag */
  gboolean flagged;
  /* NULL, or sets of ids (gint64) in all of which it has to be, and one in which it must not be */
  GHashTable *within[2];
  GHashTable *without;
  guint order;
  gboolean descending;
} GramRosterFilter;

/* The roster as of now, borrowed from the store until its next question; NULL on error. */
GramRoster *_gram_roster_get (GramStore *store,
                              GramRosterKind kind,
                              const GramRosterSource *source,
                              GError **error);

/* Whether one is kept already; and whether one that is read now would be. */
gboolean _gram_roster_is_kept (GramStore *store, GramRosterKind kind);
gboolean _gram_roster_would_be_kept (GramStore *store);

/* Ids that match, in order; NULL on error. */
GArray *_gram_roster_ids (GramRoster *self,
                          GramStore *store,
                          const GramRosterFilter *filter,
                          guint limit,
                          GError **error);

/* Adds those that match, whatever their cell, to the counts of their cells. */
void _gram_roster_count (GramRoster *self,
                         const GramRosterFilter *filter,
                         gint64 counts[GRAM_ROSTER_CELLS]);

/* Looks for all words of a text; says how many have them. */
guint _gram_roster_search (GramRoster *self, const char *text);

/* Whether an id was found by the last search; and the ids of all that were. */
gboolean _gram_roster_has_hit (GramRoster *self, gint64 id);
GArray *_gram_roster_hits (GramRoster *self);

/* Of the ids that a statement answers those that were found. */
GArray *
_gram_roster_read_hits (GramRoster *self, GramStatement *statement, guint limit, GError **error);

void _gram_roster_free (GramRoster *self);

/* A text without case, accents and width. */
char *_gram_roster_fold (const char *text);

/* Whether there is a word in a search. */
gboolean _gram_roster_has_words (const char *search);

G_END_DECLS
