/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figure-explanation.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Figures of the Clean Car Standard that explain themselves: inputs, formula, rounding step and article, down to the vehicles.
 * %NULL comes with exactly one of @refusal and @error set.
 */

/**
 * gram_registry_explain_ccs:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @figure: `charges` (all that is outstanding), `charge` (what was charged in one obligation year), `fleet-average` (net
 *   position of one obligation year), `credit` (credits of one year of origin), `waiting` (forecast of the vehicles that are
 *   not accepted, by today's rules)
 * @account_id: an account
 * @year: obligation year, or year of origin; of `charges` and `waiting` it does not count
 * @refusal: (out) (optional): `explain.unknown`, `account.unknown`, `ccs.other-scheme`, `rulebook.none` …
 * @error: return location
 *
 * Explains a figure of an account: the last line is the figure itself.
 *
 * Returns: (transfer full) (nullable): the explanation
 */
GramFigureExplanation *gram_registry_explain_ccs (GramRegistry *self,
                                                  GramActor *actor,
                                                  const char *figure,
                                                  gint64 account_id,
                                                  int year,
                                                  GramRefusal **refusal,
                                                  GError **error);

/**
 * gram_registry_ccs_figures:
 *
 * Returns: (transfer none) (array zero-terminated=1): the figures that gram_registry_explain_ccs() knows
 */
const char *const *gram_registry_ccs_figures (void);

/**
 * gram_registry_explain_charge:
 * @self: a registry
 * @actor: who asks: who may view its account
 * @charge_id: a charge
 * @refusal: (out) (optional): `charge.unknown`
 * @error: return location
 *
 * Explains one charge: grams, rate, amount, what corrections took back, credits set against it, money, what is
 * outstanding; one line leads to its vehicles.
 *
 * Returns: (transfer full) (nullable): the explanation
 */
GramFigureExplanation *gram_registry_explain_charge (GramRegistry *self,
                                                     GramActor *actor,
                                                     gint64 charge_id,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * GramVehicleForecast:
 * @known: there is a figure
 * @figure: it, of one car
 * @rulebook: (nullable): version of the rulebook that it rests on
 * @refusal: (nullable): why there is none: no published weights, data missing …
 *
 * What a vehicle brings if it is accepted on a day. Strings are owned.
 */
typedef struct
{
  gboolean known;
  GramCcsFigure figure;
  char *rulebook;
  GramRefusal *refusal;
} GramVehicleForecast;

/**
 * GramVehicleStanding:
 * @vehicle: the vehicle
 * @kind: kind of its account
 * @fleet_average: charge scheme that counts: the frozen one of an accepted vehicle, else today's
 * @accepted: its figures are frozen: @now is what was frozen, and there is no @next
 * @now: figures as frozen at acceptance, or by today's rules
 * @has_next: by the rulebook's day in the year (October) a vehicle that waits is also told what it will be from 1 January
 * @next_from: 1 January, ISO; %NULL unless @has_next
 * @next: by that day's rules
 * @next_fleet_average: charge scheme that will count then
 * @excluded: title of the reason why it is outside the standard, translated; %NULL inside. There are no figures then
 * @type_reason: sentence that says why it is of Type A or B, or that nothing says so
 * @difference: frozen difference of all its cars, hundredths of a gram
 * @charge: charge as posted of all its cars, cents
 * @charge_id: charge that it is part of, 0 none
 *
 * All that the details of a CCS vehicle show about its target. Strings are owned.
 */
typedef struct
{
  GramVehicleRecord *vehicle;
  GramAccountKind kind;
  gboolean fleet_average;
  gboolean accepted;
  GramVehicleForecast now;
  gboolean has_next;
  char *next_from;
  GramVehicleForecast next;
  gboolean next_fleet_average;
  char *excluded;
  char *type_reason;
  gint64 difference;
  gint64 charge;
  gint64 charge_id;
} GramVehicleStanding;

/**
 * gram_registry_vehicle_standing:
 * @self: a registry
 * @actor: who asks: who may view its account
 * @vehicle_id: a vehicle
 * @refusal: (out) (optional): `account.unknown`, `ccs.other-scheme`
 * @error: return location
 *
 * Forecast of a vehicle that waits, by today's rules and, once the rulebook's day of the year has come, by those of 1 January;
 * of an accepted one what was frozen. A missing figure is no refusal of the question: it says why.
 *
 * Returns: (transfer full) (nullable): where the vehicle stands
 */
GramVehicleStanding *gram_registry_vehicle_standing (GramRegistry *self,
                                                     GramActor *actor,
                                                     gint64 vehicle_id,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_vehicle_standing_free:
 * @self: (nullable): a standing
 *
 * Frees it.
 */
void gram_vehicle_standing_free (GramVehicleStanding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleStanding, gram_vehicle_standing_free)

G_END_DECLS
