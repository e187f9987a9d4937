/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccts-private.h"

#include <glib/gi18n-lib.h>

/* A day as text. */
#define IS_NO_DAY(column) "date (" column ") IS NOT " column

/* What a posting moved in a holder's account of a year's allowances, by its rows: id, posting, account, year. */
#define MOVED(row)                                                                                 \
  "(SELECT coalesce (sum (e.amount), 0) FROM ledger_entry e"                                       \
  " JOIN ledger_account a ON a.id = e.ledger_account_id WHERE e.posting_id = " row ".posting_id"   \
  " AND a.account_id = " row ".account_id AND a.unit = 'ccts/' || " row ".year)"

/* The posting of a row has a meaning and moves an amount. */
#define POSTED(table, meaning, amount)                                                             \
  "SELECT '" table " ' || t.id FROM " table " t JOIN ledger_posting p ON p.id = t.posting_id"      \
  " WHERE p.meaning <> " meaning " OR p.journal_id <> t.journal_id OR " MOVED ("t") " <> " amount

/* A posting of allowances of a year that something was done about, which no row has. */
#define UNEXPLAINED(meaning, table)                                                                 \
  "SELECT DISTINCT 'ledger_posting ' || p.id FROM ledger_posting p"                                 \
  " JOIN ledger_entry e ON e.posting_id = p.id JOIN ledger_account a ON a.id = e.ledger_account_id" \
  " WHERE p.meaning = '" meaning "' AND a.unit IN (SELECT 'ccts/' || year FROM scheme_year)"        \
  " AND NOT EXISTS (SELECT 1 FROM " table " t WHERE t.posting_id = p.id)"

#define POSTS N_ ("What was posted is not what the row says.")
#define ALONE N_ ("Nothing says why it was posted.")
#define SUMS N_ ("The figures of the row do not follow from one another.")

static const GramVerifyRule year_rules[] = {
  { "SELECT 'eco_notice ' || id FROM eco_notice WHERE " IS_NO_DAY ("given_on"),
    N_ ("The row lacks what it needs.") },

  /* Pools */
  { "SELECT 'pool ' || p.id FROM pool p WHERE NOT EXISTS (SELECT 1 FROM pool_member m"
    " WHERE m.pool_id = p.id AND m.account_id = p.account_id)",
    N_ ("The pool has nominated an account that is none of its members.") },
  { "SELECT 'pool ' || id FROM pool WHERE (state IN ('gathering', 'applied')) = (decided_at > 0)"
    " AND state <> 'withdrawn'",
    N_ ("The pool lacks what its state needs, or has what it must not have.") },
  { "SELECT DISTINCT 'pool ' || y.pool_id FROM pool_year y JOIN pool p ON p.id = y.pool_id"
    " WHERE p.state NOT IN ('granted', 'ended') OR y.year NOT BETWEEN p.first_year AND p.last_year"
    " OR NOT EXISTS (SELECT 1 FROM pool_member m"
    " WHERE m.pool_id = y.pool_id AND m.account_id = y.account_id)"
    " UNION SELECT 'pool ' || p.id FROM pool p WHERE p.state = 'granted'"
    " AND (SELECT count (*) FROM pool_year y WHERE y.pool_id = p.id) <>"
    " (p.last_year - p.first_year + 1) * (SELECT count (*) FROM pool_member m WHERE m.pool_id = p.id)",
    N_ ("The pool does not stand for its members in its years.") },

  /* What was done about a year */
  { "SELECT 'scheme_year ' || y.year FROM scheme_year y"
    " WHERE y.measured_at <> coalesce ((SELECT m.measured_at FROM measuring m WHERE m.year = y.year"
    " ORDER BY m.id DESC LIMIT 1), 0)"
    " OR (y.allocated_at = 0 AND EXISTS (SELECT 1 FROM allocation t WHERE t.year = y.year))"
    " OR (y.accounted_at = 0 AND EXISTS (SELECT 1 FROM accounting t WHERE t.year = y.year))"
    " OR (y.closed_at = 0 AND EXISTS (SELECT 1 FROM year_balance t WHERE t.year = y.year))",
    N_ ("What was done about the year is not what its rows say.") },
  { "SELECT 'measuring ' || m.id FROM measuring m JOIN journal j ON j.id = m.journal_id"
    " WHERE m.measured_at <> j.at",
    N_ ("What was done about the year is not what its rows say.") },
  { "SELECT 'participant ' || id FROM participant WHERE cars < 0 OR cars_zero < 0 OR saving_sum < 0"
    " OR saving_sum > co2_sum OR abs (co2_sum - saving_sum - activity * 1000) >= 1000",
    SUMS },

  /* Allocation */
  { "SELECT 'allocation ' || t.id FROM allocation t LEFT JOIN participant p ON p.id = t.participant_id"
    " LEFT JOIN measuring m ON m.id = p.measuring_id LEFT JOIN baseline b ON b.id = t.baseline_id"
    /* A pool may nominate another account later; then its participant and baseline stay at the one before. */
    " WHERE (p.id IS NOT NULL AND ((p.account_id <> t.account_id AND p.pool_id IS NULL) OR m.year <> t.year))"
    " OR (b.id IS NOT NULL AND ((b.account_id <> t.account_id AND b.pool_id IS NULL) OR b.year <> t.year))"
    " OR (p.id IS NOT NULL AND b.id IS NOT NULL AND t.product <> p.cars * b.value)"
    " OR (p.id IS NULL AND t.product <> 0) OR t.product - t.allowances * 1000000 > 500000"
    /* What is not held any more is not taken back. */
    " OR (t.allowances * 1000000 - t.product > 500000 AND t.posted > 0)"
    " OR t.allowances <> (SELECT sum (e.posted) FROM allocation e WHERE e.year = t.year"
    " AND e.account_id = t.account_id AND e.id <= t.id)",
    SUMS },
  { POSTED ("allocation", "'allocation'", "t.posted"), POSTS },
  { UNEXPLAINED ("allocation", "allocation"), ALONE },

  /* Conversion (arts 35 and 23) */
  { "SELECT 'conversion ' || t.id FROM conversion t JOIN crts_position s ON s.id = t.position_id"
    " WHERE t.crts % 10 <> 0 OR t.allowances <> t.crts / 10 * t.ratio"
    " OR s.account_id <> t.account_id OR s.year <> t.year",
    SUMS },
  { "SELECT 'conversion ' || t.id FROM conversion t JOIN crts_position s ON s.id = t.position_id"
    " WHERE t.direction = 'from-crts' AND (s.activity > s.allocated"
    " OR s.held - s.borrowed - s.required < (SELECT sum (e.crts) FROM conversion e"
    " WHERE e.year = t.year AND e.account_id = t.account_id AND e.direction = t.direction"
    " AND e.id <= t.id))",
    N_ ("More was converted than was unused.") },
  { POSTED ("conversion",
            "CASE t.direction WHEN 'from-crts' THEN 'acquisition' ELSE 'conversion' END",
            "CASE t.direction WHEN 'from-crts' THEN t.allowances ELSE - t.allowances END"),
    POSTS },
  { UNEXPLAINED ("acquisition", "conversion"), ALONE },
  { UNEXPLAINED ("conversion", "conversion"), ALONE },

  /* Surrender (art. 38) */
  { POSTED ("surrender", "'surrender'", "- t.quantity"), POSTS },
  { UNEXPLAINED ("surrender", "surrender"), ALONE },
};

gboolean
_gram_verify_ccts (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, year_rules, G_N_ELEMENTS (year_rules), error)
         && _gram_verify_registrations (self, error) && _gram_verify_trades (self, error)
         && _gram_verify_settlement (self, error);
}
