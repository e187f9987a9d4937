/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-search.h"

#include "gram-id-list.h"
#include "gram-identifier.h"
#include "gram-search.h"

#include <string.h>

/* Characters that the index needs. */
#define TRIGRAM 3

/* More than a person types; what is beyond is left out. */
#define MAX_WORDS 12
#define MAX_WORD_LENGTH 100

/* Trigrams of a word: enough to find few candidates; where there are many all the same, two find hardly more. */
#define MAX_TRIGRAMS 4
#define TRIGRAMS_FOR_MANY 2

struct _GramVehicleSearch
{
  /* Words, each a GStrv of its variants, of which one has to occur. */
  GPtrArray *words;
  gboolean trigrams;
};

static gboolean
is_long (const char *word)
{
  return g_utf8_strlen (word, -1) >= TRIGRAM;
}

static void
add_variant (GPtrArray *variants, char *variant)
{
  for (guint i = 0; i < variants->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (variants, i), variant) == 0)
      {
        g_free (variant);
        return;
      }
  g_ptr_array_add (variants, variant);
}

/* A word as typed; in upper and lower case where LIKE does not fold; as identifiers are written, without the dash. */
static GStrv
make_variants (const char *typed)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *word = g_utf8_normalize (typed, -1, G_NORMALIZE_NFC);
  g_autofree char *key = gram_identifier_search_key (word);

  add_variant (variants,
               g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), MAX_WORD_LENGTH)));
  if (!g_str_is_ascii (word))
    {
      const char *first = g_ptr_array_index (variants, 0);

      add_variant (variants, g_utf8_strup (first, -1));
      add_variant (variants, g_utf8_strdown (first, -1));
    }
  /* One that the index cannot find is dropped beside one that it can. */
  if (*key != '\0' && (is_long (key) || !is_long (word)))
    add_variant (variants,
                 g_utf8_substring (key, 0, MIN (g_utf8_strlen (key, -1), MAX_WORD_LENGTH)));
  g_ptr_array_add (variants, NULL);
  return (GStrv)g_ptr_array_steal (variants, NULL);
}

static GStrv
split_words (const char *typed)
{
  g_autofree char *text = g_utf8_make_valid (typed, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter != 0 && !g_unichar_isspace (letter))
        {
          g_string_append_unichar (word, letter);
          continue;
        }
      if (word->len > 0)
        g_strv_builder_add (words, word->str);
      g_string_truncate (word, 0);
      if (letter == 0)
        return g_strv_builder_end (words);
    }
}

GramVehicleSearch *
_gram_vehicle_search_new (const char *typed)
{
  g_autoptr (GramVehicleSearch) self = NULL;
  g_auto (GStrv) words = NULL;

  if (typed == NULL)
    return NULL;
  words = split_words (typed);
  if (words[0] == NULL)
    return NULL;
  self = g_new0 (GramVehicleSearch, 1);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  for (gsize i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    {
      GStrv variants = make_variants (words[i]);

      g_ptr_array_add (self->words, variants);
      self->trigrams |= is_long (variants[0]);
    }
  return g_steal_pointer (&self);
}

void
_gram_vehicle_search_free (GramVehicleSearch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_free (self);
}

guint
_gram_vehicle_search_words (const GramVehicleSearch *self)
{
  return (1u << self->words->len) - 1;
}

guint
_gram_vehicle_search_long_words (const GramVehicleSearch *self)
{
  guint words = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const GStrv variants = g_ptr_array_index (self->words, i);

      words |= (guint)is_long (variants[0]) << i;
    }
  return words;
}

/* As LIKE does: letters of ASCII in either case. */
static gboolean
begins (const char *text, const char *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

static gboolean
occurs (const char *text, const char *word)
{
  for (; *text != '\0'; text++)
    if (begins (text, word))
      return TRUE;
  return FALSE;
}

guint
_gram_vehicle_search_words_of_model (const GramVehicleSearch *self,
                                     const char *make,
                                     const char *model)
{
  guint words = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const GStrv variants = g_ptr_array_index (self->words, i);
      gboolean has = FALSE;

      for (gsize v = 0; variants[v] != NULL && !has; v++)
        has = self->trigrams ? occurs (make, variants[v]) || occurs (model, variants[v])
                             : begins (make, variants[v]);
      words |= (guint)has << i;
    }
  return words;
}

guint
_gram_vehicle_search_words_of_start (const GramVehicleSearch *self, const char *start)
{
  guint words = 0;

  for (guint i = 0; i < self->words->len && !self->trigrams; i++)
    {
      const GStrv variants = g_ptr_array_index (self->words, i);

      for (gsize v = 0; variants[v] != NULL; v++)
        words |= (guint)(g_ascii_strncasecmp (start, variants[v],
                                              MIN (strlen (start), strlen (variants[v])))
                         == 0)
                 << i;
    }
  return words;
}

void
_gram_vehicle_search_append (const GramVehicleSearch *self, GString *sql, guint parameter)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const GStrv variants = g_ptr_array_index (self->words, i);

      g_string_append (sql, i == 0 ? "(" : " AND (");
      for (gsize v = 0; variants[v] != NULL; v++, parameter++)
        {
          if (v > 0)
            g_string_append (sql, " OR ");
          if (self->trigrams)
            g_string_append_printf (sql, GRAM_SEARCH_WHOLE " LIKE $%u ESCAPE '\\'", parameter);
          else
            g_string_append_printf (sql, "label LIKE $%u ESCAPE '\\' OR make LIKE $%u ESCAPE '\\'",
                                    parameter, parameter);
        }
      g_string_append_c (sql, ')');
    }
}

/* A pattern of LIKE in which the text stands for itself. */
static char *
make_pattern (const char *text, gboolean anywhere)
{
  g_autoptr (GString) pattern = g_string_new (anywhere ? "%" : NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("%_\\", *c) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *c);
    }
  g_string_append_c (pattern, '%');
  return g_string_free_and_steal (g_steal_pointer (&pattern));
}

void
_gram_vehicle_search_bind (const GramVehicleSearch *self, GramStatement *statement, guint parameter)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const GStrv variants = g_ptr_array_index (self->words, i);

      for (gsize v = 0; variants[v] != NULL; v++)
        {
          g_autofree char *pattern = make_pattern (variants[v], self->trigrams);

          gram_statement_bind_text (statement, parameter++, pattern);
        }
    }
}

static void
append_trigram (GString *match, const char *start, const char *stop)
{
  g_string_append_c (match, '"');
  for (const char *c = start; c < stop; c++)
    {
      if (*c == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *c);
    }
  g_string_append_c (match, '"');
}

/* A few trigrams side by side, from the word's end: a VIN begins as thousands of others do. More of them would find
 * hardly fewer candidates, but read as many lists again (measured: four times as long for six characters). */
static void
append_trigrams (GString *match, const char *word, int most)
{
  glong length = g_utf8_strlen (word, -1);

  for (int n = 0; n < most && length > 0; n++, length -= TRIGRAM)
    {
      glong first = MAX (length - TRIGRAM, 0);
      const char *start = g_utf8_offset_to_pointer (word, first);

      if (n > 0)
        g_string_append (match, " AND ");
      append_trigram (match, start, g_utf8_offset_to_pointer (start, TRIGRAM));
    }
}

static char *
make_match (const GramVehicleSearch *self, guint words, int most)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      const GStrv variants = g_ptr_array_index (self->words, i);

      if ((words >> i & 1) == 0)
        continue;
      g_string_append (match, match->len > 0 ? " AND (" : "(");
      for (gsize v = 0; variants[v] != NULL; v++)
        {
          g_string_append (match, v > 0 ? " OR (" : "(");
          append_trigrams (match, variants[v], most);
          g_string_append_c (match, ')');
        }
      g_string_append_c (match, ')');
    }
  return g_string_free_and_steal (g_steal_pointer (&match));
}

gboolean
_gram_vehicle_search_candidates (const GramVehicleSearch *self,
                                 GramStore *store,
                                 guint words,
                                 gint64 limit,
                                 GArray *ids,
                                 GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autofree char *match = NULL;

  words &= _gram_vehicle_search_long_words (self);
  g_assert (words != 0);

  statement = gram_statement_prepare (
      store, "SELECT rowid FROM vehicle_search WHERE vehicle_search MATCH $1 LIMIT $2", error);
  if (statement == NULL)
    return FALSE;
  match = make_match (self, words, limit == G_MAXINT64 ? TRIGRAMS_FOR_MANY : MAX_TRIGRAMS);
  gram_statement_bind_text (statement, 1, match);
  gram_statement_bind_int64 (statement, 2, limit);
  return _gram_id_list_read (statement, ids, error);
}
