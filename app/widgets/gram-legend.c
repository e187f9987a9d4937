/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-legend.h"

GtkWidget *
gram_legend_item_new (const char *text, const char *swatch)
{
  GtkWidget *box;
  GtkWidget *patch;
  GtkWidget *label;

  g_return_val_if_fail (text != NULL && swatch != NULL, NULL);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  patch = adw_bin_new ();
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (patch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (patch, "swatch");
  gtk_widget_add_css_class (patch, swatch);
  gtk_box_append (GTK_BOX (box), patch);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}
