/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-figure-tile.h"

#include "gram-explanation.h"

#include <glib/gi18n-lib.h>

struct _GramFigureTile
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkMenuButton *button;
  GtkLabel *caption_label;
  GtkLabel *value_label;
  GtkLabel *unit_label;
  GramExplanation *explanation;
  GtkWidget *link_button;

  /* Owned References */
  GramFigure *figure;
};

G_DEFINE_FINAL_TYPE (GramFigureTile, gram_figure_tile, ADW_TYPE_BIN)

typedef enum
{
  PROP_FIGURE = 1,
} GramFigureTileProps;

static GParamSpec *properties[PROP_FIGURE + 1];

static void
update_accessible_label (GramFigureTile *self)
{
  const char *unit = gram_figure_get_unit (self->figure);
  g_autofree char *label = NULL;

  /* Translators: how a screen reader names a figure: caption, figure and unit */
  label = g_strdup_printf (_ ("%s: %s %s"), gram_figure_get_caption (self->figure),
                           gram_figure_get_value (self->figure), unit != NULL ? unit : "");
  g_strchomp (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* What it opens comes to the front. */
static void
link_cb (GramFigureTile *self)
{
  g_assert (GRAM_IS_FIGURE_TILE (self));

  gtk_menu_button_popdown (self->button);
}

static void
gram_figure_tile_finalize (GObject *object)
{
  GramFigureTile *self = (GramFigureTile *)object;

  g_clear_pointer (&self->figure, gram_figure_unref);

  G_OBJECT_CLASS (gram_figure_tile_parent_class)->finalize (object);
}

static void
gram_figure_tile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramFigureTile *self = GRAM_FIGURE_TILE (object);

  switch ((GramFigureTileProps)prop_id)
    {
    case PROP_FIGURE:
      g_value_set_boxed (value, gram_figure_tile_get_figure (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_figure_tile_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  GramFigureTile *self = GRAM_FIGURE_TILE (object);

  switch ((GramFigureTileProps)prop_id)
    {
    case PROP_FIGURE:
      gram_figure_tile_set_figure (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_figure_tile_class_init (GramFigureTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = gram_figure_tile_finalize;
  object_class->get_property = gram_figure_tile_get_property;
  object_class->set_property = gram_figure_tile_set_property;

  properties[PROP_FIGURE]
      = g_param_spec_boxed ("figure", NULL, NULL, GRAM_TYPE_FIGURE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (GRAM_TYPE_EXPLANATION);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, GramFigureTile, button);
  gtk_widget_class_bind_template_child (widget_class, GramFigureTile, caption_label);
  gtk_widget_class_bind_template_child (widget_class, GramFigureTile, value_label);
  gtk_widget_class_bind_template_child (widget_class, GramFigureTile, unit_label);
  gtk_widget_class_bind_template_child (widget_class, GramFigureTile, explanation);
  gtk_widget_class_bind_template_child (widget_class, GramFigureTile, link_button);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_set_css_name (widget_class, "figuretile");
}

static void
gram_figure_tile_init (GramFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gram_figure_tile_new (void)
{
  return g_object_new (GRAM_TYPE_FIGURE_TILE, NULL);
}

GramFigure *
gram_figure_tile_get_figure (GramFigureTile *self)
{
  g_return_val_if_fail (GRAM_IS_FIGURE_TILE (self), NULL);

  return self->figure;
}

void
gram_figure_tile_set_figure (GramFigureTile *self, GramFigure *figure)
{
  const char *unit;

  g_return_if_fail (GRAM_IS_FIGURE_TILE (self));

  if (self->figure == figure)
    return;

  if (figure != NULL)
    gram_figure_ref (figure);
  g_clear_pointer (&self->figure, gram_figure_unref);
  self->figure = figure;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), figure != NULL);
  gram_explanation_set_figure (self->explanation, figure);

  if (figure != NULL)
    {
      unit = gram_figure_get_unit (figure);
      gtk_label_set_text (self->caption_label, gram_figure_get_caption (figure));
      gtk_label_set_text (self->value_label, gram_figure_get_value (figure));
      gtk_label_set_text (self->unit_label, unit != NULL ? unit : "");
      gtk_widget_set_visible (GTK_WIDGET (self->unit_label), unit != NULL);
      update_accessible_label (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

void
gram_figure_tile_set_link (GramFigureTile *self,
                           const char *label,
                           const char *action,
                           GVariant *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (GRAM_IS_FIGURE_TILE (self));
  g_return_if_fail ((label != NULL) == (action != NULL));

  gtk_widget_set_visible (self->link_button, label != NULL);
  gtk_button_set_label (GTK_BUTTON (self->link_button), label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link_button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->link_button), owned);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link_button), action);
}
