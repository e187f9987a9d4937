/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-facts.h"

#include "gram-command.h"
#include "gram-decimal.h"
#include "gram-formats.h"
#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>

/* How a value is written. */
typedef enum
{
  PLAIN,
  ACCOUNT_NUMBER,
  DATE,
  INSTANT,
  GRAMS,
  COMMAND,
  WORDS,
} How;

static const struct
{
  const char *key;
  How how;
} formats[] = {
  { "account", ACCOUNT_NUMBER }, { "until", DATE },        { "remedy-by", DATE },
  { "object-by", DATE },         { "valid-from", DATE },   { "answer-by", DATE },
  { "paid-on", DATE },           { "lapses-at", INSTANT }, { "amount", GRAMS },
  { "delete-credits", GRAMS },   { "permissions", WORDS }, { "deleted-credits", GRAMS },
  { "command", COMMAND },        { "acts", WORDS },        { "role", WORDS },
  { "ground", WORDS },           { "result", WORDS },      { "act", WORDS },
  { "last-day", DATE },
};

/* Words of the vocabularies, as they stand in a sentence. */
static const struct
{
  const char *word;
  const char *context;
  const char *title;
} words[] = {
  { "view", "permission", NC_ ("permission", "view") },
  { "grant", "permission", NC_ ("permission", "add users and grant permissions") },
  { "accept", "permission", NC_ ("permission", "accept and dispute vehicles") },
  { "transfer", "permission", NC_ ("permission", "transfer") },
  { "edit", "permission", NC_ ("permission", "edit details") },
  { "surrender", "act", NC_ ("act", "surrender") },
  { "closing", "act", NC_ ("act", "closing") },
  { "officer", "role", NC_ ("role", "compliance officer") },
  { "reader", "role", NC_ ("role", "administrator’s side, read-only") },
  { "case-handler", "role", NC_ ("role", "case handler") },
  { "decision-maker", "role", NC_ ("role", "decision maker") },
  { "administrator", "role", NC_ ("role", "administrator") },
  { "failure", "ground", NC_ ("ground", "failure to comply") },
  { "conviction", "ground", NC_ ("ground", "conviction") },
  { "penalty", "ground", NC_ ("ground", "penalty") },
  { "verified", "verification", NC_ ("verification", "verified") },
  { "refused", "verification", NC_ ("verification", "refused") },
  { "expired", "verification", NC_ ("verification", "expired") },
};

static GVariant *
read_json (const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  GramJson root;

  if (text == NULL || *text == '\0')
    return NULL;

  node = gram_json_parse (text, -1, NULL);
  if (node == NULL)
    return NULL;

  root = gram_json_root (node);

  return gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, NULL);
}

void
gram_journal_facts_init (GramJournalFacts *self, const GramJournalEntry *entry)
{
  g_return_if_fail (self != NULL && entry != NULL);

  self->arguments = read_json (entry->arguments);
  self->result = read_json (entry->result);
}

void
gram_journal_facts_clear (GramJournalFacts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->arguments, g_variant_unref);
  g_clear_pointer (&self->result, g_variant_unref);
}

/* What it was given counts before what it answered. */
static GVariant *
look_up (const GramJournalFacts *self, const char *key, const GVariantType *type)
{
  GVariant *value = NULL;

  if (self->arguments != NULL)
    value = g_variant_lookup_value (self->arguments, key, type);
  if (value == NULL && self->result != NULL)
    value = g_variant_lookup_value (self->result, key, type);

  return value;
}

const char *
gram_journal_facts_text (const GramJournalFacts *self, const char *key)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, "");

  value = look_up (self, key, G_VARIANT_TYPE_STRING);

  /* The dictionary keeps it. */
  return value != NULL ? g_variant_get_string (value, NULL) : "";
}

gint64
gram_journal_facts_number (const GramJournalFacts *self, const char *key)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, 0);

  value = look_up (self, key, G_VARIANT_TYPE_INT64);

  return value != NULL ? g_variant_get_int64 (value) : 0;
}

gboolean
gram_journal_facts_flag (const GramJournalFacts *self, const char *key)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  value = look_up (self, key, G_VARIANT_TYPE_BOOLEAN);

  return value != NULL && g_variant_get_boolean (value);
}

/* A word that is not known, from a newer Gram, stands as it is. */
static const char *
title_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return g_dpgettext2 (GETTEXT_PACKAGE, words[i].context, words[i].title);

  return word;
}

static char *
format_grams (const char *text)
{
  g_autofree char *amount = NULL;
  gint64 hundredths;

  if (!gram_decimal_parse (text, 2, &hundredths, NULL))
    return g_strdup (text);
  /* Nothing is not worth a line. */
  if (hundredths == 0)
    return NULL;

  amount = gram_format_decimal (hundredths, 2, 2);

  /* Translators: credits, in grams of CO₂ */
  return g_strdup_printf (_ ("%s g"), amount);
}

/* What a command does, in its own words. */
static char *
format_command (const char *name)
{
  const GramCommand *command = gram_command_find (name);

  return g_strdup (command != NULL ? _ (command->summary) : name);
}

static char *
format_text (const char *text, How how)
{
  switch (how)
    {
    case ACCOUNT_NUMBER:
      return gram_format_account_number (text);
    case DATE:
      return gram_format_date (text);
    case GRAMS:
      return format_grams (text);
    case COMMAND:
      return format_command (text);
    case WORDS:
      return g_strdup (title_of (text));
    case PLAIN:
    case INSTANT:
    default:
      return g_strdup (text);
    }
}

static char *
format_words (GVariant *value)
{
  g_autofree const char **all = g_variant_get_strv (value, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (i > 0)
        /* Translators: between the permissions of a person */
        g_string_append (text, _ (", "));
      g_string_append (text, title_of (all[i]));
    }
  /* Translators: in place of a list of permissions or acts that is empty */
  if (text->len == 0)
    g_string_append (text, _ ("none"));

  return g_string_free_and_steal (text);
}

char *
gram_journal_facts_format (const GramJournalFacts *self, const char *key)
{
  g_autoptr (GVariant) value = NULL;
  How how = PLAIN;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  value = look_up (self, key, NULL);
  if (value == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].key, key))
      how = formats[i].how;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return *g_variant_get_string (value, NULL) != '\0'
               ? format_text (g_variant_get_string (value, NULL), how)
               : NULL;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return format_words (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) && how == INSTANT)
    return gram_format_day_of_instant (g_variant_get_int64 (value));
  /* Numbers and years of things; counts have sentences of their own. */
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));

  return NULL;
}

char *
gram_journal_facts_fill (const GramJournalFacts *self, const char *pattern)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *open;
  const char *close;

  g_return_val_if_fail (self != NULL && pattern != NULL, NULL);

  while ((open = strchr (pattern, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *key = g_strndup (open + 1, (gsize)(close - open - 1));
      g_autofree char *value = gram_journal_facts_format (self, key);

      if (value == NULL)
        return NULL;
      g_string_append_len (text, pattern, open - pattern);
      g_string_append (text, value);
      pattern = close + 1;
    }
  g_string_append (text, pattern);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
