/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-disputes.h"

#include "gram-question.h"

static gpointer
read_look_up (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  const GramQuestionWords *typed = question->input;
  g_autofree GramVehicleLookUp *found = g_new0 (GramVehicleLookUp, 1);

  if (!gram_registry_look_up_vehicle (registry, question->actor, question->account_id, typed->first,
                                      typed->second, &found->where, &found->vehicle_id, refusal,
                                      error))
    return NULL;
  return g_steal_pointer (&found);
}

void
gram_session_look_up_vehicle_async (GramSession *self,
                                    const char *vin,
                                    const char *chassis,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GramQuestion question
      = { .func = read_look_up, .free_answer = g_free, .free_input = gram_question_words_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_words_new (vin, chassis, 0);
  gram_question_ask (self, &question, gram_session_look_up_vehicle_async, cancellable, callback,
                     user_data);
}

GramVehicleLookUp *
gram_session_look_up_vehicle_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_value_history (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  return gram_registry_value_history (registry, question->actor, question->number, refusal, error);
}

void
gram_session_value_history_async (GramSession *self,
                                  gint64 vehicle_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const GramQuestion question = { .func = read_value_history,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = vehicle_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_value_history_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_value_history_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_vehicle_cases (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  return gram_registry_vehicle_cases (registry, question->actor, question->number, refusal, error);
}

void
gram_session_vehicle_cases_async (GramSession *self,
                                  gint64 vehicle_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const GramQuestion question = { .func = read_vehicle_cases,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = vehicle_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_vehicle_cases_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_vehicle_cases_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_message_edits (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  return gram_registry_message_edits (registry, question->actor, question->number, refusal, error);
}

void
gram_session_message_edits_async (GramSession *self,
                                  gint64 message_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const GramQuestion question = { .func = read_message_edits,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = message_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_message_edits_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_message_edits_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
