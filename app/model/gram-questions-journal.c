/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-journal.h"

#include "gram-question.h"

static gpointer
read_journal_page (const GramQuestion *question,
                   GramRegistry *registry,
                   GCancellable *cancellable,
                   GramRefusal **refusal,
                   GError **error)
{
  const GramJournalQuery *query = question->input;

  return gram_registry_journal (registry, question->actor, query, query->before,
                                (guint)question->number, refusal, error);
}

void
gram_session_journal_page_async (GramSession *self,
                                 const GramJournalQuery *query,
                                 gint64 before,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GramQuestion question = { .func = read_journal_page,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = (GDestroyNotify)gram_journal_query_free,
                            .number = limit };
  GramJournalQuery *copy;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (query != NULL);

  copy = gram_journal_query_copy (query);
  copy->before = before;
  question.input = copy;
  gram_question_ask (self, &question, gram_session_journal_page_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_journal_page_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_journal_persons (const GramQuestion *question,
                      GramRegistry *registry,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  return gram_registry_journal_persons (registry, question->actor, question->number, refusal,
                                        error);
}

void
gram_session_journal_persons_async (GramSession *self,
                                    gint64 account_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const GramQuestion question = { .func = read_journal_persons,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = account_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_journal_persons_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_journal_persons_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_timeline (const GramQuestion *question,
               GramRegistry *registry,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  GramJournalQuery *query = question->input;

  query->account_id = question->account_id;
  return gram_registry_journal (registry, question->actor, query, 0, (guint)question->number,
                                refusal, error);
}

void
gram_session_timeline_async (GramSession *self,
                             const char *subject,
                             gint64 subject_id,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const GramJournalQuery query = { .subject = (char *)subject, .subject_id = subject_id };
  GramQuestion question = { .func = read_timeline,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = (GDestroyNotify)gram_journal_query_free,
                            .number = limit };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (subject != NULL);

  question.input = gram_journal_query_copy (&query);
  gram_question_ask (self, &question, gram_session_timeline_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_timeline_finish (GramSession *self,
                              GAsyncResult *result,
                              GramRefusal **refusal,
                              GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
