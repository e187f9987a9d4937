/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-sheets.h"

#include "gram-ccs-fleet.h"
#include "gram-payment-table.h"

GramChargeSheet *
gram_charge_sheet_new (GramChargeRecord *record)
{
  GramChargeSheet *self = g_new0 (GramChargeSheet, 1);

  self->record = record;
  self->stored = gram_charge_record_copy (record);
  self->facts = (GramCcsCharge){
    .grams = record->grams,
    .grams_back = record->grams_back,
    .amount = record->amount,
    .amount_back = record->amount_back,
    .rate = record->rate,
  };
  self->money = g_array_new (FALSE, FALSE, sizeof (GramChargeMoney));
  self->credits = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));
  return self;
}

void
gram_charge_sheet_free (GramChargeSheet *self)
{
  if (self == NULL)
    return;
  gram_charge_record_free (self->record);
  gram_charge_record_free (self->stored);
  g_array_unref (self->money);
  g_array_unref (self->credits);
  g_free (self);
}

/* Each line of money is above 0: what comes off is dropped from the lines that it came by. */
static void
add_money (GramChargeSheet *self, gint64 payment_id, gint64 value)
{
  const GramChargeMoney money = { payment_id, value };

  g_assert (value >= 0);
  self->facts.money += value;
  if (value != 0)
    g_array_append_val (self->money, money);
}

/* Takes the newest money of a payment off. */
static void
drop_money (GramChargeSheet *self, gint64 payment_id, gint64 value)
{
  g_assert (value >= 0);
  self->facts.money -= value;
  for (guint i = self->money->len; i > 0 && value > 0; i--)
    {
      GramChargeMoney *money = &g_array_index (self->money, GramChargeMoney, i - 1);
      gint64 taken = money->payment_id == payment_id ? MIN (value, money->value) : 0;

      money->value -= taken;
      value -= taken;
      if (money->value == 0)
        g_array_remove_index (self->money, i - 1);
    }
}

static void
add_credits (GramChargeSheet *self, int year, gint64 credits)
{
  const GramCcsCredits line = { year, credits };
  guint i = 0;

  self->facts.credits += credits;
  while (i < self->credits->len && g_array_index (self->credits, GramCcsCredits, i).year < year)
    i++;
  if (i < self->credits->len && g_array_index (self->credits, GramCcsCredits, i).year == year)
    g_array_index (self->credits, GramCcsCredits, i).credits += credits;
  else
    g_array_insert_val (self->credits, i, line);
}

/* The row of a reversal names itself; its money was that of the payment that it reverses. */
static gboolean
drop_reversed (GramChargeSheet *self,
               GramStore *store,
               const GramChargeSettlementRecord *settlement,
               GError **error)
{
  g_autoptr (GramPaymentRecord) reversal = NULL;

  if (!gram_payment_table_get (store, settlement->payment_id, &reversal, error))
    return FALSE;
  g_assert (reversal != NULL);
  drop_money (self, reversal->reverses, -settlement->value);
  return TRUE;
}

/* Reads one row; see the schema of charge_settlement. */
static gboolean
fold (GramChargeSheet *self,
      GramStore *store,
      const GramChargeSettlementRecord *settlement,
      GError **error)
{
  switch (settlement->kind)
    {
    case GRAM_CHARGE_SETTLEMENT_CREDIT:
      if (settlement->credits != 0)
        add_credits (self, settlement->year, settlement->credits);
      return TRUE;
    case GRAM_CHARGE_SETTLEMENT_MONEY:
      if (settlement->value < 0)
        return drop_reversed (self, store, settlement, error);
      add_money (self, settlement->payment_id, settlement->value);
      return TRUE;
    case GRAM_CHARGE_SETTLEMENT_IN_FAVOUR:
    case GRAM_CHARGE_SETTLEMENT_BEFORE:
      /* A payment that bounced later opened the charge again. */
      if (settlement->value < 0)
        drop_money (self, 0, -settlement->value);
      else
        add_money (self, 0, settlement->value);
      return TRUE;
    case GRAM_CHARGE_SETTLEMENT_CARRY:
      self->facts.carried += settlement->value;
      self->carried += settlement->grams;
      return TRUE;
    case GRAM_CHARGE_SETTLEMENT_CORRECTION:
    default:
      if (settlement->credits != 0)
        add_credits (self, settlement->year, settlement->credits);
      else if (settlement->value < 0)
        drop_money (self, settlement->payment_id, -settlement->value);
      return TRUE;
    }
}

GramChargeSheet *
gram_charge_sheet_read (GramStore *store, GramChargeRecord *record, GError **error)
{
  g_autoptr (GramChargeSheet) self = gram_charge_sheet_new (record);
  g_autoptr (GPtrArray) settlements = gram_charge_settlement_table_list (store, record->id, error);

  if (settlements == NULL)
    return NULL;
  for (guint i = 0; i < settlements->len; i++)
    if (!fold (self, store, settlements->pdata[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
gram_charge_sheets_read (GramStore *store, GPtrArray *records, GError **error)
{
  g_autoptr (GPtrArray) rest = records;
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_sheet_free);

  for (guint i = 0; i < rest->len; i++)
    {
      GramChargeSheet *sheet
          = gram_charge_sheet_read (store, gram_charge_record_copy (rest->pdata[i]), error);

      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  return g_steal_pointer (&sheets);
}

gint64
gram_charge_sheets_outstanding (const GPtrArray *sheets)
{
  gint64 sum = 0;

  for (guint i = 0; i < sheets->len; i++)
    sum += ((const GramChargeSheet *)sheets->pdata[i])->record->outstanding;
  return sum;
}

/* The newest money first. */
static GArray *
give_money_back (GramChargeSheet *self, gint64 value)
{
  GArray *back = g_array_new (FALSE, FALSE, sizeof (GramChargeMoney));

  self->facts.money += value;
  for (guint i = self->money->len; i > 0 && value > 0; i--)
    {
      const GramChargeMoney *last = &g_array_index (self->money, GramChargeMoney, i - 1);
      const GramChargeMoney one = { last->payment_id, MIN (value, last->value) };

      g_array_append_val (back, one);
      value -= one.value;
      drop_money (self, one.payment_id, one.value);
    }
  g_assert (value == 0);
  return back;
}

/* The grams that what is still carried would have if it were carried only now. */
static gint64
still_carried (const GramChargeSheet *self, const GramCcsRules *rules)
{
  GramCcsCharge open = self->facts;
  GramFleetCarried left;

  if (self->facts.carried == 0)
    return 0;
  open.money += gram_ccs_charge_outstanding (rules, &open);
  open.carried = 0;
  gram_borrowing_carries (rules, &open, &left);
  return MIN (left.grams, self->carried);
}

gboolean
gram_charge_sheet_take_back (GramChargeSheet *self,
                             const GramCcsRules *rules,
                             gint64 grams,
                             gint64 amount,
                             GramChargeBack *back,
                             GramRefusal **refusal)
{
  g_return_val_if_fail (self != NULL && back != NULL, FALSE);

  *back = (GramChargeBack){ .grams = grams, .amount = amount };
  if (!gram_ccs_charge_take_back (rules, &self->facts, grams, amount, &back->back, refusal))
    return FALSE;
  back->carried_grams = self->carried - still_carried (self, rules);
  self->carried -= back->carried_grams;
  self->record->grams_back = self->facts.grams_back;
  self->record->amount_back = self->facts.amount_back;
  self->record->outstanding -= back->back.dropped;
  /* The facts are as they stand already; the sources follow. */
  back->money = give_money_back (self, back->back.money_back);
  back->credits = gram_ccs_credits_give_back ((const GramCcsCredits *)self->credits->data,
                                              self->credits->len, back->back.credits_back);
  self->facts.credits += back->back.credits_back;
  for (guint i = 0; i < back->credits->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (back->credits, GramCcsCredits, i);

      add_credits (self, line->year, -line->credits);
    }
  self->record->credits = self->facts.credits;
  return TRUE;
}

void
gram_charge_back_clear (GramChargeBack *self)
{
  g_clear_pointer (&self->money, g_array_unref);
  g_clear_pointer (&self->credits, g_array_unref);
}

gint64
gram_charge_sheet_set_off (GramChargeSheet *self,
                           const GramCcsRules *rules,
                           int year,
                           gint64 credits)
{
  gint64 before = self->record->outstanding;

  add_credits (self, year, credits);
  self->record->credits = self->facts.credits;
  self->record->outstanding = gram_ccs_charge_outstanding (rules, &self->facts);
  return before - self->record->outstanding;
}

void
gram_charge_sheet_pay (GramChargeSheet *self, gint64 payment_id, gint64 value)
{
  g_return_if_fail (value > 0 && value <= self->record->outstanding);

  add_money (self, payment_id, value);
  self->record->outstanding -= value;
}

gint64
gram_charge_sheet_unpay (GramChargeSheet *self,
                         const GramCcsRules *rules,
                         gint64 payment_id,
                         gint64 at_most,
                         gint64 *money)
{
  gint64 before = self->record->outstanding;

  *money = 0;
  for (guint i = 0; i < self->money->len; i++)
    {
      const GramChargeMoney *one = &g_array_index (self->money, GramChargeMoney, i);

      if (one->payment_id == payment_id)
        *money += one->value;
    }
  *money = MIN (*money, at_most);
  drop_money (self, payment_id, *money);
  self->record->outstanding = gram_ccs_charge_outstanding (rules, &self->facts);
  return self->record->outstanding - before;
}

void
gram_charge_sheet_settle_again (GramChargeSheet *self,
                                const GramCcsRules *rules,
                                const GramChargeBack *back,
                                GramChargeAgain *again)
{
  *again = (GramChargeAgain){
    .offsets = g_array_new (FALSE, FALSE, sizeof (GramCcsOffset)),
  };
  /* They came back with the newest year first. */
  for (guint i = back->credits->len; i > 0; i--)
    {
      const GramCcsCredits *line = &g_array_index (back->credits, GramCcsCredits, i - 1);
      gint64 clear = gram_ccs_charge_credits_to_clear (rules, &self->facts);
      GramCcsOffset offset = { 0, line->year, MIN (line->credits, clear), 0 };

      if (offset.credits == 0)
        break;
      offset.value = gram_charge_sheet_set_off (self, rules, offset.year, offset.credits);
      g_array_append_val (again->offsets, offset);
    }
  again->money = MIN (back->back.money_back, self->record->outstanding);
  if (again->money > 0)
    gram_charge_sheet_pay (self, 0, again->money);
}

void
gram_charge_again_clear (GramChargeAgain *self)
{
  g_clear_pointer (&self->offsets, g_array_unref);
}
