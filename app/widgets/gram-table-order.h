/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GRAM_TYPE_TABLE_ORDER (gram_table_order_get_type ())
G_DECLARE_FINAL_TYPE (GramTableOrder, gram_table_order, GRAM, TABLE_ORDER, GObject)

/**
 * GramTableOrder:
 *
 * The order of a table: one of a closed set, each with a word that is also the id of its column, if it has one. A click
 * on a header chooses it; since headers cannot be reached by keyboard, the actions `sort` (parameter: the word) and
 * `reverse` do the same. The list itself is sorted by its query: the owner asks anew on `changed`.
 *
 * Properties, read and write: `order` (string), `descending` (boolean). Signal `changed ()`: a person chose another.
 */

/**
 * gram_table_order_new:
 * @view: the table
 * @words: (array zero-terminated=1): words of the orders, by value of their enum; static
 * @fallback: the order if none is chosen, or the one remembered is none
 * @settings: (nullable): where the choice is remembered
 * @key: (nullable): a key of type `(sb)` there
 *
 * Returns: (transfer full): the order, as remembered; the headers show it
 */
GramTableOrder *gram_table_order_new (GtkColumnView *view,
                                      const char *const *words,
                                      guint fallback,
                                      GSettings *settings,
                                      const char *key);

/**
 * gram_table_order_install:
 * @self: an order
 * @widget: the page
 * @prefix: for example `accounts`: the actions are `accounts.sort` and `accounts.reverse`
 *
 * Gives a page the two actions.
 */
void gram_table_order_install (GramTableOrder *self, GtkWidget *widget, const char *prefix);

/**
 * gram_table_order_get:
 * @self: an order
 *
 * Returns: value of the enum
 */
guint gram_table_order_get (GramTableOrder *self);

/**
 * gram_table_order_get_descending:
 * @self: an order
 *
 * Returns: whether it is turned round
 */
gboolean gram_table_order_get_descending (GramTableOrder *self);

/**
 * gram_table_order_dispose:
 * @self: (inout) (nullable): where the order is kept
 *
 * Stops following the headers, which say something once more when they go, and drops the order. May run twice.
 */
void gram_table_order_dispose (GramTableOrder **self);

/**
 * gram_table_align_title:
 * @view: a table
 * @column: one of its columns, right-aligned
 *
 * Lets the title of a column of figures end where they do. GTK has no property for that; where a title is made
 * differently one day, it stays at the start.
 */
void gram_table_align_title (GtkColumnView *view, GtkColumnViewColumn *column);

G_END_DECLS
