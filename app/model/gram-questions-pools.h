/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-pools.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about pools (art. 32(2), Schedule 5); see gram-questions.h. They concern the account or pool that is named.
 */

/**
 * gram_session_pools_async:
 * @self: a session
 * @account_id: pools that name this account, 0 all of the registry
 * @year: pools of this scheme year, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for pools.
 */
void gram_session_pools_async (GramSession *self,
                               gint64 account_id,
                               int year,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * gram_session_pools_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramPoolRow) (nullable): the newest first
 */
GPtrArray *gram_session_pools_finish (GramSession *self,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_session_pool_async:
 * @self: a session
 * @pool_id: a pool
 * @year: scheme year of the figures, 0 the first of the pool
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for a pool with its members and what they come to, and what the person may do with it.
 */
void gram_session_pool_async (GramSession *self,
                              gint64 pool_id,
                              int year,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * gram_session_pool_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the pool
 */
GramPoolDetail *gram_session_pool_finish (GramSession *self,
                                          GAsyncResult *result,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_session_pool_what_if_async:
 * @self: a session
 * @pool_id: a pool, 0 one that is not there yet
 * @year: a scheme year
 * @joins: (nullable): numbers of accounts that would join
 * @leaves: (nullable): numbers of members that would leave
 * @baseline: (nullable): B that it would have, decimal
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks what a pool would come to if somebody joined or left. Nothing is changed.
 */
void gram_session_pool_what_if_async (GramSession *self,
                                      gint64 pool_id,
                                      int year,
                                      const char *const *joins,
                                      const char *const *leaves,
                                      const char *baseline,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_pool_what_if_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it would come to
 */
GramPoolWhatIf *gram_session_pool_what_if_finish (GramSession *self,
                                                  GAsyncResult *result,
                                                  GramRefusal **refusal,
                                                  GError **error);

G_END_DECLS
