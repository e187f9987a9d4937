/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-registration-table.h"
#include "gram-statement.h"

#include <inttypes.h>
#include <string.h>

/* A second account of the CCTS. */
#define OTHER 3
#define N_VEHICLES 300
#define N_CHANGES 400

static void
add_account (TableFixture *self)
{
  g_assert_true (gram_store_exec (
      self->store,
      "INSERT INTO account (id, number, kind, holder, contact_name, contact_email, opened_at)"
      " VALUES (3, '10000024', 'ccts', 'Solent Motors Ltd', 'Pat', 'pat@example.org', 1)",
      NULL));
  g_assert_true (gram_store_exec (
      self->store,
      "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (3, 2, 1, 31)",
      NULL));
}

static GPtrArray *
ask (TableFixture *self,
     GPtrArray *(*question) (GramStore *, gint64, const char *, const char *, GError **),
     gint64 account_id,
     const char *first_on,
     const char *last_on)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *totals = question (self->store, account_id, first_on, last_on, &error);

  g_assert_no_error (error);
  return totals;
}

static void
append (GString *text, const GramRegistrationTotal *total)
{
  const gint64 *figures = (const gint64 *)&total->amount;

  g_string_append_printf (text, "%" PRId64 " %s", total->account_id, total->eco_codes);
  for (gsize i = 0; i < sizeof total->amount / sizeof *figures; i++)
    g_string_append_printf (text, " %" PRId64, figures[i]);
  g_string_append_c (text, '\n');
}

static char *
text_of (GPtrArray *totals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < totals->len; i++)
    append (text, totals->pdata[i]);
  return g_string_free_and_steal (text);
}

/* The sums of the list and of the days are those of the year. */
static void
assert_parts (TableFixture *self, gint64 account_id)
{
  g_autoptr (GPtrArray) all
      = ask (self, gram_registration_table_sums, account_id, "2000-01-01", "2999-12-31");
  g_autoptr (GPtrArray) rows
      = ask (self, gram_registration_table_list, account_id, "2000-01-01", "2999-12-31");
  g_autoptr (GPtrArray) days
      = ask (self, gram_registration_table_days, account_id, "2000-01-01", "2999-12-31");
  gint64 units[3] = { 0 };

  for (guint i = 0; i < all->len; i++)
    units[0] += ((GramRegistrationTotal *)all->pdata[i])->amount.units;
  for (guint i = 0; i < rows->len; i++)
    units[1] += ((GramRegistrationTotal *)rows->pdata[i])->amount.units;
  for (guint i = 0; i < days->len; i++)
    {
      const GramRegistrationTotal *day = days->pdata[i];

      units[2] += day->amount.units;
      g_assert_null (day->eco_codes);
      g_assert_true (i == 0
                     || strcmp (((GramRegistrationTotal *)days->pdata[i - 1])->registered_on,
                                day->registered_on)
                            < 0);
    }
  g_assert_cmpint (units[1], ==, units[0]);
  g_assert_cmpint (units[2], ==, units[0]);
}

/* What is kept is what the vehicles add up to. */
static void
assert_kept (TableFixture *self)
{
  const gint64 accounts[] = { 0, 2, OTHER };
  const char *const spans[][2] = { { "2000-01-01", "2999-12-31" }, { "2024-01-03", "2024-12-31" } };

  for (gsize a = 0; a < G_N_ELEMENTS (accounts); a++)
    for (gsize s = 0; s < G_N_ELEMENTS (spans); s++)
      {
        g_autoptr (GPtrArray) kept
            = ask (self, gram_registration_table_sums, accounts[a], spans[s][0], spans[s][1]);
        g_autoptr (GPtrArray) counted
            = ask (self, gram_registration_table_recount, accounts[a], spans[s][0], spans[s][1]);
        g_autofree char *one = text_of (kept);
        g_autofree char *other = text_of (counted);

        g_assert_cmpstr (one, ==, other);
      }
  assert_parts (self, 2);
}

/* Changes of all that counts: day, codes, emissions, account, zero-emission, units. */
static void
change (GramVehicleRecord *vehicle, guint64 n)
{
  static const char *const days[]
      = { "2024-01-01", "2024-01-02", "2024-01-03", "2024-12-31", "2025-01-01", NULL };
  static const char *const codes[] = { "", "e13 28", "e13 28; e13 29", "29" };
  const gint64 accounts[] = { 1, 2, 2, OTHER };

  switch (gram_test_random (1, n, 7))
    {
    case 0:
      g_set_str (&vehicle->registered_on, days[gram_test_random (2, n, G_N_ELEMENTS (days))]);
      break;
    case 1:
      g_set_str (&vehicle->eco_codes, codes[gram_test_random (2, n, G_N_ELEMENTS (codes))]);
      break;
    case 2:
      vehicle->co2_micro = (gint64)gram_test_random (2, n, 300) * 1000000 - 1;
      break;
    case 3:
      vehicle->corrected_micro = (gint64)gram_test_random (2, n, 3) * 90000000 - 1;
      break;
    case 4:
      vehicle->saving_micro = (gint64)gram_test_random (2, n, 4) * 50000000;
      break;
    case 5:
      vehicle->zero_emission = !vehicle->zero_emission;
      break;
    default:
      vehicle->account_id = accounts[gram_test_random (2, n, G_N_ELEMENTS (accounts))];
      break;
    }
}

static void
test_kept (TableFixture *self, gconstpointer data)
{
  g_autofree char *found = NULL;

  table_fixture_begin (self);
  add_account (self);
  table_fixture_fill (self, 2, 0, N_VEHICLES);
  table_fixture_commit (self);
  assert_kept (self);
  for (guint64 n = 0; n < N_CHANGES; n++)
    {
      gint64 id = 1 + (gint64)gram_test_random (3, n, N_VEHICLES);
      g_autoptr (GramVehicleRecord) before = table_fixture_get (self, id);
      g_autoptr (GramVehicleRecord) after = gram_vehicle_record_copy (before);
      g_autoptr (GError) error = NULL;

      change (after, n);
      after->version++;
      table_fixture_begin (self);
      gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
      g_assert_no_error (error);
      if (n % 20 != 0)
        continue;
      table_fixture_commit (self);
      assert_kept (self);
    }
  table_fixture_commit (self);
  assert_kept (self);
  found = store_fixture_verify (self->store);
  g_assert_cmpstr (found, ==, "");
}

/* A unit that is undone leaves the totals as they were; cells without a record go. */
static void
test_undone (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;

  table_fixture_begin (self);
  table_fixture_fill (self, 2, 0, 5);
  g_clear_pointer (&self->unit, gram_unit_rollback);
  none = ask (self, gram_registration_table_sums, 2, "2000-01-01", "2999-12-31");
  g_assert_cmpuint (none->len, ==, 0);
}

/* What would not fit is refused whole. */
static void
test_impossible (TableFixture *self, gconstpointer data)
{
  const GramRegistrationKey key = { 2, "2025-03-01", "" };
  static const GramRegistrationAmount changes[] = {
    { .records = -1, .units = -1 },
    { .records = 1, .units = 1, .units_unknown = 2 },
    { .records = 1 },
    { .records = 1, .units = 1, .saving_sum = 5 },
    { .units = 1 },
    { .records = 3, .units = 1, .units_zero = 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      table_fixture_begin (self);
      gram_unit_add_registration (self->unit, &key, &changes[i]);
      g_assert_false (gram_unit_commit (g_steal_pointer (&self->unit), &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT count (*) FROM registration_total"),
                   ==, 0);
}

/* Sums that do not fit are an error, and not a wrong number. */
static void
test_overflow (TableFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  g_assert_true (gram_store_exec (
      self->store,
      "INSERT INTO registration_total SELECT 2, '2025-03-0' || value, '', 1, 1, 0, 0,"
      " 9223372036854775807, 0, 0 FROM json_each ('[1,2]')",
      NULL));
  g_assert_null (gram_registration_table_sums (self->store, 2, "2025-01-01", "2025-12-31", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
  g_clear_pointer (&self->unit, gram_unit_rollback);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TABLE_TEST ("/store/registration/kept", test_kept);
  TABLE_TEST ("/store/registration/undone", test_undone);
  TABLE_TEST ("/store/registration/impossible", test_impossible);
  TABLE_TEST ("/store/registration/overflow", test_overflow);

  return g_test_run ();
}
