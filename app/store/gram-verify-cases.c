/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-case-words.h"

#include <glib/gi18n-lib.h>

#define LIVE "state IN ('open', 'claimed', 'information-asked')"
#define KINDS                                                                                      \
  "'dispute', 'correction', 'difference', 'application', 'aml', 'suspension', 'closing', 'trade'," \
  " 'conversion', 'payment', 'pool', 'borrowing'"
#define DECIDES "EXISTS (SELECT 1 FROM registry WHERE kind IN ('administrator', 'practice'))"

/* A row of another table that waits for a decision while no case does: @waits is over its columns. */
#define WITHOUT_CASE(table, kind, waits)                                                           \
  "SELECT '" table " ' || w.id FROM " table " w WHERE " DECIDES " AND " waits                      \
  " AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.kind = '" kind "' AND c.subject_id = w.id"   \
  " AND c.subject_id <> 0 AND c." LIVE ")"

/* An undecided case whose subject does not wait for a decision any more. */
#define WITHOUT_SUBJECT(table, kind, waits)                                                        \
  "SELECT 'case ' || c.id FROM case_file c WHERE c.kind = '" kind "' AND c." LIVE                  \
  " AND NOT EXISTS (SELECT 1 FROM " table " w WHERE w.id = c.subject_id"                           \
  " AND w.account_id = c.account_id AND " waits ")"

#define NOTIFIED "w.kind = 'suspension' AND w.state = 'notified'"
#define CLOSING "w.state IN ('notified', 'requested')"
#define APPLYING "w.state IN ('submitted', 'information-asked')"
#define APPLYING_AS_CASE                                                                           \
  APPLYING " AND (w.state = 'information-asked') = (c.state = 'information-asked')"

#define APPLIED "w.state = 'applied'"
#define APPEALED "w.appealed_on <> '' AND w.appeal_ended_on = '' AND w.withdrawn_on = ''"

/* A trade that waits for the administrator, whose case is on the account of its transferor. */
#define TRADES                                                                                     \
  "(SELECT id, state, coalesce (transferor_id, transferee_id) AS account_id FROM trade)"

#define LACKS N_ ("The case lacks what its state needs, or has what it must not have.")
#define FLAGS                                                                                      \
  N_ ("The vehicle is marked as disputed without a dispute, or disputed without a mark.")
#define WAITS N_ ("It waits for a decision, but there is no case.")
#define IDLE N_ ("The case is undecided, but what it is about does not wait for a decision.")

/* What holds between cases, what they are about, and what was said in them; each SELECT names the rows that break it. */
static const GramVerifyRule rules[] = {
  { "SELECT 'case ' || id FROM case_file WHERE opened_at <= 0 OR version < 1 OR label = ''"
    " OR (" LIVE ") = (decided_at > 0) OR (" LIVE " AND decided_by IS NOT NULL)"
    " OR (state = 'claimed' AND claimed_by IS NULL) OR (claimed_by IS NOT NULL AND claimed_at = 0)"
    " OR (state = 'information-asked') <> (asked_at > 0)"
    " OR (state <> 'information-asked' AND answer_by <> '')"
    " OR (state = 'decided') <> (outcome <> '')"
    " OR (due_on <> '' AND date (due_on) IS NOT due_on)"
    " OR (answer_by <> '' AND date (answer_by) IS NOT answer_by)",
    LACKS },
  { "SELECT 'case ' || id FROM case_file WHERE state = 'decided' AND outcome NOT IN"
    " (CASE WHEN kind IN ('dispute', 'correction', 'difference', 'payment') THEN 'upheld'"
    " WHEN kind IN ('suspension', 'closing') THEN 'done' ELSE 'approved' END,"
    " CASE WHEN kind IN ('dispute', 'correction', 'difference', 'payment') THEN 'not-upheld'"
    " WHEN kind IN ('suspension', 'closing') THEN 'dropped' ELSE 'declined' END)",
    N_ ("The outcome does not belong to the kind of the case.") },
  { "SELECT 'case ' || c.id FROM case_file c WHERE (c.kind IN ('dispute', 'correction')) <>"
    " EXISTS (SELECT 1 FROM dispute d WHERE d.case_id = c.id)",
    N_ ("The case does not say what is disputed, or says it though nothing is.") },
  { "SELECT 'case ' || case_id FROM dispute WHERE reason = ''"
    " OR (kind = 'value') <> (field <> '') OR (kind <> 'value' AND (stated <> '' OR claimed <> ''))"
    " OR (kind = 'missing') <> (vin <> '' OR chassis <> '')"
    " OR (kind <> 'not-ours' AND right_account <> '') OR (kind <> 'missing' AND details <> '')",
    N_ ("The dispute has words of another kind, or lacks those of its own.") },
  { "SELECT 'case ' || c.id FROM case_file c JOIN dispute d ON d.case_id = c.id"
    " WHERE d.kind <> 'missing'"
    " AND NOT EXISTS (SELECT 1 FROM case_vehicle n WHERE n.case_id = c.id)",
    N_ ("The case is about no vehicle.") },

  /* A vehicle is marked as disputed exactly while an undecided dispute names it. */
  { "SELECT 'vehicle ' || v.id FROM case_vehicle n JOIN vehicle v ON v.id = n.vehicle_id"
    " WHERE n.blocks = 1 AND v.attention <> 2",
    FLAGS },
  { "SELECT 'vehicle ' || v.id FROM account a CROSS JOIN vehicle v ON v.account_id = a.id"
    " AND v.status IN (0, 1, 2) AND v.attention = 2"
    " WHERE NOT EXISTS (SELECT 1 FROM case_vehicle n WHERE n.vehicle_id = v.id AND n.blocks = 1)",
    FLAGS },
  { "SELECT 'vehicle ' || v.id FROM case_vehicle n JOIN vehicle v ON v.id = n.vehicle_id"
    " WHERE n.blocks = 1 AND v.status = 2",
    N_ ("The vehicle is accepted although it is disputed.") },
  { "SELECT 'case ' || c.id FROM case_vehicle n JOIN case_file c ON c.id = n.case_id"
    " WHERE n.blocks = 1 AND NOT (c.kind = 'dispute' AND c." LIVE ")"
    " UNION SELECT 'case ' || c.id FROM case_file c JOIN case_vehicle n ON n.case_id = c.id"
    " WHERE c.kind = 'dispute' AND c." LIVE " AND n.blocks = 0",
    N_ ("The case blocks vehicles that it must not block, or does not block those that it must.") },

  { WITHOUT_CASE ("application", "application", APPLYING), WAITS },
  { WITHOUT_CASE ("measure", "suspension", NOTIFIED), WAITS },
  { WITHOUT_CASE ("closing", "closing", CLOSING), WAITS },
  { WITHOUT_SUBJECT ("application", "application", APPLYING_AS_CASE), IDLE },
  { WITHOUT_SUBJECT ("measure", "suspension", NOTIFIED), IDLE },
  { WITHOUT_SUBJECT ("closing", "closing", CLOSING), IDLE },
  { WITHOUT_CASE ("pool", "pool", APPLIED), WAITS },
  { WITHOUT_CASE ("trade", "trade", "w.state = 'matched'"), WAITS },
  { WITHOUT_CASE ("payment_notice", "payment", APPEALED), WAITS },
  { WITHOUT_SUBJECT ("pool", "pool", APPLIED), IDLE },
  { WITHOUT_SUBJECT (TRADES, "trade", "w.state = 'matched'"), IDLE },
  { WITHOUT_SUBJECT ("payment_notice", "payment", APPEALED), IDLE },
  { "SELECT 'case ' || id FROM case_file WHERE kind = 'aml' AND subject_id <> account_id", IDLE },

  { "SELECT 'difference ' || d.id FROM vehicle_difference d LEFT JOIN case_file c ON c.id = d.case_id"
    " WHERE (d.case_id IS NULL AND d.decision <> '')"
    " OR (d.case_id IS NOT NULL AND (c.kind <> 'difference' OR c.subject_id <> d.vehicle_id"
    " OR (d.decision = '' AND c.state IN ('decided', 'withdrawn'))))",
    N_ ("The difference is not decided as its case is.") },
  { "SELECT 'case ' || c.id FROM case_file c WHERE c.kind = 'difference'"
    " AND c.state IN ('open', 'claimed', 'information-asked', 'decided')"
    " AND NOT EXISTS (SELECT 1 FROM vehicle_difference d WHERE d.case_id = c.id"
    " AND (c.state = 'decided' OR d.decision = ''))",
    N_ ("The case has no difference to decide.") },

  { "SELECT 'message ' || m.id FROM case_message m JOIN case_file c ON c.id = m.case_id"
    " WHERE c.decided_at > 0 AND (m.written_at > c.decided_at OR m.edited_at > c.decided_at)"
    " UNION SELECT 'attachment ' || a.id FROM attachment a JOIN case_file c ON c.id = a.case_id"
    " WHERE c.decided_at > 0 AND a.added_at > c.decided_at",
    N_ ("It was added to a case, or changed in it, after the case was decided.") },
  { "SELECT 'message ' || m.id FROM case_message m WHERE m.version <> 1 +"
    " (SELECT count (*) FROM case_message_history h WHERE h.message_id = m.id)"
    " OR (m.version > 1) <> (m.edited_at > 0)",
    N_ ("The message was edited without its history, or has a history that it did not make.") },
  { "SELECT 'message ' || id FROM case_message WHERE lane = 'internal'"
    " AND kind IN ('question', 'answer')",
    N_ ("A question to the holder, or their answer, stands among the internal notes.") },

  { "SELECT 'snippet ' || id FROM snippet WHERE kind NOT IN ('', " KINDS ") OR version < 1",
    N_ ("The snippet belongs to no kind of case.") },
};

/* Words of the program's own vocabulary in columns that the schema leaves open. */
static gboolean
check_events (GramVerifier *self, GError **error)
{
  static const char *const sql[] = {
    "SELECT DISTINCT 'notice ' || event FROM notice WHERE event NOT IN (%s)",
    "SELECT DISTINCT 'person_event ' || event FROM person_event WHERE event NOT IN (%s)",
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (int event = 1; event <= GRAM_EVENT_N; event++)
    g_string_append_printf (words, "%s'%s'", event > 1 ? ", " : "", gram_word_for ("event", event));
  for (gsize i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (GString) text = g_string_new (sql[i]);
      GramVerifyRule rule = { NULL, N_ ("There is no such event.") };

      g_string_replace (text, "%s", words->str, 1);
      rule.sql = text->str;
      if (!_gram_verifier_check (self, &rule, 1, error))
        return FALSE;
    }
  return TRUE;
}

/* What a notice opens is there. */
static const GramVerifyRule notice_rules[] = {
  { "SELECT 'notice ' || n.id FROM notice n WHERE"
    " (n.subject = 'case' AND NOT EXISTS (SELECT 1 FROM case_file t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'vehicle' AND NOT EXISTS (SELECT 1 FROM vehicle t WHERE t.id = n.subject_id))"
    /* Cases of no account are those of several. */
    " OR (n.subject IN ('account', 'cases', 'vehicles', 'membership', 'credits')"
    " AND NOT (n.subject = 'cases' AND n.subject_id = 0 AND n.account_id IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM account t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'trade' AND NOT EXISTS (SELECT 1 FROM trade_notification t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'pool' AND NOT EXISTS (SELECT 1 FROM pool t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'payment-notice'"
    " AND NOT EXISTS (SELECT 1 FROM payment_notice t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'transfer' AND NOT EXISTS (SELECT 1 FROM credit_transfer t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'charge' AND NOT EXISTS (SELECT 1 FROM charge t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'payment' AND NOT EXISTS (SELECT 1 FROM payment t WHERE t.id = n.subject_id))"
    " OR (n.subject = 'borrowing' AND NOT EXISTS (SELECT 1 FROM borrowing t WHERE t.id = n.subject_id))"
    /* The number of a Fleet Average year is the year. */
    " OR (n.subject = 'fleet-year' AND NOT EXISTS (SELECT 1 FROM fleet_year t WHERE t.account_id = n.account_id"
    " AND t.year = n.subject_id))"
    " OR n.subject NOT IN ('case', 'cases', 'vehicle', 'vehicles', 'account', 'membership', 'trade',"
    " 'trades', 'year', 'pool', 'payment-notice', 'transfer', 'credits', 'charge', 'payment', 'borrowing',"
    " 'fleet-year')",
    N_ ("The notice tells of something that is not there.") },
  { "SELECT 'notice ' || id FROM notice WHERE at <= 0 OR read_at < 0 OR archived_at < 0"
    " OR (inbox = 0 AND desktop = 0)",
    N_ ("The notice lacks what its state needs.") },
};

gboolean
_gram_verify_cases (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error)
         && _gram_verifier_check (self, notice_rules, G_N_ELEMENTS (notice_rules), error)
         && check_events (self, error);
}
