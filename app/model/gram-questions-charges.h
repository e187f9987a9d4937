/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-charges.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about charges and what settles them; see gram-questions.h. What accepting vehicles would cost stands in
 * gram-questions-standing.h.
 */

/**
 * gram_session_charge_async:
 * @self: a session
 * @charge_id: a charge
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for a charge in detail.
 */
void gram_session_charge_async (GramSession *self,
                                gint64 charge_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_session_charge_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the charge
 */
GramChargeDetail *gram_session_charge_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * gram_session_charge_counts_async:
 * @self: a session
 * @query: filter; its states do not count; copied
 * @cancellable: (nullable): to stop it
 * @callback: when it is counted
 * @user_data: closure of @callback
 *
 * Asks how many charges there are in each state.
 */
void gram_session_charge_counts_async (GramSession *self,
                                       const GramChargeQuery *query,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_charge_counts_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the counts; free with g_free()
 */
GramChargeCounts *gram_session_charge_counts_finish (GramSession *self,
                                                     GAsyncResult *result,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_session_offset_bill_async:
 * @self: a session
 * @arguments: arguments of `charge.offset` as they would be sent, without the password; a floating reference is consumed
 * @cancellable: (nullable): to stop it
 * @callback: when it is reckoned
 * @user_data: closure of @callback
 *
 * Asks what paying charges with credits would do; nothing is changed.
 */
void gram_session_offset_bill_async (GramSession *self,
                                     GVariant *arguments,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_session_offset_bill_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the bill
 */
GramOffsetBill *gram_session_offset_bill_finish (GramSession *self,
                                                 GAsyncResult *result,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_session_open_charges_async:
 * @self: a session
 * @number: number of an account, digits only
 * @limit: at most so many, 0 all
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the charges of an account of which something is outstanding, the oldest due first (LTA 1998 s 177).
 */
void gram_session_open_charges_async (GramSession *self,
                                      const char *number,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_session_open_charges_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramChargeRow) (nullable): the charges; none of an account that is not there, or
 *   that who asks may not see
 */
GPtrArray *gram_session_open_charges_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

G_END_DECLS
