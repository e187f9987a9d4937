/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-surrender-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramSurrenderRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "pool_id", GRAM_FIELD_REFERENCE, AT (pool_id), FALSE, NULL, NULL },
  { "quantity", GRAM_FIELD_INT64, AT (quantity), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_INT64, AT (posting_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "at", GRAM_FIELD_INT64, AT (at), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "surrender",
  .from
  = "surrender t JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramSurrenderRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_surrender_record_free,
};

GramSurrenderRecord *
gram_surrender_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramSurrenderRecord *
gram_surrender_record_copy (const GramSurrenderRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_surrender_record_free (GramSurrenderRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_surrender_table_insert (GramUnit *unit, GramSurrenderRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_surrender_table_get (GramStore *store, gint64 id, GramSurrenderRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_surrender_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &shape, store,
      "WHERE ($1 = 0 OR t.year = $1) AND ($2 = 0 OR t.account_id = $2) ORDER BY t.id"
      " DESC",
      (const gint64[]){ year, account_id }, 2, error);
}

gboolean
gram_surrender_table_sum (GramStore *store,
                          int year,
                          gint64 account_id,
                          gint64 *quantity,
                          GError **error)
{
  g_return_val_if_fail (quantity != NULL, FALSE);

  return _gram_table_ask (
      store,
      "SELECT coalesce (sum (quantity), 0) FROM surrender WHERE year = $1 AND account_id = $2",
      (const gint64[]){ year, account_id }, 2, quantity, error);
}
