/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-accounts.h"

#include "gram-question.h"

static gpointer
read_account_detail (const GramQuestion *question,
                     GramRegistry *registry,
                     GCancellable *cancellable,
                     GramRefusal **refusal,
                     GError **error)
{
  return gram_registry_account_detail (registry, question->actor, question->account_id, refusal,
                                       error);
}

void
gram_session_account_detail_async (GramSession *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  gram_question_ask_plainly (self, read_account_detail, (GDestroyNotify)gram_account_detail_free,
                             gram_session_account_detail_async, cancellable, callback, user_data);
}

void
gram_session_account_detail_of_async (GramSession *self,
                                      gint64 account_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  gram_question_ask_of (self, read_account_detail, (GDestroyNotify)gram_account_detail_free,
                        account_id, gram_session_account_detail_of_async, cancellable, callback,
                        user_data);
}

GramAccountDetail *
gram_session_account_detail_finish (GramSession *self,
                                    GAsyncResult *result,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_closing_checklist (const GramQuestion *question,
                        GramRegistry *registry,
                        GCancellable *cancellable,
                        GramRefusal **refusal,
                        GError **error)
{
  return gram_registry_closing_checklist (registry, question->actor, question->account_id, refusal,
                                          error);
}

void
gram_session_closing_checklist_of_async (GramSession *self,
                                         gint64 account_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  gram_question_ask_of (self, read_closing_checklist, (GDestroyNotify)gram_closing_checklist_free,
                        account_id, gram_session_closing_checklist_of_async, cancellable, callback,
                        user_data);
}

GramClosingChecklist *
gram_session_closing_checklist_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_account_changes (const GramQuestion *question,
                      GramRegistry *registry,
                      GCancellable *cancellable,
                      GramRefusal **refusal,
                      GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  GPtrArray *newest_first;

  if (!gram_question_may_view (question, registry, question->account_id, refusal, error))
    return NULL;
  changes = gram_account_table_history (gram_registry_get_store (registry), question->account_id,
                                        error);
  if (changes == NULL)
    return NULL;

  newest_first = g_ptr_array_new_full (changes->len, (GDestroyNotify)gram_account_change_free);
  while (changes->len > 0)
    g_ptr_array_add (newest_first, g_ptr_array_steal_index (changes, changes->len - 1));
  return newest_first;
}

void
gram_session_account_changes_async (GramSession *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  gram_question_ask_plainly (self, read_account_changes, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_account_changes_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_account_changes_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
