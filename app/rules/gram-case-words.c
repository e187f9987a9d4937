/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-words.h"

#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

static const GramWord case_kinds[] = {
  { GRAM_CASE_DISPUTE, "dispute" },
  { GRAM_CASE_CORRECTION, "correction" },
  { GRAM_CASE_DIFFERENCE, "difference" },
  { GRAM_CASE_APPLICATION, "application" },
  { GRAM_CASE_AML, "aml" },
  { GRAM_CASE_SUSPENSION, "suspension" },
  { GRAM_CASE_CLOSING, "closing" },
  { GRAM_CASE_TRADE, "trade" },
  { GRAM_CASE_CONVERSION, "conversion" },
  { GRAM_CASE_PAYMENT, "payment" },
  { GRAM_CASE_POOL, "pool" },
  { GRAM_CASE_BORROWING, "borrowing" },
};

static const GramWord case_states[] = {
  { GRAM_CASE_OPEN, "open" },
  { GRAM_CASE_CLAIMED, "claimed" },
  { GRAM_CASE_INFORMATION_ASKED, "information-asked" },
  { GRAM_CASE_DECIDED, "decided" },
  { GRAM_CASE_WITHDRAWN, "withdrawn" },
};

static const GramWord case_outcomes[] = {
  { GRAM_CASE_UPHELD, "upheld" },     { GRAM_CASE_NOT_UPHELD, "not-upheld" },
  { GRAM_CASE_APPROVED, "approved" }, { GRAM_CASE_DECLINED, "declined" },
  { GRAM_CASE_DONE, "done" },         { GRAM_CASE_DROPPED, "dropped" },
};

static const GramWord dispute_kinds[] = {
  { GRAM_DISPUTE_VALUE, "value" },
  { GRAM_DISPUTE_NOT_OURS, "not-ours" },
  { GRAM_DISPUTE_MISSING, "missing" },
};

static const GramWord lanes[] = {
  { GRAM_LANE_HOLDER, "holder" },
  { GRAM_LANE_INTERNAL, "internal" },
};

static const GramWord message_kinds[] = {
  { GRAM_MESSAGE_PLAIN, "message" },   { GRAM_MESSAGE_QUESTION, "question" },
  { GRAM_MESSAGE_ANSWER, "answer" },   { GRAM_MESSAGE_DECISION, "decision" },
  { GRAM_MESSAGE_RELEASE, "release" },
};

static const GramWord difference_decisions[] = {
  { GRAM_DIFFERENCE_TAKEN, "taken" },
  { GRAM_DIFFERENCE_KEPT, "kept" },
};

static const GramWord events[] = {
  { GRAM_EVENT_VEHICLE_READY, "vehicle-ready" },
  { GRAM_EVENT_AUTO_ACCEPTED, "auto-accepted" },
  { GRAM_EVENT_DISPUTE_DECIDED, "dispute-decided" },
  { GRAM_EVENT_INFORMATION_ASKED, "information-asked" },
  { GRAM_EVENT_INFORMATION_GIVEN, "information-given" },
  { GRAM_EVENT_MESSAGE, "message" },
  { GRAM_EVENT_CASE_ASSIGNED, "case-assigned" },
  { GRAM_EVENT_DUE_SOON, "due-soon" },
  { GRAM_EVENT_OVERDUE, "overdue" },
  { GRAM_EVENT_PERMISSION_CHANGED, "permission-changed" },
  { GRAM_EVENT_ACCOUNT_SUSPENDED, "account-suspended" },
  { GRAM_EVENT_TRADE_WAITING, "trade-waiting" },
  { GRAM_EVENT_TRADE_DIFFERS, "trade-differs" },
  { GRAM_EVENT_TRADE_MATCHED, "trade-matched" },
  { GRAM_EVENT_TRADE_DECIDED, "trade-decided" },
  { GRAM_EVENT_TRADE_VOID, "trade-void" },
  { GRAM_EVENT_ALLOCATION_POSTED, "allocation-posted" },
  { GRAM_EVENT_PAYMENT_NOTICE, "payment-notice" },
  { GRAM_EVENT_PAYMENT_OVERDUE, "payment-overdue" },
  { GRAM_EVENT_POOL_ASKED, "pool-asked" },
  { GRAM_EVENT_POOL_DECIDED, "pool-decided" },
  { GRAM_EVENT_WINDOW_OPENS, "window-opens" },
  { GRAM_EVENT_WINDOW_CLOSES, "window-closes" },
  { GRAM_EVENT_TRANSFER_OFFERED, "transfer-offered" },
  { GRAM_EVENT_TRANSFER_DECIDED, "transfer-decided" },
  { GRAM_EVENT_TRANSFER_LAPSED, "transfer-lapsed" },
  { GRAM_EVENT_CREDITS_LAPSE_SOON, "credits-lapse-soon" },
  { GRAM_EVENT_CREDITS_LAPSED, "credits-lapsed" },
  { GRAM_EVENT_CHARGE_DUE, "charge-due" },
  { GRAM_EVENT_CHARGE_OVERDUE, "charge-overdue" },
  { GRAM_EVENT_FLEET_YEAR_SETTLED, "fleet-year-settled" },
  { GRAM_EVENT_BORROWING_ASKED, "borrowing-asked" },
  { GRAM_EVENT_BORROWING_DECIDED, "borrowing-decided" },
  { GRAM_EVENT_PAYMENT_RECORDED, "payment-recorded" },
};

static const GramVocabulary vocabularies[] = {
  GRAM_VOCABULARY ("case-kind", case_kinds),
  GRAM_VOCABULARY ("case-state", case_states),
  GRAM_VOCABULARY ("case-outcome", case_outcomes),
  GRAM_VOCABULARY ("dispute-kind", dispute_kinds),
  GRAM_VOCABULARY ("lane", lanes),
  GRAM_VOCABULARY ("message-kind", message_kinds),
  GRAM_VOCABULARY ("difference-decision", difference_decisions),
  GRAM_VOCABULARY ("event", events),
};

static const GramTitle kind_titles[] = {
  { GRAM_CASE_DISPUTE, N_ ("Dispute") },
  { GRAM_CASE_CORRECTION, N_ ("Correction") },
  { GRAM_CASE_DIFFERENCE, N_ ("Difference") },
  { GRAM_CASE_APPLICATION, N_ ("Application for Fleet Average") },
  { GRAM_CASE_AML, N_ ("AML verification") },
  { GRAM_CASE_SUSPENSION, N_ ("Suspension") },
  { GRAM_CASE_CLOSING, N_ ("Closing") },
  { GRAM_CASE_TRADE, N_ ("Trade") },
  { GRAM_CASE_CONVERSION, N_ ("Conversion") },
  { GRAM_CASE_PAYMENT, N_ ("Payment") },
  { GRAM_CASE_POOL, N_ ("Pool") },
  { GRAM_CASE_BORROWING, N_ ("Borrowing") },
};

static const GramTitle state_titles[] = {
  { GRAM_CASE_OPEN, NC_ ("case", "Open") },
  { GRAM_CASE_CLAIMED, NC_ ("case", "Claimed") },
  { GRAM_CASE_INFORMATION_ASKED, NC_ ("case", "Information asked") },
  { GRAM_CASE_DECIDED, NC_ ("case", "Decided") },
  { GRAM_CASE_WITHDRAWN, NC_ ("case", "Withdrawn") },
};

static const GramTitle outcome_titles[] = {
  { GRAM_CASE_OUTCOME_NONE, "" },
  { GRAM_CASE_UPHELD, NC_ ("case", "Upheld") },
  { GRAM_CASE_NOT_UPHELD, NC_ ("case", "Not upheld") },
  { GRAM_CASE_APPROVED, NC_ ("case", "Approved") },
  { GRAM_CASE_DECLINED, NC_ ("case", "Declined") },
  { GRAM_CASE_DONE, NC_ ("case", "Done") },
  { GRAM_CASE_DROPPED, NC_ ("case", "Dropped") },
};

static const GramTitle dispute_titles[] = {
  { GRAM_DISPUTE_VALUE, N_ ("A value is wrong") },
  { GRAM_DISPUTE_NOT_OURS, N_ ("This vehicle is not ours") },
  { GRAM_DISPUTE_MISSING, N_ ("A vehicle is missing") },
};

static const GramTitle lane_titles[] = {
  { GRAM_LANE_HOLDER, N_ ("Holder and administrator read this") },
  { GRAM_LANE_INTERNAL, N_ ("Internal: only the administrator’s side reads this") },
};

static const GramTitle message_titles[] = {
  { GRAM_MESSAGE_PLAIN, NC_ ("case", "Message") },
  { GRAM_MESSAGE_QUESTION, NC_ ("case", "Question") },
  { GRAM_MESSAGE_ANSWER, NC_ ("case", "Answer") },
  { GRAM_MESSAGE_DECISION, NC_ ("case", "Decision") },
  { GRAM_MESSAGE_RELEASE, NC_ ("case", "Change of claimant") },
};

static const GramTitle decision_titles[] = {
  { GRAM_DIFFERENCE_OPEN, NC_ ("difference", "To decide") },
  { GRAM_DIFFERENCE_TAKEN, NC_ ("difference", "Taken from the file") },
  { GRAM_DIFFERENCE_KEPT, NC_ ("difference", "Kept as it was") },
};

#define BOTH_SIDES (GRAM_SIDE_HOLDER | GRAM_SIDE_ADMINISTRATOR)

static const GramEventRow rows[GRAM_EVENT_N] = {
  { GRAM_EVENT_VEHICLE_READY, N_ ("Vehicle ready"),
    N_ ("Vehicles have become ready for acceptance."), GRAM_SIDE_HOLDER, GRAM_PERMISSION_ACCEPT,
    TRUE, TRUE },
  { GRAM_EVENT_AUTO_ACCEPTED, N_ ("Auto-accepted"), N_ ("Auto-accept has accepted vehicles."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_ACCEPT, TRUE, FALSE },
  { GRAM_EVENT_DISPUTE_DECIDED, N_ ("Case decided"),
    N_ ("A dispute, or another case of an account, has been decided."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_INFORMATION_ASKED, N_ ("Information asked"),
    N_ ("The administrator needs information before a case can be decided."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_ACCEPT, TRUE, TRUE },
  { GRAM_EVENT_INFORMATION_GIVEN, N_ ("Information given"),
    N_ ("A holder has answered a question in a case."), GRAM_SIDE_ADMINISTRATOR, 0, TRUE, TRUE },
  { GRAM_EVENT_MESSAGE, N_ ("Message"), N_ ("Somebody has written in a case."), BOTH_SIDES,
    GRAM_PERMISSION_ACCEPT, TRUE, FALSE },
  { GRAM_EVENT_CASE_ASSIGNED, N_ ("Case assigned"), N_ ("A case has been assigned to you."),
    GRAM_SIDE_ADMINISTRATOR, 0, TRUE, TRUE },
  { GRAM_EVENT_DUE_SOON, N_ ("Due soon"), N_ ("A case is due soon."), GRAM_SIDE_ADMINISTRATOR, 0,
    TRUE, FALSE },
  { GRAM_EVENT_OVERDUE, N_ ("Overdue"), N_ ("The last day for the decision of a case is over."),
    GRAM_SIDE_ADMINISTRATOR, 0, TRUE, TRUE },
  { GRAM_EVENT_PERMISSION_CHANGED, N_ ("Permission changed"),
    N_ ("What you are permitted to do in an account has changed."), GRAM_SIDE_HOLDER, 0, TRUE,
    FALSE },
  { GRAM_EVENT_ACCOUNT_SUSPENDED, N_ ("Account suspended"),
    N_ ("An account has been suspended or blocked, or is no longer."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_TRADE_WAITING, N_ ("Trade waits for you"),
    N_ ("Another participant has notified a trade with you that you have not notified."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_TRANSFER, TRUE, TRUE },
  { GRAM_EVENT_TRADE_DIFFERS, N_ ("Trade differs"),
    N_ ("The two notifications of a trade do not agree."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_TRANSFER, TRUE, TRUE },
  { GRAM_EVENT_TRADE_MATCHED, N_ ("Trade matched"),
    N_ ("The two notifications of a trade agree; the administrator decides."), BOTH_SIDES,
    GRAM_PERMISSION_TRANSFER, TRUE, FALSE },
  { GRAM_EVENT_TRADE_DECIDED, N_ ("Trade decided"),
    N_ ("The administrator has registered or refused a trade."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_TRADE_VOID, N_ ("Trade void"),
    N_ ("The trading window has ended before both parties notified the same trade."), BOTH_SIDES,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_ALLOCATION_POSTED, N_ ("Allowances allocated"),
    N_ ("Allowances have been allocated, or an allocation has been corrected."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_PAYMENT_NOTICE, N_ ("Payment notice"),
    N_ ("A payment notice has been given or withdrawn."), GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW,
    TRUE, TRUE },
  { GRAM_EVENT_PAYMENT_OVERDUE, N_ ("Payment overdue"),
    N_ ("The last day to pay what a payment notice asks for is over."), BOTH_SIDES,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_POOL_ASKED, N_ ("Pool to agree to or decide"),
    N_ ("An account is asked to join a pool, or the application of a pool waits for a decision."),
    BOTH_SIDES, GRAM_PERMISSION_EDIT, TRUE, TRUE },
  { GRAM_EVENT_POOL_DECIDED, N_ ("Pool decided"),
    N_ ("The application of a pool has been granted or declined, or the pool has ended."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_WINDOW_OPENS, N_ ("Trading window opens"),
    N_ ("The trading window of a scheme year has opened."), BOTH_SIDES, GRAM_PERMISSION_VIEW, TRUE,
    TRUE },
  { GRAM_EVENT_WINDOW_CLOSES, N_ ("Trading window closes"),
    N_ ("The trading window of a scheme year closes soon."), BOTH_SIDES, GRAM_PERMISSION_VIEW, TRUE,
    TRUE },
  { GRAM_EVENT_TRANSFER_OFFERED, N_ ("Transfer offered"),
    N_ ("Another holder offers credits to an account."), GRAM_SIDE_HOLDER, GRAM_PERMISSION_TRANSFER,
    TRUE, TRUE },
  { GRAM_EVENT_TRANSFER_DECIDED, N_ ("Transfer decided"),
    N_ ("The other holder has accepted, declined or cancelled a transfer of credits."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_TRANSFER_LAPSED, N_ ("Transfer lapsed"),
    N_ ("Nobody has accepted a transfer of credits until its last day."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_CREDITS_LAPSE_SOON, N_ ("Credits lapse soon"),
    N_ ("The last day of credits comes near."), GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE,
    TRUE },
  { GRAM_EVENT_CREDITS_LAPSED, N_ ("Credits lapsed"),
    N_ ("The last day of credits is over; they are not there any more."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_CHARGE_DUE, N_ ("Charge due"), N_ ("The last day to pay a charge comes near."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_CHARGE_OVERDUE, N_ ("Charge overdue"), N_ ("The last day to pay a charge is over."),
    BOTH_SIDES, GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_FLEET_YEAR_SETTLED, N_ ("Fleet Average year settled"),
    N_ ("A Fleet Average year has been settled, or its settlement has been corrected."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_BORROWING_ASKED, N_ ("Borrowing asked for"),
    N_ ("A holder asks to carry a shortfall into the next year."), GRAM_SIDE_ADMINISTRATOR, 0, TRUE,
    TRUE },
  { GRAM_EVENT_BORROWING_DECIDED, N_ ("Borrowing decided"),
    N_ ("A request to carry a shortfall into the next year has been approved or declined."),
    GRAM_SIDE_HOLDER, GRAM_PERMISSION_VIEW, TRUE, TRUE },
  { GRAM_EVENT_PAYMENT_RECORDED, N_ ("Payment recorded"),
    N_ ("A payment has been recorded or reversed, or money has been paid back."), GRAM_SIDE_HOLDER,
    GRAM_PERMISSION_VIEW, TRUE, FALSE },
};

const GramVocabulary *
_gram_case_vocabularies (gsize *n_vocabularies)
{
  *n_vocabularies = G_N_ELEMENTS (vocabularies);
  return vocabularies;
}

guint
gram_case_kind_index (GramCaseKind kind)
{
  guint index = (guint)g_bit_nth_lsf (kind, -1);

  g_return_val_if_fail (index < GRAM_CASE_KIND_N && kind == (GramCaseKind)(1 << index), 0);

  return index;
}

guint
gram_case_kinds_of (GramScheme scheme)
{
  guint others = scheme == GRAM_SCHEME_CCTS
                     ? GRAM_CASE_APPLICATION | GRAM_CASE_AML | GRAM_CASE_BORROWING
                     : GRAM_CASE_POOL;

  return GRAM_CASE_ALL_KINDS & ~others;
}

const char *
gram_case_kind_title (GramCaseKind kind)
{
  return GRAM_TITLE (NULL, kind_titles, kind);
}

const char *
gram_case_state_title (GramCaseState state)
{
  return GRAM_TITLE ("case", state_titles, state);
}

const char *
gram_case_outcome_title (GramCaseOutcome outcome)
{
  return GRAM_TITLE ("case", outcome_titles, outcome);
}

const char *
gram_dispute_kind_title (GramDisputeKind kind)
{
  return GRAM_TITLE (NULL, dispute_titles, kind);
}

const char *
gram_lane_title (GramLane lane)
{
  return GRAM_TITLE (NULL, lane_titles, lane);
}

const char *
gram_message_kind_title (GramMessageKind kind)
{
  return GRAM_TITLE ("case", message_titles, kind);
}

const char *
gram_difference_decision_title (GramDifferenceDecision decision)
{
  return GRAM_TITLE ("difference", decision_titles, decision);
}

const GramEventRow *
gram_event_rows (gsize *n_rows)
{
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

const GramEventRow *
gram_event_row (GramEvent event)
{
  g_return_val_if_fail (event >= 1 && event <= GRAM_EVENT_N, NULL);

  return &rows[event - 1];
}
