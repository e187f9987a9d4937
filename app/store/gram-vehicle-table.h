/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-posting.h"
#include "gram-store.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/**
 * GramVehicleOrder:
 * @GRAM_VEHICLE_ORDER_NEWEST: by entry into the registry, the newest first (descending: the oldest first)
 * @GRAM_VEHICLE_ORDER_LABEL: by VIN, chassis number or register key
 * @GRAM_VEHICLE_ORDER_MAKE: by make, then model
 * @GRAM_VEHICLE_ORDER_CO2: by CO₂ value
 * @GRAM_VEHICLE_ORDER_STATUS: by status, then attention
 *
 * The closed set of orders; each has its index and its pinned query plan.
 */
typedef enum
{
  GRAM_VEHICLE_ORDER_NEWEST,
  GRAM_VEHICLE_ORDER_LABEL,
  GRAM_VEHICLE_ORDER_MAKE,
  GRAM_VEHICLE_ORDER_CO2,
  GRAM_VEHICLE_ORDER_STATUS,
} GramVehicleOrder;

/**
 * GramVehicleQuery:
 * @account_id: the account
 * @statuses: bit set `1 << GramVehicleStatus`; 0 means all
 * @attentions: bit set `1 << GramAttention`; 0 means all
 * @search: (nullable): words typed; each has to occur in VIN, chassis number (with or without dash), register key, make
 *   or model. If every word is shorter than three characters, the label or the make has to begin with it
 * @registered_from: (nullable): only those first registered on this day or later, ISO; both days or none. A scheme year is
 *   gram_ccts_year_range()
 * @registered_to: (nullable): only those first registered on this day or earlier, ISO
 * @posting_id: only those with this posting and a charge: the vehicles of a charge (#GramChargeRecord); 0 all
 * @obligation_year: only those whose figures are frozen for this year, 0 all
 * @accepted_period: only those accepted in this month (year × 100 + month in New Zealand) of the CCS, 0 all
 * @scheme: only those whose figures are frozen under this scheme of charges, 0 both
 * @make: (nullable): only those with exactly this make
 * @model: (nullable): only those with exactly this model
 * @excluded: only those outside the standard
 * @order: order
 * @descending: the other way round
 *
 * A filter and an order. "All that match" is a query, never a list of ids.
 */
typedef struct
{
  gint64 account_id;
  guint statuses;
  guint attentions;
  char *search;
  char *registered_from;
  char *registered_to;
  gint64 posting_id;
  int obligation_year;
  int accepted_period;
  GramChargeScheme scheme;
  char *make;
  char *model;
  gboolean excluded;
  GramVehicleOrder order;
  gboolean descending;
} GramVehicleQuery;

/**
 * gram_vehicle_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramVehicleQuery *gram_vehicle_query_copy (const GramVehicleQuery *self);

/**
 * gram_vehicle_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_vehicle_query_free (GramVehicleQuery *self);

/**
 * gram_vehicle_table_ids:
 * @store: a store
 * @query: filter and order
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Ids of the vehicles that match, in order.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids
 */
GArray *gram_vehicle_table_ids (GramStore *store,
                                const GramVehicleQuery *query,
                                guint limit,
                                GError **error);

/**
 * gram_vehicle_table_page:
 * @store: a store
 * @ids: ids of vehicles
 * @n_ids: how many, at most 1000
 * @error: return location
 *
 * Records by id, in the order of @ids; constant cost at any place of the list.
 *
 * Returns: (transfer full) (element-type GramVehicleRecord) (nullable): the records
 */
GPtrArray *
gram_vehicle_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * gram_vehicle_table_get:
 * @store: a store
 * @id: id of a vehicle
 * @record: (out) (nullable) (transfer full): the record, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_vehicle_table_get (GramStore *store, gint64 id, GramVehicleRecord **record, GError **error);

/**
 * gram_vehicle_table_find:
 * @store: a store
 * @wanted: a record with account, VIN, chassis and/or register key
 * @by_vin: (out): id of the vehicle with that VIN, 0 none
 * @by_other: (out): id of the vehicle with that chassis number (any account) or register key (this account), 0 none
 * @error: return location
 *
 * Finds the vehicle that a row names. Both ids set and different: the row contradicts the registry.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_find (GramStore *store,
                                  const GramVehicleRecord *wanted,
                                  gint64 *by_vin,
                                  gint64 *by_other,
                                  GError **error);

/**
 * gram_vehicle_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @import_id: the import, 0 none
 * @error: return location
 *
 * Inserts; keeps totals and search index through the unit.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_insert (GramUnit *unit,
                                    GramVehicleRecord *record,
                                    gint64 import_id,
                                    GError **error);

/**
 * gram_vehicle_table_update:
 * @unit: a unit of work
 * @before: the record as it stands
 * @after: the record as it shall be, same id
 * @journal_id: the journal entry that causes it
 * @import_id: the import, 0 none
 * @import_row: the row of its file, 0 none
 * @error: return location
 *
 * Updates every column that differs, writes a vehicle_history row for each data field (not for status and instants),
 * raises the version, keeps totals and search index. Nothing differs: nothing is written. The vehicle has moved on since
 * @before was read: %GRAM_STORE_ERROR_CONSTRAINT. The label follows from VIN, chassis number and register key.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_update (GramUnit *unit,
                                    const GramVehicleRecord *before,
                                    const GramVehicleRecord *after,
                                    gint64 journal_id,
                                    gint64 import_id,
                                    gint64 import_row,
                                    GError **error);

/**
 * GramFigureFunc:
 * @facts: a vehicle, of which type, weight, CO₂ value, cars and why it is excluded are set and nothing else
 * @share: (out caller-allocates): what is frozen and posted; all 0 where no figure is defined
 * @data: closure
 *
 * Works out what acceptance freezes. It is called for every vehicle, so it allocates nothing.
 */
typedef void (*GramFigureFunc) (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data);

/**
 * GramFigureSums:
 * @records: vehicles
 * @units: cars that they stand for
 * @credits: credits that are posted, hundredths of a gram
 * @charged: vehicles whose charge is posted
 * @grams: what these are over, hundredths of a gram
 * @charges: their charges, NZ cents
 *
 * What the figures of vehicles come to.
 */
typedef struct
{
  gint64 records;
  gint64 units;
  gint64 credits;
  gint64 charged;
  gint64 grams;
  gint64 charges;
} GramFigureSums;

/**
 * GramFigurePostFunc:
 * @sums: what the figures of all vehicles come to
 * @posting_id: (out): the posting, 0 if nothing is posted
 * @data: closure
 * @error: return location
 *
 * Posts the sums; called once, before the records are written.
 *
 * Returns: %FALSE on error
 */
typedef gboolean (*GramFigurePostFunc) (const GramFigureSums *sums,
                                        gint64 *posting_id,
                                        gpointer data,
                                        GError **error);

/**
 * GramAcceptance:
 * @at: UTC microseconds
 * @person_id: who
 * @automatically: by auto-accept
 * @rulebook_id: version that is frozen
 * @period: month in New Zealand (year × 100 + month) that is frozen with figures
 * @fleet_average: scheme that is frozen with figures
 * @figure: (nullable): works out the figures; %NULL: the scheme has none
 * @post: (nullable): posts their sums; %NULL: nothing is posted
 * @data: closure of both
 *
 * What acceptance writes on a record.
 */
typedef struct
{
  gint64 at;
  gint64 person_id;
  gboolean automatically;
  gint64 rulebook_id;
  int period;
  gboolean fleet_average;
  GramFigureFunc figure;
  GramFigurePostFunc post;
  gpointer data;
} GramAcceptance;

/**
 * gram_vehicle_table_accept_query:
 * @unit: a unit of work
 * @query: filter; only its vehicles that are ready and need no attention are accepted
 * @acceptance: what is written
 * @accepted: (out): how many records
 * @units: (out): how many cars they stand for
 * @error: return location
 *
 * Accepts; keeps the totals. Without figures the records are not even read.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_accept_query (GramUnit *unit,
                                          const GramVehicleQuery *query,
                                          const GramAcceptance *acceptance,
                                          gint64 *accepted,
                                          gint64 *units,
                                          GError **error);

/**
 * gram_vehicle_table_accept_ids:
 * @unit: a unit of work
 * @account_id: the account; ids of others are left alone
 * @ids: ids
 * @n_ids: how many, any number
 * @acceptance: what is written
 * @accepted: (out): how many records; fewer than @n_ids if some are not ready or need attention
 * @units: (out): how many cars they stand for
 * @error: return location
 *
 * Accepts a selection; keeps the totals.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_accept_ids (GramUnit *unit,
                                        gint64 account_id,
                                        const gint64 *ids,
                                        gsize n_ids,
                                        const GramAcceptance *acceptance,
                                        gint64 *accepted,
                                        gint64 *units,
                                        GError **error);

/**
 * gram_vehicle_table_figure:
 * @store: a store
 * @query: filter; only its vehicles that are ready and need no attention count
 * @ids: (nullable): instead of the filter these vehicles of @query->account_id
 * @n_ids: how many, any number
 * @figure: works out the figures
 * @data: its closure
 * @sums: (out): what they come to
 * @error: return location
 *
 * What acceptance would post; nothing is changed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_figure (GramStore *store,
                                    const GramVehicleQuery *query,
                                    const gint64 *ids,
                                    gsize n_ids,
                                    GramFigureFunc figure,
                                    gpointer data,
                                    GramFigureSums *sums,
                                    GError **error);

/**
 * gram_vehicle_table_mark_ready_ids:
 * @unit: a unit of work
 * @account_id: the account
 * @ids: ids
 * @n_ids: how many, any number
 * @at: UTC microseconds
 * @marked: (out): how many moved from entered to ready
 * @error: return location
 *
 * Moves entered vehicles to ready; keeps the totals.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_mark_ready_ids (GramUnit *unit,
                                            gint64 account_id,
                                            const gint64 *ids,
                                            gsize n_ids,
                                            gint64 at,
                                            gint64 *marked,
                                            GError **error);

/**
 * GramVehicleSums:
 * @records: records
 * @units: cars
 * @units_co2: cars whose CO₂ is known
 * @co2_sum: sum of cars × effective CO₂, millionths of g/km
 *
 * Sums over a set of vehicles.
 */
typedef struct
{
  gint64 records;
  gint64 units;
  gint64 units_co2;
  gint64 co2_sum;
} GramVehicleSums;

/**
 * gram_vehicle_table_sums:
 * @store: a store
 * @query: filter
 * @sums: (out): sums over the vehicles that match
 * @error: return location
 *
 * Adds up by reading the vehicles; without a search, gram_total_table_sums() has the same at once.
 *
 * Returns: %FALSE on error
 */
gboolean gram_vehicle_table_sums (GramStore *store,
                                  const GramVehicleQuery *query,
                                  GramVehicleSums *sums,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleQuery, gram_vehicle_query_free)

G_END_DECLS
