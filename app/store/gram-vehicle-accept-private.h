/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/* Accepts what is ready and needs no attention, with figures; @ids NULL: all of the account. */
gboolean _gram_vehicle_accept_figured (GramUnit *unit,
                                       gint64 account_id,
                                       const gint64 *ids,
                                       gsize n_ids,
                                       const GramAcceptance *acceptance,
                                       gint64 *accepted,
                                       gint64 *units,
                                       GError **error);

/* Ids of those that a filter lets through and that can be accepted; NULL in @ids: all of the account that can. */
gboolean _gram_vehicle_query_acceptable (GramStore *store,
                                         const GramVehicleQuery *query,
                                         GArray **ids,
                                         GError **error);

G_END_DECLS
