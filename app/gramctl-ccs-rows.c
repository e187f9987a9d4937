/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccs-rows.h"

void
gramctl_row_fill_charge (GramctlRow *self, const GramChargeRow *charge)
{
  const GramChargeRecord *record = charge->record;

  gramctl_row_set_number (self, "charge", charge->id);
  gramctl_row_set_text (self, "account", record->number);
  gramctl_row_set_text (self, "holder", record->holder);
  gramctl_row_set_word (self, "kind", "charge-kind", (int)record->kind);
  gramctl_row_set_word (self, "state", "charge-state", (int)charge->state);
  gramctl_row_set_number (self, "year", record->year);
  gramctl_row_set_number (self, "vehicles", record->vehicles);
  gramctl_row_set_decimal (self, "grams", record->grams);
  gramctl_row_set_decimal (self, "rate", record->rate);
  gramctl_row_set_decimal (self, "amount", record->amount);
  gramctl_row_set_decimal (self, "grams-back", record->grams_back);
  gramctl_row_set_decimal (self, "amount-back", record->amount_back);
  gramctl_row_set_decimal (self, "credits", record->credits);
  gramctl_row_set_decimal (self, "outstanding", record->outstanding);
  gramctl_row_set_text (self, "arisen-on", record->arisen_on);
  gramctl_row_set_text (self, "due-on", record->due_on);
  gramctl_row_set_number (self, "overdue-days", charge->overdue_days);
  gramctl_row_set_text (self, "settled-on", record->settled_on);
  gramctl_row_set_text (self, "reference", record->reference);
  gramctl_row_set_number (self, "document", record->document_id);
  gramctl_row_set_text (self, "rulebook", record->rulebook);
  gramctl_row_set_number (self, "posting", record->posting_id);
  gramctl_row_set_number (self, "version", record->version);
}

void
gramctl_row_fill_charge_settlement (GramctlRow *self, const GramChargeSettlementRecord *settlement)
{
  gramctl_row_set_word (self, "kind", "charge-settlement-kind", (int)settlement->kind);
  gramctl_row_set_decimal (self, "value", settlement->value);
  gramctl_row_set_decimal (self, "grams", settlement->grams);
  gramctl_row_set_number (self, "year", settlement->year);
  gramctl_row_set_decimal (self, "credits", settlement->credits);
  gramctl_row_set_text (self, "settled-on", settlement->settled_on);
  gramctl_row_set_number (self, "payment", settlement->payment_id);
  gramctl_row_set_number (self, "posting", settlement->posting_id);
  gramctl_row_set_text (self, "person", settlement->person);
  gramctl_row_set_text (self, "reference", settlement->reference);
}

void
gramctl_row_fill_payment (GramctlRow *self, const GramPaymentRow *payment)
{
  const GramPaymentRecord *record = payment->record;

  gramctl_row_set_number (self, "payment", payment->id);
  gramctl_row_set_text (self, "account", record->number);
  gramctl_row_set_text (self, "holder", record->holder);
  gramctl_row_set_word (self, "kind", "payment-kind", (int)record->kind);
  gramctl_row_set_decimal (self, "amount", record->amount);
  gramctl_row_set_decimal (self, "in-favour", record->in_favour);
  gramctl_row_set_text (self, "paid-on", record->paid_on);
  gramctl_row_set_text (self, "reference", record->reference);
  gramctl_row_set_text (self, "payer", record->payer);
  gramctl_row_set_text (self, "bank-key", record->bank_key);
  gramctl_row_set_number (self, "reverses", record->reverses);
  gramctl_row_set_number (self, "reversed-by", record->reversed_by);
  gramctl_row_set_text (self, "reason", record->reason);
  gramctl_row_set_instant (self, "at", record->at);
  gramctl_row_set_text (self, "person", record->person);
  gramctl_row_set_number (self, "posting", record->posting_id);
}

static void
fill_balance (GramctlRow *self, const GramChargeBalance *balance)
{
  gramctl_row_set_number (self, "year", balance->year);
  gramctl_row_set_text (self, "lapses-on", balance->lapses_on);
  gramctl_row_set_decimal (self, "held", balance->held);
  gramctl_row_set_decimal (self, "earned", balance->earned);
  gramctl_row_set_decimal (self, "used", balance->used);
}

void
gramctl_row_fill_accept_bill (GramctlRow *self, const GramAcceptBill *bill)
{
  gramctl_row_set_boolean (self, "fleet-average", bill->fleet_average);
  gramctl_row_set_number (self, "year", bill->year);
  gramctl_row_set_decimal (self, "rate", bill->rate);
  gramctl_row_set_number (self, "asked", bill->asked);
  gramctl_row_set_number (self, "vehicles", bill->vehicles);
  gramctl_row_set_number (self, "without-figure", bill->without_figure);
  gramctl_row_set_number (self, "credit-vehicles", bill->credit_vehicles);
  gramctl_row_set_number (self, "charge-vehicles", bill->charge_vehicles);
  gramctl_row_set_decimal (self, "credits", bill->credits);
  gramctl_row_set_decimal (self, "grams", bill->excess);
  gramctl_row_set_decimal (self, "amount", bill->amount);
  gramctl_row_set_list (self, "balances", bill->balances, (GramctlFill)fill_balance);
  gramctl_row_set_decimal (self, "offset", bill->offset);
  gramctl_row_set_decimal (self, "discharged", bill->discharged);
  gramctl_row_set_decimal (self, "outstanding", bill->outstanding);
  gramctl_row_set_decimal (self, "pending", bill->pending);
  gramctl_row_set_decimal (self, "in-favour", bill->in_favour);
  gramctl_row_set_text (self, "expect", bill->digest);
  if (bill->credits_refusal != NULL)
    gramctl_row_set_text (self, "credits-refused", bill->credits_refusal->message);
  if (bill->refusal != NULL)
    gramctl_row_set_text (self, "refused", bill->refusal->message);
}

void
gramctl_row_fill_credit_year (GramctlRow *self, const GramCreditYear *year)
{
  gramctl_row_set_number (self, "year", year->year);
  gramctl_row_set_text (self, "unit", year->unit);
  gramctl_row_set_decimal (self, "available", year->available);
  gramctl_row_set_decimal (self, "reserved", year->reserved);
  gramctl_row_set_text (self, "last-day", year->last_day);
  gramctl_row_set_number (self, "days-left", year->days_left);
  gramctl_row_set_number (self, "warning", year->warning);
}

void
gramctl_row_fill_credit_lapse (GramctlRow *self, const GramCreditLapse *lapse)
{
  gramctl_row_set_text (self, "on", lapse->on);
  gramctl_row_set_decimal (self, "credits", lapse->credits);
  gramctl_row_set_number (self, "first-year", lapse->first_year);
  gramctl_row_set_number (self, "last-year", lapse->last_year);
  gramctl_row_set_number (self, "days-left", lapse->days_left);
  gramctl_row_set_number (self, "warning", lapse->warning);
  gramctl_row_set_text (self, "warned-on", lapse->warned_on);
}

void
gramctl_row_fill_transfer (GramctlRow *self, const GramCreditTransferRow *transfer)
{
  const GramCreditTransferRecord *record = transfer->record;

  gramctl_row_set_number (self, "transfer", transfer->id);
  gramctl_row_set_word (self, "state", "credit-transfer-state", (int)record->state);
  gramctl_row_set_text (self, "from", record->from_number);
  gramctl_row_set_text (self, "from-name", record->from_name);
  gramctl_row_set_word (self, "from-kind", "account-kind", (int)record->from_kind);
  gramctl_row_set_text (self, "to", record->to_number);
  gramctl_row_set_text (self, "to-name", record->to_name);
  gramctl_row_set_word (self, "to-kind", "account-kind", (int)record->to_kind);
  gramctl_row_set_decimal (self, "credits", record->credits);
  gramctl_row_set_decimal (self, "received", record->received);
  gramctl_row_set_text (self, "reference", record->reference);
  gramctl_row_set_instant (self, "offered-at", record->offered_at);
  gramctl_row_set_text (self, "lapses-on", record->lapses_on);
  gramctl_row_set_number (self, "days-left", transfer->days_left);
  gramctl_row_set_instant (self, "ended-at", record->ended_at);
  gramctl_row_set_text (self, "end-reason", record->end_reason);
  gramctl_row_set_text (self, "rulebook", record->rulebook);
  gramctl_row_set_number (self, "version", record->version);
}

void
gramctl_row_fill_fleet_year (GramctlRow *self, const GramFleetYearRow *year)
{
  gramctl_row_set_text (self, "account", year->number);
  gramctl_row_set_text (self, "holder", year->holder);
  gramctl_row_set_number (self, "year", year->year);
  gramctl_row_set_text (self, "state", year->state);
  gramctl_row_set_number (self, "vehicles", year->vehicles);
  gramctl_row_set_decimal (self, "net", year->net);
  gramctl_row_set_decimal (self, "rate", year->rate);
  gramctl_row_set_decimal (self, "amount", year->amount);
  gramctl_row_set_decimal (self, "credits", year->credits);
  gramctl_row_set_decimal (self, "carried-in", year->carried_in);
  gramctl_row_set_decimal (self, "carried-met", year->carried_met);
  gramctl_row_set_number (self, "runs", year->runs);
  gramctl_row_set_decimal (self, "settled-credits", year->settled_credits);
  gramctl_row_set_decimal (self, "settled-amount", year->settled_amount);
  gramctl_row_set_decimal (self, "outstanding", year->outstanding);
  gramctl_row_set_text (self, "due-on", year->due_on);
  gramctl_row_set_number (self, "overdue-days", year->overdue_days);
  gramctl_row_set_instant (self, "settled-at", year->settled_at);
  gramctl_row_set_number (self, "document", year->document_id);
  gramctl_row_set_boolean (self, "differs", year->differs);
}

void
gramctl_row_fill_borrowing (GramctlRow *self, const GramBorrowingRow *borrowing)
{
  gramctl_row_set_number (self, "borrowing", borrowing->id);
  gramctl_row_set_text (self, "account", borrowing->number);
  gramctl_row_set_text (self, "holder", borrowing->holder);
  gramctl_row_set_number (self, "charge", borrowing->charge_id);
  gramctl_row_set_text (self, "state", borrowing->state);
  gramctl_row_set_number (self, "from-year", borrowing->from_year);
  gramctl_row_set_decimal (self, "grams", borrowing->grams);
  gramctl_row_set_decimal (self, "value", borrowing->value);
  gramctl_row_set_decimal (self, "rate", borrowing->rate);
  gramctl_row_set_decimal (self, "met", borrowing->met);
  gramctl_row_set_text (self, "reason", borrowing->reason);
  gramctl_row_set_text (self, "asked-by", borrowing->asked_name);
  gramctl_row_set_instant (self, "asked-at", borrowing->asked_at);
  gramctl_row_set_text (self, "decided-by", borrowing->decided_name);
  gramctl_row_set_instant (self, "decided-at", borrowing->decided_at);
  gramctl_row_set_text (self, "decision-reason", borrowing->decision_reason);
  gramctl_row_set_text (self, "reference", borrowing->reference);
  gramctl_row_set_number (self, "case", borrowing->case_id);
  gramctl_row_set_list (self, "allows", borrowing->allows, (GramctlFill)gramctl_row_fill_allow);
}

void
gramctl_row_fill_bank_line (GramctlRow *self, const GramBankLine *line)
{
  gramctl_row_set_number (self, "row", line->row);
  gramctl_row_set_text (self, "key", line->key);
  gramctl_row_set_text (self, "state", gram_bank_line_state_to_word (line->state));
  gramctl_row_set_text (self, "paid-on", line->paid_on);
  gramctl_row_set_decimal (self, "amount", line->amount);
  gramctl_row_set_text (self, "payer", line->payer);
  gramctl_row_set_text (self, "text", line->text);
  gramctl_row_set_text (self, "account", line->number);
  gramctl_row_set_text (self, "holder", line->holder);
  gramctl_row_set_decimal (self, "outstanding", line->outstanding);
  gramctl_row_set_number (self, "charge", line->charge_id);
  gramctl_row_set_number (self, "payment", line->payment_id);
  gramctl_row_set_text (self, "choice", line->choice);
  gramctl_row_set_text (self, "why", line->why);
}

void
gramctl_row_fill_figure (GramctlRow *self, const GramCcsFigure *figure)
{
  gramctl_row_set_number (self, "year", figure->year);
  gramctl_row_set_grams (self, "exact-target-g-km", figure->exact_target_micro);
  gramctl_row_set_decimal (self, "target-g-km", figure->target);
  gramctl_row_set_decimal (self, "difference-g-km", figure->difference);
  gramctl_row_set_decimal (self, "credit-g", figure->credit);
  gramctl_row_set_decimal (self, "charge-g", figure->charge);
  gramctl_row_set_decimal (self, "rate-nzd-per-g", figure->rate_cents);
  gramctl_row_set_decimal (self, "amount-nzd", figure->amount_cents);
}
