/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook.h"

#include "rulebooks.h"

#define CCS CCS_RULEBOOK
#define CCTS CCTS_RULEBOOK
#define NONE NO_CASES_CCS_RULEBOOK

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  if (*text != '\0')
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

static void
assert_day (GramDate date, const char *text)
{
  char buffer[GRAM_DATE_BUFFER];

  g_assert_cmpstr (gram_date_print (buffer, date), ==, text);
}

/* Weekends, Matariki, Waitangi Day and its observed Monday, substitute days. */
static const struct
{
  const char *rulebook;
  const char *day;
  gboolean working;
} working[] = {
  { CCS, "2026-11-20", TRUE },  { CCS, "2026-11-21", FALSE },  { CCS, "2026-11-22", FALSE },
  { CCS, "2026-07-10", FALSE }, { CCTS, "2026-07-10", TRUE },  { CCS, "2026-02-06", FALSE },
  { CCS, "2027-02-08", FALSE }, { CCTS, "2027-02-08", TRUE },  { CCTS, "2026-12-28", FALSE },
  { CCS, "2026-12-28", FALSE }, { CCTS, "2026-08-31", FALSE }, { CCS, "2026-08-31", TRUE },
  { NONE, "2026-07-10", TRUE }, { NONE, "2026-07-11", FALSE }, { CCS, "2029-12-25", TRUE },
};

static void
test_working (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (working); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (working[i].rulebook);
      const GramHolidays *holidays = &rulebook->cases->holidays;

      g_assert_true (gram_is_working_day (holidays, day (working[i].day)) == working[i].working);
    }
}

/* From a day on, so many working days: over Christmas, over Easter, backwards, from a weekend. */
static const struct
{
  const char *rulebook;
  const char *from;
  int n;
  const char *to;
} added[] = {
  { CCS, "2026-11-20", 0, "2026-11-20" },  { CCS, "2026-11-20", 1, "2026-11-23" },
  { CCS, "2026-11-21", 0, "2026-11-23" },  { CCS, "2026-11-21", 1, "2026-11-23" },
  { CCS, "2026-12-24", 1, "2026-12-29" },  { CCTS, "2026-12-24", 1, "2026-12-29" },
  { CCS, "2026-12-31", 1, "2027-01-05" },  { CCTS, "2026-12-31", 1, "2027-01-04" },
  { CCS, "2026-04-02", 1, "2026-04-07" },  { CCS, "2026-11-23", -1, "2026-11-20" },
  { CCS, "2026-11-22", -1, "2026-11-20" }, { CCS, "2026-12-29", -1, "2026-12-24" },
  { CCS, "2026-11-22", 20, "2026-12-18" }, { NONE, "2026-12-24", 1, "2026-12-25" },
  { CCS, "9999-12-31", 5, "9999-12-31" },
};

static void
test_added (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (added[i].rulebook);

      assert_day (gram_add_working_days (&rulebook->cases->holidays, day (added[i].from),
                                         added[i].n),
                  added[i].to);
    }
}

/* Going on n working days passes n working days; and counting day by day gives the same. */
static void
test_properties (void)
{
  g_autoptr (GramRulebook) ccs = load_rulebook (CCS);
  g_autoptr (GramRulebook) ccts = load_rulebook (CCTS);
  const GramHolidays *calendars[] = { &ccs->cases->holidays, &ccts->cases->holidays, NULL };

  for (int i = 0; i < 3000; i++)
    {
      const GramHolidays *holidays = calendars[g_test_rand_int_range (0, 3)];
      GramDate from = GRAM_DATE_NONE;
      GramDate to = GRAM_DATE_NONE;
      int n = g_test_rand_int_range (1, 90);
      gint64 counted = 0;

      g_assert_true (
          gram_date_add_days (day ("2024-06-01"), g_test_rand_int_range (0, 2000), &from));
      to = gram_add_working_days (holidays, from, n);
      g_assert_true (gram_is_working_day (holidays, to));
      g_assert_cmpint (gram_working_days_between (holidays, from, to), ==, n);
      g_assert_cmpint (gram_working_days_between (holidays, to, from), ==, -n);
      for (GramDate at = from; gram_date_compare (at, to) < 0;)
        {
          g_assert_true (gram_date_add_days (at, 1, &at));
          counted += gram_is_working_day (holidays, at);
        }
      g_assert_cmpint (counted, ==, n);
      if (gram_is_working_day (holidays, from))
        g_assert_cmpint (gram_date_compare (gram_add_working_days (holidays, to, -n), from), ==, 0);
    }
}

static void
test_cover (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS);
  const GramHolidays *holidays = &rulebook->cases->holidays;

  g_assert_true (gram_holidays_cover (holidays, day ("2025-01-01"), day ("2028-12-31")));
  g_assert_true (gram_holidays_cover (holidays, day ("2028-12-31"), day ("2025-01-01")));
  g_assert_false (gram_holidays_cover (holidays, day ("2024-12-31"), day ("2025-01-01")));
  g_assert_false (gram_holidays_cover (holidays, day ("2028-12-31"), day ("2029-01-01")));
  g_assert_false (gram_holidays_cover (NULL, day ("2026-01-01"), day ("2026-01-01")));
  g_assert_cmpstr (gram_holiday_find (holidays, day ("2026-04-27"))->name, ==,
                   "Anzac Day (observed)");
  g_assert_null (gram_holiday_find (holidays, day ("2026-04-25")));
}

/* Our own defaults of issue 4, counted with the holidays of the country. */
static void
test_due (void)
{
  g_autoptr (GramRulebook) ccs = load_rulebook (CCS);
  g_autoptr (GramRulebook) ccts = load_rulebook (CCTS);
  g_autoptr (GramRefusal) refusal = NULL;
  GramDate today = day ("2026-11-23");

  assert_day (gram_case_due_on (ccs->cases, GRAM_CASE_DISPUTE, today), "2026-12-21");
  assert_day (gram_case_due_on (ccs->cases, GRAM_CASE_APPLICATION, today), "2027-01-08");
  assert_day (gram_case_due_on (ccs->cases, GRAM_CASE_POOL, today), "");
  assert_day (gram_case_due_on (ccts->cases, GRAM_CASE_POOL, today), "2026-12-21");
  assert_day (gram_case_due_on (ccts->cases, GRAM_CASE_AML, today), "");
  assert_day (gram_case_answer_by (ccs->cases, today), "2026-12-07");
  g_assert_true (gram_case_check_answer_by (today, day ("2026-11-24"), NULL));
  g_assert_false (gram_case_check_answer_by (today, today, &refusal));
  g_assert_cmpstr (refusal->id, ==, "case.answer-by-past");
  g_assert_false (gram_case_check_answer_by (today, GRAM_DATE_NONE, NULL));
}

/* The clock stands while information is asked. */
static const struct
{
  const char *due;
  const char *asked;
  const char *answered;
  const char *moved;
} clocks[] = {
  { "2026-12-18", "2026-11-23", "2026-11-23", "2026-12-18" },
  { "2026-12-18", "2026-11-23", "2026-11-27", "2026-12-24" },
  { "2026-12-18", "2026-11-23", "2026-11-29", "2026-12-24" },
  { "2026-12-18", "2026-11-20", "2026-11-22", "2026-12-18" },
  { "2026-12-18", "2026-11-27", "2026-11-23", "2026-12-18" },
  { "2026-12-24", "2026-12-24", "2026-12-29", "2026-12-29" },
  /* A Saturday that somebody chose stays one while nothing stood. */
  { "2026-12-19", "2026-11-23", "2026-11-23", "2026-12-19" },
  { "", "2026-11-23", "2026-11-27", "" },
};

static void
test_clock (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS);

  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    assert_day (gram_case_due_after_answer (rulebook->cases, day (clocks[i].due),
                                            day (clocks[i].asked), day (clocks[i].answered)),
                clocks[i].moved);
}

/* Three working days before, the day itself, after it; and what is told each time, once. Today is Friday, 20 November. */
static const struct
{
  GramCaseState state;
  const char *due;
  GramCaseUrgency urgency;
  int reminded;
  int then;
  GramEvent event;
} urgencies[] = {
  { GRAM_CASE_OPEN, "", GRAM_CASE_URGENCY_NONE, 0, 0, 0 },
  { GRAM_CASE_OPEN, "2026-11-26", GRAM_CASE_URGENCY_LATER, 0, 0, 0 },
  { GRAM_CASE_OPEN, "2026-11-25", GRAM_CASE_URGENCY_SOON, 0, 1, GRAM_EVENT_DUE_SOON },
  { GRAM_CASE_CLAIMED, "2026-11-25", GRAM_CASE_URGENCY_SOON, 1, 1, 0 },
  { GRAM_CASE_CLAIMED, "2026-11-20", GRAM_CASE_URGENCY_TODAY, 0, 1, GRAM_EVENT_DUE_SOON },
  { GRAM_CASE_CLAIMED, "2026-11-19", GRAM_CASE_URGENCY_OVERDUE, 1, 2, GRAM_EVENT_OVERDUE },
  { GRAM_CASE_OPEN, "2026-11-19", GRAM_CASE_URGENCY_OVERDUE, 0, 2, GRAM_EVENT_OVERDUE },
  { GRAM_CASE_OPEN, "2026-11-19", GRAM_CASE_URGENCY_OVERDUE, 2, 2, 0 },
  { GRAM_CASE_INFORMATION_ASKED, "2026-11-19", GRAM_CASE_URGENCY_NONE, 0, 0, 0 },
  { GRAM_CASE_DECIDED, "2026-11-19", GRAM_CASE_URGENCY_NONE, 0, 0, 0 },
  { GRAM_CASE_WITHDRAWN, "2026-11-19", GRAM_CASE_URGENCY_NONE, 1, 1, 0 },
};

static void
test_urgency (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS);
  GramDate today = day ("2026-11-20");

  for (gsize i = 0; i < G_N_ELEMENTS (urgencies); i++)
    {
      GramDate due = day (urgencies[i].due);
      GramEvent event = 0;

      g_assert_cmpint (gram_case_urgency (rulebook->cases, urgencies[i].state, due, today), ==,
                       urgencies[i].urgency);
      g_assert_cmpint (gram_case_reminder (rulebook->cases, urgencies[i].state, due, today,
                                           urgencies[i].reminded, &event),
                       ==, urgencies[i].then);
      g_assert_cmpint (event, ==, urgencies[i].event);
    }
  assert_day (gram_case_due_range (rulebook->cases, today).last, "2026-11-25");
}

/* Working days since it was opened; none on the day itself. */
static void
test_age (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS);

  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-11-20"), day ("2026-11-20")), ==, 0);
  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-11-20"), day ("2026-11-22")), ==, 0);
  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-11-20"), day ("2026-11-27")), ==, 5);
  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-12-24"), day ("2027-01-05")), ==, 4);
  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-11-27"), day ("2026-11-20")), ==, 0);
  /* To a holiday, and from one. */
  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-12-24"), day ("2026-12-25")), ==, 0);
  g_assert_cmpint (gram_case_age (rulebook->cases, day ("2026-12-25"), day ("2026-12-29")), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-rules/working", test_working);
  g_test_add_func ("/case-rules/added", test_added);
  g_test_add_func ("/case-rules/properties", test_properties);
  g_test_add_func ("/case-rules/cover", test_cover);
  g_test_add_func ("/case-rules/due", test_due);
  g_test_add_func ("/case-rules/clock", test_clock);
  g_test_add_func ("/case-rules/urgency", test_urgency);
  g_test_add_func ("/case-rules/age", test_age);

  return g_test_run ();
}
