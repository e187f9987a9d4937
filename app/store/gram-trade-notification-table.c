/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-private.h"

#define AT(member) G_STRUCT_OFFSET (GramTradeNotificationRecord, member)

static const GramField fields[] = {
  { "year", GRAM_FIELD_INT, AT (year), FALSE, NULL, NULL },
  { "side", GRAM_FIELD_WORD, AT (side), FALSE, "trade-side", NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "trade-state", "state" },
  { "transferor_name", GRAM_FIELD_TEXT, AT (transferor_name), TRUE, NULL, "transferor-name" },
  { "transferor_number", GRAM_FIELD_TEXT, AT (transferor_number), TRUE, NULL, "transferor-number" },
  { "transferee_name", GRAM_FIELD_TEXT, AT (transferee_name), TRUE, NULL, "transferee-name" },
  { "transferee_number", GRAM_FIELD_TEXT, AT (transferee_number), TRUE, NULL, "transferee-number" },
  { "quantity", GRAM_FIELD_INT64, AT (quantity), TRUE, NULL, "quantity" },
  { "price", GRAM_FIELD_INT64, AT (price), TRUE, NULL, "price" },
  { "price_reason", GRAM_FIELD_TEXT, AT (price_reason), TRUE, NULL, "price-reason" },
  { "agreed_on", GRAM_FIELD_TEXT, AT (agreed_on), TRUE, NULL, "agreed-on" },
  { "note", GRAM_FIELD_TEXT, AT (note), TRUE, NULL, "note" },
  { "other_id", GRAM_FIELD_REFERENCE, AT (other_id), TRUE, NULL, NULL },
  { "trade_id", GRAM_FIELD_REFERENCE, AT (trade_id), TRUE, NULL, NULL },
  { "exchange_key", GRAM_FIELD_OPTIONAL, AT (exchange_key), FALSE, NULL, NULL },
  { "notified_by", GRAM_FIELD_INT64, AT (notified_by), FALSE, NULL, NULL },
  { "notified_at", GRAM_FIELD_INT64, AT (notified_at), FALSE, NULL, NULL },
  { "ended_at", GRAM_FIELD_INT64, AT (ended_at), TRUE, NULL, NULL },
  { "end_reason", GRAM_FIELD_TEXT, AT (end_reason), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "n.name", GRAM_FIELD_JOINED, AT (notifier), FALSE, NULL, NULL },
  { "n.email", GRAM_FIELD_JOINED, AT (notifier_email), FALSE, NULL, NULL },
  { "o.state", GRAM_FIELD_JOINED_WORD, AT (other_state), FALSE, "trade-state", NULL },
  { "o.account_id", GRAM_FIELD_JOINED_INT64, AT (other_account_id), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

const GramShape _gram_trade_notification_shape = {
  .table = "trade_notification",
  .from
  = "trade_notification t JOIN account a ON a.id = t.account_id JOIN person n ON n.id = t.notified_by LEFT JOIN trade_notification o ON o.id = t.other_id",
  .size = sizeof (GramTradeNotificationRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_trade_notification_record_free,
};

GramTradeNotificationRecord *
gram_trade_notification_record_new (void)
{
  GramTradeNotificationRecord *self = _gram_shape_new (&_gram_trade_notification_shape);

  self->side = GRAM_TRADE_TRANSFEROR;
  self->state = GRAM_TRADE_WAITING;
  self->version = 1;
  return self;
}

GramTradeNotificationRecord *
gram_trade_notification_record_copy (const GramTradeNotificationRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&_gram_trade_notification_shape, self);
}

void
gram_trade_notification_record_free (GramTradeNotificationRecord *self)
{
  _gram_shape_free (&_gram_trade_notification_shape, self);
}

gboolean
gram_trade_notification_table_insert (GramUnit *unit,
                                      GramTradeNotificationRecord *record,
                                      GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&_gram_trade_notification_shape, unit, record, error);
}

gboolean
gram_trade_notification_table_get (GramStore *store,
                                   gint64 id,
                                   GramTradeNotificationRecord **record,
                                   GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&_gram_trade_notification_shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_trade_notification_table_past (GramStore *store,
                                    gint64 last_year,
                                    gint64 limit,
                                    GError **error)
{
  return _gram_shape_list_by (
      &_gram_trade_notification_shape, store,
      "WHERE t.state IN ('waiting', 'differing', 'matched') AND t.state <> 'matched'"
      " AND t.year <= $1 ORDER BY t.year, t.id LIMIT $2",
      (const gint64[]){ last_year, limit }, 2, error);
}

GPtrArray *
gram_trade_notification_table_live (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (
      &_gram_trade_notification_shape, store,
      "WHERE t.state IN ('waiting', 'differing', 'matched') AND t.year = $1 ORDER BY"
      " t.id",
      year, error);
}

GPtrArray *
gram_trade_notification_table_of_trade (GramStore *store, gint64 trade_id, GError **error)
{
  return _gram_shape_list_of (
      &_gram_trade_notification_shape, store,
      "WHERE t.id IN (SELECT transferor_notification FROM trade WHERE id = $1 UNION"
      " SELECT transferee_notification FROM trade WHERE id = $1) ORDER BY t.side DESC",
      trade_id, error);
}

#define MAX_PAGE 1000

gboolean
gram_trade_notification_table_update (GramUnit *unit,
                                      const GramTradeNotificationRecord *before,
                                      const GramTradeNotificationRecord *after,
                                      gint64 journal_id,
                                      GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&_gram_trade_notification_shape, unit, before, after, error)
         && _gram_shape_add_history (
             &_gram_trade_notification_shape, unit,
             "INSERT INTO trade_notification_history"
             " (notification_id, journal_id, version, field, old_value, new_value)"
             " SELECT id, $2, version, $3, $4, $5 FROM trade_notification WHERE id = $1",
             before, after, journal_id, error);
}

GPtrArray *
gram_trade_notification_table_page (GramStore *store,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GError **error)
{
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);
  g_return_val_if_fail (n_ids <= MAX_PAGE, NULL);

  return _gram_shape_page (&_gram_trade_notification_shape, store, ids, n_ids, error);
}

gboolean
gram_trade_notification_table_find_exchange (GramStore *store,
                                             const char *exchange_key,
                                             GramTradeNotificationRecord **record,
                                             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (exchange_key != NULL && record != NULL, FALSE);

  statement = _gram_shape_prepare (&_gram_trade_notification_shape, store, "",
                                   "WHERE t.exchange_key = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, exchange_key);
  return _gram_shape_one (&_gram_trade_notification_shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_trade_notification_table_candidates (GramStore *store,
                                          int year,
                                          const char *transferor_number,
                                          const char *transferee_number,
                                          GramTradeSide side,
                                          guint states,
                                          GError **error)
{
  g_autofree char *set = _gram_table_word_set ("trade-state", states, GRAM_TRADE_ALL_STATES);
  g_autofree char *rest
      = g_strconcat ("WHERE t.year = $1 AND t.transferor_number = $2 AND t.transferee_number = $3"
                     " AND t.side = $4 AND t.state IN ",
                     set, " ORDER BY t.id", NULL);
  g_autoptr (GramStatement) statement
      = _gram_shape_prepare (&_gram_trade_notification_shape, store, "", rest, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, year);
  gram_statement_bind_text (statement, 2, transferor_number);
  gram_statement_bind_text (statement, 3, transferee_number);
  gram_statement_bind_text (statement, 4, gram_word_for ("trade-side", (int)side));
  return _gram_shape_all (&_gram_trade_notification_shape, statement, error);
}

GPtrArray *
gram_trade_notification_table_naming (GramStore *store,
                                      int year,
                                      const char *number,
                                      gint64 account_id,
                                      guint states,
                                      GError **error)
{
  g_autofree char *set = _gram_table_word_set ("trade-state", states, GRAM_TRADE_ALL_STATES);
  g_autofree char *rest = g_strconcat (
      "WHERE ($1 = 0 OR t.year = $1) AND t.account_id <> $3 AND t.id IN ("
      "SELECT id FROM trade_notification WHERE transferor_number = $2 AND side = 'transferee'"
      " UNION ALL"
      " SELECT id FROM trade_notification WHERE transferee_number = $2 AND side = 'transferor')"
      " AND t.state IN ",
      set, " ORDER BY t.id", NULL);
  g_autoptr (GramStatement) statement
      = _gram_shape_prepare (&_gram_trade_notification_shape, store, "", rest, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, year);
  gram_statement_bind_text (statement, 2, number);
  gram_statement_bind_int64 (statement, 3, account_id);
  return _gram_shape_all (&_gram_trade_notification_shape, statement, error);
}

gboolean
gram_trade_notification_table_reserved (GramStore *store,
                                        int year,
                                        gint64 account_id,
                                        gint64 *quantity,
                                        GError **error)
{
  g_return_val_if_fail (quantity != NULL, FALSE);

  return _gram_table_ask (store,
                          "SELECT coalesce (sum (quantity), 0) FROM trade_notification"
                          " WHERE year = $1 AND account_id = $2 AND side = 'transferor'"
                          " AND state IN ('waiting', 'differing', 'matched')",
                          (const gint64[]){ year, account_id }, 2, quantity, error);
}

gboolean
gram_trade_notification_table_count_live (GramStore *store,
                                          int year,
                                          gint64 account_id,
                                          gint64 *count,
                                          GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  return _gram_table_ask (store,
                          "SELECT count (*) FROM trade_notification"
                          " WHERE ($1 = 0 OR year = $1) AND ($2 = 0 OR account_id = $2)"
                          " AND state IN ('waiting', 'differing', 'matched')",
                          (const gint64[]){ year, account_id }, 2, count, error);
}

void
gram_trade_change_free (GramTradeChange *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

static gpointer
read_change (GramStatement *statement, GError **error G_GNUC_UNUSED)
{
  GramTradeChange *change = g_new0 (GramTradeChange, 1);

  change->id = gram_statement_int64 (statement, 0);
  change->journal_id = gram_statement_int64 (statement, 1);
  change->at = gram_statement_int64 (statement, 2);
  change->person = gram_statement_dup_text (statement, 3);
  change->version = (int)gram_statement_int64 (statement, 4);
  change->field = gram_statement_dup_text (statement, 5);
  change->old_value = gram_statement_dup_text (statement, 6);
  change->new_value = gram_statement_dup_text (statement, 7);
  return change;
}

GPtrArray *
gram_trade_notification_table_history (GramStore *store, gint64 id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "SELECT h.id, j.id, j.at, p.name, h.version, h.field, h.old_value, h.new_value"
      " FROM trade_notification_history h JOIN journal j ON j.id = h.journal_id"
      " LEFT JOIN person p ON p.id = j.person_id WHERE h.notification_id = $1 ORDER BY h.id",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_all (statement, read_change, (GDestroyNotify)gram_trade_change_free, error);
}
