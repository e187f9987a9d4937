/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-postings.h"

#include "gram-account-life.h"
#include "gram-effects-in-force.h"
#include "gram-figure-postings.h"
#include "gram-units.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>

static void
add (GArray *lines, gint64 account_id, const char *role, const char *unit, gint64 amount)
{
  const GramLedgerLine line = { account_id, role, unit, amount };

  if (amount != 0)
    g_array_append_val (lines, line);
}

static void
add_money (GArray *lines, const GramChargePosting *self)
{
  const GramLedgerLine money[] = {
    { self->account_id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCS, self->charges },
    { 0, "charge", GRAM_MONEY_CCS, self->charge },
    { 0, "payment", GRAM_MONEY_CCS, self->payment },
    { 0, "offset", GRAM_MONEY_CCS, self->offset },
    { 0, "carry", GRAM_MONEY_CCS, self->carry },
    { self->account_id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCS, self->in_favour },
    { 0, "due-back", GRAM_MONEY_CCS, -self->in_favour },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (money); i++)
    add (lines, money[i].account_id, money[i].role, money[i].unit, money[i].amount);
}

gboolean
gram_charge_posting_post (const GramChargePosting *self,
                          GramCall *call,
                          const char *meaning,
                          gint64 *posting_id,
                          GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GramLedgerLine));
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);

  *posting_id = 0;
  for (guint i = 0; self->credits != NULL && i < self->credits->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (self->credits, GramCcsCredits, i);
      char *unit = gram_unit_make_credit (self->kind, line->year);

      g_ptr_array_add (units, unit);
      add (lines, self->account_id, "holding", unit, -line->credits);
      add (lines, 0, "offset", unit, line->credits);
    }
  add_money (lines, self);
  if (lines->len == 0)
    return TRUE;
  return gram_ledger_post (call->unit, call->journal_id, meaning,
                           (const GramLedgerLine *)lines->data, lines->len, posting_id, error);
}

gboolean
gram_charge_entry_write (const GramChargeEntry *self,
                         GramCall *call,
                         gint64 charge_id,
                         GError **error)
{
  g_autoptr (GramChargeSettlementRecord) record = NULL;

  if (self->value == 0 && self->grams == 0 && self->credits == 0)
    return TRUE;
  record = gram_charge_settlement_record_new ();
  record->charge_id = charge_id;
  record->kind = self->kind;
  record->value = self->value;
  record->grams = self->grams;
  record->year = self->year;
  record->credits = self->credits;
  if (self->credits != 0)
    {
      g_free (record->unit);
      record->unit = gram_unit_make_credit (self->account_kind, self->year);
    }
  g_free (record->settled_on);
  record->settled_on = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCS_USED);
  record->payment_id = self->payment_id;
  record->posting_id = self->posting_id;
  record->journal_id = call->journal_id;
  return gram_charge_settlement_table_insert (call->unit, record, error);
}

gboolean
gram_charge_sheet_write (GramChargeSheet *self, GramCall *call, GError **error)
{
  GramChargeRecord *after = self->record;
  g_autofree char *today = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCS_USED);

  if ((after->outstanding == 0) != (*after->settled_on != '\0'))
    g_set_str (&after->settled_on, after->outstanding == 0 ? today : "");
  if (!gram_charge_table_update (call->unit, self->stored, after, error))
    return FALSE;
  gram_call_touches (call, "charge", after->id);
  gram_charge_record_free (self->stored);
  self->stored = NULL;
  return gram_charge_table_get (call->store, after->id, &self->stored, error);
}

const GramCcsRules *
gram_charge_rules (GramRegistry *registry, GramRulebook **rulebook, GError **error)
{
  if (gram_account_rules_in_force (registry, GRAM_ACCOUNT_CCS_USED, rulebook, error) == NULL)
    return NULL;
  if (*rulebook != NULL)
    return (*rulebook)->ccs;
  g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                       _ ("No rulebook of the Clean Car Standard is in force"));
  return NULL;
}

GramDate
gram_charge_today (GramRegistry *registry)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCS_USED);

  return gram_life_date (today);
}
