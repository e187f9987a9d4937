/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Rows of groups that are filled by the program: what they say, where they lead.
 */

/**
 * gram_row_new:
 * @title: what it is called, plain text
 * @subtitle: (nullable): more about it
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *gram_row_new (const char *title, const char *subtitle);

/**
 * gram_property_row_new:
 * @title: translated: what it is
 * @value: what it says
 *
 * A row that only tells, with its text to be selected.
 *
 * Returns: (transfer floating): a row for an #AdwPreferencesGroup
 */
GtkWidget *gram_property_row_new (const char *title, const char *value);

/**
 * gram_rows_add_property:
 * @group: a group
 * @title: translated: what it is
 * @value: (nullable): what it says; nothing is added for "" and %NULL
 *
 * Adds a row that only tells.
 */
void gram_rows_add_property (AdwPreferencesGroup *group, const char *title, const char *value);

/**
 * gram_row_lead:
 * @row: a row
 * @icon_name: what says that it leads somewhere, for example `go-next-symbolic`
 * @callback: called as (row, object) when it is activated
 * @object: an object; the callback goes with it
 *
 * Makes a row lead somewhere, by pointer, keyboard and screen reader.
 */
void gram_row_lead (GtkWidget *row, const char *icon_name, GCallback callback, gpointer object);

/**
 * gram_row_set_id:
 * @widget: a row or a button in one
 * @id: number of what it is about
 *
 * Remembers it.
 */
void gram_row_set_id (GtkWidget *widget, gint64 id);

/**
 * gram_row_get_id:
 * @widget: a row or a button that knows
 *
 * Returns: number of what it is about
 */
gint64 gram_row_get_id (GtkWidget *widget);

/**
 * gram_row_undo_button_new:
 * @title: translated: what it does, also its name
 * @reason: (nullable): why it cannot be pressed
 *
 * Returns: (transfer floating): a button for the end of a row that takes something back
 */
GtkWidget *gram_row_undo_button_new (const char *title, const char *reason);

/**
 * gram_rows_clear:
 * @rows: (element-type GtkWidget): rows in preferences groups
 *
 * Takes them out of their groups, and empties @rows.
 */
void gram_rows_clear (GPtrArray *rows);

G_END_DECLS
