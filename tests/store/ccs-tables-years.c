/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-tables-private.h"

#include "gram-borrowing-table.h"
#include "gram-charge-table.h"
#include "gram-document-table.h"
#include "gram-fleet-year-table.h"

static gint64
add_invoice (CcsFilling *self, gint64 account_id)
{
  g_autoptr (GramDocumentRecord) record = gram_document_record_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("invoice", 7);

  record->account_id = account_id;
  record->kind = GRAM_DOCUMENT_INVOICE;
  g_set_str (&record->name, "invoice-FA-2025-0001.pdf");
  g_set_str (&record->media_type, "application/pdf");
  record->journal_id = self->journal_id;
  record->made_at = CCS_AT;
  gram_document_table_insert (self->unit, record, content, &self->error);
  CCS_OK (self);
  return record->id;
}

static void
run (CcsFilling *self, GramFleetYearRecord *record)
{
  g_set_str (&record->due_on, "2026-03-31");
  record->rate = CCS_RATE;
  record->document_id = add_invoice (self, record->account_id);
  record->rulebook_id = self->rulebook_id;
  record->journal_id = self->journal_id;
  record->settled_at = CCS_AT;
  gram_fleet_year_table_insert (self->unit, record, &self->error);
  CCS_OK (self);
}

/* Settles 2025 of an account that is over; the charge. */
static gint64
settle_over (CcsFilling *self, gint64 account_id, gint64 net, gint64 vehicles, gint64 *run_id)
{
  g_autoptr (GramFleetYearRecord) record = gram_fleet_year_record_new ();
  g_autoptr (GramChargeRecord) charge = gram_charge_record_new ();
  gint64 amount = -net * CCS_RATE / 100;
  const GramLedgerLine lines[]
      = { { 0, "charge", "NZD", -amount }, { account_id, "charges", "NZD", amount } };

  record->account_id = charge->account_id = account_id;
  record->year = charge->year = 2025;
  record->vehicles = vehicles;
  charge->vehicles = (int)vehicles;
  record->net = net;
  record->grams = charge->grams = -net;
  record->amount = charge->amount = charge->outstanding = amount;
  record->posting_id = charge->posting_id
      = ccs_filling_post (self, "fleet-average", lines, G_N_ELEMENTS (lines));
  run (self, record);
  if (run_id != NULL)
    *run_id = record->id;
  charge->kind = GRAM_CHARGE_FLEET_AVERAGE;
  charge->rate = CCS_RATE;
  g_set_str (&charge->arisen_on, CCS_DAY);
  g_set_str (&charge->due_on, "2026-03-31");
  charge->document_id = record->document_id;
  charge->rulebook_id = self->rulebook_id;
  charge->journal_id = self->journal_id;
  gram_charge_table_insert (self->unit, charge, &self->error);
  CCS_OK (self);
  self->made.invoice_id = record->document_id;
  return charge->id;
}

static gint64
borrow (CcsFilling *self, gint64 charge_id, GramBorrowingState state, gint64 fleet_year_id)
{
  g_autoptr (GramBorrowingRecord) record = gram_borrowing_record_new ();
  g_autoptr (GramChargeRecord) charge = NULL;

  gram_charge_table_get (self->store, charge_id, &charge, &self->error);
  CCS_OK (self);
  record->account_id = charge->account_id;
  record->charge_id = charge_id;
  record->state = state;
  record->from_year = charge->year;
  if (state != GRAM_BORROWING_DECLINED)
    {
      record->grams = charge->grams;
      record->value = charge->amount;
      record->rate = charge->rate;
    }
  g_set_str (&record->reason, "Electric cars arrive next year");
  record->asked_by = 3;
  record->asked_at = CCS_AT;
  record->decided_by = 1;
  record->decided_at = CCS_AT;
  g_set_str (&record->decision_reason, "The plan is sound");
  record->fleet_year_id = fleet_year_id;
  gram_borrowing_table_insert (self->unit, record, &self->error);
  CCS_OK (self);
  return record->id;
}

static gint64
carry (CcsFilling *self, gint64 charge_id)
{
  g_autoptr (GramChargeRecord) before = NULL;
  g_autoptr (GramChargeRecord) after = NULL;
  GramChargeSettlementRecord record = { .charge_id = charge_id,
                                        .kind = GRAM_CHARGE_SETTLEMENT_CARRY,
                                        .journal_id = self->journal_id,
                                        .settled_on = (char *)CCS_DAY };

  gram_charge_table_get (self->store, charge_id, &before, &self->error);
  CCS_OK (self);
  {
    const GramLedgerLine lines[] = { { before->account_id, "charges", "NZD", -before->amount },
                                     { 0, "carry", "NZD", before->amount } };

    record.posting_id = ccs_filling_post (self, "carry", lines, G_N_ELEMENTS (lines));
  }
  record.value = before->amount;
  record.grams = before->grams;
  gram_charge_settlement_table_insert (self->unit, &record, &self->error);
  CCS_OK (self);
  after = gram_charge_record_copy (before);
  after->outstanding = 0;
  g_set_str (&after->settled_on, CCS_DAY);
  gram_charge_table_update (self->unit, before, after, &self->error);
  CCS_OK (self);
  return record.id;
}

/* The year after makes the shortfall good, and earns some credits more. */
static void
settle_next (CcsFilling *self)
{
  static const gint64 differences[] = { 1000 };
  const GramLedgerLine credits[] = { { 0, "issue", "ccs-credit/used/2026", -300 },
                                     { CCS_FLEET, "holding", "ccs-credit/used/2026", 300 } };
  const GramLedgerLine met[] = { { 0, "carry", "NZD", -12600 }, { 0, "offset", "NZD", 12600 } };
  g_autoptr (GramFleetYearRecord) record = gram_fleet_year_record_new ();

  ccs_filling_accept (self, CCS_FLEET, differences, G_N_ELEMENTS (differences), 2026, TRUE);
  record->account_id = CCS_FLEET;
  record->year = 2026;
  record->vehicles = 1;
  record->net = 1000;
  record->carried_in = record->carried_met = 700;
  record->credits = 300;
  record->posting_id = ccs_filling_post (self, "fleet-average", credits, G_N_ELEMENTS (credits));
  ccs_filling_post (self, "carry", met, G_N_ELEMENTS (met));
  run (self, record);
  self->made.fleet_years[1] = record->id;
}

void
ccs_filling_years (CcsFilling *self)
{
  static const gint64 over[] = { 300, -1000 };
  static const gint64 little[] = { -200 };
  CcsFixture *made = &self->made;

  made->fleet_vehicle_id
      = ccs_filling_accept (self, CCS_FLEET, over, G_N_ELEMENTS (over), 2025, TRUE);
  made->fleet_charge_id = settle_over (self, CCS_FLEET, -700, 2, &made->fleet_years[0]);
  carry (self, made->fleet_charge_id);
  settle_next (self);
  made->settled_id
      = borrow (self, made->fleet_charge_id, GRAM_BORROWING_SETTLED, made->fleet_years[1]);
  ccs_filling_accept (self, CCS_NEW, little, G_N_ELEMENTS (little), 2025, TRUE);
  made->approved_charge_id = settle_over (self, CCS_NEW, -200, 1, NULL);
  made->declined_id = borrow (self, made->approved_charge_id, GRAM_BORROWING_DECLINED, 0);
  made->carry_id = carry (self, made->approved_charge_id);
  made->approved_id = borrow (self, made->approved_charge_id, GRAM_BORROWING_APPROVED, 0);
}
