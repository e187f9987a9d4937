/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-item.h"

G_BEGIN_DECLS

/*
 * What the list does with its places. A record belongs to its page, an array of records that comes from the reader
 * whole; a place keeps the page alive for as long as it shows a record of it.
 */

typedef void (*GramVehicleItemGone) (gpointer owner, guint position);

GramVehicleItem *_gram_vehicle_item_new (guint position, GramVehicleItemGone gone, gpointer owner);
void _gram_vehicle_item_detach (GramVehicleItem *self);
void
_gram_vehicle_item_show (GramVehicleItem *self, GPtrArray *page, const GramVehicleRecord *record);

G_END_DECLS
