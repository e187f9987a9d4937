/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-charge.h"
#include "gram-ccs.h"

#include "rulebooks.h"

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  if (text != NULL)
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* A charge of so many grams at a rate, nothing of it settled. */
static GramCcsCharge
charge_of (const GramCcsRules *rules, gint64 grams, gint64 rate)
{
  GramCcsCharge charge = { .grams = grams, .rate = rate };

  g_assert_true (gram_ccs_amount (rules, grams, rate, &charge.amount));
  return charge;
}

/* §15 of the facts: what is left in money once credits are set off (LTA 1998 s 177, s 182). */
static const struct
{
  const char *what;
  gint64 grams;
  gint64 rate;
  gint64 credits;
  gint64 amount;
  gint64 rest;
  gint64 to_clear; /* credits that clear it from there */
} rows[] = {
  { "row 3, nothing set off", 2681, 600, 0, 16086, 16086, 2681 },
  { "row 21: row 3 paid with row 2's credits, s 182", 2681, 600, 1555, 16086, 6756, 1126 },
  { "row 16, nothing set off", 9983, 1500, 0, 149745, 149745, 9983 },
  { "row 19: row 16 with 60.00 credits, s 177", 9983, 1500, 6000, 149745, 59745, 3983 },
  { "row 18, at 67.50: a tie goes up, §6", 9983, 6750, 0, 673853, 673853, 9983 },
  { "row 18, all but a hundredth", 9983, 6750, 9982, 673853, 68, 1 },
  { "row 18, all of it", 9983, 6750, 9983, 673853, 0, 0 },
  { "row 20: a tie at the cent goes up, §6", 3041, 750, 0, 22808, 22808, 3041 },
  { "row 22: 0.33 g at 33.75", 33, 3375, 0, 1114, 1114, 33 },
  { "row 22: 0.01 g at 22.50", 1, 2250, 0, 23, 23, 1 },
  { "row 22: 1.02 g at 33.75", 102, 3375, 100, 3443, 68, 2 },
};

static void
test_rows (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GramCcsCharge charge = charge_of (rulebook->ccs, rows[i].grams, rows[i].rate);

      g_test_message ("%s", rows[i].what);
      g_assert_true (gram_ccs_charge_check (rulebook->ccs, &charge, NULL));
      g_assert_cmpint (charge.amount, ==, rows[i].amount);
      g_assert_cmpint (gram_ccs_charge_rest (rulebook->ccs, &charge, rows[i].credits), ==,
                       rows[i].rest);
      g_assert_cmpint (gram_ccs_charge_value_of (rulebook->ccs, &charge, rows[i].credits), ==,
                       rows[i].amount - rows[i].rest);
      charge.credits = rows[i].credits;
      g_assert_cmpint (gram_ccs_charge_outstanding (rulebook->ccs, &charge), ==, rows[i].rest);
      g_assert_cmpint (gram_ccs_charge_credits_to_clear (rulebook->ccs, &charge), ==,
                       rows[i].to_clear);
    }
}

/* Money and credits together, sums of rounded amounts, and charges without grams. */
static const struct
{
  const char *what;
  GramCcsCharge charge;
  gint64 outstanding;
  gint64 to_clear;
} standings[] = {
  { "half paid: only as many credits as what is left needs",
    { .grams = 2681, .amount = 16086, .rate = 600, .money = 8043 },
    8043,
    1341 },
  { "three vehicles, each rounded up: the last hundredth discharges the cent beyond",
    { .grams = 3, .amount = 69, .rate = 2250 },
    69,
    3 },
  { "rounded up, all but a hundredth set off",
    { .grams = 3, .amount = 69, .rate = 2250, .credits = 2 },
    24,
    1 },
  { "rounded down: it is clear before the last hundredth",
    { .grams = 100, .amount = 590, .rate = 600, .credits = 97 },
    8,
    2 },
  { "no grams: payable in money alone", { .amount = 5000, .money = 1000 }, 4000, 0 },
  { "taken back: what is left of grams and amount counts",
    { .grams = 2681, .grams_back = 681, .amount = 16086, .amount_back = 4086, .rate = 600 },
    12000,
    2000 },
  { "borrowed", { .grams = 9983, .amount = 149745, .rate = 1500, .carried = 149745 }, 0, 0 },
  { "all set off", { .grams = 9983, .amount = 149745, .rate = 1500, .credits = 9983 }, 0, 0 },
};

static void
test_standings (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      const GramCcsCharge *charge = &standings[i].charge;

      g_test_message ("%s", standings[i].what);
      g_assert_true (gram_ccs_charge_check (rulebook->ccs, charge, NULL));
      g_assert_cmpint (gram_ccs_charge_outstanding (rulebook->ccs, charge), ==,
                       standings[i].outstanding);
      g_assert_cmpint (gram_ccs_charge_credits_to_clear (rulebook->ccs, charge), ==,
                       standings[i].to_clear);
    }
}

static const struct
{
  const char *what;
  GramCcsCharge charge;
} wrong[] = {
  { "more taken back than charged", { .grams = 10, .grams_back = 11, .amount = 10, .rate = 100 } },
  { "more money back than charged", { .grams = 10, .amount = 10, .amount_back = 11, .rate = 100 } },
  { "more credits than grams", { .grams = 10, .amount = 10, .rate = 100, .credits = 11 } },
  { "more paid than charged", { .grams = 10, .amount = 10, .rate = 100, .money = 11 } },
  { "paid and carried together",
    { .grams = 10, .amount = 10, .rate = 100, .money = 6, .carried = 5 } },
  { "below 0", { .grams = 10, .amount = 10, .rate = -1 } },
  { "too large", { .grams = G_MAXINT64 / 8, .amount = 10, .rate = G_MAXINT64 / 8 } },
  { "larger still", { .grams = G_MAXINT64, .amount = G_MAXINT64, .rate = 1 } },
};

static void
test_wrong (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_test_message ("%s", wrong[i].what);
      g_assert_false (gram_ccs_charge_check (rulebook->ccs, &wrong[i].charge, &refusal));
      g_assert_cmpstr (refusal->id, ==, "charge.figures");
      g_assert_cmpstr (refusal->article, ==, "LTA 1998 s 177, s 182");
    }
}

/* Corrections after settlement (CCS facts §9.4): what nothing settled goes first, then what is carried, money, credits. */
static const struct
{
  const char *what;
  GramCcsCharge charge;
  gint64 grams;
  gint64 amount;
  GramCcsTakeBack back;
} corrections[] = {
  { "nothing settled: it is dropped",
    { .grams = 2681, .amount = 16086, .rate = 600 },
    681,
    4086,
    { .dropped = 4086 } },
  { "half paid: what is open is dropped first, the rest of it paid",
    { .grams = 2681, .amount = 16086, .rate = 600, .money = 15000 },
    681,
    4086,
    { .dropped = 1086, .money_back = 3000 } },
  { "row 21, credits and money: money first",
    { .grams = 2681, .amount = 16086, .rate = 600, .credits = 1555, .money = 6756 },
    1000,
    6000,
    { .money_back = 6000 } },
  { "row 21, more than the money: credits, too",
    { .grams = 2681, .amount = 16086, .rate = 600, .credits = 1555, .money = 6756 },
    1500,
    9000,
    { .money_back = 6756, .credits_back = 374, .credit_value_back = 2244 } },
  { "row 21, all of it",
    { .grams = 2681, .amount = 16086, .rate = 600, .credits = 1555, .money = 6756 },
    2681,
    16086,
    { .money_back = 6756, .credits_back = 1555, .credit_value_back = 9330 } },
  { "row 19 borrowed: what is carried goes before money",
    { .grams = 9983,
      .amount = 149745,
      .rate = 1500,
      .credits = 6000,
      .carried = 50000,
      .money = 9745 },
    3000,
    45000,
    { .carried_back = 45000 } },
  { "row 19 borrowed, more than is carried",
    { .grams = 9983,
      .amount = 149745,
      .rate = 1500,
      .credits = 6000,
      .carried = 50000,
      .money = 9745 },
    4000,
    60000,
    { .carried_back = 50000, .money_back = 9745, .credits_back = 17, .credit_value_back = 255 } },
  { "nothing", { .grams = 2681, .amount = 16086, .rate = 600, .money = 16086 }, 0, 0, { 0 } },
  { "payable in money alone",
    { .amount = 5000, .money = 4000 },
    0,
    2500,
    { .dropped = 1000, .money_back = 1500 } },
};

static void
test_take_back (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      GramCcsCharge charge = corrections[i].charge;
      const GramCcsTakeBack *expected = &corrections[i].back;
      GramCcsTakeBack back;

      g_test_message ("%s", corrections[i].what);
      g_assert_true (gram_ccs_charge_take_back (rulebook->ccs, &charge, corrections[i].grams,
                                                corrections[i].amount, &back, NULL));
      g_assert_cmpint (back.dropped, ==, expected->dropped);
      g_assert_cmpint (back.carried_back, ==, expected->carried_back);
      g_assert_cmpint (back.money_back, ==, expected->money_back);
      g_assert_cmpint (back.credits_back, ==, expected->credits_back);
      g_assert_cmpint (back.credit_value_back, ==, expected->credit_value_back);
      g_assert_true (gram_ccs_charge_check (rulebook->ccs, &charge, NULL));
    }
}

static void
test_take_back_too_much (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  static const struct
  {
    gint64 grams;
    gint64 amount;
  } too_much[] = { { 2682, 16086 }, { 2681, 16087 }, { -1, 0 }, { 0, -1 }, { G_MAXINT64, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (too_much); i++)
    {
      GramCcsCharge charge = charge_of (rulebook->ccs, 2681, 600);
      g_autoptr (GramRefusal) refusal = NULL;
      GramCcsTakeBack back;

      g_assert_false (gram_ccs_charge_take_back (rulebook->ccs, &charge, too_much[i].grams,
                                                 too_much[i].amount, &back, &refusal));
      g_assert_cmpstr (refusal->id, ==, "charge.take-back");
      g_assert_cmpint (charge.grams_back, ==, 0);
      g_assert_cmpint (charge.amount_back, ==, 0);
    }
}

static const GramCcsCredits holdings[] = { { 2026, 4000 }, { 2023, 300 }, { 2025, 1000 } };

/* Which credits go against which charge, in order: CCS facts §5, §7. Lines are charge:year=credits/value. */
static const struct
{
  const char *what;
  const char *today;
  GramCreditUse use;
  const char *chosen; /* words of gram_ccs_credits_parse(), parted by blanks */
  gint64 at_most;
  gboolean needed;
  const char *lines; /* NULL: refused */
  const char *refusal;
} plans[] = {
  { "oldest first, over two charges", "2026-11-22", GRAM_CREDIT_USE_OLDEST, NULL, 0, TRUE,
    "0:2023=3.00/18.00 0:2025=10.00/60.00 0:2026=13.81/82.86 1:2026=10.00/150.00", NULL },
  { "so many at most", "2026-11-22", GRAM_CREDIT_USE_OLDEST, NULL, 500, TRUE,
    "0:2023=3.00/18.00 0:2025=2.00/12.00", NULL },
  { "those of 2023 have lapsed, §15 row 27", "2029-01-01", GRAM_CREDIT_USE_OLDEST, NULL, 1000, TRUE,
    "0:2025=10.00/60.00", NULL },
  { "they live on their last day", "2028-12-31", GRAM_CREDIT_USE_OLDEST, NULL, 300, TRUE,
    "0:2023=3.00/18.00", NULL },
  { "chosen", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, "2026=30.00", 0, TRUE,
    "0:2026=26.81/160.86 1:2026=3.19/47.85", NULL },
  { "chosen, two years", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, "2026=1.00 2025=0.50", 0, TRUE,
    "0:2025=0.50/3.00 0:2026=1.00/6.00", NULL },
  { "none", "2026-11-22", GRAM_CREDIT_USE_NONE, NULL, 0, FALSE, "", NULL },
  { "none, but needed", "2026-11-22", GRAM_CREDIT_USE_NONE, NULL, 0, TRUE, NULL, "credits.none" },
  { "more than clears the charges", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, "2026=36.82", 0, TRUE,
    NULL, "credits.too-many" },
  { "exactly what clears them", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, "2026=36.81", 0, TRUE,
    "0:2026=26.81/160.86 1:2026=10.00/150.00", NULL },
  { "more than is held", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, "2025=10.01", 0, TRUE, NULL,
    "credits.not-held" },
  { "a year that is not held", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, "2024=1", 0, TRUE, NULL,
    "credits.not-held" },
  { "lapsed ones", "2029-01-01", GRAM_CREDIT_USE_CHOSEN, "2023=1", 0, TRUE, NULL,
    "credits.lapsed" },
  { "chosen, but nothing was", "2026-11-22", GRAM_CREDIT_USE_CHOSEN, NULL, 0, TRUE, NULL,
    "credits.none-chosen" },
};

static char *
print_lines (const GArray *lines)
{
  g_autoptr (GString) text = g_string_new ("");
  char credits[GRAM_DECIMAL_BUFFER];
  char value[GRAM_DECIMAL_BUFFER];

  for (guint i = 0; i < lines->len; i++)
    {
      const GramCcsOffset *line = &g_array_index (lines, GramCcsOffset, i);

      g_string_append_printf (text, "%s%zu:%d=%s/%s", i > 0 ? " " : "", line->charge, line->year,
                              gram_decimal_print (credits, line->credits, 2, 2),
                              gram_decimal_print (value, line->value, 2, 2));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_plans (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsCharge charges[]
      = { charge_of (rulebook->ccs, 2681, 600), charge_of (rulebook->ccs, 1000, 1500) };

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_auto (GStrv) texts = g_strsplit (plans[i].chosen != NULL ? plans[i].chosen : "", " ", -1);
      g_autoptr (GArray) chosen = gram_ccs_credits_parse ((const char *const *)texts, NULL);
      const GramCcsOffsetWish wish = { .use = plans[i].use,
                                       .chosen = (const GramCcsCredits *)chosen->data,
                                       .n_chosen = chosen->len,
                                       .at_most = plans[i].at_most,
                                       .needed = plans[i].needed };
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GArray) lines
          = gram_ccs_offset_plan (rulebook->ccs, charges, G_N_ELEMENTS (charges), holdings,
                                  G_N_ELEMENTS (holdings), &wish, day (plans[i].today), &refusal);
      g_autofree char *text = NULL;

      g_test_message ("%s", plans[i].what);
      if (plans[i].lines == NULL)
        {
          g_assert_null (lines);
          g_assert_cmpstr (refusal->id, ==, plans[i].refusal);
          continue;
        }
      g_assert_nonnull (lines);
      text = print_lines (lines);
      g_assert_cmpstr (text, ==, plans[i].lines);
    }
}

/* What there is nothing to set credits against, and nothing to set off, is said. */
static void
test_nothing (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsOffsetWish wish = { .use = GRAM_CREDIT_USE_OLDEST, .needed = TRUE };
  static const GramCcsCharge paid = { .grams = 100, .amount = 600, .rate = 600, .money = 600 };
  static const GramCcsCharge money_only = { .amount = 600 };
  const struct
  {
    GramCcsCharge charge;
    gsize n_holdings;
    const char *refusal;
  } cases[] = {
    { paid, G_N_ELEMENTS (holdings), "charge.nothing-outstanding" },
    { money_only, G_N_ELEMENTS (holdings), "charge.money-only" },
    { charge_of (rulebook->ccs, 2681, 600), 0, "credits.none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_null (gram_ccs_offset_plan (rulebook->ccs, &cases[i].charge, 1, holdings,
                                           cases[i].n_holdings, &wish, day ("2026-11-22"),
                                           &refusal));
      g_assert_cmpstr (refusal->id, ==, cases[i].refusal);
    }
}

/* Due at once under Pay As You Go, on 31 March under Fleet Average (CCS facts §5). */
static const struct
{
  GramChargeKind kind;
  int year;
  const char *arisen_on;
  const char *due_on;
} dues[] = {
  { GRAM_CHARGE_PAYG, 2026, "2026-11-22", "2026-11-22" },
  { GRAM_CHARGE_SHORT, 2026, "2026-11-22", "2026-11-22" },
  { GRAM_CHARGE_FLEET_AVERAGE, 2026, "2027-01-10", "2027-03-31" },
  { GRAM_CHARGE_FLEET_AVERAGE, 2026, "2027-03-31", "2027-03-31" },
  { GRAM_CHARGE_FLEET_AVERAGE, 2026, "2027-05-02", "2027-05-02" },
  { GRAM_CHARGE_CARRIED, 2027, "2028-01-10", "2028-03-31" },
};

static const struct
{
  gint64 outstanding;
  const char *today;
  GramChargeState state;
  gint64 days;
} states[] = {
  { 16086, "2027-03-30", GRAM_CHARGE_DUE, 0 },     { 16086, "2027-03-31", GRAM_CHARGE_DUE, 0 },
  { 16086, "2027-04-01", GRAM_CHARGE_OVERDUE, 1 }, { 1, "2028-03-31", GRAM_CHARGE_OVERDUE, 366 },
  { 0, "2028-03-31", GRAM_CHARGE_SETTLED, 0 },
};

static void
test_days (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *due
          = gram_date_format (gram_ccs_charge_due_on (rulebook->ccs, dues[i].kind, dues[i].year,
                                                      day (dues[i].arisen_on)));

      g_assert_cmpstr (due, ==, dues[i].due_on);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GramDate due = day ("2027-03-31");

      g_assert_cmpint (gram_ccs_charge_state (states[i].outstanding, due, day (states[i].today)),
                       ==, states[i].state);
      g_assert_cmpint (gram_ccs_charge_overdue_days (states[i].outstanding, due,
                                                     day (states[i].today)),
                       ==, states[i].days);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccs-charge/rows", test_rows);
  g_test_add_func ("/ccs-charge/standings", test_standings);
  g_test_add_func ("/ccs-charge/wrong", test_wrong);
  g_test_add_func ("/ccs-charge/take-back", test_take_back);
  g_test_add_func ("/ccs-charge/take-back-too-much", test_take_back_too_much);
  g_test_add_func ("/ccs-charge/plans", test_plans);
  g_test_add_func ("/ccs-charge/nothing", test_nothing);
  g_test_add_func ("/ccs-charge/days", test_days);

  return g_test_run ();
}
