/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-options.h"

#include "gram-table-sniff.h"
#include "gram-words.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (GVariant *arguments, const char *name)
{
  const char *value = NULL;

  return g_variant_lookup (arguments, name, "&s", &value) && *value != '\0' ? value : NULL;
}

/* What each argument can be, for the sentence that says so. */
static const struct
{
  const char *name;
  const char *words;
} choices[] = {
  { "format", "csv, jsonl" },
  { "encoding", "utf-8, utf-16le, utf-16be, windows-1252" },
  { "delimiter", "comma, semicolon, tab" },
  { "date-order", "iso, day-month-year, month-day-year" },
  { "decimal", "point, comma" },
  { "status", "entered, ready" },
  { "preset", "gram, eea, nz-mvr" },
};

static gboolean
refuse_word (const char *name, const char *word, GramRefusal **refusal)
{
  const char *words = "";

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].name, name))
      words = choices[i].words;
  /* Translators: a word that was given for an argument, its name, and the words that it can be */
  return gram_refuse (refusal, "import.word", NULL, _ ("“%s” is nothing that “%s” can be: %s"),
                      word, name, words);
}

gboolean
gram_import_refuse_file (const GramImportOptions *options,
                         const char *id,
                         const GError *problem,
                         GramRefusal **refusal)
{
  /* The reader names the file itself where the system would not open it. */
  if (g_error_matches (problem, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_READ))
    return gram_refuse (refusal, id, NULL, "%s", problem->message);
  return gram_refuse (refusal, id, NULL, _ ("The file “%s” cannot be read: %s"), options->base_name,
                      problem->message);
}

static gboolean
read_layout (GramImportOptions *self, GVariant *arguments, GramRefusal **refusal)
{
  const char *format = get_text (arguments, "format");
  const char *encoding = get_text (arguments, "encoding");
  const char *delimiter = get_text (arguments, "delimiter");

  if (format != NULL && !gram_table_format_parse (format, &self->layout.format))
    return refuse_word ("format", format, refusal);
  if (encoding != NULL && !gram_table_encoding_parse (encoding, &self->layout.encoding))
    return refuse_word ("encoding", encoding, refusal);
  if (delimiter != NULL && !gram_table_delimiter_parse (delimiter, &self->layout.delimiter))
    return refuse_word ("delimiter", delimiter, refusal);
  return TRUE;
}

static gboolean
choose_mapping (GramImportOptions *self,
                GVariant *arguments,
                const char *found,
                GramRefusal **refusal)
{
  const char *preset = get_text (arguments, "preset");
  const char *mapping = get_text (arguments, "mapping");
  g_autoptr (GError) problem = NULL;

  if (preset != NULL && mapping != NULL)
    return gram_refuse (refusal, "import.mapping", NULL,
                        _ ("Name either a preset or a mapping, not both"));
  if (mapping != NULL)
    {
      self->mapping = gram_mapping_from_json (mapping, &problem);
      if (self->mapping == NULL)
        return gram_refuse (refusal, "import.mapping", NULL, _ ("The mapping cannot be read: %s"),
                            problem->message);
      return TRUE;
    }
  if (preset == NULL && found == NULL)
    return gram_refuse (
        refusal, "import.no-preset", NULL,
        _ ("The columns of “%s” are those of no preset; name the preset, or map them"),
        self->base_name);
  self->mapping = gram_mapping_new_preset (preset != NULL ? preset : found);
  return self->mapping != NULL || refuse_word ("preset", preset, refusal);
}

static gboolean
read_mapping_details (GramImportOptions *self, GVariant *arguments, GramRefusal **refusal)
{
  const char *order_word = get_text (arguments, "date-order");
  const char *decimal = get_text (arguments, "decimal");
  const char *status = get_text (arguments, "status");
  GramDateOrder order;
  char separator;
  int word;

  if (order_word != NULL)
    {
      if (!gram_word_parse ("date-order", order_word, &word))
        return refuse_word ("date-order", order_word, refusal);
      order = (GramDateOrder)word;
      gram_mapping_set_date_order (self->mapping, order);
    }
  if (decimal != NULL)
    {
      if (!gram_decimal_separator_parse (decimal, &separator))
        return refuse_word ("decimal", decimal, refusal);
      gram_mapping_set_decimal_separator (self->mapping, separator);
    }
  self->status = GRAM_VEHICLE_ENTERED;
  if (status == NULL)
    return TRUE;
  /* No file and no caller says that a vehicle is accepted. */
  if (!gram_word_parse ("vehicle-status", status, &word) || word == GRAM_VEHICLE_ACCEPTED)
    return refuse_word ("status", status, refusal);
  self->status = (GramVehicleStatus)word;
  return TRUE;
}

gboolean
gram_import_options_read (GramImportOptions *self, GVariant *arguments, GramRefusal **refusal)
{
  g_autoptr (GramTableSniff) sniff = NULL;
  g_autoptr (GError) problem = NULL;
  const char *path = get_text (arguments, "file");
  g_autofree char *base = NULL;

  *self = (GramImportOptions){ 0 };
  if (path == NULL)
    return gram_refuse (refusal, "argument.missing", NULL, _ ("Choose a file"));
  self->path = g_strdup (path);
  base = g_path_get_basename (path);
  self->base_name = g_utf8_make_valid (base, -1);
  self->sha256 = g_strdup (get_text (arguments, "sha256"));

  sniff = gram_table_sniff (path, &problem);
  if (sniff == NULL)
    return gram_import_refuse_file (self, "file.unreadable", problem, refusal);
  self->layout = sniff->layout;
  return read_layout (self, arguments, refusal)
         && choose_mapping (self, arguments, sniff->preset, refusal)
         && read_mapping_details (self, arguments, refusal);
}

void
gram_import_options_clear (GramImportOptions *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->base_name, g_free);
  g_clear_pointer (&self->mapping, gram_mapping_free);
  g_clear_pointer (&self->sha256, g_free);
}
