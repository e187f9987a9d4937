/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-inbox.h"

#include "gram-question.h"

static gpointer
read_events (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  return gram_registry_events (registry, question->actor, refusal, error);
}

static gpointer
read_notices (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  const GArray *ids = question->input;

  return gram_registry_notice_rows (registry, question->actor, (const gint64 *)ids->data, ids->len,
                                    refusal, error);
}

void
gram_session_notices_async (GramSession *self,
                            const gint64 *ids,
                            guint n_ids,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GArray) input = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GramQuestion question = { .func = read_notices,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .input = g_array_ref (input),
                                  .free_input = (GDestroyNotify)g_array_unref };

  g_return_if_fail (n_ids == 0 || ids != NULL);

  g_array_append_vals (input, ids, n_ids);
  gram_question_ask (self, &question, gram_session_notices_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_notices_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

void
gram_session_events_async (GramSession *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  gram_question_ask_plainly (self, read_events, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_events_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_events_finish (GramSession *self,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
