/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-session-private.h"

typedef struct
{
  char *email;
  char *password;

  /* What came of it */
  GramOutcome outcome;
  GramActor *actor;
  GramRefusal *refusal;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_free (sign_in->email);
  if (sign_in->password != NULL)
    explicit_bzero (sign_in->password, strlen (sign_in->password));
  g_free (sign_in->password);
  g_clear_pointer (&sign_in->actor, gram_actor_unref);
  g_clear_pointer (&sign_in->refusal, gram_refusal_free);
  g_free (sign_in);
}

static void
sign_in (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  SignIn *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->outcome = gram_registry_sign_in (registry, data->email, data->password, &data->actor,
                                         &data->refusal, &error);
  if (data->outcome == GRAM_OUTCOME_FAILED)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
permits_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  if (_gram_session_refresh_finish (GRAM_SESSION (source), result, &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

static void
accounts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  if (_gram_session_refresh_finish (GRAM_SESSION (source), result, &error))
    _gram_session_refresh_async (GRAM_SESSION (source), permits_cb, g_steal_pointer (&outer));
  else
    g_task_return_error (outer, error);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  SignIn *data = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  if (data->outcome == GRAM_OUTCOME_REFUSED)
    {
      g_task_return_boolean (outer, TRUE);
      return;
    }
  gram_session_sign_out (self);
  _gram_session_set_actor (self, data->actor);
  _gram_session_refresh_async (self, accounts_cb, g_steal_pointer (&outer));
}

void
gram_session_sign_in_async (GramSession *self,
                            const char *email,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *outer;
  GTask *task;
  SignIn *data;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL);
  g_return_if_fail (email != NULL);

  data = g_new0 (SignIn, 1);
  data->email = g_strdup (email);
  data->password = g_strdup (password);
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, gram_session_sign_in_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, data, sign_in_free);

  task = g_task_new (self, cancellable, signed_in_cb, outer);
  g_task_set_static_name (task, "[gram] sign in");
  g_task_set_task_data (task, data, NULL);
  gram_worker_push (self->writer, task, sign_in);
}

GramOutcome
gram_session_sign_in_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  SignIn *data;

  g_return_val_if_fail (g_task_is_valid (result, self), GRAM_OUTCOME_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return GRAM_OUTCOME_FAILED;

  data = g_task_get_task_data (G_TASK (result));
  if (data->outcome == GRAM_OUTCOME_REFUSED && refusal != NULL)
    *refusal = g_steal_pointer (&data->refusal);
  return data->outcome;
}

void
gram_session_sign_out (GramSession *self)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  if (self->actor == NULL)
    return;

  /* Nobody's account first, so that nothing is asked for in the name of who leaves. */
  _gram_session_set_actor (self, NULL);
  gram_session_set_account (self, NULL);
  g_list_store_remove_all (self->accounts);
}

typedef struct
{
  char *today;
} Today;

static void
today_free (gpointer data)
{
  Today *today = data;

  g_free (today->today);
  g_free (today);
}

static void
set_today (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Today *today = g_task_get_task_data (task);
  g_autoptr (GramRefusal) refusal = NULL;

  /* A refusal: the registry is not a practice registry, and has no date of its own. */
  if (registry != NULL)
    gram_registry_set_today (registry, today->today, &refusal);
  g_task_return_boolean (task, refusal == NULL);
}

static void
today_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    _gram_session_queue_change (GRAM_SESSION (source));
}

static void
push_today (GramSession *self, GramWorker *worker, GAsyncReadyCallback callback)
{
  Today *today = g_new0 (Today, 1);
  GTask *task = g_task_new (self, NULL, callback, NULL);

  today->today = g_strdup (self->today_wanted);
  g_task_set_static_name (task, "[gram] date of the practice registry");
  g_task_set_task_data (task, today, today_free);
  gram_worker_push (worker, task, set_today);
}

void
gram_session_set_today (GramSession *self, const char *today)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL);
  g_return_if_fail (today != NULL);

  g_set_str (&self->today_wanted, today);
  push_today (self, self->writer, NULL);
  push_today (self, self->reader, today_cb);
}
