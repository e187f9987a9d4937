/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-tables-private.h"

#include "case-fixture.h"

#include "gram-case-vehicle-table.h"
#include "gram-charge-table.h"
#include "gram-correction-table.h"
#include "gram-payment-table.h"
#include "gram-vehicle-table.h"

#define OLD "ccs-credit/used/2025"

/* A settlement of the charge, whose totals are kept. */
static gint64
settle (CcsFilling *self, const GramChargeSettlementRecord *like)
{
  g_autoptr (GramChargeSettlementRecord) record = gram_charge_settlement_record_copy (like);
  g_autoptr (GramChargeRecord) before = NULL;
  g_autoptr (GramChargeRecord) after = NULL;

  record->charge_id = self->made.charge_id;
  record->journal_id = self->journal_id;
  g_set_str (&record->settled_on, CCS_DAY);
  gram_charge_settlement_table_insert (self->unit, record, &self->error);
  CCS_OK (self);
  gram_charge_table_get (self->store, record->charge_id, &before, &self->error);
  CCS_OK (self);
  after = gram_charge_record_copy (before);
  after->outstanding -= record->value;
  after->credits += record->credits;
  if (record->kind == GRAM_CHARGE_SETTLEMENT_CORRECTION)
    {
      after->grams_back += record->grams;
      after->amount_back += record->value;
    }
  gram_charge_table_update (self->unit, before, after, &self->error);
  CCS_OK (self);
  return record->id;
}

static void
accept (CcsFilling *self)
{
  static const gint64 differences[] = { 2000, -1234, -1000 };
  g_autoptr (GramChargeRecord) record = gram_charge_record_new ();
  gint64 first
      = ccs_filling_accept (self, CCS_PAYG, differences, G_N_ELEMENTS (differences), 2026, FALSE);

  self->made.credit_vehicle_id = first;
  self->made.charge_vehicle_id = first + 1;
  self->made.corrected_id = first + 2;
  self->made.acceptance_id = self->posting_id;
  record->account_id = CCS_PAYG;
  record->year = 2026;
  record->vehicles = 2;
  record->grams = 2234;
  record->rate = CCS_RATE;
  record->amount = record->outstanding = 40212;
  g_set_str (&record->arisen_on, CCS_DAY);
  g_set_str (&record->due_on, CCS_DAY);
  record->rulebook_id = self->rulebook_id;
  record->posting_id = self->posting_id;
  record->journal_id = self->journal_id;
  gram_charge_table_insert (self->unit, record, &self->error);
  CCS_OK (self);
  self->made.charge_id = record->id;
}

/* Credits of the year before are set against it. */
static void
set_off (CcsFilling *self)
{
  const GramLedgerLine earned[]
      = { { 0, "issue", OLD, -100000 }, { CCS_PAYG, "holding", OLD, 100000 } };
  const GramLedgerLine lines[] = {
    { CCS_PAYG, "holding", OLD, -500 },
    { 0, "offset", OLD, 500 },
    { CCS_PAYG, "charges", "NZD", -9000 },
    { 0, "offset", "NZD", 9000 },
  };
  GramChargeSettlementRecord record = { .kind = GRAM_CHARGE_SETTLEMENT_CREDIT,
                                        .value = 9000,
                                        .year = 2025,
                                        .credits = 500,
                                        .unit = (char *)OLD };

  ccs_filling_post (self, "fleet-average", earned, G_N_ELEMENTS (earned));
  record.posting_id = self->made.offset_id
      = ccs_filling_post (self, "offset", lines, G_N_ELEMENTS (lines));
  self->made.credit_id = settle (self, &record);
}

/* Money comes or goes: @settled of it off the charge, @in_favour in favour. */
static gint64
pay (CcsFilling *self, GramPaymentKind kind, gint64 settled, gint64 in_favour, gint64 reverses)
{
  static const char *const meanings[] = { "payment", "payment-reversal", "pay-back" };
  g_autoptr (GramPaymentRecord) record = gram_payment_record_new ();
  GramChargeSettlementRecord settlement
      = { .kind = GRAM_CHARGE_SETTLEMENT_MONEY, .value = settled };
  GramLedgerLine lines[4];
  gsize n = 0;

  if (settled != 0)
    {
      lines[n++] = (GramLedgerLine){ CCS_PAYG, "charges", "NZD", -settled };
      lines[n++] = (GramLedgerLine){ 0, "payment", "NZD", settled };
    }
  if (in_favour != 0)
    {
      lines[n++] = (GramLedgerLine){ CCS_PAYG, "in-favour", "NZD", in_favour };
      lines[n++] = (GramLedgerLine){ 0, "due-back", "NZD", -in_favour };
    }
  record->account_id = CCS_PAYG;
  record->kind = kind;
  record->amount = ABS (settled) + ABS (in_favour);
  record->in_favour = ABS (in_favour);
  record->reverses = reverses;
  g_set_str (&record->paid_on, CCS_DAY);
  g_set_str (&record->reference, "BNZ 4711");
  g_set_str (&record->payer, "Harbour Street Imports Ltd");
  record->journal_id = self->journal_id;
  record->posting_id = ccs_filling_post (self, meanings[g_bit_nth_lsf (kind, -1)], lines, n);
  gram_payment_table_insert (self->unit, record, &self->error);
  CCS_OK (self);
  settlement.payment_id = record->id;
  settlement.posting_id = record->posting_id;
  if (settled != 0)
    {
      gint64 id = settle (self, &settlement);

      self->made.money_id = self->made.money_id != 0 ? self->made.money_id : id;
    }
  return record->id;
}

/* Money that stands in favour settles some more. */
static void
use_in_favour (CcsFilling *self)
{
  const GramLedgerLine lines[] = {
    { CCS_PAYG, "charges", "NZD", -300 },
    { 0, "payment", "NZD", 300 },
    { CCS_PAYG, "in-favour", "NZD", -300 },
    { 0, "due-back", "NZD", 300 },
  };
  const GramChargeSettlementRecord record = {
    .kind = GRAM_CHARGE_SETTLEMENT_IN_FAVOUR,
    .value = 300,
    .posting_id = ccs_filling_post (self, "in-favour", lines, G_N_ELEMENTS (lines)),
  };

  settle (self, &record);
}

static gint64
uphold (CcsFilling *self)
{
  g_autoptr (GramDisputeRecord) dispute = gram_dispute_record_new ();
  gint64 case_id = case_fixture_open (self->unit, CCS_PAYG, GRAM_CASE_CORRECTION, 0);

  dispute->case_id = case_id;
  dispute->kind = GRAM_DISPUTE_VALUE;
  g_set_str (&dispute->field, "co2");
  g_set_str (&dispute->stated, "98");
  g_set_str (&dispute->claimed, "85");
  g_set_str (&dispute->reason, "The certificate says otherwise");
  gram_dispute_table_insert (self->unit, dispute, &self->error);
  CCS_OK (self);
  gram_case_vehicle_table_add (self->unit, case_id, &self->made.corrected_id, 1, FALSE,
                               &self->error);
  CCS_OK (self);
  case_fixture_move (self->unit, case_id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
  return case_id;
}

/* A vehicle had a charge and has a credit now. */
static void
correct (CcsFilling *self)
{
  const GramLedgerLine back[]
      = { { CCS_PAYG, "charges", "NZD", -18000 }, { 0, "charge", "NZD", 18000 } };
  const GramLedgerLine again[] = { { 0, "issue", "ccs-credit/used/2026", -300 },
                                   { CCS_PAYG, "holding", "ccs-credit/used/2026", 300 } };
  g_autoptr (GramVehicleRecord) before = NULL;
  g_autoptr (GramVehicleRecord) after = NULL;
  GramCorrectionRecord correction = {
    .vehicle_id = self->made.corrected_id,
    .case_id = uphold (self),
    .journal_id = self->journal_id,
    .account_before = CCS_PAYG,
    .account_after = CCS_PAYG,
    .reverses = self->made.acceptance_id,
    .year_before = 2026,
    .difference_before = -1000,
    .charge_before = 18000,
    .year_after = 2026,
    .difference_after = 300,
  };
  GramChargeSettlementRecord settlement
      = { .kind = GRAM_CHARGE_SETTLEMENT_CORRECTION, .value = 18000, .grams = 1000 };

  gram_vehicle_table_get (self->store, self->made.corrected_id, &before, &self->error);
  CCS_OK (self);
  correction.posting = ccs_filling_post (self, "correction", again, G_N_ELEMENTS (again));
  correction.reversal = ccs_filling_post (self, "reversal", back, G_N_ELEMENTS (back));
  correction.version = before->version + 1;
  settlement.posting_id = correction.reversal;
  self->made.back_id = settle (self, &settlement);
  after = gram_vehicle_record_copy (before);
  after->difference = 300;
  after->charge = 0;
  after->posting_id = correction.posting;
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &self->error);
  CCS_OK (self);
  gram_correction_table_insert (self->unit, &correction, &self->error);
  CCS_OK (self);
}

void
ccs_filling_pay (CcsFilling *self)
{
  gint64 *ids = self->made.payment_ids;

  accept (self);
  set_off (self);
  ids[0] = pay (self, GRAM_PAYMENT_RECEIVED, 5000, 0, 0);
  ids[1] = pay (self, GRAM_PAYMENT_RECEIVED, 500, 1500, 0);
  ids[2] = pay (self, GRAM_PAYMENT_REVERSAL, -5000, 0, ids[0]);
  use_in_favour (self);
  ids[3] = pay (self, GRAM_PAYMENT_PAY_BACK, 0, -200, 0);
  correct (self);
}
