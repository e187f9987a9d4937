/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-query.h"

#include "gram-id-list.h"

/*
 * A search has to answer its first results within a frame, whatever was typed. Four ways lead there; which one is short
 * depends on how many vehicles match, and that is found out cheaply:
 *
 *   few vehicles pass the filter        read and check them all
 *   newest first                        the index streams its candidates in that order
 *   few candidates                      read, check and sort them
 *   many candidates, few wanted         walk the order's index and check row by row: every few rows one matches;
 *                                       if not, because the matches stand together, take all candidates as a set and
 *                                       walk the order's index past those that are not in it
 */

/* What can be read, checked and sorted in a few milliseconds. */
#define FEW 2500

/* Rows that a walk may check before it is given up. */
#define WALK 2500

/* Candidates that are checked at a time, at first. */
#define BATCH 256
#define MAX_BATCH 16384

static guint few = FEW;
static guint most_walked = WALK;

/* A set of ids: one bit each, as ids are given one after another. */
typedef struct
{
  gint64 end;
  guint8 *bits;
} IdSet;

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
id_set_init (IdSet *self, const GArray *ids)
{
  self->end = 0;
  for (guint i = 0; i < ids->len; i++)
    self->end = MAX (self->end, g_array_index (ids, gint64, i) + 1);
  self->bits = g_malloc0 ((gsize)self->end / 8 + 1);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      self->bits[id / 8] |= (guint8)(1 << id % 8);
    }
}

static void
id_set_clear (IdSet *self)
{
  g_free (self->bits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IdSet, id_set_clear)

static gboolean
id_set_contains (const IdSet *self, gint64 id)
{
  return id < self->end && (self->bits[id / 8] & 1 << id % 8) != 0;
}

/* Checks a batch and appends what matches; the batch is empty then. */
static gboolean
check_batch (GramStore *store,
             const GramVehicleQuery *query,
             const GramVehicleSearch *search,
             GArray *batch,
             GArray *ids,
             guint limit,
             GError **error)
{
  g_autoptr (GArray) matches = NULL;

  matches = _gram_vehicle_query_among (store, query, search, batch,
                                       limit > 0 ? limit - ids->len : 0, error);
  if (matches == NULL)
    return FALSE;
  if (matches->len > 0)
    g_array_append_vals (ids, matches->data, matches->len);
  g_array_set_size (batch, 0);
  return TRUE;
}

/* Checks what a statement answers, in its order, until there is enough. @wanted, if any, is a set of ids to check. */
static GArray *
check_stream (GramStore *store,
              const GramVehicleQuery *query,
              const GramVehicleSearch *search,
              GramStatement *stream,
              const IdSet *wanted,
              guint limit,
              GError **error)
{
  g_autoptr (GArray) ids = new_ids ();
  g_autoptr (GArray) batch = new_ids ();
  guint batch_size = BATCH;
  GramStep step;

  while ((step = gram_statement_step (stream, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (stream, 0);

      if (wanted != NULL && !id_set_contains (wanted, id))
        continue;
      g_array_append_val (batch, id);
      if (batch->len < batch_size)
        continue;
      if (!check_batch (store, query, search, batch, ids, limit, error))
        return NULL;
      if (limit > 0 && ids->len >= limit)
        return g_steal_pointer (&ids);
      batch_size = MIN (batch_size * 2, MAX_BATCH);
    }
  if (step == GRAM_STEP_ERROR || !check_batch (store, query, search, batch, ids, limit, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Walks the order's index and checks each row; NULL in @ids if it was given up. */
static gboolean
walk_and_check (GramStore *store,
                const GramVehicleQuery *query,
                const GramVehicleSearch *search,
                guint limit,
                GArray **ids,
                GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GArray) found = new_ids ();
  guint walked = 0;
  GramStep step;

  *ids = NULL;
  statement = _gram_vehicle_query_prepare (store, query, search, GRAM_VEHICLE_WALK_AND_CHECK,
                                           most_walked, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);

      walked++;
      if (gram_statement_int64 (statement, 1) == 0)
        continue;
      g_array_append_val (found, id);
      if (found->len >= limit)
        break;
    }
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  if (step == GRAM_STEP_ROW || walked < most_walked)
    *ids = g_steal_pointer (&found);
  return TRUE;
}

static GArray *
search_many (GramStore *store,
             const GramVehicleQuery *query,
             const GramVehicleSearch *search,
             guint limit,
             GError **error)
{
  g_autoptr (GArray) candidates = new_ids ();
  g_autoptr (GramStatement) walk = NULL;
  g_auto (IdSet) wanted = { 0 };

  if (!_gram_vehicle_search_candidates (search, store, query->account_id, G_MAXINT64, candidates,
                                        error))
    return NULL;
  if (limit == 0)
    return _gram_vehicle_query_among (store, query, search, candidates, 0, error);
  id_set_init (&wanted, candidates);
  walk = _gram_vehicle_query_prepare (store, query, NULL, GRAM_VEHICLE_WALK, 0, error);
  if (walk == NULL)
    return NULL;
  return check_stream (store, query, search, walk, &wanted, limit, error);
}

GArray *
_gram_vehicle_query_search (GramStore *store,
                            const GramVehicleQuery *query,
                            const GramVehicleSearch *search,
                            gint64 selected,
                            guint limit,
                            GError **error)
{
  g_autoptr (GArray) candidates = NULL;
  GArray *ids;

  if (selected <= few)
    {
      candidates = _gram_vehicle_query_cells (store, query, 0, error);
      return candidates != NULL
                 ? _gram_vehicle_query_among (store, query, search, candidates, limit, error)
                 : NULL;
    }
  if (query->order == GRAM_VEHICLE_ORDER_NEWEST && _gram_vehicle_search_has_trigrams (search))
    {
      g_autoptr (GramStatement) stream = NULL;

      stream = _gram_vehicle_search_stream (search, store, !query->descending, error);
      return stream != NULL ? check_stream (store, query, search, stream, NULL, limit, error)
                            : NULL;
    }
  candidates = new_ids ();
  if (!_gram_vehicle_search_candidates (search, store, query->account_id, few + 1, candidates,
                                        error))
    return NULL;
  if (candidates->len <= few)
    return _gram_vehicle_query_among (store, query, search, candidates, limit, error);
  if (limit > 0)
    {
      if (!walk_and_check (store, query, search, limit, &ids, error))
        return NULL;
      if (ids != NULL)
        return ids;
    }
  return search_many (store, query, search, limit, error);
}

void
_gram_vehicle_query_set_effort (guint few_at_most, guint walked_at_most)
{
  few = few_at_most > 0 ? few_at_most : FEW;
  most_walked = walked_at_most > 0 ? walked_at_most : WALK;
}
