/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-tables-fixture.h"
#include "people-fixture.h"

#include "gram-account-table.h"
#include "gram-charge-query-private.h"
#include "gram-credit-transfer-query-private.h"
#include "gram-payment-query-private.h"
#include "gram-statement.h"
#include "gram-test-fleet.h"

#include <string.h>

#define N_MORE 1300
#define TODAY "2026-06-15"

/* The registry of ccs-tables-fixture.h with many rows more. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramStore *store;
} Fixture;

static const gint64 accounts[] = { 1, 3, 5 };
static const char *const names[]
    = { "Harbour Street Imports Ltd", "Kauri Motors Ltd", "Nikau Motors Ltd" };
static const char *const numbers[] = { "10000008", "10000024", "10000040" };

static char *
day (guint64 n, guint64 of)
{
  return g_strdup_printf ("2026-%02d-%02d", 1 + (int)gram_test_random (of, n, 12),
                          1 + (int)gram_test_random (of + 1, n, 28));
}

static void
add_charge (GramUnit *unit, guint64 n)
{
  g_autoptr (GramChargeRecord) record = gram_charge_record_new ();
  g_autoptr (GError) error = NULL;

  record->account_id = accounts[gram_test_random (1, n, 3)];
  record->kind = (GramChargeKind)(1 << gram_test_random (2, n, GRAM_CHARGE_KINDS));
  record->year = 2024 + (int)gram_test_random (3, n, 3);
  record->amount = 1 + (gint64)gram_test_random (4, n, 500);
  record->outstanding = n % 3 == 0 ? 0 : 1 + (gint64)gram_test_random (5, n, record->amount);
  g_free (record->arisen_on);
  record->arisen_on = day (n, 6);
  g_free (record->due_on);
  record->due_on = day (n, 8);
  if (record->outstanding == 0)
    g_set_str (&record->settled_on, record->arisen_on);
  g_free (record->reference);
  record->reference = g_strdup_printf ("FA-%d-%04d", record->year, (int)n);
  record->journal_id = 1;
  gram_charge_table_insert (unit, record, &error);
  g_assert_no_error (error);
}

static void
add_payment (GramUnit *unit, guint64 n)
{
  g_autoptr (GramPaymentRecord) record = gram_payment_record_new ();
  g_autoptr (GError) error = NULL;

  record->account_id = accounts[gram_test_random (11, n, 3)];
  record->kind = n % 4 == 0 ? GRAM_PAYMENT_PAY_BACK : GRAM_PAYMENT_RECEIVED;
  record->amount = 1 + (gint64)gram_test_random (12, n, 500);
  g_free (record->paid_on);
  record->paid_on = day (n, 13);
  g_set_str (&record->reference, n % 2 == 0 ? "BNZ 4711" : "ANZ 0815");
  g_set_str (&record->payer, n % 5 == 0 ? "Häuser GmbH" : "");
  record->posting_id = record->journal_id = 1;
  gram_payment_table_insert (unit, record, &error);
  g_assert_no_error (error);
}

static void
add_transfer (GramUnit *unit, guint64 n)
{
  g_autoptr (GramCreditTransferRecord) record = gram_credit_transfer_record_new ();
  guint64 one = gram_test_random (21, n, 3);
  guint64 other = (one + 1 + gram_test_random (22, n, 2)) % 3;
  g_autoptr (GError) error = NULL;

  record->state
      = (GramCreditTransferState)(1 << gram_test_random (23, n, GRAM_CREDIT_TRANSFER_STATES));
  record->from_account = accounts[one];
  record->to_account = accounts[other];
  g_set_str (&record->from_number, numbers[one]);
  g_set_str (&record->from_name, names[one]);
  g_set_str (&record->to_number, numbers[other]);
  g_set_str (&record->to_name, names[other]);
  record->from_kind = record->to_kind = GRAM_ACCOUNT_CCS_USED;
  record->credits = record->received = 100 + 100 * (gint64)gram_test_random (24, n, 50);
  record->rulebook_id = record->offered_by = 1;
  record->offered_at = 9;
  g_free (record->lapses_on);
  record->lapses_on = day (n, 25);
  g_set_str (&record->reference, n % 2 == 0 ? "Order 118" : "");
  gram_credit_transfer_table_insert (unit, record, &error);
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
  ccs_fixture_fill (self->store);
  unit = gram_unit_begin (self->store, &error);
  for (guint64 n = 0; n < N_MORE; n++)
    {
      add_charge (unit, n);
      add_payment (unit, n);
      add_transfer (unit, n);
    }
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

static gboolean
has_words (const char *text, const char *search)
{
  g_autofree char *plain = g_str_to_ascii (text, "C");
  g_autofree char *small = g_ascii_strdown (plain, -1);
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (small, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Person 3 owns accounts 3 and 5 and is a member of account 1; person 4 of none. */
static gboolean
is_member (gint64 person_id)
{
  return person_id == 0 || person_id == 3;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

typedef gboolean (*Passes) (gconstpointer record, gconstpointer query);
typedef int (*Compare) (gconstpointer a, gconstpointer b, guint order);

/* A list, and how to work it out by hand. */
typedef struct
{
  Passes passes;
  Compare compare;
  gconstpointer query;
  guint order;
  gboolean descending;
} Shown;

static int
compare (gconstpointer one, gconstpointer other, gpointer data)
{
  gconstpointer a = *(const gpointer *)one;
  gconstpointer b = *(const gpointer *)other;
  const Shown *shown = data;
  int result = shown->compare (a, b, shown->order);

  if (result == 0)
    result = compare_numbers (*(const gint64 *)a, *(const gint64 *)b);
  return shown->descending ? -result : result;
}

static void
assert_list (const GPtrArray *all, Shown *shown, const GArray *ids, guint limit)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (shown->passes (all->pdata[i], shown->query))
      g_ptr_array_add (expected, all->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare, shown);
  g_assert_cmpuint (ids->len, ==, limit == 0 ? expected->len : MIN (limit, expected->len));
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, *(const gint64 *)expected->pdata[i]);
}

static gint64
count_passing (const GPtrArray *all, Passes passes, gconstpointer query)
{
  gint64 n = 0;

  for (guint i = 0; i < all->len; i++)
    n += passes (all->pdata[i], query) ? 1 : 0;
  return n;
}

static gboolean
charge_passes (gconstpointer data, gconstpointer filter)
{
  const GramChargeRecord *record = data;
  const GramChargeQuery *query = filter;
  GramChargeState state = record->outstanding == 0 ? GRAM_CHARGE_SETTLED
                          : query->today != NULL && strcmp (record->due_on, query->today) < 0
                              ? GRAM_CHARGE_OVERDUE
                              : GRAM_CHARGE_DUE;
  g_autofree char *text = g_strdup_printf ("#%d %s %s %s %s", (int)record->id, record->reference,
                                           record->document != NULL ? record->document : "",
                                           record->number, record->holder);

  return (query->account_id == 0 || record->account_id == query->account_id)
         && is_member (query->person_id) && (query->year == 0 || record->year == query->year)
         && (query->kinds == 0 || (query->kinds & record->kind) != 0)
         && (query->states == 0 || (query->states & state) != 0) && has_words (text, query->search);
}

static int
compare_charges (gconstpointer one, gconstpointer other, guint order)
{
  const GramChargeRecord *a = one;
  const GramChargeRecord *b = other;

  switch (order)
    {
    case GRAM_CHARGE_ORDER_DUE:
      return strcmp (a->due_on, b->due_on);
    case GRAM_CHARGE_ORDER_OUTSTANDING:
      return compare_numbers (a->outstanding, b->outstanding);
    case GRAM_CHARGE_ORDER_AMOUNT:
      return compare_numbers (a->amount, b->amount);
    default:
      return strcmp (a->arisen_on, b->arisen_on);
    }
}

static void
test_charges (Fixture *self, gconstpointer data)
{
  static const GramChargeQuery filters[] = {
    { 0 },
    { .account_id = 1, .today = (char *)TODAY },
    { .person_id = 3, .year = 2025 },
    { .person_id = 4 },
    { .states = GRAM_CHARGE_OVERDUE, .today = (char *)TODAY },
    { .states = GRAM_CHARGE_OVERDUE },
    { .states = GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE, .account_id = 5, .today = (char *)TODAY },
    { .states = GRAM_CHARGE_SETTLED | GRAM_CHARGE_DUE, .today = (char *)TODAY },
    { .kinds = GRAM_CHARGE_SHORT | GRAM_CHARGE_CARRIED, .year = 2026 },
    { .search = (char *)"kauri fa-2025" },
    { .search = (char *)"10000040 #1", .states = GRAM_CHARGE_SETTLED },
  };
  const GramChargeQuery whole = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all_ids = gram_charge_table_ids (self->store, &whole, 0, &error);
  g_autoptr (GPtrArray) all
      = gram_charge_table_page (self->store, (const gint64 *)all_ids->data, all_ids->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, N_MORE + 3);
  for (gsize f = 0; f < G_N_ELEMENTS (filters); f++)
    for (guint order = 0; order <= GRAM_CHARGE_ORDER_AMOUNT; order++)
      {
        GramChargeQuery query = filters[f];
        GramChargeQuery any = query;
        Shown shown = { charge_passes, compare_charges, &query, order, (f + order) % 2 == 0 };
        g_autoptr (GArray) ids = NULL;
        guint limit = order == 1 ? 7 : 0;
        GramChargeCounts counts;

        query.order = (GramChargeOrder)order;
        query.descending = shown.descending;
        ids = gram_charge_table_ids (self->store, &query, limit, &error);
        g_assert_no_error (error);
        assert_list (all, &shown, ids, limit);
        any.states = 0;
        gram_charge_table_counts (self->store, &query, &counts, &error);
        g_assert_no_error (error);
        g_assert_cmpint (gram_charge_counts_select (&counts, 0), ==,
                         count_passing (all, charge_passes, &any));
        g_assert_cmpint (gram_charge_counts_select (&counts, query.states), ==,
                         count_passing (all, charge_passes, &query));
        for (guint kind = 0; kind < GRAM_CHARGE_KINDS; kind++)
          {
            any.kinds = 1u << kind;
            g_assert_cmpint (gram_charge_counts_select_kinds (&counts, any.kinds), ==,
                             count_passing (all, charge_passes, &any));
          }
      }
}

static gboolean
payment_passes (gconstpointer data, gconstpointer filter)
{
  const GramPaymentRecord *record = data;
  const GramPaymentQuery *query = filter;
  g_autofree char *text = g_strdup_printf ("#%d %s %s %s %s", (int)record->id, record->reference,
                                           record->payer, record->number, record->holder);

  return (query->account_id == 0 || record->account_id == query->account_id)
         && is_member (query->person_id)
         && (query->kinds == 0 || (query->kinds & record->kind) != 0)
         && has_words (text, query->search);
}

static int
compare_payments (gconstpointer one, gconstpointer other, guint order)
{
  const GramPaymentRecord *a = one;
  const GramPaymentRecord *b = other;

  return order == GRAM_PAYMENT_ORDER_PAID     ? strcmp (a->paid_on, b->paid_on)
         : order == GRAM_PAYMENT_ORDER_AMOUNT ? compare_numbers (a->amount, b->amount)
                                              : 0;
}

static void
test_payments (Fixture *self, gconstpointer data)
{
  static const GramPaymentQuery filters[] = {
    { 0 },
    { .account_id = 5 },
    { .person_id = 3, .kinds = GRAM_PAYMENT_PAY_BACK },
    { .person_id = 4 },
    { .search = (char *)"hauser anz" },
  };
  const GramPaymentQuery whole = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all_ids = gram_payment_table_ids (self->store, &whole, 0, &error);
  g_autoptr (GPtrArray) all
      = gram_payment_table_page (self->store, (const gint64 *)all_ids->data, all_ids->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, N_MORE + 4);
  for (gsize f = 0; f < G_N_ELEMENTS (filters); f++)
    for (guint order = 0; order <= GRAM_PAYMENT_ORDER_AMOUNT; order++)
      {
        GramPaymentQuery query = filters[f];
        Shown shown = { payment_passes, compare_payments, &query, order, (f + order) % 2 == 0 };
        g_autoptr (GArray) ids = NULL;

        query.order = (GramPaymentOrder)order;
        query.descending = shown.descending;
        ids = gram_payment_table_ids (self->store, &query, 50, &error);
        g_assert_no_error (error);
        assert_list (all, &shown, ids, 50);
      }
}

static gboolean
transfer_passes (gconstpointer data, gconstpointer filter)
{
  const GramCreditTransferRecord *record = data;
  const GramCreditTransferQuery *query = filter;
  gboolean both = query->sent == query->received;
  g_autofree char *text = g_strdup_printf ("#%d %s %s %s %s %s", (int)record->id, record->reference,
                                           record->from_name, record->from_number, record->to_name,
                                           record->to_number);

  return (query->account_id == 0
          || ((both || query->sent) && record->from_account == query->account_id)
          || ((both || query->received) && record->to_account == query->account_id))
         && is_member (query->person_id)
         && (query->states == 0 || (query->states & record->state) != 0)
         && has_words (text, query->search);
}

static int
compare_transfers (gconstpointer one, gconstpointer other, guint order)
{
  const GramCreditTransferRecord *a = one;
  const GramCreditTransferRecord *b = other;

  switch (order)
    {
    case GRAM_CREDIT_TRANSFER_ORDER_CREDITS:
      return compare_numbers (a->credits, b->credits);
    case GRAM_CREDIT_TRANSFER_ORDER_LAPSES:
      return strcmp (a->lapses_on, b->lapses_on);
    case GRAM_CREDIT_TRANSFER_ORDER_SENDER:
      return g_ascii_strcasecmp (a->from_name, b->from_name);
    case GRAM_CREDIT_TRANSFER_ORDER_RECEIVER:
      return g_ascii_strcasecmp (a->to_name, b->to_name);
    case GRAM_CREDIT_TRANSFER_ORDER_STATE:
      return (int)a->state - (int)b->state;
    default:
      return 0;
    }
}

static void
test_transfers (Fixture *self, gconstpointer data)
{
  static const GramCreditTransferQuery filters[] = {
    { 0 },
    { .account_id = 1 },
    { .account_id = 5, .sent = TRUE },
    { .account_id = 5, .received = TRUE, .states = GRAM_CREDIT_TRANSFER_OFFERED },
    { .person_id = 3, .states = GRAM_CREDIT_TRANSFER_LAPSED | GRAM_CREDIT_TRANSFER_ACCEPTED },
    { .person_id = 4 },
    { .search = (char *)"kauri order" },
    { .search = (char *)"10000008", .account_id = 3, .received = TRUE },
  };
  const GramCreditTransferQuery whole = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all_ids = gram_credit_transfer_table_ids (self->store, &whole, 0, &error);
  g_autoptr (GPtrArray) all
      = gram_credit_transfer_table_page (self->store, (const gint64 *)all_ids->data, all_ids->len,
                                         &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, N_MORE + 5);
  for (gsize f = 0; f < G_N_ELEMENTS (filters); f++)
    for (guint order = 0; order <= GRAM_CREDIT_TRANSFER_ORDER_STATE; order++)
      {
        GramCreditTransferQuery query = filters[f];
        Shown shown = { transfer_passes, compare_transfers, &query, order, (f + order) % 2 == 0 };
        g_autoptr (GArray) ids = NULL;
        GramCreditTransferCounts counts;

        query.order = (GramCreditTransferOrder)order;
        query.descending = shown.descending;
        ids = gram_credit_transfer_table_ids (self->store, &query, 0, &error);
        g_assert_no_error (error);
        assert_list (all, &shown, ids, 0);
        gram_credit_transfer_table_counts (self->store, &query, &counts, &error);
        g_assert_no_error (error);
        g_assert_cmpint (gram_credit_transfer_counts_select (&counts, query.states), ==,
                         count_passing (all, transfer_passes, &query));
      }
}

/* A search is never out of date, also when the holder is called something else. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  const GramChargeQuery charges = { .search = (char *)"zorba" };
  const GramPaymentQuery payments = { .search = (char *)"zorba" };
  g_autoptr (GramAccountRecord) before = NULL;
  g_autoptr (GramAccountRecord) after = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) charge_ids = NULL;
  g_autoptr (GArray) payment_ids = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit;

  none = gram_charge_table_ids (self->store, &charges, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
  gram_account_table_get (self->store, 5, &before, &error);
  after = gram_account_record_copy (before);
  g_set_str (&after->holder, "Zorba Cars Ltd");
  unit = gram_unit_begin (self->store, &error);
  gram_account_table_update (unit, before, after, 1, &error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  charge_ids = gram_charge_table_ids (self->store, &charges, 0, &error);
  g_assert_cmpint (charge_ids->len, ==,
                   store_fixture_int64 (self->store,
                                        "SELECT count (*) FROM charge WHERE account_id = 5"));
  payment_ids = gram_payment_table_ids (self->store, &payments, 0, &error);
  g_assert_cmpint (payment_ids->len, ==,
                   store_fixture_int64 (self->store,
                                        "SELECT count (*) FROM payment WHERE account_id = 5"));
}

static char *
explain (Fixture *self, GramSql *sql)
{
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
  _gram_sql_free (sql);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

#define SORTED "; USE TEMP B-TREE FOR ORDER BY"

/* No list of the whole registry sorts; those of an account are found by it. */
static const struct
{
  GramChargeQuery query;
  const char *plan;
} charge_plans[] = {
  { { 0 }, "SCAN c USING COVERING INDEX charge_arisen" },
  { { .order = GRAM_CHARGE_ORDER_DUE, .states = GRAM_CHARGE_OVERDUE, .today = (char *)TODAY },
    "SCAN c USING COVERING INDEX charge_due; LIST SUBQUERY 1; SCAN json_each VIRTUAL TABLE INDEX 1:" },
  { { .order = GRAM_CHARGE_ORDER_OUTSTANDING, .year = 2026 },
    "SCAN c USING COVERING INDEX charge_outstanding" },
  { { .order = GRAM_CHARGE_ORDER_AMOUNT }, "SCAN c USING COVERING INDEX charge_amount" },
  { { .account_id = 1 }, "SEARCH c USING INDEX charge_account (account_id=?)" SORTED },
  { { .account_id = 1,
      .states = GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE,
      .order = GRAM_CHARGE_ORDER_DUE },
    "SEARCH c USING INDEX charge_live (account_id=?)" },
};

static const struct
{
  GramPaymentQuery query;
  const char *plan;
} payment_plans[] = {
  { { 0 }, "SCAN p" },
  { { .order = GRAM_PAYMENT_ORDER_PAID }, "SCAN p USING COVERING INDEX payment_paid" },
  { { .order = GRAM_PAYMENT_ORDER_AMOUNT }, "SCAN p USING COVERING INDEX payment_amount" },
  { { .account_id = 1 }, "SEARCH p USING COVERING INDEX payment_account (account_id=?)" },
};

static const struct
{
  GramCreditTransferQuery query;
  const char *plan;
} transfer_plans[] = {
  { { 0 }, "SCAN t" },
  { { .order = GRAM_CREDIT_TRANSFER_ORDER_CREDITS },
    "SCAN t USING COVERING INDEX credit_transfer_credits" },
  { { .order = GRAM_CREDIT_TRANSFER_ORDER_LAPSES },
    "SCAN t USING COVERING INDEX credit_transfer_lapses" },
  { { .order = GRAM_CREDIT_TRANSFER_ORDER_SENDER },
    "SCAN t USING COVERING INDEX credit_transfer_sender" },
  { { .order = GRAM_CREDIT_TRANSFER_ORDER_RECEIVER },
    "SCAN t USING COVERING INDEX credit_transfer_receiver" },
  { { .order = GRAM_CREDIT_TRANSFER_ORDER_STATE },
    "SCAN t USING COVERING INDEX credit_transfer_state" },
  { { .account_id = 1, .sent = TRUE },
    "SEARCH t USING COVERING INDEX credit_transfer_from (from_account=?)" },
  { { .account_id = 1, .received = TRUE },
    "SEARCH t USING COVERING INDEX credit_transfer_to (to_account=?)" },
};

#define ASSERT_PLANS(self, rows, Query, sql_of, down)                                              \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)                                                  \
    {                                                                                              \
      Query query = rows[i].query;                                                                 \
      g_autofree char *plan = NULL;                                                                \
                                                                                                   \
      query.descending = down;                                                                     \
      plan = explain (self, sql_of (&query, NULL, 50));                                            \
      g_assert_cmpstr (plan, ==, rows[i].plan);                                                    \
    }

static void
assert_plans (Fixture *self, gboolean descending)
{
  ASSERT_PLANS (self, charge_plans, GramChargeQuery, _gram_charge_query_sql, descending)
  ASSERT_PLANS (self, payment_plans, GramPaymentQuery, _gram_payment_query_sql, descending)
  ASSERT_PLANS (self, transfer_plans, GramCreditTransferQuery, _gram_credit_transfer_query_sql,
                descending)
}

static void
test_plans (Fixture *self, gconstpointer data)
{
  for (int analysed = 0; analysed < 2; analysed++)
    {
      g_autoptr (GError) error = NULL;
      GramUnit *unit;

      assert_plans (self, FALSE);
      assert_plans (self, TRUE);
      unit = gram_unit_begin (self->store, &error);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", &error));
      gram_unit_commit (unit, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  QUERY_TEST ("/store/ccs-query/charges", test_charges);
  QUERY_TEST ("/store/ccs-query/payments", test_payments);
  QUERY_TEST ("/store/ccs-query/transfers", test_transfers);
  QUERY_TEST ("/store/ccs-query/changes", test_changes);
  QUERY_TEST ("/store/ccs-query/plans", test_plans);

  return g_test_run ();
}
