/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table.h"

#include "gram-table-state-private.h"

G_DEFINE_FINAL_TYPE (GramTable, gram_table, G_TYPE_OBJECT)

enum
{
  REQUERY,
  CHANGED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A table without a search searches for nothing. */
static const char *
search_text (GramTable *self)
{
  if (self->parts.search_entry == NULL)
    return "";

  return gtk_editable_get_text (GTK_EDITABLE (self->parts.search_entry));
}

void
_gram_table_emit_changed (GramTable *self)
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
  _gram_table_emit_changed (self);
}

static void
refreshed_cb (GramTable *self, gboolean moved)
{
  g_assert (GRAM_IS_TABLE (self));

  if (moved)
    gram_table_select_all (self, FALSE);
  _gram_table_emit_changed (self);
}

/* Says the result of a search to who does not see it. */
static void
announce (GramTable *self)
{
  const GramTableParts *parts = &self->parts;
  g_autofree char *found = NULL;

  if (parts->dup_found != NULL)
    found = parts->dup_found (gram_paged_list_get_n_matching (self->list));
  gtk_accessible_announce (GTK_ACCESSIBLE (parts->page),
                           found != NULL ? found
                                         : adw_window_title_get_subtitle (parts->window_title),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
loading_cb (GramTable *self)
{
  g_assert (GRAM_IS_TABLE (self));

  _gram_table_emit_changed (self);
  if (!gram_paged_list_get_loading (self->list) && *search_text (self) != '\0')
    announce (self);
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
}

static void
init_search (GramTable *self)
{
  GtkSearchEntry *entry = self->parts.search_entry;

  if (entry == NULL)
    return;

  /* Who types in the list searches. */
  gtk_search_entry_set_key_capture_widget (entry, GTK_WIDGET (self->parts.view));
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (emit_requery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
init_order (GramTable *self)
{
  const GramTableParts *parts = &self->parts;

  if (parts->orders == NULL)
    return;

  self->order = gram_table_order_new (parts->view, parts->orders, parts->fallback, parts->settings,
                                      parts->order_key);
  gram_table_order_install (self->order, parts->page, parts->prefix);
  g_signal_connect_object (self->order, "changed", G_CALLBACK (emit_requery), self,
                           G_CONNECT_SWAPPED);
}

GramTable *
gram_table_new (const GramTableParts *parts)
{
  GramTable *self;

  g_return_val_if_fail (parts != NULL && GTK_IS_WIDGET (parts->page), NULL);
  g_return_val_if_fail (parts->search_entry == NULL || parts->dup_found != NULL
                            || parts->window_title != NULL,
                        NULL);

  self = g_object_new (GRAM_TYPE_TABLE, NULL);
  self->parts = *parts;
  init_order (self);
  if (parts->row_menu != NULL)
    self->menu = gram_row_menu_new (parts->page, parts->view, parts->row_menu);
  init_search (self);
  g_signal_connect_object (parts->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  _gram_table_selection_init (self);
  _gram_table_columns_init (self);

  return self;
}

void
gram_table_dispose (GramTable **self)
{
  g_autoptr (GramTable) table = NULL;

  g_return_if_fail (self != NULL);

  /* What goes may say that it changes: the page has no table any more then. */
  table = g_steal_pointer (self);
  if (table == NULL)
    return;

  gram_table_order_dispose (&table->order);
  gram_row_menu_dispose (&table->menu);
  g_object_set (table->selection, "model", NULL, NULL);
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
  g_signal_connect_object (list, "notify::error-message", G_CALLBACK (_gram_table_emit_changed),
                           self, G_CONNECT_SWAPPED);
  g_object_set (self->selection, "model", list, NULL);
}

guint
gram_table_get_order (GramTable *self, gboolean *descending)
{
  g_return_val_if_fail (GRAM_IS_TABLE (self) && self->order != NULL, 0);
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
  g_return_if_fail (GRAM_IS_TABLE (self) && self->parts.search_entry != NULL);
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->parts.search_entry), text);
}

void
gram_table_find (GramTable *self)
{
  g_return_if_fail (GRAM_IS_TABLE (self) && self->parts.search_entry != NULL);

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

void
gram_table_popup_menu (GramTable *self)
{
  g_return_if_fail (GRAM_IS_TABLE (self) && self->menu != NULL);

  gram_row_menu_popup (self->menu);
}
