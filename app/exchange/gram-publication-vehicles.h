/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramPublicationFleet:
 * @year: scheme year
 * @participant: name of the participant
 * @account_number: its account number
 * @pool: (nullable): name of the pool that it stands for
 * @manufacturer: name of the account that the cars stand on: a member of the pool, else the participant itself
 *
 * Whose cars come next. The texts are borrowed.
 */
typedef struct
{
  int year;
  const char *participant;
  const char *account_number;
  const char *pool;
  const char *manufacturer;
} GramPublicationFleet;

/**
 * GramPublicationVehicles:
 *
 * Writes the vehicle rows of what is published of a year (art. 80(1)) as CSV, a row for each record: UTF-8, a header,
 * decimals with `.`. No column holds anything that identifies a car: no VIN, no chassis number, no key of a register, no
 * number of the record. Constant in memory.
 */
typedef struct _GramPublicationVehicles GramPublicationVehicles;

/**
 * gram_publication_vehicles_new:
 * @stream: where to; stays open
 *
 * Returns: (transfer full): a writer; free with gram_publication_vehicles_free()
 */
GramPublicationVehicles *gram_publication_vehicles_new (GOutputStream *stream);

/**
 * gram_publication_vehicles_free:
 * @self: (nullable): a writer
 *
 * Frees a writer; what was not finished is lost.
 */
void gram_publication_vehicles_free (GramPublicationVehicles *self);

/**
 * gram_publication_vehicles_add:
 * @self: a writer
 * @fleet: whose car it is
 * @vehicle: a record of a CCTS account
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes a row.
 *
 * Returns: %FALSE with a %GRAM_EXCHANGE_ERROR, or when it was cancelled
 */
gboolean gram_publication_vehicles_add (GramPublicationVehicles *self,
                                        const GramPublicationFleet *fleet,
                                        const GramVehicleRecord *vehicle,
                                        GCancellable *cancellable,
                                        GError **error);

/**
 * gram_publication_vehicles_finish:
 * @self: a writer
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Hands everything to the stream; without a row there is a header still.
 *
 * Returns: %FALSE on error
 */
gboolean gram_publication_vehicles_finish (GramPublicationVehicles *self,
                                           GCancellable *cancellable,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPublicationVehicles, gram_publication_vehicles_free)

G_END_DECLS
