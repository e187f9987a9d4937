/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-migrate.h"

#include <glib/gi18n-lib.h>

/* What the engine makes by itself is left out: statistics, automatic indexes, the insides of the search index. */
#define SCHEMA_SQL                                                                                       \
  "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'" \
  " AND name NOT LIKE 'vehicle\\_search\\_%' ESCAPE '\\'"

/* Name → SQL of every table, index and trigger. */
static GHashTable *
read_schema (GramStore *store, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (store, SCHEMA_SQL, error);
  if (statement == NULL)
    return NULL;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    g_hash_table_insert (schema, gram_statement_dup_text (statement, 0),
                         gram_statement_dup_text (statement, 1));
  return step == GRAM_STEP_DONE ? g_steal_pointer (&schema) : NULL;
}

/* The schema as this program makes it, in memory. */
static GHashTable *
make_schema (GError **error)
{
  g_autoptr (GramStore) model = _gram_store_new (":memory:", GRAM_STORE_READ_WRITE);
  const GramMigration *steps;
  gsize n_steps = 0;

  if (!_gram_store_connect (model, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error))
    return NULL;
  steps = _gram_migrations (&n_steps);
  for (gsize i = 0; i < n_steps; i++)
    {
      if (!_gram_migrate_apply (model, &steps[i], error))
        return NULL;
    }
  return read_schema (model, error);
}

static void
compare (GramVerifier *self, GHashTable *expected, GHashTable *found)
{
  g_autoptr (GList) names = g_hash_table_get_keys (expected);
  g_autoptr (GList) others = g_hash_table_get_keys (found);

  names = g_list_sort (names, (GCompareFunc)g_strcmp0);
  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *sql = g_hash_table_lookup (found, name->data);

      if (g_strcmp0 (sql, g_hash_table_lookup (expected, name->data)) != 0)
        _gram_verifier_find (self, g_strdup_printf ("schema %s", (const char *)name->data),
                             sql == NULL ? _ ("This rule of the registry was removed.")
                                         : _ ("This rule of the registry was changed."));
    }
  others = g_list_sort (others, (GCompareFunc)g_strcmp0);
  for (GList *name = others; name != NULL; name = name->next)
    {
      if (!g_hash_table_contains (expected, name->data))
        _gram_verifier_find (self, g_strdup_printf ("schema %s", (const char *)name->data),
                             _ ("This does not belong to a registry."));
    }
}

/* Tables, indexes and triggers: without its triggers, the ledger would not be append-only any more. */
gboolean
_gram_verify_schema (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) expected = make_schema (error);
  g_autoptr (GHashTable) found = NULL;

  if (expected == NULL)
    return FALSE;
  found = read_schema (self->store, error);
  if (found == NULL)
    return FALSE;
  compare (self, expected, found);
  return TRUE;
}
