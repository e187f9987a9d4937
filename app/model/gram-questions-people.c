/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-people.h"

#include "gram-question.h"

static gpointer
read_members (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  return gram_registry_members (registry, question->actor, question->account_id, refusal, error);
}

void
gram_session_members_async (GramSession *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  gram_question_ask_plainly (self, read_members, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_members_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_members_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_invitations (const GramQuestion *question,
                  GramRegistry *registry,
                  GCancellable *cancellable,
                  GramRefusal **refusal,
                  GError **error)
{
  return gram_registry_invitations (registry, question->actor, question->account_id, refusal,
                                    error);
}

void
gram_session_invitations_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  gram_question_ask_plainly (self, read_invitations, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_invitations_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_invitations_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_handovers (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  return gram_registry_handovers (registry, question->actor, question->account_id, refusal, error);
}

void
gram_session_handovers_async (GramSession *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  gram_question_ask_plainly (self, read_handovers, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_handovers_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_handovers_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_requests (const GramQuestion *question,
               GramRegistry *registry,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  return gram_registry_requests (registry, question->actor, question->account_id, refusal, error);
}

void
gram_session_requests_async (GramSession *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  gram_question_ask_plainly (self, read_requests, (GDestroyNotify)g_ptr_array_unref,
                             gram_session_requests_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_requests_finish (GramSession *self,
                              GAsyncResult *result,
                              GramRefusal **refusal,
                              GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_for_me (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  return gram_registry_for_me (registry, question->actor, refusal, error);
}

void
gram_session_for_me_async (GramSession *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  gram_question_ask_plainly (self, read_for_me, (GDestroyNotify)gram_for_me_free,
                             gram_session_for_me_async, cancellable, callback, user_data);
}

GramForMe *
gram_session_for_me_finish (GramSession *self,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

typedef struct
{
  gint64 person_id;
  gboolean on_account;
} RightsOf;

static gpointer
read_rights (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  const RightsOf *of = question->input;

  return gram_registry_rights (registry, question->actor, of->on_account ? question->account_id : 0,
                               of->person_id, refusal, error);
}

void
gram_session_rights_async (GramSession *self,
                           gint64 person_id,
                           gboolean on_account,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GramQuestion question = { .func = read_rights,
                            .free_answer = (GDestroyNotify)g_ptr_array_unref,
                            .free_input = g_free };
  RightsOf *of;

  g_return_if_fail (GRAM_IS_SESSION (self));

  of = g_new0 (RightsOf, 1);
  of->person_id = person_id;
  of->on_account = on_account;
  question.input = of;
  gram_question_ask (self, &question, gram_session_rights_async, cancellable, callback, user_data);
}

GPtrArray *
gram_session_rights_finish (GramSession *self,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_person_detail (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  return gram_registry_person_detail (registry, question->actor, question->number, refusal, error);
}

void
gram_session_person_detail_async (GramSession *self,
                                  gint64 person_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const GramQuestion question = { .func = read_person_detail,
                                  .free_answer = (GDestroyNotify)gram_person_detail_free,
                                  .number = person_id };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_person_detail_async, cancellable, callback,
                     user_data);
}

GramPersonDetail *
gram_session_person_detail_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_person_counts (const GramQuestion *question,
                    GramRegistry *registry,
                    GCancellable *cancellable,
                    GramRefusal **refusal,
                    GError **error)
{
  const GramPersonQuery query = { .search = question->input };
  g_autofree GramPersonCounts *counts = g_new0 (GramPersonCounts, 1);

  if (gram_registry_administers (registry, question->actor, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_person_table_counts (gram_registry_get_store (registry), &query, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}

void
gram_session_person_counts_async (GramSession *self,
                                  const char *search,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GramQuestion question
      = { .func = read_person_counts, .free_answer = g_free, .free_input = g_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  question.input = g_strdup (search);
  gram_question_ask (self, &question, gram_session_person_counts_async, cancellable, callback,
                     user_data);
}

GramPersonCounts *
gram_session_person_counts_finish (GramSession *self,
                                   GAsyncResult *result,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
