/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-shape-private.h"

#include "gram-id-list.h"

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
  return field->kind == GRAM_FIELD_TEXT || field->kind == GRAM_FIELD_JOINED;
}

/* Is it a column of the table itself? */
static gboolean
is_own (const GramField *field)
{
  return field->kind < GRAM_FIELD_JOINED;
}

static const char *
key_of (const GramShape *shape)
{
  return shape->key != NULL ? shape->key : "id";
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

GramStatement *
_gram_shape_prepare (const GramShape *shape,
                     GramStore *store,
                     const char *more,
                     const char *rest,
                     GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT t.%s", key_of (shape));
  for (gsize i = 0; i < shape->n_fields; i++)
    g_string_append_printf (sql, ", %s%s", is_own (&shape->fields[i]) ? "t." : "",
                            shape->fields[i].column);
  g_string_append_printf (sql, "%s FROM %s %s", more, shape->from, rest);
  return gram_statement_prepare (store, sql->str, error);
}

guint
_gram_shape_next_column (const GramShape *shape)
{
  return (guint)shape->n_fields + 1;
}

static gboolean
read_word (const GramField *field,
           GramStatement *statement,
           guint column,
           int *value,
           GError **error)
{
  const char *word = gram_statement_text (statement, column);

  *value = 0;
  if (word == NULL && !is_own (field))
    return TRUE;
  return (word != NULL && *word == '\0')
         || _gram_table_word (statement, column, field->vocabulary, value, error);
}

gpointer
_gram_shape_read (const GramShape *shape, GramStatement *statement, GError **error)
{
  gpointer record = _gram_shape_new (shape);

  *(gint64 *)record = gram_statement_int64 (statement, 0);
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];
      gpointer member = G_STRUCT_MEMBER_P (record, field->offset);
      guint column = (guint)i + 1;

      switch (field->kind)
        {
        case GRAM_FIELD_TEXT:
        case GRAM_FIELD_JOINED:
          *(char **)member = gram_statement_dup_text (statement, column);
          break;
        case GRAM_FIELD_INT:
        case GRAM_FIELD_VERSION:
          *(int *)member = (int)gram_statement_int64 (statement, column);
          break;
        case GRAM_FIELD_INT64:
        case GRAM_FIELD_REFERENCE:
        case GRAM_FIELD_JOINED_INT64:
          *(gint64 *)member = gram_statement_int64 (statement, column);
          break;
        case GRAM_FIELD_WORD:
        case GRAM_FIELD_JOINED_WORD:
          if (read_word (field, statement, column, member, error))
            break;
          _gram_shape_free (shape, record);
          return NULL;
        default:
          g_assert_not_reached ();
        }
    }
  return record;
}

gboolean
_gram_shape_one (const GramShape *shape, GramStatement *statement, gpointer *record, GError **error)
{
  *record = NULL;
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      *record = _gram_shape_read (shape, statement, error);
      return *record != NULL;
    case GRAM_STEP_DONE:
      return TRUE;
    case GRAM_STEP_ERROR:
    default:
      return FALSE;
    }
}

GPtrArray *
_gram_shape_all (const GramShape *shape, GramStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (shape->free_record);
  GramStep step;

  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gpointer record = _gram_shape_read (shape, statement, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

gboolean
_gram_shape_get (const GramShape *shape,
                 GramStore *store,
                 gint64 id,
                 gpointer *record,
                 GError **error)
{
  g_autofree char *rest = g_strdup_printf ("WHERE t.%s = $1", key_of (shape));

  return _gram_shape_get_of (shape, store, rest, id, record, error);
}

gboolean
_gram_shape_get_of (const GramShape *shape,
                    GramStore *store,
                    const char *rest,
                    gint64 id,
                    gpointer *record,
                    GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = _gram_shape_prepare (shape, store, "", rest, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_shape_one (shape, statement, record, error);
}

GPtrArray *
_gram_shape_list_of (const GramShape *shape,
                     GramStore *store,
                     const char *rest,
                     gint64 id,
                     GError **error)
{
  g_autoptr (GramStatement) statement = _gram_shape_prepare (shape, store, "", rest, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_shape_all (shape, statement, error);
}

GPtrArray *
_gram_shape_list_some_of (const GramShape *shape,
                          GramStore *store,
                          const char *rest,
                          gint64 id,
                          guint limit,
                          GError **error)
{
  g_autoptr (GramStatement) statement = _gram_shape_prepare (shape, store, "", rest, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, id);
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  return _gram_shape_all (shape, statement, error);
}

GPtrArray *
_gram_shape_page (const GramShape *shape,
                  GramStore *store,
                  const gint64 *ids,
                  guint n_ids,
                  GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (shape, store, "",
                                   "JOIN " GRAM_SQL_IDS ("1") " AS place"
                                                              " ON place.value = t.id"
                                                              " ORDER BY place.key",
                                   error);
  if (statement == NULL)
    return NULL;
  _gram_id_list_bind (statement, 1, ids, n_ids);
  return _gram_shape_all (shape, statement, error);
}

static void
bind (const GramField *field, gconstpointer record, GramStatement *statement, guint parameter)
{
  switch (field->kind)
    {
    case GRAM_FIELD_TEXT:
      gram_statement_bind_text (statement, parameter, text_of (field, record));
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
    if (is_own (&shape->fields[i]))
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
  guint n = 0;

  statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);
  if (statement == NULL)
    return FALSE;
  if (shape->key != NULL)
    gram_statement_bind_int64 (statement, ++n, *(const gint64 *)record);
  for (gsize i = 0; i < shape->n_fields; i++)
    if (is_own (&shape->fields[i]))
      bind (&shape->fields[i], record, statement, ++n);
  if (!_gram_table_insert (unit, statement, record, error))
    return FALSE;
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
  return is_own (field) && (!has_version (shape) || field->kind == GRAM_FIELD_VERSION);
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
  g_string_append (sql, " WHERE id = $1");
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];

      if (!is_compared (shape, field))
        continue;
      g_string_append_printf (sql,
                              field->kind == GRAM_FIELD_REFERENCE ? " AND coalesce (%s, 0) = $%u"
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
