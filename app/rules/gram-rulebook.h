/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-rules.h"
#include "gram-case-rules.h"
#include "gram-ccs-terms.h"
#include "gram-ccts-choices.h"
#include "gram-decimal.h"

G_BEGIN_DECLS

/*
 * A rulebook is the dated set of rates, targets, ratios, caps, windows and thresholds of one scheme. It is data: no
 * figure of it stands in code. The administrator publishes it into the registry; a used one is never edited, only
 * superseded, and every figure computed keeps the version that it used.
 */

/**
 * GramCcsTarget:
 * @target_micro: annual target, millionths of g/km
 * @has_weights: mean weight and slope are published
 * @mean_weight_kg: mean weight, kg; 0 unless @has_weights
 * @slope_micro: slope of the line, millionths of g/km per kg; 0 means no weight adjustment
 * @provenance: where it is from
 *
 * Target line of one type (A or B) in one year (CCS facts §4).
 */
typedef struct
{
  gint64 target_micro;
  gboolean has_weights;
  int mean_weight_kg;
  gint64 slope_micro;
  GramProvenance provenance;
} GramCcsTarget;

/**
 * GramCcsRates:
 * @payg_used: Pay As You Go, used vehicles
 * @payg_new: Pay As You Go, new vehicles
 * @fleet_average_used: Fleet Average, used vehicles
 * @fleet_average_new: Fleet Average, new vehicles
 * @provenance: where they are from
 *
 * Charge for each gram over target in one year, NZ cents (CCS facts §5).
 */
typedef struct
{
  gint64 payg_used;
  gint64 payg_new;
  gint64 fleet_average_used;
  gint64 fleet_average_new;
  GramProvenance provenance;
} GramCcsRates;

/**
 * GramCcsYear:
 * @year: obligation year
 * @type_a: passenger vehicles
 * @type_b: light commercial vehicles
 * @rates: charges for each gram
 *
 * One year of the Clean Car Standard.
 */
typedef struct
{
  int year;
  GramCcsTarget type_a;
  GramCcsTarget type_b;
  GramCcsRates rates;
} GramCcsYear;

/**
 * GramCcsMissingWeights:
 * @GRAM_CCS_MISSING_WEIGHTS_REFUSE: no target for a year whose mean weights and slopes are not published
 * @GRAM_CCS_MISSING_WEIGHTS_MEAN: take every vehicle as one of mean weight, so that its target is the annual target
 *
 * What to do in a year without published weights. Vocabulary `missing-weights`.
 */
typedef enum
{
  GRAM_CCS_MISSING_WEIGHTS_REFUSE = 1,
  GRAM_CCS_MISSING_WEIGHTS_MEAN,
} GramCcsMissingWeights;

/**
 * GramCcsRules:
 * @years: (array length=n_years): the years, ascending, without gaps
 * @n_years: how many
 * @missing_weights: what to do in a year without published weights
 * @target_decimals: decimals to which a target (and the value it is compared with) is rounded; 2
 * @target_rounding: how
 * @money_rounding: how an amount is rounded to the cent
 * @rounding_provenance: where the roundings are from
 * @credit_life_years: a credit earned in year Y lapses at the end of year Y + this
 * @credit_lapse_floor: but never before this day
 * @credit_provenance: where the life of credits is from
 * @used_per_new: so many used credits for one new credit, and back
 * @transfer_provenance: where that is from
 * @fleet_settlement_month: month of the Fleet Average deadline in the following year
 * @fleet_settlement_day: its day
 * @fleet_provenance: where the deadline is from
 * @ready_warning_days: warn when a vehicle has waited so many days for acceptance
 * @ready_provenance: where that is from
 * @terms: (not nullable): charges, payments, borrowing, transfers and lapse; what the rulebook does not have is built in
 *
 * Rules of the Clean Car Standard.
 */
typedef struct
{
  GramCcsYear *years;
  guint n_years;
  GramCcsMissingWeights missing_weights;
  guint target_decimals;
  GramRounding target_rounding;
  GramRounding money_rounding;
  GramProvenance rounding_provenance;
  int credit_life_years;
  GramDate credit_lapse_floor;
  GramProvenance credit_provenance;
  int used_per_new;
  GramProvenance transfer_provenance;
  guint8 fleet_settlement_month;
  guint8 fleet_settlement_day;
  GramProvenance fleet_provenance;
  int ready_warning_days;
  GramProvenance ready_provenance;
  GramCcsTerms *terms;
} GramCcsRules;

/**
 * GramCctsCap:
 * @year: scheme year
 * @share_micro: CRTS credits that may be made from CCTS allowances, as a share of all cars registered; millionths
 *
 * Cap of a year on conversion under art. 23.
 */
typedef struct
{
  int year;
  gint64 share_micro;
} GramCctsCap;

/**
 * GramCctsRules:
 * @period: the trading period; a car first registered outside it is no activity (art. 31(1))
 * @period_provenance: where it is from
 * @trading_window: the trading window of a scheme year (art. 37(1)); surrender is due on its last day (art. 38(1))
 * @window_provenance: where it is from
 * @participant_threshold: a participant is manufacturer of more than so many NZE cars (art. 32(1)); 999
 * @participant_provenance: where it is from
 * @baseline_decimals: decimals that a baseline may have
 * @allocation_rounding: how N × B is rounded to a whole number (art. 34(2))
 * @allocation_provenance: where they are from
 * @activity_decimals: decimals of a participant's activity (art. 36(4)); 3
 * @activity_rounding: how the rest is dropped
 * @reduce_corrected: a corrected value is reduced by eco-innovation savings, too (art. 36(2)–(3))
 * @activity_provenance: where they are from
 * @allowances_per_crts: CCTS allowances for one unused CRTS allowance (art. 35(1)); 135
 * @conversion_provenance: where it is from
 * @payment_pence: pence for each unit not accounted for (art. 39(2)); 8600
 * @payment_rounding: how an amount is rounded to the penny (art. 39(3))
 * @notice_days: at least so many days to pay after the notice (art. 39(5)(b)); 30
 * @payment_provenance: where they are from
 * @allowances_per_crts_credit: CCTS allowances for one CRTS credit (art. 23); not in the source text
 * @crts_caps: (array length=n_crts_caps): caps of art. 23 by year
 * @n_crts_caps: how many
 * @crts_provenance: where they are from
 * @ready_warning_days: warn when a vehicle has waited so many days for acceptance
 * @ready_provenance: where that is from
 * @choices: (not nullable): what the Order leaves open; the built-in settings if the rulebook has none
 *
 * Rules of the Non-Zero-Emission Car CO₂ Trading Scheme.
 */
typedef struct
{
  GramDateRange period;
  GramProvenance period_provenance;
  GramYearWindow trading_window;
  GramProvenance window_provenance;
  int participant_threshold;
  GramProvenance participant_provenance;
  guint baseline_decimals;
  GramRounding allocation_rounding;
  GramProvenance allocation_provenance;
  guint activity_decimals;
  GramRounding activity_rounding;
  gboolean reduce_corrected;
  GramProvenance activity_provenance;
  int allowances_per_crts;
  GramProvenance conversion_provenance;
  gint64 payment_pence;
  GramRounding payment_rounding;
  int notice_days;
  GramProvenance payment_provenance;
  int allowances_per_crts_credit;
  GramCctsCap *crts_caps;
  guint n_crts_caps;
  GramProvenance crts_provenance;
  int ready_warning_days;
  GramProvenance ready_provenance;
  GramCctsChoices *choices;
} GramCctsRules;

/**
 * GramRulebook:
 * @scheme: the scheme
 * @version: its name, unique in the scheme, for example `ccs-2026-04`
 * @valid_from: the first day on which it counts, in the scheme's own zone
 * @source: where it is from, for people
 * @ccs: (nullable): the rules, if @scheme is %GRAM_SCHEME_CCS
 * @ccts: (nullable): the rules, if @scheme is %GRAM_SCHEME_CCTS
 * @accounts: (not nullable): rules of accounts and people; the built-in ones if the rulebook has none
 * @cases: (not nullable): rules of cases: due dates, holidays, attachments; the built-in ones if the rulebook has none
 *
 * A published rulebook as plain data. Counted references; never changed after it was read, so any thread may use it.
 */
typedef struct
{
  GramScheme scheme;
  char *version;
  GramDate valid_from;
  char *source;
  GramCcsRules *ccs;
  GramCctsRules *ccts;
  GramAccountRules *accounts;
  GramCaseRules *cases;
} GramRulebook;

/**
 * gram_rulebook_parse:
 * @json: a rulebook as JSON text (see data/rulebooks/)
 * @length: bytes of @json, or -1
 * @error: return location
 *
 * Reads a rulebook. JSON is strict (no comments, no trailing text, no member twice), at most 1 MiB and 8 levels deep.
 * Amounts are decimal strings. Every member is required and an unknown one is an error, so that a typing mistake cannot
 * pass for a default. The message names the member by its path, for example `years[2].targets.A.slope`.
 *
 * Returns: (transfer full) (nullable): the rulebook, or %NULL with a %GRAM_RULES_ERROR
 */
GramRulebook *gram_rulebook_parse (const char *json, gssize length, GError **error);

/**
 * gram_rulebook_ref:
 * @self: a rulebook
 *
 * Returns: (transfer full): @self
 */
GramRulebook *gram_rulebook_ref (GramRulebook *self);

/**
 * gram_rulebook_unref:
 * @self: (nullable): a rulebook
 *
 * Drops a reference.
 */
void gram_rulebook_unref (GramRulebook *self);

/**
 * gram_rulebook_ccs_year:
 * @self: a rulebook of the Clean Car Standard
 * @year: obligation year
 *
 * Returns: (transfer none) (nullable): the figures of @year, or %NULL if the rulebook has none
 */
const GramCcsYear *gram_rulebook_ccs_year (const GramRulebook *self, int year);

/**
 * gram_rulebook_ccs_target:
 * @self: a rulebook of the Clean Car Standard
 * @year: obligation year
 * @type: `A` or `B`
 *
 * Returns: (transfer none) (nullable): the target line, or %NULL if the rulebook has none
 */
const GramCcsTarget *gram_rulebook_ccs_target (const GramRulebook *self, int year, char type);

/**
 * gram_rulebook_ccs_rate:
 * @self: a rulebook of the Clean Car Standard
 * @year: obligation year
 * @kind: %GRAM_ACCOUNT_CCS_USED or %GRAM_ACCOUNT_CCS_NEW
 * @fleet_average: the account is under Fleet Average, not Pay As You Go
 * @cents: (out): NZ cents for each gram over target
 *
 * Returns: %FALSE if the rulebook has no such year
 */
gboolean gram_rulebook_ccs_rate (const GramRulebook *self,
                                 int year,
                                 GramAccountKind kind,
                                 gboolean fleet_average,
                                 gint64 *cents);

/**
 * gram_rulebook_scheme_year:
 * @self: a rulebook
 * @date: a day in the scheme's own zone
 * @year: (out) (optional): its scheme year
 *
 * The scheme year that a day lies in. For the CCTS the trading period decides: 1 and 2 January 2024 lie in none.
 *
 * Returns: %FALSE if the scheme, as far as this rulebook goes, has no year with that day
 */
gboolean gram_rulebook_scheme_year (const GramRulebook *self, GramDate date, int *year);

/**
 * gram_rulebook_trading_year:
 * @self: a rulebook of the CCTS
 * @today: a day in the scheme's own zone
 * @year: (out) (optional): the scheme year whose trading window is open
 *
 * Returns: %FALSE if no trading window is open on @today (art. 37(1))
 */
gboolean gram_rulebook_trading_year (const GramRulebook *self, GramDate today, int *year);

/**
 * gram_rulebook_ready_warning_days:
 * @self: a rulebook
 *
 * Returns: days after which a vehicle that waits for acceptance is worth a warning
 */
int gram_rulebook_ready_warning_days (const GramRulebook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRulebook, gram_rulebook_unref)

G_END_DECLS
