/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"
#include "store-fixture.h"

#include "gram-statement.h"
#include "gram-verify.h"

#include <string.h>

/* Ways to tamper, and the one line that verify has to have about it. */
static const struct
{
  const char *sql;
  const char *expected;
} tampers[] = {
  /* Members. */
  { "DELETE FROM membership WHERE account_id = 3", "account 3\n" },
  { "UPDATE membership SET owner = 0 WHERE account_id = 1", "account 1\n" },
  { "UPDATE person SET active = 0 WHERE id = 2", "account 1\n" },
  { "UPDATE membership SET permissions = 15 WHERE account_id = 2",
    "membership account 2, person 2\n" },
  { "UPDATE person SET role = 'reader' WHERE id = 3", "membership account 1, person 3\n" },
  { "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (2, 4, 0, 1)",
    "membership account 2, person 4\n" },
  { "UPDATE person SET active = 0 WHERE id = 1", "registry 1\n" },
  { "UPDATE person SET role = 'reader' WHERE id = 1", "registry 1\n" },
  /* States. */
  { "UPDATE account SET state = 'open' WHERE id = 1", "measure 1\n" },
  { "UPDATE account SET state = 'open' WHERE id = 2", "measure 2\n" },
  { "UPDATE account SET state = 'suspended' WHERE id = 5", "account 5\n" },
  { "UPDATE account SET state = 'blocked' WHERE id = 5", "account 5\n" },
  { "UPDATE account SET state = 'open' WHERE id = 3", "account 3\n" },
  { "UPDATE account SET state = 'closing' WHERE id = 5", "account 5\n" },
  { "UPDATE account SET state = 'open' WHERE id = 4", "account 4\n" },
  { "UPDATE account SET state = 'closed' WHERE id = 5", "account 5\n" },
  { "DELETE FROM measure WHERE id = 1", "account 1\n" },
  { "UPDATE measure SET kind = 'block' WHERE id = 1", "account 1\n" },
  { "DELETE FROM closing WHERE id = 2", "account 4\n" },
  /* What a state needs. */
  { "UPDATE measure SET until = '' WHERE id = 1", "measure 1\n" },
  { "UPDATE measure SET ground = '' WHERE id = 1", "measure 1\n" },
  { "UPDATE measure SET began_at = 0 WHERE id = 2", "measure 2\n" },
  { "UPDATE measure SET ended_at = 9 WHERE id = 2", "measure 2\n" },
  { "UPDATE measure SET ended_at = 0 WHERE id = 3", "measure 3\n" },
  { "UPDATE measure SET remedy_by = '' WHERE id = 4", "measure 4\n" },
  { "UPDATE closing SET decided_at = 0 WHERE id = 2", "closing 2\n" },
  { "UPDATE closing SET decided_by = NULL WHERE id = 2", "closing 2\n" },
  { "UPDATE closing SET object_by = '' WHERE id = 3", "closing 3\n" },
  { "UPDATE closing SET objection = '' WHERE id = 3", "closing 3\n" },
  { "UPDATE invitation SET decided_at = 0 WHERE id = 3", "invitation 3\n" },
  { "UPDATE invitation SET used_by = NULL WHERE id = 2", "invitation 2\n" },
  { "UPDATE invitation SET state = 'pending' WHERE id = 2", "invitation 2\n" },
  { "UPDATE invitation SET times_sent = 0 WHERE id = 1", "invitation 1\n" },
  { "UPDATE handover SET decided_at = 9 WHERE id = 1", "handover 1\n" },
  { "UPDATE request SET decided_by = NULL WHERE id = 2", "request 2\n" },
  { "UPDATE request SET state = 'pending' WHERE id = 2", "request 2\n" },
  { "UPDATE request SET lapses_at = 1 WHERE id = 1", "request 1\n" },
  { "UPDATE application SET valid_from = '' WHERE id = 1", "application 1\n" },
  { "UPDATE application SET ended_on = '' WHERE id = 2", "application 2\n" },
  { "UPDATE application SET state = 'submitted' WHERE id = 3", "application 3\n" },
  /* Four eyes. */
  { "UPDATE request SET decided_by = 2 WHERE id = 2", "request 2\n" },
  /* A closed account waits for nothing and holds nothing. */
  { "UPDATE invitation SET state = 'pending', decided_at = 0 WHERE id = 3", "account 4\n" },
  { "UPDATE handover SET state = 'pending', decided_at = 0 WHERE id = 2", "account 4\n" },
  { "UPDATE request SET state = 'pending', decided_at = 0, decided_by = NULL WHERE id = 3",
    "account 4\n" },
  { "UPDATE ledger_account SET account_id = 4 WHERE account_id = 2 AND balance > 0",
    "account 4\n" },
  /* The account and its history. */
  { "UPDATE account SET contact_phone = '0800 000 000' WHERE id = 1", "account 1\n" },
  { "UPDATE account SET state = 'open' WHERE id = 1", "account 1\n" },
  { "UPDATE account_history SET new_value = '0800 000 000' WHERE id = 1", "account_history 3\n" },
  { "UPDATE account_history SET old_value = 'nothing' WHERE id = 3", "account_history 3\n" },
  { "DELETE FROM account_history WHERE id = 3", "account 1\n" },
  /* Subjects. */
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'person'",
    "journal_subject person 99\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'invitation'",
    "journal_subject invitation 99\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'handover'",
    "journal_subject handover 99\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'request'",
    "journal_subject request 99\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'measure'",
    "journal_subject measure 99\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'closing'",
    "journal_subject closing 99\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'application'",
    "journal_subject application 99\n" },
  { "UPDATE journal_subject SET subject = 'rumour' WHERE subject = 'person'",
    "journal_subject rumour 1\n" },
  { "SELECT 1", "schema journal_subject_no_update\n" },
  { "SELECT 1", "schema account_number_kept\n" },
  { "DROP INDEX measure_live", "schema measure_live\n" },
};

static void
test_all_is_well (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = store_fixture_create (path);
  g_autofree char *found = NULL;

  store_fixture_fill (store);
  people_fixture_fill (store);
  found = store_fixture_verify (store);
  g_assert_cmpstr (found, ==, "");
}

static void
test_tampers (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GBytes) content = NULL;
  GramStore *store = store_fixture_create (path);

  store_fixture_fill (store);
  people_fixture_fill (store);
  gram_store_close (store);
  content = store_fixture_bytes (path);

  for (gsize i = 0; i < G_N_ELEMENTS (tampers); i++)
    {
      g_autofree char *found = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_raw (path, tampers[i].sql);
      found = store_fixture_verify_path (path);
      if (strstr (found, tampers[i].expected) == NULL)
        g_error ("%s: expected “%s” in “%s”", tampers[i].sql, tampers[i].expected, found);
      g_file_set_contents (path, g_bytes_get_data (content, NULL),
                           (gssize)g_bytes_get_size (content), &error);
      g_assert_no_error (error);
    }
}

/* What the store itself refuses, whoever asks. */
static const char *const refused[] = {
  "DELETE FROM person WHERE id = 4",
  "DELETE FROM account WHERE id = 5",
  "UPDATE account SET number = '10000057' WHERE id = 5",
  "UPDATE account SET kind = 'ccts' WHERE id = 5",
  "DELETE FROM journal_subject",
  "UPDATE journal_subject SET subject_id = 2",
  "UPDATE account SET four_eyes = 8 WHERE id = 5",
  "UPDATE account SET aml = 'maybe' WHERE id = 5",
  "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (5, 2, 1, 31)",
  "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (5, 2, 0, 2)",
};

static void
test_refused (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = store_fixture_create (path);
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  people_fixture_fill (store);
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (gram_store_exec (store, refused[i], &error));
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
}

typedef struct
{
  gint64 last;
  gint64 total;
  guint n_times;
} Told;

static void
progress_cb (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  Told *told = data;

  g_assert_cmpint (done, >, told->last);
  g_assert_cmpint (done, <=, total);
  g_assert_cmpint (rows, ==, done);
  told->last = done;
  told->total = total;
  told->n_times++;
}

static void
test_progress (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = store_fixture_create (path);
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit;
  Told told = { 0 };

  unit = gram_unit_begin (store, &error);
  store_fixture_vehicles (unit, 1, 2000);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  report = gram_verify_full (store, progress_cb, &told, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->findings->len, ==, 0);
  /* One entry, and each vehicle for its total and for the search. */
  g_assert_cmpint (told.total, ==, 4001);
  g_assert_cmpuint (told.n_times, >=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/verify-people/all-is-well", test_all_is_well);
  g_test_add_func ("/verify-people/tampers", test_tampers);
  g_test_add_func ("/verify-people/refused", test_refused);
  g_test_add_func ("/verify-people/progress", test_progress);
  return g_test_run ();
}
