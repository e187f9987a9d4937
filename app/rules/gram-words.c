/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-words.h"

#include "gram-acceptance.h"

typedef struct
{
  int value;
  const char *word;
} Word;

typedef struct
{
  const char *name;
  const Word *words;
  guint n_words;
} Vocabulary;

static const Word registry_kinds[] = {
  { GRAM_REGISTRY_ADMINISTRATOR, "administrator" },
  { GRAM_REGISTRY_OWN, "own" },
  { GRAM_REGISTRY_PRACTICE, "practice" },
};

static const Word account_kinds[] = {
  { GRAM_ACCOUNT_CCS_USED, "ccs-used" },
  { GRAM_ACCOUNT_CCS_NEW, "ccs-new" },
  { GRAM_ACCOUNT_CCTS, "ccts" },
};

static const Word schemes[] = {
  { GRAM_SCHEME_CCS, "ccs" },
  { GRAM_SCHEME_CCTS, "ccts" },
};

static const Word account_states[] = {
  { GRAM_ACCOUNT_OPEN, "open" },       { GRAM_ACCOUNT_SUSPENDED, "suspended" },
  { GRAM_ACCOUNT_BLOCKED, "blocked" }, { GRAM_ACCOUNT_CLOSING, "closing" },
  { GRAM_ACCOUNT_CLOSED, "closed" },
};

static const Word permissions[] = {
  { GRAM_PERMISSION_VIEW, "view" },     { GRAM_PERMISSION_GRANT, "grant" },
  { GRAM_PERMISSION_ACCEPT, "accept" }, { GRAM_PERMISSION_TRANSFER, "transfer" },
  { GRAM_PERMISSION_EDIT, "edit" },
};

static const Word roles[] = {
  { GRAM_ROLE_ADMINISTRATOR, "administrator" },
  { GRAM_ROLE_CASE_HANDLER, "case-handler" },
  { GRAM_ROLE_DECISION_MAKER, "decision-maker" },
  { GRAM_ROLE_READER, "reader" },
  { GRAM_ROLE_OFFICER, "officer" },
};

static const Word vehicle_statuses[] = {
  { GRAM_VEHICLE_ENTERED, "entered" },
  { GRAM_VEHICLE_READY, "ready" },
  { GRAM_VEHICLE_ACCEPTED, "accepted" },
};

static const Word attentions[] = {
  { GRAM_ATTENTION_NONE, "none" },
  { GRAM_ATTENTION_INCOMPLETE, "incomplete" },
  { GRAM_ATTENTION_DISPUTED, "disputed" },
};

static const Word auto_accepts[] = {
  { GRAM_AUTO_ACCEPT_OFF, "off" },
  { GRAM_AUTO_ACCEPT_CREDIT, "credit" },
  { GRAM_AUTO_ACCEPT_CHARGE, "charge" },
};

static const Word missing_data[] = {
  { GRAM_MISSING_CO2, "co2" },   { GRAM_MISSING_MASS, "mass" },   { GRAM_MISSING_TYPE, "type" },
  { GRAM_MISSING_MAKE, "make" }, { GRAM_MISSING_MODEL, "model" }, { GRAM_MISSING_DATE, "date" },
};

static const Word roundings[] = {
  { GRAM_ROUND_HALF_UP, "half-up" },
  { GRAM_ROUND_HALF_EVEN, "half-even" },
  { GRAM_ROUND_TRUNCATE, "truncate" },
};

static const Word date_orders[] = {
  { GRAM_DATE_ISO, "iso" },
  { GRAM_DATE_DAY_MONTH_YEAR, "day-month-year" },
  { GRAM_DATE_MONTH_DAY_YEAR, "month-day-year" },
};

static const Word missing_weights[] = {
  { GRAM_CCS_MISSING_WEIGHTS_REFUSE, "refuse" },
  { GRAM_CCS_MISSING_WEIGHTS_MEAN, "mean" },
};

static const Word auto_reasons[] = {
  { GRAM_AUTO_REASON_ACCEPTS, "accepts" },
  { GRAM_AUTO_REASON_SWITCHED_OFF, "switched-off" },
  { GRAM_AUTO_REASON_ALREADY_ACCEPTED, "already-accepted" },
  { GRAM_AUTO_REASON_NOT_READY, "not-ready" },
  { GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN, "account-not-open" },
  { GRAM_AUTO_REASON_DISPUTED, "disputed" },
  { GRAM_AUTO_REASON_INCOMPLETE, "incomplete" },
  { GRAM_AUTO_REASON_NO_TARGET, "no-target" },
  { GRAM_AUTO_REASON_CHARGE, "charge" },
  { GRAM_AUTO_REASON_CREDIT, "credit" },
};

#define VOCABULARY(name, words) { name, words, G_N_ELEMENTS (words) }

static const Vocabulary vocabularies[] = {
  VOCABULARY ("registry-kind", registry_kinds),
  VOCABULARY ("account-kind", account_kinds),
  VOCABULARY ("scheme", schemes),
  VOCABULARY ("account-state", account_states),
  VOCABULARY ("permission", permissions),
  VOCABULARY ("role", roles),
  VOCABULARY ("vehicle-status", vehicle_statuses),
  VOCABULARY ("attention", attentions),
  VOCABULARY ("auto-accept", auto_accepts),
  VOCABULARY ("missing", missing_data),
  VOCABULARY ("rounding", roundings),
  VOCABULARY ("date-order", date_orders),
  VOCABULARY ("missing-weights", missing_weights),
  VOCABULARY ("auto-reason", auto_reasons),
};

static const Vocabulary *
find_vocabulary (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (g_str_equal (vocabularies[i].name, name))
      return &vocabularies[i];

  g_critical ("there is no vocabulary “%s”", name);
  return NULL;
}

GramScheme
gram_account_kind_scheme (GramAccountKind kind)
{
  return kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;
}

const char *
gram_word_for (const char *vocabulary, int value)
{
  const Vocabulary *found = find_vocabulary (vocabulary);

  g_return_val_if_fail (found != NULL, "");

  for (guint i = 0; i < found->n_words; i++)
    if (found->words[i].value == value)
      return found->words[i].word;

  g_critical ("%d is not of the vocabulary “%s”", value, vocabulary);
  return "";
}

gboolean
gram_word_parse (const char *vocabulary, const char *word, int *value)
{
  const Vocabulary *found = find_vocabulary (vocabulary);

  g_return_val_if_fail (found != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (word == NULL)
    return FALSE;

  for (guint i = 0; i < found->n_words; i++)
    if (g_str_equal (found->words[i].word, word))
      {
        *value = found->words[i].value;
        return TRUE;
      }

  return FALSE;
}

const char **
gram_words_of_set (const char *vocabulary, guint flags)
{
  const Vocabulary *found = find_vocabulary (vocabulary);
  const char **words;
  guint n = 0;

  g_return_val_if_fail (found != NULL, NULL);

  words = g_new0 (const char *, found->n_words + 1);
  for (guint i = 0; i < found->n_words; i++)
    if ((flags & (guint)found->words[i].value) != 0)
      words[n++] = found->words[i].word;

  return words;
}

const char **
gram_words_of (const char *vocabulary)
{
  const Vocabulary *found = find_vocabulary (vocabulary);
  const char **words;

  g_return_val_if_fail (found != NULL, NULL);

  words = g_new0 (const char *, found->n_words + 1);
  for (guint i = 0; i < found->n_words; i++)
    words[i] = found->words[i].word;

  return words;
}
