/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-queries.h"
#include "gram-registry-table.h"
#include "gram-session-private.h"

/* Notices that are told to the desktop at once; the others follow. */
#define NOTICES_MAX 200

typedef struct
{
  GramActor *actor;
  gint64 account_id;
  GArray *visits; /* of gint64: accounts to read, whether or not the person is a member */
  guint n_visits;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_pointer (&wish->actor, gram_actor_unref);
  g_clear_pointer (&wish->visits, g_array_unref);
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
  g_clear_pointer (&self->notices, g_ptr_array_unref);
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

static gboolean
has_account (const GPtrArray *accounts, gint64 id)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      const GramAccountRecord *account = g_ptr_array_index (accounts, i);

      if (account->id == id)
        return TRUE;
    }
  return FALSE;
}

/* Adds an account that the person went to, unless they may not see it any more. */
static gboolean
read_visit (GramRegistry *registry,
            const Wish *wish,
            gint64 id,
            GPtrArray *accounts,
            GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  if (has_account (accounts, id))
    return TRUE;

  switch (gram_registry_may_view (registry, wish->actor, id, NULL, error))
    {
    case GRAM_OUTCOME_FAILED:
      return FALSE;
    case GRAM_OUTCOME_REFUSED:
      return TRUE;
    case GRAM_OUTCOME_DONE:
    default:
      break;
    }
  if (!gram_account_table_get (gram_registry_get_store (registry), id, &account, error))
    return FALSE;
  if (account != NULL)
    g_ptr_array_add (accounts, g_steal_pointer (&account));
  return TRUE;
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  const GramAccountRecord *first = a;
  const GramAccountRecord *second = b;
  int order = g_ascii_strcasecmp (first->holder, second->holder);

  return order != 0 ? order : g_strcmp0 (first->number, second->number);
}

/* Those that the person is a member of, and those gone to: never all accounts of the registry. */
static GPtrArray *
read_accounts (GramRegistry *registry, const Wish *wish, GError **error)
{
  g_autoptr (GPtrArray) accounts
      = gram_account_table_list (gram_registry_get_store (registry),
                                 gram_actor_get_person_id (wish->actor), error);

  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < wish->visits->len; i++)
    {
      if (!read_visit (registry, wish, g_array_index (wish->visits, gint64, i), accounts, error))
        return NULL;
    }
  g_ptr_array_sort_values (accounts, compare_accounts);
  return g_steal_pointer (&accounts);
}

/* What waits for the person. Who may not ask has nothing that waits. */
static gboolean
read_inbox (GramRegistry *registry, const Wish *wish, GramSessionNews *news, GError **error)
{
  g_autoptr (GramRefusal) refusal = NULL;

  if (gram_registry_inbox_counts (registry, wish->actor, wish->account_id, &news->counts, NULL,
                                  error)
      == GRAM_OUTCOME_FAILED)
    return FALSE;
  news->notices
      = gram_registry_notices_for_desktop (registry, wish->actor, NOTICES_MAX, &refusal, error);
  return news->notices != NULL || refusal != NULL;
}

static gboolean
read_person (GramRegistry *registry, const Wish *wish, GramSessionNews *news, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (!gram_person_table_get (gram_registry_get_store (registry),
                              gram_actor_get_person_id (wish->actor), &person, error))
    return FALSE;
  news->person_gone = person == NULL || !person->active;
  if (news->person_gone)
    return TRUE;

  news->role = person->role;
  news->accounts = read_accounts (registry, wish, error);
  return news->accounts != NULL && read_permits (registry, wish, news, error)
         && read_inbox (registry, wish, news, error);
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

static void ask (GramSession *self, GTask *outer);

static void
news_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GramSessionNews) news = g_task_propagate_pointer (G_TASK (result), &error);

  if (news == NULL)
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }
  /* The person went to another account meanwhile, of which this does not know. */
  if (wish->actor == self->actor && wish->n_visits != self->n_visits && self->reader != NULL)
    {
      ask (self, g_steal_pointer (&outer));
      return;
    }
  /* Somebody else may have signed in meanwhile; their own refresh follows. */
  if (wish->actor == self->actor)
    _gram_session_take_news (self, news);
  g_task_return_boolean (outer, TRUE);
}

/* Takes over the task that waits. */
static void
ask (GramSession *self, GTask *outer)
{
  Wish *wish = g_new0 (Wish, 1);
  GTask *task = g_task_new (self, NULL, news_cb, outer);

  wish->actor = self->actor != NULL ? gram_actor_ref (self->actor) : NULL;
  wish->account_id = _gram_session_get_account_id (self);
  /* An administrator may see the current account even if a membership in it ended. */
  wish->visits = g_array_copy (self->visits);
  if (wish->account_id != 0)
    g_array_append_val (wish->visits, wish->account_id);
  wish->n_visits = self->n_visits;
  g_task_set_static_name (task, "[gram] news of the session");
  g_task_set_task_data (task, wish, wish_free);
  gram_worker_push (self->reader, task, read_news);
}

void
_gram_session_refresh_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (outer, _gram_session_refresh_async);
  if (self->reader == NULL)
    g_task_return_new_error_literal (outer, G_IO_ERROR, G_IO_ERROR_CLOSED, "Closed");
  else
    ask (self, g_steal_pointer (&outer));
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
accounts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  if (_gram_session_refresh_finish (GRAM_SESSION (source), result, &error))
    _gram_session_refresh_async (GRAM_SESSION (source), settled_cb, g_steal_pointer (&outer));
  else
    g_task_return_error (outer, error);
}

/* Refreshes twice: the first time brings the accounts and chooses one, the second its permits. */
void
_gram_session_settle_async (GramSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (outer, _gram_session_settle_async);
  _gram_session_refresh_async (self, accounts_cb, outer);
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
  /* Unlocking asks for everything anew. */
  if (self->locked)
    return;
  /* If the store failed, the pages ask for themselves and show why. */
  if (fresh || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _gram_session_emit_changed (self);
}

/* However many commands were performed while a refresh is under way, one more follows. */
void
_gram_session_queue_change (GramSession *self)
{
  if (self->reader == NULL || self->locked)
    return;
  if (self->refreshing)
    {
      self->refresh_again = TRUE;
      return;
    }
  self->refreshing = TRUE;
  _gram_session_refresh_async (self, change_cb, NULL);
}
