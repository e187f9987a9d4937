/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chips.h"
#include "gram-paged-list.h"
#include "gram-row-menu.h"
#include "gram-table-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_TABLE (gram_table_get_type ())
G_DECLARE_FINAL_TYPE (GramTable, gram_table, GRAM, TABLE, GObject)

/**
 * GramTable:
 *
 * What every page with a big list does alike: it searches as one types, sorts, keeps columns that there is room for, says
 * what is found, follows the selection, and opens rows and their menu. The page keeps the list's query, its chips and the
 * states in which nothing is shown.
 *
 * Signals: `requery ()`: search or order is another, the page asks anew; `changed ()`: list, selection or width differ, the
 * page shows its state; `open (id)`: a row was activated (int64, what it showed).
 */

/**
 * GramTableColumn:
 * @id: id of the column in the template
 * @medium: there is room for it in a window of middling width
 * @narrow: and in a narrow one, beside the column `narrow`, which has two lines and is only there then
 * @figures: it is right-aligned, so its title is, too
 *
 * A column.
 */
typedef struct
{
  const char *id;
  gboolean medium;
  gboolean narrow;
  gboolean figures;
} GramTableColumn;

/**
 * GramTableParts:
 * @page: the page; its template has the other parts
 * @prefix: of its actions: `PREFIX.sort`, `PREFIX.reverse`, if there are orders
 * @view: the table
 * @search_entry: (nullable): what is searched for
 * @stack: has pages `loading`, `failed` and `list`, and others of the page's own, as `nothing` and `empty`
 * @failed_status: says what went wrong
 * @window_title: (nullable): its subtitle is read out after a search, if there is no @dup_found
 * @dup_found: (nullable): says how many were found, to be read out after a search
 * @chips: (nullable): the filters
 * @medium: (nullable): breakpoint of a window of middling width
 * @narrow: breakpoint of a narrow one
 * @single: one row at most is selected
 * @row_menu: (nullable): what can be done with a row
 * @columns: (array length=n_columns): the columns but `narrow`; static
 * @n_columns: how many
 * @orders: (array zero-terminated=1) (nullable): words of the orders, by value of their enum; static
 * @fallback: the order if none is remembered
 * @settings: (nullable): where the order is remembered
 * @order_key: (nullable): the key there
 *
 * What the table is made of; nothing of it is owned.
 */
typedef struct
{
  GtkWidget *page;
  const char *prefix;
  GtkColumnView *view;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwWindowTitle *window_title;
  char *(*dup_found) (guint n);
  GramChips *chips;
  AdwBreakpoint *medium;
  AdwBreakpoint *narrow;
  gboolean single;
  GMenuModel *row_menu;
  const GramTableColumn *columns;
  gsize n_columns;
  const char *const *orders;
  guint fallback;
  GSettings *settings;
  const char *order_key;
} GramTableParts;

/**
 * gram_table_new:
 * @parts: the parts; copied
 *
 * Returns: (transfer full): the table, without a list; the page disposes of it (gram_table_dispose()) before its parts go
 */
GramTable *gram_table_new (const GramTableParts *parts);

/**
 * gram_table_dispose:
 * @self: (inout) (nullable): where the table is kept
 *
 * Lets go of the parts and drops the table. May run twice.
 */
void gram_table_dispose (GramTable **self);

/**
 * gram_table_set_list:
 * @self: a table
 * @list: what it shows
 *
 * Gives it a list, once.
 */
void gram_table_set_list (GramTable *self, GramPagedList *list);

/**
 * gram_table_set_columns:
 * @self: a table
 * @columns: (array length=n_columns): the columns but `narrow`; static
 * @n_columns: how many
 *
 * Shows other columns of the template: what is not among them is hidden.
 */
void gram_table_set_columns (GramTable *self, const GramTableColumn *columns, gsize n_columns);

/**
 * gram_table_get_order:
 * @self: a table
 * @descending: (out): whether it is turned round
 *
 * Returns: value of the enum of orders
 */
guint gram_table_get_order (GramTable *self, gboolean *descending);

/**
 * gram_table_dup_search:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): what was typed without outer blanks; %NULL for nothing. An account number may be
 *   typed in the groups in which it is shown.
 */
char *gram_table_dup_search (GramTable *self);

/**
 * gram_table_set_search:
 * @self: a table
 * @text: what to search for
 *
 * Types it in the person's place.
 */
void gram_table_set_search (GramTable *self, const char *text);

/**
 * gram_table_find:
 * @self: a table
 *
 * Puts the focus into the search.
 */
void gram_table_find (GramTable *self);

/**
 * gram_table_show_state:
 * @self: a table
 * @otherwise: name of the page of the stack if nothing is found, for example `empty` or `nothing`
 *
 * Shows the list, what went wrong, or @otherwise. While an answer is awaited, what is shown stays: a spinner at each
 * keystroke would only flash.
 *
 * Returns: (transfer none): the page that is shown
 */
const char *gram_table_show_state (GramTable *self, const char *otherwise);

/**
 * gram_table_get_n_matching:
 * @self: a table
 * @n_matching: (out): how many the list has
 *
 * Returns: %FALSE while that is not known
 */
gboolean gram_table_get_n_matching (GramTable *self, guint *n_matching);

/**
 * gram_table_get_narrow:
 * @self: a table
 *
 * Returns: whether the window is narrow
 */
gboolean gram_table_get_narrow (GramTable *self);

/**
 * gram_table_get_n_selected:
 * @self: a table
 *
 * Returns: how many rows are selected
 */
guint gram_table_get_n_selected (GramTable *self);

/**
 * gram_table_dup_selected:
 * @self: a table
 *
 * Returns: (transfer full) (element-type gint64): ids of what is selected, in the order of the list
 */
GArray *gram_table_dup_selected (GramTable *self);

/**
 * gram_table_dup_rows:
 * @self: a table
 * @most: so many selected places are looked at
 *
 * Returns: (transfer full) (element-type GramPlace): the first of the selected places
 */
GPtrArray *gram_table_dup_rows (GramTable *self, guint most);

/**
 * gram_table_dup_only_row:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): the #GramPlace that is selected, if it is the only one; what it shows may be on its way
 */
gpointer gram_table_dup_only_row (GramTable *self);

/**
 * gram_table_select_all:
 * @self: a table
 * @all: all that match, or none; not all in a table in which one row at most is selected
 *
 * Selects.
 */
void gram_table_select_all (GramTable *self, gboolean all);

/**
 * gram_table_popup_menu:
 * @self: a table
 *
 * Opens the menu of the row that has the focus.
 */
void gram_table_popup_menu (GramTable *self);

G_END_DECLS
