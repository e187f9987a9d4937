/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gram-json-variant.h"
#include "gram-mapping-private.h"

static const char *const root_members[] = {
  "preset", "fields", "date-order", "decimal", "only", "row-keys", "identity", "guarded", NULL,
};
static const char *const source_members[] = { "columns", "combine", "prefix", "optional", NULL };
static const char *const only_members[] = { "column", "value", NULL };

static GVariant *
source_to_variant (const GramSource *source)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (source->n_columns == 1 && source->combine == GRAM_COMBINE_FIRST && !source->optional)
    return g_variant_new_string (source->columns[0]);
  g_variant_builder_add (&builder, "{sv}", "columns",
                         g_variant_new_strv ((const char *const *)source->columns,
                                             (gssize)source->n_columns));
  g_variant_builder_add (&builder, "{sv}", "combine",
                         g_variant_new_string (_gram_mapping_combine_word (source->combine)));
  if (source->prefix != NULL)
    g_variant_builder_add (&builder, "{sv}", "prefix", g_variant_new_string (source->prefix));
  if (source->optional)
    g_variant_builder_add (&builder, "{sv}", "optional", g_variant_new_boolean (TRUE));
  return g_variant_builder_end (&builder);
}

static void
add_fields (const GramMapping *self, GVariantBuilder *builder)
{
  g_auto (GVariantBuilder) fields = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    if (self->sources[field].n_columns > 0)
      g_variant_builder_add (&fields, "{sv}", gram_field_info (field)->key,
                             source_to_variant (&self->sources[field]));
  g_variant_builder_add (builder, "{sv}", "fields", g_variant_builder_end (&fields));
  if (self->row_keys)
    g_variant_builder_add (builder, "{sv}", "row-keys", g_variant_new_boolean (TRUE));
  if (self->guarded)
    g_variant_builder_add (builder, "{sv}", "guarded", g_variant_new_boolean (TRUE));
  if (self->identity != NULL && self->identity[0] != NULL)
    g_variant_builder_add (builder, "{sv}", "identity",
                           g_variant_new_strv ((const char *const *)self->identity, -1));
}

char *
gram_mapping_to_json (const GramMapping *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_strv_contains (gram_mapping_presets (), self->name))
    g_variant_builder_add (&builder, "{sv}", "preset", g_variant_new_string (self->name));
  else
    add_fields (self, &builder);
  g_variant_builder_add (&builder, "{sv}", "date-order",
                         g_variant_new_string (
                             gram_word_for ("date-order", (int)self->date_order)));
  g_variant_builder_add (&builder, "{sv}", "decimal",
                         g_variant_new_string (
                             gram_decimal_separator_word (self->decimal_separator)));
  if (self->only_column != NULL)
    {
      g_auto (GVariantBuilder) only = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

      g_variant_builder_add (&only, "{sv}", "column", g_variant_new_string (self->only_column));
      g_variant_builder_add (&only, "{sv}", "value", g_variant_new_string (self->only_value));
      g_variant_builder_add (&builder, "{sv}", "only", g_variant_builder_end (&only));
    }
  value = g_variant_ref_sink (g_variant_builder_end (&builder));
  return gram_json_from_variant (value);
}

static gboolean
read_columns (const GramJson *at, GramSource *source, GError **error)
{
  GramJson columns;
  guint n_columns;
  const char *name;

  if (!gram_json_get_array (at, "columns", &columns, &n_columns, error))
    return FALSE;
  if (n_columns == 0 || n_columns > GRAM_MAPPING_MAX_PARTS)
    return gram_json_set_error (&columns, error, _ ("one to %d columns are expected"),
                                GRAM_MAPPING_MAX_PARTS);
  for (guint i = 0; i < n_columns; i++)
    {
      GramJson element = gram_json_get_element (&columns, i);

      if (!gram_json_as_text (&element, &name, error))
        return FALSE;
      source->columns[source->n_columns++] = g_strdup (name);
    }
  return TRUE;
}

static gboolean
read_source (const GramJson *at, GramSource *source, GError **error)
{
  const char *text;

  if (!JSON_NODE_HOLDS_OBJECT (at->node))
    {
      if (!gram_json_as_text (at, &text, error))
        return FALSE;
      source->columns[source->n_columns++] = g_strdup (text);
      return TRUE;
    }
  if (!gram_json_check_members (at, source_members, error) || !read_columns (at, source, error))
    return FALSE;
  if (gram_json_has (at, "combine"))
    {
      if (!gram_json_get_text (at, "combine", &text, error))
        return FALSE;
      if (!_gram_mapping_combine_parse (text, &source->combine))
        return gram_json_set_error (at, error, _ ("“%s” is not a way to combine columns"), text);
    }
  if (gram_json_has (at, "prefix"))
    {
      if (!gram_json_get_text (at, "prefix", &text, error))
        return FALSE;
      source->prefix = g_strdup (text);
    }
  return !gram_json_has (at, "optional")
         || gram_json_get_boolean (at, "optional", &source->optional, error);
}

static gboolean
read_fields (const GramJson *root, GramMapping *self, GError **error)
{
  GramJson fields;
  JsonObjectIter iter;
  GramJson child = { .parent = &fields };

  if (!gram_json_get_object (root, "fields", &fields, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (fields.node));
  while (json_object_iter_next_ordered (&iter, &child.member, &child.node))
    {
      GramField field;

      if (!gram_field_parse (child.member, &field))
        return gram_json_set_error (&child, error, _ ("this field is not known"));
      if (!JSON_NODE_HOLDS_NULL (child.node) && !read_source (&child, &self->sources[field], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_identity (const GramJson *root, GramMapping *self, GError **error)
{
  g_autoptr (GVariant) names = NULL;
  GramJson identity;

  if (!gram_json_has (root, "identity"))
    return TRUE;
  if (!gram_json_get (root, "identity", &identity, error))
    return FALSE;
  names = gram_json_to_variant (&identity, G_VARIANT_TYPE_STRING_ARRAY, error);
  if (names == NULL)
    return FALSE;
  if (g_variant_n_children (names) > GRAM_MAPPING_MAX_IDENTITY)
    return gram_json_set_error (&identity, error, _ ("at most %d columns are expected"),
                                GRAM_MAPPING_MAX_IDENTITY);
  self->identity = g_variant_dup_strv (names, NULL);
  return TRUE;
}

static gboolean
read_custom (const GramJson *root, GramMapping *self, GError **error)
{
  return read_fields (root, self, error) && read_identity (root, self, error)
         && (!gram_json_has (root, "row-keys")
             || gram_json_get_boolean (root, "row-keys", &self->row_keys, error))
         && (!gram_json_has (root, "guarded")
             || gram_json_get_boolean (root, "guarded", &self->guarded, error));
}

static gboolean
read_settings (const GramJson *root, GramMapping *self, GError **error)
{
  GramJson only;
  const char *text;
  int order;

  if (gram_json_has (root, "date-order"))
    {
      if (!gram_json_get_text (root, "date-order", &text, error))
        return FALSE;
      if (!gram_word_parse ("date-order", text, &order))
        return gram_json_set_error (root, error, _ ("“%s” is not an order of dates"), text);
      self->date_order = (GramDateOrder)order;
    }
  if (gram_json_has (root, "decimal"))
    {
      if (!gram_json_get_text (root, "decimal", &text, error))
        return FALSE;
      if (!gram_decimal_separator_parse (text, &self->decimal_separator))
        return gram_json_set_error (root, error, _ ("“%s” is not a decimal separator"), text);
    }
  if (!gram_json_has (root, "only"))
    return TRUE;
  if (!gram_json_get_object (root, "only", &only, error)
      || !gram_json_check_members (&only, only_members, error)
      || !gram_json_get_text (&only, "column", &text, error))
    return FALSE;
  self->only_column = g_strdup (text);
  if (!gram_json_get_text (&only, "value", &text, error))
    return FALSE;
  self->only_value = g_strdup (text);
  return TRUE;
}

GramMapping *
gram_mapping_from_json (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GramMapping) self = NULL;
  GramJson root;
  const char *preset;

  g_return_val_if_fail (text != NULL, NULL);

  node = gram_json_parse (text, -1, error);
  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  if (!gram_json_check_members (&root, root_members, error))
    return NULL;
  if (!gram_json_has (&root, "preset"))
    {
      self = gram_mapping_new ();
      if (!read_custom (&root, self, error))
        return NULL;
    }
  else
    {
      if (!gram_json_get_text (&root, "preset", &preset, error))
        return NULL;
      self = gram_mapping_new_preset (preset);
      if (self == NULL || gram_json_has (&root, "fields"))
        {
          gram_json_set_error (&root, error,
                               self == NULL ? _ ("there is no preset “%s”")
                                            : _ ("the preset “%s” leaves no room for fields"),
                               preset);
          return NULL;
        }
    }
  return read_settings (&root, self, error) ? g_steal_pointer (&self) : NULL;
}
