/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-crts-position-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramCrtsPositionRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "pool_id", GRAM_FIELD_REFERENCE, AT (pool_id), FALSE, NULL, NULL },
  { "cars", GRAM_FIELD_INT64, AT (cars), FALSE, NULL, NULL },
  { "allocated", GRAM_FIELD_INT64, AT (allocated), FALSE, NULL, NULL },
  { "activity", GRAM_FIELD_INT64, AT (activity), FALSE, NULL, NULL },
  { "held", GRAM_FIELD_INT64, AT (held), FALSE, NULL, NULL },
  { "required", GRAM_FIELD_INT64, AT (required), FALSE, NULL, NULL },
  { "borrowed", GRAM_FIELD_INT64, AT (borrowed), FALSE, NULL, NULL },
  { "source", GRAM_FIELD_TEXT, AT (source), FALSE, NULL, NULL },
  { "dated_on", GRAM_FIELD_TEXT, AT (dated_on), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, AT (pool), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "crts_position",
  .from
  = "crts_position t JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id LEFT JOIN pool p ON p.id = t.pool_id",
  .size = sizeof (GramCrtsPositionRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_crts_position_record_free,
};

GramCrtsPositionRecord *
gram_crts_position_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramCrtsPositionRecord *
gram_crts_position_record_copy (const GramCrtsPositionRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_crts_position_record_free (GramCrtsPositionRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_crts_position_table_insert (GramUnit *unit, GramCrtsPositionRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_crts_position_table_get (GramStore *store,
                              gint64 id,
                              GramCrtsPositionRecord **record,
                              GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_crts_position_table_last (GramStore *store,
                               gint64 year,
                               gint64 account_id,
                               gint64 pool_id,
                               GramCrtsPositionRecord **record,
                               GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (
      &shape, store,
      "WHERE t.year = $1 AND t.account_id = $2 AND coalesce (t.pool_id, 0) = $3 ORDER"
      " BY t.id DESC LIMIT 1",
      (const gint64[]){ year, account_id, pool_id }, 3, (gpointer *)record, error);
}

GPtrArray *
gram_crts_position_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &shape, store, "WHERE t.year = $1 AND ($2 = 0 OR t.account_id = $2) ORDER BY t.id DESC",
      (const gint64[]){ year, account_id }, 2, error);
}

GPtrArray *
gram_crts_position_table_list_last (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (
      &shape, store,
      "WHERE t.id IN (SELECT max (id) FROM crts_position WHERE year = $1 GROUP BY"
      " account_id, pool_id) ORDER BY a.holder COLLATE NOCASE, a.number",
      year, error);
}
