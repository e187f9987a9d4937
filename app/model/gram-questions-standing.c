/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-standing.h"

#include "gram-question.h"

static gpointer
read_dashboard (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return gram_registry_dashboard (registry, question->actor, question->account_id, refusal, error);
}

void
gram_session_dashboard_async (GramSession *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask_plainly (self, read_dashboard, (GDestroyNotify)gram_dashboard_unref,
                             gram_session_dashboard_async, cancellable, callback, user_data);
}

GramDashboard *
gram_session_dashboard_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

/* A figure of a year; its account is the number of the question, 0 the current one. */
typedef struct
{
  char *figure;
  int year;
} Figure;

static void
figure_free (gpointer data)
{
  Figure *input = data;

  g_free (input->figure);
  g_free (input);
}

static gpointer
read_explain (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  const Figure *input = question->input;
  gint64 account_id = question->number != 0 ? question->number : question->account_id;

  return gram_registry_explain_ccs (registry, question->actor, input->figure, account_id,
                                    input->year, refusal, error);
}

void
gram_session_explain_ccs_async (GramSession *self,
                                const char *figure,
                                gint64 account_id,
                                int year,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GramQuestion question = { .func = read_explain,
                            .free_answer = (GDestroyNotify)gram_figure_explanation_free,
                            .free_input = figure_free,
                            .number = account_id };
  Figure *input;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (figure != NULL);

  input = g_new0 (Figure, 1);
  input->figure = g_strdup (figure);
  input->year = year;
  question.input = input;
  gram_question_ask (self, &question, gram_session_explain_ccs_async, cancellable, callback,
                     user_data);
}

GramFigureExplanation *
gram_session_explain_ccs_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_standing (const GramQuestion *question,
               GramRegistry *registry,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  return gram_registry_vehicle_standing (registry, question->actor, question->number, refusal,
                                         error);
}

void
gram_session_vehicle_standing_async (GramSession *self,
                                     gint64 vehicle_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const GramQuestion question = { .func = read_standing,
                                  .free_answer = (GDestroyNotify)gram_vehicle_standing_free,
                                  .number = vehicle_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_vehicle_standing_async, cancellable, callback,
                     user_data);
}

GramVehicleStanding *
gram_session_vehicle_standing_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_bill (const GramQuestion *question,
           GramRegistry *registry,
           GCancellable *cancellable,
           GramRefusal **refusal,
           GError **error)
{
  return gram_registry_query_accept_bill (registry, question->actor, question->input, cancellable,
                                          refusal, error);
}

void
gram_session_accept_bill_async (GramSession *self,
                                GVariant *arguments,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GramQuestion question = { .func = read_bill,
                            .free_answer = (GDestroyNotify)gram_accept_bill_free,
                            .free_input = (GDestroyNotify)g_variant_unref,
                            .apart = TRUE };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (arguments != NULL);

  question.input = g_variant_ref_sink (arguments);
  gram_question_ask (self, &question, gram_session_accept_bill_async, cancellable, callback,
                     user_data);
}

GramAcceptBill *
gram_session_accept_bill_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
