/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-fleet.h"

#include "gram-question.h"

static gpointer
read_years (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  return gram_registry_fleet_years (registry, question->actor, question->number, 0, refusal, error);
}

void
gram_session_fleet_years_async (GramSession *self,
                                gint64 account_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const GramQuestion question = { .func = read_years,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = account_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_fleet_years_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_fleet_years_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_year (const GramQuestion *question,
           GramRegistry *registry,
           GCancellable *cancellable,
           GramRefusal **refusal,
           GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_fleet_year (registry, question->actor, subject->id, subject->year, refusal,
                                   error);
}

/* Asks about a year of an account. */
static void
ask_year (GramSession *self,
          GramQuestionFunc func,
          GDestroyNotify free_answer,
          gpointer tag,
          gint64 account_id,
          int year,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  const GramQuestion question = { .func = func,
                                  .free_answer = free_answer,
                                  .input = gram_question_subject_new (account_id, year),
                                  .free_input = g_free };

  gram_question_ask (self, &question, tag, cancellable, callback, user_data);
}

void
gram_session_fleet_year_async (GramSession *self,
                               gint64 account_id,
                               int year,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, read_year, (GDestroyNotify)gram_fleet_year_detail_free,
            gram_session_fleet_year_async, account_id, year, cancellable, callback, user_data);
}

GramFleetYearDetail *
gram_session_fleet_year_finish (GramSession *self,
                                GAsyncResult *result,
                                GramRefusal **refusal,
                                GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
rehearse_year (const GramQuestion *question,
               GramRegistry *registry,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_rehearse_fleet_year (registry, question->actor, subject->id, subject->year,
                                            refusal, error);
}

void
gram_session_rehearse_fleet_year_async (GramSession *self,
                                        gint64 account_id,
                                        int year,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  ask_year (self, rehearse_year, (GDestroyNotify)gram_fleet_rehearsal_free,
            gram_session_rehearse_fleet_year_async, account_id, year, cancellable, callback,
            user_data);
}

GramFleetRehearsal *
gram_session_rehearse_fleet_year_finish (GramSession *self,
                                         GAsyncResult *result,
                                         GramRefusal **refusal,
                                         GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_borrowings (const GramQuestion *question,
                 GramRegistry *registry,
                 GCancellable *cancellable,
                 GramRefusal **refusal,
                 GError **error)
{
  return gram_registry_borrowings (registry, question->actor, question->number, refusal, error);
}

void
gram_session_borrowings_async (GramSession *self,
                               gint64 account_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const GramQuestion question = { .func = read_borrowings,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = account_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_borrowings_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_borrowings_finish (GramSession *self,
                                GAsyncResult *result,
                                GramRefusal **refusal,
                                GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
