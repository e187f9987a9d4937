/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "gram-persons.h"
#include "gram-request-table.h"

#include <string.h>

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"
#define CLOSE "{'account': '@', 'reason': 'Sold'" SIGNATURE "}"
#define APPROVE(id_) "{'account': '@', 'request': " #id_ SIGNATURE "}"

static const PeopleRow switch_on
    = { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" };

static GramRequestRow *
request_as (Fixture *f, FixturePerson who, GPtrArray **rows)
{
  GError *error = NULL;

  *rows = gram_registry_requests (f->registry, f->actors[who], 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*rows)->len, >, 0);
  return (*rows)->pdata[0];
}

static guint
four_eyes (Fixture *f)
{
  g_autoptr (GramAccountRecord) account = life_account (f, 1);

  return account->four_eyes;
}

/* Without four eyes, the owner does it alone. */
static void
test_without (void)
{
  static const PeopleRow rows[] = { { OWNER, "account.request-closing", CLOSE, "" } };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, 1);
  g_assert_false (g_variant_lookup (f->result, "pending", "b", NULL));
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_CLOSING);
}

static void
test_prepare_and_approve (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "account.request-closing", CLOSE, "closing.no-requests" },
    { OWNER, "request.approve", APPROVE (1), "request.own" },
    { OWNER, "request.decline", "{'account': '@', 'request': 1, 'reason': 'No'}", "request.own" },
    { VIEWER, "request.approve", APPROVE (1), "permission.missing" },
    { VIEWER, "request.decline", "{'account': '@', 'request': 1, 'reason': 'No'}",
      "permission.missing" },
    { EDITOR, "request.withdraw", "{'account': '@', 'request': 1}", "request.not-yours" },
    { OWNER, "request.approve", "{'account': '@3', 'request': 1" SIGNATURE "}", "request.unknown" },
    { EDITOR, "request.approve", APPROVE (7), "request.unknown" },
    { EDITOR, "request.decline", "{'account': '@', 'request': 1, 'reason': ' '}", "text.empty" },
    { EDITOR, "request.approve", APPROVE (1), "" },
    { EDITOR, "request.approve", APPROVE (1), "request.decided" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) as_owner = NULL;
  g_autoptr (GPtrArray) as_editor = NULL;
  g_autoptr (GPtrArray) as_viewer = NULL;
  g_autoptr (GramForMe) mine = NULL;
  g_autoptr (GramJournalEntry) entry = NULL;
  GramRequestRow *row;
  gboolean pending = FALSE;

  people_check_rows (f, &switch_on, 1);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", CLOSE), ==, "");
  g_assert_true (g_variant_lookup (f->result, "pending", "b", &pending) && pending);
  g_assert_cmpint (fixture_result (f, "request"), ==, 1);
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_OPEN);
  people_assert_not_in_journal (f, FIXTURE_PASSWORD);

  /* Everybody sees it, and who may approve it; only some may. */
  row = request_as (f, OWNER, &as_owner);
  g_assert_cmpstr (row->approve->id, ==, "request.own");
  g_assert_null (row->withdraw);
  row = request_as (f, EDITOR, &as_editor);
  g_assert_null (row->approve);
  g_assert_null (row->decline);
  g_assert_cmpstr (row->withdraw->id, ==, "request.not-yours");
  row = request_as (f, VIEWER, &as_viewer);
  g_assert_cmpstr (row->approve->id, ==, "permission.missing");
  g_assert_cmpuint (g_strv_length (row->approvers), ==, 1);
  g_assert_cmpint (row->state, ==, GRAM_REQUEST_PENDING);
  g_assert_cmpstr (row->command, ==, "account.request-closing");
  mine = gram_registry_for_me (f->registry, f->actors[EDITOR], NULL, NULL);
  g_assert_cmpuint (mine->requests->len, ==, 1);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_CLOSING);
  entry = people_last_entry (f);
  g_assert_cmpstr (entry->command, ==, "request.approve");
  g_assert_cmpint (entry->person_id, ==, gram_actor_get_person_id (f->actors[EDITOR]));
  g_assert_nonnull (strstr (entry->result, "account.request-closing"));
  g_assert_nonnull (strstr (entry->result, "owner@example.org"));
  g_assert_cmpuint (people_count_touching (f, "request", 1), ==, 2);
  people_assert_not_in_journal (f, FIXTURE_PASSWORD);
  fixture_verify (f);
}

static void
test_decline_and_withdraw (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "account.request-closing", CLOSE, "" },
    { EDITOR, "request.decline", "{'account': '@', 'request': 1, 'reason': 'Not yet'}", "" },
    { EDITOR, "request.approve", APPROVE (1), "request.decided" },
    { OWNER, "request.withdraw", "{'account': '@', 'request': 1}", "request.decided" },
    { OWNER, "account.request-closing", CLOSE, "" },
    { OWNER, "request.withdraw", "{'account': '@', 'request': 2, 'reason': 'A slip'}", "" },
    { EDITOR, "request.approve", APPROVE (2), "request.decided" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) list = NULL;

  people_check_rows (f, &switch_on, 1);
  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  list = gram_registry_requests (f->registry, f->actors[VIEWER], 1, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((GramRequestRow *)list->pdata[1])->reason, ==, "Not yet");
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_OPEN);
}

/* Seven days; then it makes room for another one. */
static void
test_lapse (void)
{
  static const PeopleRow prepare = { OWNER, "account.request-closing", CLOSE, "" };
  static const PeopleRow late[] = {
    { EDITOR, "request.approve", APPROVE (1), "request.lapsed" },
    { EDITOR, "request.decline", "{'account': '@', 'request': 1, 'reason': 'No'}",
      "request.lapsed" },
    { OWNER, "request.withdraw", "{'account': '@', 'request': 1}", "request.lapsed" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;

  people_check_rows (f, &switch_on, 1);
  people_check_rows (f, &prepare, 1);
  life_set_evening ("2026-03-23");
  g_assert_cmpint (request_as (f, OWNER, &rows)->state, ==, GRAM_REQUEST_LAPSED);
  /* A command on the account writes that down first; the answer may be either word for it. */
  for (gsize i = 0; i < G_N_ELEMENTS (late); i++)
    {
      fixture_do (f, late[i].who, late[i].command, "%s", late[i].arguments);
      g_assert_true (g_str_equal (f->refusal, "request.lapsed")
                     || g_str_equal (f->refusal, "request.decided"));
    }
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", CLOSE), ==, "");
  g_assert_cmpint (fixture_result (f, "request"), ==, 2);
}

/* The one who prepared it has to be allowed to do it still. */
static void
test_preparer_lost_rights (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "account.request-closing", CLOSE, "" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'editor@example.org'}", "" },
    { EDITOR, "owner.accept", "{'account': '@'}", "" },
    { EDITOR, "request.approve", APPROVE (1), "request.preparer" },
    { EDITOR, "request.decline", "{'account': '@', 'request': 1, 'reason': 'I own it'}", "" },
    /* What somebody prepared ends with the membership. */
    { EDITOR, "account.request-closing", CLOSE, "" },
    { EDITOR, "owner.offer", "{'account': '@', 'person': 'owner@example.org'}", "" },
    { OWNER, "owner.accept", "{'account': '@'}", "" },
    { EDITOR, "member.leave", "{'account': '@'}", "" },
    { OWNER, "request.approve", APPROVE (2), "request.decided" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, &switch_on, 1);
  people_check_rows (f, rows, G_N_ELEMENTS (rows));
}

/* To switch it off is such an act itself. */
static void
test_switching_off (void)
{
  static const PeopleRow rows[] = {
    { VIEWER, "account.set-four-eyes", "{'account': '@', 'acts': []}", "permission.owner-only" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['gift']}", "four-eyes.act" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing', 'transfer']}", "" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "request.pending" },
    { EDITOR, "request.approve", APPROVE (1), "permission.missing" },
    { TRADER, "request.approve", APPROVE (1), "" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': []}", "" },
    { EDITOR, "request.approve", APPROVE (2), "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, 3);
  g_assert_cmpuint (four_eyes (f), ==, GRAM_ACT_CLOSING | GRAM_ACT_TRANSFER);
  people_check_rows (f, rows + 3, 1);
  g_assert_cmpuint (four_eyes (f), ==, GRAM_ACT_CLOSING | GRAM_ACT_TRANSFER);
  people_check_rows (f, rows + 4, 3);
  g_assert_cmpuint (four_eyes (f), ==, GRAM_ACT_CLOSING);
  people_check_rows (f, rows + 7, G_N_ELEMENTS (rows) - 7);
  g_assert_cmpuint (four_eyes (f), ==, 0);
  fixture_verify (f);
}

/* Nobody else could approve: it cannot be asked for, and an act that would wait for ever is refused. */
static void
test_alone (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" },
    { OWNER, "member.remove", "{'account': '@', 'person': 'editor@example.org'}", "" },
    { OWNER, "account.request-closing", CLOSE, "four-eyes.alone" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': []}", "four-eyes.alone" },
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'viewer@example.org', 'permissions': ['edit']}", "" },
    { OWNER, "account.request-closing", CLOSE, "" },
  };
  static const PeopleRow alone = { STRANGER, "account.set-four-eyes",
                                   "{'account': '@2', 'acts': ['closing']}", "four-eyes.alone" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, &alone, 1);
  people_check_rows (f, rows, G_N_ELEMENTS (rows));
}

/* What the check of the command refuses, it refuses before anybody is bothered; and again when it is approved. */
static void
test_checked_twice (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, &switch_on, 1);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                               "{'account': '@', 'reason': ''" SIGNATURE "}"),
                   ==, "text.empty");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", CLOSE), ==, "");
  life_enter_ready (f, "ZVW30-1234567", "79.00");
  fixture_do (f, EDITOR, "request.approve", APPROVE (1));
  g_assert_cmpstr (f->refusal, !=, "");
  g_assert_true (g_str_has_prefix (f->refusal, "closing."));
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_OPEN);
  /* It waits on: nothing is half done. */
  fixture_do (f, EDITOR, "request.decline", "{'account': '@', 'request': 1, 'reason': 'Cars'}");
  g_assert_cmpstr (f->refusal, ==, "");
}

static int
failed_tries (Fixture *f, const char *email)
{
  g_autoptr (GramPersonRecord) person = people_person (f, email);

  return person->failed_tries;
}

static void
test_signature (void)
{
  static const char wrong[] = "{'account': '@', 'reason': 'Sold', 'password': 'wrong wrong wrong'}";
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                               "{'account': '@', 'reason': 'Sold'}"),
                   ==, "argument.missing");
  g_assert_nonnull (strstr (f->message, "password"));
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", "%s", wrong), ==,
                   "session.password");
  g_assert_cmpint (failed_tries (f, "owner@example.org"), ==, 1);
  /* Who may not do it anyway is told so, and no try is counted. */
  g_assert_cmpstr (fixture_do (f, VIEWER, "account.request-closing", "%s", wrong), ==,
                   "permission.owner-only");
  g_assert_cmpstr (fixture_do (f, STRANGER, "account.request-closing", "%s", wrong), ==,
                   "account.unknown");
  g_assert_cmpint (failed_tries (f, "viewer@example.org"), ==, 0);
  /* The right one ends the count. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", CLOSE), ==, "");
  g_assert_cmpint (failed_tries (f, "owner@example.org"), ==, 0);
  people_assert_not_in_journal (f, "wrong wrong");
  fixture_verify (f);
}

static void
test_signature_waits (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (int i = 0; i < GRAM_SIGN_IN_TRIES; i++)
    g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                                 "{'account': '@', 'reason': 'Sold', 'password': 'no no no no'}"),
                     ==, "session.password");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", CLOSE), ==, "session.wait");
  life_set_day ("2026-03-17");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", CLOSE), ==, "");
}

/* The same request again, when the account is closing already: the earlier answer, once the password is right. */
static void
test_signature_replayed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 length;

  g_assert_cmpstr (fixture_do_request (f, OWNER, "once", "account.request-closing", CLOSE), ==, "");
  length = fixture_journal_length (f);
  g_assert_cmpstr (fixture_do_request (f, OWNER, "once", "account.request-closing", CLOSE), ==, "");
  g_assert_cmpstr (fixture_do_request (f, EDITOR, "once", "account.request-closing", CLOSE), ==,
                   "permission.owner-only");
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  g_assert_cmpstr (
      fixture_do_request (f, OWNER, "once", "account.request-closing",
                          "{'account': '@', 'reason': 'Sold', 'password': 'wrong wrong'}"),
      ==, "session.password");
}

/* Nobody signs in practice. */
static void
test_signature_practice (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);

  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                               "{'account': '@', 'reason': 'Sold'}"),
                   ==, "");
}

/* An own registry records decisions with their document; the others decide themselves. */
static void
test_decisions (void)
{
  static const struct
  {
    GramRegistryKind kind;
    FixturePerson who;
    const char *reference;
    const char *refusal;
  } rows[] = {
    { GRAM_REGISTRY_OWN, EDITOR, "", "decision.reference" },
    { GRAM_REGISTRY_OWN, EDITOR, ", 'reference': '  '", "decision.reference" },
    { GRAM_REGISTRY_OWN, ADMINISTRATOR, "", "decision.reference" },
    { GRAM_REGISTRY_OWN, VIEWER, ", 'reference': 'NZTA 12/2026'", "permission.missing" },
    { GRAM_REGISTRY_OWN, EDITOR, ", 'reference': 'NZTA 12/2026'", "" },
    { GRAM_REGISTRY_PRACTICE, EDITOR, "", "" },
    { GRAM_REGISTRY_ADMINISTRATOR, EDITOR, ", 'reference': 'NZTA 12/2026'", "permission.role" },
    { GRAM_REGISTRY_ADMINISTRATOR, CASE_HANDLER, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = life_new (rows[i].kind);
      g_autoptr (GramJournalEntry) entry = NULL;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      fixture_do (f, rows[i].who, "account.set-aml", "{'account': '@', 'result': 'verified'%s}",
                  rows[i].reference);
      g_assert_cmpstr (f->refusal, ==, rows[i].refusal);
      if (*rows[i].refusal != '\0')
        continue;
      entry = people_last_entry (f);
      g_assert_true ((strstr (entry->arguments, "recorded-for") != NULL)
                     == (rows[i].kind == GRAM_REGISTRY_OWN));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/requests/without", test_without);
  g_test_add_func ("/registry/requests/prepare-and-approve", test_prepare_and_approve);
  g_test_add_func ("/registry/requests/decline-and-withdraw", test_decline_and_withdraw);
  g_test_add_func ("/registry/requests/lapse", test_lapse);
  g_test_add_func ("/registry/requests/preparer-lost-rights", test_preparer_lost_rights);
  g_test_add_func ("/registry/requests/switching-off", test_switching_off);
  g_test_add_func ("/registry/requests/alone", test_alone);
  g_test_add_func ("/registry/requests/checked-twice", test_checked_twice);
  g_test_add_func ("/registry/requests/signature", test_signature);
  g_test_add_func ("/registry/requests/signature-waits", test_signature_waits);
  g_test_add_func ("/registry/requests/signature-replayed", test_signature_replayed);
  g_test_add_func ("/registry/requests/signature-practice", test_signature_practice);
  g_test_add_func ("/registry/requests/decisions", test_decisions);
  return g_test_run ();
}
