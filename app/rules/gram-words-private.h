/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/* A value of an enumeration and its word. */
typedef struct
{
  int value;
  const char *word;
} GramWord;

/* A closed set of words. */
typedef struct
{
  const char *name;
  const GramWord *words;
  guint n_words;
} GramVocabulary;

#define GRAM_VOCABULARY(name, words) { name, words, G_N_ELEMENTS (words) }

/* The vocabularies of gram-case-words.h, gram-ccts-words.h and gram-ccs-words.h. */
const GramVocabulary *_gram_case_vocabularies (gsize *n_vocabularies);
const GramVocabulary *_gram_ccts_vocabularies (gsize *n_vocabularies);
const GramVocabulary *_gram_ccs_vocabularies (gsize *n_vocabularies);

/* A word of a vocabulary and what people read for it. */
typedef struct
{
  int value;
  const char *title;
} GramTitle;

/* The title of a value, translated in a context (NULL: none). */
const char *_gram_title (const char *context, const GramTitle *titles, gsize n_titles, int value);

#define GRAM_TITLE(context, titles, value)                                                         \
  _gram_title (context, titles, G_N_ELEMENTS (titles), (int)value)

G_END_DECLS
