/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store-private.h"

G_BEGIN_DECLS

/**
 * GramMigration:
 * @version: the version that the step makes, one more than the step before
 * @resource: (nullable): name of the file under data/schema
 * @sql: (nullable): the text itself, for tests
 *
 * One step of the schema. A released step is never edited.
 */
typedef struct
{
  int version;
  const char *resource;
  const char *sql;
} GramMigration;

const GramMigration *_gram_migrations (gsize *n_steps);
int _gram_migrate_newest (void);
void _gram_migrate_set_steps (const GramMigration *steps, gsize n_steps);
gboolean _gram_migrate_apply (GramStore *self, const GramMigration *step, GError **error);
gboolean
_gram_migrate_run (GramStore *self, const GramMigration *steps, gsize n_steps, GError **error);

G_END_DECLS
