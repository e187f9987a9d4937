/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include <glib/gi18n-lib.h>

/*
 * What holds between people, accounts and what happens to them, whatever the journal says: each SELECT names the rows
 * that break the rule. The schema's own CHECKs stand in the schema and are looked at with the file.
 */
static const GramVerifyRule rules[] = {
  { "SELECT 'account ' || a.id FROM account a WHERE a.state <> 'closed' AND (a.unassigned = 1) = EXISTS"
    " (SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.owner = 1)",
    N_ ("The account has no owner.") },
  { "SELECT 'account ' || a.id FROM account a JOIN membership m ON m.account_id = a.id AND m.owner = 1"
    " JOIN person p ON p.id = m.person_id WHERE a.state <> 'closed' AND p.active = 0",
    N_ ("The owner of the account was removed.") },
  { "SELECT 'membership account ' || account_id || ', person ' || person_id FROM membership"
    " WHERE owner = 1 AND permissions <> 31",
    N_ ("The owner does not have all permissions.") },
  { "SELECT 'membership account ' || m.account_id || ', person ' || m.person_id FROM membership m"
    " JOIN person p ON p.id = m.person_id WHERE p.role <> 'officer'"
    " AND EXISTS (SELECT 1 FROM registry WHERE kind = 'administrator')",
    N_ ("A person of the administrator’s side is a member of an account.") },
  { "SELECT 'registry 1' FROM registry WHERE NOT EXISTS"
    " (SELECT 1 FROM person WHERE role = 'administrator' AND active = 1)",
    N_ ("The registry has no administrator.") },

  { "SELECT 'account ' || a.id FROM account a WHERE a.state IN ('suspended', 'blocked') AND NOT EXISTS"
    " (SELECT 1 FROM measure m WHERE m.account_id = a.id AND m.state = 'in-force'"
    " AND m.kind = CASE a.state WHEN 'suspended' THEN 'suspension' ELSE 'block' END)",
    N_ ("The account is suspended or blocked without a measure in force.") },
  { "SELECT 'measure ' || m.id FROM measure m JOIN account a ON a.id = m.account_id"
    " WHERE m.state = 'in-force'"
    " AND a.state <> CASE m.kind WHEN 'suspension' THEN 'suspended' ELSE 'blocked' END",
    N_ ("The measure is in force, but its account is in another state.") },
  { "SELECT 'measure ' || id FROM measure WHERE (state = 'in-force' AND (began_at = 0"
    " OR (kind = 'suspension' AND (until = '' OR ground = '')))) OR (state IN ('notified', 'in-force')) = (ended_at > 0)"
    " OR (state = 'notified' AND (notified_at = 0 OR remedy_by = '')) OR (state = 'ended' AND began_at = 0)",
    N_ ("The measure lacks what its state needs.") },

  { "SELECT 'account ' || a.id FROM account a WHERE (a.state = 'closing') <> EXISTS"
    " (SELECT 1 FROM closing c WHERE c.account_id = a.id AND c.state = 'requested')",
    N_ ("The state of the account is not that of its closing.") },
  { "SELECT 'account ' || a.id FROM account a WHERE (a.state = 'closed') <> EXISTS"
    " (SELECT 1 FROM closing c WHERE c.account_id = a.id AND c.state = 'done')",
    N_ ("The state of the account is not that of its closing.") },
  { "SELECT 'closing ' || id FROM closing WHERE (state IN ('notified', 'requested')) = (decided_at > 0)"
    " OR (state = 'notified' AND object_by = '') OR (objection = '') <> (objected_at = 0)"
    " OR (state IN ('done', 'refused') AND decided_by IS NULL)",
    N_ ("The closing lacks what its state needs.") },
  { "SELECT 'account ' || a.id FROM account a WHERE a.state = 'closed' AND (EXISTS (SELECT 1 FROM invitation i"
    " WHERE i.account_id = a.id AND i.state = 'pending') OR EXISTS (SELECT 1 FROM handover h"
    " WHERE h.account_id = a.id AND h.state = 'pending') OR EXISTS (SELECT 1 FROM request r"
    " WHERE r.account_id = a.id AND r.state = 'pending'))",
    N_ ("The account is closed, but something in it still waits.") },
  { "SELECT 'account ' || a.id FROM account a JOIN ledger_account l ON l.account_id = a.id"
    " WHERE a.state = 'closed' AND l.balance <> 0 AND l.role <> 'in-favour'",
    N_ ("The account is closed, but still holds something.") },

  { "SELECT 'invitation ' || id FROM invitation WHERE (state = 'pending') <> (decided_at = 0)"
    " OR (state = 'used') <> (used_by IS NOT NULL) OR lapses_at <= invited_at OR times_sent < 1",
    N_ ("The invitation lacks what its state needs.") },
  { "SELECT 'handover ' || id FROM handover WHERE (state = 'pending') <> (decided_at = 0)"
    " OR lapses_at <= offered_at",
    N_ ("The hand-over lacks what its state needs.") },
  { "SELECT 'request ' || id FROM request WHERE (state = 'pending') <> (decided_at = 0)"
    " OR lapses_at <= prepared_at OR (state IN ('approved', 'declined') AND decided_by IS NULL)",
    N_ ("The request lacks what its state needs.") },
  { "SELECT 'request ' || id FROM request WHERE state = 'approved' AND decided_by = prepared_by",
    N_ ("The request was approved by the person who prepared it.") },
  { "SELECT 'application ' || id FROM application"
    " WHERE (state IN ('approved', 'suspended', 'revoked') AND (valid_from = '' OR decided_by IS NULL))"
    " OR (state = 'revoked') <> (ended_on <> '') OR (state NOT IN ('draft', 'withdrawn') AND submitted_at = 0)"
    " OR version < 1",
    N_ ("The application lacks what its state needs.") },

  { "SELECT 'journal_subject ' || subject || ' ' || subject_id FROM journal_subject WHERE subject NOT IN"
    " ('person', 'invitation', 'handover', 'request', 'measure', 'closing', 'application', 'case', 'year', 'pool',"
    " 'trade', 'payment-notice', 'transfer', 'charge', 'payment', 'borrowing', 'fleet-year', 'account')"
    " OR (subject = 'person' AND NOT EXISTS (SELECT 1 FROM person t WHERE t.id = subject_id))"
    " OR (subject = 'account' AND NOT EXISTS (SELECT 1 FROM account t WHERE t.id = subject_id))"
    " OR (subject = 'invitation' AND NOT EXISTS (SELECT 1 FROM invitation t WHERE t.id = subject_id))"
    " OR (subject = 'handover' AND NOT EXISTS (SELECT 1 FROM handover t WHERE t.id = subject_id))"
    " OR (subject = 'request' AND NOT EXISTS (SELECT 1 FROM request t WHERE t.id = subject_id))"
    " OR (subject = 'measure' AND NOT EXISTS (SELECT 1 FROM measure t WHERE t.id = subject_id))"
    " OR (subject = 'closing' AND NOT EXISTS (SELECT 1 FROM closing t WHERE t.id = subject_id))"
    " OR (subject = 'application' AND NOT EXISTS (SELECT 1 FROM application t WHERE t.id = subject_id))"
    " OR (subject = 'case' AND NOT EXISTS (SELECT 1 FROM case_file t WHERE t.id = journal_subject.subject_id))"
    " OR (subject = 'year' AND NOT EXISTS (SELECT 1 FROM scheme_year t WHERE t.year = subject_id))"
    " OR (subject = 'trade' AND NOT EXISTS (SELECT 1 FROM trade_notification t WHERE t.id = subject_id))"
    " OR (subject = 'pool' AND NOT EXISTS (SELECT 1 FROM pool t WHERE t.id = subject_id))"
    " OR (subject = 'payment-notice'"
    " AND NOT EXISTS (SELECT 1 FROM payment_notice t WHERE t.id = subject_id))"
    " OR (subject = 'transfer' AND NOT EXISTS (SELECT 1 FROM credit_transfer t WHERE t.id = subject_id))"
    " OR (subject = 'charge' AND NOT EXISTS (SELECT 1 FROM charge t WHERE t.id = subject_id))"
    " OR (subject = 'payment' AND NOT EXISTS (SELECT 1 FROM payment t WHERE t.id = subject_id))"
    " OR (subject = 'borrowing' AND NOT EXISTS (SELECT 1 FROM borrowing t WHERE t.id = subject_id))"
    " OR (subject = 'fleet-year' AND NOT EXISTS (SELECT 1 FROM fleet_year t WHERE t.id = subject_id))",
    N_ ("The journal tells of something that is not there.") },
};

gboolean
_gram_verify_people (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error);
}
