/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures.h"

#include "rulebooks.h"

static void
check_choices (const GramCctsChoices *choices)
{
  g_assert_cmpint (choices->notice_years, ==, 1);                 /* Q5 */
  g_assert_true (choices->part_units);                            /* Q3 */
  g_assert_false (choices->beyond_activity);                      /* Q11 */
  g_assert_cmpint (choices->due_counting, ==, GRAM_DUE_DAY_ZERO); /* Q9 */
  g_assert_cmpint (choices->price, ==, GRAM_TRADE_PRICE_TOTAL);   /* Q7 */
  g_assert_true (choices->zero_price);                            /* Q7 */
  g_assert_true (choices->to_crts_in_window);                     /* art. 23 */
  g_assert_cmpint (choices->allocate_by.month, ==, 10);           /* Q13 */
  g_assert_cmpint (choices->publish_on.years_after, ==, 2);       /* art. 80(1) */
  g_assert_false (choices->due_provenance.verified);
  g_assert_false (choices->trade_provenance.verified);
  g_assert_false (choices->notice_provenance.verified);
  g_assert_cmpstr (choices->timetable_provenance.source, !=, "");
}

/* The rulebook that comes with Gram says what the program would take without it; an older one is marked. */
static void
test_settings (void)
{
  static const struct
  {
    const char *name;
    gboolean built_in;
  } rows[] = {
    { CCTS_RULEBOOK, FALSE },
    { NO_CHOICES_CCTS_RULEBOOK, TRUE },
    { NO_CASES_CCTS_RULEBOOK, TRUE },
    { OLD_CCTS_RULEBOOK, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (rows[i].name);

      check_choices (rulebook->ccts->choices);
      g_assert_true (rulebook->ccts->choices->built_in == rows[i].built_in);
    }
  check_choices (gram_ccts_choices_default ());
}

static const struct
{
  const char *path;
  const char *title;
  const char *text;
  gint64 amount;
} figures[] = {
  { "choices.eco_notice.scheme_years", "They count after their own year for", NULL, 1 },
  { "choices.surrender.part_units", "One allowance may account for a part of a unit", "yes", 0 },
  { "choices.surrender.beyond_activity", "More than the activity may be surrendered", "no", 0 },
  { "choices.due.counting", "How the days to pay are counted", "the day of giving is day 0", 0 },
  { "choices.trade.price", "What is notified as the price", "price of all allowances of the trade",
    0 },
  { "choices.trade.zero_price", "Nothing may be paid, with a reason", "yes", 0 },
  { "choices.to_crts.in_window", "In the trading window only", "yes", 0 },
  { "choices.timetable.allocate_by", "Allowances are allocated by",
    "10-31, 1 year after the scheme year", 0 },
  { "choices.timetable.apply_by", "Pools apply by", "04-30, 1 year after the scheme year", 0 },
  { "choices.timetable.publish_on", "Final information is published by",
    "03-15, 2 years after the scheme year", 0 },
};

static const GramRulebookFigure *
find_figure (GPtrArray *all, const char *path)
{
  for (guint i = 0; i < all->len; i++)
    {
      const GramRulebookFigure *figure = all->pdata[i];

      if (g_str_equal (figure->path, path))
        return figure;
    }

  g_error ("no figure %s", path);
}

/* Whatever was chosen is on the Rules page, with the reason for it. */
static void
test_figures (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  g_autoptr (GramRulebook) old = load_rulebook (NO_CHOICES_CCTS_RULEBOOK);
  g_autoptr (GPtrArray) all = gram_rulebook_figures (rulebook);
  g_autoptr (GPtrArray) old_all = gram_rulebook_figures (old);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const GramRulebookFigure *figure = find_figure (all, figures[i].path);
      const GramRulebookFigure *old_figure = find_figure (old_all, figures[i].path);

      g_assert_cmpstr (figure->title, ==, figures[i].title);
      g_assert_cmpstr (figure->text, ==, figures[i].text);
      g_assert_cmpint (figure->amount, ==, figures[i].amount);
      g_assert_false (figure->verified);
      g_assert_true (gram_rulebook_figure_equal (figure, old_figure));
      g_assert_cmpstr (old_figure->source, ==,
                       "built into Gram: the rulebook has no section “choices”");
    }
}

static const struct
{
  const char *from;
  const char *to;
  const char *says;
} mistakes[] = {
  { "\"scheme_years\": 1", "\"scheme_years\": 0",
    "choices.eco_notice.scheme_years: has to be between 1 and 10" },
  { "\"part_units\": true", "\"part_units\": \"yes\"", "choices.surrender.part_units: " },
  { "\"counting\": \"day-zero\"", "\"counting\": \"day-one\"",
    "choices.due.counting: has to be one of: day-zero, clear-days" },
  { "\"price\": \"total\"", "\"price\": \"unit\"",
    "choices.trade.price: has to be one of: total, each" },
  { "\"in_window\": true,", "", "choices.to_crts.in_window: is missing" },
  { "\"on\": \"03-15\"", "\"on\": \"02-30\"", "choices.timetable.publish_on.on: " },
  { "\"eco_notice\": {", "\"guess\": 1, \"eco_notice\": {", "choices.guess: is not known" },
  { "\"decimals\": 3", "\"decimals\": 4", "activity.decimals: has to be between 0 and 3" },
};

static void
test_mistakes (void)
{
  g_autofree char *right = read_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) wrong = g_string_new (right);
      g_autoptr (GramRulebook) rulebook = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (wrong, mistakes[i].from, mistakes[i].to, 1), ==, 1);
      rulebook = gram_rulebook_parse (wrong->str, -1, &error);
      g_assert_null (rulebook);
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, mistakes[i].says))
        g_error ("%s", error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rulebook/choices/settings", test_settings);
  g_test_add_func ("/rulebook/choices/figures", test_figures);
  g_test_add_func ("/rulebook/choices/mistakes", test_mistakes);

  return g_test_run ();
}
