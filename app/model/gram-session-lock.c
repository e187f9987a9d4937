/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session-person.h"

#include "gram-session-private.h"

typedef struct
{
  GramActor *actor;
  char *password;

  /* What came of it */
  GramOutcome outcome;
  GramRefusal *refusal;
} Unlock;

static void
unlock_free (gpointer data)
{
  Unlock *unlock = data;

  g_clear_pointer (&unlock->actor, gram_actor_unref);
  if (unlock->password != NULL)
    explicit_bzero (unlock->password, strlen (unlock->password));
  g_free (unlock->password);
  g_clear_pointer (&unlock->refusal, gram_refusal_free);
  g_free (unlock);
}

static void
check_password (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  Unlock *unlock = g_task_get_task_data (task);
  GError *error = NULL;

  unlock->outcome = gram_registry_check_password (registry, unlock->actor, unlock->password,
                                                  &unlock->refusal, &error);
  if (unlock->outcome == GRAM_OUTCOME_FAILED)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The registry may be another one by now: what was missed is told at once. */
static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  if (!_gram_session_refresh_finish (self, result, &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  g_task_return_boolean (outer, TRUE);
  if (!self->locked)
    _gram_session_emit_changed (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  const Unlock *unlock = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  /* Somebody may have signed out meanwhile, and somebody else in. */
  if (unlock->outcome == GRAM_OUTCOME_REFUSED || unlock->actor != self->actor)
    {
      g_task_return_boolean (outer, TRUE);
      return;
    }
  _gram_session_set_locked (self, FALSE);
  _gram_session_settle_async (self, settled_cb, g_steal_pointer (&outer));
}

void
gram_session_lock (GramSession *self)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  if (self->actor != NULL)
    _gram_session_set_locked (self, TRUE);
}

void
gram_session_unlock_async (GramSession *self,
                           const char *password,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *outer;
  GTask *task;
  Unlock *unlock;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL && self->actor != NULL);

  unlock = g_new0 (Unlock, 1);
  unlock->actor = gram_actor_ref (self->actor);
  unlock->password = g_strdup (password);
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, gram_session_unlock_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, unlock, unlock_free);

  task = g_task_new (self, cancellable, checked_cb, outer);
  g_task_set_static_name (task, "[gram] unlock");
  g_task_set_task_data (task, unlock, NULL);
  gram_worker_push (self->writer, task, check_password);
}

GramOutcome
gram_session_unlock_finish (GramSession *self,
                            GAsyncResult *result,
                            GramRefusal **refusal,
                            GError **error)
{
  Unlock *unlock;

  g_return_val_if_fail (g_task_is_valid (result, self), GRAM_OUTCOME_FAILED);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return GRAM_OUTCOME_FAILED;

  unlock = g_task_get_task_data (G_TASK (result));
  if (refusal != NULL)
    *refusal = g_steal_pointer (&unlock->refusal);
  return unlock->outcome;
}

gboolean
gram_session_get_locked (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), FALSE);

  return self->locked;
}
