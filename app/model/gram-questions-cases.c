/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-cases.h"

#include "gram-queries-inbox.h"
#include "gram-question.h"
#include "gram-session-person.h"

static gpointer
read_case (const GramQuestion *question,
           GramRegistry *registry,
           GCancellable *cancellable,
           GramRefusal **refusal,
           GError **error)
{
  return gram_registry_case_detail (registry, question->actor, question->number, refusal, error);
}

void
gram_session_case_async (GramSession *self,
                         gint64 case_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const GramQuestion question = { .func = read_case,
                                  .free_answer = (GDestroyNotify)gram_case_detail_free,
                                  .number = case_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_case_async, cancellable, callback, user_data);
}

GramCaseDetail *
gram_session_case_finish (GramSession *self,
                          GAsyncResult *result,
                          GramRefusal **refusal,
                          GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

GramPermit
gram_session_get_case_permit (GramSession *self, const GramCaseDetail *detail, const char *command)
{
  GramPermit permit = { FALSE, NULL };
  const GramRefusal *refusal;

  g_return_val_if_fail (GRAM_IS_SESSION (self), permit);
  g_return_val_if_fail (detail != NULL && command != NULL, permit);

  if (gram_session_get_locked (self) || !gram_case_detail_has_verb (detail, command))
    return gram_session_get_permit (self, command);

  refusal = gram_case_detail_get_refusal (detail, command);
  permit.allowed = refusal == NULL;
  permit.reason = refusal != NULL ? refusal->message : NULL;
  return permit;
}

static gpointer
read_case_counts (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autofree GramCaseCounts *counts = g_new0 (GramCaseCounts, 1);

  if (gram_registry_case_counts (registry, question->actor, question->input, counts, refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  return g_steal_pointer (&counts);
}

void
gram_session_case_counts_async (GramSession *self,
                                const GramCaseQuery *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GramQuestion question = { .func = read_case_counts,
                            .free_answer = g_free,
                            .free_input = (GDestroyNotify)gram_case_query_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = query != NULL ? gram_case_query_copy (query) : NULL;
  gram_question_ask (self, &question, gram_session_case_counts_async, cancellable, callback,
                     user_data);
}

GramCaseCounts *
gram_session_case_counts_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_consequences (const GramQuestion *question,
                   GramRegistry *registry,
                   GCancellable *cancellable,
                   GramRefusal **refusal,
                   GError **error)
{
  const GramQuestionThought *thought = question->input;

  return gram_registry_consequences (registry, question->actor, thought->command,
                                     thought->arguments, refusal, error);
}

void
gram_session_consequences_async (GramSession *self,
                                 const char *command,
                                 GVariant *arguments,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GramQuestion question = { .func = read_consequences,
                            .free_answer = (GDestroyNotify)gram_consequences_free,
                            .free_input = gram_question_thought_free };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (command != NULL);
  g_return_if_fail (g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT));

  question.input = gram_question_thought_new (command, arguments);
  gram_question_ask (self, &question, gram_session_consequences_async, cancellable, callback,
                     user_data);
}

GramConsequences *
gram_session_consequences_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_snippets (const GramQuestion *question,
               GramRegistry *registry,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  return gram_registry_snippets (registry, question->actor, (GramCaseKind)question->number, refusal,
                                 error);
}

void
gram_session_snippets_async (GramSession *self,
                             GramCaseKind kind,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const GramQuestion question
      = { .func = read_snippets, .free_answer = (GDestroyNotify)g_ptr_array_unref, .number = kind };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_snippets_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_snippets_finish (GramSession *self,
                              GAsyncResult *result,
                              GramRefusal **refusal,
                              GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_case_handlers (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  return gram_registry_case_handlers (registry, question->actor, refusal, error);
}

void
gram_session_case_handlers_async (GramSession *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  gram_question_ask_plainly (self, read_case_handlers, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_case_handlers_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_case_handlers_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_deadlines (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return gram_registry_deadlines (registry, question->actor, question->number, refusal, error);
}

void
gram_session_deadlines_async (GramSession *self,
                              gint64 account_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const GramQuestion question = { .func = read_deadlines,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = account_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_deadlines_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_deadlines_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
