/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-calendar.h"

#include "gram-calendar-private.h"

#include <glib/gi18n-lib.h>

#define SECONDS_OF_DAY (G_GINT64_CONSTANT (24) * 60 * 60)

/* Years 1 to 9999, with a day to spare for any zone. */
#define MIN_SECONDS (-G_GINT64_CONSTANT (62135596800) - SECONDS_OF_DAY)
#define MAX_SECONDS (G_GINT64_CONSTANT (253402300799) + SECONDS_OF_DAY)

/* The rule of a zone in POSIX form serves a machine without a time zone database: never UTC by accident. */
static const struct
{
  GramZone zone;
  const char *name;
  const char *rule;
} zones[] = {
  { GRAM_ZONE_UTC, "UTC", "UTC" },
  { GRAM_ZONE_AUCKLAND, "Pacific/Auckland", "NZST-12NZDT,M9.5.0,M4.1.0/3" },
  { GRAM_ZONE_LONDON, "Europe/London", "GMT0BST,M3.5.0/1,M10.5.0" },
};

static gint64
floor_divide (gint64 dividend, gint64 divisor)
{
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

static gsize
zone_index (GramZone zone)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (zones[i].zone == zone)
      return i;

  g_assert_not_reached ();
}

const char *
gram_zone_name (GramZone zone)
{
  return zones[zone_index (zone)].name;
}

GramZone
gram_zone_of_scheme (GramScheme scheme)
{
  switch (scheme)
    {
    case GRAM_SCHEME_CCS:
      return GRAM_ZONE_AUCKLAND;
    case GRAM_SCHEME_CCTS:
      return GRAM_ZONE_LONDON;
    default:
      g_assert_not_reached ();
    }
}

GTimeZone *
_gram_zone_load (GramZone zone, gboolean use_database)
{
  gsize i = zone_index (zone);
  GTimeZone *rules = NULL;

  if (use_database)
    rules = g_time_zone_new_identifier (zones[i].name);
  if (rules == NULL)
    rules = g_time_zone_new_identifier (zones[i].rule);

  g_assert (rules != NULL);
  return rules;
}

/* A zone never changes while the program runs, and any thread may read it; it lives as long as the program. */
static GTimeZone *
get_zone (GramZone zone)
{
  static GTimeZone *loaded[G_N_ELEMENTS (zones)];
  GTimeZone **place = &loaded[zone_index (zone)];

  if (g_once_init_enter_pointer (place))
    g_once_init_leave_pointer (place, _gram_zone_load (zone, TRUE));

  return *place;
}

static gint64
offset_at (GTimeZone *rules, gint64 utc_seconds)
{
  int interval = g_time_zone_find_interval (rules, G_TIME_TYPE_UNIVERSAL, utc_seconds);

  return g_time_zone_get_offset (rules, interval);
}

GramDate
_gram_date_at (gint64 utc_us, GTimeZone *rules)
{
  gint64 seconds = floor_divide (utc_us, G_USEC_PER_SEC);

  if (seconds < MIN_SECONDS || seconds > MAX_SECONDS)
    return GRAM_DATE_NONE;

  return _gram_date_from_days (floor_divide (seconds + offset_at (rules, seconds), SECONDS_OF_DAY));
}

GramDate
gram_date_from_instant (gint64 utc_us, GramZone zone)
{
  return _gram_date_at (utc_us, get_zone (zone));
}

gint64
gram_date_first_instant (GramDate date, GramZone zone)
{
  GTimeZone *rules = get_zone (zone);
  gint64 local;
  gint64 utc;

  g_return_val_if_fail (gram_date_is_valid (date), 0);

  /* Neither zone changes its clocks within an hour of midnight, so the second guess is right. */
  local = _gram_date_to_days (date) * SECONDS_OF_DAY;
  utc = local - offset_at (rules, local);
  utc = local - offset_at (rules, utc);

  return utc * G_USEC_PER_SEC;
}

char *
gram_instant_format (gint64 utc_us)
{
  gint64 seconds = floor_divide (utc_us, G_USEC_PER_SEC);
  gint64 days = floor_divide (seconds, SECONDS_OF_DAY);
  int second = (int)(seconds - days * SECONDS_OF_DAY);
  char date[GRAM_DATE_BUFFER];

  gram_date_print (date, _gram_date_from_days (days));
  return g_strdup_printf ("%sT%02d:%02d:%02dZ", date, second / 3600, second / 60 % 60, second % 60);
}

char *
gram_date_format_for_people (GramDate date)
{
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (gram_date_is_valid (date), NULL);

  moment = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);
  /* Translators: a day in a sentence, such as “14 February 2026”; see g_date_time_format() */
  return g_date_time_format (moment, _ ("%-d %B %Y"));
}
