/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-json-reader.h"

#include <glib/gi18n-lib.h>

#define MAX_ELEMENTS 200
#define MAX_WAIT_DAYS 3650

static char *
member_path (const GramRulebookSection *self, const char *name)
{
  return *self->path == '\0' ? g_strdup (name) : g_strconcat (self->path, ".", name, NULL);
}

static void
fail_at (GError **error, GramRulesError code, const char *path, const char *problem)
{
  if (*error == NULL)
    /* Translators: a place in a file, such as years[2].targets.A.slope, and what is wrong there */
    g_set_error (error, GRAM_RULES_ERROR, (int)code, _ ("%s: %s"), path, problem);
}

void
_gram_rulebook_section_fail (GramRulebookSection *self,
                             const char *name,
                             GramRulesError code,
                             const char *problem)
{
  g_autofree char *path = member_path (self, name);

  fail_at (self->error, code, path, problem);
}

static void
fail_value (GramRulebookSection *self, const char *name, const char *problem)
{
  _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_VALUE, problem);
}

GramRulebookSection
_gram_rulebook_section_open (JsonNode *node, const char *path, GError **error)
{
  GramRulebookSection self = {
    .path = g_strdup (path),
    .seen = g_hash_table_new (g_str_hash, g_str_equal),
    .error = error,
  };

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    self.object = json_node_get_object (node);
  else if (node != NULL)
    fail_at (error, GRAM_RULES_ERROR_RULEBOOK_VALUE, *path == '\0' ? "$" : path,
             _ ("has to be an object"));

  return self;
}

void
_gram_rulebook_section_close (GramRulebookSection *self)
{
  if (self->object != NULL && *self->error == NULL)
    {
      JsonObjectIter iter;
      const char *name;

      json_object_iter_init_ordered (&iter, self->object);
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        if (!g_hash_table_contains (self->seen, name))
          {
            _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_MEMBER,
                                         _ ("is not known"));
            break;
          }
    }

  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
}

JsonNode *
_gram_rulebook_section_member (GramRulebookSection *self, const char *name)
{
  JsonNode *node;

  if (self->object == NULL)
    return NULL;

  g_hash_table_add (self->seen, (gpointer)name);
  node = json_object_get_member (self->object, name);
  if (node == NULL)
    _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_MEMBER, _ ("is missing"));

  return node;
}

gboolean
_gram_rulebook_section_is_null (GramRulebookSection *self, const char *name)
{
  JsonNode *node = _gram_rulebook_section_member (self, name);

  return node != NULL && JSON_NODE_HOLDS_NULL (node);
}

gboolean
_gram_rulebook_section_has (GramRulebookSection *self, const char *name)
{
  return self->object != NULL && json_object_has_member (self->object, name);
}

GramRulebookSection
_gram_rulebook_section_object (GramRulebookSection *self, const char *name)
{
  g_autofree char *path = member_path (self, name);

  return _gram_rulebook_section_open (_gram_rulebook_section_member (self, name), path,
                                      self->error);
}

JsonArray *
_gram_rulebook_section_array (GramRulebookSection *self, const char *name)
{
  JsonNode *node = _gram_rulebook_section_member (self, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail_value (self, name, _ ("has to be a list"));
      return NULL;
    }

  return json_node_get_array (node);
}

GramRulebookSection
_gram_rulebook_section_element (GramRulebookSection *self,
                                const char *name,
                                JsonArray *array,
                                guint index)
{
  g_autofree char *list = member_path (self, name);
  g_autofree char *path = g_strdup_printf ("%s[%u]", list, index);

  return _gram_rulebook_section_open (json_array_get_element (array, index), path, self->error);
}

/* A member of a simple type, NULL with an error if it has another one. */
static JsonNode *
value_of_type (GramRulebookSection *self, const char *name, GType type, const char *problem)
{
  JsonNode *node = _gram_rulebook_section_member (self, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
    return node;

  fail_value (self, name, problem);
  return NULL;
}

int
_gram_rulebook_section_int (GramRulebookSection *self, const char *name, int min, int max)
{
  JsonNode *node = value_of_type (self, name, G_TYPE_INT64, _ ("has to be a whole number"));
  g_autofree char *problem = NULL;
  gint64 value;

  if (node == NULL)
    return 0;

  value = json_node_get_int (node);
  if (value >= min && value <= max)
    return (int)value;

  problem = g_strdup_printf (_ ("has to be between %d and %d"), min, max);
  fail_value (self, name, problem);
  return 0;
}

gboolean
_gram_rulebook_section_boolean (GramRulebookSection *self, const char *name)
{
  JsonNode *node = value_of_type (self, name, G_TYPE_BOOLEAN, _ ("has to be true or false"));

  return node != NULL && json_node_get_boolean (node);
}

const char *
_gram_rulebook_section_string (GramRulebookSection *self, const char *name)
{
  JsonNode *node = value_of_type (self, name, G_TYPE_STRING, _ ("has to be a text"));
  const char *text;

  if (node == NULL)
    return NULL;

  text = json_node_get_string (node);
  if (*text != '\0')
    return text;

  fail_value (self, name, _ ("is empty"));
  return NULL;
}

gint64
_gram_rulebook_section_decimal (GramRulebookSection *self, const char *name, guint scale)
{
  JsonNode *node
      = value_of_type (self, name, G_TYPE_STRING,
                       _ ("has to be a decimal number in quotation marks, such as \"0.0343\""));
  g_autoptr (GError) problem = NULL;
  gint64 value = 0;

  if (node == NULL)
    return 0;

  if (!gram_decimal_parse (json_node_get_string (node), scale, &value, &problem))
    fail_value (self, name, problem->message);
  else if (value < 0)
    fail_value (self, name, _ ("is negative"));

  return MAX (value, 0);
}

GramDate
_gram_rulebook_section_date (GramRulebookSection *self, const char *name)
{
  const char *text = _gram_rulebook_section_string (self, name);
  g_autoptr (GError) problem = NULL;
  GramDate date = GRAM_DATE_NONE;

  if (text != NULL && !gram_date_parse (text, GRAM_DATE_ISO, &date, &problem))
    fail_value (self, name, problem->message);

  return date;
}

void
_gram_rulebook_section_month_day (GramRulebookSection *self,
                                  const char *name,
                                  guint8 *month,
                                  guint8 *day)
{
  const char *text = _gram_rulebook_section_string (self, name);
  g_autofree char *full = NULL;
  GramDate date = GRAM_DATE_NONE;

  if (text == NULL)
    return;

  /* Put into a year without a 29 February: a day of every year. */
  full = g_strconcat ("2023-", text, NULL);
  if (!gram_date_parse (full, GRAM_DATE_ISO, &date, NULL))
    {
      fail_value (self, name, _ ("has to be a day of every year, such as \"12-31\""));
      return;
    }

  *month = date.month;
  *day = date.day;
}

static void
fail_word (GramRulebookSection *self, const char *name, const char *vocabulary)
{
  g_autofree const char **words = gram_words_of (vocabulary);
  g_autofree char *list = g_strjoinv (", ", (char **)words);
  g_autofree char *problem = g_strdup_printf (_ ("has to be one of: %s"), list);

  fail_value (self, name, problem);
}

int
_gram_rulebook_section_word (GramRulebookSection *self, const char *name, const char *vocabulary)
{
  const char *text = _gram_rulebook_section_string (self, name);
  g_autofree const char **words = gram_words_of (vocabulary);
  int value = 0;

  if (text != NULL && gram_word_parse (vocabulary, text, &value))
    return value;
  gram_word_parse (vocabulary, words[0], &value);
  if (text != NULL)
    fail_word (self, name, vocabulary);

  return value;
}

guint
_gram_rulebook_section_set (GramRulebookSection *self, const char *name, const char *vocabulary)
{
  JsonArray *array = _gram_rulebook_section_array (self, name);
  guint n = _gram_rulebook_section_count (self, name, array, 0);
  guint flags = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
      int value = 0;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
          || !gram_word_parse (vocabulary, json_node_get_string (node), &value))
        fail_word (self, place, vocabulary);
      else if ((flags & (guint)value) != 0)
        fail_value (self, place, _ ("stands twice in the list"));
      flags |= (guint)value;
    }

  return flags;
}

GramProvenance
_gram_rulebook_section_provenance (GramRulebookSection *self)
{
  return (GramProvenance){
    .verified = _gram_rulebook_section_boolean (self, "verified"),
    .source = g_strdup (_gram_rulebook_section_string (self, "source")),
  };
}

guint
_gram_rulebook_section_count (GramRulebookSection *self,
                              const char *name,
                              JsonArray *array,
                              guint least)
{
  guint n = array == NULL ? 0 : json_array_get_length (array);

  if (array != NULL && (n < least || n > MAX_ELEMENTS))
    {
      _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                   n < least ? _ ("is empty") : _ ("is too long"));
      return 0;
    }

  return n;
}

int
_gram_rulebook_section_number (GramRulebookSection *self,
                               const char *object,
                               const char *name,
                               int max,
                               GramProvenance *provenance)
{
  GramRulebookSection section = _gram_rulebook_section_object (self, object);
  int number = _gram_rulebook_section_int (&section, name, 1, max);

  *provenance = _gram_rulebook_section_provenance (&section);
  _gram_rulebook_section_close (&section);

  return number;
}

int
_gram_rulebook_section_ready (GramRulebookSection *self, GramProvenance *provenance)
{
  return _gram_rulebook_section_number (self, "ready", "warn_after_days", MAX_WAIT_DAYS,
                                        provenance);
}
