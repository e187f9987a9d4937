/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explanation.h"

#include <glib/gi18n-lib.h>

struct _GramExplanation
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkLabel *caption_label;
  GtkGrid *inputs_grid;
  GtkLabel *formula_label;
  GtkLabel *article_label;

  /* Owned References */
  GramFigure *figure;
  GPtrArray *cells;
};

G_DEFINE_FINAL_TYPE (GramExplanation, gram_explanation, ADW_TYPE_BIN)

static GtkWidget *
cell_new (const char *text, gboolean is_value)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_value ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, !is_value);
  if (is_value)
    gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
add_line (GramExplanation *self, int row, const char *label, const char *value, gboolean result)
{
  GtkWidget *cells[] = { cell_new (label, FALSE), cell_new (value, TRUE) };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      gtk_grid_attach (self->inputs_grid, cells[i], (int)i, row, 1, 1);
      if (result)
        gtk_widget_add_css_class (cells[i], "heading");
      else if (i == 0)
        gtk_widget_add_css_class (cells[i], "dimmed");
      g_ptr_array_add (self->cells, g_object_ref (cells[i]));
    }
}

static void
clear_lines (GramExplanation *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_grid_remove (self->inputs_grid, self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
}

static void
set_optional_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
copy_cb (GramExplanation *self)
{
  g_autofree char *text = NULL;

  g_assert (GRAM_IS_EXPLANATION (self));

  if (self->figure == NULL)
    return;

  text = gram_figure_to_text (self->figure);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Explanation copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
gram_explanation_finalize (GObject *object)
{
  GramExplanation *self = (GramExplanation *)object;

  g_clear_pointer (&self->figure, gram_figure_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_explanation_parent_class)->finalize (object);
}

static void
gram_explanation_class_init (GramExplanationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = gram_explanation_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-explanation.ui");
  gtk_widget_class_bind_template_child (widget_class, GramExplanation, caption_label);
  gtk_widget_class_bind_template_child (widget_class, GramExplanation, inputs_grid);
  gtk_widget_class_bind_template_child (widget_class, GramExplanation, formula_label);
  gtk_widget_class_bind_template_child (widget_class, GramExplanation, article_label);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
gram_explanation_init (GramExplanation *self)
{
  self->cells = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gram_explanation_new (void)
{
  return g_object_new (GRAM_TYPE_EXPLANATION, NULL);
}

void
gram_explanation_set_figure (GramExplanation *self, GramFigure *figure)
{
  g_autofree char *result = NULL;
  guint n_inputs;

  g_return_if_fail (GRAM_IS_EXPLANATION (self));

  if (figure != NULL)
    gram_figure_ref (figure);
  g_clear_pointer (&self->figure, gram_figure_unref);
  self->figure = figure;
  clear_lines (self);
  if (figure == NULL)
    return;

  gtk_label_set_text (self->caption_label, gram_figure_get_caption (figure));
  n_inputs = gram_figure_get_n_inputs (figure);
  for (guint i = 0; i < n_inputs; i++)
    {
      const char *label;
      const char *value;

      gram_figure_get_input (figure, i, &label, &value);
      add_line (self, (int)i, label, value, FALSE);
    }
  if (gram_figure_get_unit (figure) != NULL)
    result
        = g_strdup_printf ("%s %s", gram_figure_get_value (figure), gram_figure_get_unit (figure));
  else
    result = g_strdup (gram_figure_get_value (figure));
  /* Translators: the line of an explanation that has the figure explained */
  add_line (self, (int)n_inputs, _ ("Result"), result, TRUE);
  set_optional_text (self->formula_label, gram_figure_get_formula (figure));
  set_optional_text (self->article_label, gram_figure_get_article (figure));
}
