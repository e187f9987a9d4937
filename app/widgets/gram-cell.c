/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cell.h"

struct _GramCell
{
  AdwBin parent_instance;

  guint position;
};

G_DEFINE_FINAL_TYPE (GramCell, gram_cell, ADW_TYPE_BIN)

typedef enum
{
  PROP_POSITION = 1,
} GramCellProp;

static GParamSpec *properties[PROP_POSITION + 1];

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCell *self = GRAM_CELL (widget);

  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (widget, "list.activate-item", "u", self->position);
}

static void
gram_cell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if ((GramCellProp)prop_id == PROP_POSITION)
    g_value_set_uint (value, GRAM_CELL (object)->position);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gram_cell_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GramCell *self = GRAM_CELL (object);

  if ((GramCellProp)prop_id != PROP_POSITION)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->position == g_value_get_uint (value))
    return;
  self->position = g_value_get_uint (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
gram_cell_class_init (GramCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gram_cell_get_property;
  object_class->set_property = gram_cell_set_property;

  properties[PROP_POSITION]
      = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_cb);
}

static void
gram_cell_init (GramCell *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

GtkWidget *
gram_cell_new (void)
{
  return g_object_new (GRAM_TYPE_CELL, NULL);
}

guint
gram_cell_get_position (GramCell *self)
{
  g_return_val_if_fail (GRAM_IS_CELL (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}
