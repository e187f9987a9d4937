/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-charge-postings.h"
#include "gram-payment-query.h"

#include <inttypes.h>

void
charges_carry_in (Fixture *self, int year, const char *grams)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@', 'year': %d, 'amount': '%s'}", year, grams),
                   ==, "");
}

void
charges_enter (Fixture *self, const char *chassis, int over)
{
  g_autofree char *co2 = g_strdup_printf ("%d", 108 + over);

  figures_enter (self, "@", chassis, "A", 1482, co2);
}

const char *
charges_accept (Fixture *self, const char *names, const char *more)
{
  return fixture_do (self, OWNER, "vehicle.accept", "{'account': '@', 'vehicles': [%s]%s}", names,
                     more);
}

gint64
charges_enter_accepted (Fixture *self, const char *chassis, int over)
{
  g_autofree char *name = g_strdup_printf ("'%s'", chassis);
  gint64 charge = 0;

  charges_enter (self, chassis, over);
  g_assert_cmpstr (charges_accept (self, name, ""), ==, "");
  g_variant_lookup (self->result, "charge", "x", &charge);
  return charge;
}

const char *
charges_offset (Fixture *self, const char *more)
{
  return fixture_do (self, OWNER, "charge.offset", "{'account': '@'%s" SIGNED "}", more);
}

const char *
charges_pay (Fixture *self, const char *amount, const char *more)
{
  return fixture_do (self, ADMINISTRATOR, "payment.record",
                     "{'account': '@', 'amount': '%s', 'paid-on': '2026-03-16'%s}", amount, more);
}

GramChargeRecord *
charges_get (Fixture *self, gint64 id)
{
  GramChargeRecord *record = NULL;
  GError *error = NULL;

  gram_charge_table_get (gram_registry_get_store (self->registry), id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

gint64
charges_outstanding (Fixture *self, gint64 id)
{
  g_autoptr (GramChargeRecord) record = charges_get (self, id);

  return record->outstanding;
}

const char *
charges_result (Fixture *self, const char *name)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (self->result, name, "&s", &text));
  return text;
}

void
charges_assert (Fixture *self, gint64 charges, gint64 in_favour, gint64 credits)
{
  g_assert_cmpint (figures_balance (self, 1, "charges", "NZD"), ==, charges);
  g_assert_cmpint (figures_balance (self, 1, "in-favour", "NZD"), ==, in_favour);
  g_assert_cmpint (figures_balance (self, 1, "holding", CREDIT_USED_2026), ==, credits);
}

/* One charge; answers what is outstanding of it. */
static gint64
check_charge (Fixture *self, const GramChargeRecord *record)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramChargeSheet) sheet = NULL;
  g_autoptr (GPtrArray) settlements = NULL;
  const GramCcsRules *rules;
  gint64 left = record->amount;
  gint64 credits = 0;
  GError *error = NULL;

  rules = gram_charge_rules (self->registry, &rulebook, &error);
  g_assert_no_error (error);
  settlements = gram_charge_settlement_table_list (store, record->id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < settlements->len; i++)
    {
      const GramChargeSettlementRecord *settlement = settlements->pdata[i];

      left -= settlement->value;
      credits += settlement->credits;
      g_assert_cmpint (left, >=, 0);
      g_assert_cmpint (credits, >=, 0);
    }
  g_assert_cmpint (record->outstanding, ==, left);
  g_assert_cmpint (record->credits, ==, credits);
  g_assert_cmpint (record->credits, <=, record->grams - record->grams_back);
  g_assert_true ((record->outstanding == 0) == (*record->settled_on != '\0'));
  sheet = gram_charge_sheet_read (store, gram_charge_record_copy (record), &error);
  g_assert_no_error (error);
  g_assert_true (gram_ccs_charge_check (rules, &sheet->facts, NULL));
  g_assert_cmpint (gram_ccs_charge_outstanding (rules, &sheet->facts), ==, left);
  return left;
}

static void
check_account (Fixture *self, gint64 account_id)
{
  g_autoptr (GPtrArray) records = NULL;
  gint64 outstanding = 0;
  GError *error = NULL;

  records
      = gram_charge_table_list (gram_registry_get_store (self->registry), account_id, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    outstanding += check_charge (self, records->pdata[i]);
  g_assert_cmpint (figures_balance (self, account_id, "charges", "NZD"), ==, outstanding);
}

/* What a payment says that it settled is what its rows say. */
static void
check_payments (Fixture *self)
{
  GramStore *store = gram_registry_get_store (self->registry);
  GramPaymentQuery query = { 0 };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  GError *error = NULL;

  ids = gram_payment_table_ids (store, &query, 0, &error);
  g_assert_no_error (error);
  payments = gram_payment_table_page (store, (const gint64 *)ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < payments->len; i++)
    {
      const GramPaymentRecord *payment = payments->pdata[i];
      gint64 sign = payment->kind == GRAM_PAYMENT_REVERSAL ? -1 : 1;
      g_autoptr (GPtrArray) settlements = NULL;
      gint64 settled = 0;

      settlements = gram_charge_settlement_table_of_payment (store, payment->id, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < settlements->len; k++)
        {
          const GramChargeSettlementRecord *settlement = settlements->pdata[k];

          if (settlement->kind == GRAM_CHARGE_SETTLEMENT_MONEY)
            settled += settlement->value;
        }
      g_assert_cmpint (settled, ==, sign * (payment->amount - payment->in_favour));
    }
}

void
charges_check (Fixture *self)
{
  static const char *const system[] = { "charge", "payment", "offset", "carry" };
  gint64 sum
      = figures_balance (self, 1, "charges", "NZD") + figures_balance (self, 2, "charges", "NZD");
  gint64 in_favour = figures_balance (self, 1, "in-favour", "NZD")
                     + figures_balance (self, 2, "in-favour", "NZD");

  check_account (self, 1);
  check_account (self, 2);
  check_payments (self);
  for (gsize i = 0; i < G_N_ELEMENTS (system); i++)
    sum += figures_balance (self, 0, system[i], "NZD");
  g_assert_cmpint (sum, ==, 0);
  g_assert_cmpint (figures_balance (self, 0, "due-back", "NZD"), ==, -in_favour);
  fixture_verify (self);
}
