/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
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
  /* What a state needs. */
  { "UPDATE case_file SET opened_at = 0 WHERE id = 4", "case 4\n" },
  { "UPDATE case_file SET decided_at = 9 WHERE id = 4", "case 4\n" },
  { "UPDATE case_file SET decided_by = 4 WHERE id = 4", "case 4\n" },
  { "UPDATE case_file SET claimed_by = NULL WHERE id = 5", "case 5\n" },
  { "UPDATE case_file SET claimed_at = 0 WHERE id = 5", "case 5\n" },
  { "UPDATE case_file SET asked_at = 9 WHERE id = 5", "case 5\n" },
  { "UPDATE case_file SET answer_by = '2026-04-01' WHERE id = 5", "case 5\n" },
  { "UPDATE case_file SET asked_at = 0 WHERE id = 6", "case 6\n" },
  { "UPDATE case_file SET answer_by = 'soon' WHERE id = 6", "case 6\n" },
  { "UPDATE case_file SET due_on = '2026-02-30' WHERE id = 6", "case 6\n" },
  { "UPDATE case_file SET decided_at = 0 WHERE id = 7", "case 7\n" },
  { "UPDATE case_file SET outcome = '' WHERE id = 7", "case 7\n" },
  { "UPDATE case_file SET outcome = 'upheld' WHERE id = 8", "case 8\n" },
  { "UPDATE case_file SET outcome = 'approved' WHERE id = 7", "case 7\n" },
  { "UPDATE case_file SET label = '' WHERE id = 13", "case 13\n" },
  /* What a dispute says. */
  { "DELETE FROM dispute WHERE case_id = 4", "case 4\n" },
  { "UPDATE case_file SET kind = 'dispute' WHERE id = 10", "case 10\n" },
  { "UPDATE dispute SET case_id = 13 WHERE case_id = 6", "case 13\n" },
  { "UPDATE dispute SET reason = '' WHERE case_id = 4", "case 4\n" },
  { "UPDATE dispute SET field = '' WHERE case_id = 4", "case 4\n" },
  { "UPDATE dispute SET claimed = '99' WHERE case_id = 5", "case 5\n" },
  { "UPDATE dispute SET vin = 'JTD00000000000001' WHERE case_id = 5", "case 5\n" },
  { "UPDATE dispute SET chassis = '' WHERE case_id = 6", "case 6\n" },
  { "UPDATE dispute SET right_account = '10000008' WHERE case_id = 4", "case 4\n" },
  { "DELETE FROM case_vehicle WHERE case_id = 9", "case 9\n" },
  /* Vehicles: marked as disputed exactly while an undecided dispute names them. */
  { "UPDATE vehicle SET attention = 0 WHERE id = 9", "vehicle 9\n" },
  { "UPDATE vehicle SET attention = 2 WHERE id = 14", "vehicle 14\n" },
  { "UPDATE vehicle SET attention = 2 WHERE id = 12", "vehicle 12\n" },
  { "UPDATE case_vehicle SET blocks = 0 WHERE case_id = 4", "vehicle 9\n" },
  { "UPDATE case_vehicle SET blocks = 0 WHERE case_id = 4", "case 4\n" },
  { "UPDATE case_vehicle SET blocks = 1 WHERE case_id = 7", "case 7\n" },
  { "UPDATE case_vehicle SET blocks = 1 WHERE case_id = 7", "vehicle 12\n" },
  { "UPDATE case_vehicle SET blocks = 1 WHERE case_id = 9", "case 9\n" },
  { "UPDATE case_file SET state = 'withdrawn', decided_at = 9 WHERE id = 4", "case 4\n" },
  { "UPDATE vehicle SET status = 2, ready_at = 1, accepted_at = 1, rulebook_id = 1 WHERE id = 9",
    "vehicle 9\n" },
  /* What waits for a decision has a case, and the other way round. */
  { "DELETE FROM case_file WHERE id = 1", "measure 4\n" },
  { "DELETE FROM case_file WHERE id = 2", "closing 1\n" },
  { "DELETE FROM case_file WHERE id = 12", "application 9\n" },
  { "UPDATE measure SET state = 'dropped', ended_at = 9 WHERE id = 4", "case 1\n" },
  { "UPDATE closing SET state = 'withdrawn', decided_at = 9 WHERE id = 3", "case 3\n" },
  { "UPDATE application SET state = 'information-asked' WHERE id = 9", "case 12\n" },
  { "UPDATE case_file SET account_id = 5 WHERE id = 2", "case 2\n" },
  { "UPDATE case_file SET subject_id = 2 WHERE id = 13", "case 13\n" },
  /* Differences. */
  { "UPDATE vehicle_difference SET case_id = 4 WHERE case_id = 10", "difference 1\n" },
  { "UPDATE vehicle_difference SET vehicle_id = 5 WHERE id = 2", "difference 2\n" },
  { "UPDATE vehicle_difference SET decision = '' WHERE id = 3", "difference 3\n" },
  { "UPDATE vehicle_difference SET case_id = NULL WHERE id = 2", "difference 2\n" },
  { "UPDATE vehicle_difference SET decision = 'kept' WHERE case_id = 10", "case 10\n" },
  { "DELETE FROM vehicle_difference WHERE case_id = 11", "case 11\n" },
  /* The thread. */
  { "UPDATE case_message SET written_at = 9000 WHERE case_id = 7", "message 3\n" },
  { "UPDATE case_message SET text = 'Other words', version = 2, edited_at = 5 WHERE case_id = 7",
    "message 3\n" },
  { "DELETE FROM case_message_history", "message 2\n" },
  { "UPDATE case_message SET edited_at = 0 WHERE id = 2", "message 2\n" },
  { "UPDATE case_message SET lane = 'internal' WHERE id = 2", "message 2\n" },
  /* Evidence. */
  { "UPDATE attachment_content SET content = zeroblob (24) WHERE attachment_id = 1",
    "attachment 1\n" },
  { "UPDATE attachment SET size = 25 WHERE id = 1", "attachment 1\n" },
  { "UPDATE attachment SET sha256 = lower (hex (zeroblob (32))) WHERE id = 2", "attachment 2\n" },
  { "DELETE FROM attachment_content WHERE attachment_id = 2", "attachment 2\n" },
  { "UPDATE attachment SET added_at = 9000 WHERE id = 2", "attachment 2\n" },
  /* Snippets, notices, switches, the journal's subjects. */
  { "UPDATE snippet SET kind = 'rumour'", "snippet 1\n" },
  { "UPDATE snippet SET version = 0", "snippet 1\n" },
  { "UPDATE notice SET event = 'rumour' WHERE id = 1", "notice rumour\n" },
  { "UPDATE notice SET subject_id = 99 WHERE id = 1", "notice 1\n" },
  { "UPDATE notice SET subject_id = 99 WHERE id = 2", "notice 2\n" },
  { "UPDATE notice SET subject = 'rumour' WHERE id = 3", "notice 3\n" },
  { "UPDATE notice SET inbox = 0, desktop = 0 WHERE id = 3", "notice 3\n" },
  { "UPDATE person_event SET event = 'rumour'", "person_event rumour\n" },
  { "UPDATE journal_subject SET subject_id = 99 WHERE subject = 'case'",
    "journal_subject case 99\n" },
  { "SELECT 1", "schema case_frozen\n" },
  { "SELECT 1", "schema attachment_content_no_update\n" },
  { "DROP INDEX case_vehicle_blocks", "schema case_vehicle_blocks\n" },
};

static GramStore *
fill (const char *path)
{
  GramStore *store = store_fixture_create (path);

  store_fixture_fill (store);
  people_fixture_fill (store);
  case_fixture_fill (store);
  return store;
}

static void
test_all_is_well (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = fill (path);
  g_autofree char *found = store_fixture_verify (store);

  g_assert_cmpstr (found, ==, "");
}

static void
test_tampers (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GBytes) content = NULL;

  gram_store_close (fill (path));
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
  "DELETE FROM case_file WHERE id = 4",
  "UPDATE case_file SET reason = 'Second thoughts' WHERE id = 7",
  "UPDATE case_file SET state = 'open', outcome = '', decided_at = 0 WHERE id = 8",
  "UPDATE case_file SET kind = 'correction' WHERE id = 4",
  "UPDATE case_file SET account_id = 2 WHERE id = 4",
  "UPDATE case_file SET state = 'decided' WHERE id = 4",
  "UPDATE case_file SET outcome = 'upheld' WHERE id = 4",
  "UPDATE case_file SET state = 'claimed' WHERE id = 4",
  "INSERT INTO case_file (account_id, kind, state, subject_id, label, opened_at)"
  " VALUES (1, 'difference', 'open', 2, 'again', 1)",
  "UPDATE dispute SET reason = 'another'",
  "DELETE FROM dispute",
  "DELETE FROM case_vehicle",
  "UPDATE case_vehicle SET vehicle_id = 14 WHERE case_id = 4",
  "INSERT INTO case_vehicle (case_id, vehicle_id, blocks) VALUES (5, 9, 1)",
  "DELETE FROM case_message",
  "UPDATE case_message SET text = ''",
  "UPDATE case_message_history SET old_text = ''",
  "DELETE FROM case_message_history",
  "UPDATE attachment SET name = 'other.pdf'",
  "DELETE FROM attachment",
  "UPDATE attachment_content SET content = x'00'",
  "DELETE FROM attachment_content",
  "UPDATE vehicle_difference SET decision = 'taken' WHERE decision = 'kept'",
  "DELETE FROM vehicle_difference",
  "UPDATE notice SET desktop = 3",
};

static void
test_refused (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = fill (path);
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      if (gram_store_exec (store, refused[i], &error))
        g_error ("%s: was not refused", refused[i]);
      g_assert_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/verify-cases/all-is-well", test_all_is_well);
  g_test_add_func ("/verify-cases/tampers", test_tampers);
  g_test_add_func ("/verify-cases/refused", test_refused);
  return g_test_run ();
}
