/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-choice.h"

#include "gram-import-combo.h"

#include <glib/gi18n-lib.h>

static const GramImportWord encodings[] = {
  { "utf-8", N_ ("UTF-8") },
  { "windows-1252", N_ ("Windows-1252 (Western Europe)") },
  { "utf-16le", N_ ("UTF-16, as Windows writes it") },
  { "utf-16be", N_ ("UTF-16, big end first") },
};

static const GramImportWord delimiters[] = {
  { "comma", N_ ("Comma") },
  { "semicolon", N_ ("Semicolon") },
  { "tab", N_ ("Tab") },
};

static const GramImportWord decimals[] = {
  { "point", N_ ("Point, as in 131.4") },
  { "comma", N_ ("Comma, as in 131,4") },
};

const GramImportWords gram_import_encodings = { "encoding", encodings, G_N_ELEMENTS (encodings) };
const GramImportWords gram_import_delimiters
    = { "delimiter", delimiters, G_N_ELEMENTS (delimiters) };
const GramImportWords gram_import_decimals = { "decimal", decimals, G_N_ELEMENTS (decimals) };

static gboolean
to_place (GBinding *binding, const GValue *word, GValue *place, gpointer user_data)
{
  const GramImportWords *words = user_data;

  for (guint i = 0; i < words->n_words; i++)
    if (g_strcmp0 (words->words[i].word, g_value_get_string (word)) == 0)
      {
        g_value_set_uint (place, i);
        return TRUE;
      }

  return FALSE;
}

static gboolean
to_word (GBinding *binding, const GValue *place, GValue *word, gpointer user_data)
{
  const GramImportWords *words = user_data;
  guint i = g_value_get_uint (place);

  if (i >= words->n_words)
    return FALSE;

  g_value_set_string (word, words->words[i].word);

  return TRUE;
}

void
gram_import_choice_bind (AdwComboRow *row, GramImportDraft *draft, const GramImportWords *words)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (GRAM_IS_IMPORT_DRAFT (draft));

  for (guint i = 0; i < words->n_words; i++)
    gtk_string_list_append (titles, _ (words->words[i].title));
  gram_import_combo_install (row);
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  g_object_bind_property_full (draft, words->property, row, "selected",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, to_place, to_word,
                               (gpointer)words, NULL);
}

const char *
gram_import_choice_title (const GramImportWords *words, const char *word)
{
  for (guint i = 0; i < words->n_words; i++)
    if (g_strcmp0 (words->words[i].word, word) == 0)
      return _ (words->words[i].title);

  return "";
}
