/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-queries-statement.h"

G_BEGIN_DECLS

#define GRAM_TYPE_STATEMENT_ITEM (gram_statement_item_get_type ())
G_DECLARE_FINAL_TYPE (GramStatementItem, gram_statement_item, GRAM, STATEMENT_ITEM, GObject)

/**
 * gram_statement_item_new_line:
 * @line: a line of the ledger
 *
 * Returns: (transfer full): what the statement shows of it
 */
GramStatementItem *gram_statement_item_new_line (const GramStatementLine *line);

/**
 * gram_statement_item_new_balance:
 * @balance: a balance
 * @title: translated: which one, for example "Balance before"
 *
 * Returns: (transfer full): a line that sums up
 */
GramStatementItem *gram_statement_item_new_balance (const GramBalance *balance, const char *title);

/**
 * gram_statement_factory_new:
 *
 * Returns: (transfer full): what makes the rows
 */
GtkListItemFactory *gram_statement_factory_new (void);

/**
 * gram_statement_item_new_note:
 * @text: translated
 *
 * A sentence between the lines.
 *
 * Returns: (transfer full): the item
 */
GramStatementItem *gram_statement_item_new_note (const char *text);

G_END_DECLS
