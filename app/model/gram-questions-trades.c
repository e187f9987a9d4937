/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-trades.h"

#include "gram-question.h"

static gpointer
read_trade (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  return gram_registry_trade_detail (registry, question->actor, question->number, refusal, error);
}

void
gram_session_trade_async (GramSession *self,
                          gint64 notification_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const GramQuestion question = { .func = read_trade,
                                  .free_answer = (GDestroyNotify)gram_trade_detail_free,
                                  .number = notification_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_trade_async, cancellable, callback, user_data);
}

GramTradeDetail *
gram_session_trade_finish (GramSession *self,
                           GAsyncResult *result,
                           GramRefusal **refusal,
                           GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

GramPermit
gram_session_get_trade_permit (GramSession *self,
                               const GramTradeDetail *detail,
                               const char *command)
{
  GramPermit permit = { FALSE, NULL };
  const GramRefusal *refusal;

  g_return_val_if_fail (GRAM_IS_SESSION (self), permit);
  g_return_val_if_fail (detail != NULL && command != NULL, permit);

  refusal = gram_trade_detail_get_refusal (detail, command);
  permit.allowed = refusal == NULL;
  permit.reason = refusal != NULL ? refusal->message : NULL;

  return permit;
}

static gpointer
read_sheet (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  return gram_registry_trade_sheet (registry, question->actor, question->number, refusal, error);
}

void
gram_session_trade_sheet_async (GramSession *self,
                                gint64 trade_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const GramQuestion question = { .func = read_sheet,
                                  .free_answer = (GDestroyNotify)gram_trade_sheet_free,
                                  .number = trade_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_trade_sheet_async, cancellable, callback,
                     user_data);
}

GramTradeSheet *
gram_session_trade_sheet_finish (GramSession *self,
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
  g_autofree GramTradeStanding *standing = g_new0 (GramTradeStanding, 1);

  if (gram_registry_trade_counts (registry, question->actor, question->input, &standing->counts,
                                  &standing->naming, refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;

  return g_steal_pointer (&standing);
}

void
gram_session_trade_counts_async (GramSession *self,
                                 const GramTradeQuery *query,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GramQuestion question = { .func = read_counts,
                            .free_answer = g_free,
                            .free_input = (GDestroyNotify)gram_trade_query_free };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (query != NULL);

  question.input = gram_trade_query_copy (query);
  gram_question_ask (self, &question, gram_session_trade_counts_async, cancellable, callback,
                     user_data);
}

GramTradeStanding *
gram_session_trade_counts_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_years (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  return gram_registry_trade_years (registry, question->actor, question->account_id, refusal,
                                    error);
}

void
gram_session_trade_years_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask_plainly (self, read_years, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_trade_years_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_trade_years_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

/* What was filled in, with texts of its own. */
static GramTradeForm *
form_copy (const GramTradeForm *form)
{
  GramTradeForm *copy = g_memdup2 (form, sizeof (GramTradeForm));

  copy->side = g_strdup (form->side);
  copy->name = g_strdup (form->name);
  copy->number = g_strdup (form->number);
  copy->quantity = g_strdup (form->quantity);
  copy->price = g_strdup (form->price);
  copy->price_reason = g_strdup (form->price_reason);
  copy->agreed_on = g_strdup (form->agreed_on);
  copy->note = g_strdup (form->note);

  return copy;
}

static void
form_free (gpointer data)
{
  GramTradeForm *form = data;
  const char *const texts[] = { form->side,  form->name,         form->number,    form->quantity,
                                form->price, form->price_reason, form->agreed_on, form->note };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *)texts[i]);
  g_free (form);
}

static gpointer
read_check (const GramQuestion *question,
            GramRegistry *registry,
            GCancellable *cancellable,
            GramRefusal **refusal,
            GError **error)
{
  if (!gram_registry_check_trade (registry, question->actor, question->account_id, question->number,
                                  question->input, refusal, error))
    return NULL;

  return g_strdup ("");
}

void
gram_session_check_trade_async (GramSession *self,
                                gint64 notification_id,
                                const GramTradeForm *form,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GramQuestion question = {
    .func = read_check, .free_answer = g_free, .free_input = form_free, .number = notification_id
  };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (form != NULL);

  question.input = form_copy (form);
  gram_question_ask (self, &question, gram_session_check_trade_async, cancellable, callback,
                     user_data);
}

GramOutcome
gram_session_check_trade_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  g_autoptr (GramRefusal) why = NULL;
  g_autofree char *answer = gram_question_answer (self, result, &why, error);

  if (answer != NULL)
    return GRAM_OUTCOME_DONE;
  if (why == NULL)
    return GRAM_OUTCOME_FAILED;
  if (refusal != NULL)
    *refusal = g_steal_pointer (&why);

  return GRAM_OUTCOME_REFUSED;
}

/* No key is an answer, too. */
static gpointer
read_key (const GramQuestion *question,
          GramRegistry *registry,
          GCancellable *cancellable,
          GramRefusal **refusal,
          GError **error)
{
  g_autofree char *key = NULL;

  if (!gram_registry_trade_key (registry, question->actor, question->account_id, &key, refusal,
                                error))
    return NULL;

  return key != NULL ? g_steal_pointer (&key) : g_strdup ("");
}

void
gram_session_trade_key_async (GramSession *self,
                              gint64 account_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask_of (self, read_key, g_free, account_id, gram_session_trade_key_async,
                        cancellable, callback, user_data);
}

char *
gram_session_trade_key_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
