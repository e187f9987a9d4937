/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-list.h"

#include "gram-queries.h"
#include "gram-vehicle-list-private.h"

/* Most records that one job fetches; what is still missing then is asked for next. */
#define FETCH_LIMIT 512

/*
 * A question goes to the reader as data, and its answer comes back as data: neither holds the list, whose places only
 * the main thread may touch.
 */
typedef struct
{
  const GramVehicleReads *reads;
  GramActor *actor;
  GramVehicleQuery *query;
  GArray *wanted; /* pages: ids to fetch */
  guint limit;    /* ids: at most so many, 0 all */
  guint generation;
  guint record_age;
} Question;

typedef struct
{
  GArray *ids;
  GPtrArray *page;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->actor, gram_actor_unref);
  g_clear_pointer (&question->query, gram_vehicle_query_free);
  g_clear_pointer (&question->wanted, g_array_unref);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->page, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static Question *
question_new (GramVehicleList *self)
{
  Question *question = g_new0 (Question, 1);
  GramActor *actor = self->session != NULL ? gram_session_get_actor (self->session) : NULL;

  question->reads = self->reads;
  question->actor = actor != NULL ? gram_actor_ref (actor) : NULL;
  question->generation = self->generation;
  question->record_age = self->record_age;
  return question;
}

/* On the reader's thread. The first ids bring their records with them, so that one answer paints the screen. */
static void
read_ids (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  GError *error = NULL;

  if (registry != NULL)
    gram_store_watch (gram_registry_get_store (registry), cancellable);
  answer->ids
      = question->reads->ids (registry, question->actor, question->query, question->limit, &error);
  if (answer->ids != NULL && question->limit > 0)
    answer->page = question->reads->page (registry, (const gint64 *)(gpointer)answer->ids->data,
                                          answer->ids->len, &error);
  if (registry != NULL)
    gram_store_watch (gram_registry_get_store (registry), NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), answer_free);
}

static void
read_page (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  GError *error = NULL;

  answer->page = question->reads->page (registry, (const gint64 *)(gpointer)question->wanted->data,
                                        question->wanted->len, &error);
  if (answer->page == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), answer_free);
}

static void
ask_again (GramVehicleList *self)
{
  self->stale = FALSE;
  _gram_vehicle_list_ask (self, FALSE);
}

static void
finish_asking (GramVehicleList *self, const Question *question, Answer *answer)
{
  gboolean first = question->limit > 0;
  gboolean complete = !first || answer->ids->len < question->limit;

  if (answer->page != NULL && question->record_age == self->record_age)
    gram_vehicle_cache_add (self->cache, answer->page);
  _gram_vehicle_list_take_ids (self, g_steal_pointer (&answer->ids), complete);

  if (!complete)
    {
      _gram_vehicle_list_emit_requeried (self);
      /* A handler may have asked for something else. */
      if (question->generation == self->generation && self->asking == NULL)
        _gram_vehicle_list_ask (self, FALSE);
      return;
    }

  if (self->stale)
    ask_again (self);
  else
    _gram_vehicle_list_set_loading (self, FALSE);
  if (first)
    _gram_vehicle_list_emit_requeried (self);
  else
    _gram_vehicle_list_emit_refreshed (self);
}

/* The list may be gone by the time of the answer: what waits for it is a weak reference. */
static gpointer
weak_new (GramVehicleList *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static GramVehicleList *
weak_take (gpointer data)
{
  g_autofree GWeakRef *weak = data;
  GramVehicleList *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  return self;
}

static void
ids_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramVehicleList) self = weak_take (user_data);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  /* Not wanted any more: another question has been asked since. */
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  g_clear_object (&self->asking);
  if (answer != NULL)
    {
      _gram_vehicle_list_set_error (self, NULL);
      finish_asking (self, question, answer);
      return;
    }

  _gram_vehicle_list_set_loading (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      _gram_vehicle_list_take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
      _gram_vehicle_list_set_error (self, error);
    }
}

/* Asks for the first ids with their records, or for the whole snapshot, in place of what was asked before. */
void
_gram_vehicle_list_ask (GramVehicleList *self, gboolean first)
{
  GramWorker *reader = _gram_vehicle_list_get_reader (self);
  Question *question;
  GTask *task;

  g_assert (self->query != NULL);

  /* The registry was closed while the first ids were on their way. */
  if (reader == NULL)
    return;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  self->stale = FALSE;

  question = question_new (self);
  question->query = gram_vehicle_query_copy (self->query);
  question->limit = first ? GRAM_VEHICLE_LIST_FIRST : 0;
  task = g_task_new (NULL, self->asking, ids_cb, weak_new (self));
  g_task_set_static_name (task, "[gram] ids of vehicles");
  g_task_set_task_data (task, question, question_free);
  gram_worker_push (reader, task, read_ids);
  _gram_vehicle_list_set_loading (self, TRUE);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramVehicleList) self = weak_take (user_data);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->fetching)
    return;

  g_clear_object (&self->fetching);
  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _gram_vehicle_list_set_error (self, error);
      return;
    }
  if (question->record_age != self->record_age)
    {
      _gram_vehicle_list_queue_fetch (self);
      return;
    }
  /* Nothing came: what was asked for is not there, and asking again would not bring it. */
  if (answer->page->len == 0)
    return;

  gram_vehicle_cache_add (self->cache, answer->page);
  _gram_vehicle_list_show_loaded (self);
}

static void
want_block (GramVehicleList *self, GArray *wanted, guint block)
{
  guint first = block * GRAM_VEHICLE_LIST_PAGE;
  guint end = MIN (first + GRAM_VEHICLE_LIST_PAGE, self->ids->len);

  for (guint i = first; i < end && wanted->len < FETCH_LIMIT; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      GPtrArray *page;

      if (gram_vehicle_cache_find (self->cache, id, &page) == NULL)
        g_array_append_val (wanted, id);
    }
}

/* The pages that hold a place alive without its record. */
static GArray *
find_wanted (GramVehicleList *self)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (NULL, NULL);
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint position = GPOINTER_TO_UINT (key);
      gint64 id = gram_vehicle_list_get_id (self, position);
      guint block = position / GRAM_VEHICLE_LIST_PAGE;
      GPtrArray *page;

      if (id == 0 || gram_vehicle_cache_find (self->cache, id, &page) != NULL)
        continue;
      if (g_hash_table_add (blocks, GUINT_TO_POINTER (block)))
        want_block (self, wanted, block);
    }
  return wanted;
}

static gboolean
fetch_cb (gpointer user_data)
{
  GramVehicleList *self = user_data;
  GramWorker *reader = _gram_vehicle_list_get_reader (self);
  g_autoptr (GArray) wanted = NULL;
  Question *question;
  GTask *task;

  self->fetch_source = 0;
  /* What is missing once the pages under way are there is asked for then. */
  if (self->fetching != NULL || reader == NULL)
    return G_SOURCE_REMOVE;

  wanted = find_wanted (self);
  if (wanted->len == 0)
    return G_SOURCE_REMOVE;

  self->fetching = g_cancellable_new ();
  question = question_new (self);
  question->wanted = g_steal_pointer (&wanted);
  task = g_task_new (NULL, self->fetching, page_cb, weak_new (self));
  g_task_set_static_name (task, "[gram] page of vehicles");
  g_task_set_task_data (task, question, question_free);
  gram_worker_push (reader, task, read_page);
  return G_SOURCE_REMOVE;
}

void
_gram_vehicle_list_queue_fetch (GramVehicleList *self)
{
  if (self->fetch_source == 0)
    self->fetch_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fetch_cb, self, NULL);
}

void
_gram_vehicle_list_stop (GramVehicleList *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  if (self->fetching != NULL)
    g_cancellable_cancel (self->fetching);
  g_clear_object (&self->asking);
  g_clear_object (&self->fetching);
  self->stale = FALSE;
}

static GArray *
registry_ids (GramRegistry *registry,
              GramActor *actor,
              const GramVehicleQuery *query,
              guint limit,
              GError **error)
{
  g_autoptr (GramRefusal) refusal = NULL;

  if (actor == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "Nobody is signed in");
      return NULL;
    }
  switch (gram_registry_may_view (registry, actor, query->account_id, &refusal, error))
    {
    case GRAM_OUTCOME_DONE:
      return gram_vehicle_table_ids (gram_registry_get_store (registry), query, limit, error);
    case GRAM_OUTCOME_REFUSED:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, refusal->message);
      return NULL;
    case GRAM_OUTCOME_FAILED:
    default:
      return NULL;
    }
}

static GPtrArray *
registry_page (GramRegistry *registry, const gint64 *ids, guint n_ids, GError **error)
{
  return gram_vehicle_table_page (gram_registry_get_store (registry), ids, n_ids, error);
}

const GramVehicleReads *
_gram_vehicle_reads_of_registry (void)
{
  static const GramVehicleReads reads = { registry_ids, registry_page };

  return &reads;
}
