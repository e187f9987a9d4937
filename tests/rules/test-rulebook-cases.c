/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures.h"

#include "rulebooks.h"

#include <string.h>

#define CCS GRAM_SCHEME_CCS
#define CCTS GRAM_SCHEME_CCTS

/* Working days for a decision; our own defaults, issue 4. 0: the scheme has no such kind. */
static const struct
{
  GramCaseKind kind;
  int ccs;
  int ccts;
} due[] = {
  { GRAM_CASE_DISPUTE, 20, 20 },    { GRAM_CASE_CORRECTION, 20, 20 },
  { GRAM_CASE_DIFFERENCE, 10, 10 }, { GRAM_CASE_APPLICATION, 30, 0 },
  { GRAM_CASE_AML, 10, 0 },         { GRAM_CASE_SUSPENSION, 20, 20 },
  { GRAM_CASE_CLOSING, 20, 20 },    { GRAM_CASE_TRADE, 5, 5 },
  { GRAM_CASE_CONVERSION, 5, 5 },   { GRAM_CASE_PAYMENT, 10, 10 },
  { GRAM_CASE_POOL, 0, 20 },        { GRAM_CASE_BORROWING, 20, 0 },
};

static void
check_times (const GramCaseRules *rules, GramScheme scheme, gboolean built_in)
{
  g_assert_cmpint (rules->scheme, ==, scheme);
  g_assert_true (rules->built_in == built_in);
  for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
    g_assert_cmpint (rules->due_days[gram_case_kind_index (due[i].kind)], ==,
                     scheme == CCS ? due[i].ccs : due[i].ccts);
  g_assert_cmpint (rules->answer_days, ==, 10);
  g_assert_cmpint (rules->remind_days, ==, 3);
  g_assert_cmpint (rules->attachment_limit, ==, GRAM_ATTACHMENT_LIMIT);
  /* The law sets no times: nobody vouches for any. */
  g_assert_false (rules->due_provenance.verified);
  g_assert_false (rules->answer_provenance.verified);
  g_assert_false (rules->remind_provenance.verified);
  g_assert_false (rules->attachment_provenance.verified);
}

static void
test_times (void)
{
  static const struct
  {
    const char *name;
    GramScheme scheme;
    gboolean built_in;
  } rulebooks[] = {
    { CCS_RULEBOOK, CCS, FALSE },         { CCTS_RULEBOOK, CCTS, FALSE },
    { NO_CASES_CCS_RULEBOOK, CCS, TRUE }, { NO_CASES_CCTS_RULEBOOK, CCTS, TRUE },
    { OLD_CCS_RULEBOOK, CCS, TRUE },      { OLD_CCTS_RULEBOOK, CCTS, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rulebooks); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (rulebooks[i].name);
      gboolean says_so = strstr (rulebook->cases->due_provenance.source, "built into Gram") != NULL;

      check_times (rulebook->cases, rulebooks[i].scheme, rulebooks[i].built_in);
      g_assert_true (says_so == rulebooks[i].built_in);
      g_assert_cmpuint (rulebook->cases->holidays.n_years, ==, rulebooks[i].built_in ? 0 : 4);
    }
  check_times (gram_case_rules_default (CCS), CCS, TRUE);
  check_times (gram_case_rules_default (CCTS), CCTS, TRUE);
}

/* The holidays, each year's in one line: Holidays Act 2003 s 44 to 45A; Banking and Financial Dealings Act 1971. */
static const struct
{
  const char *rulebook;
  int year;
  gboolean verified;
  const char *days;
} holidays[] = {
  { CCS_RULEBOOK, 2025, TRUE, "01-01 01-02 02-06 04-18 04-21 04-25 06-02 06-20 10-27 12-25 12-26" },
  { CCS_RULEBOOK, 2026, TRUE, "01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28" },
  { CCS_RULEBOOK, 2027, TRUE, "01-01 01-04 02-08 03-26 03-29 04-26 06-07 06-25 10-25 12-27 12-28" },
  { CCS_RULEBOOK, 2028, TRUE, "01-03 01-04 02-07 04-14 04-17 04-25 06-05 07-14 10-23 12-25 12-26" },
  { CCTS_RULEBOOK, 2025, FALSE, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26" },
  { CCTS_RULEBOOK, 2026, FALSE, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28" },
  { CCTS_RULEBOOK, 2027, FALSE, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28" },
  { CCTS_RULEBOOK, 2028, FALSE, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26" },
};

static void
test_holidays (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (holidays[i].rulebook);
      const GramHolidayYear *year = &rulebook->cases->holidays.years[i % 4];
      g_autoptr (GString) days = g_string_new (NULL);

      g_assert_cmpint (year->year, ==, holidays[i].year);
      g_assert_true (year->provenance.verified == holidays[i].verified);
      g_assert_cmpstr (year->provenance.source, !=, NULL);
      for (guint j = 0; j < year->n_days; j++)
        {
          g_string_append_printf (days, "%s%02u-%02u", j > 0 ? " " : "", year->days[j].day.month,
                                  year->days[j].day.day);
          g_assert_cmpint (year->days[j].day.year, ==, year->year);
          g_assert_cmpstr (year->days[j].name, !=, "");
          /* Every listed day would be a working day without the list. */
          g_assert_true (gram_is_working_day (NULL, year->days[j].day));
        }
      g_assert_cmpstr (days->str, ==, holidays[i].days);
    }
}

static const GramRulebookFigure *
find (const GPtrArray *figures, const char *path)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_str_equal (((const GramRulebookFigure *)figures->pdata[i])->path, path))
      return figures->pdata[i];

  return NULL;
}

static const struct
{
  const char *rulebook;
  const char *path;
  const char *title;
  const char *text;
  int amount;
  const char *unit;
  gboolean verified;
} shown[] = {
  { CCS_RULEBOOK, "cases.due.dispute", "Dispute", NULL, 20, "working days", FALSE },
  { CCTS_RULEBOOK, "cases.due.pool", "Pool", NULL, 20, "working days", FALSE },
  { CCS_RULEBOOK, "cases.answer.working_days", "Time for the holder’s answer to a question", NULL,
    10, "working days", FALSE },
  { CCS_RULEBOOK, "cases.attachments.max_bytes", "Largest attachment", "25.0\302\240MiB", 0, "",
    FALSE },
  { CCS_RULEBOOK, "cases.holidays.listed", "Listed years",
    "2025 to 2028; in other years only weekends are left out", 0, "", TRUE },
  { NO_CASES_CCTS_RULEBOOK, "cases.holidays.listed", "Listed years",
    "none; only weekends are left out", 0, "", FALSE },
  { CCS_RULEBOOK, "cases.holidays[2026].days", "2026",
    "01-01 New Year’s Day; 01-02 Day after New Year’s Day; 02-06 Waitangi Day; 04-03 Good Friday; "
    "04-06 Easter Monday; 04-27 Anzac Day (observed); 06-01 King’s Birthday; 07-10 Te Rā Aro ki a "
    "Matariki, Matariki Observance Day; 10-26 Labour Day; 12-25 Christmas Day; 12-28 Boxing Day "
    "(observed)",
    0, "", TRUE },
  { CCTS_RULEBOOK, "cases.holidays[2028].days", "2028",
    "01-03 New Year’s Day (substitute day); 04-14 Good Friday; 04-17 Easter Monday; 05-01 Early May "
    "bank holiday; 05-29 Spring bank holiday; 08-28 Summer bank holiday; 12-25 Christmas Day; "
    "12-26 Boxing Day",
    0, "", FALSE },
};

/* The Rules page shows them; what a scheme does not know is not there. */
static void
test_figures (void)
{
  g_autoptr (GramRulebook) none = load_rulebook (NO_CASES_CCS_RULEBOOK);
  g_autoptr (GPtrArray) built_in = gram_rulebook_figures (none);

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (shown[i].rulebook);
      g_autoptr (GPtrArray) figures = gram_rulebook_figures (rulebook);
      const GramRulebookFigure *figure = find (figures, shown[i].path);

      g_assert_nonnull (figure);
      g_assert_cmpstr (figure->title, ==, shown[i].title);
      g_assert_cmpstr (figure->unit, ==, shown[i].unit);
      g_assert_true (figure->verified == shown[i].verified);
      if (shown[i].text != NULL)
        g_assert_cmpstr (figure->text, ==, shown[i].text);
      else
        g_assert_cmpint (figure->amount, ==, shown[i].amount);
    }
  g_assert_null (find (built_in, "cases.due.pool"));
  g_assert_null (find (built_in, "cases.holidays[2026].days"));
  g_assert_nonnull (strstr (find (built_in, "cases.due.dispute")->source, "no section “cases”"));
}

/* Years follow each other, so that it can be said which ones are listed. */
static void
test_gap (void)
{
  g_autofree char *right = read_rulebook (CCS_RULEBOOK);
  g_autoptr (GString) gap = g_string_new (right);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (gap, "\"on\": \"2028-", "\"on\": \"2030-", 0), ==, 11);
  g_assert_cmpuint (g_string_replace (gap, "\"year\": 2028,\n        \"days\"",
                                      "\"year\": 2030,\n        \"days\"", 0),
                    ==, 1);
  rulebook = gram_rulebook_parse (gap->str, -1, &error);
  g_assert_null (rulebook);
  g_assert_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_VALUE);
  g_assert_cmpstr (error->message, ==,
                   "cases.holidays[3].year: does not follow the year before it");
}

/* A rulebook that sets less. */
static void
test_changed (void)
{
  g_autofree char *right = read_rulebook (CCS_RULEBOOK);
  g_autoptr (GString) changed = g_string_new (right);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (changed, "\"max_bytes\": 26214400", "\"max_bytes\": 1000", 1);
  g_string_replace (changed, "\"dispute\": 20", "\"dispute\": 1", 1);
  rulebook = gram_rulebook_parse (changed->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rulebook->cases->attachment_limit, ==, 1000);
  g_assert_cmpint (rulebook->cases->due_days[0], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rulebook-cases/times", test_times);
  g_test_add_func ("/rulebook-cases/holidays", test_holidays);
  g_test_add_func ("/rulebook-cases/figures", test_figures);
  g_test_add_func ("/rulebook-cases/gap", test_gap);
  g_test_add_func ("/rulebook-cases/changed", test_changed);

  return g_test_run ();
}
