/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures-fixture.h"

#include "gram-ledger-query.h"

#include <inttypes.h>

/* The worked figures of the facts file (CCS facts §15), each on an account of its own. */
static const struct
{
  int row;
  const char *day;
  const char *account;
  const char *type;
  int mass_kg;
  const char *co2;
  gint64 difference;
  gint64 charge;
} worked[] = {
  { 1, "2026-03-16", "@", "A", 1482, "108", 0, 0 },
  { 2, "2026-03-16", "@", "A", 1090, "79", 1555, 0 },
  { 3, "2026-03-16", "@", "A", 1400, "132", -2681, 16086 },
  { 4, "2026-03-16", "@2", "A", 1765, "0", 11771, 0 },
  { 5, "2026-03-16", "@2", "A", 1735, "190.5", -7382, 88584 },
  { 6, "2026-03-16", "@2", "B", 2105, "212", -463, 5556 },
  { 7, "2026-03-16", "@", "B", 1350, "160", 766, 0 },
  { 8, "2026-03-16", "@", "A", 1432, "110", -371, 2226 },
  { 9, "2027-03-16", "@", "A", 1400, "132", -3457, 20742 },
  { 10, "2028-03-16", "@", "A", 1400, "132", -6157, 166239 },
  { 11, "2028-03-16", "@2", "B", 2105, "212", -7135, 385290 },
};

static void
test_worked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      g_autoptr (GramVehicleRecord) vehicle = NULL;
      g_autofree char *unit = NULL;
      gint64 account_id = g_str_equal (worked[i].account, "@") ? 1 : 2;
      int year = atoi (worked[i].day);

      g_test_message ("row %d", worked[i].row);
      life_set_day (worked[i].day);
      figures_enter (f, worked[i].account, "ZVW30-1000001", worked[i].type, worked[i].mass_kg,
                     worked[i].co2);
      figures_accept (f, worked[i].account, "ZVW30-1000001");
      vehicle = fixture_vehicle (f, "ZVW30-1000001");
      g_assert_cmpint (vehicle->obligation_year, ==, year);
      g_assert_cmpint (vehicle->difference, ==, worked[i].difference);
      g_assert_cmpint (vehicle->charge, ==, worked[i].charge);
      g_assert_true ((vehicle->posting_id != 0) == (worked[i].difference != 0));

      unit = g_strdup_printf ("ccs-credit/%s/%d", account_id == 1 ? "used" : "new", year);
      g_assert_cmpint (figures_balance (f, account_id, "holding", unit), ==,
                       MAX (worked[i].difference, 0));
      g_assert_cmpint (figures_balance (f, 0, "issue", unit), ==, -MAX (worked[i].difference, 0));
      g_assert_cmpint (figures_balance (f, account_id, "charges", "NZD"), ==, worked[i].charge);
      g_assert_cmpint (figures_balance (f, 0, "charge", "NZD"), ==, -worked[i].charge);
      fixture_verify (f);
    }
}

static guint
count_postings (Fixture *f, gint64 account_id)
{
  g_autoptr (GPtrArray) lines
      = gram_ledger_list (gram_registry_get_store (f->registry), account_id, 0, 0, 0, 0, NULL);
  g_autoptr (GHashTable) postings = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (postings, GSIZE_TO_POINTER (
                                    (gsize)((GramLedgerEntryLine *)lines->pdata[i])->posting_id));
  return g_hash_table_size (postings);
}

/* Credits and charges of one command stand in one posting and are never netted (CCS facts §7). */
static void
test_together (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const char *credits = NULL;
  const char *charges = NULL;

  figures_enter (f, "@", "ZVW30-1000002", "A", 1090, "79");
  figures_enter (f, "@", "ZVW30-1000003", "A", 1400, "132");
  figures_enter (f, "@", "ZVW30-1000004", "A", 1400, "132");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_assert_true (g_variant_lookup (f->result, "credits", "&s", &credits));
  g_assert_true (g_variant_lookup (f->result, "charges", "&s", &charges));
  g_assert_cmpstr (credits, ==, "15.55");
  g_assert_cmpstr (charges, ==, "321.72");
  g_assert_cmpint (fixture_result (f, "posting"), >, 0);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 1555);
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, 32172);
  g_assert_cmpuint (count_postings (f, 1), ==, 1);
  fixture_verify (f);
}

/* By hand, by a search, automatically, and by a file: the same figures. */
static void
test_ways (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path = NULL;
  const char *credits = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1090, "79");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept",
                               "{'account': '@', 'filter': {'search': 'zvw30'}}"),
                   ==, "");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 1555);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  figures_enter (f, "@", "ZVW30-1000002", "A", 1090, "79");
  g_assert_cmpint (fixture_result (f, "auto-accepted"), ==, 1);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 3110);
  path = fixture_file (f, "register.csv",
                       "chassis,make,model,type,mass_kg,co2_g_km,status\n"
                       "ZVW30-1000003,Toyota,Aqua,A,1090,79,ready\n"
                       "ZVW30-1000004,Toyota,Aqua,A,1400,132,ready\n");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
  g_assert_true (g_variant_lookup (f->result, "credits", "&s", &credits));
  g_assert_cmpstr (credits, ==, "15.55");
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2026), ==, 4665);
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, 0);
  g_assert_cmpuint (count_postings (f, 1), ==, 3);
  fixture_verify (f);
}

/* Under Fleet Average the figure is frozen, and nothing is posted with a vehicle. */
static void
test_fleet_average (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;

  figures_switch_to_fleet_average (f);
  figures_enter (f, "@", "ZVW30-1000001", "A", 1400, "132");
  figures_accept (f, "@", "ZVW30-1000001");
  vehicle = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (vehicle->obligation_year, ==, 2027);
  g_assert_cmpint (vehicle->difference, ==, -3457);
  g_assert_cmpint (vehicle->charge, ==, 0);
  g_assert_cmpint (vehicle->posting_id, ==, 0);
  g_assert_cmpuint (count_postings (f, 1), ==, 0);
  fixture_verify (f);
}

/* A year without published weights has no figure (CCS facts §4.2); the CCTS has none at all. */
static void
test_without_figure (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramVehicleRecord) ccts = NULL;

  life_set_day ("2029-03-16");
  figures_enter_accepted (f, "@", "ZVW30-1000001", "132");
  vehicle = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (vehicle->obligation_year, ==, 0);
  g_assert_cmpint (vehicle->difference, ==, 0);
  g_assert_cmpint (vehicle->posting_id, ==, 0);
  g_assert_cmpuint (count_postings (f, 1), ==, 0);

  figures_enter_accepted (f, "@3", "WVWZZZ1KZAW123456", "132");
  ccts = fixture_vehicle (f, "WVWZZZ1KZAW123456");
  g_assert_cmpint (ccts->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (ccts->obligation_year, ==, 0);
  fixture_verify (f);
}

#define PAY(amount_, day_) "{'account': '@', 'amount': '" amount_ "', 'paid-on': '" day_ "'}"

static const PeopleRow payment_rows[] = {
  { ADMINISTRATOR, "payment.record", PAY ("0", "2026-03-02"), "payment.amount" },
  { ADMINISTRATOR, "payment.record", PAY ("-1.00", "2026-03-02"), "payment.amount" },
  { ADMINISTRATOR, "payment.record", PAY ("1.005", "2026-03-02"), "payment.amount" },
  { ADMINISTRATOR, "payment.record", PAY ("a hundred", "2026-03-02"), "payment.amount" },
  { ADMINISTRATOR, "payment.record", PAY ("100000000.01", "2026-03-02"), "payment.amount" },
  { ADMINISTRATOR, "payment.record", PAY ("1.00", "2026-03-17"), "payment.day" },
  { ADMINISTRATOR, "payment.record", PAY ("1.00", "yesterday"), "date.form" },
  { ADMINISTRATOR, "payment.record", PAY ("100.00", "2026-03-16"), "" },
};

static void
assert_text (Fixture *f, const char *name, const char *expected)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (f->result, name, "&s", &text));
  g_assert_cmpstr (text, ==, expected);
}

/* A payment takes off what is pending; what is more stands in the holder's favour, apart from the credits. */
static void
test_payment (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  figures_enter_accepted (f, "@", "ZVW30-1000001", "132");
  g_assert_cmpint (figures_balance (f, 1, "charges", "NZD"), ==, 14400);
  people_check_rows (f, payment_rows, G_N_ELEMENTS (payment_rows));
  assert_text (f, "pending", "44.00");
  assert_text (f, "in-favour", "0.00");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record", PAY ("50.00", "2026-03-16")), ==,
                   "");
  assert_text (f, "pending", "0.00");
  assert_text (f, "in-favour", "6.00");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record", PAY ("1.00", "2026-03-16")), ==,
                   "");
  assert_text (f, "in-favour", "7.00");
  g_assert_cmpint (figures_balance (f, 0, "payment", "NZD"), ==, 14400);
  g_assert_cmpint (figures_balance (f, 0, "due-back", "NZD"), ==, -700);
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/figures/worked", test_worked);
  g_test_add_func ("/registry/figures/together", test_together);
  g_test_add_func ("/registry/figures/ways", test_ways);
  g_test_add_func ("/registry/figures/fleet-average", test_fleet_average);
  g_test_add_func ("/registry/figures/without-figure", test_without_figure);
  g_test_add_func ("/registry/figures/payment", test_payment);

  return g_test_run ();
}
