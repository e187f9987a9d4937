/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/**
 * GramSelection:
 * @ids: (nullable) (element-type gint64): the vehicles named, in their order, none twice
 * @query: (nullable): or the filter
 *
 * The vehicles that a command is about: a list, or all that match.
 */
typedef struct
{
  GArray *ids;
  GramVehicleQuery *query;
} GramSelection;

/**
 * gram_selection_read:
 * @self: (out caller-allocates): the selection
 * @call: a call with the arguments `account` and `vehicles` or `filter`
 * @refusal: (out) (optional): `argument.*`, `vehicle.none-named`, `vehicle.unknown`, `filter.*`
 * @error: return location
 *
 * Reads which vehicles are meant. VINs and chassis numbers are looked up on the account.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean
gram_selection_read (GramSelection *self, GramCall *call, GramRefusal **refusal, GError **error);

/**
 * gram_selection_clear:
 * @self: a selection
 *
 * Frees what it holds.
 */
void gram_selection_clear (GramSelection *self);

/**
 * gram_filter_read:
 * @filter: `a{sv}` with `statuses` (`as`), `attentions` (`as`) and `search` (`s`), each as wanted
 * @query: the query to fill
 * @refusal: (out) (optional): `filter.unknown`, `filter.word`, `filter.type`
 *
 * Reads a filter.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_filter_read (GVariant *filter, GramVehicleQuery *query, GramRefusal **refusal);

/**
 * gram_vehicle_find_on_account:
 * @store: a store
 * @account_id: an account
 * @text: VIN, chassis number or register key as typed
 * @id: (out): id of the vehicle on that account, 0 none
 * @error: return location
 *
 * Looks a vehicle up by what identifies it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_find_on_account (GramStore *store,
                                       gint64 account_id,
                                       const char *text,
                                       gint64 *id,
                                       GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramSelection, gram_selection_clear)

G_END_DECLS
