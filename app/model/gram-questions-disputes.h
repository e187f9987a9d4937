/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-disputes.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions that a dispute needs; see gram-questions.h.
 */

/**
 * GramVehicleLookUp:
 * @where: what may be told of the vehicle
 * @vehicle_id: the vehicle, if it stands on the current account, else 0
 *
 * What a holder who misses a vehicle is told about it.
 */
typedef struct
{
  GramWhereabouts where;
  gint64 vehicle_id;
} GramVehicleLookUp;

/**
 * gram_session_look_up_vehicle_async:
 * @self: a session with an account
 * @vin: (nullable): a VIN, as typed
 * @chassis: (nullable): a chassis number, as typed
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks whether Gram knows a vehicle that is missing from the current account: not at all, here, or elsewhere. Whose it is
 * is not told.
 */
void gram_session_look_up_vehicle_async (GramSession *self,
                                         const char *vin,
                                         const char *chassis,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * gram_session_look_up_vehicle_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not: neither can be read as an identifier
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where the vehicle stands; free with g_free()
 */
GramVehicleLookUp *gram_session_look_up_vehicle_finish (GramSession *self,
                                                        GAsyncResult *result,
                                                        GramRefusal **refusal,
                                                        GError **error);

/**
 * gram_session_value_history_async:
 * @self: a session
 * @vehicle_id: a vehicle
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for every value that the vehicle had, each with its source: register file and row, case, person.
 */
void gram_session_value_history_async (GramSession *self,
                                       gint64 vehicle_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_value_history_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramValueRow) (nullable): by field, in the order of the details, the oldest first
 */
GPtrArray *gram_session_value_history_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * gram_session_vehicle_cases_async:
 * @self: a session
 * @vehicle_id: a vehicle
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for the cases of a vehicle: its disputes, corrections and differences.
 */
void gram_session_vehicle_cases_async (GramSession *self,
                                       gint64 vehicle_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_vehicle_cases_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramCaseRow) (nullable): undecided first, then the newest
 */
GPtrArray *gram_session_vehicle_cases_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * gram_session_message_edits_async:
 * @self: a session
 * @message_id: a message in the thread of a case
 * @cancellable: (nullable): to stop it
 * @callback: when they are there
 * @user_data: closure of @callback
 *
 * Asks for what a message said before it was edited.
 */
void gram_session_message_edits_async (GramSession *self,
                                       gint64 message_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_message_edits_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer container) (element-type GramMessageEdit) (nullable): the earlier texts, the oldest first
 */
GPtrArray *gram_session_message_edits_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

G_END_DECLS
