/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

#include "gram-calendar.h"

#include <time.h>

static gint64 clock_now;

static gint64
tell_time (gpointer data)
{
  return clock_now++;
}

static void
set_clock (const char *day, gint64 offset)
{
  GramDate date;

  g_assert_true (gram_date_parse (day, GRAM_DATE_ISO, &date, NULL));
  clock_now = gram_date_first_instant (date, GRAM_ZONE_AUCKLAND) + offset;
}

void
life_set_day (const char *day)
{
  set_clock (day, 12 * G_TIME_SPAN_HOUR);
}

void
life_set_morning (const char *day)
{
  set_clock (day, G_TIME_SPAN_MINUTE);
}

void
life_set_evening (const char *day)
{
  set_clock (day, 24 * G_TIME_SPAN_HOUR - G_TIME_SPAN_MINUTE);
}

Fixture *
life_new (GramRegistryKind kind)
{
  Fixture *self = fixture_new (kind);

  life_set_day (LIFE_TODAY);
  _gram_registry_set_clock (self->registry, tell_time, NULL);
  return self;
}

void
life_reopen (Fixture *self)
{
  fixture_reopen (self);
  _gram_registry_set_clock (self->registry, tell_time, NULL);
}

GramRegistry *
life_open_other (Fixture *self)
{
  GError *error = NULL;
  GramRegistry *other = gram_registry_open (self->path, GRAM_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  _gram_registry_set_clock (other, tell_time, NULL);
  return other;
}

void
life_enter_ready (Fixture *self, const char *chassis, const char *co2)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': '%s', 'make': 'Toyota',"
                               " 'model': 'Test', 'type': 'A', 'mass-kg': 1482,"
                               " 'co2-g-km': '%s'}",
                               chassis, co2),
                   ==, "");
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'vehicles': ['%s']}", chassis),
                   ==, "");
}

GramAccountRecord *
life_account (Fixture *self, gint64 id)
{
  GramAccountRecord *account = NULL;

  g_assert_true (
      gram_account_table_get (gram_registry_get_store (self->registry), id, &account, NULL));
  g_assert_nonnull (account);
  return account;
}

GramAccountState
life_state (Fixture *self)
{
  g_autoptr (GramAccountRecord) account = life_account (self, 1);

  return account->state;
}

GramAccountDetail *
life_detail (Fixture *self, gint64 id)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramAccountDetail *detail
      = gram_registry_account_detail (self->registry, self->actors[ADMINISTRATOR], id, &refusal,
                                      &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_nonnull (detail);
  return detail;
}

void
life_check_rows (Fixture *self, const LifeRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      const LifeRow *row = &rows[i];

      g_test_message ("%zu: %s %s", i, row->command, row->arguments);
      g_assert_cmpstr (fixture_do (self, row->who, row->command, "%s", row->arguments), ==,
                       row->refusal);
      g_assert_cmpstr (self->article, ==, row->article != NULL ? row->article : "");
    }
}

gint64
life_cpu_time (void)
{
  struct timespec used;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used), ==, 0);
  return (gint64)used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}
