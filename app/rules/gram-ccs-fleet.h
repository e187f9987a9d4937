/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-charge.h"

G_BEGIN_DECLS

/*
 * Fleet Average (LTA 1998 s 177 to s 179; CCS facts §3, §6, §7): the position of an obligation year, its settlement, and a shortfall
 * that is borrowed from the next year. Grams and credits are hundredths of a gram, money NZ cents.
 */

/**
 * GramFleetCarried:
 * @grams: grams borrowed from the year before; 0: none
 * @value: cents that they stand for
 * @rate: NZ cents for each gram, of the year that they are from
 *
 * A shortfall that was borrowed.
 */
typedef struct
{
  gint64 grams;
  gint64 value;
  gint64 rate;
} GramFleetCarried;

/**
 * GramFleetFacts:
 * @year: obligation year
 * @kind: %GRAM_ACCOUNT_CCS_USED or %GRAM_ACCOUNT_CCS_NEW
 * @vehicles: vehicles accepted in the year under Fleet Average
 * @net: plain sum of their differences, hundredths: above 0 credits, below 0 grams over
 * @carried: what was borrowed from the year before
 *
 * What the position of a year follows from, besides the rulebook.
 */
typedef struct
{
  int year;
  GramAccountKind kind;
  gint64 vehicles;
  gint64 net;
  GramFleetCarried carried;
} GramFleetFacts;

/**
 * GramFleetPosition:
 * @net: plain sum of the differences
 * @average_micro: it divided by the number of vehicles, millionths of a gram, half up; for display only (CCS facts §6)
 * @carried_met: of what was borrowed: made good by this year's net
 * @carried_rest: of it: not made good
 * @carried_amount: cents for @carried_rest at the rate of the year that it is from
 * @credits: credits earned: what of a net above 0 is left after @carried_met
 * @grams: grams over: of a net below 0
 * @rate: NZ cents for each gram of this year
 * @amount: cents for @grams
 * @verified: the rate was read in its source
 *
 * Where a year stands.
 */
typedef struct
{
  gint64 net;
  gint64 average_micro;
  gint64 carried_met;
  gint64 carried_rest;
  gint64 carried_amount;
  gint64 credits;
  gint64 grams;
  gint64 rate;
  gint64 amount;
  gboolean verified;
} GramFleetPosition;

/**
 * GramFleetDifference:
 * @credits_new: credits that are earned now and were not posted
 * @credits_back: credits that were posted and are not earned any more
 * @grams_new: grams over that are charged now
 * @amount_new: cents for them; both amounts together are the amount of all grams, to the cent
 * @grams_back: grams over that were charged and are to be taken back
 * @amount_back: cents of them
 * @carried_grams_new: grams borrowed that are charged now, as they are not made good
 * @carried_amount_new: cents for them
 * @carried_grams_back: grams borrowed that were charged and are made good now
 * @carried_amount_back: cents of them
 * @changes: there is anything to post
 *
 * What a settlement posts, besides what an earlier one has. Of each pair one is 0.
 */
typedef struct
{
  gint64 credits_new;
  gint64 credits_back;
  gint64 grams_new;
  gint64 amount_new;
  gint64 grams_back;
  gint64 amount_back;
  gint64 carried_grams_new;
  gint64 carried_amount_new;
  gint64 carried_grams_back;
  gint64 carried_amount_back;
  gboolean changes;
} GramFleetDifference;

/**
 * GramFleetState:
 * @GRAM_FLEET_GROWING: the year runs
 * @GRAM_FLEET_OVER: it is over, or may be settled early, and is not settled
 * @GRAM_FLEET_INVOICED: it is settled; something is outstanding
 * @GRAM_FLEET_OVERDUE: something is outstanding, and the last day to pay is over
 * @GRAM_FLEET_SETTLED: nothing is outstanding
 *
 * Where a Fleet Average year stands. It follows from facts and the day. Vocabulary `fleet-state`, flags.
 */
typedef enum
{
  GRAM_FLEET_GROWING = 1 << 0,
  GRAM_FLEET_OVER = 1 << 1,
  GRAM_FLEET_INVOICED = 1 << 2,
  GRAM_FLEET_OVERDUE = 1 << 3,
  GRAM_FLEET_SETTLED = 1 << 4,
} GramFleetState;

/**
 * GRAM_FLEET_ALL_STATES:
 *
 * Every state.
 */
#define GRAM_FLEET_ALL_STATES ((1u << 5) - 1)

/**
 * GramFleetNeed:
 * @GRAM_FLEET_NOT_OVER: the year runs: what is settled would change
 * @GRAM_FLEET_NOT_SETTLED: it is over, or may be settled early, and is not settled
 * @GRAM_FLEET_CHANGED: vehicles were corrected since it was settled
 * @GRAM_FLEET_OUTSTANDING: charges of it are outstanding
 * @GRAM_FLEET_BORROWING_ASKED: a borrowing waits for its decision
 *
 * What is missing for a year to be done. Vocabulary `fleet-need`, flags.
 */
typedef enum
{
  GRAM_FLEET_NOT_OVER = 1 << 0,
  GRAM_FLEET_NOT_SETTLED = 1 << 1,
  GRAM_FLEET_CHANGED = 1 << 2,
  GRAM_FLEET_OUTSTANDING = 1 << 3,
  GRAM_FLEET_BORROWING_ASKED = 1 << 4,
} GramFleetNeed;

/**
 * GramFleetYearFacts:
 * @year: obligation year
 * @early: though it runs it may be settled: its approval has ended, or its account is being closed
 * @settled: it was settled at least once
 * @differs: the position is not what was settled
 * @outstanding: cents outstanding on its charges
 * @due_on: the last day to pay of the oldest of them; %GRAM_DATE_NONE without one
 * @borrowing_asked: a borrowing of one of its charges is not decided
 *
 * What the state of a year follows from.
 */
typedef struct
{
  int year;
  gboolean early;
  gboolean settled;
  gboolean differs;
  gint64 outstanding;
  GramDate due_on;
  gboolean borrowing_asked;
} GramFleetYearFacts;

/**
 * GramBorrowingFacts:
 * @kind: what the charge is of
 * @charge: the charge
 * @live: borrowings of the charge that are asked for, approved or settled
 * @fleet_average_next: the account is under Fleet Average in the next year, too
 * @next_settled: the next year was settled already
 *
 * What decides whether a charge can be carried into the next year.
 */
typedef struct
{
  GramChargeKind kind;
  GramCcsCharge charge;
  guint live;
  gboolean fleet_average_next;
  gboolean next_settled;
} GramBorrowingFacts;

/**
 * GramBorrowingVerb:
 * @GRAM_BORROWING_APPROVE: the administrator approves it
 * @GRAM_BORROWING_DECLINE: the administrator declines it
 * @GRAM_BORROWING_WITHDRAW: the holder withdraws it
 * @GRAM_BORROWING_SETTLE: the next year makes it good, or charges what it does not
 *
 * What happens to a borrowing. Vocabulary `borrowing-verb`.
 */
typedef enum
{
  GRAM_BORROWING_APPROVE = 1,
  GRAM_BORROWING_DECLINE,
  GRAM_BORROWING_WITHDRAW,
  GRAM_BORROWING_SETTLE,
} GramBorrowingVerb;

/**
 * gram_fleet_position:
 * @rulebook: a rulebook of the Clean Car Standard
 * @facts: the facts
 * @position: (out caller-allocates): the position
 * @refusal: (out) (optional): `ccs.year-unknown`, `ccs.figure-too-large`
 *
 * Where a year stands (CCS facts §6, §15 rows 15, 16 and 18 to 20). What was borrowed is made good first.
 *
 * Returns: %FALSE if refused; @position is then untouched
 */
gboolean gram_fleet_position (const GramRulebook *rulebook,
                              const GramFleetFacts *facts,
                              GramFleetPosition *position,
                              GramRefusal **refusal);

/**
 * gram_fleet_difference:
 * @before: (nullable): the position that was settled last; %NULL: none
 * @now: the position
 * @difference: (out caller-allocates): what is to be posted
 *
 * What a settlement posts: only the difference to the one before.
 */
void gram_fleet_difference (const GramFleetPosition *before,
                            const GramFleetPosition *now,
                            GramFleetDifference *difference);

/**
 * gram_fleet_year_state:
 * @facts: the facts
 * @today: today
 *
 * Returns: where the year stands
 */
GramFleetState gram_fleet_year_state (const GramFleetYearFacts *facts, GramDate today);

/**
 * gram_fleet_year_missing:
 * @facts: the facts
 * @today: today
 *
 * Returns: #GramFleetNeed flags of what is missing for the year to be done; 0 if nothing is
 */
guint gram_fleet_year_missing (const GramFleetYearFacts *facts, GramDate today);

/**
 * gram_fleet_year_can_settle:
 * @facts: the facts
 * @today: today
 * @refusal: (out) (optional): `fleet-year.not-over`, `fleet-year.unchanged`
 *
 * A year is settled once it is over, or early, and again whenever its position is not what was settled.
 *
 * Returns: %TRUE if it can be settled
 */
gboolean
gram_fleet_year_can_settle (const GramFleetYearFacts *facts, GramDate today, GramRefusal **refusal);

/**
 * gram_fleet_state_title:
 * @state: a state
 *
 * Returns: (transfer none): translated, for example “Invoiced”
 */
const char *gram_fleet_state_title (GramFleetState state);

/**
 * gram_fleet_need_title:
 * @need: one need
 *
 * Returns: (transfer none): translated sentence of what is missing, and what to do
 */
const char *gram_fleet_need_title (GramFleetNeed need);

/**
 * gram_borrowing_check:
 * @rules: rules of the Clean Car Standard
 * @facts: the facts
 * @refusal: (out) (optional): `borrowing.kind`, `borrowing.again`, `borrowing.nothing-outstanding`, `borrowing.not-fleet-average`,
 *   `borrowing.next-settled`, `borrowing.none` (the rulebook lets nobody borrow)
 *
 * Whether a charge can be carried into the next year (LTA 1998 s 179): a charge of a Fleet Average year, once, before the next year
 * is settled.
 *
 * Returns: %TRUE if it can
 */
gboolean gram_borrowing_check (const GramCcsRules *rules,
                               const GramBorrowingFacts *facts,
                               GramRefusal **refusal);

/**
 * gram_borrowing_check_text:
 * @text: (nullable): why somebody asks, or what the decision says
 * @reason: (out): it without blanks around it
 * @refusal: (out) (optional): `borrowing.reason`
 *
 * Returns: %FALSE if there is no reason, or one that cannot be shown or is too long
 */
gboolean gram_borrowing_check_text (const char *text, char **reason, GramRefusal **refusal);

/**
 * gram_borrowing_carries:
 * @rules: rules of the Clean Car Standard
 * @charge: the charge
 * @carried: (out caller-allocates): what is carried
 *
 * The whole outstanding amount is carried. Its grams are those that neither credits nor corrections took; if money paid a part,
 * the amount divided by the rate, half up.
 */
void gram_borrowing_carries (const GramCcsRules *rules,
                             const GramCcsCharge *charge,
                             GramFleetCarried *carried);

/**
 * gram_borrowing_move:
 * @from: state of the borrowing
 * @verb: what somebody wants to do
 * @to: (out) (optional): the state that it leads to
 * @refusal: (out) (optional): `borrowing.state`
 *
 * Returns: %FALSE if the state does not let it
 */
gboolean gram_borrowing_move (GramBorrowingState from,
                              GramBorrowingVerb verb,
                              GramBorrowingState *to,
                              GramRefusal **refusal);

G_END_DECLS
