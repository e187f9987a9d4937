/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "people-fixture.h"

#include <string.h>

static void
test_permissions (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'nobody@example.org', 'permissions': ['view']}",
      "member.unknown" },
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'stranger@example.org', 'permissions': ['view']}",
      "member.unknown" },
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'viewer@example.org', 'permissions': []}", "permission.none" },
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'viewer@example.org', 'permissions': ['all']}",
      "permission.unknown" },
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'owner@example.org', 'permissions': ['view']}", "member.owner" },
    { GRANTER, "member.set-permissions",
      "{'account': '@', 'person': 'owner@example.org', 'permissions': ['view']}", "member.owner" },
    /* Nobody grants what they lack, to others or to themselves. */
    { GRANTER, "member.set-permissions",
      "{'account': '@', 'person': 'viewer@example.org', 'permissions': ['edit']}",
      "permission.lacking" },
    { GRANTER, "member.set-permissions",
      "{'account': '@', 'person': 'granter@example.org', 'permissions': ['grant', 'transfer']}",
      "permission.lacking" },
    { VIEWER, "member.set-permissions",
      "{'account': '@', 'person': 'viewer@example.org', 'permissions': ['edit']}",
      "permission.missing" },
    /* But may leave what is there, and take away. */
    { GRANTER, "member.set-permissions",
      "{'account': '@', 'person': 'editor@example.org', 'permissions': ['edit', 'grant']}", "" },
    { GRANTER, "member.set-permissions",
      "{'account': '@', 'person': 'editor@example.org', 'permissions': ['grant'],"
      " 'was': ['edit']}",
      "member.changed-meanwhile" },
    { GRANTER, "member.set-permissions",
      "{'account': '@', 'person': 'Editor@example.org', 'permissions': ['grant'],"
      " 'was': ['edit', 'grant']}",
      "" },
    { OWNER, "member.set-permissions",
      "{'account': '@', 'person': 'editor@example.org', 'permissions': ['compliance-officer']}",
      "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramMember) editor = NULL;

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  editor = people_member (f, EDITOR);
  g_assert_cmpuint (editor->permissions, ==, GRAM_PERMISSION_ALL & ~GRAM_PERMISSION_GRANT);
  g_assert_cmpint (editor->granted_by, ==, gram_actor_get_person_id (f->actors[OWNER]));
  fixture_verify (f);
}

/* The sentence tells what the permissions are by now. */
static void
test_told_what_changed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  fixture_do (f, OWNER, "member.set-permissions",
              "{'account': '@', 'person': 'editor@example.org', 'permissions': ['accept'],"
              " 'was': ['view']}");
  g_assert_cmpstr (f->refusal, ==, "member.changed-meanwhile");
  g_assert_nonnull (strstr (f->message, "edit"));
  fixture_do (f, GRANTER, "member.set-permissions",
              "{'account': '@', 'person': 'viewer@example.org', 'permissions': ['transfer']}");
  g_assert_cmpstr (f->refusal, ==, "permission.lacking");
  g_assert_nonnull (strstr (f->message, "transfer"));
}

/* What is changed counts with the very next command, in every process. */
static void
test_next_command (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRegistry) other = life_open_other (f);
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;

  g_assert_cmpint (gram_registry_allows (other, f->actors[EDITOR], "account.edit", 1, NULL, &error),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpstr (fixture_do (f, OWNER, "member.set-permissions",
                               "{'account': '@', 'person': 'editor@example.org',"
                               " 'permissions': ['view']}"),
                   ==, "");
  g_assert_cmpint (gram_registry_allows (other, f->actors[EDITOR], "account.edit", 1, &refusal,
                                         &error),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_cmpstr (refusal->id, ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.edit", "{'account': '@', 'holder': 'X'}"), ==,
                   "permission.missing");
  g_assert_cmpstr (fixture_do (f, OWNER, "member.remove",
                               "{'account': '@', 'person': 'editor@example.org'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.edit", "{'account': '@', 'holder': 'X'}"), ==,
                   "account.unknown");
  g_assert_no_error (error);
}

static void
test_remove_and_leave (void)
{
  static const PeopleRow rows[] = {
    { GRANTER, "member.remove", "{'account': '@', 'person': 'owner@example.org'}", "member.owner" },
    { OWNER, "member.remove", "{'account': '@', 'person': 'owner@example.org'}", "member.owner" },
    { OWNER, "member.leave", "{'account': '@'}", "member.owner" },
    { GRANTER, "member.remove", "{'account': '@', 'person': 'stranger@example.org'}",
      "member.unknown" },
    { VIEWER, "member.leave", "{'account': '@'}", "" },
    { VIEWER, "member.leave", "{'account': '@'}", "account.unknown" },
    { GRANTER, "member.remove", "{'account': '@', 'person': 'trader@example.org'}", "" },
    { GRANTER, "member.remove", "{'account': '@', 'person': 'granter@example.org'}", "" },
    { GRANTER, "member.remove", "{'account': '@', 'person': 'editor@example.org'}",
      "account.unknown" },
    { ADMINISTRATOR, "member.remove", "{'account': '@', 'person': 'editor@example.org'}",
      "permission.missing" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) members = NULL;
  GramMemberRow *first;

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  members = gram_registry_members (f->registry, f->actors[EDITOR], 1, NULL, NULL);
  g_assert_cmpuint (members->len, ==, 3);
  first = members->pdata[0];
  g_assert_true (first->owner);
  g_assert_false (first->you);
  fixture_verify (f);
}

static void
test_handover (void)
{
  static const PeopleRow rows[] = {
    { VIEWER, "owner.accept", "{'account': '@'}", "handover.none" },
    { VIEWER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}",
      "permission.owner-only" },
    { OWNER, "owner.withdraw", "{'account': '@'}", "handover.none" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'stranger@example.org'}",
      "member.unknown" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'owner@example.org'}", "handover.owner" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}", "" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'editor@example.org'}",
      "handover.pending" },
    { EDITOR, "owner.accept", "{'account': '@'}", "handover.not-yours" },
    { EDITOR, "owner.decline", "{'account': '@'}", "handover.not-yours" },
    { OWNER, "owner.accept", "{'account': '@'}", "handover.not-yours" },
    { VIEWER, "owner.decline", "{'account': '@'}", "" },
    { VIEWER, "owner.decline", "{'account': '@'}", "handover.none" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}", "" },
    { ADMINISTRATOR, "owner.withdraw", "{'account': '@'}", "" },
    { ADMINISTRATOR, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}", "" },
    { VIEWER, "owner.accept", "{'account': '@'}", "" },
    /* The old owner has stayed, with all permissions but not the ownership. */
    { OWNER, "account.set-auto-accept", "{'account': '@', 'switches': []}",
      "permission.owner-only" },
    { OWNER, "account.edit", "{'account': '@', 'contact-name': 'Ada'}", "" },
    { VIEWER, "account.set-auto-accept", "{'account': '@', 'switches': []}", "" },
    { VIEWER, "member.leave", "{'account': '@'}", "member.owner" },
    { OWNER, "member.leave", "{'account': '@'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramMember) owner = NULL;

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  owner = people_member (f, VIEWER);
  g_assert_true (owner->owner);
  g_assert_cmpuint (owner->permissions, ==, GRAM_PERMISSION_ALL);
  fixture_verify (f);
}

/* An offer lapses, ends with the membership, and needs its maker to have still the right. */
static void
test_handover_ends (void)
{
  static const PeopleRow offer
      = { OWNER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}", "" };
  static const PeopleRow leaves[] = {
    { VIEWER, "owner.accept", "{'account': '@'}", "handover.lapsed" },
    { OWNER, "owner.withdraw", "{'account': '@'}", "handover.lapsed" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}", "" },
    { VIEWER, "member.leave", "{'account': '@'}", "" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'editor@example.org'}", "" },
    { OWNER, "owner.withdraw", "{'account': '@'}", "" },
    { ADMINISTRATOR, "user.create",
      "{'email': 'second@example.org', 'name': 'S', 'role': 'administrator',"
      " 'password': '" FIXTURE_PASSWORD "'}",
      "" },
    { ADMINISTRATOR, "owner.offer", "{'account': '@', 'person': 'editor@example.org'}", "" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'administrator@example.org', 'role': 'reader'}",
      "" },
    { EDITOR, "owner.accept", "{'account': '@'}", "handover.offerer" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) handovers = NULL;
  g_autoptr (GramForMe) mine = NULL;

  people_check_rows (f, &offer, 1);
  mine = gram_registry_for_me (f->registry, f->actors[VIEWER], NULL, NULL);
  g_assert_cmpuint (mine->handovers->len, ==, 1);
  g_assert_cmpstr (((GramHandoverRow *)mine->handovers->pdata[0])->offered_by, ==, "Somebody");

  life_set_day ("2026-03-31");
  handovers = gram_registry_handovers (f->registry, f->actors[OWNER], 1, NULL, NULL);
  g_assert_cmpint (((GramHandoverRow *)handovers->pdata[0])->state, ==, GRAM_HANDOVER_LAPSED);
  people_check_rows (f, leaves, G_N_ELEMENTS (leaves));
}

/* A person may belong to several accounts; in an own registry the administrator may, too. */
static void
test_sides (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "invitation.create",
      "{'account': '@', 'email': 'handler@example.org', 'permissions': ['view']}", "" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}", "" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'viewer@example.org', 'role': 'case-handler'}",
      "" },
    { VIEWER, "owner.accept", "{'account': '@'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);
  g_autofree char *code = NULL;

  people_check_rows (f, rows, 1);
  code = people_dup_code (f);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "invitation.accept", "{'code': '%s'}", code), ==,
                   "");
  people_check_rows (f, rows + 1, G_N_ELEMENTS (rows) - 1);
}

/* Removed persons keep their rows, but are offered nothing. */
static void
test_inactive (void)
{
  static const PeopleRow rows[] = {
    { ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}", "" },
    { OWNER, "owner.offer", "{'account': '@', 'person': 'viewer@example.org'}",
      "handover.inactive" },
    { VIEWER, "member.leave", "{'account': '@'}", "session.ended" },
    { OWNER, "member.remove", "{'account': '@', 'person': 'viewer@example.org'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/members/permissions", test_permissions);
  g_test_add_func ("/registry/members/told-what-changed", test_told_what_changed);
  g_test_add_func ("/registry/members/next-command", test_next_command);
  g_test_add_func ("/registry/members/remove-and-leave", test_remove_and_leave);
  g_test_add_func ("/registry/members/handover", test_handover);
  g_test_add_func ("/registry/members/handover-ends", test_handover_ends);
  g_test_add_func ("/registry/members/sides", test_sides);
  g_test_add_func ("/registry/members/inactive", test_inactive);
  return g_test_run ();
}
