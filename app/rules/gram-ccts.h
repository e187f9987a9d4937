/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * The CCTS: who takes part, when, and how much is allocated (articles 31 to 34, 37(1), 38(1)). Activity is in
 * gram-ccts-activity.h, conversion in gram-ccts-conversion.h, surrender and payment in gram-ccts-settlement.h.
 * Days are days in Europe/London.
 */

/**
 * GramCctsAllocation:
 * @cars: N, NZE cars
 * @baseline_micro: B, millionths of g/km
 * @product_micro: N × B unrounded, millionths
 * @allowances: what is allocated, whole
 * @tie: the product ends in exactly one half, so that the rulebook's rounding of ties decided (question Q1)
 *
 * An allocation with its steps (art. 34).
 */
typedef struct
{
  gint64 cars;
  gint64 baseline_micro;
  gint64 product_micro;
  gint64 allowances;
  gboolean tie;
} GramCctsAllocation;

/**
 * GramCctsAct:
 * @GRAM_CCTS_ACT_TRADE: trade with another participant (art. 37)
 * @GRAM_CCTS_ACT_CONVERT: CRTS allowances into CCTS allowances (art. 35)
 * @GRAM_CCTS_ACT_CONVERT_TO_CRTS: CCTS allowances into CRTS credits (art. 23)
 * @GRAM_CCTS_ACT_SURRENDER: surrender (art. 38)
 *
 * What participants do with the allowances of a year.
 */
typedef enum
{
  GRAM_CCTS_ACT_TRADE = 1,
  GRAM_CCTS_ACT_CONVERT,
  GRAM_CCTS_ACT_CONVERT_TO_CRTS,
  GRAM_CCTS_ACT_SURRENDER,
} GramCctsAct;

/**
 * gram_ccts_is_participant:
 * @rules: the rules
 * @cars: NZE cars of a manufacturer, or of all members of a granted pool, registered during a scheme year
 *
 * More than 999 make a participant (art. 32).
 *
 * Returns: %TRUE if so many cars do
 */
gboolean gram_ccts_is_participant (const GramCctsRules *rules, gint64 cars);

/**
 * gram_ccts_baseline_parse:
 * @rules: the rules
 * @text: (nullable): a baseline as typed, with `.` as its separator
 * @baseline_micro: (out): B, millionths of g/km
 * @refusal: (out) (optional): `baseline.value`
 *
 * Reads a baseline exactly; more decimals than the rulebook takes are refused, never rounded (Schedule 1).
 *
 * Returns: %FALSE with a refusal if @text is no baseline
 */
gboolean gram_ccts_baseline_parse (const GramCctsRules *rules,
                                   const char *text,
                                   gint64 *baseline_micro,
                                   GramRefusal **refusal);

/**
 * gram_ccts_allocation:
 * @rules: the rules
 * @cars: N, NZE cars
 * @baseline_micro: B, millionths of g/km
 * @allocation: (out caller-allocates): the allocation
 * @refusal: (out) (optional): `allocation.no-participant` (art. 32), `allocation.too-large`
 *
 * Allowances = N × B, rounded to the nearest whole number as the rulebook rounds ties (art. 34).
 *
 * Returns: %FALSE with a refusal if nothing is allocated; @allocation is then untouched
 */
gboolean gram_ccts_allocation (const GramCctsRules *rules,
                               gint64 cars,
                               gint64 baseline_micro,
                               GramCctsAllocation *allocation,
                               GramRefusal **refusal);

/**
 * gram_ccts_year_check:
 * @rules: the rules
 * @year: a scheme year
 * @refusal: (out) (optional): `year.none`
 *
 * Returns: %TRUE if the trading period has days in @year (art. 31(1))
 */
gboolean gram_ccts_year_check (const GramCctsRules *rules, gint64 year, GramRefusal **refusal);

/**
 * gram_ccts_year_range:
 * @rules: the rules
 * @year: a scheme year
 *
 * The days of a scheme year: those of the calendar year that lie in the trading period, for 2024 from 3 January on.
 *
 * Returns: the days; both are %GRAM_DATE_NONE if the trading period has none in @year
 */
GramDateRange gram_ccts_year_range (const GramCctsRules *rules, int year);

/**
 * gram_ccts_window:
 * @rules: the rules
 * @year: a scheme year
 *
 * Returns: the days of its trading window, 1 November to 31 December of the following year
 */
GramDateRange gram_ccts_window (const GramCctsRules *rules, int year);

/**
 * gram_ccts_last_surrender_day:
 * @rules: the rules
 * @year: a scheme year
 *
 * Returns: the last day on which allowances of @year are surrendered (art. 38(1))
 */
GramDate gram_ccts_last_surrender_day (const GramCctsRules *rules, int year);

/**
 * gram_ccts_check_act:
 * @rules: the rules
 * @year: a scheme year
 * @act: what somebody wants to do with its allowances
 * @today: today
 * @refusal: (out) (optional): `year.none`, `window.not-open` (before and after the window), `surrender.too-late`
 *
 * Trades and conversions need an open trading window (art. 35(2)(a), art. 37(1)); surrender may come before it and ends with
 * it (art. 38(1)). That the year is measured is gram_ccts_year_allows() of gram-ccts-year.h.
 *
 * Returns: %TRUE if @act is in time
 */
gboolean gram_ccts_check_act (const GramCctsRules *rules,
                              gint64 year,
                              GramCctsAct act,
                              GramDate today,
                              GramRefusal **refusal);

/**
 * gram_ccts_allocate_by:
 * @rules: the rules
 * @year: a scheme year
 *
 * Returns: the day by which allowances are to be allocated; the Order sets none (question Q13), so that nothing is refused
 *   after it
 */
GramDate gram_ccts_allocate_by (const GramCctsRules *rules, int year);

/**
 * gram_ccts_publish_on:
 * @rules: the rules
 * @year: a scheme year
 *
 * Returns: the day by which the administrator publishes the final information, 15 March two years after (art. 80(1))
 */
GramDate gram_ccts_publish_on (const GramCctsRules *rules, int year);

/**
 * gram_ccts_apply_by:
 * @rules: the rules
 * @year: a scheme year
 *
 * Returns: the day by which pools apply; inferred (Schedule 4), so that nothing is refused after it
 */
GramDate gram_ccts_apply_by (const GramCctsRules *rules, int year);

G_END_DECLS
