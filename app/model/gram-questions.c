/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions.h"

#include "gram-progress.h"
#include "gram-question.h"

static gpointer
read_overview (const GramQuestion *question,
               GramRegistry *registry,
               GCancellable *cancellable,
               GramRefusal **refusal,
               GError **error)
{
  if (!gram_question_may_view (question, registry, question->account_id, refusal, error))
    return NULL;
  return gram_registry_overview (registry, question->actor, question->account_id, refusal, error);
}

void
gram_session_overview_async (GramSession *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const GramQuestion question
      = { .func = read_overview, .free_answer = (GDestroyNotify)gram_overview_free };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_overview_async, cancellable, callback,
                     user_data);
}

GramOverview *
gram_session_overview_finish (GramSession *self,
                              GAsyncResult *result,
                              GramRefusal **refusal,
                              GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_rehearsal (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  if (!gram_question_may_view (question, registry, question->account_id, refusal, error))
    return NULL;
  return gram_registry_rehearse_auto_accept (registry, question->actor, question->account_id,
                                             (guint)question->number, cancellable, refusal, error);
}

void
gram_session_rehearse_async (GramSession *self,
                             guint switches,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const GramQuestion question = { .func = read_rehearsal,
                                  .free_answer = (GDestroyNotify)gram_rehearsal_free,
                                  .number = switches,
                                  .apart = TRUE };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_rehearse_async, cancellable, callback,
                     user_data);
}

GramRehearsal *
gram_session_rehearse_finish (GramSession *self,
                              GAsyncResult *result,
                              GramRefusal **refusal,
                              GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_dry_run (const GramQuestion *question,
              GramRegistry *registry,
              GCancellable *cancellable,
              GramRefusal **refusal,
              GError **error)
{
  return gram_registry_import_dry_run (registry, question->actor, question->input,
                                       question->teller != NULL ? gram_progress_tell : NULL,
                                       question->teller, cancellable, refusal, error);
}

void
gram_session_import_dry_run_async (GramSession *self,
                                   GVariant *arguments,
                                   GramSessionProgress progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GramQuestion question = { .func = read_dry_run,
                            .free_answer = (GDestroyNotify)gram_import_report_free,
                            .free_input = (GDestroyNotify)g_variant_unref,
                            .apart = TRUE,
                            .progress = progress,
                            .progress_data = progress_data };

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (g_variant_is_of_type (arguments, G_VARIANT_TYPE_VARDICT));

  question.input = g_variant_ref_sink (arguments);
  gram_question_ask (self, &question, gram_session_import_dry_run_async, cancellable, callback,
                     user_data);
}

GramImportReport *
gram_session_import_dry_run_finish (GramSession *self,
                                    GAsyncResult *result,
                                    GramRefusal **refusal,
                                    GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}

static gpointer
read_verify (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  return gram_verify_full (gram_registry_get_store (registry),
                           question->teller != NULL ? gram_progress_tell : NULL, question->teller,
                           cancellable, error);
}

void
gram_session_verify_async (GramSession *self,
                           GramSessionProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const GramQuestion question = { .func = read_verify,
                                  .anybody = TRUE,
                                  .free_answer = (GDestroyNotify)gram_verify_report_free,
                                  .progress = progress,
                                  .progress_data = progress_data,
                                  .apart = TRUE };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_verify_async, cancellable, callback, user_data);
}

GramVerifyReport *
gram_session_verify_finish (GramSession *self, GAsyncResult *result, GError **error)
{
  return gram_question_answer (self, result, NULL, error);
}

static gpointer
read_rulebooks (const GramQuestion *question,
                GramRegistry *registry,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GPtrArray) listed = gram_rulebook_table_list (store, error);
  g_autoptr (GPtrArray) whole
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_rulebook_record_free);

  if (listed == NULL)
    return NULL;

  for (guint i = 0; i < listed->len; i++)
    {
      const GramRulebookRecord *record = g_ptr_array_index (listed, i);
      GramRulebookRecord *with_content = NULL;

      if (!gram_rulebook_table_get (store, record->id, &with_content, error))
        return NULL;
      if (with_content != NULL)
        g_ptr_array_add (whole, with_content);
    }
  return g_steal_pointer (&whole);
}

void
gram_session_rulebooks_async (GramSession *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const GramQuestion question = { .func = read_rulebooks,
                                  .anybody = TRUE,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref };

  g_return_if_fail (GRAM_IS_SESSION (self));

  gram_question_ask (self, &question, gram_session_rulebooks_async, cancellable, callback,
                     user_data);
}

GPtrArray *
gram_session_rulebooks_finish (GramSession *self,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error)
{
  return gram_question_answer (self, result, refusal, error);
}
