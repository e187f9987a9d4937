/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-year.h"

#include "rulebooks.h"

#include <string.h>

#define FACTS(...) { .year = 2025, .participants = 2, __VA_ARGS__ }

static GramDate
day_of (const char *text)
{
  GramDate day = GRAM_DATE_NONE;

  g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &day, NULL));
  return day;
}

/* Where a year stands, what is missing, and which verbs can be done: measure, allocate, account, notice, close, publish. */
static const struct
{
  const char *id;
  GramCctsYearFacts facts;
  const char *today;
  const char *state;
  const char *missing;
  const char *verbs;
} years[] = {
  { "running", FACTS (.cars_unknown = 3), "2025-12-31", "collecting",
    "not-over! cars-without-co2 not-measured", "nnnnnn" },
  { "over", FACTS (.pools_undecided = 1), "2026-01-01", "collecting",
    "pools-undecided not-measured", "ynnnnn" },
  { "measured", FACTS (.measured = TRUE, .baselines_missing = 1), "2026-06-01", "measured",
    "baselines-missing not-allocated", "yynnny" },
  { "measured, cars changed since", FACTS (.measured = TRUE, .changed = 2), "2026-06-01",
    "measured", "changed not-allocated", "yynnny" },
  { "allocated", FACTS (.measured = TRUE, .allocated = TRUE), "2026-10-31", "allocated",
    "window-not-over", "yynnny" },
  { "first day of the window", FACTS (.measured = TRUE, .allocated = TRUE), "2026-11-01",
    "window-open", "window-not-over", "yynnny" },
  { "last day of the window", FACTS (.measured = TRUE, .allocated = TRUE, .notifications = 1),
    "2026-12-31", "window-open", "window-not-over notifications-live", "yynnny" },
  { "window over", FACTS (.measured = TRUE, .allocated = TRUE), "2027-01-01", "window-closed",
    "not-accounted", "yyynny" },
  { "window over, not allocated", FACTS (.measured = TRUE), "2027-01-01", "measured",
    "not-allocated", "yynnny" },
  { "nobody takes part",
    { .year = 2025, .measured = TRUE },
    "2027-01-01",
    "window-closed",
    "not-accounted",
    "yyynny" },
  { "window over, one without a baseline",
    FACTS (.measured = TRUE, .allocated = TRUE, .baselines_missing = 1), "2027-01-01",
    "window-closed", "baselines-missing! not-accounted", "yynnny" },
  { "window over, notifications", FACTS (.measured = TRUE, .allocated = TRUE, .notifications = 2),
    "2027-01-01", "window-closed", "notifications-live! not-accounted", "yynnny" },
  { "window over, matched", FACTS (.measured = TRUE, .allocated = TRUE, .trades_matched = 1),
    "2027-01-01", "window-closed", "trades-matched! not-accounted", "yynnny" },
  { "accounted",
    FACTS (.measured = TRUE, .allocated = TRUE, .accounted = TRUE, .notices_missing = 1),
    "2027-01-02", "accounted", "notices-missing", "yyyyny" },
  { "accounted, corrected since",
    FACTS (.measured = TRUE,
           .allocated = TRUE,
           .accounted = TRUE,
           .notices_missing = 1,
           .accounts_differ = 1),
    "2027-01-02", "accounted", "not-accounted! notices-missing", "yyynny" },
  { "notices given", FACTS (.measured = TRUE, .allocated = TRUE, .accounted = TRUE), "2027-01-15",
    "notices", "", "yyyyyy" },
  { "notices given, allocation wrong",
    FACTS (.measured = TRUE, .allocated = TRUE, .accounted = TRUE, .allocations_differ = 1),
    "2027-01-15", "notices", "allocation-differs!", "yyyyny" },
  { "notices given, cars changed",
    FACTS (.measured = TRUE, .allocated = TRUE, .accounted = TRUE, .changed = 1), "2027-01-15",
    "notices", "changed!", "yyyyny" },
  { "closed", FACTS (.measured = TRUE, .allocated = TRUE, .accounted = TRUE, .closed = TRUE),
    "2027-02-01", "closed", "not-published", "nnnnny" },
  { "published",
    FACTS (.measured = TRUE,
           .allocated = TRUE,
           .accounted = TRUE,
           .closed = TRUE,
           .published = TRUE),
    "2027-03-15", "closed", "", "nnnnny" },
};

static void
check_missing (const GramCctsRules *rules, gsize i)
{
  g_autoptr (GPtrArray) lines
      = gram_ccts_year_missing (rules, &years[i].facts, day_of (years[i].today));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint j = 0; j < lines->len; j++)
    {
      const GramCctsYearLine *line = lines->pdata[j];

      g_string_append_printf (words, "%s%s%s", j > 0 ? " " : "",
                              gram_word_for ("year-need", (int)line->need),
                              line->blocks ? "!" : "");
      g_assert_cmpstr (line->sentence, !=, "");
      g_assert_true (g_str_has_prefix (line->article, "CCTS "));
    }
  g_assert_cmpstr (words->str, ==, years[i].missing);
}

static void
test_years (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      GramDate today = day_of (years[i].today);
      GramCctsYearState state = gram_ccts_year_state (rulebook->ccts, &years[i].facts, today);

      g_test_message ("%s", years[i].id);
      g_assert_cmpstr (gram_word_for ("year-state", (int)state), ==, years[i].state);
      g_assert_cmpstr (gram_ccts_year_state_title (state), !=, "");
      check_missing (rulebook->ccts, i);
      for (int verb = GRAM_CCTS_YEAR_MEASURE; verb <= GRAM_CCTS_YEAR_PUBLISH; verb++)
        {
          g_autoptr (GramRefusal) refusal = NULL;
          gboolean can = gram_ccts_year_can (rulebook->ccts, &years[i].facts, today,
                                             (GramCctsYearVerb)verb, &refusal);

          g_test_message ("… %s: %s", gram_word_for ("year-verb", verb), can ? "yes" : refusal->id);
          g_assert_true (can == (years[i].verbs[verb - 1] == 'y'));
          g_assert_true (can || g_str_has_prefix (refusal->id, "year."));
          g_assert_cmpstr (gram_ccts_year_verb_title ((GramCctsYearVerb)verb), !=, "");
        }
    }
}

static const struct
{
  GramCctsYearFacts facts;
  const char *today;
  GramCctsYearVerb verb;
  const char *id;
} refusals[] = {
  { FACTS (.measured = FALSE), "2025-12-31", GRAM_CCTS_YEAR_MEASURE, "year.not-over" },
  { FACTS (.measured = FALSE), "2026-02-01", GRAM_CCTS_YEAR_ALLOCATE, "year.not-measured" },
  { FACTS (.measured = FALSE), "2026-02-01", GRAM_CCTS_YEAR_CLOSE, "year.not-measured" },
  { FACTS (.measured = TRUE), "2026-02-01", GRAM_CCTS_YEAR_ACCOUNT, "year.not-allocated" },
  { FACTS (.measured = TRUE, .allocated = TRUE), "2026-12-31", GRAM_CCTS_YEAR_ACCOUNT,
    "year.window-not-over" },
  { FACTS (.measured = TRUE, .allocated = TRUE), "2027-01-01", GRAM_CCTS_YEAR_ISSUE_NOTICE,
    "year.not-accounted" },
  { FACTS (.measured = TRUE, .allocated = TRUE, .accounted = TRUE, .notices_missing = 1),
    "2027-01-01", GRAM_CCTS_YEAR_CLOSE, "year.notices-missing" },
  { FACTS (.measured = TRUE, .closed = TRUE), "2027-01-01", GRAM_CCTS_YEAR_MEASURE, "year.closed" },
  { { .year = 2023 }, "2027-01-01", GRAM_CCTS_YEAR_MEASURE, "year.none" },
};

static void
test_refusals (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_false (gram_ccts_year_can (rulebook->ccts, &refusals[i].facts,
                                          day_of (refusals[i].today), refusals[i].verb, &refusal));
      g_assert_cmpstr (refusal->id, ==, refusals[i].id);
    }
}

/* Before a year is measured nobody is known to take part in it. */
static const struct
{
  gboolean known;
  gboolean measured;
  gboolean closed;
  GramCctsAct act;
  const char *today;
  const char *id;
} acts[] = {
  { FALSE, FALSE, FALSE, GRAM_CCTS_ACT_TRADE, "2026-11-01", "year.not-measured" },
  { TRUE, FALSE, FALSE, GRAM_CCTS_ACT_CONVERT, "2026-11-01", "year.not-measured" },
  { TRUE, TRUE, FALSE, GRAM_CCTS_ACT_TRADE, "2026-11-01", NULL },
  { TRUE, TRUE, FALSE, GRAM_CCTS_ACT_TRADE, "2026-10-31", "window.not-open" },
  { TRUE, TRUE, FALSE, GRAM_CCTS_ACT_SURRENDER, "2026-05-01", NULL },
  { TRUE, TRUE, FALSE, GRAM_CCTS_ACT_SURRENDER, "2027-01-01", "surrender.too-late" },
  { TRUE, TRUE, TRUE, GRAM_CCTS_ACT_SURRENDER, "2026-12-31", "year.closed" },
};

static void
test_acts (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      GramCctsYearFacts facts
          = { .year = 2025, .measured = acts[i].measured, .closed = acts[i].closed };
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean ok = gram_ccts_year_allows (rulebook->ccts, acts[i].known ? &facts : NULL, 2025,
                                           acts[i].act, day_of (acts[i].today), &refusal);

      g_assert_true (ok == (acts[i].id == NULL));
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, acts[i].id);
    }
}

/* The year of §11: created 2,601,557 = surrendered 2,520,649 + lapsed 80,908. */
static void
test_balance (void)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramRefusal) overflow = NULL;

  g_assert_true (gram_ccts_year_check_balance (2025, 1578626 + 995931, 27000, 1467718 + 1052931, 0,
                                               80908, NULL));
  g_assert_false (gram_ccts_year_check_balance (2025, 1578626 + 995931, 27000, 1467718 + 1052931, 0,
                                                80907, &refusal));
  g_assert_cmpstr (refusal->id, ==, "year.does-not-balance");
  g_assert_nonnull (strstr (refusal->message, " 1 more"));
  g_assert_false (gram_ccts_year_check_balance (2025, G_MAXINT64, 1, G_MAXINT64, 1, 0, &overflow));
  g_assert_cmpstr (overflow->id, ==, "year.does-not-balance");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/year", test_years);
  g_test_add_func ("/ccts/year/refusals", test_refusals);
  g_test_add_func ("/ccts/year/acts", test_acts);
  g_test_add_func ("/ccts/year/balance", test_balance);

  return g_test_run ();
}
