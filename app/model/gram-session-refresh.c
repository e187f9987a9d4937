/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-member-table.h"
#include "gram-queries.h"
#include "gram-registry-table.h"
#include "gram-session-private.h"

/* How often another process's commits are looked for. */
#define POLL_SECONDS 1

typedef struct
{
  GramActor *actor;
  gint64 account_id;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_pointer (&wish->actor, gram_actor_unref);
  g_free (wish);
}

void
_gram_session_news_free (GramSessionNews *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->practice_today);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->permits, g_hash_table_unref);
  g_free (self);
}

static void
refusal_free_cb (gpointer data)
{
  gram_refusal_free (data);
}

static gboolean
read_permits (GramRegistry *registry, const Wish *wish, GramSessionNews *news, GError **error)
{
  gsize n_commands = 0;
  const GramCommand *commands = gram_command_table (&n_commands);

  news->permits = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, refusal_free_cb);
  for (gsize i = 0; i < n_commands; i++)
    {
      GramRefusal *refusal = NULL;

      if (gram_registry_allows (registry, wish->actor, commands[i].name, wish->account_id, &refusal,
                                error)
          == GRAM_OUTCOME_FAILED)
        return FALSE;
      g_hash_table_insert (news->permits, (gpointer)commands[i].name, refusal);
    }
  return TRUE;
}

/* The registry's administrator is shown all accounts, and may be a member of some. */
static gboolean
read_memberships (GramRegistry *registry, const Wish *wish, GPtrArray *accounts, GError **error)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      GramAccountRecord *account = g_ptr_array_index (accounts, i);
      g_autoptr (GramMember) member = NULL;

      if (!gram_member_table_get (gram_registry_get_store (registry), account->id,
                                  gram_actor_get_person_id (wish->actor), &member, error))
        return FALSE;
      account->owner = member != NULL && member->owner;
      account->permissions = member != NULL ? member->permissions : 0;
    }
  return TRUE;
}

static gboolean
read_person (GramRegistry *registry, const Wish *wish, GramSessionNews *news, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (!gram_person_table_get (gram_registry_get_store (registry),
                              gram_actor_get_person_id (wish->actor), &person, error))
    return FALSE;
  if (person != NULL)
    news->role = person->role;

  news->accounts = gram_registry_list_accounts (registry, wish->actor, error);
  return news->accounts != NULL && read_memberships (registry, wish, news->accounts, error)
         && read_permits (registry, wish, news, error);
}

static void
read_news (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Wish *wish = g_task_get_task_data (task);
  g_autoptr (GramSessionNews) news = g_new0 (GramSessionNews, 1);
  GError *error = NULL;

  /* First of all: what is committed while we read makes the next look find another number. */
  news->data_version = gram_store_data_version (gram_registry_get_store (registry));
  news->account_id = wish->account_id;
  news->kind = gram_registry_get_kind (registry);
  news->title = g_strdup (gram_registry_get_title (registry));
  if (news->kind == GRAM_REGISTRY_PRACTICE)
    news->practice_today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCS_USED);

  if (wish->actor != NULL && !read_person (registry, wish, news, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&news), (GDestroyNotify)_gram_session_news_free);
}

static void
news_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GramSessionNews) news = g_task_propagate_pointer (G_TASK (result), &error);

  if (news == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* Somebody else may have signed in meanwhile; their own refresh follows. */
  if (wish->actor == self->actor)
    _gram_session_take_news (self, news);
  g_task_return_boolean (task, TRUE);
}

void
_gram_session_refresh_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  Wish *wish;
  GTask *task;

  g_task_set_source_tag (outer, _gram_session_refresh_async);
  if (self->reader == NULL)
    {
      g_task_return_new_error_literal (outer, G_IO_ERROR, G_IO_ERROR_CLOSED, "Closed");
      return;
    }

  wish = g_new0 (Wish, 1);
  wish->actor = self->actor != NULL ? gram_actor_ref (self->actor) : NULL;
  wish->account_id = self->account != NULL ? gram_account_get_id (self->account) : 0;
  task = g_task_new (self, NULL, news_cb, g_steal_pointer (&outer));
  g_task_set_static_name (task, "[gram] news of the session");
  g_task_set_task_data (task, wish, wish_free);
  gram_worker_push (self->reader, task, read_news);
}

gboolean
_gram_session_refresh_finish (GramSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
change_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GError) error = NULL;
  gboolean fresh = _gram_session_refresh_finish (self, result, &error);

  self->refreshing = FALSE;
  if (self->refresh_again)
    {
      self->refresh_again = FALSE;
      _gram_session_queue_change (self);
      return;
    }
  /* If the store failed, the pages ask for themselves and show why. */
  if (fresh || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _gram_session_emit_changed (self);
}

/* However many commands were performed while a refresh is under way, one more follows. */
void
_gram_session_queue_change (GramSession *self)
{
  if (self->reader == NULL)
    return;
  if (self->refreshing)
    {
      self->refresh_again = TRUE;
      return;
    }
  self->refreshing = TRUE;
  _gram_session_refresh_async (self, change_cb, NULL);
}

static void
read_version (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  gint64 *version = g_new0 (gint64, 1);

  *version = gram_store_data_version (gram_registry_get_store (registry));
  g_task_return_pointer (task, version, g_free);
}

static void
version_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autofree gint64 *version = g_task_propagate_pointer (G_TASK (result), NULL);

  self->polling = FALSE;
  if (version != NULL && *version != self->data_version && !self->refreshing)
    _gram_session_queue_change (self);
}

static gboolean
poll_cb (gpointer user_data)
{
  GramSession *self = user_data;
  GTask *task;

  if (self->polling || self->refreshing)
    return G_SOURCE_CONTINUE;

  self->polling = TRUE;
  task = g_task_new (self, NULL, version_cb, NULL);
  g_task_set_static_name (task, "[gram] version of the registry");
  gram_worker_push (self->reader, task, read_version);
  return G_SOURCE_CONTINUE;
}

void
_gram_session_start_polling (GramSession *self)
{
  g_assert (self->poll_source == 0);

  self->poll_source = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
}
