/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-measure-rules.h"

#include <string.h>

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  if (text != NULL)
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

static const GramAccountRules *
rules (void)
{
  return gram_account_rules_default (GRAM_SCHEME_CCS);
}

/* A refusal has the id, an article, and a sentence that says what to do. */
static void
assert_refusal (gboolean allowed, const GramRefusal *refusal, const char *id)
{
  g_assert_true (allowed == (id == NULL));
  g_assert_true (allowed == (refusal == NULL));
  if (id == NULL)
    return;
  g_assert_cmpstr (refusal->id, ==, id);
  g_assert_nonnull (refusal->article);
  g_assert_false (g_str_has_suffix (refusal->message, "."));
}

/* LTA 1998 s 192: a suspension lasts 5 years at most. */
static const struct
{
  const char *first;
  const char *latest;
} ends[] = {
  { "2026-11-22", "2031-11-21" }, { "2026-01-01", "2030-12-31" }, { "2027-03-01", "2032-02-29" },
  { "2028-02-29", "2033-02-28" }, { "2023-02-28", "2028-02-27" }, { "9998-06-01", "9999-12-31" },
};

static void
test_latest_end (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *latest
          = gram_date_format (gram_suspension_latest_end (rules (), day (ends[i].first)));

      g_assert_cmpstr (latest, ==, ends[i].latest);
    }
}

/* Any first day: the suspension has five years of days, give or take one leap day. */
static void
test_latest_end_any (void)
{
  for (int i = 0; i < 5000; i++)
    {
      GramDate first;
      GramDate latest;
      gint64 days;

      g_assert_true (
          gram_date_add_days (day ("2020-01-01"), g_test_rand_int_range (0, 40000), &first));
      latest = gram_suspension_latest_end (rules (), first);
      days = gram_date_days_between (first, latest) + 1;
      g_assert_cmpint (days, >=, 5 * 365);
      g_assert_cmpint (days, <=, 5 * 365 + 2);
      g_assert_true (gram_suspension_check_until (rules (), first, latest, NULL));
      g_assert_true (gram_date_add_days (latest, 1, &latest));
      g_assert_false (gram_suspension_check_until (rules (), first, latest, NULL));
    }
}

static const struct
{
  const char *today;
  const char *until;
  const char *id;
  const char *law;
} untils[] = {
  { "2026-11-22", "2026-11-22", NULL, "s 192" },
  { "2026-11-22", "2027-05-31", NULL, "s 192" },
  { "2026-11-22", "2031-11-21", NULL, "s 192: 5 years" },
  { "2026-11-22", "2031-11-22", "measure.too-long", "s 192: 5 years" },
  { "2026-11-22", "2026-11-21", "measure.until-past", "s 192" },
  { "2026-11-22", NULL, "measure.until-past", "s 192: an end date" },
};

static void
test_until (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (untils); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean allowed = gram_suspension_check_until (rules (), day (untils[i].today),
                                                      day (untils[i].until), &refusal);

      assert_refusal (allowed, refusal, untils[i].id);
      if (g_strcmp0 (untils[i].id, "measure.too-long") == 0)
        g_assert_nonnull (strstr (refusal->message, "5 years"));
    }
}

/* s 192: (a) failure to comply, after written notice and time to put it right; (b) conviction. */
static const struct
{
  GramMeasureGround ground;
  const char *remedy_by;
  const char *today;
  const char *id;
} grounds[] = {
  { GRAM_MEASURE_GROUND_FAILURE, NULL, "2026-11-22", "measure.notice-missing" },
  { GRAM_MEASURE_GROUND_FAILURE, "2026-11-23", "2026-11-22", "measure.remedy-running" },
  { GRAM_MEASURE_GROUND_FAILURE, "2026-11-22", "2026-11-22", "measure.remedy-running" },
  { GRAM_MEASURE_GROUND_FAILURE, "2026-11-21", "2026-11-22", NULL },
  { GRAM_MEASURE_GROUND_CONVICTION, NULL, "2026-11-22", NULL },
  { GRAM_MEASURE_GROUND_CONVICTION, "2026-12-31", "2026-11-22", NULL },
  { GRAM_MEASURE_GROUND_PENALTY, "2026-11-21", "2026-11-22", "measure.ground" },
  { GRAM_MEASURE_GROUND_NONE, "2026-11-21", "2026-11-22", "measure.ground" },
};

static void
test_ground (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean allowed
          = gram_suspension_check_ground (grounds[i].ground, day (grounds[i].remedy_by),
                                          day (grounds[i].today), &refusal);

      assert_refusal (allowed, refusal, grounds[i].id);
    }
}

/* The day of the notice is day 0; 20 days is the default of CCS facts §10. */
static const struct
{
  const char *today;
  const char *remedy_by;
  const char *id;
} remedies[] = {
  { "2026-11-22", "2026-12-12", NULL },
  { "2026-11-22", "2027-06-01", NULL },
  { "2026-11-22", "2026-12-11", "measure.remedy-too-short" },
  { "2026-11-22", "2026-11-22", "measure.remedy-too-short" },
  { "2026-11-22", NULL, "measure.remedy-too-short" },
};

static void
test_remedy (void)
{
  g_autofree char *earliest
      = gram_date_format (gram_remedy_earliest (rules (), day ("2026-11-22")));

  g_assert_cmpstr (earliest, ==, "2026-12-12");
  for (gsize i = 0; i < G_N_ELEMENTS (remedies); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean allowed = gram_remedy_check (rules (), day (remedies[i].today),
                                            day (remedies[i].remedy_by), &refusal);

      assert_refusal (allowed, refusal, remedies[i].id);
    }
}

/* Art. 93 names no longest time. */
static void
test_block (void)
{
  g_autoptr (GramRefusal) refusal = NULL;
  gboolean allowed = gram_block_check_until (day ("2026-11-22"), day ("2026-11-21"), &refusal);

  g_assert_true (gram_block_check_until (day ("2026-11-22"), GRAM_DATE_NONE, NULL));
  g_assert_true (gram_block_check_until (day ("2026-11-22"), day ("2026-11-22"), NULL));
  g_assert_true (gram_block_check_until (day ("2026-11-22"), day ("2046-11-22"), NULL));
  assert_refusal (allowed, refusal, "measure.until-past");
}

/* The last day belongs to the measure. */
static void
test_over (void)
{
  g_assert_false (gram_measure_is_over (day ("2026-11-22"), day ("2026-11-21")));
  g_assert_false (gram_measure_is_over (day ("2026-11-22"), day ("2026-11-22")));
  g_assert_true (gram_measure_is_over (day ("2026-11-22"), day ("2026-11-23")));
  g_assert_false (gram_measure_is_over (GRAM_DATE_NONE, day ("2026-11-23")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-rules/latest-end", test_latest_end);
  g_test_add_func ("/measure-rules/latest-end-any", test_latest_end_any);
  g_test_add_func ("/measure-rules/until", test_until);
  g_test_add_func ("/measure-rules/ground", test_ground);
  g_test_add_func ("/measure-rules/remedy", test_remedy);
  g_test_add_func ("/measure-rules/block", test_block);
  g_test_add_func ("/measure-rules/over", test_over);

  return g_test_run ();
}
