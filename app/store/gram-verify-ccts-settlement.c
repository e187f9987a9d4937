/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-ccts-private.h"

#include "gram-ccts-settlement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What a posting of money moved for the holder of a notice, in one role. */
#define MOVED(posting, account, role)                                                              \
  "(SELECT coalesce (sum (e.amount), 0) FROM ledger_entry e"                                       \
  " JOIN ledger_account a ON a.id = e.ledger_account_id WHERE e.posting_id = " posting             \
  " AND a.account_id = " account " AND a.unit = 'GBP' AND a.role = '" role "')"

/* A payment that was not reversed. */
#define STANDS                                                                                     \
  "p.kind = 'payment' AND NOT EXISTS (SELECT 1 FROM notice_payment r WHERE r.reverses = p.id)"

/* What holders owe, or are owed, against the balances in one role. */
#define BALANCES(role, rows)                                                                       \
  "WITH due AS (SELECT account_id, sum (owed) AS owed FROM (" rows ") GROUP BY account_id),"       \
  " kept AS (SELECT account_id, balance FROM ledger_account"                                       \
  " WHERE account_id IS NOT NULL AND role = '" role "' AND unit = 'GBP')"                          \
  " SELECT 'ledger_account of account ' || coalesce (d.account_id, k.account_id)"                  \
  " || ', " role ", GBP' FROM due d FULL JOIN kept k ON k.account_id = d.account_id"               \
  " WHERE coalesce (d.owed, 0) <> coalesce (k.balance, 0)"

/* What one of the tables has of an account and a year of closed books. */
#define OF_BOOKS " WHERE t.year = b.year AND t.account_id = b.account_id"
#define SUM(amount, table) "(SELECT coalesce (sum (" amount "), 0) FROM " table " t"
#define TRADED(party)                                                                              \
  "(SELECT coalesce (sum (t.quantity), 0) FROM trade t WHERE t.year = b.year"                      \
  " AND t." party " = b.account_id AND t.state = 'registered')"

#define POSTS N_ ("What was posted is not what the row says.")
#define SUMS N_ ("The figures of the row do not follow from one another.")

static const GramVerifyRule rules[] = {
  { "SELECT 'accounting ' || t.id FROM accounting t JOIN participant p ON p.id = t.participant_id"
    " JOIN measuring m ON m.id = p.measuring_id"
    " WHERE (p.account_id <> t.account_id AND p.pool_id IS NULL) OR m.year <> t.year"
    /* Who is no participant any more has nothing to account for. */
    " OR (p.activity <> t.activity AND t.activity <> 0)"
    " OR t.shortfall <> max (0, t.activity - t.surrendered * 1000) OR t.surrendered <>"
    " (SELECT coalesce (sum (s.quantity), 0) FROM surrender s WHERE s.year = t.year"
    " AND s.account_id = t.account_id AND s.journal_id <= t.journal_id)",
    SUMS },

  /* Payment notices (art. 39) */
  { "SELECT 'payment_notice ' || n.id FROM payment_notice n JOIN accounting t ON t.id = n.accounting_id"
    " JOIN document d ON d.id = n.document_id WHERE t.account_id <> n.account_id OR t.year <> n.year"
    " OR t.payment <> n.amount OR d.kind <> 'payment-notice' OR d.account_id IS NOT n.account_id"
    " OR date (n.given_on) IS NOT n.given_on OR date (n.due_on) IS NOT n.due_on"
    " OR n.due_on <= n.given_on OR (n.appealed_on = '' AND n.appeal_ended_on <> '')",
    SUMS },
  { "SELECT 'payment_notice ' || n.id FROM payment_notice n JOIN ledger_posting p ON p.id = n.posting_id"
    " WHERE p.meaning <> 'payment-notice' OR " MOVED ("n.posting_id",
                                                      "n.account_id",
                                                      "charges") " <> n.amount",
    POSTS },
  { "SELECT 'payment_notice ' || n.id FROM payment_notice n WHERE n.paid <> (SELECT coalesce (sum ("
    "p.amount - p.in_favour), 0) FROM notice_payment p WHERE p.notice_id = n.id AND " STANDS ")",
    N_ ("What is paid is not what its payments add up to.") },
  { "SELECT 'notice_payment ' || p.id FROM notice_payment p"
    " LEFT JOIN notice_payment r ON r.id = p.reverses"
    " WHERE (p.kind = 'reversal') <> (p.reverses IS NOT NULL) OR p.in_favour > p.amount"
    " OR date (p.paid_on) IS NOT p.paid_on OR (r.id IS NOT NULL AND (r.notice_id <> p.notice_id"
    " OR r.kind = 'reversal' OR r.amount <> p.amount OR r.in_favour <> p.in_favour))",
    SUMS },
  { "SELECT 'notice_payment ' || p.id FROM notice_payment p JOIN payment_notice n ON n.id = p.notice_id"
    " LEFT JOIN notice_payment r ON r.id = p.reverses"
    " WHERE p.kind = 'payment'"
    " AND (" MOVED ("p.posting_id",
                    "n.account_id",
                    "charges") " <> p.in_favour - p.amount"
                               " OR " MOVED ("p.posting_id",
                                             "n.account_id",
                                             "in-favour") " <> p.in_favour)",
    POSTS },
  /* Of a notice that was withdrawn, what had been paid is in favour of the holder. */
  { "SELECT 'notice_payment ' || p.id FROM notice_payment p JOIN payment_notice n ON n.id = p.notice_id"
    " JOIN notice_payment r ON r.id = p.reverses WHERE r.kind = 'payment'"
    " AND (" MOVED ("p.posting_id",
                    "n.account_id",
                    "in-favour") " <>"
                                 " " MOVED ("p.posting_id",
                                            "n.account_id",
                                            "charges") " - p.amount"
                                                       " OR (" MOVED (
                                                           "p.posting_id",
                                                           "n.account_id",
                                                           "charges") " <> p.amount - p.in_favour"
                                                                      " AND n.withdrawn_on = ''))",
    POSTS },

  { BALANCES ("charges",
              "SELECT account_id, amount - paid AS owed FROM payment_notice"
              " WHERE withdrawn_on = ''"),
    N_ ("What is owed is not what the payment notices leave.") },
  { BALANCES ("in-favour",
              "SELECT account_id, paid AS owed FROM payment_notice"
              " WHERE withdrawn_on <> '' UNION ALL SELECT n.account_id, p.in_favour"
              " FROM notice_payment p JOIN payment_notice n ON n.id = p.notice_id"
              " WHERE " STANDS),
    N_ ("What is in favour is not what was paid beyond the payment notices.") },
  { "SELECT 'ledger_account ' || a.id FROM ledger_account a WHERE a.role = 'consolidated-fund'"
    " AND a.unit = 'GBP' AND a.balance <> (SELECT coalesce (sum (p.amount), 0) FROM notice_payment p"
    " WHERE p.kind = 'onward'"
    " AND NOT EXISTS (SELECT 1 FROM notice_payment r WHERE r.reverses = p.id))",
    N_ ("What was paid into the consolidated fund is not what the payment notices say.") },

  /* The books of closed years (art. 40) */
  { "SELECT 'year_balance ' || b.year || ' account ' || b.account_id FROM year_balance b"
    " JOIN scheme_year y ON y.year = b.year WHERE y.closed_at = 0"
    " OR b.allocated <> " SUM ("t.posted", "allocation") OF_BOOKS
    ")"
    " OR b.acquired <> " SUM ("t.allowances", "conversion") OF_BOOKS
    " AND t.direction = 'from-crts')"
    " OR b.converted <> " SUM ("t.allowances", "conversion") OF_BOOKS
    " AND t.direction = 'to-crts')"
    " OR b.surrendered <> " SUM ("t.quantity", "surrender") OF_BOOKS
    ")"
    " OR b.traded_in <> " TRADED ("transferee_id") " OR b.traded_out <> " TRADED ("transferor_id"),
    N_ ("The books of the year are not what its rows add up to.") },
  { "SELECT 'year_balance ' || b.year || ' account ' || b.account_id FROM year_balance b"
    " LEFT JOIN ledger_posting p ON p.id = b.posting_id"
    " WHERE (b.lapsed = 0) <> (b.posting_id IS NULL) OR coalesce (p.meaning, 'lapse') <> 'lapse'"
    " OR b.lapsed <> - (SELECT coalesce (sum (e.amount), 0) FROM ledger_entry e"
    " JOIN ledger_account a ON a.id = e.ledger_account_id WHERE e.posting_id = b.posting_id"
    " AND a.account_id = b.account_id AND a.unit = 'ccts/' || b.year)",
    POSTS },
  { "SELECT 'ledger_posting ' || p.id FROM ledger_posting p JOIN ledger_entry e ON e.posting_id = p.id"
    " JOIN ledger_account a ON a.id = e.ledger_account_id AND a.account_id IS NOT NULL"
    " WHERE p.meaning = 'lapse' AND a.unit IN (SELECT 'ccts/' || year FROM scheme_year)"
    " AND NOT EXISTS (SELECT 1 FROM year_balance b WHERE b.posting_id = p.id)",
    N_ ("Nothing says why it was posted.") },
  { "SELECT 'scheme_year ' || y.year FROM scheme_year y WHERE y.closed_at > 0"
    " AND EXISTS (SELECT 1 FROM ledger_account a WHERE a.unit = 'ccts/' || y.year"
    " AND a.account_id IS NOT NULL AND a.balance <> 0)",
    N_ ("The year is closed, but somebody holds allowances of it.") },
  { "SELECT 'scheme_year ' || y.year FROM scheme_year y WHERE y.closed_at > 0 AND EXISTS ("
    "SELECT 1 FROM ledger_account a WHERE a.unit = 'ccts/' || y.year AND a.account_id IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM year_balance b"
    " WHERE b.year = y.year AND b.account_id = a.account_id))",
    N_ ("The year is closed, but somebody who had allowances of it has no books.") },

  { "SELECT 'scenario ' || id FROM scenario WHERE json_valid (content) = 0",
    N_ ("The content of the scenario cannot be read.") },
  { "SELECT 'document ' || c.document_id FROM document_content c"
    " WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.document_id)",
    N_ ("There is a content without its document.") },
};

/* The payment is £86 for each unit, by the rulebook of that day. */
static gboolean
check_payments (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;
  gint64 rulebook_id = 0;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT t.id, t.rulebook_id, t.shortfall, t.payment, r.content FROM accounting t"
      " JOIN rulebook r ON r.id = t.rulebook_id ORDER BY t.rulebook_id, t.id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 pence = 0;

      if (gram_statement_int64 (statement, 1) != rulebook_id)
        {
          g_clear_pointer (&rulebook, gram_rulebook_unref);
          rulebook = gram_rulebook_parse (gram_statement_text (statement, 4), -1, NULL);
          rulebook_id = gram_statement_int64 (statement, 1);
        }
      if (rulebook == NULL || rulebook->ccts == NULL
          || !gram_ccts_payment (rulebook->ccts, gram_statement_int64 (statement, 2), &pence, NULL)
          || pence != gram_statement_int64 (statement, 3))
        _gram_verifier_find (self,
                             g_strdup_printf ("accounting %" PRId64,
                                              gram_statement_int64 (statement, 0)),
                             _ ("The payment is not what the rulebook makes of the shortfall."));
    }
  return step == GRAM_STEP_DONE;
}

gboolean
_gram_verify_settlement (GramVerifier *self, GError **error)
{
  return _gram_verifier_check (self, rules, G_N_ELEMENTS (rules), error)
         && check_payments (self, error);
}
