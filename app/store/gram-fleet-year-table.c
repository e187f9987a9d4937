/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-year-table.h"

#include "gram-shape-private.h"

#define FLEET_YEAR_AT(member) G_STRUCT_OFFSET (GramFleetYearRecord, member)

static const GramField fleet_year_fields[] = {
  { "account_id", GRAM_FIELD_INT64, FLEET_YEAR_AT (account_id), FALSE, NULL, NULL },
  { "year", GRAM_FIELD_INT, FLEET_YEAR_AT (year), FALSE, NULL, NULL },
  { "vehicles", GRAM_FIELD_INT64, FLEET_YEAR_AT (vehicles), FALSE, NULL, NULL },
  { "net", GRAM_FIELD_INT64, FLEET_YEAR_AT (net), FALSE, NULL, NULL },
  { "carried_in", GRAM_FIELD_INT64, FLEET_YEAR_AT (carried_in), FALSE, NULL, NULL },
  { "carried_met", GRAM_FIELD_INT64, FLEET_YEAR_AT (carried_met), FALSE, NULL, NULL },
  { "credits", GRAM_FIELD_INT64, FLEET_YEAR_AT (credits), FALSE, NULL, NULL },
  { "grams", GRAM_FIELD_INT64, FLEET_YEAR_AT (grams), FALSE, NULL, NULL },
  { "amount", GRAM_FIELD_INT64, FLEET_YEAR_AT (amount), FALSE, NULL, NULL },
  { "rate", GRAM_FIELD_INT64, FLEET_YEAR_AT (rate), FALSE, NULL, NULL },
  { "due_on", GRAM_FIELD_TEXT, FLEET_YEAR_AT (due_on), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, FLEET_YEAR_AT (reference), FALSE, NULL, NULL },
  { "document_id", GRAM_FIELD_INT64, FLEET_YEAR_AT (document_id), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, FLEET_YEAR_AT (posting_id), FALSE, NULL, NULL },
  { "rulebook_id", GRAM_FIELD_INT64, FLEET_YEAR_AT (rulebook_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, FLEET_YEAR_AT (journal_id), FALSE, NULL, NULL },
  { "settled_at", GRAM_FIELD_INT64, FLEET_YEAR_AT (settled_at), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, FLEET_YEAR_AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, FLEET_YEAR_AT (holder), FALSE, NULL, NULL },
  { "c.name", GRAM_FIELD_JOINED, FLEET_YEAR_AT (document), FALSE, NULL, NULL },
  { "b.version", GRAM_FIELD_JOINED, FLEET_YEAR_AT (rulebook), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, FLEET_YEAR_AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (FLEET_YEAR_AT (id) == 0);

static const GramShape fleet_year_shape = {
  .table = "fleet_year",
  .from
  = "fleet_year t JOIN account a ON a.id = t.account_id JOIN document c ON c.id = t.document_id JOIN rulebook b ON b.id = t.rulebook_id LEFT JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramFleetYearRecord),
  .fields = fleet_year_fields,
  .n_fields = G_N_ELEMENTS (fleet_year_fields),
  .free_record = (GDestroyNotify)gram_fleet_year_record_free,
};

GramFleetYearRecord *
gram_fleet_year_record_new (void)
{
  return _gram_shape_new (&fleet_year_shape);
}

void
gram_fleet_year_record_free (GramFleetYearRecord *self)
{
  _gram_shape_free (&fleet_year_shape, self);
}

gboolean
gram_fleet_year_table_insert (GramUnit *unit, GramFleetYearRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&fleet_year_shape, unit, record, error);
}

gboolean
gram_fleet_year_table_last (GramStore *store,
                            gint64 account_id,
                            gint64 year,
                            GramFleetYearRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (&fleet_year_shape, store,
                             "WHERE t.account_id = $1 AND t.year = $2 ORDER BY t.id DESC LIMIT 1",
                             (const gint64[]){ account_id, year }, 2, (gpointer *)record, error);
}

GPtrArray *
gram_fleet_year_table_list (GramStore *store, gint64 account_id, gint64 year, GError **error)
{
  return _gram_shape_list_by (
      &fleet_year_shape, store,
      "WHERE t.account_id = $1 AND ($2 = 0 OR t.year = $2) ORDER BY t.id DESC",
      (const gint64[]){ account_id, year }, 2, error);
}

gboolean
gram_fleet_year_table_count (GramStore *store, int year, gint64 *count, GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  return _gram_table_ask (store, "SELECT count (*) FROM fleet_year WHERE year = $1",
                          (const gint64[]){ year }, 1, count, error);
}
