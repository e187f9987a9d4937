/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-fixture.h"
#include "people-fixture.h"

#include "gram-statement.h"
#include "gram-test-fleet.h"
#include "gram-trade-query-private.h"

#include <string.h>

#define N_MORE 1500

/* The registry of ccts-tables-fixture.h with many notifications more, of years in which nothing else is. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramStore *store;
} Fixture;

static const char *const names[]
    = { "Alpha Motors plc", "Beta Cars Ltd", "Gamma Sport Ltd", "Délta Sport Ltd" };
static const char *const numbers[] = { "10000057", "10000065", "10000073", "10000081" };

/* Over, as nothing is reserved for them. */
static void
add (GramUnit *unit, guint64 n)
{
  g_autoptr (GramTradeNotificationRecord) record = gram_trade_notification_record_new ();
  guint64 one = gram_test_random (1, n, 4);
  guint64 other = (one + 1 + gram_test_random (2, n, 3)) % 4;
  g_autoptr (GError) error = NULL;

  record->year = 2027 + (int)gram_test_random (3, n, 3);
  record->side = n % 2 == 0 ? GRAM_TRADE_TRANSFEROR : GRAM_TRADE_TRANSFEREE;
  record->account_id = (gint64)(CCTS_ALPHA + (n % 2 == 0 ? one : other));
  record->state = n % 5 == 0 ? GRAM_TRADE_VOID : GRAM_TRADE_WITHDRAWN;
  g_set_str (&record->transferor_name, names[one]);
  g_set_str (&record->transferor_number, numbers[one]);
  g_set_str (&record->transferee_name, names[other]);
  g_set_str (&record->transferee_number, numbers[other]);
  record->quantity = 1 + (gint64)gram_test_random (4, n, 500);
  record->price = 1 + (gint64)gram_test_random (5, n, 500);
  g_free (record->agreed_on);
  record->agreed_on = g_strdup_printf ("2028-11-%02d", 1 + (int)gram_test_random (6, n, 30));
  g_set_str (&record->note, "A secret of ours");
  record->notified_by = 3;
  record->notified_at = record->ended_at = 9;
  gram_trade_notification_table_insert (unit, record, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GramUnit *unit;

  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  self->store = store_fixture_create (self->path);
  store_fixture_fill (self->store);
  people_fixture_fill (self->store);
  ccts_fixture_fill (self->store);
  unit = gram_unit_begin (self->store, &error);
  for (guint64 n = 0; n < N_MORE; n++)
    add (unit, n);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_store_close (self->store);
  g_free (self->path);
  gram_test_dir_free (self->dir);
}

#define QUERY_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static GPtrArray *
read_all (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  const GramTradeQuery query = { 0 };
  g_autoptr (GArray) ids = gram_trade_notification_table_ids (self->store, &query, 0, &error);
  GPtrArray *all
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_trade_notification_record_free);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      GramTradeNotificationRecord *record = NULL;

      gram_trade_notification_table_get (self->store, g_array_index (ids, gint64, i), &record,
                                         &error);
      g_assert_no_error (error);
      g_ptr_array_add (all, record);
    }
  return all;
}

static gboolean
has_words (const GramTradeNotificationRecord *record, const char *search)
{
  g_autofree char *text = g_strdup_printf ("#%d %s %s %s %s", (int)record->id,
                                           record->transferor_name, record->transferor_number,
                                           record->transferee_name, record->transferee_number);
  g_autofree char *plain = g_str_to_ascii (text, "C");
  g_autofree char *small = g_ascii_strdown (plain, -1);
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (small, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Person 3 owns the four accounts, person 2 none of them. */
static gboolean
passes (const GramTradeNotificationRecord *record, const GramTradeQuery *query)
{
  return (query->account_id == 0 || record->account_id == query->account_id)
         && (query->person_id == 0 || query->person_id == 3)
         && (query->year == 0 || record->year == query->year)
         && (query->states == 0 || (query->states & record->state) != 0)
         && (query->side == 0 || record->side == query->side)
         && (!query->pairs || record->side == GRAM_TRADE_TRANSFEROR || record->other_id == 0)
         && has_words (record, query->search);
}

static const char *
other_name (const GramTradeNotificationRecord *record)
{
  return record->side == GRAM_TRADE_TRANSFEROR ? record->transferee_name : record->transferor_name;
}

static int
compare (gconstpointer one, gconstpointer other, gpointer data)
{
  const GramTradeNotificationRecord *a = *(GramTradeNotificationRecord *const *)one;
  const GramTradeNotificationRecord *b = *(GramTradeNotificationRecord *const *)other;
  const GramTradeQuery *query = data;
  int result = 0;

  switch (query->order)
    {
    case GRAM_TRADE_ORDER_QUANTITY:
      result = (a->quantity > b->quantity) - (a->quantity < b->quantity);
      break;
    case GRAM_TRADE_ORDER_PRICE:
      result = (a->price > b->price) - (a->price < b->price);
      break;
    case GRAM_TRADE_ORDER_AGREED:
      result = strcmp (a->agreed_on, b->agreed_on);
      break;
    case GRAM_TRADE_ORDER_COUNTERPARTY:
      result = g_ascii_strcasecmp (other_name (a), other_name (b));
      break;
    case GRAM_TRADE_ORDER_STATE:
      result = (int)a->state - (int)b->state;
      break;
    case GRAM_TRADE_ORDER_NOTIFIED:
    default:
      break;
    }
  if (result == 0)
    result = (a->id > b->id) - (a->id < b->id);
  return query->descending ? -result : result;
}

static void
assert_list (Fixture *self, GPtrArray *all, const GramTradeQuery *query)
{
  const guint limits[] = { 0, 5, 400 };
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (passes (all->pdata[i], query))
      g_ptr_array_add (expected, all->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare, (gpointer)query);
  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids
          = gram_trade_notification_table_ids (self->store, query, limits[l], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==,
                        limits[l] == 0 ? expected->len : MIN (limits[l], expected->len));
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (g_array_index (ids, gint64, i), ==,
                         ((GramTradeNotificationRecord *)expected->pdata[i])->id);
    }
}

static void
assert_counts (Fixture *self, GPtrArray *all, const GramTradeQuery *query)
{
  GramTradeQuery any = *query;
  g_autoptr (GError) error = NULL;
  GramTradeCounts counts;
  gint64 sum = 0;

  any.states = 0;
  for (guint i = 0; i < all->len; i++)
    sum += passes (all->pdata[i], &any) ? 1 : 0;
  gram_trade_notification_table_counts (self->store, query, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gram_trade_counts_select (&counts, 0), ==, sum);
  sum = 0;
  for (guint i = 0; i < all->len; i++)
    sum += passes (all->pdata[i], query) ? 1 : 0;
  g_assert_cmpint (gram_trade_counts_select (&counts, query->states), ==, sum);
}

static void
test_lists (Fixture *self, gconstpointer data)
{
  static const GramTradeQuery filters[] = {
    { 0 },
    { .account_id = CCTS_ALPHA },
    { .person_id = 3, .year = 2028 },
    { .person_id = 2 },
    { .states = GRAM_TRADE_LIVE },
    { .account_id = CCTS_BETA, .states = GRAM_TRADE_VOID | GRAM_TRADE_REGISTERED },
    { .side = GRAM_TRADE_TRANSFEREE, .year = 2027 },
    { .pairs = TRUE },
    { .search = (char *)"alpha gamma" },
    { .search = (char *)"delta", .year = 2029 },
    { .search = (char *)"#7" },
    { .search = (char *)"10000081 beta", .account_id = CCTS_DELTA },
    { .search = (char *)"secret" },
  };
  g_autoptr (GPtrArray) all = read_all (self);

  g_assert_cmpuint (all->len, ==, N_MORE + 8);
  for (gsize f = 0; f < G_N_ELEMENTS (filters); f++)
    for (int order = GRAM_TRADE_ORDER_NOTIFIED; order <= GRAM_TRADE_ORDER_STATE; order++)
      {
        GramTradeQuery query = filters[f];

        query.order = (GramTradeOrder)order;
        query.descending = (f + (gsize)order) % 2 == 0;
        assert_list (self, all, &query);
        assert_counts (self, all, &query);
      }
}

/* A search is never out of date. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  const GramTradeQuery query = { .search = (char *)"zorba" };
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotificationRecord) after = NULL;
  g_autoptr (GPtrArray) live = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit;

  none = gram_trade_notification_table_ids (self->store, &query, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
  live = gram_trade_notification_table_live (self->store, CCTS_YEAR, &error);
  before = gram_trade_notification_record_copy (live->pdata[0]);
  after = gram_trade_notification_record_copy (before);
  g_set_str (&after->transferee_name, "Zorba Cars Ltd");
  unit = gram_unit_begin (self->store, &error);
  gram_trade_notification_table_update (unit, before, after, 1, &error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  found = gram_trade_notification_table_ids (self->store, &query, 0, &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, before->id);
}

static char *
explain (Fixture *self, const GramTradeQuery *query)
{
  g_autoptr (GramSql) sql = _gram_trade_query_sql (query, NULL, 50);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_string_prepend (sql->text, "EXPLAIN QUERY PLAN ");
  statement = _gram_sql_prepare (sql, self->store, &error);
  g_assert_no_error (error);
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    g_string_append_printf (plan, "%s%s", plan->len > 0 ? "; " : "",
                            gram_statement_text (statement, 3));
  g_assert_no_error (error);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

/* No list of the whole registry sorts; those of an account are found by it. */
static const struct
{
  GramTradeQuery query;
  const char *plan;
} plans[] = {
  { { 0 }, "SCAN n" },
  { { .order = GRAM_TRADE_ORDER_QUANTITY, .states = GRAM_TRADE_LIVE, .year = 2026 },
    "SCAN n USING COVERING INDEX trade_notification_quantity; LIST SUBQUERY 1; "
    "SCAN json_each VIRTUAL TABLE INDEX 1:" },
  { { .order = GRAM_TRADE_ORDER_PRICE, .pairs = TRUE },
    "SCAN n USING COVERING INDEX trade_notification_price" },
  { { .order = GRAM_TRADE_ORDER_AGREED, .side = GRAM_TRADE_TRANSFEROR },
    "SCAN n USING COVERING INDEX trade_notification_agreed" },
  { { .order = GRAM_TRADE_ORDER_COUNTERPARTY },
    "SCAN n USING INDEX trade_notification_counterparty" },
  { { .order = GRAM_TRADE_ORDER_STATE }, "SCAN n USING COVERING INDEX trade_notification_state" },
  { { .account_id = CCTS_ALPHA },
    "SEARCH n USING COVERING INDEX trade_notification_account (account_id=?)" },
  { { .account_id = CCTS_ALPHA, .order = GRAM_TRADE_ORDER_PRICE },
    "SEARCH n USING INDEX trade_notification_account (account_id=?); USE TEMP B-TREE FOR ORDER BY" },
};

static void
test_plans (Fixture *self, gconstpointer data)
{
  for (int analysed = 0; analysed < 2; analysed++)
    {
      g_autoptr (GError) error = NULL;
      GramUnit *unit;

      for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
        for (int descending = 0; descending < 2; descending++)
          {
            GramTradeQuery query = plans[i].query;
            g_autofree char *plan = NULL;

            query.descending = descending == 1;
            plan = explain (self, &query);
            g_assert_cmpstr (plan, ==, plans[i].plan);
          }
      unit = gram_unit_begin (self->store, &error);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", &error));
      gram_unit_commit (unit, &error);
      g_assert_no_error (error);
    }
}

static void
test_copy (void)
{
  const GramTradeQuery query = { .account_id = 4, .search = (char *)"beta", .year = 2026 };
  g_autoptr (GramTradeQuery) copy = gram_trade_query_copy (&query);

  g_assert_cmpstr (copy->search, ==, "beta");
  g_assert_true (copy->search != query.search);
  g_assert_cmpint (copy->year, ==, 2026);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/trade-query/copy", test_copy);
  QUERY_TEST ("/store/trade-query/lists", test_lists);
  QUERY_TEST ("/store/trade-query/changes", test_changes);
  QUERY_TEST ("/store/trade-query/plans", test_plans);

  return g_test_run ();
}
