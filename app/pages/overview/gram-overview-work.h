/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-overview-reading.h"

G_BEGIN_DECLS

/**
 * GramWorkGroup:
 * @GRAM_WORK_TO_DO: a person has to act
 * @GRAM_WORK_IN_PROGRESS: others are at it
 * @GRAM_WORK_AWARENESS: good to know
 * @GRAM_WORK_N_GROUPS: how many there are
 *
 * Where a row of the overview stands.
 */
typedef enum
{
  GRAM_WORK_TO_DO,
  GRAM_WORK_IN_PROGRESS,
  GRAM_WORK_AWARENESS,
  GRAM_WORK_N_GROUPS,
} GramWorkGroup;

/**
 * GramWorkRow:
 * @group: where it stands
 * @singular: sentence with `%s` for one vehicle
 * @plural: sentence with `%s` for more
 * @subtitle: translatable (N_()) line below
 * @icon_name: its icon
 * @statuses: what is counted, and what it opens: statuses
 * @attentions: likewise: attentions
 * @accepts: it invites to accept
 *
 * A row that counts vehicles and opens exactly those.
 */
typedef struct
{
  GramWorkGroup group;
  const char *singular;
  const char *plural;
  const char *subtitle;
  const char *icon_name;
  guint statuses;
  guint attentions;
  gboolean accepts;
} GramWorkRow;

/**
 * gram_work_get_table:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the rows that the overview may have
 */
const GramWorkRow *gram_work_get_table (gsize *n_rows);

/**
 * gram_work_row_new:
 * @work: a row of the table
 * @count: how many vehicles, not 0
 * @reading: what there is to tell
 *
 * Returns: (transfer floating): an activatable row
 */
GtkWidget *
gram_work_row_new (const GramWorkRow *work, gint64 count, const GramOverviewReading *reading);

/**
 * gram_work_group_now:
 * @work: a row of the table
 * @reading: what there is to tell
 *
 * What cannot be accepted in this state of the account, or others have to do, is in progress.
 *
 * Returns: the group in which the row stands now
 */
GramWorkGroup gram_work_group_now (const GramWorkRow *work, const GramOverviewReading *reading);

/**
 * gram_work_accept_reason:
 * @reading: what there is to tell
 *
 * Returns: (transfer none) (nullable): translated: what acceptance waits for; %NULL if the person may accept, or is no member
 */
const char *gram_work_accept_reason (const GramOverviewReading *reading);

/**
 * gram_work_nothing_row_new:
 * @overview: where the account stands
 *
 * What stands where nothing is to do: a word of praise, or, in an account without a vehicle, the way to the first ones.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *gram_work_nothing_row_new (const GramOverview *overview);

G_END_DECLS
