/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "console-fixture.h"
#include "people-fixture.h"

#include <string.h>

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"
#define APPROVE(id_) "{'account': '@', 'request': " #id_ SIGNATURE "}"

/* Two things are over on one day: whoever edits meanwhile is told all the same. */
static void
test_version_after_due (void)
{
  static const LifeRow rows[] = {
    { ADMINISTRATOR, "account.set-aml",
      "{'account': '@', 'result': 'verified', 'until': '2026-04-10'}", "", NULL },
    { ADMINISTRATOR, "account.suspend",
      "{'account': '@', 'ground': 'conviction', 'until': '2026-04-10', 'reason': 'Fine'}", "",
      NULL },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) before = NULL;
  GError *error = NULL;

  life_check_rows (f, rows, G_N_ELEMENTS (rows));
  life_set_day ("2026-04-12");
  g_assert_true (gram_registry_run_due (f->registry, NULL, &error));
  g_assert_no_error (error);
  before = life_account (f, 1);
  g_assert_cmpint (before->state, ==, GRAM_ACCOUNT_OPEN);
  g_assert_cmpint (before->aml, ==, GRAM_AML_EXPIRED);

  g_assert_cmpstr (
      fixture_do (f, OWNER, "account.edit",
                  "{'account': '@', 'version': %d, 'holder': 'Harbour Quay Imports Ltd'}",
                  before->version),
      ==, "");
  g_assert_cmpstr (
      fixture_do (f, EDITOR, "account.edit",
                  "{'account': '@', 'version': %d, 'holder': 'Harbour Lane Imports Ltd'}",
                  before->version),
      ==, "account.changed-meanwhile");
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.edit",
                               "{'account': '@', 'version': 99, 'holder': 'Harbour Lane'}"),
                   ==, "account.version");
  fixture_verify (f);
}

/* Who may approve a transfer may not switch off what guards the closing. */
static void
test_switch_off_together (void)
{
  static const PeopleRow together[] = {
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing', 'transfer']}", "" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': []}", "four-eyes.together" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" },
    { EDITOR, "request.approve", APPROVE (1), "permission.missing" },
    { TRADER, "request.approve", APPROVE (1), "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) account = NULL;

  people_check_rows (f, together, G_N_ELEMENTS (together));
  account = life_account (f, 1);
  g_assert_cmpuint (account->four_eyes, ==, GRAM_ACT_CLOSING);
  fixture_verify (f);
}

/* What is switched on while a request waits is not switched off by it. */
static void
test_switch_off_stale (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': []}", "" },
    { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing', 'transfer']}", "" },
    { EDITOR, "request.approve", APPROVE (1), "request.changed" },
    { EDITOR, "request.decline", "{'account': '@', 'request': 1, 'reason': 'It changed'}", "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) account = NULL;

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  account = life_account (f, 1);
  g_assert_cmpuint (account->four_eyes, ==, GRAM_ACT_CLOSING | GRAM_ACT_TRANSFER);
  fixture_verify (f);
}

static void
assert_notice (Fixture *f, gboolean there)
{
  g_autoptr (GramAccountDetail) detail = life_detail (f, 1);

  g_assert_cmpint (detail->closing->state == GRAM_CLOSING_NOTIFIED, ==, there);
  if (!there)
    return;
  g_assert_cmpstr (detail->closing->object_by, ==, "2026-05-01");
  g_assert_cmpstr (detail->closing->reason, ==, "Not used");
  g_assert_cmpstr (detail->closing->objection, ==, "We need it");
}

/* Asking for the closing oneself, and taking that back, is no way out of a notice. */
static void
test_notice_outlives_request (void)
{
  static const PeopleRow rows[] = {
    { CASE_HANDLER, "account.give-closing-notice",
      "{'account': '@', 'reason': 'Not used', 'object-by': '2026-05-01'}", "" },
    { OWNER, "account.object-to-closing", "{'account': '@', 'text': 'We need it'}", "" },
    { OWNER, "account.request-closing", "{'account': '@', 'reason': 'Sold'" SIGNATURE "}", "" },
  };
  static const PeopleRow back[] = {
    { OWNER, "account.withdraw-closing", "{'account': '@'}", "" },
    { OWNER, "account.request-closing", "{'account': '@', 'reason': 'Sold'" SIGNATURE "}", "" },
    { DECISION_MAKER, "account.refuse-closing", "{'account': '@', 'reason': 'By us'}", "" },
  };
  static const PeopleRow close
      = { DECISION_MAKER, "account.close", "{'account': '@', 'reason': 'Not used'}", "" };
  static const PeopleRow drop
      = { CASE_HANDLER, "account.drop-closing-notice", "{'account': '@', 'reason': 'Used'}", "" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  assert_notice (f, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (back); i++)
    {
      people_check_rows (f, &back[i], 1);
      assert_notice (f, i != 1);
    }
  fixture_verify (f);
  /* One that was dropped does not come back. */
  people_check_rows (f, &drop, 1);
  people_check_rows (f, &back[1], 1);
  people_check_rows (f, &back[0], 1);
  assert_notice (f, FALSE);
  people_check_rows (f, rows, 2);
  people_check_rows (f, &back[1], 1);
  people_check_rows (f, &back[0], 1);
  life_set_day ("2026-05-02");
  people_check_rows (f, &close, 1);
  fixture_verify (f);
}

/* Who has been a member of an account that is closed is told what is possible still. */
static void
test_member_of_closed (void)
{
  static const PeopleRow rows[] = {
    { OWNER, "account.request-closing", "{'account': '@', 'reason': 'Sold'" SIGNATURE "}", "" },
    { DECISION_MAKER, "account.close", "{'account': '@', 'reason': 'Sold'}", "" },
    { OWNER, "account.request-closing", "{'account': '@3', 'reason': 'Sold'" SIGNATURE "}", "" },
    { DECISION_MAKER, "account.close", "{'account': '@3', 'reason': 'Sold'}", "" },
    { VIEWER, "member.leave", "{'account': '@'}", "account.closed" },
    { ADMINISTRATOR, "user.set-role", "{'person': 'viewer@example.org', 'role': 'reader'}",
      "user.member" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, rows, G_N_ELEMENTS (rows));
  g_assert_nonnull (strstr (f->message, "another e-mail address"));
  fixture_verify (f);
}

/* Who may not ask about a person does not learn whether there is such a person. */
static void
test_rights_of_nobody (Console *self, gconstpointer data)
{
  g_autofree char *known = NULL;

  g_assert_cmpint (console_run (self, "-r|@@|-u|" CONSOLE_EMAIL "|do|user.create|{\"email\": "
                                      "\"olga@example.org\", \"name\": \"Olga\", \"role\": "
                                      "\"officer\", \"password\": \"" CONSOLE_PASSWORD "\"}"),
                   ==, 0);
  g_assert_cmpint (
      console_run (self, "-r|@@|-u|olga@example.org|list|rights|--where|person=" CONSOLE_EMAIL), ==,
      1);
  known = g_strdup (self->output);
  g_assert_cmpint (
      console_run (self, "-r|@@|-u|olga@example.org|list|rights|--where|person=x@example.org"), ==,
      1);
  g_assert_cmpstr (self->output, ==, known);
}

/* An invitation tells of the invited person what was typed, and no more. */
static void
test_invited_unknown (void)
{
  static const PeopleRow row
      = { OWNER, "invitation.create",
          "{'account': '@', 'email': 'reader@example.org', 'permissions': ['view']}",
          "member.administrators-side" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  people_check_rows (f, &row, 1);
  g_assert_true (g_str_has_prefix (f->message, "reader@example.org "));
  g_assert_null (strstr (f->message, "side"));
}

/* A practice registry needs no password, but a new one can be set. */
static void
test_code_in_practice (Console *self, gconstpointer data)
{
  g_autofree char *code = NULL;
  g_autofree char *line = NULL;

  g_assert_cmpint (console_run (self, "init|@@-practice|--administrator|" CONSOLE_EMAIL
                                      "|--kind|practice|--empty"),
                   ==, 0);
  g_assert_cmpint (console_run (self, "-r|@@-practice|-u|" CONSOLE_EMAIL "|do|user.reset-password|"
                                      "{\"person\": \"" CONSOLE_EMAIL "\"}"),
                   ==, 0);
  code = console_text (self->output, NULL, "code");
  line = g_strconcat ("-r|@@-practice|use-code|" CONSOLE_EMAIL "|", code, NULL);
  g_assert_cmpint (console_run_with (self, NULL, "", line), ==, 2);
  g_assert_cmpint (console_run (self, line), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/escapes/version-after-due", test_version_after_due);
  g_test_add_func ("/registry/escapes/switch-off-together", test_switch_off_together);
  g_test_add_func ("/registry/escapes/switch-off-stale", test_switch_off_stale);
  g_test_add_func ("/registry/escapes/notice-outlives-request", test_notice_outlives_request);
  g_test_add_func ("/registry/escapes/member-of-closed", test_member_of_closed);
  g_test_add_func ("/registry/escapes/invited-unknown", test_invited_unknown);
  g_test_add ("/registry/escapes/rights-of-nobody", Console, NULL, console_set_up,
              test_rights_of_nobody, console_tear_down);
  g_test_add ("/registry/escapes/code-in-practice", Console, NULL, console_set_up,
              test_code_in_practice, console_tear_down);
  return g_test_run ();
}
