/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charges.h"

#include "gram-charge-back.h"
#include "gram-charge-offsets.h"
#include "gram-charge-postings.h"
#include "gram-figure-postings.h"

#include "gram-account-table.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
gram_charges_make (GramCall *call, const GramChargeDraft *draft, gint64 *charge_id, GError **error)
{
  g_autoptr (GramChargeRecord) record = gram_charge_record_new ();

  record->account_id = draft->account_id;
  record->kind = draft->kind;
  record->year = draft->year;
  record->vehicles = (int)MIN (draft->vehicles, G_MAXINT);
  record->grams = draft->grams;
  record->rate = draft->rate;
  record->amount = draft->amount;
  g_free (record->arisen_on);
  record->arisen_on = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCS_USED);
  g_free (record->due_on);
  record->due_on = gram_date_format (draft->due_on);
  g_set_str (&record->reference, draft->reference != NULL ? draft->reference : "");
  record->document_id = draft->document_id;
  record->rulebook_id = draft->rulebook_id;
  record->posting_id = draft->posting_id;
  record->journal_id = call->journal_id;
  record->outstanding = draft->amount;
  if (!gram_charge_table_insert (call->unit, record, error))
    return FALSE;
  gram_call_touches (call, "charge", record->id);
  if (charge_id != NULL)
    *charge_id = record->id;
  return TRUE;
}

static gboolean
read_sheet (GramCall *call,
            gint64 charge_id,
            GramChargeSheet **sheet,
            GramAccountRecord **account,
            GError **error)
{
  GramChargeRecord *record = NULL;

  if (!gram_charge_table_get (call->store, charge_id, &record, error))
    return FALSE;
  if (record == NULL)
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT,
                   "there is no charge %" PRId64, charge_id);
      return FALSE;
    }
  *sheet = gram_charge_sheet_read (call->store, record, error);
  return *sheet != NULL
         && gram_account_table_get (call->store, (*sheet)->record->account_id, account, error);
}

/* Each year's share of what its credits do not discharge any more; the last one has the cents that are left over. */
static gboolean
write_credits_back (GramCall *call,
                    const GramChargeBack *back,
                    GramChargeEntry *entry,
                    gint64 charge_id,
                    GError **error)
{
  gint64 left = back->back.credit_value_back;

  entry->kind = GRAM_CHARGE_SETTLEMENT_CORRECTION;
  for (guint i = 0; i < back->credits->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (back->credits, GramCcsCredits, i);
      gint64 value = left;

      if (i + 1 < back->credits->len
          && !gram_decimal_multiply_divide (back->back.credit_value_back, line->credits,
                                            back->back.credits_back, GRAM_ROUND_TRUNCATE, &value))
        value = 0;
      left -= value;
      entry->year = line->year;
      entry->credits = -line->credits;
      entry->value = -value;
      if (!gram_charge_entry_write (entry, call, charge_id, error))
        return FALSE;
    }
  /* No credits came back, but by the rounding they discharge a cent more or less. */
  entry->kind = GRAM_CHARGE_SETTLEMENT_CREDIT;
  entry->year = 0;
  entry->credits = 0;
  entry->value = -left;
  return gram_charge_entry_write (entry, call, charge_id, error);
}

/* What is given back first, then what is not owed any more: nobody ever owes less than nothing in between. */
static gboolean
write_back (GramCall *call,
            const GramChargeBack *back,
            GramAccountKind kind,
            gint64 posting_id,
            gint64 charge_id,
            GError **error)
{
  GramChargeEntry entry = {
    .kind = GRAM_CHARGE_SETTLEMENT_CARRY,
    .value = -back->back.carried_back,
    .grams = -back->carried_grams,
    .account_kind = kind,
    .posting_id = posting_id,
  };

  if (!gram_charge_entry_write (&entry, call, charge_id, error))
    return FALSE;
  entry.kind = GRAM_CHARGE_SETTLEMENT_CORRECTION;
  entry.grams = 0;
  for (guint i = 0; i < back->money->len; i++)
    {
      const GramChargeMoney *money = &g_array_index (back->money, GramChargeMoney, i);

      entry.value = -money->value;
      entry.payment_id = money->payment_id;
      if (!gram_charge_entry_write (&entry, call, charge_id, error))
        return FALSE;
    }
  entry.payment_id = 0;
  if (!write_credits_back (call, back, &entry, charge_id, error))
    return FALSE;
  entry.kind = GRAM_CHARGE_SETTLEMENT_CORRECTION;
  entry.value = back->amount;
  entry.grams = back->grams;
  return gram_charge_entry_write (&entry, call, charge_id, error);
}

static gboolean
post_back (GramCall *call,
           const char *meaning,
           const GramChargeBack *back,
           const GramAccountRecord *account,
           gint64 *posting_id,
           GError **error)
{
  g_autoptr (GArray) credits = g_array_copy (back->credits);
  const GramChargePosting posting = {
    .account_id = account->id,
    .charges = -back->back.dropped,
    .charge = back->amount,
    .payment = -back->back.money_back,
    .offset = -back->back.credit_value_back,
    .carry = -back->back.carried_back,
    .in_favour = back->back.money_back,
    .kind = account->kind,
    .credits = credits,
  };

  for (guint i = 0; i < credits->len; i++)
    g_array_index (credits, GramCcsCredits, i).credits *= -1;
  return gram_charge_posting_post (&posting, call, meaning, posting_id, error);
}

gboolean
gram_charges_take_back_sheet (GramCall *call,
                              const char *meaning,
                              GramChargeSheet *sheet,
                              const GramAccountRecord *account,
                              gint64 grams,
                              gint64 amount,
                              GramChargeBack *back,
                              gint64 *posting_id,
                              GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramRefusal) no = NULL;
  const GramCcsRules *rules = gram_charge_rules (call->registry, &rulebook, error);

  if (rules == NULL)
    return FALSE;
  if (!gram_charge_sheet_take_back (sheet, rules, grams, amount, back, &no))
    {
      g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT, no->message);
      return FALSE;
    }
  return post_back (call, meaning, back, account, posting_id, error)
         && write_back (call, back, account->kind, *posting_id, sheet->record->id, error)
         && gram_charge_sheet_write (sheet, call, error);
}

gboolean
gram_charges_take_back (GramCall *call,
                        const char *meaning,
                        gint64 charge_id,
                        gint64 grams,
                        gint64 amount,
                        GramChargesTakenBack *taken,
                        GError **error)
{
  g_autoptr (GramChargeSheet) sheet = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramChargeBack) back = { 0 };

  *taken = (GramChargesTakenBack){ 0 };
  if (!read_sheet (call, charge_id, &sheet, &account, error)
      || !gram_charges_take_back_sheet (call, meaning, sheet, account, grams, amount, &back,
                                        &taken->posting_id, error))
    return FALSE;
  taken->dropped = back.back.dropped;
  taken->carried = back.back.carried_back;
  taken->money = back.back.money_back;
  taken->credits = back.back.credits_back;
  return TRUE;
}

/* What comes back is set off and paid anew: two postings, as two acts. */
gboolean
gram_charges_settle_again (GramCall *call,
                           gint64 charge_id,
                           const GramChargeBack *back,
                           GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_sheet_free);
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramChargeAgain) again = { 0 };
  GramChargeSheet *sheet = NULL;
  const GramCcsRules *rules = gram_charge_rules (call->registry, &rulebook, error);

  if (rules == NULL || !read_sheet (call, charge_id, &sheet, &account, error))
    return FALSE;
  g_ptr_array_add (sheets, sheet);
  gram_charge_sheet_settle_again (sheet, rules, back, &again);
  return gram_charge_offsets_write (call, sheets, account, again.offsets, error)
         && gram_charge_in_favour_write (call, sheet, account, again.money, error);
}

gboolean
gram_charges_carry (GramCall *call, gint64 charge_id, GramFleetCarried *carried, GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramChargeSheet) sheet = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  GramChargePosting posting = { 0 };
  GramChargeEntry entry = { .kind = GRAM_CHARGE_SETTLEMENT_CARRY };
  const GramCcsRules *rules = gram_charge_rules (call->registry, &rulebook, error);

  if (rules == NULL || !read_sheet (call, charge_id, &sheet, &account, error))
    return FALSE;
  gram_borrowing_carries (rules, &sheet->facts, carried);
  entry.value = carried->value;
  entry.grams = carried->grams;
  posting.account_id = account->id;
  posting.charges = -carried->value;
  posting.carry = carried->value;
  sheet->record->outstanding = 0;
  return gram_charge_posting_post (&posting, call, "carry", &entry.posting_id, error)
         && gram_charge_entry_write (&entry, call, charge_id, error)
         && gram_charge_sheet_write (sheet, call, error);
}

gboolean
gram_charges_outstanding (GramStore *store,
                          gint64 account_id,
                          gint64 *outstanding,
                          gint64 *in_favour,
                          GError **error)
{
  return (outstanding == NULL
          || gram_ledger_balance (store, account_id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCS, outstanding,
                                  error))
         && (in_favour == NULL
             || gram_ledger_balance (store, account_id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCS,
                                     in_favour, error));
}

gboolean
gram_charges_refuse_settled (gint64 id, GramRefusal **refusal)
{
  return gram_refuse (refusal, "charge.settled", GRAM_CHARGES_ARTICLE,
                      _ ("Nothing is outstanding of charge %" PRId64), id);
}

gboolean
gram_charges_refuse_unknown (gint64 id, GramRefusal **refusal)
{
  return gram_refuse (refusal, "charge.unknown", GRAM_CHARGES_ARTICLE,
                      _ ("There is no charge %" PRId64 " on this account"), id);
}
