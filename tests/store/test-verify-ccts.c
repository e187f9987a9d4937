/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-fixture.h"
#include "people-fixture.h"
#include "tamper-fixture.h"

static CctsFixture
fill (const char *path)
{
  GramStore *store = store_fixture_create (path);
  CctsFixture made;

  store_fixture_fill (store);
  people_fixture_fill (store);
  made = ccts_fixture_fill (store);
  gram_store_close (store);
  return made;
}

static void
test_all_is_well (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *found = NULL;

  fill (path);
  found = store_fixture_verify_path (path);
  g_assert_cmpstr (found, ==, "");
}

/* Names of rows in the table below. */
static const TamperName rows_named[] = {
  { "$allocation", G_STRUCT_OFFSET (CctsFixture, allocation_id) },
  { "$accounting", G_STRUCT_OFFSET (CctsFixture, accounting_id) },
  { "$alpha", G_STRUCT_OFFSET (CctsFixture, alpha_id) },
  { "$baseline", G_STRUCT_OFFSET (CctsFixture, baseline_id) },
  { "$conversion", G_STRUCT_OFFSET (CctsFixture, conversion_id) },
  { "$credit", G_STRUCT_OFFSET (CctsFixture, to_crts_id) },
  { "$differing", G_STRUCT_OFFSET (CctsFixture, differing_ids) },
  { "$document", G_STRUCT_OFFSET (CctsFixture, document_id) },
  { "$key", G_STRUCT_OFFSET (CctsFixture, key_id) },
  { "$matched", G_STRUCT_OFFSET (CctsFixture, matched_ids) },
  { "$measuring", G_STRUCT_OFFSET (CctsFixture, measuring_id) },
  { "$notice", G_STRUCT_OFFSET (CctsFixture, notice_id) },
  { "$onward", G_STRUCT_OFFSET (CctsFixture, payment_ids) + 3 * sizeof (gint64) },
  { "$over", G_STRUCT_OFFSET (CctsFixture, payment_ids) + sizeof (gint64) },
  { "$payment", G_STRUCT_OFFSET (CctsFixture, payment_ids) },
  { "$pool", G_STRUCT_OFFSET (CctsFixture, pool_id) },
  { "$position", G_STRUCT_OFFSET (CctsFixture, position_id) },
  { "$registered", G_STRUCT_OFFSET (CctsFixture, registered_ids) },
  { "$reversal", G_STRUCT_OFFSET (CctsFixture, payment_ids) + 2 * sizeof (gint64) },
  { "$scenario", G_STRUCT_OFFSET (CctsFixture, scenario_id) },
  { "$surrender", G_STRUCT_OFFSET (CctsFixture, surrender_id) },
  { "$trade", G_STRUCT_OFFSET (CctsFixture, registered_trade_id) },
  { "$waiting", G_STRUCT_OFFSET (CctsFixture, waiting_id) },
  { "$withdrawn", G_STRUCT_OFFSET (CctsFixture, withdrawn_id) },
};

/* Ways to tamper, and the line that verify has to have about it. */
static const TamperRow tampers[] = {
  /* Kept totals of registered cars */
  { "UPDATE registration_total SET units = units + 1 WHERE account_id = 6 AND eco_codes = 'e13 28'",
    "registration_total account 6, 2026-05-04, “e13 28”\n" },
  { "UPDATE registration_total SET saving_sum = saving_sum - 1 WHERE account_id = 6 AND eco_codes = 'e13 28'",
    "registration_total account 6, 2026-05-04, “e13 28”\n" },
  { "UPDATE registration_total SET units_zero = 11 WHERE account_id = 6 AND eco_codes = ''",
    "registration_total account 6, 2026-05-04, “”\n" },
  { "DELETE FROM registration_total WHERE account_id = 7",
    "registration_total account 7, 2026-05-04, “e13 29”\n" },
  { "INSERT INTO registration_total VALUES (7, '2026-05-05', '', 1, 1, 0, 0, 0, 0, 0)",
    "registration_total account 7, 2026-05-05, “”\n" },
  { "UPDATE vehicle SET zero_emission = 1 WHERE register_key = 'eea:4'",
    "registration_total account 7, 2026-05-04, “e13 29”\n" },
  { "UPDATE vehicle SET corrected = -1 WHERE register_key = 'eea:4'",
    "registration_total account 7, 2026-05-04, “e13 29”\n" },
  { "UPDATE vehicle SET eco_codes = 'e13 30' WHERE register_key = 'eea:4'",
    "registration_total account 7, 2026-05-04, “e13 30”\n" },

  /* Notices and pools */
  { "UPDATE eco_notice SET given_on = '2025-02-30' WHERE code = '28'", "eco_notice 1\n" },
  { "UPDATE pool SET account_id = 6", "pool $pool\n" },
  { "UPDATE pool SET state = 'declined'", "pool $pool\n" },
  { "UPDATE pool SET decided_at = 0", "pool $pool\n" },
  { "UPDATE pool SET last_year = 2028", "pool $pool\n" },
  { "DELETE FROM pool_year WHERE year = 2027 AND account_id = 9", "pool $pool\n" },
  { "UPDATE pool_year SET account_id = 7 WHERE year = 2027 AND account_id = 9", "pool $pool\n" },

  /* Measuring */
  { "UPDATE scheme_year SET measured_at = measured_at + 1 WHERE year = 2026",
    "scheme_year 2026\n" },
  { "UPDATE scheme_year SET allocated_at = 0 WHERE year = 2026", "scheme_year 2026\n" },
  { "UPDATE scheme_year SET accounted_at = 0 WHERE year = 2026", "scheme_year 2026\n" },
  { "UPDATE scheme_year SET closed_at = 0 WHERE year = 2024", "scheme_year 2024\n" },
  { "UPDATE scheme_year SET closed_at = 5 WHERE year = 2026", "scheme_year 2026\n" },
  { "UPDATE measuring SET measured_at = 7 WHERE id = $measuring", "measuring $measuring\n" },
  { "UPDATE participant SET activity = activity + 1 WHERE id = $alpha", "participant $alpha\n" },
  { "UPDATE participant SET saving_sum = co2_sum + 1 WHERE id = $alpha", "participant $alpha\n" },
  { "UPDATE participant SET cars = cars + 1 WHERE id = $alpha", "allocation $allocation\n" },
  { "UPDATE baseline SET value = value + 1 WHERE id = $baseline", "allocation $allocation\n" },

  /* Allocation */
  { "UPDATE allocation SET product = product + 1 WHERE id = $allocation",
    "allocation $allocation\n" },
  { "UPDATE allocation SET allowances = allowances + 1 WHERE id = $allocation",
    "allocation $allocation\n" },
  { "UPDATE allocation SET posted = posted + 1 WHERE id = $allocation",
    "allocation $allocation\n" },
  { "UPDATE allocation SET account_id = 7 WHERE id = $allocation", "allocation $allocation\n" },
  { "DELETE FROM allocation WHERE id = $allocation", "ledger_posting " },

  /* Conversion */
  { "UPDATE conversion SET crts = 2010 WHERE id = $conversion", "conversion $conversion\n" },
  { "UPDATE conversion SET ratio = 134 WHERE id = $conversion", "conversion $conversion\n" },
  { "UPDATE conversion SET allowances = allowances + 1 WHERE id = $credit",
    "conversion $credit\n" },
  { "UPDATE conversion SET account_id = 6 WHERE id = $conversion", "conversion $conversion\n" },
  { "UPDATE conversion SET direction = 'to-crts' WHERE id = $conversion",
    "conversion $conversion\n" },
  { "UPDATE crts_position SET held = 14000 - 1 WHERE id = $position", "conversion $conversion\n" },
  { "UPDATE crts_position SET activity = 12001 WHERE id = $position", "conversion $conversion\n" },
  { "DELETE FROM conversion WHERE id = $conversion", "ledger_posting " },

  /* Trades */
  { "UPDATE trade_notification SET quantity = 51 WHERE id = $waiting",
    "trade_notification $waiting\n" },
  { "UPDATE trade_notification SET quantity = 61 WHERE id = $differing",
    "ledger_account of account 6, reserved, ccts/2026\n" },
  { "UPDATE trade_notification SET price = 1 WHERE id = $matched",
    "trade_notification $matched\n" },
  { "UPDATE trade_notification SET state = 'waiting' WHERE id = $withdrawn",
    "trade_notification $withdrawn\n" },
  { "UPDATE trade_notification SET trade_id = NULL WHERE id = $registered",
    "trade_notification $registered\n" },
  { "UPDATE trade_notification SET other_id = NULL WHERE id = $differing",
    "trade_notification $differing\n" },
  { "UPDATE trade_notification SET other_id = $waiting WHERE id = $differing",
    "trade_notification $differing\n" },
  { "UPDATE trade_notification SET transferor_number = '10000081' WHERE id = $waiting",
    "trade_notification $waiting\n" },
  { "UPDATE trade_notification SET agreed_on = 'soon' WHERE id = $waiting",
    "trade_notification $waiting\n" },
  { "UPDATE trade_notification_history SET new_value = '44' WHERE notification_id = $waiting AND field = 'quantity'",
    "trade_notification $waiting\n" },
  { "UPDATE trade_notification_history SET old_value = 'waiting' WHERE notification_id = $registered"
    " AND new_value = 'registered'",
    "trade_notification_history " },
  { "UPDATE trade SET quantity = 29999 WHERE id = $trade", "trade $trade\n" },
  { "UPDATE trade SET price = 1 WHERE id = $trade", "trade $trade\n" },
  { "UPDATE trade SET transferee_id = 8 WHERE id = $trade", "trade $trade\n" },
  { "UPDATE trade SET decided_at = 0 WHERE id = $trade", "trade $trade\n" },
  { "UPDATE trade SET transferee_notification = NULL, transferee_id = NULL WHERE id = $trade",
    "trade $trade\n" },
  { "UPDATE trade SET state = 'refused' WHERE id = $trade", "trade_notification $registered\n" },
  { "DELETE FROM trade WHERE id = $trade", "ledger_posting " },
  { "UPDATE signing_key SET private_key = x'00' WHERE id = $key", "signing_key $key\n" },
  { "UPDATE signing_key SET public_key = 'g' || substr (public_key, 2) WHERE id = $key",
    "signing_key $key\n" },

  /* Surrender and payment */
  { "UPDATE surrender SET quantity = quantity - 1 WHERE id = $surrender",
    "surrender $surrender\n" },
  { "UPDATE surrender SET account_id = 7 WHERE id = $surrender", "surrender $surrender\n" },
  { "DELETE FROM surrender WHERE id = $surrender", "ledger_posting " },
  { "UPDATE accounting SET activity = activity + 1 WHERE id = $accounting",
    "accounting $accounting\n" },
  { "UPDATE accounting SET surrendered = surrendered + 1 WHERE id = $accounting",
    "accounting $accounting\n" },
  { "UPDATE accounting SET shortfall = shortfall + 1 WHERE id = $accounting",
    "accounting $accounting\n" },
  { "UPDATE accounting SET payment = payment + 1 WHERE id = $accounting",
    "accounting $accounting\n" },
  { "UPDATE document SET size = size + 1 WHERE id = $document", "document $document\n" },
  { "UPDATE document_content SET content = x'00' WHERE document_id = $document",
    "document $document\n" },
  { "DELETE FROM document_content WHERE document_id = $document", "document $document\n" },
  { "UPDATE payment_notice SET amount = amount + 1 WHERE id = $notice",
    "payment_notice $notice\n" },
  { "UPDATE payment_notice SET paid = paid - 1 WHERE id = $notice", "payment_notice $notice\n" },
  { "UPDATE payment_notice SET due_on = given_on WHERE id = $notice", "payment_notice $notice\n" },
  { "UPDATE payment_notice SET appeal_ended_on = '2028-03-01' WHERE id = $notice",
    "payment_notice $notice\n" },
  { "UPDATE payment_notice SET account_id = 7 WHERE id = $notice", "payment_notice $notice\n" },
  { "UPDATE notice_payment SET amount = amount + 1 WHERE id = $payment",
    "notice_payment $payment\n" },
  { "UPDATE notice_payment SET in_favour = in_favour - 1 WHERE id = $over",
    "notice_payment $over\n" },
  { "UPDATE notice_payment SET reverses = NULL WHERE id = $reversal",
    "notice_payment $reversal\n" },
  { "UPDATE notice_payment SET amount = amount - 1 WHERE id = $onward", "ledger_account " },
  { "DELETE FROM notice_payment WHERE id = $over",
    "ledger_account of account 8, in-favour, GBP\n" },
  { "UPDATE payment_notice SET withdrawn_on = '2028-03-01' WHERE id = $notice",
    "ledger_account of account 8, charges, GBP\n" },
  { "DELETE FROM case_file WHERE kind = 'trade'", "trade " },
  { "UPDATE pool SET state = 'applied', decided_at = 0", "pool $pool\n" },
  { "UPDATE payment_notice SET appealed_on = '2028-02-01' WHERE id = $notice",
    "payment_notice $notice\n" },
  { "UPDATE notice_payment SET paid_on = '' WHERE id = $onward", "notice_payment $onward\n" },

  /* Closed years */
  { "UPDATE year_balance SET allocated = allocated + 1, lapsed = lapsed + 1",
    "year_balance 2024 account 6\n" },
  { "UPDATE year_balance SET surrendered = surrendered + 1, lapsed = lapsed - 1",
    "year_balance 2024 account 6\n" },
  { "UPDATE year_balance SET traded_in = 5, traded_out = 5", "year_balance 2024 account 6\n" },
  { "UPDATE year_balance SET acquired = 5, converted = 5", "year_balance 2024 account 6\n" },
  { "UPDATE year_balance SET posting_id = NULL", "year_balance 2024 account 6\n" },
  { "DELETE FROM year_balance", "scheme_year 2024\n" },
  { "UPDATE scenario SET content = '{' WHERE id = $scenario", "scenario $scenario\n" },
};

static void
test_tampers (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  const CctsFixture made = fill (path);

  tamper_fixture_run (path, tampers, G_N_ELEMENTS (tampers), rows_named, G_N_ELEMENTS (rows_named),
                      &made);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/verify-ccts/all-is-well", test_all_is_well);
  g_test_add_func ("/store/verify-ccts/tampers", test_tampers);

  return g_test_run ();
}
