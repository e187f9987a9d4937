/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-private.h"

#include "gram-accounting-table.h"
#include "gram-document-table.h"
#include "gram-payment-notice-table.h"
#include "gram-scheme-year-table.h"
#include "gram-surrender-table.h"

#define PENCE 8600

gint64
ccts_filling_surrender (CctsFilling *self, int year, gint64 account_id, gint64 quantity)
{
  g_autoptr (GramSurrenderRecord) record = gram_surrender_record_new ();

  record->year = year;
  record->account_id = account_id;
  record->pool_id = account_id == CCTS_GAMMA ? self->made.pool_id : 0;
  record->quantity = quantity;
  record->posting_id = ccts_filling_move (self, year, "surrender", account_id, "holding", 0,
                                          "surrender", quantity);
  record->journal_id = self->journal_id;
  record->at = CCTS_AT;
  gram_surrender_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

gint64
ccts_filling_account_for (CctsFilling *self, int year, gint64 participant_id)
{
  g_autoptr (GramAccountingRecord) record = gram_accounting_record_new ();
  g_autoptr (GramParticipantRecord) participant = NULL;

  gram_participant_table_get (self->store, participant_id, &participant, &self->error);
  CCTS_OK (self);
  record->year = year;
  record->account_id = participant->account_id;
  record->pool_id = participant->pool_id;
  record->participant_id = participant_id;
  record->rulebook_id = self->made.rulebook_id;
  record->activity = participant->activity;
  gram_surrender_table_sum (self->store, year, record->account_id, &record->surrendered,
                            &self->error);
  CCTS_OK (self);
  record->shortfall = MAX (0, record->activity - record->surrendered * 1000);
  record->payment = (record->shortfall * PENCE + 500) / 1000;
  record->journal_id = self->journal_id;
  gram_accounting_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static gint64
pay (CctsFilling *self,
     GramNoticePaymentKind kind,
     gint64 amount,
     gint64 in_favour,
     gint64 reverses)
{
  g_autoptr (GramNoticePaymentRecord) record = gram_notice_payment_record_new ();
  gint64 sign = kind == GRAM_NOTICE_REVERSAL ? -1 : 1;
  gint64 paid = (amount - in_favour) * sign;
  const GramLedgerLine lines[] = {
    { CCTS_GAMMA, "charges", "GBP", -paid },
    { 0, "payment", "GBP", paid },
    { CCTS_GAMMA, "in-favour", "GBP", in_favour * sign },
    { 0, "due-back", "GBP", -in_favour * sign },
  };
  const GramLedgerLine onward[]
      = { { 0, "payment", "GBP", -amount }, { 0, "consolidated-fund", "GBP", amount } };

  record->notice_id = self->made.notice_id;
  record->kind = kind;
  record->amount = amount;
  record->in_favour = in_favour;
  record->reverses = reverses;
  g_set_str (&record->paid_on, "2028-02-10");
  g_set_str (&record->reference, "Bank 4711");
  if (kind == GRAM_NOTICE_ONWARD)
    record->posting_id = ccts_filling_post (self, "onward", onward, G_N_ELEMENTS (onward));
  else
    record->posting_id = ccts_filling_post (self, "payment", lines, in_favour != 0 ? 4 : 2);
  record->journal_id = self->journal_id;
  gram_notice_payment_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static void
add_document (CctsFilling *self)
{
  g_autoptr (GramDocumentRecord) record = gram_document_record_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-1.7 a notice", 17);

  record->account_id = CCTS_GAMMA;
  g_set_str (&record->name, "Payment notice 2026-1.pdf");
  g_set_str (&record->media_type, "application/pdf");
  record->journal_id = self->journal_id;
  record->made_at = CCTS_AT;
  gram_document_table_insert (self->unit, record, content, &self->error);
  CCTS_OK (self);
  self->made.document_id = record->id;
}

static void
give_notice (CctsFilling *self, gint64 amount)
{
  g_autoptr (GramPaymentNoticeRecord) record = gram_payment_notice_record_new ();
  const GramLedgerLine lines[]
      = { { 0, "charge", "GBP", -amount }, { CCTS_GAMMA, "charges", "GBP", amount } };

  g_set_str (&record->number, "PN-2026-1");
  record->year = CCTS_YEAR;
  record->account_id = CCTS_GAMMA;
  record->accounting_id = self->made.accounting_id;
  record->amount = amount;
  g_set_str (&record->given_on, "2028-01-10");
  g_set_str (&record->due_on, "2028-02-10");
  g_set_str (&record->payable_to, "The administrator");
  g_set_str (&record->how_to_pay, "By transfer");
  g_set_str (&record->appeal_rights, "To the First-tier Tribunal");
  record->document_id = self->made.document_id;
  record->posting_id = ccts_filling_post (self, "payment-notice", lines, G_N_ELEMENTS (lines));
  gram_payment_notice_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  self->made.notice_id = record->id;
}

void
ccts_filling_settle (CctsFilling *self)
{
  g_autoptr (GramAccountingRecord) accounting = NULL;
  g_autoptr (GramPaymentNoticeRecord) before = NULL;
  g_autoptr (GramPaymentNoticeRecord) after = NULL;
  gint64 owed;

  gram_accounting_table_get (self->store, self->made.accounting_id, &accounting, &self->error);
  CCTS_OK (self);
  owed = accounting->payment;
  add_document (self);
  give_notice (self, owed);
  self->made.payment_ids[0] = pay (self, GRAM_NOTICE_PAYMENT, 1000000, 0, 0);
  self->made.payment_ids[1] = pay (self, GRAM_NOTICE_PAYMENT, owed, 1000000, 0);
  self->made.payment_ids[2]
      = pay (self, GRAM_NOTICE_REVERSAL, 1000000, 0, self->made.payment_ids[0]);
  self->made.payment_ids[3] = pay (self, GRAM_NOTICE_ONWARD, owed - 1000000, 0, 0);
  gram_payment_notice_table_get (self->store, self->made.notice_id, &before, &self->error);
  CCTS_OK (self);
  after = gram_payment_notice_record_copy (before);
  after->paid = owed - 1000000;
  gram_payment_notice_table_update (self->unit, before, after, &self->error);
  CCTS_OK (self);
}
