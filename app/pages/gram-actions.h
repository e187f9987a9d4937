/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GramActionRow:
 * @group: translatable (N_()) heading in the shortcuts dialog
 * @title: translatable (N_()) title in the shortcuts dialog
 * @action: detailed action name
 * @accelerators: keys, as gtk_accelerator_parse() reads them, at most two
 *
 * One row of the table of actions that have a key.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *action;
  const char *accelerators[3];
} GramActionRow;

/**
 * gram_actions_get_table:
 * @n_rows: (out): how many
 *
 * Every action that has a key, by group: what the application binds and what the shortcuts dialog shows.
 *
 * Returns: (transfer none) (array length=n_rows): the table
 */
const GramActionRow *gram_actions_get_table (gsize *n_rows);

/**
 * gram_actions_bind:
 * @application: the application
 *
 * Binds the keys of the table.
 */
void gram_actions_bind (GtkApplication *application);

G_END_DECLS
