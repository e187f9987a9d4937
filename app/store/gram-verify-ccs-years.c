/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccs-private.h"

#include <glib/gi18n-lib.h>

/* The settlement that counts. */
#define LAST                                                                                       \
  " NOT EXISTS (SELECT 1 FROM fleet_year n WHERE n.account_id = t.account_id"                      \
  " AND n.year = t.year AND n.id > t.id)"

/* Nobody corrected a vehicle of the account, and none of the year was accepted, since. */
#define UNTOUCHED                                                                                  \
  " NOT EXISTS (SELECT 1 FROM vehicle_correction c WHERE c.journal_id > t.journal_id"              \
  " AND t.account_id IN (c.account_before, c.account_after))"                                      \
  " AND NOT EXISTS (SELECT 1 FROM vehicle v WHERE v.account_id = t.account_id"                     \
  " AND v.obligation_year = t.year AND v.accepted_period > 0 AND v.accepted_at > t.settled_at)"

#define TOTAL(expression)                                                                          \
  "(SELECT coalesce (sum (" expression "), 0) FROM acceptance_total s"                             \
  " WHERE s.account_id = t.account_id AND s.obligation_year = t.year AND s.fleet_average = 1)"

/* What the charges of a year come to after what corrections took back. */
#define CHARGED(kind, expression)                                                                  \
  "(SELECT coalesce (sum (" expression "), 0) FROM charge c WHERE c.account_id = t.account_id"     \
  " AND c.year = t.year AND c.kind = '" kind "')"

#define CARRIED(column)                                                                            \
  "(SELECT coalesce (sum (s." column "), 0) FROM charge_settlement s"                              \
  " WHERE s.charge_id = t.charge_id AND s.kind = 'carry')"

#define STATE N_ ("The borrowing lacks what its state needs, or has what it must not have.")

static const GramVerifyRule rules[] = {
  { "SELECT 'fleet_year ' || t.id FROM fleet_year t WHERE t.credits <> max (t.net, 0) - t.carried_met"
    " OR t.grams <> max (- t.net, 0) OR t.carried_met > max (t.net, 0)"
    " OR abs (t.amount * 100 - t.grams * t.rate) > 50"
    " OR (t.amount > 0) > (t.grams > 0) OR date (t.due_on) IS NOT t.due_on OR t.vehicles < 0",
    N_ ("The sums of the settlement do not follow from its net position.") },
  { "SELECT 'fleet_year ' || t.id FROM fleet_year t JOIN document d ON d.id = t.document_id"
    " JOIN journal j ON j.id = t.journal_id JOIN account a ON a.id = t.account_id"
    " LEFT JOIN ledger_posting p ON p.id = t.posting_id"
    " WHERE d.kind <> 'invoice' OR d.account_id IS NOT t.account_id OR d.journal_id <> t.journal_id"
    " OR j.at <> t.settled_at OR a.kind = 'ccts'"
    " OR (p.id IS NOT NULL AND (p.journal_id <> t.journal_id OR p.meaning <> 'fleet-average'))",
    N_ ("The settlement is not what was done and kept when the year was settled.") },
  { "SELECT 'fleet_year ' || t.id FROM fleet_year t WHERE" LAST " AND (t.net <> " TOTAL (
        "s.credit - s.excess") " OR t.vehicles <> " TOTAL ("s.records") ") AND" UNTOUCHED,
    N_ ("The settlement is not what the vehicles of the year add up to.") },
  { "SELECT 'fleet_year ' || t.id FROM fleet_year t WHERE" LAST " AND (t.amount <> " CHARGED (
        "fleet-average",
        "c.amount - c.amount_back") " OR t.grams <> " CHARGED ("fleet-average",
                                                               "c.grams - c.grams_back") ")",
    N_ ("The charges of the year are not what its settlement says.") },
  { "SELECT 'fleet_year ' || t.id FROM fleet_year t WHERE t.carried_in <>"
    " (SELECT coalesce (sum (s.grams), 0) FROM charge_settlement s JOIN charge c ON c.id = s.charge_id"
    " WHERE c.account_id = t.account_id AND c.year = t.year - 1 AND s.kind = 'carry'"
    " AND s.journal_id <= t.journal_id)",
    N_ ("What the year took over is not what was carried into it.") },
  { "SELECT 'charge ' || t.id FROM charge t WHERE t.kind IN ('fleet-average', 'carried')"
    " AND NOT EXISTS (SELECT 1 FROM fleet_year f WHERE f.account_id = t.account_id"
    " AND f.year = t.year AND f.journal_id = t.journal_id)",
    N_ ("Nothing says why it is charged.") },

  /* Borrowing */
  { "SELECT 'borrowing ' || t.id FROM borrowing t WHERE (t.state = 'asked') <> (t.decided_at = 0)"
    " OR (t.state = 'asked') < (t.decided_by IS NULL)"
    " OR (t.state = 'settled') <> (t.fleet_year_id IS NOT NULL)"
    " OR (t.state NOT IN ('approved', 'settled') AND (t.grams <> 0 OR t.value <> 0))",
    STATE },
  { "SELECT 'borrowing ' || t.id FROM borrowing t JOIN charge c ON c.id = t.charge_id"
    " LEFT JOIN fleet_year f ON f.id = t.fleet_year_id"
    " WHERE c.account_id <> t.account_id OR c.kind <> 'fleet-average' OR c.year <> t.from_year"
    " OR f.account_id <> t.account_id OR f.year <> t.from_year + 1",
    N_ ("The borrowing is not of this charge and this year.") },
  { "SELECT 'borrowing ' || t.id FROM borrowing t WHERE t.state = 'approved'"
    " AND (t.value <> " CARRIED ("value") " OR t.grams <> " CARRIED ("grams") ")",
    N_ ("What was borrowed is not what was carried.") },
  { "SELECT 'charge_settlement ' || s.id FROM charge_settlement s WHERE s.kind = 'carry'"
    " AND NOT EXISTS (SELECT 1 FROM borrowing t WHERE t.charge_id = s.charge_id"
    " AND t.state IN ('approved', 'settled'))",
    N_ ("Nothing says why it was carried.") },
  { "SELECT 'ledger_account of the system, carry, NZD' WHERE"
    " (SELECT coalesce (sum (balance), 0) FROM ledger_account"
    " WHERE account_id IS NULL AND role = 'carry' AND unit = 'NZD')"
    " <> (SELECT coalesce (sum (s.value), 0) FROM charge_settlement s JOIN borrowing t"
    " ON t.charge_id = s.charge_id WHERE s.kind = 'carry' AND (t.state = 'approved'"
    " OR s.journal_id > (SELECT max (f.journal_id) FROM fleet_year f"
    " WHERE f.account_id = t.account_id AND f.year = t.from_year + 1)))",
    N_ ("What is carried is not what live borrowings say.") },
};

gboolean
_gram_verify_fleet_years (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error);
}
