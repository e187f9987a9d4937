/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-questions-inbox.h"

#include "gram-notice-item-private.h"
#include "gram-question.h"
#include "gram-session-private.h"

#include <glib/gi18n-lib.h>

/* More than so many at once are told as one. */
#define APART_MAX 3

static GVariant *
mark_arguments (GArray *ids, const char *as)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert_value (&dict, "notices",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len,
                                                          sizeof (gint64)));
  g_variant_dict_insert (&dict, "as", "s", as);
  return g_variant_dict_end (&dict);
}

/* Notices on their way to the desktop. */
typedef struct
{
  GramActor *actor;
  GPtrArray *rows;
} Telling;

static void
telling_free (Telling *telling)
{
  gram_actor_unref (telling->actor);
  g_ptr_array_unref (telling->rows);
  g_free (telling);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Telling, telling_free)

static gboolean
is_among (gint64 id, const gint64 *ids, gsize n_ids)
{
  for (gsize i = 0; i < n_ids; i++)
    {
      if (ids[i] == id)
        return TRUE;
    }
  return FALSE;
}

static void
tell (GramSession *self, const Telling *telling, const gint64 *ids, gsize n_ids)
{
  if (n_ids > APART_MAX)
    {
      _gram_session_emit_notices_arrived (self, (guint)n_ids);
      return;
    }
  for (guint i = 0; i < telling->rows->len; i++)
    {
      const GramNoticeRow *row = g_ptr_array_index (telling->rows, i);
      g_autoptr (GramNoticeItem) notice = NULL;

      if (!is_among (row->id, ids, n_ids))
        continue;
      notice = _gram_notice_item_new (telling->rows, row);
      _gram_session_emit_notice_arrived (self, notice);
    }
}

/* Of several windows and programs that saw the same notice, the one shows it whose mark was the first. */
static void
marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (Telling) telling = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) marked = NULL;
  const gint64 *ids;
  gsize n_ids = 0;

  self->telling = FALSE;
  /* What could not be marked is tried again with the next change. */
  if (gram_session_perform_finish (self, result, &value, &refusal, NULL) != GRAM_OUTCOME_DONE
      || telling->actor != self->actor || self->locked)
    return;

  marked = g_variant_lookup_value (value, "notices", G_VARIANT_TYPE ("ax"));
  if (marked == NULL)
    return;
  ids = g_variant_get_fixed_array (marked, &n_ids, sizeof (gint64));
  tell (self, telling, ids, n_ids);
}

void
_gram_session_take_notices (GramSession *self, GPtrArray *rows)
{
  g_autoptr (GArray) ids = NULL;
  Telling *telling;

  if (rows == NULL || rows->len == 0 || self->telling || self->actor == NULL || self->writer == NULL
      || !_gram_session_is_heard (self))
    return;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, ((const GramNoticeRow *)g_ptr_array_index (rows, i))->id);
  telling = g_new0 (Telling, 1);
  telling->actor = gram_actor_ref (self->actor);
  telling->rows = g_ptr_array_ref (rows);
  self->telling = TRUE;
  gram_session_perform_async (self, "inbox.mark", mark_arguments (ids, "shown"), NULL, NULL, NULL,
                              marked_cb, telling);
}

/* The way to what a notice is about. */
typedef struct
{
  GPtrArray *rows; /* the notice alone */
  GramRefusal *refusal;
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_clear_pointer (&way->rows, g_ptr_array_unref);
  g_clear_pointer (&way->refusal, gram_refusal_free);
  g_free (way);
}

static void
refused (GTask *outer, GramRefusal *refusal)
{
  Way *way = g_task_get_task_data (outer);

  way->refusal = refusal;
  g_clear_pointer (&way->rows, g_ptr_array_unref);
  g_task_return_boolean (outer, TRUE);
}

static gpointer
read_notice (const GramQuestion *question,
             GramRegistry *registry,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GPtrArray) rows
      = gram_registry_notice_rows (registry, question->actor, &question->number, 1, refusal, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 0)
    {
      gram_refuse (refusal, "notice.unknown", NULL,
                   _ ("This notice is not in your inbox, or you no longer have access to what it "
                      "is about."));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;
  GramRefusal *refusal = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (source), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_FAILED)
    g_task_return_error (outer, error);
  else if (refusal != NULL)
    refused (outer, refusal);
  else
    g_task_return_boolean (outer, TRUE);
}

static void
mark_as_read (GramSession *self, GTask *outer)
{
  const Way *way = g_task_get_task_data (outer);
  const GramNoticeRow *row = g_ptr_array_index (way->rows, 0);
  g_autoptr (GArray) ids = NULL;

  if (row->read || self->actor == NULL || self->writer == NULL)
    {
      g_task_return_boolean (outer, TRUE);
      g_object_unref (outer);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, row->id);
  gram_session_perform_async (self, "inbox.mark", mark_arguments (ids, "read"), NULL, NULL, NULL,
                              read_cb, outer);
}

static void
visited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;
  GramRefusal *refusal = NULL;

  if (gram_session_visit_finish (GRAM_SESSION (source), result, &refusal, &error)
      == GRAM_OUTCOME_FAILED)
    g_task_return_error (outer, error);
  else if (refusal != NULL)
    refused (outer, refusal);
  else
    mark_as_read (GRAM_SESSION (source), g_steal_pointer (&outer));
}

/* Who handles the cases of all accounts stays where they are: the queue shows a case of any. */
static gboolean
is_in_queue (GramSession *self, const GramNoticeRow *row)
{
  return (self->role & GRAM_CASE_HANDLERS) != 0 && self->kind != GRAM_REGISTRY_OWN
         && g_str_has_prefix (row->subject, "case");
}

static void
notice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GTask) outer = user_data;
  Way *way = g_task_get_task_data (outer);
  GCancellable *cancellable = g_task_get_cancellable (outer);
  const GramNoticeRow *row;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  way->rows = gram_question_answer (self, result, &refusal, &error);
  if (way->rows == NULL)
    {
      if (error != NULL)
        g_task_return_error (outer, error);
      else
        refused (outer, refusal);
      return;
    }
  row = g_ptr_array_index (way->rows, 0);
  if (row->account_id == 0 || row->account_id == _gram_session_get_account_id (self)
      || is_in_queue (self, row))
    mark_as_read (self, g_steal_pointer (&outer));
  else
    gram_session_visit_async (self, row->account_number, cancellable, visited_cb,
                              g_steal_pointer (&outer));
}

void
gram_session_open_notice_async (GramSession *self,
                                gint64 notice_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const GramQuestion question = { .func = read_notice,
                                  .free_answer = (GDestroyNotify)g_ptr_array_unref,
                                  .number = notice_id };
  GTask *outer;

  g_return_if_fail (GRAM_IS_SESSION (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, gram_session_open_notice_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, g_new0 (Way, 1), way_free);
  gram_question_ask (self, &question, gram_session_open_notice_async, cancellable, notice_cb,
                     outer);
}

GramNoticeItem *
gram_session_open_notice_finish (GramSession *self,
                                 GAsyncResult *result,
                                 GramRefusal **refusal,
                                 GError **error)
{
  Way *way;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (refusal != NULL, NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  way = g_task_get_task_data (G_TASK (result));
  *refusal = g_steal_pointer (&way->refusal);
  return way->rows != NULL ? _gram_notice_item_new (way->rows, g_ptr_array_index (way->rows, 0))
                           : NULL;
}
