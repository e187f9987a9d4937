/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table.h"

#define NARROW "narrow"

struct _GramTable
{
  GObject parent_instance;

  /* Borrowed References: children of the page */
  GramTableParts parts;

  /* Owned References */
  GramBitsetSelection *selection;
  GramPagedList *list;
  GramTableOrder *order;
  GramRowMenu *menu;

  gboolean medium;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GramTable, gram_table, G_TYPE_OBJECT)

enum
{
  REQUERY,
  CHANGED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
search_text (GramTable *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->parts.search_entry));
}

static void
emit_changed (GramTable *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
emit_requery (GramTable *self)
{
  g_signal_emit (self, signals[REQUERY], 0);
}

static void
open_position (GramTable *self, guint position)
{
  gint64 id = self->list != NULL ? gram_paged_list_get_id (self->list, position) : 0;

  if (id != 0)
    g_signal_emit (self, signals[OPEN], 0, id);
}

static void
stop_search_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  if (*search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->parts.search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->parts.view));
}

/* Return opens what was found, if it is the only one; else the list has it. */
static void
search_activated_cb (GramTable *self)
{
  guint n_matching;

  g_assert (GRAM_IS_TABLE (self));

  if (gram_table_get_n_matching (self, &n_matching) && n_matching == 1)
    open_position (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->parts.view));
}

static void
activate_cb (GramTable *self, guint position)
{
  g_assert (GRAM_IS_TABLE (self));

  open_position (self, position);
}

/* The selection belongs to a query. */
static void
requeried_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  gram_table_select_all (self, FALSE);
  if (gram_paged_list_get_n_matching (self->list) > 0)
    gtk_column_view_scroll_to (self->parts.view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  emit_changed (self);
}

static void
refreshed_cb (GramTable *self, gboolean moved)
{
  g_assert (GRAM_IS_TABLE (self));

  if (moved)
    gram_table_select_all (self, FALSE);
  emit_changed (self);
}

/* Says the result of a search to who does not see it. */
static void
loading_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  emit_changed (self);
  if (!gram_paged_list_get_loading (self->list) && *search_text (self) != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self->parts.page),
                             adw_window_title_get_subtitle (self->parts.window_title),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

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
  gram_chips_set_narrow (self->parts.chips, self->narrow);
  emit_changed (self);
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

static void
gram_table_finalize (GObject *object)
{
  GramTable *self = GRAM_TABLE (object);

  g_assert (self->order == NULL && self->menu == NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (gram_table_parent_class)->finalize (object);
}

static void
gram_table_class_init (GramTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_table_finalize;

  signals[REQUERY] = g_signal_new ("requery", GRAM_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", GRAM_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
gram_table_init (GramTable *self)
{
  self->selection = gram_bitset_selection_new (NULL);
}

static void
connect_parts (GramTable *self)
{
  const GramTableParts *parts = &self->parts;
  const struct
  {
    gpointer object;
    const char *signal;
    GCallback callback;
  } signal_table[] = {
    { parts->search_entry, "search-changed", G_CALLBACK (emit_requery) },
    { parts->search_entry, "stop-search", G_CALLBACK (stop_search_cb) },
    { parts->search_entry, "activate", G_CALLBACK (search_activated_cb) },
    { parts->view, "activate", G_CALLBACK (activate_cb) },
    { parts->medium, "apply", G_CALLBACK (medium_cb) },
    { parts->medium, "unapply", G_CALLBACK (wide_cb) },
    { parts->narrow, "apply", G_CALLBACK (narrow_cb) },
    { parts->narrow, "unapply", G_CALLBACK (wide_cb) },
    { self->selection, "selection-changed", G_CALLBACK (emit_changed) },
    { self->order, "changed", G_CALLBACK (emit_requery) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signal_table); i++)
    g_signal_connect_object (signal_table[i].object, signal_table[i].signal,
                             signal_table[i].callback, self, G_CONNECT_SWAPPED);
}

GramTable *
gram_table_new (const GramTableParts *parts)
{
  GramTable *self;

  g_return_val_if_fail (parts != NULL && GTK_IS_WIDGET (parts->page), NULL);

  self = g_object_new (GRAM_TYPE_TABLE, NULL);
  self->parts = *parts;
  self->order = gram_table_order_new (parts->view, parts->orders, parts->fallback, parts->settings,
                                      parts->order_key);
  gram_table_order_install (self->order, parts->page, parts->prefix);
  self->menu = gram_row_menu_new (parts->page, parts->view, parts->row_menu);
  /* Who types in the list searches. */
  gtk_search_entry_set_key_capture_widget (parts->search_entry, GTK_WIDGET (parts->view));
  gtk_column_view_set_model (parts->view, GTK_SELECTION_MODEL (self->selection));
  align_titles (self);
  connect_parts (self);
  show_width (self);

  return self;
}

void
gram_table_dispose (GramTable **self)
{
  g_return_if_fail (self != NULL);

  if (*self == NULL)
    return;

  gram_table_order_dispose (&(*self)->order);
  gram_row_menu_dispose (&(*self)->menu);
  gram_bitset_selection_set_model ((*self)->selection, NULL);
  g_clear_object (self);
}

void
gram_table_set_list (GramTable *self, GramPagedList *list)
{
  g_return_if_fail (GRAM_IS_TABLE (self));
  g_return_if_fail (GRAM_IS_PAGED_LIST (list) && self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "requeried", G_CALLBACK (requeried_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error-message", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  gram_bitset_selection_set_model (self->selection, G_LIST_MODEL (list));
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

guint
gram_table_get_order (GramTable *self, gboolean *descending)
{
  g_return_val_if_fail (GRAM_IS_TABLE (self), 0);
  g_return_val_if_fail (descending != NULL, 0);

  *descending = gram_table_order_get_descending (self->order);

  return gram_table_order_get (self->order);
}

char *
gram_table_dup_search (GramTable *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (GRAM_IS_TABLE (self), NULL);

  text = g_strstrip (g_strdup (search_text (self)));
  if (*text == '\0')
    return NULL;
  if (strspn (text, "0123456789 ") < strlen (text))
    return g_steal_pointer (&text);

  groups = g_strsplit (text, " ", -1);

  return g_strjoinv ("", groups);
}

void
gram_table_set_search (GramTable *self, const char *text)
{
  g_return_if_fail (GRAM_IS_TABLE (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->parts.search_entry), text);
}

void
gram_table_find (GramTable *self)
{
  g_return_if_fail (GRAM_IS_TABLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->parts.search_entry));
}

static const char *
find_state (GramTable *self, const char *otherwise)
{
  const char *shown = gtk_stack_get_visible_child_name (self->parts.stack);

  if (self->list == NULL)
    return "loading";
  if (gram_paged_list_get_error_message (self->list) != NULL)
    return "failed";
  if (gram_paged_list_get_n_matching (self->list) > 0)
    return "list";
  if (gram_paged_list_get_loading (self->list))
    return g_str_equal (shown, "list") || g_str_equal (shown, "nothing") ? shown : "loading";

  return otherwise;
}

const char *
gram_table_show_state (GramTable *self, const char *otherwise)
{
  const char *name;

  g_return_val_if_fail (GRAM_IS_TABLE (self), NULL);
  g_return_val_if_fail (otherwise != NULL, NULL);

  name = find_state (self, otherwise);
  if (g_str_equal (name, "failed"))
    adw_status_page_set_description (self->parts.failed_status,
                                     gram_paged_list_get_error_message (self->list));
  gtk_stack_set_visible_child_name (self->parts.stack, name);

  return name;
}

gboolean
gram_table_get_n_matching (GramTable *self, guint *n_matching)
{
  g_return_val_if_fail (GRAM_IS_TABLE (self), FALSE);
  g_return_val_if_fail (n_matching != NULL, FALSE);

  *n_matching = self->list != NULL ? gram_paged_list_get_n_matching (self->list) : 0;

  return self->list != NULL && !gram_paged_list_get_loading (self->list);
}

gboolean
gram_table_get_narrow (GramTable *self)
{
  g_return_val_if_fail (GRAM_IS_TABLE (self), FALSE);

  return self->narrow;
}

guint
gram_table_get_n_selected (GramTable *self)
{
  g_return_val_if_fail (GRAM_IS_TABLE (self), 0);

  return gram_bitset_selection_get_n_selected (self->selection);
}

GArray *
gram_table_dup_selected (GramTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GRAM_IS_TABLE (self), ids);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = gram_paged_list_get_id (self->list, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }

  return ids;
}

GPtrArray *
gram_table_dup_rows (GramTable *self, guint most)
{
  g_autoptr (GtkBitset) selected = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GRAM_IS_TABLE (self), rows);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position);
       more && rows->len < most; more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->list), position));

  return rows;
}

void
gram_table_select_all (GramTable *self, gboolean all)
{
  GtkSelectionModel *selection;

  g_return_if_fail (GRAM_IS_TABLE (self));

  selection = GTK_SELECTION_MODEL (self->selection);
  if (all)
    gtk_selection_model_select_all (selection);
  else
    gtk_selection_model_unselect_all (selection);
}

void
gram_table_popup_menu (GramTable *self)
{
  g_return_if_fail (GRAM_IS_TABLE (self));

  gram_row_menu_popup (self->menu);
}
