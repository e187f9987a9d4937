/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-words.h"

#include "gram-ccs-fleet.h"
#include "gram-credit-transfer.h"
#include "gram-payment-match.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

static const GramWord charge_kinds[] = {
  { GRAM_CHARGE_PAYG, "payg" },
  { GRAM_CHARGE_FLEET_AVERAGE, "fleet-average" },
  { GRAM_CHARGE_CARRIED, "carried" },
  { GRAM_CHARGE_SHORT, "short" },
};

static const GramWord charge_states[] = {
  { GRAM_CHARGE_DUE, "due" },
  { GRAM_CHARGE_OVERDUE, "overdue" },
  { GRAM_CHARGE_SETTLED, "settled" },
};

static const GramWord settlement_kinds[] = {
  { GRAM_CHARGE_SETTLEMENT_CREDIT, "credit" },
  { GRAM_CHARGE_SETTLEMENT_MONEY, "money" },
  { GRAM_CHARGE_SETTLEMENT_IN_FAVOUR, "in-favour" },
  { GRAM_CHARGE_SETTLEMENT_CORRECTION, "correction" },
  { GRAM_CHARGE_SETTLEMENT_CARRY, "carry" },
  { GRAM_CHARGE_SETTLEMENT_BEFORE, "before" },
};

static const GramWord payment_kinds[] = {
  { GRAM_PAYMENT_RECEIVED, "payment" },
  { GRAM_PAYMENT_REVERSAL, "reversal" },
  { GRAM_PAYMENT_PAY_BACK, "pay-back" },
};

static const GramWord borrowing_states[] = {
  { GRAM_BORROWING_ASKED, "asked" },       { GRAM_BORROWING_APPROVED, "approved" },
  { GRAM_BORROWING_DECLINED, "declined" }, { GRAM_BORROWING_WITHDRAWN, "withdrawn" },
  { GRAM_BORROWING_SETTLED, "settled" },
};

static const GramWord credit_transfer_states[] = {
  { GRAM_CREDIT_TRANSFER_OFFERED, "offered" },   { GRAM_CREDIT_TRANSFER_ACCEPTED, "accepted" },
  { GRAM_CREDIT_TRANSFER_DECLINED, "declined" }, { GRAM_CREDIT_TRANSFER_CANCELLED, "cancelled" },
  { GRAM_CREDIT_TRANSFER_LAPSED, "lapsed" },
};

static const GramWord credit_uses[] = {
  { GRAM_CREDIT_USE_NONE, "none" },
  { GRAM_CREDIT_USE_OLDEST, "oldest" },
  { GRAM_CREDIT_USE_CHOSEN, "chosen" },
};

static const GramWord credit_transfer_fields[] = {
  { GRAM_CREDIT_TRANSFER_DIRECTION, "direction" }, { GRAM_CREDIT_TRANSFER_NUMBER, "number" },
  { GRAM_CREDIT_TRANSFER_NAME, "name" },           { GRAM_CREDIT_TRANSFER_KIND, "kind" },
  { GRAM_CREDIT_TRANSFER_CREDITS, "credits" },     { GRAM_CREDIT_TRANSFER_YEARS, "years" },
  { GRAM_CREDIT_TRANSFER_REFERENCE, "reference" },
};

static const GramWord credit_transfer_directions[] = {
  { GRAM_CREDIT_TRANSFER_OUT, "out" },
  { GRAM_CREDIT_TRANSFER_IN, "in" },
};

static const GramWord credit_transfer_verbs[] = {
  { GRAM_CREDIT_TRANSFER_ACCEPT, "accept" },
  { GRAM_CREDIT_TRANSFER_DECLINE, "decline" },
  { GRAM_CREDIT_TRANSFER_CANCEL, "cancel" },
  { GRAM_CREDIT_TRANSFER_LAPSE, "lapse" },
};

static const GramWord fleet_states[] = {
  { GRAM_FLEET_GROWING, "growing" },   { GRAM_FLEET_OVER, "over" },
  { GRAM_FLEET_INVOICED, "invoiced" }, { GRAM_FLEET_OVERDUE, "overdue" },
  { GRAM_FLEET_SETTLED, "settled" },
};

static const GramWord fleet_needs[] = {
  { GRAM_FLEET_NOT_OVER, "not-over" },
  { GRAM_FLEET_NOT_SETTLED, "not-settled" },
  { GRAM_FLEET_CHANGED, "changed" },
  { GRAM_FLEET_OUTSTANDING, "outstanding" },
  { GRAM_FLEET_BORROWING_ASKED, "borrowing-asked" },
};

static const GramWord borrowing_verbs[] = {
  { GRAM_BORROWING_APPROVE, "approve" },
  { GRAM_BORROWING_DECLINE, "decline" },
  { GRAM_BORROWING_WITHDRAW, "withdraw" },
  { GRAM_BORROWING_SETTLE, "settle" },
};

static const GramWord payment_certainties[] = {
  { GRAM_PAYMENT_MATCH_NONE, "none" },
  { GRAM_PAYMENT_MATCH_LIKELY, "likely" },
  { GRAM_PAYMENT_MATCH_CERTAIN, "certain" },
};

static const GramWord payment_reasons[] = {
  { GRAM_PAYMENT_REASON_NOTHING, "nothing" },
  { GRAM_PAYMENT_REASON_SEVERAL, "several" },
  { GRAM_PAYMENT_REASON_CONTRADICTION, "contradiction" },
  { GRAM_PAYMENT_REASON_NUMBER, "number" },
  { GRAM_PAYMENT_REASON_INVOICE, "invoice" },
  { GRAM_PAYMENT_REASON_AMOUNT, "amount" },
  { GRAM_PAYMENT_REASON_PAYER, "payer" },
};

static const GramVocabulary vocabularies[] = {
  GRAM_VOCABULARY ("charge-kind", charge_kinds),
  GRAM_VOCABULARY ("charge-state", charge_states),
  GRAM_VOCABULARY ("charge-settlement-kind", settlement_kinds),
  GRAM_VOCABULARY ("payment-kind", payment_kinds),
  GRAM_VOCABULARY ("borrowing-state", borrowing_states),
  GRAM_VOCABULARY ("credit-transfer-state", credit_transfer_states),
  GRAM_VOCABULARY ("credit-use", credit_uses),
  GRAM_VOCABULARY ("credit-transfer-field", credit_transfer_fields),
  GRAM_VOCABULARY ("credit-transfer-direction", credit_transfer_directions),
  GRAM_VOCABULARY ("credit-transfer-verb", credit_transfer_verbs),
  GRAM_VOCABULARY ("fleet-state", fleet_states),
  GRAM_VOCABULARY ("fleet-need", fleet_needs),
  GRAM_VOCABULARY ("borrowing-verb", borrowing_verbs),
  GRAM_VOCABULARY ("payment-certainty", payment_certainties),
  GRAM_VOCABULARY ("payment-reason", payment_reasons),
};

const GramVocabulary *
_gram_ccs_vocabularies (gsize *n_vocabularies)
{
  *n_vocabularies = G_N_ELEMENTS (vocabularies);
  return vocabularies;
}

static const GramTitle charge_kind_titles[] = {
  { GRAM_CHARGE_PAYG, NC_ ("charge", "Pay As You Go") },
  { GRAM_CHARGE_FLEET_AVERAGE, NC_ ("charge", "Fleet Average") },
  { GRAM_CHARGE_CARRIED, NC_ ("charge", "Carried Over") },
  { GRAM_CHARGE_SHORT, NC_ ("charge", "Credits Used Before a Correction") },
};

static const GramTitle charge_state_titles[] = {
  { GRAM_CHARGE_DUE, NC_ ("charge", "Due") },
  { GRAM_CHARGE_OVERDUE, NC_ ("charge", "Overdue") },
  { GRAM_CHARGE_SETTLED, NC_ ("charge", "Settled") },
};

static const GramTitle settlement_kind_titles[] = {
  { GRAM_CHARGE_SETTLEMENT_CREDIT, NC_ ("charge", "Credits") },
  { GRAM_CHARGE_SETTLEMENT_MONEY, NC_ ("charge", "Payment") },
  { GRAM_CHARGE_SETTLEMENT_IN_FAVOUR, NC_ ("charge", "Money in Favour") },
  { GRAM_CHARGE_SETTLEMENT_CORRECTION, NC_ ("charge", "Correction") },
  { GRAM_CHARGE_SETTLEMENT_CARRY, NC_ ("charge", "Borrowed") },
  { GRAM_CHARGE_SETTLEMENT_BEFORE, NC_ ("charge", "Paid Earlier") },
};

static const GramTitle payment_kind_titles[] = {
  { GRAM_PAYMENT_RECEIVED, NC_ ("payment", "Payment") },
  { GRAM_PAYMENT_REVERSAL, NC_ ("payment", "Reversal") },
  { GRAM_PAYMENT_PAY_BACK, NC_ ("payment", "Paid Back") },
};

static const GramTitle borrowing_state_titles[] = {
  { GRAM_BORROWING_ASKED, NC_ ("borrowing", "Asked For") },
  { GRAM_BORROWING_APPROVED, NC_ ("borrowing", "Approved") },
  { GRAM_BORROWING_DECLINED, NC_ ("borrowing", "Declined") },
  { GRAM_BORROWING_WITHDRAWN, NC_ ("borrowing", "Withdrawn") },
  { GRAM_BORROWING_SETTLED, NC_ ("borrowing", "Settled") },
};

static const GramTitle credit_transfer_state_titles[] = {
  { GRAM_CREDIT_TRANSFER_OFFERED, NC_ ("transfer", "Offered") },
  { GRAM_CREDIT_TRANSFER_ACCEPTED, NC_ ("transfer", "Accepted") },
  { GRAM_CREDIT_TRANSFER_DECLINED, NC_ ("transfer", "Declined") },
  { GRAM_CREDIT_TRANSFER_CANCELLED, NC_ ("transfer", "Cancelled") },
  { GRAM_CREDIT_TRANSFER_LAPSED, NC_ ("transfer", "Lapsed") },
};

const char *
gram_charge_kind_title (GramChargeKind kind)
{
  return GRAM_TITLE ("charge", charge_kind_titles, kind);
}

const char *
gram_charge_state_title (GramChargeState state)
{
  return GRAM_TITLE ("charge", charge_state_titles, state);
}

const char *
gram_charge_settlement_kind_title (GramChargeSettlementKind kind)
{
  return GRAM_TITLE ("charge", settlement_kind_titles, kind);
}

const char *
gram_payment_kind_title (GramPaymentKind kind)
{
  return GRAM_TITLE ("payment", payment_kind_titles, kind);
}

const char *
gram_borrowing_state_title (GramBorrowingState state)
{
  return GRAM_TITLE ("borrowing", borrowing_state_titles, state);
}

const char *
gram_credit_transfer_state_title (GramCreditTransferState state)
{
  return GRAM_TITLE ("transfer", credit_transfer_state_titles, state);
}
