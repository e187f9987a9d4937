/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-roster-private.h"

#include "gram-id-list.h"
#include "gram-store-private.h"

#include <string.h>

/* So few are sorted by the engine rather than picked out of an order that would have to be read first. */
#define FEW 1000

/* What is known of a row; its text begins at @start of the buffer. */
typedef struct
{
  gint64 id;
  gsize start;
  guint8 cell;
  gboolean flag;
} Item;

/* A text in the buffer. One whose item begins elsewhere by now is out of use. */
typedef struct
{
  gsize start;
  guint item;
} Place;

struct _GramRoster
{
  const GramRosterSource *source;
  gint64 changed;

  GArray *items;       /* Item */
  GHashTable *numbers; /* id → place among the items + 1 */
  GString *texts;      /* one a line */
  GArray *places;      /* Place, by start */

  /* Places among the items (guint) in each order that was asked for; NULL not yet. */
  GArray *orders[GRAM_ROSTER_ORDERS];

  /* Which items have the words searched for last; NULL none yet. */
  char *searched;
  guint8 *hits;
  guint n_hits;
};

static GramRoster *
roster_new (const GramRosterSource *source)
{
  GramRoster *self = g_new0 (GramRoster, 1);

  self->source = source;
  self->changed = -1;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->texts = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

static void
forget_answers (GramRoster *self)
{
  for (guint i = 0; i < GRAM_ROSTER_ORDERS; i++)
    g_clear_pointer (&self->orders[i], g_array_unref);
  g_clear_pointer (&self->searched, g_free);
  g_clear_pointer (&self->hits, g_free);
}

void
_gram_roster_free (GramRoster *self)
{
  if (self == NULL)
    return;
  forget_answers (self);
  g_array_unref (self->items);
  g_hash_table_unref (self->numbers);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->places);
  g_free (self);
}

static Item *
item_at (GramRoster *self, guint i)
{
  return &g_array_index (self->items, Item, i);
}

/* The item of an id, made if there is none yet. */
static guint
number_of (GramRoster *self, gint64 id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &id));
  Item item = { .id = id };

  if (number > 0)
    return number - 1;
  g_array_append_val (self->items, item);
  g_hash_table_insert (self->numbers, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (self->items->len));
  return self->items->len - 1;
}

static void
append_text (GramRoster *self, const char *text)
{
  g_autofree char *folded = _gram_roster_fold (text != NULL ? text : "");

  g_string_append (self->texts, g_strdelimit (folded, "\n", ' '));
  g_string_append_c (self->texts, '\n');
}

/* Reads the row that the statement stands on, new or changed. */
static gboolean
read_item (GramRoster *self, GramStatement *statement, GError **error)
{
  guint cell = 0;
  gboolean flag = FALSE;
  Place place;
  Item *item;

  if (self->source->read_cell != NULL && !self->source->read_cell (statement, &cell, &flag, error))
    return FALSE;
  g_assert (cell < GRAM_ROSTER_CELLS);

  place.start = self->texts->len;
  place.item = number_of (self, gram_statement_int64 (statement, 0));
  append_text (self, gram_statement_text (statement, 2));
  g_array_append_val (self->places, place);
  item = item_at (self, place.item);
  item->start = place.start;
  item->cell = (guint8)cell;
  item->flag = flag;
  self->changed = MAX (self->changed, gram_statement_int64 (statement, 1));
  return TRUE;
}

static gboolean
refresh (GramRoster *self, GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gboolean is_new = self->changed < 0;
  GramStep step;

  statement
      = gram_statement_prepare (store, is_new ? self->source->all_sql : self->source->changed_sql,
                                error);
  if (statement == NULL)
    return FALSE;
  if (!is_new)
    gram_statement_bind_int64 (statement, 1, self->changed);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      forget_answers (self);
      if (!read_item (self, statement, error))
        return FALSE;
    }
  /* A roster of nobody was read, too. */
  self->changed = MAX (self->changed, 0);
  return step == GRAM_STEP_DONE;
}

gboolean
_gram_roster_is_kept (GramStore *store, GramRosterKind kind)
{
  return store->unit == NULL && store->rosters[kind] != NULL && !store->rosters_of_unit;
}

gboolean
_gram_roster_would_be_kept (GramStore *store)
{
  return store->unit == NULL;
}

GramRoster *
_gram_roster_get (GramStore *store,
                  GramRosterKind kind,
                  const GramRosterSource *source,
                  GError **error)
{
  GramRoster **roster = &store->rosters[kind];

  _gram_store_assert_thread (store);

  /* What a unit shows may be undone: what was read in one is not kept, nor mixed with what was read before. */
  if (store->unit != NULL || store->rosters_of_unit)
    for (guint i = 0; i < GRAM_ROSTER_N; i++)
      g_clear_pointer (&store->rosters[i], _gram_roster_free);
  store->rosters_of_unit = store->unit != NULL;

  /* More texts out of use than in use: begin anew. */
  if (*roster != NULL && (*roster)->places->len > (*roster)->items->len * 2 + FEW)
    g_clear_pointer (roster, _gram_roster_free);
  if (*roster == NULL)
    *roster = roster_new (source);
  if (refresh (*roster, store, error))
    return *roster;
  g_clear_pointer (roster, _gram_roster_free);
  return NULL;
}

/* Marks the items that have a word; the buffer is walked once, however many there are. */
static void
find_word (GramRoster *self, const char *word, guint8 *hits)
{
  const char *texts = self->texts->str;
  const char *end = texts + self->texts->len;
  const char *found = texts;
  gsize length = strlen (word);
  guint p = 0;

  while ((found = memmem (found, (gsize)(end - found), word, length)) != NULL)
    {
      gsize at = (gsize)(found - texts);
      const Place *place;

      while (p + 1 < self->places->len && g_array_index (self->places, Place, p + 1).start <= at)
        p++;
      place = &g_array_index (self->places, Place, p);
      if (item_at (self, place->item)->start == place->start)
        hits[place->item]++;
      p++;
      if (p >= self->places->len)
        break;
      found = texts + g_array_index (self->places, Place, p).start;
    }
}

/* Items that have every word; all of them without words. */
static const guint8 *
search (GramRoster *self, const char *text)
{
  g_auto (GStrv) words = NULL;
  guint n_words;

  if (self->hits != NULL && g_strcmp0 (self->searched, text) == 0)
    return self->hits;
  words = _gram_roster_words (text);
  n_words = g_strv_length (words);
  g_free (self->hits);
  self->hits = g_new0 (guint8, self->items->len + 1);
  g_set_str (&self->searched, text);
  for (guint i = 0; i < n_words; i++)
    find_word (self, words[i], self->hits);
  self->n_hits = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      self->hits[i] = self->hits[i] == n_words;
      self->n_hits += self->hits[i];
    }
  return self->hits;
}

static gboolean
passes (const GramRosterFilter *filter, const Item *item)
{
  if (filter->flagged && !item->flag)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (filter->within); i++)
    if (filter->within[i] != NULL && !g_hash_table_contains (filter->within[i], &item->id))
      return FALSE;
  return filter->without == NULL || !g_hash_table_contains (filter->without, &item->id);
}

static gboolean
is_wanted (GramRoster *self, const GramRosterFilter *filter, const guint8 *hits, guint i)
{
  const Item *item = item_at (self, i);

  return hits[i] != 0 && (filter->cells >> item->cell & 1) == 1 && passes (filter, item);
}

/* Reads a whole order. */
static gboolean
read_order (GramRoster *self, GramStore *store, guint order, GError **error)
{
  g_autoptr (GArray) items = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->items->len);
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (store, self->source->order_sql[order], error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &id));

      if (number-- > 0)
        g_array_append_val (items, number);
    }
  if (step == GRAM_STEP_DONE)
    self->orders[order] = g_steal_pointer (&items);
  return step == GRAM_STEP_DONE;
}

/* Sorts few by the engine. */
static gboolean
sort_few (GramRoster *self, GramStore *store, guint order, GArray *ids, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, self->source->among_sql[order], error);
  if (statement == NULL)
    return FALSE;
  _gram_id_list_bind (statement, 1, &g_array_index (ids, gint64, 0), ids->len);
  g_array_set_size (ids, 0);
  return _gram_id_list_read (statement, ids, error);
}

static void
turn (GArray *ids)
{
  for (guint i = 0; i < ids->len / 2; i++)
    {
      gint64 *one = &g_array_index (ids, gint64, i);
      gint64 *other = &g_array_index (ids, gint64, ids->len - 1 - i);
      gint64 id = *one;

      *one = *other;
      *other = id;
    }
}

static gboolean
list_few (GramRoster *self,
          GramStore *store,
          const GramRosterFilter *filter,
          const guint8 *hits,
          GArray *ids,
          GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    if (is_wanted (self, filter, hits, i))
      g_array_append_val (ids, item_at (self, i)->id);
  if (ids->len > 1 && !sort_few (self, store, filter->order, ids, error))
    return FALSE;
  if (filter->descending)
    turn (ids);
  return TRUE;
}

GArray *
_gram_roster_ids (GramRoster *self,
                  GramStore *store,
                  const GramRosterFilter *filter,
                  guint limit,
                  GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint8 *hits = search (self, filter->search);
  const GArray *order;

  g_assert (filter->order < GRAM_ROSTER_ORDERS && self->source->order_sql[filter->order] != NULL);

  if (self->orders[filter->order] == NULL && self->n_hits <= FEW)
    {
      if (!list_few (self, store, filter, hits, ids, error))
        return NULL;
      if (limit > 0 && ids->len > limit)
        g_array_set_size (ids, limit);
      return g_steal_pointer (&ids);
    }
  if (self->orders[filter->order] == NULL && !read_order (self, store, filter->order, error))
    return NULL;
  order = self->orders[filter->order];
  for (guint i = 0; i < order->len && (limit == 0 || ids->len < limit); i++)
    {
      guint number = g_array_index (order, guint, filter->descending ? order->len - 1 - i : i);

      if (is_wanted (self, filter, hits, number))
        g_array_append_val (ids, item_at (self, number)->id);
    }
  return g_steal_pointer (&ids);
}

void
_gram_roster_count (GramRoster *self,
                    const GramRosterFilter *filter,
                    gint64 counts[GRAM_ROSTER_CELLS])
{
  const guint8 *hits = search (self, filter->search);

  for (guint i = 0; i < self->items->len; i++)
    if (hits[i] != 0 && passes (filter, item_at (self, i)))
      counts[item_at (self, i)->cell]++;
}

guint
_gram_roster_search (GramRoster *self, const char *text)
{
  search (self, text);
  return self->n_hits;
}

gboolean
_gram_roster_has_hit (GramRoster *self, gint64 id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &id));

  g_assert (self->hits != NULL);

  return number > 0 && self->hits[number - 1] != 0;
}

GArray *
_gram_roster_read_hits (GramRoster *self, GramStatement *statement, guint limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GramStep step = GRAM_STEP_DONE;

  while ((limit == 0 || ids->len < limit)
         && (step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);

      if (_gram_roster_has_hit (self, id))
        g_array_append_val (ids, id);
    }
  return step != GRAM_STEP_ERROR ? g_steal_pointer (&ids) : NULL;
}

GArray *
_gram_roster_hits (GramRoster *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->n_hits);

  g_assert (self->hits != NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (self->hits[i] != 0)
      g_array_append_val (ids, item_at (self, i)->id);
  return ids;
}
