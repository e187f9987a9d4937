/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-fleet.h"
#include "gram-ccs.h"

#include "rulebooks.h"

#define NEW GRAM_ACCOUNT_CCS_NEW
#define USED GRAM_ACCOUNT_CCS_USED

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  if (text != NULL)
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* §15, rows 15, 16 and 18 to 20: the vehicles by weight and CO₂ value, as the year sums them up. */
static const struct
{
  const char *what;
  int year;
  GramAccountKind kind;
  struct
  {
    char type;
    int kg;
    const char *co2;
  } vehicles[4];
  gsize n_vehicles;
  gint64 net;
  gint64 credits;
  gint64 grams;
  gint64 amount;
} rows[] = {
  { "row 15, FN 2026, s 178",
    2026,
    NEW,
    { { 'A', 1765, "0" }, { 'A', 1500, "130" }, { 'B', 2105, "212" }, { 'A', 1735, "190.5" } },
    4,
    1788,
    1788,
    0,
    0 },
  { "row 16, FN 2026, s 177",
    2026,
    NEW,
    { { 'A', 1500, "130" }, { 'B', 2105, "212" }, { 'A', 1735, "190.5" } },
    3,
    -9983,
    0,
    9983,
    149745 },
  { "row 20, FU 2026, s 177: a tie goes up",
    2026,
    USED,
    { { 'A', 1090, "79" }, { 'A', 1400, "132" }, { 'A', 1400, "132" }, { 'B', 1350, "160" } },
    4,
    -3041,
    0,
    3041,
    22808 },
};

static void
test_rows (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GramFleetFacts facts
          = { .year = rows[i].year, .kind = rows[i].kind, .vehicles = (gint64)rows[i].n_vehicles };
      GramFleetPosition position;

      g_test_message ("%s", rows[i].what);
      for (gsize j = 0; j < rows[i].n_vehicles; j++)
        {
          GramCcsFacts vehicle = { .year = rows[i].year,
                                   .kind = rows[i].kind,
                                   .fleet_average = TRUE,
                                   .type = rows[i].vehicles[j].type,
                                   .mass_kg = rows[i].vehicles[j].kg };
          GramCcsFigure figure;

          g_assert_true (gram_decimal_parse (rows[i].vehicles[j].co2, 6, &vehicle.co2_micro, NULL));
          g_assert_true (gram_ccs_figure (rulebook, &vehicle, &figure, NULL));
          facts.net += figure.difference;
        }
      g_assert_true (gram_fleet_position (rulebook, &facts, &position, NULL));
      g_assert_cmpint (position.net, ==, rows[i].net);
      g_assert_cmpint (position.credits, ==, rows[i].credits);
      g_assert_cmpint (position.grams, ==, rows[i].grams);
      g_assert_cmpint (position.amount, ==, rows[i].amount);
    }
}

/* Positions that sums give, with and without what was borrowed (s 179). */
static const struct
{
  const char *what;
  GramFleetFacts facts;
  GramFleetPosition position;
} positions[] = {
  { "row 18: 67.50 a gram in 2025, a tie goes up",
    { .year = 2025, .kind = NEW, .vehicles = 3, .net = -9983 },
    { .net = -9983, .average_micro = -33276667, .grams = 9983, .rate = 6750, .amount = 673853 } },
  { "row 17: the average is for display, and not what is charged",
    { .year = 2026, .kind = NEW, .vehicles = 3, .net = -9983 },
    { .net = -9983, .average_micro = -33276667, .grams = 9983, .rate = 1500, .amount = 149745 } },
  { "no vehicles", { .year = 2026, .kind = NEW }, { .rate = 1500 } },
  { "made good in whole",
    { .year = 2026, .kind = NEW, .vehicles = 1, .net = 10000, .carried = { 9983, 673853, 6750 } },
    { .net = 10000,
      .average_micro = 100000000,
      .carried_met = 9983,
      .credits = 17,
      .rate = 1500 } },
  { "made good in part: the rest at the rate of its own year",
    { .year = 2026, .kind = NEW, .vehicles = 2, .net = 6000, .carried = { 9983, 149745, 1500 } },
    { .net = 6000,
      .average_micro = 30000000,
      .carried_met = 6000,
      .carried_rest = 3983,
      .carried_amount = 59745,
      .rate = 1500 } },
  { "not made good: all of it, and this year's own",
    { .year = 2026, .kind = NEW, .vehicles = 1, .net = -100, .carried = { 9983, 149745, 1500 } },
    { .net = -100,
      .average_micro = -1000000,
      .carried_rest = 9983,
      .carried_amount = 149745,
      .grams = 100,
      .rate = 1500,
      .amount = 1500 } },
  { "of a part-paid one the value counts",
    { .year = 2026, .kind = NEW, .vehicles = 1, .net = 0, .carried = { 33, 500, 1500 } },
    { .carried_rest = 33, .carried_amount = 500, .rate = 1500 } },
};

static void
test_positions (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      const GramFleetPosition *expected = &positions[i].position;
      GramFleetPosition position;

      g_test_message ("%s", positions[i].what);
      g_assert_true (gram_fleet_position (rulebook, &positions[i].facts, &position, NULL));
      g_assert_cmpint (position.net, ==, expected->net);
      g_assert_cmpint (position.average_micro, ==, expected->average_micro);
      g_assert_cmpint (position.carried_met, ==, expected->carried_met);
      g_assert_cmpint (position.carried_rest, ==, expected->carried_rest);
      g_assert_cmpint (position.carried_amount, ==, expected->carried_amount);
      g_assert_cmpint (position.credits, ==, expected->credits);
      g_assert_cmpint (position.grams, ==, expected->grams);
      g_assert_cmpint (position.rate, ==, expected->rate);
      g_assert_cmpint (position.amount, ==, expected->amount);
      g_assert_true (position.verified);
    }
}

static const struct
{
  GramFleetFacts facts;
  const char *refusal;
} refused[] = {
  { { .year = 2022, .kind = NEW }, "ccs.year-unknown" },
  { { .year = 2030, .kind = NEW }, "ccs.year-unknown" },
  { { .year = 2026, .kind = NEW, .vehicles = 1, .net = G_MININT64 }, "ccs.figure-too-large" },
  { { .year = 2026, .kind = NEW, .vehicles = 1, .net = G_MAXINT64 }, "ccs.figure-too-large" },
  { { .year = 2026, .kind = NEW, .vehicles = 1, .net = -G_MAXINT64 / 5 }, "ccs.figure-too-large" },
  { { .year = 2026, .kind = NEW, .carried = { G_MAXINT64, 1, 1 } }, "ccs.figure-too-large" },
};

static void
test_refused (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      GramFleetPosition position = { .rate = 77 };
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_false (gram_fleet_position (rulebook, &refused[i].facts, &position, &refusal));
      g_assert_cmpstr (refusal->id, ==, refused[i].refusal);
      g_assert_cmpint (position.rate, ==, 77);
    }
}

/* What a year that is settled again posts: the difference only. */
static void
test_difference (void)
{
  static const GramFleetPosition over = { .net = -9983, .grams = 9983, .amount = 149745 };
  static const GramFleetPosition less = { .net = -3983, .grams = 3983, .amount = 59745 };
  static const GramFleetPosition under
      = { .net = 1788, .credits = 1000, .carried_met = 788, .carried_rest = 12 };
  GramFleetDifference d;

  gram_fleet_difference (NULL, &over, &d);
  g_assert_cmpint (d.grams_new, ==, 9983);
  g_assert_cmpint (d.amount_new, ==, 149745);
  g_assert_true (d.changes);
  gram_fleet_difference (&over, &over, &d);
  g_assert_false (d.changes);
  gram_fleet_difference (&over, &less, &d);
  g_assert_cmpint (d.grams_back, ==, 6000);
  g_assert_cmpint (d.amount_back, ==, 90000);
  g_assert_cmpint (d.grams_new + d.amount_new + d.credits_new + d.credits_back, ==, 0);
  gram_fleet_difference (&less, &under, &d);
  g_assert_cmpint (d.grams_back, ==, 3983);
  g_assert_cmpint (d.credits_new, ==, 1000);
  g_assert_cmpint (d.carried_grams_new, ==, 12);
  gram_fleet_difference (&under, &less, &d);
  g_assert_cmpint (d.credits_back, ==, 1000);
  g_assert_cmpint (d.carried_grams_back, ==, 12);
}

/* Where a year stands, what is missing, and whether it can be settled. */
static const struct
{
  const char *what;
  GramFleetYearFacts facts;
  const char *due_on;
  const char *today;
  GramFleetState state;
  guint missing;
  const char *refusal; /* NULL: it can be settled */
} years[] = {
  { "runs",
    { .year = 2026 },
    NULL,
    "2026-12-31",
    GRAM_FLEET_GROWING,
    GRAM_FLEET_NOT_OVER,
    "fleet-year.not-over" },
  { "is over",
    { .year = 2026 },
    NULL,
    "2027-01-01",
    GRAM_FLEET_OVER,
    GRAM_FLEET_NOT_SETTLED,
    NULL },
  { "is invoiced",
    { .year = 2026, .settled = TRUE, .outstanding = 149745 },
    "2027-03-31",
    "2027-03-31",
    GRAM_FLEET_INVOICED,
    GRAM_FLEET_OUTSTANDING,
    "fleet-year.unchanged" },
  { "runs, and its account is being closed",
    { .year = 2026, .early = TRUE },
    NULL,
    "2026-06-30",
    GRAM_FLEET_OVER,
    GRAM_FLEET_NOT_SETTLED,
    NULL },
  { "was settled early",
    { .year = 2026, .early = TRUE, .settled = TRUE },
    NULL,
    "2026-06-30",
    GRAM_FLEET_SETTLED,
    0,
    "fleet-year.unchanged" },
  { "was settled early, and went on",
    { .year = 2026, .early = TRUE, .settled = TRUE, .differs = TRUE, .outstanding = 1 },
    "2027-03-31",
    "2026-06-30",
    GRAM_FLEET_INVOICED,
    GRAM_FLEET_CHANGED | GRAM_FLEET_OUTSTANDING,
    NULL },
  { "was settled early for a closing that was given up",
    { .year = 2026, .settled = TRUE },
    NULL,
    "2026-06-30",
    GRAM_FLEET_GROWING,
    GRAM_FLEET_NOT_OVER,
    "fleet-year.not-over" },
  { "is overdue",
    { .year = 2026, .settled = TRUE, .outstanding = 1 },
    "2027-03-31",
    "2027-04-01",
    GRAM_FLEET_OVERDUE,
    GRAM_FLEET_OUTSTANDING,
    "fleet-year.unchanged" },
  { "a borrowing was asked for",
    { .year = 2026, .settled = TRUE, .outstanding = 1, .borrowing_asked = TRUE },
    "2027-03-31",
    "2027-03-01",
    GRAM_FLEET_INVOICED,
    GRAM_FLEET_OUTSTANDING | GRAM_FLEET_BORROWING_ASKED,
    "fleet-year.unchanged" },
  { "is settled",
    { .year = 2026, .settled = TRUE },
    "2027-03-31",
    "2027-04-01",
    GRAM_FLEET_SETTLED,
    0,
    "fleet-year.unchanged" },
  { "was corrected since",
    { .year = 2026, .settled = TRUE, .differs = TRUE },
    "2027-03-31",
    "2027-06-01",
    GRAM_FLEET_SETTLED,
    GRAM_FLEET_CHANGED,
    NULL },
};

static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      GramFleetYearFacts facts = years[i].facts;
      GramDate today = day (years[i].today);
      g_autoptr (GramRefusal) refusal = NULL;

      g_test_message ("%s", years[i].what);
      facts.due_on = day (years[i].due_on);
      g_assert_cmpint (gram_fleet_year_state (&facts, today), ==, years[i].state);
      g_assert_cmpuint (gram_fleet_year_missing (&facts, today), ==, years[i].missing);
      g_assert_true (gram_fleet_year_can_settle (&facts, today, &refusal)
                     == (years[i].refusal == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, years[i].refusal);
      g_assert_cmpstr (gram_fleet_state_title (years[i].state), !=, NULL);
    }
  for (guint need = GRAM_FLEET_NOT_OVER; need <= GRAM_FLEET_BORROWING_ASKED; need <<= 1)
    g_assert_cmpstr (gram_fleet_need_title ((GramFleetNeed)need), !=, "");
}

/* Borrowing: LTA 1998 s 179. */
static const struct
{
  const char *what;
  GramBorrowingFacts facts;
  const char *refusal; /* NULL: it can be carried */
} borrowings[] = {
  { "of a Fleet Average year",
    { .kind = GRAM_CHARGE_FLEET_AVERAGE,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500 },
      .fleet_average_next = TRUE },
    NULL },
  { "of Pay As You Go",
    { .kind = GRAM_CHARGE_PAYG,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500 },
      .fleet_average_next = TRUE },
    "borrowing.kind" },
  { "carried already",
    { .kind = GRAM_CHARGE_CARRIED,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500 },
      .fleet_average_next = TRUE },
    "borrowing.again" },
  { "asked for already",
    { .kind = GRAM_CHARGE_FLEET_AVERAGE,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500 },
      .live = 1,
      .fleet_average_next = TRUE },
    "borrowing.again" },
  { "settled",
    { .kind = GRAM_CHARGE_FLEET_AVERAGE,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500, .money = 149745 },
      .fleet_average_next = TRUE },
    "borrowing.nothing-outstanding" },
  { "next year settled",
    { .kind = GRAM_CHARGE_FLEET_AVERAGE,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500 },
      .fleet_average_next = TRUE,
      .next_settled = TRUE },
    "borrowing.next-settled" },
  { "no longer under Fleet Average",
    { .kind = GRAM_CHARGE_FLEET_AVERAGE,
      .charge = { .grams = 9983, .amount = 149745, .rate = 1500 } },
    "borrowing.not-fleet-average" },
};

static void
test_borrowings (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramRefusal) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (borrowings); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_test_message ("%s", borrowings[i].what);
      g_assert_true (gram_borrowing_check (rulebook->ccs, &borrowings[i].facts, &refusal)
                     == (borrowings[i].refusal == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, borrowings[i].refusal);
    }

  rulebook->ccs->terms->borrowing_times = 0;
  g_assert_false (gram_borrowing_check (rulebook->ccs, &borrowings[0].facts, &none));
  g_assert_cmpstr (none->id, ==, "borrowing.none");
}

/* What is carried: the whole of what is outstanding. */
static const struct
{
  const char *what;
  GramCcsCharge charge;
  GramFleetCarried carried;
} carries[] = {
  { "all of row 16", { .grams = 9983, .amount = 149745, .rate = 1500 }, { 9983, 149745, 1500 } },
  { "row 19: 60.00 credits were set off",
    { .grams = 9983, .amount = 149745, .rate = 1500, .credits = 6000 },
    { 3983, 59745, 1500 } },
  { "1,000.00 were paid: the grams of the rest, half up",
    { .grams = 9983, .amount = 149745, .rate = 1500, .money = 100000 },
    { 3316, 49745, 1500 } },
  { "credits and money",
    { .grams = 9983, .amount = 149745, .rate = 1500, .credits = 6000, .money = 59740 },
    { 0, 5, 1500 } },
};

static void
test_carries (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (carries); i++)
    {
      GramFleetCarried carried;

      g_test_message ("%s", carries[i].what);
      gram_borrowing_carries (rulebook->ccs, &carries[i].charge, &carried);
      g_assert_cmpint (carried.grams, ==, carries[i].carried.grams);
      g_assert_cmpint (carried.value, ==, carries[i].carried.value);
      g_assert_cmpint (carried.rate, ==, carries[i].carried.rate);
    }
}

/* Verb × state: an X is possible. */
static void
test_moves (void)
{
  static const GramBorrowingState states[]
      = { GRAM_BORROWING_ASKED, GRAM_BORROWING_APPROVED, GRAM_BORROWING_DECLINED,
          GRAM_BORROWING_WITHDRAWN, GRAM_BORROWING_SETTLED };
  static const struct
  {
    GramBorrowingVerb verb;
    const char *possible;
    GramBorrowingState to;
  } verbs[] = {
    { GRAM_BORROWING_APPROVE, "X....", GRAM_BORROWING_APPROVED },
    { GRAM_BORROWING_DECLINE, "X....", GRAM_BORROWING_DECLINED },
    { GRAM_BORROWING_WITHDRAW, "X....", GRAM_BORROWING_WITHDRAWN },
    { GRAM_BORROWING_SETTLE, ".X...", GRAM_BORROWING_SETTLED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (states); j++)
      {
        g_autoptr (GramRefusal) refusal = NULL;
        GramBorrowingState to = states[j];
        gboolean can = gram_borrowing_move (states[j], verbs[i].verb, &to, &refusal);

        g_assert_true (can == (verbs[i].possible[j] == 'X'));
        g_assert_cmpint (to, ==, can ? verbs[i].to : states[j]);
        g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, can ? NULL : "borrowing.state");
      }
}

static void
test_reasons (void)
{
  g_autofree char *too_long = g_strnfill (2001, 'a');
  const struct
  {
    const char *text;
    const char *reason; /* NULL: refused */
  } texts[] = {
    { " Supply was late. ", "Supply was late." },
    { "Two\nlines", "Two\nlines" },
    { NULL, NULL },
    { " \n", NULL },
    { "a\001b", NULL },
    { "a\u202eb", NULL },
    { "\xff", NULL },
    { too_long, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *reason = NULL;
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_true (gram_borrowing_check_text (texts[i].text, &reason, &refusal)
                     == (texts[i].reason != NULL));
      g_assert_cmpstr (reason, ==, texts[i].reason);
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==,
                       texts[i].reason != NULL ? NULL : "borrowing.reason");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccs-fleet/rows", test_rows);
  g_test_add_func ("/ccs-fleet/positions", test_positions);
  g_test_add_func ("/ccs-fleet/refused", test_refused);
  g_test_add_func ("/ccs-fleet/difference", test_difference);
  g_test_add_func ("/ccs-fleet/years", test_years);
  g_test_add_func ("/ccs-fleet/borrowings", test_borrowings);
  g_test_add_func ("/ccs-fleet/carries", test_carries);
  g_test_add_func ("/ccs-fleet/moves", test_moves);
  g_test_add_func ("/ccs-fleet/reasons", test_reasons);

  return g_test_run ();
}
