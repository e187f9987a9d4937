/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures.h"

#include "rulebooks.h"

#define BUILT_IN "built into Gram: the rulebook has no section “terms”"

/* CCS facts §5, §7, §2, §4.3: what is not established is our own default, and says so. */
static void
check_terms (const GramCcsTerms *terms)
{
  g_assert_cmpint (terms->payg_due_days, ==, 0);
  g_assert_cmpint (terms->overdue_interest, ==, 0);
  g_assert_cmpint (terms->borrowing_times, ==, 1);
  g_assert_cmpint (terms->borrowing_years, ==, 1);
  g_assert_true (terms->whole_credits);
  g_assert_cmpint (terms->transfer_lapse_days, ==, 14);
  g_assert_cmpuint (terms->n_warn_days, ==, 2);
  g_assert_cmpint (terms->warn_days[0], ==, 90);
  g_assert_cmpint (terms->warn_days[1], ==, 30);
  g_assert_cmpint (terms->forecast_month, ==, 10);
  g_assert_cmpint (terms->forecast_day, ==, 1);
  g_assert_cmpuint (terms->n_exclusions, ==, 8);
  g_assert_cmpstr (terms->exclusions[7].word, ==, "disability");
  g_assert_cmpint (terms->admin_fee_cents, ==, 1953);
  g_assert_cmpint (terms->admin_fee_tax, ==, 1500);
  g_assert_false (terms->payg_provenance.verified);
  g_assert_false (terms->borrowing_provenance.verified);
  g_assert_false (terms->offer_provenance.verified);
  g_assert_true (terms->exclusions[7].provenance.verified == !terms->built_in);
  g_assert_true (terms->admin_fee_provenance.verified == !terms->built_in);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *name;
    gboolean built_in;
  } rows[] = {
    { CCS_RULEBOOK, FALSE },
    { NO_TERMS_CCS_RULEBOOK, TRUE },
    { NO_CASES_CCS_RULEBOOK, TRUE },
    { OLD_CCS_RULEBOOK, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (rows[i].name);

      g_assert_true (rulebook->ccs->terms->built_in == rows[i].built_in);
      check_terms (rulebook->ccs->terms);
    }
  check_terms (gram_ccs_terms_default ());
}

static const struct
{
  const char *path;
  const char *title;
  const char *text;
  gint64 amount;
  gboolean verified;
} figures[] = {
  { "terms.pay_as_you_go.due_days", "A charge is due after", NULL, 0, FALSE },
  { "terms.overdue.interest", "Interest a year", NULL, 0, FALSE },
  { "terms.overdue.remind_days_before", "Reminder before the last day to pay", NULL, 14, FALSE },
  { "terms.borrowing.times", "A shortfall is carried over, times at most", NULL, 1, FALSE },
  { "terms.borrowing.years", "It is made good after", NULL, 1, FALSE },
  { "terms.borrowing.rate", "What is not made good is charged", "at the rate of its own year", 0,
    FALSE },
  { "terms.offers.whole_credits", "Whole credits only", "yes", 0, FALSE },
  { "terms.offers.lapse_after_days", "An offer lapses after", NULL, 14, FALSE },
  { "terms.warnings.days[0]", "Before the last day", NULL, 90, FALSE },
  { "terms.warnings.days[1]", "Before the last day", NULL, 30, FALSE },
  { "terms.forecast.next_year_from", "It also says what 1 January brings, from", "10-01", 0,
    FALSE },
  { "terms.exclusions[3].word", "Motorsport vehicle", "motorsport", 0, TRUE },
  { "terms.exclusions[7].word", "Carries a person seated in a wheelchair", "disability", 0, TRUE },
  { "terms.admin_fee.amount", "Amount without tax", NULL, 1953, TRUE },
  { "terms.admin_fee.tax_percent", "Tax on it", NULL, 1500, TRUE },
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

/* All of it is on the Rules page, with its source and whether that was read. */
static void
test_figures (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramRulebook) old = load_rulebook (NO_TERMS_CCS_RULEBOOK);
  g_autoptr (GPtrArray) all = gram_rulebook_figures (rulebook);
  g_autoptr (GPtrArray) old_all = gram_rulebook_figures (old);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const GramRulebookFigure *figure = find_figure (all, figures[i].path);
      const GramRulebookFigure *old_figure = find_figure (old_all, figures[i].path);

      g_assert_cmpstr (figure->title, ==, figures[i].title);
      g_assert_cmpstr (figure->text, ==, figures[i].text);
      g_assert_cmpint (figure->amount, ==, figures[i].amount);
      g_assert_true (figure->verified == figures[i].verified);
      g_assert_cmpstr (figure->source, !=, "");
      g_assert_true (gram_rulebook_figure_equal (figure, old_figure));
      g_assert_false (old_figure->verified);
      g_assert_cmpstr (old_figure->source, ==, BUILT_IN);
    }
}

static const struct
{
  const char *from;
  const char *to;
  const char *says;
} mistakes[] = {
  { "\"due_days\": 0", "\"due_days\": -1",
    "terms.pay_as_you_go.due_days: has to be between 0 and 3650" },
  { "\"interest\": \"0\"", "\"interest\": \"8.5\"", "terms.overdue.interest: is not 0" },
  { "\"times\": 1", "\"times\": 2", "terms.borrowing.times: has to be between 0 and 1" },
  { "\"years\": 1", "\"years\": 2", "terms.borrowing.years: has to be between 1 and 1" },
  { "\"rate\": \"origin\"", "\"rate\": \"next\"", "terms.borrowing.rate: is not “origin”" },
  { "\"lapse_after_days\": 14", "\"lapse_after_days\": 0", "terms.offers.lapse_after_days: " },
  { "\"days\": [90, 30]", "\"days\": [30, 90]", "terms.warnings.days: are not whole numbers" },
  { "\"days\": [90, 30]", "\"days\": [90, 30.5]", "terms.warnings.days: are not whole numbers" },
  { "\"days\": [90, 30]", "\"days\": [9, 8, 7, 6, 5]", "terms.warnings.days: is too long" },
  { "\"days\": [90, 30]", "\"days\": []", "terms.warnings.days: is empty" },
  { "\"next_year_from\": \"10-01\"", "\"next_year_from\": \"13-01\"",
    "terms.forecast.next_year_from: " },
  { "\"word\": \"motorsport\"", "\"word\": \"Motor sport\"",
    "terms.exclusions[3].word: has characters" },
  { "\"word\": \"motorsport\"", "\"word\": \"motorcycle\"",
    "terms.exclusions[3].word: stands twice" },
  { "\"title\": \"Motorsport vehicle\"", "\"title\": \"\"", "terms.exclusions[3].title: " },
  { "\"tax_percent\": \"15\"", "\"tax_percent\": \"115\"", "terms.admin_fee.tax_percent: " },
  { "\"offers\": {", "\"price\": 1, \"offers\": {", "terms.price: is not known" },
};

static void
test_mistakes (void)
{
  g_autofree char *right = read_rulebook (CCS_RULEBOOK);

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

  g_test_add_func ("/rulebook/terms/settings", test_settings);
  g_test_add_func ("/rulebook/terms/figures", test_figures);
  g_test_add_func ("/rulebook/terms/mistakes", test_mistakes);

  return g_test_run ();
}
