/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session-person.h"

#include "gram-session-private.h"

typedef enum
{
  ENTRANCE_SIGN_IN,
  ENTRANCE_JOIN,
  ENTRANCE_CODE,
} Entrance;

typedef struct
{
  Entrance entrance;
  char *email;
  char *name;
  char *code;
  char *password;

  /* What came of it */
  GramOutcome outcome;
  GramActor *actor;
  GramRefusal *refusal;
} SignIn;

static void
wipe (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_free (sign_in->email);
  g_free (sign_in->name);
  wipe (sign_in->code);
  wipe (sign_in->password);
  g_clear_pointer (&sign_in->actor, gram_actor_unref);
  g_clear_pointer (&sign_in->refusal, gram_refusal_free);
  g_free (sign_in);
}

static GramOutcome
enter (GramRegistry *registry, SignIn *data, GError **error)
{
  switch (data->entrance)
    {
    case ENTRANCE_JOIN:
      return gram_registry_join (registry, data->email, data->code, data->name, data->password,
                                 &data->actor, &data->refusal, error);
    case ENTRANCE_CODE:
      return gram_registry_use_code (registry, data->email, data->code, data->password,
                                     &data->actor, &data->refusal, error);
    case ENTRANCE_SIGN_IN:
    default:
      return gram_registry_sign_in (registry, data->email, data->password, &data->actor,
                                    &data->refusal, error);
    }
}

static void
sign_in (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  SignIn *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->outcome = enter (registry, data, &error);
  if (data->outcome == GRAM_OUTCOME_FAILED)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  if (_gram_session_refresh_finish (GRAM_SESSION (source), result, &error))
    g_task_return_boolean (outer, TRUE);
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
  _gram_session_settle_async (self, settled_cb, g_steal_pointer (&outer));
}

static void
start (GramSession *self,
       SignIn *data,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  GTask *task;

  g_task_set_source_tag (outer, tag);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, data, sign_in_free);

  task = g_task_new (self, cancellable, signed_in_cb, outer);
  g_task_set_static_name (task, "[gram] sign in");
  g_task_set_task_data (task, data, NULL);
  gram_worker_push (self->writer, task, sign_in);
}

static GramOutcome
finish (GramSession *self, GAsyncResult *result, GramRefusal **refusal, GError **error)
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

static SignIn *
sign_in_new (Entrance entrance, const char *email, const char *password)
{
  SignIn *data = g_new0 (SignIn, 1);

  data->entrance = entrance;
  data->email = g_strdup (email);
  data->password = g_strdup (password);
  return data;
}

void
gram_session_sign_in_async (GramSession *self,
                            const char *email,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL);
  g_return_if_fail (email != NULL);

  start (self, sign_in_new (ENTRANCE_SIGN_IN, email, password), gram_session_sign_in_async,
         cancellable, callback, user_data);
}

GramOutcome
gram_session_sign_in_finish (GramSession *self,
                             GAsyncResult *result,
                             GramRefusal **refusal,
                             GError **error)
{
  return finish (self, result, refusal, error);
}

void
gram_session_join_async (GramSession *self,
                         const char *email,
                         const char *code,
                         const char *name,
                         const char *password,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  SignIn *data;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL);
  g_return_if_fail (email != NULL && code != NULL && name != NULL);

  data = sign_in_new (ENTRANCE_JOIN, email, password);
  data->code = g_strdup (code);
  data->name = g_strdup (name);
  start (self, data, gram_session_join_async, cancellable, callback, user_data);
}

GramOutcome
gram_session_join_finish (GramSession *self,
                          GAsyncResult *result,
                          GramRefusal **refusal,
                          GError **error)
{
  return finish (self, result, refusal, error);
}

void
gram_session_use_code_async (GramSession *self,
                             const char *email,
                             const char *code,
                             const char *password,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SignIn *data;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (self->writer != NULL);
  g_return_if_fail (email != NULL && code != NULL);

  data = sign_in_new (ENTRANCE_CODE, email, password);
  data->code = g_strdup (code);
  start (self, data, gram_session_use_code_async, cancellable, callback, user_data);
}

GramOutcome
gram_session_use_code_finish (GramSession *self,
                              GAsyncResult *result,
                              GramRefusal **refusal,
                              GError **error)
{
  return finish (self, result, refusal, error);
}

void
gram_session_change_password_async (GramSession *self,
                                    const char *password,
                                    const char *new_password,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GVariantDict arguments;

  g_return_if_fail (GRAM_IS_SESSION (self));
  g_return_if_fail (new_password != NULL);

  g_variant_dict_init (&arguments, NULL);
  if (password != NULL)
    g_variant_dict_insert (&arguments, "password", "s", password);
  g_variant_dict_insert (&arguments, "new-password", "s", new_password);
  gram_session_perform_async (self, "user.change-password", g_variant_dict_end (&arguments), NULL,
                              NULL, cancellable, callback, user_data);
}

GramOutcome
gram_session_change_password_finish (GramSession *self,
                                     GAsyncResult *result,
                                     GramRefusal **refusal,
                                     GError **error)
{
  return gram_session_perform_finish (self, result, NULL, refusal, error);
}

gint64
gram_session_get_previous_sign_in (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), 0);

  return self->actor != NULL ? gram_actor_get_previous_sign_in (self->actor) : 0;
}

guint
gram_session_get_failed_tries (GramSession *self)
{
  g_return_val_if_fail (GRAM_IS_SESSION (self), 0);

  return self->actor != NULL ? gram_actor_get_failed_tries (self->actor) : 0;
}

void
gram_session_sign_out (GramSession *self)
{
  g_return_if_fail (GRAM_IS_SESSION (self));

  if (self->actor == NULL)
    return;

  /* Nobody's account first, so that nothing is asked for in the name of who leaves. */
  _gram_session_set_actor (self, NULL);
  _gram_session_set_locked (self, FALSE);
  g_array_set_size (self->visits, 0);
  self->wanted_account = 0;
  gram_session_set_account (self, NULL);
  g_list_store_remove_all (self->accounts);
}
