/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/*
 * What thousands of an account's vehicles share: make and model, and how their labels begin. A word is held against the
 * few distinct ones instead of against each vehicle; so the full-text index need not hold makes and models. Kept with
 * the connection, four bytes a vehicle, as long as no text of a vehicle changes (accepting changes none).
 */
typedef struct _GramVehicleTraits GramVehicleTraits;

/* Of one vehicle: number of its model and of its label's start. 0: the account has no such vehicle; beyond those that
 * are numbered: one of too many to tell apart. */
typedef struct
{
  guint16 model;
  guint16 start;
} GramVehicleTrait;

/* Borrowed from the store until the next call; NULL on error. */
const GramVehicleTraits *
_gram_vehicle_traits_get (GramStore *store, gint64 account_id, GError **error);

void _gram_vehicle_traits_free (GramVehicleTraits *self);

/* By id, of all ids below @end. */
const GramVehicleTrait *_gram_vehicle_traits_by_id (const GramVehicleTraits *self, guint *end);

/* Numbers go from 1 to this. */
guint _gram_vehicle_traits_last_model (const GramVehicleTraits *self);
const char *_gram_vehicle_traits_make (const GramVehicleTraits *self, guint number);
const char *_gram_vehicle_traits_model (const GramVehicleTraits *self, guint number);

/* The first two characters of labels, likewise. */
guint _gram_vehicle_traits_last_start (const GramVehicleTraits *self);
const char *_gram_vehicle_traits_start (const GramVehicleTraits *self, guint number);

G_END_DECLS
