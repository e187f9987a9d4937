/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include "gram-code.h"

#include <string.h>

/* Invites STRANGER into account 1 and answers the code. */
static char *
invite (Fixture *f, FixturePerson who, const char *permissions)
{
  g_assert_cmpstr (fixture_do (f, who, "invitation.create",
                               "{'account': '@', 'email': 'stranger@example.org',"
                               " 'permissions': %s}",
                               permissions),
                   ==, "");
  return people_dup_code (f);
}

static const char *
accept (Fixture *f, FixturePerson who, const char *code)
{
  return fixture_do (f, who, "invitation.accept", "{'code': '%s'}", code);
}

static void
test_invite_and_accept (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = invite (f, OWNER, "['accept']");
  g_autofree char *typed = g_ascii_strdown (code, -1);
  gint64 invitation = fixture_result (f, "invitation");
  g_autoptr (GramMember) member = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GramInvitationRow *row;

  g_assert_cmpint (fixture_result (f, "lapses-at"), >,
                   _gram_registry_now (f->registry) + 13 * G_TIME_SPAN_DAY);
  people_assert_not_in_journal (f, code);
  rows = gram_registry_invitations (f->registry, f->actors[VIEWER], 1, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->email, ==, "stranger@example.org");
  g_assert_cmpuint (row->permissions, ==, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT);
  g_assert_cmpint (row->state, ==, GRAM_INVITATION_PENDING);

  /* Typed as people type, and only once. */
  g_assert_cmpstr (accept (f, STRANGER, typed), ==, "");
  g_assert_null (people_member (f, ADMINISTRATOR));
  member = people_member (f, STRANGER);
  g_assert_cmpuint (member->permissions, ==, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT);
  g_assert_false (member->owner);
  g_assert_cmpint (member->granted_by, ==, gram_actor_get_person_id (f->actors[OWNER]));
  g_assert_cmpstr (accept (f, STRANGER, code), ==, "invitation.used");
  g_assert_cmpuint (people_count_touching (f, "invitation", invitation), ==, 2);

  /* It counts with the very next command. */
  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.accept", "{'account': '@', 'vehicles': []}"),
                   !=, "account.unknown");
  fixture_verify (f);
}

/* The journal entry of an acceptance is the account's. */
static void
test_journal (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = invite (f, OWNER, "['view']");
  g_autoptr (GramJournalEntry) entry = NULL;

  g_assert_cmpstr (accept (f, STRANGER, code), ==, "");
  entry = people_last_entry (f);
  g_assert_cmpstr (entry->command, ==, "invitation.accept");
  g_assert_cmpint (entry->account_id, ==, 1);
  g_assert_cmpstr (entry->arguments, ==, "{}");
}

static void
test_refused_invitations (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "invitation.create", "{'account': '@', 'email': 'nobody', 'permissions': ['view']}",
      "text.email" },
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'new@example.org', 'permissions': ['rule']}",
      "permission.unknown" },
    { OWNER, "invitation.create", "{'account': '@', 'email': 'new@example.org', 'permissions': []}",
      "permission.none" },
    { GRANTER, "invitation.create",
      "{'account': '@', 'email': 'new@example.org', 'permissions': ['grant', 'accept']}",
      "permission.lacking" },
    { GRANTER, "invitation.create",
      "{'account': '@', 'email': 'new@example.org', 'permissions': ['trader']}",
      "permission.lacking" },
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'Viewer@example.org', 'permissions': ['view']}", "member.exists" },
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'handler@example.org', 'permissions': ['view']}",
      "member.administrators-side" },
    { GRANTER, "invitation.create",
      "{'account': '@', 'email': 'New@Example.org', 'permissions': ['grant']}", "" },
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'new@example.org', 'permissions': ['trader']}",
      "invitation.pending" },
    { ADMINISTRATOR, "user.create",
      "{'email': 'gone@example.org', 'name': 'G', 'role': 'officer',"
      " 'password': '" FIXTURE_PASSWORD "'}",
      "" },
    { ADMINISTRATOR, "user.remove", "{'person': 'gone@example.org'}", "" },
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'gone@example.org', 'permissions': ['view']}", "user.inactive" },
    { OWNER, "invitation.resend", "{'account': '@', 'invitation': 99}", "invitation.unknown" },
    { OWNER, "invitation.resend", "{'account': '@3', 'invitation': 1}", "invitation.unknown" },
    { OWNER, "invitation.revoke", "{'account': '@3', 'invitation': 1}", "invitation.unknown" },
    { OWNER, "invitation.resend", "{'account': '@', 'invitation': 1}", "" },
    { OWNER, "invitation.revoke", "{'account': '@', 'invitation': 1}", "" },
    { OWNER, "invitation.revoke", "{'account': '@', 'invitation': 1}", "invitation.revoked" },
    { OWNER, "invitation.resend", "{'account': '@', 'invitation': 1}", "invitation.revoked" },
    /* Whom one was revoked for can be invited anew; a preset stands for its permissions. */
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'new@example.org', 'permissions': ['trader']}", "" },
    /* Who sends it again becomes the inviter. */
    { GRANTER, "invitation.resend", "{'account': '@', 'invitation': 2}", "permission.lacking" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
}

static void
test_refused_acceptance (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = invite (f, OWNER, "['edit']");
  g_autofree char *other_code = gram_code_new (NULL);
  g_autofree char *second = NULL;

  g_assert_cmpstr (accept (f, STRANGER, "none"), ==, "invitation.code");
  g_assert_cmpstr (accept (f, STRANGER, other_code), ==, "invitation.code");
  /* Somebody else learns nothing but that it is not theirs, also when it is used up. */
  g_assert_cmpstr (accept (f, VIEWER, code), ==, "invitation.other-address");
  g_assert_cmpstr (accept (f, CASE_HANDLER, code), ==, "member.administrators-side");

  /* The old code is worth nothing once it was sent again. */
  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.resend", "{'account': '@', 'invitation': 1}"),
                   ==, "");
  second = people_dup_code (f);
  g_assert_cmpstr (second, !=, code);
  g_assert_cmpstr (accept (f, STRANGER, code), ==, "invitation.code");

  fixture_set_state (f, 1, GRAM_ACCOUNT_CLOSED);
  g_assert_cmpstr (accept (f, STRANGER, second), ==, "account.closed");
  fixture_set_state (f, 1, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpstr (accept (f, STRANGER, second), ==, "");
}

/* After 14 days it has lapsed, and can be prolonged. */
static void
test_lapse (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = invite (f, OWNER, "['edit']");
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  life_set_day ("2026-03-31");
  g_assert_cmpstr (accept (f, STRANGER, code), ==, "invitation.lapsed");
  rows = gram_registry_invitations (f->registry, f->actors[OWNER], 1, NULL, NULL);
  g_assert_cmpint (((GramInvitationRow *)rows->pdata[0])->state, ==, GRAM_INVITATION_LAPSED);

  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.resend", "{'account': '@', 'invitation': 1}"),
                   ==, "");
  second = people_dup_code (f);
  life_set_day ("2026-04-13");
  g_assert_cmpstr (accept (f, STRANGER, code), ==, "invitation.code");

  /* One that has lapsed makes room for a new one. */
  life_set_day ("2026-04-15");
  third = invite (f, OWNER, "['view']");
  g_assert_cmpstr (accept (f, STRANGER, second), ==, "invitation.lapsed");
  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.resend", "{'account': '@', 'invitation': 1}"),
                   ==, "invitation.lapsed");
  g_assert_cmpstr (accept (f, STRANGER, third), ==, "");
  fixture_verify (f);
}

/* Who invited has to be able to grant it when it is used, not only when it was written. */
static void
test_inviter_lost_rights (void)
{
  static const PeopleRow take_away
      = { OWNER, "member.set-permissions",
          "{'account': '@', 'person': 'granter@example.org', 'permissions': ['view']}", "" };
  static const PeopleRow give_back
      = { OWNER, "member.set-permissions",
          "{'account': '@', 'person': 'granter@example.org', 'permissions': ['grant']}", "" };
  static const PeopleRow remove
      = { OWNER, "member.remove", "{'account': '@', 'person': 'granter@example.org'}", "" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = invite (f, GRANTER, "['grant']");

  people_check_rows (f, &take_away, 1);
  g_assert_cmpstr (accept (f, STRANGER, code), ==, "invitation.inviter");
  people_check_rows (f, &give_back, 1);
  people_check_rows (f, &remove, 1);
  g_assert_cmpstr (accept (f, STRANGER, code), ==, "invitation.inviter");
}

static char *
join (Fixture *f, const char *email, const char *code, const char *password)
{
  g_autoptr (GramActor) actor = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome = gram_registry_join (f->registry, email, code, "New Person", password,
                                            &actor, &refusal, &error);

  g_assert_no_error (error);
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (actor != NULL));
  return g_strdup (refusal != NULL ? refusal->id : "");
}

static void
expect_join (Fixture *f,
             const char *email,
             const char *code,
             const char *password,
             const char *expected)
{
  g_autofree char *id = join (f, email, code, password);

  g_assert_cmpstr (id, ==, expected);
}

/* Somebody who is no person of the registry yet: person and membership in one go. */
static void
test_join (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);
  g_autofree char *code = NULL;
  g_autofree char *wrong_code = gram_code_new (NULL);
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramMember) member = NULL;
  g_autofree char *known = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.create",
                               "{'account': '@', 'email': 'New@example.org',"
                               " 'permissions': ['compliance-officer']}"),
                   ==, "");
  code = people_dup_code (f);

  /* One text, whether the address or the code is wrong. */
  expect_join (f, "new@example.org", wrong_code, FIXTURE_PASSWORD, "invitation.wrong");
  expect_join (f, "other@example.org", code, FIXTURE_PASSWORD, "invitation.wrong");
  expect_join (f, "owner@example.org", code, FIXTURE_PASSWORD, "invitation.wrong");
  expect_join (f, "new@example.org", code, "short", "password.short");
  expect_join (f, "new@example.org", code, NULL, "password.missing");
  g_assert_null (people_person (f, "new@example.org"));

  expect_join (f, " New@Example.org", code, FIXTURE_PASSWORD, "");
  person = people_person (f, "new@example.org");
  g_assert_cmpint (person->role, ==, GRAM_ROLE_OFFICER);
  gram_member_table_get (gram_registry_get_store (f->registry), 1, person->id, &member, NULL);
  g_assert_cmpuint (member->permissions, ==, GRAM_PERMISSION_ALL & ~GRAM_PERMISSION_GRANT);
  people_assert_not_in_journal (f, FIXTURE_PASSWORD);
  people_assert_not_in_journal (f, code);

  expect_join (f, "new@example.org", code, FIXTURE_PASSWORD, "invitation.sign-in");
  known = invite (f, OWNER, "['view']");
  expect_join (f, "stranger@example.org", known, FIXTURE_PASSWORD, "invitation.sign-in");
  fixture_verify (f);

  fixture_set_state (f, 2, GRAM_ACCOUNT_CLOSED);
  fixture_do (f, ADMINISTRATOR, "user.remove", "{'person': 'stranger@example.org'}");
  g_assert_cmpstr (f->refusal, ==, "");
  expect_join (f, "stranger@example.org", known, FIXTURE_PASSWORD, "session.removed");
}

static void
test_join_practice (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autofree char *code = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.create",
                               "{'account': '@', 'email': 'new@example.org',"
                               " 'permissions': ['view']}"),
                   ==, "");
  code = people_dup_code (f);
  expect_join (f, "new@example.org", code, NULL, "");
}

/* The same request again is answered as before, but for the code, which nobody has any more. */
static void
test_replayed_without_code (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);
  static const char arguments[]
      = "{'account': '@', 'email': 'new@example.org', 'permissions': ['view']}";
  gint64 invitation;

  g_assert_cmpstr (fixture_do_request (f, OWNER, "once", "invitation.create", arguments), ==, "");
  g_free (people_dup_code (f));
  invitation = fixture_result (f, "invitation");
  g_assert_cmpstr (fixture_do_request (f, OWNER, "once", "invitation.create", arguments), ==, "");
  g_assert_cmpint (fixture_result (f, "invitation"), ==, invitation);
  g_assert_false (g_variant_lookup (f->result, "code", "s", NULL));
}

/* What waits for a person, in any account. */
static void
test_for_me (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *code = invite (f, OWNER, "['edit']");
  g_autoptr (GramForMe) mine = gram_registry_for_me (f->registry, f->actors[STRANGER], NULL, NULL);
  g_autoptr (GramForMe) others = gram_registry_for_me (f->registry, f->actors[VIEWER], NULL, NULL);
  g_autoptr (GramForMe) later = NULL;
  const GramInvitationRow *row;

  g_assert_nonnull (code);
  g_assert_cmpuint (mine->invitations->len, ==, 1);
  row = mine->invitations->pdata[0];
  g_assert_cmpstr (row->account, ==, f->numbers[1]);
  g_assert_cmpstr (row->holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpuint (others->invitations->len, ==, 0);
  life_set_day ("2026-05-01");
  later = gram_registry_for_me (f->registry, f->actors[STRANGER], NULL, NULL);
  g_assert_cmpuint (later->invitations->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/invitations/invite-and-accept", test_invite_and_accept);
  g_test_add_func ("/registry/invitations/journal", test_journal);
  g_test_add_func ("/registry/invitations/refused-invitations", test_refused_invitations);
  g_test_add_func ("/registry/invitations/refused-acceptance", test_refused_acceptance);
  g_test_add_func ("/registry/invitations/lapse", test_lapse);
  g_test_add_func ("/registry/invitations/inviter-lost-rights", test_inviter_lost_rights);
  g_test_add_func ("/registry/invitations/join", test_join);
  g_test_add_func ("/registry/invitations/join-practice", test_join_practice);
  g_test_add_func ("/registry/invitations/replayed-without-code", test_replayed_without_code);
  g_test_add_func ("/registry/invitations/for-me", test_for_me);
  return g_test_run ();
}
