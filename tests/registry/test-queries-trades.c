/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trade-fixture.h"

#include "gram-queries-statement.h"

#include <inttypes.h>

/* Who is told what about trades, and what stands in the way of them. */

#define ALPHA_ALLOCATED 1578626
#define USUAL 30000

/* What each state of an account leaves possible on each side, by the rulebook; its own sentence otherwise. */
static const struct
{
  GramAccountState state;
  const char *gives;
  const char *takes;
} states[] = {
  { GRAM_ACCOUNT_OPEN, "", "" },
  { GRAM_ACCOUNT_SUSPENDED, "account.suspended", "account.suspended" },
  { GRAM_ACCOUNT_BLOCKED, "account.blocked", "account.blocked" },
  { GRAM_ACCOUNT_CLOSING, "", "account.closing" },
  { GRAM_ACCOUNT_CLOSED, "account.closed", "account.closed" },
};

static void
test_states (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_test_message ("%s", gram_word_for ("account-state", (int)states[i].state));
      fixture_set_state (f, ccts_account (f, CCTS_ALPHA), states[i].state);
      g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, states[i].gives);
      g_assert_cmpstr (trade_takes (f, CCTS_BETA, CCTS_ALPHA, NULL), ==, states[i].takes);
      /* Whoever names it learns no more than that it cannot trade. */
      g_assert_cmpstr (trade_takes (f, CCTS_ALPHA, CCTS_BETA, NULL), ==,
                       *states[i].gives == '\0' ? "" : "trade.counterparty");
    }
}

/* The years that the form offers: those of the registry and the one that is open, each with why not. */
static void
test_years (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) viewed = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  const GramTradeYear *year;

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  rows = gram_registry_trade_years (f->registry, f->actors[OWNER], ccts_account (f, CCTS_ALPHA),
                                    NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  year = rows->pdata[0];
  g_assert_cmpint (year->year, ==, CCTS_YEAR);
  g_assert_cmpstr (year->first, ==, TRADE_FIRST_DAY);
  g_assert_cmpstr (year->last, ==, TRADE_LAST_DAY);
  g_assert_cmpint (year->days_left, ==, 51);
  g_assert_cmpint (year->available, ==, ALPHA_ALLOCATED - USUAL);
  g_assert_cmpint (year->reserved, ==, USUAL);
  g_assert_null (year->transferor);
  g_assert_null (year->transferee);
  viewed = gram_registry_trade_years (f->registry, f->actors[VIEWER], ccts_account (f, CCTS_ALPHA),
                                      NULL, NULL);
  year = viewed->pdata[0];
  g_assert_cmpstr (year->transferor->id, ==, "permission.missing");
  none = gram_registry_trade_years (f->registry, f->actors[STRANGER], ccts_account (f, CCTS_ALPHA),
                                    &refusal, NULL);
  g_assert_null (none);
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
}

/* After the window nothing is left to promise in it; before it the sentence says when it opens. */
static void
test_years_over (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GPtrArray) rows = NULL;
  const GramTradeYear *year;

  g_assert_true (gram_registry_set_today (f->registry, "2027-01-01", NULL));
  rows = gram_registry_trade_years (f->registry, f->actors[OWNER], ccts_account (f, CCTS_ALPHA),
                                    NULL, NULL);
  year = rows->pdata[rows->len - 1];
  g_assert_cmpint (year->year, ==, CCTS_YEAR);
  g_assert_cmpint (year->days_left, ==, -1);
  g_assert_cmpstr (year->transferor->id, ==, "window.not-open");
  g_assert_cmpstr (year->transferee->id, ==, "window.not-open");
}

/* A trade as its case shows it: both notifications to the administrator, a party its own. */
static void
test_sheet (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 trade_id = trade_match (f);
  g_autoptr (GramTradeSheet) all = NULL;
  g_autoptr (GramTradeSheet) alphas = NULL;
  g_autoptr (GramTradeSheet) betas = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  all = gram_registry_trade_sheet (f->registry, f->actors[READER], trade_id, NULL, NULL);
  g_assert_nonnull (all->transferor);
  g_assert_nonnull (all->transferee);
  g_assert_cmpuint (all->obstacles->len, ==, 0);
  g_assert_cmpint (all->trade->case_id, !=, 0);
  alphas = gram_registry_trade_sheet (f->registry, f->actors[VIEWER], trade_id, NULL, NULL);
  g_assert_nonnull (alphas->transferor);
  g_assert_null (alphas->transferee);
  betas = gram_registry_trade_sheet (f->registry, f->actors[STRANGER], trade_id, NULL, NULL);
  g_assert_null (betas->transferor);
  g_assert_nonnull (betas->transferee);
  g_assert_cmpint (betas->trade->case_id, ==, 0);
  g_assert_null (gram_registry_trade_sheet (f->registry, f->actors[GRANTER], 99, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "trade.unknown");
}

/* The case stands on the transferor's account: the transferee's people see none of it. */
static void
test_case (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramTradeRecord) trade = trade_get_trade (f, trade_match (f));
  g_autoptr (GramTradeDetail) alphas = trade_detail (f, OWNER, trade->transferor_notification);
  g_autoptr (GramTradeDetail) betas = trade_detail (f, STRANGER, trade->transferee_notification);
  g_autoptr (GramTradeDetail) all = trade_detail (f, CASE_HANDLER, trade->transferee_notification);
  g_autoptr (GramCaseDetail) seen = NULL;
  g_autoptr (GramCaseDetail) unseen = NULL;

  g_assert_cmpint (alphas->case_id, ==, trade->case_id);
  g_assert_cmpint (betas->case_id, ==, 0);
  g_assert_cmpint (all->case_id, ==, trade->case_id);
  seen = gram_registry_case_detail (f->registry, f->actors[OWNER], trade->case_id, NULL, NULL);
  g_assert_null (seen->row->record->opener);
  unseen = gram_registry_case_detail (f->registry, f->actors[STRANGER], trade->case_id, NULL, NULL);
  g_assert_null (unseen);
}

/* Why a verb is not possible, person by person: of a notification that waits, and of one that matched. */
static const struct
{
  FixturePerson who;
  gboolean matched;
  const char *amend;
  const char *withdraw;
  const char *registers;
  const char *refuses;
} allows[] = {
  { OWNER, FALSE, "", "", "trade.not-matched", "trade.not-matched" },
  { VIEWER, FALSE, "permission.missing", "permission.missing", "permission.missing",
    "permission.missing" },
  { CASE_HANDLER, FALSE, "permission.missing", "trade.not-by-file", "trade.not-matched",
    "trade.not-matched" },
  { READER, FALSE, "permission.missing", "permission.missing", "permission.missing",
    "permission.missing" },
  { OWNER, TRUE, "trade.state", "trade.state", "", "" },
  { CASE_HANDLER, TRUE, "permission.missing", "trade.state", "", "" },
};

static void
check_allow (const GramTradeDetail *detail, const char *command, const char *expected)
{
  const GramRefusal *refusal = gram_trade_detail_get_refusal (detail, command);

  g_test_message ("%s", command);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, expected);
}

static void
test_allows (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms other = { .quantity = "5" };
  g_autoptr (GramTradeRecord) trade = trade_get_trade (f, trade_match (f));
  gint64 waiting = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &other);

  for (gsize i = 0; i < G_N_ELEMENTS (allows); i++)
    {
      g_autoptr (GramTradeDetail) detail
          = trade_detail (f, allows[i].who,
                          allows[i].matched ? trade->transferor_notification : waiting);

      g_test_message ("row %zu", i);
      check_allow (detail, "trade.amend", allows[i].amend);
      check_allow (detail, "trade.withdraw", allows[i].withdraw);
      check_allow (detail, "trade.register", allows[i].registers);
      check_allow (detail, "trade.refuse", allows[i].refuses);
    }
}

/* The statement of one party names nobody of the other, though its command registered the trade by the standing rule. */
static void
test_statement (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  g_autoptr (GramAccountStatement) alphas = NULL;
  g_autoptr (GramAccountStatement) all = NULL;
  const GramStatementLine *line;

  trade_set_rule (f);
  trade_match (f);
  alphas = gram_registry_statement (f->registry, f->actors[OWNER], ccts_account (f, CCTS_ALPHA),
                                    NULL, NULL, 0, NULL, NULL);
  line = alphas->lines->pdata[alphas->lines->len - 1];
  g_assert_cmpstr (line->meaning, ==, "trade");
  g_assert_cmpint (line->amount, ==, -USUAL);
  g_assert_null (line->person);
  all = gram_registry_statement (f->registry, f->actors[READER], ccts_account (f, CCTS_ALPHA), NULL,
                                 NULL, 0, NULL, NULL);
  line = all->lines->pdata[all->lines->len - 1];
  g_assert_nonnull (line->person);
}

/* A party's note stands in its own history and in nobody else's. */
static void
test_journal (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms noted = { .more = ", 'note': 'Below what we paid.'" };
  const GramJournalQuery query = { .account_id = ccts_account (f, CCTS_ALPHA) };
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) administrators = NULL;

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &noted);
  own = gram_registry_journal (f->registry, f->actors[VIEWER], &query, 0, 1, NULL, NULL);
  administrators = gram_registry_journal (f->registry, f->actors[READER], &query, 0, 1, NULL, NULL);
  g_assert_nonnull (strstr (((const GramJournalEntry *)own->pdata[0])->arguments, "Below"));
  g_assert_null (strstr (((const GramJournalEntry *)administrators->pdata[0])->arguments, "Below"));
  g_assert_nonnull (
      strstr (((const GramJournalEntry *)administrators->pdata[0])->arguments, "30000"));
}

/* The administrator's list has each trade once; a party's has its own. */
static void
test_list (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms other = { .quantity = "5" };
  GramTradeQuery query = { 0 };
  g_autoptr (GArray) both = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) own = NULL;
  GramTradeCounts counts;

  trade_match (f);
  trade_do_take (f, CCTS_BETA, CCTS_ALPHA, &other);
  both = gram_registry_trade_ids (f->registry, f->actors[READER], &query, 0, NULL, NULL);
  g_assert_cmpuint (both->len, ==, 3);
  query.pairs = TRUE;
  pairs = gram_registry_trade_ids (f->registry, f->actors[READER], &query, 0, NULL, NULL);
  g_assert_cmpuint (pairs->len, ==, 2);
  query.pairs = FALSE;
  own = gram_registry_trade_ids (f->registry, f->actors[STRANGER], &query, 0, NULL, NULL);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (gram_registry_trade_counts (f->registry, f->actors[OWNER], &query, &counts, NULL,
                                               NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (gram_trade_counts_select (&counts, GRAM_TRADE_WAITING), ==, 1);
  g_assert_cmpint (gram_trade_counts_select (&counts, GRAM_TRADE_MATCHED), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/queries-trades/states", test_states);
  g_test_add_func ("/registry/queries-trades/years", test_years);
  g_test_add_func ("/registry/queries-trades/years-over", test_years_over);
  g_test_add_func ("/registry/queries-trades/sheet", test_sheet);
  g_test_add_func ("/registry/queries-trades/case", test_case);
  g_test_add_func ("/registry/queries-trades/allows", test_allows);
  g_test_add_func ("/registry/queries-trades/statement", test_statement);
  g_test_add_func ("/registry/queries-trades/journal", test_journal);
  g_test_add_func ("/registry/queries-trades/list", test_list);
  return g_test_run ();
}
