/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-directory-item.h"

#include "gram-account-words.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

struct _GramDirectoryItem
{
  GObject parent_instance;

  char *holder;
  char *number;
  char *detail;
};

G_DEFINE_FINAL_TYPE (GramDirectoryItem, gram_directory_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_HOLDER = 1,
  PROP_DETAIL,
  PROP_LABEL,
} GramDirectoryItemProp;

static GParamSpec *properties[PROP_LABEL + 1];

static void
gram_directory_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramDirectoryItem *self = GRAM_DIRECTORY_ITEM (object);

  switch ((GramDirectoryItemProp)prop_id)
    {
    case PROP_HOLDER:
      g_value_set_string (value, self->holder);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_LABEL:
      /* Translators: a holder, and number and contact of the account, for a screen reader */
      g_value_take_string (value, g_strdup_printf (_ ("%1$s, %2$s"), self->holder, self->detail));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_directory_item_finalize (GObject *object)
{
  GramDirectoryItem *self = GRAM_DIRECTORY_ITEM (object);

  g_clear_pointer (&self->holder, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (gram_directory_item_parent_class)->finalize (object);
}

static void
gram_directory_item_class_init (GramDirectoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gram_directory_item_get_property;
  object_class->finalize = gram_directory_item_finalize;

  properties[PROP_HOLDER] = g_param_spec_string ("holder", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_directory_item_init (GramDirectoryItem *self)
{
}

/* Number first, what it is for, then how to get in touch. */
static char *
dup_detail (const GramDirectoryEntry *entry)
{
  g_autofree char *number = gram_format_account_number (entry->number);
  const char *contact[] = { entry->kind != 0 ? gram_account_kind_title (entry->kind) : NULL,
                            entry->contact_name, entry->contact_email, entry->contact_phone };
  GString *detail = g_string_new (number);

  for (guint i = 0; i < G_N_ELEMENTS (contact); i++)
    if (contact[i] != NULL && *contact[i] != '\0')
      g_string_append_printf (detail, " · %s", contact[i]);

  return g_string_free_and_steal (detail);
}

GramDirectoryItem *
gram_directory_item_new (const GramDirectoryEntry *entry)
{
  GramDirectoryItem *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (GRAM_TYPE_DIRECTORY_ITEM, NULL);
  self->holder = g_strdup (entry->holder);
  self->number = g_strdup (entry->number);
  self->detail = dup_detail (entry);

  return self;
}

const char *
gram_directory_item_get_holder (GramDirectoryItem *self)
{
  g_return_val_if_fail (GRAM_IS_DIRECTORY_ITEM (self), NULL);

  return self->holder;
}

const char *
gram_directory_item_get_number (GramDirectoryItem *self)
{
  g_return_val_if_fail (GRAM_IS_DIRECTORY_ITEM (self), NULL);

  return self->number;
}
