/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "gram-code.h"
#include "gram-password.h"
#include "gram-persons.h"

#include <string.h>

#define OTHER_PASSWORD "another horse battery"

static void
test_roles (void)
{
  static const PeopleRow rows[] = {
    { ADMINISTRATOR, "user.set-role", "{'person': 'nobody@example.org', 'role': 'reader'}",
      "user.unknown" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'reader@example.org', 'role': 'king'}",
      "user.role" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'administrator@example.org', 'role': 'reader'}",
      "user.last-administrator" },
    { ADMINISTRATOR, "user.remove", "{'person': 'administrator@example.org'}",
      "user.last-administrator" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'viewer@example.org', 'role': 'case-handler'}",
      "user.member" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'reader@example.org', 'role': 'administrator'}",
      "" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'Administrator@example.org', 'role': 'reader'}",
      "" },
    /* At once. */
    { ADMINISTRATOR, "user.set-role",
      "{'person': 'administrator@example.org', 'role': 'administrator'}", "permission.role" },
    { READER, "user.set-role", "{'person': 'administrator@example.org', 'role': 'reader'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  fixture_verify (f);
}

static void
test_remove_and_restore (void)
{
  static const PeopleRow rows[] = {
    { ADMINISTRATOR, "user.remove", "{'person': 'nobody@example.org'}", "user.unknown" },
    { ADMINISTRATOR, "user.remove", "{'person': 'owner@example.org'}", "user.owner" },
    { ADMINISTRATOR, "user.restore", "{'person': 'viewer@example.org'}", "user.active" },
    { ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}", "" },
    { ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}", "user.removed" },
    { ADMINISTRATOR, "user.reset-password", "{'person': 'viewer@example.org'}", "user.inactive" },
    { ADMINISTRATOR, "account.open",
      "{'kind': 'ccts', 'holder': 'H', 'contact-name': 'C', 'contact-email': 'c@example.org',"
      " 'owner': 'viewer@example.org'}",
      "account.owner-inactive" },
    { VIEWER, "user.change-password",
      "{'new-password': '" OTHER_PASSWORD "', 'password': '" FIXTURE_PASSWORD "'}",
      "session.ended" },
    { ADMINISTRATOR, "user.restore", "{'person': 'viewer@example.org'}", "" },
    { VIEWER, "owner.decline", "{'account': '@'}", "handover.none" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  fixture_set_state (f, 2, GRAM_ACCOUNT_CLOSED);
  /* Who owns closed accounts only may go. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.remove",
                               "{'person': 'stranger@example.org'}"),
                   ==, "");
}

/* Tries to sign in; the refusal's id, empty if it worked. */
static char *
sign_in (Fixture *f, const char *email, const char *password)
{
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;

  gram_registry_sign_in (f->registry, email, password, &actor, &refusal, &error);
  g_assert_no_error (error);
  return g_strdup (refusal != NULL ? refusal->id : "");
}

static void
expect_sign_in (Fixture *f, const char *email, const char *password, const char *expected)
{
  g_autofree char *id = sign_in (f, email, password);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_removed_sign_in (void)
{
  static const PeopleRow remove
      = { ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}", "" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);
  g_autoptr (GramRefusal) refusal = NULL;

  people_check_rows (f, &remove, 1);
  /* Only who knows the password learns that they were removed. */
  expect_sign_in (f, "viewer@example.org", "wrong wrong wrong", "session.wrong");
  expect_sign_in (f, "viewer@example.org", FIXTURE_PASSWORD, "session.removed");
  g_assert_cmpint (gram_registry_check_password (f->registry, f->actors[VIEWER], FIXTURE_PASSWORD,
                                                 &refusal, NULL),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_cmpstr (refusal->id, ==, "session.removed");
}

static void
test_change_password (void)
{
  static const PeopleRow rows[] = {
    { VIEWER, "user.change-password", "{'new-password': '" OTHER_PASSWORD "'}",
      "argument.missing" },
    { VIEWER, "user.change-password",
      "{'new-password': 'short', 'password': '" FIXTURE_PASSWORD "'}", "password.short" },
    { VIEWER, "user.change-password",
      "{'new-password': 'viewer@example.org', 'password': '" FIXTURE_PASSWORD "'}",
      "password.weak" },
    { VIEWER, "user.change-password",
      "{'new-password': '" FIXTURE_PASSWORD "', 'password': '" FIXTURE_PASSWORD "'}",
      "password.same" },
    { VIEWER, "user.change-password",
      "{'new-password': '" OTHER_PASSWORD "', 'password': '" FIXTURE_PASSWORD "'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  expect_sign_in (f, "viewer@example.org", FIXTURE_PASSWORD, "session.wrong");
  expect_sign_in (f, "viewer@example.org", OTHER_PASSWORD, "");
  people_assert_not_in_journal (f, OTHER_PASSWORD);
  people_assert_not_in_journal (f, FIXTURE_PASSWORD);
  fixture_verify (f);
}

/* Uses a one-time code; the refusal's id, empty if it worked. */
static void
expect_use (Fixture *f, const char *email, const char *code, const char *expected)
{
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome
      = gram_registry_use_code (f->registry, email, code, OTHER_PASSWORD, &actor, &refusal, &error);

  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (actor != NULL));
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, expected);
}

static char *
reset (Fixture *f, const char *email)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.reset-password", "{'person': '%s'}", email),
                   ==, "");
  return people_dup_code (f);
}

static void
test_one_time_code (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *first = reset (f, "viewer@example.org");
  g_autofree char *code = reset (f, "viewer@example.org");
  g_autofree char *wrong = gram_code_new (NULL);
  g_autoptr (GramPersonRecord) person = NULL;

  people_assert_not_in_journal (f, code);
  /* One text for all that may be wrong: the newest code counts. */
  expect_use (f, "viewer@example.org", first, "session.code");
  expect_use (f, "viewer@example.org", "no code", "session.code");
  expect_use (f, "owner@example.org", code, "session.code");
  expect_use (f, "nobody@example.org", code, "session.code");
  /* Until then the old password works. */
  expect_sign_in (f, "viewer@example.org", FIXTURE_PASSWORD, "");

  expect_use (f, " Viewer@example.org", code, "");
  expect_sign_in (f, "viewer@example.org", FIXTURE_PASSWORD, "session.wrong");
  expect_sign_in (f, "viewer@example.org", OTHER_PASSWORD, "");
  /* Once. */
  expect_use (f, "viewer@example.org", code, "session.code");
  people_assert_not_in_journal (f, OTHER_PASSWORD);

  /* Two days. */
  g_free (code);
  code = reset (f, "viewer@example.org");
  life_set_evening ("2026-03-18");
  expect_use (f, "viewer@example.org", code, "session.code");
  /* A code that somebody left with does not let them in again. */
  g_free (code);
  code = reset (f, "editor@example.org");
  fixture_do (f, ADMINISTRATOR, "user.remove", "{'person': 'editor@example.org'}");
  expect_use (f, "editor@example.org", code, "session.code");
  fixture_do (f, ADMINISTRATOR, "user.restore", "{'person': 'editor@example.org'}");
  expect_use (f, "editor@example.org", code, "session.code");
  fixture_verify (f);
}

/* Wrong codes count as wrong passwords do, and a new code ends the wait. */
static void
test_wrong_codes_wait (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = reset (f, "viewer@example.org");
  g_autofree char *wrong = gram_code_new (NULL);
  g_autofree char *second = NULL;

  for (int i = 0; i < GRAM_SIGN_IN_TRIES; i++)
    expect_use (f, "viewer@example.org", wrong, "session.code");
  expect_use (f, "viewer@example.org", code, "session.wait");
  expect_sign_in (f, "viewer@example.org", FIXTURE_PASSWORD, "session.wait");
  fixture_reopen (f);
  life_set_day ("2026-03-16");
  second = reset (f, "viewer@example.org");
  expect_use (f, "viewer@example.org", second, "");
}

/* The person sees when they were there before, and what somebody tried since. */
static void
test_previous_sign_in (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 before;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GramActor) actor = NULL;

      expect_sign_in (f, "viewer@example.org", "wrong wrong wrong", "session.wrong");
      before = _gram_registry_now (f->registry);
      gram_registry_sign_in (f->registry, "viewer@example.org", FIXTURE_PASSWORD, &actor, NULL,
                             NULL);
      g_assert_cmpint (gram_actor_get_failed_tries (actor), ==, 1);
      if (i == 0)
        g_assert_cmpint (gram_actor_get_previous_sign_in (actor), ==, 0);
      else
        g_assert_cmpint (gram_actor_get_previous_sign_in (actor), <, before);
    }
}

/* To unlock a window: wrong tries count, and the right one ends the count. */
static void
test_check_password (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (Fixture) practice = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  g_autoptr (GramPersonRecord) person = NULL;

  for (int i = 0; i <= GRAM_SIGN_IN_TRIES; i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      gram_registry_check_password (f->registry, f->actors[VIEWER], "wrong wrong wrong", &refusal,
                                    NULL);
      g_assert_cmpstr (refusal->id, ==,
                       i < GRAM_SIGN_IN_TRIES ? "session.password" : "session.wait");
    }
  life_set_day ("2026-03-17");
  g_assert_cmpint (gram_registry_check_password (f->registry, f->actors[VIEWER], FIXTURE_PASSWORD,
                                                 NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
  person = people_person (f, "viewer@example.org");
  g_assert_cmpint (person->failed_tries, ==, 0);
  g_assert_cmpint (gram_registry_check_password (practice->registry, practice->actors[0], NULL,
                                                 NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
}

/* The first look at the clock is how long a wait has still to last: there somebody sets another password. */
static gint64
change_meanwhile (gpointer data)
{
  GramRegistry *other = data;
  static gboolean done = FALSE;
  g_autofree char *hash = NULL;
  GramUnit *unit;
  GError *error = NULL;

  if (done)
    return g_get_real_time ();
  done = TRUE;
  hash = gram_password_hash (OTHER_PASSWORD, &error);
  unit = gram_unit_begin (gram_registry_get_store (other), &error);
  g_assert_no_error (error);
  gram_person_table_update_password (unit, 1, hash, &error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  return g_get_real_time ();
}

/* A password that was right a moment ago is not enough: it is looked at again inside the transaction. */
static void
test_password_changed_meanwhile (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRegistry) other = gram_registry_open (f->path, GRAM_STORE_READ_WRITE, NULL);
  g_autoptr (GramPersonRecord) person = NULL;

  _gram_registry_set_clock (f->registry, change_meanwhile, other);
  fixture_do (f, ADMINISTRATOR, "user.change-password",
              "{'new-password': 'a third horse battery', 'password': '" FIXTURE_PASSWORD "'}");
  g_assert_cmpstr (f->refusal, ==, "session.password");
  g_assert_nonnull (strstr (f->message, "meanwhile"));
  /* It was no wrong try. */
  person = people_person (f, "administrator@example.org");
  g_assert_cmpint (person->failed_tries, ==, 0);
  expect_sign_in (f, "administrator@example.org", OTHER_PASSWORD, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/users/roles", test_roles);
  g_test_add_func ("/registry/users/remove-and-restore", test_remove_and_restore);
  g_test_add_func ("/registry/users/removed-sign-in", test_removed_sign_in);
  g_test_add_func ("/registry/users/change-password", test_change_password);
  g_test_add_func ("/registry/users/password-changed-meanwhile", test_password_changed_meanwhile);
  g_test_add_func ("/registry/users/one-time-code", test_one_time_code);
  g_test_add_func ("/registry/users/wrong-codes-wait", test_wrong_codes_wait);
  g_test_add_func ("/registry/users/previous-sign-in", test_previous_sign_in);
  g_test_add_func ("/registry/users/check-password", test_check_password);
  return g_test_run ();
}
