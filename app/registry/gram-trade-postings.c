/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-postings.h"

#include "gram-units.h"

#include "gram-ledger.h"

gboolean
gram_trade_balances (GramStore *store,
                     gint64 account_id,
                     int year,
                     gint64 *available,
                     gint64 *reserved,
                     GError **error)
{
  g_autofree char *unit = gram_unit_make_allowance (year);

  return (available == NULL
          || gram_ledger_balance (store, account_id, "holding", unit, available, error))
         && (reserved == NULL
             || gram_ledger_balance (store, account_id, "reserved", unit, reserved, error));
}

gboolean
gram_trade_reserve (GramCall *call, gint64 account_id, int year, gint64 quantity, GError **error)
{
  g_autofree char *unit = gram_unit_make_allowance (year);
  const GramLedgerLine lines[] = {
    { account_id, "holding", unit, -quantity },
    { account_id, "reserved", unit, quantity },
  };

  return quantity == 0
         || gram_ledger_post (call->unit, call->journal_id, quantity > 0 ? "reserve" : "release",
                              lines, G_N_ELEMENTS (lines), NULL, error);
}

gboolean
gram_trade_post (GramCall *call,
                 int year,
                 gint64 transferor_id,
                 gint64 transferee_id,
                 gint64 quantity,
                 gint64 *posting,
                 GError **error)
{
  g_autofree char *unit = gram_unit_make_allowance (year);
  const GramLedgerLine lines[] = {
    { transferor_id, transferor_id != 0 ? "reserved" : "trade", unit, -quantity },
    { transferee_id, transferee_id != 0 ? "holding" : "trade", unit, quantity },
  };

  return gram_ledger_post (call->unit, call->journal_id, "trade", lines, G_N_ELEMENTS (lines),
                           posting, error);
}
