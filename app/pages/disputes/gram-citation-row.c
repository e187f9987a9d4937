/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-citation-row.h"

#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramCitationRow
{
  AdwExpanderRow parent_instance;

  /* Borrowed References: children, one for each line */
  GPtrArray *checks;

  /* Owned References */
  GPtrArray *lines;
  GPtrArray *rows;
  char *figure;
};

G_DEFINE_FINAL_TYPE (GramCitationRow, gram_citation_row, ADW_TYPE_EXPANDER_ROW)

static guint
count_ticked (GramCitationRow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;

  return n;
}

/* What is cited is said where it is folded away. */
static void
update (GramCitationRow *self)
{
  guint n = count_ticked (self);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u line is cited", "%u lines are cited", n), n);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 text != NULL ? text : _ ("Tick the lines that show the mistake"));
}

static void
add_line (GramCitationRow *self, const char *label, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: a line of an explanation: what it is, and its value */
  g_autofree char *line = g_strdup_printf (_ ("%1$s: %2$s"), label, value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gram_pressable_install (check);
  gram_pressable_install (row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->lines, g_steal_pointer (&line));
}

static void
gram_citation_row_finalize (GObject *object)
{
  GramCitationRow *self = GRAM_CITATION_ROW (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->figure, g_free);

  G_OBJECT_CLASS (gram_citation_row_parent_class)->finalize (object);
}

static void
gram_citation_row_class_init (GramCitationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_citation_row_finalize;
}

static void
gram_citation_row_init (GramCitationRow *self)
{
  self->checks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Cite the Explanation"));
  gram_pressable_install (GTK_WIDGET (self));
  update (self);
}

static char *
dup_figure (GramFigure *figure)
{
  const char *unit = gram_figure_get_unit (figure);

  return g_strdup_printf (_ ("%1$s: %2$s %3$s"), gram_figure_get_caption (figure),
                          gram_figure_get_value (figure), unit != NULL ? unit : "");
}

void
gram_citation_row_set_figure (GramCitationRow *self, GramFigure *figure)
{
  const char *formula;
  const char *article;

  g_return_if_fail (GRAM_IS_CITATION_ROW (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->figure, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), figure != NULL);
  if (figure == NULL)
    return;

  self->figure = g_strstrip (dup_figure (figure));
  for (guint i = 0; i < gram_figure_get_n_inputs (figure); i++)
    {
      const char *label;
      const char *value;

      gram_figure_get_input (figure, i, &label, &value);
      add_line (self, label, value);
    }
  formula = gram_figure_get_formula (figure);
  article = gram_figure_get_article (figure);
  if (formula != NULL)
    add_line (self, _ ("Formula"), formula);
  if (article != NULL)
    add_line (self, _ ("Article"), article);
  update (self);
}

char *
gram_citation_row_dup_text (GramCitationRow *self)
{
  GString *text;

  g_return_val_if_fail (GRAM_IS_CITATION_ROW (self), NULL);

  if (count_ticked (self) == 0)
    return g_strdup ("");

  text = g_string_new (self->figure);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_string_append_printf (text, "\n%s", (const char *)self->lines->pdata[i]);

  return g_string_free_and_steal (text);
}
