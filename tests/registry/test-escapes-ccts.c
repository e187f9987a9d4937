/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-due.h"
#include "gram-participants.h"
#include "gram-queries-accounts.h"
#include "gram-trade-file.h"

#include <inttypes.h>
#include <string.h>

#define APPLY "'name': 'Small Makers', 'contact-name': 'Ada', 'contact-email': 'ada@example.org'"
#define WHY "'reason': 'As the application says.', 'reference': 'DfT P 12'"
#define SIGNED ", 'password': '" FIXTURE_PASSWORD "'"

/* A pool of Beta, which is nominated, and Alpha: applied for, agreed to and granted by commands. */
static void
grant_pool (Fixture *f)
{
  g_assert_cmpstr (fixture_do (f, STRANGER, "pool.apply",
                               "{'account': '@4', 'members': ['@3'], 'first-year': 2025, " APPLY
                               "}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "pool.agree", "{'account': '@3', 'pool': 1}"), ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "pool.grant", "{'pool': 1, " WHY "}"), ==, "");
}

/*
 * A pool that was granted after the measuring: until the year is measured anew nobody is who they were, neither a member of its
 * own nor the pool; else what a member surrenders in between would count for nobody.
 */
static void
test_granted_meanwhile (void)
{
  static const struct
  {
    FixturePerson who;
    const char *command;
    const char *arguments;
  } rows[] = {
    { OWNER, "allowance.surrender", "{'account': '@3', 'year': 2025, 'quantity': '1'" SIGNED "}" },
    { STRANGER, "allowance.surrender",
      "{'account': '@4', 'year': 2025, 'quantity': '1'" SIGNED "}" },
    { STRANGER, "conversion.request", "{'account': '@4', 'year': 2025, 'crts': '1'" SIGNED "}" },
    { OWNER, "conversion.to-crts",
      "{'account': '@3', 'year': 2025, 'allowances': '167'" SIGNED "}" },
  };
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);

  grant_pool (f);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (fixture_do (f, rows[i].who, rows[i].command, "%s", rows[i].arguments), ==,
                     "year.measured-before");
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "year.measured-before");
  fixture_verify (f);

  /* Measured and allocated anew, the pool holds it all and acts for all. */
  ccts_measure (f);
  ccts_baseline (f, CCTS_BETA, "124");
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 0);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 20701 * 124);
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "participant.pooled");
  g_assert_cmpstr (settlement_surrender (f, CCTS_BETA, "1"), ==, "");
  fixture_verify (f);
}

/* An account that has still what it was allocated for itself does not take over the allowances of the pool. */
static void
test_nominated_meanwhile (void)
{
  static const char update[] = "{'account': '@4', 'pool': 1, 'nominated': '@3'}";
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);

  grant_pool (f);
  g_assert_cmpstr (fixture_do (f, STRANGER, "pool.update", update), ==, "pool.own-allocation");
  ccts_measure (f);
  g_assert_cmpstr (fixture_do (f, STRANGER, "pool.update", update), ==, "pool.own-allocation");
  ccts_baseline (f, CCTS_BETA, "124");
  ccts_allocate (f);
  g_assert_cmpstr (fixture_do (f, STRANGER, "pool.update", update), ==, "");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 20701 * 124);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 0);
  fixture_verify (f);
}

/* What the administrator is told of closing. */
static const char *
close_year (Fixture *f)
{
  return fixture_do (f, ADMINISTRATOR, "year.close", "{'year': 2025, 'reference': 'Y 1'}");
}

/* More cars after the notice was given: it asks for another amount than is due, and the year does not close with it. */
static void
test_notice_of_other_amount (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "100");
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;

  settlement_account (f);
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "");
  ccts_register (f, CCTS_ALPHA, "100x130");
  ccts_measure (f);
  ccts_allocate (f);
  ccts_account_year (f);
  g_assert_cmpstr (close_year (f), ==, "year.notices-missing");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "payment-notice.stands");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.withdraw",
                                      "'reason': 'Measured again.', 'reference': 'W 1'"),
                   ==, "");
  g_assert_cmpstr (close_year (f), ==, "year.notices-missing");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "");
  notice = settlement_get (f, 2);
  g_assert_cmpint (notice->amount, ==, 133000 * 8600);
  settlement_check_money (f, CCTS_ALPHA, notice->amount, 0);
  g_assert_cmpstr (close_year (f), ==, "");
  fixture_verify (f);
}

/* Who is no participant any more owes nothing; a notice that stands all the same is withdrawn before the year closes. */
static void
test_notice_of_nobody (void)
{
  static const int places[] = { CCTS_BETA, CCTS_ALPHA, 0 };
  g_autoptr (Fixture) f = settlement_new ("1000x120", "100");

  settlement_account (f);
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "");
  ccts_pool (f, "Late Pool", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_BETA, "100");
  ccts_allocate (f);
  ccts_account_year (f);
  g_assert_cmpstr (settlement_issue (f, CCTS_BETA, "2027-06-01", ""), ==, "");
  g_assert_cmpstr (close_year (f), ==, "year.notices-missing");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.withdraw",
                                      "'reason': 'The pool owes it.', 'reference': 'W 1'"),
                   ==, "");
  settlement_check_money (f, CCTS_ALPHA, 0, 0);
  g_assert_cmpstr (close_year (f), ==, "");
  fixture_verify (f);
}

/* Positions in the CRTS that cannot be: made into allowances they would not fit into the books. */
static void
test_huge_positions (void)
{
  static const struct
  {
    const char *held;
    const char *required;
    const char *refusal;
  } rows[] = {
    { "900000000000000000.0", "0", "crts.amount" },
    { "1000000000.1", "0", "crts.amount" },
    { "0", "900000000000000000", "crts.amount" },
    { "-1", "0", "crts.amount" },
    { "0.05", "0", "crts.amount" },
    { "1,000", "0", "crts.amount" },
    { "1e3", "0", "crts.amount" },
    { "", "0", "crts.amount" },
    { "1000000000.0", "0", "" },
  };
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int place = CCTS_ALPHA; place <= CCTS_BETA; place++)
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "crts.set-position",
                                   "{'account': '@%d', 'year': 2025, 'cars': 50000,"
                                   " 'allocated': '36000', 'activity': '30000', 'held': '%s',"
                                   " 'required': '%s', 'borrowed': '0', 'source': 'S',"
                                   " 'dated-on': '2026-01-02', 'reference': 'P 2'}",
                                   place, rows[i].held, rows[i].required),
                       ==, rows[i].refusal);
  for (int place = CCTS_ALPHA; place <= CCTS_BETA; place++)
    {
      g_assert_cmpstr (settlement_request (f, place, "1000000001"), ==, "conversion.too-many");
      g_assert_cmpstr (settlement_request (f, place, "9223372036854"), ==, "conversion.too-many");
      g_assert_cmpstr (settlement_request (f, place, "92233720368547758070"), ==,
                       "conversion.quantity");
      g_assert_cmpstr (settlement_request (f, place, "1000000000"), ==, "");
    }
  g_assert_cmpint (ccts_balance (f, 0, "acquisition", CCTS_UNIT), ==, -270000000000);
  fixture_verify (f);
}

/* The rulebook of the scheme that takes the price of one allowance. */
static void
take_price_of_each (Fixture *f)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data/rulebooks/ccts-2027-01.json", NULL);
  g_autoptr (GString) content = NULL;
  g_autofree char *text = NULL;
  g_autofree char *file = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  content = g_string_new (text);
  g_assert_cmpuint (g_string_replace (content, "\"ccts-2027-01\"", "\"ccts-2027-02\"", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (content, "\"price\": \"total\"", "\"price\": \"each\"", 0),
                    ==, 1);
  file = fixture_file (f, "each.json", content->str);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '%s'}", file), ==,
                   "");
}

/* Where the price of one is notified, amending something else does not multiply it again. */
static void
test_price_of_each (void)
{
  static const TradeTerms terms = { .quantity = "100", .price = "12.50" };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotificationRecord) after = NULL;
  gint64 id;

  take_price_of_each (f);
  id = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  before = trade_get (f, id);
  g_assert_cmpint (before->price, ==, 125000);
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, id, "'note': 'By hand.'"), ==, "");
  after = trade_get (f, id);
  g_assert_cmpint (after->price, ==, 125000);
  trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &terms);
  trade_check (f, id, GRAM_TRADE_MATCHED, id + 1);
  fixture_verify (f);
}

/* Who sells everything and closes the account would owe nothing for its cars: it closes once the year is settled. */
static void
test_closing_before_accounting (void)
{
  static const char ask[] = "{'account': '@3', 'reason': 'We stop.'" SIGNED "}";
  static const char close[] = "{'account': '@3', 'reason': 'They stop.', 'reference': 'C 1'}";
  static const TradeTerms all = { .quantity = "1578626" };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);

  trade_set_rule (f);
  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &all);
  trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &all);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA) + ccts_reserved (f, CCTS_ALPHA), ==, 0);
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.accept", "{'account': '@3', 'filter': {}}"), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ask), ==,
                   "closing.charges-paid");
  ccts_set_day ("2027-01-04");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ask), ==,
                   "closing.charges-paid");
  ccts_account_year (f);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ask), ==,
                   "closing.charges-paid");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ask), ==,
                   "closing.charges-paid");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      "'amount': '126223749.00', 'paid-on': '2027-01-04',"
                                      " 'reference': 'B 1'"),
                   ==, "");
  /* Nobody could give money back to an account that is closed. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ask), ==,
                   "closing.charges-paid");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.reverse-payment",
                                      "'payment': 1, 'reason': 'One pound too much.'"),
                   ==, "");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      "'amount': '126223748.00', 'paid-on': '2027-01-04',"
                                      " 'reference': 'B 1'"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ask), ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.close", close), ==, "");
  fixture_verify (f);
}

/* A file that a party with a key of its own makes: its own name is checked as every text that is shown to people. */
static void
test_names_in_files (void)
{
  static const struct
  {
    const char *name;
    const char *refusal;
  } rows[] = {
    { "", "text.empty" },
    { "  ", "text.empty" },
    { "Alpha \342\200\256clp srotoM", "text.characters" },
    { "Alpha\nMotors", "text.characters" },
    { "Alpha Motors plc", "" },
  };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GBytes) private_key = NULL;
  g_autofree char *public_key = NULL;
  GError *error = NULL;

  gram_signing_key_new (&public_key, &private_key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "trade.set-key",
                               "{'account': '@3', 'public-key': '%s'}", public_key),
                   ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GramTradeNotification notification = {
        .year = CCTS_YEAR,
        .side = GRAM_TRADE_TRANSFEROR,
        .transferor_name = (char *)rows[i].name,
        .transferor_number = f->numbers[CCTS_ALPHA],
        .transferee_name = (char *)"Beta Cars Ltd",
        .transferee_number = f->numbers[CCTS_BETA],
        .quantity = 100,
        .price = 125000,
        .price_reason = (char *)"",
        .agreed_on = gram_date_make (2026, 11, 9),
        .note = (char *)"",
      };
      g_autofree char *text = gram_trade_file_write (&notification, 1, private_key, &error);
      g_autofree char *path = NULL;

      g_assert_no_error (error);
      path = fixture_file (f, "trade.json", text);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "trade.import", "{'file': '%s'}", path), ==,
                       rows[i].refusal);
    }
  trade_check_balances (f, CCTS_ALPHA, 1578526, 100);
  fixture_verify (f);
}

/* Asleep over the ends of two windows: everything of both years ends, nothing stays reserved, and the years go on. */
static void
test_long_sleep (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 given = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 matched = 0;
  static const TradeTerms other = { .quantity = "7" };

  trade_do_give (f, CCTS_BETA, CCTS_ALPHA, &other);
  matched = trade_do_take (f, CCTS_BETA, CCTS_ALPHA, &other);
  ccts_set_first_second ("2029-03-03");
  ccts_reopen (f);
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  trade_check (f, given, GRAM_TRADE_VOID, 0);
  trade_check_balances (f, CCTS_ALPHA, 1578626, 0);
  trade_check_balances (f, CCTS_BETA, 995931 - 7, 7);
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "surrender.too-late");
  g_assert_cmpstr (trade_withdraw (f, CCTS_ALPHA, matched), !=, "");
  fixture_verify (f);
  g_assert_cmpstr (close_year (f), ==, "year.trades-matched");
  trade_claim (f, 1);
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.refuse", 1), ==, "");
  trade_check_balances (f, CCTS_BETA, 995931, 0);
  ccts_account_year (f);
  g_assert_cmpstr (close_year (f), ==, "year.notices-missing");
  fixture_verify (f);
}

/* How many entries of the account somebody finds by a word. */
static guint
count_found (Fixture *f, FixturePerson who, int place, const char *text)
{
  const GramJournalQuery query = { .account_id = ccts_account (f, place), .text = (char *)text };
  GError *error = NULL;
  g_autoptr (GPtrArray) entries
      = gram_registry_journal (f->registry, f->actors[who], &query, 0, 100, NULL, &error);

  g_assert_no_error (error);
  return entries->len;
}

/* What is hidden in the history is not found there by guessing at it, either. */
static void
test_search_of_history (void)
{
  static const TradeTerms terms = { .more = ", 'note': 'Below cost, Zebra wants out.'" };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  g_assert_cmpuint (count_found (f, OWNER, CCTS_ALPHA, "zebra"), ==, 1);
  g_assert_cmpuint (count_found (f, CASE_HANDLER, CCTS_ALPHA, "zebra"), ==, 0);
  g_assert_cmpuint (count_found (f, CASE_HANDLER, CCTS_ALPHA, "beta cars"), ==, 1);
  g_assert_cmpuint (count_found (f, CASE_HANDLER, CCTS_ALPHA, ""), >, 1);
}

/* Measured again with the same figures: what is accounted for stays so, and the notice can be given. */
static void
test_measured_alike (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "100");

  settlement_account (f);
  ccts_measure (f);
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "");
  ccts_measure (f);
  ccts_account_year (f);
  g_assert_cmpstr (close_year (f), ==, "");
  fixture_verify (f);
}

/* What an appeal has undone is not asked for; what it has not is, whatever becomes of the notice later. */
static void
test_appeals (void)
{
  static const struct
  {
    const char *outcome;
    const char *closing;
  } rows[] = { { "allowed", "" }, { "dismissed", "year.notices-missing" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int days = 0; days < 2; days++)
      {
        g_autoptr (Fixture) f = settlement_new ("1000x120", "100");

        settlement_account (f);
        g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-06-01", ""), ==, "");
        g_assert_cmpstr (settlement_notice (f, OWNER, "payment-notice.appeal",
                                            "'text': 'Not ours.'"),
                         ==, "");
        g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment-notice.end-appeal",
                                     "{'account': '@3', 'notice': 1, 'outcome': '%s',"
                                     " 'reason': 'R.', 'reference': 'A 1'}",
                                     rows[i].outcome),
                         ==, "");
        ccts_set_day (days == 0 ? "2027-01-04" : "2027-01-05");
        g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.withdraw",
                                            "'reason': 'Another bank.', 'reference': 'W 1'"),
                         ==, i == 0 ? "payment-notice.state" : "");
        g_assert_cmpstr (close_year (f), ==, rows[i].closing);
        fixture_verify (f);
      }
}

/* Nobody is allocated anything by a list of nobody. */
static void
test_allocating_nobody (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_ALPHA, "1000x120");
  ccts_baseline (f, CCTS_ALPHA, "120");
  ccts_measure (f);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allocation.post",
                               "{'year': 2025, 'accounts': [], 'reference': 'A 1'}"),
                   ==, "participant.none-named");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allocation.post",
                               "{'year': 2025, 'accounts': ['@4'], 'reference': 'A 1'}"),
                   ==, "participant.none");
}

/* A baseline that slipped by some digits does not take back what was allocated. */
static void
test_huge_baseline (void)
{
  static const struct
  {
    const char *value;
    const char *refusal;
  } rows[] = {
    { "9000000000000", "baseline.value" },
    { "126280", "baseline.value" },
    { "9000.0001", "baseline.value" },
    { "-1", "baseline.value" },
    { "126,28", "baseline.value" },
    { "9000", "" },
    { "126.28", "" },
  };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "baseline.set",
                                 "{'account': '@3', 'year': 2025, 'value': '%s', 'source': 'S',"
                                 " 'dated-on': '2026-01-02', 'reason': 'R.', 'reference': 'B 1'}",
                                 rows[i].value),
                     ==, rows[i].refusal);
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 1578626);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/escapes-ccts/granted-meanwhile", test_granted_meanwhile);
  g_test_add_func ("/registry/escapes-ccts/nominated-meanwhile", test_nominated_meanwhile);
  g_test_add_func ("/registry/escapes-ccts/notice-of-other-amount", test_notice_of_other_amount);
  g_test_add_func ("/registry/escapes-ccts/notice-of-nobody", test_notice_of_nobody);
  g_test_add_func ("/registry/escapes-ccts/huge-positions", test_huge_positions);
  g_test_add_func ("/registry/escapes-ccts/price-of-each", test_price_of_each);
  g_test_add_func ("/registry/escapes-ccts/closing-before-accounting",
                   test_closing_before_accounting);
  g_test_add_func ("/registry/escapes-ccts/names-in-files", test_names_in_files);
  g_test_add_func ("/registry/escapes-ccts/long-sleep", test_long_sleep);
  g_test_add_func ("/registry/escapes-ccts/search-of-history", test_search_of_history);
  g_test_add_func ("/registry/escapes-ccts/measured-alike", test_measured_alike);
  g_test_add_func ("/registry/escapes-ccts/appeals", test_appeals);
  g_test_add_func ("/registry/escapes-ccts/allocating-nobody", test_allocating_nobody);
  g_test_add_func ("/registry/escapes-ccts/huge-baseline", test_huge_baseline);

  return g_test_run ();
}
