/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-accounts.h"

#include "gram-question.h"

static gpointer
read_account_counts (const GramQuestion *question,
                     GramRegistry *registry,
                     GCancellable *cancellable,
                     GramRefusal **refusal,
                     GError **error)
{
  g_autofree GramAccountCounts *counts = g_new0 (GramAccountCounts, 1);

  if (gram_registry_account_counts (registry, question->actor, question->input, counts, refusal,
                                    error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  return g_steal_pointer (&counts);
}

void
gram_session_account_counts_async (GramSession *self,
                                   const GramAccountQuery *query,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GramQuestion question = { .func = read_account_counts,
                            .free_answer = g_free,
                            .free_input = (GDestroyNotify)gram_account_query_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = query != NULL ? gram_account_query_copy (query) : NULL;
  gram_question_ask (self, &question, gram_session_account_counts_async, cancellable, callback,
                     user_data);
}

GramAccountCounts *
gram_session_account_counts_finish (GramSession *self,
                                    GAsyncResult *result,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_statement (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  const GramQuestionWords *period = question->input;

  return gram_registry_statement (registry, question->actor, question->account_id, period->first,
                                  period->second, period->limit, refusal, error);
}

void
gram_session_statement_async (GramSession *self,
                              const char *from,
                              const char *to,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GramQuestion question = { .func = read_statement,
                            .free_answer = (GDestroyNotify)gram_account_statement_free,
                            .free_input = gram_question_words_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_words_new (from, to, limit);
  gram_question_ask (self, &question, gram_session_statement_async, cancellable, callback,
                     user_data);
}

GramAccountStatement *
gram_session_statement_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_directory (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  const GramQuestionWords *words = question->input;

  return gram_registry_directory (registry, question->actor, words->first, words->limit, refusal,
                                  error);
}

void
gram_session_directory_async (GramSession *self,
                              const char *search,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GramQuestion question = { .func = read_directory,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = gram_question_words_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_words_new (search, NULL, limit);
  gram_question_ask (self, &question, gram_session_directory_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_directory_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_confirm_holder (const GramQuestion *question,
                     GramRegistry *registry,
                     GCancellable *cancellable,
                     GramRefusal **refusal,
                     GError **error)
{
  const GramQuestionWords *words = question->input;
  g_autofree gboolean *yes = g_new0 (gboolean, 1);

  if (gram_registry_confirm_holder (registry, question->actor, words->first, words->second, yes,
                                    refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  return g_steal_pointer (&yes);
}

void
gram_session_confirm_holder_async (GramSession *self,
                                   const char *number,
                                   const char *holder,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GramQuestion question = { .func = read_confirm_holder,
                            .free_answer = g_free,
                            .free_input = gram_question_words_free };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (number != NULL && holder != NULL);

  question.input = gram_question_words_new (number, holder, 0);
  gram_question_ask (self, &question, gram_session_confirm_holder_async, cancellable, callback,
                     user_data);
}

GramOutcome
gram_session_confirm_holder_finish (GramSession *self,
                                    GAsyncResult *result,
                                    gboolean *yes,
                                    GramRefusal **refusal,
                                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree gboolean *answer = NULL;

  g_return_val_if_fail (yes != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (refusal != NULL, GRAM_OUTCOME_FAILED);

  answer = gram_question_answer (self, result, refusal, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return GRAM_OUTCOME_FAILED;
    }
  if (answer == NULL)
    return GRAM_OUTCOME_REFUSED;
  *yes = *answer;
  return GRAM_OUTCOME_DONE;
}
