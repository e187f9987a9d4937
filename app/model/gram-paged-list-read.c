/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-paged-list.h"

#include "gram-paged-list-private.h"

/* Pages fetched at the same time: the some 205 rows that a list view makes lie on no more. What is wanted besides is
 * looked for when one of them is there, since a list that is being scrolled past it wants it no more by then. */
#define PAGES_UNDER_WAY 3

/*
 * A question goes to the reader as data, and its answer comes back as data: neither holds the list, whose places only
 * the main thread may touch.
 */
typedef struct
{
  const GramPagedReads *reads;
  GramActor *actor;
  gpointer query;
  GDestroyNotify free_query;
  GArray *wanted; /* a page: ids to fetch */
  guint number;   /* a page: which */
  guint limit;    /* ids: at most so many, 0 all */
  guint generation;
  guint row_age;
} Question;

typedef struct
{
  GArray *ids;
  GPtrArray *page;
  GramRefusal *refusal;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->actor, gram_actor_unref);
  g_clear_pointer (&question->query, question->free_query);
  g_clear_pointer (&question->wanted, g_array_unref);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->page, g_ptr_array_unref);
  g_clear_pointer (&answer->refusal, gram_refusal_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static Question *
question_new (GramPagedList *self)
{
  const GramPagedListClass *klass = GRAM_PAGED_LIST_GET_CLASS (self);
  const GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  Question *question = g_new0 (Question, 1);
  GramActor *actor = priv->session != NULL ? gram_session_get_actor (priv->session) : NULL;

  question->reads = priv->reads;
  question->actor = actor != NULL ? gram_actor_ref (actor) : NULL;
  question->query = klass->copy_query (priv->query);
  question->free_query = klass->free_query;
  question->generation = priv->generation;
  question->row_age = priv->row_age;
  return question;
}

static gboolean
read_rows (const Question *question,
           GramRegistry *registry,
           const GArray *ids,
           Answer *answer,
           GError **error)
{
  answer->page = question->reads->rows (registry, question->actor, question->query,
                                        (const gint64 *)(gpointer)ids->data, ids->len,
                                        &answer->refusal, error);
  return answer->page != NULL;
}

/* The first ids bring their rows with them, so that one answer paints the screen. */
static gboolean
read_ids (const Question *question, GramRegistry *registry, Answer *answer, GError **error)
{
  answer->ids = question->reads->ids (registry, question->actor, question->query, question->limit,
                                      &answer->refusal, error);
  if (answer->ids == NULL || question->limit == 0)
    return answer->ids != NULL;
  return read_rows (question, registry, answer->ids, answer, error);
}

/* On the reader's thread. */
static void
read_answer (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Question *question = g_task_get_task_data (task);
  GramStore *store = registry != NULL ? gram_registry_get_store (registry) : NULL;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  GError *error = NULL;
  gboolean done;

  if (store != NULL)
    gram_store_watch (store, cancellable);
  if (question->wanted != NULL)
    done = read_rows (question, registry, question->wanted, answer, &error);
  else
    done = read_ids (question, registry, answer, &error);
  if (store != NULL)
    gram_store_watch (store, NULL);

  g_assert (done + (answer->refusal != NULL) + (error != NULL) == 1);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), answer_free);
}

/* The list may be gone by the time of the answer: what waits for it is a weak reference. */
static gpointer
weak_new (GramPagedList *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static GramPagedList *
weak_take (gpointer data)
{
  g_autofree GWeakRef *weak = data;
  GramPagedList *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  return self;
}

static void
ask_again (GramPagedList *self)
{
  _gram_paged_list_get_private (self)->stale = FALSE;
  _gram_paged_list_ask (self, FALSE);
}

static void
finish_asking (GramPagedList *self, const Question *question, Answer *answer)
{
  const GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  gboolean first = question->limit > 0;
  gboolean complete = !first || answer->ids->len < question->limit;

  if (answer->page != NULL && question->row_age == priv->row_age)
    gram_page_cache_add (priv->cache, answer->page);
  _gram_paged_list_take_ids (self, g_steal_pointer (&answer->ids), complete);

  if (!complete)
    {
      _gram_paged_list_emit_requeried (self);
      /* A handler may have asked for something else. */
      if (question->generation == priv->generation && priv->asking == NULL)
        _gram_paged_list_ask (self, FALSE);
      return;
    }

  if (priv->stale)
    ask_again (self);
  else
    _gram_paged_list_set_loading (self, FALSE);
  if (first)
    _gram_paged_list_emit_requeried (self);
  else
    _gram_paged_list_emit_refreshed (self);
}

/* Why there is no answer; %NULL if it was only cancelled. */
static const char *
reason_of (const Answer *answer, const GError *error)
{
  if (answer != NULL)
    return answer->refusal->message;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message;
}

static void
ids_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPagedList) self = weak_take (user_data);
  GramPagedListPrivate *priv = self != NULL ? _gram_paged_list_get_private (self) : NULL;
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);
  const char *reason;

  /* Not wanted any more: another question has been asked since. */
  if (priv == NULL || g_task_get_cancellable (G_TASK (result)) != priv->asking)
    return;

  g_clear_object (&priv->asking);
  if (answer != NULL && answer->refusal == NULL)
    {
      _gram_paged_list_set_error (self, NULL);
      finish_asking (self, question, answer);
      return;
    }

  _gram_paged_list_set_loading (self, FALSE);
  reason = reason_of (answer, error);
  if (reason != NULL)
    {
      _gram_paged_list_take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
      _gram_paged_list_set_error (self, reason);
    }
}

static void
push (GramPagedList *self,
      Question *question,
      GCancellable *cancellable,
      GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (NULL, cancellable, callback, weak_new (self));

  g_task_set_static_name (task, "[gram] page of a list");
  g_task_set_task_data (task, question, question_free);
  gram_worker_push (_gram_paged_list_get_reader (self), task, read_answer);
}

/* Asks for the first ids with their rows, or for the whole snapshot, in place of what was asked before. */
void
_gram_paged_list_ask (GramPagedList *self, gboolean first)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  Question *question;

  g_assert (priv->query != NULL);

  /* The registry was closed or locked while the first ids were on their way. */
  if (_gram_paged_list_get_reader (self) == NULL)
    {
      _gram_paged_list_set_loading (self, FALSE);
      return;
    }

  if (priv->asking != NULL)
    g_cancellable_cancel (priv->asking);
  g_clear_object (&priv->asking);
  priv->asking = g_cancellable_new ();
  priv->stale = FALSE;

  question = question_new (self);
  question->limit = first ? GRAM_PAGED_LIST_FIRST : 0;
  push (self, question, priv->asking, ids_cb);
  _gram_paged_list_set_loading (self, TRUE);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPagedList) self = weak_take (user_data);
  GramPagedListPrivate *priv = self != NULL ? _gram_paged_list_get_private (self) : NULL;
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (priv == NULL || g_task_get_cancellable (G_TASK (result)) != priv->fetching)
    return;

  g_hash_table_remove (priv->under_way, GUINT_TO_POINTER (question->number));
  if (answer == NULL || answer->refusal != NULL)
    {
      const char *reason = reason_of (answer, error);

      if (reason != NULL)
        _gram_paged_list_set_error (self, reason);
      return;
    }
  if (question->row_age == priv->row_age)
    {
      /* Nothing came: what was asked for is not there, and asking again would not bring it. */
      if (answer->page->len == 0)
        return;
      gram_page_cache_add (priv->cache, answer->page);
    }
  _gram_paged_list_show_loaded (self);
}

/* The ids of a page whose rows are not there. */
static GArray *
find_missing (const GramPagedListPrivate *priv, guint number)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first = number * GRAM_PAGED_LIST_PAGE;
  guint end = MIN (first + GRAM_PAGED_LIST_PAGE, priv->ids->len);

  for (guint i = first; i < end; i++)
    {
      gint64 id = g_array_index (priv->ids, gint64, i);
      GPtrArray *page;

      if (gram_page_cache_find (priv->cache, id, &page) == NULL)
        g_array_append_val (missing, id);
    }
  return missing;
}

/*
 * Fetches the page of a place at once, not in an idle: a list view makes its places while it lays its rows out, and the
 * rows are here by the time that it has painted.
 */
void
_gram_paged_list_want (GramPagedList *self, guint position)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  guint number = position / GRAM_PAGED_LIST_PAGE;
  Question *question;

  if (g_hash_table_contains (priv->under_way, GUINT_TO_POINTER (number))
      || g_hash_table_size (priv->under_way) >= PAGES_UNDER_WAY
      || _gram_paged_list_get_reader (self) == NULL)
    return;

  if (priv->fetching == NULL)
    priv->fetching = g_cancellable_new ();
  g_hash_table_add (priv->under_way, GUINT_TO_POINTER (number));
  question = question_new (self);
  question->number = number;
  question->wanted = find_missing (priv, number);
  push (self, question, priv->fetching, page_cb);
}

void
_gram_paged_list_stop (GramPagedList *self)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  if (priv->asking != NULL)
    g_cancellable_cancel (priv->asking);
  if (priv->fetching != NULL)
    g_cancellable_cancel (priv->fetching);
  g_clear_object (&priv->asking);
  g_clear_object (&priv->fetching);
  g_hash_table_remove_all (priv->under_way);
  priv->stale = FALSE;
}
