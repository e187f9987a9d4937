/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-borrowing-table.h"

#include "gram-shape-private.h"

#define BORROWING_AT(member) G_STRUCT_OFFSET (GramBorrowingRecord, member)

static const GramField borrowing_fields[] = {
  { "account_id", GRAM_FIELD_INT64, BORROWING_AT (account_id), FALSE, NULL, NULL },
  { "charge_id", GRAM_FIELD_INT64, BORROWING_AT (charge_id), FALSE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, BORROWING_AT (state), TRUE, "borrowing-state", NULL },
  { "from_year", GRAM_FIELD_INT, BORROWING_AT (from_year), FALSE, NULL, NULL },
  { "grams", GRAM_FIELD_INT64, BORROWING_AT (grams), TRUE, NULL, NULL },
  { "value", GRAM_FIELD_INT64, BORROWING_AT (value), TRUE, NULL, NULL },
  { "rate", GRAM_FIELD_INT64, BORROWING_AT (rate), TRUE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, BORROWING_AT (reason), FALSE, NULL, NULL },
  { "asked_by", GRAM_FIELD_INT64, BORROWING_AT (asked_by), FALSE, NULL, NULL },
  { "asked_at", GRAM_FIELD_INT64, BORROWING_AT (asked_at), FALSE, NULL, NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, BORROWING_AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, BORROWING_AT (decided_at), TRUE, NULL, NULL },
  { "decision_reason", GRAM_FIELD_TEXT, BORROWING_AT (decision_reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, BORROWING_AT (reference), TRUE, NULL, NULL },
  { "case_id", GRAM_FIELD_REFERENCE, BORROWING_AT (case_id), TRUE, NULL, NULL },
  { "fleet_year_id", GRAM_FIELD_REFERENCE, BORROWING_AT (fleet_year_id), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, BORROWING_AT (version), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, BORROWING_AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, BORROWING_AT (holder), FALSE, NULL, NULL },
  { "k.name", GRAM_FIELD_JOINED, BORROWING_AT (asker), FALSE, NULL, NULL },
  { "d.name", GRAM_FIELD_JOINED, BORROWING_AT (decider), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (BORROWING_AT (id) == 0);

static const GramShape borrowing_shape = {
  .table = "borrowing",
  .from
  = "borrowing t JOIN account a ON a.id = t.account_id JOIN person k ON k.id = t.asked_by LEFT JOIN person d ON d.id = t.decided_by",
  .size = sizeof (GramBorrowingRecord),
  .fields = borrowing_fields,
  .n_fields = G_N_ELEMENTS (borrowing_fields),
  .free_record = (GDestroyNotify)gram_borrowing_record_free,
};

GramBorrowingRecord *
gram_borrowing_record_new (void)
{
  GramBorrowingRecord *self = _gram_shape_new (&borrowing_shape);

  self->state = GRAM_BORROWING_ASKED;
  self->version = 1;
  return self;
}

GramBorrowingRecord *
gram_borrowing_record_copy (const GramBorrowingRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&borrowing_shape, self);
}

void
gram_borrowing_record_free (GramBorrowingRecord *self)
{
  _gram_shape_free (&borrowing_shape, self);
}

gboolean
gram_borrowing_table_insert (GramUnit *unit, GramBorrowingRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&borrowing_shape, unit, record, error);
}

gboolean
gram_borrowing_table_update (GramUnit *unit,
                             const GramBorrowingRecord *before,
                             const GramBorrowingRecord *after,
                             GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&borrowing_shape, unit, before, after, error);
}

gboolean
gram_borrowing_table_get (GramStore *store, gint64 id, GramBorrowingRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&borrowing_shape, store, id, (gpointer *)record, error);
}

gboolean
gram_borrowing_table_of_charge (GramStore *store,
                                gint64 charge_id,
                                GramBorrowingRecord **record,
                                GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_of (
      &borrowing_shape, store,
      "WHERE t.charge_id = $1 AND t.state IN ('asked', 'approved', 'settled')", charge_id,
      (gpointer *)record, error);
}

GPtrArray *
gram_borrowing_table_list (GramStore *store, gint64 account_id, gint64 from_year, GError **error)
{
  return _gram_shape_list_by (
      &borrowing_shape, store,
      "WHERE ($1 = 0 OR t.account_id = $1) AND ($2 = 0 OR t.from_year = $2) ORDER BY t.id DESC",
      (const gint64[]){ account_id, from_year }, 2, error);
}

GPtrArray *
gram_borrowing_table_carried (GramStore *store, gint64 account_id, gint64 from_year, GError **error)
{
  return _gram_shape_list_by (
      &borrowing_shape, store,
      "WHERE t.account_id = $1 AND t.from_year = $2 AND t.state IN ('approved', 'settled') ORDER BY t.id",
      (const gint64[]){ account_id, from_year }, 2, error);
}
