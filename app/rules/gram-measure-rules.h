/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-rules.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/*
 * Suspension (CCS s 192) and block (art. 93). Days are counted in the scheme's own zone; the day on which a notice is given is
 * day 0, and the last day of anything belongs to it.
 */

/**
 * gram_suspension_latest_end:
 * @rules: the account rules in force
 * @first: first day of the suspension
 *
 * The latest last day that a suspension can have: @suspension_max_years from @first on, at most 5 years (s 192). From
 * 22 November 2026 on that is 21 November 2031.
 *
 * Returns: the day
 */
GramDate gram_suspension_latest_end (const GramAccountRules *rules, GramDate first);

/**
 * gram_suspension_check_until:
 * @rules: the account rules in force
 * @today: first day of the suspension
 * @until: its last day
 * @refusal: (out) (optional): `measure.until-past` or `measure.too-long`
 *
 * Returns: %TRUE if a suspension can run until @until
 */
gboolean gram_suspension_check_until (const GramAccountRules *rules,
                                      GramDate today,
                                      GramDate until,
                                      GramRefusal **refusal);

/**
 * gram_suspension_check_ground:
 * @ground: what the suspension rests on
 * @remedy_by: last day to remedy of the written notice, %GRAM_DATE_NONE if none was given
 * @today: today
 * @refusal: (out) (optional): `measure.notice-missing`, `measure.remedy-running` or `measure.ground`
 *
 * A failure to comply needs a written notice and time to put it right, a conviction needs neither (s 192).
 *
 * Returns: %TRUE if the account can be suspended today
 */
gboolean gram_suspension_check_ground (GramMeasureGround ground,
                                       GramDate remedy_by,
                                       GramDate today,
                                       GramRefusal **refusal);

/**
 * gram_remedy_earliest:
 * @rules: the account rules in force
 * @today: day on which the notice is given
 *
 * Returns: the earliest last day to remedy that a notice can name
 */
GramDate gram_remedy_earliest (const GramAccountRules *rules, GramDate today);

/**
 * gram_remedy_check:
 * @rules: the account rules in force
 * @today: day on which the notice is given
 * @remedy_by: last day to remedy
 * @refusal: (out) (optional): `measure.remedy-too-short`
 *
 * Returns: %TRUE if the notice leaves enough time (s 192)
 */
gboolean gram_remedy_check (const GramAccountRules *rules,
                            GramDate today,
                            GramDate remedy_by,
                            GramRefusal **refusal);

/**
 * gram_block_check_until:
 * @today: first day of the block
 * @until: its last day, %GRAM_DATE_NONE if it lasts until it is lifted
 * @refusal: (out) (optional): `measure.until-past`
 *
 * Returns: %TRUE if a block can run until @until; the Order sets no longest time (art. 93)
 */
gboolean gram_block_check_until (GramDate today, GramDate until, GramRefusal **refusal);

/**
 * gram_measure_is_over:
 * @until: last day of a suspension or block, %GRAM_DATE_NONE if it lasts until it is lifted
 * @today: today
 *
 * Returns: %TRUE from the day after @until on
 */
gboolean gram_measure_is_over (GramDate until, GramDate today);

G_END_DECLS
