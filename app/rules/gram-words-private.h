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

/* The vocabularies of gram-case-words.h. */
const GramVocabulary *_gram_case_vocabularies (gsize *n_vocabularies);

G_END_DECLS
