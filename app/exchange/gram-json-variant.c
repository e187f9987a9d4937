/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>

static gboolean
check_type (const GramJson *at, GType type, const char *expected, GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (at->node) && json_node_get_value_type (at->node) == type)
    return TRUE;
  return gram_json_set_error (at, error, "%s", expected);
}

static GVariant *
read_integer (const GramJson *at, const GVariantType *type, GError **error)
{
  gint64 value;

  if (!check_type (at, G_TYPE_INT64, _ ("a whole number is expected"), error))
    return NULL;
  value = json_node_get_int (at->node);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64))
    return g_variant_new_int64 (value);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32) && value >= G_MININT32
      && value <= G_MAXINT32)
    return g_variant_new_int32 ((gint32)value);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32) && value >= 0 && value <= G_MAXUINT32)
    return g_variant_new_uint32 ((guint32)value);
  gram_json_set_error (at, error, _ ("the number is out of range"));
  return NULL;
}

static GVariant *
read_array (const GramJson *at, const GVariantType *type, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (type);
  guint n_elements;

  if (!JSON_NODE_HOLDS_ARRAY (at->node))
    {
      gram_json_set_error (at, error, _ ("a list is expected"));
      return NULL;
    }
  n_elements = json_array_get_length (json_node_get_array (at->node));
  for (guint i = 0; i < n_elements; i++)
    {
      GramJson child = gram_json_get_element (at, i);
      g_autoptr (GVariant) value = NULL;

      value = gram_json_to_variant (&child, g_variant_type_element (type), error);
      if (value == NULL)
        return NULL;
      if (g_variant_type_equal (g_variant_type_element (type), G_VARIANT_TYPE_VARIANT))
        g_variant_builder_add (&builder, "v", value);
      else
        g_variant_builder_add_value (&builder, value);
    }
  return g_variant_builder_end (&builder);
}

/* `a{ss}` or `a{sv}`. */
static GVariant *
read_dictionary (const GramJson *at, const GVariantType *type, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (type);
  gboolean vardict = g_variant_type_equal (type, G_VARIANT_TYPE_VARDICT);
  JsonObjectIter iter;
  GramJson child = { .parent = at };

  if (!JSON_NODE_HOLDS_OBJECT (at->node))
    {
      gram_json_set_error (at, error, _ ("an object is expected"));
      return NULL;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (at->node));
  while (json_object_iter_next_ordered (&iter, &child.member, &child.node))
    {
      g_autoptr (GVariant) value = NULL;

      if (JSON_NODE_HOLDS_NULL (child.node))
        continue;
      value = gram_json_to_variant (&child, vardict ? NULL : G_VARIANT_TYPE_STRING, error);
      if (value == NULL)
        return NULL;
      if (vardict)
        g_variant_builder_add (&builder, "{sv}", child.member, value);
      else
        g_variant_builder_add (&builder, "{ss}", child.member, g_variant_get_string (value, NULL));
    }
  return g_variant_builder_end (&builder);
}

/* The type that a value has of itself, %NULL if it has none that we take. */
static const GVariantType *
type_of (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return G_VARIANT_TYPE_VARDICT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return G_VARIANT_TYPE_ARRAY;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return G_VARIANT_TYPE_STRING;
    case G_TYPE_INT64:
      return G_VARIANT_TYPE_INT64;
    case G_TYPE_BOOLEAN:
      return G_VARIANT_TYPE_BOOLEAN;
    default:
      return NULL;
    }
}

static const GVariantType *
type_of_array (JsonNode *node)
{
  static const struct
  {
    const GVariantType *element;
    const GVariantType *array;
  } alike[] = {
    { G_VARIANT_TYPE_STRING, G_VARIANT_TYPE_STRING_ARRAY },
    { G_VARIANT_TYPE_INT64, (const GVariantType *)"ax" },
    { G_VARIANT_TYPE_BOOLEAN, (const GVariantType *)"ab" },
    { G_VARIANT_TYPE_VARDICT, (const GVariantType *)"aa{sv}" },
  };
  JsonArray *array = json_node_get_array (node);
  guint n_elements = json_array_get_length (array);
  const GVariantType *first = NULL;

  for (guint i = 0; i < n_elements; i++)
    {
      const GVariantType *type = type_of (json_array_get_element (array, i));

      if (i == 0)
        first = type;
      if (type == NULL || type != first)
        return (const GVariantType *)"av";
    }
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (alike[i].element == first)
      return alike[i].array;
  return n_elements == 0 ? G_VARIANT_TYPE_STRING_ARRAY : (const GVariantType *)"av";
}

static GVariant *
read_value (const GramJson *at, const GVariantType *type, GError **error)
{
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return check_type (at, G_TYPE_STRING, _ ("a text in quotes is expected"), error)
               ? g_variant_new_string (json_node_get_string (at->node))
               : NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return check_type (at, G_TYPE_BOOLEAN, _ ("true or false is expected"), error)
               ? g_variant_new_boolean (json_node_get_boolean (at->node))
               : NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64)
      || g_variant_type_equal (type, G_VARIANT_TYPE_INT32)
      || g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return read_integer (at, type, error);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_VARDICT)
      || g_variant_type_equal (type, (const GVariantType *)"a{ss}"))
    return read_dictionary (at, type, error);
  if (g_variant_type_is_array (type))
    return read_array (at, type, error);
  g_return_val_if_reached (NULL);
}

GVariant *
gram_json_to_variant (const GramJson *at, const GVariantType *type, GError **error)
{
  GVariant *value;

  g_return_val_if_fail (at != NULL, NULL);

  if (type == NULL || g_variant_type_equal (type, G_VARIANT_TYPE_VARIANT))
    {
      type = type_of (at->node);
      if (type == NULL)
        {
          gram_json_set_error (at, error,
                               JSON_NODE_HOLDS_NULL (at->node)
                                   ? _ ("null may not stand here")
                                   : _ ("a number with a fraction or an exponent may not stand "
                                        "here; write amounts as a text, for example \"12.50\""));
          return NULL;
        }
      if (g_variant_type_equal (type, G_VARIANT_TYPE_ARRAY))
        type = type_of_array (at->node);
    }
  value = read_value (at, type, error);
  return value == NULL ? NULL : g_variant_ref_sink (value);
}

GVariant *
gram_json_to_vardict (const GramJson *at,
                      const GramJsonMember *members,
                      gsize n_members,
                      GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree const char **names = g_new0 (const char *, n_members + 1);

  g_return_val_if_fail (at != NULL, NULL);

  for (gsize i = 0; i < n_members; i++)
    names[i] = members[i].name;
  if (!gram_json_check_members (at, names, error))
    return NULL;
  for (gsize i = 0; i < n_members; i++)
    {
      GramJson child;
      g_autoptr (GVariant) value = NULL;

      if (!members[i].required && !gram_json_has (at, members[i].name))
        continue;
      if (!gram_json_get (at, members[i].name, &child, error))
        return NULL;
      value = gram_json_to_variant (&child, (const GVariantType *)members[i].type, error);
      if (value == NULL)
        return NULL;
      g_variant_builder_add (&builder, "{sv}", members[i].name, value);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}
