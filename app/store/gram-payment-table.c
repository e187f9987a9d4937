/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-table.h"

#include "gram-shape-private.h"

#include <inttypes.h>
#include <string.h>

/* Stands between the key of a line and how often it was recorded. */
#define AGAIN '~'

#define PAYMENT_AT(member) G_STRUCT_OFFSET (GramPaymentRecord, member)

static const GramField payment_fields[] = {
  { "account_id", GRAM_FIELD_INT64, PAYMENT_AT (account_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, PAYMENT_AT (kind), FALSE, "payment-kind", NULL },
  { "amount", GRAM_FIELD_INT64, PAYMENT_AT (amount), FALSE, NULL, NULL },
  { "in_favour", GRAM_FIELD_INT64, PAYMENT_AT (in_favour), FALSE, NULL, NULL },
  { "paid_on", GRAM_FIELD_TEXT, PAYMENT_AT (paid_on), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, PAYMENT_AT (reference), FALSE, NULL, NULL },
  { "payer", GRAM_FIELD_TEXT, PAYMENT_AT (payer), FALSE, NULL, NULL },
  { "bank_key", GRAM_FIELD_OPTIONAL, PAYMENT_AT (bank_key), FALSE, NULL, NULL },
  { "reverses", GRAM_FIELD_REFERENCE, PAYMENT_AT (reverses), FALSE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, PAYMENT_AT (reason), FALSE, NULL, NULL },
  { "posting_id", GRAM_FIELD_INT64, PAYMENT_AT (posting_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, PAYMENT_AT (journal_id), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, PAYMENT_AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, PAYMENT_AT (holder), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, PAYMENT_AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, PAYMENT_AT (person), FALSE, NULL, NULL },
  { "r.id", GRAM_FIELD_JOINED_INT64, PAYMENT_AT (reversed_by), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (PAYMENT_AT (id) == 0);

static const GramShape payment_shape = {
  .table = "payment",
  .from
  = "payment t JOIN account a ON a.id = t.account_id LEFT JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id LEFT JOIN payment r ON r.reverses = t.id",
  .size = sizeof (GramPaymentRecord),
  .fields = payment_fields,
  .n_fields = G_N_ELEMENTS (payment_fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_payment_record_free,
};

GramPaymentRecord *
gram_payment_record_new (void)
{
  GramPaymentRecord *self = _gram_shape_new (&payment_shape);

  self->kind = GRAM_PAYMENT_RECEIVED;
  return self;
}

GramPaymentRecord *
gram_payment_record_copy (const GramPaymentRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&payment_shape, self);
}

void
gram_payment_record_free (GramPaymentRecord *self)
{
  _gram_shape_free (&payment_shape, self);
}

gboolean
gram_payment_table_insert (GramUnit *unit, GramPaymentRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&payment_shape, unit, record, error);
}

gboolean
gram_payment_table_get (GramStore *store, gint64 id, GramPaymentRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&payment_shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_payment_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  return _gram_shape_page (&payment_shape, store, ids, n_ids, error);
}

gboolean
gram_payment_table_find (GramStore *store,
                         const char *bank_key,
                         GramPaymentRecord **record,
                         GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (bank_key != NULL && record != NULL, FALSE);

  statement = _gram_shape_prepare (&payment_shape, store, "",
                                   "WHERE t.bank_key >= $1 AND t.bank_key < $1 || '~~'"
                                   " ORDER BY t.id DESC LIMIT 1",
                                   error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, bank_key);
  return _gram_shape_one (&payment_shape, statement, (gpointer *)record, error);
}

char *
gram_payment_next_bank_key (const char *bank_key)
{
  const char *mark;
  gint64 times;

  g_return_val_if_fail (bank_key != NULL, NULL);

  mark = strchr (bank_key, AGAIN);
  times = mark != NULL ? g_ascii_strtoll (mark + 1, NULL, 10) : 1;
  return g_strdup_printf ("%.*s%c%" PRId64,
                          (int)(mark != NULL ? (gsize)(mark - bank_key) : strlen (bank_key)),
                          bank_key, AGAIN, times + 1);
}

gboolean
gram_payment_table_find_alike (GramStore *store,
                               gint64 account_id,
                               const char *paid_on,
                               gint64 amount,
                               GramPaymentRecord **record,
                               GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (paid_on != NULL && record != NULL, FALSE);

  statement = _gram_shape_prepare (&payment_shape, store, "",
                                   "WHERE t.paid_on = $1 AND t.account_id = $2 AND t.amount = $3"
                                   " AND t.kind = 'payment' AND NOT EXISTS"
                                   " (SELECT 1 FROM payment r WHERE r.reverses = t.id)"
                                   " ORDER BY t.id LIMIT 1",
                                   error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, paid_on);
  gram_statement_bind_int64 (statement, 2, account_id);
  gram_statement_bind_int64 (statement, 3, amount);
  return _gram_shape_one (&payment_shape, statement, (gpointer *)record, error);
}
