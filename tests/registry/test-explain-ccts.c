/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-queries-explain-ccts.h"

#include <string.h>

static GramFigureExplanation *
explain (Fixture *f, const char *figure, int place)
{
  GError *error = NULL;
  GramFigureExplanation *explanation
      = gram_registry_explain_ccts (f->registry, f->actors[READER], figure, ccts_account (f, place),
                                    CCTS_YEAR, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (explanation);
  return explanation;
}

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

/* A line of an explanation: its value, article, and part of its formula and rounding. */
typedef struct
{
  const char *name;
  const char *value;
  const char *article;
  const char *formula;
  const char *rounding;
} Expected;

static void
check_lines (const GramFigureExplanation *explanation, const Expected *lines, gsize n_lines)
{
  for (gsize i = 0; i < n_lines; i++)
    {
      const GramExplanationLine *line = find_line (explanation, lines[i].name);

      g_test_message ("%s", lines[i].name);
      g_assert_nonnull (line);
      g_assert_cmpstr (line->value, ==, lines[i].value);
      g_assert_nonnull (strstr (line->article, lines[i].article));
      g_assert_nonnull (strstr (line->formula, lines[i].formula));
      g_assert_nonnull (strstr (line->rounding, lines[i].rounding));
    }
}

/* N and B, the product unrounded beside the result (art. 34), and the vehicles that N counts. */
static void
test_allocation (void)
{
  static const Expected lines[] = {
    { "cars", "12501", "art. 34(1)(a)", "", "" },
    { "baseline", "126.28", "Sch. 1", "Letter of the Secretary of State", "" },
    { "product", "1578626.28", "art. 34(1)", "126.28", "" },
    { "due", "1578626", "art. 34(2)", "", "nearest" },
    { "allocated", "1578626", "art. 34", "", "" },
  };
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) explanation = explain (f, "allocation", CCTS_ALPHA);
  const GramExplanationLine *cars = find_line (explanation, "cars");

  check_lines (explanation, lines, G_N_ELEMENTS (lines));
  g_assert_false (explanation->provisional);
  g_assert_cmpint (cars->account_id, ==, ccts_account (f, CCTS_ALPHA));
  g_assert_cmpstr (cars->account, ==, f->numbers[CCTS_ALPHA]);
  g_assert_cmpint (cars->year, ==, CCTS_YEAR);
}

/* B5: exact sum and cut; then a car more, which counts once the year is measured anew. */
static void
test_activity (void)
{
  static const Expected lines[] = {
    { "cars", "1001", "art. 31(1)", "", "" },
    { "co2", "120109.9996", "art. 36(1)", "corrected", "" },
    { "saving", "0", "art. 36(3)", "", "" },
    { "exact", "120109.9996", "art. 36(1)", "", "" },
    { "activity", "120109.999", "art. 36(4)", "", "Cut off after 3 decimals" },
  };
  g_autoptr (Fixture) f = settlement_new ("1x131.2345; 999x120; 1x98.7651", NULL);
  g_autoptr (GramFigureExplanation) before = explain (f, "activity", CCTS_ALPHA);
  g_autoptr (GramFigureExplanation) after = NULL;

  check_lines (before, lines, G_N_ELEMENTS (lines));
  g_assert_null (find_line (before, "activity-now"));
  ccts_register (f, CCTS_ALPHA, "1x100; 20xzero");
  after = explain (f, "activity", CCTS_ALPHA);
  g_assert_cmpstr (find_line (after, "activity")->value, ==, "120109.999");
  g_assert_cmpstr (find_line (after, "activity-now")->value, ==, "120209.999");
  g_assert_cmpstr (find_line (after, "cars-zero-emission")->value, ==, "20");
}

/* B9: savings that a notice of the year before switches off, and a corrected fleet (B11). */
static void
test_savings (void)
{
  static const Expected off[] = {
    { "saving-off", "1680", "art. 36(3)(a)", "2024", "" },
    { "saving", "0", "art. 36(3)", "", "" },
    { "activity", "160800.000", "art. 36(4)", "", "" },
  };
  static const Expected corrected[] = {
    { "co2", "165000", "art. 36(1)", "", "" },
    { "saving", "1680", "art. 36(3)", "", "" },
    { "activity", "163320.000", "art. 36(4)", "165", "" },
  };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) alpha = NULL;
  g_autoptr (GramFigureExplanation) beta = NULL;

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "eco-notice.record",
                               "{'code': '29', 'given-on': '2024-05-01', 'reference': 'E 1'}"),
                   ==, "");
  ccts_register (f, CCTS_ALPHA, "1200x134-1.4#29");
  ccts_register (f, CCTS_BETA, "1200x140-1.4=137.5#31");
  alpha = explain (f, "activity", CCTS_ALPHA);
  g_assert_true (alpha->provisional);
  check_lines (alpha, off, G_N_ELEMENTS (off));
  beta = explain (f, "activity", CCTS_BETA);
  check_lines (beta, corrected, 2);
  g_assert_cmpstr (find_line (beta, "activity")->value, ==, "163320.000");
}

/* A9: the members of a pool one by one, each with the vehicles that it brings. */
static void
test_pool (void)
{
  static const int places[] = { CCTS_ALPHA, CCTS_BETA, 0 };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) explanation = NULL;
  guint members = 0;

  ccts_register (f, CCTS_ALPHA, "600x120");
  ccts_register (f, CCTS_BETA, "450x110");
  ccts_pool (f, "Two Rivers Pool", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_ALPHA, "125.75");
  explanation = explain (f, "allocation", CCTS_ALPHA);
  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const GramExplanationLine *line = explanation->lines->pdata[i];

      if (!g_str_equal (line->name, "member-cars"))
        continue;
      members++;
      g_assert_cmpint (line->amount, ==,
                       line->account_id == ccts_account (f, CCTS_ALPHA) ? 600 : 450);
    }
  g_assert_cmpuint (members, ==, 2);
  g_assert_cmpstr (find_line (explanation, "cars")->value, ==, "1050");
  g_assert_cmpint (find_line (explanation, "cars")->account_id, ==, 0);
  g_assert_cmpstr (find_line (explanation, "product")->value, ==, "132037.5");
  g_assert_cmpstr (find_line (explanation, "due")->value, ==, "132038");
}

/* C8: the three tests with their numbers, the whole part, the ratio. */
static void
test_conversion (void)
{
  static const Expected lines[] = {
    { "crts-held", "1240.5", "", "CRTS register", "" },
    { "crts-required", "1200", "art. 27(1)", "", "" },
    { "test-a", "met", "art. 35(1)(a)", "1", "" },
    { "test-b", "met", "art. 35(1)(b)", "1", "" },
    { "test-c", "met", "art. 35(1)(c)", "", "" },
    { "crts-most", "40", "art. 35(2)(b)", "", "Whole part" },
    { "allowances", "5400", "art. 35(1)", "40 × 135", "" },
  };
  g_autoptr (Fixture) f = settlement_new ("1000x120", NULL);
  g_autoptr (GramFigureExplanation) explanation = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  g_assert_null (gram_registry_explain_ccts (f->registry, f->actors[OWNER], "conversion",
                                             ccts_account (f, CCTS_ALPHA), CCTS_YEAR, &refusal,
                                             NULL));
  g_assert_cmpstr (refusal->id, ==, "conversion.no-position");
  settlement_position (f, "1300", "1200", "1240.5", "1200", "0");
  explanation = explain (f, "conversion", CCTS_ALPHA);
  check_lines (explanation, lines, G_N_ELEMENTS (lines));
}

/* P8: shortfall, £86 each, raw amount, to the penny. */
static void
test_payment (void)
{
  static const Expected lines[] = {
    { "activity", "250431.891", "art. 36", "", "" },
    { "surrendered", "240000", "art. 38", "", "" },
    { "shortfall", "10431.891", "art. 39(2)", "never below 0", "" },
    { "per-unit", "86.00", "art. 39(2)", "", "" },
    { "payment", "897142.63", "art. 39(2)–(3)", "142.626", "2 decimals" },
  };
  g_autoptr (Fixture) f = settlement_new ("1999x125; 1x556.891", "130");
  g_autoptr (GramFigureExplanation) explanation = NULL;

  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "240000"), ==, "");
  settlement_account (f);
  explanation = explain (f, "payment", CCTS_ALPHA);
  check_lines (explanation, lines, G_N_ELEMENTS (lines));
}

/* What is available is the sum of what came, less what went. */
static void
test_holdings (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFigureExplanation) explanation = NULL;
  const TradeTerms terms = { .quantity = "1000" };
  gint64 sum = 0;

  g_assert_cmpstr (settlement_request (f, CCTS_BETA, "200"), ==, "");
  g_assert_cmpstr (trade_decide (f, ADMINISTRATOR, "trade.register", trade_match (f)), ==, "");
  trade_do_give (f, CCTS_BETA, CCTS_ALPHA, &terms);
  g_assert_cmpstr (settlement_surrender (f, CCTS_BETA, "50000"), ==, "");
  explanation = explain (f, "holdings", CCTS_BETA);
  for (guint i = 0; i + 1 < explanation->lines->len; i++)
    {
      const GramExplanationLine *line = explanation->lines->pdata[i];
      gboolean comes = g_str_equal (line->name, "allocated") || g_str_equal (line->name, "acquired")
                       || g_str_equal (line->name, "traded-in");

      sum += comes ? line->amount : -line->amount;
    }
  g_assert_cmpint (find_line (explanation, "reserved")->amount, ==, 1000);
  g_assert_cmpint (find_line (explanation, "available")->amount, ==, sum);
  g_assert_cmpint (sum, ==, ccts_held (f, CCTS_BETA));
}

static void
test_refusals (void)
{
  static const struct
  {
    FixturePerson who;
    const char *figure;
    int year;
    const char *refusal;
  } rows[] = {
    { OWNER, "wealth", CCTS_YEAR, "explain.unknown" },
    { OWNER, "allocation", CCTS_YEAR, "baseline.missing" },
    { OWNER, "activity", 1999, "year.none" },
    { STRANGER, "activity", CCTS_YEAR, "account.unknown" },
  };
  g_autoptr (Fixture) f = settlement_new ("1000x120", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_null (gram_registry_explain_ccts (f->registry, f->actors[rows[i].who],
                                                 rows[i].figure, ccts_account (f, CCTS_ALPHA),
                                                 rows[i].year, &refusal, NULL));
      g_assert_cmpstr (refusal->id, ==, rows[i].refusal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/explain-ccts/allocation", test_allocation);
  g_test_add_func ("/registry/explain-ccts/activity", test_activity);
  g_test_add_func ("/registry/explain-ccts/savings", test_savings);
  g_test_add_func ("/registry/explain-ccts/pool", test_pool);
  g_test_add_func ("/registry/explain-ccts/conversion", test_conversion);
  g_test_add_func ("/registry/explain-ccts/payment", test_payment);
  g_test_add_func ("/registry/explain-ccts/holdings", test_holdings);
  g_test_add_func ("/registry/explain-ccts/refusals", test_refusals);
  return g_test_run ();
}
