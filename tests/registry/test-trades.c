/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trade-fixture.h"

#include "case-fixture.h"

#include "gram-identifier.h"

#include <inttypes.h>

/* What a party, the other party and the administrator do to a trade, and what each of them is refused (CCTS art. 37). */

#define ALPHA_ALLOCATED 1578626
#define BETA_ALLOCATED 995931
#define USUAL 30000

/* art. 37(3): a transferor's notification reserves; nothing else happens until the other party notifies. */
static void
test_waits (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 id = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  g_autoptr (GramTradeDetail) detail = NULL;

  g_assert_cmpstr (trade_result (f, "state"), ==, "waiting");
  trade_check (f, id, GRAM_TRADE_WAITING, 0);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, USUAL);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED, 0);
  detail = trade_detail (f, OWNER, id);
  g_assert_cmpint (detail->other, ==, GRAM_TRADE_OTHER_NONE);
  g_assert_cmpint (detail->row->days_left, ==, 51);
  g_assert_cmpint (detail->available, ==, ALPHA_ALLOCATED - USUAL);
  g_assert_cmpint (detail->reserved, ==, USUAL);
  fixture_verify (f);
}

/* A transferee promises nothing that it has. */
static void
test_transferee (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);

  trade_do_take (f, CCTS_ALPHA, CCTS_BETA, NULL);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED, 0);
}

/* art. 37(6): both say the same, the administrator is satisfied, the registry is updated. */
static void
test_register (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 trade_id = trade_match (f);
  g_autoptr (GramTradeRecord) trade = NULL;

  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, USUAL);
  trade_claim (f, trade_id);
  g_assert_cmpstr (trade_decide (f, DECISION_MAKER, "trade.register", trade_id), ==,
                   "case.claimed-by-other");
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.register", trade_id), ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, 0);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED + USUAL, 0);
  trade = trade_get_trade (f, trade_id);
  g_assert_cmpint (trade->state, ==, GRAM_TRADE_REGISTERED);
  g_assert_cmpint (trade->posting_id, !=, 0);
  g_assert_cmpint (trade->price, ==, 37500000);
  trade_check (f, trade->transferor_notification, GRAM_TRADE_REGISTERED,
               trade->transferee_notification);
  trade_check (f, trade->transferee_notification, GRAM_TRADE_REGISTERED,
               trade->transferor_notification);
  case_check (f, trade->case_id, GRAM_CASE_DECIDED, CASE_HANDLER);
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.register", trade_id), ==, "trade.decided");
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.refuse", trade_id), ==, "trade.decided");
  fixture_verify (f);
}

/* art. 37(7): not satisfied: nothing has taken place, and what was reserved is there again. */
static void
test_refuse (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 trade_id = trade_match (f);
  g_autoptr (GramTradeRecord) trade = NULL;
  g_autoptr (GramTradeNotificationRecord) record = NULL;

  trade_claim (f, trade_id);
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.refuse", trade_id), ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED, 0);
  trade = trade_get_trade (f, trade_id);
  g_assert_cmpint (trade->state, ==, GRAM_TRADE_REFUSED);
  record = trade_get (f, trade->transferee_notification);
  g_assert_cmpint (record->state, ==, GRAM_TRADE_REFUSED);
  g_assert_cmpstr (record->end_reason, ==, "As both notified.");
  /* It can be notified anew. */
  g_assert_cmpint (trade_match (f), !=, trade_id);
  fixture_verify (f);
}

/* Several in one command: one that cannot be registered keeps the others from it. */
static void
test_bulk (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 first = trade_match (f);
  gint64 second = trade_match (f);

  trade_claim (f, first);
  trade_claim (f, second);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "trade.register",
                               "{'trades': [%" PRId64 ", 99], 'reason': 'As notified.'}", first),
                   ==, "trade.unknown");
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED, 0);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "trade.register",
                               "{'trades': [%" PRId64 ", %" PRId64 ", %" PRId64
                               "], 'reason': 'As notified.'}",
                               first, second, first),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "registered"), ==, 2);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED + 2 * USUAL, 0);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "trade.register",
                               "{'trades': [], 'reason': 'As notified.'}"),
                   ==, "trade.none-named");
}

/* The standing rule of a year: registered in the same command, by nobody, without a case. */
static void
test_rule (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramTradeRecord) trade = NULL;

  trade_set_rule (f);
  trade = trade_get_trade (f, trade_match (f));
  g_assert_cmpint (trade->state, ==, GRAM_TRADE_REGISTERED);
  g_assert_cmpint (trade->decided_by, ==, 0);
  g_assert_cmpint (trade->case_id, ==, 0);
  g_assert_cmpstr (trade_result (f, "state"), ==, "registered");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, 0);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED + USUAL, 0);
  fixture_verify (f);
}

/* What a party is refused, each with a sentence of its own: what it says, who it is, who the other one is. */
static const struct
{
  const char *article;
  FixturePerson who;
  const char *arguments;
  const char *refusal;
} refusals[] = {
  { "37(2)", OWNER, "'account': '@3', 'side': 'transferor', 'quantity': '2.5'", "trade.fraction" },
  { "37(2)", OWNER, "'account': '@3', 'side': 'transferor', 'quantity': '0'", "trade.quantity" },
  { "37(2)", OWNER, "'account': '@3', 'side': 'transferor', 'quantity': 'many'", "trade.quantity" },
  { "37(3)(d)", OWNER, "'account': '@3', 'side': 'transferor', 'price': '0.00'",
    "trade.price-reason" },
  { "37(3)(d)", OWNER, "'account': '@3', 'side': 'transferor', 'price': '1.005'", "trade.price" },
  { "37(3)(b)", OWNER, "'account': '@3', 'side': 'transferor', 'name': ' '", "trade.name" },
  { "37(3)(b)", OWNER, "'account': '@3', 'side': 'transferor', 'number': '12345678'",
    "trade.number" },
  { "37(1)", OWNER, "'account': '@3', 'side': 'transferor', 'number': '@3'", "trade.own-account" },
  { "37(3)", OWNER, "'account': '@3', 'side': 'giver'", "trade.side" },
  { "37(3)", OWNER, "'account': '@3', 'side': 'transferor', 'agreed-on': '2026-11-11'",
    "trade.agreed-on" },
  { "37(1)", OWNER, "'account': '@3', 'side': 'transferor', 'quantity': '1578627'",
    "trade.not-available" },
  { "37(1)", OWNER, "'account': '@3', 'side': 'transferor', 'year': 2024", "window.not-open" },
  { "31(1)", OWNER, "'account': '@3', 'side': 'transferor', 'year': 1999", "year.none" },
  { "37(1)", OWNER, "'account': '@3', 'side': 'transferor', 'number': '@6'", "trade.counterparty" },
  { "32(1)", GRANTER, "'account': '@6', 'side': 'transferee', 'number': '@3'", "participant.none" },
  { "-", OWNER, "'account': '@', 'side': 'transferor'", "account.other-scheme" },
  { "-", VIEWER, "'account': '@3', 'side': 'transferor'", "permission.missing" },
  { "-", STRANGER, "'account': '@3', 'side': 'transferor'", "account.unknown" },
  { "-", ADMINISTRATOR, "'account': '@3', 'side': 'transferor'", "permission.missing" },
};

/* The arguments of the usual notification with some of them changed. */
static char *
usual_with (const char *changes)
{
  static const char *const usual[][2] = {
    { "'year'", "2025" },
    { "'name'", "'Beta Cars Ltd'" },
    { "'number'", "'@4'" },
    { "'quantity'", "'1'" },
    { "'price'", "'12.50'" },
    { "'agreed-on'", "'2026-11-01'" },
    { "'password'", "'" FIXTURE_PASSWORD "'" },
  };
  GString *text = g_string_new ("{");

  g_string_append (text, changes);
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    if (strstr (changes, usual[i][0]) == NULL)
      g_string_append_printf (text, ", %s: %s", usual[i][0], usual[i][1]);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
test_refusals (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GHashTable) sentences
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 entries = fixture_journal_length (f);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *arguments = usual_with (refusals[i].arguments);
      const char *other;

      g_test_message ("art. %s: %s", refusals[i].article, refusals[i].arguments);
      g_assert_cmpstr (fixture_do (f, refusals[i].who, "trade.notify", "%s", arguments), ==,
                       refusals[i].refusal);
      other = g_hash_table_lookup (sentences, f->message);
      if (other != NULL)
        g_assert_cmpstr (other, ==, f->refusal);
      g_hash_table_insert (sentences, g_strdup (f->message), g_strdup (f->refusal));
    }
  g_assert_cmpint (fixture_journal_length (f), ==, entries);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
}

/* Nothing is promised twice: the first takes the last, the second is told what is left. */
static void
test_available (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms most = { .quantity = "1578000" };
  const TradeTerms rest = { .quantity = "626" };
  const TradeTerms one = { .quantity = "1" };
  gint64 id = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &most);

  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "trade.not-available");
  g_assert_nonnull (strstr (f->message, "626"));
  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &rest);
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, &one), ==, "trade.not-available");
  /* What it promises itself can be promised anew. */
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, id, "'quantity': '1578001'"), ==,
                   "trade.not-available");
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, id, "'quantity': '1577000'"), ==, "");
  trade_check_balances (f, CCTS_ALPHA, 1000, 1577626);
  g_assert_cmpstr (trade_withdraw (f, CCTS_ALPHA, id), ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - 626, 626);
  fixture_verify (f);
}

/* Only what has not matched is changed or withdrawn; nobody writes over what somebody else wrote. */
static void
test_over (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 id = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);

  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, id, "'price': '375000.00'"), ==, "trade.unchanged");
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, id, "'version': 7, 'price': '1.00'"), ==,
                   "trade.changed-meanwhile");
  g_assert_cmpstr (trade_amend (f, CCTS_BETA, id, "'price': '1.00'"), ==, "trade.unknown");
  g_assert_cmpstr (trade_withdraw (f, CCTS_BETA, id), ==, "trade.unknown");
  trade_do_take (f, CCTS_ALPHA, CCTS_BETA, NULL);
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, id, "'price': '1.00'"), ==, "trade.state");
  g_assert_cmpstr (trade_withdraw (f, CCTS_ALPHA, id), ==, "trade.state");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "trade.withdraw",
                               "{'account': '@3', 'notification': %" PRId64 "}", id),
                   ==, "trade.state");
}

/* The administrator withdraws for a party only what came in a file. */
static void
test_withdraw_by_role (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 id = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "trade.withdraw",
                               "{'account': '@3', 'notification': %" PRId64 "}", id),
                   ==, "trade.not-by-file");
}

/* art. 93: who is blocked does not trade, and who would trade with them is told no more than of somebody unknown. */
static void
test_counterparty (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autofree char *nobody = NULL;
  g_autofree char *blocked = NULL;

  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_DELTA, NULL), ==, "trade.counterparty");
  nobody = g_strdup (f->message);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.block",
                               "{'account': '@4', 'reason': 'Penalty not paid.'}"),
                   ==, "");
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "trade.counterparty");
  blocked = g_strdup (f->message);
  g_assert_cmpstr (trade_takes (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "account.blocked");
  {
    /* The same sentence but for the number that was typed. */
    g_autoptr (GString) text = g_string_new (blocked);

    g_string_replace (text, f->numbers[CCTS_BETA], f->numbers[CCTS_DELTA], 0);
    g_assert_cmpstr (text->str, ==, nobody);
  }
}

/* A block between match and decision: the administrator is told exactly, and the standing rule leaves it to them. */
static void
test_obstacles (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 trade_id = trade_match (f);
  g_autoptr (GramTradeSheet) sheet = NULL;

  trade_claim (f, trade_id);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.block",
                               "{'account': '@4', 'reason': 'Penalty not paid.'}"),
                   ==, "");
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.register", trade_id), ==,
                   "account.blocked");
  g_assert_nonnull (strstr (f->message, f->numbers[CCTS_BETA]));
  sheet = gram_registry_trade_sheet (f->registry, f->actors[CASE_HANDLER], trade_id, NULL, NULL);
  g_assert_cmpuint (sheet->obstacles->len, ==, 1);
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.refuse", trade_id), ==, "");
  fixture_verify (f);
}

/* art. 37(5): a pool trades under the account that it nominated; a member's own is refused. */
static void
test_pool (void)
{
  const int members[] = { CCTS_GAMMA, CCTS_ALPHA, 0 };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);

  ccts_pool (f, "Alpha and Gamma", members);
  ccts_measure (f);
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "participant.pooled");
  g_assert_cmpstr (trade_gives (f, CCTS_BETA, CCTS_ALPHA, NULL), ==, "trade.counterparty");
  trade_check (f, trade_do_give (f, CCTS_BETA, CCTS_GAMMA, NULL), GRAM_TRADE_WAITING, 0);
  g_assert_cmpstr (trade_takes (f, CCTS_BETA, CCTS_GAMMA, NULL), ==, "");
  g_assert_cmpstr (trade_result (f, "state"), ==, "matched");
}

/* Four eyes on transfers: a request first, which reserves nothing; a second person makes it so. */
static void
test_four_eyes (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-four-eyes",
                               "{'account': '@3', 'acts': ['transfer']}"),
                   ==, "");
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
  g_assert_cmpstr (fixture_do (f, TRADER, "request.approve",
                               "{'account': '@3', 'request': %" PRId64
                               ", 'password': '" FIXTURE_PASSWORD "'}",
                               fixture_result (f, "request")),
                   ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, USUAL);
}

/* In an own registry the other party notified elsewhere; what the administrator decided is recorded with its document. */
static void
test_own (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_OWN);
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  const TradeTerms terms = { .other_name = "Rhein Autos GmbH", .number = number };
  g_autoptr (GramTradeRecord) trade = NULL;
  gint64 given;
  gint64 taken;
  gint64 refused;

  g_assert_true (gram_account_number_make (900001, number, NULL));
  given = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &terms);
  refused = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  trade_check (f, given, GRAM_TRADE_WAITING, 0);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - 2 * USUAL, 2 * USUAL);
  /* The window's end decides nothing here, and what was decided in time is recorded after it. */
  ccts_set_first_second ("2027-01-01");
  case_run_due (f);
  trade_check (f, given, GRAM_TRADE_WAITING, 0);
  g_assert_cmpstr (fixture_do (f, OWNER, "trade.register",
                               "{'notifications': [%" PRId64 "], 'reason': 'As the letter says.'}",
                               given),
                   ==, "decision.reference");
  g_assert_cmpstr (fixture_do (f, STRANGER, "trade.register",
                               "{'notifications': [%" PRId64 "], 'reason': 'As the letter says.',"
                               " 'reference': 'VETS 2027/3'}",
                               given),
                   ==, "trade.unknown");
  g_assert_cmpstr (fixture_do (f, OWNER, "trade.register",
                               "{'notifications': [%" PRId64 "], 'reason': 'As the letter says.',"
                               " 'reference': 'VETS 2027/3'}",
                               given),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, STRANGER, "trade.register",
                               "{'notifications': [%" PRId64 "], 'reason': 'As the letter says.',"
                               " 'reference': 'VETS 2027/4'}",
                               taken),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "trade.refuse",
                               "{'notifications': [%" PRId64 "], 'reason': 'As the letter says.',"
                               " 'reference': 'VETS 2027/5'}",
                               refused),
                   ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, 0);
  trade_check_balances (f, CCTS_BETA, BETA_ALLOCATED + USUAL, 0);
  g_assert_cmpint (ccts_balance (f, 0, "trade", CCTS_UNIT), ==, 0);
  trade = trade_get_trade (f, 1);
  g_assert_cmpint (trade->state, ==, GRAM_TRADE_REGISTERED);
  g_assert_cmpint (trade->transferee_id, ==, 0);
  g_assert_cmpstr (trade->reference, ==, "VETS 2027/3");
  fixture_verify (f);
}

/* Where both parties notify, nothing is recorded of one alone. */
static void
test_two_sided (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (Fixture) own = trade_new (GRAM_REGISTRY_OWN);
  g_autofree char *text = g_strdup_printf ("{'notifications': [%" PRId64 "],"
                                           " 'reason': 'As the letter says.',"
                                           " 'reference': 'VETS 2027/3'}",
                                           trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL));

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "trade.register", "%s", text), ==,
                   "trade.two-sided");
  trade_do_give (own, CCTS_ALPHA, CCTS_BETA, NULL);
  g_assert_cmpstr (fixture_do (own, OWNER, "trade.register", "%s", text), ==, "trade.two-sided");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/trades/waits", test_waits);
  g_test_add_func ("/registry/trades/transferee", test_transferee);
  g_test_add_func ("/registry/trades/register", test_register);
  g_test_add_func ("/registry/trades/refuse", test_refuse);
  g_test_add_func ("/registry/trades/bulk", test_bulk);
  g_test_add_func ("/registry/trades/rule", test_rule);
  g_test_add_func ("/registry/trades/refusals", test_refusals);
  g_test_add_func ("/registry/trades/available", test_available);
  g_test_add_func ("/registry/trades/over", test_over);
  g_test_add_func ("/registry/trades/withdraw-by-role", test_withdraw_by_role);
  g_test_add_func ("/registry/trades/counterparty", test_counterparty);
  g_test_add_func ("/registry/trades/obstacles", test_obstacles);
  g_test_add_func ("/registry/trades/pool", test_pool);
  g_test_add_func ("/registry/trades/four-eyes", test_four_eyes);
  g_test_add_func ("/registry/trades/own", test_own);
  g_test_add_func ("/registry/trades/two-sided", test_two_sided);
  return g_test_run ();
}
