/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-query.h"

#include "gram-vehicle-order.h"

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

/* Candidates come in order, are checked in batches, and enough is enough. */
typedef struct
{
  GramStore *store;
  const GramVehicleQuery *query;
  const GramVehicleSearch *search;
  guint limit;

  GArray *batch;
  guint batch_size;
  GArray *ids;
} Checker;

static void
checker_init (Checker *self,
              GramStore *store,
              const GramVehicleQuery *query,
              const GramVehicleSearch *search,
              guint limit)
{
  *self = (Checker){ store, query, search, limit, new_ids (), BATCH, new_ids () };
}

static void
checker_clear (Checker *self)
{
  g_clear_pointer (&self->batch, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Checker, checker_clear)

static gboolean
checker_has_enough (const Checker *self)
{
  return self->limit > 0 && self->ids->len >= self->limit;
}

/* Appends what matches of the batch. */
static gboolean
checker_flush (Checker *self, GError **error)
{
  g_autoptr (GArray) matches = NULL;

  matches = _gram_vehicle_query_among (self->store, self->query, self->search, self->batch,
                                       self->limit > 0 ? self->limit - self->ids->len : 0, error);
  if (matches == NULL)
    return FALSE;
  if (matches->len > 0)
    g_array_append_vals (self->ids, matches->data, matches->len);
  g_array_set_size (self->batch, 0);
  self->batch_size = MIN (self->batch_size * 2, MAX_BATCH);
  return TRUE;
}

static gboolean
checker_add (Checker *self, gint64 id, GError **error)
{
  g_array_append_val (self->batch, id);
  return self->batch->len < self->batch_size || checker_flush (self, error);
}

static GArray *
checker_finish (Checker *self, GError **error)
{
  if (!checker_has_enough (self) && !checker_flush (self, error))
    return NULL;
  return g_steal_pointer (&self->ids);
}

/* The index streams its candidates by id, which is the order of entry. */
static GArray *
search_newest (GramStore *store,
               const GramVehicleQuery *query,
               const GramVehicleSearch *search,
               guint limit,
               GError **error)
{
  g_autoptr (GramStatement) stream = NULL;
  g_auto (Checker) checker = { 0 };
  GramStep step = GRAM_STEP_DONE;

  stream = _gram_vehicle_search_stream (search, store, !query->descending, error);
  if (stream == NULL)
    return NULL;
  checker_init (&checker, store, query, search, limit);
  while (!checker_has_enough (&checker)
         && (step = gram_statement_step (stream, error)) == GRAM_STEP_ROW)
    if (!checker_add (&checker, gram_statement_int64 (stream, 0), error))
      return NULL;
  return step != GRAM_STEP_ERROR ? checker_finish (&checker, error) : NULL;
}

/* Walks the order's index and checks each row; NULL in @ids if it was given up. */
static gboolean
walk_and_check (GramStore *store,
                const GramVehicleQuery *query,
                const GramVehicleSearch *search,
                guint limit,
                guint most,
                GArray **ids,
                GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GArray) found = new_ids ();
  guint walked = 0;
  GramStep step;

  *ids = NULL;
  if (most == 0)
    return TRUE;
  statement = _gram_vehicle_query_prepare (store, query, search, GRAM_VEHICLE_WALK_AND_CHECK, most,
                                           error);
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
  if (step == GRAM_STEP_ROW || walked < most)
    *ids = g_steal_pointer (&found);
  return TRUE;
}

/* How far a walk is worth while. The first candidates come by id, so the last of them tells how many rows there are to
 * one that matches; where the matches do not stand together, some three times as many rows hold enough of them. */
static guint
rows_to_walk (const GramVehicleSearch *search, const GArray *candidates, guint limit)
{
  gint64 last = g_array_index (candidates, gint64, candidates->len - 1);
  gint64 expected;

  if (!_gram_vehicle_search_has_trigrams (search))
    return most_walked;
  expected = last / candidates->len * limit;
  return expected <= most_walked ? (guint)MIN (expected * 3 + limit, most_walked) : 0;
}

/* Takes all candidates as a set, and of the whole list in order those that are in it. */
static GArray *
search_many (GramStore *store,
             const GramVehicleQuery *query,
             const GramVehicleSearch *search,
             guint limit,
             GError **error)
{
  g_autoptr (GArray) candidates = new_ids ();
  g_auto (IdSet) wanted = { 0 };
  g_auto (Checker) checker = { 0 };
  const GArray *order;

  if (!_gram_vehicle_search_candidates (search, store, query->account_id, G_MAXINT64, candidates,
                                        error))
    return NULL;
  if (limit == 0)
    return _gram_vehicle_query_among (store, query, search, candidates, 0, error);
  order = _gram_vehicle_order_get (store, query, error);
  if (order == NULL)
    return NULL;
  id_set_init (&wanted, candidates);
  checker_init (&checker, store, query, search, limit);
  for (guint i = 0; i < order->len && !checker_has_enough (&checker); i++)
    {
      guint place = query->descending ? order->len - 1 - i : i;
      gint64 id = g_array_index (order, guint32, place);

      if (id_set_contains (&wanted, id) && !checker_add (&checker, id, error))
        return NULL;
    }
  return checker_finish (&checker, error);
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
    return search_newest (store, query, search, limit, error);
  candidates = new_ids ();
  if (!_gram_vehicle_search_candidates (search, store, query->account_id, few + 1, candidates,
                                        error))
    return NULL;
  if (candidates->len <= few)
    return _gram_vehicle_query_among (store, query, search, candidates, limit, error);
  if (limit > 0)
    {
      guint most = rows_to_walk (search, candidates, limit);

      if (!walk_and_check (store, query, search, limit, most, &ids, error))
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
