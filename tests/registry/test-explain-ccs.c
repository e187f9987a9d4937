/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"
#include "fleet-fixture.h"

#include "gram-queries-dashboard.h"
#include "gram-queries-explain-ccs.h"

#include <string.h>

static const GramExplanationLine *
find_line (const GramFigureExplanation *explanation, const char *name)
{
  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const GramExplanationLine *line = explanation->lines->pdata[i];

      if (g_str_equal (line->name, name))
        return line;
    }
  return NULL;
}

/* The lines that a figure is made of, in order, each with its value. */
typedef struct
{
  const char *name;
  const char *value;
} Expected;

static void
check_lines (const GramFigureExplanation *explanation, const Expected *lines, gsize n_lines)
{
  const GramExplanationLine *last = explanation->lines->pdata[explanation->lines->len - 1];

  for (gsize i = 0; i < n_lines; i++)
    {
      const GramExplanationLine *line = find_line (explanation, lines[i].name);

      g_test_message ("%s: %s", explanation->figure, lines[i].name);
      g_assert_nonnull (line);
      g_assert_cmpstr (line->value, ==, lines[i].value);
      g_assert_cmpstr (line->title, !=, "");
    }
  /* The figure itself is the last. */
  g_assert_cmpstr (last->name, ==, lines[n_lines - 1].name);
}

static GramFigureExplanation *
explain (Fixture *f, const char *figure, gint64 account_id, int year)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramFigureExplanation *explanation
      = gram_registry_explain_ccs (f->registry, f->actors[ADMINISTRATOR], figure, account_id, year,
                                   &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_nonnull (explanation);
  return explanation;
}

/* CCS facts §15 rows 3 and 21: one charge, and the charges of the year. */
static void
test_charge (void)
{
  static const Expected lines[] = {
    { "vehicles", "1" },    { "grams", "26.81" },      { "rate", "6.00" },
    { "amount", "160.86" }, { "credits", "15.55" },    { "discharged", "93.30" },
    { "money", "60.00" },   { "outstanding", "7.56" },
  };
  static const Expected year[]
      = { { "charge", "160.86" }, { "grams", "26.81" }, { "outstanding", "7.56" } };
  static const Expected pending[] = { { "charge", "7.56" }, { "charges", "7.56" } };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) one = NULL;
  g_autoptr (GramFigureExplanation) all = NULL;
  g_autoptr (GramFigureExplanation) open = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  gint64 charge;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1090, "79");
  figures_enter (f, "@", "ZVW30-1000002", "A", 1400, "132");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001', 'ZVW30-1000002'", ", 'credits': 'oldest'"),
                   ==, "");
  charge = fixture_result (f, "charge");
  g_assert_cmpstr (charges_pay (f, "60.00", ""), ==, "");
  one = gram_registry_explain_charge (f->registry, f->actors[VIEWER], charge, NULL, NULL);
  check_lines (one, lines, G_N_ELEMENTS (lines));
  g_assert_cmpstr (find_line (one, "amount")->formula, ==, "26.81 × NZ$6.00");
  g_assert_cmpstr (find_line (one, "amount")->rounding, !=, "");
  g_assert_cmpint (find_line (one, "vehicles")->charge_id, ==, charge);
  all = explain (f, "charge", 1, 2026);
  check_lines (all, year, G_N_ELEMENTS (year));
  open = explain (f, "charges", 1, 0);
  check_lines (open, pending, G_N_ELEMENTS (pending));
  g_assert_cmpint (find_line (open, "charge")->charge_id, ==, charge);
  /* A day is written as people write it. */
  g_assert_true (g_str_has_prefix (find_line (open, "charge")->formula, "Due on "));
  g_assert_null (strchr (find_line (open, "charge")->formula, '-'));
  /* Another account's charge is one that there is not. */
  g_assert_null (
      gram_registry_explain_charge (f->registry, f->actors[STRANGER], charge, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "charge.unknown");
}

/* What came, what went, what is promised, and the last day: CCS facts §15 row 27. */
static void
test_credit (void)
{
  static const Expected lines[] = {
    { "carried-in", "20.00" },     { "offset", "-3.00" }, { "reserved", "0.00" },
    { "lapses-on", "2029-12-31" }, { "credit", "17.00" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) credit = NULL;
  g_autoptr (GramFigureExplanation) earned = NULL;

  charges_carry_in (f, 2025, "20.00");
  charges_enter_accepted (f, "ZVW30-1000001", 3);
  charges_enter_accepted (f, "ZVW30-1000002", -5);
  g_assert_cmpstr (charges_offset (f, ", 'credits': 'oldest'"), ==, "");
  credit = explain (f, "credit", 1, 2025);
  check_lines (credit, lines, G_N_ELEMENTS (lines));
  earned = explain (f, "credit", 1, 2026);
  g_assert_cmpstr (find_line (earned, "earned")->value, ==, "5.00");
  g_assert_cmpint (find_line (earned, "earned")->year, ==, 2026);
  g_assert_cmpint (find_line (earned, "earned")->account_id, ==, 1);
}

/* CCS facts §15 rows 15, 16 and 20: the net position, of credits and of a shortfall. */
static void
test_fleet_average (void)
{
  static const Expected over[] = {
    { "vehicles", "4" }, { "below", "23.21" }, { "over", "53.62" },
    { "net", "-30.41" }, { "rate", "7.50" },   { "amount", "228.08" },
  };
  static const Expected below[]
      = { { "vehicles", "4" }, { "net", "17.88" }, { "credits", "17.88" } };
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) used = NULL;
  g_autoptr (GramFigureExplanation) fresh = NULL;
  g_autoptr (GramDashboard) dashboard = NULL;

  fleet_accept_used (f);
  fleet_accept_new (f, TRUE);
  used = explain (f, "fleet-average", 1, 2026);
  check_lines (used, over, G_N_ELEMENTS (over));
  g_assert_true (used->provisional);
  g_assert_cmpstr (find_line (used, "net")->formula, ==, "23.21 − 53.62");
  g_assert_cmpstr (find_line (used, "amount")->formula, ==, "30.41 × NZ$7.50");
  g_assert_cmpint (find_line (used, "vehicles")->year, ==, 2026);
  fresh = explain (f, "fleet-average", 2, 2026);
  check_lines (fresh, below, G_N_ELEMENTS (below));

  dashboard = gram_registry_dashboard (f->registry, f->actors[ADMINISTRATOR], 1, NULL, NULL);
  g_assert_true (dashboard->fleet_average);
  g_assert_cmpint (dashboard->net, ==, -3041);
  g_assert_cmpint (dashboard->net_records, ==, 4);
  g_assert_cmpint (dashboard->net_amount, ==, 22808);
  g_assert_cmpint (dashboard->net_forecast, ==, -3041);
  g_assert_cmpint (dashboard->outstanding, ==, 0);
}

/* Each tile, and that waiting vehicles are added up exactly as each alone is. */
static void
test_dashboard (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramDashboard) dashboard = NULL;
  g_autoptr (GramFigureExplanation) waiting = NULL;
  const GramDashboardMonth *month;
  const GramDashboardCredit *credit;

  charges_carry_in (f, 2023, "7.00");
  charges_enter_accepted (f, "ZVW30-1000001", 10);
  charges_enter_accepted (f, "ZVW30-1000002", -4);
  life_set_day ("2026-03-20");
  figures_enter (f, "@", "ZVW30-1000003", "A", 1090, "79");
  figures_enter (f, "@", "ZVW30-1000004", "A", 1400, "132");
  figures_enter (f, "@", "ZVW30-1000005", "A", 1400, "132");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': 'AE86-5012345', 'excluded':"
                               " 'motorsport'}"),
                   ==, "");
  dashboard = gram_registry_dashboard (f->registry, f->actors[VIEWER], 1, NULL, NULL);
  g_assert_cmpint (dashboard->ready, ==, 3);
  g_assert_cmpint (dashboard->acceptable, ==, 3);
  g_assert_cmpint (dashboard->entered, ==, 1);
  g_assert_cmpint (dashboard->forecast.records, ==, 3);
  g_assert_cmpint (dashboard->forecast.excluded, ==, 1);
  g_assert_cmpint (dashboard->forecast.unknown, ==, 0);
  g_assert_cmpint (dashboard->forecast.credit, ==, 1555);
  g_assert_cmpint (dashboard->forecast.excess, ==, 2 * 2681);
  g_assert_cmpint (dashboard->forecast.amount, ==, 2 * 16086);
  g_assert_cmpint (dashboard->n_charges, ==, 1);
  g_assert_cmpint (dashboard->outstanding, ==, 6000);
  g_assert_cmpint (dashboard->n_overdue, ==, 1);
  g_assert_cmpstr (dashboard->overdue_since, ==, "2026-03-17");
  g_assert_cmpint (dashboard->overdue_days, ==, 4);
  g_assert_null (dashboard->next_due_on);
  g_assert_cmpint (dashboard->credit_total, ==, 1100);
  g_assert_cmpuint (dashboard->credits->len, ==, 2);
  credit = dashboard->credits->pdata[0];
  g_assert_cmpint (credit->year, ==, 2023);
  g_assert_cmpstr (credit->lapses_on, ==, "2028-12-31");
  g_assert_false (credit->warned);
  g_assert_cmpuint (dashboard->months->len, ==, GRAM_DASHBOARD_MONTHS);
  g_assert_cmpint (g_array_index (dashboard->months, GramDashboardMonth, 0).period, ==, 202504);
  month = &g_array_index (dashboard->months, GramDashboardMonth, GRAM_DASHBOARD_MONTHS - 1);
  g_assert_cmpint (month->period, ==, 202603);
  g_assert_cmpint (month->records, ==, 2);
  g_assert_cmpint (month->credit, ==, 400);
  g_assert_cmpint (month->excess, ==, 1000);
  g_assert_cmpint (month->charge, ==, 6000);

  waiting = explain (f, "waiting", 1, 0);
  g_assert_cmpstr (find_line (waiting, "amount")->value, ==, "321.72");
  g_assert_cmpstr (find_line (waiting, "over-vehicles")->value, ==, "2");
}

static GramVehicleStanding *
standing_of (Fixture *f, const char *name)
{
  g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (f, name);
  g_autoptr (GError) error = NULL;
  GramVehicleStanding *standing
      = gram_registry_vehicle_standing (f->registry, f->actors[VIEWER], vehicle->id, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (standing);
  return standing;
}

/* CCS facts §4.3 and §15 rows 3 and 9: today, from October on also by the rules of 1 January, then what was frozen. */
static void
test_standing (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleStanding) spring = NULL;
  g_autoptr (GramVehicleStanding) autumn = NULL;
  g_autoptr (GramVehicleStanding) frozen = NULL;
  g_autoptr (GramVehicleStanding) excluded = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1400, "132");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': 'AE86-5012345', 'excluded':"
                               " 'motorsport'}"),
                   ==, "");
  spring = standing_of (f, "ZVW30-1000001");
  g_assert_false (spring->accepted);
  g_assert_true (spring->now.known);
  g_assert_cmpint (spring->now.figure.amount_cents, ==, 16086);
  g_assert_false (spring->has_next);
  g_assert_null (spring->excluded);
  g_assert_cmpstr (spring->type_reason, !=, "");
  life_set_day ("2026-10-01");
  autumn = standing_of (f, "ZVW30-1000001");
  g_assert_true (autumn->has_next);
  g_assert_cmpstr (autumn->next_from, ==, "2027-01-01");
  g_assert_cmpint (autumn->now.figure.amount_cents, ==, 16086);
  g_assert_cmpint (autumn->next.figure.amount_cents, ==, 20742);
  excluded = standing_of (f, "AE86-5012345");
  g_assert_cmpstr (excluded->excluded, ==, "Motorsport vehicle");
  g_assert_false (excluded->now.known);
  g_assert_false (excluded->has_next);
  g_assert_cmpstr (excluded->now.refusal->id, ==, "vehicle.excluded");
  g_assert_cmpstr (charges_accept (f, "'ZVW30-1000001'", ""), ==, "");
  life_set_day ("2027-02-01");
  frozen = standing_of (f, "ZVW30-1000001");
  g_assert_true (frozen->accepted);
  g_assert_cmpint (frozen->now.figure.amount_cents, ==, 16086);
  g_assert_cmpint (frozen->difference, ==, -2681);
  g_assert_cmpint (frozen->charge, ==, 16086);
  g_assert_cmpint (frozen->charge_id, ==, 1);
  g_assert_false (frozen->has_next);
}

/* Who may not see the account is told that there is none; the CCTS has no such figures; a figure has a name. */
static void
test_refused (void)
{
  static const struct
  {
    FixturePerson who;
    const char *figure;
    gint64 account_id;
    const char *refusal;
  } rows[] = {
    { STRANGER, "charges", 1, "account.unknown" },
    { OWNER, "charges", 99, "account.unknown" },
    { OWNER, "charges", 3, "ccs.other-scheme" },
    { OWNER, "profit", 1, "explain.unknown" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramRefusal) other = NULL;

      g_assert_null (gram_registry_explain_ccs (f->registry, f->actors[rows[i].who], rows[i].figure,
                                                rows[i].account_id, 2026, &refusal, NULL));
      g_assert_cmpstr (refusal->id, ==, rows[i].refusal);
      if (g_str_equal (rows[i].figure, "profit"))
        continue;
      g_assert_null (gram_registry_dashboard (f->registry, f->actors[rows[i].who],
                                              rows[i].account_id, &other, NULL));
      g_assert_cmpstr (other->id, ==, rows[i].refusal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/explain-ccs/charge", test_charge);
  g_test_add_func ("/explain-ccs/credit", test_credit);
  g_test_add_func ("/explain-ccs/fleet-average", test_fleet_average);
  g_test_add_func ("/explain-ccs/dashboard", test_dashboard);
  g_test_add_func ("/explain-ccs/standing", test_standing);
  g_test_add_func ("/explain-ccs/refused", test_refused);
  return g_test_run ();
}
