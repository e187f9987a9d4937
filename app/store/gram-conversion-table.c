/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-conversion-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramConversionRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "direction", GRAM_FIELD_WORD, AT (direction), FALSE, "conversion-direction", NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "pool_id", GRAM_FIELD_REFERENCE, AT (pool_id), FALSE, NULL, NULL },
  { "crts", GRAM_FIELD_INT64, AT (crts), FALSE, NULL, NULL },
  { "allowances", GRAM_FIELD_INT64, AT (allowances), FALSE, NULL, NULL },
  { "ratio", GRAM_FIELD_INT64, AT (ratio), FALSE, NULL, NULL },
  { "position_id", GRAM_FIELD_INT64, AT (position_id), FALSE, NULL, NULL },
  { "rulebook_id", GRAM_FIELD_INT64, AT (rulebook_id), FALSE, NULL, NULL },
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
  .table = "conversion",
  .from
  = "conversion t JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramConversionRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_conversion_record_free,
};

GramConversionRecord *
gram_conversion_record_new (void)
{
  GramConversionRecord *self = _gram_shape_new (&shape);

  self->direction = GRAM_CONVERSION_FROM_CRTS;
  return self;
}

GramConversionRecord *
gram_conversion_record_copy (const GramConversionRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_conversion_record_free (GramConversionRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_conversion_table_insert (GramUnit *unit, GramConversionRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_conversion_table_get (GramStore *store,
                           gint64 id,
                           GramConversionRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_conversion_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &shape, store,
      "WHERE ($1 = 0 OR t.year = $1) AND ($2 = 0 OR t.account_id = $2) ORDER BY t.id"
      " DESC",
      (const gint64[]){ year, account_id }, 2, error);
}

gboolean
gram_conversion_table_sums (GramStore *store,
                            int year,
                            gint64 account_id,
                            GramConversionDirection direction,
                            gint64 *crts,
                            gint64 *allowances,
                            GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "SELECT coalesce (sum (crts), 0), coalesce (sum (allowances), 0) FROM conversion"
      " WHERE year = $1 AND ($2 = 0 OR account_id = $2) AND direction = $3",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, year);
  gram_statement_bind_int64 (statement, 2, account_id);
  gram_statement_bind_text (statement, 3, gram_word_for ("conversion-direction", (int)direction));
  if (gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  if (crts != NULL)
    *crts = gram_statement_int64 (statement, 0);
  if (allowances != NULL)
    *allowances = gram_statement_int64 (statement, 1);
  return TRUE;
}
