/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GRAM_CO2_UNKNOWN:
 *
 * Value of an emission field that is not known. A battery car has 0, which is known.
 */
#define GRAM_CO2_UNKNOWN (G_GINT64_CONSTANT (-1))

/**
 * GramVehicleRecord:
 * @id: row of the vehicle, 0 before it is stored
 * @account_id: the account that it stands on
 * @vin: (nullable): normalised VIN, 17 characters
 * @chassis: (nullable): normalised chassis or frame number, as shown, with its dash
 * @register_key: (nullable): key of the register's row where there is neither (`eea:2024:118273`, `mvr:5512`)
 * @label: what lists show and sort by: VIN, else chassis number, else register key
 * @make: make
 * @model: commercial name
 * @variant: submodel, or type/variant/version
 * @vehicle_class: class as the register writes it: MA, MB, MC, NA, MD1, M1
 * @type: `A`, `B`, or 0 when unknown or not of this scheme
 * @made_year: year of manufacture, 0 unknown
 * @fuel: fuel or motive power as the register writes it
 * @engine_cc: engine capacity in cm³, 0 unknown or none
 * @mass_kg: CCS: tare weight; CCTS: mass in running order; kg, 0 unknown
 * @test_cycle: test cycle of the CO₂ value, empty unknown
 * @co2_source: manufacturer, converted, default or corrected
 * @co2_micro: specific emissions, millionths of g/km, or %GRAM_CO2_UNKNOWN
 * @saving_micro: eco-innovation savings, millionths of g/km (art. 36(3))
 * @corrected_micro: value corrected under Art. 13(3) of 2019/631, millionths of g/km, or %GRAM_CO2_UNKNOWN
 * @eco_codes: eco-innovation codes as the certificate has them
 * @zero_emission: CCTS: it meets the zero-emission conditions; it is none of N and adds to no activity. A battery car that
 *   fails them is not, and has 0 g/km
 * @excluded: CCS: word of the rulebook that says why it is outside the standard, empty: it is inside. It has no target, charge or
 *   credit then
 * @units: number of cars that the row stands for, 1 for an identified vehicle
 * @registered_on: (nullable): date of first registration, ISO
 * @status: entered, ready, accepted
 * @attention: what a person must see to first
 * @missing: bit set of GramMissing, data that acceptance needs
 * @entered_at: UTC microseconds
 * @ready_at: UTC microseconds, 0 not yet
 * @accepted_at: UTC microseconds, 0 not yet
 * @accepted_by: (nullable): name of the person who accepted
 * @accepted_automatically: accepted by auto-accept
 * @rulebook_id: rulebook version frozen at acceptance, 0 before
 * @obligation_year: CCS: year whose target and rate are frozen, 0 before acceptance or where no figure is defined
 * @difference: CCS: frozen difference of target and value, hundredths of a gram: positive is a credit
 * @charge: CCS: charge as it was posted, NZ cents
 * @fleet_average: CCS: frozen charge scheme: it counts in the net position of @obligation_year
 * @accepted_period: CCS: month of acceptance in New Zealand, year * 100 + month; 0 before
 * @posting_id: posting of the ledger that holds credit or charge, 0 none
 * @version: 1 for the first values, one more with each change
 *
 * A vehicle as plain data, for every floor and any thread. Strings are owned by the record, never %NULL unless marked.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *vin;
  char *chassis;
  char *register_key;
  char *label;
  char *make;
  char *model;
  char *variant;
  char *vehicle_class;
  char *fuel;
  char *test_cycle;
  char *co2_source;
  char *eco_codes;
  char *excluded;
  char *registered_on;
  char *accepted_by;
  char type;
  gboolean accepted_automatically;
  gboolean zero_emission;
  gboolean fleet_average;
  int made_year;
  int engine_cc;
  int mass_kg;
  int units;
  gint64 co2_micro;
  gint64 saving_micro;
  gint64 corrected_micro;
  GramVehicleStatus status;
  GramAttention attention;
  guint missing;
  gint64 entered_at;
  gint64 ready_at;
  gint64 accepted_at;
  gint64 rulebook_id;
  gint64 difference;
  gint64 charge;
  gint64 posting_id;
  int obligation_year;
  int accepted_period;
  int version;
} GramVehicleRecord;

/**
 * GramMissing:
 * @GRAM_MISSING_CO2: the CO₂ value; a car that meets the zero-emission conditions needs none
 * @GRAM_MISSING_MASS: the weight (CCS: the target depends on it)
 * @GRAM_MISSING_TYPE: type A or B (CCS)
 * @GRAM_MISSING_MAKE: make
 * @GRAM_MISSING_MODEL: model
 * @GRAM_MISSING_DATE: date of first registration (CCTS: it decides the scheme year)
 *
 * Data without which a vehicle cannot be accepted.
 */
typedef enum
{
  GRAM_MISSING_CO2 = 1 << 0,
  GRAM_MISSING_MASS = 1 << 1,
  GRAM_MISSING_TYPE = 1 << 2,
  GRAM_MISSING_MAKE = 1 << 3,
  GRAM_MISSING_MODEL = 1 << 4,
  GRAM_MISSING_DATE = 1 << 5,
} GramMissing;

/**
 * gram_vehicle_record_new:
 *
 * Makes an empty record: no identifier, one unit, CO₂ unknown, status entered.
 *
 * Returns: (transfer full): the record; free with gram_vehicle_record_free()
 */
GramVehicleRecord *gram_vehicle_record_new (void);

/**
 * gram_vehicle_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_vehicle_record_free (GramVehicleRecord *self);

/**
 * gram_vehicle_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy with strings of its own
 */
GramVehicleRecord *gram_vehicle_record_copy (const GramVehicleRecord *self);

/**
 * gram_vehicle_record_missing:
 * @self: a record
 * @kind: the kind of account it stands on
 *
 * Which data acceptance still needs on an account of @kind. An excluded vehicle of the CCS needs none but its identifier.
 *
 * Returns: a bit set of #GramMissing
 */
guint gram_vehicle_record_missing (const GramVehicleRecord *self, GramAccountKind kind);

/**
 * gram_vehicle_record_effective_co2:
 * @self: a record
 *
 * Emissions that count (art. 36(2)–(3)): corrected where a correction exists, less the eco-innovation savings. The
 * notice of art. 12(2)(b) is not considered here.
 *
 * Returns: millionths of g/km, or %GRAM_CO2_UNKNOWN
 */
gint64 gram_vehicle_record_effective_co2 (const GramVehicleRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleRecord, gram_vehicle_record_free)

G_END_DECLS
