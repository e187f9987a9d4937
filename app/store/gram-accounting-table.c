/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounting-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramAccountingRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "pool_id", GRAM_FIELD_REFERENCE, AT (pool_id), FALSE, NULL, NULL },
  { "participant_id", GRAM_FIELD_INT64, AT (participant_id), FALSE, NULL, NULL },
  { "rulebook_id", GRAM_FIELD_INT64, AT (rulebook_id), FALSE, NULL, NULL },
  { "activity", GRAM_FIELD_INT64, AT (activity), FALSE, NULL, NULL },
  { "surrendered", GRAM_FIELD_INT64, AT (surrendered), FALSE, NULL, NULL },
  { "shortfall", GRAM_FIELD_INT64, AT (shortfall), FALSE, NULL, NULL },
  { "payment", GRAM_FIELD_INT64, AT (payment), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "accounting",
  .from
  = "accounting t JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramAccountingRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_accounting_record_free,
};

GramAccountingRecord *
gram_accounting_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramAccountingRecord *
gram_accounting_record_copy (const GramAccountingRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_accounting_record_free (GramAccountingRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_accounting_table_insert (GramUnit *unit, GramAccountingRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_accounting_table_get (GramStore *store,
                           gint64 id,
                           GramAccountingRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_accounting_table_last (GramStore *store,
                            gint64 year,
                            gint64 account_id,
                            GramAccountingRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (&shape, store,
                             "WHERE t.year = $1 AND t.account_id = $2 ORDER BY t.id DESC LIMIT 1",
                             (const gint64[]){ year, account_id }, 2, (gpointer *)record, error);
}

GPtrArray *
gram_accounting_table_list_last (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (
      &shape, store,
      "WHERE t.id IN (SELECT max (id) FROM accounting WHERE year = $1 GROUP BY"
      " account_id) ORDER BY a.holder COLLATE NOCASE, a.number",
      year, error);
}
