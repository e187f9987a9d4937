/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-queries-charges.h"

#include <inttypes.h>

static const char *
reverse (Fixture *f, gint64 payment)
{
  return fixture_do (f, DECISION_MAKER, "payment.reverse",
                     "{'account': '@', 'payment': %" PRId64 ", 'reason': 'The cheque bounced.'}",
                     payment);
}

static gint64
pay (Fixture *f, const char *amount, const char *more)
{
  g_assert_cmpstr (charges_pay (f, amount, more), ==, "");
  return fixture_result (f, "payment");
}

/* Part payments, the oldest due first; what is more stands in favour. */
static void
test_parts (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramChargeRecord) settled = NULL;
  gint64 first = charges_enter_accepted (f, "ZVW30-1000001", 10);
  gint64 second = charges_enter_accepted (f, "ZVW30-1000002", 5);

  pay (f, "45.00", "");
  g_assert_cmpstr (charges_result (f, "settled"), ==, "45.00");
  g_assert_cmpstr (charges_result (f, "pending"), ==, "45.00");
  g_assert_cmpint (charges_outstanding (f, first), ==, 1500);
  g_assert_cmpint (charges_outstanding (f, second), ==, 3000);
  pay (f, "20.00", ", 'payer': 'Harbour Street Imports Ltd', 'reference': 'INV 7'");
  g_assert_cmpint (charges_outstanding (f, first), ==, 0);
  g_assert_cmpint (charges_outstanding (f, second), ==, 2500);
  settled = charges_get (f, first);
  g_assert_cmpstr (settled->settled_on, ==, "2026-03-16");
  pay (f, "40.00", "");
  g_assert_cmpstr (charges_result (f, "settled"), ==, "25.00");
  g_assert_cmpstr (charges_result (f, "in-favour"), ==, "15.00");
  charges_assert (f, 0, 1500, 0);
  charges_check (f);
}

/* A payment that names its charges settles these; what is more stands in favour though others are open. */
static void
test_chosen (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 first = charges_enter_accepted (f, "ZVW30-1000001", 10);
  gint64 second = charges_enter_accepted (f, "ZVW30-1000002", 5);
  g_autofree char *these = g_strdup_printf (", 'charges': [%" PRId64 "]", second);

  pay (f, "40.00", these);
  g_assert_cmpint (charges_outstanding (f, first), ==, 6000);
  g_assert_cmpint (charges_outstanding (f, second), ==, 0);
  charges_assert (f, 6000, 1000, 0);
  g_assert_cmpstr (charges_pay (f, "1.00", these), ==, "charge.settled");
  g_assert_cmpstr (charges_pay (f, "1.00", ", 'charges': [99]"), ==, "charge.unknown");
  charges_check (f);
}

/* What a payment settled is open again, and once; what stood in favour of it goes. */
static void
test_reverse (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 first = charges_enter_accepted (f, "ZVW30-1000001", 10);
  gint64 second = charges_enter_accepted (f, "ZVW30-1000002", 5);
  gint64 payment = pay (f, "100.00", "");
  g_autoptr (GramPaymentRecord) reversal = NULL;
  g_autoptr (GramChargeRecord) opened = NULL;
  gint64 reversed;

  charges_assert (f, 0, 1000, 0);
  g_assert_cmpstr (reverse (f, payment), ==, "");
  reversed = fixture_result (f, "payment");
  g_assert_cmpstr (charges_result (f, "opened"), ==, "90.00");
  charges_assert (f, 9000, 0, 0);
  g_assert_cmpint (charges_outstanding (f, first), ==, 6000);
  opened = charges_get (f, second);
  g_assert_cmpint (opened->outstanding, ==, 3000);
  g_assert_cmpstr (opened->settled_on, ==, "");
  gram_payment_table_get (gram_registry_get_store (f->registry), reversed, &reversal, NULL);
  g_assert_cmpint (reversal->reverses, ==, payment);
  g_assert_cmpint (reversal->amount, ==, 10000);
  g_assert_cmpint (reversal->in_favour, ==, 1000);
  g_assert_cmpstr (reversal->reason, ==, "The cheque bounced.");
  g_assert_cmpstr (reverse (f, payment), ==, "payment.reversed");
  g_assert_cmpstr (reverse (f, reversed), ==, "payment.not-reversible");
  g_assert_cmpstr (reverse (f, 99), ==, "payment.unknown");
  charges_check (f);
  pay (f, "90.00", "");
  charges_assert (f, 0, 0, 0);
  charges_check (f);
}

/* What stood in favour settles charges, or is paid back. Once that comes back the payment can be reversed, too: what it was used
   for is owed again. */
static void
test_in_favour (void)
{
  static const PeopleRow rows[] = {
    { ADMINISTRATOR, "payment.pay-back",
      "{'account': '@', 'amount': '50.01', 'paid-on': '2026-03-16'}", "payment.in-favour" },
    { ADMINISTRATOR, "payment.pay-back",
      "{'account': '@', 'amount': '1.00', 'paid-on': '2026-03-17'}", "payment.day" },
    { OWNER, "payment.pay-back", "{'account': '@', 'amount': '1.00', 'paid-on': '2026-03-16'}",
      "permission.role" },
    { OWNER, "payment.use-in-favour", "{'account': '@'}", "permission.role" },
    { ADMINISTRATOR, "payment.use-in-favour", "{'account': '@', 'charges': [99]}",
      "charge.unknown" },
    { ADMINISTRATOR, "payment.use-in-favour", "{'account': '@'}", "" },
    { DECISION_MAKER, "payment.pay-back",
      "{'account': '@', 'amount': '15.00', 'paid-on': '2026-03-16', 'reference': 'PB 1'}", "" },
    { ADMINISTRATOR, "payment.use-in-favour", "{'account': '@'}", "charge.nothing-outstanding" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 payment;
  gint64 pay_back;

  charges_enter_accepted (f, "ZVW30-1000001", 10);
  payment = pay (f, "110.00", "");
  charges_assert (f, 0, 5000, 0);
  charges_enter_accepted (f, "ZVW30-1000002", 5);
  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  pay_back = payment + 1;
  charges_assert (f, 0, 500, 0);
  charges_check (f);
  g_assert_cmpstr (reverse (f, payment), ==, "payment.in-favour-used");
  /* The transfer came back. */
  g_assert_cmpstr (reverse (f, pay_back), ==, "");
  charges_assert (f, 0, 2000, 0);
  g_assert_cmpstr (reverse (f, payment), ==, "");
  g_assert_cmpstr (charges_result (f, "opened"), ==, "90.00");
  charges_assert (f, 9000, 0, 0);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.use-in-favour", "{'account': '@'}"), ==,
                   "payment.nothing-in-favour");
  charges_check (f);
}

/* Money first, then credits: without the money the credits discharge a cent or two more, and nothing is lost. */
static void
test_reverse_under_credits (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 charge;
  gint64 payment;

  charges_carry_in (f, 2025, "30.00");
  charge = charges_enter_accepted (f, "ZVW30-1000001", 10);
  payment = pay (f, "10.01", "");
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  g_assert_cmpstr (reverse (f, payment), ==, "");
  /* 8.34 g of 10 are paid with credits. */
  g_assert_cmpint (charges_outstanding (f, charge), ==, 996);
  charges_check (f);
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  g_assert_cmpint (charges_outstanding (f, charge), ==, 0);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, 2000);
  charges_check (f);
}

/* The list says of each movement why it cannot be reversed. */
static void
test_questions (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) strange = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) seen = NULL;
  const GramPaymentQuery query = { .account_id = 1 };
  const GramPaymentRow *row;
  gint64 payment;

  charges_enter_accepted (f, "ZVW30-1000001", 10);
  payment = pay (f, "20.00", "");
  pay (f, "10.00", "");
  g_assert_cmpstr (reverse (f, payment), ==, "");
  ids = gram_registry_payment_ids (f->registry, f->actors[DECISION_MAKER], &query, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 3);
  rows = gram_registry_payment_rows (f->registry, f->actors[DECISION_MAKER],
                                     (const gint64 *)ids->data, ids->len, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_cmpint (row->id, ==, payment);
  g_assert_cmpstr (row->refusal->id, ==, "payment.reversed");
  row = rows->pdata[1];
  g_assert_null (row->refusal);
  row = rows->pdata[2];
  g_assert_cmpstr (row->refusal->id, ==, "payment.not-reversible");
  seen = gram_registry_payment_rows (f->registry, f->actors[VIEWER], (const gint64 *)ids->data,
                                     ids->len, NULL, NULL);
  row = seen->pdata[1];
  g_assert_cmpstr (row->refusal->id, ==, "permission.role");
  strange = gram_registry_payment_ids (f->registry, f->actors[STRANGER], NULL, 0, NULL, NULL);
  g_assert_cmpuint (strange->len, ==, 0);
}

/* An own registry records what the administrator did, with its document. */
static void
test_own (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);

  charges_enter_accepted (f, "ZVW30-1000001", 10);
  g_assert_cmpstr (fixture_do (f, EDITOR, "payment.record",
                               "{'account': '@', 'amount': '60.00', 'paid-on': '2026-03-16'}"),
                   ==, "decision.reference");
  g_assert_cmpstr (fixture_do (f, EDITOR, "payment.record",
                               "{'account': '@', 'amount': '60.00', 'paid-on': '2026-03-16',"
                               " 'reference': 'Receipt 4711'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, VIEWER, "payment.reverse",
                               "{'account': '@', 'payment': 1, 'reason': 'No.',"
                               " 'reference': 'Letter 1'}"),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, EDITOR, "payment.reverse",
                               "{'account': '@', 'payment': 1, 'reason': 'It bounced.',"
                               " 'reference': 'Letter 1'}"),
                   ==, "");
  charges_assert (f, 6000, 0, 0);
  charges_check (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/payments/parts", test_parts);
  g_test_add_func ("/registry/payments/chosen", test_chosen);
  g_test_add_func ("/registry/payments/reverse", test_reverse);
  g_test_add_func ("/registry/payments/in-favour", test_in_favour);
  g_test_add_func ("/registry/payments/reverse-under-credits", test_reverse_under_credits);
  g_test_add_func ("/registry/payments/questions", test_questions);
  g_test_add_func ("/registry/payments/own", test_own);

  return g_test_run ();
}
