/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers-settlement.h"
#include "gram-settlement-arguments.h"
#include "gram-settlement.h"

#include "gram-conversion-table.h"
#include "gram-ledger.h"

/* Tenths of CRTS units in a whole one. */
#define TENTHS 10

/* A conversion that holds. */
typedef struct
{
  GramConversionDirection direction;
  /* Whole CRTS allowances, or credits. */
  gint64 crts;
  /* Allowances named, and those got or used up. */
  gint64 named;
  gint64 allowances;
} Conversion;

static gboolean
begin (GramCall *call, GramSettlement *self, GramRefusal **refusal, GError **error)
{
  return gram_settlement_init (self, call->registry, call->account,
                               gram_call_get_int64 (call, "year", 0), refusal, error);
}

static gboolean
read_request (GramCall *call,
              const GramSettlement *self,
              Conversion *conversion,
              GramRefusal **refusal,
              GError **error)
{
  g_autofree char *quantity = gram_settlement_dup_argument (call, "crts");

  conversion->direction = GRAM_CONVERSION_FROM_CRTS;
  return gram_settlement_check_request (self, quantity, &conversion->crts, &conversion->allowances,
                                        refusal, error);
}

static gboolean
read_to_crts (GramCall *call,
              const GramSettlement *self,
              Conversion *conversion,
              GramRefusal **refusal,
              GError **error)
{
  g_autofree char *quantity = gram_settlement_dup_argument (call, "allowances");

  conversion->direction = GRAM_CONVERSION_TO_CRTS;
  return gram_settlement_check_to_crts (self, quantity, &conversion->named, &conversion->crts,
                                        &conversion->allowances, refusal, error);
}

/* Made of CRTS allowances: out of what is acquired, into the holding. Into CRTS credits: the other way. */
static gboolean
post (GramCall *call,
      const GramSettlement *self,
      const Conversion *conversion,
      gint64 *posting,
      GError **error)
{
  gboolean from = conversion->direction == GRAM_CONVERSION_FROM_CRTS;
  gint64 change = from ? conversion->allowances : -conversion->allowances;
  const GramLedgerLine lines[] = {
    { 0, from ? "acquisition" : "conversion", self->unit, -change },
    { call->account->id, "holding", self->unit, change },
  };

  return gram_ledger_post (call->unit, call->journal_id, lines[0].role, lines, G_N_ELEMENTS (lines),
                           posting, error);
}

static gboolean
insert (GramCall *call,
        const GramSettlement *self,
        const Conversion *conversion,
        gint64 posting,
        GError **error)
{
  const GramCctsRules *rules = self->rulebook->ccts;
  g_autoptr (GramConversionRecord) record = gram_conversion_record_new ();

  record->year = self->year;
  record->direction = conversion->direction;
  record->account_id = call->account->id;
  record->pool_id = self->participant.pool_id;
  record->crts = conversion->crts * TENTHS;
  record->allowances = conversion->allowances;
  record->ratio = conversion->direction == GRAM_CONVERSION_FROM_CRTS
                      ? rules->allowances_per_crts
                      : rules->allowances_per_crts_credit;
  record->position_id = self->position->id;
  record->rulebook_id = self->rulebook_id;
  record->posting_id = posting;
  record->journal_id = call->journal_id;
  record->at = call->now;
  return gram_conversion_table_insert (call->unit, record, error);
}

static gboolean
keep (GramCall *call, const GramSettlement *self, const Conversion *conversion, GError **error)
{
  gint64 posting;

  if (!post (call, self, conversion, &posting, error)
      || !insert (call, self, conversion, posting, error))
    return FALSE;
  gram_call_answer_int64 (call, "posting", posting);
  return TRUE;
}

gboolean
gram_conversions_check_request (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSettlement) self = { 0 };
  Conversion conversion = { 0 };

  return begin (call, &self, refusal, error)
         && read_request (call, &self, &conversion, refusal, error);
}

gboolean
gram_conversions_check_to_crts (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSettlement) self = { 0 };
  Conversion conversion = { 0 };

  return begin (call, &self, refusal, error)
         && read_to_crts (call, &self, &conversion, refusal, error);
}

/* Once the three tests hold there is nothing to decide (art. 35(3)): it is posted at once. */
gboolean
gram_conversions_request (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSettlement) self = { 0 };
  Conversion conversion = { 0 };

  if (!begin (call, &self, refusal, error)
      || !read_request (call, &self, &conversion, refusal, error)
      || !keep (call, &self, &conversion, error))
    return FALSE;
  gram_settlement_answer_whole (call, "allowances", conversion.allowances);
  gram_settlement_answer_whole (call, "available", self.holding + conversion.allowances);
  return TRUE;
}

gboolean
gram_conversions_to_crts (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSettlement) self = { 0 };
  Conversion conversion = { 0 };

  if (!begin (call, &self, refusal, error)
      || !read_to_crts (call, &self, &conversion, refusal, error)
      || !keep (call, &self, &conversion, error))
    return FALSE;
  gram_settlement_answer_whole (call, "credits", conversion.crts);
  gram_settlement_answer_whole (call, "used", conversion.allowances);
  gram_settlement_answer_whole (call, "left", conversion.named - conversion.allowances);
  gram_settlement_answer_whole (call, "available", self.holding - conversion.allowances);
  return TRUE;
}
