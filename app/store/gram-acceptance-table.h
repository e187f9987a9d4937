/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"
#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramAcceptanceFilter:
 * @account_id: the account, 0 all
 * @year: obligation year, 0 all
 * @scheme: only of this scheme of charges, 0 both
 * @first_period: first month of acceptance (year × 100 + month), 0 from the beginning
 * @last_period: last month, 0 to the end
 *
 * Which accepted vehicles of the Clean Car Standard are added up.
 */
typedef struct
{
  gint64 account_id;
  int year;
  GramChargeScheme scheme;
  int first_period;
  int last_period;
} GramAcceptanceFilter;

/**
 * GramAcceptanceTotal:
 * @account_id: the account; 0 in sums over accounts, and of one account that was asked for
 * @year: obligation year; 0 in sums over years
 * @period: month of acceptance (year × 100 + month); 0 in sums over months
 * @make: (nullable): make; %NULL in sums over models
 * @model: (nullable): model; %NULL in sums over models
 * @amount: what was accepted
 *
 * Accepted vehicles as the store keeps them. Strings are owned. The list of gram_vehicle_table_ids() that is filtered by
 * the same has exactly @amount.records rows.
 */
typedef struct
{
  gint64 account_id;
  int year;
  int period;
  char *make;
  char *model;
  GramAcceptanceAmount amount;
} GramAcceptanceTotal;

/**
 * gram_acceptance_total_free:
 * @self: (nullable): a total
 *
 * Frees it.
 */
void gram_acceptance_total_free (GramAcceptanceTotal *self);

/**
 * gram_acceptance_amount_net:
 * @amount: sums
 *
 * The plain sum of the differences: the net position of a Fleet Average year (CCS facts §7).
 *
 * Returns: hundredths of a gram; positive is a credit
 */
gint64 gram_acceptance_amount_net (const GramAcceptanceAmount *amount);

/**
 * gram_acceptance_table_sums:
 * @store: a store
 * @filter: what is added up
 * @amount: (out): the sums
 * @error: return location
 *
 * Sums from the kept totals.
 *
 * Returns: %FALSE on error
 */
gboolean gram_acceptance_table_sums (GramStore *store,
                                     const GramAcceptanceFilter *filter,
                                     GramAcceptanceAmount *amount,
                                     GError **error);

/**
 * gram_acceptance_table_months:
 * @store: a store
 * @filter: what is added up
 * @error: return location
 *
 * Kept totals by obligation year and month of acceptance, in order; months without vehicles are not there.
 *
 * Returns: (transfer full) (element-type GramAcceptanceTotal) (nullable): the sums
 */
GPtrArray *
gram_acceptance_table_months (GramStore *store, const GramAcceptanceFilter *filter, GError **error);

/**
 * gram_acceptance_table_models:
 * @store: a store
 * @filter: what is added up
 * @error: return location
 *
 * Kept totals by make and model, those that are over by most first.
 *
 * Returns: (transfer full) (element-type GramAcceptanceTotal) (nullable): the sums
 */
GPtrArray *
gram_acceptance_table_models (GramStore *store, const GramAcceptanceFilter *filter, GError **error);

/**
 * gram_acceptance_table_years:
 * @store: a store
 * @filter: what is added up
 * @error: return location
 *
 * Kept totals by obligation year, in order.
 *
 * Returns: (transfer full) (element-type GramAcceptanceTotal) (nullable): the sums
 */
GPtrArray *
gram_acceptance_table_years (GramStore *store, const GramAcceptanceFilter *filter, GError **error);

/**
 * gram_acceptance_table_accounts:
 * @store: a store
 * @filter: what is added up
 * @error: return location
 *
 * Kept totals by obligation year and account, the newest year first.
 *
 * Returns: (transfer full) (element-type GramAcceptanceTotal) (nullable): the sums
 */
GPtrArray *gram_acceptance_table_accounts (GramStore *store,
                                           const GramAcceptanceFilter *filter,
                                           GError **error);

/**
 * gram_acceptance_table_recount:
 * @store: a store
 * @filter: what is added up
 * @amount: (out): the sums
 * @error: return location
 *
 * The same as gram_acceptance_table_sums() from the vehicles themselves.
 *
 * Returns: %FALSE on error
 */
gboolean gram_acceptance_table_recount (GramStore *store,
                                        const GramAcceptanceFilter *filter,
                                        GramAcceptanceAmount *amount,
                                        GError **error);

/**
 * GramWaitingGroup:
 * @type: `A`, `B`, or 0 when it is not known
 * @mass_kg: weight, 0 not known
 * @co2_micro: specific emissions, millionths of g/km, or %GRAM_CO2_UNKNOWN
 * @units: cars that one record stands for
 * @records: vehicles that are not accepted
 * @acceptable: of them: ready, and nobody has to see to them first
 *
 * Vehicles that have the same figure by any rulebook.
 */
typedef struct
{
  char type;
  int mass_kg;
  gint64 co2_micro;
  int units;
  gint64 records;
  gint64 acceptable;
} GramWaitingGroup;

/**
 * gram_vehicle_table_waiting:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Vehicles of an account that are not accepted, in groups of the same figure: a forecast works each out once. Those
 * outside the standard are left out.
 *
 * Returns: (transfer full) (element-type GramWaitingGroup) (nullable): the groups
 */
GArray *gram_vehicle_table_waiting (GramStore *store, gint64 account_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAcceptanceTotal, gram_acceptance_total_free)

G_END_DECLS
