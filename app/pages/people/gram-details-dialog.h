/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_DETAILS_DIALOG (gram_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramDetailsDialog, gram_details_dialog, GRAM, DETAILS_DIALOG, AdwDialog)

/**
 * GramDetailsDialog:
 *
 * One thing with what is known of it, line by line, and what can be done with it, row by row. What cannot be done is
 * there, insensitive, with the reason below its title.
 */

/**
 * gram_details_dialog_new:
 * @title: translated: what kind of thing it is
 * @heading: its name
 * @description: (nullable): translated sentence below the name
 *
 * Returns: (transfer floating): the dialog, still without lines and actions
 */
AdwDialog *
gram_details_dialog_new (const char *title, const char *heading, const char *description);

/**
 * gram_details_dialog_add_line:
 * @self: a dialog
 * @title: translated
 * @value: what stands there
 *
 * Adds a line.
 */
void gram_details_dialog_add_line (GramDetailsDialog *self, const char *title, const char *value);

/**
 * GramDetailsAction:
 * @title: translated, with a mnemonic
 * @subtitle: (nullable): translated: what it does
 * @reason: (nullable): translated: why it cannot be done, %NULL if it can
 * @destructive: give it that look
 *
 * Something that can be done, or not.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *reason;
  gboolean destructive;
} GramDetailsAction;

/**
 * gram_details_dialog_add_action:
 * @self: a dialog
 * @action: the action; copied as far as needed
 * @callback: `void (*) (GramDetailsDialog *dialog, gpointer user_data)`
 * @user_data: closure of @callback; has to live as long as the dialog
 *
 * Adds an action.
 */
void gram_details_dialog_add_action (GramDetailsDialog *self,
                                     const GramDetailsAction *action,
                                     GCallback callback,
                                     gpointer user_data);

G_END_DECLS
