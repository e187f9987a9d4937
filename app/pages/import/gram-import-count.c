/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-count.h"

#include "gram-formats.h"

struct _GramImportCount
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkLabel *number_label;
  GtkLabel *caption_label;

  gint64 count;
};

G_DEFINE_FINAL_TYPE (GramImportCount, gram_import_count, ADW_TYPE_BIN)

typedef enum
{
  PROP_COUNT = 1,
  PROP_CAPTION,
} GramImportCountProp;

static GParamSpec *properties[PROP_CAPTION + 1];

static void
show_count (GramImportCount *self)
{
  g_autofree char *number = gram_format_count (self->count);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", gtk_label_get_text (self->caption_label), number);

  gtk_label_set_text (self->number_label, number);
  if (self->count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_label), "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
gram_import_count_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramImportCount *self = GRAM_IMPORT_COUNT (object);

  switch ((GramImportCountProp)prop_id)
    {
    case PROP_COUNT:
      g_value_set_int64 (value, self->count);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, gtk_label_get_text (self->caption_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_import_count_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GramImportCount *self = GRAM_IMPORT_COUNT (object);

  switch ((GramImportCountProp)prop_id)
    {
    case PROP_COUNT:
      gram_import_count_set_count (self, g_value_get_int64 (value));
      break;
    case PROP_CAPTION:
      gtk_label_set_text (self->caption_label, g_value_get_string (value));
      show_count (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_import_count_class_init (GramImportCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gram_import_count_get_property;
  object_class->set_property = gram_import_count_set_property;

  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-count.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportCount, number_label);
  gtk_widget_class_bind_template_child (widget_class, GramImportCount, caption_label);
}

static void
gram_import_count_init (GramImportCount *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gint64
gram_import_count_get_count (GramImportCount *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_COUNT (self), 0);

  return self->count;
}

void
gram_import_count_set_count (GramImportCount *self, gint64 count)
{
  g_return_if_fail (GRAM_IS_IMPORT_COUNT (self));

  if (self->count == count)
    return;

  self->count = count;
  show_count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
