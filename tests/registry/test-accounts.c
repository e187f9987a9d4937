/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-identifier.h"
#include "gram-member-table.h"

#include <string.h>

#define REST "'contact-name': 'Ada', 'contact-email': 'ada@example.org'"

/* account.open that is refused, and why. */
static const struct
{
  FixturePerson who;
  const char *arguments;
  const char *refusal;
} refused[] = {
  { OWNER, "{'kind': 'ccs', 'holder': 'H', " REST "}", "account.kind" },
  { OWNER, "{'kind': 'ccts', 'holder': '  ', " REST "}", "text.empty" },
  { OWNER, "{'kind': 'ccts', 'holder': 'H', 'contact-name': 'A', 'contact-email': 'nobody'}",
    "text.email" },
  { OWNER, "{'kind': 'ccts', 'holder': 'H', 'switches': ['all'], " REST "}", "account.switch" },
  { OWNER, "{'kind': 'ccs-new', 'holder': 'H', 'switches': ['charge'], " REST "}",
    "account.switch-fleet-average" },
  { OWNER, "{'kind': 'ccts', 'holder': 'H', 'owner': 'stranger@example.org', " REST "}",
    "account.owner-other" },
  /* The administrator's side and membership never meet in one person. */
  { ADMINISTRATOR, "{'kind': 'ccts', 'holder': 'H', " REST "}", "account.owner-role" },
  { ADMINISTRATOR, "{'kind': 'ccts', 'holder': 'H', 'owner': 'handler@example.org', " REST "}",
    "account.owner-role" },
  { ADMINISTRATOR, "{'kind': 'ccts', 'holder': 'H', 'owner': 'who@example.org', " REST "}",
    "account.owner-unknown" },
  { CASE_HANDLER, "{'kind': 'ccts', 'holder': 'H', " REST "}", "permission.role" },
};

static void
test_open_refused (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpstr (fixture_do (f, refused[i].who, "account.open", "%s", refused[i].arguments), ==,
                     refused[i].refusal);
}

static void
assert_owner (Fixture *f, const char *number, const char *email)
{
  GramStore *store = gram_registry_get_store (f->registry);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) members = NULL;
  const GramMember *owner;

  g_assert_true (gram_account_table_get_by_number (store, number, &account, NULL));
  members = gram_member_table_list (store, account->id, NULL);
  owner = members->pdata[0];
  g_assert_true (owner->owner);
  g_assert_cmpuint (owner->permissions, ==, GRAM_PERMISSION_ALL);
  g_assert_cmpstr (owner->email, ==, email);
}

/* Who was removed can own nothing new. */
static void
test_open_inactive (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.remove", "{'person': 'viewer@example.org'}"),
                   ==, "");
  g_assert_cmpstr (
      fixture_do (f, ADMINISTRATOR, "account.open",
                  "{'kind': 'ccts', 'holder': 'H', 'owner': 'viewer@example.org', " REST "}"),
      ==, "account.owner-inactive");
}

static void
test_open (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];
  const char *number = NULL;

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.open",
                               "{'kind': 'ccts', 'holder': ' Wessex Motor Works plc ',"
                               " 'owner': 'Stranger@example.org', 'switches': ['credit'], " REST
                               "}"),
                   ==, "");
  g_assert_true (g_variant_lookup (f->result, "account", "&s", &number));
  g_assert_true (gram_account_number_parse (number, digits, NULL));
  assert_owner (f, number, "stranger@example.org");
  assert_owner (f, f->numbers[1], "owner@example.org");
  g_assert_cmpstr (f->numbers[1], !=, f->numbers[2]);
  fixture_verify (f);
}

/* More accounts than the first digit of a number has values. */
static void
test_open_many (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_OWN);

  for (int serial = 4; serial <= 30; serial++)
    {
      char expected[GRAM_ACCOUNT_NUMBER_BUFFER];
      const char *number = NULL;

      g_assert_true (gram_account_number_make (serial, expected, NULL));
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.open",
                                   "{'kind': 'ccts', 'holder': 'Wessex %d plc', " REST "}", serial),
                       ==, "");
      g_assert_true (g_variant_lookup (f->result, "account", "&s", &number));
      g_assert_cmpstr (number, ==, expected);
    }
}

static GramAccountRecord *
account_one (Fixture *f)
{
  GramAccountRecord *account = NULL;

  g_assert_true (gram_account_table_get (gram_registry_get_store (f->registry), 1, &account, NULL));
  return account;
}

static void
test_edit (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) after = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const GramAccountChange *change;

  g_assert_cmpstr (fixture_do (f, EDITOR, "account.edit",
                               "{'account': '@', 'holder': 'Harbour Street Motors Ltd',"
                               " 'version': 1}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "version"), ==, 2);
  after = account_one (f);
  g_assert_cmpstr (after->holder, ==, "Harbour Street Motors Ltd");
  g_assert_cmpstr (after->contact_name, ==, "Ada");

  history = gram_account_table_history (gram_registry_get_store (f->registry), 1, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  change = history->pdata[0];
  g_assert_cmpstr (change->field, ==, "holder");
  g_assert_cmpstr (change->old_value, ==, "Harbour Street Imports Ltd");
  g_assert_cmpstr (change->command, ==, "account.edit");

  /* Somebody who edits what has changed meanwhile is told. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.edit",
                               "{'account': '@', 'address': 'X', 'version': 1}"),
                   ==, "account.changed-meanwhile");
  /* What is the same changes nothing. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.edit", "{'account': '@', 'contact-name': 'Ada'}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "version"), ==, 2);
  /* A needed text cannot be emptied, another one can. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.edit", "{'account': '@', 'contact-name': ''}"),
                   ==, "text.empty");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.edit", "{'account': '@', 'address': ''}"), ==,
                   "");
  fixture_verify (f);
}

static void
test_users (void)
{
  static const struct
  {
    const char *arguments;
    const char *refusal;
  } rows[] = {
    { "{'email': 'n@example.org', 'name': 'N', 'role': 'king', 'password': '" FIXTURE_PASSWORD "'}",
      "user.role" },
    { "{'email': 'n@example.org', 'name': 'N', 'role': 'officer'}", "password.missing" },
    { "{'email': 'OWNER@example.org', 'name': 'N', 'role': 'officer', 'password': '" FIXTURE_PASSWORD
      "'}",
      "user.exists" },
    { "{'email': 'N@example.org', 'name': 'N', 'role': 'reader', 'password': '" FIXTURE_PASSWORD
      "'}",
      "" },
  };
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.create", "%s", rows[i].arguments), ==,
                     rows[i].refusal);
}

static void
test_lists (void)
{
  static const struct
  {
    FixturePerson who;
    guint accounts;
  } rows[] = { { ADMINISTRATOR, 3 }, { READER, 3 }, { OWNER, 2 }, { STRANGER, 1 }, { VIEWER, 2 } };
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) accounts
          = gram_registry_list_accounts (f->registry, f->actors[rows[i].who], NULL);

      g_assert_cmpuint (accounts->len, ==, rows[i].accounts);
    }
  g_assert_cmpint (gram_registry_may_view (f->registry, f->actors[STRANGER], 1, NULL, NULL), ==,
                   GRAM_OUTCOME_REFUSED);
  g_assert_cmpint (gram_registry_may_view (f->registry, f->actors[VIEWER], 1, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  g_assert_cmpint (gram_registry_administers (f->registry, f->actors[OWNER], NULL, NULL), ==,
                   GRAM_OUTCOME_REFUSED);
}

static void
test_publish (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data/rulebooks/ccs-2027-01.json", NULL);
  g_autofree char *content = NULL;
  g_autofree char *next = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *copy = NULL;

  /* What is published is superseded, never edited. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '%s'}", path), ==,
                   "rulebook.version-taken");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  parts = g_strsplit (content, "\"ccs-2027-01\"", 2);
  next = g_strjoinv ("\"ccs-2027-02\"", parts);
  copy = fixture_file (f, "next.json", next);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '%s'}", copy), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'content': '{}'}"), ==,
                   "rulebook.invalid");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{}"), ==, "argument.missing");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '/nowhere/x.json'}"),
                   ==, "file.unreadable");
  fixture_verify (f);
  /* Neither one that never ends, nor one that never begins. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '/dev/zero'}"), ==,
                   "file.unreadable");
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/accounts/open-refused", test_open_refused);
  g_test_add_func ("/registry/accounts/open-inactive", test_open_inactive);
  g_test_add_func ("/registry/accounts/open", test_open);
  g_test_add_func ("/registry/accounts/open-many", test_open_many);
  g_test_add_func ("/registry/accounts/edit", test_edit);
  g_test_add_func ("/registry/accounts/users", test_users);
  g_test_add_func ("/registry/accounts/lists", test_lists);
  g_test_add_func ("/registry/accounts/publish", test_publish);
  return g_test_run ();
}
