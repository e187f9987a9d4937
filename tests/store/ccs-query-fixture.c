/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-query-fixture.h"

#include "ccs-tables-fixture.h"
#include "people-fixture.h"

#include "gram-charge-table.h"
#include "gram-credit-transfer-table.h"
#include "gram-payment-table.h"
#include "gram-test-fleet.h"

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

void
ccs_query_fixture_set_up (CcsQueryFixture *self, gconstpointer data)
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
  for (guint64 n = 0; n < CCS_QUERY_MORE; n++)
    {
      add_charge (unit, n);
      add_payment (unit, n);
      add_transfer (unit, n);
    }
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
}

void
ccs_query_fixture_tear_down (CcsQueryFixture *self, gconstpointer data)
{
  gram_store_close (self->store);
  g_free (self->path);
  gram_test_dir_free (self->dir);
}
