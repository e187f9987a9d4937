/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs.h"

G_BEGIN_DECLS

/*
 * Vehicles outside the standard, why a vehicle is of type A or B, and what a vehicle that is not accepted yet will be.
 */

/**
 * GramCcsForecast:
 * @has_now: @now is there
 * @now: the figure if it were accepted today
 * @has_next: @next is there: the rulebook speaks of 1 January already
 * @next: the figure if it were accepted on 1 January
 * @why_not_now: (nullable) (transfer full): why @now is not there
 * @why_not_next: (nullable) (transfer full): why @next is not there; %NULL also before the rulebook's day
 *
 * What a vehicle will be (CCS facts §4.3).
 */
typedef struct
{
  gboolean has_now;
  GramCcsFigure now;
  gboolean has_next;
  GramCcsFigure next;
  GramRefusal *why_not_now;
  GramRefusal *why_not_next;
} GramCcsForecast;

/**
 * gram_ccs_exclusion_find:
 * @rules: rules of the Clean Car Standard
 * @word: (nullable): a word
 *
 * Returns: (transfer none) (nullable): the exclusion, %NULL if the rulebook has none of that word
 */
const GramCcsExclusion *gram_ccs_exclusion_find (const GramCcsRules *rules, const char *word);

/**
 * gram_ccs_exclusion_title:
 * @rules: (nullable): rules of the Clean Car Standard
 * @word: a word that a vehicle keeps
 *
 * Returns: (transfer none): what people read; @word itself if the rulebook does not have it any more
 */
const char *gram_ccs_exclusion_title (const GramCcsRules *rules, const char *word);

/**
 * gram_ccs_exclusion_check:
 * @rules: rules of the Clean Car Standard
 * @word: (nullable): a word; %NULL or empty: not excluded
 * @refusal: (out) (optional): `vehicle.excluded`; the sentence lists the words there are
 *
 * Returns: %TRUE if a vehicle can have it
 */
gboolean
gram_ccs_exclusion_check (const GramCcsRules *rules, const char *word, GramRefusal **refusal);

/**
 * gram_ccs_type_reason:
 * @vehicle_class: (nullable): class as the register writes it
 * @type: `A`, `B` or 0
 *
 * Why a vehicle is of its type (CCS facts §1).
 *
 * Returns: (transfer full): a translated sentence, for example “Type A: class MA is a passenger car”
 */
char *gram_ccs_type_reason (const char *vehicle_class, char type);

/**
 * gram_ccs_forecast_next:
 * @rules: rules of the Clean Car Standard
 * @today: today
 *
 * Returns: the year of the next 1 January if the rulebook lets a forecast speak of it already, else 0
 */
int gram_ccs_forecast_next (const GramCcsRules *rules, GramDate today);

/**
 * gram_ccs_forecast:
 * @rulebook: a rulebook of the Clean Car Standard
 * @facts: the vehicle; its year is not looked at
 * @fleet_average_next: Fleet Average applies from 1 January
 * @today: today in New Zealand
 * @forecast: (out caller-allocates): the forecast; clear it
 *
 * What a vehicle that is not accepted yet would be today, and from 1 January.
 */
void gram_ccs_forecast (const GramRulebook *rulebook,
                        const GramCcsFacts *facts,
                        gboolean fleet_average_next,
                        GramDate today,
                        GramCcsForecast *forecast);

/**
 * gram_ccs_forecast_clear:
 * @self: a forecast
 *
 * Frees what is in it.
 */
void gram_ccs_forecast_clear (GramCcsForecast *self);

/**
 * gram_ccs_admin_fee:
 * @rules: rules of the Clean Car Standard
 *
 * Fee at first registration with its tax (§15 row 26). For information: it is paid at the registration agent, never in the account.
 *
 * Returns: NZ cents
 */
gint64 gram_ccs_admin_fee (const GramCcsRules *rules);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramCcsForecast, gram_ccs_forecast_clear)

G_END_DECLS
