/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers-settlement.h"
#include "gram-settlement-arguments.h"
#include "gram-settlement.h"

#include "gram-ledger.h"
#include "gram-surrender-table.h"

/* What is left of the activity, and what it would cost (art. 39(2)). */
static gboolean
answer (GramCall *call, const GramSettlement *self, gint64 quantity, GramRefusal **refusal)
{
  gint64 shortfall = gram_ccts_shortfall (self->participant.activity, self->surrendered + quantity);
  gint64 payment;

  if (!gram_ccts_payment (self->rulebook->ccts, shortfall, &payment, refusal))
    return FALSE;
  gram_settlement_answer_whole (call, "left", self->holding - quantity);
  gram_settlement_answer_decimal (call, "shortfall", shortfall, GRAM_CCTS_SCALE_ACTIVITY);
  gram_settlement_answer_decimal (call, "payment", payment, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

static gboolean
post (GramCall *call, const GramSettlement *self, gint64 quantity, gint64 *posting, GError **error)
{
  const GramLedgerLine lines[] = {
    { call->account->id, "holding", self->unit, -quantity },
    { 0, "surrender", self->unit, quantity },
  };

  return gram_ledger_post (call->unit, call->journal_id, "surrender", lines, G_N_ELEMENTS (lines),
                           posting, error);
}

static gboolean
insert (GramCall *call, const GramSettlement *self, gint64 quantity, gint64 posting, GError **error)
{
  g_autoptr (GramSurrenderRecord) record = gram_surrender_record_new ();

  record->year = self->year;
  record->account_id = call->account->id;
  record->pool_id = self->participant.pool_id;
  record->quantity = quantity;
  record->posting_id = posting;
  record->journal_id = call->journal_id;
  record->at = call->now;
  return gram_surrender_table_insert (call->unit, record, error);
}

gboolean
gram_surrenders_check (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *quantity = gram_settlement_dup_argument (call, "quantity");
  g_auto (GramSettlement) self = { 0 };
  gint64 number;

  return gram_settlement_init (&self, call->registry, call->account,
                               gram_call_get_int64 (call, "year", 0), refusal, error)
         && gram_settlement_check_surrender (&self, quantity, &number, refusal, error);
}

gboolean
gram_surrenders_surrender (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *quantity = gram_settlement_dup_argument (call, "quantity");
  g_auto (GramSettlement) self = { 0 };
  gint64 number;
  gint64 posting;

  if (!gram_settlement_init (&self, call->registry, call->account,
                             gram_call_get_int64 (call, "year", 0), refusal, error)
      || !gram_settlement_check_surrender (&self, quantity, &number, refusal, error)
      || !answer (call, &self, number, refusal))
    return FALSE;
  if (!post (call, &self, number, &posting, error) || !insert (call, &self, number, posting, error))
    return FALSE;
  gram_call_answer_int64 (call, "posting", posting);
  return TRUE;
}
