/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs.h"
#include "gram-import.h"
#include "gram-queries-charges.h"
#include "gram-queries-explain-ccs.h"
#include "gram-queries.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * Questions about vehicles; see gram-questions.h.
 */

/**
 * gram_session_overview_async:
 * @self: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks where the account stands.
 */
void gram_session_overview_async (GramSession *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_session_overview_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the overview
 */
GramOverview *gram_session_overview_finish (GramSession *self,
                                            GAsyncResult *result,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_session_rehearse_async:
 * @self: a session with an account
 * @switches: #GramAutoAccept flags as they would be
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Rehearses auto-accept over the vehicles that are ready; changes nothing.
 */
void gram_session_rehearse_async (GramSession *self,
                                  guint switches,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_session_rehearse_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rehearsal
 */
GramRehearsal *gram_session_rehearse_finish (GramSession *self,
                                             GAsyncResult *result,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_session_import_dry_run_async:
 * @self: a session
 * @arguments: the arguments that `vehicle.import` would get; a floating reference is consumed. See
 *   gram_import_draft_to_arguments()
 * @progress: (nullable) (scope notified): told while it works
 * @progress_data: closure of @progress; has to live until @callback
 * @cancellable: (nullable): to stop it
 * @callback: when the whole file was read
 * @user_data: closure of @callback
 *
 * Reads the whole file and says what the import would do; changes nothing. Has a reader of its own for the time, so that
 * lists stay quick.
 */
void gram_session_import_dry_run_async (GramSession *self,
                                        GVariant *arguments,
                                        GramSessionProgress progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * gram_session_import_dry_run_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the report
 */
GramImportReport *gram_session_import_dry_run_finish (GramSession *self,
                                                      GAsyncResult *result,
                                                      GramRefusal **refusal,
                                                      GError **error);

/**
 * GramVehicleFile:
 * @record: the vehicle
 * @missing: (element-type utf8): what acceptance needs and how to mend it, one translated sentence each
 * @standing: (nullable): CCS only: what it brings, or brought when it was accepted
 * @charge: (nullable): the charge that it is part of
 * @account_kind: kind of the account that it stands on
 * @account_number: number of that account
 *
 * Everything that is known about one vehicle.
 */
typedef struct
{
  GramVehicleRecord *record;
  GPtrArray *missing;
  GramVehicleStanding *standing;
  GramChargeRow *charge;
  GramAccountKind account_kind;
  char *account_number;
} GramVehicleFile;

/**
 * gram_vehicle_file_free:
 * @self: (nullable): a file
 *
 * Frees it.
 */
void gram_vehicle_file_free (GramVehicleFile *self);

/**
 * gram_session_vehicle_async:
 * @self: a session
 * @vehicle_id: a vehicle
 * @cancellable: (nullable): to stop it
 * @callback: when it is there
 * @user_data: closure of @callback
 *
 * Asks for everything that is known about one vehicle, on whatever account it stands.
 */
void gram_session_vehicle_async (GramSession *self,
                                 gint64 vehicle_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_session_vehicle_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not, or that there is no such vehicle
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GramVehicleFile *gram_session_vehicle_finish (GramSession *self,
                                              GAsyncResult *result,
                                              GramRefusal **refusal,
                                              GError **error);

/**
 * GramChoice:
 * @all: sums over all that was chosen
 * @acceptable: sums over those that can be accepted now: ready, complete, undisputed
 * @entered: records that are not ready yet
 * @accepted: records that are accepted already
 * @incomplete: records, ready, that lack data
 * @disputed: records, ready, with an open dispute
 *
 * What accepting a choice of vehicles would mean. The five counts add up to @all.
 */
typedef struct
{
  GramVehicleSums all;
  GramVehicleSums acceptable;
  gint64 entered;
  gint64 accepted;
  gint64 incomplete;
  gint64 disputed;
} GramChoice;

/**
 * gram_session_weigh_async:
 * @self: a session
 * @query: (nullable): a whole filter, or %NULL
 * @ids: (nullable) (element-type gint64): vehicles, if @query is %NULL
 * @cancellable: (nullable): to stop it
 * @callback: when it is added up
 * @user_data: closure of @callback
 *
 * Adds up what is chosen, before it is accepted. Both arguments are copied.
 */
void gram_session_weigh_async (GramSession *self,
                               const GramVehicleQuery *query,
                               const GArray *ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * gram_session_weigh_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (optional) (transfer full): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sums; free with g_free()
 */
GramChoice *gram_session_weigh_finish (GramSession *self,
                                       GAsyncResult *result,
                                       GramRefusal **refusal,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleFile, gram_vehicle_file_free)

G_END_DECLS
