/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

G_BEGIN_DECLS

/* The one place that knows how the engine takes a list of ids: as JSON text. */

/**
 * GRAM_SQL_IDS:
 * @parameter: number of a parameter as a literal, for example "2"
 *
 * SQL: a table with the ids of a list bound by _gram_id_list_bind() as `value`, and their place as `key`.
 */
#define GRAM_SQL_IDS(parameter) GRAM_SQL_LIST_BEGIN "$" parameter GRAM_SQL_LIST_END

/* The same around a parameter whose number is not a literal. */
#define GRAM_SQL_LIST_BEGIN "json_each ("
#define GRAM_SQL_LIST_END ")"

/* Ids that go to the engine at once. */
#define GRAM_IDS_AT_ONCE 20000

/* Binds ids as a list; the statement keeps a copy. */
void _gram_id_list_bind (GramStatement *statement, guint parameter, const gint64 *ids, gsize n_ids);

/* A list of ids as it is bound for GRAM_SQL_IDS(). */
char *_gram_id_list_json (const gint64 *ids, gsize n_ids);

/* A list of texts as it is bound for GRAM_SQL_IDS(). */
char *_gram_text_list_json (const char *const *texts);

/* Compares two ids, upwards. */
int _gram_id_compare (gconstpointer one, gconstpointer other);

/* Adds the ids that a statement answers, in its column 0. */
gboolean _gram_id_list_read (GramStatement *statement, GArray *ids, GError **error);

G_END_DECLS
