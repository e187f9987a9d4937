/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participants-table.h"

#include "gram-cell.h"
#include "gram-participant-item.h"
#include "gram-table-order.h"

#include <glib/gi18n-lib.h>

#define MAX_COLUMNS 32
#define NARROW "narrow"

struct _GramParticipantsTable
{
  AdwBin parent_instance;

  /* Borrowed References */
  GtkColumnView *view;
  GtkColumnViewColumn *columns[MAX_COLUMNS];
  GtkColumnViewColumn *narrow_column;

  /* Owned References */
  GListStore *store;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  GtkSingleSelection *selection;
  GramTableOrder *order;

  GramParticipantFilter shows;
  gpointer shows_data;
  GramParticipantSet set;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GramParticipantsTable, gram_participants_table, ADW_TYPE_BIN)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Words of the orders, by column. */
static const char *const *
order_words (void)
{
  static const char *words[MAX_COLUMNS + 1];
  guint n;
  const GramParticipantColumn *columns = gram_participant_columns (&n);

  g_assert (n <= MAX_COLUMNS);
  for (guint i = 0; i < n; i++)
    words[i] = columns[i].word;

  return words;
}

static const GramParticipantRow *
row_of (gpointer item)
{
  return gram_participant_item_get_row (GRAM_PARTICIPANT_ITEM (item));
}

static gboolean
filter_func (gpointer item, gpointer user_data)
{
  GramParticipantsTable *self = user_data;

  return self->shows == NULL || self->shows (row_of (item), self->shows_data);
}

static int
sort_func (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GramParticipantsTable *self = user_data;
  guint n;
  const GramParticipantColumn *columns = gram_participant_columns (&n);
  guint i = self->order != NULL ? gram_table_order_get (self->order) : 0;
  int order
      = gram_participant_column_compare (&columns[i], row_of ((gpointer)a), row_of ((gpointer)b));

  return self->order != NULL && gram_table_order_get_descending (self->order) ? -order : order;
}

static void
order_changed_cb (GramParticipantsTable *self)
{
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
fill_cell (GramParticipantItem *item, GtkInscription *inscription)
{
  const GramParticipantColumn *column
      = g_object_get_data (G_OBJECT (inscription), "gram-participant-column");
  g_autofree char *text = column->text (gram_participant_item_get_row (item));

  gtk_inscription_set_text (inscription, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (inscription), column->width == 0 ? text : NULL);
}

static GtkWidget *
inscription_new (gboolean figures)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), figures ? 5 : 12);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), figures ? 1 : 0);
  if (figures)
    gtk_widget_add_css_class (inscription, "numeric");

  return inscription;
}

static gboolean
is_figure (const GramParticipantColumn *column)
{
  return column->value != NULL;
}

static void
setup_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, const GramParticipantColumn *column)
{
  GtkWidget *inscription = inscription_new (is_figure (column));
  GtkWidget *child = inscription;

  g_object_set_data (G_OBJECT (inscription), "gram-participant-column", (gpointer)column);
  g_object_set_data (G_OBJECT (cell), "gram-participant-text", inscription);
  if (column->width == 0)
    {
      child = gram_cell_new ();
      g_object_bind_property (cell, "position", child, "position", G_BINDING_SYNC_CREATE);
      adw_bin_set_child (ADW_BIN (child), inscription);
    }
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  GramParticipantItem *item = gtk_column_view_cell_get_item (cell);
  GtkInscription *inscription = g_object_get_data (G_OBJECT (cell), "gram-participant-text");

  g_signal_connect_object (item, "changed", G_CALLBACK (fill_cell), inscription, G_CONNECT_DEFAULT);
  fill_cell (item, inscription);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_handlers_disconnect_by_data (gtk_column_view_cell_get_item (cell),
                                        g_object_get_data (G_OBJECT (cell),
                                                           "gram-participant-text"));
}

static GtkColumnViewColumn *
column_new (const GramParticipantColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *self;
  g_autoptr (GtkSorter) marker = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer)column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_id (self, column->word);
  gtk_column_view_column_set_sorter (self, marker);
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_expand (self, column->width == 0);
  if (column->width != 0)
    gtk_column_view_column_set_fixed_width (self, column->width);

  return self;
}

/* Two lines: who, and the two figures that matter most. */
static void
narrow_fill (GramParticipantItem *item, GtkWidget *box)
{
  GramParticipantsTable *self = g_object_get_data (G_OBJECT (box), "gram-participants-table");
  const GramParticipantRow *row = gram_participant_item_get_row (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  g_autofree char *name = gram_participant_dup_title (row);
  g_autofree char *figures = gram_participant_dup_subtitle (row, self->set);

  gtk_inscription_set_text (GTK_INSCRIPTION (title), name);
  gtk_widget_set_tooltip_text (title, name);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (title)), figures);
}

static void
narrow_setup_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, GramParticipantsTable *self)
{
  GtkWidget *child = gram_cell_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *figures = inscription_new (FALSE);

  gtk_box_append (GTK_BOX (box), inscription_new (FALSE));
  gtk_box_append (GTK_BOX (box), figures);
  gtk_widget_add_css_class (figures, "caption");
  gtk_widget_add_css_class (figures, "dimmed");
  gtk_widget_add_css_class (figures, "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  g_object_bind_property (cell, "position", child, "position", G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (cell), "gram-participant-text", box);
  g_object_set_data (G_OBJECT (box), "gram-participants-table", self);
  adw_bin_set_child (ADW_BIN (child), box);
  gtk_column_view_cell_set_child (cell, child);
}

static void
narrow_bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  GramParticipantItem *item = gtk_column_view_cell_get_item (cell);
  GtkWidget *box = g_object_get_data (G_OBJECT (cell), "gram-participant-text");

  g_signal_connect_object (item, "changed", G_CALLBACK (narrow_fill), box, G_CONNECT_DEFAULT);
  narrow_fill (item, box);
}

static GtkColumnViewColumn *
narrow_column_new (GramParticipantsTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (narrow_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (narrow_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  column = gtk_column_view_column_new (_ ("Participant"), factory);
  gtk_column_view_column_set_id (column, NARROW);
  gtk_column_view_column_set_expand (column, TRUE);

  return column;
}

static void
label_row (GramParticipantItem *item, GtkColumnViewRow *row)
{
  GramParticipantsTable *self = g_object_get_data (G_OBJECT (row), "gram-participants-table");
  g_autofree char *label
      = gram_participant_dup_label (gram_participant_item_get_row (item), self->set);

  gtk_column_view_row_set_accessible_label (row, label);
}

static void
row_bind_cb (GtkListItemFactory *factory, GtkColumnViewRow *row, GramParticipantsTable *self)
{
  GramParticipantItem *item = gtk_column_view_row_get_item (row);

  g_object_set_data (G_OBJECT (row), "gram-participants-table", self);
  g_signal_connect_object (item, "changed", G_CALLBACK (label_row), row, G_CONNECT_DEFAULT);
  label_row (item, row);
}

static void
row_unbind_cb (GtkListItemFactory *factory, GtkColumnViewRow *row)
{
  g_signal_handlers_disconnect_by_data (gtk_column_view_row_get_item (row), row);
}

static GtkListItemFactory *
row_factory_new (GramParticipantsTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), NULL);

  return factory;
}

static void
activate_cb (GramParticipantsTable *self, guint position)
{
  g_autoptr (GramParticipantItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, gram_participant_item_get_row (item)->account_id);
}

static void
update_columns (GramParticipantsTable *self)
{
  guint n;
  const GramParticipantColumn *columns = gram_participant_columns (&n);

  for (guint i = 0; i < n; i++)
    gtk_column_view_column_set_visible (self->columns[i],
                                        !self->narrow && (columns[i].sets & 1u << self->set) != 0);
  gtk_column_view_column_set_visible (self->narrow_column, self->narrow);
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->view)), !self->narrow);
}

/* Figures of another set: labels and lines say something else. */
static void
refill (GramParticipantsTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GramParticipantItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      g_signal_emit_by_name (item, "changed");
    }
}

static void
gram_participants_table_dispose (GObject *object)
{
  GramParticipantsTable *self = GRAM_PARTICIPANTS_TABLE (object);

  gram_table_order_dispose (&self->order);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (gram_participants_table_parent_class)->dispose (object);
}

static void
gram_participants_table_class_init (GramParticipantsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_participants_table_dispose;

  signals[OPEN] = g_signal_new ("open", GRAM_TYPE_PARTICIPANTS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
make_model (GramParticipantsTable *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->store = g_list_store_new (GRAM_TYPE_PARTICIPANT_ITEM);
  self->filter = gtk_custom_filter_new (filter_func, self, NULL);
  self->sorter = gtk_custom_sorter_new (sort_func, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  sorted
      = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (g_object_ref (self->sorter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
make_columns (GramParticipantsTable *self)
{
  guint n;
  const GramParticipantColumn *columns = gram_participant_columns (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (&columns[i]);

      self->columns[i] = column;
      gtk_column_view_append_column (self->view, column);
      if (is_figure (&columns[i]))
        gram_table_align_title (self->view, column);
    }
  self->narrow_column = narrow_column_new (self);
  gtk_column_view_append_column (self->view, self->narrow_column);
  g_object_unref (self->narrow_column);
}

static void
gram_participants_table_init (GramParticipantsTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkListItemFactory) factory = row_factory_new (self);

  make_model (self);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_row_factory (self->view, factory);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "vehicles");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Participants"), -1);
  make_columns (self);
  self->order = gram_table_order_new (self->view, order_words (), 0, NULL, NULL);
  gram_table_order_install (self->order, GTK_WIDGET (self), "participants");
  g_signal_connect_object (self->order, "changed", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  update_columns (self);
}

GtkWidget *
gram_participants_table_new (void)
{
  return g_object_new (GRAM_TYPE_PARTICIPANTS_TABLE, NULL);
}

static gboolean
are_same (GramParticipantsTable *self, GPtrArray *rows)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) != rows->len)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GramParticipantItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (row_of (item)->account_id != ((const GramParticipantRow *)rows->pdata[i])->account_id)
        return FALSE;
    }

  return TRUE;
}

void
gram_participants_table_set_rows (GramParticipantsTable *self, GPtrArray *rows)
{
  gboolean same;

  g_return_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self));
  g_return_if_fail (rows != NULL);

  same = are_same (self, rows);
  if (!same)
    g_list_store_remove_all (self->store);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GramParticipantItem) item = NULL;

      if (same)
        {
          item = g_list_model_get_item (G_LIST_MODEL (self->store), i);
          gram_participant_item_set (item, rows, i);
          continue;
        }
      item = gram_participant_item_new (rows, i);
      g_list_store_append (self->store, item);
    }
  if (!same)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  order_changed_cb (self);
}

void
gram_participants_table_set_set (GramParticipantsTable *self, GramParticipantSet set)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self));
  g_return_if_fail (set < GRAM_PARTICIPANT_N_SETS);

  if (self->set == set)
    return;

  self->set = set;
  update_columns (self);
  refill (self);
}

void
gram_participants_table_set_narrow (GramParticipantsTable *self, gboolean narrow)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self));

  self->narrow = !!narrow;
  update_columns (self);
}

void
gram_participants_table_set_filter (GramParticipantsTable *self,
                                    GramParticipantFilter filter,
                                    gpointer user_data)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self));

  self->shows = filter;
  self->shows_data = user_data;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

guint
gram_participants_table_count (GramParticipantsTable *self)
{
  g_return_val_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

GtkWidget *
gram_participants_table_get_view (GramParticipantsTable *self)
{
  g_return_val_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self), NULL);

  return GTK_WIDGET (self->view);
}

void
gram_participants_table_install (GramParticipantsTable *self, GtkWidget *widget)
{
  g_return_if_fail (GRAM_IS_PARTICIPANTS_TABLE (self));

  gram_table_order_install (self->order, widget, "participants");
}
