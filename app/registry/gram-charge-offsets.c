/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-offsets.h"

#include "gram-charge-postings.h"
#include "gram-handlers-charges.h"
#include "gram-settlement-arguments.h"
#include "gram-units.h"

#include "gram-ledger-query.h"

#include <glib/gi18n-lib.h>

static gboolean
read_at_most (GramChargeWish *self, GVariant *arguments, GramRefusal **refusal)
{
  const char *text = NULL;

  if (!g_variant_lookup (arguments, "at-most", "&s", &text))
    return TRUE;
  if (gram_decimal_parse (text, GRAM_UNIT_CREDIT_SCALE, &self->wish.at_most, NULL)
      && self->wish.at_most > 0)
    return TRUE;
  return gram_refuse (refusal, "credits.at-most", GRAM_CHARGES_ARTICLE,
                      _ ("“%s” is not a number of credits; write it like 15.55"), text);
}

gboolean
gram_charge_wish_read (GramChargeWish *self,
                       GVariant *arguments,
                       GramCreditUse otherwise,
                       GramRefusal **refusal)
{
  g_autofree const char **years = NULL;
  const char *word = NULL;
  int use = (int)otherwise;

  *self = (GramChargeWish){ 0 };
  if (g_variant_lookup (arguments, "credits", "&s", &word)
      && !gram_word_parse ("credit-use", word, &use))
    return gram_refuse (refusal, "charge.credits", GRAM_CHARGES_ARTICLE,
                        _ ("“%s” is no way to pay with credits; write none, oldest or chosen"),
                        word);
  g_variant_lookup (arguments, "credit-years", "^a&s", &years);
  self->chosen = gram_ccs_credits_parse (years, refusal);
  if (self->chosen == NULL || !read_at_most (self, arguments, refusal))
    return FALSE;
  self->wish.use = (GramCreditUse)use;
  self->wish.chosen = (const GramCcsCredits *)self->chosen->data;
  self->wish.n_chosen = self->chosen->len;
  return TRUE;
}

void
gram_charge_wish_clear (GramChargeWish *self)
{
  g_clear_pointer (&self->chosen, g_array_unref);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return ((const GramCcsCredits *)a)->year - ((const GramCcsCredits *)b)->year;
}

GArray *
gram_charge_holdings (GramStore *store, const GramAccountRecord *account, GError **error)
{
  g_autoptr (GPtrArray) balances = gram_ledger_balances (store, account->id, error);
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  if (balances == NULL)
    return NULL;
  for (guint i = 0; i < balances->len; i++)
    {
      const GramLedgerBalance *balance = balances->pdata[i];
      const GramCcsCredits line = { gram_unit_year (balance->unit), balance->balance };

      if (g_str_equal (balance->role, "holding") && gram_unit_is_credit (balance->unit))
        g_array_append_val (holdings, line);
    }
  g_array_sort (holdings, compare_years);
  return g_steal_pointer (&holdings);
}

GArray *
gram_charge_offsets_plan (GramRegistry *registry,
                          GPtrArray *sheets,
                          const GArray *holdings,
                          const GramChargeWish *wish,
                          GramChargeOffsetSums *sums,
                          GramRefusal **refusal,
                          GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (GramCcsCharge));
  g_autoptr (GArray) offsets = NULL;
  const GramCcsRules *rules = gram_charge_rules (registry, &rulebook, error);

  *sums = (GramChargeOffsetSums){ 0 };
  if (rules == NULL)
    return NULL;
  for (guint i = 0; i < sheets->len; i++)
    g_array_append_val (facts, ((const GramChargeSheet *)sheets->pdata[i])->facts);
  offsets = gram_ccs_offset_plan (rules, (const GramCcsCharge *)facts->data, facts->len,
                                  (const GramCcsCredits *)holdings->data, holdings->len,
                                  &wish->wish, gram_charge_today (registry), refusal);
  if (offsets == NULL)
    return NULL;
  for (guint i = 0; i < offsets->len; i++)
    {
      GramCcsOffset *offset = &g_array_index (offsets, GramCcsOffset, i);

      offset->value = gram_charge_sheet_set_off (sheets->pdata[offset->charge], rules, offset->year,
                                                 offset->credits);
      sums->credits += offset->credits;
      sums->discharged += offset->value;
    }
  return g_steal_pointer (&offsets);
}

/* The credits of each year, whichever charges they settle. */
static GArray *
by_year (const GArray *offsets, gint64 *value)
{
  GArray *credits = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  *value = 0;
  for (guint i = 0; i < offsets->len; i++)
    {
      const GramCcsOffset *offset = &g_array_index (offsets, GramCcsOffset, i);
      const GramCcsCredits line = { offset->year, offset->credits };
      guint at = 0;

      *value += offset->value;
      while (at < credits->len && g_array_index (credits, GramCcsCredits, at).year != offset->year)
        at++;
      if (at < credits->len)
        g_array_index (credits, GramCcsCredits, at).credits += offset->credits;
      else
        g_array_append_val (credits, line);
    }
  g_array_sort (credits, compare_years);
  return credits;
}

static gboolean
write_lines (GramCall *call,
             GPtrArray *sheets,
             GramAccountKind kind,
             const GArray *offsets,
             gint64 posting_id,
             GError **error)
{
  for (guint i = 0; i < offsets->len; i++)
    {
      const GramCcsOffset *offset = &g_array_index (offsets, GramCcsOffset, i);
      const GramChargeSheet *sheet = sheets->pdata[offset->charge];
      const GramChargeEntry entry = {
        .kind = GRAM_CHARGE_SETTLEMENT_CREDIT,
        .value = offset->value,
        .year = offset->year,
        .credits = offset->credits,
        .account_kind = kind,
        .posting_id = posting_id,
      };

      if (!gram_charge_entry_write (&entry, call, sheet->record->id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_charge_offsets_write (GramCall *call,
                           GPtrArray *sheets,
                           const GramAccountRecord *account,
                           const GArray *offsets,
                           GError **error)
{
  g_autoptr (GArray) credits = NULL;
  GramChargePosting posting = { .account_id = account->id, .kind = account->kind };
  gint64 posting_id;

  if (offsets->len == 0)
    return TRUE;
  credits = by_year (offsets, &posting.offset);
  posting.charges = -posting.offset;
  posting.credits = credits;
  if (!gram_charge_posting_post (&posting, call, "offset", &posting_id, error)
      || !write_lines (call, sheets, account->kind, offsets, posting_id, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      GramChargeSheet *sheet = sheets->pdata[i];

      if (sheet->record->credits != sheet->stored->credits
          && !gram_charge_sheet_write (sheet, call, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_named (GramStore *store,
           const GramAccountRecord *account,
           gint64 id,
           GPtrArray *records,
           GramRefusal **refusal,
           GError **error)
{
  GramChargeRecord *record = NULL;

  if (!gram_charge_table_get (store, id, &record, error))
    return FALSE;
  if (record != NULL)
    g_ptr_array_add (records, record);
  if (record == NULL || record->account_id != account->id)
    return gram_charges_refuse_unknown (id, refusal);
  return record->outstanding > 0 || gram_charges_refuse_settled (id, refusal);
}

GPtrArray *
gram_charge_sheets_named (GramStore *store,
                          const GramAccountRecord *account,
                          const GArray *ids,
                          GramRefusal **refusal,
                          GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  if (ids == NULL || ids->len == 0)
    records = gram_charge_table_live (store, account->id, error);
  else
    records = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_record_free);
  for (guint i = 0; records != NULL && ids != NULL && i < ids->len; i++)
    if (!add_named (store, account, g_array_index (ids, gint64, i), records, refusal, error))
      return NULL;
  return records != NULL ? gram_charge_sheets_read (store, g_steal_pointer (&records), error)
                         : NULL;
}

gboolean
gram_charges_offset (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramChargeWish) wish = { 0 };
  g_autoptr (GArray) ids = gram_call_dup_ids (call, "charges");
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GArray) holdings = NULL;
  g_autoptr (GArray) offsets = NULL;
  GramChargeOffsetSums sums;
  gint64 outstanding;

  if (!gram_charge_wish_read (&wish, call->arguments, GRAM_CREDIT_USE_OLDEST, refusal))
    return FALSE;
  if (wish.wish.use == GRAM_CREDIT_USE_NONE)
    return gram_refuse (refusal, "charge.credits", GRAM_CHARGES_ARTICLE,
                        _ ("Choose which credits pay: the oldest first, or those of chosen years"));
  wish.wish.needed = TRUE;
  sheets = gram_charge_sheets_named (call->store, call->account, ids, refusal, error);
  if (sheets == NULL)
    return FALSE;
  holdings = gram_charge_holdings (call->store, call->account, error);
  if (holdings == NULL)
    return FALSE;
  offsets
      = gram_charge_offsets_plan (call->registry, sheets, holdings, &wish, &sums, refusal, error);
  if (offsets == NULL || !gram_charge_offsets_write (call, sheets, call->account, offsets, error)
      || !gram_charges_outstanding (call->store, call->account->id, &outstanding, NULL, error))
    return FALSE;
  gram_settlement_answer_decimal (call, "offset", sums.credits, GRAM_UNIT_CREDIT_SCALE);
  gram_settlement_answer_decimal (call, "discharged", sums.discharged, GRAM_DECIMAL_SCALE_MONEY);
  gram_settlement_answer_decimal (call, "outstanding", outstanding, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}
