/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

G_BEGIN_DECLS

/*
 * A statement put together of constant texts; values stand in it as parameters only, numbered as they come.
 */
typedef struct
{
  GString *text;
  GArray *values;
} GramSql;

/* @text is constant. */
GramSql *_gram_sql_new (const char *text);
void _gram_sql_free (GramSql *self);

void _gram_sql_add (GramSql *self, const char *text);

/* Adds @text, the parameter that stands for the value, and @end. */
void _gram_sql_add_int64 (GramSql *self, const char *text, gint64 value, const char *end);
void _gram_sql_add_text (GramSql *self, const char *text, const char *value, const char *end);

/* Adds @text and a subselect of the values of a list of texts: … IN (…). */
void _gram_sql_add_texts (GramSql *self, const char *text, const char *const *values);

/* The same with the words of a set of flags. */
void _gram_sql_add_set (GramSql *self, const char *text, const char *vocabulary, guint flags);

/* The same with a list of ids. */
void _gram_sql_add_ids (GramSql *self, const char *text, const GArray *ids);

/* Reads the ids that it answers. */
GArray *_gram_sql_read_ids (GramSql *self, GramStore *store, GError **error);

/* Prepares it with its values bound. */
GramStatement *_gram_sql_prepare (GramSql *self, GramStore *store, GError **error);

/* A pattern for LIKE … ESCAPE '\' that finds @text anywhere. */
char *_gram_sql_pattern (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSql, _gram_sql_free)

G_END_DECLS
