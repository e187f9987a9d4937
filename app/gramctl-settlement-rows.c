/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccts-rows.h"

#include "gram-ccts-activity.h"

#define ACTIVITY(row, key, value)                                                                  \
  gramctl_row_set_scaled (row, key, value, GRAM_CCTS_SCALE_ACTIVITY, 0)
#define CRTS(row, key, value) gramctl_row_set_scaled (row, key, value, GRAM_CCTS_SCALE_CRTS, 0)

void
gramctl_row_fill_notification (GramctlRow *self, const GramTradeNotificationRecord *record)
{
  gramctl_row_set_number (self, "id", record->id);
  gramctl_row_set_number (self, "year", record->year);
  gramctl_row_set_text (self, "account", record->number);
  gramctl_row_set_text (self, "holder", record->holder);
  gramctl_row_set_word (self, "side", "trade-side", (int)record->side);
  gramctl_row_set_word (self, "state", "trade-state", (int)record->state);
  gramctl_row_set_text (self, "transferor-name", record->transferor_name);
  gramctl_row_set_text (self, "transferor-number", record->transferor_number);
  gramctl_row_set_text (self, "transferee-name", record->transferee_name);
  gramctl_row_set_text (self, "transferee-number", record->transferee_number);
  gramctl_row_set_number (self, "quantity", record->quantity);
  gramctl_row_set_decimal (self, "price", record->price);
  gramctl_row_set_text (self, "price-reason", record->price_reason);
  gramctl_row_set_text (self, "agreed-on", record->agreed_on);
  gramctl_row_set_text (self, "note", record->note);
  gramctl_row_set_number (self, "trade", record->trade_id);
  gramctl_row_set_instant (self, "notified-at", record->notified_at);
  gramctl_row_set_instant (self, "ended-at", record->ended_at);
  gramctl_row_set_text (self, "end-reason", record->end_reason);
  gramctl_row_set_number (self, "version", record->version);
}

void
gramctl_row_fill_trade (GramctlRow *self, const GramTradeRow *trade)
{
  gramctl_row_fill_notification (self, trade->record);
  gramctl_row_set_number (self, "days-left", trade->days_left);
  gramctl_row_set_text (self, "window-closes", trade->window_ends);
}

void
gramctl_row_fill_trade_change (GramctlRow *self, const GramTradeChange *change)
{
  gramctl_row_set_number (self, "version", change->version);
  gramctl_row_set_text (self, "field", change->field);
  gramctl_row_set_text (self, "old", change->old_value);
  gramctl_row_set_text (self, "new", change->new_value);
  gramctl_row_set_instant (self, "at", change->at);
  gramctl_row_set_text (self, "person", change->person);
}

static void
fill_test (GramctlRow *self, const GramCctsTestResult *test)
{
  gramctl_row_set_text (self, "article", test->article);
  gramctl_row_set_text (self, "title", test->title);
  gramctl_row_set_boolean (self, "met", test->ok);
  CRTS (self, "left", test->left);
  CRTS (self, "right", test->right);
  gramctl_row_set_text (self, "sentence", test->sentence);
}

static void
fill_standing (GramctlRow *self, const GramCrtsStanding *standing)
{
  CRTS (self, "allocated", standing->position.allocated);
  CRTS (self, "activity", standing->position.activity);
  CRTS (self, "held", standing->position.held);
  CRTS (self, "required", standing->position.required);
  CRTS (self, "borrowed", standing->position.borrowed);
  CRTS (self, "converted", standing->converted);
  gramctl_row_set_number (self, "most", standing->most.most);
  gramctl_row_set_number (self, "allowances-for-one", standing->ratio);
  gramctl_row_set_text (self, "source", standing->source);
  gramctl_row_set_text (self, "dated-on", standing->dated_on);
  if (standing->tests != NULL)
    gramctl_row_set_list (self, "tests", standing->tests, (GramctlFill)fill_test);
}

void
gramctl_row_fill_allowances (GramctlRow *self, const GramAllowanceYear *year)
{
  gramctl_row_set_number (self, "year", year->year);
  gramctl_row_set_boolean (self, "measured", year->measured);
  gramctl_row_set_boolean (self, "participant", year->participant);
  gramctl_row_set_number (self, "pool", year->pool_id);
  gramctl_row_set_text (self, "member-of", year->member_of);
  gramctl_row_set_number (self, "cars", year->cars);
  ACTIVITY (self, "activity", year->activity);
  gramctl_row_set_number (self, "allocated", year->allocated);
  gramctl_row_set_number (self, "acquired", year->acquired);
  gramctl_row_set_number (self, "traded-in", year->traded_in);
  gramctl_row_set_number (self, "traded-out", year->traded_out);
  gramctl_row_set_number (self, "available", year->available);
  gramctl_row_set_number (self, "reserved", year->reserved);
  gramctl_row_set_number (self, "surrendered", year->surrendered);
  gramctl_row_set_number (self, "converted", year->converted);
  gramctl_row_set_number (self, "lapsed", year->lapsed);
  gramctl_row_set_number (self, "surrender-limit", year->surrender_limit);
  ACTIVITY (self, "shortfall", year->shortfall);
  ACTIVITY (self, "shortfall-left", year->shortfall_left);
  gramctl_row_set_decimal (self, "payment", year->payment);
  gramctl_row_set_boolean (self, "accounted", year->accounted);
  gramctl_row_set_boolean (self, "closed", year->closed);
  gramctl_row_set_date (self, "window-opens", year->window.first);
  gramctl_row_set_date (self, "window-closes", year->window.last);
  gramctl_row_set_date (self, "surrender-by", year->surrender_by);
  gramctl_row_set_number (self, "days-left", year->days_left);
  gramctl_row_set_number (self, "notice", year->notice_id);
  gramctl_row_set_record (self, "crts", year->crts.known ? &year->crts : NULL,
                          (GramctlFill)fill_standing);
}

void
gramctl_row_fill_settlement (GramctlRow *self, const GramSettlementRow *settlement)
{
  gramctl_row_set_number (self, "id", settlement->id);
  gramctl_row_set_text (self, "kind", settlement->kind);
  gramctl_row_set_number (self, "year", settlement->year);
  gramctl_row_set_text (self, "account", settlement->account);
  gramctl_row_set_text (self, "holder", settlement->holder);
  gramctl_row_set_number (self, "allowances", settlement->allowances);
  CRTS (self, "crts", settlement->crts);
  gramctl_row_set_number (self, "ratio", settlement->ratio);
  gramctl_row_set_text (self, "reference", settlement->reference);
  gramctl_row_set_number (self, "posting", settlement->posting_id);
  gramctl_row_set_instant (self, "at", settlement->at);
}

void
gramctl_row_fill_payment_notice (GramctlRow *self, const GramPaymentNoticeRow *notice)
{
  const GramPaymentNoticeRecord *record = notice->record;

  gramctl_row_set_number (self, "id", record->id);
  gramctl_row_set_text (self, "number", record->number);
  gramctl_row_set_number (self, "year", record->year);
  gramctl_row_set_text (self, "account", record->account_number);
  gramctl_row_set_text (self, "holder", record->holder);
  gramctl_row_set_word (self, "state", "notice-state", (int)notice->state);
  gramctl_row_set_decimal (self, "amount", record->amount);
  gramctl_row_set_decimal (self, "paid", record->paid);
  gramctl_row_set_decimal (self, "left", notice->left);
  gramctl_row_set_decimal (self, "forwarded", notice->forwarded);
  gramctl_row_set_text (self, "given-on", record->given_on);
  gramctl_row_set_text (self, "due-on", record->due_on);
  gramctl_row_set_text (self, "payable-to", record->payable_to);
  gramctl_row_set_text (self, "how-to-pay", record->how_to_pay);
  gramctl_row_set_text (self, "appeal-rights", record->appeal_rights);
  gramctl_row_set_text (self, "reference", record->reference);
  gramctl_row_set_text (self, "appealed-on", record->appealed_on);
  gramctl_row_set_text (self, "appeal-ended-on", record->appeal_ended_on);
  gramctl_row_set_text (self, "withdrawn-on", record->withdrawn_on);
  gramctl_row_set_number (self, "case", record->case_id);
  gramctl_row_set_number (self, "document", record->document_id);
}

void
gramctl_row_fill_notice_payment (GramctlRow *self, const GramNoticePaymentRecord *payment)
{
  gramctl_row_set_number (self, "id", payment->id);
  gramctl_row_set_word (self, "kind", "notice-payment-kind", (int)payment->kind);
  gramctl_row_set_decimal (self, "amount", payment->amount);
  gramctl_row_set_decimal (self, "in-favour", payment->in_favour);
  gramctl_row_set_text (self, "paid-on", payment->paid_on);
  gramctl_row_set_text (self, "reference", payment->reference);
  gramctl_row_set_number (self, "reverses", payment->reverses);
  gramctl_row_set_number (self, "posting", payment->posting_id);
  gramctl_row_set_instant (self, "at", payment->at);
}

void
gramctl_row_fill_document (GramctlRow *self, const GramDocumentRecord *document)
{
  gramctl_row_set_number (self, "id", document->id);
  gramctl_row_set_word (self, "kind", "document-kind", (int)document->kind);
  gramctl_row_set_text (self, "name", document->name);
  gramctl_row_set_text (self, "media-type", document->media_type);
  gramctl_row_set_number (self, "size", document->size);
  gramctl_row_set_text (self, "sha256", document->sha256);
  gramctl_row_set_text (self, "account", document->number);
  gramctl_row_set_text (self, "holder", document->holder);
  gramctl_row_set_instant (self, "made-at", document->made_at);
}

static void
fill_way (GramctlRow *self, const GramScenarioLine *line)
{
  gramctl_row_set_word (self, "way", "scenario-way", (int)line->way);
  gramctl_row_set_boolean (self, "possible", line->possible);
  gramctl_row_set_boolean (self, "used", line->used);
  ACTIVITY (self, "units", line->units);
  gramctl_row_set_decimal (self, "cost", line->cost);
  gramctl_row_set_date (self, "last-day", line->last_day);
  gramctl_row_set_text (self, "sentence", line->sentence);
  gramctl_row_set_text (self, "article", line->article);
}

static void
fill_result (GramctlRow *self, const GramScenarioResult *result)
{
  ACTIVITY (self, "shortfall", result->shortfall);
  gramctl_row_set_decimal (self, "payment", result->payment);
  ACTIVITY (self, "left", result->left);
  gramctl_row_set_decimal (self, "payment-left", result->payment_left);
  ACTIVITY (self, "spare", result->spare);
  gramctl_row_set_decimal (self, "cost", result->cost);
  gramctl_row_set_decimal (self, "saved", result->saved);
  gramctl_row_set_scaled (self, "break-even", result->break_even, GRAM_SCENARIO_SCALE_PRICE, 2);
  gramctl_row_set_boolean (self, "possible", result->possible);
  gramctl_row_set_list (self, "ways", result->lines, (GramctlFill)fill_way);
}

void
gramctl_row_fill_scenario (GramctlRow *self, const GramScenarioRow *scenario)
{
  gramctl_row_set_number (self, "id", scenario->id);
  gramctl_row_set_number (self, "year", scenario->year);
  gramctl_row_set_text (self, "title", scenario->title);
  gramctl_row_set (self, "content", scenario->content);
  gramctl_row_set_text (self, "saved-by", scenario->saved_by);
  gramctl_row_set_instant (self, "saved-at", scenario->saved_at);
  gramctl_row_set_number (self, "version", scenario->version);
  gramctl_row_set_record (self, "result", scenario->result, (GramctlFill)fill_result);
  gramctl_row_set_text (self, "problem", scenario->problem);
}

void
gramctl_row_fill_explanation_line (GramctlRow *self, const GramExplanationLine *line)
{
  gramctl_row_set_text (self, "name", line->name);
  gramctl_row_set_text (self, "title", line->title);
  gramctl_row_set_text (self, "value", line->value);
  gramctl_row_set_text (self, "unit", line->unit);
  gramctl_row_set_text (self, "formula", line->formula);
  gramctl_row_set_text (self, "article", line->article);
  gramctl_row_set_text (self, "rounding", line->rounding);
  gramctl_row_set_text (self, "account", line->account);
  gramctl_row_set_number (self, "year", line->year);
}
