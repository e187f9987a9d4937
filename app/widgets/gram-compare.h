/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_COMPARE (gram_compare_get_type ())
G_DECLARE_FINAL_TYPE (GramCompare, gram_compare, GRAM, COMPARE, AdwPreferencesGroup)

/**
 * GramCompare:
 *
 * Two values side by side, a row for each field: what it says and what it should say; the registry and the file; before
 * and after. On a narrow window the two stand below each other. Rows can be made to be chosen, for what is decided field
 * by field. A screen reader hears the row as one sentence.
 *
 * Signal `changed ()`: another choice of rows.
 */

/**
 * gram_compare_new:
 * @left: translated head of the first value, for example “It Says”
 * @right: translated head of the second, for example “It Should Say”
 *
 * Returns: (transfer floating): a comparison without rows
 */
GtkWidget *gram_compare_new (const char *left, const char *right);

/**
 * gram_compare_set_heads:
 * @self: a comparison
 * @left: translated head of the first value
 * @right: translated head of the second
 *
 * Replaces the heads; before rows are added.
 */
void gram_compare_set_heads (GramCompare *self, const char *left, const char *right);

/**
 * gram_compare_set_choosing:
 * @self: a comparison
 * @choosing: rows have a check button, chosen at first
 *
 * To be called before rows are added.
 */
void gram_compare_set_choosing (GramCompare *self, gboolean choosing);

/**
 * gram_compare_set_even:
 * @self: a comparison
 * @even: neither of the two is what counts: where they differ, both stand out
 *
 * To be called before rows are added.
 */
void gram_compare_set_even (GramCompare *self, gboolean even);

/**
 * gram_compare_add:
 * @self: a comparison
 * @name: name of the row for gram_compare_dup_chosen(), for example that of a field
 * @title: translated title
 * @left: the first value; "" shows a dash
 * @right: the second value; "" shows a dash
 *
 * Adds a row. Where the two differ, the second stands out; both do in a comparison that is even.
 */
void gram_compare_add (GramCompare *self,
                       const char *name,
                       const char *title,
                       const char *left,
                       const char *right);

/**
 * gram_compare_add_aside:
 * @self: a comparison
 * @title: translated title
 * @left: the first value; "" shows a dash
 * @right: the second value; "" shows a dash
 *
 * Adds a row whose values need not agree: neither stands out.
 */
void
gram_compare_add_aside (GramCompare *self, const char *title, const char *left, const char *right);

/**
 * gram_compare_clear:
 * @self: a comparison
 *
 * Takes all rows away.
 */
void gram_compare_clear (GramCompare *self);

/**
 * gram_compare_dup_chosen:
 * @self: a comparison with rows to choose
 *
 * Returns: (transfer full): names of the rows that are chosen
 */
GStrv gram_compare_dup_chosen (GramCompare *self);

G_END_DECLS
