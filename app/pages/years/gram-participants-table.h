/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-participant-columns.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PARTICIPANTS_TABLE (gram_participants_table_get_type ())
G_DECLARE_FINAL_TYPE (GramParticipantsTable,
                      gram_participants_table,
                      GRAM,
                      PARTICIPANTS_TABLE,
                      AdwBin)

/**
 * GramParticipantsTable:
 *
 * Participants of a year with their figures: a column for each, or two lines on a narrow window. It is sorted by a click on
 * a header, and by the actions `participants.sort` (the word of a column) and `participants.reverse`.
 *
 * Signal `open (gint64)`: a row was activated; the account of the participant.
 */

/**
 * gram_participants_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *gram_participants_table_new (void);

/**
 * gram_participants_table_set_rows:
 * @self: a table
 * @rows: (element-type GramParticipantRow): participants; kept alive
 *
 * Shows them. Where they are the same as before, what has the focus keeps it.
 */
void gram_participants_table_set_rows (GramParticipantsTable *self, GPtrArray *rows);

/**
 * gram_participants_table_set_set:
 * @self: a table
 * @set: which figures
 *
 * Chooses the columns.
 */
void gram_participants_table_set_set (GramParticipantsTable *self, GramParticipantSet set);

/**
 * gram_participants_table_set_narrow:
 * @self: a table
 * @narrow: whether there is room for two lines only
 *
 * A table of many columns is of no use on a narrow window.
 */
void gram_participants_table_set_narrow (GramParticipantsTable *self, gboolean narrow);

/**
 * GramParticipantFilter:
 * @row: a participant
 * @user_data: closure
 *
 * Returns: whether it is shown
 */
typedef gboolean (*GramParticipantFilter) (const GramParticipantRow *row, gpointer user_data);

/**
 * gram_participants_table_set_filter:
 * @self: a table
 * @filter: (nullable) (scope forever): which participants are shown
 * @user_data: closure; has to live as long as the table
 *
 * Narrows the table down. To be called again when the answers of @filter differ.
 */
void gram_participants_table_set_filter (GramParticipantsTable *self,
                                         GramParticipantFilter filter,
                                         gpointer user_data);

/**
 * gram_participants_table_count:
 * @self: a table
 *
 * Returns: how many participants are shown
 */
guint gram_participants_table_count (GramParticipantsTable *self);

/**
 * gram_participants_table_get_view:
 * @self: a table
 *
 * Returns: (transfer none): the list, for the focus
 */
GtkWidget *gram_participants_table_get_view (GramParticipantsTable *self);

/**
 * gram_participants_table_install:
 * @self: a table
 * @widget: a widget around it
 *
 * Gives @widget the actions of the table, for a menu beside it.
 */
void gram_participants_table_install (GramParticipantsTable *self, GtkWidget *widget);

G_END_DECLS
