/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-table.h"

#include "gram-charge-private.h"

#define CHARGE_AT(member) G_STRUCT_OFFSET (GramChargeRecord, member)

static const GramField charge_fields[] = {
  { "account_id", GRAM_FIELD_INT64, CHARGE_AT (account_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, CHARGE_AT (kind), FALSE, "charge-kind", NULL },
  { "year", GRAM_FIELD_INT, CHARGE_AT (year), FALSE, NULL, NULL },
  { "vehicles", GRAM_FIELD_INT, CHARGE_AT (vehicles), FALSE, NULL, NULL },
  { "grams", GRAM_FIELD_INT64, CHARGE_AT (grams), FALSE, NULL, NULL },
  { "rate", GRAM_FIELD_INT64, CHARGE_AT (rate), FALSE, NULL, NULL },
  { "amount", GRAM_FIELD_INT64, CHARGE_AT (amount), FALSE, NULL, NULL },
  { "arisen_on", GRAM_FIELD_TEXT, CHARGE_AT (arisen_on), FALSE, NULL, NULL },
  { "due_on", GRAM_FIELD_TEXT, CHARGE_AT (due_on), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, CHARGE_AT (reference), FALSE, NULL, NULL },
  { "document_id", GRAM_FIELD_REFERENCE, CHARGE_AT (document_id), FALSE, NULL, NULL },
  { "rulebook_id", GRAM_FIELD_REFERENCE, CHARGE_AT (rulebook_id), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, CHARGE_AT (posting_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, CHARGE_AT (journal_id), FALSE, NULL, NULL },
  { "outstanding", GRAM_FIELD_INT64, CHARGE_AT (outstanding), TRUE, NULL, NULL },
  { "grams_back", GRAM_FIELD_INT64, CHARGE_AT (grams_back), TRUE, NULL, NULL },
  { "amount_back", GRAM_FIELD_INT64, CHARGE_AT (amount_back), TRUE, NULL, NULL },
  { "credits", GRAM_FIELD_INT64, CHARGE_AT (credits), TRUE, NULL, NULL },
  { "settled_on", GRAM_FIELD_TEXT, CHARGE_AT (settled_on), TRUE, NULL, NULL },
  { "overdue_told", GRAM_FIELD_INT, CHARGE_AT (overdue_told), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, CHARGE_AT (version), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, CHARGE_AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, CHARGE_AT (holder), FALSE, NULL, NULL },
  { "c.name", GRAM_FIELD_JOINED, CHARGE_AT (document), FALSE, NULL, NULL },
  { "b.version", GRAM_FIELD_JOINED, CHARGE_AT (rulebook), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (CHARGE_AT (id) == 0);

const GramShape _gram_charge_shape = {
  .table = "charge",
  .from
  = "charge t JOIN account a ON a.id = t.account_id LEFT JOIN document c ON c.id = t.document_id LEFT JOIN rulebook b ON b.id = t.rulebook_id",
  .size = sizeof (GramChargeRecord),
  .fields = charge_fields,
  .n_fields = G_N_ELEMENTS (charge_fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_charge_record_free,
};

GramChargeRecord *
gram_charge_record_new (void)
{
  GramChargeRecord *self = _gram_shape_new (&_gram_charge_shape);

  self->kind = GRAM_CHARGE_PAYG;
  self->version = 1;
  return self;
}

GramChargeRecord *
gram_charge_record_copy (const GramChargeRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&_gram_charge_shape, self);
}

void
gram_charge_record_free (GramChargeRecord *self)
{
  _gram_shape_free (&_gram_charge_shape, self);
}

gboolean
gram_charge_table_insert (GramUnit *unit, GramChargeRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&_gram_charge_shape, unit, record, error);
}

gboolean
gram_charge_table_update (GramUnit *unit,
                          const GramChargeRecord *before,
                          const GramChargeRecord *after,
                          GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&_gram_charge_shape, unit, before, after, error);
}

gboolean
gram_charge_table_get (GramStore *store, gint64 id, GramChargeRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&_gram_charge_shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_charge_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  return _gram_shape_page (&_gram_charge_shape, store, ids, n_ids, error);
}

GPtrArray *
gram_charge_table_live (GramStore *store, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &_gram_charge_shape, store,
      "WHERE t.account_id = $1 AND t.outstanding > 0 ORDER BY t.due_on, t.id",
      (const gint64[]){ account_id }, 1, error);
}

GPtrArray *
gram_charge_table_list (GramStore *store, gint64 account_id, gint64 year, GError **error)
{
  return _gram_shape_list_by (&_gram_charge_shape, store,
                              "WHERE t.account_id = $1 AND ($2 = 0 OR t.year = $2) ORDER BY t.id",
                              (const gint64[]){ account_id, year }, 2, error);
}

gboolean
gram_charge_table_of_posting (GramStore *store,
                              gint64 posting_id,
                              GramChargeRecord **record,
                              GError **error)
{
  return _gram_shape_get_of (&_gram_charge_shape, store,
                             "WHERE t.posting_id = $1 ORDER BY t.id LIMIT 1", posting_id,
                             (gpointer *)record, error);
}

GPtrArray *
gram_charge_table_remind (GramStore *store, int told, const char *day, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (day != NULL, NULL);

  statement = _gram_shape_prepare (
      &_gram_charge_shape, store, "",
      "WHERE t.outstanding > 0 AND t.overdue_told < $1 AND t.due_on < $2 AND ($1 > 1 OR t.arisen_on < t.due_on) ORDER BY t.due_on, t.id LIMIT $3",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, told);
  gram_statement_bind_text (statement, 2, day);
  gram_statement_bind_int64 (statement, 3, _gram_table_limit (limit));
  return _gram_shape_all (&_gram_charge_shape, statement, error);
}

void
gram_charge_sums_clear (GramChargeSums *self)
{
  g_clear_pointer (&self->overdue_since, g_free);
}

gboolean
gram_charge_table_sums (GramStore *store,
                        gint64 account_id,
                        const char *today,
                        GramChargeSums *sums,
                        GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (today != NULL && sums != NULL, FALSE);

  *sums = (GramChargeSums){ 0 };
  statement = gram_statement_prepare (
      store,
      "SELECT count (*), coalesce (sum (outstanding), 0), count (*) FILTER (WHERE due_on < $2),"
      " coalesce (sum (outstanding) FILTER (WHERE due_on < $2), 0), min (due_on) FILTER (WHERE due_on < $2)"
      " FROM charge WHERE outstanding > 0 AND ($1 = 0 OR account_id = $1)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, today);
  if (gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  sums->charges = gram_statement_int64 (statement, 0);
  sums->outstanding = gram_statement_int64 (statement, 1);
  sums->overdue = gram_statement_int64 (statement, 2);
  sums->overdue_outstanding = gram_statement_int64 (statement, 3);
  sums->overdue_since = gram_statement_dup_text (statement, 4);
  return TRUE;
}

#define CHARGE_SETTLEMENT_AT(member) G_STRUCT_OFFSET (GramChargeSettlementRecord, member)

static const GramField charge_settlement_fields[] = {
  { "charge_id", GRAM_FIELD_INT64, CHARGE_SETTLEMENT_AT (charge_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, CHARGE_SETTLEMENT_AT (kind), FALSE, "charge-settlement-kind", NULL },
  { "value", GRAM_FIELD_INT64, CHARGE_SETTLEMENT_AT (value), FALSE, NULL, NULL },
  { "grams", GRAM_FIELD_INT64, CHARGE_SETTLEMENT_AT (grams), FALSE, NULL, NULL },
  { "year", GRAM_FIELD_INT, CHARGE_SETTLEMENT_AT (year), FALSE, NULL, NULL },
  { "credits", GRAM_FIELD_INT64, CHARGE_SETTLEMENT_AT (credits), FALSE, NULL, NULL },
  { "unit", GRAM_FIELD_TEXT, CHARGE_SETTLEMENT_AT (unit), FALSE, NULL, NULL },
  { "settled_on", GRAM_FIELD_TEXT, CHARGE_SETTLEMENT_AT (settled_on), FALSE, NULL, NULL },
  { "payment_id", GRAM_FIELD_REFERENCE, CHARGE_SETTLEMENT_AT (payment_id), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, CHARGE_SETTLEMENT_AT (posting_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, CHARGE_SETTLEMENT_AT (journal_id), FALSE, NULL, NULL },
  { "c.account_id", GRAM_FIELD_JOINED_INT64, CHARGE_SETTLEMENT_AT (account_id), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, CHARGE_SETTLEMENT_AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, CHARGE_SETTLEMENT_AT (person), FALSE, NULL, NULL },
  { "p.reference", GRAM_FIELD_JOINED, CHARGE_SETTLEMENT_AT (reference), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (CHARGE_SETTLEMENT_AT (id) == 0);

static const GramShape charge_settlement_shape = {
  .table = "charge_settlement",
  .from
  = "charge_settlement t JOIN charge c ON c.id = t.charge_id LEFT JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id LEFT JOIN payment p ON p.id = t.payment_id",
  .size = sizeof (GramChargeSettlementRecord),
  .fields = charge_settlement_fields,
  .n_fields = G_N_ELEMENTS (charge_settlement_fields),
  .free_record = (GDestroyNotify)gram_charge_settlement_record_free,
};

GramChargeSettlementRecord *
gram_charge_settlement_record_new (void)
{
  GramChargeSettlementRecord *self = _gram_shape_new (&charge_settlement_shape);

  self->kind = GRAM_CHARGE_SETTLEMENT_MONEY;
  return self;
}

GramChargeSettlementRecord *
gram_charge_settlement_record_copy (const GramChargeSettlementRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&charge_settlement_shape, self);
}

void
gram_charge_settlement_record_free (GramChargeSettlementRecord *self)
{
  _gram_shape_free (&charge_settlement_shape, self);
}

gboolean
gram_charge_settlement_table_insert (GramUnit *unit,
                                     GramChargeSettlementRecord *record,
                                     GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&charge_settlement_shape, unit, record, error);
}

GPtrArray *
gram_charge_settlement_table_list (GramStore *store, gint64 charge_id, GError **error)
{
  return _gram_shape_list_by (&charge_settlement_shape, store,
                              "WHERE t.charge_id = $1 ORDER BY t.id", (const gint64[]){ charge_id },
                              1, error);
}

GPtrArray *
gram_charge_settlement_table_of_payment (GramStore *store, gint64 payment_id, GError **error)
{
  return _gram_shape_list_by (&charge_settlement_shape, store,
                              "WHERE t.payment_id = $1 ORDER BY t.id",
                              (const gint64[]){ payment_id }, 1, error);
}

GPtrArray *
gram_charge_settlement_table_in_favour (GramStore *store, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (&charge_settlement_shape, store,
                              "WHERE c.account_id = $1 AND t.kind = 'in-favour' ORDER BY t.id DESC",
                              (const gint64[]){ account_id }, 1, error);
}
