/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-scenario.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Ways out of a shortfall, saved to be compared. Nothing is posted by them. %NULL comes with exactly one of @refusal and @error
 * set. The content of a scenario is `a{sv}` of texts by the words of the vocabulary `scenario-field` (gram-ccts-scenario.h), all
 * optional, as scenario.save takes it.
 */

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
GramScenarioResult *gram_registry_compute_scenario (GramRegistry *self,
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
 * @result: (nullable): what it comes to by the facts of now; %NULL if its content does not fit them any more
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
  GramScenarioResult *result;
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramScenarioRow, gram_scenario_row_free)

G_END_DECLS
