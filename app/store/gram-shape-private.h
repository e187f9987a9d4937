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
  /* char *: read from another table, never written */
  GRAM_FIELD_JOINED,
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
} GramShape;

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

gboolean
_gram_shape_insert (const GramShape *shape, GramUnit *unit, gpointer record, GError **error);

/* Writes what changes; only if the row is as @before. */
gboolean _gram_shape_update (const GramShape *shape,
                             GramUnit *unit,
                             gconstpointer before,
                             gconstpointer after,
                             GError **error);

gboolean _gram_field_equal (const GramField *field, gconstpointer a, gconstpointer b);

/* Canonical text for the history. */
char *_gram_field_text (const GramField *field, gconstpointer record);

G_END_DECLS
