/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table.h"

#include "gram-table-state-private.h"

#define NARROW "narrow"

static const GramTableColumn *
find (GramTable *self, const char *id)
{
  for (gsize i = 0; i < self->parts.n_columns; i++)
    if (g_strcmp0 (self->parts.columns[i].id, id) == 0)
      return &self->parts.columns[i];

  return NULL;
}

static gboolean
has_room (GramTable *self, const char *id)
{
  const GramTableColumn *column = find (self, id);

  if (column == NULL)
    return self->narrow && g_strcmp0 (id, NARROW) == 0;
  if (self->narrow)
    return column->narrow;

  return column->medium || !self->medium;
}

static void
show_width (GramTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->parts.view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column,
                                          has_room (self, gtk_column_view_column_get_id (column)));
    }
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->parts.view)),
                          !self->narrow);
  if (self->parts.chips != NULL)
    gram_chips_set_narrow (self->parts.chips, self->narrow);
  _gram_table_emit_changed (self);
}

static void
align_titles (GramTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->parts.view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const GramTableColumn *known = find (self, gtk_column_view_column_get_id (column));

      if (known != NULL && known->figures)
        gram_table_align_title (self->parts.view, column);
    }
}

static void
medium_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  self->medium = TRUE;
  show_width (self);
}

static void
narrow_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  self->narrow = TRUE;
  show_width (self);
}

static void
wide_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  self->medium = FALSE;
  self->narrow = FALSE;
  show_width (self);
}

void
_gram_table_columns_init (GramTable *self)
{
  const GramTableParts *parts = &self->parts;
  const struct
  {
    AdwBreakpoint *breakpoint;
    GCallback applied;
  } widths[] = {
    { parts->medium, G_CALLBACK (medium_cb) },
    { parts->narrow, G_CALLBACK (narrow_cb) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      if (widths[i].breakpoint == NULL)
        continue;
      g_signal_connect_object (widths[i].breakpoint, "apply", widths[i].applied, self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (widths[i].breakpoint, "unapply", G_CALLBACK (wide_cb), self,
                               G_CONNECT_SWAPPED);
    }
  align_titles (self);
  show_width (self);
}

void
gram_table_set_columns (GramTable *self, const GramTableColumn *columns, gsize n_columns)
{
  g_return_if_fail (GRAM_IS_TABLE (self));
  g_return_if_fail (columns != NULL && n_columns > 0);

  if (self->parts.columns == columns)
    return;

  self->parts.columns = columns;
  self->parts.n_columns = n_columns;
  align_titles (self);
  show_width (self);
}

gboolean
gram_table_get_narrow (GramTable *self)
{
  g_return_val_if_fail (GRAM_IS_TABLE (self), FALSE);

  return self->narrow;
}
