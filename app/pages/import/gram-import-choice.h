/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-import-draft.h"

G_BEGIN_DECLS

/**
 * GramImportWord:
 * @word: word of the draft's property
 * @title: translatable (N_()) text that a person reads
 *
 * One of the values that a reading setting can have.
 */
typedef struct
{
  const char *word;
  const char *title;
} GramImportWord;

/**
 * GramImportWords:
 * @property: property of #GramImportDraft
 * @words: (array length=n_words): its values
 * @n_words: how many
 *
 * A reading setting.
 */
typedef struct
{
  const char *property;
  const GramImportWord *words;
  guint n_words;
} GramImportWords;

extern const GramImportWords gram_import_encodings;
extern const GramImportWords gram_import_delimiters;
extern const GramImportWords gram_import_decimals;

/**
 * gram_import_choice_bind:
 * @row: a row of a form
 * @draft: what it edits
 * @words: the setting; static
 *
 * Fills @row with the values of a setting and binds it to the draft, both ways.
 */
void
gram_import_choice_bind (AdwComboRow *row, GramImportDraft *draft, const GramImportWords *words);

/**
 * gram_import_choice_title:
 * @words: a setting
 * @word: one of its words
 *
 * Returns: (transfer none): what a person reads, translated
 */
const char *gram_import_choice_title (const GramImportWords *words, const char *word);

G_END_DECLS
