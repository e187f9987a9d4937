/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-query.h"

#include "gram-vehicle-order.h"
#include "gram-vehicle-traits.h"

/*
 * A search has to answer its first results within a frame, whatever was typed.
 *
 *   few vehicles pass the filter    read and check them all
 *   few vehicles have the words     read, check and sort them
 *   many                            walk the order as it is kept, pass over those that cannot match, check the others
 *                                   in batches until there are enough
 *
 * What cannot match is known from the make and model that a vehicle shares with thousands (gram-vehicle-traits.h): the
 * words that these do not have must be in its identifiers, and the full-text index tells which vehicles have them
 * there. Few are taken as a set at once. Of many, every few vehicles in the order match, mostly: a number of vehicles is
 * checked without the set, before it is read after all.
 */

/* What can be read, checked and sorted in a few milliseconds. */
#define FEW 2500

/* Rows that are checked before a large set is read. */
#define WALK 2500

/* Sets of a search; words that many makes have may lack in more ways. Then every vehicle is checked. */
#define MAX_LACKS 16

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

/* Vehicles that lack the same words in make and model. */
typedef struct
{
  guint words;

  /* Those that may have them all the same. */
  gboolean known;
  GArray *ids;
  IdSet set;

  /* While it is not known each is checked, so many yet. */
  gint64 unchecked;
} Lack;

typedef struct
{
  Checker checker;
  const GramVehicleTraits *traits;

  guint all;
  guint long_words;

  /* By number: words of a start; words of a model or, if there are long words, which lack it has. */
  guint *starts;
  guint *models;
  guint last_start;
  guint last_model;
  Lack lacks[MAX_LACKS];
  guint n_lacks;
} Searcher;

static void
searcher_clear (Searcher *self)
{
  checker_clear (&self->checker);
  g_free (self->starts);
  g_free (self->models);
  for (guint i = 0; i < self->n_lacks; i++)
    {
      g_clear_pointer (&self->lacks[i].ids, g_array_unref);
      id_set_clear (&self->lacks[i].set);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Searcher, searcher_clear)

/* Only a large set has to be known to the end. */
static gboolean
read_lack (Searcher *self, Lack *lack, gint64 limit, GError **error)
{
  g_array_set_size (lack->ids, 0);
  if (!_gram_vehicle_search_candidates (self->checker.search, self->checker.store, lack->words,
                                        limit, lack->ids, error))
    return FALSE;
  lack->known = lack->ids->len < limit;
  if (lack->known)
    id_set_init (&lack->set, lack->ids);
  return TRUE;
}

/* How far checking is worth while. The first candidates come by id, so the last of them tells how many rows there are to
 * one that matches; where the matches do not stand together, some three times as many rows hold enough of them. */
static gint64
rows_to_check (const GArray *candidates, guint limit)
{
  gint64 last = g_array_index (candidates, gint64, candidates->len - 1);
  gint64 expected = last / candidates->len * limit;

  return limit > 0 && expected <= most_walked ? MIN (expected * 3 + limit, most_walked) : 0;
}

static gboolean
find_lack (Searcher *self, guint words, guint *place, GError **error)
{
  Lack *lack;

  for (*place = 0; *place < self->n_lacks; (*place)++)
    if (self->lacks[*place].words == words)
      return TRUE;
  if (self->n_lacks == MAX_LACKS)
    return TRUE;
  lack = &self->lacks[self->n_lacks++];
  lack->words = words;
  lack->ids = new_ids ();
  if ((words & self->long_words) == 0)
    return TRUE;
  if (!read_lack (self, lack, few + 1, error))
    return FALSE;
  if (!lack->known)
    lack->unchecked = rows_to_check (lack->ids, self->checker.limit);
  return TRUE;
}

static gboolean
searcher_init (Searcher *self, GError **error)
{
  const GramVehicleSearch *search = self->checker.search;

  self->traits
      = _gram_vehicle_traits_get (self->checker.store, self->checker.query->account_id, error);
  if (self->traits == NULL)
    return FALSE;
  self->all = _gram_vehicle_search_words (search);
  self->long_words = _gram_vehicle_search_long_words (search);
  self->last_model = _gram_vehicle_traits_last_model (self->traits);
  self->last_start = _gram_vehicle_traits_last_start (self->traits);
  self->models = g_new0 (guint, self->last_model + 1);
  self->starts = g_new0 (guint, self->last_start + 1);
  for (guint i = 1; i <= self->last_start; i++)
    self->starts[i]
        = _gram_vehicle_search_words_of_start (search,
                                               _gram_vehicle_traits_start (self->traits, i));
  for (guint i = 1; i <= self->last_model; i++)
    {
      guint has
          = _gram_vehicle_search_words_of_model (search,
                                                 _gram_vehicle_traits_make (self->traits, i),
                                                 _gram_vehicle_traits_model (self->traits, i));

      if (self->long_words == 0)
        self->models[i] = has;
      else if (!find_lack (self, self->all & ~has, &self->models[i], error))
        return FALSE;
    }
  return TRUE;
}

/* All candidates, if they are few. */
static GArray *
few_candidates (const Searcher *self)
{
  g_autoptr (GArray) all = NULL;

  if (self->long_words == 0 || self->n_lacks == MAX_LACKS || self->last_model == G_MAXUINT16 - 1)
    return NULL;
  all = new_ids ();
  for (guint i = 0; i < self->n_lacks; i++)
    {
      const Lack *lack = &self->lacks[i];

      if (!lack->known || all->len + lack->ids->len > few)
        return NULL;
      if (lack->ids->len > 0)
        g_array_append_vals (all, lack->ids->data, lack->ids->len);
    }
  return g_steal_pointer (&all);
}

/* Of a vehicle's model and start, before it is looked for in a set. */
static gboolean
trait_may_match (const Searcher *self, const GramVehicleTrait *trait)
{
  const Lack *lack;

  if (trait->model == 0)
    return FALSE;
  if (trait->model > self->last_model || trait->start > self->last_start)
    return TRUE;
  if (self->long_words == 0)
    return (self->models[trait->model] | self->starts[trait->start]) == self->all;
  if (self->models[trait->model] == MAX_LACKS)
    return TRUE;
  lack = &self->lacks[self->models[trait->model]];
  return !lack->known || lack->ids->len > 0;
}

static gboolean
id_may_match (Searcher *self,
              const GramVehicleTrait *trait,
              gint64 id,
              gboolean *may,
              GError **error)
{
  Lack *lack;

  *may = TRUE;
  if (self->long_words == 0 || trait->model > self->last_model
      || self->models[trait->model] == MAX_LACKS)
    return TRUE;
  lack = &self->lacks[self->models[trait->model]];
  if ((lack->words & self->long_words) == 0)
    return TRUE;
  /* Perhaps those that wait to be checked are enough. */
  if (!lack->known && lack->unchecked-- <= 0)
    {
      if (!checker_flush (&self->checker, error))
        return FALSE;
      *may = !checker_has_enough (&self->checker);
      if (!*may)
        return TRUE;
      if (!read_lack (self, lack, G_MAXINT64, error))
        return FALSE;
    }
  *may = !lack->known || id_set_contains (&lack->set, id);
  return TRUE;
}

/* The ids of the list in order; newest first, that is every number downwards. */
typedef struct
{
  const GArray *order;
  const GramVehicleTrait *traits;
  guint length;
  gboolean down;
} Places;

static gboolean
places_init (Places *self, const Searcher *searcher, GError **error)
{
  GramStore *store = searcher->checker.store;
  const GramVehicleQuery *query = searcher->checker.query;

  *self = (Places){ .down = query->descending };
  if (query->order == GRAM_VEHICLE_ORDER_NEWEST)
    {
      self->traits = _gram_vehicle_traits_by_id (searcher->traits, &self->length);
      self->down = !query->descending;
      return TRUE;
    }
  self->order = _gram_vehicle_order_get (store, query, error);
  if (self->order == NULL)
    return FALSE;
  self->traits = _gram_vehicle_order_traits (store, searcher->traits);
  self->length = self->order->len;
  return TRUE;
}

static GArray *
search_many (Searcher *self, GError **error)
{
  Places places;

  if (!places_init (&places, self, error))
    return NULL;
  for (guint i = 0; i < places.length && !checker_has_enough (&self->checker); i++)
    {
      guint place = places.down ? places.length - 1 - i : i;
      const GramVehicleTrait *trait = &places.traits[place];
      gboolean may;
      gint64 id;

      if (!trait_may_match (self, trait))
        continue;
      id = places.order != NULL ? g_array_index (places.order, guint32, place) : place;
      if (!id_may_match (self, trait, id, &may, error)
          || (may && !checker_add (&self->checker, id, error)))
        return NULL;
    }
  return checker_finish (&self->checker, error);
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
  g_auto (Searcher) searcher = { 0 };
  GArray *ids;

  if (selected <= few)
    {
      candidates = _gram_vehicle_query_cells (store, query, 0, error);
      return candidates != NULL
                 ? _gram_vehicle_query_among (store, query, search, candidates, limit, error)
                 : NULL;
    }
  checker_init (&searcher.checker, store, query, search, limit);
  if (!searcher_init (&searcher, error))
    return NULL;
  candidates = few_candidates (&searcher);
  if (candidates != NULL)
    return _gram_vehicle_query_among (store, query, search, candidates, limit, error);
  /* To read a whole order takes longer than to look whether matches are near. */
  if (limit > 0 && query->order != GRAM_VEHICLE_ORDER_NEWEST
      && !_gram_vehicle_order_is_kept (store, query))
    {
      if (!walk_and_check (store, query, search, limit, most_walked, &ids, error))
        return NULL;
      if (ids != NULL)
        return ids;
    }
  return search_many (&searcher, error);
}

void
_gram_vehicle_query_set_effort (guint few_at_most, guint walked_at_most)
{
  few = few_at_most > 0 ? few_at_most : FEW;
  most_walked = walked_at_most > 0 ? walked_at_most : WALK;
}
