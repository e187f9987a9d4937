/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-bank.h"

#include "gram-question.h"

static gpointer
read_preview (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  return gram_registry_bank_preview (registry, question->actor, question->input, cancellable,
                                     refusal, error);
}

void
gram_session_bank_preview_async (GramSession *self,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GramQuestion question = { .func = read_preview,
                            .free_answer = (GDestroyNotify)gram_bank_preview_free,
                            .free_input = g_free,
                            .apart = TRUE };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (path != NULL);

  question.input = g_strdup (path);
  gram_question_ask (self, &question, gram_session_bank_preview_async, cancellable, callback,
                     user_data);
}

GramBankPreview *
gram_session_bank_preview_finish (GramSession *self,
                                  GAsyncResult *result,
                                  GramRefusal **refusal,
                                  GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
