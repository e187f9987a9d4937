/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-vehicle-query.h"

#include <string.h>

#define N_VEHICLES 3000

static GArray *
list (TableFixture *self, const GramVehicleQuery *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  GArray *ids;

  ids = gram_vehicle_table_ids (self->store, query, limit, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ids);
  return ids;
}

/* Vehicles of two accounts in all states: a third entered, a third ready, the rest accepted where complete. */
static void
fill (TableFixture *self)
{
  GramAcceptance acceptance = { 9, 2, FALSE, 1 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 n;
  gint64 units;

  for (guint64 i = 0; i < N_VEHICLES; i += 100)
    table_fixture_fill (self, i % 1000 == 0 ? 2 : 1, i, 100);
  for (gint64 id = 1; id <= N_VEHICLES; id++)
    if (id % 3 != 0)
      g_array_append_val (ids, id);
  for (gint64 account_id = 1; account_id <= 2; account_id++)
    {
      gram_vehicle_table_mark_ready_ids (self->unit, account_id, &g_array_index (ids, gint64, 0),
                                         ids->len, 8, &n, &error);
      gram_vehicle_table_accept_ids (self->unit, account_id, &g_array_index (ids, gint64, 0),
                                     ids->len / 2, &acceptance, &n, &units, &error);
      g_assert_no_error (error);
    }
  table_fixture_commit (self);
}

/* What a list has to answer, made without any of its ways: all records, filtered and sorted in C. */
static GPtrArray *
read_all (TableFixture *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_vehicle_record_free);

  for (gint64 id = 1; id <= N_VEHICLES; id++)
    g_ptr_array_add (all, table_fixture_get (self, id));
  return all;
}

static gboolean
occurs (const char *text, const char *word)
{
  g_autofree char *folded = NULL;
  g_autofree char *small = NULL;

  if (text == NULL)
    return FALSE;
  folded = g_utf8_strdown (text, -1);
  small = g_utf8_strdown (word, -1);
  return strstr (folded, small) != NULL;
}

static gboolean
begins (const char *text, const char *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

static char *
without_dash (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  return g_strjoinv (NULL, parts);
}

static gboolean
has_word (const GramVehicleRecord *v, const char *word, gboolean prefix)
{
  g_autofree char *key = v->chassis != NULL ? without_dash (v->chassis) : NULL;
  g_autofree char *plain = without_dash (word);

  if (prefix)
    return begins (v->label, word) || begins (v->make, word);
  if (strcmp (plain, word) != 0 && strlen (plain) >= 3 && has_word (v, plain, FALSE))
    return TRUE;
  return occurs (v->vin, word) || occurs (v->chassis, word) || occurs (key, word)
         || occurs (v->register_key, word) || occurs (v->make, word) || occurs (v->model, word);
}

/* The vehicles that have every word. */
static GPtrArray *
search_all (GPtrArray *all, const char *search)
{
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", -1);
  GPtrArray *found = g_ptr_array_new ();
  gboolean prefix = TRUE;

  for (gsize i = 0; words[i] != NULL; i++)
    prefix = prefix && g_utf8_strlen (words[i], -1) < 3;
  for (guint i = 0; i < all->len; i++)
    {
      gboolean has_all = TRUE;

      for (gsize w = 0; words[w] != NULL; w++)
        has_all = has_all && (*words[w] == '\0' || has_word (all->pdata[i], words[w], prefix));
      if (has_all)
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

static gboolean
passes (const GramVehicleRecord *v, const GramVehicleQuery *query)
{
  return v->account_id == query->account_id
         && (query->statuses == 0 || (query->statuses >> v->status & 1) == 1)
         && (query->attentions == 0 || (query->attentions >> v->attention & 1) == 1);
}

static int
compare (gconstpointer one, gconstpointer other, gpointer data)
{
  const GramVehicleRecord *a = *(GramVehicleRecord *const *)one;
  const GramVehicleRecord *b = *(GramVehicleRecord *const *)other;
  const GramVehicleQuery *query = data;
  int result = 0;

  switch (query->order)
    {
    case GRAM_VEHICLE_ORDER_LABEL:
      result = g_ascii_strcasecmp (a->label, b->label);
      break;
    case GRAM_VEHICLE_ORDER_MAKE:
      result = g_ascii_strcasecmp (a->make, b->make);
      if (result == 0)
        result = g_ascii_strcasecmp (a->model, b->model);
      break;
    case GRAM_VEHICLE_ORDER_CO2:
      result = (a->co2_micro > b->co2_micro) - (a->co2_micro < b->co2_micro);
      break;
    case GRAM_VEHICLE_ORDER_STATUS:
      result = (int)a->status * 3 + (int)a->attention - (int)b->status * 3 - (int)b->attention;
      break;
    case GRAM_VEHICLE_ORDER_NEWEST:
    default:
      result = (b->id > a->id) - (b->id < a->id);
      break;
    }
  if (result == 0)
    result = (a->id > b->id) - (a->id < b->id);
  return query->descending ? -result : result;
}

static void
assert_list (TableFixture *self, GPtrArray *found, const GramVehicleQuery *query)
{
  const guint limits[] = { 0, 7, 200 };
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    if (passes (found->pdata[i], query))
      g_ptr_array_add (expected, found->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare, (gpointer)query);
  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr (GArray) ids = list (self, query, limits[l]);

      g_assert_cmpuint (ids->len, ==,
                        limits[l] == 0 ? expected->len : MIN (limits[l], expected->len));
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (g_array_index (ids, gint64, i), ==,
                         ((GramVehicleRecord *)g_ptr_array_index (expected, i))->id);
    }
}

static const char *const searches[] = {
  NULL,
  "",
  "  ",
  "toyota",
  "TOYOTA aqua",
  "aqu",
  "nhp10-00",
  "NHP1000",
  "7at",
  "000123",
  "x-t",
  "ZVW30-0",
  "bmw",
  "b",
  "7A",
  "mg",
  "t",
  "zz",
  "cx-5",
  "320i bm",
  "no such car",
  "hybrid",
  "FERRARI",
  "a 180",
  "tesla 00",
  "7AT 001",
  "to 7a",
  "toyota prius 7A",
  "a o i n r t 7at",
  "prius zz",
  "mazda 00",
  "7at toyota 00",
};

/* How a search is answered depends on how much there is: each way by itself, then all three as they come. */
static const struct
{
  guint few;
  guint walked;
} efforts[] = { { 0, 0 }, { 20, 3000 }, { 20, 10 }, { 300, 300 } };

static void
check_search (TableFixture *self, GPtrArray *found, const char *search, guint64 n)
{
  for (int order = GRAM_VEHICLE_ORDER_NEWEST; order <= GRAM_VEHICLE_ORDER_STATUS; order++)
    for (int turn = 0; turn < 4; turn++, n++)
      {
        GramVehicleQuery query = {
          .account_id = turn < 3 ? 1 : 2,
          .statuses = turn % 2 == 0 ? 0 : (guint)gram_test_random (1, n, 8),
          .attentions = turn % 3 == 0 ? 0 : (guint)gram_test_random (2, n, 8),
          .search = (char *)search,
          .order = (GramVehicleOrder)order,
          .descending = gram_test_random (3, n, 2) == 1,
        };

        assert_list (self, found, &query);
      }
}

static void
test_lists (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  fill (self);
  all = read_all (self);
  for (gsize i = 0; i < G_N_ELEMENTS (efforts); i++)
    {
      _gram_vehicle_query_set_effort (efforts[i].few, efforts[i].walked);
      for (gsize k = 0; k < G_N_ELEMENTS (searches); k++)
        {
          g_autoptr (GPtrArray) found = search_all (all, searches[k]);

          check_search (self, found, searches[k], k * 100);
        }
    }
  _gram_vehicle_query_set_effort (0, 0);
}

/* Random parts of identifiers, makes and models, as people type them. */
static void
test_random_searches (TableFixture *self, gconstpointer data)
{
  GramTestFleet fleet = { 7, GRAM_ACCOUNT_CCS_USED };
  g_autoptr (GPtrArray) all = NULL;

  fill (self);
  all = read_all (self);
  for (guint64 i = 0; i < 120; i++)
    {
      g_autofree char *search = gram_test_fleet_search (&fleet, N_VEHICLES, i);
      g_autoptr (GPtrArray) found = search_all (all, search);
      GramVehicleQuery query = {
        .account_id = 1,
        .search = search,
        .order = (GramVehicleOrder)gram_test_random (4, i, 5),
        .descending = gram_test_random (5, i, 2) == 1,
      };

      assert_list (self, found, &query);
    }
}

typedef struct
{
  const char *search;
  int expected;
} TextCase;

/* One vehicle: VIN 7AT0H64TX07123456, chassis ZVW30-1234567, make Citroën, model C3 100%_"ALL"\X. */
static const TextCase texts[] = {
  { "zvw30-12", 1 },
  { "ZVW3012", 1 },
  { "zvw30–1234567", 1 },
  { "ｚｖｗ３０", 1 },
  { "7AT0H64TX07123456", 1 },
  { "7at0-h64", 1 },
  { "100%", 1 },
  { "%", 0 },
  { "100_", 0 },
  { "%_\"", 1 },
  { "\"ALL\"", 1 },
  { "\"all\"\\x", 1 },
  { "a_l", 0 },
  { "100%%", 0 },
  { "citroën", 1 },
  { "CITROËN", 1 },
  { "Citroën c3", 1 },
  { "citroe\xcc\x88n", 1 },
  { "ŠKODA", 1 },
  { "škoda", 1 },
  { "Škoda", 1 },
  { "š", 1 },
  { "ci", 1 },
  { "cI", 1 },
  { "7a", 1 },
  { "7", 1 },
  { "zv", 0 },
  { "3\" \"", 0 },
  { "c3 \xff\xfe", 0 },
  { "'; DROP TABLE vehicle; --", 0 },
  { "NEAR(a b)", 0 },
  { "a* AND OR NOT", 0 },
  { "\t\n ", 2 },
  { "mvr:5512", 0 },
  { "eea:2024:1182", 1 },
  { "EEA:2024", 1 },
  { "ee", 1 },
};

static void
test_texts (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleRecord) first = gram_vehicle_record_new ();
  g_autoptr (GramVehicleRecord) second = gram_vehicle_record_new ();
  g_autofree char *endless = g_strnfill (30000, 'Z');
  g_autoptr (GArray) none = NULL;
  g_autoptr (GError) error = NULL;

  first->account_id = second->account_id = 1;
  g_set_str (&first->vin, "7AT0H64TX07123456");
  g_set_str (&first->chassis, "ZVW30-1234567");
  g_set_str (&first->make, "Citroën");
  g_set_str (&first->model, "C3 100%_\"ALL\"\\X");
  g_set_str (&second->register_key, "eea:2024:118273");
  g_set_str (&second->make, "ŠKODA");
  g_set_str (&second->model, "OCTAVIA");
  /* Where the account is small, all is read; where it is large, the index leads: both have to agree. */
  for (int large = 0; large < 2; large++)
    {
      table_fixture_begin (self);
      if (large == 0)
        {
          g_assert_true (gram_vehicle_table_insert (self->unit, first, 0, &error));
          g_assert_true (gram_vehicle_table_insert (self->unit, second, 0, &error));
        }
      else
        table_fixture_fill (self, 1, 0, 4000);
      table_fixture_commit (self);
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        for (int order = GRAM_VEHICLE_ORDER_NEWEST; order <= GRAM_VEHICLE_ORDER_STATUS; order++)
          {
            GramVehicleQuery query = {
              .account_id = 1,
              .search = (char *)texts[i].search,
              .order = (GramVehicleOrder)order,
            };
            g_autoptr (GArray) ids = list (self, &query, 0);
            int found = 0;

            for (guint k = 0; k < ids->len; k++)
              found += g_array_index (ids, gint64, k) <= 2;
            g_test_message ("search %" G_GSIZE_FORMAT, i);
            g_assert_cmpint (found, ==, texts[i].expected);
          }
    }
  {
    GramVehicleQuery query = { .account_id = 1, .search = endless };

    none = list (self, &query, 0);
    g_assert_cmpuint (none->len, ==, 0);
  }
}

static char *
explain (TableFixture *self, const char *sql, guint n_parameters)
{
  g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_statement_prepare (self->store, text, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n_parameters; i++)
    gram_statement_bind_null (statement, i);
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    g_string_append_printf (plan, "%s%s", plan->len > 0 ? "; " : "",
                            gram_statement_text (statement, 3));
  g_assert_no_error (error);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

static void
assert_plan (TableFixture *self,
             const GramVehicleQuery *query,
             GramVehicleSelect select,
             const char *expected)
{
  g_autoptr (GramVehicleSearch) search = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *plan = NULL;
  guint n_parameters = 4;

  if (select == GRAM_VEHICLE_WALK_AND_CHECK
      || (select == GRAM_VEHICLE_AMONG && query->search != NULL))
    search = _gram_vehicle_search_new (query->search);
  if (select == GRAM_VEHICLE_AMONG)
    n_parameters++;
  if (search != NULL)
    n_parameters += 2;
  if (select == GRAM_VEHICLE_CELL)
    n_parameters = 4;
  sql = _gram_vehicle_query_sql (query, search, select);
  plan = explain (self, sql, n_parameters);
  g_assert_cmpstr (plan, ==, expected);
}

static const struct
{
  GramVehicleOrder order;
  const char *index;
} order_indexes[] = {
  { GRAM_VEHICLE_ORDER_NEWEST, "vehicle_newest" }, { GRAM_VEHICLE_ORDER_LABEL, "vehicle_label" },
  { GRAM_VEHICLE_ORDER_MAKE, "vehicle_make" },     { GRAM_VEHICLE_ORDER_CO2, "vehicle_co2" },
  { GRAM_VEHICLE_ORDER_STATUS, "vehicle_status" },
};

/* No list scans, and none sorts where an index has the order. */
static void
test_plans (TableFixture *self, gconstpointer data)
{
  fill (self);
  for (int analysed = 0; analysed < 2; analysed++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (order_indexes); i++)
        for (int descending = 0; descending < 2; descending++)
          {
            GramVehicleQuery query = {
              .account_id = 1,
              .search = (char *)"toyota aqua",
              .order = order_indexes[i].order,
              .descending = descending == 1,
            };
            g_autofree char *walk
                = g_strdup_printf ("SEARCH vehicle USING COVERING INDEX %s (account_id=?)",
                                   order_indexes[i].index);
            g_autofree char *check
                = g_strdup_printf ("SEARCH vehicle USING INDEX %s (account_id=?)",
                                   order_indexes[i].index);

            assert_plan (self, &query, GRAM_VEHICLE_WALK, walk);
            assert_plan (self, &query, GRAM_VEHICLE_WALK_AND_CHECK, check);
            assert_plan (
                self, &query, GRAM_VEHICLE_AMONG,
                query.order == GRAM_VEHICLE_ORDER_NEWEST
                    ? "SEARCH vehicle USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; "
                      "SCAN json_each VIRTUAL TABLE INDEX 1:"
                    : "SEARCH vehicle USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; "
                      "SCAN json_each VIRTUAL TABLE INDEX 1:; USE TEMP B-TREE FOR ORDER BY");
            if (query.order == GRAM_VEHICLE_ORDER_NEWEST)
              assert_plan (self, &query, GRAM_VEHICLE_CELL,
                           "SEARCH vehicle USING COVERING INDEX vehicle_status"
                           " (account_id=? AND status=? AND attention=?)");
          }
      table_fixture_begin (self);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", NULL));
      table_fixture_commit (self);
    }
}

static void
test_copy (void)
{
  GramVehicleQuery query = {
    .account_id = 4,
    .statuses = 1,
    .attentions = 2,
    .search = (char *)"aqua",
    .registered_from = (char *)"2026-01-01",
    .registered_to = (char *)"2026-12-31",
    .posting_id = 5,
    .make = (char *)"TOYOTA",
    .model = (char *)"Corolla",
    .order = GRAM_VEHICLE_ORDER_CO2,
    .descending = TRUE,
  };
  g_autoptr (GramVehicleQuery) copy = gram_vehicle_query_copy (&query);

  g_assert_cmpstr (copy->search, ==, "aqua");
  g_assert_true (copy->search != query.search);
  g_assert_cmpstr (copy->registered_from, ==, "2026-01-01");
  g_assert_cmpstr (copy->registered_to, ==, "2026-12-31");
  g_assert_cmpstr (copy->make, ==, "TOYOTA");
  g_assert_cmpstr (copy->model, ==, "Corolla");
  g_assert_true (copy->make != query.make && copy->model != query.model);
  g_assert_cmpint (copy->posting_id, ==, 5);
  g_assert_cmpint (copy->account_id, ==, 4);
  g_assert_cmpuint (copy->statuses, ==, 1);
  g_assert_cmpuint (copy->attentions, ==, 2);
  g_assert_cmpint (copy->order, ==, GRAM_VEHICLE_ORDER_CO2);
  g_assert_true (copy->descending);
}

static guint
count (TableFixture *self, const char *search)
{
  const GramVehicleQuery query = { .account_id = 1, .search = (char *)search };
  g_autoptr (GArray) ids = list (self, &query, 0);

  return ids->len;
}

static void
rename_make (TableFixture *self, gint64 id, const char *make)
{
  g_autoptr (GramVehicleRecord) before = table_fixture_get (self, id);
  g_autoptr (GramVehicleRecord) after = table_fixture_get (self, id);
  g_autoptr (GError) error = NULL;

  g_set_str (&after->make, make);
  after->version++;
  table_fixture_begin (self);
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
}

/* What vehicles share is kept from search to search: never longer than it is so. */
static void
test_changes (TableFixture *self, gconstpointer data)
{
  const char *const makes[] = { "ZORBA", "DAIHATSU" };

  fill (self);
  _gram_vehicle_query_set_effort (20, 10);
  for (guint i = 0; i < G_N_ELEMENTS (makes); i++)
    {
      g_assert_cmpuint (count (self, makes[i]), ==, 0);
      rename_make (self, 1500, makes[i]);
      table_fixture_commit (self);
      g_assert_cmpuint (count (self, makes[i]), ==, 1);
      g_assert_cmpuint (count (self, "zo"), ==, i == 0);
    }
  /* One that is undone leaves nothing behind, though it was searched for amid the unit. */
  rename_make (self, 1500, "ZORBA");
  count (self, "zorba");
  g_clear_pointer (&self->unit, gram_unit_rollback);
  g_assert_cmpuint (count (self, "zorba"), ==, 0);
  g_assert_cmpuint (count (self, "daihatsu"), ==, 1);
  _gram_vehicle_query_set_effort (0, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/query/copy", test_copy);
  TABLE_TEST ("/store/query/plans", test_plans);
  TABLE_TEST ("/store/query/texts", test_texts);
  TABLE_TEST ("/store/query/lists", test_lists);
  TABLE_TEST ("/store/query/random-searches", test_random_searches);
  TABLE_TEST ("/store/query/changes", test_changes);
  return g_test_run ();
}
