/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-plan.h"

#include "gram-charge-sheets.h"
#include "gram-units.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
gram_fleet_plan_clear (GramFleetPlan *self)
{
  gram_fleet_standing_clear (&self->standing);
  g_clear_pointer (&self->takes, g_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->digest, g_free);
}

gint64
gram_fleet_plan_charges (const GramFleetPlan *self)
{
  const GramFleetDifference *difference = &self->standing.difference;

  return difference->amount_new + difference->carried_amount_new + self->short_amount;
}

gboolean
gram_fleet_plan_posts (const GramFleetPlan *self)
{
  return self->standing.difference.credits_new > 0 || self->credits_taken > 0
         || gram_fleet_plan_charges (self) > 0 || self->takes->len > 0;
}

/* Credits that are not earned any more go out of the holding; those that are not there any more are owed in money. */
static gboolean
plan_credits (GramFleetPlan *self, GramRefusal **refusal, GError **error)
{
  const GramFleetStanding *standing = &self->standing;
  const GramAccountRecord *account = standing->account;
  g_autofree char *unit = gram_unit_make_credit (account->kind, standing->year);
  gint64 held;

  if (standing->difference.credits_back == 0)
    return TRUE;
  if (!gram_ledger_balance (gram_registry_get_store (standing->registry), account->id, "holding",
                            unit, &held, error))
    return FALSE;
  self->credits_taken = MIN (held, standing->difference.credits_back);
  self->short_grams = standing->difference.credits_back - self->credits_taken;
  return gram_ccs_amount (standing->rulebook->ccs, self->short_grams, standing->now.rate,
                          &self->short_amount)
         || gram_refuse (refusal, "ccs.figure-too-large", NULL,
                         _ ("The figures are too large to be true; correct the values first"));
}

/* The newest charge of a kind is taken back first. */
static void
plan_takes (GramFleetPlan *self, GramChargeKind kind, gint64 grams, gint64 amount)
{
  const GPtrArray *charges = self->standing.charges;

  for (guint i = charges->len; i > 0 && (grams > 0 || amount > 0); i--)
    {
      const GramChargeRecord *charge = charges->pdata[i - 1];
      gint64 grams_left = charge->grams - charge->grams_back;
      gint64 amount_left = charge->amount - charge->amount_back;
      GramFleetTake take = { charge->id, kind, MIN (grams, grams_left), MIN (amount, amount_left) };

      if (charge->kind != kind || amount_left == 0)
        continue;
      /* All of its grams are all that it asks for. */
      if (grams >= grams_left)
        take.amount = amount_left;
      grams -= take.grams;
      amount -= take.amount;
      self->taken_back += take.amount;
      g_array_append_val (self->takes, take);
    }
}

static const GramChargeRecord *
find_charge (const GPtrArray *charges, gint64 id)
{
  for (guint i = 0; i < charges->len; i++)
    if (((GramChargeRecord *)charges->pdata[i])->id == id)
      return charges->pdata[i];
  g_return_val_if_reached (NULL);
}

/* What that gives back: worked out on a sheet, as it will be done. */
static gboolean
try_take (GramFleetPlan *self, const GramFleetTake *take, GramRefusal **refusal, GError **error)
{
  const GramFleetStanding *standing = &self->standing;
  const GramChargeRecord *charge = find_charge (standing->charges, take->charge_id);
  g_autoptr (GramChargeSheet) sheet
      = gram_charge_sheet_read (gram_registry_get_store (standing->registry),
                                gram_charge_record_copy (charge), error);
  g_auto (GramChargeBack) back = { 0 };

  if (sheet == NULL
      || !gram_charge_sheet_take_back (sheet, standing->rulebook->ccs, take->grams, take->amount,
                                       &back, refusal))
    return FALSE;
  self->money_back += back.back.money_back;
  self->credits_back += back.back.credits_back;
  self->carried_back += back.back.carried_back;
  return TRUE;
}

static gboolean
plan_charges (GramFleetPlan *self, GramRefusal **refusal, GError **error)
{
  const GramFleetDifference *difference = &self->standing.difference;

  plan_takes (self, GRAM_CHARGE_FLEET_AVERAGE, difference->grams_back, difference->amount_back);
  plan_takes (self, GRAM_CHARGE_CARRIED, difference->carried_grams_back,
              difference->carried_amount_back);
  for (guint i = 0; i < self->takes->len; i++)
    if (!try_take (self, &g_array_index (self->takes, GramFleetTake, i), refusal, error))
      return FALSE;
  return TRUE;
}

static void
add_number (GChecksum *checksum, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64 "\n", number);

  g_checksum_update (checksum, (const guchar *)text, -1);
}

/* Over everything that would be written, and over what it is a difference to. */
static char *
dup_digest (const GramFleetPlan *self)
{
  const GramFleetStanding *standing = &self->standing;
  const GramFleetYearRecord *last = gram_fleet_standing_last (standing);
  const GramFleetDifference *difference = &standing->difference;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const gint64 numbers[] = {
    standing->account->id,
    standing->year,
    last != NULL ? last->id : 0,
    standing->rulebook_id,
    standing->facts.vehicles,
    standing->facts.net,
    standing->facts.carried.grams,
    standing->facts.carried.value,
    difference->credits_new,
    self->credits_taken,
    self->short_grams,
    difference->grams_new,
    difference->amount_new,
    difference->carried_grams_new,
    difference->carried_amount_new,
    self->money_back,
    self->credits_back,
    self->carried_back,
    (self->due_on.year * 100 + self->due_on.month) * 100 + self->due_on.day,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_number (checksum, numbers[i]);
  for (guint i = 0; i < self->takes->len; i++)
    {
      const GramFleetTake *take = &g_array_index (self->takes, GramFleetTake, i);

      add_number (checksum, take->charge_id);
      add_number (checksum, take->grams);
      add_number (checksum, take->amount);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
gram_fleet_plan_init (GramFleetPlan *self,
                      GramRegistry *registry,
                      const GramAccountRecord *account,
                      int year,
                      GramRefusal **refusal,
                      GError **error)
{
  *self = (GramFleetPlan){
    .takes = g_array_new (FALSE, FALSE, sizeof (GramFleetTake)),
    .lines = g_ptr_array_new_with_free_func (g_free),
  };
  if (!gram_fleet_standing_init (&self->standing, registry, account, year, error)
      || !gram_fleet_standing_can_settle (&self->standing, refusal))
    return FALSE;
  self->due_on = gram_ccs_charge_due_on (self->standing.rulebook->ccs, GRAM_CHARGE_FLEET_AVERAGE,
                                         year, self->standing.today);
  if (!plan_credits (self, refusal, error) || !plan_charges (self, refusal, error))
    return FALSE;
  gram_fleet_plan_say (self);
  self->digest = dup_digest (self);
  return TRUE;
}
