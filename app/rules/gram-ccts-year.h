/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts.h"

G_BEGIN_DECLS

/*
 * A scheme year of the CCTS: where it stands, what is missing to go on, and what can be done in it. The state follows from what
 * was done and from the date; nothing of it is kept.
 */

/**
 * GramCctsYearState:
 * @GRAM_CCTS_YEAR_COLLECTING: cars are registered, or were and are not measured yet
 * @GRAM_CCTS_YEAR_MEASURED: participants and their activity stand; allowances are not allocated yet
 * @GRAM_CCTS_YEAR_ALLOCATED: allowances are allocated; the trading window is yet to open
 * @GRAM_CCTS_YEAR_WINDOW_OPEN: the trading window is open
 * @GRAM_CCTS_YEAR_WINDOW_CLOSED: it is over; nothing is traded, converted or surrendered any more
 * @GRAM_CCTS_YEAR_ACCOUNTED: shortfalls stand; payment notices are missing
 * @GRAM_CCTS_YEAR_NOTICES: every payment notice is given, or none was needed
 * @GRAM_CCTS_YEAR_CLOSED: the rest has lapsed and the books are balanced
 *
 * State of a scheme year. Vocabulary `year-state`.
 */
typedef enum
{
  GRAM_CCTS_YEAR_COLLECTING = 1,
  GRAM_CCTS_YEAR_MEASURED,
  GRAM_CCTS_YEAR_ALLOCATED,
  GRAM_CCTS_YEAR_WINDOW_OPEN,
  GRAM_CCTS_YEAR_WINDOW_CLOSED,
  GRAM_CCTS_YEAR_ACCOUNTED,
  GRAM_CCTS_YEAR_NOTICES,
  GRAM_CCTS_YEAR_CLOSED,
} GramCctsYearState;

/**
 * GRAM_CCTS_YEAR_STATE_N:
 *
 * How many states there are.
 */
#define GRAM_CCTS_YEAR_STATE_N GRAM_CCTS_YEAR_CLOSED

/**
 * GramCctsYearVerb:
 * @GRAM_CCTS_YEAR_MEASURE: take N and activity of every participant (art. 32, art. 36)
 * @GRAM_CCTS_YEAR_ALLOCATE: post allowances, or the difference to those posted (art. 34)
 * @GRAM_CCTS_YEAR_ACCOUNT: take the shortfall of every participant (art. 39(1)–(3))
 * @GRAM_CCTS_YEAR_ISSUE_NOTICE: give a payment notice (art. 39(4))
 * @GRAM_CCTS_YEAR_CLOSE: let the rest lapse (art. 40(b)) and balance the books
 * @GRAM_CCTS_YEAR_PUBLISH: make what is published (art. 80)
 *
 * What the administrator does with a year. Vocabulary `year-verb`.
 */
typedef enum
{
  GRAM_CCTS_YEAR_MEASURE = 1,
  GRAM_CCTS_YEAR_ALLOCATE,
  GRAM_CCTS_YEAR_ACCOUNT,
  GRAM_CCTS_YEAR_ISSUE_NOTICE,
  GRAM_CCTS_YEAR_CLOSE,
  GRAM_CCTS_YEAR_PUBLISH,
} GramCctsYearVerb;

/**
 * GramCctsYearNeed:
 * @GRAM_CCTS_YEAR_NOT_OVER: the scheme year is not over: what is measured would change
 * @GRAM_CCTS_YEAR_CARS_WITHOUT_CO2: cars without a CO₂ value
 * @GRAM_CCTS_YEAR_POOLS_UNDECIDED: applications of pools for the year are not decided
 * @GRAM_CCTS_YEAR_NOT_MEASURED: it is not measured
 * @GRAM_CCTS_YEAR_CHANGED: cars have changed since it was measured
 * @GRAM_CCTS_YEAR_BASELINES_MISSING: participants without a baseline
 * @GRAM_CCTS_YEAR_NOT_ALLOCATED: nothing is allocated
 * @GRAM_CCTS_YEAR_ALLOCATION_DIFFERS: what is allocated is not what follows from cars and baselines
 * @GRAM_CCTS_YEAR_WINDOW_NOT_OVER: the trading window is not over
 * @GRAM_CCTS_YEAR_NOTIFICATIONS_LIVE: notifications that wait or differ
 * @GRAM_CCTS_YEAR_TRADES_MATCHED: matched trades that nobody has registered or refused
 * @GRAM_CCTS_YEAR_NOT_ACCOUNTED: shortfalls are not taken, or allowances moved since
 * @GRAM_CCTS_YEAR_NOTICES_MISSING: payments without a payment notice
 * @GRAM_CCTS_YEAR_NOT_PUBLISHED: nothing is published
 *
 * What can be missing for a year to go on. Vocabulary `year-need`, flags.
 */
typedef enum
{
  GRAM_CCTS_YEAR_NOT_OVER = 1 << 0,
  GRAM_CCTS_YEAR_CARS_WITHOUT_CO2 = 1 << 1,
  GRAM_CCTS_YEAR_POOLS_UNDECIDED = 1 << 2,
  GRAM_CCTS_YEAR_NOT_MEASURED = 1 << 3,
  GRAM_CCTS_YEAR_CHANGED = 1 << 4,
  GRAM_CCTS_YEAR_BASELINES_MISSING = 1 << 5,
  GRAM_CCTS_YEAR_NOT_ALLOCATED = 1 << 6,
  GRAM_CCTS_YEAR_ALLOCATION_DIFFERS = 1 << 7,
  GRAM_CCTS_YEAR_WINDOW_NOT_OVER = 1 << 8,
  GRAM_CCTS_YEAR_NOTIFICATIONS_LIVE = 1 << 9,
  GRAM_CCTS_YEAR_TRADES_MATCHED = 1 << 10,
  GRAM_CCTS_YEAR_NOT_ACCOUNTED = 1 << 11,
  GRAM_CCTS_YEAR_NOTICES_MISSING = 1 << 12,
  GRAM_CCTS_YEAR_NOT_PUBLISHED = 1 << 13,
} GramCctsYearNeed;

/**
 * GramCctsYearFacts:
 * @year: scheme year
 * @measured: it was measured
 * @allocated: an allocation was posted
 * @accounted: shortfalls were taken
 * @closed: it is closed
 * @published: it was published
 * @participants: participants by the last measuring; by the live figures before it
 * @cars_unknown: NZE cars without a CO₂ value
 * @pools_undecided: pools of the year whose application is not decided
 * @changed: participants, or accounts that became or ceased to be ones, whose live figures differ from the last measuring
 * @baselines_missing: participants without a baseline
 * @allocations_differ: accounts whose allocation is not what measuring and baseline give
 * @notifications: notifications that wait or differ
 * @trades_matched: trades that are matched and undecided
 * @accounts_differ: accounted already: participants whose activity or surrendered allowances are other than accounted
 * @notices_missing: accounted already: payments without a notice
 *
 * What the state of a year and the missing things are made from.
 */
typedef struct
{
  int year;
  gboolean measured;
  gboolean allocated;
  gboolean accounted;
  gboolean closed;
  gboolean published;
  gint64 participants;
  gint64 cars_unknown;
  gint64 pools_undecided;
  gint64 changed;
  gint64 baselines_missing;
  gint64 allocations_differ;
  gint64 notifications;
  gint64 trades_matched;
  gint64 accounts_differ;
  gint64 notices_missing;
} GramCctsYearFacts;

/**
 * GramCctsYearLine:
 * @need: what is missing
 * @count: how many; 0 where there is nothing to count
 * @sentence: translated sentence: what is missing and what to do
 * @article: (transfer none): its article
 * @blocks: the next step is refused as long as it is missing; else it only says what a person should know first
 * @verb: the command that mends it, 0 if none does
 *
 * A line of what is missing.
 */
typedef struct
{
  GramCctsYearNeed need;
  gint64 count;
  char *sentence;
  const char *article;
  gboolean blocks;
  GramCctsYearVerb verb;
} GramCctsYearLine;

/**
 * gram_ccts_year_state:
 * @rules: the rules
 * @facts: the facts
 * @today: today
 *
 * Returns: where the year stands
 */
GramCctsYearState
gram_ccts_year_state (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today);

/**
 * gram_ccts_year_state_title:
 * @state: a state
 *
 * Returns: (transfer none): translated, for example “Window Open”
 */
const char *gram_ccts_year_state_title (GramCctsYearState state);

/**
 * gram_ccts_year_verb_title:
 * @verb: a verb
 *
 * Returns: (transfer none): translated, for example “Measure”
 */
const char *gram_ccts_year_verb_title (GramCctsYearVerb verb);

/**
 * gram_ccts_year_next:
 * @state: a state
 *
 * Returns: what comes next in it, 0 if nothing but time does
 */
GramCctsYearVerb gram_ccts_year_next (GramCctsYearState state);

/**
 * gram_ccts_year_line_free:
 * @self: (nullable): a line
 *
 * Frees a line.
 */
void gram_ccts_year_line_free (GramCctsYearLine *self);

/**
 * gram_ccts_year_missing:
 * @rules: the rules
 * @facts: the facts
 * @today: today
 *
 * What is missing for the year to go on, in the order of the year; what can only be missing later is not listed yet.
 *
 * Returns: (transfer full) (element-type GramCctsYearLine): the lines, none if the next step can be taken
 */
GPtrArray *
gram_ccts_year_missing (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today);

/**
 * gram_ccts_year_can:
 * @rules: the rules
 * @facts: the facts
 * @today: today
 * @verb: what somebody wants to do
 * @refusal: (out) (optional): `year.none`, or `year.` and the word of the need that is missing, such as `year.not-measured`, or
 *   `year.closed`
 *
 * The table verb × state, and what blocks each verb. Measuring and allocating can be done again at any time before the year is
 * closed, accounting as well: the last one counts.
 *
 * Returns: %TRUE if @verb can be done
 */
gboolean gram_ccts_year_can (const GramCctsRules *rules,
                             const GramCctsYearFacts *facts,
                             GramDate today,
                             GramCctsYearVerb verb,
                             GramRefusal **refusal);

/**
 * gram_ccts_year_allows:
 * @rules: the rules
 * @facts: (nullable): the facts; only @measured and @closed are looked at. %NULL: nothing was done about the year yet
 * @year: scheme year
 * @act: what a participant wants to do with the allowances of the year
 * @today: today
 * @refusal: (out) (optional): as gram_ccts_check_act(), `year.closed`, `year.not-measured`
 *
 * Returns: %TRUE if @act is in time and the year is measured
 */
gboolean gram_ccts_year_allows (const GramCctsRules *rules,
                                const GramCctsYearFacts *facts,
                                gint64 year,
                                GramCctsAct act,
                                GramDate today,
                                GramRefusal **refusal);

/**
 * gram_ccts_year_check_balance:
 * @year: scheme year
 * @allocated: allowances allocated in all
 * @acquired: acquired under art. 35
 * @surrendered: surrendered
 * @converted: converted under art. 23
 * @lapsed: lapsed
 * @refusal: (out) (optional): `year.does-not-balance`; the sentence names the difference
 *
 * For each vintage: allocated + acquired = surrendered + converted + lapsed, or the year does not close.
 *
 * Returns: %TRUE if both sides are equal
 */
gboolean gram_ccts_year_check_balance (int year,
                                       gint64 allocated,
                                       gint64 acquired,
                                       gint64 surrendered,
                                       gint64 converted,
                                       gint64 lapsed,
                                       GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCctsYearLine, gram_ccts_year_line_free)

G_END_DECLS
