/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-sentences.h"

#include "gram-command.h"
#include "gram-formats.h"
#include "gram-journal-facts.h"
#include "gram-journal-sentences-cases.h"
#include "gram-journal-sentences-ccs.h"

#include <glib/gi18n-lib.h>

static char *
count_of (const GramJournalFacts *facts, const char *key)
{
  return gram_format_count (gram_journal_facts_number (facts, key));
}

static char *
auto_accept_set (const GramJournalFacts *facts, GString *detail)
{
  g_autoptr (GVariant) switches = NULL;
  gint64 accepted = gram_journal_facts_number (facts, "accepted");
  gboolean on;

  if (facts->arguments != NULL)
    switches = g_variant_lookup_value (facts->arguments, "switches", G_VARIANT_TYPE_STRING_ARRAY);
  on = switches != NULL && g_variant_n_children (switches) > 0;
  if (accepted > 0)
    {
      g_autofree char *count = gram_format_count (accepted);
      g_autofree char *line
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s waiting vehicle was accepted",
                                          "%s waiting vehicles were accepted", (gulong)accepted),
                             count);

      _gram_journal_add_line (detail, line);
    }

  return g_strdup (on ? _ ("Turned auto-accept on") : _ ("Turned auto-accept off"));
}

static char *
four_eyes_set (const GramJournalFacts *facts, GString *detail)
{
  g_autoptr (GVariant) acts = NULL;
  g_autofree char *line = NULL;

  if (facts->arguments != NULL)
    acts = g_variant_lookup_value (facts->arguments, "acts", G_VARIANT_TYPE_STRING_ARRAY);
  if (acts == NULL || g_variant_n_children (acts) == 0)
    return g_strdup (_ ("Turned four eyes off: one person is enough for every act"));

  line = gram_journal_facts_fill (facts, _ ("For: {acts}"));
  _gram_journal_add_line (detail, line);

  return g_strdup (_ ("Asked for four eyes: a second person approves"));
}

static char *
directory_set (const GramJournalFacts *facts, GString *detail)
{
  return g_strdup (gram_journal_facts_flag (facts, "listed")
                       ? _ ("Listed the account in the directory")
                       : _ ("Took the account out of the directory"));
}

static char *
file_brought_in (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *rows = count_of (facts, "rows");
  g_autofree char *new_rows = count_of (facts, "new");
  g_autofree char *changed = count_of (facts, "changed");
  g_autofree char *unchanged = count_of (facts, "unchanged");
  g_autofree char *rejected = count_of (facts, "rejected");
  /* Translators: four numbers of rows */
  g_autofree char *line = g_strdup_printf (_ ("%s new, %s changed, %s unchanged, %s rejected"),
                                           new_rows, changed, unchanged, rejected);

  _gram_journal_add_line (detail, line);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Brought in %s row of “%s”",
                                       "Brought in %s rows of “%s”",
                                       (gulong)gram_journal_facts_number (facts, "rows")),
                          rows, gram_journal_facts_text (facts, "file"));
}

static char *
vehicles_ready (const GramJournalFacts *facts, GString *detail)
{
  gint64 accepted = gram_journal_facts_number (facts, "auto-accepted");
  g_autofree char *count = count_of (facts, "ready");

  if (accepted > 0)
    {
      g_autofree char *number = gram_format_count (accepted);
      g_autofree char *line
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s was accepted automatically",
                                          "%s were accepted automatically", (gulong)accepted),
                             number);

      _gram_journal_add_line (detail, line);
    }

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s vehicle became ready",
                                       "%s vehicles became ready",
                                       (gulong)gram_journal_facts_number (facts, "ready")),
                          count);
}

static char *
vehicles_accepted (const GramJournalFacts *facts, GString *detail)
{
  gint64 skipped = gram_journal_facts_number (facts, "skipped");
  g_autofree char *count = count_of (facts, "accepted");

  if (skipped > 0)
    {
      g_autofree char *left = gram_format_count (skipped);
      g_autofree char *line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s was left out",
                                                            "%s were left out", (gulong)skipped),
                                               left);

      _gram_journal_add_line (detail, line);
    }
  _gram_journal_add_bill (facts, detail);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accepted %s vehicle",
                                       "Accepted %s vehicles",
                                       (gulong)gram_journal_facts_number (facts, "accepted")),
                          count);
}

/* Marks both forms for the translators. */
#define NP_(singular, plural) singular, plural

static char *
count_line (const GramJournalFacts *facts, const char *key, const char *one, const char *many)
{
  return _gram_journal_count_line (gram_journal_facts_number (facts, key), one, many);
}

/* What the calendar did; the first of it is the sentence. */
static char *
due_run (const GramJournalFacts *facts, GString *detail)
{
  g_autofree char *measures
      = count_line (facts, "measures",
                    NP_ ("%s suspension or block ended with its last day",
                         "%s suspensions and blocks ended with their last day"));
  g_autofree char *verifications
      = count_line (facts, "verifications",
                    NP_ ("%s verification expired", "%s verifications expired"));
  g_autofree char *lapsed
      = count_line (facts, "lapsed",
                    NP_ ("%s invitation, offer or request lapsed unanswered",
                         "%s invitations, offers or requests lapsed unanswered"));

  _gram_journal_add_line (detail, measures);
  _gram_journal_add_line (detail, verifications);
  _gram_journal_add_line (detail, lapsed);

  return g_strdup (_ ("A day came that something depended on"));
}

/*
 * What each command says. Words in braces are arguments or results; if one of them is missing, the bare sentence stands
 * in for the full one. The details are keys of the table below.
 */
static const GramJournalRow rows[] = {
  { "registry.create", GRAM_JOURNAL_REGISTRY, N_ ("The registry was created"), NULL, "title" },
  { "rulebook.publish", GRAM_JOURNAL_REGISTRY, N_ ("Published the rulebook {version}"),
    N_ ("Published a rulebook"), "valid-from" },

  { "session.open", GRAM_JOURNAL_SIGN_IN, N_ ("Signed in") },
  { "session.refuse", GRAM_JOURNAL_SIGN_IN, N_ ("A sign-in with a wrong password was refused"),
    NULL, "email" },
  { "user.change-password", GRAM_JOURNAL_SIGN_IN, N_ ("Changed the own password") },
  { "user.reset-password", GRAM_JOURNAL_SIGN_IN,
    N_ ("Gave {person} a one-time code for a new password"), N_ ("Gave out a one-time code"),
    "lapses-at" },
  { "user.use-code", GRAM_JOURNAL_SIGN_IN, N_ ("Chose a new password with a one-time code"), NULL,
    "email" },

  { "user.create", GRAM_JOURNAL_PEOPLE, N_ ("Added {name} to the registry"),
    N_ ("Added a person to the registry"), "email role" },
  { "user.set-role", GRAM_JOURNAL_PEOPLE, N_ ("Changed the role of {person} to: {role}"),
    N_ ("Changed the role of a person") },
  { "user.remove", GRAM_JOURNAL_PEOPLE, N_ ("Removed {person} from the registry"),
    N_ ("Removed a person from the registry") },
  { "user.restore", GRAM_JOURNAL_PEOPLE, N_ ("Restored {person} in the registry"),
    N_ ("Restored a person in the registry") },
  { "invitation.create", GRAM_JOURNAL_PEOPLE, N_ ("Invited {email}"), N_ ("Invited a person"),
    "permissions lapses-at" },
  { "invitation.resend", GRAM_JOURNAL_PEOPLE, N_ ("Sent the invitation of {email} again"),
    N_ ("Sent an invitation again"), "lapses-at" },
  { "invitation.revoke", GRAM_JOURNAL_PEOPLE, N_ ("Revoked the invitation of {email}"),
    N_ ("Revoked an invitation") },
  { "invitation.accept", GRAM_JOURNAL_PEOPLE, N_ ("Accepted the invitation to the account"), NULL,
    "permissions" },
  { "invitation.join", GRAM_JOURNAL_PEOPLE, N_ ("{name} joined by invitation"),
    N_ ("Joined by invitation"), "email permissions" },
  { "member.set-permissions", GRAM_JOURNAL_PEOPLE, N_ ("Changed the permissions of {person}"),
    N_ ("Changed the permissions of a member"), "permissions" },
  { "member.remove", GRAM_JOURNAL_PEOPLE, N_ ("Removed {person} from the account"),
    N_ ("Removed a member from the account") },
  { "member.leave", GRAM_JOURNAL_PEOPLE, N_ ("Left the account") },
  { "owner.offer", GRAM_JOURNAL_PEOPLE, N_ ("Offered the ownership of the account to {person}"),
    N_ ("Offered the ownership of the account"), "lapses-at" },
  { "owner.withdraw", GRAM_JOURNAL_PEOPLE, N_ ("Withdrew the offer of the ownership") },
  { "owner.accept", GRAM_JOURNAL_PEOPLE, N_ ("Accepted the ownership of the account") },
  { "owner.decline", GRAM_JOURNAL_PEOPLE, N_ ("Declined the ownership of the account") },

  { "account.open", GRAM_JOURNAL_ACCOUNT, N_ ("Opened account {account}"), N_ ("Opened an account"),
    "holder-only" },
  { "account.edit", GRAM_JOURNAL_ACCOUNT, N_ ("Edited the details of the account"), NULL,
    "holder contact-name contact-email contact-phone address" },
  { "account.set-auto-accept", GRAM_JOURNAL_ACCOUNT, .func = auto_accept_set },
  { "account.set-four-eyes", GRAM_JOURNAL_REQUESTS, .func = four_eyes_set },
  { "account.set-directory", GRAM_JOURNAL_ACCOUNT, .func = directory_set },
  { "account.set-aml", GRAM_JOURNAL_ACCOUNT, N_ ("Verification of the holder: {result}"),
    N_ ("Verification of the holder"), "until" },

  { "account.give-notice", GRAM_JOURNAL_MEASURES, N_ ("Gave notice of a suspension"), NULL,
    "reason remedy-by" },
  { "account.drop-notice", GRAM_JOURNAL_MEASURES, N_ ("Dropped the notice of a suspension"), NULL,
    "reason" },
  { "account.suspend", GRAM_JOURNAL_MEASURES, N_ ("Suspended the account until {until}"),
    N_ ("Suspended the account"), "ground reason" },
  { "account.reinstate", GRAM_JOURNAL_MEASURES, N_ ("Reinstated the account"), NULL, "reason" },
  { "account.block", GRAM_JOURNAL_MEASURES, N_ ("Blocked the account until {until}"),
    N_ ("Blocked the account"), "ground reason" },
  { "account.unblock", GRAM_JOURNAL_MEASURES, N_ ("Lifted the block of the account"), NULL,
    "reason" },
  { "account.run-due", GRAM_JOURNAL_MEASURES, .func = due_run },

  { "account.request-closing", GRAM_JOURNAL_CLOSING, N_ ("Asked for the account to be closed"),
    NULL, "reason delete-credits" },
  { "account.withdraw-closing", GRAM_JOURNAL_CLOSING, N_ ("Withdrew the request for closing") },
  { "account.refuse-closing", GRAM_JOURNAL_CLOSING, N_ ("Refused to close the account"), NULL,
    "reason" },
  { "account.give-closing-notice", GRAM_JOURNAL_CLOSING,
    N_ ("Gave notice that the account will be closed"), NULL, "reason object-by" },
  { "account.drop-closing-notice", GRAM_JOURNAL_CLOSING, N_ ("Dropped the notice of closing"), NULL,
    "reason" },
  { "account.object-to-closing", GRAM_JOURNAL_CLOSING, N_ ("Objected to the closing"), NULL,
    "text" },
  { "account.close", GRAM_JOURNAL_CLOSING, N_ ("Closed the account"), NULL,
    "reason deleted-credits" },

  { "application.save", GRAM_JOURNAL_SCHEME, N_ ("Saved the application for Fleet Average") },
  { "application.submit", GRAM_JOURNAL_SCHEME, N_ ("Submitted the application for Fleet Average") },
  { "application.withdraw", GRAM_JOURNAL_SCHEME,
    N_ ("Withdrew the application for Fleet Average") },
  { "application.ask", GRAM_JOURNAL_SCHEME, N_ ("Asked for more about the application"), NULL,
    "text" },
  { "application.approve", GRAM_JOURNAL_SCHEME,
    N_ ("Approved Fleet Average from 1 January {from-year}"), N_ ("Approved Fleet Average"),
    "reason" },
  { "application.decline", GRAM_JOURNAL_SCHEME, N_ ("Declined the application for Fleet Average"),
    NULL, "reason" },
  { "application.suspend", GRAM_JOURNAL_SCHEME, N_ ("Suspended Fleet Average"), NULL, "reason" },
  { "application.resume", GRAM_JOURNAL_SCHEME, N_ ("Resumed Fleet Average"), NULL, "reason" },
  { "application.revoke", GRAM_JOURNAL_SCHEME, N_ ("Revoked Fleet Average"), NULL, "reason" },
  { "credit.carry-in", GRAM_JOURNAL_SCHEME,
    N_ ("Carried in credits of {year} from before Gram: {amount}"),
    N_ ("Carried in credits from before Gram") },

  { "dispute.open", GRAM_JOURNAL_CASES, NULL, NULL, "reason", _gram_journal_dispute_opened },
  { "correction.open", GRAM_JOURNAL_CASES, N_ ("Asked for a correction: case {case}"),
    N_ ("Asked for a correction"), "reason" },
  { "dispute.uphold", GRAM_JOURNAL_CASES, NULL, NULL, "reason", _gram_journal_cases_upheld },
  { "dispute.decline", GRAM_JOURNAL_CASES, NULL, NULL, "reason", _gram_journal_cases_declined },
  { "dispute.import-answers", GRAM_JOURNAL_CASES, NULL, N_ ("Brought in answers"), "file",
    _gram_journal_answers_imported },
  { "difference.take", GRAM_JOURNAL_CASES, NULL, NULL, "reason", _gram_journal_differences_taken },
  { "difference.keep", GRAM_JOURNAL_CASES, NULL, NULL, "reason", _gram_journal_differences_kept },
  { "case.claim", GRAM_JOURNAL_CASES, NULL, NULL, "comment", _gram_journal_cases_claimed },
  { "case.release", GRAM_JOURNAL_CASES, NULL, NULL, "comment", _gram_journal_cases_released },
  { "case.assign", GRAM_JOURNAL_CASES, N_ ("Assigned cases to {person}"), N_ ("Assigned cases"),
    "comment" },
  { "case.ask", GRAM_JOURNAL_CASES, N_ ("Asked for information in case {case}"),
    N_ ("Asked for information"), "text answer-by" },
  { "case.answer", GRAM_JOURNAL_CASES, N_ ("Answered in case {case}"), N_ ("Answered in a case"),
    "text" },
  { "case.write", GRAM_JOURNAL_CASES, NULL, N_ ("Wrote a message in a case"), "text",
    _gram_journal_message_written },
  { "case.edit-message", GRAM_JOURNAL_CASES, N_ ("Edited a message in case {case}"),
    N_ ("Edited a message in a case"), "text" },
  { "case.attach", GRAM_JOURNAL_CASES, NULL, N_ ("Attached a file to a case"), NULL,
    _gram_journal_file_attached },
  { "case.withdraw", GRAM_JOURNAL_CASES, N_ ("Withdrew case {case}"), N_ ("Withdrew a case") },
  { "case.run-due", GRAM_JOURNAL_CASES, N_ ("Reminded of cases that are due") },
  { "snippet.save", GRAM_JOURNAL_CASES, N_ ("Kept the text “{title}” for reasons and questions"),
    N_ ("Kept a text for reasons and questions") },
  { "snippet.remove", GRAM_JOURNAL_CASES, N_ ("Removed a text for reasons and questions") },
  { "payment.record", GRAM_JOURNAL_SCHEME, NULL, N_ ("Recorded a payment"), "paid-on",
    _gram_journal_payment_recorded },
  { "inbox.mark", GRAM_JOURNAL_PEOPLE, N_ ("Marked own notices") },
  { "inbox.set-event", GRAM_JOURNAL_PEOPLE, N_ ("Switched how oneself is told of an event") },

  { "request.approve", GRAM_JOURNAL_REQUESTS, N_ ("Approved what {prepared-by} prepared"),
    N_ ("Approved what another person prepared"), "command" },
  { "request.decline", GRAM_JOURNAL_REQUESTS, N_ ("Declined what another person prepared"), NULL,
    "command reason" },
  { "request.withdraw", GRAM_JOURNAL_REQUESTS, N_ ("Withdrew what waited for a second person"),
    NULL, "command reason" },

  { "vehicle.import", GRAM_JOURNAL_VEHICLES, .func = file_brought_in },
  { "vehicle.enter", GRAM_JOURNAL_VEHICLES, N_ ("Entered vehicle {vehicle}"),
    N_ ("Entered a vehicle") },
  { "vehicle.mark-ready", GRAM_JOURNAL_VEHICLES, .func = vehicles_ready },
  { "vehicle.accept", GRAM_JOURNAL_VEHICLES, .func = vehicles_accepted },
  { "vehicle.identify", GRAM_JOURNAL_VEHICLES,
    N_ ("Identified account {right-account} as the participant of cars"),
    N_ ("Identified the participant of cars"), "reason" },

  { "trade.notify", GRAM_JOURNAL_SCHEME, N_ ("Notified a trade of {quantity} allowances of {year}"),
    N_ ("Notified a trade") },
  { "trade.amend", GRAM_JOURNAL_SCHEME, N_ ("Changed notification {notification} of a trade"),
    N_ ("Changed the notification of a trade") },
  { "trade.withdraw", GRAM_JOURNAL_SCHEME, N_ ("Withdrew notification {notification} of a trade"),
    N_ ("Withdrew the notification of a trade"), "reason" },
  { "trade.register", GRAM_JOURNAL_SCHEME, N_ ("Registered trades of allowances"), NULL, "reason" },
  { "trade.refuse", GRAM_JOURNAL_SCHEME, N_ ("Refused trades of allowances"), NULL, "reason" },
  { "trade.import", GRAM_JOURNAL_SCHEME,
    N_ ("Brought in notification {notification} of a trade from a file"),
    N_ ("Brought in the notification of a trade from a file") },
  { "trade.set-key", GRAM_JOURNAL_SCHEME, N_ ("Entered the key with which the party signs files") },
  { "key.create", GRAM_JOURNAL_SCHEME, N_ ("Made the keys with which the account signs files") },
  { "year.run-due", GRAM_JOURNAL_SCHEME, N_ ("Told of the trading window of {year}"),
    N_ ("Told of a trading window") },
  { "trade.run-due", GRAM_JOURNAL_SCHEME,
    N_ ("Ended notifications of trades that were not matched in their window") },

  { "year.measure", GRAM_JOURNAL_SCHEME, N_ ("Measured the scheme year {year}"),
    N_ ("Measured a scheme year"), "participants" },
  { "baseline.set", GRAM_JOURNAL_SCHEME, N_ ("Entered the baseline of {year}: {value} g/km"),
    N_ ("Entered a baseline"), "source reason" },
  { "baseline.import", GRAM_JOURNAL_SCHEME, N_ ("Brought in a file of baselines of {year}"),
    N_ ("Brought in a file of baselines"), "file" },
  { "crts.set-position", GRAM_JOURNAL_SCHEME, N_ ("Entered the position in the CRTS of {year}"),
    N_ ("Entered a position in the CRTS"), "source" },
  { "crts.import-positions", GRAM_JOURNAL_SCHEME,
    N_ ("Brought in a file of positions in the CRTS of {year}"),
    N_ ("Brought in a file of positions in the CRTS"), "file" },
  { "eco-notice.record", GRAM_JOURNAL_SCHEME,
    N_ ("Recorded a notice about the eco-innovation {code}"),
    N_ ("Recorded a notice about an eco-innovation"), "given-on" },
  { "eco-notice.withdraw", GRAM_JOURNAL_SCHEME,
    N_ ("Withdrew notice {notice} about an eco-innovation"),
    N_ ("Withdrew a notice about an eco-innovation") },
  { "allocation.post", GRAM_JOURNAL_SCHEME, N_ ("Allocated allowances of {year}"),
    N_ ("Allocated allowances"), "posted taken-back" },
  { "year.account", GRAM_JOURNAL_SCHEME, N_ ("Accounted for the scheme year {year}"),
    N_ ("Accounted for a scheme year"), "participants" },
  { "year.close", GRAM_JOURNAL_SCHEME, N_ ("Closed the scheme year {year}"),
    N_ ("Closed a scheme year"), "lapsed" },
  { "year.publish", GRAM_JOURNAL_SCHEME,
    N_ ("Published the final information of the scheme year {year}"),
    N_ ("Published the final information of a scheme year"), "participants" },
  { "year.set-standing-rule", GRAM_JOURNAL_SCHEME,
    N_ ("Set the standing rule for trades of {year}"), N_ ("Set the standing rule for trades") },

  { "pool.apply", GRAM_JOURNAL_SCHEME, N_ ("Applied for the pool “{name}” from {first-year}"),
    N_ ("Applied for a pool"), "contact-name contact-email" },
  { "pool.agree", GRAM_JOURNAL_SCHEME, N_ ("Agreed to pool {pool}"), N_ ("Agreed to a pool") },
  { "pool.withdraw", GRAM_JOURNAL_SCHEME, N_ ("Withdrew the application for pool {pool}"),
    N_ ("Withdrew the application for a pool"), "reason" },
  { "pool.update", GRAM_JOURNAL_SCHEME, N_ ("Brought the information about pool {pool} up to date"),
    N_ ("Brought the information about a pool up to date"), "contact-name contact-email" },
  { "pool.grant", GRAM_JOURNAL_SCHEME, N_ ("Granted pool {pool}"), N_ ("Granted a pool"),
    "reason" },
  { "pool.decline", GRAM_JOURNAL_SCHEME, N_ ("Declined pool {pool}"), N_ ("Declined a pool"),
    "reason" },
  { "pool.end", GRAM_JOURNAL_SCHEME, N_ ("Ended pool {pool} from {from-year}"), N_ ("Ended a pool"),
    "reason" },

  { "conversion.request", GRAM_JOURNAL_SCHEME,
    N_ ("Converted {crts} CRTS allowances into CCTS allowances of {year}"),
    N_ ("Converted CRTS allowances into CCTS allowances") },
  { "conversion.to-crts", GRAM_JOURNAL_SCHEME,
    N_ ("Converted {used} CCTS allowances of {year} into CRTS credits"),
    N_ ("Converted CCTS allowances into CRTS credits") },
  { "allowance.surrender", GRAM_JOURNAL_SCHEME, N_ ("Surrendered {quantity} allowances of {year}"),
    N_ ("Surrendered allowances") },
  { "payment-notice.issue", GRAM_JOURNAL_SCHEME, N_ ("Gave payment notice {number}"),
    N_ ("Gave a payment notice") },
  { "payment-notice.record-payment", GRAM_JOURNAL_SCHEME,
    N_ ("Recorded a payment of a payment notice"), NULL, "paid-on" },
  { "payment-notice.reverse-payment", GRAM_JOURNAL_SCHEME,
    N_ ("Reversed a payment of a payment notice"), NULL, "reason" },
  { "payment-notice.forward", GRAM_JOURNAL_SCHEME,
    N_ ("Recorded a payment into the consolidated fund"), NULL, "paid-on" },
  { "payment-notice.appeal", GRAM_JOURNAL_SCHEME, N_ ("Appealed against a payment notice"), NULL,
    "text" },
  { "payment-notice.end-appeal", GRAM_JOURNAL_SCHEME,
    N_ ("Recorded how the appeal against a payment notice ended"), NULL, "reason" },
  { "payment-notice.withdraw", GRAM_JOURNAL_SCHEME, N_ ("Withdrew a payment notice"), NULL,
    "reason" },
  { "payment-notice.run-due", GRAM_JOURNAL_SCHEME,
    N_ ("Told of payment notices that are overdue") },
  { "scenario.save", GRAM_JOURNAL_SCHEME, N_ ("Kept the way out “{title}”"),
    N_ ("Kept a way out of a shortfall") },
  { "scenario.remove", GRAM_JOURNAL_SCHEME, N_ ("Removed a way out of a shortfall") },
  { NULL },
};

/* Each ends with a row without a command. */
static const GramJournalRow *const tables[] = { rows, _gram_journal_rows_ccs };

/* Lines of detail, by key; a line is left out if what it names is missing. */
static const struct
{
  const char *key;
  const char *pattern;
} details[] = {
  { "title", "{title}" },
  { "email", "{email}" },
  { "role", N_ ("Role: {role}") },
  { "valid-from", N_ ("Valid from {valid-from}") },
  { "lapses-at", N_ ("Lapses on {lapses-at}") },
  { "permissions", N_ ("Permissions: {permissions}") },
  { "holder-only", "{holder}" },
  { "holder", N_ ("Holder: {holder}") },
  { "contact-name", N_ ("Contact: {contact-name}") },
  { "contact-email", N_ ("E-mail: {contact-email}") },
  { "contact-phone", N_ ("Telephone: {contact-phone}") },
  { "address", N_ ("Address: {address}") },
  { "ground", N_ ("Ground: {ground}") },
  { "reason", N_ ("Reason: {reason}") },
  { "text", N_ ("“{text}”") },
  { "until", N_ ("Until {until}") },
  { "remedy-by", N_ ("To be put right by {remedy-by}") },
  { "object-by", N_ ("Objections until {object-by}") },
  { "command", "{command}" },
  { "comment", N_ ("Comment: {comment}") },
  { "answer-by", N_ ("Answer by {answer-by}") },
  { "paid-on", N_ ("Paid on {paid-on}") },
  { "file", N_ ("File: {file}") },
  { "participants", N_ ("Participants: {participants}") },
  { "source", N_ ("Source: {source}") },
  { "given-on", N_ ("Given on {given-on}") },
  { "posted", N_ ("Allocated: {posted}") },
  { "taken-back", N_ ("Taken back: {taken-back}") },
  { "lapsed", N_ ("Lapsed: {lapsed}") },
  { "deleted-credits", N_ ("Credits deleted: {deleted-credits}") },
  { "delete-credits", N_ ("Credits left over to be deleted: {delete-credits}") },
};

static const char *const group_titles[GRAM_JOURNAL_N_GROUPS] = {
  [GRAM_JOURNAL_ACCOUNT] = N_ ("Account"),
  [GRAM_JOURNAL_PEOPLE] = N_ ("People"),
  [GRAM_JOURNAL_VEHICLES] = N_ ("Vehicles"),
  [GRAM_JOURNAL_CASES] = N_ ("Disputes and Cases"),
  [GRAM_JOURNAL_MEASURES] = N_ ("Suspension and Block"),
  [GRAM_JOURNAL_CLOSING] = N_ ("Closing"),
  [GRAM_JOURNAL_SCHEME] = N_ ("Charge Scheme and Credits"),
  [GRAM_JOURNAL_REQUESTS] = N_ ("Four Eyes"),
  [GRAM_JOURNAL_SIGN_IN] = N_ ("Sign-In and Passwords"),
  [GRAM_JOURNAL_REGISTRY] = N_ ("Registry and Rules"),
};

static const GramJournalRow *
find_row (const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const GramJournalRow *row = tables[i]; row->command != NULL; row++)
      if (g_strcmp0 (row->command, command) == 0)
        return row;

  return NULL;
}

static void
add_details (const GramJournalFacts *facts, const char *keys, GString *detail)
{
  g_auto (GStrv) wanted = g_strsplit (keys != NULL ? keys : "", " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (details); j++)
      if (g_str_equal (wanted[i], details[j].key))
        {
          g_autofree char *line = gram_journal_facts_fill (facts, _ (details[j].pattern));

          _gram_journal_add_line (detail, line);
        }
}

/* A decision in an own registry was not taken here; everywhere it says so, with the document that said it. */
static void
add_origin (const char *command,
            const GramJournalFacts *facts,
            GramRegistryKind kind,
            GString *detail)
{
  const GramCommand *row = gram_command_find (command);
  const char *reference = gram_journal_facts_text (facts, "reference");
  gboolean recorded = kind == GRAM_REGISTRY_OWN && row != NULL && row->decision;
  g_autofree char *line = NULL;

  if (recorded && *reference != '\0')
    /* Translators: %s is the reference of a document */
    line = g_strdup_printf (_ ("Recorded for the administrator, reference: %s"), reference);
  else if (recorded)
    line = g_strdup (_ ("Recorded for the administrator"));
  else if (*reference != '\0')
    /* Translators: %s is the reference of a document */
    line = g_strdup_printf (_ ("Reference: %s"), reference);
  _gram_journal_add_line (detail, line);
}

char *
gram_journal_sentence (const GramJournalEntry *entry, GramRegistryKind kind, char **detail)
{
  g_auto (GramJournalFacts) facts = { NULL, NULL };
  g_autoptr (GString) more = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  const GramJournalRow *row;

  g_return_val_if_fail (entry != NULL && detail != NULL, NULL);

  *detail = NULL;
  row = find_row (entry->command);
  if (row == NULL)
    return g_strdup (entry->command);

  gram_journal_facts_init (&facts, entry);
  if (row->func != NULL)
    sentence = row->func (&facts, more);
  else
    sentence = gram_journal_facts_fill (&facts, _ (row->sentence));
  if (sentence == NULL)
    sentence = g_strdup (_ (row->bare));
  add_details (&facts, row->details, more);
  add_origin (entry->command, &facts, kind, more);
  if (gram_journal_facts_flag (&facts, "pending"))
    _gram_journal_add_line (more, _ ("Waits for the approval of a second person"));
  if (more->len > 0)
    *detail = g_strdup (more->str);

  return g_steal_pointer (&sentence);
}

gboolean
gram_journal_has_sentence (const char *command)
{
  return find_row (command) != NULL;
}

GramJournalGroup
gram_journal_group_of (const char *command)
{
  const GramJournalRow *row = find_row (command);

  return row != NULL ? row->group : GRAM_JOURNAL_REGISTRY;
}

const char *
gram_journal_group_title (GramJournalGroup group)
{
  g_return_val_if_fail (group < GRAM_JOURNAL_N_GROUPS, NULL);

  return _ (group_titles[group]);
}

const char **
gram_journal_group_commands (GramJournalGroup group)
{
  GPtrArray *commands = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const GramJournalRow *row = tables[i]; row->command != NULL; row++)
      if (row->group == group)
        g_ptr_array_add (commands, (gpointer)row->command);
  g_ptr_array_add (commands, NULL);

  return (const char **)g_ptr_array_free (commands, FALSE);
}
