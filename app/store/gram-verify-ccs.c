/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccs-private.h"

#include <glib/gi18n-lib.h>

/* What charges and their settlements say about a posting, and what it moved on the holder's charges. */
#define SAID                                                                                       \
  "WITH said AS (SELECT posting_id AS posting, account_id AS account, sum (value) AS value FROM (" \
  "SELECT posting_id, account_id, amount AS value FROM charge WHERE posting_id IS NOT NULL"        \
  " UNION ALL SELECT s.posting_id, c.account_id, - s.value FROM charge_settlement s"               \
  " JOIN charge c ON c.id = s.charge_id WHERE s.posting_id IS NOT NULL)"                           \
  " GROUP BY posting_id, account_id),"                                                             \
  " moved AS (SELECT e.posting_id AS posting, a.account_id AS account, sum (e.amount) AS value"    \
  " FROM ledger_account a JOIN ledger_entry e ON e.ledger_account_id = a.id"                       \
  " WHERE a.role = 'charges' AND a.unit = 'NZD' AND a.account_id IS NOT NULL"                      \
  " GROUP BY e.posting_id, a.account_id) "

/* The same of the credits that were set against charges. */
#define OFFSETS                                                                                      \
  "WITH said AS (SELECT s.posting_id AS posting, s.unit, sum (s.credits) AS value"                   \
  " FROM charge_settlement s WHERE s.posting_id IS NOT NULL AND s.unit <> ''"                        \
  " GROUP BY s.posting_id, s.unit),"                                                                 \
  " moved AS (SELECT e.posting_id AS posting, a.unit, sum (e.amount) AS value FROM ledger_account a" \
  " JOIN ledger_entry e ON e.ledger_account_id = a.id WHERE a.role = 'offset'"                       \
  " AND a.account_id IS NULL AND a.unit GLOB 'ccs-credit/*' GROUP BY e.posting_id, a.unit) "

/* Kept totals of a charge, from what settled it. */
#define KEPT                                                                                                  \
  "WITH kept AS (SELECT charge_id, sum (value) AS value,"                                                     \
  " sum (CASE WHEN kind = 'correction' AND credits = 0 AND value >= 0 THEN grams ELSE 0 END) AS grams_back,"  \
  " sum (CASE WHEN kind = 'correction' AND credits = 0 AND value >= 0 THEN value ELSE 0 END) AS amount_back," \
  " sum (credits) AS credits FROM charge_settlement GROUP BY charge_id) "

#define POSTED N_ ("What was posted is not what charges and their settlements say.")
#define PAYMENT N_ ("What was posted is not what the payment says.")

static const GramVerifyRule rules[] = {
  { KEPT "SELECT 'charge ' || c.id FROM charge c LEFT JOIN kept k ON k.charge_id = c.id"
         " WHERE c.outstanding <> c.amount - coalesce (k.value, 0)"
         " OR c.grams_back <> coalesce (k.grams_back, 0)"
         " OR c.amount_back <> coalesce (k.amount_back, 0) OR c.credits <> coalesce (k.credits, 0)",
    N_ ("The kept totals of the charge are not what settled it.") },
  { "SELECT 'charge ' || c.id FROM charge c JOIN account a ON a.id = c.account_id"
    " WHERE a.kind = 'ccts' OR date (c.arisen_on) IS NOT c.arisen_on OR date (c.due_on) IS NOT c.due_on"
    " OR c.due_on < c.arisen_on OR (c.settled_on <> '' AND date (c.settled_on) IS NOT c.settled_on)"
    " OR c.grams_back > c.grams OR c.amount_back > c.amount",
    N_ ("The charge contradicts itself.") },
  { "WITH owed AS (SELECT account_id, sum (outstanding) AS outstanding FROM charge GROUP BY account_id),"
    " kept AS (SELECT account_id, balance FROM ledger_account"
    " WHERE account_id IS NOT NULL AND role = 'charges' AND unit = 'NZD')"
    " SELECT 'ledger_account of account ' || coalesce (o.account_id, k.account_id) || ', charges, NZD'"
    " FROM owed o FULL JOIN kept k ON k.account_id = o.account_id"
    " WHERE coalesce (o.outstanding, 0) <> coalesce (k.balance, 0)",
    N_ ("What is owed is not the sum of what is outstanding of charges.") },
  { "SELECT 'charge ' || c.id FROM charge c LEFT JOIN (SELECT posting_id, count (*) AS vehicles,"
    " sum (- difference) AS grams, sum (charge) AS amount FROM vehicle"
    " WHERE charge > 0 AND posting_id IS NOT NULL GROUP BY posting_id) v ON v.posting_id = c.posting_id"
    " WHERE c.kind = 'payg' AND (c.grams - c.grams_back <> coalesce (v.grams, 0)"
    " OR c.amount - c.amount_back <> coalesce (v.amount, 0) OR c.vehicles < coalesce (v.vehicles, 0))",
    N_ ("The charge is not what its vehicles add up to.") },
  { "SELECT 'charge ' || c.id FROM charge c WHERE c.kind = 'payg' AND EXISTS (SELECT 1 FROM vehicle v"
    " WHERE v.posting_id = c.posting_id AND v.charge > 0 AND v.obligation_year <> c.year)",
    N_ ("The charge is not of the year of its vehicles.") },
  /* Each car, or each run of a Fleet Average year, is rounded by itself. */
  { "SELECT 'charge ' || c.id FROM charge c WHERE c.kind IN ('payg', 'short', 'fleet-average')"
    " AND c.journal_id > (SELECT charges_since FROM registry)"
    " AND abs ((c.amount - c.amount_back) * 100 - (c.grams - c.grams_back) * c.rate)"
    " > CASE c.kind WHEN 'payg' THEN 50 * coalesce ((SELECT sum (v.units) FROM vehicle v"
    " WHERE v.posting_id = c.posting_id AND v.charge > 0), 0) ELSE 100 END",
    N_ ("The charge is not its grams at its rate.") },
  { "SELECT 'vehicle ' || v.id FROM vehicle v WHERE v.charge > 0 AND NOT EXISTS"
    " (SELECT 1 FROM charge c WHERE c.posting_id = v.posting_id AND c.kind = 'payg'"
    " AND c.account_id = v.account_id)",
    N_ ("The vehicle has a charge that the registry does not have.") },
  { SAID
    "SELECT 'ledger_posting ' || p.id FROM said s FULL JOIN moved m ON m.posting = s.posting"
    " AND m.account = s.account JOIN ledger_posting p ON p.id = coalesce (s.posting, m.posting)"
    " WHERE " GRAM_SINCE " AND coalesce (s.value, 0) <> coalesce (m.value, 0)",
    POSTED },
  { OFFSETS
    "SELECT 'ledger_posting ' || coalesce (s.posting, m.posting) FROM said s FULL JOIN moved m"
    " ON m.posting = s.posting AND m.unit = s.unit WHERE coalesce (s.value, 0) <> coalesce (m.value, 0)",
    POSTED },
  { "SELECT 'charge ' || t.id FROM charge" GRAM_SAME_JOURNAL,
    N_ ("The row and its posting are of different journal entries.") },
  { "SELECT 'charge_settlement ' || t.id FROM charge_settlement" GRAM_SAME_JOURNAL,
    N_ ("The row and its posting are of different journal entries.") },
  { "SELECT 'charge_settlement ' || s.id FROM charge_settlement s JOIN charge c ON c.id = s.charge_id"
    " JOIN account a ON a.id = c.account_id LEFT JOIN payment p ON p.id = s.payment_id"
    " WHERE (s.posting_id IS NULL) <> (s.kind = 'before')"
    " OR (s.credits <> 0 AND s.unit <> 'ccs-credit/' || substr (a.kind, 5) || '/' || s.year)"
    " OR (s.credits = 0 AND s.year <> 0) OR (s.grams <> 0 AND s.kind <> 'carry'"
    " AND (s.kind <> 'correction' OR s.credits <> 0 OR s.value < 0))"
    " OR (s.credits > 0) <> (s.kind = 'credit' AND s.unit <> '')"
    " OR (s.credits < 0 AND s.kind <> 'correction')"
    " OR (s.kind = 'money') > (s.payment_id IS NOT NULL)"
    " OR (s.payment_id IS NOT NULL AND s.kind NOT IN ('money', 'correction'))"
    " OR (s.kind = 'before' AND s.value <= 0) OR p.account_id <> c.account_id"
    " OR date (s.settled_on) IS NOT s.settled_on",
    N_ ("The settlement contradicts itself or its charge.") },

  /* Payments */
  { "SELECT 'payment ' || t.id FROM payment t WHERE t.amount - t.in_favour"
    " <> (SELECT coalesce (sum (s.value), 0) FROM charge_settlement s"
    " WHERE s.payment_id = t.id AND s.kind = 'money')"
    " * CASE t.kind WHEN 'reversal' THEN -1 ELSE 1 END",
    N_ ("What the payment settled is not what its row says.") },
  { "SELECT 'payment ' || t.id FROM payment t JOIN ledger_posting p ON p.id = t.posting_id"
    " LEFT JOIN payment r ON r.id = t.reverses"
    " WHERE p.journal_id <> t.journal_id OR p.meaning <> CASE t.kind WHEN 'reversal' THEN 'payment-reversal'"
    " ELSE t.kind END OR " GRAM_POSTED_ON (
        "t.posting_id",
        "t.account_id",
        "'in-favour'",
        "'NZD'") " <> t.in_favour * CASE WHEN t.kind = 'pay-back' OR r.kind = 'payment' THEN -1 ELSE 1 END"
                 " OR " GRAM_POSTED_ON (
                     "t.posting_id",
                     "NULL",
                     "'payment'",
                     "'NZD'") " <> (t.amount - t.in_favour) * CASE t.kind WHEN 'reversal' THEN -1 ELSE 1 END",
    PAYMENT },
  { "SELECT 'payment ' || t.id FROM payment t LEFT JOIN payment r ON r.id = t.reverses"
    " JOIN account a ON a.id = t.account_id"
    " WHERE (t.kind = 'reversal' AND (r.kind = 'reversal' OR r.account_id <> t.account_id"
    " OR r.amount <> t.amount OR r.id >= t.id)) OR (t.kind = 'pay-back' AND t.in_favour <> t.amount)"
    " OR date (t.paid_on) IS NOT t.paid_on OR a.kind = 'ccts'",
    N_ ("The payment contradicts itself or what it reverses.") },
  { "SELECT 'ledger_posting ' || p.id FROM ledger_posting p LEFT JOIN (SELECT posting_id,"
    " count (*) AS rows FROM payment GROUP BY posting_id) t ON t.posting_id = p.id"
    " WHERE p.meaning IN ('payment', 'payment-reversal', 'pay-back') AND " GRAM_SINCE
    " AND EXISTS (SELECT 1 FROM ledger_entry e JOIN ledger_account a ON a.id = e.ledger_account_id"
    " WHERE e.posting_id = p.id AND a.unit = 'NZD')"
    " AND t.rows IS NOT 1",
    N_ ("Nothing says why it was posted.") },

  /* Vehicles */
  { "SELECT 'vehicle ' || id FROM vehicle WHERE excluded <> ''"
    " AND (obligation_year <> 0 OR difference <> 0 OR charge <> 0)",
    N_ ("The vehicle is outside the standard, but has figures.") },
  { "SELECT 'vehicle ' || id FROM vehicle WHERE (fleet_average = 1 AND (obligation_year = 0"
    " OR charge > 0 OR posting_id IS NOT NULL)) OR (accepted_period > 0 AND status < 2)"
    " OR (accepted_period = 0 AND obligation_year > 0)",
    N_ ("What was frozen at acceptance contradicts itself.") },
};

gboolean
_gram_verify_ccs (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error)
         && _gram_verify_acceptances (self, error) && _gram_verify_fleet_years (self, error)
         && _gram_verify_transfers (self, error);
}
