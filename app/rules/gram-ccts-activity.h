/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Activity (art. 36): sums of millionths, cut once on the participant's total.
 */

/**
 * GRAM_CCTS_SCALE_ACTIVITY:
 *
 * Scale of activity and shortfall: thousandths (art. 36(4)).
 */
#define GRAM_CCTS_SCALE_ACTIVITY 3

/**
 * GRAM_CCTS_THOUSAND:
 *
 * Thousandths in one unit of activity.
 */
#define GRAM_CCTS_THOUSAND 1000

/**
 * GramCctsTotals:
 * @records: vehicle records
 * @cars: NZE cars
 * @cars_unknown: of these, without a CO₂ value: the sums are not complete
 * @cars_zero_emission: cars that meet the zero-emission conditions; none of @cars
 * @co2_micro: sum over NZE cars of the corrected value, else the specific emissions, millionths of g/km
 * @saving_micro: sum of eco-innovation savings of the cars that are not corrected, millionths
 * @saving_corrected_micro: the same of the corrected ones
 *
 * What is kept of the cars of one account, day and set of eco-innovation codes, or a sum of such rows.
 */
typedef struct
{
  gint64 records;
  gint64 cars;
  gint64 cars_unknown;
  gint64 cars_zero_emission;
  gint64 co2_micro;
  gint64 saving_micro;
  gint64 saving_corrected_micro;
} GramCctsTotals;

/**
 * GramCctsActivity:
 * @totals: the sums that it was made from
 * @saving_off_micro: savings that notices of the year before switch off (art. 36(3)(a)–(b)), millionths
 * @cars_off: NZE cars whose savings are off
 * @cars_partly_off: of these, cars with several codes of which only some are off: their saving cannot be split, so that all
 *   of it is off
 * @saving_kept_corrected_micro: savings of corrected cars that are not taken off by the rulebook's setting (question Q4)
 * @saving_taken_micro: savings that are taken off, millionths
 * @exact_micro: the activity before it is cut, millionths
 * @activity: the activity, thousandths (art. 36(4))
 *
 * The activity of a participant with its steps.
 */
typedef struct
{
  GramCctsTotals totals;
  gint64 saving_off_micro;
  gint64 cars_off;
  gint64 cars_partly_off;
  gint64 saving_kept_corrected_micro;
  gint64 saving_taken_micro;
  gint64 exact_micro;
  gint64 activity;
} GramCctsActivity;

/**
 * GramCctsSavingsOff:
 *
 * The eco-innovations whose savings count no more in a scheme year, by the notices of the year before.
 */
typedef struct _GramCctsSavingsOff GramCctsSavingsOff;

/**
 * GramCctsMeasurer:
 *
 * Adds up the rows of one participant: `new`, `add` for each row, `end`.
 */
typedef struct _GramCctsMeasurer GramCctsMeasurer;

/**
 * gram_ccts_eco_code_normalise:
 * @text: (nullable): an eco-innovation code as typed
 *
 * A code in the one way in which it is compared: small letters, no blanks around it. The approval authority (`e13`) in front
 * of a code (`e13 29`) is no part of it.
 *
 * Returns: (transfer full) (nullable): the code, or %NULL if @text holds none or several
 */
char *gram_ccts_eco_code_normalise (const char *text);

/**
 * gram_ccts_notice_bites:
 * @rules: the rules
 * @given_on: day on which a notice under Art. 12(2)(b) of Regulation 725/2011 was given
 * @year: a scheme year
 *
 * A notice counts for the scheme year after the one it was given in (art. 36(3)(b)), and no longer unless the rulebook says so
 * (question Q5). Nothing can switch a saving off in the first scheme year.
 *
 * Returns: %TRUE if the notice switches the savings off in @year
 */
gboolean gram_ccts_notice_bites (const GramCctsRules *rules, GramDate given_on, int year);

/**
 * gram_ccts_savings_off_new:
 * @rules: the rules
 * @year: scheme year that is measured
 *
 * Returns: (transfer full): an empty set
 */
GramCctsSavingsOff *gram_ccts_savings_off_new (const GramCctsRules *rules, int year);

/**
 * gram_ccts_savings_off_free:
 * @self: (nullable): a set
 *
 * Frees a set.
 */
void gram_ccts_savings_off_free (GramCctsSavingsOff *self);

/**
 * gram_ccts_savings_off_add:
 * @self: a set
 * @code: code of a notice that is not withdrawn
 * @given_on: when it was given
 *
 * Takes a notice; one that does not count for the year changes nothing.
 *
 * Returns: %TRUE if it counts
 */
gboolean gram_ccts_savings_off_add (GramCctsSavingsOff *self, const char *code, GramDate given_on);

/**
 * gram_ccts_savings_off_match:
 * @self: a set
 * @eco_codes: (nullable): codes of a car, parted by blanks, commas or semicolons
 * @partly: (out) (optional): the car names other codes, too, that are not off
 *
 * Returns: %TRUE if a code of the car is off, and so its whole saving
 */
gboolean gram_ccts_savings_off_match (const GramCctsSavingsOff *self,
                                      const char *eco_codes,
                                      gboolean *partly);

/**
 * gram_ccts_measurer_new:
 * @off: what is off; it has to outlive the measurer
 *
 * Returns: (transfer full): a measurer without rows
 */
GramCctsMeasurer *gram_ccts_measurer_new (const GramCctsSavingsOff *off);

/**
 * gram_ccts_measurer_free:
 * @self: (nullable): a measurer
 *
 * Frees a measurer.
 */
void gram_ccts_measurer_free (GramCctsMeasurer *self);

/**
 * gram_ccts_measurer_add:
 * @self: a measurer
 * @eco_codes: (nullable): codes that the cars of the row have
 * @totals: sums of the row
 *
 * Adds a row. A sum that does not fit is told by gram_ccts_measurer_end().
 */
void gram_ccts_measurer_add (GramCctsMeasurer *self,
                             const char *eco_codes,
                             const GramCctsTotals *totals);

/**
 * gram_ccts_measurer_end:
 * @self: a measurer
 * @activity: (out caller-allocates): the activity of all rows
 * @refusal: (out) (optional): `activity.too-large`, `activity.negative`
 *
 * The activity (art. 36): specific emissions, corrected where a correction exists, less savings that are not off; the total,
 * and only the total, is cut to three decimals as the rulebook says (question Q2).
 *
 * Returns: %FALSE with a refusal if there is none; @activity is then untouched
 */
gboolean gram_ccts_measurer_end (const GramCctsMeasurer *self,
                                 GramCctsActivity *activity,
                                 GramRefusal **refusal);

/**
 * gram_ccts_totals_add:
 * @self: sums
 * @other: sums to add, for example of another member of a pool
 *
 * Returns: %FALSE if one of them does not fit; @self is then untouched
 */
gboolean
gram_ccts_totals_add (GramCctsTotals *self, const GramCctsTotals *other) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCctsSavingsOff, gram_ccts_savings_off_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCctsMeasurer, gram_ccts_measurer_free)

G_END_DECLS
