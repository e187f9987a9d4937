/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include <string.h>

/*
 * Every command × kind of registry × person × state of the account, made from the command table. What is expected is
 * worked out here from the words of the table once more, so that the table, gram_registry_allows() and
 * gram_registry_perform() have to agree with each other, and with this reading of them.
 */

/* What a person is to account 1. */
static const struct
{
  GramRole role;
  gboolean member;
  gboolean owner;
  guint permissions;
} standing[N_PERSONS] = {
  [ADMINISTRATOR] = { GRAM_ROLE_ADMINISTRATOR },
  [CASE_HANDLER] = { GRAM_ROLE_CASE_HANDLER },
  [DECISION_MAKER] = { GRAM_ROLE_DECISION_MAKER },
  [READER] = { GRAM_ROLE_READER },
  [OWNER] = { GRAM_ROLE_OFFICER, TRUE, TRUE, GRAM_PERMISSION_ALL },
  [STRANGER] = { GRAM_ROLE_OFFICER },
  [VIEWER] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW },
  [ACCEPTER] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_ACCEPT },
  [EDITOR] = { GRAM_ROLE_OFFICER, TRUE, FALSE, GRAM_PERMISSION_VIEW | GRAM_PERMISSION_EDIT },
};

static const struct
{
  GramAccountState state;
  const char *refusal;
} states[] = {
  { GRAM_ACCOUNT_OPEN, "account.state" },      { GRAM_ACCOUNT_SUSPENDED, "account.suspended" },
  { GRAM_ACCOUNT_BLOCKED, "account.blocked" }, { GRAM_ACCOUNT_CLOSING, "account.closing" },
  { GRAM_ACCOUNT_CLOSED, "account.closed" },
};

/* Arguments that fit the signature of each command, so that it gets as far as its rights. */
static const struct
{
  const char *command;
  const char *arguments;
} samples[] = {
  { "user.create", "{'email': 'new', 'name': 'New', 'role': 'officer'}" },
  { "rulebook.publish", "{'content': 'none'}" },
  { "account.open", "{'kind': 'none', 'holder': 'H', 'contact-name': 'C', 'contact-email': 'c'}" },
  { "account.edit", "{'account': '@', 'holder': ''}" },
  { "account.set-auto-accept", "{'account': '@', 'switches': ['none']}" },
  { "vehicle.import", "{'account': '@', 'file': '/nowhere/file.csv'}" },
  { "vehicle.enter", "{'account': '@', 'make': 'Toyota'}" },
  { "vehicle.mark-ready", "{'account': '@', 'vehicles': []}" },
  { "vehicle.accept", "{'account': '@', 'vehicles': []}" },
};

static const char *
sample_of (const GramCommand *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].command, command->name))
      return samples[i].arguments;
  g_test_message ("%s has no sample here", command->name);
  g_test_fail ();
  return "{}";
}

static gboolean
may_by_membership (const GramCommand *command, GramRegistryKind kind, FixturePerson who)
{
  guint rights = command->permission;

  if (kind != GRAM_REGISTRY_ADMINISTRATOR)
    rights |= command->own_permission;
  if (command->owner_only)
    return standing[who].owner;
  return standing[who].member && (standing[who].permissions & rights) != 0;
}

/* The refusal that is expected, empty if it is allowed. */
static const char *
expected (const GramCommand *command, GramRegistryKind kind, FixturePerson who, gsize state)
{
  guint rights = command->permission;

  if (command->internal)
    return "command.internal";
  if ((command->kinds & (1u << kind)) == 0)
    return "command.other-kind";
  if (!command->needs_account)
    return (command->roles & standing[who].role) != 0 ? "" : "permission.role";
  if (standing[who].role == GRAM_ROLE_OFFICER && !standing[who].member)
    return "account.unknown";
  if (kind != GRAM_REGISTRY_ADMINISTRATOR)
    rights |= command->own_permission;
  if ((command->roles & standing[who].role) == 0 && !may_by_membership (command, kind, who))
    return command->owner_only ? "permission.owner-only"
           : rights != 0       ? "permission.missing"
                               : "permission.role";
  return (command->account_states & states[state].state) != 0 ? "" : states[state].refusal;
}

/* Refusals of the handlers, behind the checks of rights: the samples are such that each handler refuses. */
static gboolean
is_about_rights (const char *id)
{
  return g_str_has_prefix (id, "permission.") || g_str_has_prefix (id, "command.")
         || g_strv_contains ((const char *const[]){ "account.unknown", "account.suspended",
                                                    "account.blocked", "account.closing",
                                                    "account.closed", "account.state", NULL },
                             id);
}

static void
check_one (Fixture *f, const GramCommand *command, FixturePerson who, gsize state)
{
  GramRegistryKind kind = gram_registry_get_kind (f->registry);
  const char *wanted = expected (command, kind, who, state);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;
  const char *id;

  g_test_message ("%s, kind %d, person %d, %s", command->name, kind, who,
                  gram_word_for ("account-state", (int)states[state].state));
  outcome = gram_registry_allows (f->registry, f->actors[who], command->name, 1, &refusal, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, wanted);
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (*wanted == '\0'));

  id = fixture_do (f, who, command->name, "%s", command->internal ? "{}" : sample_of (command));
  if (*wanted != '\0')
    {
      g_assert_cmpstr (id, ==, wanted);
      /* The tooltip of the button and the answer of the engine are the same sentence. */
      g_assert_cmpstr (f->message, ==, refusal->message);
    }
  else
    {
      g_assert_cmpstr (id, !=, "");
      g_assert_false (is_about_rights (id));
    }
}

static void
test_matrix (gconstpointer data)
{
  g_autoptr (Fixture) f = fixture_new ((GramRegistryKind)GPOINTER_TO_INT (data));
  const GramCommand *commands;
  gint64 length;
  gsize n_commands;

  commands = gram_command_table (&n_commands);
  length = fixture_journal_length (f);
  for (gsize state = 0; state < G_N_ELEMENTS (states); state++)
    {
      fixture_set_state (f, 1, states[state].state);
      for (gsize i = 0; i < n_commands; i++)
        for (int who = 0; who < N_PERSONS; who++)
          check_one (f, &commands[i], (FixturePerson)who, state);
    }
  /* Every one of them was refused: none left a trace. */
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  fixture_set_state (f, 1, GRAM_ACCOUNT_OPEN);
  fixture_verify (f);
}

/* The table says the same thing once, and all of it. */
static void
test_table (void)
{
  const GramCommand *commands;
  gsize n_commands;

  commands = gram_command_table (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    {
      const GramCommand *command = &commands[i];

      g_assert_true (gram_command_find (command->name) == command);
      g_assert_nonnull (strchr (command->name, '.'));
      g_assert_cmpstr (command->summary, !=, "");
      g_assert_nonnull (command->handler);
      g_assert_cmpuint (command->kinds, !=, 0);
      g_assert_true (command->needs_account == (command->account_states != 0));
      /* Somebody may send it, or only the program. */
      g_assert_true (command->internal
                     != ((command->roles | command->permission | command->own_permission) != 0
                         || command->owner_only));
      if (command->needs_account)
        {
          g_assert_cmpstr (command->arguments[0].name, ==, "account");
          g_assert_cmpint (command->arguments[0].flags, ==, GRAM_ARGUMENT_REQUIRED);
        }
      for (const GramArgument *argument = command->arguments; argument->name != NULL; argument++)
        {
          g_assert_null (strchr (argument->type, 'd'));
          g_assert_cmpstr (argument->summary, !=, "");
        }
    }
  g_assert_null (gram_command_find ("vehicle.destroy"));
}

/* An account number that is none, and one that nobody has, get the answer that a stranger gets. */
static void
test_unknown_account (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const char *const numbers[] = { "", "1", "10000017", "99999990", "abc" };
  g_autofree char *message = NULL;

  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.accept", "{'account': '@', 'vehicles': [1]}"),
                   ==, "account.unknown");
  message = g_strdup (f->message);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.accept",
                                   "{'account': '%s', 'vehicles': [1]}", numbers[i]),
                       ==, "account.unknown");
      g_assert_cmpstr (f->message, ==, message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/commands/table", test_table);
  g_test_add_func ("/registry/commands/unknown-account", test_unknown_account);
  g_test_add_data_func ("/registry/commands/matrix/administrator",
                        GINT_TO_POINTER (GRAM_REGISTRY_ADMINISTRATOR), test_matrix);
  g_test_add_data_func ("/registry/commands/matrix/own", GINT_TO_POINTER (GRAM_REGISTRY_OWN),
                        test_matrix);
  g_test_add_data_func ("/registry/commands/matrix/practice",
                        GINT_TO_POINTER (GRAM_REGISTRY_PRACTICE), test_matrix);
  return g_test_run ();
}
