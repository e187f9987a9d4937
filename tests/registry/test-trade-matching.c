/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trade-fixture.h"

#include "case-fixture.h"

#include <inttypes.h>

/* Which notifications pair, what each party learns of the other one's, who is told, and when the window ends (art. 37(3), (7)). */

#define ALPHA_ALLOCATED 1578626
#define USUAL 30000

/* art. 37(3)(a)–(d): what the other party says otherwise, and which fields both are told. */
static const struct
{
  const char *article;
  TradeTerms takes;
  guint differing;
} differences[] = {
  { "37(3)(c)", { .quantity = "29999" }, GRAM_TRADE_FIELD_QUANTITY },
  { "37(3)(d)", { .price = "375000.01" }, GRAM_TRADE_FIELD_PRICE },
  { "37(3)(a)", { .other_name = "Alpha Motors Ltd" }, GRAM_TRADE_FIELD_TRANSFEROR_NAME },
  { "37(3)(c), (d)",
    { .quantity = "1", .price = "12.50" },
    GRAM_TRADE_FIELD_QUANTITY | GRAM_TRADE_FIELD_PRICE },
  /* Case and blanks of a name are nothing that differs, nor what only one party notifies. */
  { "37(3)", { .other_name = "alpha  MOTORS plc", .more = ", 'note': 'Ours'" }, 0 },
};

static void
check_difference (gsize row)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  gint64 given = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &differences[row].takes);
  gboolean same = differences[row].differing == 0;
  g_autoptr (GramTradeDetail) givers = trade_detail (f, OWNER, given);
  g_autoptr (GramTradeDetail) takers = trade_detail (f, STRANGER, taken);
  g_autoptr (GramTradeDetail) all = trade_detail (f, READER, given);

  trade_check (f, given, same ? GRAM_TRADE_MATCHED : GRAM_TRADE_DIFFERING, taken);
  trade_check (f, taken, same ? GRAM_TRADE_MATCHED : GRAM_TRADE_DIFFERING, given);
  g_assert_cmpuint (givers->differing, ==, differences[row].differing);
  g_assert_cmpuint (takers->differing, ==, differences[row].differing);
  g_assert_cmpint (givers->other, ==, same ? GRAM_TRADE_OTHER_SAME : GRAM_TRADE_OTHER_DIFFERS);
  /* Neither reads the other's; the administrator reads both, but for the notes. */
  g_assert_null (givers->other_record);
  g_assert_null (takers->other_record);
  g_assert_cmpint (givers->row->record->other_id, ==, 0);
  g_assert_nonnull (all->other_record);
  g_assert_cmpint (all->other_record->id, ==, taken);
  g_assert_cmpstr (all->other_record->note, ==, "");
  g_assert_cmpint (gram_trade_detail_get_refusal (givers, "trade.amend") == NULL, ==, !same);
  fixture_verify (f);
}

static void
test_differences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_test_message ("art. %s, row %zu", differences[i].article, i);
      check_difference (i);
    }
}

/* Either amends until they match. */
static void
test_amend (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms dear = { .price = "380000.00" };
  gint64 given = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &dear);
  g_autoptr (GramTradeDetail) detail = NULL;

  g_assert_cmpstr (trade_amend (f, CCTS_BETA, taken, "'price': '377500.00'"), ==, "");
  trade_check (f, taken, GRAM_TRADE_DIFFERING, given);
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, given, "'price': '377500.00', 'quantity': '29000'"),
                   ==, "");
  trade_check (f, given, GRAM_TRADE_DIFFERING, taken);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - 29000, 29000);
  g_assert_cmpstr (trade_amend (f, CCTS_BETA, taken, "'quantity': '29000'"), ==, "");
  trade_check (f, given, GRAM_TRADE_MATCHED, taken);
  /* What the party itself changed, and nothing that befell it. */
  detail = trade_detail (f, OWNER, given);
  g_assert_cmpuint (detail->changes->len, ==, 2);
  fixture_verify (f);
}

/* Whom one names instead leaves the other one alone. */
static void
test_amend_number (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms dear = { .price = "380000.00" };
  gint64 given = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &dear);

  ccts_register (f, CCTS_GAMMA, "1200x130");
  ccts_measure (f);
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, given, "'number': '@5', 'name': 'Gamma Cars Ltd'"),
                   ==, "");
  trade_check (f, given, GRAM_TRADE_WAITING, 0);
  trade_check (f, taken, GRAM_TRADE_WAITING, 0);
  fixture_verify (f);
}

/* Several between the same two: those that say the same pair first, the oldest of what is left as differing. */
static void
test_several (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms small = { .quantity = "100", .price = "1250.00" };
  const TradeTerms other = { .quantity = "200", .price = "2500.00" };
  gint64 first = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 second = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &small);
  gint64 third;
  gint64 fourth;

  /* Like the second, although the first is older. */
  third = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &small);
  trade_check (f, second, GRAM_TRADE_MATCHED, third);
  trade_check (f, first, GRAM_TRADE_WAITING, 0);
  /* Nothing says the same: the oldest that waits. */
  fourth = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &other);
  trade_check (f, first, GRAM_TRADE_DIFFERING, fourth);
  /* Who says the same later takes the place of who differs. */
  third = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, NULL);
  trade_check (f, first, GRAM_TRADE_MATCHED, third);
  trade_check (f, fourth, GRAM_TRADE_WAITING, 0);
  /* The other way round is another trade. */
  second = trade_do_take (f, CCTS_BETA, CCTS_ALPHA, &other);
  trade_check (f, second, GRAM_TRADE_WAITING, 0);
  trade_check (f, fourth, GRAM_TRADE_WAITING, 0);
  fixture_verify (f);
}

/* Who is left by a withdrawal finds the next one. */
static void
test_withdraw (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms dear = { .price = "380000.00" };
  gint64 first = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 second = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &dear);

  trade_check (f, taken, GRAM_TRADE_DIFFERING, first);
  g_assert_cmpstr (trade_withdraw (f, CCTS_ALPHA, first), ==, "");
  trade_check (f, first, GRAM_TRADE_WITHDRAWN, 0);
  trade_check (f, taken, GRAM_TRADE_DIFFERING, second);
  g_assert_cmpstr (trade_withdraw (f, CCTS_ALPHA, second), ==, "");
  trade_check (f, taken, GRAM_TRADE_WAITING, 0);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED, 0);
  fixture_verify (f);
}

/* art. 37(1), (3): the first and the last second of the window in Europe/London. */
static void
test_window (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_set_last_second ("2026-10-31");
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "window.not-open");
  ccts_set_first_second (TRADE_FIRST_DAY);
  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  ccts_set_last_second (TRADE_LAST_DAY);
  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  ccts_set_first_second ("2027-01-01");
  g_assert_cmpstr (trade_gives (f, CCTS_ALPHA, CCTS_BETA, NULL), ==, "window.not-open");
  g_assert_cmpstr (trade_amend (f, CCTS_ALPHA, 1, "'price': '1.00'"), ==, "window.not-open");
  g_assert_cmpstr (trade_withdraw (f, CCTS_ALPHA, 1), ==, "window.not-open");
}

/* art. 37(7): what did not match in the window is void, what did waits for its decision still; each is told once. */
static void
test_void (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  const TradeTerms dear = { .price = "380000.00" };
  gint64 trade_id = trade_match (f);
  gint64 given = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  gint64 taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &dear);
  gint64 alone = trade_do_take (f, CCTS_BETA, CCTS_ALPHA, NULL);

  ccts_set_last_second (TRADE_LAST_DAY);
  case_run_due (f);
  trade_check (f, alone, GRAM_TRADE_WAITING, 0);
  ccts_set_first_second ("2027-01-01");
  case_run_due (f);
  case_run_due (f);
  trade_check (f, given, GRAM_TRADE_VOID, taken);
  trade_check (f, taken, GRAM_TRADE_VOID, given);
  trade_check (f, alone, GRAM_TRADE_VOID, 0);
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, USUAL);
  g_assert_cmpuint (case_count_notices (f, OWNER, GRAM_EVENT_TRADE_VOID), ==, 2);
  g_assert_cmpuint (case_count_notices (f, STRANGER, GRAM_EVENT_TRADE_VOID), ==, 1);
  g_assert_cmpuint (case_count_notices (f, CASE_HANDLER, GRAM_EVENT_TRADE_VOID), ==, 1);
  g_assert_cmpuint (case_count_notices (f, GRANTER, GRAM_EVENT_TRADE_VOID), ==, 2);
  /* Notified in time, decided later. */
  trade_claim (f, trade_id);
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.register", trade_id), ==, "");
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - USUAL, 0);
  fixture_verify (f);
}

/* Who is told what: the named one that there is a notification, both that they differ, both and the administrator that they
 * match, both what was decided. Nobody is told of what they did themselves. */
static void
test_told (void)
{
  static const struct
  {
    GramEvent event;
    FixturePerson who;
    guint times;
  } told[] = {
    { GRAM_EVENT_TRADE_WAITING, STRANGER, 1 },     { GRAM_EVENT_TRADE_WAITING, OWNER, 0 },
    { GRAM_EVENT_TRADE_WAITING, CASE_HANDLER, 0 }, { GRAM_EVENT_TRADE_DIFFERS, OWNER, 1 },
    { GRAM_EVENT_TRADE_DIFFERS, TRADER, 1 },       { GRAM_EVENT_TRADE_DIFFERS, STRANGER, 0 },
    { GRAM_EVENT_TRADE_DIFFERS, VIEWER, 0 },       { GRAM_EVENT_TRADE_MATCHED, OWNER, 1 },
    { GRAM_EVENT_TRADE_MATCHED, STRANGER, 0 },     { GRAM_EVENT_TRADE_MATCHED, CASE_HANDLER, 1 },
    { GRAM_EVENT_TRADE_DECIDED, OWNER, 1 },        { GRAM_EVENT_TRADE_DECIDED, STRANGER, 1 },
    { GRAM_EVENT_TRADE_DECIDED, VIEWER, 1 },       { GRAM_EVENT_TRADE_DECIDED, CASE_HANDLER, 0 },
  };
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms dear = { .price = "380000.00" };
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  gint64 taken;

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, NULL);
  taken = trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &dear);
  g_assert_cmpstr (trade_amend (f, CCTS_BETA, taken, "'price': '375000.00'"), ==, "");
  record = trade_get (f, taken);
  trade_claim (f, record->trade_id);
  g_assert_cmpstr (trade_decide (f, CASE_HANDLER, "trade.register", record->trade_id), ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_test_message ("event %d, person %d", (int)told[i].event, (int)told[i].who);
      g_assert_cmpuint (case_count_notices (f, told[i].who, told[i].event), ==, told[i].times);
    }
}

/* The named one is told nothing of what the notification says, and finds no row of it. */
static void
test_hidden (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  const TradeTerms noted = { .more = ", 'note': 'Below what we paid.'" };
  gint64 id = trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &noted);
  GramTradeQuery query = { .account_id = ccts_account (f, CCTS_BETA) };
  g_autoptr (GPtrArray) notices = case_notices (f, STRANGER);
  g_autoptr (GramTradeDetail) own = trade_detail (f, TRADER, id);
  g_autoptr (GramTradeDetail) administrators = trade_detail (f, READER, id);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const GramNoticeRow *told;
  GramTradeCounts counts;
  gint64 naming;

  told = notices->pdata[0];
  g_assert_cmpint (told->event, ==, GRAM_EVENT_TRADE_WAITING);
  g_assert_cmpstr (told->subject, ==, "trades");
  g_assert_null (strstr (told->sentence, "30"));
  g_assert_null (strstr (told->sentence, "Alpha"));
  ids = gram_registry_trade_ids (f->registry, f->actors[STRANGER], &query, 0, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
  rows = gram_registry_trade_rows (f->registry, f->actors[STRANGER], &id, 1, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_null (gram_registry_trade_detail (f->registry, f->actors[STRANGER], id, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "trade.unknown");
  g_assert_cmpint (gram_registry_trade_counts (f->registry, f->actors[STRANGER], &query, &counts,
                                               &naming, NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_cmpint (naming, ==, 1);
  g_assert_cmpint (gram_trade_counts_select (&counts, 0), ==, 0);
  /* The note is the party's own. */
  g_assert_cmpstr (own->row->record->note, ==, "Below what we paid.");
  g_assert_cmpstr (administrators->row->record->note, ==, "");
}

/* Nothing says the same and has not matched; pairs are mutual; nobody who could pair waits; what is promised is reserved. */
static void
check_invariants (Fixture *f)
{
  GramStore *store = gram_registry_get_store (f->registry);
  g_autoptr (GPtrArray) live = gram_trade_notification_table_live (store, CCTS_YEAR, NULL);
  gint64 promised = 0;

  for (guint i = 0; i < live->len; i++)
    {
      const GramTradeNotificationRecord *one = live->pdata[i];

      if (one->side == GRAM_TRADE_TRANSFEROR)
        promised += one->quantity;
      for (guint k = 0; k < live->len; k++)
        {
          const GramTradeNotificationRecord *other = live->pdata[k];

          if (one->other_id == other->id)
            g_assert_cmpint (other->other_id, ==, one->id);
          if (one->side == other->side || one->state == GRAM_TRADE_MATCHED
              || other->state == GRAM_TRADE_MATCHED)
            continue;
          g_assert_true (one->quantity != other->quantity || one->price != other->price);
          g_assert_true (one->state == GRAM_TRADE_DIFFERING
                         || other->state == GRAM_TRADE_DIFFERING);
        }
    }
  trade_check_balances (f, CCTS_ALPHA, ALPHA_ALLOCATED - promised, promised);
}

/* Notified, changed and withdrawn at random, with few different figures. */
static void
test_random (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_PRACTICE);
  GramStore *store = gram_registry_get_store (f->registry);

  for (int step = 0; step < 60; step++)
    {
      g_autofree char *quantity = g_strdup_printf ("%d", g_test_rand_int_range (1, 4));
      const TradeTerms terms = { .quantity = quantity, .price = "12.50" };
      g_autofree char *changes = g_strdup_printf ("'quantity': '%s'", quantity);
      g_autoptr (GPtrArray) live = gram_trade_notification_table_live (store, CCTS_YEAR, NULL);
      const GramTradeNotificationRecord *one
          = live->len > 0 ? live->pdata[g_test_rand_int_range (0, (int)live->len)] : NULL;
      int place = one != NULL && one->side == GRAM_TRADE_TRANSFEREE ? CCTS_BETA : CCTS_ALPHA;

      switch (one != NULL ? g_test_rand_int_range (0, 4) : 0)
        {
        case 0:
          trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
          break;
        case 1:
          trade_do_take (f, CCTS_ALPHA, CCTS_BETA, &terms);
          break;
        case 2:
          trade_amend (f, place, one->id, changes);
          break;
        default:
          trade_withdraw (f, place, one->id);
          break;
        }
      check_invariants (f);
    }
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/trade-matching/differences", test_differences);
  g_test_add_func ("/registry/trade-matching/amend", test_amend);
  g_test_add_func ("/registry/trade-matching/amend-number", test_amend_number);
  g_test_add_func ("/registry/trade-matching/several", test_several);
  g_test_add_func ("/registry/trade-matching/withdraw", test_withdraw);
  g_test_add_func ("/registry/trade-matching/random", test_random);
  g_test_add_func ("/registry/trade-matching/window", test_window);
  g_test_add_func ("/registry/trade-matching/void", test_void);
  g_test_add_func ("/registry/trade-matching/told", test_told);
  g_test_add_func ("/registry/trade-matching/hidden", test_hidden);
  return g_test_run ();
}
