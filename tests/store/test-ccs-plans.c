/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-query-fixture.h"

#include "gram-charge-query-private.h"
#include "gram-credit-transfer-query-private.h"
#include "gram-payment-query-private.h"
#include "gram-statement.h"

static char *
explain (CcsQueryFixture *self, GramSql *sql)
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
  { { .order = GRAM_CHARGE_ORDER_DUE,
      .states = GRAM_CHARGE_OVERDUE,
      .today = (char *)CCS_QUERY_TODAY },
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
assert_plans (CcsQueryFixture *self, gboolean descending)
{
  ASSERT_PLANS (self, charge_plans, GramChargeQuery, _gram_charge_query_sql, descending)
  ASSERT_PLANS (self, payment_plans, GramPaymentQuery, _gram_payment_query_sql, descending)
  ASSERT_PLANS (self, transfer_plans, GramCreditTransferQuery, _gram_credit_transfer_query_sql,
                descending)
}

static void
test_plans (CcsQueryFixture *self, gconstpointer data)
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

  CCS_QUERY_TEST ("/store/ccs-plans/lists", test_plans);

  return g_test_run ();
}
