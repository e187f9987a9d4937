/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-queries-charges.h"

#include <inttypes.h>

/* CCS facts §15 row 3: one charge of what one command accepted, due at once. */
static void
test_made (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GramChargeRecord) charge = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1400, "132");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001'", ""), ==, "");
  g_assert_cmpstr (charges_result (f, "outstanding"), ==, "160.86");
  g_assert_cmpstr (charges_result (f, "offset"), ==, "0.00");
  charge = charges_get (f, fixture_result (f, "charge"));
  vehicle = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpint (charge->account_id, ==, 1);
  g_assert_cmpint (charge->kind, ==, GRAM_CHARGE_PAYG);
  g_assert_cmpint (charge->year, ==, 2026);
  g_assert_cmpint (charge->vehicles, ==, 1);
  g_assert_cmpint (charge->grams, ==, 2681);
  g_assert_cmpint (charge->rate, ==, 600);
  g_assert_cmpint (charge->amount, ==, 16086);
  g_assert_cmpint (charge->outstanding, ==, 16086);
  g_assert_cmpstr (charge->arisen_on, ==, "2026-03-16");
  g_assert_cmpstr (charge->due_on, ==, "2026-03-16");
  g_assert_cmpint (charge->posting_id, ==, vehicle->posting_id);
  g_assert_cmpint (charge->rulebook_id, ==, vehicle->rulebook_id);
  charges_check (f);
}

/* Several vehicles of one command are one charge; those below their target are none of it. */
static void
test_one_of_many (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramChargeRecord) charge = NULL;
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery query = { .account_id = 1 };

  charges_enter (f, "ZVW30-1000001", 10);
  charges_enter (f, "ZVW30-1000002", 5);
  charges_enter (f, "ZVW30-1000003", -7);
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001', 'ZVW30-1000002', 'ZVW30-1000003'", ""), ==,
                   "");
  charge = charges_get (f, fixture_result (f, "charge"));
  g_assert_cmpint (charge->vehicles, ==, 2);
  g_assert_cmpint (charge->grams, ==, 1500);
  g_assert_cmpint (charge->amount, ==, 9000);
  /* Its vehicles are a filter. */
  query.posting_id = charge->posting_id;
  ids = gram_vehicle_table_ids (gram_registry_get_store (f->registry), &query, 0, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  charges_assert (f, 9000, 0, 700);
  charges_check (f);
}

/* Below the target: no charge; by auto-accept neither, as it leaves charges to a person. */
static void
test_none (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) charges = NULL;

  g_assert_cmpint (charges_enter_accepted (f, "ZVW30-1000001", -10), ==, 0);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  charges_enter (f, "ZVW30-1000002", -3);
  charges_enter (f, "ZVW30-1000003", 3);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ACCEPTED), ==, 2);
  charges = gram_charge_table_list (gram_registry_get_store (f->registry), 1, 0, NULL);
  g_assert_cmpuint (charges->len, ==, 0);
  charges_assert (f, 0, 0, 1300);
  charges_check (f);
}

/* CCS facts §15 row 21: the credits of the same selection pay its charge, as they are posted first. */
static void
test_row_21 (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramChargeRecord) charge = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1090, "79");
  figures_enter (f, "@", "ZVW30-1000002", "A", 1400, "132");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001', 'ZVW30-1000002'", ", 'credits': 'oldest'"),
                   ==, "");
  g_assert_cmpstr (charges_result (f, "credits"), ==, "15.55");
  g_assert_cmpstr (charges_result (f, "charges"), ==, "160.86");
  g_assert_cmpstr (charges_result (f, "offset"), ==, "15.55");
  g_assert_cmpstr (charges_result (f, "outstanding"), ==, "67.56");
  charge = charges_get (f, fixture_result (f, "charge"));
  g_assert_cmpint (charge->credits, ==, 1555);
  g_assert_cmpint (charge->outstanding, ==, 6756);
  charges_assert (f, 6756, 0, 0);
  g_assert_cmpint (figures_balance (f, 0, "offset", CREDIT_USED_2026), ==, 1555);
  g_assert_cmpint (figures_balance (f, 0, "offset", "NZD"), ==, 9330);
  charges_check (f);
  g_assert_cmpstr (charges_pay (f, "67.56", ""), ==, "");
  charges_assert (f, 0, 0, 0);
  charges_check (f);
}

/* A vehicle of 10 g over: 60.00 dollars. Credits of 2024, 2025 and 2026 are there, 4 g of each. */
static const struct
{
  const char *more;
  const char *refusal;
  gint64 of_2024;
  gint64 of_2025;
  gint64 outstanding;
} offsets[] = {
  { "", "", 0, 0, 0 },
  { ", 'credits': 'oldest'", "", 0, 0, 0 },
  { ", 'credits': 'oldest', 'at-most': '5.00'", "", 0, 300, 3000 },
  { ", 'credits': 'chosen', 'credit-years': ['2025=2.50']", "", 400, 150, 4500 },
  { ", 'credits': 'chosen', 'credit-years': ['2025=1.00', '2024=1.00']", "", 300, 300, 4800 },
  { ", 'credits': 'chosen', 'credit-years': ['2025=4.01']", "credits.not-held", 0, 0, 0 },
  { ", 'credits': 'chosen', 'credit-years': ['2023=1.00']", "credits.not-held", 0, 0, 0 },
  { ", 'credits': 'chosen', 'credit-years': ['2025=4.00', '2024=4.00', '2026=4.00']",
    "credits.too-many", 0, 0, 0 },
  { ", 'credits': 'chosen', 'credit-years': ['2025']", "credits.form", 0, 0, 0 },
  { ", 'credits': 'chosen'", "credits.none-chosen", 0, 0, 0 },
  { ", 'credits': 'none'", "charge.credits", 0, 0, 0 },
  { ", 'credits': 'newest'", "charge.credits", 0, 0, 0 },
  { ", 'at-most': '0.00'", "credits.at-most", 0, 0, 0 },
  { ", 'charges': [99]", "charge.unknown", 0, 0, 0 },
};

static Fixture *
offset_new (gint64 *charge)
{
  Fixture *f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  charges_carry_in (f, 2024, "4.00");
  charges_carry_in (f, 2025, "4.00");
  charges_carry_in (f, 2026, "4.00");
  *charge = charges_enter_accepted (f, "ZVW30-1000001", 10);
  return f;
}

static void
test_offset (void)
{
  gint64 unpaid;
  g_autoptr (Fixture) refusing = offset_new (&unpaid);

  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (Fixture) f = NULL;
      gint64 charge;

      g_test_message ("%s", offsets[i].more);
      if (*offsets[i].refusal != '\0')
        {
          g_assert_cmpstr (charges_offset (refusing, offsets[i].more), ==, offsets[i].refusal);
          charges_assert (refusing, 6000, 0, 400);
          continue;
        }
      f = offset_new (&charge);
      g_assert_cmpstr (charges_offset (f, offsets[i].more), ==, "");
      g_assert_cmpint (charges_outstanding (f, charge), ==, offsets[i].outstanding);
      g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2024), ==, offsets[i].of_2024);
      g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, offsets[i].of_2025);
      charges_check (f);
    }
}

/* Who may pay with credits, and in which states: `pay` of the rulebook. */
static void
test_who (void)
{
  static const PeopleRow rows[] = {
    { ACCEPTER, "charge.offset", "{'account': '@'" SIGNED "}", "permission.missing" },
    { STRANGER, "charge.offset", "{'account': '@'" SIGNED "}", "account.unknown" },
    { ADMINISTRATOR, "charge.offset", "{'account': '@'" SIGNED "}", "permission.missing" },
    { TRADER, "charge.offset", "{'account': '@3'" SIGNED "}", "account.other-scheme" },
    { ACCEPTER, "vehicle.accept",
      "{'account': '@', 'vehicles': ['ZVW30-1000002'], 'credits': 'oldest'}",
      "permission.missing" },
    { ACCEPTER, "vehicle.accept",
      "{'account': '@', 'vehicles': ['ZVW30-1000002'], 'credits': 'none'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  charges_carry_in (f, 2025, "30.00");
  charges_enter_accepted (f, "ZVW30-1000001", 10);
  charges_enter (f, "ZVW30-1000002", 5);
  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  charges_assert (f, 9000, 0, 0);
  fixture_set_state (f, 1, GRAM_ACCOUNT_CLOSED);
  g_assert_cmpstr (charges_offset (f, ""), ==, "account.closed");
  fixture_set_state (f, 1, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  charges_assert (f, 0, 0, 0);
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, 1500);
  g_assert_cmpstr (charges_offset (f, ""), ==, "charge.nothing-outstanding");
  fixture_set_state (f, 1, GRAM_ACCOUNT_OPEN);
  charges_check (f);
}

/* Credits that lapsed pay nothing any more; a charge of another account is none. */
static void
test_lapsed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 charge;

  charges_carry_in (f, 2024, "50.00");
  life_set_day ("2028-12-31");
  charge = charges_enter_accepted (f, "ZVW30-1000001", 10);
  g_assert_cmpint (charge, >, 0);
  g_assert_cmpstr (charges_offset (f, ", 'at-most': '1.00'"), ==, "");
  life_set_day ("2029-01-01");
  g_assert_cmpstr (charges_offset (f, ""), !=, "");
  g_assert_cmpstr (fixture_do (f, STRANGER, "charge.offset",
                               "{'account': '@2', 'charges': [%" PRId64 "]" SIGNED "}", charge),
                   ==, "charge.unknown");
}

/* The oldest due is settled first, or those that are named; one that is settled is refused. */
static void
test_which (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *second_only = NULL;
  gint64 first;
  gint64 second;

  charges_carry_in (f, 2025, "30.00");
  first = charges_enter_accepted (f, "ZVW30-1000001", 10);
  life_set_day ("2026-03-18");
  second = charges_enter_accepted (f, "ZVW30-1000002", 10);
  g_assert_cmpstr (charges_offset (f, ", 'at-most': '12.00'"), ==, "");
  g_assert_cmpint (charges_outstanding (f, first), ==, 0);
  g_assert_cmpint (charges_outstanding (f, second), ==, 4800);
  second_only = g_strdup_printf (", 'charges': [%" PRId64 "], 'at-most': '1.00'", second);
  g_assert_cmpstr (charges_offset (f, second_only), ==, "");
  g_assert_cmpint (charges_outstanding (f, second), ==, 4200);
  g_free (second_only);
  second_only = g_strdup_printf (", 'charges': [%" PRId64 ", %" PRId64 "]", second, first);
  g_assert_cmpstr (charges_offset (f, second_only), ==, "charge.settled");
  charges_check (f);
}

/* The last hundredth discharges what is left, after money as well. */
static void
test_after_money (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 charge;

  charges_carry_in (f, 2025, "30.00");
  charge = charges_enter_accepted (f, "ZVW30-1000001", 10);
  g_assert_cmpstr (charges_pay (f, "10.01", ""), ==, "");
  g_assert_cmpstr (charges_offset (f, ""), ==, "");
  g_assert_cmpint (charges_outstanding (f, charge), ==, 0);
  /* 49.99 dollars are 8.33 g and a bit: 8.34 of them. */
  g_assert_cmpint (figures_balance (f, 1, "holding", CREDIT_USED_2025), ==, 3000 - 834);
  charges_check (f);
}

/* The same request twice has one effect. */
static void
test_twice (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  const char *json = "{'account': '@', 'at-most': '3.00'" SIGNED "}";

  charges_carry_in (f, 2025, "30.00");
  charges_enter_accepted (f, "ZVW30-1000001", 10);
  g_assert_cmpstr (fixture_do_request (f, OWNER, "offset-1", "charge.offset", json), ==, "");
  g_assert_cmpstr (charges_result (f, "discharged"), ==, "18.00");
  g_assert_cmpstr (fixture_do_request (f, OWNER, "offset-1", "charge.offset", json), ==, "");
  g_assert_cmpstr (charges_result (f, "discharged"), ==, "18.00");
  charges_assert (f, 4200, 0, 0);
  charges_check (f);
}

/* Lists: filters by state, who sees what; a detail says what can be done and why not. */
static void
test_questions (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) overdue = NULL;
  g_autoptr (GArray) strange = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GramChargeDetail) detail = NULL;
  g_autoptr (GramRefusal) no = NULL;
  const GramChargeQuery late = { .account_id = 1, .states = GRAM_CHARGE_OVERDUE };
  GramChargeCounts counts;
  const GramChargeRow *row;
  gint64 first = charges_enter_accepted (f, "ZVW30-1000001", 10);
  gint64 second;

  charges_carry_in (f, 2025, "30.00");
  life_set_day ("2026-03-20");
  second = charges_enter_accepted (f, "ZVW30-1000002", 20);
  g_assert_cmpstr (charges_offset (f, ", 'at-most': '4.00'"), ==, "");

  ids = gram_registry_charge_ids (f->registry, f->actors[VIEWER], NULL, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  strange = gram_registry_charge_ids (f->registry, f->actors[STRANGER], NULL, 0, NULL, NULL);
  g_assert_cmpuint (strange->len, ==, 0);
  overdue = gram_registry_charge_ids (f->registry, f->actors[CASE_HANDLER], &late, 0, NULL, NULL);
  g_assert_cmpuint (overdue->len, ==, 1);
  rows = gram_registry_charge_rows (f->registry, f->actors[VIEWER], (const gint64 *)overdue->data,
                                    overdue->len, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpint (row->id, ==, first);
  g_assert_cmpint (row->state, ==, GRAM_CHARGE_OVERDUE);
  g_assert_cmpint (row->overdue_days, ==, 4);
  g_assert_cmpint (row->account_kind, ==, GRAM_ACCOUNT_CCS_USED);
  /* Only where many accounts stand in one list a row says whose it is. */
  g_assert_false (row->among_others);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = gram_registry_charge_rows (f->registry, f->actors[CASE_HANDLER],
                                    (const gint64 *)overdue->data, overdue->len, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (((const GramChargeRow *)rows->pdata[0])->among_others);
  g_assert_cmpint (gram_registry_charge_counts (f->registry, f->actors[VIEWER], NULL, &counts, NULL,
                                                NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (gram_charge_counts_select (&counts, GRAM_CHARGE_DUE), ==, 1);

  detail = gram_registry_charge_detail (f->registry, f->actors[OWNER], first, NULL, NULL);
  g_assert_cmpuint (detail->settlements->len, ==, 1);
  g_assert_cmpint (detail->credits_to_clear, ==, 600);
  g_assert_cmpint (detail->money, ==, 0);
  g_assert_null (gram_charge_detail_get_refusal (detail, "charge.offset"));
  g_assert_cmpstr (gram_charge_detail_get_refusal (detail, "payment.record")->id, ==,
                   "permission.role");
  g_assert_cmpstr (gram_charge_detail_get_refusal (detail, "payment.pay-back")->id, ==,
                   "permission.role");
  g_assert_null (gram_registry_charge_detail (f->registry, f->actors[STRANGER], second, &no, NULL));
  g_assert_cmpstr (no->id, ==, "charge.unknown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/charges/made", test_made);
  g_test_add_func ("/registry/charges/one-of-many", test_one_of_many);
  g_test_add_func ("/registry/charges/none", test_none);
  g_test_add_func ("/registry/charges/row-21", test_row_21);
  g_test_add_func ("/registry/charges/offset", test_offset);
  g_test_add_func ("/registry/charges/who", test_who);
  g_test_add_func ("/registry/charges/lapsed", test_lapsed);
  g_test_add_func ("/registry/charges/which", test_which);
  g_test_add_func ("/registry/charges/after-money", test_after_money);
  g_test_add_func ("/registry/charges/twice", test_twice);
  g_test_add_func ("/registry/charges/questions", test_questions);

  return g_test_run ();
}
