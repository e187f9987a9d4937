/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/**
 * GramCcsFacts:
 * @year: obligation year that decides target and rate: the year of acceptance in New Zealand (CCS facts §4.3)
 * @kind: %GRAM_ACCOUNT_CCS_USED or %GRAM_ACCOUNT_CCS_NEW
 * @fleet_average: Fleet Average rather than Pay As You Go
 * @type: `A` or `B`
 * @mass_kg: tare weight, kg
 * @co2_micro: CO₂ value, millionths of g/km
 *
 * What target, difference and amount of a vehicle depend on, besides the rulebook.
 */
typedef struct
{
  int year;
  GramAccountKind kind;
  gboolean fleet_average;
  char type;
  int mass_kg;
  gint64 co2_micro;
} GramCcsFacts;

/**
 * GramCcsFigure:
 * @year: the year whose rules were taken
 * @annual_target_micro: annual target of the type, millionths of g/km
 * @slope_micro: slope, millionths of g/km per kg; 0 where no weight was taken
 * @mean_weight_kg: mean weight, kg
 * @weight_taken_kg: the weight that was taken: the vehicle's, or the mean one in a year without published weights
 * @exact_target_micro: the target before rounding, millionths of g/km
 * @target: the target as shown, hundredths of a gram; never below 0
 * @value: the CO₂ value as shown, hundredths of a gram
 * @difference: @target - @value, hundredths of a gram: positive is a credit, negative a charge
 * @credit: credit, hundredths of a gram; 0 if there is none
 * @charge: grams over target, hundredths of a gram; 0 if there are none
 * @rate_cents: NZ cents for each gram over target
 * @amount_cents: @charge at that rate, NZ cents. Under Fleet Average for information: the year is settled as a whole
 * @verified: target and rate were both read in their sources
 *
 * Where a vehicle stands against its target, with every step that led there.
 */
typedef struct
{
  int year;
  gint64 annual_target_micro;
  gint64 slope_micro;
  int mean_weight_kg;
  int weight_taken_kg;
  gint64 exact_target_micro;
  gint64 target;
  gint64 value;
  gint64 difference;
  gint64 credit;
  gint64 charge;
  gint64 rate_cents;
  gint64 amount_cents;
  gboolean verified;
} GramCcsFigure;

/**
 * gram_ccs_type_of_class:
 * @vehicle_class: (nullable): class as the register writes it, in any case
 *
 * Type of a vehicle by its class (CCS facts §1): MA, MB and MC are Type A, NA and MD1 are Type B.
 *
 * Returns: `A`, `B`, or 0 if the class tells no type
 */
char gram_ccs_type_of_class (const char *vehicle_class);

/**
 * gram_ccs_figure:
 * @rulebook: a rulebook of the Clean Car Standard
 * @facts: the vehicle
 * @figure: (out caller-allocates): the figure
 * @refusal: (out) (optional): why there is none
 *
 * Target, difference and credit or charge of one vehicle (CCS facts §4.1, §5, §6; LTA 1998 s 177, s 182):
 *
 *     target = annual target + slope × (tare weight − mean weight), rounded to 2 decimals
 *     difference = target − CO₂ value (+ credit, − charge)
 *     amount = grams over target × rate, rounded to the cent
 *
 * Refused: `ccs.year-unknown` (the rulebook has no such year), `ccs.weights-unpublished` (mean weight and slope of the
 * year are not published and the rulebook does not say to take the mean), `vehicle.incomplete` (type, weight or CO₂ value
 * missing), `ccs.figure-too-large`.
 *
 * Returns: %FALSE with @refusal if there is no figure; @figure is then untouched
 */
gboolean gram_ccs_figure (const GramRulebook *rulebook,
                          const GramCcsFacts *facts,
                          GramCcsFigure *figure,
                          GramRefusal **refusal);

/**
 * gram_ccs_amount:
 * @rules: rules of the Clean Car Standard
 * @grams: grams over target, hundredths, not negative
 * @rate_cents: NZ cents for each gram
 * @cents: (out): the amount, NZ cents
 *
 * Money for grams (CCS facts §6, step 3).
 *
 * Returns: %FALSE if the amount does not fit
 */
gboolean gram_ccs_amount (const GramCcsRules *rules, gint64 grams, gint64 rate_cents, gint64 *cents)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_ccs_credit_lapse:
 * @rules: rules of the Clean Car Standard
 * @earned_in: obligation year in which the credit was earned
 *
 * The last day of a credit (CCS facts §7).
 *
 * Returns: the day
 */
GramDate gram_ccs_credit_lapse (const GramCcsRules *rules, int earned_in);

G_END_DECLS
