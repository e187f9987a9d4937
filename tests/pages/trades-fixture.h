/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-fixture.h"

#include "gram-trade-table.h"
#include "gram-trades-page-private.h"

G_BEGIN_DECLS

/*
 * What tests of trades share: a practice registry in the trading window of 2025, in which Alpha Motors plc and Beta Cars Ltd
 * have traded. Each test gets a copy of it.
 */

#define TRADES_TODAY "2026-12-19"
#define TRADES_ALPHA "owner@example.org"
#define TRADES_BETA "stranger@example.org"
#define TRADES_DELTA "granter@example.org"
#define TRADES_ADMINISTRATOR "administrator@example.org"
#define TRADES_HANDLER "handler@example.org"

/* Notifications, and the trade, as they were made. */
typedef struct
{
  gint64 registered; /* Alpha gives Beta 5,000, and so on */
  gint64 refused;    /* 7,000 */
  gint64 withdrawn;  /* 6,000 */
  gint64 differing;  /* Alpha says 30,000 for £375,000.00 … */
  gint64 other;      /* … and Beta says 29,000 for £362,500.00 */
  gint64 matched;    /* 2,000, waits for the administrator */
  gint64 waiting;    /* 9,000, Beta has said nothing */
  gint64 naming;     /* Beta gives Alpha 12,000, Alpha has said nothing */
  char *alpha;       /* account numbers */
  char *beta;
  char *delta; /* has no cars, and no trades */
} TradesMade;

extern TradesMade made;

/* Makes the registry that each test gets a copy of; before the first test, and when all are done. */
void trades_begin (void);
void trades_end (void);

/* A copy with somebody signed in, on the account of Alpha or Beta if they are of one. */
void trades_set_up (AccountFixture *self, gconstpointer email);
void trades_tear_down (AccountFixture *self, gconstpointer data);

/* Somebody else signs in at the same window. */
void trades_become (AccountFixture *self, const char *email);

/* Shows the page in a window of its own, when its list and its counts are there; whether they are. */
GramTradesPage *trades_show (AccountFixture *self, int width, int height);
gboolean trades_is_known (gpointer page);

/* A dialog above the page; all of them go. */
void trades_present (AccountFixture *self, AdwDialog *dialog);
void trades_close_dialogs (AccountFixture *self);

/* Selects the row of a notification, which has to be in the list. */
void trades_select (GramTradesPage *page, gint64 notification_id);

/* Waits until a notification is in a state, as the registry has it. */
void trades_wait_state (AccountFixture *self, gint64 notification_id, GramTradeState state);

G_END_DECLS
