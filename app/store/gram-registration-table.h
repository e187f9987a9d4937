/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramRegistrationTotal:
 * @account_id: the account
 * @registered_on: (nullable): day of registration, ISO; %NULL in sums over days
 * @eco_codes: codes of the eco-innovations as the records have them; empty none, %NULL in sums over codes
 * @amount: what is registered
 *
 * Registered cars of a CCTS account as the store keeps them. Strings are owned.
 */
typedef struct
{
  gint64 account_id;
  char *registered_on;
  char *eco_codes;
  GramRegistrationAmount amount;
} GramRegistrationTotal;

/**
 * gram_registration_total_free:
 * @self: (nullable): a total
 *
 * Frees it.
 */
void gram_registration_total_free (GramRegistrationTotal *self);

/**
 * gram_registration_table_list:
 * @store: a store
 * @account_id: an account
 * @first_on: first day, ISO
 * @last_on: last day, ISO
 * @error: return location
 *
 * Kept totals of an account by day and codes.
 *
 * Returns: (transfer full) (element-type GramRegistrationTotal) (nullable): the totals
 */
GPtrArray *gram_registration_table_list (GramStore *store,
                                         gint64 account_id,
                                         const char *first_on,
                                         const char *last_on,
                                         GError **error);

/**
 * gram_registration_table_days:
 * @store: a store
 * @account_id: an account
 * @first_on: first day, ISO
 * @last_on: last day, ISO
 * @error: return location
 *
 * Sums over codes by day: what a chart shows.
 *
 * Returns: (transfer full) (element-type GramRegistrationTotal) (nullable): the sums
 */
GPtrArray *gram_registration_table_days (GramStore *store,
                                         gint64 account_id,
                                         const char *first_on,
                                         const char *last_on,
                                         GError **error);

/**
 * gram_registration_table_sums:
 * @store: a store
 * @account_id: an account, 0 all accounts of the CCTS at once
 * @first_on: first day, ISO: 1 January, or the first day of the trading period
 * @last_on: last day, ISO
 * @error: return location
 *
 * Sums over days by account and codes: what N and activity are made from (arts 34, 36).
 *
 * Returns: (transfer full) (element-type GramRegistrationTotal) (nullable): the sums, by account and codes
 */
GPtrArray *gram_registration_table_sums (GramStore *store,
                                         gint64 account_id,
                                         const char *first_on,
                                         const char *last_on,
                                         GError **error);

/**
 * gram_registration_table_recount:
 * @store: a store
 * @account_id: an account, 0 all accounts of the CCTS at once
 * @first_on: first day, ISO
 * @last_on: last day, ISO
 * @error: return location
 *
 * The same from the vehicles themselves.
 *
 * Returns: (transfer full) (element-type GramRegistrationTotal) (nullable): the sums, by account and codes
 */
GPtrArray *gram_registration_table_recount (GramStore *store,
                                            gint64 account_id,
                                            const char *first_on,
                                            const char *last_on,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRegistrationTotal, gram_registration_total_free)

G_END_DECLS
