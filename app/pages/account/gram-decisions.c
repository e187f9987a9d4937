/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decisions.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define REASON(title) \
  { "reason", title, GRAM_FORM_LINES, N_ ("Say why; the holder reads it."), { { NULL } } }
#define LAST_DAY(title, needed) { "until", title, GRAM_FORM_DAY, needed, { { NULL } } }

static const GramDecision table[] = {
  { "account.give-notice", N_ ("Give Notice"), N_ ("_Give Notice"),
    N_ ("A suspension for a failure begins with a written notice and time to put things right. The notice itself "
        "changes nothing; once the last day has passed, the account can be suspended."),
    0, GRAM_ACCOUNT_SUSPENDED, FALSE, N_ ("Notice given"),
    { REASON (N_ ("_What Has to Be Put Right")),
      { "remedy-by", N_ ("_Last Day to Put It Right"), GRAM_FORM_DAY,
        N_ ("Enter the last day to put it right, such as 2026-12-31."), { { NULL } } } } },
  { "account.drop-notice", N_ ("Drop the Notice"), N_ ("_Drop Notice"),
    N_ ("The failure was put right, or the notice was wrong. The account stays as it is; the notice stays in its "
        "history."),
    0, 0, FALSE, N_ ("Notice dropped"), { REASON (N_ ("_Reason")) } },
  { "account.suspend", N_ ("Suspend the Account"), N_ ("_Suspend"),
    N_ ("A suspension lasts five years at most and ends by itself after its last day. It can be ended earlier."),
    GRAM_ACCOUNT_SUSPENDED, 0, TRUE, N_ ("Account suspended"),
    { { "ground", N_ ("_Ground"), GRAM_FORM_CHOICE, N_ ("Choose the ground."),
        { { "failure", N_ ("Failure to comply, after notice") }, { "conviction", N_ ("Conviction") } } },
      LAST_DAY (N_ ("_Last Day"), N_ ("Enter the last day, such as 2027-06-30.")),
      REASON (N_ ("_Reason")) } },
  { "account.reinstate", N_ ("Reinstate the Account"), N_ ("_Reinstate"),
    N_ ("Ends the suspension today. Auto-accept, where it is on, then takes the vehicles that became ready "
        "meanwhile, each once."),
    GRAM_ACCOUNT_OPEN, 0, FALSE, N_ ("Account reinstated"), { REASON (N_ ("_Reason")) } },
  { "account.block", N_ ("Block the Account"), N_ ("_Block"),
    N_ ("A block is a civil penalty. It stops trading and conversion; surrender and payment stay possible, and what "
        "is owed stays owed."),
    GRAM_ACCOUNT_BLOCKED, 0, TRUE, N_ ("Account blocked"),
    { LAST_DAY (N_ ("_Last Day (Optional)"), NULL), REASON (N_ ("_Reason")) } },
  { "account.unblock", N_ ("Lift the Block"), N_ ("_Lift Block"),
    N_ ("Ends the block today."), GRAM_ACCOUNT_OPEN, 0, FALSE, N_ ("Block lifted"),
    { REASON (N_ ("_Reason")) } },
  { "account.withdraw-closing", N_ ("Withdraw the Request"), N_ ("_Withdraw"),
    N_ ("The account stays open and nothing is deleted. A notice of closing that was given before stands again. "
        "Closing can be asked for again at any time."),
    GRAM_ACCOUNT_OPEN, 0, FALSE, N_ ("Request withdrawn; the account is open"), { { NULL } } },
  { "account.refuse-closing", N_ ("Refuse the Closing"), N_ ("_Refuse Closing"),
    N_ ("The account is open again, and the holder reads why. A notice of closing that was given before stands "
        "again. Closing can be asked for again at any time."),
    GRAM_ACCOUNT_OPEN, 0, FALSE, N_ ("Closing refused; the account is open"), { REASON (N_ ("_Reason")) } },
  { "account.give-closing-notice", N_ ("Give Notice of Closing"), N_ ("_Give Notice"),
    N_ ("The administrator can close an account only after reasonable notice in writing and a chance to say why it "
        "is still needed. The notice itself changes nothing."),
    0, GRAM_ACCOUNT_CLOSED, FALSE, N_ ("Notice of closing given"),
    { REASON (N_ ("_Why It Should Be Closed")),
      { "object-by", N_ ("_Last Day to Object"), GRAM_FORM_DAY,
        N_ ("Enter the last day to object, such as 2026-12-31."), { { NULL } } } } },
  { "account.drop-closing-notice", N_ ("Drop the Notice of Closing"), N_ ("_Drop Notice"),
    N_ ("The account stays as it is; the notice and what was objected stay in its history."),
    0, 0, FALSE, N_ ("Notice of closing dropped"), { REASON (N_ ("_Reason")) } },
  { "account.object-to-closing", N_ ("Object to the Closing"), N_ ("_Object"),
    N_ ("Say why the account is still needed. The administrator has to read it before deciding, and can drop the "
        "notice."),
    0, 0, FALSE, N_ ("Objection recorded"),
    { { "text", N_ ("_Why the Account Is Still Needed"), GRAM_FORM_LINES,
        N_ ("Say why the account is still needed."), { { NULL } } } } },
  { "account.set-aml", N_ ("Verification of the Holder"), N_ ("_Record"),
    N_ ("Both sides of a transfer have to be verified under the law against money laundering. After the last day "
        "the verification counts as expired."),
    0, 0, FALSE, N_ ("Verification recorded"),
    { { "result", N_ ("_Result"), GRAM_FORM_CHOICE, N_ ("Choose the result."),
        { { "verified", N_ ("Verified") }, { "refused", N_ ("Refused") } } },
      LAST_DAY (N_ ("_Counts Until (Optional)"), NULL) } },
  { "application.ask", N_ ("Ask for More"), N_ ("_Ask"),
    N_ ("The applicant answers in the form and submits it again; nothing that was entered is lost."),
    0, 0, FALSE, N_ ("The applicant was asked"),
    { { "text", N_ ("_What Is Missing"), GRAM_FORM_LINES, N_ ("Say what is missing."), { { NULL } } } } },
  { "application.approve", N_ ("Approve Fleet Average"), N_ ("_Approve"),
    N_ ("From 1 January of that year on, the vehicles accepted in a year are averaged: what is owed is paid by "
        "31 March after it, at the rate for Fleet Average. Until then Pay As You Go goes on."),
    0, 0, FALSE, N_ ("Fleet Average approved"),
    { { "from-year", N_ ("From 1 January of the _Year"), GRAM_FORM_YEAR,
        N_ ("Enter a year, such as 2027."), { { NULL } } },
      { "reason", N_ ("_Remark (Optional)"), GRAM_FORM_LINES, NULL, { { NULL } } } } },
  { "application.decline", N_ ("Decline the Application"), N_ ("_Decline"),
    N_ ("The account stays under Pay As You Go. A new application can be made at any time."),
    0, 0, FALSE, N_ ("Application declined"), { REASON (N_ ("_Reason")) } },
  { "application.suspend", N_ ("Suspend Fleet Average"), N_ ("_Suspend"),
    N_ ("Vehicles accepted from today are under Pay As You Go until the approval is resumed. What was accepted "
        "before is settled as Fleet Average."),
    0, 0, TRUE, N_ ("Fleet Average suspended"), { REASON (N_ ("_Reason")) } },
  { "application.resume", N_ ("Resume Fleet Average"), N_ ("_Resume"),
    N_ ("Vehicles accepted from today count into the average of the year again."),
    0, 0, FALSE, N_ ("Fleet Average resumed"), { REASON (N_ ("_Reason")) } },
  { "application.revoke", N_ ("Revoke Fleet Average"), N_ ("_Revoke"),
    N_ ("The approval ends for good. What was accepted before is settled as Fleet Average; later vehicles are under "
        "Pay As You Go. A new application can be made at any time."),
    0, 0, TRUE, N_ ("Fleet Average revoked"), { REASON (N_ ("_Reason")) } },
  { "application.withdraw", N_ ("Withdraw the Application"), N_ ("_Withdraw"),
    N_ ("The account stays under Pay As You Go. What was entered stays in the account’s history."),
    0, 0, TRUE, N_ ("Application withdrawn"), { { NULL } } },
  { "trade.set-key", N_ ("Key for Exchange Files"), N_ ("_Enter"),
    N_ ("A party that keeps its own registry signs the files in which it notifies trades. Enter its public key as it "
        "was given to you by another way than the files; an earlier key ends."),
    0, 0, FALSE, N_ ("Key entered"),
    { { "public-key", N_ ("_Public Key, 64 Hexadecimal Digits"), GRAM_FORM_LINE, N_ ("Enter the key."),
        { { NULL } } } } },
  { "credit.carry-in", N_ ("Carry In Credits"), N_ ("_Carry In"),
    N_ ("For credits that the holder had before this registry was kept. They are posted to the ledger with the "
        "year in which they were earned; a mistake is reversed by an opposite posting."),
    0, 0, FALSE, N_ ("Credits carried in"),
    { { "year", N_ ("_Year in Which They Were Earned"), GRAM_FORM_YEAR,
        N_ ("Enter a year, such as 2025."), { { NULL } } },
      { "amount", N_ ("_Amount in g, Such as 1250.00"), GRAM_FORM_AMOUNT,
        N_ ("Enter an amount with two decimals at most, such as 1250.00."), { { NULL } } } } },
};
/* clang-format on */

const GramDecision *
gram_decisions_get_table (gsize *n_decisions)
{
  g_return_val_if_fail (n_decisions != NULL, NULL);

  *n_decisions = G_N_ELEMENTS (table);

  return table;
}

/* What is said instead where a notice of closing, which the holder’s request had taken the place of, stands again. */
static const struct
{
  const char *command;
  const char *done;
} with_notice[] = {
  { "account.withdraw-closing", N_ ("Request withdrawn; the notice of closing stands again") },
  { "account.refuse-closing", N_ ("Closing refused; the notice of closing stands again") },
};

const char *
gram_decision_get_done (const GramDecision *self, GVariant *result)
{
  gint64 notice;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (with_notice); i++)
    if (g_str_equal (with_notice[i].command, self->command) && result != NULL
        && g_variant_lookup (result, "notice", "x", &notice))
      return _ (with_notice[i].done);

  return _ (self->done);
}

const GramDecision *
gram_decision_find (const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].command, command) == 0)
      return &table[i];

  return NULL;
}
