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
