/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-pools.h"

#include "gram-question.h"

/* Who would join or leave. */
typedef struct
{
  GramQuestionSubject subject;
  GStrv joins;
  GStrv leaves;
  char *baseline;
} WhatIf;

static WhatIf *
what_if_new (gint64 pool_id,
             int year,
             const char *const *joins,
             const char *const *leaves,
             const char *baseline)
{
  WhatIf *input = g_new0 (WhatIf, 1);

  input->subject.id = pool_id;
  input->subject.year = year;
  input->joins = g_strdupv ((char **)joins);
  input->leaves = g_strdupv ((char **)leaves);
  input->baseline = g_strdup (baseline);

  return input;
}

static void
what_if_free (gpointer data)
{
  WhatIf *input = data;

  g_strfreev (input->joins);
  g_strfreev (input->leaves);
  g_free (input->baseline);
  g_free (input);
}

static gpointer
read_pools (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_pools (registry, question->actor, subject->id, subject->year, refusal,
                              error);
}

void
gram_session_pools_async (GramSession *self,
                          gint64 account_id,
                          int year,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GramQuestion question = { .func = read_pools,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_subject_new (account_id, year);
  gram_question_ask (self, &question, gram_session_pools_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_pools_finish (GramSession *self,
                           GAsyncResult *result,
                           GramRefusal **refusal,
                           GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_pool (const GramQuestion *question,
           GramRegistry *registry,
           GCancellable *cancellable,
           GramRefusal **refusal,
           GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_pool (registry, question->actor, subject->id, subject->year, refusal, error);
}

void
gram_session_pool_async (GramSession *self,
                         gint64 pool_id,
                         int year,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GramQuestion question = { .func = read_pool,
                            .free_answer = (GDestroyNotify)gram_pool_detail_free,
                            .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_subject_new (pool_id, year);
  gram_question_ask (self, &question, gram_session_pool_async, cancellable, callback, user_data);
}

GramPoolDetail *
gram_session_pool_finish (GramSession *self,
                          GAsyncResult *result,
                          GramRefusal **refusal,
                          GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_pool_what_if (const GramQuestion *question,
                   GramRegistry *registry,
                   GCancellable *cancellable,
                   GramRefusal **refusal,
                   GError **error)
{
  const WhatIf *input = question->input;

  return gram_registry_pool_what_if (registry, question->actor, input->subject.id,
                                     input->subject.year, (const char *const *)input->joins,
                                     (const char *const *)input->leaves, input->baseline, refusal,
                                     error);
}

void
gram_session_pool_what_if_async (GramSession *self,
                                 gint64 pool_id,
                                 int year,
                                 const char *const *joins,
                                 const char *const *leaves,
                                 const char *baseline,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GramQuestion question = { .func = read_pool_what_if,
                            .free_answer = (GDestroyNotify)gram_pool_what_if_free,
                            .free_input = what_if_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = what_if_new (pool_id, year, joins, leaves, baseline);
  gram_question_ask (self, &question, gram_session_pool_what_if_async, cancellable, callback,
                     user_data);
}

GramPoolWhatIf *
gram_session_pool_what_if_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
