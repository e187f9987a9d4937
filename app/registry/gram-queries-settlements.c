/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-allowances.h"
#include "gram-queries-people-private.h"
#include "gram-settlement.h"

#include "gram-conversion-table.h"
#include "gram-surrender-table.h"

/* Where an account stands, for somebody who may view it. */
static gboolean
begin (GramRegistry *self,
       GramActor *actor,
       gint64 account_id,
       int year,
       GramAccountRecord **account,
       GramSettlement *standing,
       GramRefusal **refusal,
       GError **error)
{
  return _gram_query_view (self, actor, account_id, NULL, account, refusal, error)
         && gram_settlement_init (standing, self, *account, year, refusal, error);
}

static gboolean
preview_surrender (const GramSettlement *standing,
                   const char *quantity,
                   GramSurrenderPreview *preview,
                   GramRefusal **refusal,
                   GError **error)
{
  const GramCctsRules *rules = standing->rulebook->ccts;

  if (!gram_settlement_check_surrender (standing, quantity, &preview->quantity, refusal, error))
    return FALSE;
  preview->available = standing->holding - preview->quantity;
  preview->shortfall = gram_ccts_shortfall (standing->participant.activity,
                                            standing->surrendered + preview->quantity);
  return gram_ccts_payment (rules, preview->shortfall, &preview->payment, refusal);
}

gboolean
gram_registry_preview_surrender (GramRegistry *self,
                                 GramActor *actor,
                                 gint64 account_id,
                                 int year,
                                 const char *quantity,
                                 GramSurrenderPreview *preview,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramSettlement) standing = { 0 };
  gboolean good;

  g_return_val_if_fail (self != NULL && actor != NULL, FALSE);
  g_return_val_if_fail (quantity != NULL && preview != NULL, FALSE);

  if (!gram_store_begin_read (self->store, error))
    return FALSE;
  good = begin (self, actor, account_id, year, &account, &standing, refusal, error)
         && preview_surrender (&standing, quantity, preview, refusal, error);
  gram_store_end_read (self->store);
  return good;
}

static gboolean
preview_from_crts (const GramSettlement *standing,
                   const char *quantity,
                   GramConversionPreview *preview,
                   GramRefusal **refusal,
                   GError **error)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  GramCctsConversion most;
  GramCrtsPosition position;

  if (!gram_settlement_check_request (standing, quantity, &preview->crts, &preview->allowances,
                                      refusal, error))
    return FALSE;
  position = gram_settlement_crts (standing);
  gram_ccts_conversion_most (rules, &position, standing->crts_converted, &most);
  preview->left = most.most - preview->crts;
  preview->available = standing->holding + preview->allowances;
  return TRUE;
}

static gboolean
preview_to_crts (const GramSettlement *standing,
                 const char *quantity,
                 GramConversionPreview *preview,
                 GramRefusal **refusal,
                 GError **error)
{
  gint64 named;

  if (!gram_settlement_check_to_crts (standing, quantity, &named, &preview->crts,
                                      &preview->allowances, refusal, error))
    return FALSE;
  preview->left = named - preview->allowances;
  preview->available = standing->holding - preview->allowances;
  return TRUE;
}

gboolean
gram_registry_preview_conversion (GramRegistry *self,
                                  GramActor *actor,
                                  gint64 account_id,
                                  int year,
                                  const char *direction,
                                  const char *quantity,
                                  GramConversionPreview *preview,
                                  GramRefusal **refusal,
                                  GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramSettlement) standing = { 0 };
  int way;
  gboolean good;

  g_return_val_if_fail (self != NULL && actor != NULL, FALSE);
  g_return_val_if_fail (quantity != NULL && preview != NULL, FALSE);
  g_return_val_if_fail (gram_word_parse ("conversion-direction", direction, &way), FALSE);

  if (!gram_store_begin_read (self->store, error))
    return FALSE;
  good = begin (self, actor, account_id, year, &account, &standing, refusal, error)
         && (way == GRAM_CONVERSION_FROM_CRTS
                 ? preview_from_crts (&standing, quantity, preview, refusal, error)
                 : preview_to_crts (&standing, quantity, preview, refusal, error));
  gram_store_end_read (self->store);
  return good;
}

void
gram_settlement_row_free (GramSettlementRow *self)
{
  if (self == NULL)
    return;
  g_free (self->account);
  g_free (self->holder);
  g_free (self->reference);
  g_free (self);
}

static GramSettlementRow *
row_of_conversion (const GramConversionRecord *record)
{
  GramSettlementRow *row = g_new0 (GramSettlementRow, 1);

  *row = (GramSettlementRow){
    .id = record->id,
    .kind = gram_word_for ("conversion-direction", (int)record->direction),
    .year = record->year,
    .account_id = record->account_id,
    .account = g_strdup (record->number),
    .holder = g_strdup (record->holder),
    .allowances = record->allowances,
    .crts = record->crts,
    .ratio = record->ratio,
    .reference = g_strdup (record->reference),
    .posting_id = record->posting_id,
    .journal_id = record->journal_id,
    .at = record->at,
  };
  return row;
}

static GramSettlementRow *
row_of_surrender (const GramSurrenderRecord *record)
{
  GramSettlementRow *row = g_new0 (GramSettlementRow, 1);

  *row = (GramSettlementRow){
    .id = record->id,
    .kind = "surrender",
    .year = record->year,
    .account_id = record->account_id,
    .account = g_strdup (record->number),
    .holder = g_strdup (record->holder),
    .allowances = record->quantity,
    .reference = g_strdup (record->reference),
    .posting_id = record->posting_id,
    .journal_id = record->journal_id,
    .at = record->at,
  };
  return row;
}

static int
compare_newest_first (gconstpointer one, gconstpointer other)
{
  const GramSettlementRow *a = *(const GramSettlementRow *const *)one;
  const GramSettlementRow *b = *(const GramSettlementRow *const *)other;

  return (a->journal_id < b->journal_id) - (a->journal_id > b->journal_id);
}

static GPtrArray *
read_settlements (GramRegistry *self,
                  GramActor *actor,
                  gint64 account_id,
                  int year,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_settlement_row_free);
  g_autoptr (GPtrArray) conversions = NULL;
  g_autoptr (GPtrArray) surrenders = NULL;

  if (!gram_settlement_may_ask (self, actor, account_id, refusal, error))
    return NULL;
  conversions = gram_conversion_table_list (self->store, year, account_id, error);
  surrenders = conversions != NULL
                   ? gram_surrender_table_list (self->store, year, account_id, error)
                   : NULL;
  if (surrenders == NULL)
    return NULL;
  for (guint i = 0; i < conversions->len; i++)
    g_ptr_array_add (rows, row_of_conversion (conversions->pdata[i]));
  for (guint i = 0; i < surrenders->len; i++)
    g_ptr_array_add (rows, row_of_surrender (surrenders->pdata[i]));
  g_ptr_array_sort (rows, compare_newest_first);
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_settlements (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           int year,
                           GramRefusal **refusal,
                           GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_settlements (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}
