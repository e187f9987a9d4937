/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-refusal.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/*
 * The one table of the fields of a vehicle: what they are called in its history, how they are compared, printed, read and
 * taken over. Imports, disputes, corrections and the value history share it.
 *
 * The canonical text of a field is what history, disputes and differences store: decimals without trailing zeros
 * (`132.5`), whole numbers in digits, dates in ISO form, identifiers normalised; what is not known is the empty text, and 0
 * for a whole number.
 */

/**
 * GRAM_VEHICLE_FIELD_N:
 *
 * How many fields there are.
 */
#define GRAM_VEHICLE_FIELD_N 22

/**
 * GramVehicleFieldKind:
 * @GRAM_VEHICLE_FIELD_TEXT: a text
 * @GRAM_VEHICLE_FIELD_IDENTIFIER: VIN or chassis number
 * @GRAM_VEHICLE_FIELD_KEY: key of the register's row; nobody changes it by hand
 * @GRAM_VEHICLE_FIELD_LETTER: one letter of @words
 * @GRAM_VEHICLE_FIELD_WORD: one of @words
 * @GRAM_VEHICLE_FIELD_COUNT: a whole number, 0 is not known
 * @GRAM_VEHICLE_FIELD_UNITS: a whole number from 1 on; always says something
 * @GRAM_VEHICLE_FIELD_GRAMS: g/km, perhaps not known
 * @GRAM_VEHICLE_FIELD_SAVING: g/km, 0 is none; always says something
 * @GRAM_VEHICLE_FIELD_DATE: a day
 * @GRAM_VEHICLE_FIELD_FLAG: `yes` or `no`; always says something
 * @GRAM_VEHICLE_FIELD_REASON: a word of the rulebook's list of reasons, or `no`, which the record keeps as the empty text; always
 *   says something. Whether the rulebook has the word is asked elsewhere
 *
 * What a field takes.
 */
typedef enum
{
  GRAM_VEHICLE_FIELD_TEXT = 1,
  GRAM_VEHICLE_FIELD_IDENTIFIER,
  GRAM_VEHICLE_FIELD_KEY,
  GRAM_VEHICLE_FIELD_LETTER,
  GRAM_VEHICLE_FIELD_WORD,
  GRAM_VEHICLE_FIELD_COUNT,
  GRAM_VEHICLE_FIELD_UNITS,
  GRAM_VEHICLE_FIELD_GRAMS,
  GRAM_VEHICLE_FIELD_SAVING,
  GRAM_VEHICLE_FIELD_DATE,
  GRAM_VEHICLE_FIELD_FLAG,
  GRAM_VEHICLE_FIELD_REASON,
} GramVehicleFieldKind;

/**
 * GramVehicleField:
 * @name: name in the history, in disputes and in commands, for example `co2`
 * @title: translatable name (N_())
 * @unit: translatable unit (N_()), %NULL if it has none
 * @kind: what it takes
 * @offset: place in #GramVehicleRecord
 * @accounts: bits `1 << GramAccountKind` of the accounts whose vehicles have it and can dispute it; 0 if nobody disputes it
 * @figures: bits `1 << GramAccountKind` of the accounts in which target, charge, credits or activity depend on it
 * @least: smallest number
 * @most: largest number, or longest text in characters
 * @words: (nullable) (array zero-terminated=1): what can be said
 *
 * A row of the table.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *unit;
  GramVehicleFieldKind kind;
  gsize offset;
  guint accounts;
  guint figures;
  int least;
  int most;
  const char *const *words;
} GramVehicleField;

/**
 * gram_vehicle_fields:
 *
 * Returns: (transfer none) (array fixed-size=22): the table, in the order in which fields are shown
 */
const GramVehicleField *gram_vehicle_fields (void);

/**
 * gram_vehicle_field_find:
 * @name: (nullable): name of a field
 *
 * Returns: (transfer none) (nullable): its row, %NULL if there is none of that name
 */
const GramVehicleField *gram_vehicle_field_find (const char *name);

/**
 * gram_vehicle_field_title:
 * @name: name of a field in a vehicle's history; besides the rows of the table also `account`
 *
 * Returns: (transfer none): translated; @name itself if it is not known
 */
const char *gram_vehicle_field_title (const char *name);

/**
 * gram_vehicle_field_is_disputable:
 * @field: a field
 * @kind: kind of the account
 *
 * Returns: %TRUE if a vehicle on such an account has the field and it can be disputed and corrected
 */
gboolean gram_vehicle_field_is_disputable (const GramVehicleField *field, GramAccountKind kind);

/**
 * gram_vehicle_field_has_figures:
 * @field: a field
 * @kind: kind of the account
 *
 * Returns: %TRUE if a change of it can change target, charge, credits or activity
 */
gboolean gram_vehicle_field_has_figures (const GramVehicleField *field, GramAccountKind kind);

/**
 * gram_vehicle_field_says_something:
 * @field: a field
 * @record: a vehicle
 *
 * Returns: %FALSE if the field of @record is empty or not known. Units, savings, flags and reasons always say something
 */
gboolean
gram_vehicle_field_says_something (const GramVehicleField *field, const GramVehicleRecord *record);

/**
 * gram_vehicle_field_differs:
 * @field: a field
 * @a: a vehicle
 * @b: a vehicle
 *
 * Compares a field of two records; a chassis number is compared without its dash.
 *
 * Returns: %TRUE if they say different things
 */
gboolean gram_vehicle_field_differs (const GramVehicleField *field,
                                     const GramVehicleRecord *a,
                                     const GramVehicleRecord *b);

/**
 * gram_vehicle_field_copy:
 * @field: a field
 * @to: the vehicle to be changed
 * @from: the vehicle that says it
 *
 * Takes a field over.
 */
void gram_vehicle_field_copy (const GramVehicleField *field,
                              GramVehicleRecord *to,
                              const GramVehicleRecord *from);

/**
 * gram_vehicle_field_get:
 * @field: a field
 * @record: a vehicle
 *
 * Returns: (transfer full): the canonical text
 */
char *gram_vehicle_field_get (const GramVehicleField *field, const GramVehicleRecord *record);

/**
 * gram_vehicle_field_set:
 * @field: a field
 * @record: a vehicle, to be changed
 * @text: canonical text; the empty one for what is not known
 *
 * Sets a field from its canonical text, as gram_vehicle_field_read() or gram_vehicle_field_get() made it. Label, missing
 * data and attention are not worked out anew.
 *
 * Returns: %FALSE if @text is not canonical; @record is then untouched
 */
gboolean
gram_vehicle_field_set (const GramVehicleField *field, GramVehicleRecord *record, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_vehicle_field_read:
 * @field: a field
 * @text: (nullable): what somebody typed; blanks around it go. Numbers with a decimal point, dates in ISO form
 * @today: today, which no date may be after; %GRAM_DATE_NONE not to ask
 * @refusal: (out) (optional): `vehicle.field-value`, which names the field, or `vehicle.field-empty`
 *
 * Reads a value of a field.
 *
 * Returns: (transfer full) (nullable): the canonical text, never empty; %NULL with @refusal
 */
char *gram_vehicle_field_read (const GramVehicleField *field,
                               const char *text,
                               GramDate today,
                               GramRefusal **refusal);

/**
 * gram_vehicle_field_same:
 * @field: a field
 * @a: canonical text
 * @b: canonical text
 *
 * Returns: %TRUE if they say the same; a chassis number is compared without its dash
 */
gboolean gram_vehicle_field_same (const GramVehicleField *field, const char *a, const char *b);

/**
 * gram_vehicle_field_format_for_people:
 * @name: name of a field, as gram_vehicle_field_title() takes it
 * @text: canonical text
 *
 * The value for sentences and screens: with its unit and as the locale writes it, “not known” for the empty text.
 *
 * Returns: (transfer full): the text
 */
char *gram_vehicle_field_format_for_people (const char *name, const char *text);

G_END_DECLS
