/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include <glib/gi18n-lib.h>

/* What a vehicle holds of a posting, and what corrections took out of it since. */
#define SHARES                                                                                                  \
  "WITH share AS (SELECT posting_id AS posting, CASE WHEN difference > 0 THEN difference ELSE 0 END AS credit," \
  " charge FROM vehicle WHERE posting_id IS NOT NULL"                                                           \
  " UNION ALL SELECT reverses, CASE WHEN difference_before > 0 THEN difference_before ELSE 0 END,"              \
  " charge_before FROM vehicle_correction WHERE reverses IS NOT NULL),"                                         \
  " frozen AS (SELECT posting, sum (credit) AS credit, sum (charge) AS charge FROM share GROUP BY posting),"    \
  " posted AS (SELECT e.posting_id AS posting,"                                                                 \
  " sum (CASE a.role WHEN 'holding' THEN e.amount ELSE 0 END) AS credit,"                                       \
  " sum (CASE a.role WHEN 'charges' THEN e.amount ELSE 0 END) AS charge"                                        \
  " FROM ledger_posting p JOIN ledger_entry e ON e.posting_id = p.id"                                           \
  " JOIN ledger_account a ON a.id = e.ledger_account_id"                                                        \
  " WHERE p.meaning IN ('acceptance', 'correction') AND a.account_id IS NOT NULL"                               \
  " GROUP BY e.posting_id) "

/* What a reversal moved, by role of the holder or of the system. */
#define REVERSALS                                                                                       \
  "WITH moved AS (SELECT c.id, c.difference_before, c.charge_before,"                                   \
  " sum (CASE a.role WHEN 'holding' THEN e.amount ELSE 0 END) AS credit,"                               \
  " sum (CASE a.role WHEN 'charge' THEN e.amount ELSE 0 END) AS charge,"                                \
  " sum (CASE a.role WHEN 'charges' THEN e.amount ELSE 0 END) AS pending,"                              \
  " sum (CASE a.role WHEN 'in-favour' THEN e.amount ELSE 0 END) AS in_favour,"                          \
  " sum (CASE WHEN a.role IN ('offset', 'carry') AND a.unit = 'NZD' THEN e.amount ELSE 0 END) AS unset" \
  " FROM vehicle_correction c JOIN ledger_entry e ON e.posting_id = c.reversal"                         \
  " JOIN ledger_account a ON a.id = e.ledger_account_id"                                                \
  " GROUP BY c.id, c.difference_before, c.charge_before) "

/* What holds between the figures of vehicles, what was posted, and what was corrected. */
static const GramVerifyRule rules[] = {
  { "SELECT 'vehicle ' || id FROM vehicle WHERE status < 2"
    " AND (obligation_year <> 0 OR difference <> 0 OR charge <> 0 OR posting_id IS NOT NULL)",
    N_ ("The vehicle has figures, but is not accepted.") },
  { "SELECT 'vehicle ' || id FROM vehicle WHERE (charge > 0 AND (difference >= 0 OR posting_id IS NULL))"
    " OR (posting_id IS NOT NULL AND (difference = 0 OR obligation_year = 0))"
    " OR (difference <> 0 AND obligation_year = 0)",
    N_ ("The figures of the vehicle contradict each other.") },
  { SHARES "SELECT 'ledger_posting ' || coalesce (f.posting, p.posting) FROM frozen f"
           " FULL JOIN posted p ON p.posting = f.posting"
           " WHERE coalesce (f.credit, 0) <> coalesce (p.credit, 0)"
           " OR coalesce (f.charge, 0) <> coalesce (p.charge, 0)",
    N_ ("What was posted is not what the vehicles and their corrections add up to.") },

  { "SELECT 'vehicle_correction ' || c.id FROM vehicle_correction c"
    " LEFT JOIN ledger_posting r ON r.id = c.reversal LEFT JOIN ledger_posting p ON p.id = c.posting"
    " WHERE (c.reversal IS NOT NULL AND (c.reverses IS NULL OR r.meaning <> 'reversal' OR c.reverses >= c.reversal))"
    " OR (c.posting IS NOT NULL AND p.meaning <> 'correction')"
    " OR (c.reverses IS NOT NULL AND c.reversal IS NULL AND c.charge_before > 0)",
    N_ ("The correction has a reversal without its original, or an original without its reversal.") },
  { "SELECT 'ledger_posting ' || p.id FROM ledger_posting p WHERE (p.meaning = 'correction' AND 1 <>"
    " (SELECT count (*) FROM vehicle_correction c WHERE c.posting = p.id))"
    " OR (p.meaning = 'reversal' AND p.reverses IS NULL AND 1 <>"
    " (SELECT count (*) FROM vehicle_correction c WHERE c.reversal = p.id))",
    N_ ("The posting corrects no vehicle, or several.") },
  { REVERSALS
    "SELECT 'vehicle_correction ' || id FROM moved WHERE in_favour < 0"
    /* What had settled a charge comes back: money in favour, credits, what was borrowed. */
    " OR (charge_before > 0 AND (charge <> charge_before OR credit < 0 OR pending > 0"
    " OR in_favour - pending - unset <> charge_before))"
    " OR (charge_before = 0 AND (credit > 0 OR - credit > difference_before OR in_favour <> 0 OR pending < 0"
    " OR (pending > 0 AND - credit = difference_before)))",
    N_ ("The reversal is not what had been posted.") },

  { "SELECT 'vehicle_correction ' || c.id FROM vehicle_correction c JOIN vehicle v ON v.id = c.vehicle_id"
    " WHERE c.version > v.version OR (c.version = v.version AND (v.account_id <> c.account_after"
    " OR v.obligation_year <> c.year_after OR v.difference <> c.difference_after OR v.charge <> c.charge_after"
    " OR (c.posting IS NOT NULL AND v.posting_id <> c.posting)))",
    N_ ("The vehicle is not what its last correction made of it.") },
  { "SELECT 'vehicle_correction ' || c.id FROM vehicle_correction c JOIN case_file f ON f.id = c.case_id"
    " WHERE f.state <> 'decided' OR f.outcome <> 'upheld'",
    N_ ("The vehicle was corrected in a case that was not upheld.") },
  { "SELECT 'account ' || id FROM account WHERE unassigned = 1"
    " AND (auto_accept <> 0 OR listed <> 0 OR state <> 'open')",
    N_ ("The account of vehicles of nobody accepts, or is listed or closed.") },
  { "SELECT 'vehicle ' || v.id FROM vehicle v JOIN account a ON a.id = v.account_id"
    " WHERE a.unassigned = 1 AND v.status = 2",
    N_ ("A vehicle of nobody is accepted.") },
};

gboolean
_gram_verify_figures (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error);
}
