/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement-private.h"

#include <glib/gi18n-lib.h>

/* Texts are constants, so there are not many; a cache that grows beyond this is emptied of what is not out. */
#define MAX_CACHED 256

/* As many parameters as a statement may have. */
#define MAX_PARAMETERS 64

struct _GramStatement
{
  GramStore *store;
  sqlite3_stmt *engine;
  char *sql;

  /* Index of $n at the engine, which numbers by first appearance. */
  guint8 index[MAX_PARAMETERS + 1];
  guint n_parameters;
  guint64 bound;
  int failed;

  gboolean cached;
  gboolean out;
  gboolean on_row;
};

static void
statement_destroy (GramStatement *self)
{
  sqlite3_finalize (self->engine);
  g_free (self->sql);
  g_free (self);
}

GHashTable *
_gram_statement_cache_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)statement_destroy);
}

static gboolean
is_in (gpointer key, gpointer value, gpointer data)
{
  return !((GramStatement *)value)->out;
}

static gboolean
refuse_sql (GError **error, const char *what, const char *sql)
{
  g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE, "%s: %s", what, sql);
  return FALSE;
}

/* Finds each $n, so that binding goes by number; a gap or another kind of parameter is refused. */
static gboolean
find_parameters (GramStatement *self, GError **error)
{
  int n_parameters = sqlite3_bind_parameter_count (self->engine);

  if (n_parameters > MAX_PARAMETERS)
    return refuse_sql (error, "too many parameters", self->sql);
  self->n_parameters = (guint)n_parameters;
  for (int i = 1; i <= n_parameters; i++)
    {
      char name[8];
      int index;

      g_snprintf (name, sizeof name, "$%d", i);
      index = sqlite3_bind_parameter_index (self->engine, name);
      if (index == 0)
        return refuse_sql (error, "parameters are not $1, $2 … without gaps", self->sql);
      self->index[i] = (guint8)index;
    }
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text) || *text == ';')
    text++;
  return *text == '\0';
}

static GramStatement *
statement_new (GramStore *store, const char *sql, gboolean persistent, GError **error)
{
  GramStatement *self;
  const char *tail = NULL;
  int code;

  self = g_new0 (GramStatement, 1);
  self->store = store;
  self->sql = g_strdup (sql);
  code = sqlite3_prepare_v3 (store->db, self->sql, -1, persistent ? SQLITE_PREPARE_PERSISTENT : 0,
                             &self->engine, &tail);
  if (code != SQLITE_OK)
    _gram_store_fail (store, code, sql, error);
  else if (self->engine == NULL)
    refuse_sql (error, "no statement", sql);
  else if (!is_blank (tail))
    refuse_sql (error, "surplus text follows the statement", sql);
  else if (find_parameters (self, error))
    return self;
  statement_destroy (self);
  return NULL;
}

static GramStatement *
take_out (GramStatement *self)
{
  self->out = TRUE;
  self->store->statements_out++;
  return self;
}

GramStatement *
gram_statement_prepare (GramStore *store, const char *sql, GError **error)
{
  GramStatement *self;
  gboolean known;

  _gram_store_assert_thread (store);
  g_return_val_if_fail (sql != NULL, NULL);

  self = g_hash_table_lookup (store->statements, sql);
  known = self != NULL;
  if (known && !self->out)
    return take_out (self);

  self = statement_new (store, sql, !known, error);
  if (self == NULL)
    return NULL;
  if (!known)
    {
      if (g_hash_table_size (store->statements) >= MAX_CACHED)
        g_hash_table_foreach_remove (store->statements, is_in, NULL);
      self->cached = TRUE;
      g_hash_table_insert (store->statements, self->sql, self);
    }
  return take_out (self);
}

void
gram_statement_free (GramStatement *self)
{
  if (self == NULL)
    return;
  _gram_store_assert_thread (self->store);
  g_assert (self->out);
  self->out = FALSE;
  self->store->statements_out--;
  if (self->cached)
    gram_statement_reset (self);
  else
    statement_destroy (self);
}

/* Index at the engine, or 0 if there is no such parameter; then the step fails. */
static int
index_to_bind (GramStatement *self, guint parameter)
{
  g_assert (self->out);
  g_assert (!self->on_row);
  if (parameter == 0 || parameter > self->n_parameters)
    {
      self->failed = SQLITE_RANGE;
      return 0;
    }
  self->bound |= G_GUINT64_CONSTANT (1) << (parameter - 1);
  return self->index[parameter];
}

static void
note_bind (GramStatement *self, int code)
{
  if (code != SQLITE_OK && self->failed == SQLITE_OK)
    self->failed = code;
}

void
gram_statement_bind_int64 (GramStatement *self, guint parameter, gint64 value)
{
  int index = index_to_bind (self, parameter);

  if (index > 0)
    note_bind (self, sqlite3_bind_int64 (self->engine, index, value));
}

void
gram_statement_bind_text (GramStatement *self, guint parameter, const char *value)
{
  int index = index_to_bind (self, parameter);

  if (index > 0)
    note_bind (self, sqlite3_bind_text (self->engine, index, value, -1, SQLITE_TRANSIENT));
}

void
gram_statement_bind_static_text (GramStatement *self, guint parameter, const char *value)
{
  int index = index_to_bind (self, parameter);

  if (index > 0)
    note_bind (self, sqlite3_bind_text (self->engine, index, value, -1, SQLITE_STATIC));
}

void
gram_statement_bind_bytes (GramStatement *self, guint parameter, const guint8 *bytes, gsize size)
{
  int index = index_to_bind (self, parameter);

  if (index == 0)
    return;
  /* A NULL pointer would bind NULL, not the empty blob. */
  if (size == 0)
    note_bind (self, sqlite3_bind_zeroblob (self->engine, index, 0));
  else
    note_bind (self, sqlite3_bind_blob64 (self->engine, index, bytes, size, SQLITE_TRANSIENT));
}

void
gram_statement_bind_null (GramStatement *self, guint parameter)
{
  int index = index_to_bind (self, parameter);

  if (index > 0)
    note_bind (self, sqlite3_bind_null (self->engine, index));
}

/* A parameter that was forgotten is an error here; to the engine it would be NULL. */
static gboolean
all_bound (GramStatement *self)
{
  guint64 wanted;

  wanted
      = self->n_parameters == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << self->n_parameters) - 1;
  return self->bound == wanted;
}

GramStep
gram_statement_step (GramStatement *self, GError **error)
{
  int code;

  _gram_store_assert_thread (self->store);
  g_assert (self->out);

  if (self->failed != SQLITE_OK)
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE,
                   "a value could not be bound (%s): %s", sqlite3_errstr (self->failed), self->sql);
      return GRAM_STEP_ERROR;
    }
  if (!all_bound (self))
    {
      refuse_sql (error, "a parameter was not bound", self->sql);
      return GRAM_STEP_ERROR;
    }

  code = sqlite3_step (self->engine);
  self->on_row = code == SQLITE_ROW;
  switch (code)
    {
    case SQLITE_ROW:
      return GRAM_STEP_ROW;
    case SQLITE_DONE:
      sqlite3_reset (self->engine);
      return GRAM_STEP_DONE;
    default:
      _gram_store_fail (self->store, code, self->sql, error);
      sqlite3_reset (self->engine);
      return GRAM_STEP_ERROR;
    }
}

gboolean
gram_statement_run (GramStatement *self, GError **error)
{
  GramStep step;

  step = gram_statement_step (self, error);
  gram_statement_reset (self);
  if (step == GRAM_STEP_ROW)
    return refuse_sql (error, "the statement answers rows", self->sql);
  return step == GRAM_STEP_DONE;
}

void
gram_statement_reset (GramStatement *self)
{
  sqlite3_reset (self->engine);
  if (self->bound != 0)
    sqlite3_clear_bindings (self->engine);
  self->bound = 0;
  self->failed = SQLITE_OK;
  self->on_row = FALSE;
}

static int
column_to_read (GramStatement *self, guint column)
{
  g_assert (self->on_row);
  g_assert (column < (guint)sqlite3_column_count (self->engine));
  return (int)column;
}

gint64
gram_statement_int64 (GramStatement *self, guint column)
{
  return sqlite3_column_int64 (self->engine, column_to_read (self, column));
}

const char *
gram_statement_text (GramStatement *self, guint column)
{
  return (const char *)sqlite3_column_text (self->engine, column_to_read (self, column));
}

char *
gram_statement_dup_text (GramStatement *self, guint column)
{
  return g_strdup (gram_statement_text (self, column));
}

const guint8 *
gram_statement_bytes (GramStatement *self, guint column, gsize *size)
{
  const guint8 *bytes;
  int index = column_to_read (self, column);

  g_return_val_if_fail (size != NULL, NULL);
  bytes = sqlite3_column_blob (self->engine, index);
  *size = (gsize)sqlite3_column_bytes (self->engine, index);
  return bytes;
}

gboolean
gram_statement_is_null (GramStatement *self, guint column)
{
  return sqlite3_column_type (self->engine, column_to_read (self, column)) == SQLITE_NULL;
}

gboolean
gram_store_exec (GramStore *store, const char *sql, GError **error)
{
  GramStatement *self;
  gboolean done;

  _gram_store_assert_thread (store);
  self = statement_new (store, sql, FALSE, error);
  if (self == NULL)
    return FALSE;
  take_out (self);
  done = gram_statement_run (self, error);
  gram_statement_free (self);
  return done;
}

gboolean
_gram_store_script (GramStore *self, const char *sql, GError **error)
{
  int code;

  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || _gram_store_fail (self, code, NULL, error);
}

gint64
gram_store_changes (GramStore *store)
{
  _gram_store_assert_thread (store);
  return sqlite3_changes64 (store->db);
}

gint64
gram_store_last_id (GramStore *store)
{
  _gram_store_assert_thread (store);
  return sqlite3_last_insert_rowid (store->db);
}
