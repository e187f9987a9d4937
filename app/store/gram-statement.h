/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramStep:
 * @GRAM_STEP_ERROR: failed; error is set
 * @GRAM_STEP_ROW: a row is there
 * @GRAM_STEP_DONE: no further row
 *
 * Answer of gram_statement_step().
 */
typedef enum
{
  GRAM_STEP_ERROR = -1,
  GRAM_STEP_DONE = 0,
  GRAM_STEP_ROW = 1,
} GramStep;

/**
 * GramStatement:
 *
 * A prepared statement. Parameters are `$1`, `$2` …, without gaps; bound by that number wherever they stand. Columns
 * count from 0.
 */
typedef struct _GramStatement GramStatement;

/**
 * gram_statement_prepare:
 * @store: a store
 * @sql: one statement, a constant text: never built from values
 * @error: return location
 *
 * Takes the statement from the connection's cache or prepares it. A statement that is out already is prepared anew.
 *
 * Returns: (transfer full) (nullable): the statement; gram_statement_free() puts it back
 */
GramStatement *gram_statement_prepare (GramStore *store, const char *sql, GError **error);

/**
 * gram_statement_free:
 * @self: (nullable): a statement
 *
 * Resets the statement, clears its bindings and puts it back into the cache.
 */
void gram_statement_free (GramStatement *self);

/**
 * gram_statement_bind_int64:
 * @self: a statement
 * @parameter: number of the parameter, from 1
 * @value: value
 *
 * Binds a whole number.
 */
void gram_statement_bind_int64 (GramStatement *self, guint parameter, gint64 value);

/**
 * gram_statement_bind_text:
 * @self: a statement
 * @parameter: number of the parameter, from 1
 * @value: (nullable): UTF-8 text, copied; %NULL binds NULL
 *
 * Binds a text.
 */
void gram_statement_bind_text (GramStatement *self, guint parameter, const char *value);

/**
 * gram_statement_bind_static_text:
 * @self: a statement
 * @parameter: number of the parameter, from 1
 * @value: (nullable): UTF-8 text that outlives the next step; not copied
 *
 * Binds a text without a copy, for loops over many rows.
 */
void gram_statement_bind_static_text (GramStatement *self, guint parameter, const char *value);

/**
 * gram_statement_bind_bytes:
 * @self: a statement
 * @parameter: number of the parameter, from 1
 * @bytes: the bytes, copied
 * @size: how many
 *
 * Binds a blob.
 */
void
gram_statement_bind_bytes (GramStatement *self, guint parameter, const guint8 *bytes, gsize size);

/**
 * gram_statement_bind_null:
 * @self: a statement
 * @parameter: number of the parameter, from 1
 *
 * Binds NULL.
 */
void gram_statement_bind_null (GramStatement *self, guint parameter);

/**
 * gram_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Runs to the next row. A failed bind is reported here.
 *
 * Returns: row, done or error
 */
GramStep gram_statement_step (GramStatement *self, GError **error);

/**
 * gram_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs a statement that answers no rows, to its end, and resets it for the next bindings.
 *
 * Returns: %FALSE on error
 */
gboolean gram_statement_run (GramStatement *self, GError **error);

/**
 * gram_statement_reset:
 * @self: a statement
 *
 * Makes the statement ready to run again and clears its bindings.
 */
void gram_statement_reset (GramStatement *self);

/**
 * gram_statement_int64:
 * @self: a statement on a row
 * @column: column, from 0
 *
 * Returns: the whole number; 0 for NULL
 */
gint64 gram_statement_int64 (GramStatement *self, guint column);

/**
 * gram_statement_text:
 * @self: a statement on a row
 * @column: column, from 0
 *
 * Returns: (transfer none) (nullable): the text, valid until the next step; %NULL for NULL
 */
const char *gram_statement_text (GramStatement *self, guint column);

/**
 * gram_statement_dup_text:
 * @self: a statement on a row
 * @column: column, from 0
 *
 * Returns: (transfer full) (nullable): a copy of the text; %NULL for NULL
 */
char *gram_statement_dup_text (GramStatement *self, guint column);

/**
 * gram_statement_bytes:
 * @self: a statement on a row
 * @column: column, from 0
 * @size: (out): how many
 *
 * Returns: (transfer none) (nullable): the blob, valid until the next step
 */
const guint8 *gram_statement_bytes (GramStatement *self, guint column, gsize *size);

/**
 * gram_statement_is_null:
 * @self: a statement on a row
 * @column: column, from 0
 *
 * Returns: whether the column is NULL
 */
gboolean gram_statement_is_null (GramStatement *self, guint column);

/**
 * gram_store_exec:
 * @store: a store
 * @sql: one statement without parameters and without rows
 * @error: return location
 *
 * Runs a statement once.
 *
 * Returns: %FALSE on error
 */
gboolean gram_store_exec (GramStore *store, const char *sql, GError **error);

/**
 * gram_store_changes:
 * @store: a store
 *
 * Returns: rows that the last statement changed
 */
gint64 gram_store_changes (GramStore *store);

/**
 * gram_store_last_id:
 * @store: a store
 *
 * Returns: id of the row inserted last
 */
gint64 gram_store_last_id (GramStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramStatement, gram_statement_free)

G_END_DECLS
