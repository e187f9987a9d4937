/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-scenarios.h"

#include "gram-question.h"

static gpointer
read_compute (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  return gram_registry_compute_scenario (registry, question->actor, question->account_id,
                                         (int)question->number, question->input, refusal, error);
}

void
gram_session_compute_scenario_async (GramSession *self,
                                     int year,
                                     GVariant *content,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const GramQuestion question = { .func = read_compute,
                                  .free_answer = (GDestroyNotify)gram_scenario_result_free,
                                  .input = g_variant_ref_sink (content),
                                  .free_input = (GDestroyNotify)g_variant_unref,
                                  .number = year };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_compute_scenario_async, cancellable, callback,
                     user_data);
}

GramScenarioResult *
gram_session_compute_scenario_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_scenarios (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return gram_registry_scenarios (registry, question->actor, question->account_id,
                                  (int)question->number, refusal, error);
}

void
gram_session_scenarios_async (GramSession *self,
                              int year,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const GramQuestion question = { .func = read_scenarios,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = year };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_scenarios_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_scenarios_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
