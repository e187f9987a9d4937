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

/* An account that is not there, or not for who asks, has no charges to who asks. */
static gpointer
read_open_charges (const GramQuestion *question,
                   GramRegistry *registry,
                   GCancellable *cancellable,
                   GramRefusal **refusal,
                   GError **error)
{
  const GramQuestionWords *words = question->input;
  GramChargeQuery query
      = { .states = GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE, .order = GRAM_CHARGE_ORDER_DUE };
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!gram_account_table_get_by_number (gram_registry_get_store (registry), words->first, &account,
                                         error))
    return NULL;
  if (account == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_row_free);

  query.account_id = account->id;
  ids = gram_registry_charge_ids (registry, question->actor, &query, words->limit, refusal, error);

  return ids != NULL ? gram_registry_charge_rows (registry, question->actor,
                                                  (const gint64 *)(gpointer)ids->data, ids->len,
                                                  refusal, error)
                     : NULL;
}

void
gram_session_open_charges_async (GramSession *self,
                                 const char *number,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GramQuestion question = { .func = read_open_charges,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = gram_question_words_free };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (number != NULL);

  question.input = gram_question_words_new (number, NULL, limit);
  gram_question_ask (self, &question, gram_session_open_charges_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_open_charges_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
