/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-private.h"

G_BEGIN_DECLS

/*
 * What a table of plain records looks like, so that select, insert and update walk one list of columns. The row's id is
 * the first member of the record and the first column of the select.
 */

/* How a column and its member correspond. */
typedef enum
{
  /* char *: a text, never NULL; %NULL is written as '' */
  GRAM_FIELD_TEXT,
  /* char *: a text that may be missing; %NULL and "" are NULL */
  GRAM_FIELD_OPTIONAL,
  /* int, guint, gboolean */
  GRAM_FIELD_INT,
  /* gint64 */
  GRAM_FIELD_INT64,
  /* an enumeration, as its word; 0 is '' */
  GRAM_FIELD_WORD,
  /* gint64, id of a row, 0 is NULL */
  GRAM_FIELD_REFERENCE,
  /* int: 1, one more with each change; an update then compares this alone */
  GRAM_FIELD_VERSION,
  /* char *: read from another table, never written; so are those below */
  GRAM_FIELD_JOINED,
  /* gint64 */
  GRAM_FIELD_JOINED_INT64,
  /* an enumeration, as its word; NULL is 0 */
  GRAM_FIELD_JOINED_WORD,
} GramFieldKind;

typedef struct
{
  /* Name of the column; an expression over the joined tables if it is not of this one. */
  const char *column;
  GramFieldKind kind;
  gsize offset;
  /* An update may write it. */
  gboolean changes;
  /* Of a word. */
  const char *vocabulary;
  /* Name in the history; NULL: a change of it is not told. */
  const char *history;
} GramField;

typedef struct
{
  const char *table;
  /* What stands after FROM; the table's own columns are named by the letter t. */
  const char *from;
  gsize size;
  const GramField *fields;
  gsize n_fields;
  /* Its column `changed` grows with each change: searches read such rows anew (gram-roster.h). */
  gboolean counts_changes;
  GDestroyNotify free_record;
  /* Columns of a unique key: a second row of the same key is not inserted, and its id is 0; NULL: that is an error. */
  const char *once;
  /* The column of the id where the row of another table gives it; NULL: `id`, made by an insert. */
  const char *key;
} GramShape;

/* Is it a column of the table itself? */
static inline gboolean
_gram_field_is_own (const GramField *field)
{
  return field->kind < GRAM_FIELD_JOINED;
}

static inline const char *
_gram_shape_key (const GramShape *shape)
{
  return shape->key != NULL ? shape->key : "id";
}

gpointer _gram_shape_new (const GramShape *shape);
gpointer _gram_shape_copy (const GramShape *shape, gconstpointer record);
void _gram_shape_free (const GramShape *shape, gpointer record);

/* SELECT of all fields and @more (",…" or ""), then FROM and @rest: WHERE, ORDER BY, LIMIT. */
GramStatement *_gram_shape_prepare (const GramShape *shape,
                                    GramStore *store,
                                    const char *more,
                                    const char *rest,
                                    GError **error);

/* The column after those of the fields. */
guint _gram_shape_next_column (const GramShape *shape);

/* A record of the row that the statement stands on; NULL with @error set. */
gpointer _gram_shape_read (const GramShape *shape, GramStatement *statement, GError **error);

/* The record that the statement answers, or NULL in @record if there is none. */
gboolean _gram_shape_one (const GramShape *shape,
                          GramStatement *statement,
                          gpointer *record,
                          GError **error);

/* All records that the statement answers. */
GPtrArray *_gram_shape_all (const GramShape *shape, GramStatement *statement, GError **error);

/* The record with an id, or NULL in @record if there is none. */
gboolean _gram_shape_get (const GramShape *shape,
                          GramStore *store,
                          gint64 id,
                          gpointer *record,
                          GError **error);

/* The record of something else: @rest has its id as $1. */
gboolean _gram_shape_get_of (const GramShape *shape,
                             GramStore *store,
                             const char *rest,
                             gint64 id,
                             gpointer *record,
                             GError **error);

/* The records of something else: @rest has its id as $1. */
GPtrArray *_gram_shape_list_of (const GramShape *shape,
                                GramStore *store,
                                const char *rest,
                                gint64 id,
                                GError **error);

/* The record, and the records, that @rest picks out with @keys as $1, $2 … */
gboolean _gram_shape_get_by (const GramShape *shape,
                             GramStore *store,
                             const char *rest,
                             const gint64 *keys,
                             guint n_keys,
                             gpointer *record,
                             GError **error);
GPtrArray *_gram_shape_list_by (const GramShape *shape,
                                GramStore *store,
                                const char *rest,
                                const gint64 *keys,
                                guint n_keys,
                                GError **error);

/* The same with the limit as $2; 0 means all. */
GPtrArray *_gram_shape_list_some_of (const GramShape *shape,
                                     GramStore *store,
                                     const char *rest,
                                     gint64 id,
                                     guint limit,
                                     GError **error);

/* The records with these ids, in their order; one that is not there is left out. */
GPtrArray *_gram_shape_page (const GramShape *shape,
                             GramStore *store,
                             const gint64 *ids,
                             guint n_ids,
                             GError **error);

gboolean
_gram_shape_insert (const GramShape *shape, GramUnit *unit, gpointer record, GError **error);

/* Writes what changes; only if the row is as @before. An id that is a key of another table does not change. */
gboolean _gram_shape_update (const GramShape *shape,
                             GramUnit *unit,
                             gconstpointer before,
                             gconstpointer after,
                             GError **error);

/* Keeps what changed and has a name in the history: SQL with $1 id, $2 journal entry, $3 field, $4 old and $5 new value. */
gboolean _gram_shape_add_history (const GramShape *shape,
                                  GramUnit *unit,
                                  const char *sql,
                                  gconstpointer before,
                                  gconstpointer after,
                                  gint64 journal_id,
                                  GError **error);

gboolean _gram_field_equal (const GramField *field, gconstpointer a, gconstpointer b);

/* Canonical text for the history. */
char *_gram_field_text (const GramField *field, gconstpointer record);

G_END_DECLS
