/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-effects-in-force.h"
#include "gram-matrix.h"
#include "gram-member-table.h"
#include "gram-queries-people.h"

#include <inttypes.h>
#include <string.h>

/*
 * The permission matrix: every command × kind of registry × kind of account × person × state of the account, through a
 * real registry. What is expected comes from gram_matrix_refusal(), which knows the command table only; so the matrix that
 * people read, gram_registry_allows() and gram_registry_perform() have to agree. That the matrix reads the table rightly is
 * tested in test-matrix.c.
 */

static const GramAccountState states[] = {
  GRAM_ACCOUNT_OPEN,    GRAM_ACCOUNT_SUSPENDED, GRAM_ACCOUNT_BLOCKED,
  GRAM_ACCOUNT_CLOSING, GRAM_ACCOUNT_CLOSED,
};

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"
#define DECIDED "{'account': '@', 'reason': '', 'reference': 'D 1'}"

/*
 * Arguments that fit the signature of each command, so that it gets as far as its rights; the handler then refuses. Where
 * there is nothing to refuse, the command is done.
 */
static const struct
{
  const char *command;
  const char *arguments;
  gboolean does;
} samples[] = {
  { "user.create", "{'email': 'new', 'name': 'New', 'role': 'officer'}" },
  { "user.set-role", "{'person': 'owner@example.org', 'role': 'none'}" },
  { "user.remove", "{'person': 'nobody@example.org'}" },
  { "user.restore", "{'person': 'nobody@example.org'}" },
  { "user.reset-password", "{'person': 'nobody@example.org'}" },
  { "user.change-password", "{'new-password': 'short'" SIGNATURE "}" },
  { "invitation.create", "{'account': '@', 'email': 'x', 'permissions': []}" },
  { "invitation.resend", "{'account': '@', 'invitation': 99}" },
  { "invitation.revoke", "{'account': '@', 'invitation': 99}" },
  { "invitation.accept", "{'code': 'none'}" },
  { "member.set-permissions",
    "{'account': '@', 'person': 'nobody@example.org', 'permissions': []}" },
  { "member.remove", "{'account': '@', 'person': 'nobody@example.org'}" },
  { "member.leave", "{'account': '@'}", TRUE },
  { "owner.offer", "{'account': '@', 'person': 'nobody@example.org'}" },
  { "owner.withdraw", "{'account': '@'}" },
  { "owner.accept", "{'account': '@'}" },
  { "owner.decline", "{'account': '@'}" },
  { "year.measure", "{'year': 1999, 'reference': 'D 1'}" },
  { "baseline.set", "{'account': '@', 'year': 1999, 'value': '', 'source': '', 'dated-on': '', "
                    "'reason': '', 'reference': 'D 1'}" },
  { "baseline.import", "{'year': 1999, 'file': '/nowhere/file.csv', 'reference': 'D 1'}" },
  { "crts.set-position",
    "{'account': '@', 'year': 1999, 'cars': 1, 'allocated': '', 'activity': '', 'held': '', "
    "'required': '', 'borrowed': '', 'source': '', 'dated-on': '', 'reference': 'D 1'}" },
  { "crts.import-positions", "{'year': 1999, 'file': '/nowhere/file.csv', 'reference': 'D 1'}" },
  { "eco-notice.record", "{'code': '', 'given-on': '', 'reference': 'D 1'}" },
  { "eco-notice.withdraw", "{'notice': 99, 'reference': 'D 1'}" },
  { "allocation.post", "{'year': 1999, 'reference': 'D 1'}" },
  { "year.account", "{'year': 1999, 'reference': 'D 1'}" },
  { "year.close", "{'year': 1999, 'reference': 'D 1'}" },
  { "year.publish", "{'year': 1999}" },
  { "year.set-standing-rule", "{'year': 1999, 'on': true}" },
  { "pool.apply", "{'account': '@', 'name': '', 'members': [], 'first-year': 2025, "
                  "'contact-name': 'C', 'contact-email': 'c'}" },
  { "pool.agree", "{'account': '@', 'pool': 99}" },
  { "pool.withdraw", "{'account': '@', 'pool': 99, 'reason': 'R'}" },
  { "pool.update", "{'account': '@', 'pool': 99}" },
  { "pool.grant", "{'pool': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "pool.decline", "{'pool': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "pool.end", "{'pool': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "trade.notify", "{'account': '@', 'year': 1999, 'side': '', 'name': '', 'number': '', "
                    "'quantity': '', 'price': '', 'agreed-on': ''" SIGNATURE "}" },
  { "trade.amend", "{'account': '@', 'notification': 99" SIGNATURE "}" },
  { "trade.withdraw", "{'account': '@', 'notification': 99}" },
  { "trade.register", "{'trades': [99], 'reason': 'R', 'reference': 'D 1'}" },
  { "trade.refuse", "{'trades': [99], 'reason': 'R', 'reference': 'D 1'}" },
  { "trade.import", "{'file': '/nowhere/file.json'}" },
  { "trade.set-key", "{'account': '@', 'public-key': 'none'}" },
  { "vehicle.identify", "{'account': '@', 'vehicles': [99], 'right-account': '1', 'reason': 'R', "
                        "'reference': 'D 1'}" },
  { "account.set-four-eyes", "{'account': '@', 'acts': ['none']}" },
  { "request.approve", "{'account': '@', 'request': 99" SIGNATURE "}" },
  { "request.decline", "{'account': '@', 'request': 99, 'reason': ''}" },
  { "request.withdraw", "{'account': '@', 'request': 99}" },
  { "rulebook.publish", "{'content': 'none'}" },
  { "account.open", "{'kind': 'none', 'holder': 'H', 'contact-name': 'C', 'contact-email': 'c'}" },
  { "account.edit", "{'account': '@', 'holder': ''}" },
  { "account.set-auto-accept", "{'account': '@', 'switches': ['none']}" },
  { "account.set-directory", "{'account': '@', 'listed': true}", TRUE },
  { "account.set-aml", "{'account': '@', 'result': 'none', 'reference': 'D 1'}" },
  { "account.give-notice", "{'account': '@', 'reason': '', 'remedy-by': '', 'reference': 'D 1'}" },
  { "account.drop-notice", DECIDED },
  { "account.suspend",
    "{'account': '@', 'ground': 'none', 'until': '', 'reason': '', 'reference': 'D 1'}" },
  { "account.reinstate", DECIDED },
  { "account.block", "{'account': '@', 'reason': '', 'reference': 'D 1'}" },
  { "account.unblock", DECIDED },
  { "account.request-closing",
    "{'account': '@', 'reason': '', 'delete-credits': 'x'" SIGNATURE "}" },
  { "account.withdraw-closing", "{'account': '@'}" },
  { "account.refuse-closing", DECIDED },
  { "account.give-closing-notice",
    "{'account': '@', 'reason': '', 'object-by': '', 'reference': 'D 1'}" },
  { "account.drop-closing-notice", DECIDED },
  { "account.object-to-closing", "{'account': '@', 'text': ''}" },
  { "account.close", DECIDED },
  { "application.save", "{'account': '@', 'forecast': 'x'}" },
  { "application.submit", "{'account': '@'}" },
  { "application.withdraw", "{'account': '@'}" },
  { "application.ask", "{'account': '@', 'text': '', 'reference': 'D 1'}" },
  { "application.approve", "{'account': '@', 'from-year': 1, 'reference': 'D 1'}" },
  { "application.decline", DECIDED },
  { "application.suspend", DECIDED },
  { "application.resume", DECIDED },
  { "application.revoke", DECIDED },
  { "case.claim", "{'cases': [99]}" },
  { "case.release", "{'cases': [99]}" },
  { "case.assign", "{'cases': [99], 'person': 'nobody@example.org'}" },
  { "case.ask", "{'account': '@', 'case': 99, 'text': 'Which?', 'reference': 'D 1'}" },
  { "snippet.save", "{'title': '', 'text': ''}" },
  { "snippet.remove", "{'snippet': 99}" },
  { "inbox.mark", "{'as': 'none', 'all': true}" },
  { "inbox.set-event", "{'event': 'none', 'inbox': true, 'desktop': true}" },
  { "transfer.offer", "{'account': '@', 'number': '', 'credits': ''" SIGNATURE "}" },
  { "transfer.accept", "{'account': '@', 'transfer': 99" SIGNATURE "}" },
  { "transfer.decline", "{'account': '@', 'transfer': 99}" },
  { "transfer.cancel", "{'account': '@', 'transfer': 99}" },
  { "transfer.record", "{'account': '@', 'direction': '', 'number': '', 'name': '', 'kind': '', "
                       "'credits': '', 'reference': 'D 1'}" },
  { "credit.carry-in", "{'account': '@', 'year': 1, 'amount': '', 'reference': 'D 1'}" },
  { "dispute.open", "{'account': '@', 'kind': 'none', 'reason': '', 'vehicles': []}" },
  { "correction.open", "{'account': '@', 'vehicle': 99, 'kind': 'none', 'reason': ''}" },
  { "dispute.uphold", "{'account': '@', 'cases': [99], 'reference': 'D 1'}" },
  { "dispute.decline", "{'account': '@', 'cases': [99], 'reason': 'R', 'reference': 'D 1'}" },
  { "difference.take", "{'account': '@', 'cases': [99], 'reference': 'D 1'}" },
  { "difference.keep", "{'account': '@', 'cases': [99], 'reference': 'D 1'}" },
  { "payment.record",
    "{'account': '@', 'amount': '', 'paid-on': '2026-03-02', 'reference': 'D 1'}" },
  { "charge.offset", "{'account': '@', 'charges': [99]" SIGNATURE "}" },
  { "payment.reverse", "{'account': '@', 'payment': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "payment.use-in-favour", "{'account': '@', 'reference': 'D 1'}" },
  { "payment.pay-back",
    "{'account': '@', 'amount': '', 'paid-on': '2026-03-02', 'reference': 'D 1'}" },
  { "payment.import", "{'file': '/nowhere/statement.xml', 'lines': [], 'reference': 'D 1'}" },
  { "fleet-year.settle", "{'account': '@', 'year': 2026, 'reference': 'D 1'}" },
  { "borrowing.request", "{'account': '@', 'charge': 99, 'reason': 'R'}" },
  { "borrowing.withdraw", "{'account': '@', 'borrowing': 99}" },
  { "borrowing.approve", "{'account': '@', 'borrowing': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "borrowing.decline", "{'account': '@', 'borrowing': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "dispute.import-answers",
    "{'account': '@', 'file': '/nowhere/answers.jsonl', 'reference': 'D 1'}" },
  { "case.write", "{'account': '@', 'case': 99, 'text': 'x'}" },
  { "case.edit-message", "{'account': '@', 'case': 99, 'message': 1, 'text': 'x', 'version': 1}" },
  { "case.attach", "{'account': '@', 'case': 99, 'file': '/nowhere/file.pdf'}" },
  { "case.answer", "{'account': '@', 'case': 99, 'text': 'x'}" },
  { "case.withdraw", "{'account': '@', 'case': 99}" },
  { "conversion.request", "{'account': '@', 'year': 1999, 'crts': '1'" SIGNATURE "}" },
  { "conversion.to-crts", "{'account': '@', 'year': 1999, 'allowances': '1'" SIGNATURE "}" },
  { "allowance.surrender", "{'account': '@', 'year': 1999, 'quantity': '1'" SIGNATURE "}" },
  { "payment-notice.issue",
    "{'account': '@', 'year': 1999, 'due-on': '2026-03-31', 'payable-to': '', 'how-to-pay': '', "
    "'appeal-rights': '', 'reference': 'D 1'}" },
  { "payment-notice.record-payment",
    "{'account': '@', 'notice': 99, 'amount': '', 'paid-on': '2026-03-02', 'reference': 'D 1'}" },
  { "payment-notice.reverse-payment",
    "{'account': '@', 'notice': 99, 'payment': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "payment-notice.forward",
    "{'account': '@', 'notice': 99, 'amount': '', 'paid-on': '2026-03-02', 'reference': 'D 1'}" },
  { "payment-notice.appeal", "{'account': '@', 'notice': 99, 'text': ''}" },
  { "payment-notice.end-appeal",
    "{'account': '@', 'notice': 99, 'outcome': '', 'reason': 'R', 'reference': 'D 1'}" },
  { "payment-notice.withdraw",
    "{'account': '@', 'notice': 99, 'reason': 'R', 'reference': 'D 1'}" },
  { "scenario.save", "{'account': '@', 'year': 1999, 'title': '', 'content': {}}" },
  { "scenario.remove", "{'account': '@', 'scenario': 99}" },
  { "vehicle.import", "{'account': '@', 'file': '/nowhere/file.csv'}" },
  { "vehicle.enter", "{'account': '@', 'make': 'Toyota'}" },
  { "vehicle.mark-ready", "{'account': '@', 'vehicles': []}" },
  { "vehicle.accept", "{'account': '@', 'vehicles': []}" },
};

static gsize
sample_of (const GramCommand *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].command, command->name))
      return i;
  g_error ("%s has no sample here", command->name);
}

/* Refusals of the checks that the table implies; those of the handlers lie behind them. */
static gboolean
is_about_rights (const char *id)
{
  static const char *const rights[] = { "permission.role",       "permission.missing",
                                        "permission.owner-only", "account.unknown",
                                        "account.other-scheme",  "account.suspended",
                                        "account.blocked",       "account.closing",
                                        "account.closed",        "account.state",
                                        "session.ended",         "session.password",
                                        "decision.reference",    NULL };

  return g_str_has_prefix (id, "command.") || g_str_has_prefix (id, "argument.")
         || g_strv_contains (rights, id);
}

/* Membership of the person who has just left. */
static void
come_back (Fixture *f, gint64 account_id, FixturePerson who)
{
  GramMember member = {
    .account_id = account_id,
    .person_id = gram_actor_get_person_id (f->actors[who]),
    .permissions = fixture_standing (who)->permissions,
  };
  GError *error = NULL;
  GramUnit *unit = gram_unit_begin (gram_registry_get_store (f->registry), &error);

  g_assert_no_error (error);
  gram_member_table_insert (unit, &member, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

/* What the registry does with a command that the matrix allows: as far as the handler, or all of it. */
static void
check_started (Fixture *f, gsize sample, gint64 account_id, FixturePerson who, gint64 *n_done)
{
  const char *id = f->refusal;

  if (*id != '\0')
    {
      g_assert_false (is_about_rights (id));
      return;
    }
  g_assert_true (samples[sample].does);
  *n_done += 1;
  if (g_str_equal (samples[sample].command, "member.leave"))
    come_back (f, account_id, who);
}

static void
check_one (Fixture *f,
           const GramCommand *command,
           gint64 account_id,
           FixturePerson who,
           const GramMatrixCell *cell,
           gint64 *n_done)
{
  const char *wanted = gram_matrix_refusal (command, cell);
  gsize sample = command->internal ? 0 : sample_of (command);
  g_autoptr (GString) arguments
      = g_string_new (command->internal ? "{}" : samples[sample].arguments);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  g_test_message ("%s, account %" PRId64 ", person %d, %s", command->name, account_id, who,
                  gram_word_for ("account-state", (int)cell->state));
  outcome = gram_registry_allows (f->registry, f->actors[who], command->name, account_id, &refusal,
                                  &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, wanted);
  g_assert_true ((outcome == GRAM_OUTCOME_DONE) == (*wanted == '\0'));

  if (account_id == 3)
    g_string_replace (arguments, "'@'", "'@3'", 0);
  fixture_do (f, who, command->name, "%s", arguments->str);
  if (*wanted == '\0')
    check_started (f, sample, account_id, who, n_done);
  else
    {
      g_assert_cmpstr (f->refusal, ==, wanted);
      /* The tooltip of the button and the answer of the engine are the same sentence. */
      g_assert_cmpstr (f->message, ==, refusal->message);
    }
}

/* What names no account is asked for on any of its scheme: the stranger owns account 2, of the Clean Car Standard. */
static FixturePerson
standing_of (const GramCommand *command, FixturePerson who)
{
  gboolean ccs = command->schemes == 1u << GRAM_SCHEME_CCS;

  return who == STRANGER && !command->needs_account && ccs ? OWNER : who;
}

/* All commands × all persons, for an account in a state. */
static void
check_state (Fixture *f, gint64 account_id, GramAccountState state, gint64 *n_done)
{
  GramMatrixCell cell = {
    .registry_kind = gram_registry_get_kind (f->registry),
    .account_kind = account_id == 1 ? GRAM_ACCOUNT_CCS_USED : GRAM_ACCOUNT_CCTS,
    .state = state,
  };
  const GramCommand *commands;
  GError *error = NULL;
  gsize n_commands;

  fixture_set_state (f, account_id, state);
  gram_effects_in_force (f->registry, cell.account_kind, state, &cell.effects, &error);
  g_assert_no_error (error);
  commands = gram_command_table (&n_commands);
  for (gsize i = 0; i < n_commands; i++)
    for (int who = 0; who < N_PERSONS; who++)
      {
        /* What names no account does not depend on its state. */
        if (!commands[i].needs_account && (account_id != 1 || state != GRAM_ACCOUNT_OPEN))
          continue;
        cell.standing = *fixture_standing (standing_of (&commands[i], (FixturePerson)who));
        check_one (f, &commands[i], account_id, (FixturePerson)who, &cell, n_done);
      }
}

static void
test_matrix (gconstpointer data)
{
  g_autoptr (Fixture) f = fixture_new ((GramRegistryKind)GPOINTER_TO_INT (data));
  gint64 length = fixture_journal_length (f);
  gint64 n_done = 0;

  for (gint64 account_id = 1; account_id <= 3; account_id += 2)
    for (gsize state = 0; state < G_N_ELEMENTS (states); state++)
      {
        if (states[state] == GRAM_ACCOUNT_BLOCKED && account_id == 1)
          continue;
        check_state (f, account_id, states[state], &n_done);
        fixture_set_state (f, account_id, GRAM_ACCOUNT_OPEN);
      }
  /* What was refused left no trace; the few that were done left one each. */
  g_assert_cmpint (n_done, >, 0);
  g_assert_cmpint (fixture_journal_length (f), ==, length + n_done);
  fixture_verify (f);
}

/* What a member, the administrator and the person themself are told. */
static void
check_rights (Fixture *f, FixturePerson asker, FixturePerson who)
{
  GramMatrixCell cell = { gram_registry_get_kind (f->registry), GRAM_ACCOUNT_CCS_USED,
                          *fixture_standing (who), GRAM_ACCOUNT_OPEN };
  g_autoptr (GPtrArray) rights = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  gram_effects_in_force (f->registry, cell.account_kind, cell.state, &cell.effects, &error);
  rights = gram_registry_rights (f->registry, f->actors[asker], 1,
                                 gram_actor_get_person_id (f->actors[who]), &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_cmpuint (rights->len, >, 30);
  for (guint i = 0; i < rights->len; i++)
    {
      const GramRight *right = rights->pdata[i];

      g_assert_true (right->command->needs_account && !right->command->internal);
      g_assert_cmpstr (right->refusal != NULL ? right->refusal->id : "", ==,
                       gram_matrix_refusal (right->command, &cell));
      /* Whoever reads about somebody else is not called “you”. */
      if (right->refusal != NULL && asker != who)
        g_assert_null (strstr (right->refusal->message, "You "));
    }
}

/* The People page asks the same matrix. */
static void
test_rights (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;

  for (int who = OWNER; who < N_PERSONS; who++)
    if (who != STRANGER)
      {
        check_rights (f, (FixturePerson)who, (FixturePerson)who);
        check_rights (f, VIEWER, (FixturePerson)who);
        check_rights (f, READER, (FixturePerson)who);
      }
  check_rights (f, READER, STRANGER);

  /* Members know of each other, and of nobody else. */
  g_assert_null (gram_registry_rights (f->registry, f->actors[VIEWER], 1,
                                       gram_actor_get_person_id (f->actors[STRANGER]), &refusal,
                                       &error));
  g_assert_no_error (error);
  g_assert_cmpstr (refusal->id, ==, "user.unknown");
  g_clear_pointer (&refusal, gram_refusal_free);
  g_assert_null (gram_registry_rights (f->registry, f->actors[STRANGER], 1, 0, &refusal, &error));
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
}

static void
check_arguments (const GramCommand *command)
{
  const GramArgument *argument = NULL;
  gboolean reference = FALSE;

  while ((argument = gram_command_next_argument (command, argument)) != NULL)
    {
      g_assert_null (strchr (argument->type, 'd'));
      g_assert_cmpstr (argument->summary, !=, "");
      reference = reference || g_str_equal (argument->name, "reference");
      /* What waits for a second person is kept on disk: there is no secret in it but the signature. */
      if (command->act != 0 || command->acts != NULL)
        g_assert_true ((argument->flags & (GRAM_ARGUMENT_SECRET | GRAM_ARGUMENT_FILE)) == 0
                       || g_str_equal (argument->name, "password"));
    }
  /* The reference of an offer of credits is a free text of the two holders. */
  g_assert_true (reference == (command->decision || g_str_equal (command->name, "transfer.offer")));
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
      g_assert_true (command->needs_account
                     == (command->account_states != 0 || command->effect != 0));
      g_assert_true (command->account_states == 0 || command->effect == 0);
      /* Somebody may send it, or only the program. */
      g_assert_true (command->internal
                     != ((command->roles | command->permission | command->own_permission) != 0
                         || command->owner_only));
      if (command->needs_account)
        {
          g_assert_cmpstr (command->arguments[0].name, ==, "account");
          g_assert_cmpint (command->arguments[0].flags, ==, GRAM_ARGUMENT_REQUIRED);
        }
      check_arguments (command);
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
  g_test_add_func ("/registry/commands/matrix/rights", test_rights);
  g_test_add_data_func ("/registry/commands/matrix/administrator",
                        GINT_TO_POINTER (GRAM_REGISTRY_ADMINISTRATOR), test_matrix);
  g_test_add_data_func ("/registry/commands/matrix/own", GINT_TO_POINTER (GRAM_REGISTRY_OWN),
                        test_matrix);
  g_test_add_data_func ("/registry/commands/matrix/practice",
                        GINT_TO_POINTER (GRAM_REGISTRY_PRACTICE), test_matrix);
  return g_test_run ();
}
