/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-trades.h"

#include "gram-argument-words.h"

#define NAME(flags_) { "name", "s", flags_, N_ ("Name of the other party") }
#define NUMBER(flags_) { "number", "s", flags_, N_ ("Account number of the other party") }
#define QUANTITY(flags_) { "quantity", "s", flags_, N_ ("Allowances, a whole number") }
#define PRICE(flags_) { "price", "s", flags_, N_ ("Price in all, in pounds, such as 375000.00") }
#define PRICE_REASON                                                                               \
  { "price-reason", "s", OPTIONAL, N_ ("Why nothing is paid; needed for a price of 0") }
#define AGREED_ON(flags_) { "agreed-on", "s", flags_, N_ ("Day on which it was agreed, ISO") }
#define NOTE { "note", "s", OPTIONAL, N_ ("A note of one’s own, which nobody else reads") }
#define NOTIFICATION { "notification", "x", REQUIRED, N_ ("Number of the notification") }
#define VERSION                                                                                    \
  { "version", "x", OPTIONAL, N_ ("Version that was looked at; refused if there is a newer one") }

const GramArgument gram_arguments_trade_notify[] = {
  ACCOUNT,
  { "year", "x", REQUIRED, N_ ("Scheme year of the allowances") },
  { "side", "s", REQUIRED, N_ ("What the account is: transferor or transferee") },
  NAME (REQUIRED),
  NUMBER (REQUIRED),
  QUANTITY (REQUIRED),
  PRICE (REQUIRED),
  PRICE_REASON,
  AGREED_ON (REQUIRED),
  NOTE,
  END,
};

const GramArgument gram_arguments_trade_amend[] = {
  ACCOUNT,
  NOTIFICATION,
  VERSION,
  NAME (OPTIONAL),
  NUMBER (OPTIONAL),
  QUANTITY (OPTIONAL),
  PRICE (OPTIONAL),
  PRICE_REASON,
  AGREED_ON (OPTIONAL),
  NOTE,
  END,
};

const GramArgument gram_arguments_trade_withdraw[] = {
  ACCOUNT, NOTIFICATION, VERSION, { "reason", "s", OPTIONAL, N_ ("Why, in a sentence") }, END,
};

const GramArgument gram_arguments_trade_decide[] = {
  { "trades", "ax", OPTIONAL, N_ ("Numbers of the trades") },
  { "notifications", "ax", OPTIONAL,
    N_ ("Own registry: notifications whose other party notified elsewhere") },
  REASON,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_trade_import[] = {
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE, N_ ("The signed file of a notification") },
  END,
};

const GramArgument gram_arguments_trade_set_key[] = {
  ACCOUNT,
  { "public-key", "s", REQUIRED, N_ ("Public key of the party, 64 hexadecimal digits") },
  END,
};
