/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/**
 * GramTestFleet:
 * @seed: another seed, another fleet
 * @kind: for which kind of account
 *
 * Vehicles that look real and can be made in any order: the same seed, kind and number always give the same vehicle, and
 * no two numbers the same VIN or chassis number. Nine in ten are complete.
 */
typedef struct
{
  guint64 seed;
  GramAccountKind kind;
} GramTestFleet;

/* Vehicle @number of a fleet, from 0: entered, with its missing data and attention set, on @account_id. */
GramVehicleRecord *
gram_test_fleet_vehicle (const GramTestFleet *fleet, gint64 account_id, guint64 number);

/* Writes vehicles @first … as a CSV file in Gram's own template, date ISO, UTF-8. */
gboolean gram_test_fleet_write_csv (const GramTestFleet *fleet,
                                    guint64 first,
                                    guint64 n_vehicles,
                                    const char *path,
                                    GError **error);

/* Something that a person may type to search, and that some vehicle of the first @n_vehicles has: search @number. */
char *gram_test_fleet_search (const GramTestFleet *fleet, guint64 n_vehicles, guint64 number);

/* A number from 0 to @below - 1, the same for the same @seed and @number. */
guint64 gram_test_random (guint64 seed, guint64 number, guint64 below);

G_END_DECLS
