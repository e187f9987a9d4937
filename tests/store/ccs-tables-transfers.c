/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-tables-private.h"

#include "gram-credit-transfer-table.h"

#define OLD "ccs-credit/used/2025"

static gint64
post (CcsFilling *self,
      const char *meaning,
      gint64 from,
      const char *from_role,
      gint64 to,
      gint64 credits,
      gint64 received)
{
  const char *unit = to == CCS_NEW ? "ccs-credit/new/2025" : OLD;
  const char *to_role = g_str_equal (meaning, "reserve") ? "reserved" : "holding";
  const GramLedgerLine lines[] = {
    { from, from_role, OLD, -credits },
    { to, to_role, unit, received },
    { 0, "conversion", OLD, credits },
    { 0, "conversion", unit, -received },
  };

  return ccs_filling_post (self, meaning, lines, to == CCS_NEW ? 4 : 2);
}

static void
end (CcsFilling *self, gint64 id, GramCreditTransferState state)
{
  g_autoptr (GramCreditTransferRecord) before = NULL;
  g_autoptr (GramCreditTransferRecord) after = NULL;
  gboolean accepted = state == GRAM_CREDIT_TRANSFER_ACCEPTED;

  gram_credit_transfer_table_get (self->store, id, &before, &self->error);
  CCS_OK (self);
  after = gram_credit_transfer_record_copy (before);
  after->state = state;
  after->ended_by = state == GRAM_CREDIT_TRANSFER_LAPSED ? 0 : 3;
  after->ended_at = CCS_AT;
  after->end_posting_id = accepted ? post (self, "transfer", CCS_PAYG, "reserved",
                                           before->to_account, before->credits, before->received)
                                   : post (self, "release", CCS_PAYG, "reserved", CCS_PAYG,
                                           before->credits, before->credits);
  gram_credit_transfer_table_update (self->unit, before, after, &self->error);
  CCS_OK (self);
}

/* Credits of used vehicles, of 2025. */
static gint64
offer (CcsFilling *self, gint64 to, gint64 credits, GramCreditTransferState state)
{
  gint64 received = to == CCS_NEW ? credits / 2 : credits;
  const GramCreditTransferLine line = { 2025, credits, received };
  g_autoptr (GramCreditTransferRecord) record = gram_credit_transfer_record_new ();

  record->from_account = CCS_PAYG;
  record->to_account = to;
  g_set_str (&record->from_number, "10000008");
  g_set_str (&record->from_name, "Harbour Street Imports Ltd");
  record->from_kind = GRAM_ACCOUNT_CCS_USED;
  g_set_str (&record->to_number, to == CCS_NEW ? "10000024" : "10000040");
  g_set_str (&record->to_name, to == CCS_NEW ? "Kauri Motors Ltd" : "Nikau Motors Ltd");
  record->to_kind = to == CCS_NEW ? GRAM_ACCOUNT_CCS_NEW : GRAM_ACCOUNT_CCS_USED;
  record->credits = credits;
  record->received = received;
  record->used_per_new = 2;
  record->rulebook_id = self->rulebook_id;
  g_set_str (&record->reference, "Order 118");
  record->offered_by = 2;
  record->offered_at = CCS_AT;
  g_set_str (&record->lapses_on, "2026-01-15");
  record->posting_id = post (self, "reserve", CCS_PAYG, "holding", CCS_PAYG, credits, credits);
  gram_credit_transfer_table_insert (self->unit, record, &self->error);
  CCS_OK (self);
  gram_credit_transfer_table_insert_line (self->unit, record->id, &line, &self->error);
  CCS_OK (self);
  if (state != GRAM_CREDIT_TRANSFER_OFFERED)
    end (self, record->id, state);
  return record->id;
}

void
ccs_filling_transfer (CcsFilling *self)
{
  CcsFixture *made = &self->made;

  made->accepted_id = offer (self, CCS_FLEET, 2000, GRAM_CREDIT_TRANSFER_ACCEPTED);
  made->converted_id = offer (self, CCS_NEW, 4000, GRAM_CREDIT_TRANSFER_ACCEPTED);
  made->refused_id = offer (self, CCS_FLEET, 300, GRAM_CREDIT_TRANSFER_DECLINED);
  made->lapsed_id = offer (self, CCS_FLEET, 500, GRAM_CREDIT_TRANSFER_LAPSED);
  made->offered_id = offer (self, CCS_FLEET, 700, GRAM_CREDIT_TRANSFER_OFFERED);
}
