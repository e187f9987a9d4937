/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-scenario-compare.h"

#include "gram-allowance-texts.h"
#include "gram-formats.h"
#include "gram-queries-scenarios.h"

#include <glib/gi18n-lib.h>

struct _GramScenarioCompare
{
  AdwBin parent_instance;

  /* Borrowed References */
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (GramScenarioCompare, gram_scenario_compare, ADW_TYPE_BIN)

enum
{
  OPEN,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
cost_of (const GramScenarioResult *result)
{
  return gram_format_money (result->cost, "GBP");
}

static char *
saved_of (const GramScenarioResult *result)
{
  return gram_format_money (result->saved, "GBP");
}

static char *
left_of (const GramScenarioResult *result)
{
  return gram_allowance_dup_amount (result->left);
}

static char *
payment_of (const GramScenarioResult *result)
{
  return gram_format_money (result->payment_left, "GBP");
}

static char *
spare_of (const GramScenarioResult *result)
{
  return gram_allowance_dup_amount (result->spare);
}

static char *
possible_of (const GramScenarioResult *result)
{
  return g_strdup (result->possible ? _ ("Yes") : _ ("No, see its ways"));
}

/* The lines that compare. */
static const struct
{
  const char *title;
  char *(*value_of) (const GramScenarioResult *result);
} lines[] = {
  { N_ ("Cost in all"), cost_of },
  { N_ ("Less than paying for everything"), saved_of },
  { N_ ("Still missing"), left_of },
  { N_ ("Payment for that"), payment_of },
  { N_ ("Allowances that lapse"), spare_of },
  { N_ ("Open today"), possible_of },
};

int
gram_scenario_compare_cheapest (const GPtrArray *scenarios)
{
  const GramScenarioRow *best = NULL;
  int found = -1;

  g_return_val_if_fail (scenarios != NULL, -1);

  for (guint i = 0; i < scenarios->len; i++)
    {
      const GramScenarioRow *row = g_ptr_array_index (scenarios, i);

      if (row->result == NULL || !row->result->possible
          || (best != NULL && row->result->cost >= best->result->cost))
        continue;
      best = row;
      found = (int)i;
    }
  return found;
}

static void
attach_label (GramScenarioCompare *self,
              const char *text,
              gint column,
              gint line,
              const char *style,
              gboolean number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), !number);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, line, 1, 1);
}

static void
clicked_cb (GtkWidget *button, GramScenarioCompare *self)
{
  guint signal = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gram-signal"));
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gram-position"));

  g_signal_emit (self, signals[signal], 0, position);
}

static GtkWidget *
button_new (GramScenarioCompare *self,
            guint signal,
            guint position,
            const char *icon_name,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "gram-signal", GUINT_TO_POINTER (signal));
  g_object_set_data (G_OBJECT (button), "gram-position", GUINT_TO_POINTER (position));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static void
attach_buttons (GramScenarioCompare *self, const GramScenarioRow *row, guint position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  /* Translators: %s is the title of a scenario */
  g_autofree char *edit = g_strdup_printf (_ ("Edit “%s”"), row->title);
  /* Translators: %s is the title of a scenario */
  g_autofree char *away = g_strdup_printf (_ ("Remove “%s”"), row->title);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), button_new (self, OPEN, position, "document-edit-symbolic", edit));
  gtk_box_append (GTK_BOX (box), button_new (self, REMOVE, position, "user-trash-symbolic", away));
  gtk_grid_attach (self->grid, box, (int)position + 1, G_N_ELEMENTS (lines) + 1, 1, 1);
}

static void
attach_scenario (GramScenarioCompare *self,
                 const GramScenarioRow *row,
                 guint position,
                 gboolean cheapest)
{
  gint column = (gint)position + 1;
  g_autofree char *title = NULL;

  /* Translators: %s is the title of a scenario */
  title = cheapest ? g_strdup_printf (_ ("%s (cheapest)"), row->title) : g_strdup (row->title);
  attach_label (self, title, column, 0, "heading", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *value
          = row->result != NULL ? lines[i].value_of (row->result) : g_strdup ("–");

      attach_label (self, value, column, (gint)i + 1, cheapest && i == 0 ? "success" : NULL, TRUE);
    }
  attach_buttons (self, row, position);
}

static void
gram_scenario_compare_class_init (GramScenarioCompareClass *klass)
{
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gram_scenario_compare_init (GramScenarioCompare *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 24);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), grid);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), window);
}

GtkWidget *
gram_scenario_compare_new (void)
{
  return g_object_new (GRAM_TYPE_SCENARIO_COMPARE, NULL);
}

void
gram_scenario_compare_set (GramScenarioCompare *self, const GPtrArray *scenarios)
{
  GtkWidget *child;
  int cheapest;

  g_return_if_fail (GRAM_IS_SCENARIO_COMPARE (self));
  g_return_if_fail (scenarios != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    attach_label (self, _ (lines[i].title), 0, (gint)i + 1, "dim-label", FALSE);
  cheapest = gram_scenario_compare_cheapest (scenarios);
  for (guint i = 0; i < scenarios->len; i++)
    attach_scenario (self, g_ptr_array_index (scenarios, i), i, cheapest == (int)i);
}
