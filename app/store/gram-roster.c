/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-roster.h"

#include "gram-id-list.h"
#include "gram-store-private.h"

#include <string.h>

/* More than a person types; what is beyond is left out. */
#define MAX_WORDS 12

typedef struct
{
  gint64 id;
  char *text;
  guint8 cell;
  gboolean flag;
} Item;

struct _GramRoster
{
  const GramRosterSource *source;
  gint64 changed;

  GHashTable *items; /* id → Item, owned */

  /* Items, borrowed, in each order that was asked for; NULL not yet. */
  GPtrArray *orders[GRAM_ROSTER_ORDERS];
};

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_free (item);
}

static GramRoster *
roster_new (const GramRosterSource *source)
{
  GramRoster *self = g_new0 (GramRoster, 1);

  self->source = source;
  self->changed = -1;
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_item);
  return self;
}

static void
forget_orders (GramRoster *self)
{
  for (guint i = 0; i < GRAM_ROSTER_ORDERS; i++)
    g_clear_pointer (&self->orders[i], g_ptr_array_unref);
}

void
_gram_roster_free (GramRoster *self)
{
  if (self == NULL)
    return;
  forget_orders (self);
  g_hash_table_unref (self->items);
  g_free (self);
}

/* Letters whose mark is a part of them. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0xe6, "ae" },  { 0xf0, "d" },   { 0xf8, "o" },   { 0xfe, "th" },  { 0x111, "d" },
  { 0x127, "h" },  { 0x131, "i" },  { 0x142, "l" },  { 0x153, "oe" }, { 0x167, "t" },
  { 0x2018, "'" }, { 0x2019, "'" }, { 0x2010, "-" }, { 0x2011, "-" }, { 0x2013, "-" },
};

static void
append_plain (GString *text, gunichar letter)
{
  if (g_unichar_ismark (letter))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      {
        g_string_append (text, plain_letters[i].plain);
        return;
      }
  g_string_append_unichar (text, letter);
}

char *
_gram_roster_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *parts = NULL;
  GString *plain;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  valid = g_utf8_make_valid (text, -1);
  folded = g_utf8_casefold (valid, -1);
  parts = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  plain = g_string_sized_new (strlen (parts));
  for (const char *c = parts; *c != '\0'; c = g_utf8_next_char (c))
    append_plain (plain, g_utf8_get_char (c));
  return g_string_free_and_steal (plain);
}

/* Blanks of any kind part words. */
static GStrv
split_words (const char *search)
{
  g_autofree char *folded = _gram_roster_fold (search != NULL ? search : "");
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  guint n_words = 0;

  for (const char *c = folded;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter != 0 && !g_unichar_isspace (letter))
        {
          g_string_append_unichar (word, letter);
          continue;
        }
      if (word->len > 0 && n_words++ < MAX_WORDS)
        g_strv_builder_add (words, word->str);
      g_string_truncate (word, 0);
      if (letter == 0)
        return g_strv_builder_end (words);
    }
}

gboolean
_gram_roster_has_words (const char *search)
{
  g_auto (GStrv) words = split_words (search);

  return words[0] != NULL;
}

/* Reads the row that the statement stands on, new or changed. */
static gboolean
read_item (GramRoster *self, GramStatement *statement, GError **error)
{
  g_autofree char *text = gram_statement_dup_text (statement, 2);
  gint64 id = gram_statement_int64 (statement, 0);
  guint cell = 0;
  gboolean flag = FALSE;
  Item *item;

  if (!self->source->read_cell (statement, &cell, &flag, error))
    return FALSE;
  g_assert (cell < GRAM_ROSTER_CELLS);

  item = g_new0 (Item, 1);
  item->id = id;
  item->text = _gram_roster_fold (text != NULL ? text : "");
  item->cell = (guint8)cell;
  item->flag = flag;
  g_hash_table_replace (self->items, &item->id, item);
  self->changed = MAX (self->changed, gram_statement_int64 (statement, 1));
  return TRUE;
}

static gboolean
refresh (GramRoster *self, GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (store, self->source->rows_sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, self->changed);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      /* They hold items that are about to be replaced. */
      forget_orders (self);
      if (!read_item (self, statement, error))
        return FALSE;
    }
  return step == GRAM_STEP_DONE;
}

gboolean
_gram_roster_is_kept (GramStore *store, GramRosterKind kind)
{
  return store->unit == NULL && store->rosters[kind] != NULL && !store->rosters_of_unit;
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

  if (*roster == NULL)
    *roster = roster_new (source);
  if (refresh (*roster, store, error))
    return *roster;
  g_clear_pointer (roster, _gram_roster_free);
  return NULL;
}

static GPtrArray *
get_order (GramRoster *self, GramStore *store, guint order, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_assert (order < GRAM_ROSTER_ORDERS && self->source->order_sql[order] != NULL);

  if (self->orders[order] != NULL)
    return self->orders[order];
  items = g_ptr_array_sized_new (g_hash_table_size (self->items));
  statement = gram_statement_prepare (store, self->source->order_sql[order], error);
  if (statement == NULL)
    return NULL;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);
      Item *item = g_hash_table_lookup (self->items, &id);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (step != GRAM_STEP_DONE)
    return NULL;
  self->orders[order] = g_steal_pointer (&items);
  return self->orders[order];
}

static gboolean
has_words (const Item *item, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (item->text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_within (const GramRosterFilter *filter, const Item *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter->within); i++)
    if (filter->within[i] != NULL && !g_hash_table_contains (filter->within[i], &item->id))
      return FALSE;
  return filter->without == NULL || !g_hash_table_contains (filter->without, &item->id);
}

static gboolean
matches (const GramRosterFilter *filter, const char *const *words, const Item *item)
{
  return (!filter->flagged || item->flag) && is_within (filter, item) && has_words (item, words);
}

GArray *
_gram_roster_ids (GramRoster *self,
                  GramStore *store,
                  const GramRosterFilter *filter,
                  guint limit,
                  GError **error)
{
  g_auto (GStrv) words = split_words (filter->search);
  GPtrArray *items = get_order (self, store, filter->order, error);
  GArray *ids;

  if (items == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < items->len && (limit == 0 || ids->len < limit); i++)
    {
      const Item *item = items->pdata[filter->descending ? items->len - 1 - i : i];

      if ((filter->cells >> item->cell & 1) == 1
          && matches (filter, (const char *const *)words, item))
        g_array_append_val (ids, item->id);
    }
  return ids;
}

void
_gram_roster_count (GramRoster *self,
                    const GramRosterFilter *filter,
                    gint64 counts[GRAM_ROSTER_CELLS])
{
  g_auto (GStrv) words = split_words (filter->search);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Item *item = value;

      if (matches (filter, (const char *const *)words, item))
        counts[item->cell]++;
    }
}
