/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notice-table.h"

#include "gram-shape-private.h"

#define PAYMENT_NOTICE_AT(member) G_STRUCT_OFFSET (GramPaymentNoticeRecord, member)

static const GramField payment_notice_fields[] = {
  { "number", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (number), FALSE, NULL, NULL },
  { "year", GRAM_FIELD_INT, PAYMENT_NOTICE_AT (year), FALSE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, PAYMENT_NOTICE_AT (account_id), FALSE, NULL, NULL },
  { "accounting_id", GRAM_FIELD_INT64, PAYMENT_NOTICE_AT (accounting_id), FALSE, NULL, NULL },
  { "amount", GRAM_FIELD_INT64, PAYMENT_NOTICE_AT (amount), FALSE, NULL, NULL },
  { "given_on", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (given_on), FALSE, NULL, NULL },
  { "due_on", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (due_on), FALSE, NULL, NULL },
  { "payable_to", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (payable_to), FALSE, NULL, NULL },
  { "how_to_pay", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (how_to_pay), FALSE, NULL, NULL },
  { "appeal_rights", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (appeal_rights), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (reference), FALSE, NULL, NULL },
  { "document_id", GRAM_FIELD_INT64, PAYMENT_NOTICE_AT (document_id), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_INT64, PAYMENT_NOTICE_AT (posting_id), FALSE, NULL, NULL },
  { "paid", GRAM_FIELD_INT64, PAYMENT_NOTICE_AT (paid), TRUE, NULL, NULL },
  { "appealed_on", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (appealed_on), TRUE, NULL, NULL },
  { "appeal_ended_on", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (appeal_ended_on), TRUE, NULL, NULL },
  { "appeal_text", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (appeal_text), TRUE, NULL, NULL },
  { "withdrawn_on", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (withdrawn_on), TRUE, NULL, NULL },
  { "withdrawn_reason", GRAM_FIELD_TEXT, PAYMENT_NOTICE_AT (withdrawn_reason), TRUE, NULL, NULL },
  { "case_id", GRAM_FIELD_REFERENCE, PAYMENT_NOTICE_AT (case_id), TRUE, NULL, NULL },
  { "overdue_told", GRAM_FIELD_INT, PAYMENT_NOTICE_AT (overdue_told), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, PAYMENT_NOTICE_AT (version), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, PAYMENT_NOTICE_AT (account_number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, PAYMENT_NOTICE_AT (holder), FALSE, NULL, NULL },
  { "c.name", GRAM_FIELD_JOINED, PAYMENT_NOTICE_AT (document), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (PAYMENT_NOTICE_AT (id) == 0);

static const GramShape payment_notice_shape = {
  .table = "payment_notice",
  .from
  = "payment_notice t JOIN account a ON a.id = t.account_id JOIN document c ON c.id = t.document_id",
  .size = sizeof (GramPaymentNoticeRecord),
  .fields = payment_notice_fields,
  .n_fields = G_N_ELEMENTS (payment_notice_fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_payment_notice_record_free,
};

GramPaymentNoticeRecord *
gram_payment_notice_record_new (void)
{
  GramPaymentNoticeRecord *self = _gram_shape_new (&payment_notice_shape);

  self->version = 1;
  return self;
}

GramPaymentNoticeRecord *
gram_payment_notice_record_copy (const GramPaymentNoticeRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&payment_notice_shape, self);
}

void
gram_payment_notice_record_free (GramPaymentNoticeRecord *self)
{
  _gram_shape_free (&payment_notice_shape, self);
}

gboolean
gram_payment_notice_table_insert (GramUnit *unit, GramPaymentNoticeRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&payment_notice_shape, unit, record, error);
}

gboolean
gram_payment_notice_table_update (GramUnit *unit,
                                  const GramPaymentNoticeRecord *before,
                                  const GramPaymentNoticeRecord *after,
                                  GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&payment_notice_shape, unit, before, after, error);
}

gboolean
gram_payment_notice_table_get (GramStore *store,
                               gint64 id,
                               GramPaymentNoticeRecord **record,
                               GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&payment_notice_shape, store, id, (gpointer *)record, error);
}

gboolean
gram_payment_notice_table_live (GramStore *store,
                                gint64 year,
                                gint64 account_id,
                                GramPaymentNoticeRecord **record,
                                GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (&payment_notice_shape, store,
                             "WHERE t.year = $1 AND t.account_id = $2 AND t.withdrawn_on = ''",
                             (const gint64[]){ year, account_id }, 2, (gpointer *)record, error);
}

GPtrArray *
gram_payment_notice_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error)
{
  return _gram_shape_list_by (
      &payment_notice_shape, store,
      "WHERE ($1 = 0 OR t.year = $1) AND ($2 = 0 OR t.account_id = $2) ORDER BY t.id"
      " DESC",
      (const gint64[]){ year, account_id }, 2, error);
}

gboolean
gram_payment_notice_table_find (GramStore *store,
                                const char *number,
                                GramPaymentNoticeRecord **record,
                                GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (number != NULL && record != NULL, FALSE);

  statement = _gram_shape_prepare (&payment_notice_shape, store, "", "WHERE t.number = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, number);
  return _gram_shape_one (&payment_notice_shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_payment_notice_table_overdue (GramStore *store, const char *today, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (today != NULL, NULL);

  statement = _gram_shape_prepare (
      &payment_notice_shape, store, "",
      "WHERE t.overdue_told = 0 AND t.withdrawn_on = '' AND t.due_on < $1 AND t.paid < t.amount"
      " AND (t.appealed_on = '' OR t.appeal_ended_on <> '') ORDER BY t.due_on, t.id LIMIT $2",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, today);
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  return _gram_shape_all (&payment_notice_shape, statement, error);
}

gboolean
gram_payment_notice_table_count (GramStore *store, int year, gint64 *count, GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  return _gram_table_ask (store, "SELECT count (*) FROM payment_notice WHERE year = $1",
                          (const gint64[]){ year }, 1, count, error);
}

#define NOTICE_PAYMENT_AT(member) G_STRUCT_OFFSET (GramNoticePaymentRecord, member)

static const GramField notice_payment_fields[] = {
  { "notice_id", GRAM_FIELD_INT64, NOTICE_PAYMENT_AT (notice_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, NOTICE_PAYMENT_AT (kind), FALSE, "notice-payment-kind", NULL },
  { "amount", GRAM_FIELD_INT64, NOTICE_PAYMENT_AT (amount), FALSE, NULL, NULL },
  { "in_favour", GRAM_FIELD_INT64, NOTICE_PAYMENT_AT (in_favour), FALSE, NULL, NULL },
  { "paid_on", GRAM_FIELD_TEXT, NOTICE_PAYMENT_AT (paid_on), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, NOTICE_PAYMENT_AT (reference), FALSE, NULL, NULL },
  { "reverses", GRAM_FIELD_REFERENCE, NOTICE_PAYMENT_AT (reverses), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_INT64, NOTICE_PAYMENT_AT (posting_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, NOTICE_PAYMENT_AT (journal_id), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, NOTICE_PAYMENT_AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, NOTICE_PAYMENT_AT (person), FALSE, NULL, NULL },
  { "r.id", GRAM_FIELD_JOINED_INT64, NOTICE_PAYMENT_AT (reversed_by), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (NOTICE_PAYMENT_AT (id) == 0);

static const GramShape notice_payment_shape = {
  .table = "notice_payment",
  .from
  = "notice_payment t JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id LEFT JOIN notice_payment r ON r.reverses = t.id",
  .size = sizeof (GramNoticePaymentRecord),
  .fields = notice_payment_fields,
  .n_fields = G_N_ELEMENTS (notice_payment_fields),
  .free_record = (GDestroyNotify)gram_notice_payment_record_free,
};

GramNoticePaymentRecord *
gram_notice_payment_record_new (void)
{
  GramNoticePaymentRecord *self = _gram_shape_new (&notice_payment_shape);

  self->kind = GRAM_NOTICE_PAYMENT;
  return self;
}

GramNoticePaymentRecord *
gram_notice_payment_record_copy (const GramNoticePaymentRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&notice_payment_shape, self);
}

void
gram_notice_payment_record_free (GramNoticePaymentRecord *self)
{
  _gram_shape_free (&notice_payment_shape, self);
}

gboolean
gram_notice_payment_table_insert (GramUnit *unit, GramNoticePaymentRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&notice_payment_shape, unit, record, error);
}

gboolean
gram_notice_payment_table_get (GramStore *store,
                               gint64 id,
                               GramNoticePaymentRecord **record,
                               GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&notice_payment_shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_notice_payment_table_list (GramStore *store, gint64 notice_id, GError **error)
{
  return _gram_shape_list_of (&notice_payment_shape, store, "WHERE t.notice_id = $1 ORDER BY t.id",
                              notice_id, error);
}
