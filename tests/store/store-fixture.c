/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "gram-journal.h"
#include "gram-ledger.h"
#include "gram-statement.h"
#include "gram-unit-private.h"
#include "gram-verify.h"

#include <sqlite3.h>

static void
exec (GramStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  gram_store_exec (store, sql, &error);
  g_assert_no_error (error);
}

gint64
store_fixture_journal (GramUnit *unit, const char *request_id)
{
  g_autoptr (GError) error = NULL;
  GramJournalEntry entry = {
    .at = G_GINT64_CONSTANT (1767222000000000),
    .person_id = 1,
    .account_id = 1,
    .command = (char *)"vehicle.import",
    .request_id = (char *)request_id,
    .arguments = (char *)"{\"file\":\"register-2026-01.csv\"}",
    .result = (char *)"{\"new\":3}",
  };

  gram_journal_append (unit, &entry, &error);
  g_assert_no_error (error);
  return entry.id;
}

GramStore *
store_fixture_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  GramStore *store;
  GramUnit *unit;

  store = gram_store_create (path, &error);
  g_assert_no_error (error);
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  exec (store, "INSERT INTO registry (id, kind, title, created_at)"
               " VALUES (1, 'administrator', 'Register of Te Waipounamu', 1)");
  exec (store, "INSERT INTO person (id, email, name, password_hash, role, created_at) VALUES"
               " (1, 'mere@example.org', 'Mere Tamihana', '*', 'administrator', 1),"
               " (2, 'tom@example.org', 'Tom Okafor', '*', 'officer', 1)");
  exec (
      store,
      "INSERT INTO account (id, number, kind, holder, contact_name, contact_email, opened_at) VALUES"
      " (1, '10000008', 'ccs-used', 'Harbour Street Imports Ltd', 'Tom', 'tom@example.org', 1),"
      " (2, '10000016', 'ccts', 'Pennine Motors plc', 'Tom', 'tom@example.org', 1)");
  exec (
      store,
      "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (1, 2, 1, 31), (2, 2, 1, 31)");
  exec (store, "INSERT INTO rulebook (id, scheme, version, valid_from, content, published_at)"
               " VALUES (1, 'ccs', '2026-01', '2026-01-01', '{}', 1)");
  store_fixture_journal (unit, "init");
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  return store;
}

gint64
store_fixture_vehicles (GramUnit *unit, gint64 account_id, guint n)
{
  GramStore *store = gram_unit_get_store (unit);
  GramTotalKey key = { .account_id = account_id, .period = 202603 };
  GramTotalAmount change
      = { .records = n, .units = n, .units_co2 = n, .co2_sum = 120000000 * (gint64)n };
  GramRegistrationKey day = { account_id, "2026-03-14", "" };
  GramRegistrationAmount cars = {
    .records = n, .units = n, .co2_sum = 121500000 * (gint64)n, .saving_sum = 1500000 * (gint64)n
  };
  gint64 first = store_fixture_int64 (store, "SELECT coalesce (max (id), 0) + 1 FROM vehicle");
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_statement_prepare (
      store,
      "INSERT INTO vehicle (id, account_id, vin, label, make, model, variant, vehicle_class, type, made_year,"
      " fuel, engine_cc, mass_kg, test_cycle, co2_source, co2, saving, corrected, eco_codes, units,"
      " registered_on, period, status, attention, missing, entered_at, ready_at, accepted_at,"
      " accepted_automatically, version) VALUES ($1, $2, $3, $3, 'TOYOTA', 'Corolla', '', 'MA', 'A', 2019,"
      " 'PETROL', 1797, 1310, 'WLTP', 'manufacturer', 121500000, 1500000, -1, '', 1, '2026-03-14', 202603, 0,"
      " 0, 0, 1, 0, 0, 0, 1)",
      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      char vin[18];
      gint64 id = first + i;

      g_snprintf (vin, sizeof vin, "JTD%014" G_GINT64_FORMAT, id);
      gram_statement_bind_int64 (statement, 1, id);
      gram_statement_bind_int64 (statement, 2, account_id);
      gram_statement_bind_static_text (statement, 3, vin);
      gram_statement_run (statement, &error);
      g_assert_no_error (error);
      gram_unit_touch_vehicle (unit, id, TRUE);
    }
  gram_unit_add_total (unit, &key, &change);
  /* Before version 4 nobody kept it. */
  if (_gram_unit_is_ccts (unit, account_id)
      && store_fixture_int64 (store, "PRAGMA user_version") > 3)
    gram_unit_add_registration (unit, &day, &cars);
  return first;
}

void
store_fixture_accept (GramUnit *unit, gint64 account_id, gint64 first, guint n)
{
  GramTotalKey from = { .account_id = account_id, .period = 202603, .status = 0 };
  GramTotalKey to = { .account_id = account_id, .period = 202603, .status = 2 };
  GramTotalAmount more
      = { .records = n, .units = n, .units_co2 = n, .co2_sum = 120000000 * (gint64)n };
  GramTotalAmount less = { -more.records, -more.units, -more.units_co2, -more.co2_sum };
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE vehicle SET status = 2, ready_at = 2, accepted_at = 3, accepted_by = 2, rulebook_id = 1,"
      " version = version + 1 WHERE id >= $1 AND id < $2",
      &error);
  g_assert_no_error (error);
  gram_statement_bind_int64 (statement, 1, first);
  gram_statement_bind_int64 (statement, 2, first + n);
  gram_statement_run (statement, &error);
  g_assert_no_error (error);
  gram_unit_add_total (unit, &from, &less);
  gram_unit_add_total (unit, &to, &more);
}

void
store_fixture_fill (GramStore *store)
{
  const GramLedgerLine allocation[] = {
    { 2, "holding", "ccts/2025", 500 },
    { 0, "issue", "ccts/2025", -500 },
  };
  const GramLedgerLine mixed[] = {
    { 2, "holding", "ccts/2025", -120 },
    { 2, "reserved", "ccts/2025", 120 },
    { 1, "holding", "ccs-credit/used/2026", 7 },
    { 0, "issue", "ccs-credit/used/2026", -7 },
  };
  g_autoptr (GError) error = NULL;
  GramUnit *unit;
  gint64 journal_id = 0;
  gint64 posting_id = 0;
  gint64 first;

  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  journal_id = store_fixture_journal (unit, "import-1");
  first = store_fixture_vehicles (unit, 1, 20);
  store_fixture_vehicles (unit, 2, 5);
  gram_ledger_post (unit, journal_id, "allocation", allocation, G_N_ELEMENTS (allocation), NULL,
                    &error);
  g_assert_no_error (error);
  gram_ledger_post (unit, journal_id, "trade", mixed, G_N_ELEMENTS (mixed), &posting_id, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);

  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  journal_id = store_fixture_journal (unit, "accept-1");
  store_fixture_accept (unit, 1, first, 8);
  gram_ledger_reverse (unit, journal_id, posting_id, NULL, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

gint64
store_fixture_int64 (GramStore *store, const char *sql)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_statement_prepare (store, sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ROW);
  g_assert_no_error (error);
  return gram_statement_int64 (statement, 0);
}

void
store_fixture_raw (const char *path, const char *sql)
{
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", NULL, NULL,
                NULL);
  sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", -1, &statement,
                      NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (triggers, g_strdup_printf ("DROP TRIGGER %s",
                                                (const char *)sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  for (guint i = 0; i < triggers->len; i++)
    sqlite3_exec (db, g_ptr_array_index (triggers, i), NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
store_fixture_verify (GramStore *store)
{
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GString *lines = g_string_new (NULL);

  report = gram_verify (store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const GramVerifyFinding *finding = g_ptr_array_index (report->findings, i);

      g_assert_nonnull (finding->message);
      g_string_append_printf (lines, "%s\n", finding->where);
    }
  return g_string_free_and_steal (lines);
}

char *
store_fixture_verify_path (const char *path)
{
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GError) error = NULL;

  /* For writing: the engine forgets the schema's CHECKs on a connection that cannot write. */
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  return store_fixture_verify (store);
}

GBytes *
store_fixture_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}
