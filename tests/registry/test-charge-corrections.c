/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include <inttypes.h>

#define CAR "ZVW30-1000001"
#define SAYS(co2_) "'kind': 'value', 'field': 'co2', 'claimed': '" co2_ "'"

/*
 * A charge of 20 g at 6.00 dollars, 120.00 in all, is settled by credits of 2024 and 2025 and by money; then the vehicle is
 * corrected. All comes back to the cent, in the opposite order: first what nothing settled, then money, then credits of the
 * newest year first.
 */
static const struct
{
  const char *what;
  const char *of_2024;
  const char *of_2025;
  const char *paid;
  const char *after;
  gint64 charges;
  gint64 in_favour;
  gint64 back_2024;
  gint64 back_2025;
  gint64 credits;
} rows[] = {
  { "nothing settled, less", NULL, NULL, NULL, "118", 6000, 0, 0, 0, 0 },
  { "nothing settled, a credit", NULL, NULL, NULL, "98", 0, 0, 0, 0, 1000 },
  { "paid in part, less", NULL, NULL, "50.00", "118", 1000, 0, 0, 0, 0 },
  { "paid in part, much less", NULL, NULL, "50.00", "113", 0, 2000, 0, 0, 0 },
  { "credits in part, less", "5.00", "3.00", NULL, "118", 1200, 0, 0, 0, 0 },
  { "credits in part, much less", "5.00", "3.00", NULL, "114", 0, 0, 0, 200, 0 },
  { "credits of two years, nearly all back", "5.00", "3.00", NULL, "110", 0, 0, 300, 300, 0 },
  { "credits and money, less", "5.00", "3.00", "72.00", "118", 0, 6000, 0, 0, 0 },
  { "credits and money, much less", "5.00", "3.00", "72.00", "114", 0, 7200, 0, 200, 0 },
  { "credits and money, at the target", "5.00", "3.00", "72.00", "108", 0, 7200, 500, 300, 0 },
  { "credits and money, a credit", "5.00", "3.00", "72.00", "98", 0, 7200, 500, 300, 1000 },
  { "credits and money, more", "5.00", "3.00", "72.00", "138", 6000, 0, 0, 0, 0 },
  { "paid too much, less", NULL, NULL, "130.00", "118", 0, 7000, 0, 0, 0 },
};

static void
settle (Fixture *f, gsize i)
{
  g_autoptr (GString) years = g_string_new (NULL);

  if (rows[i].of_2024 != NULL)
    {
      charges_carry_in (f, 2024, rows[i].of_2024);
      charges_carry_in (f, 2025, rows[i].of_2025);
      g_string_printf (years, ", 'credits': 'chosen', 'credit-years': ['2024=%s', '2025=%s']",
                       rows[i].of_2024, rows[i].of_2025);
      g_assert_cmpstr (charges_offset (f, years->str), ==, "");
    }
  if (rows[i].paid != NULL)
    g_assert_cmpstr (charges_pay (f, rows[i].paid, ""), ==, "");
}

/* What the preview says of a balance before and after, empty where it does not change. */
static void
assert_line (const GramConsequences *preview, const char *name, gint64 before, gint64 after)
{
  g_autofree char *line = figures_dup_line (preview, name);
  g_autofree char *from = gram_decimal_format (before, 2, 2);
  g_autofree char *to = gram_decimal_format (after, 2, 2);
  g_autofree char *wanted = g_strdup_printf ("%s > %s", from, to);

  g_assert_cmpstr (line, ==, before != after ? wanted : NULL);
}

static void
test_settled (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      g_autofree char *says = g_strdup_printf (SAYS ("%s"), rows[i].after);
      g_autoptr (GramConsequences) preview = NULL;
      gint64 charges;
      gint64 in_favour;
      gint64 case_id;

      g_test_message ("%s", rows[i].what);
      charges_enter_accepted (f, CAR, 20);
      settle (f, i);
      charges_check (f);
      charges = figures_balance (f, 1, "charges", "NZD");
      in_favour = figures_balance (f, 1, "in-favour", "NZD");
      case_id = figures_ask_correction (f, CAR, says);
      preview = figures_preview (f, "dispute.uphold", case_id, "");
      assert_line (preview, "charges", charges, rows[i].charges);
      assert_line (preview, "in-favour", in_favour, rows[i].in_favour);
      g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
      charges_assert (f, rows[i].charges, rows[i].in_favour, rows[i].credits);
      g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2024), ==, rows[i].back_2024);
      g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, rows[i].back_2025);
      charges_check (f);
    }
}

/* Only the vehicle's own part of a charge is taken back; the others stay as they are settled. */
static void
test_one_of_many (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramChargeRecord) charge = NULL;
  gint64 id;

  charges_enter (f, "ZVW30-1000001", 10);
  charges_enter (f, "ZVW30-1000002", 20);
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001', 'ZVW30-1000002'", ""), ==, "");
  id = fixture_result (f, "charge");
  g_assert_cmpstr (charges_pay (f, "150.00", ""), ==, "");
  g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, "ZVW30-1000002", SAYS ("118")),
                                   ""),
                   ==, "");
  charge = charges_get (f, id);
  g_assert_cmpint (charge->grams_back, ==, 2000);
  g_assert_cmpint (charge->amount_back, ==, 12000);
  g_assert_cmpint (charge->outstanding, ==, 0);
  charges_assert (f, 0, 3000, 0);
  charges_check (f);
}

/* The vehicle leaves for another account: all comes back, nothing settles anything there. */
static void
test_moved (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 charge;

  charges_carry_in (f, 2025, "5.00");
  charge = charges_enter_accepted (f, CAR, 20);
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  g_assert_cmpstr (charges_pay (f, "90.00", ""), ==, "");
  g_assert_cmpstr (
      figures_uphold (f,
                      figures_ask_correction (f, CAR, "'kind': 'not-ours', 'right-account': '@2'"),
                      ""),
      ==, "");
  charges_assert (f, 0, 9000, 0);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, 500);
  g_assert_cmpint (charges_outstanding (f, charge), ==, 0);
  figures_accept (f, "@2", CAR);
  g_assert_cmpint (figures_balance (f, 2, "charges", "NZD"), ==, 24000);
  charges_check (f);
}

/* The money of a payment that a correction gave back stands in favour: reversing the payment takes it from there. */
static void
test_reverse_after (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 payment;

  charges_enter_accepted (f, CAR, 20);
  g_assert_cmpstr (charges_pay (f, "120.00", ""), ==, "");
  payment = fixture_result (f, "payment");
  g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, SAYS ("108")), ""), ==, "");
  charges_assert (f, 0, 12000, 0);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment.reverse",
                               "{'account': '@', 'payment': %" PRId64 ", 'reason': 'Bounced.'}",
                               payment),
                   ==, "");
  charges_assert (f, 0, 0, 0);
  charges_check (f);
}

/*
 * A correction to 30 g, 180.00 dollars, uses the 120.00 of a payment anew, another payment adds 20.00, then the first one
 * bounces: it stands below zero after the money of the other one. What the next correction gives back is the 20.00 alone.
 */
static void
test_give_back_after_bounce (void)
{
  static const struct
  {
    const char *after;
    gint64 charges;
    gint64 in_favour;
  } cases[] = { { "118", 4000, 0 }, { "108", 0, 2000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      g_autofree char *says = g_strdup_printf (SAYS ("%s"), cases[i].after);
      gint64 payment;

      charges_enter_accepted (f, CAR, 20);
      g_assert_cmpstr (charges_pay (f, "120.00", ""), ==, "");
      payment = fixture_result (f, "payment");
      g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, SAYS ("138")), ""), ==,
                       "");
      charges_assert (f, 6000, 0, 0);
      g_assert_cmpstr (charges_pay (f, "20.00", ""), ==, "");
      g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment.reverse",
                                   "{'account': '@', 'payment': %" PRId64 ", 'reason': 'Bounced.'}",
                                   payment),
                       ==, "");
      charges_assert (f, 16000, 0, 0);
      g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, says), ""), ==, "");
      charges_assert (f, cases[i].charges, cases[i].in_favour, 0);
      charges_check (f);
    }
}

/* Credits that were used and should never have been are owed: a charge of their own, that credits can settle. */
static void
test_short (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) charges = NULL;
  const GramChargeRecord *owed;

  charges_enter_accepted (f, CAR, -10);
  charges_enter_accepted (f, "ZVW30-1000002", 10);
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  charges_assert (f, 0, 0, 0);
  g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, SAYS ("105")), ""), ==, "");
  charges = gram_charge_table_list (gram_registry_get_store (f->registry), 1, 0, NULL);
  g_assert_cmpuint (charges->len, ==, 2);
  owed = charges->pdata[1];
  g_assert_cmpint (owed->kind, ==, GRAM_CHARGE_SHORT);
  g_assert_cmpint (owed->grams, ==, 700);
  g_assert_cmpint (owed->rate, ==, 600);
  g_assert_cmpint (owed->outstanding, ==, 4200);
  charges_check (f);
  charges_carry_in (f, 2025, "7.00");
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  charges_assert (f, 0, 0, 0);
  charges_check (f);
}

/* Credits that lapsed meanwhile had paid in their time: they settle what the vehicle owes now, too. */
static void
test_lapsed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  charges_carry_in (f, 2024, "20.00");
  charges_enter_accepted (f, CAR, 20);
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  life_set_day ("2029-02-01");
  g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, SAYS ("118")), ""), ==, "");
  charges_assert (f, 0, 0, 0);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2024), ==, 1000);
  charges_check (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/charge-corrections/settled", test_settled);
  g_test_add_func ("/registry/charge-corrections/one-of-many", test_one_of_many);
  g_test_add_func ("/registry/charge-corrections/moved", test_moved);
  g_test_add_func ("/registry/charge-corrections/reverse-after", test_reverse_after);
  g_test_add_func ("/registry/charge-corrections/give-back-after-bounce",
                   test_give_back_after_bounce);
  g_test_add_func ("/registry/charge-corrections/short", test_short);
  g_test_add_func ("/registry/charge-corrections/lapsed", test_lapsed);

  return g_test_run ();
}
