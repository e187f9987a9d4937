/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"

#include "gram-calendar.h"
#include "gram-ledger.h"
#include "gram-pool-table.h"

#include <inttypes.h>
#include <string.h>

#define FIRST_DAY "2026-01-02"
#define REGISTERED_ON "2025-06-15"

static gint64 clock_now;

static gint64
tell_time (gpointer data)
{
  return clock_now++;
}

static gint64
first_instant (const char *day)
{
  GramDate date;

  g_assert_true (gram_date_parse (day, GRAM_DATE_ISO, &date, NULL));
  return gram_date_first_instant (date, GRAM_ZONE_LONDON);
}

void
ccts_set_day (const char *day)
{
  clock_now = first_instant (day) + 12 * G_TIME_SPAN_HOUR;
}

void
ccts_set_first_second (const char *day)
{
  clock_now = first_instant (day);
}

/* Some microseconds of it are left for what asks the clock twice. */
void
ccts_set_last_second (const char *day)
{
  GramDate date;
  GramDate next;

  g_assert_true (gram_date_parse (day, GRAM_DATE_ISO, &date, NULL));
  g_assert_true (gram_date_add_days (date, 1, &next));
  clock_now = gram_date_first_instant (next, GRAM_ZONE_LONDON) - G_TIME_SPAN_SECOND;
}

gint64
ccts_open (Fixture *self, FixturePerson owner, int place, const char *holder)
{
  const char *number = NULL;

  g_assert_cmpint (place, <, (int)G_N_ELEMENTS (self->numbers));
  g_assert_cmpstr (fixture_do (self, owner, "account.open",
                               "{'kind': 'ccts', 'holder': '%s', 'contact-name': 'Bo',"
                               " 'contact-email': 'bo@example.org'}",
                               holder),
                   ==, "");
  g_variant_lookup (self->result, "account", "&s", &number);
  self->numbers[place] = g_strdup (number);
  return ccts_account (self, place);
}

Fixture *
ccts_new (GramRegistryKind kind)
{
  Fixture *self = fixture_new (kind);

  ccts_set_day (FIRST_DAY);
  _gram_registry_set_clock (self->registry, tell_time, NULL);
  if (kind == GRAM_REGISTRY_PRACTICE)
    g_assert_true (gram_registry_set_today (self->registry, FIRST_DAY, NULL));
  g_assert_cmpstr (fixture_do (self, OWNER, "account.edit",
                               "{'account': '@3', 'holder': 'Alpha Motors plc'}"),
                   ==, "");
  ccts_open (self, STRANGER, CCTS_BETA, "Beta Cars Ltd");
  ccts_open (self, EDITOR, CCTS_GAMMA, "Gamma Cars Ltd");
  ccts_open (self, GRANTER, CCTS_DELTA, "Delta Cars Ltd");
  return self;
}

void
ccts_reopen (Fixture *self)
{
  fixture_reopen (self);
  _gram_registry_set_clock (self->registry, tell_time, NULL);
}

GramRegistry *
ccts_open_other (Fixture *self)
{
  GError *error = NULL;
  GramRegistry *other = gram_registry_open (self->path, GRAM_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  _gram_registry_set_clock (other, tell_time, NULL);
  return other;
}

gint64
ccts_account (const Fixture *self, int place)
{
  g_autoptr (GramAccountRecord) account = NULL;
  GError *error = NULL;

  gram_account_table_get_by_number (gram_registry_get_store (self->registry), self->numbers[place],
                                    &account, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);
  return account->id;
}

/* The text behind a sign in a part of a fleet, which ends there; NULL if the sign is not there. */
static char *
cut_off (char *part, char sign)
{
  char *place = strrchr (part, sign);

  if (place == NULL)
    return NULL;
  *place = '\0';
  return place + 1;
}

/* "7000x131-1.2#e13 x1@2025-03-01" as a line of Gram's own template. */
static void
add_line (GString *lines, char *part, guint64 number)
{
  const char *day = cut_off (part, '@');
  const char *codes = cut_off (part, '#');
  const char *corrected = cut_off (part, '=');
  const char *saving = cut_off (part, '-');
  const char *value = cut_off (part, 'x');

  g_assert_nonnull (value);
  g_string_append_printf (lines, "{\"register_key\":\"cars-%" PRIu64 "\"", number);
  g_string_append_printf (lines, ",\"make\":\"Make\",\"model\":\"Model\",\"units\":\"%s\"", part);
  g_string_append_printf (lines, ",\"registered_on\":\"%s\"", day != NULL ? day : REGISTERED_ON);
  if (g_str_equal (value, "zero"))
    g_string_append (lines, ",\"co2_g_km\":\"0\",\"zero_emission\":\"yes\"");
  else
    g_string_append_printf (lines, ",\"co2_g_km\":\"%s\"", g_str_equal (value, "?") ? "" : value);
  if (saving != NULL)
    g_string_append_printf (lines, ",\"saving_g_km\":\"%s\"", saving);
  if (corrected != NULL)
    g_string_append_printf (lines, ",\"corrected_g_km\":\"%s\"", corrected);
  if (codes != NULL)
    g_string_append_printf (lines, ",\"eco_codes\":\"%s\"", codes);
  g_string_append (lines, "}\n");
}

void
ccts_register (Fixture *self, int place, const char *fleet)
{
  static guint64 number;
  g_auto (GStrv) parts = g_strsplit (fleet, ";", -1);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  for (char **part = parts; *part != NULL; part++)
    add_line (lines, g_strstrip (*part), ++number);
  name = g_strdup_printf ("fleet-%" PRIu64 ".jsonl", number);
  path = fixture_file (self, name, lines->str);
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@%d', 'file': '%s', 'preset': 'gram',"
                               " 'format': 'jsonl', 'status': 'ready'}",
                               place, path),
                   ==, "");
}

void
ccts_measure (Fixture *self)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "year.measure",
                               "{'year': %d, 'reference': 'M 1'}", CCTS_YEAR),
                   ==, "");
}

void
ccts_baseline (Fixture *self, int place, const char *value)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "baseline.set",
                               "{'account': '@%d', 'year': %d, 'value': '%s',"
                               " 'source': 'Letter of the Secretary of State',"
                               " 'dated-on': '2025-12-01', 'reason': 'Schedule 1',"
                               " 'reference': 'B 1'}",
                               place, CCTS_YEAR, value),
                   ==, "");
}

void
ccts_allocate (Fixture *self)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "allocation.post",
                               "{'year': %d, 'reference': 'A 1'}", CCTS_YEAR),
                   ==, "");
}

void
ccts_account_year (Fixture *self)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "year.account",
                               "{'year': %d, 'reference': 'Y 1'}", CCTS_YEAR),
                   ==, "");
}

void
ccts_close (Fixture *self)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "year.close",
                               "{'year': %d, 'reference': 'Y 2'}", CCTS_YEAR),
                   ==, "");
}

void
ccts_position (Fixture *self, int place, const char *held, const char *required)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "crts.set-position",
                               "{'account': '@%d', 'year': %d, 'cars': 50000,"
                               " 'allocated': '36000', 'activity': '30000', 'held': '%s',"
                               " 'required': '%s', 'borrowed': '0', 'source': 'CRTS register',"
                               " 'dated-on': '2026-01-02', 'reference': 'P 1'}",
                               place, CCTS_YEAR, held, required),
                   ==, "");
}

Fixture *
ccts_new_allocated (GramRegistryKind kind)
{
  Fixture *self = ccts_new (kind);

  ccts_register (self, CCTS_ALPHA, "7000x131-1.2; 4501x118; 1000x28");
  ccts_register (self, CCTS_BETA, "5000x127.4; 3200x130.733");
  ccts_measure (self);
  ccts_baseline (self, CCTS_ALPHA, "126.28");
  ccts_baseline (self, CCTS_BETA, "121.455");
  ccts_position (self, CCTS_BETA, "1400", "1200");
  ccts_allocate (self);
  ccts_set_day ("2026-11-02");
  if (kind == GRAM_REGISTRY_PRACTICE)
    g_assert_true (gram_registry_set_today (self->registry, "2026-11-02", NULL));
  return self;
}

gint64
ccts_pool (Fixture *self, const char *name, const int *places)
{
  GramStore *store = gram_registry_get_store (self->registry);
  gint64 person = gram_actor_get_person_id (self->actors[ADMINISTRATOR]);
  GError *error = NULL;
  GramUnit *unit = gram_unit_begin (store, &error);
  GramPoolRecord pool = {
    .state = GRAM_POOL_GRANTED,
    .name = (char *)name,
    .account_id = ccts_account (self, places[0]),
    .contact_name = (char *)"Cy",
    .contact_email = (char *)"cy@example.org",
    .first_year = CCTS_YEAR,
    .last_year = CCTS_YEAR,
    .applied_by = person,
    .applied_at = clock_now,
    .decided_by = person,
    .decided_at = clock_now,
    .reason = (char *)"Granted.",
    .reference = (char *)"",
    .version = 1,
  };

  g_assert_no_error (error);
  gram_pool_table_insert (unit, &pool, &error);
  g_assert_no_error (error);
  for (const int *place = places; *place != 0; place++)
    {
      gint64 account_id = ccts_account (self, *place);

      gram_pool_table_add_member (unit, pool.id, account_id, &error);
      g_assert_no_error (error);
      gram_pool_table_agree (unit, pool.id, account_id, person, clock_now, &error);
      g_assert_no_error (error);
    }
  gram_pool_table_add_years (unit, pool.id, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  return pool.id;
}

gint64
ccts_balance (Fixture *self, int place, const char *role, const char *unit)
{
  gint64 balance;
  GError *error = NULL;

  gram_ledger_balance (gram_registry_get_store (self->registry),
                       place == 0 ? 0 : ccts_account (self, place), role, unit, &balance, &error);
  g_assert_no_error (error);
  return balance;
}

gint64
ccts_held (Fixture *self, int place)
{
  return ccts_balance (self, place, "holding", CCTS_UNIT);
}

gint64
ccts_reserved (Fixture *self, int place)
{
  return ccts_balance (self, place, "reserved", CCTS_UNIT);
}
