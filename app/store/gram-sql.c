/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-sql-private.h"

#include "gram-id-list.h"

/* A text, or a number if there is none. */
typedef struct
{
  char *text;
  gint64 number;
} Value;

static void
clear_value (gpointer data)
{
  g_free (((Value *)data)->text);
}

GramSql *
_gram_sql_new (const char *text)
{
  GramSql *self = g_new0 (GramSql, 1);

  self->text = g_string_new (text);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, clear_value);
  return self;
}

void
_gram_sql_free (GramSql *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

void
_gram_sql_add (GramSql *self, const char *text)
{
  g_string_append (self->text, text);
}

static void
add_value (GramSql *self, const char *text, Value value, const char *end)
{
  g_array_append_val (self->values, value);
  g_string_append_printf (self->text, "%s$%u%s", text, self->values->len, end);
}

void
_gram_sql_add_int64 (GramSql *self, const char *text, gint64 value, const char *end)
{
  add_value (self, text, (Value){ .number = value }, end);
}

void
_gram_sql_add_text (GramSql *self, const char *text, const char *value, const char *end)
{
  add_value (self, text, (Value){ .text = g_strdup (value) }, end);
}

void
_gram_sql_add_texts (GramSql *self, const char *text, const char *const *values)
{
  char *list = _gram_text_list_json (values);

  _gram_sql_add (self, text);
  add_value (self, "(SELECT value FROM " GRAM_SQL_LIST_BEGIN, (Value){ .text = list },
             GRAM_SQL_LIST_END ")");
}

void
_gram_sql_add_set (GramSql *self, const char *text, const char *vocabulary, guint flags)
{
  g_autofree const char **words = gram_words_of_set (vocabulary, flags);

  _gram_sql_add_texts (self, text, words);
}

void
_gram_sql_add_ids (GramSql *self, const char *text, const GArray *ids)
{
  g_autofree char *list = _gram_id_list_json (&g_array_index (ids, gint64, 0), ids->len);

  _gram_sql_add (self, text);
  _gram_sql_add_text (self, "(SELECT value FROM " GRAM_SQL_LIST_BEGIN, list, GRAM_SQL_LIST_END ")");
}

GArray *
_gram_sql_read_ids (GramSql *self, GramStore *store, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = _gram_sql_prepare (self, store, error);

  if (statement == NULL || !_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

GramStatement *
_gram_sql_prepare (GramSql *self, GramStore *store, GError **error)
{
  GramStatement *statement = gram_statement_prepare (store, self->text->str, error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->text != NULL)
        gram_statement_bind_text (statement, i + 1, value->text);
      else
        gram_statement_bind_int64 (statement, i + 1, value->number);
    }
  return statement;
}

char *
_gram_sql_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '%' || *c == '_' || *c == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *c);
    }
  g_string_append_c (pattern, '%');
  return g_string_free_and_steal (pattern);
}
