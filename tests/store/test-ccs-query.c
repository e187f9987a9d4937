/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-query-fixture.h"
#include "people-fixture.h"
#include "store-fixture.h"

#include "gram-account-table.h"
#include "gram-charge-query.h"
#include "gram-credit-transfer-query.h"
#include "gram-payment-query.h"
#include "gram-statement.h"
#include "gram-test-fleet.h"

#include <string.h>

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
test_charges (CcsQueryFixture *self, gconstpointer data)
{
  static const GramChargeQuery filters[] = {
    { 0 },
    { .account_id = 1, .today = (char *)CCS_QUERY_TODAY },
    { .person_id = 3, .year = 2025 },
    { .person_id = 4 },
    { .states = GRAM_CHARGE_OVERDUE, .today = (char *)CCS_QUERY_TODAY },
    { .states = GRAM_CHARGE_OVERDUE },
    { .states = GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE,
      .account_id = 5,
      .today = (char *)CCS_QUERY_TODAY },
    { .states = GRAM_CHARGE_SETTLED | GRAM_CHARGE_DUE, .today = (char *)CCS_QUERY_TODAY },
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
  g_assert_cmpuint (all->len, ==, CCS_QUERY_MORE + 3);
  for (gsize f = 0; f < G_N_ELEMENTS (filters); f++)
    for (guint order = 0; order <= GRAM_CHARGE_ORDER_AMOUNT; order++)
      {
        GramChargeQuery query = filters[f], any = query;
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
        g_assert_true (gram_charge_table_counts (self->store, &query, &counts, &error));
        g_assert_cmpint (gram_charge_counts_select (&counts, 0), ==,
                         count_passing (all, charge_passes, &any));
        g_assert_cmpint (gram_charge_counts_select (&counts, query.states), ==,
                         count_passing (all, charge_passes, &query));
        for (any.kinds = 1; any.kinds < GRAM_CHARGE_ALL_KINDS; any.kinds <<= 1)
          g_assert_cmpint (gram_charge_counts_select_kinds (&counts, any.kinds), ==,
                           count_passing (all, charge_passes, &any));
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
test_payments (CcsQueryFixture *self, gconstpointer data)
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
  g_assert_cmpuint (all->len, ==, CCS_QUERY_MORE + 4);
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
test_transfers (CcsQueryFixture *self, gconstpointer data)
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
  g_assert_cmpuint (all->len, ==, CCS_QUERY_MORE + 5);
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
test_changes (CcsQueryFixture *self, gconstpointer data)
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  CCS_QUERY_TEST ("/store/ccs-query/charges", test_charges);
  CCS_QUERY_TEST ("/store/ccs-query/payments", test_payments);
  CCS_QUERY_TEST ("/store/ccs-query/transfers", test_transfers);
  CCS_QUERY_TEST ("/store/ccs-query/changes", test_changes);

  return g_test_run ();
}
