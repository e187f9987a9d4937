/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-migrate.h"

#include "gram-backup.h"
#include "gram-schema.h"
#include "gram-statement.h"

#include <glib/gi18n-lib.h>

/* Every version, in order, with its reason. A released step is never edited: add one. */
static const GramMigration own_steps[] = {
  { .version = 1, .resource = "0001-registry.sql" }, /* the first */
  { .version = 2,
    .resource
    = "0002-people-accounts.sql" }, /* people, and what happens in the life of an account */
  { .version = 3,
    .resource = "0003-disputes-cases.sql" },     /* what needs a decision, and the inbox */
  { .version = 4, .resource = "0004-ccts.sql" }, /* the CCTS from allocation to expiry */
  { .version = 5, .resource = "0005-ccs.sql" },  /* the CCS: what is owed, and what settles it */
};

static const GramMigration *steps_in_use = own_steps;
static gsize n_steps_in_use = G_N_ELEMENTS (own_steps);

const GramMigration *
_gram_migrations (gsize *n_steps)
{
  *n_steps = n_steps_in_use;
  return steps_in_use;
}

int
_gram_migrate_newest (void)
{
  return steps_in_use[n_steps_in_use - 1].version;
}

/* For tests: other steps than the program's own; NULL goes back to these. */
void
_gram_migrate_set_steps (const GramMigration *steps, gsize n_steps)
{
  steps_in_use = steps != NULL ? steps : own_steps;
  n_steps_in_use = steps != NULL ? n_steps : G_N_ELEMENTS (own_steps);
}

static gboolean
run_text (GramStore *self, const GramMigration *step, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (step->sql != NULL)
    return _gram_store_script (self, step->sql, error);
  path = g_strconcat ("/io/github/gramledger/Gram/schema/", step->resource, NULL);
  /* GResource ends each file with a NUL that is not counted. */
  bytes = g_resource_lookup_data (gram_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  return bytes != NULL && _gram_store_script (self, g_bytes_get_data (bytes, NULL), error);
}

static gboolean
check_foreign_keys (GramStore *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (self, "PRAGMA foreign_key_check", error);
  if (statement == NULL)
    return FALSE;
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_DONE:
      return TRUE;
    case GRAM_STEP_ROW:
      return _gram_store_fail (self, SQLITE_CONSTRAINT_FOREIGNKEY,
                               gram_statement_text (statement, 0), error);
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

/* The step's text and the version that it makes; inside a transaction. */
static gboolean
run_step (GramStore *self, const GramMigration *step, GError **error)
{
  g_autofree char *pragmas = NULL;

  pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                             GRAM_APPLICATION_ID, step->version);
  return run_text (self, step, error) && check_foreign_keys (self, error)
         && _gram_store_script (self, pragmas, error);
}

/*
 * References are not enforced row by row meanwhile, as a table that others refer to cannot be rebuilt else; all are
 * checked at the end of the step. The switch works outside a transaction only.
 */
static gboolean
begin_transaction (GramStore *self, GError **error)
{
  if (_gram_store_pragma (self, "PRAGMA foreign_keys = OFF", NULL, error)
      && _gram_store_transaction (self, "BEGIN IMMEDIATE", error))
    return TRUE;
  _gram_store_pragma (self, "PRAGMA foreign_keys = ON", NULL, NULL);
  return FALSE;
}

static gboolean
end_transaction (GramStore *self, gboolean done, GError **error)
{
  gboolean committed = done && _gram_store_transaction (self, "COMMIT", error);

  if (!committed)
    _gram_store_roll_back (self);
  if (!_gram_store_pragma (self, "PRAGMA foreign_keys = ON", NULL, NULL)
      || !_gram_store_pragma (self, "PRAGMA foreign_keys", "1", NULL))
    g_error ("references are not enforced any more");
  return committed;
}

/* One step in one transaction, without a backup: for a file that is being made. */
gboolean
_gram_migrate_apply (GramStore *self, const GramMigration *step, GError **error)
{
  if (!begin_transaction (self, error))
    return FALSE;
  return end_transaction (self, run_step (self, step, error), error);
}

/*
 * One step on a registry in use. The lock comes first, so that the backup is exactly what the step starts from, and the
 * version is read under it, as another process may have been quicker.
 */
static gboolean
migrate_step (GramStore *self, const GramMigration *step, GError **error)
{
  gint64 version = 0;
  gboolean done;

  if (!begin_transaction (self, error))
    return FALSE;
  done = _gram_store_pragma_int64 (self, "PRAGMA user_version", &version, error);
  if (done && version < step->version)
    {
      g_assert (version == step->version - 1);
      done = _gram_backup_make (self, (int)version, error) && run_step (self, step, error);
    }
  return end_transaction (self, done, error);
}

gboolean
_gram_migrate_run (GramStore *self, const GramMigration *steps, gsize n_steps, GError **error)
{
  gint64 version = 0;

  if (!_gram_store_pragma_int64 (self, "PRAGMA user_version", &version, error))
    return FALSE;
  for (gsize i = 0; i < n_steps; i++)
    {
      if (steps[i].version <= version)
        continue;
      if (!migrate_step (self, &steps[i], error))
        {
          g_prefix_error (error,
                          _ ("The registry could not be brought up to date and is as it was: "));
          return FALSE;
        }
    }
  return TRUE;
}
