/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-history-filter.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_HISTORY_FILTER_DIALOG (gram_history_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramHistoryFilterDialog,
                      gram_history_filter_dialog,
                      GRAM,
                      HISTORY_FILTER_DIALOG,
                      AdwDialog)

/**
 * gram_history_filter_dialog_new:
 * @session: a session
 * @account_id: account whose history it is, 0 the registry's
 * @filter: what is shown now; copied
 *
 * Asks what the history shall show: what it is about, who, and when. Signal `chosen ()`: see
 * gram_history_filter_dialog_get_filter().
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_history_filter_dialog_new (GramSession *session,
                                           gint64 account_id,
                                           const GramHistoryFilter *filter);

/**
 * gram_history_filter_dialog_get_filter:
 * @self: a dialog
 *
 * Returns: (transfer none): what was chosen
 */
const GramHistoryFilter *gram_history_filter_dialog_get_filter (GramHistoryFilterDialog *self);

G_END_DECLS
