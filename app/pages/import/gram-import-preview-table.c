/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-preview-table.h"

#include <glib/gi18n-lib.h>

/* A cell shows so much of a field; the file is not changed by it. */
#define CELL_CHARS 24

struct _GramImportPreviewTable
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkColumnView *view;

  /* Owned References */
  GListStore *rows; /* of GtkStringList, a field a column */
  char *fingerprint;
};

G_DEFINE_FINAL_TYPE (GramImportPreviewTable, gram_import_preview_table, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringList *fields = gtk_list_item_get_item (item);
  const char *field = gtk_string_list_get_string (fields, GPOINTER_TO_UINT (user_data));
  GtkInscription *label = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  guint n_chars = (guint)MIN (g_utf8_strlen (field, -1) + 1, CELL_CHARS);

  /* The table is scrolled rather than squeezed. */
  gtk_inscription_set_min_chars (label, n_chars);
  gtk_inscription_set_nat_chars (label, n_chars);
  gtk_inscription_set_text (label, field);
}

static void
rebuild_columns (GramImportPreviewTable *self, const GramImportPreview *preview)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }

  for (guint i = 0; preview->headers[i] != NULL; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (preview->headers[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
    }
}

static void
gram_import_preview_table_dispose (GObject *object)
{
  GramImportPreviewTable *self = GRAM_IMPORT_PREVIEW_TABLE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->fingerprint, g_free);

  G_OBJECT_CLASS (gram_import_preview_table_parent_class)->dispose (object);
}

static void
gram_import_preview_table_class_init (GramImportPreviewTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_import_preview_table_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-preview-table.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportPreviewTable, view);
}

static void
gram_import_preview_table_init (GramImportPreviewTable *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (GTK_TYPE_STRING_LIST);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

void
gram_import_preview_table_show (GramImportPreviewTable *self, const GramImportPreview *preview)
{
  g_return_if_fail (GRAM_IS_IMPORT_PREVIEW_TABLE (self));

  g_list_store_remove_all (self->rows);
  if (preview == NULL)
    return;

  if (g_strcmp0 (self->fingerprint, preview->fingerprint) != 0)
    rebuild_columns (self, preview);
  g_set_str (&self->fingerprint, preview->fingerprint);
  for (guint i = 0; i < preview->rows->len; i++)
    {
      g_autoptr (GtkStringList) fields = gtk_string_list_new (g_ptr_array_index (preview->rows, i));

      g_list_store_append (self->rows, fields);
    }
}
