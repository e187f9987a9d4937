/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-credits.h"

#include "gram-question.h"

static gpointer
read_credits (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  return gram_registry_credits (registry, question->actor, question->account_id, refusal, error);
}

void
gram_session_credits_async (GramSession *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask_plainly (self, read_credits, (GDestroyNotify)gram_credits_free,
                             gram_session_credits_async, cancellable, callback, user_data);
}

GramCredits *
gram_session_credits_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_credit_transfers (const GramQuestion *question,
                       GramRegistry *registry,
                       GCancellable *cancellable,
                       GramRefusal **refusal,
                       GError **error)
{
  const GramCreditTransferQuery query = {
    .account_id = question->account_id,
    .order = GRAM_CREDIT_TRANSFER_ORDER_OFFERED,
    .descending = TRUE,
  };
  g_autoptr (GArray) ids
      = gram_registry_credit_transfer_ids (registry, question->actor, &query,
                                           (guint)question->number, refusal, error);

  if (ids == NULL)
    return NULL;
  return gram_registry_credit_transfer_rows (registry, question->actor, question->account_id,
                                             (const gint64 *)ids->data, ids->len, refusal, error);
}

void
gram_session_credit_transfers_async (GramSession *self,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const GramQuestion question = { .func = read_credit_transfers,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = limit };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_credit_transfers_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_credit_transfers_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_credit_transfer (const GramQuestion *question,
                      GramRegistry *registry,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  return gram_registry_credit_transfer_detail (registry, question->actor, question->account_id,
                                               question->number, refusal, error);
}

void
gram_session_credit_transfer_async (GramSession *self,
                                    gint64 transfer_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const GramQuestion question = { .func = read_credit_transfer,
                                  .free_answer = (GDestroyNotify)gram_credit_transfer_detail_free,
                                  .number = transfer_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_credit_transfer_async, cancellable, callback,
                     user_data);
}

GramCreditTransferDetail *
gram_session_credit_transfer_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_credit_offer (const GramQuestion *question,
                   GramRegistry *registry,
                   GCancellable *cancellable,
                   GramRefusal **refusal,
                   GError **error)
{
  return gram_registry_preview_credit_transfer (registry, question->actor, question->account_id,
                                                question->input, refusal, error);
}

void
gram_session_credit_offer_async (GramSession *self,
                                 GVariant *arguments,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const GramQuestion question = { .func = read_credit_offer,
                                  .free_answer = (GDestroyNotify)gram_credit_offer_free,
                                  .input = g_variant_ref_sink (arguments),
                                  .free_input = (GDestroyNotify)g_variant_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_credit_offer_async, cancellable, callback,
                     user_data);
}

GramCreditOffer *
gram_session_credit_offer_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_credit_receivers (const GramQuestion *question,
                       GramRegistry *registry,
                       GCancellable *cancellable,
                       GramRefusal **refusal,
                       GError **error)
{
  return gram_registry_credit_receivers (registry, question->actor, question->account_id,
                                         question->input, (guint)question->number, refusal, error);
}

void
gram_session_credit_receivers_async (GramSession *self,
                                     const char *search,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const GramQuestion question = { .func = read_credit_receivers,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .input = g_strdup (search),
                                  .free_input = g_free,
                                  .number = limit };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_credit_receivers_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_credit_receivers_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
