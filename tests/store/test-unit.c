/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "gram-journal.h"
#include "gram-statement.h"
#include "gram-store-private.h"

#include <string.h>

typedef struct
{
  GramTestDir *dir;
  char *path;
  GramStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  self->store = store_fixture_create (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *found = store_fixture_verify (self->store);

  g_assert_cmpstr (found, ==, "");
  gram_store_close (self->store);
  g_free (self->path);
  gram_test_dir_free (self->dir);
}

static GramUnit *
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (self->store, &error);

  g_assert_no_error (error);
  g_assert_true (gram_unit_get_store (unit) == self->store);
  return unit;
}

static void
commit (GramUnit *unit)
{
  g_autoptr (GError) error = NULL;

  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

static void
exec (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  gram_store_exec (self->store, sql, &error);
  g_assert_no_error (error);
}

/* Everything that the registry holds, as one number for each table. */
static char *
state (Fixture *self)
{
  static const char *const tables[]
      = { "journal",        "journal_head",   "vehicle",      "vehicle_search", "vehicle_total",
          "ledger_account", "ledger_posting", "ledger_entry", "account_history" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", tables[i]);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", tables[i],
                              store_fixture_int64 (self->store, sql));
    }
  return g_string_free_and_steal (text);
}

static gint64
found_by_search (Fixture *self, const char *trigram)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT count(*) FROM vehicle_search WHERE vehicle_search MATCH '\"%s\"'",
                         trigram);
  return store_fixture_int64 (self->store, sql);
}

static void
test_commit (Fixture *self, gconstpointer data)
{
  GramUnit *unit = begin (self);

  store_fixture_journal (unit, "r-1");
  store_fixture_vehicles (unit, 1, 1000);
  g_assert_cmpint (found_by_search (self, "JTD"), ==, 0);
  commit (unit);
  g_assert_cmpint (found_by_search (self, "JTD"), ==, 1000);
  g_assert_cmpint (found_by_search (self, "td0"), ==, 1000);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT sum (records) FROM vehicle_total"), ==,
                   1000);
}

static void
test_rollback (Fixture *self, gconstpointer data)
{
  g_autofree char *before = state (self);
  g_autofree char *after = NULL;

  {
    g_autoptr (GramUnit) unit = begin (self);

    store_fixture_journal (unit, "r-1");
    store_fixture_vehicles (unit, 1, 100);
  }
  after = state (self);
  g_assert_cmpstr (before, ==, after);
  /* And the next one works. */
  store_fixture_fill (self->store);
}

/* Changed vehicles are found by their new text only; touched twice, or new and changed in one unit, is no trouble. */
static void
test_search_follows (Fixture *self, gconstpointer data)
{
  GramUnit *unit = begin (self);
  gint64 first = store_fixture_vehicles (unit, 1, 10);

  gram_unit_touch_vehicle (unit, first + 3, FALSE);
  commit (unit);
  g_assert_cmpint (found_by_search (self, "JTD"), ==, 10);

  unit = begin (self);
  exec (self, "UPDATE vehicle SET vin = 'JHM' || substr (vin, 4), version = 2 WHERE id IN (2, 5)");
  gram_unit_touch_vehicle (unit, 5, FALSE);
  gram_unit_touch_vehicle (unit, 2, FALSE);
  gram_unit_touch_vehicle (unit, 5, FALSE);
  store_fixture_vehicles (unit, 1, 2);
  gram_unit_touch_vehicle (unit, 11, FALSE);
  commit (unit);
  g_assert_cmpint (found_by_search (self, "JTD"), ==, 10);
  g_assert_cmpint (found_by_search (self, "JHM"), ==, 2);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT count(*) FROM vehicle_search"), ==,
                   12);
}

/* New ids that do not follow one another, in any order. */
static void
test_search_scattered (Fixture *self, gconstpointer data)
{
  static const int ids[] = { 7, 3, 4, 900000, 12, 11, 10 };
  GramTotalKey key = { .account_id = 2 };
  GramTotalAmount one = { .records = 1, .units = 5 };
  GramUnit *unit = begin (self);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *sql = NULL;

      sql = g_strdup_printf (
          "INSERT INTO vehicle (id, account_id, register_key, label, make, model, variant,"
          " vehicle_class, type, made_year, fuel, engine_cc, mass_kg, test_cycle, co2_source, co2,"
          " saving, corrected, eco_codes, units, period, status, attention, missing, entered_at,"
          " ready_at, accepted_at, accepted_automatically, version) VALUES (%d, 2, 'eea:2024:%d',"
          " 'x', 'FIAT', 'Panda', '', 'M1', '', 0, '', 0, 0, '', '', -1, 0, -1, '', 5, 0, 0, 0, 0,"
          " 1, 0, 0, 0, 1)",
          ids[i], ids[i]);
      exec (self, sql);
      gram_unit_touch_vehicle (unit, ids[i], TRUE);
      gram_unit_add_total (unit, &key, &one);
    }
  commit (unit);
  g_assert_cmpint (found_by_search (self, "eea"), ==, G_N_ELEMENTS (ids));
}

static void
test_totals (Fixture *self, gconstpointer data)
{
  GramUnit *unit = begin (self);
  gint64 first = store_fixture_vehicles (unit, 1, 4);

  commit (unit);
  /* All of a cell move: it is gone; verify would treat an empty one alike. */
  unit = begin (self);
  store_fixture_accept (unit, 1, first, 4);
  commit (unit);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT count(*) FROM vehicle_total"), ==, 1);
  g_assert_cmpint (store_fixture_int64 (self->store, "SELECT status FROM vehicle_total"), ==, 2);
}

/* Totals that cannot be: each is refused at commit and leaves no trace. */
static void
test_impossible_totals (Fixture *self, gconstpointer data)
{
  static const GramTotalAmount changes[] = {
    { -1, -1, 0, 0 }, { 0, 1, 0, 0 }, { 2, 1, 0, 0 }, { 1, 1, 2, 0 }, { 1, 1, -1, 0 },
  };
  GramTotalKey key = { .account_id = 1, .period = 202603 };
  GramTotalAmount huge = { G_MAXINT64, G_MAXINT64, 0, 0 };

  for (gsize i = 0; i <= G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *before = state (self);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      GramUnit *unit = begin (self);

      store_fixture_journal (unit, "never");
      if (i < G_N_ELEMENTS (changes))
        gram_unit_add_total (unit, &key, &changes[i]);
      else
        {
          gram_unit_add_total (unit, &key, &huge);
          gram_unit_add_total (unit, &key, &huge);
        }
      g_assert_false (gram_unit_commit (unit, &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      after = state (self);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A reference that is checked at COMMIT only: the journal entry never came. */
static void
test_commit_fails (Fixture *self, gconstpointer data)
{
  g_autofree char *before = state (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit = begin (self);

  exec (self, "INSERT INTO account_history (account_id, journal_id, field, old_value, new_value)"
              " VALUES (1, 999, 'holder', 'a', 'b')");
  g_assert_false (gram_unit_commit (unit, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  after = state (self);
  g_assert_cmpstr (before, ==, after);
}

/* What comes past the unit is refused: at once, or at its own COMMIT. */
static void
test_refused_commit (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = state (self);
  g_autofree char *after = NULL;
  GramUnit *unit;

  /* Outside a unit every write is a transaction of its own. */
  g_assert_false (gram_store_exec (self->store, "UPDATE account SET holder = 'x'", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (store_fixture_int64 (self->store,
                                        "SELECT count(*) FROM account WHERE holder = 'x'"),
                   ==, 0);

  unit = begin (self);
  store_fixture_journal (unit, "never");
  g_assert_false (gram_store_exec (self->store, "COMMIT", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
  g_clear_error (&error);
  /* Straight at the engine, past the guard at preparing: the hook turns it into a rollback. */
  self->store->transaction_allowed = TRUE;
  g_assert_false (_gram_store_script (self->store, "COMMIT", &error));
  self->store->transaction_allowed = FALSE;
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (gram_unit_commit (unit, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_ENGINE);
  after = state (self);
  g_assert_cmpstr (before, ==, after);
}

/* A statement fails in the middle; the unit is given up by its owner. */
static void
test_injected_failure (Fixture *self, gconstpointer data)
{
  static const char *const failures[] = {
    "INSERT INTO membership VALUES (1, 77, 1, 31)",
    "UPDATE vehicle SET units = 0",
    "SELECT nonsense",
    "INSERT INTO vehicle (id) SELECT id FROM vehicle",
    "UPDATE vehicle SET co2 = 9223372036854775807 + 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *before = state (self);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      GramUnit *unit = begin (self);

      store_fixture_journal (unit, "never");
      store_fixture_vehicles (unit, 1, 3);
      g_assert_false (gram_store_exec (self->store, failures[i], &error));
      g_assert_nonnull (error);
      gram_unit_rollback (unit);
      after = state (self);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Cancelled at a random step, also while the search index is being written: nothing stays, and it goes on. */
typedef struct
{
  GCancellable *cancellable;
  gulong delay_us;
} Later;

static gpointer
cancel_later (gpointer data)
{
  Later *later = data;

  g_usleep (later->delay_us);
  g_cancellable_cancel (later->cancellable);
  return NULL;
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  guint cancelled = 0;
  int rounds = 0;

  /* How long a commit takes and when the other thread gets its turn depends on the machine. */
  for (; rounds < 8 || (cancelled == 0 && rounds < 200); rounds++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Later later = { cancellable, (gulong)g_test_rand_int_range (10, 20000 / (rounds + 1) + 11) };
      g_autofree char *before = state (self);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      GramUnit *unit = begin (self);
      GThread *thread;

      store_fixture_vehicles (unit, 1, 2000);
      gram_store_watch (self->store, cancellable);
      thread = g_thread_new ("cancel", cancel_later, &later);
      if (!gram_unit_commit (unit, &error))
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          cancelled++;
        }
      gram_store_watch (self->store, NULL);
      g_thread_join (thread);
      after = state (self);
      if (error != NULL)
        g_assert_cmpstr (before, ==, after);
    }
  g_test_message ("%u of %d cancelled", cancelled, rounds);
  g_assert_cmpuint (cancelled, >, 0);
}

/* A reader on its own connection sees the last commit, at once, whatever the writer is doing. */
static gpointer
read_on (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStore) reader = gram_store_open (data, GRAM_STORE_READ_ONLY, &error);
  gint64 last = 0;
  gint64 worst = 0;

  g_assert_no_error (error);
  for (int i = 0; i < 300; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 records;

      g_assert_true (gram_store_begin_read (reader, &error));
      records = store_fixture_int64 (reader, "SELECT count(*) FROM vehicle");
      /* One state: rows, totals and search fit at every moment. */
      g_assert_cmpint (
          records, ==,
          store_fixture_int64 (reader, "SELECT coalesce (sum (records), 0) FROM vehicle_total"));
      g_assert_cmpint (records, ==,
                       store_fixture_int64 (reader, "SELECT count(*) FROM vehicle_search"));
      gram_store_end_read (reader);
      g_assert_cmpint (records % 500, ==, 0);
      g_assert_cmpint (records, >=, last);
      last = records;
      worst = MAX (worst, g_get_monotonic_time () - start);
    }
  g_test_message ("a read took %d µs at worst", (int)worst);
  return NULL;
}

static void
test_reader (Fixture *self, gconstpointer data)
{
  GThread *thread = g_thread_new ("reader", read_on, self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramStore) other = NULL;
  gint64 version;

  other = gram_store_open (self->path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  version = gram_store_data_version (other);
  for (int i = 0; i < 20; i++)
    {
      GramUnit *unit = begin (self);

      store_fixture_vehicles (unit, 1, 500);
      commit (unit);
    }
  g_thread_join (thread);
  g_assert_cmpint (gram_store_data_version (other), !=, version);
  version = gram_store_data_version (other);
  g_assert_cmpint (gram_store_data_version (other), ==, version);

  g_assert_false (gram_store_exec (other, "UPDATE account SET holder = 'x'", &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_READ_ONLY);
}

static void
test_journal (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GramJournalEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit = begin (self);
  gint64 id = 0;

  g_assert_true (gram_journal_next_id (unit, &id, &error));
  g_assert_cmpint (id, ==, 2);
  g_assert_cmpint (store_fixture_journal (unit, "r-2"), ==, 2);
  g_assert_true (gram_journal_next_id (unit, &id, &error));
  g_assert_cmpint (id, ==, 3);
  store_fixture_journal (unit, "r-3");
  commit (unit);

  entries = gram_journal_list (self->store, 0, 0, 2, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (((GramJournalEntry *)g_ptr_array_index (entries, 0))->id, ==, 3);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = gram_journal_list (self->store, 1, 3, 10, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((GramJournalEntry *)g_ptr_array_index (entries, 0))->request_id, ==, "r-2");
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = gram_journal_list (self->store, 2, 0, 10, &error);
  g_assert_cmpuint (entries->len, ==, 0);

  g_assert_true (gram_journal_find_request (self->store, "r-3", &entry, &error));
  g_assert_cmpint (entry->id, ==, 3);
  g_assert_cmpint (entry->person_id, ==, 1);
  g_assert_cmpstr (entry->command, ==, "vehicle.import");
  g_clear_pointer (&entry, gram_journal_entry_free);
  g_assert_true (gram_journal_find_request (self->store, "r-4", &entry, &error));
  g_assert_null (entry);
}

/* The same request twice, and going on after an entry that was cut off. */
static void
test_journal_refused (Fixture *self, gconstpointer data)
{
  GramJournalEntry entry = { .at = 1,
                             .command = (char *)"a.b",
                             .request_id = (char *)"init",
                             .arguments = (char *)"{}",
                             .result = (char *)"{}" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GramUnit) unit = begin (self);

  g_assert_false (gram_journal_append (unit, &entry, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  exec (self, "UPDATE journal_head SET entries = 7");
  entry.request_id = (char *)"other";
  g_assert_false (gram_journal_append (unit, &entry, &error));
  g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/unit/commit", test_commit },
    { "/unit/rollback", test_rollback },
    { "/unit/search-follows", test_search_follows },
    { "/unit/search-scattered", test_search_scattered },
    { "/unit/totals", test_totals },
    { "/unit/impossible-totals", test_impossible_totals },
    { "/unit/commit-fails", test_commit_fails },
    { "/unit/refused-commit", test_refused_commit },
    { "/unit/injected-failure", test_injected_failure },
    { "/unit/cancelled", test_cancelled },
    { "/unit/reader", test_reader },
    { "/unit/journal", test_journal },
    { "/unit/journal-refused", test_journal_refused },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
