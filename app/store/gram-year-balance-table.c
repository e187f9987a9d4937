/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-balance-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramYearBalanceRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "allocated", GRAM_FIELD_INT64, AT (allocated), FALSE, NULL, NULL },
  { "acquired", GRAM_FIELD_INT64, AT (acquired), FALSE, NULL, NULL },
  { "traded_in", GRAM_FIELD_INT64, AT (traded_in), FALSE, NULL, NULL },
  { "traded_out", GRAM_FIELD_INT64, AT (traded_out), FALSE, NULL, NULL },
  { "surrendered", GRAM_FIELD_INT64, AT (surrendered), FALSE, NULL, NULL },
  { "lapsed", GRAM_FIELD_INT64, AT (lapsed), FALSE, NULL, NULL },
  { "converted", GRAM_FIELD_INT64, AT (converted), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, AT (posting_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, AT (at), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (account_id) == 0);

static const GramShape shape = {
  .table = "year_balance",
  .from
  = "year_balance t JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id",
  .size = sizeof (GramYearBalanceRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_year_balance_record_free,
  .key = "account_id",
};

GramYearBalanceRecord *
gram_year_balance_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramYearBalanceRecord *
gram_year_balance_record_copy (const GramYearBalanceRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_year_balance_record_free (GramYearBalanceRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_year_balance_table_insert (GramUnit *unit, GramYearBalanceRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_year_balance_table_get (GramStore *store,
                             gint64 year,
                             gint64 account_id,
                             GramYearBalanceRecord **record,
                             GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (&shape, store, "WHERE t.year = $1 AND t.account_id = $2",
                             (const gint64[]){ year, account_id }, 2, (gpointer *)record, error);
}

GPtrArray *
gram_year_balance_table_list (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (&shape, store,
                              "WHERE t.year = $1 ORDER BY a.holder COLLATE NOCASE, a.number", year,
                              error);
}
