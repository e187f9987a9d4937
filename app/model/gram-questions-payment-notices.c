/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-payment-notices.h"

#include "gram-question.h"

static gpointer
read_payment_notices (const GramQuestion *question,
                      GramRegistry *registry,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_payment_notices (registry, question->actor, subject->id, subject->year,
                                        refusal, error);
}

void
gram_session_payment_notices_async (GramSession *self,
                                    gint64 account_id,
                                    int year,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GramQuestion question = { .func = read_payment_notices,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_subject_new (account_id, year);
  gram_question_ask (self, &question, gram_session_payment_notices_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_payment_notices_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_payment_notice (const GramQuestion *question,
                     GramRegistry *registry,
                     GCancellable *cancellable,
                     GramRefusal **refusal,
                     GError **error)
{
  return gram_registry_payment_notice (registry, question->actor, question->number, refusal, error);
}

void
gram_session_payment_notice_async (GramSession *self,
                                   gint64 notice_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const GramQuestion question = { .func = read_payment_notice,
                                  .free_answer = (GDestroyNotify)gram_payment_notice_detail_free,
                                  .number = notice_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_payment_notice_async, cancellable, callback,
                     user_data);
}

GramPaymentNoticeDetail *
gram_session_payment_notice_finish (GramSession *self,
                                    GAsyncResult *result,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_payment_notice_draft (const GramQuestion *question,
                           GramRegistry *registry,
                           GCancellable *cancellable,
                           GramRefusal **refusal,
                           GError **error)
{
  const GramQuestionSubject *subject = question->input;

  return gram_registry_payment_notice_draft (registry, question->actor, subject->id, subject->year,
                                             refusal, error);
}

void
gram_session_payment_notice_draft_async (GramSession *self,
                                         gint64 account_id,
                                         int year,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  GramQuestion question = { .func = read_payment_notice_draft,
                            .free_answer = (GDestroyNotify)gram_payment_notice_draft_free,
                            .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = gram_question_subject_new (account_id, year);
  gram_question_ask (self, &question, gram_session_payment_notice_draft_async, cancellable,
                     callback, user_data);
}

GramPaymentNoticeDraft *
gram_session_payment_notice_draft_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_documents (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return gram_registry_documents (registry, question->actor, question->number, refusal, error);
}

void
gram_session_documents_async (GramSession *self,
                              gint64 account_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const GramQuestion question = { .func = read_documents,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = account_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_documents_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_documents_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
