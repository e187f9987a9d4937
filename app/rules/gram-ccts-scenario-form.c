/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-scenario.h"

#include "gram-ccts-activity.h"
#include "gram-ccts-words.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define NO_ARTICLE NULL

/* The fields: where they stand and how many decimals they have. The account number is a text. */
static const struct
{
  gsize offset;
  guint scale;
  guint decimals;
  const char *title;
} rows[GRAM_SCENARIO_FIELD_N + 1] = {
  [GRAM_SCENARIO_BUY] = { G_STRUCT_OFFSET (GramScenario, buy), 0, 0, N_ ("Allowances to buy") },
  [GRAM_SCENARIO_BUY_PRICE] = { G_STRUCT_OFFSET (GramScenario, buy_price),
                                GRAM_SCENARIO_SCALE_PRICE, 2, N_ ("Price of one, £") },
  [GRAM_SCENARIO_CONVERT]
  = { G_STRUCT_OFFSET (GramScenario, convert), 0, 0, N_ ("CRTS allowances to convert") },
  [GRAM_SCENARIO_POOL_NUMBER] = { 0, 0, 0, N_ ("Account number of the manufacturer") },
  [GRAM_SCENARIO_POOL_SURPLUS] = { G_STRUCT_OFFSET (GramScenario, pool_surplus),
                                   GRAM_CCTS_SCALE_ACTIVITY, 0, N_ ("Allowances it has left") },
  [GRAM_SCENARIO_POOL_COST] = { G_STRUCT_OFFSET (GramScenario, pool_cost), GRAM_DECIMAL_SCALE_MONEY,
                                2, N_ ("Cost in all, £") },
};

const char *
gram_scenario_field_title (GramScenarioField field)
{
  g_return_val_if_fail (field >= 1 && field <= GRAM_SCENARIO_FIELD_N, "");

  return _ (rows[field].title);
}

static gboolean
refuse (GramScenarioField field, const char *problem, GramRefusal **refusal)
{
  /* Translators: the first %s names a field of a form, the second says what is wrong with it */
  return gram_refuse (refusal, "scenario.value", NO_ARTICLE, _ ("%s: %s"),
                      gram_scenario_field_title (field), problem);
}

static gboolean
set_number (GramScenario *self, const char *text, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    {
      self->pool_number[0] = '\0';
      return TRUE;
    }

  return gram_account_number_parse (text, self->pool_number, &error)
         || refuse (GRAM_SCENARIO_POOL_NUMBER, error->message, refusal);
}

gboolean
gram_scenario_set (GramScenario *self,
                   GramScenarioField field,
                   const char *text,
                   GramRefusal **refusal)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field >= 1 && field <= GRAM_SCENARIO_FIELD_N, FALSE);

  if (field == GRAM_SCENARIO_POOL_NUMBER)
    return set_number (self, stripped, refusal);
  if (*stripped != '\0' && !gram_decimal_parse (stripped, rows[field].scale, &value, &error))
    return refuse (field, error->message, refusal);
  if (value < 0)
    return refuse (field, _ ("this cannot be negative"), refusal);

  G_STRUCT_MEMBER (gint64, self, rows[field].offset) = value;
  return TRUE;
}

char *
gram_scenario_get (const GramScenario *self, GramScenarioField field)
{
  gint64 value;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field >= 1 && field <= GRAM_SCENARIO_FIELD_N, NULL);

  if (field == GRAM_SCENARIO_POOL_NUMBER)
    return g_strdup (self->pool_number);
  value = G_STRUCT_MEMBER (gint64, self, rows[field].offset);

  return value == 0 ? g_strdup ("")
                    : gram_decimal_format (value, rows[field].scale, rows[field].decimals);
}

/* A text, or a whole number as it comes from JSON. */
static char *
text_of (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return gram_decimal_format (g_variant_get_int64 (value), 0, 0);

  return NULL;
}

gboolean
gram_scenario_read (GVariant *dictionary, GramScenario *scenario, GramRefusal **refusal)
{
  GramScenario read = { 0 };
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_return_val_if_fail (dictionary != NULL, FALSE);
  g_return_val_if_fail (g_variant_is_of_type (dictionary, G_VARIANT_TYPE_VARDICT), FALSE);
  g_return_val_if_fail (scenario != NULL, FALSE);

  g_variant_iter_init (&iter, dictionary);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) owned = value;
      g_autofree char *text = text_of (owned);
      int field;

      if (!gram_word_parse ("scenario-field", key, &field))
        return gram_refuse (refusal, "scenario.field", NO_ARTICLE,
                            /* Translators: %s is the name of a field that somebody made up */
                            _ ("A scenario has no field “%s”; leave it out"), key);
      if (text == NULL)
        return refuse ((GramScenarioField)field,
                       _ ("this is a value of another type; write it again"), refusal);
      if (!gram_scenario_set (&read, (GramScenarioField)field, text, refusal))
        return FALSE;
    }

  *scenario = read;
  return TRUE;
}

GVariant *
gram_scenario_write (const GramScenario *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (int i = 1; i <= GRAM_SCENARIO_FIELD_N; i++)
    {
      g_autofree char *text = gram_scenario_get (self, (GramScenarioField)i);

      if (*text != '\0')
        g_variant_dict_insert (&dict, gram_word_for ("scenario-field", i), "s", text);
    }

  return g_variant_dict_end (&dict);
}
