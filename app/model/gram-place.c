/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-place.h"

#include "gram-place-private.h"

typedef struct
{
  guint position;

  /* Borrowed References */
  GramPlaceGone gone;
  gpointer owner;
  const gint64 *row; /* begins with its id; belongs to the page */

  /* Owned References */
  GPtrArray *page;
} GramPlacePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GramPlace, gram_place, G_TYPE_OBJECT)

typedef enum
{
  PROP_POSITION = 1,
  PROP_LOADING,
  PROP_ID,
} GramPlaceProp;

static GParamSpec *properties[PROP_ID + 1];

/* Where a field is in memory, %NULL if there is nothing. */
static gconstpointer
find_field (const GramPlaceField *field, gconstpointer row)
{
  const char *base = row;

  if (base != NULL && field->via != 0)
    base = G_STRUCT_MEMBER (const char *, base, field->via);
  return base != NULL ? base + field->offset : NULL;
}

static gint64
number_of (const GramPlaceField *field, gconstpointer row)
{
  gconstpointer at = find_field (field, row);

  if (at == NULL)
    return field->otherwise;

  switch (field->type)
    {
    case GRAM_PLACE_INT64:
      return *(const gint64 *)at;
    case GRAM_PLACE_INT:
      return *(const int *)at;
    case GRAM_PLACE_UINT:
      return *(const guint *)at;
    case GRAM_PLACE_BOOLEAN:
      return *(const gboolean *)at != FALSE;
    case GRAM_PLACE_TEXT:
    default:
      g_assert_not_reached ();
    }
}

static const char *
text_of (const GramPlaceField *field, gconstpointer row)
{
  char *const *at = find_field (field, row);

  return at != NULL && *at != NULL ? *at : "";
}

static gboolean
differs (const GramPlaceField *field, gconstpointer before, gconstpointer after)
{
  if (field->type == GRAM_PLACE_TEXT)
    return !g_str_equal (text_of (field, before), text_of (field, after));
  return number_of (field, before) != number_of (field, after);
}

static void
notify_difference (GramPlace *self, const gint64 *before, const gint64 *after)
{
  const GramPlaceClass *klass = GRAM_PLACE_GET_CLASS (self);

  if ((before == NULL) != (after == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if ((before != NULL ? *before : 0) != (after != NULL ? *after : 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (differs (&klass->fields[i], before, after))
        g_object_notify_by_pspec (G_OBJECT (self), klass->specs[i]);
    }
}

/* For subclasses: each property is a field of theirs. */
static void
get_field (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramPlace *self = GRAM_PLACE (object);
  const GramPlaceField *field = &GRAM_PLACE_GET_CLASS (self)->fields[prop_id - 1];
  gconstpointer row = gram_place_get_row (self);

  switch (field->type)
    {
    case GRAM_PLACE_TEXT:
      g_value_set_string (value, text_of (field, row));
      break;
    case GRAM_PLACE_INT64:
      g_value_set_int64 (value, number_of (field, row));
      break;
    case GRAM_PLACE_INT:
      g_value_set_int (value, (int)number_of (field, row));
      break;
    case GRAM_PLACE_UINT:
      g_value_set_uint (value, (guint)number_of (field, row));
      break;
    case GRAM_PLACE_BOOLEAN:
      g_value_set_boolean (value, number_of (field, row) != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
make_spec (const GramPlaceField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case GRAM_PLACE_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case GRAM_PLACE_INT64:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, field->otherwise,
                                 flags);
    case GRAM_PLACE_INT:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, (int)field->otherwise,
                               flags);
    case GRAM_PLACE_UINT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, (guint)field->otherwise,
                                flags);
    case GRAM_PLACE_BOOLEAN:
    default:
      return g_param_spec_boolean (field->name, NULL, NULL, field->otherwise != 0, flags);
    }
}

static void
gram_place_finalize (GObject *object)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (GRAM_PLACE (object));

  if (priv->owner != NULL)
    priv->gone (priv->owner, priv->position);
  g_clear_pointer (&priv->page, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_place_parent_class)->finalize (object);
}

static void
gram_place_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramPlace *self = GRAM_PLACE (object);

  switch ((GramPlaceProp)prop_id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, gram_place_get_position (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, gram_place_get_loading (self));
      break;
    case PROP_ID:
      g_value_set_int64 (value, gram_place_get_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_place_class_init (GramPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gram_place_finalize;
  object_class->get_property = gram_place_get_property;

  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_place_init (GramPlace *self)
{
}

void
gram_place_class_install_fields (GramPlaceClass *klass,
                                 const GramPlaceField *fields,
                                 guint n_fields)
{
  g_return_if_fail (GRAM_IS_PLACE_CLASS (klass));
  g_return_if_fail (klass->fields == NULL);
  g_return_if_fail (fields != NULL && n_fields > 0);

  klass->fields = fields;
  klass->n_fields = n_fields;
  /* As long-lived as the class itself. */
  klass->specs = g_new0 (GParamSpec *, n_fields);
  G_OBJECT_CLASS (klass)->get_property = get_field;
  for (guint i = 0; i < n_fields; i++)
    {
      klass->specs[i] = make_spec (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->specs[i]);
    }
}

GramPlace *
_gram_place_new (GType type, guint position, GramPlaceGone gone, gpointer owner)
{
  GramPlace *self = g_object_new (type, NULL);
  GramPlacePrivate *priv = gram_place_get_instance_private (self);

  priv->position = position;
  priv->gone = gone;
  priv->owner = owner;
  return self;
}

void
_gram_place_detach (GramPlace *self)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (self);

  g_assert (GRAM_IS_PLACE (self));

  priv->owner = NULL;
}

void
_gram_place_show (GramPlace *self, GPtrArray *page, gconstpointer row)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (self);
  g_autoptr (GPtrArray) page_before = NULL;
  const gint64 *before;

  g_assert (GRAM_IS_PLACE (self));
  g_assert ((page == NULL) == (row == NULL));

  page_before = g_steal_pointer (&priv->page);
  before = priv->row;
  priv->page = page != NULL ? g_ptr_array_ref (page) : NULL;
  priv->row = row;

  g_object_freeze_notify (G_OBJECT (self));
  notify_difference (self, before, row);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
gram_place_get_position (GramPlace *self)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (self);

  g_return_val_if_fail (GRAM_IS_PLACE (self), 0);

  return priv->position;
}

gboolean
gram_place_get_loading (GramPlace *self)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (self);

  g_return_val_if_fail (GRAM_IS_PLACE (self), FALSE);

  return priv->row == NULL;
}

gint64
gram_place_get_id (GramPlace *self)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (self);

  g_return_val_if_fail (GRAM_IS_PLACE (self), 0);

  return priv->row != NULL ? *priv->row : 0;
}

gconstpointer
gram_place_get_row (GramPlace *self)
{
  GramPlacePrivate *priv = gram_place_get_instance_private (self);

  g_return_val_if_fail (GRAM_IS_PLACE (self), NULL);

  return priv->row;
}
