/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccs-private.h"

#include <glib/gi18n-lib.h>

/* What the receiver gets of credits, times used_per_new where credits of new vehicles become credits of used ones. */
#define RATIO(x)                                                                                   \
  "CASE WHEN t.from_kind = t.to_kind THEN " x ".received <> " x ".credits"                         \
  " WHEN t.from_kind = 'ccs-new' THEN " x ".received <> " x ".credits * t.used_per_new"            \
  " ELSE " x ".received * t.used_per_new <> " x ".credits END"

#define UNIT(kind) "'ccs-credit/' || substr (t." kind ", 5) || '/' || l.year"

/* A line whose posting did not move what it says. */
#define UNMOVED(posting, account, role, kind, amount)                                              \
  "EXISTS (SELECT 1 FROM credit_transfer_line l WHERE l.transfer_id = t.id AND " GRAM_POSTED_ON (  \
      posting, account, role, UNIT (kind)) " <> " amount ")"

#define POSTED N_ ("What was posted is not what the transfer says.")

static const GramVerifyRule rules[] = {
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t"
    " WHERE (t.state = 'offered') <> (t.ended_at = 0) OR date (t.lapses_on) IS NOT t.lapses_on"
    " OR (t.state = 'offered' AND (t.end_posting_id IS NOT NULL OR t.from_account IS NULL))"
    " OR t.posting_id IS NULL OR t.from_number = t.to_number"
    " OR (t.state <> 'offered' AND t.end_posting_id IS NULL"
    " AND NOT (t.state = 'accepted' AND (t.from_account IS NULL OR t.to_account IS NULL)))"
    " OR ((t.from_account IS NULL OR t.to_account IS NULL)"
    " AND EXISTS (SELECT 1 FROM registry WHERE kind = 'administrator'))",
    N_ ("The transfer lacks what its state needs, or has what it must not have.") },
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t"
    " LEFT JOIN account f ON f.id = t.from_account LEFT JOIN account r ON r.id = t.to_account"
    " WHERE f.number <> t.from_number OR f.kind <> t.from_kind OR r.number <> t.to_number"
    " OR r.kind <> t.to_kind",
    N_ ("The transfer does not name the accounts that it is of.") },
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t LEFT JOIN (SELECT transfer_id,"
    " sum (credits) AS credits, sum (received) AS received FROM credit_transfer_line"
    " GROUP BY transfer_id) l ON l.transfer_id = t.id"
    " WHERE l.credits IS NOT t.credits OR l.received IS NOT t.received",
    N_ ("The transfer is not what its lines add up to.") },
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t WHERE " RATIO (
        "t") " OR EXISTS (SELECT 1 FROM credit_transfer_line l WHERE l.transfer_id = t.id AND (" RATIO ("l") " OR l.credits % 100 <> 0 OR l.received % 100 <> 0))",
    N_ ("What the receiver gets does not follow from the ratio.") },

  /* Nothing is promised twice. */
  { "WITH offered AS (SELECT t.from_account AS account, " UNIT (
        "from_kind") " AS unit,"
                     " sum (l.credits) AS credits FROM credit_transfer t JOIN credit_transfer_line l"
                     " ON l.transfer_id = t.id WHERE t.state = 'offered' GROUP BY 1, 2),"
                     " reserved AS (SELECT account_id AS account, unit, balance FROM ledger_account"
                     " WHERE account_id IS NOT NULL AND role = 'reserved' AND unit GLOB 'ccs-credit/*')"
                     " SELECT 'ledger_account of account ' || coalesce (o.account, r.account) || ', reserved, '"
                     " || coalesce (o.unit, r.unit) FROM offered o FULL JOIN reserved r"
                     " ON r.account = o.account AND r.unit = o.unit"
                     " WHERE coalesce (o.credits, 0) <> coalesce (r.balance, 0)",
    N_ ("What is reserved is not what is offered.") },

  /* The reserve, and what it became */
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t JOIN ledger_posting p ON p.id = t.posting_id"
    " WHERE NOT (t.state = 'accepted' AND t.end_posting_id IS NULL) AND (p.meaning <> 'reserve'"
    " OR " UNMOVED ("t.posting_id", "t.from_account", "'reserved'", "from_kind", "l.credits") ")",
    POSTED },
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t"
    " JOIN ledger_posting p ON p.id = t.end_posting_id"
    " WHERE p.meaning <> CASE t.state WHEN 'accepted' THEN 'transfer' ELSE 'release' END"
    " OR " UNMOVED (
        "t.end_posting_id",
        "t.from_account",
        "'reserved'",
        "from_kind",
        "- l.credits") " OR (t.state = 'accepted' AND " UNMOVED ("t.end_posting_id",
                                                                 "t.to_account",
                                                                 "'holding'",
                                                                 "to_kind",
                                                                 "l.received") ")"
                                                                               " OR (t.state <> 'accepted' AND " UNMOVED (
                                                                                   "t.end_posting_id",
                                                                                   "t.from_account",
                                                                                   "'holding'",
                                                                                   "from_kind",
                                                                                   "l.credits") ")",
    POSTED },
  { "SELECT 'credit_transfer ' || t.id FROM credit_transfer t JOIN ledger_posting p ON p.id = t.posting_id"
    " WHERE t.state = 'accepted' AND t.end_posting_id IS NULL AND (p.meaning <> 'transfer'"
    " OR (t.from_account IS NOT NULL AND " UNMOVED (
        "t.posting_id",
        "t.from_account",
        "'holding'",
        "from_kind",
        "- l.credits") ")"
                       " OR (t.to_account IS NOT NULL AND " UNMOVED ("t.posting_id",
                                                                     "t.to_account",
                                                                     "'holding'",
                                                                     "to_kind",
                                                                     "l.received") "))",
    POSTED },
  { "SELECT DISTINCT 'ledger_posting ' || p.id FROM ledger_posting p"
    " JOIN ledger_entry e ON e.posting_id = p.id JOIN ledger_account a ON a.id = e.ledger_account_id"
    " WHERE p.meaning IN ('transfer', 'reserve', 'release') AND a.unit GLOB 'ccs-credit/*'"
    " AND p.id NOT IN (SELECT posting_id FROM credit_transfer WHERE posting_id IS NOT NULL"
    " UNION ALL SELECT end_posting_id FROM credit_transfer WHERE end_posting_id IS NOT NULL)",
    N_ ("Nothing says why it was posted.") },
};

gboolean
_gram_verify_transfers (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error);
}
