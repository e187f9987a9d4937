/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

G_BEGIN_DECLS

/* What the files of the tables share. */

/* A text column that is never NULL. */
static inline const char *
_gram_text (const char *text)
{
  return text != NULL ? text : "";
}

/* Reads a word of a vocabulary; a word that is none is a damaged file. */
gboolean _gram_table_word (GramStatement *statement,
                           guint column,
                           const char *vocabulary,
                           int *value,
                           GError **error);

/* Runs a change that has to hit exactly one row; none means that the row is gone or has moved on. */
gboolean _gram_table_change_one (GramUnit *unit,
                                 GramStatement *statement,
                                 const char *table,
                                 GError **error);

/* Runs an INSERT and takes the id of its row. */
gboolean _gram_table_insert (GramUnit *unit, GramStatement *statement, gint64 *id, GError **error);

/* Runs a statement that answers one row with one whole number. */
gboolean _gram_table_int64 (GramStatement *statement, gint64 *value, GError **error);

/* The same of SQL with @keys as $1, $2 … */
gboolean _gram_table_ask (GramStore *store,
                          const char *sql,
                          const gint64 *keys,
                          guint n_keys,
                          gint64 *value,
                          GError **error);

/* The one BLOB that SQL with @id as $1 answers; NULL in @content if there is none. */
gboolean _gram_table_content (GramStore *store,
                              const char *sql,
                              gint64 id,
                              GBytes **content,
                              GError **error);

/* Keeps the content of a file: SQL with @id as $1 and the content as $2. */
gboolean _gram_table_keep_content (GramUnit *unit,
                                   const char *sql,
                                   gint64 id,
                                   GBytes *content,
                                   GError **error);

/* Reads the content of a file that is kept, SQL with @id as $1, and checks that it fits its size and SHA-256. */
GBytes *_gram_table_read_content (GramStore *store,
                                  const char *sql,
                                  gint64 id,
                                  gint64 size,
                                  const char *sha256,
                                  const char *name,
                                  GError **error);

/* The words of a set for IN, as “('open', 'closed')”; 0 is @all. */
char *_gram_table_word_set (const char *vocabulary, guint flags, guint all);

/* Makes a record of the row that a statement stands on; NULL with @error set. */
typedef gpointer (*GramTableReader) (GramStatement *statement, GError **error);

/* The row that a statement answers, or NULL in @record if there is none. */
gboolean _gram_table_one (GramStatement *statement,
                          GramTableReader reader,
                          gpointer *record,
                          GError **error);

/* All rows that a statement answers. */
GPtrArray *_gram_table_all (GramStatement *statement,
                            GramTableReader reader,
                            GDestroyNotify free_record,
                            GError **error);

/* The id of a row in another table, 0 is NULL. */
static inline void
_gram_table_bind_reference (GramStatement *statement, guint parameter, gint64 id)
{
  if (id != 0)
    gram_statement_bind_int64 (statement, parameter, id);
  else
    gram_statement_bind_null (statement, parameter);
}

/* LIMIT: 0 means all. */
static inline gint64
_gram_table_limit (guint limit)
{
  return limit > 0 ? (gint64)limit : G_MAXINT64;
}

G_END_DECLS
