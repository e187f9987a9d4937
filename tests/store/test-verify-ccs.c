/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-tables-fixture.h"
#include "people-fixture.h"
#include "tamper-fixture.h"

static CcsFixture
fill (const char *path)
{
  GramStore *store = store_fixture_create (path);
  CcsFixture made;

  store_fixture_fill (store);
  people_fixture_fill (store);
  made = ccs_fixture_fill (store);
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

#define AT(member) G_STRUCT_OFFSET (CcsFixture, member)

/* Names of rows in the table below. */
static const TamperName rows_named[] = {
  { "$acceptance", AT (acceptance_id) },
  { "$accepted", AT (accepted_id) },
  { "$approved-charge", AT (approved_charge_id) },
  { "$approved", AT (approved_id) },
  { "$back", AT (back_id) },
  { "$carry", AT (carry_id) },
  { "$charged", AT (charge_vehicle_id) },
  { "$charge", AT (charge_id) },
  { "$converted", AT (converted_id) },
  { "$corrected", AT (corrected_id) },
  { "$credit", AT (credit_id) },
  { "$declined", AT (declined_id) },
  { "$earned", AT (credit_vehicle_id) },
  { "$excluded", AT (excluded_id) },
  { "$fleet-charge", AT (fleet_charge_id) },
  { "$fleet-vehicle", AT (fleet_vehicle_id) },
  { "$invoice", AT (invoice_id) },
  { "$lapsed", AT (lapsed_id) },
  { "$money", AT (money_id) },
  { "$next", AT (fleet_years) + sizeof (gint64) },
  { "$offered", AT (offered_id) },
  { "$offset", AT (offset_id) },
  { "$over", AT (payment_ids) + sizeof (gint64) },
  { "$pay-back", AT (payment_ids) + 3 * sizeof (gint64) },
  { "$payment", AT (payment_ids) },
  { "$refused", AT (refused_id) },
  { "$reversal", AT (payment_ids) + 2 * sizeof (gint64) },
  { "$settled", AT (settled_id) },
  { "$year", AT (fleet_years) },
};

/* Ways to tamper, and the line that verify has to have about it. */
static const TamperRow tampers[] = {
  /* Charges */
  { "UPDATE charge SET outstanding = outstanding + 1 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET grams_back = 999 WHERE id = $approved-charge", "charge $approved-charge\n" },
  { "UPDATE charge SET amount_back = 1 WHERE id = $fleet-charge", "charge $fleet-charge\n" },
  { "UPDATE charge SET credits = credits + 1 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET due_on = '2026-02-30' WHERE id = $approved-charge",
    "charge $approved-charge\n" },
  { "UPDATE charge SET due_on = '2025-12-31' WHERE id = $fleet-charge", "charge $fleet-charge\n" },
  { "UPDATE charge SET account_id = 2 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET grams = grams + 1 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET vehicles = 0 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET amount = amount + 1, outstanding = outstanding + 1 WHERE id = $charge",
    "ledger_account of account 1, charges, NZD\n" },
  { "UPDATE charge SET amount = amount - 1 WHERE id = $approved-charge", "ledger_posting " },
  { "UPDATE charge SET posting_id = NULL WHERE id = $charge", "vehicle $charged\n" },
  { "UPDATE charge SET journal_id = 1 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET kind = 'short' WHERE id = $charge", "vehicle $charged\n" },
  { "DELETE FROM charge WHERE id = $charge", "ledger_account of account 1, charges, NZD\n" },

  /* Settlements */
  { "UPDATE charge_settlement SET value = value + 1 WHERE id = $credit",
    "ledger_posting $offset\n" },
  { "UPDATE charge_settlement SET credits = credits + 1 WHERE id = $credit",
    "ledger_posting $offset\n" },
  { "UPDATE charge_settlement SET unit = 'ccs-credit/new/2025' WHERE id = $credit",
    "charge_settlement $credit\n" },
  { "UPDATE charge_settlement SET year = 2026 WHERE id = $credit", "charge_settlement $credit\n" },
  { "UPDATE charge_settlement SET grams = 999 WHERE id = $back", "charge $charge\n" },
  { "UPDATE charge_settlement SET kind = 'in-favour' WHERE id = $back", "charge $charge\n" },
  { "UPDATE charge_settlement SET payment_id = NULL WHERE id = $money",
    "charge_settlement $money\n" },
  { "UPDATE charge_settlement SET posting_id = NULL WHERE id = $carry",
    "charge_settlement $carry\n" },
  { "UPDATE charge_settlement SET journal_id = 1 WHERE id = $back", "charge_settlement $back\n" },
  { "UPDATE charge_settlement SET settled_on = 'soon' WHERE id = $back",
    "charge_settlement $back\n" },
  { "UPDATE charge_settlement SET charge_id = $fleet-charge WHERE id = $money",
    "charge_settlement $money\n" },
  { "UPDATE charge_settlement SET payment_id = $over WHERE id = $money", "payment $payment\n" },
  { "DELETE FROM charge_settlement WHERE id = $credit", "ledger_posting $offset\n" },

  /* Payments */
  { "UPDATE payment SET amount = amount + 1 WHERE id = $payment", "payment $payment\n" },
  { "UPDATE payment SET in_favour = in_favour - 1 WHERE id = $over", "payment $over\n" },
  { "UPDATE payment SET reverses = $over WHERE id = $reversal", "payment $reversal\n" },
  { "UPDATE payment SET in_favour = 0 WHERE id = $pay-back", "payment $pay-back\n" },
  { "UPDATE payment SET paid_on = '' WHERE id = $payment", "payment $payment\n" },
  { "UPDATE payment SET kind = 'payment', reverses = NULL WHERE id = $reversal",
    "payment $reversal\n" },
  { "UPDATE payment SET posting_id = $offset WHERE id = $over", "payment $over\n" },
  { "UPDATE payment SET account_id = 5 WHERE id = $payment", "charge_settlement $money\n" },
  { "DELETE FROM payment WHERE id = $pay-back", "ledger_posting " },

  /* Vehicles and their kept totals */
  { "UPDATE vehicle SET excluded = 'special-interest' WHERE id = $earned", "vehicle $earned\n" },
  { "UPDATE vehicle SET obligation_year = 2026 WHERE id = $excluded", "vehicle $excluded\n" },
  { "UPDATE vehicle SET fleet_average = 1 WHERE id = $charged", "vehicle $charged\n" },
  { "UPDATE vehicle SET accepted_period = 0 WHERE id = $corrected", "vehicle $corrected\n" },
  { "UPDATE vehicle SET accepted_period = 202602 WHERE id = $fleet-vehicle",
    "vehicle $fleet-vehicle\n" },
  { "UPDATE vehicle SET difference = difference + 1 WHERE id = $fleet-vehicle",
    "acceptance_total account 5, 2025, fleet-average, 202511, “TOYOTA”, “Corolla”\n" },
  { "UPDATE vehicle SET charge = charge + 1 WHERE id = $charged", "charge $charge\n" },
  { "UPDATE acceptance_total SET credit = credit + 1 WHERE account_id = 1",
    "acceptance_total account 1, 2026, 202601, “TOYOTA”, “Corolla”\n" },
  { "UPDATE acceptance_total SET charge = charge + 1 WHERE account_id = 1",
    "acceptance_total account 1, 2026, 202601, “TOYOTA”, “Corolla”\n" },
  { "UPDATE acceptance_total SET records = 2 WHERE account_id = 3",
    "acceptance_total account 3, 2025, fleet-average, 202511, “TOYOTA”, “Corolla”\n" },
  { "INSERT INTO acceptance_total VALUES (4, 2026, 0, 202601, 'FORD', 'Focus', 1, 0, 0, 0)",
    "acceptance_total account 4, 2026, 202601, “FORD”, “Focus”\n" },
  { "DELETE FROM acceptance_total WHERE account_id = 3",
    "acceptance_total account 3, 2025, fleet-average, 202511, “TOYOTA”, “Corolla”\n" },

  /* Fleet Average years */
  { "UPDATE fleet_year SET net = net - 1 WHERE id = $year", "fleet_year $year\n" },
  { "UPDATE fleet_year SET vehicles = 3 WHERE id = $next", "fleet_year $next\n" },
  { "UPDATE fleet_year SET credits = 301 WHERE id = $next", "fleet_year $next\n" },
  { "UPDATE fleet_year SET carried_met = 699 WHERE id = $next", "fleet_year $next\n" },
  { "UPDATE fleet_year SET amount = amount + 1 WHERE id = $year", "fleet_year $year\n" },
  { "UPDATE fleet_year SET settled_at = 7 WHERE id = $year", "fleet_year $year\n" },
  { "UPDATE fleet_year SET due_on = '31 March' WHERE id = $next", "fleet_year $next\n" },
  { "UPDATE fleet_year SET posting_id = $offset WHERE id = $year", "fleet_year $year\n" },
  { "UPDATE document SET kind = 'publication' WHERE id = $invoice", "fleet_year " },
  { "UPDATE fleet_year SET document_id = $invoice WHERE id = $year", "fleet_year $year\n" },
  { "DELETE FROM fleet_year WHERE id = $year", "charge $fleet-charge\n" },

  /* Borrowing */
  { "UPDATE borrowing SET decided_at = 0 WHERE id = $approved", "borrowing $approved\n" },
  { "UPDATE borrowing SET fleet_year_id = NULL WHERE id = $settled", "borrowing $settled\n" },
  { "UPDATE borrowing SET fleet_year_id = $year WHERE id = $settled", "borrowing $settled\n" },
  { "UPDATE borrowing SET value = value - 1 WHERE id = $approved", "borrowing $approved\n" },
  { "UPDATE borrowing SET grams = 5 WHERE id = $declined", "borrowing $declined\n" },
  { "UPDATE borrowing SET from_year = 2024 WHERE id = $approved", "borrowing $approved\n" },
  { "UPDATE borrowing SET account_id = 5 WHERE id = $approved", "borrowing $approved\n" },
  { "UPDATE borrowing SET state = 'settled', fleet_year_id = $next WHERE id = $approved",
    "ledger_account of the system, carry, NZD\n" },
  { "UPDATE borrowing SET state = 'asked', decided_by = NULL, decided_at = 0 WHERE id = $approved",
    "charge_settlement $carry\n" },
  { "UPDATE charge_settlement SET kind = 'before' WHERE id = $carry", "borrowing $approved\n" },
  { "DELETE FROM borrowing WHERE id = $approved", "charge_settlement $carry\n" },

  /* Transfers */
  { "UPDATE credit_transfer SET credits = credits + 100 WHERE id = $offered",
    "credit_transfer $offered\n" },
  { "UPDATE credit_transfer SET received = received + 100 WHERE id = $converted",
    "credit_transfer $converted\n" },
  { "UPDATE credit_transfer SET used_per_new = 4 WHERE id = $converted",
    "credit_transfer $converted\n" },
  { "UPDATE credit_transfer_line SET credits = 650, received = 650 WHERE transfer_id = $offered",
    "ledger_account of account 1, reserved, ccs-credit/used/2025\n" },
  { "UPDATE credit_transfer_line SET year = 2024 WHERE transfer_id = $accepted",
    "credit_transfer $accepted\n" },
  { "UPDATE credit_transfer SET ended_at = 0 WHERE id = $lapsed", "credit_transfer $lapsed\n" },
  { "UPDATE credit_transfer SET state = 'accepted' WHERE id = $refused",
    "credit_transfer $refused\n" },
  { "UPDATE credit_transfer SET end_posting_id = NULL WHERE id = $refused",
    "credit_transfer $refused\n" },
  { "UPDATE credit_transfer SET to_account = 1 WHERE id = $accepted",
    "credit_transfer $accepted\n" },
  { "UPDATE credit_transfer SET to_number = '10000032' WHERE id = $offered",
    "credit_transfer $offered\n" },
  { "UPDATE credit_transfer SET to_kind = 'ccs-new' WHERE id = $lapsed",
    "credit_transfer $lapsed\n" },
  { "UPDATE credit_transfer SET lapses_on = 'never' WHERE id = $offered",
    "credit_transfer $offered\n" },
  { "UPDATE credit_transfer SET posting_id = $offset WHERE id = $offered",
    "credit_transfer $offered\n" },
  { "UPDATE credit_transfer SET state = 'cancelled', ended_at = 5 WHERE id = $offered",
    "ledger_account of account 1, reserved, ccs-credit/used/2025\n" },
  { "DELETE FROM credit_transfer_line WHERE transfer_id = $accepted",
    "credit_transfer $accepted\n" },
  { "DELETE FROM credit_transfer WHERE id = $accepted", "ledger_posting " },

  /* Rates, years and grams that are only told */
  { "UPDATE charge SET rate = rate * 2 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge SET rate = rate - 1 WHERE id = $fleet-charge", "charge $fleet-charge\n" },
  { "UPDATE charge SET year = year + 1 WHERE id = $charge", "charge $charge\n" },
  { "UPDATE charge_settlement SET grams = 1 WHERE id = $money", "charge_settlement $money\n" },
  { "UPDATE charge_settlement SET year = 2025 WHERE id = $money", "charge_settlement $money\n" },
  { "UPDATE fleet_year SET rate = rate + 1 WHERE id = $year", "fleet_year $year\n" },
  { "UPDATE fleet_year SET carried_in = carried_in + 1 WHERE id = $next", "fleet_year $next\n" },
};

static void
test_tampers (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  const CcsFixture made = fill (path);

  tamper_fixture_run (path, tampers, G_N_ELEMENTS (tampers), rows_named, G_N_ELEMENTS (rows_named),
                      &made);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/verify-ccs/all-is-well", test_all_is_well);
  g_test_add_func ("/store/verify-ccs/tampers", test_tampers);

  return g_test_run ();
}
