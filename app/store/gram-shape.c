/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-shape-private.h"

/* Everything that is read and written as an int has its size. */
G_STATIC_ASSERT (sizeof (gboolean) == sizeof (int));
G_STATIC_ASSERT (sizeof (GramAccountState) == sizeof (int));
G_STATIC_ASSERT (sizeof (GramMeasureGround) == sizeof (int));

#define NEXT_CHANGE "(SELECT coalesce (max (changed), 0) + 1 FROM %s)"

static const char *
text_of (const GramField *field, gconstpointer record)
{
  return _gram_text (G_STRUCT_MEMBER (char *, record, field->offset));
}

static int
int_of (const GramField *field, gconstpointer record)
{
  return G_STRUCT_MEMBER (int, record, field->offset);
}

static gint64
int64_of (const GramField *field, gconstpointer record)
{
  return G_STRUCT_MEMBER (gint64, record, field->offset);
}

static const char *
word_of (const GramField *field, gconstpointer record)
{
  int value = int_of (field, record);

  return value != 0 ? gram_word_for (field->vocabulary, value) : "";
}

static gboolean
is_text (const GramField *field)
{
  return field->kind == GRAM_FIELD_TEXT || field->kind == GRAM_FIELD_OPTIONAL
         || field->kind == GRAM_FIELD_JOINED;
}

gpointer
_gram_shape_new (const GramShape *shape)
{
  return g_malloc0 (shape->size);
}

gpointer
_gram_shape_copy (const GramShape *shape, gconstpointer record)
{
  gpointer copy = g_memdup2 (record, shape->size);

  for (gsize i = 0; i < shape->n_fields; i++)
    {
      char **text = G_STRUCT_MEMBER_P (copy, shape->fields[i].offset);

      if (is_text (&shape->fields[i]))
        *text = g_strdup (*text);
    }
  return copy;
}

void
_gram_shape_free (const GramShape *shape, gpointer record)
{
  if (record == NULL)
    return;
  for (gsize i = 0; i < shape->n_fields; i++)
    if (is_text (&shape->fields[i]))
      g_free (G_STRUCT_MEMBER (char *, record, shape->fields[i].offset));
  g_free (record);
}

static void
bind (const GramField *field, gconstpointer record, GramStatement *statement, guint parameter)
{
  switch (field->kind)
    {
    case GRAM_FIELD_TEXT:
      gram_statement_bind_text (statement, parameter, text_of (field, record));
      break;
    case GRAM_FIELD_OPTIONAL:
      if (*text_of (field, record) != '\0')
        gram_statement_bind_text (statement, parameter, text_of (field, record));
      else
        gram_statement_bind_null (statement, parameter);
      break;
    case GRAM_FIELD_INT:
    case GRAM_FIELD_VERSION:
      gram_statement_bind_int64 (statement, parameter, int_of (field, record));
      break;
    case GRAM_FIELD_INT64:
      gram_statement_bind_int64 (statement, parameter, int64_of (field, record));
      break;
    case GRAM_FIELD_REFERENCE:
      _gram_table_bind_reference (statement, parameter, int64_of (field, record));
      break;
    case GRAM_FIELD_WORD:
      gram_statement_bind_text (statement, parameter, word_of (field, record));
      break;
    case GRAM_FIELD_JOINED:
    case GRAM_FIELD_JOINED_INT64:
    case GRAM_FIELD_JOINED_WORD:
    default:
      g_assert_not_reached ();
    }
}

static char *
insert_sql (const GramShape *shape)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  guint n = 0;

  g_string_printf (sql, "INSERT INTO %s (", shape->table);
  if (shape->key != NULL)
    {
      g_string_append (sql, shape->key);
      g_string_append_printf (values, "$%u", ++n);
    }
  for (gsize i = 0; i < shape->n_fields; i++)
    if (_gram_field_is_own (&shape->fields[i]))
      {
        n++;
        g_string_append_printf (sql, "%s%s", n > 1 ? ", " : "", shape->fields[i].column);
        g_string_append_printf (values, "%s$%u", n > 1 ? ", " : "", n);
      }
  if (shape->counts_changes)
    {
      g_string_append (sql, ", changed");
      g_string_append_printf (values, ", " NEXT_CHANGE, shape->table);
    }
  g_string_append_printf (sql, ") VALUES (%s)", values->str);
  if (shape->once != NULL)
    g_string_append_printf (sql, " ON CONFLICT (%s) DO NOTHING", shape->once);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

gboolean
_gram_shape_insert (const GramShape *shape, GramUnit *unit, gpointer record, GError **error)
{
  g_autofree char *sql = insert_sql (shape);
  g_autoptr (GramStatement) statement = NULL;
  gint64 key = *(const gint64 *)record;
  guint n = 0;

  statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (statement == NULL)
    return FALSE;
  if (shape->key != NULL)
    gram_statement_bind_int64 (statement, ++n, key);
  for (gsize i = 0; i < shape->n_fields; i++)
    if (_gram_field_is_own (&shape->fields[i]))
      bind (&shape->fields[i], record, statement, ++n);
  if (!_gram_table_insert (unit, statement, record, error))
    return FALSE;
  if (shape->key != NULL)
    *(gint64 *)record = key;
  if (shape->once != NULL && gram_store_changes (gram_unit_get_store (unit)) == 0)
    *(gint64 *)record = 0;
  return TRUE;
}

static gboolean
has_version (const GramShape *shape)
{
  for (gsize i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].kind == GRAM_FIELD_VERSION)
      return TRUE;
  return FALSE;
}

/* Whether the row is still as it was read is asked of the version, or of every column if there is none. */
static gboolean
is_compared (const GramShape *shape, const GramField *field)
{
  return _gram_field_is_own (field) && (!has_version (shape) || field->kind == GRAM_FIELD_VERSION);
}

static char *
update_sql (const GramShape *shape)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *comma = "";
  guint n = 1;

  g_string_printf (sql, "UPDATE %s SET ", shape->table);
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];

      if (field->kind == GRAM_FIELD_VERSION)
        g_string_append_printf (sql, "%s%s = %s + 1", comma, field->column, field->column);
      else if (field->changes)
        g_string_append_printf (sql, "%s%s = $%u", comma, field->column, ++n);
      else
        continue;
      comma = ", ";
    }
  if (shape->counts_changes)
    g_string_append_printf (sql, ", changed = " NEXT_CHANGE, shape->table);
  g_string_append_printf (sql, " WHERE %s = $1", _gram_shape_key (shape));
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];

      if (!is_compared (shape, field))
        continue;
      g_string_append_printf (sql,
                              field->kind == GRAM_FIELD_REFERENCE  ? " AND coalesce (%s, 0) = $%u"
                              : field->kind == GRAM_FIELD_OPTIONAL ? " AND %s IS $%u"
                                                                   : " AND %s = $%u",
                              field->column, ++n);
    }
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

gboolean
_gram_shape_update (const GramShape *shape,
                    GramUnit *unit,
                    gconstpointer before,
                    gconstpointer after,
                    GError **error)
{
  g_autofree char *sql = update_sql (shape);
  g_autoptr (GramStatement) statement = NULL;
  guint n = 1;

  g_return_val_if_fail (*(const gint64 *)before == *(const gint64 *)after, FALSE);

  statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, *(const gint64 *)before);
  for (gsize i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].changes)
      bind (&shape->fields[i], after, statement, ++n);
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];

      if (!is_compared (shape, field))
        continue;
      if (field->kind == GRAM_FIELD_REFERENCE)
        gram_statement_bind_int64 (statement, ++n, int64_of (field, before));
      else
        bind (field, before, statement, ++n);
    }
  return _gram_table_change_one (unit, statement, shape->table, error);
}

gboolean
_gram_field_equal (const GramField *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind)
    {
    case GRAM_FIELD_TEXT:
    case GRAM_FIELD_OPTIONAL:
    case GRAM_FIELD_JOINED:
      return g_str_equal (text_of (field, a), text_of (field, b));
    case GRAM_FIELD_INT:
    case GRAM_FIELD_VERSION:
    case GRAM_FIELD_WORD:
    case GRAM_FIELD_JOINED_WORD:
      return int_of (field, a) == int_of (field, b);
    case GRAM_FIELD_INT64:
    case GRAM_FIELD_REFERENCE:
    case GRAM_FIELD_JOINED_INT64:
      return int64_of (field, a) == int64_of (field, b);
    default:
      g_assert_not_reached ();
    }
}

char *
_gram_field_text (const GramField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case GRAM_FIELD_TEXT:
    case GRAM_FIELD_OPTIONAL:
    case GRAM_FIELD_JOINED:
      return g_strdup (text_of (field, record));
    case GRAM_FIELD_INT:
    case GRAM_FIELD_VERSION:
      return g_strdup_printf ("%d", int_of (field, record));
    case GRAM_FIELD_WORD:
    case GRAM_FIELD_JOINED_WORD:
      return g_strdup (word_of (field, record));
    case GRAM_FIELD_INT64:
    case GRAM_FIELD_REFERENCE:
    case GRAM_FIELD_JOINED_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, int64_of (field, record));
    default:
      g_assert_not_reached ();
    }
}

static gboolean
add_change (const GramField *field,
            GramStatement *statement,
            gconstpointer before,
            gconstpointer after,
            GError **error)
{
  g_autofree char *old_value = _gram_field_text (field, before);
  g_autofree char *new_value = _gram_field_text (field, after);

  gram_statement_bind_text (statement, 3, field->history);
  gram_statement_bind_text (statement, 4, old_value);
  gram_statement_bind_text (statement, 5, new_value);
  return gram_statement_run (statement, error);
}

gboolean
_gram_shape_add_history (const GramShape *shape,
                         GramUnit *unit,
                         const char *sql,
                         gconstpointer before,
                         gconstpointer after,
                         gint64 journal_id,
                         GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];

      if (field->history == NULL || _gram_field_equal (field, before, after))
        continue;
      gram_statement_bind_int64 (statement, 1, *(const gint64 *)before);
      gram_statement_bind_int64 (statement, 2, journal_id);
      if (!add_change (field, statement, before, after, error))
        return FALSE;
    }
  return TRUE;
}
