/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-question.h"

#include "gram-cancellable.h"
#include "gram-progress.h"
#include "gram-queries.h"
#include "gram-session-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GramQuestion question;

  /* For a question that is answered apart */
  char *path;
  char *today;
  GCancellable *closing;

  /* What came of it */
  GramRefusal *refusal;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->question.free_input != NULL)
    g_clear_pointer (&asking->question.input, asking->question.free_input);
  g_clear_pointer (&asking->question.actor, gram_actor_unref);
  gram_progress_unref (asking->question.teller);
  g_free (asking->path);
  g_free (asking->today);
  g_clear_object (&asking->closing);
  g_clear_pointer (&asking->refusal, gram_refusal_free);
  g_free (asking);
}

static void
answer (GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  Asking *asking = g_task_get_task_data (task);
  GramStore *store = gram_registry_get_store (registry);
  gpointer value;
  GError *error = NULL;

  gram_store_watch (store, cancellable);
  value
      = asking->question.func (&asking->question, registry, cancellable, &asking->refusal, &error);
  gram_store_watch (store, NULL);

  g_assert ((value != NULL) + (asking->refusal != NULL) + (error != NULL) == 1);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, asking->question.free_answer);
}

static void
answer_on_worker (GramWorker *worker,
                  GramRegistry *registry,
                  GTask *task,
                  GCancellable *cancellable)
{
  answer (registry, task, cancellable);
}

static void
answer_apart (GTask *task, gpointer source, gpointer task_data, GCancellable *asked)
{
  const Asking *asking = task_data;
  g_autoptr (GCancellable) either = g_cancellable_new ();
  g_autoptr (GramRefusal) not_practice = NULL;
  g_autoptr (GramRegistry) registry = NULL;
  GError *error = NULL;
  gulong by_caller = gram_cancellable_follow (asked, either);
  gulong by_closing = gram_cancellable_follow (asking->closing, either);

  registry = gram_registry_open (asking->path, GRAM_STORE_READ_ONLY, &error);
  if (registry != NULL && asking->today != NULL)
    gram_registry_set_today (registry, asking->today, &not_practice);
  if (registry == NULL)
    g_task_return_error (task, error);
  else
    answer (registry, task, either);

  g_cancellable_disconnect (asking->closing, by_closing);
  g_cancellable_disconnect (asked, by_caller);
}

void
gram_question_ask (GramSession *session,
                   const GramQuestion *question,
                   gpointer tag,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);
  GramAccount *account = gram_session_get_account (session);

  asking->question = *question;
  g_task_set_source_tag (task, tag);
  g_task_set_static_name (task, "[gram] question");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, asking, asking_free);
  if (session->reader == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed");
      return;
    }

  if (session->locked)
    _gram_session_refuse_locked (&asking->refusal);
  else if (session->actor == NULL && !question->anybody)
    gram_refuse (&asking->refusal, "person.not-signed-in", NULL, _ ("Sign in first."));
  if (asking->refusal != NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  if (session->actor != NULL)
    asking->question.actor = gram_actor_ref (session->actor);
  if (account != NULL && question->account_id == 0)
    asking->question.account_id = gram_account_get_id (account);
  asking->question.teller
      = gram_progress_new (session, task, question->progress, question->progress_data);

  if (!question->apart)
    {
      gram_worker_push (session->reader, g_steal_pointer (&task), answer_on_worker);
      return;
    }
  asking->path = g_strdup (session->path);
  asking->today = g_strdup (session->today_wanted);
  asking->closing = g_object_ref (session->closing);
  g_task_run_in_thread (task, answer_apart);
}

void
gram_question_ask_plainly (GramSession *session,
                           GramQuestionFunc func,
                           GDestroyNotify free_answer,
                           gpointer tag,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const GramQuestion question = { .func = func, .free_answer = free_answer };

  g_return_if_fail (GRAM_IS_SESSION (session));

  gram_question_ask (session, &question, tag, cancellable, callback, user_data);
}

void
gram_question_ask_of (GramSession *session,
                      GramQuestionFunc func,
                      GDestroyNotify free_answer,
                      gint64 account_id,
                      gpointer tag,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  const GramQuestion question
      = { .func = func, .free_answer = free_answer, .account_id = account_id };

  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (account_id > 0);

  gram_question_ask (session, &question, tag, cancellable, callback, user_data);
}

gpointer
gram_question_answer (GramSession *session,
                      GAsyncResult *result,
                      GramRefusal **refusal,
                      GError **error)
{
  g_autoptr (GError) failure = NULL;
  Asking *asking;
  gpointer value;

  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  /* The task keeps, and frees, what nobody waits for. */
  asking = g_task_get_task_data (G_TASK (result));
  if (!asking->question.writes
      && g_cancellable_set_error_if_cancelled (g_task_get_cancellable (G_TASK (result)), error))
    return NULL;

  value = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (value == NULL && refusal != NULL)
    *refusal = g_steal_pointer (&asking->refusal);
  else if (value == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, asking->refusal->message);
  return value;
}

gboolean
gram_question_may_view (const GramQuestion *question,
                        GramRegistry *registry,
                        gint64 account_id,
                        GramRefusal **refusal,
                        GError **error)
{
  if (question->actor == NULL)
    return gram_refuse (refusal, "person.not-signed-in", NULL, _ ("Sign in first."));
  return gram_registry_may_view (registry, question->actor, account_id, refusal, error)
         == GRAM_OUTCOME_DONE;
}

GramQuestionWords *
gram_question_words_new (const char *first, const char *second, guint limit)
{
  GramQuestionWords *words = g_new0 (GramQuestionWords, 1);

  words->first = g_strdup (first);
  words->second = g_strdup (second);
  words->limit = limit;
  return words;
}

void
gram_question_words_free (gpointer data)
{
  GramQuestionWords *words = data;

  if (words == NULL)
    return;

  g_free (words->first);
  g_free (words->second);
  g_free (words);
}

GramQuestionSubject *
gram_question_subject_new (gint64 id, int year)
{
  GramQuestionSubject *subject = g_new0 (GramQuestionSubject, 1);

  subject->id = id;
  subject->year = year;
  return subject;
}

GramQuestionThought *
gram_question_thought_new (const char *command, GVariant *arguments)
{
  GramQuestionThought *thought = g_new0 (GramQuestionThought, 1);

  thought->command = g_strdup (command);
  thought->arguments = g_variant_ref_sink (arguments);
  return thought;
}

void
gram_question_thought_free (gpointer data)
{
  GramQuestionThought *thought = data;

  if (thought == NULL)
    return;

  g_free (thought->command);
  g_clear_pointer (&thought->arguments, g_variant_unref);
  g_free (thought);
}
