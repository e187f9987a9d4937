/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-words.h"

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
};

static const GramVocabulary vocabularies[] = {
  GRAM_VOCABULARY ("pool-state", pool_states),
  GRAM_VOCABULARY ("trade-side", trade_sides),
  GRAM_VOCABULARY ("trade-state", trade_states),
  GRAM_VOCABULARY ("conversion-direction", conversion_directions),
  GRAM_VOCABULARY ("notice-payment-kind", notice_payment_kinds),
  GRAM_VOCABULARY ("document-kind", document_kinds),
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
  { GRAM_TRADE_DIFFERING, NC_ ("trade", "Differing") },
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
