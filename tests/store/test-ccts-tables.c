/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-fixture.h"
#include "people-fixture.h"

#include "gram-accounting-table.h"
#include "gram-allocation-table.h"
#include "gram-baseline-table.h"
#include "gram-conversion-table.h"
#include "gram-crts-position-table.h"
#include "gram-document-table.h"
#include "gram-eco-notice-table.h"
#include "gram-payment-notice-table.h"
#include "gram-pool-table.h"
#include "gram-scenario-table.h"
#include "gram-scheme-year-table.h"
#include "gram-signing-key-table.h"
#include "gram-statement.h"
#include "gram-surrender-table.h"
#include "gram-trade-table.h"
#include "gram-year-balance-table.h"

/* The registry of ccts-tables-fixture.h with an open unit, which is undone at the end. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramStore *store;
  GramUnit *unit;
  CctsFixture made;
  GError *error;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "registry.gram");
  self->store = store_fixture_create (self->path);
  store_fixture_fill (self->store);
  people_fixture_fill (self->store);
  self->made = ccts_fixture_fill (self->store);
  self->unit = gram_unit_begin (self->store, &self->error);
  g_assert_no_error (self->error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_no_error (self->error);
  gram_unit_rollback (self->unit);
  gram_store_close (self->store);
  g_free (self->path);
  gram_test_dir_free (self->dir);
}

#define CCTS_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static void
assert_done (Fixture *self, gboolean done)
{
  g_assert_no_error (self->error);
  g_assert_true (done);
}

static void
assert_refused (Fixture *self, gboolean done)
{
  g_assert_error (self->error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_assert_false (done);
  g_clear_error (&self->error);
}

static void
assert_length (Fixture *self, GPtrArray *rows, guint expected)
{
  g_assert_no_error (self->error);
  g_assert_cmpuint (rows->len, ==, expected);
  g_ptr_array_unref (rows);
}

/* Notices of a year switch off in the next; a withdrawn one does not. */
static void
test_eco_notices (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) of_2025 = gram_eco_notice_table_of_year (self->store, 2025, &self->error);
  g_autoptr (GramEcoNoticeRecord) after = NULL;
  const GramEcoNoticeRecord *before = of_2025->pdata[0];

  g_assert_cmpuint (of_2025->len, ==, 1);
  g_assert_cmpstr (before->code, ==, "28");
  assert_length (self, gram_eco_notice_table_of_year (self->store, 2023, &self->error), 0);
  assert_length (self, gram_eco_notice_table_list (self->store, &self->error), 2);
  after = gram_eco_notice_record_copy (before);
  after->withdrawn_at = 5;
  assert_done (self, gram_eco_notice_table_update (self->unit, before, after, &self->error));
  assert_refused (self, gram_eco_notice_table_update (self->unit, before, after, &self->error));
  assert_length (self, gram_eco_notice_table_of_year (self->store, 2025, &self->error), 0);
  assert_refused (self, gram_eco_notice_table_insert (self->unit, after, &self->error));
}

static void
test_pools (Fixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 account_id;
    int year;
    guint states;
    guint expected;
  } rows[] = {
    { 0, 0, 0, 1 },
    { CCTS_DELTA, 2026, GRAM_POOL_GRANTED, 1 },
    { CCTS_ALPHA, 0, 0, 0 },
    { CCTS_GAMMA, 2028, 0, 0 },
    { 0, 2027, GRAM_POOL_GATHERING | GRAM_POOL_APPLIED, 0 },
  };
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GramPoolRecord) pool = NULL;
  gint64 id;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_length (self,
                   gram_pool_table_list (self->store, rows[i].account_id, rows[i].year,
                                         rows[i].states, &self->error),
                   rows[i].expected);
  gram_pool_table_get (self->store, self->made.pool_id, &pool, &self->error);
  g_assert_cmpint (pool->members, ==, 2);
  g_assert_cmpint (pool->agreed, ==, 2);
  g_assert_cmpstr (pool->number, ==, "10000073");
  members = gram_pool_table_members (self->store, pool->id, &self->error);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((GramPoolMember *)members->pdata[1])->holder, ==, "Delta Sport Ltd");
  g_assert_cmpstr (((GramPoolMember *)members->pdata[1])->agreer, ==, "Hana Walker");
  gram_pool_table_of_year (self->store, 2027, CCTS_DELTA, &id, &self->error);
  g_assert_cmpint (id, ==, pool->id);
  gram_pool_table_of_year (self->store, 2028, CCTS_DELTA, &id, &self->error);
  g_assert_cmpint (id, ==, 0);
  years = gram_pool_table_years (self->store, 2026, &self->error);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (((GramPoolYear *)years->pdata[1])->nominated_id, ==, CCTS_GAMMA);
  assert_done (self, gram_pool_table_remove_years (self->unit, pool->id, 2027, &self->error));
  assert_length (self, gram_pool_table_years (self->store, 2027, &self->error), 0);
  assert_length (self, gram_pool_table_years (self->store, 2026, &self->error), 2);
}

/* Nobody is in two pools of a year; who agreed does not agree again. */
static void
test_pools_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GramPoolRecord) pool = NULL;

  gram_pool_table_get (self->store, self->made.pool_id, &pool, &self->error);
  assert_refused (self,
                  gram_pool_table_agree (self->unit, pool->id, CCTS_DELTA, 3, 9, &self->error));
  assert_refused (self,
                  gram_pool_table_agree (self->unit, pool->id, CCTS_BETA, 3, 9, &self->error));
  assert_refused (self,
                  gram_pool_table_add_member (self->unit, pool->id, CCTS_DELTA, &self->error));
  assert_done (self, gram_pool_table_insert (self->unit, pool, &self->error));
  g_assert_cmpint (pool->id, !=, self->made.pool_id);
  assert_done (self, gram_pool_table_add_member (self->unit, pool->id, CCTS_BETA, &self->error));
  assert_done (self, gram_pool_table_add_member (self->unit, pool->id, CCTS_DELTA, &self->error));
  assert_refused (self, gram_pool_table_add_years (self->unit, pool->id, &self->error));
}

static void
test_years (Fixture *self, gconstpointer data)
{
  g_autoptr (GramSchemeYearRecord) before = NULL;
  g_autoptr (GramSchemeYearRecord) after = NULL;
  g_autoptr (GramSchemeYearRecord) none = NULL;
  g_autoptr (GramMeasuringRecord) measuring = NULL;
  g_autoptr (GramParticipantRecord) participant = NULL;

  gram_scheme_year_table_get (self->store, CCTS_YEAR, &before, &self->error);
  g_assert_cmpint (before->year, ==, CCTS_YEAR);
  after = gram_scheme_year_record_copy (before);
  after->auto_register = TRUE;
  assert_done (self, gram_scheme_year_table_update (self->unit, before, after, &self->error));
  assert_refused (self, gram_scheme_year_table_update (self->unit, before, after, &self->error));
  assert_refused (self, gram_scheme_year_table_insert (self->unit, after, &self->error));
  g_assert_cmpint (after->year, ==, CCTS_YEAR);
  assert_length (self, gram_scheme_year_table_list (self->store, &self->error), 2);
  gram_scheme_year_table_get (self->store, 2030, &none, &self->error);
  g_assert_null (none);

  gram_measuring_table_last (self->store, CCTS_YEAR, &measuring, &self->error);
  g_assert_cmpint (measuring->participants, ==, 3);
  g_assert_cmpint (measuring->cars, ==, 3751);
  assert_length (self, gram_measuring_table_list (self->store, CCTS_YEAR, &self->error), 1);
  gram_participant_table_last (self->store, CCTS_YEAR, CCTS_GAMMA, &participant, &self->error);
  g_assert_cmpstr (participant->pool, ==, "Sport Pool");
  g_assert_cmpint (participant->activity, ==, 134250000);
  assert_length (self, gram_participant_table_list_last (self->store, CCTS_YEAR, &self->error), 3);
  assert_length (self, gram_participant_table_list_last (self->store, 2030, &self->error), 0);
}

/* A closed year is frozen. */
static void
test_closed_year (Fixture *self, gconstpointer data)
{
  g_autoptr (GramSchemeYearRecord) before = NULL;
  g_autoptr (GramSchemeYearRecord) after = NULL;
  g_autoptr (GramYearBalanceRecord) books = NULL;

  gram_scheme_year_table_get (self->store, CCTS_CLOSED, &before, &self->error);
  after = gram_scheme_year_record_copy (before);
  after->measured_at++;
  assert_refused (self, gram_scheme_year_table_update (self->unit, before, after, &self->error));
  gram_year_balance_table_get (self->store, CCTS_CLOSED, CCTS_ALPHA, &books, &self->error);
  g_assert_cmpint (books->lapsed, ==, 437);
  g_assert_cmpint (books->account_id, ==, CCTS_ALPHA);
  g_assert_cmpstr (books->holder, ==, "Alpha Motors plc");
  assert_length (self, gram_year_balance_table_list (self->store, CCTS_CLOSED, &self->error), 1);
  assert_length (self, gram_year_balance_table_list (self->store, CCTS_YEAR, &self->error), 0);
  books->account_id = CCTS_BETA;
  books->lapsed--;
  assert_refused (self, gram_year_balance_table_insert (self->unit, books, &self->error));
}

/* The last of a year and participant counts; one that stands for a pool is another than itself. */
static void
test_evidence (Fixture *self, gconstpointer data)
{
  g_autoptr (GramBaselineRecord) baseline = NULL;
  g_autoptr (GramBaselineRecord) last = NULL;
  g_autoptr (GramBaselineRecord) none = NULL;
  g_autoptr (GramCrtsPositionRecord) position = NULL;

  gram_baseline_table_get (self->store, self->made.baseline_id, &baseline, &self->error);
  baseline->value = 127000000;
  assert_done (self, gram_baseline_table_insert (self->unit, baseline, &self->error));
  gram_baseline_table_last (self->store, CCTS_YEAR, CCTS_ALPHA, 0, &last, &self->error);
  g_assert_cmpint (last->value, ==, 127000000);
  g_assert_cmpint (last->id, ==, baseline->id);
  gram_baseline_table_last (self->store, CCTS_YEAR, CCTS_GAMMA, 0, &none, &self->error);
  g_assert_null (none);
  gram_baseline_table_last (self->store, CCTS_YEAR, CCTS_GAMMA, self->made.pool_id, &none,
                            &self->error);
  g_assert_cmpint (none->value, ==, 125750000);
  assert_length (self, gram_baseline_table_list (self->store, CCTS_YEAR, 0, &self->error), 4);
  assert_length (self, gram_baseline_table_list_last (self->store, CCTS_YEAR, &self->error), 3);
  gram_crts_position_table_last (self->store, CCTS_YEAR, CCTS_BETA, 0, &position, &self->error);
  g_assert_cmpint (position->id, ==, self->made.position_id);
  position->borrowed = position->held + 1;
  assert_refused (self, gram_crts_position_table_insert (self->unit, position, &self->error));
}

static void
test_sums (Fixture *self, gconstpointer data)
{
  g_autoptr (GramAllocationRecord) allocation = NULL;
  g_autoptr (GramAccountingRecord) accounting = NULL;
  gint64 crts;
  gint64 allowances;
  gint64 in;
  gint64 out;

  gram_allocation_table_last (self->store, CCTS_YEAR, CCTS_ALPHA, &allocation, &self->error);
  g_assert_cmpint (allocation->id, ==, self->made.allocation_id);
  g_assert_cmpint (allocation->allowances, ==, 189546);
  assert_length (self, gram_allocation_table_list (self->store, CCTS_YEAR, 0, &self->error), 3);
  assert_length (self, gram_allocation_table_list (self->store, CCTS_YEAR, CCTS_BETA, &self->error),
                 1);
  assert_length (self, gram_allocation_table_list_last (self->store, CCTS_YEAR, &self->error), 3);
  gram_conversion_table_sums (self->store, CCTS_YEAR, CCTS_BETA, GRAM_CONVERSION_FROM_CRTS, &crts,
                              &allowances, &self->error);
  g_assert_cmpint (crts, ==, 2000);
  g_assert_cmpint (allowances, ==, 27000);
  gram_conversion_table_sums (self->store, CCTS_YEAR, 0, GRAM_CONVERSION_TO_CRTS, &crts, NULL,
                              &self->error);
  g_assert_cmpint (crts, ==, 20);
  assert_length (self, gram_conversion_table_list (self->store, 0, CCTS_ALPHA, &self->error), 1);
  gram_surrender_table_sum (self->store, CCTS_YEAR, CCTS_ALPHA, &allowances, &self->error);
  g_assert_cmpint (allowances, ==, 150000);
  assert_length (self, gram_surrender_table_list (self->store, 0, CCTS_ALPHA, &self->error), 2);
  gram_trade_table_sums (self->store, CCTS_YEAR, CCTS_BETA, &in, &out, &self->error);
  g_assert_cmpint (in, ==, 30000);
  g_assert_cmpint (out, ==, 0);
  gram_accounting_table_last (self->store, CCTS_YEAR, CCTS_GAMMA, &accounting, &self->error);
  g_assert_cmpint (accounting->shortfall, ==, 4250000);
  g_assert_cmpint (accounting->payment, ==, 36550000);
  assert_length (self, gram_accounting_table_list_last (self->store, CCTS_YEAR, &self->error), 3);
}

static void
test_notifications (Fixture *self, gconstpointer data)
{
  const char *const alpha = "10000057";
  const char *const beta = "10000065";
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  g_autoptr (GPtrArray) pair = NULL;
  g_autoptr (GPtrArray) history = NULL;
  gint64 n;

  assert_length (self,
                 gram_trade_notification_table_candidates (self->store, CCTS_YEAR, alpha, beta,
                                                           GRAM_TRADE_TRANSFEREE, GRAM_TRADE_LIVE,
                                                           &self->error),
                 2);
  assert_length (self,
                 gram_trade_notification_table_candidates (self->store, CCTS_YEAR, beta, alpha,
                                                           GRAM_TRADE_TRANSFEREE, 0, &self->error),
                 0);
  assert_length (self,
                 gram_trade_notification_table_naming (self->store, 0, beta, CCTS_BETA,
                                                       GRAM_TRADE_WAITING, &self->error),
                 1);
  assert_length (self, gram_trade_notification_table_live (self->store, CCTS_YEAR, &self->error),
                 5);
  assert_length (self, gram_trade_notification_table_past (self->store, 2025, 9, &self->error), 0);
  assert_length (self, gram_trade_notification_table_past (self->store, CCTS_YEAR, 2, &self->error),
                 2);
  gram_trade_notification_table_reserved (self->store, CCTS_YEAR, CCTS_ALPHA, &n, &self->error);
  g_assert_cmpint (n, ==, 180);
  gram_trade_notification_table_count_live (self->store, 0, CCTS_BETA, &n, &self->error);
  g_assert_cmpint (n, ==, 2);
  pair = gram_trade_notification_table_of_trade (self->store, self->made.registered_trade_id,
                                                 &self->error);
  g_assert_cmpuint (pair->len, ==, 2);
  g_assert_cmpint (((GramTradeNotificationRecord *)pair->pdata[0])->id, ==,
                   self->made.registered_ids[0]);
  gram_trade_notification_table_get (self->store, self->made.differing_ids[0], &record,
                                     &self->error);
  g_assert_cmpint (record->other_state, ==, GRAM_TRADE_DIFFERING);
  g_assert_cmpint (record->other_account_id, ==, CCTS_BETA);
  history
      = gram_trade_notification_table_history (self->store, self->made.waiting_id, &self->error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((GramTradeChange *)history->pdata[0])->field, ==, "quantity");
  g_assert_cmpstr (((GramTradeChange *)history->pdata[0])->old_value, ==, "45");
  g_assert_cmpint (((GramTradeChange *)history->pdata[0])->version, ==, 2);
}

/* A file has one effect; what is over is frozen; nobody writes over what moved on. */
static void
test_notifications_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GramTradeNotificationRecord) waiting = NULL;
  g_autoptr (GramTradeNotificationRecord) found = NULL;
  g_autoptr (GramTradeNotificationRecord) over = NULL;
  g_autoptr (GramTradeNotificationRecord) after = NULL;

  gram_trade_notification_table_get (self->store, self->made.waiting_id, &waiting, &self->error);
  g_set_str (&waiting->exchange_key, "abc");
  assert_done (self, gram_trade_notification_table_insert (self->unit, waiting, &self->error));
  assert_refused (self, gram_trade_notification_table_insert (self->unit, waiting, &self->error));
  gram_trade_notification_table_find_exchange (self->store, "abc", &found, &self->error);
  g_assert_cmpint (found->id, ==, waiting->id);
  g_clear_pointer (&found, gram_trade_notification_record_free);
  gram_trade_notification_table_find_exchange (self->store, "", &found, &self->error);
  g_assert_null (found);
  gram_trade_notification_table_get (self->store, self->made.registered_ids[0], &over,
                                     &self->error);
  after = gram_trade_notification_record_copy (over);
  g_set_str (&after->note, "Changed my mind");
  assert_refused (self,
                  gram_trade_notification_table_update (self->unit, over, after, 1, &self->error));
  waiting->version = 9;
  assert_refused (self, gram_trade_notification_table_update (self->unit, waiting, waiting, 1,
                                                              &self->error));
}

static void
test_trades (Fixture *self, gconstpointer data)
{
  g_autoptr (GramTradeRecord) trade = NULL;
  g_autoptr (GramTradeRecord) after = NULL;
  g_autoptr (GramTradeRecord) matched = NULL;

  gram_trade_table_of_notification (self->store, self->made.registered_ids[1], &trade,
                                    &self->error);
  g_assert_cmpint (trade->id, ==, self->made.registered_trade_id);
  g_assert_cmpstr (trade->transferor, ==, "Alpha Motors plc");
  g_assert_cmpstr (trade->transferee_number, ==, "10000065");
  after = gram_trade_record_copy (trade);
  g_set_str (&after->reason, "Another one");
  assert_refused (self, gram_trade_table_update (self->unit, trade, after, &self->error));
  assert_refused (self, gram_trade_table_insert (self->unit, after, &self->error));
  assert_length (self, gram_trade_table_list (self->store, 0, 0, 0, &self->error), 2);
  assert_length (self,
                 gram_trade_table_list (self->store, CCTS_YEAR, CCTS_BETA, GRAM_TRADE_MATCHED,
                                        &self->error),
                 1);
  assert_length (self, gram_trade_table_list (self->store, 0, CCTS_GAMMA, 0, &self->error), 0);
  gram_trade_table_get (self->store, self->made.matched_trade_id, &matched, &self->error);
  assert_length (self, gram_trade_table_of_case (self->store, matched->case_id, &self->error), 1);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  static const char private[] = "0123456789abcdef0123456789abcdef";
  g_autoptr (GBytes) bytes = g_bytes_new_static (private, 32);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GramSigningKeyRecord) before = NULL;
  g_autoptr (GramSigningKeyRecord) after = NULL;
  g_autoptr (GramSigningKeyRecord) live = NULL;

  gram_signing_key_table_live (self->store, CCTS_ALPHA, &before, &self->error);
  g_assert_cmpint (before->id, ==, self->made.key_id);
  g_assert_false (before->is_own);
  gram_signing_key_table_private (self->store, before->id, &kept, &self->error);
  g_assert_null (kept);
  after = gram_signing_key_record_copy (before);
  assert_refused (self, gram_signing_key_table_insert (self->unit, after, NULL, &self->error));
  after->ended_at = 9;
  assert_done (self, gram_signing_key_table_update (self->unit, before, after, &self->error));
  after->ended_at = 0;
  assert_done (self, gram_signing_key_table_insert (self->unit, after, bytes, &self->error));
  gram_signing_key_table_private (self->store, after->id, &kept, &self->error);
  g_assert_true (g_bytes_equal (kept, bytes));
  gram_signing_key_table_live (self->store, CCTS_ALPHA, &live, &self->error);
  g_assert_true (live->is_own);
  assert_length (self, gram_signing_key_table_list (self->store, CCTS_ALPHA, &self->error), 2);
}

static void
test_documents (Fixture *self, gconstpointer data)
{
  g_autoptr (GramDocumentRecord) record = NULL;
  g_autoptr (GBytes) content = NULL;

  gram_document_table_get (self->store, self->made.document_id, &record, &self->error);
  content = gram_document_table_read (self->store, record, &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpint ((gint64)g_bytes_get_size (content), ==, record->size);
  assert_length (self, gram_document_table_list (self->store, CCTS_GAMMA, &self->error), 1);
  assert_length (self, gram_document_table_list (self->store, 0, &self->error), 1);
  g_set_str (&record->sha256, "00");
  g_assert_null (gram_document_table_read (self->store, record, &self->error));
  g_assert_error (self->error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT);
  g_clear_error (&self->error);
}

static void
test_notices (Fixture *self, gconstpointer data)
{
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;
  g_autoptr (GramPaymentNoticeRecord) found = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  gint64 count;

  gram_payment_notice_table_live (self->store, CCTS_YEAR, CCTS_GAMMA, &notice, &self->error);
  g_assert_cmpint (notice->id, ==, self->made.notice_id);
  g_assert_cmpint (notice->paid, ==, 35550000);
  g_assert_cmpstr (notice->document, ==, "Payment notice 2026-1.pdf");
  gram_payment_notice_table_find (self->store, "PN-2026-1", &found, &self->error);
  g_assert_cmpint (found->id, ==, notice->id);
  gram_payment_notice_table_count (self->store, CCTS_YEAR, &count, &self->error);
  g_assert_cmpint (count, ==, 1);
  assert_length (self, gram_payment_notice_table_list (self->store, 0, 0, &self->error), 1);
  assert_length (self, gram_payment_notice_table_list (self->store, 2025, 0, &self->error), 0);
  assert_length (self,
                 gram_payment_notice_table_overdue (self->store, "2028-02-10", 0, &self->error), 0);
  assert_length (self,
                 gram_payment_notice_table_overdue (self->store, "2028-02-11", 0, &self->error), 1);
  payments = gram_notice_payment_table_list (self->store, notice->id, &self->error);
  g_assert_cmpuint (payments->len, ==, 4);
  g_assert_cmpint (((GramNoticePaymentRecord *)payments->pdata[0])->reversed_by, ==,
                   self->made.payment_ids[2]);
  assert_refused (self,
                  gram_notice_payment_table_insert (self->unit, payments->pdata[2], &self->error));
  g_set_str (&notice->number, "PN-2026-2");
  assert_refused (self, gram_payment_notice_table_insert (self->unit, notice, &self->error));
}

static void
test_scenarios (Fixture *self, gconstpointer data)
{
  g_autoptr (GramScenarioRecord) before = NULL;
  g_autoptr (GramScenarioRecord) after = NULL;

  gram_scenario_table_get (self->store, self->made.scenario_id, &before, &self->error);
  assert_length (self, gram_scenario_table_list (self->store, CCTS_YEAR, CCTS_ALPHA, &self->error),
                 1);
  after = gram_scenario_record_copy (before);
  after->active = FALSE;
  assert_done (self, gram_scenario_table_update (self->unit, before, after, &self->error));
  assert_refused (self, gram_scenario_table_update (self->unit, before, after, &self->error));
  assert_length (self, gram_scenario_table_list (self->store, 0, CCTS_ALPHA, &self->error), 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  CCTS_TEST ("/store/ccts/eco-notices", test_eco_notices);
  CCTS_TEST ("/store/ccts/pools", test_pools);
  CCTS_TEST ("/store/ccts/pools-refused", test_pools_refused);
  CCTS_TEST ("/store/ccts/years", test_years);
  CCTS_TEST ("/store/ccts/closed-year", test_closed_year);
  CCTS_TEST ("/store/ccts/evidence", test_evidence);
  CCTS_TEST ("/store/ccts/sums", test_sums);
  CCTS_TEST ("/store/ccts/notifications", test_notifications);
  CCTS_TEST ("/store/ccts/notifications-refused", test_notifications_refused);
  CCTS_TEST ("/store/ccts/trades", test_trades);
  CCTS_TEST ("/store/ccts/keys", test_keys);
  CCTS_TEST ("/store/ccts/documents", test_documents);
  CCTS_TEST ("/store/ccts/notices", test_notices);
  CCTS_TEST ("/store/ccts/scenarios", test_scenarios);

  return g_test_run ();
}
