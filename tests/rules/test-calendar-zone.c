/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar.h"

#include "gram-calendar-private.h"

static gint64
instant (const char *iso)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (moment);
  return g_date_time_to_unix_usec (moment);
}

/*
 * Local days at the edges of a day, of summer time and of a year. Auckland is 12 hours ahead, 13 from the last Sunday of
 * September to the first of April; London is on UTC, one hour ahead from the last Sunday of March to that of October.
 */
static const struct
{
  const char *utc;
  GramZone zone;
  const char *day;
} days[] = {
  { "1970-01-01T00:00:00Z", GRAM_ZONE_UTC, "1970-01-01" },
  { "1969-12-31T23:59:59.999999Z", GRAM_ZONE_UTC, "1969-12-31" },
  /* New Year decides the rates of the Clean Car Standard (facts §4.3). */
  { "2025-12-31T10:59:59.999999Z", GRAM_ZONE_AUCKLAND, "2025-12-31" },
  { "2025-12-31T11:00:00Z", GRAM_ZONE_AUCKLAND, "2026-01-01" },
  { "2026-06-30T11:59:59Z", GRAM_ZONE_AUCKLAND, "2026-06-30" },
  { "2026-06-30T12:00:00Z", GRAM_ZONE_AUCKLAND, "2026-07-01" },
  /* Summer time begins on 27 September 2026 at 2:00, so that day has 23 hours. */
  { "2026-09-26T11:59:59Z", GRAM_ZONE_AUCKLAND, "2026-09-26" },
  { "2026-09-26T12:00:00Z", GRAM_ZONE_AUCKLAND, "2026-09-27" },
  { "2026-09-27T10:59:59Z", GRAM_ZONE_AUCKLAND, "2026-09-27" },
  { "2026-09-27T11:00:00Z", GRAM_ZONE_AUCKLAND, "2026-09-28" },
  /* It ends on 5 April 2026 at 3:00, so that day has 25 hours. */
  { "2026-04-04T10:59:59Z", GRAM_ZONE_AUCKLAND, "2026-04-04" },
  { "2026-04-04T11:00:00Z", GRAM_ZONE_AUCKLAND, "2026-04-05" },
  { "2026-04-05T11:59:59Z", GRAM_ZONE_AUCKLAND, "2026-04-05" },
  { "2026-04-05T12:00:00Z", GRAM_ZONE_AUCKLAND, "2026-04-06" },
  /* The trading window and the surrender deadline lie wholly in GMT (art. 37(1), art. 38(1)). */
  { "2026-10-31T23:59:59.999999Z", GRAM_ZONE_LONDON, "2026-10-31" },
  { "2026-11-01T00:00:00Z", GRAM_ZONE_LONDON, "2026-11-01" },
  { "2026-12-31T23:59:59.999999Z", GRAM_ZONE_LONDON, "2026-12-31" },
  { "2027-01-01T00:00:00Z", GRAM_ZONE_LONDON, "2027-01-01" },
  /* Summer time: 29 March to 25 October 2026. */
  { "2026-03-28T23:59:59Z", GRAM_ZONE_LONDON, "2026-03-28" },
  { "2026-03-29T22:59:59Z", GRAM_ZONE_LONDON, "2026-03-29" },
  { "2026-03-29T23:00:00Z", GRAM_ZONE_LONDON, "2026-03-30" },
  { "2026-10-24T23:00:00Z", GRAM_ZONE_LONDON, "2026-10-25" },
  { "2026-10-25T23:59:59Z", GRAM_ZONE_LONDON, "2026-10-25" },
  { "2026-10-26T00:00:00Z", GRAM_ZONE_LONDON, "2026-10-26" },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day
          = gram_date_format (gram_date_from_instant (instant (days[i].utc), days[i].zone));

      g_test_message ("%s %s", days[i].utc, gram_zone_name (days[i].zone));
      g_assert_cmpstr (day, ==, days[i].day);
    }

  g_assert_cmpint (gram_date_from_instant (G_MAXINT64, GRAM_ZONE_UTC).year, ==, 0);
  g_assert_cmpint (gram_date_from_instant (G_MININT64, GRAM_ZONE_AUCKLAND).year, ==, 0);
}

/* A day begins where it begins: the instant is in it, the microsecond before is not. */
static void
test_first_instant (void)
{
  static const GramZone zones[] = { GRAM_ZONE_UTC, GRAM_ZONE_AUCKLAND, GRAM_ZONE_LONDON };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      GramDate day = gram_date_make (2023, 1, 1);

      for (int n = 0; n < 3000; n++)
        {
          gint64 first = gram_date_first_instant (day, zones[i]);
          GramDate before;

          g_assert_true (gram_date_add_days (day, -1, &before));
          g_assert_cmpint (gram_date_compare (gram_date_from_instant (first, zones[i]), day), ==,
                           0);
          g_assert_cmpint (gram_date_compare (gram_date_from_instant (first - 1, zones[i]), before),
                           ==, 0);
          g_assert_true (gram_date_add_days (day, 1, &day));
        }
    }
}

/* The built-in rules say what the time zone database says, so that a machine without one is right, too. */
static void
test_without_database (void)
{
  static const GramZone zones[] = { GRAM_ZONE_AUCKLAND, GRAM_ZONE_LONDON };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) database = _gram_zone_load (zones[i], TRUE);
      g_autoptr (GTimeZone) built_in = _gram_zone_load (zones[i], FALSE);
      gint64 hour = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;

      g_assert_cmpstr (g_time_zone_get_identifier (database), ==, gram_zone_name (zones[i]));
      for (gint64 at = instant ("2023-01-01T00:00:00Z"); at < instant ("2032-01-01T00:00:00Z");
           at += hour)
        if (gram_date_compare (_gram_date_at (at, database), _gram_date_at (at, built_in)) != 0)
          g_error ("%s differs at %" G_GINT64_FORMAT, gram_zone_name (zones[i]), at);
    }
}

static void
test_schemes (void)
{
  g_assert_cmpint (gram_zone_of_scheme (GRAM_SCHEME_CCS), ==, GRAM_ZONE_AUCKLAND);
  g_assert_cmpint (gram_zone_of_scheme (GRAM_SCHEME_CCTS), ==, GRAM_ZONE_LONDON);
  g_assert_cmpstr (gram_zone_name (GRAM_ZONE_LONDON), ==, "Europe/London");
}

static void
test_instant_format (void)
{
  g_autofree char *after = gram_instant_format (instant ("2026-11-22T02:25:13.999999Z"));
  g_autofree char *before = gram_instant_format (-1);

  g_assert_cmpstr (after, ==, "2026-11-22T02:25:13Z");
  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59Z");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/zone/days", test_days);
  g_test_add_func ("/calendar/zone/first-instant", test_first_instant);
  g_test_add_func ("/calendar/zone/without-database", test_without_database);
  g_test_add_func ("/calendar/zone/schemes", test_schemes);
  g_test_add_func ("/calendar/zone/instant-format", test_instant_format);

  return g_test_run ();
}
