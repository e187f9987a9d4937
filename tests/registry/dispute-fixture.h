/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "people-fixture.h"

#include "gram-case-table.h"

G_BEGIN_DECLS

/* A value dispute over the CO₂ value: one each, of vehicles named. */
#define DISPUTE_VALUE                                                                              \
  "'account': '@', 'kind': 'value', 'reason': 'The certificate says 101 g/km.', 'field': 'co2',"   \
  " 'claimed': '101'"

/* life_new() with three ready vehicles of account 1: ZVW30-1000001 to -1000003, 120 g/km. */
Fixture *dispute_new (GramRegistryKind kind);

/* Brings in so many ready vehicles of account 1, MANY-1000001 on, 120 g/km. */
void dispute_enter_many (Fixture *self, guint n_vehicles);

/* Id of the vehicle with that chassis number. */
gint64 dispute_vehicle (Fixture *self, const char *chassis);

/* A value dispute of the accepter about one vehicle; answers its case. */
gint64 dispute_open_value (Fixture *self, const char *chassis);

/* A number of the list of the last result. */
gint64 dispute_result_case (Fixture *self, guint n);

/* The case as it is stored. */
GramCaseRecord *dispute_case (Fixture *self, gint64 case_id);

/* What a vehicle needs. */
GramAttention dispute_attention (Fixture *self, const char *chassis);

G_END_DECLS
