/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Ways out of a shortfall, saved to be compared. Nothing is posted by them. %NULL or %FALSE comes with exactly one of
 * @refusal and @error set. Money is pence, activity thousandths.
 *
 * The content of a scenario is `a{sv}` of strings, all optional, as scenario.save takes it: `buy` (allowances, whole),
 * `unit-price` (pounds for one), `convert` (CRTS allowances, whole), `crts-price` (pounds that one CRTS allowance is worth),
 * `pool` (number of the partner's account), `pool-spare` (allowances that the partner has to spare), `note`.
 */

/**
 * GramScenarioWay:
 * @name: `available`, `buy`, `convert`, `pool` or `pay`; a constant
 * @title: the way, translated
 * @allowances: allowances that it brings; for `pay` 0
 * @units: units of activity that it settles, thousandths
 * @cost: what it costs, pence
 * @eligible: it is open to this account now
 * @reason: (nullable): why not, translated; %NULL if it is
 * @last_day: last day of it, ISO; empty none
 *
 * One way out of a shortfall. Strings but @name are owned.
 */
typedef struct
{
  const char *name;
  char *title;
  gint64 allowances;
  gint64 units;
  gint64 cost;
  gboolean eligible;
  char *reason;
  char *last_day;
} GramScenarioWay;

/**
 * GramScenarioOutcome:
 * @shortfall: what had to be settled, thousandths: activity that neither is surrendered nor can be from what is available
 * @cost: what all ways cost together, pence
 * @spare: allowances that would be left over and lapse
 * @left: what stays unsettled before it is paid for, thousandths
 * @payment: payment for that, pence; part of @cost
 * @only_paying: what it would cost to pay for the whole shortfall, pence
 * @break_even: price of an allowance at which buying costs what paying does, pence
 * @ways: (element-type GramScenarioWay): the ways, in the order in which they are used up
 *
 * What a scenario comes to.
 */
typedef struct
{
  gint64 shortfall;
  gint64 cost;
  gint64 spare;
  gint64 left;
  gint64 payment;
  gint64 only_paying;
  gint64 break_even;
  GPtrArray *ways;
} GramScenarioOutcome;

/**
 * gram_scenario_outcome_free:
 * @self: (nullable): an outcome
 *
 * Frees it.
 */
void gram_scenario_outcome_free (GramScenarioOutcome *self);

/**
 * gram_registry_compute_scenario:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @year: scheme year
 * @content: `a{sv}`, see above; a floating reference is consumed
 * @refusal: (out) (optional): `account.unknown`, `scenario.*` that names the field
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it comes to by the facts of now
 */
GramScenarioOutcome *gram_registry_compute_scenario (GramRegistry *self,
                                                     GramActor *actor,
                                                     gint64 account_id,
                                                     int year,
                                                     GVariant *content,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * GramScenarioRow:
 * @id: its row, the argument `scenario`
 * @year: scheme year
 * @title: its title
 * @content: `a{sv}`, see above
 * @saved_by: name of who saved it
 * @saved_at: UTC microseconds
 * @version: grows with each change
 * @outcome: (nullable): what it comes to by the facts of now; %NULL if its content does not fit them any more
 * @problem: (nullable): why not, translated
 *
 * A scenario that was saved. Strings are owned.
 */
typedef struct
{
  gint64 id;
  int year;
  char *title;
  GVariant *content;
  char *saved_by;
  gint64 saved_at;
  int version;
  GramScenarioOutcome *outcome;
  char *problem;
} GramScenarioRow;

/**
 * gram_registry_scenarios:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @year: scheme year, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramScenarioRow) (nullable): the scenarios that stand, by year and title
 */
GPtrArray *gram_registry_scenarios (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    int year,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_scenario_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_scenario_row_free (GramScenarioRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramScenarioOutcome, gram_scenario_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramScenarioRow, gram_scenario_row_free)

G_END_DECLS
