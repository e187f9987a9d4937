/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-years.h"

#include "gram-participants.h"
#include "gram-question.h"

static gpointer
read_years (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  return gram_registry_years (registry, question->actor, refusal, error);
}

void
gram_session_years_async (GramSession *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const GramQuestion question
      = { .func = read_years, .free_answer = (GDestroyNotify)g_ptr_array_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_years_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_years_finish (GramSession *self,
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
  return gram_registry_year (registry, question->actor, (int)question->number, refusal, error);
}

void
gram_session_year_async (GramSession *self,
                         int year,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const GramQuestion question
      = { .func = read_year, .free_answer = (GDestroyNotify)gram_year_detail_free, .number = year };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_year_async, cancellable, callback, user_data);
}

GramYearDetail *
gram_session_year_finish (GramSession *self,
                          GAsyncResult *result,
                          GramRefusal **refusal,
                          GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_rehearse_year (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  const GramQuestionThought *thought = question->input;

  return gram_registry_rehearse_year (registry, question->actor, thought->command,
                                      thought->arguments, refusal, error);
}

void
gram_session_rehearse_year_async (GramSession *self,
                                  const char *command,
                                  GVariant *arguments,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GramQuestion question = { .func = read_rehearse_year,
                            .free_answer = (GDestroyNotify)gram_year_rehearsal_free,
                            .free_input = gram_question_thought_free };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (command != NULL);
  g_return_if_fail (g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT));

  question.input = gram_question_thought_new (command, arguments);
  gram_question_ask (self, &question, gram_session_rehearse_year_async, cancellable, callback,
                     user_data);
}

GramYearRehearsal *
gram_session_rehearse_year_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_baselines (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_baselines (registry, question->actor, subject->year, subject->id, refusal,
                                  error);
}

void
gram_session_baselines_async (GramSession *self,
                              int year,
                              gint64 account_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GramQuestion question = { .func = read_baselines,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_subject_new (account_id, year);
  gram_question_ask (self, &question, gram_session_baselines_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_baselines_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_positions (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_positions (registry, question->actor, subject->year, subject->id, refusal,
                                  error);
}

void
gram_session_positions_async (GramSession *self,
                              int year,
                              gint64 account_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GramQuestion question = { .func = read_positions,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_subject_new (account_id, year);
  gram_question_ask (self, &question, gram_session_positions_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_positions_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_eco_notices (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  return gram_registry_eco_notices (registry, question->actor, refusal, error);
}

void
gram_session_eco_notices_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const GramQuestion question
      = { .func = read_eco_notices, .free_answer = (GDestroyNotify)g_ptr_array_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_eco_notices_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_eco_notices_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_publication_csv (const GramQuestion *question,
                      GramRegistry *registry,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  return gram_registry_publication_csv (registry, question->actor, (int)question->number, refusal,
                                        error);
}

void
gram_session_publication_csv_async (GramSession *self,
                                    int year,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const GramQuestion question = { .func = read_publication_csv,
                                  .free_answer = (GDestroyNotify)g_bytes_unref,
                                  .number = year };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_publication_csv_async, cancellable, callback,
                     user_data);
}

GBytes *
gram_session_publication_csv_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

void
gram_year_days_free (GramYearDays *self)
{
  if (self == NULL)
    return;

  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

static gpointer
read_year_days (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  GramYearDays *days;
  GramDateRange range;

  if (!gram_participants_check_year (registry, question->number, &rulebook, NULL, refusal, error))
    return NULL;

  range = gram_ccts_year_range (rulebook->ccts, (int)question->number);
  days = g_new0 (GramYearDays, 1);
  days->first = gram_date_format (range.first);
  days->last = gram_date_format (range.last);
  return days;
}

void
gram_session_year_days_async (GramSession *self,
                              int year,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const GramQuestion question = { .func = read_year_days,
                                  .free_answer = (GDestroyNotify)gram_year_days_free,
                                  .number = year };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_year_days_async, cancellable, callback,
                     user_data);
}

GramYearDays *
gram_session_year_days_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
