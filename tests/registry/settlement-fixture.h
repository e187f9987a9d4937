/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trade-fixture.h"

#include "gram-payment-notice-table.h"

G_BEGIN_DECLS

#define SETTLEMENT_SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

/* The three texts that a payment notice cannot do without. */
#define SETTLEMENT_TEXTS                                                                           \
  "'payable-to': 'The Vehicle Emissions Administrator', 'how-to-pay': 'By transfer to 12-34-56 "   \
  "12345678.', 'appeal-rights': 'Within 28 days to the First-tier Tribunal.'"

/* A registry in the trading window with Alpha alone: its fleet measured, and with a baseline allocated; NULL: no baseline. */
Fixture *settlement_new (const char *fleet, const char *baseline);

/* The participant at a place sends a command about CCTS_YEAR, with one amount. Answers the refusal's id. */
const char *settlement_surrender (Fixture *self, int place, const char *quantity);
const char *settlement_request (Fixture *self, int place, const char *crts);
const char *settlement_to_crts (Fixture *self, int place, const char *allowances);

/* Enters the position in the CRTS of Alpha: "50000", "36000", "30000.5" … */
void settlement_position (Fixture *self,
                          const char *allocated,
                          const char *activity,
                          const char *held,
                          const char *required,
                          const char *borrowed);

/* It is 4 January after the window, and the year is accounted for. */
void settlement_account (Fixture *self);

/* The administrator gives the notice of an account; @more are further arguments, "" none. Answers the refusal's id. */
const char *settlement_issue (Fixture *self, int place, const char *due_on, const char *more);

/* Sends a command about the notice 1 of Alpha; @more are its other arguments: "'amount': '1.00'". */
const char *
settlement_notice (Fixture *self, FixturePerson who, const char *command, const char *more);

/* The notice as it is stored. */
GramPaymentNoticeRecord *settlement_get (Fixture *self, gint64 id);

/* A text of the last result, compared. */
void settlement_check_result (Fixture *self, const char *name, const char *value);

/* Balances in pounds of an account: owed, and in favour; pence. */
void settlement_check_money (Fixture *self, int place, gint64 charges, gint64 in_favour);

G_END_DECLS
