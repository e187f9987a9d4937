/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-scenario-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramScenarioRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "title", GRAM_FIELD_TEXT, AT (title), TRUE, NULL, NULL },
  { "content", GRAM_FIELD_TEXT, AT (content), TRUE, NULL, NULL },
  { "saved_by", GRAM_FIELD_INT64, AT (saved_by), TRUE, NULL, NULL },
  { "saved_at", GRAM_FIELD_INT64, AT (saved_at), TRUE, NULL, NULL },
  { "active", GRAM_FIELD_INT, AT (active), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "scenario",
  .from = "scenario t JOIN person w ON w.id = t.saved_by",
  .size = sizeof (GramScenarioRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_scenario_record_free,
};

GramScenarioRecord *
gram_scenario_record_new (void)
{
  GramScenarioRecord *self = _gram_shape_new (&shape);

  self->active = TRUE;
  self->version = 1;
  return self;
}

GramScenarioRecord *
gram_scenario_record_copy (const GramScenarioRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_scenario_record_free (GramScenarioRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_scenario_table_insert (GramUnit *unit, GramScenarioRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_scenario_table_update (GramUnit *unit,
                            const GramScenarioRecord *before,
                            const GramScenarioRecord *after,
                            GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_scenario_table_get (GramStore *store, gint64 id, GramScenarioRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_scenario_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &shape, store,
      "WHERE ($1 = 0 OR t.year = $1) AND t.account_id = $2 AND t.active = 1 ORDER BY"
      " t.id",
      (const gint64[]){ year, account_id }, 2, error);
}
