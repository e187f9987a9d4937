/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-shape-private.h"

#include "gram-id-list.h"

GramStatement *
_gram_shape_prepare (const GramShape *shape,
                     GramStore *store,
                     const char *more,
                     const char *rest,
                     GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT t.%s", _gram_shape_key (shape));
  for (gsize i = 0; i < shape->n_fields; i++)
    g_string_append_printf (sql, ", %s%s", _gram_field_is_own (&shape->fields[i]) ? "t." : "",
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
  if (word == NULL && !_gram_field_is_own (field))
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
        case GRAM_FIELD_OPTIONAL:
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
  g_autofree char *rest = g_strdup_printf ("WHERE t.%s = $1", _gram_shape_key (shape));

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
  return _gram_shape_get_by (shape, store, rest, &id, 1, record, error);
}

/* $1, $2 … are @keys. */
static GramStatement *
prepare_by (const GramShape *shape,
            GramStore *store,
            const char *rest,
            const gint64 *keys,
            guint n_keys,
            GError **error)
{
  GramStatement *statement = _gram_shape_prepare (shape, store, "", rest, error);

  for (guint i = 0; statement != NULL && i < n_keys; i++)
    gram_statement_bind_int64 (statement, i + 1, keys[i]);
  return statement;
}

gboolean
_gram_shape_get_by (const GramShape *shape,
                    GramStore *store,
                    const char *rest,
                    const gint64 *keys,
                    guint n_keys,
                    gpointer *record,
                    GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = prepare_by (shape, store, rest, keys, n_keys, error);
  return statement != NULL && _gram_shape_one (shape, statement, record, error);
}

GPtrArray *
_gram_shape_list_by (const GramShape *shape,
                     GramStore *store,
                     const char *rest,
                     const gint64 *keys,
                     guint n_keys,
                     GError **error)
{
  g_autoptr (GramStatement) statement = prepare_by (shape, store, rest, keys, n_keys, error);

  return statement != NULL ? _gram_shape_all (shape, statement, error) : NULL;
}

GPtrArray *
_gram_shape_list_of (const GramShape *shape,
                     GramStore *store,
                     const char *rest,
                     gint64 id,
                     GError **error)
{
  return _gram_shape_list_by (shape, store, rest, &id, 1, error);
}

GPtrArray *
_gram_shape_list_some_of (const GramShape *shape,
                          GramStore *store,
                          const char *rest,
                          gint64 id,
                          guint limit,
                          GError **error)
{
  return _gram_shape_list_by (shape, store, rest, (const gint64[]){ id, _gram_table_limit (limit) },
                              2, error);
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
