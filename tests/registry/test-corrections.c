/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures-fixture.h"

#include "gram-ledger-query.h"
#include "gram-ledger.h"
#include "gram-statement.h"
#include "gram-vehicle-values.h"

#include <inttypes.h>

#define CAR "ZVW30-1000001"
#define SAYS(co2_) "'kind': 'value', 'field': 'co2', 'claimed': '" co2_ "'"

/* Takes credits of 2026 out of the holding of account 1: they are used elsewhere. */
static void
take_out (Fixture *f, gint64 amount)
{
  const GramLedgerLine lines[] = {
    { 1, "holding", CREDIT_USED_2026, -amount },
    { 0, "surrender", CREDIT_USED_2026, amount },
  };
  GError *error = NULL;
  GramUnit *unit;

  if (amount == 0)
    return;
  unit = gram_unit_begin (gram_registry_get_store (f->registry), &error);
  g_assert_no_error (error);
  gram_ledger_post (unit, 1, "surrender", lines, G_N_ELEMENTS (lines), NULL, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

static void
pay (Fixture *f, const char *amount)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record",
                               "{'account': '@', 'amount': '%s', 'paid-on': '2026-03-16'}", amount),
                   ==, "");
}

/*
 * An accepted vehicle of type A, 1482 kg, target 108.00, is corrected under Pay As You Go, 6.00 dollars a gram. The sums are
 * what the account has afterwards: credits of the year, pending charges, amount in favour.
 */
static const struct
{
  const char *what;
  const char *before;
  const char *after;
  const char *paid;
  gint64 used;
  gint64 credits;
  gint64 charges;
  gint64 in_favour;
} rows[] = {
  { "a larger credit", "98", "88", NULL, 0, 2000, 0, 0 },
  { "a smaller credit", "98", "103", NULL, 0, 500, 0, 0 },
  { "a credit becomes a charge", "98", "118", NULL, 0, 0, 6000, 0 },
  { "a charge becomes a credit", "118", "98", NULL, 0, 1000, 0, 0 },
  { "a larger charge", "118", "128", NULL, 0, 0, 12000, 0 },
  { "a smaller charge", "128", "118", NULL, 0, 0, 6000, 0 },
  { "at the target", "118", "108", NULL, 0, 0, 0, 0 },
  { "from the target", "108", "118", NULL, 0, 0, 6000, 0 },
  /* 10.00 credits were used; 5.00 of them should never have been: 5.00 g at 6.00. */
  { "used credits, a smaller credit", "98", "103", NULL, 1000, 0, 3000, 0 },
  /* 4.00 of 10.00 were used: 6.00 come back, 4.00 g are owed, besides the charge of 60.00. */
  { "partly used, a charge", "98", "118", NULL, 400, 0, 8400, 0 },
  { "used credits, a larger credit", "98", "88", NULL, 1000, 1000, 0, 0 },
  { "paid, a smaller charge", "128", "118", "120.00", 0, 0, 0, 6000 },
  { "paid in part, a smaller charge", "128", "118", "100.00", 0, 0, 0, 4000 },
  { "paid, a credit", "118", "98", "60.00", 0, 1000, 0, 6000 },
  { "paid, a larger charge", "118", "128", "60.00", 0, 0, 6000, 0 },
};

static void
assert_sums (Fixture *f, gint64 credits, gint64 charges, gint64 in_favour)
{
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, credits);
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, charges);
  g_assert_cmpint (figures_balance (f, 1, "in-favour", "NZD"), ==, in_favour);
}

/* The next row begins with nothing. */
static void
empty_account (Fixture *f)
{
  g_autofree char *owed = gram_decimal_format (figures_balance (f, 1, "charges", "NZD"), 2, 2);
  g_autofree char *back = NULL;

  take_out (f, figures_balance (f, 1, "holding", CREDIT_USED_2026));
  if (!g_str_equal (owed, "0.00"))
    pay (f, owed);
  back = gram_decimal_format (figures_balance (f, 1, "in-favour", "NZD"), 2, 2);
  if (!g_str_equal (back, "0.00"))
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.pay-back",
                                 "{'account': '@', 'amount': '%s', 'paid-on': '2026-03-16'}", back),
                     ==, "");
  assert_sums (f, 0, 0, 0);
}

static void
test_payg (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *car = g_strdup_printf ("ZVW30-%zu", 1000001 + i);
      g_autoptr (GramCorrectionRecord) correction = NULL;
      g_autoptr (GramVehicleRecord) before = NULL;
      g_autoptr (GramVehicleRecord) after = NULL;
      g_autofree char *says = g_strdup_printf (SAYS ("%s"), rows[i].after);
      gint64 case_id;

      g_test_message ("%s", rows[i].what);
      figures_enter_accepted (f, "@", car, rows[i].before);
      take_out (f, rows[i].used);
      if (rows[i].paid != NULL)
        pay (f, rows[i].paid);
      before = fixture_vehicle (f, car);
      case_id = figures_ask_correction (f, car, says);
      g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
      assert_sums (f, rows[i].credits, rows[i].charges, rows[i].in_favour);

      after = fixture_vehicle (f, car);
      correction = figures_correction (f, car);
      g_assert_cmpint (after->status, ==, GRAM_VEHICLE_ACCEPTED);
      g_assert_cmpint (after->version, ==, before->version + 1);
      g_assert_cmpint (correction->case_id, ==, case_id);
      g_assert_cmpint (correction->version, ==, after->version);
      g_assert_cmpint (correction->reverses, ==, before->posting_id);
      g_assert_cmpint (correction->difference_before, ==, before->difference);
      g_assert_cmpint (correction->difference_after, ==, after->difference);
      g_assert_cmpint (correction->posting, ==, after->posting_id);
      g_assert_cmpint (correction->year_after, ==, 2026);
      fixture_verify (f);
      empty_account (f);
    }
}

/* What does not touch the figures moves nothing, but names the case. */
static void
test_make (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCorrectionRecord) correction = NULL;
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "98");
  case_id = figures_ask_correction (f, CAR, "'kind': 'value', 'field': 'make', 'claimed': 'Mazda'");
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  g_assert_cmpint (fixture_result (f, "postings"), ==, 0);
  assert_sums (f, 1000, 0, 0);
  vehicle = fixture_vehicle (f, CAR);
  correction = figures_correction (f, CAR);
  g_assert_cmpstr (vehicle->make, ==, "Mazda");
  g_assert_cmpint (vehicle->posting_id, >, 0);
  g_assert_cmpint (correction->reversal, ==, 0);
  g_assert_cmpint (correction->difference_after, ==, 1000);
  fixture_verify (f);
}

/* Twice: the second takes back what the first posted. */
static void
test_twice (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) corrections = NULL;
  const GramCorrectionRecord *first;
  const GramCorrectionRecord *second;

  figures_enter_accepted (f, "@", CAR, "98");
  g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, SAYS ("118")), ""), ==, "");
  g_assert_cmpstr (figures_uphold (f, figures_ask_correction (f, CAR, SAYS ("103")), ""), ==, "");
  assert_sums (f, 500, 0, 0);
  corrections = gram_correction_table_of_vehicle (gram_registry_get_store (f->registry), 1, NULL);
  g_assert_cmpuint (corrections->len, ==, 2);
  first = corrections->pdata[0];
  second = corrections->pdata[1];
  g_assert_cmpint (second->reverses, ==, first->posting);
  fixture_verify (f);
}

/* The year may be settled: what changes is posted today, at the target and rate of its own year. */
static void
test_later_year (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramConsequences) preview = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "118");
  pay (f, "60.00");
  life_set_day ("2028-05-05");
  case_id = figures_ask_correction (f, CAR, SAYS ("98"));
  preview = figures_preview (f, "dispute.uphold", case_id, "");
  g_assert_cmpuint (preview->sentences->len, ==, 2);
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  /* Credits of 2026, that lapse with those of that year; 2028 has another target. */
  assert_sums (f, 1000, 0, 6000);
  vehicle = fixture_vehicle (f, CAR);
  g_assert_cmpint (vehicle->obligation_year, ==, 2026);
  lines
      = gram_ledger_list (gram_registry_get_store (f->registry), 1,
                          gram_date_first_instant (gram_date_make (2028, 5, 5), GRAM_ZONE_AUCKLAND),
                          0, 0, 0, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  fixture_verify (f);
}

/* Under Fleet Average the frozen figure is another one, and nothing is posted. */
static void
test_fleet_average (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramCorrectionRecord) correction = NULL;
  gint64 case_id;

  figures_switch_to_fleet_average (f);
  figures_enter (f, "@", CAR, "A", 1400, "132");
  figures_accept (f, "@", CAR);
  case_id = figures_ask_correction (f, CAR, SAYS ("100"));
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  g_assert_cmpint (fixture_result (f, "postings"), ==, 0);
  vehicle = fixture_vehicle (f, CAR);
  correction = figures_correction (f, CAR);
  g_assert_cmpint (vehicle->difference, ==, -257);
  g_assert_cmpint (correction->difference_before, ==, -3457);
  g_assert_cmpint (correction->difference_after, ==, -257);
  g_assert_cmpint (correction->reversal, ==, 0);
  assert_sums (f, 0, 0, 0);
  fixture_verify (f);
}

/* Activity of the CCTS follows the record: only its totals move. */
static void
test_ccts (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramOverview) overview = NULL;
  g_autoptr (GramConsequences) preview = NULL;
  g_autofree char *activity = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@3", "WVWZZZ1KZAW123456", "132");
  g_assert_cmpstr (
      fixture_do (f, ACCEPTER, "correction.open",
                  "{'account': '@3', 'vehicle': 1, 'reason': 'Its certificate.', " SAYS (
                      "120") "}"),
      ==, "");
  case_id = fixture_result (f, "case");
  figures_claim (f, case_id);
  g_free (f->numbers[1]);
  f->numbers[1] = g_strdup (f->numbers[3]);
  preview = figures_preview (f, "dispute.uphold", case_id, "");
  activity = figures_dup_line (preview, "activity");
  g_assert_cmpstr (activity, ==, "132 > 120");
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  overview = gram_registry_overview (f->registry, f->actors[OWNER], 3, NULL, NULL);
  g_assert_cmpint (overview->accepted.co2_sum, ==, 120000000);
  fixture_verify (f);
}

/* Accepted when no figures were kept: there is nothing to reverse, only the new figure is posted. */
static void
test_before_figures (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramConsequences) preview = NULL;
  GError *error = NULL;
  GramUnit *unit;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "108");
  /* At its target nothing was posted; without its year the row is as version 2 left it. */
  unit = gram_unit_begin (gram_registry_get_store (f->registry), &error);
  g_assert_no_error (error);
  gram_store_exec (gram_registry_get_store (f->registry),
                   "UPDATE vehicle SET obligation_year = 0 WHERE id = 1", &error);
  g_assert_no_error (error);
  gram_store_exec (gram_registry_get_store (f->registry), "DELETE FROM acceptance_total", &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  case_id = figures_ask_correction (f, CAR, "'kind': 'value', 'field': 'make', 'claimed': 'Mazda'");
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  assert_sums (f, 0, 0, 0);
  case_id = figures_ask_correction (f, CAR, SAYS ("98"));
  preview = figures_preview (f, "dispute.uphold", case_id, "");
  g_assert_cmpuint (preview->sentences->len, ==, 1);
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  assert_sums (f, 1000, 0, 0);
  fixture_verify (f);
}

/* Accepted on a wrong account: its figures are taken back there, the right account accepts anew at its own rate. */
static void
test_moved (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramCorrectionRecord) correction = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const GramVehicleValue *change;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "118");
  pay (f, "60.00");
  case_id = figures_ask_correction (f, CAR, "'kind': 'not-ours', 'right-account': '@2'");
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  assert_sums (f, 0, 0, 6000);
  vehicle = fixture_vehicle (f, CAR);
  correction = figures_correction (f, CAR);
  g_assert_cmpint (vehicle->account_id, ==, 2);
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (vehicle->obligation_year, ==, 0);
  g_assert_cmpint (correction->charge_before, ==, 6000);
  g_assert_cmpint (correction->year_after, ==, 0);
  history = gram_vehicle_table_values (gram_registry_get_store (f->registry), 1, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  change = history->pdata[1];
  g_assert_cmpstr (change->field, ==, "account");
  g_assert_cmpstr (change->old_value, ==, f->numbers[1]);
  g_assert_cmpstr (change->new_value, ==, f->numbers[2]);

  figures_accept (f, "@2", CAR);
  g_assert_cmpint (figures_balance (f, 2, "charges", "NZD"), ==, 12000);
  g_assert_cmpint (figures_balance (f, 0, "charge", "NZD"), ==, -12000);
  g_assert_cmpint (figures_balance (f, 0, "payment", "NZD"), ==, 0);
  g_assert_cmpint (figures_balance (f, 0, "due-back", "NZD"), ==, -6000);
  fixture_verify (f);
}

/* A correction corrects something. */
static void
test_no_change (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "118");
  case_id = figures_ask_correction (f, CAR, SAYS ("98"));
  g_assert_cmpstr (figures_uphold (f, case_id, ", 'values': {'co2': '118'}"), ==,
                   "decision.no-change");
  g_assert_cmpstr (figures_uphold (f, case_id, ", 'values': {'co2': '117'}"), ==, "");
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/corrections/payg", test_payg);
  g_test_add_func ("/registry/corrections/make", test_make);
  g_test_add_func ("/registry/corrections/twice", test_twice);
  g_test_add_func ("/registry/corrections/later-year", test_later_year);
  g_test_add_func ("/registry/corrections/fleet-average", test_fleet_average);
  g_test_add_func ("/registry/corrections/ccts", test_ccts);
  g_test_add_func ("/registry/corrections/before-figures", test_before_figures);
  g_test_add_func ("/registry/corrections/moved", test_moved);
  g_test_add_func ("/registry/corrections/no-change", test_no_change);

  return g_test_run ();
}
