/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-practice.h"
#include "gram-progress.h"
#include "gram-session-private.h"

#include <glib/gstdio.h>

typedef enum
{
  OPENING_OPEN,
  OPENING_CREATE,
  OPENING_PRACTICE,
  OPENING_BESIDE,
} OpeningKind;

typedef struct
{
  /* Main thread only */
  GramSession *session;
  GCancellable *cancellable;

  OpeningKind kind;
  char *path;
  GramSetup setup;
  GramProgress *progress;

  /* Beside another session: where that one is */
  char *today;
  gint64 account_id;
  gboolean locked;

  /* What came of it */
  GramActor *actor;
  GramRefusal *refusal;
} Opening;

static void
wipe (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  /* Whoever did not take the session does not want it. */
  if (opening->session != NULL)
    gram_session_close (opening->session);
  g_clear_object (&opening->session);
  g_clear_object (&opening->cancellable);
  g_free (opening->path);
  g_free (opening->today);
  g_free ((char *)opening->setup.title);
  g_free ((char *)opening->setup.email);
  g_free ((char *)opening->setup.name);
  wipe ((char *)opening->setup.password);
  g_free ((char *)opening->setup.practice_today);
  g_free ((char *)opening->setup.rulebook_folder);
  g_clear_pointer (&opening->progress, gram_progress_unref);
  g_clear_pointer (&opening->actor, gram_actor_unref);
  g_clear_pointer (&opening->refusal, gram_refusal_free);
  g_free (opening);
}

/* A practice registry is made anew each time; what an older one left must not be taken for a part of it. */
static void
remove_registry (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static GramRegistry *
create_and_sign_in (Opening *opening, GError **error)
{
  g_autoptr (GramRegistry) registry
      = gram_registry_create (opening->path, &opening->setup, &opening->refusal, error);

  if (registry == NULL)
    return NULL;
  if (gram_registry_sign_in (registry, opening->setup.email, opening->setup.password,
                             &opening->actor, &opening->refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  return g_steal_pointer (&registry);
}

static void
open_writer (GramWorker *worker, GramRegistry *nothing, GTask *task, GCancellable *cancellable)
{
  Opening *opening = g_task_get_task_data (task);
  GramRegistry *registry = NULL;
  GError *error = NULL;

  switch (opening->kind)
    {
    case OPENING_CREATE:
      registry = create_and_sign_in (opening, &error);
      break;
    case OPENING_PRACTICE:
      remove_registry (opening->path);
      registry = gram_practice_create (opening->path,
                                       opening->progress != NULL ? gram_progress_tell : NULL,
                                       opening->progress, cancellable, &opening->refusal, &error);
      break;
    case OPENING_OPEN:
    case OPENING_BESIDE:
    default:
      registry = gram_registry_open (opening->path, GRAM_STORE_READ_WRITE, &error);
      break;
    }

  if (registry != NULL)
    gram_worker_take_registry (worker, registry);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, registry != NULL);
}

static void
open_reader (GramWorker *worker, GramRegistry *nothing, GTask *task, GCancellable *cancellable)
{
  const Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  GramRegistry *registry = gram_registry_open (opening->path, GRAM_STORE_READ_ONLY, &error);

  if (registry == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  gram_worker_take_registry (worker, registry);
  g_task_return_boolean (task, TRUE);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Opening *opening = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!_gram_session_refresh_finish (GRAM_SESSION (source), result, &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  _gram_session_start_polling (opening->session);
  g_task_return_boolean (outer, TRUE);
}

/* A second window begins where the first one is. */
static void
go_beside (GramSession *self, const Opening *opening)
{
  self->wanted_account = opening->account_id;
  if (opening->account_id != 0)
    _gram_session_add_visit (self, opening->account_id);
  self->locked = opening->locked;
  if (opening->today == NULL)
    return;
  g_set_str (&self->today_wanted, opening->today);
  _gram_session_push_today (self, self->writer, NULL);
  _gram_session_push_today (self, self->reader, NULL);
}

static void
reader_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Opening *opening = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  if (opening->actor != NULL)
    _gram_session_set_actor (opening->session, opening->actor);
  if (opening->kind == OPENING_BESIDE)
    go_beside (opening->session, opening);
  _gram_session_settle_async (opening->session, settled_cb, g_steal_pointer (&outer));
}

static void
push (GramWorker *worker, GTask *outer, GAsyncReadyCallback callback, GramWorkerFunc func)
{
  Opening *opening = g_task_get_task_data (outer);
  GTask *task = g_task_new (NULL, opening->cancellable, callback, g_object_ref (outer));

  g_task_set_static_name (task, "[gram] open a registry");
  /* Belongs to the outer task, which waits for this one. */
  g_task_set_task_data (task, opening, NULL);
  gram_worker_push (worker, task, func);
}

static void
writer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Opening *opening = g_task_get_task_data (outer);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    push (gram_session_get_reader (opening->session), outer, reader_cb, open_reader);
  else if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_boolean (outer, FALSE);
}

static void
start (Opening *opening,
       gpointer tag,
       GramSessionProgress progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) outer = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (outer, tag);
  g_task_set_check_cancellable (outer, FALSE);
  g_set_object (&opening->cancellable, cancellable);
  opening->session = _gram_session_new (opening->path);
  opening->progress = gram_progress_new (NULL, outer, progress, progress_data);
  g_task_set_task_data (outer, opening, opening_free);
  push (opening->session->writer, outer, writer_cb, open_writer);
}

static GramSession *
finish (GAsyncResult *result, GramRefusal **refusal, GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), error))
    return g_steal_pointer (&opening->session);
  if (opening->refusal != NULL && refusal != NULL)
    *refusal = g_steal_pointer (&opening->refusal);
  else if (opening->refusal != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, opening->refusal->message);
  return NULL;
}

void
gram_session_open_async (const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (path != NULL);

  opening = g_new0 (Opening, 1);
  opening->kind = OPENING_OPEN;
  opening->path = g_strdup (path);
  start (opening, gram_session_open_async, NULL, NULL, cancellable, callback, user_data);
}

GramSession *
gram_session_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return finish (result, NULL, error);
}

void
gram_session_create_async (const char *path,
                           const GramSetup *setup,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (path != NULL);
  g_return_if_fail (setup != NULL);

  opening = g_new0 (Opening, 1);
  opening->kind = OPENING_CREATE;
  opening->path = g_strdup (path);
  opening->setup.kind = setup->kind;
  opening->setup.title = g_strdup (setup->title);
  opening->setup.email = g_strdup (setup->email);
  opening->setup.name = g_strdup (setup->name);
  opening->setup.password = g_strdup (setup->password);
  opening->setup.practice_today = g_strdup (setup->practice_today);
  opening->setup.rulebook_folder = g_strdup (setup->rulebook_folder);
  start (opening, gram_session_create_async, NULL, NULL, cancellable, callback, user_data);
}

GramSession *
gram_session_create_finish (GAsyncResult *result, GramRefusal **refusal, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (refusal == NULL || *refusal == NULL, NULL);

  return finish (result, refusal, error);
}

void
gram_session_create_practice_async (const char *path,
                                    GramSessionProgress progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (path != NULL);

  opening = g_new0 (Opening, 1);
  opening->kind = OPENING_PRACTICE;
  opening->path = g_strdup (path);
  start (opening, gram_session_create_practice_async, progress, progress_data, cancellable,
         callback, user_data);
}

void
gram_session_open_beside_async (GramSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Opening *opening;

  g_return_if_fail (GRAM_IS_SESSION (self));

  opening = g_new0 (Opening, 1);
  opening->kind = OPENING_BESIDE;
  opening->path = g_strdup (self->path);
  opening->today = g_strdup (self->today_wanted);
  opening->actor = self->actor != NULL ? gram_actor_ref (self->actor) : NULL;
  opening->account_id = _gram_session_get_account_id (self);
  opening->locked = self->locked;
  start (opening, gram_session_open_beside_async, NULL, NULL, cancellable, callback, user_data);
}
