/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramPublishedVehicles:
 * @records: rows that were written
 * @cars: NZE cars that they stand for (N)
 * @cars_zero: cars that meet the zero-emission conditions
 * @changed: participants whose cars are not those any more that the year was measured by; the rows of these do not add up to
 *   the table of participants until the year is measured again
 *
 * What the vehicle rows of a year come to.
 */
typedef struct
{
  gint64 records;
  gint64 cars;
  gint64 cars_zero;
  gint64 changed;
} GramPublishedVehicles;

/**
 * gram_registry_save_published_vehicles:
 * @self: a registry
 * @actor: who asks: the administrator's side; in an own or practice registry who may view all accounts that count
 * @year: a measured scheme year
 * @stream: where it goes; it is not closed
 * @progress: (nullable): told now and then how many rows are written, of how many
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 * @published: (out) (optional): what was written
 * @refusal: (out) (optional): `year.not-measured`, `permission.role`, `account.unknown`
 * @error: return location
 *
 * Writes the vehicle rows of what is published of a year (art. 80(1)) as CSV: each record of a participant, or of the
 * members of the pool that it stands for, that was registered in the year. No row says which car it is. The rows are read from
 * one state of the registry and none is held.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_save_published_vehicles (GramRegistry *self,
                                                   GramActor *actor,
                                                   int year,
                                                   GOutputStream *stream,
                                                   GramProgressFunc progress,
                                                   gpointer progress_data,
                                                   GCancellable *cancellable,
                                                   GramPublishedVehicles *published,
                                                   GramRefusal **refusal,
                                                   GError **error);

G_END_DECLS
