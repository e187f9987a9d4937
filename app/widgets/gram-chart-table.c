/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-chart-table.h"

#include "gram-formats.h"

/* In place of the number of a series: the column's own title. */
#define TITLE GRAM_CHART_MAX_SERIES

/* The number of a series and the decimals of its values, in one. */
#define PACK(series, scale) ((series) | (scale) << 8)
#define SERIES(packed) ((packed) & 0xff)
#define SCALE(packed) ((packed) >> 8)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer user_data)
{
  gboolean is_title = SERIES (GPOINTER_TO_UINT (user_data)) == TITLE;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_title ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer user_data)
{
  GramChartColumn *column = gtk_column_view_cell_get_item (cell);
  guint series = SERIES (GPOINTER_TO_UINT (user_data));
  guint scale = SCALE (GPOINTER_TO_UINT (user_data));
  g_autofree char *text = NULL;

  if (series == TITLE)
    text = g_strdup (gram_chart_column_get_title (column));
  else
    text = gram_format_decimal (gram_chart_column_get_value (column, series), scale, scale);
  gtk_label_set_text (GTK_LABEL (gtk_column_view_cell_get_child (cell)), text);
}

static void
add_column (GtkColumnView *view, const char *title, guint packed)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (packed));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (packed));
  column = gtk_column_view_column_new (title, factory);
  /* Narrow columns keep a figure below the heading that it belongs to. */
  gtk_column_view_column_set_expand (column, SERIES (packed) == TITLE);
  gtk_column_view_append_column (view, column);
}

AdwDialog *
gram_chart_table_new (const char *title,
                      const char *heading,
                      GListModel *columns,
                      const GramChartSeries *series,
                      guint n_series)
{
  AdwDialog *dialog;
  GtkWidget *toolbar_view;
  GtkWidget *scrolled;
  GtkWidget *view;

  g_return_val_if_fail (title != NULL && heading != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (columns), NULL);
  g_return_val_if_fail (n_series <= GRAM_CHART_MAX_SERIES, NULL);

  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (columns))));
  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (view), GTK_LIST_TAB_ITEM);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_column (GTK_COLUMN_VIEW (view), heading, TITLE);
  for (guint i = 0; i < n_series; i++)
    add_column (GTK_COLUMN_VIEW (view), series[i].name, PACK (i, series[i].scale));

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  toolbar_view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scrolled);

  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, toolbar_view);

  return dialog;
}
