/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramTradeRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "trade-state", NULL },
  { "transferor_id", GRAM_FIELD_REFERENCE, AT (transferor_id), FALSE, NULL, NULL },
  { "transferee_id", GRAM_FIELD_REFERENCE, AT (transferee_id), FALSE, NULL, NULL },
  { "transferor_notification", GRAM_FIELD_REFERENCE, AT (transferor_notification), FALSE, NULL,
    NULL },
  { "transferee_notification", GRAM_FIELD_REFERENCE, AT (transferee_notification), FALSE, NULL,
    NULL },
  { "quantity", GRAM_FIELD_INT64, AT (quantity), FALSE, NULL, NULL },
  { "price", GRAM_FIELD_INT64, AT (price), FALSE, NULL, NULL },
  { "matched_at", GRAM_FIELD_INT64, AT (matched_at), FALSE, NULL, NULL },
  { "case_id", GRAM_FIELD_REFERENCE, AT (case_id), TRUE, NULL, NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), TRUE, NULL, NULL },
  { "posting_id", GRAM_FIELD_REFERENCE, AT (posting_id), TRUE, NULL, NULL },
  { "coalesce (x.number, m.transferor_number)", GRAM_FIELD_JOINED, AT (transferor_number), FALSE,
    NULL, NULL },
  { "coalesce (x.holder, m.transferor_name)", GRAM_FIELD_JOINED, AT (transferor), FALSE, NULL,
    NULL },
  { "coalesce (y.number, m.transferee_number)", GRAM_FIELD_JOINED, AT (transferee_number), FALSE,
    NULL, NULL },
  { "coalesce (y.holder, m.transferee_name)", GRAM_FIELD_JOINED, AT (transferee), FALSE, NULL,
    NULL },
  { "d.name", GRAM_FIELD_JOINED, AT (decider), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "trade",
  .from
  = "trade t LEFT JOIN account x ON x.id = t.transferor_id LEFT JOIN account y ON y.id = t.transferee_id LEFT JOIN person d ON d.id = t.decided_by LEFT JOIN trade_notification m ON m.id = coalesce (t.transferor_notification, t.transferee_notification)",
  .size = sizeof (GramTradeRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_trade_record_free,
};

GramTradeRecord *
gram_trade_record_new (void)
{
  GramTradeRecord *self = _gram_shape_new (&shape);

  self->state = GRAM_TRADE_MATCHED;
  return self;
}

GramTradeRecord *
gram_trade_record_copy (const GramTradeRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_trade_record_free (GramTradeRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_trade_table_insert (GramUnit *unit, GramTradeRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_trade_table_update (GramUnit *unit,
                         const GramTradeRecord *before,
                         const GramTradeRecord *after,
                         GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_trade_table_get (GramStore *store, gint64 id, GramTradeRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_trade_table_of_notification (GramStore *store,
                                  gint64 notification_id,
                                  GramTradeRecord **record,
                                  GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_of (
      &shape, store, "WHERE t.transferor_notification = $1 OR t.transferee_notification = $1",
      notification_id, (gpointer *)record, error);
}

GPtrArray *
gram_trade_table_of_case (GramStore *store, gint64 case_id, GError **error)
{
  return _gram_shape_list_of (&shape, store, "WHERE t.case_id = $1 ORDER BY t.id", case_id, error);
}

GPtrArray *
gram_trade_table_list (GramStore *store, int year, gint64 account_id, guint states, GError **error)
{
  g_autofree char *set = _gram_table_word_set ("trade-state", states, GRAM_TRADE_ALL_STATES);
  g_autofree char *rest = g_strconcat (
      "WHERE ($1 = 0 OR t.year = $1)"
      " AND ($2 = 0 OR t.transferor_id = $2 OR t.transferee_id = $2) AND t.state IN ",
      set, " ORDER BY t.id DESC", NULL);

  return _gram_shape_list_by (&shape, store, rest, (const gint64[]){ year, account_id }, 2, error);
}

gboolean
gram_trade_table_sums (GramStore *store,
                       int year,
                       gint64 account_id,
                       gint64 *in,
                       gint64 *out,
                       GError **error)
{
  const gint64 keys[] = { year, account_id };
  gint64 ignored;

  return _gram_table_ask (store,
                          "SELECT coalesce (sum (quantity), 0) FROM trade"
                          " WHERE year = $1 AND transferee_id = $2 AND state = 'registered'",
                          keys, 2, in != NULL ? in : &ignored, error)
         && _gram_table_ask (store,
                             "SELECT coalesce (sum (quantity), 0) FROM trade"
                             " WHERE year = $1 AND transferor_id = $2 AND state = 'registered'",
                             keys, 2, out != NULL ? out : &ignored, error);
}
