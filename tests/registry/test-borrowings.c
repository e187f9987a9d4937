/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include "gram-borrowing-table.h"
#include "gram-case-table.h"

#include <inttypes.h>

#define ASK "{'account': '@', 'charge': 1, 'reason': 'Electric cars come in autumn.'}"
#define DECIDE "{'account': '@', 'borrowing': %d, 'reason': 'A plan was handed in.'}"
#define SECTION "LTA 1998 s 179"

/* Row 20 of CCS facts §15 is settled: charge 1 of 30.41 g, $228.08. */
static Fixture *
settled_new (void)
{
  Fixture *f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  g_assert_cmpint (fixture_result (f, "charge"), ==, 1);
  return f;
}

static GramBorrowingRecord *
borrowing (Fixture *f, gint64 id)
{
  GramBorrowingRecord *record = NULL;

  g_assert_true (
      gram_borrowing_table_get (gram_registry_get_store (f->registry), id, &record, NULL));
  g_assert_nonnull (record);
  return record;
}

static void
check_borrowing (Fixture *f, gint64 id, GramBorrowingState state, gint64 grams, gint64 value)
{
  g_autoptr (GramBorrowingRecord) record = borrowing (f, id);

  g_assert_cmpint (record->state, ==, state);
  g_assert_cmpint (record->grams, ==, grams);
  g_assert_cmpint (record->value, ==, value);
}

static const char *
decide (Fixture *f, FixturePerson who, const char *command, int id)
{
  return fixture_do (f, who, command, DECIDE, id);
}

/* Asked, withdrawn, asked, declined, asked, approved: each time a case of its own; and only once. */
static void
test_life (void)
{
  g_autoptr (Fixture) f = settled_new ();
  g_autoptr (GramFleetYearDetail) detail = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const GramBorrowingRow *row;

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "borrowing.request", ASK), ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request",
                               "{'account': '@', 'charge': 1, 'reason': ' '}"),
                   ==, "borrowing.reason");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request",
                               "{'account': '@', 'charge': 9, 'reason': 'R'}"),
                   ==, "charge.unknown");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_cmpint (fixture_result (f, "borrowing"), ==, 1);
  g_assert_cmpint (fixture_result (f, "case"), >, 0);
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "borrowing.again");
  fleet_check (f, 1, 22808, 0, 2026, 0);

  /* What is asked for says what it would come to. */
  rows = gram_registry_borrowings (f->registry, f->actors[DECISION_MAKER], 0, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpint (row->grams, ==, 3041);
  g_assert_cmpint (row->value, ==, 22808);
  g_assert_null (gram_borrowing_row_get_refusal (row, "borrowing.approve"));
  g_assert_cmpstr (gram_borrowing_row_get_refusal (row, "borrowing.withdraw")->id, ==,
                   "permission.missing");

  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.withdraw", "{'account': '@', 'borrowing': 1}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.withdraw", "{'account': '@', 'borrowing': 1}"),
                   ==, "borrowing.state");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 1), ==, "borrowing.state");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_cmpstr (decide (f, CASE_HANDLER, "borrowing.decline", 2), ==, "permission.role");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.decline", 2), ==, "");
  check_borrowing (f, 2, GRAM_BORROWING_DECLINED, 0, 0);
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 3), ==, "");
  fleet_check_result (f, "grams", "30.41");
  fleet_check_result (f, "value", "228.08");
  check_borrowing (f, 3, GRAM_BORROWING_APPROVED, 3041, 22808);
  fleet_check (f, 1, 0, 0, 2026, 0);
  g_assert_cmpint (figures_balance (f, 0, "carry", "NZD"), ==, 22808);
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 3), ==, "borrowing.state");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "borrowing.again");

  detail = fleet_detail (f, 1, 2026);
  g_assert_cmpstr (detail->row->state, ==, "settled");
  g_assert_cmpuint (detail->borrowings->len, ==, 3);
  g_clear_pointer (&detail, gram_fleet_year_detail_free);
  detail = fleet_detail (f, 1, 2027);
  g_assert_cmpint (detail->row->carried_in, ==, 3041);
  g_assert_cmpint (detail->row->amount, ==, 22808);
}

/* The next year, by its net in grams: what it makes good, what it earns, what is charged at the old rate and at its own. */
static const struct
{
  const char *co2;
  gint64 credits;
  gint64 met;
  gint64 carried;
  gint64 amount;
} next_years[] = {
  { "50.49", 1959, 3041, 0, 0 }, { "70.08", 0, 3041, 0, 0 },      { "90.49", 0, 1000, 15308, 0 },
  { "100.49", 0, 0, 22808, 0 },  { "105.49", 0, 0, 22808, 3750 },
};

static void
test_next_year (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (next_years); i++)
    {
      g_autoptr (Fixture) f = settled_new ();
      g_autoptr (GramFleetYearDetail) detail = NULL;
      g_autoptr (GramBorrowingRecord) record = NULL;

      g_test_message ("%s", next_years[i].co2);
      g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
      g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 1), ==, "");
      figures_enter_accepted (f, "@", "ZVW30-2000001", next_years[i].co2);
      life_set_day ("2028-01-05");
      g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
      fleet_check (f, 1, next_years[i].carried + next_years[i].amount, 0, 2027,
                   next_years[i].credits);
      g_assert_cmpint (figures_balance (f, 0, "carry", "NZD"), ==, 0);
      detail = fleet_detail (f, 1, 2027);
      g_assert_cmpint (detail->row->carried_met, ==, next_years[i].met);
      g_assert_cmpuint (detail->charges->len, ==,
                        (next_years[i].carried > 0) + (next_years[i].amount > 0));
      record = borrowing (f, 1);
      g_assert_cmpint (record->state, ==, GRAM_BORROWING_SETTLED);
      g_assert_cmpint (record->fleet_year_id, ==, fixture_result (f, "fleet-year"));
      g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "fleet-year.unchanged");
    }
}

/* What was not made good has its own rate and day, and is not carried again. */
static void
test_carried (void)
{
  g_autoptr (Fixture) f = settled_new ();
  g_autoptr (GramChargeRecord) charge = NULL;

  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 1), ==, "");
  figures_enter_accepted (f, "@", "ZVW30-2000001", "90.49");
  life_set_day ("2028-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  charge = fleet_charge (f, fixture_result (f, "charge"));
  g_assert_cmpint (charge->kind, ==, GRAM_CHARGE_CARRIED);
  g_assert_cmpint (charge->grams, ==, 2041);
  g_assert_cmpint (charge->rate, ==, 750);
  g_assert_cmpstr (charge->due_on, ==, "2028-03-31");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request",
                               "{'account': '@', 'charge': %" PRId64 ", 'reason': 'Again.'}",
                               charge->id),
                   ==, "borrowing.again");
  fleet_pay (f, "@", "153.08");
  fleet_check (f, 1, 0, 0, 2027, 0);
}

/* A part that money paid is not carried: $128.08 are 17.08 g, half up. */
static void
test_part_paid (void)
{
  g_autoptr (Fixture) f = settled_new ();

  fleet_pay (f, "@", "100.00");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 1), ==, "");
  check_borrowing (f, 1, GRAM_BORROWING_APPROVED, 1708, 12808);
  fleet_check (f, 1, 0, 0, 2026, 0);
}

/* Paid while it waits: nothing is left to carry, and the request can only be declined. */
static void
test_paid_meanwhile (void)
{
  g_autoptr (Fixture) f = settled_new ();

  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  fleet_pay (f, "@", "228.08");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 1), ==,
                   "borrowing.nothing-outstanding");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.decline", 1), ==, "");
  fleet_check (f, 1, 0, 0, 2026, 0);
}

/* A correction of the borrowed year, before the next one is settled and after it. */
static void
test_corrected (void)
{
  g_autoptr (Fixture) f = settled_new ();
  g_autoptr (GramFleetYearDetail) detail = NULL;

  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_cmpstr (decide (f, DECISION_MAKER, "borrowing.approve", 1), ==, "");
  fleet_correct (f, "ZVW30-1000002", "130");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  check_borrowing (f, 1, GRAM_BORROWING_APPROVED, 2841, 21308);
  fleet_check (f, 1, 0, 0, 2026, 0);
  g_assert_cmpint (figures_balance (f, 0, "carry", "NZD"), ==, 21308);

  /* 10 g are made good, 18.41 g are charged: $138.08. */
  figures_enter_accepted (f, "@", "ZVW30-2000001", "90.49");
  life_set_day ("2028-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  fleet_check (f, 1, 13808, 0, 2027, 0);

  /* 8 g less to borrow: 2026 asks for nothing any more, and 2027 follows when it is settled again. */
  fleet_correct (f, "ZVW30-1000003", "124");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 13808, 0, 2027, 0);
  detail = fleet_detail (f, 1, 2027);
  g_assert_true (detail->row->differs);
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  fleet_check (f, 1, 7808, 0, 2027, 0);
  g_assert_cmpint (figures_balance (f, 0, "carry", "NZD"), ==, 0);

  /* And more than was borrowed: all that is left of it falls away, and the next year earns what it had made good. */
  fleet_correct (f, "ZVW30-1000003", "100");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check_result (f, "credits", "3.59");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  fleet_check_result (f, "credits", "10.00");
  fleet_check (f, 1, 0, 0, 2027, 1000);
  g_assert_cmpint (figures_balance (f, 0, "carry", "NZD"), ==, 0);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.unchanged");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "fleet-year.unchanged");
}

/* Not when the next year is settled, and not without an approval for it. */
static void
test_too_late (void)
{
  g_autoptr (Fixture) f = settled_new ();
  g_autoptr (Fixture) g = settled_new ();

  figures_enter_accepted (f, "@", "ZVW30-2000001", "100.49");
  life_set_day ("2028-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2027, ""), ==, "");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "borrowing.next-settled");
  g_assert_cmpstr (f->article, ==, SECTION);

  life_set_day ("2027-01-06");
  g_assert_cmpstr (fixture_do (g, DECISION_MAKER, "application.revoke",
                               "{'account': '@', 'reason': 'No importer any more.'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (g, TRADER, "borrowing.request", ASK), ==,
                   "borrowing.not-fleet-average");
}

/* Pay As You Go knows no borrowing; an own registry keeps no case, and records the decision with its reference. */
static void
test_others (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (Fixture) own = fleet_new (GRAM_REGISTRY_OWN);

  figures_enter_accepted (f, "@", "ZVW30-2000001", "120");
  g_assert_cmpstr (fixture_do (f, TRADER, "borrowing.request", ASK), ==, "borrowing.kind");

  fleet_accept_used (own);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (own, "@", 2026, ", 'reference': 'NZTA 7'"), ==, "");
  g_assert_cmpstr (fixture_do (own, TRADER, "borrowing.request", ASK), ==, "");
  g_assert_false (g_variant_lookup (own->result, "case", "x", NULL));
  g_assert_cmpstr (decide (own, EDITOR, "borrowing.approve", 1), ==, "decision.reference");
  g_assert_cmpstr (fixture_do (own, EDITOR, "borrowing.approve",
                               "{'account': '@', 'borrowing': 1, 'reason': 'Letter.',"
                               " 'reference': 'NZTA 8'}"),
                   ==, "");
  check_borrowing (own, 1, GRAM_BORROWING_APPROVED, 3041, 22808);
  fleet_check (own, 1, 0, 0, 2026, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/borrowings/life", test_life);
  g_test_add_func ("/borrowings/next-year", test_next_year);
  g_test_add_func ("/borrowings/carried", test_carried);
  g_test_add_func ("/borrowings/part-paid", test_part_paid);
  g_test_add_func ("/borrowings/paid-meanwhile", test_paid_meanwhile);
  g_test_add_func ("/borrowings/corrected", test_corrected);
  g_test_add_func ("/borrowings/too-late", test_too_late);
  g_test_add_func ("/borrowings/others", test_others);
  return g_test_run ();
}
