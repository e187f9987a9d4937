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
 * GramSelectionCheck:
 * @call: a call on an account
 * @vehicle: a vehicle of that account
 * @data: closure
 * @refusal: (out) (optional): why not, without naming the vehicle
 *
 * Whether a vehicle of a selection will do.
 *
 * Returns: %FALSE if not
 */
typedef gboolean (*GramSelectionCheck) (GramCall *call,
                                        const GramVehicleRecord *vehicle,
                                        gpointer data,
                                        GramRefusal **refusal);

/**
 * gram_selection_check:
 * @call: a call on an account
 * @ids: (element-type gint64): vehicles
 * @check: asked about each
 * @data: closure of @check
 * @skip: those that will not do are left out
 * @refusal: (out) (optional): `vehicle.unknown`: an id that nobody has, or of another account; unless @skip, what @check
 *   said of the first that will not do, with the vehicle in front
 * @error: return location
 *
 * Holds each vehicle against a rule, a page at a time.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): those that will do, in the order of @ids
 */
GArray *gram_selection_check (GramCall *call,
                              const GArray *ids,
                              GramSelectionCheck check,
                              gpointer data,
                              gboolean skip,
                              GramRefusal **refusal,
                              GError **error);

/**
 * gram_selection_refuse_unknown:
 * @call: a call on an account
 * @refusal: (out) (optional): `vehicle.unknown`
 *
 * The one answer to an id that nobody has and to one of another account.
 *
 * Returns: %FALSE
 */
gboolean gram_selection_refuse_unknown (GramCall *call, GramRefusal **refusal);

/**
 * gram_filter_read:
 * @filter: `a{sv}` with `statuses` (`as`), `attentions` (`as`), `search` (`s`), each as wanted, and with both or none of
 *   `registered-from` and `registered-to` (`s`, ISO): the days of a scheme year. Of the Clean Car Standard besides `posting` (`x`:
 *   the vehicles of the charge with this posting), `obligation-year` (`x`), `accepted-period` (`x`: year × 100 + month),
 *   `charge-scheme` (`s`), `make` and `model` (`s`), `excluded` (`b`)
 * @query: the query to fill
 * @refusal: (out) (optional): `filter.unknown`, `filter.word`, `filter.type`, `filter.days`
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
