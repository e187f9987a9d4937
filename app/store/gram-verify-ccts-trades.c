/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccts-private.h"

#include "gram-trade-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define LIVE "IN ('waiting', 'differing', 'matched')"

/* What two notifications of one trade have in common; names are read by people. */
#define SAME                                                                                       \
  "o.year = n.year AND o.transferor_number = n.transferor_number"                                  \
  " AND o.transferee_number = n.transferee_number AND o.quantity = n.quantity"                     \
  " AND o.price = n.price"

/* What a posting moved for one party of a trade, in both roles. */
#define MOVED(party)                                                                               \
  "(SELECT coalesce (sum (e.amount), 0) FROM ledger_entry e"                                       \
  " JOIN ledger_account a ON a.id = e.ledger_account_id WHERE e.posting_id = t.posting_id"         \
  " AND a.account_id = t." party " AND a.unit = 'ccts/' || t.year)"

#define STATE N_ ("The notification lacks what its state needs, or has what it must not have.")

static const GramVerifyRule rules[] = {
  { "SELECT 'trade_notification ' || n.id FROM trade_notification n"
    " WHERE (n.state " LIVE ") = (n.ended_at > 0) OR "
    "(n.state IN ('matched', 'registered', 'refused')) <> (n.trade_id IS NOT NULL)"
    " OR (n.state = 'differing' AND n.other_id IS NULL) OR date (n.agreed_on) IS NOT n.agreed_on",
    STATE },
  { "SELECT 'trade_notification ' || n.id FROM trade_notification n"
    " JOIN trade_notification o ON o.id = n.other_id"
    " WHERE n.state IN ('differing', 'matched', 'registered')"
    " AND (o.other_id IS NOT n.id OR o.state <> n.state OR o.side = n.side"
    " OR o.account_id = n.account_id)",
    N_ ("Of two notifications that belong together, one says something else.") },
  { "SELECT 'trade_notification ' || n.id FROM trade_notification n"
    " JOIN trade_notification o ON o.id = n.other_id"
    " WHERE (n.state IN ('matched', 'registered') AND NOT (" SAME "))",
    N_ ("The notifications match, but do not say the same.") },
  { "SELECT 'trade_notification ' || n.id FROM trade_notification n JOIN trade t ON t.id = n.trade_id"
    " WHERE t.state <> n.state OR n.id IS NOT CASE n.side WHEN 'transferor'"
    " THEN t.transferor_notification ELSE t.transferee_notification END",
    STATE },
  { "SELECT 'trade_notification ' || n.id FROM trade_notification n JOIN account a ON a.id = n.account_id"
    " WHERE n.state " LIVE " AND a.number <> CASE n.side WHEN 'transferor' THEN n.transferor_number"
    " ELSE n.transferee_number END",
    N_ ("The notification does not name the account that it is of.") },

  /* Trades */
  { "SELECT 'trade ' || t.id FROM trade t JOIN trade_notification n"
    " ON n.id IN (t.transferor_notification, t.transferee_notification)"
    " WHERE n.trade_id IS NOT t.id OR n.year <> t.year OR n.quantity <> t.quantity"
    " OR n.price <> t.price OR n.account_id IS NOT CASE n.side WHEN 'transferor'"
    " THEN t.transferor_id ELSE t.transferee_id END",
    N_ ("The trade is not what its notifications say.") },
  { "SELECT 'trade ' || t.id FROM trade t WHERE t.transferor_notification IS NULL"
    " AND t.transferee_notification IS NULL OR (t.state = 'matched') = (t.decided_at > 0)"
    " OR (t.transferor_notification IS NULL OR t.transferee_notification IS NULL)"
    " AND EXISTS (SELECT 1 FROM registry WHERE kind = 'administrator')",
    N_ ("The trade lacks what its state needs, or has what it must not have.") },
  { "SELECT 'trade ' || t.id FROM trade t JOIN ledger_posting p ON p.id = t.posting_id"
    " WHERE p.meaning <> 'trade'"
    " OR (t.transferor_id IS NOT NULL AND " MOVED (
        "transferor_id") " <> - t.quantity)"
                         " OR (t.transferee_id IS NOT NULL AND " MOVED (
                             "transferee_id") " <> t.quantity)",
    N_ ("What was posted is not what the row says.") },
  { "SELECT DISTINCT 'ledger_posting ' || p.id FROM ledger_posting p"
    " JOIN ledger_entry e ON e.posting_id = p.id JOIN ledger_account a ON a.id = e.ledger_account_id"
    " WHERE p.meaning = 'trade' AND a.unit IN (SELECT 'ccts/' || year FROM scheme_year)"
    " AND NOT EXISTS (SELECT 1 FROM trade t WHERE t.posting_id = p.id)",
    N_ ("Nothing says why it was posted.") },

  /* Nothing is promised twice. */
  { "WITH promised AS (SELECT account_id, 'ccts/' || year AS unit, sum (quantity) AS quantity"
    " FROM trade_notification WHERE side = 'transferor' AND state " LIVE
    " GROUP BY account_id, year),"
    " reserved AS (SELECT account_id, unit, balance FROM ledger_account"
    " WHERE account_id IS NOT NULL AND role = 'reserved' AND unit GLOB 'ccts/*')"
    " SELECT 'ledger_account of account ' || coalesce (p.account_id, r.account_id)"
    " || ', reserved, ' || coalesce (p.unit, r.unit) FROM promised p FULL JOIN reserved r"
    " ON r.account_id = p.account_id AND r.unit = p.unit"
    " WHERE coalesce (p.quantity, 0) <> coalesce (r.balance, 0)",
    N_ ("What is reserved is not what live notifications promise.") },

  { "SELECT 'signing_key ' || id FROM signing_key WHERE public_key GLOB '*[^0-9a-f]*'"
    " OR (private_key IS NOT NULL AND EXISTS (SELECT 1 FROM registry WHERE kind = 'administrator'))",
    N_ ("The key is none that this registry may hold.") },
};

/* Compares a notification with what its history says last of each field. */
static gboolean
check_notification (GramVerifier *self, gint64 id, GHashTable *values, GError **error)
{
  g_autoptr (GramTradeNotificationRecord) record = NULL;

  if (g_hash_table_size (values) == 0)
    return TRUE;
  if (!gram_trade_notification_table_get (self->store, id, &record, error))
    return FALSE;
  if (record != NULL && !_gram_verifier_matches (&_gram_trade_notification_shape, record, values))
    _gram_verifier_find (self, g_strdup_printf ("trade_notification %" PRId64, id),
                         _ ("The notification is not as its history says."));
  g_hash_table_remove_all (values);
  return TRUE;
}

static gboolean
check_histories (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GramStatement) statement = NULL;
  gint64 id = 0;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT id, notification_id, field, old_value, new_value FROM trade_notification_history"
      " ORDER BY notification_id, id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      if (gram_statement_int64 (statement, 1) != id
          && !check_notification (self, id, values, error))
        return FALSE;
      id = gram_statement_int64 (statement, 1);
      _gram_verifier_go_on (self, "trade_notification_history", statement, values);
    }
  return step == GRAM_STEP_DONE && check_notification (self, id, values, error);
}

gboolean
_gram_verify_trades (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error)
         && check_histories (self, error);
}
