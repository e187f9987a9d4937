/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-words.h"

#include "gram-ccts-choices.h"
#include "gram-ccts-conversion.h"
#include "gram-ccts-notice.h"
#include "gram-ccts-scenario.h"
#include "gram-ccts-trade.h"
#include "gram-ccts-year.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

static const GramWord pool_states[] = {
  { GRAM_POOL_GATHERING, "gathering" }, { GRAM_POOL_APPLIED, "applied" },
  { GRAM_POOL_GRANTED, "granted" },     { GRAM_POOL_DECLINED, "declined" },
  { GRAM_POOL_WITHDRAWN, "withdrawn" }, { GRAM_POOL_ENDED, "ended" },
};

static const GramWord trade_sides[] = {
  { GRAM_TRADE_TRANSFEROR, "transferor" },
  { GRAM_TRADE_TRANSFEREE, "transferee" },
};

static const GramWord trade_states[] = {
  { GRAM_TRADE_WAITING, "waiting" }, { GRAM_TRADE_DIFFERING, "differing" },
  { GRAM_TRADE_MATCHED, "matched" }, { GRAM_TRADE_REGISTERED, "registered" },
  { GRAM_TRADE_REFUSED, "refused" }, { GRAM_TRADE_WITHDRAWN, "withdrawn" },
  { GRAM_TRADE_VOID, "void" },
};

static const GramWord conversion_directions[] = {
  { GRAM_CONVERSION_FROM_CRTS, "from-crts" },
  { GRAM_CONVERSION_TO_CRTS, "to-crts" },
};

static const GramWord notice_payment_kinds[] = {
  { GRAM_NOTICE_PAYMENT, "payment" },
  { GRAM_NOTICE_REVERSAL, "reversal" },
  { GRAM_NOTICE_ONWARD, "onward" },
};

static const GramWord document_kinds[] = {
  { GRAM_DOCUMENT_PAYMENT_NOTICE, "payment-notice" },
  { GRAM_DOCUMENT_PUBLICATION, "publication" },
  { GRAM_DOCUMENT_INVOICE, "invoice" },
};

static const GramWord year_states[] = {
  { GRAM_CCTS_YEAR_COLLECTING, "collecting" },
  { GRAM_CCTS_YEAR_MEASURED, "measured" },
  { GRAM_CCTS_YEAR_ALLOCATED, "allocated" },
  { GRAM_CCTS_YEAR_WINDOW_OPEN, "window-open" },
  { GRAM_CCTS_YEAR_WINDOW_CLOSED, "window-closed" },
  { GRAM_CCTS_YEAR_ACCOUNTED, "accounted" },
  { GRAM_CCTS_YEAR_NOTICES, "notices" },
  { GRAM_CCTS_YEAR_CLOSED, "closed" },
};

static const GramWord year_verbs[] = {
  { GRAM_CCTS_YEAR_MEASURE, "measure" }, { GRAM_CCTS_YEAR_ALLOCATE, "allocate" },
  { GRAM_CCTS_YEAR_ACCOUNT, "account" }, { GRAM_CCTS_YEAR_ISSUE_NOTICE, "issue-notice" },
  { GRAM_CCTS_YEAR_CLOSE, "close" },     { GRAM_CCTS_YEAR_PUBLISH, "publish" },
};

static const GramWord year_needs[] = {
  { GRAM_CCTS_YEAR_NOT_OVER, "not-over" },
  { GRAM_CCTS_YEAR_CARS_WITHOUT_CO2, "cars-without-co2" },
  { GRAM_CCTS_YEAR_POOLS_UNDECIDED, "pools-undecided" },
  { GRAM_CCTS_YEAR_NOT_MEASURED, "not-measured" },
  { GRAM_CCTS_YEAR_CHANGED, "changed" },
  { GRAM_CCTS_YEAR_BASELINES_MISSING, "baselines-missing" },
  { GRAM_CCTS_YEAR_NOT_ALLOCATED, "not-allocated" },
  { GRAM_CCTS_YEAR_ALLOCATION_DIFFERS, "allocation-differs" },
  { GRAM_CCTS_YEAR_WINDOW_NOT_OVER, "window-not-over" },
  { GRAM_CCTS_YEAR_NOTIFICATIONS_LIVE, "notifications-live" },
  { GRAM_CCTS_YEAR_TRADES_MATCHED, "trades-matched" },
  { GRAM_CCTS_YEAR_NOT_ACCOUNTED, "not-accounted" },
  { GRAM_CCTS_YEAR_NOTICES_MISSING, "notices-missing" },
  { GRAM_CCTS_YEAR_NOT_PUBLISHED, "not-published" },
};

static const GramWord crts_fields[] = {
  { GRAM_CRTS_CARS, "cars" },         { GRAM_CRTS_ALLOCATED, "allocated" },
  { GRAM_CRTS_ACTIVITY, "activity" }, { GRAM_CRTS_HELD, "held" },
  { GRAM_CRTS_REQUIRED, "required" }, { GRAM_CRTS_BORROWED, "borrowed" },
};

static const GramWord due_countings[] = {
  { GRAM_DUE_DAY_ZERO, "day-zero" },
  { GRAM_DUE_CLEAR_DAYS, "clear-days" },
};

static const GramWord trade_prices[] = {
  { GRAM_TRADE_PRICE_TOTAL, "total" },
  { GRAM_TRADE_PRICE_EACH, "each" },
};

static const GramWord trade_form_fields[] = {
  { GRAM_TRADE_FORM_YEAR, "year" },
  { GRAM_TRADE_FORM_SIDE, "side" },
  { GRAM_TRADE_FORM_NAME, "name" },
  { GRAM_TRADE_FORM_NUMBER, "number" },
  { GRAM_TRADE_FORM_QUANTITY, "quantity" },
  { GRAM_TRADE_FORM_PRICE, "price" },
  { GRAM_TRADE_FORM_PRICE_REASON, "price-reason" },
  { GRAM_TRADE_FORM_AGREED_ON, "agreed-on" },
  { GRAM_TRADE_FORM_NOTE, "note" },
};

static const GramWord trade_fields[] = {
  { GRAM_TRADE_FIELD_TRANSFEROR_NAME, "transferor-name" },
  { GRAM_TRADE_FIELD_TRANSFEROR_NUMBER, "transferor-number" },
  { GRAM_TRADE_FIELD_TRANSFEREE_NAME, "transferee-name" },
  { GRAM_TRADE_FIELD_TRANSFEREE_NUMBER, "transferee-number" },
  { GRAM_TRADE_FIELD_QUANTITY, "quantity" },
  { GRAM_TRADE_FIELD_PRICE, "price" },
};

static const GramWord trade_verbs[] = {
  { GRAM_TRADE_AMEND, "amend" },   { GRAM_TRADE_WITHDRAW, "withdraw" },
  { GRAM_TRADE_MATCH, "match" },   { GRAM_TRADE_DIFFER, "differ" },
  { GRAM_TRADE_PART, "part" },     { GRAM_TRADE_REGISTER, "register" },
  { GRAM_TRADE_REFUSE, "refuse" }, { GRAM_TRADE_END, "end" },
};

static const GramWord notice_states[] = {
  { GRAM_PAYMENT_NOTICE_ISSUED, "issued" },     { GRAM_PAYMENT_NOTICE_PART_PAID, "part-paid" },
  { GRAM_PAYMENT_NOTICE_PAID, "paid" },         { GRAM_PAYMENT_NOTICE_OVERDUE, "overdue" },
  { GRAM_PAYMENT_NOTICE_APPEALED, "appealed" }, { GRAM_PAYMENT_NOTICE_WITHDRAWN, "withdrawn" },
};

static const GramWord notice_items[] = {
  { GRAM_PAYMENT_NOTICE_AMOUNT, "amount" },
  { GRAM_PAYMENT_NOTICE_DUE_ON, "due-on" },
  { GRAM_PAYMENT_NOTICE_PAYABLE_TO, "payable-to" },
  { GRAM_PAYMENT_NOTICE_HOW_TO_PAY, "how-to-pay" },
  { GRAM_PAYMENT_NOTICE_APPEAL_RIGHTS, "appeal-rights" },
};

static const GramWord notice_verbs[] = {
  { GRAM_PAYMENT_NOTICE_PAY, "pay" },
  { GRAM_PAYMENT_NOTICE_REVERSE, "reverse" },
  { GRAM_PAYMENT_NOTICE_FORWARD, "forward" },
  { GRAM_PAYMENT_NOTICE_APPEAL, "appeal" },
  { GRAM_PAYMENT_NOTICE_END_APPEAL, "end-appeal" },
  { GRAM_PAYMENT_NOTICE_WITHDRAW, "withdraw" },
  { GRAM_PAYMENT_NOTICE_REMIND, "remind" },
};

static const GramWord appeal_outcomes[] = {
  { GRAM_APPEAL_DISMISSED, "dismissed" },
  { GRAM_APPEAL_ALLOWED, "allowed" },
};

static const GramWord scenario_fields[] = {
  { GRAM_SCENARIO_BUY, "buy" },
  { GRAM_SCENARIO_BUY_PRICE, "buy-price" },
  { GRAM_SCENARIO_CONVERT, "convert" },
  { GRAM_SCENARIO_POOL_NUMBER, "pool-number" },
  { GRAM_SCENARIO_POOL_SURPLUS, "pool-surplus" },
  { GRAM_SCENARIO_POOL_COST, "pool-cost" },
};

static const GramWord scenario_ways[] = {
  { GRAM_SCENARIO_WAY_BUY, "buy" },
  { GRAM_SCENARIO_WAY_CONVERT, "convert" },
  { GRAM_SCENARIO_WAY_POOL, "pool" },
  { GRAM_SCENARIO_WAY_PAY, "pay" },
};

static const GramVocabulary vocabularies[] = {
  GRAM_VOCABULARY ("pool-state", pool_states),
  GRAM_VOCABULARY ("trade-side", trade_sides),
  GRAM_VOCABULARY ("trade-state", trade_states),
  GRAM_VOCABULARY ("conversion-direction", conversion_directions),
  GRAM_VOCABULARY ("notice-payment-kind", notice_payment_kinds),
  GRAM_VOCABULARY ("document-kind", document_kinds),
  GRAM_VOCABULARY ("year-state", year_states),
  GRAM_VOCABULARY ("year-verb", year_verbs),
  GRAM_VOCABULARY ("year-need", year_needs),
  GRAM_VOCABULARY ("crts-field", crts_fields),
  GRAM_VOCABULARY ("due-counting", due_countings),
  GRAM_VOCABULARY ("trade-price", trade_prices),
  GRAM_VOCABULARY ("trade-form-field", trade_form_fields),
  GRAM_VOCABULARY ("trade-field", trade_fields),
  GRAM_VOCABULARY ("trade-verb", trade_verbs),
  GRAM_VOCABULARY ("notice-state", notice_states),
  GRAM_VOCABULARY ("notice-item", notice_items),
  GRAM_VOCABULARY ("notice-verb", notice_verbs),
  GRAM_VOCABULARY ("appeal-outcome", appeal_outcomes),
  GRAM_VOCABULARY ("scenario-field", scenario_fields),
  GRAM_VOCABULARY ("scenario-way", scenario_ways),
};

const GramVocabulary *
_gram_ccts_vocabularies (gsize *n_vocabularies)
{
  *n_vocabularies = G_N_ELEMENTS (vocabularies);
  return vocabularies;
}

static const GramTitle pool_state_titles[] = {
  { GRAM_POOL_GATHERING, NC_ ("pool", "Members Agree") },
  { GRAM_POOL_APPLIED, NC_ ("pool", "Applied For") },
  { GRAM_POOL_GRANTED, NC_ ("pool", "Granted") },
  { GRAM_POOL_DECLINED, NC_ ("pool", "Declined") },
  { GRAM_POOL_WITHDRAWN, NC_ ("pool", "Withdrawn") },
  { GRAM_POOL_ENDED, NC_ ("pool", "Ended") },
};

static const GramTitle trade_side_titles[] = {
  { GRAM_TRADE_TRANSFEROR, NC_ ("trade", "Transferor") },
  { GRAM_TRADE_TRANSFEREE, NC_ ("trade", "Transferee") },
};

static const GramTitle trade_state_titles[] = {
  { GRAM_TRADE_WAITING, NC_ ("trade", "Waiting") },
  { GRAM_TRADE_DIFFERING, NC_ ("trade", "Does not match") },
  { GRAM_TRADE_MATCHED, NC_ ("trade", "Matched") },
  { GRAM_TRADE_REGISTERED, NC_ ("trade", "Registered") },
  { GRAM_TRADE_REFUSED, NC_ ("trade", "Refused") },
  { GRAM_TRADE_WITHDRAWN, NC_ ("trade", "Withdrawn") },
  { GRAM_TRADE_VOID, NC_ ("trade", "Void") },
};

static const GramTitle conversion_direction_titles[] = {
  { GRAM_CONVERSION_FROM_CRTS, NC_ ("conversion", "CRTS Allowances to CCTS Allowances") },
  { GRAM_CONVERSION_TO_CRTS, NC_ ("conversion", "CCTS Allowances to CRTS Credits") },
};

static const GramTitle notice_payment_kind_titles[] = {
  { GRAM_NOTICE_PAYMENT, NC_ ("payment notice", "Payment") },
  { GRAM_NOTICE_REVERSAL, NC_ ("payment notice", "Reversal") },
  { GRAM_NOTICE_ONWARD, NC_ ("payment notice", "Paid into the Consolidated Fund") },
};

static const GramTitle document_kind_titles[] = {
  { GRAM_DOCUMENT_PAYMENT_NOTICE, NC_ ("document", "Payment Notice") },
  { GRAM_DOCUMENT_PUBLICATION, NC_ ("document", "Publication") },
  { GRAM_DOCUMENT_INVOICE, NC_ ("document", "Invoice") },
};

const char *
gram_pool_state_title (GramPoolState state)
{
  return GRAM_TITLE ("pool", pool_state_titles, state);
}

const char *
gram_trade_side_title (GramTradeSide side)
{
  return GRAM_TITLE ("trade", trade_side_titles, side);
}

const char *
gram_trade_state_title (GramTradeState state)
{
  return GRAM_TITLE ("trade", trade_state_titles, state);
}

const char *
gram_conversion_direction_title (GramConversionDirection direction)
{
  return GRAM_TITLE ("conversion", conversion_direction_titles, direction);
}

const char *
gram_notice_payment_kind_title (GramNoticePaymentKind kind)
{
  return GRAM_TITLE ("payment notice", notice_payment_kind_titles, kind);
}

const char *
gram_document_kind_title (GramDocumentKind kind)
{
  return GRAM_TITLE ("document", document_kind_titles, kind);
}
