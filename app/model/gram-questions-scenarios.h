/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-scenarios.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about ways out of a shortfall of the current account; see gram-questions.h.
 */

/**
 * gram_session_compute_scenario_async:
 * @self: a session
 * @year: scheme year
 * @content: `a{sv}` of texts by the words of `scenario-field`; a floating reference is consumed
 * @cancellable: (nullable): to stop it
 * @callback: when it is reckoned
 * @user_data: closure of @callback
 *
 * Asks what a mix of ways comes to.
 */
void gram_session_compute_scenario_async (GramSession *self,
                                          int year,
                                          GVariant *content,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * gram_session_compute_scenario_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it comes to
 */
GramScenarioResult *gram_session_compute_scenario_finish (GramSession *self,
                                                          GAsyncResult *result,
                                                          GramRefusal **refusal,
                                                          GError **error);

/**
 * gram_session_scenarios_async:
 * @self: a session
 * @year: scheme year, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the scenarios that were saved.
 */
void gram_session_scenarios_async (GramSession *self,
                                   int year,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * gram_session_scenarios_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramScenarioRow) (nullable): the scenarios, by year and title
 */
GPtrArray *gram_session_scenarios_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

G_END_DECLS
