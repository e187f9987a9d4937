/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "store-fixture.h"

#include "gram-account-table.h"
#include "gram-statement.h"
#include "gram-subject-table.h"

#define HASH(letter) "'" letter "' || hex (zeroblob (31)) || '0'"

static const char *const filling[] = {
  "INSERT INTO person (id, email, name, password_hash, role, created_at) VALUES"
  " (3, 'hana@example.org', 'Hana Walker', '*', 'officer', 1),"
  " (4, 'olga@example.org', 'Olga Petrova', '*', 'case-handler', 1)",
  "INSERT INTO account (id, number, kind, holder, contact_name, contact_email, opened_at, state) VALUES"
  " (3, '10000024', 'ccs-new', 'Kauri Motors Ltd', 'Hana', 'hana@example.org', 1, 'closing'),"
  " (4, '10000032', 'ccs-new', 'Rata Motors Ltd', 'Hana', 'hana@example.org', 1, 'closed'),"
  " (5, '10000040', 'ccs-used', 'Nikau Motors Ltd', 'Hana', 'hana@example.org', 1, 'open')",
  "INSERT INTO membership (account_id, person_id, owner, permissions, granted_by) VALUES (3, 3, 1, 31, NULL),"
  " (4, 3, 1, 31, NULL), (5, 3, 1, 31, NULL), (1, 3, 0, 5, 2)",
  "INSERT INTO measure (id, account_id, kind, state, ground, reason, notified_at, remedy_by, began_at, until,"
  " ended_at) VALUES (1, 1, 'suspension', 'in-force', 'failure', 'not paid', 5, '2026-01-10', 20, '2027-01-01', 0),"
  " (2, 2, 'block', 'in-force', '', 'penalty not paid', 0, '', 20, '', 0),"
  " (3, 5, 'suspension', 'ended', 'conviction', 'of 2024', 0, '', 5, '2025-01-01', 9),"
  " (4, 5, 'suspension', 'notified', '', 'not paid', 5, '2026-02-01', 0, '', 0)",
  "INSERT INTO closing (id, account_id, kind, state, opened_by, opened_at, object_by, objection, objected_at,"
  " decided_by, decided_at) VALUES (1, 3, 'holder', 'requested', 3, 5, '', '', 0, NULL, 0),"
  " (2, 4, 'holder', 'done', 3, 5, '', '', 0, 1, 9), (3, 5, 'administrator', 'notified', 1, 5, '2026-05-01', 'no', 6,"
  " NULL, 0)",
  "INSERT INTO case_file (id, account_id, kind, state, subject_id, label, opened_by, opened_at, due_on, claimed_by,"
  " claimed_at) VALUES (1, 5, 'suspension', 'open', 4, 'Nikau Motors Ltd', NULL, 5, '2026-02-01', NULL, 0),"
  " (2, 3, 'closing', 'open', 1, 'Kauri Motors Ltd', 3, 5, '', NULL, 0),"
  " (3, 5, 'closing', 'claimed', 3, 'Nikau Motors Ltd', 1, 5, '2026-05-01', 4, 6)",
  "INSERT INTO invitation (id, account_id, email, permissions, code_hash, state, invited_by, invited_at, lapses_at,"
  " used_by, decided_at) VALUES (1, 1, 'pat@example.org', 1, " HASH (
      "a") ", 'pending', 2, 5, 9, NULL, 0),"
           " (2, 1, 'hana@example.org', 5, " HASH ("b") ", 'used', 2, 5, 9, 3, 6),"
                                                        " (3, 4, 'pat@example.org', 1, " HASH (
                                                            "c") ", 'revoked', 3, 5, 9, NULL, 6)",
  "INSERT INTO handover (id, account_id, to_person, offered_by, offered_at, lapses_at, state, decided_at) VALUES"
  " (1, 1, 3, 2, 5, 9, 'pending', 0), (2, 4, 2, 3, 5, 9, 'lapsed', 9)",
  "INSERT INTO request (id, account_id, act, command, arguments, prepared_by, prepared_at, lapses_at, state,"
  " decided_by, decided_at) VALUES (1, 1, 'closing', 'account.request-closing', '{}', 2, 5, 9, 'pending', NULL, 0),"
  " (2, 1, 'closing', 'account.request-closing', '{}', 2, 5, 9, 'approved', 3, 6),"
  " (3, 4, 'transfer', 'credit.transfer', '{}', 3, 5, 9, 'withdrawn', 3, 6)",
  "INSERT INTO application (id, account_id, state, content, saved_by, saved_at, submitted_at, valid_from, decided_by,"
  " decided_at, ended_on) VALUES (1, 1, 'approved', '{}', 2, 5, 6, '2026-01-01', 1, 7, ''),"
  " (2, 5, 'revoked', '{}', 3, 5, 6, '2025-01-01', 1, 7, '2025-06-01'), (3, 5, 'draft', '{}', 3, 5, 0, '', NULL, 0, '')",
};

static void
change_account (GramUnit *unit,
                gint64 id,
                GramAccountState state,
                const char *phone,
                gint64 journal_id)
{
  g_autoptr (GramAccountRecord) before = NULL;
  g_autoptr (GramAccountRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  gram_account_table_get (gram_unit_get_store (unit), id, &before, &error);
  g_assert_no_error (error);
  after = gram_account_record_copy (before);
  after->state = state;
  g_set_str (&after->contact_phone, phone);
  gram_account_table_update (unit, before, after, journal_id, &error);
  g_assert_no_error (error);
}

void
people_fixture_fill (GramStore *store)
{
  static const char *const subjects[]
      = { "person", "invitation", "handover", "request", "measure", "closing", "application" };
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (store, &error);
  gint64 journal_id;

  g_assert_no_error (error);
  journal_id = store_fixture_journal (unit, "people");
  for (gsize i = 0; i < G_N_ELEMENTS (filling); i++)
    {
      gram_store_exec (store, filling[i], &error);
      g_assert_no_error (error);
    }
  change_account (unit, 1, GRAM_ACCOUNT_SUSPENDED, "+64 4 555 0100", journal_id);
  change_account (unit, 1, GRAM_ACCOUNT_SUSPENDED, "+64 4 555 0101", journal_id);
  change_account (unit, 2, GRAM_ACCOUNT_BLOCKED, "", journal_id);
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      gram_subject_table_add (unit, subjects[i], 1, journal_id, &error);
      gram_subject_table_add (unit, subjects[i], 1, journal_id, &error);
      g_assert_no_error (error);
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}
