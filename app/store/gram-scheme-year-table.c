/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-scheme-year-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramSchemeYearRecord, member)

static const GramField fields[] = {
  { "measured_at", GRAM_FIELD_INT64, AT (measured_at), TRUE, NULL, NULL },
  { "allocated_at", GRAM_FIELD_INT64, AT (allocated_at), TRUE, NULL, NULL },
  { "accounted_at", GRAM_FIELD_INT64, AT (accounted_at), TRUE, NULL, NULL },
  { "closed_at", GRAM_FIELD_INT64, AT (closed_at), TRUE, NULL, NULL },
  { "published_at", GRAM_FIELD_INT64, AT (published_at), TRUE, NULL, NULL },
  { "auto_register", GRAM_FIELD_INT, AT (auto_register), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (year) == 0);

static const GramShape shape = {
  .table = "scheme_year",
  .from = "scheme_year t",
  .size = sizeof (GramSchemeYearRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_scheme_year_record_free,
  .key = "year",
};

GramSchemeYearRecord *
gram_scheme_year_record_new (void)
{
  GramSchemeYearRecord *self = _gram_shape_new (&shape);

  self->version = 1;
  return self;
}

GramSchemeYearRecord *
gram_scheme_year_record_copy (const GramSchemeYearRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_scheme_year_record_free (GramSchemeYearRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_scheme_year_table_insert (GramUnit *unit, GramSchemeYearRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_scheme_year_table_update (GramUnit *unit,
                               const GramSchemeYearRecord *before,
                               const GramSchemeYearRecord *after,
                               GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_scheme_year_table_get (GramStore *store,
                            gint64 year,
                            GramSchemeYearRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, year, (gpointer *)record, error);
}

GPtrArray *
gram_scheme_year_table_list (GramStore *store, GError **error)
{
  return _gram_shape_list_by (&shape, store, "ORDER BY t.year DESC", NULL, 0, error);
}
