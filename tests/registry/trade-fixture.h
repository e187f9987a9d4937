/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ccts-fixture.h"

#include "gram-queries-trades.h"

G_BEGIN_DECLS

/* A day in the trading window of CCTS_YEAR, and its edges. */
#define TRADE_DAY "2026-11-10"
#define TRADE_FIRST_DAY "2026-11-01"
#define TRADE_LAST_DAY "2026-12-31"

/* What a party says; 0 or NULL: what is usual: 30,000 for £375,000.00. */
typedef struct
{
  const char *other_name;
  const char *number; /* account number of the other party */
  const char *quantity;
  const char *price;
  const char *more; /* further arguments, ", 'note': 'N'" */
} TradeTerms;

/* The year of ccts_new_allocated() on TRADE_DAY. */
Fixture *trade_new (GramRegistryKind kind);

/* Who owns the account at a place, and under which name. */
FixturePerson trade_owner (int place);
const char *trade_holder (int place);

/* Notifies as the owner of the transferor, or of the transferee. Answers the refusal's id, empty if it was done. */
const char *trade_gives (Fixture *self, int from, int to, const TradeTerms *terms);
const char *trade_takes (Fixture *self, int from, int to, const TradeTerms *terms);

/* The same, which has to be done; answers the number of the notification. */
gint64 trade_do_give (Fixture *self, int from, int to, const TradeTerms *terms);
gint64 trade_do_take (Fixture *self, int from, int to, const TradeTerms *terms);

/* A text of the last result. */
const char *trade_result (Fixture *self, const char *name);

/* Changes a notification as the owner of the account; @changes are arguments: "'price': '1.00'". */
const char *trade_amend (Fixture *self, int place, gint64 id, const char *changes);
const char *trade_withdraw (Fixture *self, int place, gint64 id);

/* The usual trade, notified by both; answers the trade. */
gint64 trade_match (Fixture *self);

/* The notification and the trade as they are stored. */
GramTradeNotificationRecord *trade_get (Fixture *self, gint64 id);
GramTradeRecord *trade_get_trade (Fixture *self, gint64 id);

/* Compares how a notification stands and with which other one. */
void trade_check (Fixture *self, gint64 id, GramTradeState state, gint64 other_id);

/* Compares what an account holds and has reserved. */
void trade_check_balances (Fixture *self, int place, gint64 held, gint64 reserved);

/* The notification as a person sees it; it has to be for them. */
GramTradeDetail *trade_detail (Fixture *self, FixturePerson who, gint64 id);

/* Puts the standing rule of the year on. */
void trade_set_rule (Fixture *self);

/* Claims the case of a trade as the case handler. */
void trade_claim (Fixture *self, gint64 trade_id);

/* trade.register or trade.refuse of one trade. */
const char *trade_decide (Fixture *self, FixturePerson who, const char *command, gint64 trade_id);

G_END_DECLS
