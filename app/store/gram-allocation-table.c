/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allocation-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramAllocationRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "participant_id", GRAM_FIELD_REFERENCE, AT (participant_id), FALSE, NULL, NULL },
  { "baseline_id", GRAM_FIELD_REFERENCE, AT (baseline_id), FALSE, NULL, NULL },
  { "product", GRAM_FIELD_INT64, AT (product), FALSE, NULL, NULL },
  { "allowances", GRAM_FIELD_INT64, AT (allowances), FALSE, NULL, NULL },
  { "posted", GRAM_FIELD_INT64, AT (posted), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, AT (posting_id), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "allocation",
  .from
  = "allocation t JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramAllocationRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_allocation_record_free,
};

GramAllocationRecord *
gram_allocation_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramAllocationRecord *
gram_allocation_record_copy (const GramAllocationRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_allocation_record_free (GramAllocationRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_allocation_table_insert (GramUnit *unit, GramAllocationRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_allocation_table_get (GramStore *store,
                           gint64 id,
                           GramAllocationRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_allocation_table_last (GramStore *store,
                            gint64 year,
                            gint64 account_id,
                            GramAllocationRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (&shape, store,
                             "WHERE t.year = $1 AND t.account_id = $2 ORDER BY t.id DESC LIMIT 1",
                             (const gint64[]){ year, account_id }, 2, (gpointer *)record, error);
}

GPtrArray *
gram_allocation_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &shape, store, "WHERE t.year = $1 AND ($2 = 0 OR t.account_id = $2) ORDER BY t.id DESC",
      (const gint64[]){ year, account_id }, 2, error);
}

GPtrArray *
gram_allocation_table_list_last (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (
      &shape, store,
      "WHERE t.id IN (SELECT max (id) FROM allocation WHERE year = $1 GROUP BY"
      " account_id) ORDER BY a.holder COLLATE NOCASE, a.number",
      year, error);
}
