/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-figure.h"

struct _GramFigure
{
  char *caption;
  char *value;
  char *unit;
  char *formula;
  char *article;
  GPtrArray *inputs; /* label, value, label, value … */
};

G_DEFINE_BOXED_TYPE (GramFigure, gram_figure, gram_figure_ref, gram_figure_unref)

GramFigure *
gram_figure_new (const char *caption, const char *value, const char *unit)
{
  GramFigure *self = g_rc_box_new0 (GramFigure);

  g_assert (caption != NULL && value != NULL);

  self->caption = g_strdup (caption);
  self->value = g_strdup (value);
  self->unit = g_strdup (unit);
  self->inputs = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
gram_figure_add_input (GramFigure *self, const char *label, const char *value)
{
  g_return_if_fail (self != NULL && label != NULL && value != NULL);

  g_ptr_array_add (self->inputs, g_strdup (label));
  g_ptr_array_add (self->inputs, g_strdup (value));
}

void
gram_figure_set_formula (GramFigure *self, const char *formula)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->formula, formula);
}

void
gram_figure_set_article (GramFigure *self, const char *article)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->article, article);
}

GramFigure *
gram_figure_ref (GramFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GramFigure *self = data;

  g_free (self->caption);
  g_free (self->value);
  g_free (self->unit);
  g_free (self->formula);
  g_free (self->article);
  g_ptr_array_unref (self->inputs);
}

void
gram_figure_unref (GramFigure *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

const char *
gram_figure_get_caption (const GramFigure *self)
{
  return self->caption;
}

const char *
gram_figure_get_value (const GramFigure *self)
{
  return self->value;
}

const char *
gram_figure_get_unit (const GramFigure *self)
{
  return self->unit;
}

const char *
gram_figure_get_formula (const GramFigure *self)
{
  return self->formula;
}

const char *
gram_figure_get_article (const GramFigure *self)
{
  return self->article;
}

guint
gram_figure_get_n_inputs (const GramFigure *self)
{
  return self->inputs->len / 2;
}

void
gram_figure_get_input (const GramFigure *self,
                       guint position,
                       const char **label,
                       const char **value)
{
  g_return_if_fail (position < gram_figure_get_n_inputs (self));

  *label = self->inputs->pdata[2 * position];
  *value = self->inputs->pdata[2 * position + 1];
}

char *
gram_figure_to_text (const GramFigure *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, "%s: %s", self->caption, self->value);
  if (self->unit != NULL)
    g_string_append_printf (text, " %s", self->unit);
  g_string_append_c (text, '\n');

  for (guint i = 0; i < gram_figure_get_n_inputs (self); i++)
    {
      const char *label;
      const char *value;

      gram_figure_get_input (self, i, &label, &value);
      g_string_append_printf (text, "  %s: %s\n", label, value);
    }
  if (self->formula != NULL)
    g_string_append_printf (text, "%s\n", self->formula);
  if (self->article != NULL)
    g_string_append_printf (text, "%s\n", self->article);

  return g_string_free_and_steal (text);
}
