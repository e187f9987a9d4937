/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-overview-reading.h"
#include "gram-overview-work.h"

G_BEGIN_DECLS

/**
 * GramOverviewLists:
 * @groups: the groups to do, in progress, for awareness
 * @deadlines: the next deadlines
 * @session: the session; not owned
 * @reading: what the rows tell; owned
 * @news: (element-type GramNews): likewise; owned
 * @rows: (element-type GtkWidget): the rows that are there; owned, the widgets are not
 *
 * The lists of the overview. It has to live as long as its groups.
 */
typedef struct
{
  AdwPreferencesGroup *groups[GRAM_WORK_N_GROUPS];
  AdwPreferencesGroup *deadlines;
  GramSession *session;
  GramOverviewReading *reading;
  GPtrArray *news;
  GPtrArray *rows;
} GramOverviewLists;

/**
 * gram_overview_lists_fill:
 * @self: lists with their groups
 * @session: the session
 * @reading: (transfer full): what to tell
 *
 * Fills the groups: the account and its people first, then the vehicles; a group without a row is hidden.
 */
void gram_overview_lists_fill (GramOverviewLists *self,
                               GramSession *session,
                               GramOverviewReading *reading);

/**
 * gram_overview_lists_clear:
 * @self: lists
 *
 * Drops what they own; the rows go with the groups.
 */
void gram_overview_lists_clear (GramOverviewLists *self);

G_END_DECLS
