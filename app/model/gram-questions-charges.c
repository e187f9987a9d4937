/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-charges.h"

#include "gram-question.h"

static gpointer
read_charge (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  return gram_registry_charge_detail (registry, question->actor, question->number, refusal, error);
}

void
gram_session_charge_async (GramSession *self,
                           gint64 charge_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const GramQuestion question = { .func = read_charge,
                                  .free_answer = (GDestroyNotify)gram_charge_detail_free,
                                  .number = charge_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_charge_async, cancellable, callback, user_data);
}

GramChargeDetail *
gram_session_charge_finish (GramSession *self,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_counts (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  g_autofree GramChargeCounts *counts = g_new0 (GramChargeCounts, 1);

  if (gram_registry_charge_counts (registry, question->actor, question->input, counts, refusal,
                                   error)
      != GRAM_OUTCOME_DONE)
    return NULL;

  return g_steal_pointer (&counts);
}

void
gram_session_charge_counts_async (GramSession *self,
                                  const GramChargeQuery *query,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GramQuestion question = { .func = read_counts,
                            .free_answer = g_free,
                            .free_input = (GDestroyNotify)gram_charge_query_free };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (query != NULL);

  question.input = gram_charge_query_copy (query);
  gram_question_ask (self, &question, gram_session_charge_counts_async, cancellable, callback,
                     user_data);
}

GramChargeCounts *
gram_session_charge_counts_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_offset_bill (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  return gram_registry_query_offset_bill (registry, question->actor, question->input, refusal,
                                          error);
}

void
gram_session_offset_bill_async (GramSession *self,
                                GVariant *arguments,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GramQuestion question = { .func = read_offset_bill,
                            .free_answer = (GDestroyNotify)gram_offset_bill_free,
                            .free_input = (GDestroyNotify)g_variant_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (arguments != NULL);

  question.input = g_variant_ref_sink (arguments);
  gram_question_ask (self, &question, gram_session_offset_bill_async, cancellable, callback,
                     user_data);
}

GramOffsetBill *
gram_session_offset_bill_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
