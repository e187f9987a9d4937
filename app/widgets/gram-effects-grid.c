/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects-grid.h"

#include "gram-effects.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramEffectsGrid
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkWidget *heads;
  GtkWidget *expander;

  /* Owned References */
  GtkSizeGroup *columns[2];
  GPtrArray *rows;

  guint n_changes;
};

G_DEFINE_FINAL_TYPE (GramEffectsGrid, gram_effects_grid, ADW_TYPE_PREFERENCES_GROUP)

/* The same words stand above the columns and in the accessible names. */
static GtkWidget *
head_new (GramEffectsGrid *self, const char *text, guint column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_size_group_add_widget (self->columns[column], label);

  return label;
}

static GtkWidget *
mark_new (GramEffectsGrid *self, gboolean possible, gboolean strong, guint column)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (possible ? "object-select-symbolic"
                                                           : "window-close-symbolic");

  if (strong)
    gtk_widget_add_css_class (mark, possible ? "success" : "error");
  else
    gtk_widget_add_css_class (mark, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_size_group_add_widget (self->columns[column], mark);

  return mark;
}

/* What a screen reader says of a line. */
static char *
dup_name (const char *title, gboolean now, gboolean after, gboolean one_column)
{
  const char *format;

  if (one_column)
    format = now ? _ ("%s: possible") : _ ("%s: not possible");
  else if (now == after)
    format = now ? _ ("%s: stays possible") : _ ("%s: stays impossible");
  else
    format = after ? _ ("%s: not possible now, possible after") : _ ("%s: possible now, not after");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, title);
#pragma GCC diagnostic pop
}

/* The article stands inside the sentence. */
static char *
dup_subtitle (const GramEffectRow *effect, GramScheme scheme)
{
  const char *sentence = _ (effect->sentence);
  gsize length = strlen (sentence);

  if (length > 0 && sentence[length - 1] == '.')
    length--;

  return g_strdup_printf ("%.*s (%s)", (int)length, sentence, gram_effect_article (effect, scheme));
}

static GtkWidget *
row_new (GramEffectsGrid *self,
         const GramEffectRow *effect,
         GramScheme scheme,
         gboolean now,
         gboolean after,
         gboolean one_column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *title = _ (effect->title);
  g_autofree char *subtitle = dup_subtitle (effect, scheme);
  g_autofree char *name = dup_name (title, now, after, one_column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (marks, GTK_ALIGN_CENTER);
  if (!one_column)
    gtk_box_append (GTK_BOX (marks), mark_new (self, now, FALSE, 0));
  gtk_box_append (GTK_BOX (marks), mark_new (self, after, now != after || one_column, 1));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), marks);
  gram_pressable_set_name (row, name);

  return row;
}

static void
clear (GramEffectsGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->expander = NULL;
  self->n_changes = 0;
}

static void
add_row (GramEffectsGrid *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* What stays the same is one line, to be opened. */
static void
fold (GramEffectsGrid *self, GtkWidget *row)
{
  if (self->expander == NULL)
    {
      self->expander = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander),
                                     _ ("What Stays the Same"));
      gram_pressable_install (self->expander);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
}

static void
gram_effects_grid_finalize (GObject *object)
{
  GramEffectsGrid *self = GRAM_EFFECTS_GRID (object);

  g_clear_object (&self->columns[0]);
  g_clear_object (&self->columns[1]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_effects_grid_parent_class)->finalize (object);
}

static void
gram_effects_grid_class_init (GramEffectsGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_effects_grid_finalize;
}

static void
gram_effects_grid_init (GramEffectsGrid *self)
{
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_end (self->heads, 12);
  gtk_widget_set_valign (self->heads, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->heads), head_new (self, _ ("Now"), 0));
  gtk_box_append (GTK_BOX (self->heads), head_new (self, _ ("After"), 1));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->heads);
}

GtkWidget *
gram_effects_grid_new (void)
{
  return g_object_new (GRAM_TYPE_EFFECTS_GRID, NULL);
}

void
gram_effects_grid_set (GramEffectsGrid *self, GramScheme scheme, guint now, guint after)
{
  guint shown = gram_effects_of_scheme (scheme);
  gboolean one_column = (now & shown) == (after & shown);
  const GramEffectRow *rows;
  gsize n_rows;

  g_return_if_fail (GRAM_IS_EFFECTS_GRID (self));

  clear (self);
  gtk_widget_set_visible (self->heads, !one_column);
  rows = gram_effect_rows (&n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean can = (now & rows[i].effect) != 0;
      gboolean will = (after & rows[i].effect) != 0;
      GtkWidget *row;

      if ((shown & rows[i].effect) == 0)
        continue;

      row = row_new (self, &rows[i], scheme, can, will, one_column);
      if (can != will)
        self->n_changes++;
      if (can != will || one_column)
        add_row (self, row);
      else
        fold (self, row);
    }
  if (self->expander != NULL)
    add_row (self, self->expander);
}

guint
gram_effects_grid_count (GramEffectsGrid *self)
{
  g_return_val_if_fail (GRAM_IS_EFFECTS_GRID (self), 0);

  return self->n_changes;
}
