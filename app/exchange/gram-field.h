/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramField:
 * @GRAM_FIELD_IDENTIFIER: VIN or chassis number, whichever the value is
 * @GRAM_FIELD_VIN: VIN
 * @GRAM_FIELD_CHASSIS: chassis or frame number
 * @GRAM_FIELD_REGISTER_KEY: key of the register's row, where a row has neither
 * @GRAM_FIELD_MAKE: make
 * @GRAM_FIELD_MODEL: commercial name
 * @GRAM_FIELD_VARIANT: submodel, or type/variant/version
 * @GRAM_FIELD_CLASS: class as the register writes it
 * @GRAM_FIELD_TYPE: `A` or `B`
 * @GRAM_FIELD_CONDITION: `new` or `used`; not stored, but held against the kind of the account
 * @GRAM_FIELD_MADE_YEAR: year of manufacture
 * @GRAM_FIELD_FUEL: fuel or motive power
 * @GRAM_FIELD_ENGINE_CC: engine capacity, cm³
 * @GRAM_FIELD_MASS_KG: tare weight (CCS) or mass in running order (CCTS), kg
 * @GRAM_FIELD_TEST_CYCLE: test cycle of the CO₂ value
 * @GRAM_FIELD_CO2_SOURCE: manufacturer, converted, default or corrected
 * @GRAM_FIELD_CO2: specific emissions, g/km
 * @GRAM_FIELD_SAVING: eco-innovation savings, g/km
 * @GRAM_FIELD_CORRECTED: corrected specific emissions, g/km
 * @GRAM_FIELD_ECO_CODES: eco-innovation codes
 * @GRAM_FIELD_ZERO_EMISSION: whether it meets the zero-emission conditions
 * @GRAM_FIELD_EXCLUDED: why it is outside the Clean Car Standard
 * @GRAM_FIELD_UNITS: number of cars that the row stands for
 * @GRAM_FIELD_REGISTERED_ON: date of first registration
 * @GRAM_FIELD_STATUS: `entered` or `ready`
 *
 * What a column of a file may be mapped to.
 */
typedef enum
{
  GRAM_FIELD_IDENTIFIER = 0,
  GRAM_FIELD_VIN,
  GRAM_FIELD_CHASSIS,
  GRAM_FIELD_REGISTER_KEY,
  GRAM_FIELD_MAKE,
  GRAM_FIELD_MODEL,
  GRAM_FIELD_VARIANT,
  GRAM_FIELD_CLASS,
  GRAM_FIELD_TYPE,
  GRAM_FIELD_CONDITION,
  GRAM_FIELD_MADE_YEAR,
  GRAM_FIELD_FUEL,
  GRAM_FIELD_ENGINE_CC,
  GRAM_FIELD_MASS_KG,
  GRAM_FIELD_TEST_CYCLE,
  GRAM_FIELD_CO2_SOURCE,
  GRAM_FIELD_CO2,
  GRAM_FIELD_SAVING,
  GRAM_FIELD_CORRECTED,
  GRAM_FIELD_ECO_CODES,
  GRAM_FIELD_ZERO_EMISSION,
  GRAM_FIELD_EXCLUDED,
  GRAM_FIELD_UNITS,
  GRAM_FIELD_REGISTERED_ON,
  GRAM_FIELD_STATUS,
} GramField;

/**
 * GRAM_N_FIELDS:
 *
 * Number of fields.
 */
#define GRAM_N_FIELDS (GRAM_FIELD_STATUS + 1)

/**
 * GramFieldKind:
 * @GRAM_FIELD_KIND_IDENTIFIER: a VIN or chassis number
 * @GRAM_FIELD_KIND_KEY: any text that names the row
 * @GRAM_FIELD_KIND_TEXT: any text
 * @GRAM_FIELD_KIND_GRAMS: a decimal, g/km, with up to six decimals
 * @GRAM_FIELD_KIND_INTEGER: a whole number
 * @GRAM_FIELD_KIND_DATE: a date
 * @GRAM_FIELD_KIND_WORD: one word of a closed set
 *
 * How the values of a field are read.
 */
typedef enum
{
  GRAM_FIELD_KIND_IDENTIFIER = 1,
  GRAM_FIELD_KIND_KEY,
  GRAM_FIELD_KIND_TEXT,
  GRAM_FIELD_KIND_GRAMS,
  GRAM_FIELD_KIND_INTEGER,
  GRAM_FIELD_KIND_DATE,
  GRAM_FIELD_KIND_WORD,
} GramFieldKind;

/**
 * GramFieldInfo:
 * @field: the field
 * @key: its name in Gram's own template, in a saved mapping and in a problem; never translated
 * @title: what a person reads (N_())
 * @hint: one line about what stands in it (N_())
 * @kind: how its values are read
 * @accounts: bit set `1 << GramAccountKind` of the accounts that use it
 * @needed_by: bit set `1 << GramAccountKind` of the accounts where acceptance needs it
 * @least: smallest whole number
 * @most: largest whole number; for texts the largest number of bytes
 * @words: (nullable) (array zero-terminated=1): the closed set of words
 *
 * One row of the table of fields.
 */
typedef struct
{
  GramField field;
  const char *key;
  const char *title;
  const char *hint;
  GramFieldKind kind;
  guint accounts;
  guint needed_by;
  int least;
  int most;
  const char *const *words;
} GramFieldInfo;

/**
 * gram_field_info:
 * @field: a field
 *
 * Returns: (transfer none): its row of the table
 */
const GramFieldInfo *gram_field_info (GramField field);

/**
 * gram_field_parse:
 * @key: (nullable): the key of a field
 * @field: (out): the field
 *
 * Returns: %FALSE if @key is none
 */
gboolean gram_field_parse (const char *key, GramField *field);

/**
 * gram_field_title:
 * @field: a field
 *
 * Returns: (transfer none): its title, translated
 */
const char *gram_field_title (GramField field);

G_END_DECLS
