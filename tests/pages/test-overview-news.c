/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-world.h"

/* What groups digits without a locale. */
#define S "\u202f"

typedef void (*Change) (World *world);

static void
quiet (World *self)
{
}

static void
suspended_administered (World *self)
{
  world_suspend (self);
  self->reading.member = FALSE;
  self->reading.administers = TRUE;
}

static void
blocked (World *self)
{
  self->detail.state = GRAM_ACCOUNT_BLOCKED;
  g_set_str (&self->measure->until, "");
  world_add_measure (self, GRAM_MEASURE_BLOCK, GRAM_MEASURE_IN_FORCE);
}

static void
noticed (World *self)
{
  world_add_measure (self, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_NOTIFIED);
}

static void
over (World *self)
{
  world_add_measure (self, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_ENDED);
}

static void
closing_noticed (World *self)
{
  self->closing->state = GRAM_CLOSING_NOTIFIED;
  self->detail.closing = self->closing;
}

static void
objected (World *self)
{
  closing_noticed (self);
  self->closing->objected_at = NOW;
}

static void
closing (World *self)
{
  self->closing->state = GRAM_CLOSING_REQUESTED;
  self->detail.closing = self->closing;
  self->detail.state = GRAM_ACCOUNT_CLOSING;
}

static void
closing_decided (World *self)
{
  closing (self);
  self->reading.decides = TRUE;
}

static void
closed (World *self)
{
  closing (self);
  self->closing->state = GRAM_CLOSING_DONE;
  self->closing->decided_at = NOW;
  self->detail.state = GRAM_ACCOUNT_CLOSED;
}

static void
verified_29 (World *self)
{
  g_set_str (&self->account->aml_until, "2026-12-21");
}

static void
verified_31 (World *self)
{
  g_set_str (&self->account->aml_until, "2026-12-23");
}

static void
verification_over (World *self)
{
  g_set_str (&self->account->aml_until, "2026-11-01");
  self->detail.aml = GRAM_AML_EXPIRED;
}

static GramRefusal no = { 0 };

static void
request_for_me (World *self)
{
  self->request.withdraw = &no;
  g_ptr_array_add (self->reading.requests, &self->request);
}

static void
request_of_mine (World *self)
{
  static char *approvers[] = { (char *)"Lena Marsh", NULL };

  self->request.approve = &no;
  self->request.approvers = approvers;
  g_ptr_array_add (self->reading.requests, &self->request);
}

static void
request_of_others (World *self)
{
  self->request.approve = &no;
  self->request.withdraw = &no;
  g_ptr_array_add (self->reading.requests, &self->request);
}

static void
request_lapsed (World *self)
{
  request_for_me (self);
  self->request.state = GRAM_REQUEST_LAPSED;
}

static void
offered (World *self)
{
  g_ptr_array_add (self->reading.handovers, &self->handover);
}

static void
offered_to_me (World *self)
{
  offered (self);
  self->reading.email = (char *)"oliver@example.org";
}

static void
invited (World *self)
{
  g_ptr_array_add (self->reading.invitations, &self->invitations[0]);
}

static void
invited_by_me (World *self)
{
  invited (self);
  self->reading.may_grant = TRUE;
}

static void
invited_two (World *self)
{
  invited_by_me (self);
  g_ptr_array_add (self->reading.invitations, &self->invitations[1]);
}

static void
applies (World *self, GramApplicationState state, gboolean mine)
{
  self->application->state = state;
  self->detail.application = self->application;
  self->reading.may_apply = mine;
}

static void
draft (World *self)
{
  applies (self, GRAM_APPLICATION_DRAFT, TRUE);
}

static void
draft_of_others (World *self)
{
  applies (self, GRAM_APPLICATION_DRAFT, FALSE);
}

static void
asked (World *self)
{
  applies (self, GRAM_APPLICATION_INFORMATION_ASKED, TRUE);
}

static void
submitted (World *self)
{
  applies (self, GRAM_APPLICATION_SUBMITTED, TRUE);
}

static void
submitted_to_me (World *self)
{
  applies (self, GRAM_APPLICATION_SUBMITTED, FALSE);
  self->reading.decides = TRUE;
}

static void
approved (World *self)
{
  applies (self, GRAM_APPLICATION_APPROVED, TRUE);
  self->detail.charge_scheme_from = (char *)"2027-01-01";
}

static void
approved_already (World *self)
{
  applies (self, GRAM_APPLICATION_APPROVED, TRUE);
}

static void
withdrawn (World *self)
{
  applies (self, GRAM_APPLICATION_WITHDRAWN, TRUE);
}

static void
with_case (World *self, GramCaseKind kind, GramCaseState state)
{
  self->cases.cells[gram_case_kind_index (kind)][g_bit_nth_lsf (state, -1)] = 2;
  self->reading.cases = &self->cases;
}

static void
information_asked_by (World *self)
{
  with_case (self, GRAM_CASE_DISPUTE, GRAM_CASE_INFORMATION_ASKED);
  self->deadline = (GramDeadline){ .on = (char *)"2026-12-04", .subject = "case" };
  g_ptr_array_add (self->reading.deadlines, &self->deadline);
}

static void
correction_open (World *self)
{
  with_case (self, GRAM_CASE_CORRECTION, GRAM_CASE_CLAIMED);
}

static void
dispute_decided (World *self)
{
  with_case (self, GRAM_CASE_DISPUTE, GRAM_CASE_DECIDED);
}

static void
with_trades (World *self, GramTradeState state, gint64 count)
{
  self->trades.counts.states[g_bit_nth_lsf (state, -1)] = count;
  self->reading.trades = &self->trades;
}

static void
named (World *self)
{
  self->trades.naming = 1;
  self->reading.trades = &self->trades;
}

static void
named_administered (World *self)
{
  named (self);
  self->reading.member = FALSE;
  self->reading.administers = TRUE;
}

static void
differing (World *self)
{
  with_trades (self, GRAM_TRADE_DIFFERING, 2);
}

static void
waiting (World *self)
{
  with_trades (self, GRAM_TRADE_WAITING, 1);
}

static void
matched (World *self)
{
  with_trades (self, GRAM_TRADE_MATCHED, 3);
}

static void
registered (World *self)
{
  with_trades (self, GRAM_TRADE_REGISTERED, 4);
}

static void
missing (World *self)
{
  self->year.surrender_limit = 9000;
  self->year.shortfall = 8244600;
  self->year.shortfall_left = 66500;
  self->year.payment = 571900;
  g_ptr_array_add (self->reading.years, &self->year);
}

static void
missing_too_late (World *self)
{
  missing (self);
  self->year.window_open = FALSE;
  self->year.days_left = -1;
}

static void
missing_of_nobody (World *self)
{
  missing (self);
  self->year.participant = FALSE;
}

static void
to_surrender (World *self)
{
  missing (self);
  self->year.shortfall_left = 0;
}

static void
all_surrendered (World *self)
{
  to_surrender (self);
  self->year.surrender_limit = 0;
}

static void
payment_due (World *self)
{
  self->notice.state = GRAM_PAYMENT_NOTICE_PART_PAID;
  g_ptr_array_add (self->reading.notices, &self->notice);
}

static void
payment_overdue (World *self)
{
  payment_due (self);
  self->notice.state = GRAM_PAYMENT_NOTICE_OVERDUE;
  g_set_str (&self->record->due_on, "2026-11-01");
}

static void
payment_appealed (World *self)
{
  payment_due (self);
  self->notice.state = GRAM_PAYMENT_NOTICE_APPEALED;
}

static void
payment_made (World *self)
{
  payment_due (self);
  self->notice.state = GRAM_PAYMENT_NOTICE_PAID;
  self->notice.left = 0;
}

static const struct
{
  const char *name;
  Change change;
  const char *id; /* NULL: nothing is told */
  GramWorkGroup group;
  GramNewsTarget target;
  const char *title;
  const char *subtitle;
  const char *due;
} rows[] = {
  { "quiet", quiet, NULL },
  { "suspended", world_suspend, "suspended", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "Suspended since 22 November 2026",
    "Until 30 June 2027. Put right what it was suspended for and tell the administrator, who can "
    "reinstate it earlier",
    "2027-06-30" },
  { "suspended, from the administrator's side", suspended_administered, "suspended",
    GRAM_WORK_AWARENESS, GRAM_NEWS_ACCOUNT, "Suspended since 22 November 2026",
    "Until 30 June 2027, unless it is reinstated earlier", "2027-06-30" },
  { "blocked", blocked, "blocked", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "Blocked since 22 November 2026",
    "Until the administrator lifts it. Surrender and payment stay due on their days", NULL },
  { "notice", noticed, "notice", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "Notice before a suspension: put it right by 12 December 2026",
    "20 days left. Records of three vehicles are missing", "2026-12-12" },
  { "over", over, NULL },
  { "closing notice", closing_noticed, "closing-notice", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "Notice of closing: object by 1 December 2026",
    "9 days left. If the account is still needed, object and say why", "2026-12-01" },
  { "objected", objected, "closing-notice", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_ACCOUNT,
    "Notice of closing: an objection was made",
    "Made on 22 November 2026; the administrator drops the notice or closes the account",
    "2026-12-01" },
  { "closing", closing, "closing", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_ACCOUNT,
    "Closing was asked for on 22 November 2026",
    "The administrator checks the list again and decides; until then the owner can withdraw it",
    NULL },
  { "closing, decided by me", closing_decided, "closing", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "Closing was asked for on 22 November 2026",
    "Check the list once more, then close the account or refuse", NULL },
  { "closed", closed, "closed", GRAM_WORK_AWARENESS, GRAM_NEWS_ACCOUNT,
    "Closed since 22 November 2026",
    "Everything stays readable; whoever needs an account again sets up a new one", NULL },
  { "verified for 29 days", verified_29, "verification", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "The holder’s verification ends on 21 December 2026",
    "29 days left. Give the administrator new documents in time", "2026-12-21" },
  { "verified for 31 days", verified_31, NULL },
  { "verification over", verification_over, "verification", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "The holder’s verification ended on 1 November 2026",
    "Transfers need one that counts: give the administrator new documents", NULL },
  { "request for me", request_for_me, "request-for-me", GRAM_WORK_TO_DO, GRAM_NEWS_REQUEST, NULL,
    "Prepared by Oliver Grant; lapses on 29 November 2026", "2026-11-29" },
  { "request of mine", request_of_mine, "request-of-mine", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_REQUEST,
    NULL, "You prepared it. May approve: Lena Marsh; lapses on 29 November 2026", "2026-11-29" },
  { "request of others", request_of_others, "request", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_REQUEST,
    NULL, "Prepared by Oliver Grant; lapses on 29 November 2026", "2026-11-29" },
  { "request lapsed", request_lapsed, NULL },
  { "ownership offered", offered, "handover", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_HANDOVER,
    "The ownership is offered to Oliver Grant",
    "Offered by Eleanor Hart; lapses on 6 December 2026", "2026-12-06" },
  { "ownership offered to me", offered_to_me, "handover-for-me", GRAM_WORK_TO_DO,
    GRAM_NEWS_HANDOVER, "The ownership is offered to you",
    "Offered by Eleanor Hart; lapses on 6 December 2026", "2026-12-06" },
  { "invited, not mine to grant", invited, NULL },
  { "invited", invited_by_me, "invitations", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_INVITATION,
    "1 invitation is not used yet", "nora@example.org; lapses on 2 December 2026", "2026-12-02" },
  { "invited two", invited_two, "invitations", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_PEOPLE,
    "2 invitations are not used yet", "The first to lapse: lena@example.org, on 24 November 2026",
    "2026-11-24" },
  { "draft", draft, "application-draft", GRAM_WORK_TO_DO, GRAM_NEWS_APPLICATION,
    "The application for Fleet Average is a draft", "Complete it and submit it", NULL },
  { "draft of others", draft_of_others, "application-draft", GRAM_WORK_IN_PROGRESS,
    GRAM_NEWS_ACCOUNT, "The application for Fleet Average is a draft", "Complete it and submit it",
    NULL },
  { "asked", asked, "application-information", GRAM_WORK_TO_DO, GRAM_NEWS_APPLICATION,
    "The administrator asks for more about the application for Fleet Average",
    "Which bank guarantees the charges?", NULL },
  { "submitted", submitted, "application-submitted", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_ACCOUNT,
    "The application for Fleet Average is submitted",
    "Submitted on 22 November 2026; waits for a decision", NULL },
  { "submitted to me", submitted_to_me, "application-submitted", GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT,
    "The application for Fleet Average is submitted",
    "Submitted on 22 November 2026; waits for a decision", NULL },
  { "approved", approved, "application-approved", GRAM_WORK_AWARENESS, GRAM_NEWS_ACCOUNT,
    "Fleet Average is approved from 1 January 2027", "Until then Pay As You Go goes on",
    "2027-01-01" },
  { "approved already", approved_already, NULL },
  { "information asked until", information_asked_by, "information-asked", GRAM_WORK_TO_DO,
    GRAM_NEWS_DISPUTES, "2 disputes wait for your answer",
    "The first answer is awaited by 4 December 2026", "2026-12-04" },
  { "correction", correction_open, "corrections", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_DISPUTES,
    "2 corrections wait for a decision", "Of records that were accepted", NULL },
  { "dispute decided", dispute_decided, "disputes-decided", GRAM_WORK_AWARENESS, GRAM_NEWS_DISPUTES,
    "2 disputes are decided", "With the reason and what was corrected", NULL },
  { "withdrawn", withdrawn, NULL },
  { "named by another party", named, "trade-names-you", GRAM_WORK_TO_DO, GRAM_NEWS_TRADES,
    "1 notification of another party names this account",
    "Notify yours if it is right: a trade needs both (art. 37(3))", NULL },
  { "named, from the administrator's side", named_administered, "trade-names-you",
    GRAM_WORK_IN_PROGRESS, GRAM_NEWS_TRADES, "1 notification of another party names this account",
    "Notify yours if it is right: a trade needs both (art. 37(3))", NULL },
  { "differing", differing, "trade-differs", GRAM_WORK_TO_DO, GRAM_NEWS_TRADES,
    "2 notifications differ from the other party’s",
    "Agree with the other party on what is right; then one of you changes theirs", NULL },
  { "waiting", waiting, "trade-waiting", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_TRADES,
    "1 notification waits for the other party", "Until it notifies the same, nothing is traded",
    NULL },
  { "matched", matched, "trade-matched", GRAM_WORK_IN_PROGRESS, GRAM_NEWS_TRADES,
    "3 trades wait for the administrator", "Both parties notified the same", NULL },
  { "registered", registered, NULL },
  { "allowances missing", missing, "allowances-missing", GRAM_WORK_TO_DO, GRAM_NEWS_ALLOWANCES,
    "66.5 allowances are missing for 2025",
    "Even with all that is available 66.5 will be missing. Buy, convert or pool until 31 December "
    "2026; else the payment is £5" S "719.00.",
    "2026-12-31" },
  { "allowances missing, too late", missing_too_late, NULL },
  { "allowances missing, no participant", missing_of_nobody, NULL },
  { "allowances to surrender", to_surrender, "allowances-surrender", GRAM_WORK_TO_DO,
    GRAM_NEWS_ALLOWANCES, "Allowances of 2025 are to be surrendered",
    "Surrender 9" S "000 allowances until 31 December 2026. What is left then lapses.",
    "2026-12-31" },
  { "all surrendered", all_surrendered, "allowances-surrendered", GRAM_WORK_AWARENESS,
    GRAM_NEWS_ALLOWANCES, "All that 2025 needs is surrendered",
    "Everything is surrendered. What is left can be traded until the window closes, and lapses "
    "then.",
    "2026-12-31" },
  { "payment due", payment_due, "payment-due", GRAM_WORK_TO_DO, GRAM_NEWS_ALLOWANCES,
    "A payment of £5" S "700.00 for 2025 is due",
    "Pay by 15 December 2026; the payment notice says how, and how to appeal", "2026-12-15" },
  { "payment overdue", payment_overdue, "payment-overdue", GRAM_WORK_TO_DO, GRAM_NEWS_ALLOWANCES,
    "The payment of £5" S "700.00 for 2025 is overdue",
    "It was due by 1 November 2026; the payment notice says how to pay", "2026-11-01" },
  { "payment appealed", payment_appealed, "payment-appealed", GRAM_WORK_IN_PROGRESS,
    GRAM_NEWS_ALLOWANCES, "Payment notice PN-2025-0001 is under appeal",
    "Nothing is collected until the appeal has ended", NULL },
  { "payment made", payment_made, NULL },
};

static void
test_rule (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  World world;
  g_autoptr (GPtrArray) news = NULL;
  const GramNews *told;

  world_set_up (&world);
  rows[i].change (&world);
  news = gram_overview_news (&world.reading);
  g_assert_cmpuint (news->len, ==, rows[i].id != NULL ? 1 : 0);
  if (news->len > 0)
    {
      told = news->pdata[0];
      g_assert_cmpstr (told->id, ==, rows[i].id);
      g_assert_cmpint (told->group, ==, rows[i].group);
      g_assert_cmpint (told->target, ==, rows[i].target);
      if (rows[i].title != NULL)
        g_assert_cmpstr (told->title, ==, rows[i].title);
      g_assert_cmpstr (told->subtitle, ==, rows[i].subtitle);
      g_assert_cmpstr (told->due, ==, rows[i].due);
      g_assert_true (told->due == NULL || told->deadline != NULL);
    }
  world_tear_down (&world);
}

/* The next day first, whatever it is about; at most five. */
static void
test_deadlines (void)
{
  static const char *const expected[]
      = { "2026-11-24", "2026-11-29", "2026-12-01", "2026-12-06", "2026-12-12" };
  World world;
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;

  world_set_up (&world);
  noticed (&world);
  closing_noticed (&world);
  request_for_me (&world);
  offered (&world);
  invited_two (&world);
  approved (&world);
  news = gram_overview_news (&world.reading);
  deadlines = gram_overview_deadlines (news);
  g_assert_cmpuint (deadlines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < deadlines->len; i++)
    g_assert_cmpstr (((const GramNews *)deadlines->pdata[i])->due, ==, expected[i]);
  world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/overview/news/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_rule);
    }
  g_test_add_func ("/overview/deadlines", test_deadlines);

  return g_test_run ();
}
