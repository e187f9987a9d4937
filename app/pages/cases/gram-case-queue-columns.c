/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-queue.h"

#include "gram-case-queue-private.h"

/* The columns, in the order of the table; figures are right-aligned. */
static const struct
{
  const char *child;
  gboolean medium; /* there is room for it in a window of middling width */
  gboolean narrow; /* and in a narrow one, beside the column of two lines */
  gboolean figures;
} columns[GRAM_CASE_QUEUE_N_COLUMNS] = {
  { "number_column", TRUE, FALSE, FALSE },  { "kind_column", TRUE, FALSE, FALSE },
  { "subject_column", TRUE, FALSE, FALSE }, { "holder_column", TRUE, FALSE, FALSE },
  { "claimed_column", TRUE, FALSE, FALSE }, { "age_column", FALSE, FALSE, TRUE },
  { "due_column", TRUE, TRUE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_CASE_ORDER_DUE] = "due",       [GRAM_CASE_ORDER_NUMBER] = "number",
  [GRAM_CASE_ORDER_KIND] = "kind",     [GRAM_CASE_ORDER_OPENED] = "opened",
  [GRAM_CASE_ORDER_HOLDER] = "holder", NULL,
};

void
_gram_case_queue_columns_update (GramCaseQueue *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (self->columns[i], self->narrow   ? columns[i].narrow
                                                          : self->medium ? columns[i].medium
                                                                         : TRUE);
  gtk_column_view_column_set_visible (self->narrow_column, self->narrow);
  gtk_widget_set_visible (header, !self->narrow);
}

void
_gram_case_queue_columns_class_init (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i].child, FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramCaseQueue, columns)
                                                        + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, narrow_column);
}

void
_gram_case_queue_columns_init (GramCaseQueue *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].figures)
      gram_table_align_title (self->view, self->columns[i]);
  self->order = gram_table_order_new (self->view, orders, GRAM_CASE_ORDER_DUE, self->settings,
                                      "case-order");
  gram_table_order_install (self->order, GTK_WIDGET (self), "queue");
  g_signal_connect_object (self->order, "changed", G_CALLBACK (_gram_case_queue_requery), self,
                           G_CONNECT_SWAPPED);
  _gram_case_queue_columns_update (self);
}
