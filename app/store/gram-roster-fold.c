/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-roster-private.h"

#include <string.h>

/* More than a person types; what is beyond is left out. */
#define MAX_WORDS 12

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

GStrv
_gram_roster_words (const char *search)
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
  g_auto (GStrv) words = _gram_roster_words (search);

  return words[0] != NULL;
}
