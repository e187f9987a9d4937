/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-calendar.h"
#include "gram-exchange-error.h"
#include "gram-field.h"

G_BEGIN_DECLS

/**
 * GRAM_MAPPING_MAX_PARTS:
 *
 * Most columns that one field is made of.
 */
#define GRAM_MAPPING_MAX_PARTS 4

/**
 * gram_decimal_separator_word:
 * @separator: `.` or `,`
 *
 * Returns: (transfer none): `point` or `comma`
 */
const char *gram_decimal_separator_word (char separator);

/**
 * gram_decimal_separator_parse:
 * @word: (nullable): `point`, `comma`, or the character
 * @separator: (out): `.` or `,`
 *
 * Returns: %FALSE if @word is none
 */
gboolean gram_decimal_separator_parse (const char *word, char *separator);

/**
 * GramMapping:
 *
 * Which column of a file goes into which field of a vehicle, and how dates and decimals are written. Presets:
 *
 * - `gram`: Gram's own template, which gram_mapping_write_template() writes; columns are the keys of the fields.
 * - `eea`: the CO₂ monitoring file of the European Environment Agency: `Mk` (or `Mh`) make, `Cn` model, `T/Va/Ve`
 *   variant, `Ewltp (g/km)` emissions, `Erwltp (g/km)` **savings** of innovative technology, `IT` their codes, `r`
 *   units, `m (kg)` mass, `ec (cm3)`, `Ft`, `Ct`, `Date of registration`. It has no VIN: the key is `eea:<year>:<ID>`.
 * - `nz-mvr`: the open data of New Zealand's Motor Vehicle Register. Its `VIN11` and `CHASSIS7` are cut and name no
 *   vehicle: they are left out, the key is `mvr:<OBJECTID>`. Its `FC_COMBINED` is litres per 100 km and is never taken
 *   for CO₂; `GROSS_VEHICLE_MASS` is no tare weight: such records stay incomplete until CO₂ and weight are known.
 *
 * A file without a key column still has rows that can be recognised: the key is then `row:<16 hexadecimal digits>:<n>`
 * from the columns that describe the car and the n-th row with exactly these in the file. Only the `eea` and `nz-mvr`
 * presets do so.
 *
 * Anything else is a custom mapping. Columns are matched without regard to case and outer blanks. Plain data, any
 * thread, one owner.
 */
typedef struct _GramMapping GramMapping;

/**
 * gram_mapping_new:
 *
 * Makes an empty custom mapping: ISO dates, decimal point.
 *
 * Returns: (transfer full): the mapping; free with gram_mapping_free()
 */
GramMapping *gram_mapping_new (void);

/**
 * gram_mapping_new_preset:
 * @preset: (nullable): `gram`, `eea` or `nz-mvr`
 *
 * Makes a preset.
 *
 * Returns: (transfer full) (nullable): the mapping, %NULL if there is no such preset
 */
GramMapping *gram_mapping_new_preset (const char *preset);

/**
 * gram_mapping_new_proposal:
 * @columns: (array zero-terminated=1): columns of a file that fits no preset
 *
 * Makes a custom mapping from names that are plain enough (`Chassis no.`, `CO2 (g/km)`, `Make`), for a person to check.
 *
 * Returns: (transfer full): the mapping, perhaps empty
 */
GramMapping *gram_mapping_new_proposal (const char *const *columns);

/**
 * gram_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): a copy
 */
GramMapping *gram_mapping_copy (const GramMapping *self);

/**
 * gram_mapping_free:
 * @self: (nullable): a mapping
 *
 * Frees it.
 */
void gram_mapping_free (GramMapping *self);

/**
 * gram_mapping_presets:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the presets
 */
const char *const *gram_mapping_presets (void);

/**
 * gram_mapping_preset_title:
 * @preset: name of a preset
 *
 * Returns: (transfer none): what a person reads, translated
 */
const char *gram_mapping_preset_title (const char *preset);

/**
 * gram_mapping_detect:
 * @columns: (array zero-terminated=1): columns of a file
 *
 * Returns: (transfer none) (nullable): the preset whose columns these are
 */
const char *gram_mapping_detect (const char *const *columns);

/**
 * gram_mapping_fits:
 * @self: a mapping
 * @columns: (array zero-terminated=1): columns of a file
 *
 * Whether a file has at least one column that this mapping reads. A mapping that is remembered is offered only where it
 * fits.
 *
 * Returns: whether it fits
 */
gboolean gram_mapping_fits (const GramMapping *self, const char *const *columns);

/**
 * gram_column_fold:
 * @name: name of a column
 *
 * Returns: (transfer full): the name as it is compared: trimmed, without regard to case
 */
char *gram_column_fold (const char *name);

/**
 * gram_mapping_get_name:
 * @self: a mapping
 *
 * Returns: (transfer none): name of the preset, or `custom`
 */
const char *gram_mapping_get_name (const GramMapping *self);

/**
 * gram_mapping_get_column:
 * @self: a mapping
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the (first) column that goes into @field
 */
const char *gram_mapping_get_column (const GramMapping *self, GramField field);

/**
 * gram_mapping_dup_source:
 * @self: a mapping
 * @field: a field
 *
 * What a person reads: `Cn`, or `T / Va / Ve` where a field is made of several columns.
 *
 * Returns: (transfer full) (nullable): the source, %NULL if none
 */
char *gram_mapping_dup_source (const GramMapping *self, GramField field);

/**
 * gram_mapping_set_column:
 * @self: a mapping
 * @field: a field
 * @column: (nullable): the column that goes into it, %NULL none
 *
 * Maps a field. A preset that is changed becomes a custom mapping.
 */
void gram_mapping_set_column (GramMapping *self, GramField field, const char *column);

/**
 * gram_mapping_get_date_order:
 * @self: a mapping
 *
 * Returns: how dates are written
 */
GramDateOrder gram_mapping_get_date_order (const GramMapping *self);

/**
 * gram_mapping_set_date_order:
 * @self: a mapping
 * @order: how dates are written
 *
 * Chooses; a preset stays a preset.
 */
void gram_mapping_set_date_order (GramMapping *self, GramDateOrder order);

/**
 * gram_mapping_get_decimal_separator:
 * @self: a mapping
 *
 * Returns: `.` or `,`
 */
char gram_mapping_get_decimal_separator (const GramMapping *self);

/**
 * gram_mapping_set_decimal_separator:
 * @self: a mapping
 * @separator: `.` or `,`
 *
 * Chooses; a preset stays a preset.
 */
void gram_mapping_set_decimal_separator (GramMapping *self, char separator);

/**
 * gram_mapping_set_only:
 * @self: a mapping
 * @column: (nullable): a column; %NULL takes all rows
 * @value: (nullable): its value
 *
 * Takes only rows whose @column is @value, without regard to case and outer blanks, for example one manufacturer (`Mh`)
 * of a file of all. The others are passed over, not rejected.
 */
void gram_mapping_set_only (GramMapping *self, const char *column, const char *value);

/**
 * gram_mapping_get_only_column:
 * @self: a mapping
 *
 * Returns: (transfer none) (nullable): the column of gram_mapping_set_only()
 */
const char *gram_mapping_get_only_column (const GramMapping *self);

/**
 * gram_mapping_get_only_value:
 * @self: a mapping
 *
 * Returns: (transfer none) (nullable): the value of gram_mapping_set_only()
 */
const char *gram_mapping_get_only_value (const GramMapping *self);

/**
 * gram_mapping_check:
 * @self: a mapping
 * @columns: (array zero-terminated=1): columns of the file
 * @account_kind: kind of the account
 * @error: return location
 *
 * Whether the file can be read with this mapping: every column of a custom mapping is there, no mapped column is there
 * twice, and something names the vehicle.
 *
 * Returns: %FALSE on error
 */
gboolean gram_mapping_check (const GramMapping *self,
                             const char *const *columns,
                             GramAccountKind account_kind,
                             GError **error);

/**
 * gram_mapping_to_json:
 * @self: a mapping
 *
 * Returns: (transfer full): canonical JSON text
 */
char *gram_mapping_to_json (const GramMapping *self);

/**
 * gram_mapping_from_json:
 * @text: JSON text: `{"preset": "eea"}` or `{"fields": {"vin": "Chassis no.", …}}`, each with `date-order`,
 *   `decimal`,
 *   `only` (`{"column": …, "value": …}`) as wanted
 * @error: return location
 *
 * Reads a mapping; unknown members are errors.
 *
 * Returns: (transfer full) (nullable): the mapping
 */
GramMapping *gram_mapping_from_json (const char *text, GError **error);

/**
 * gram_mapping_write_template:
 * @account_kind: kind of the account
 * @stream: where to write; stays open
 * @error: return location
 *
 * Writes Gram's own template: one line with the columns that such an account uses, with a byte order mark so that
 * spreadsheets keep the encoding. What is filled in is read by the preset `gram`.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_mapping_write_template (GramAccountKind account_kind, GOutputStream *stream, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramMapping, gram_mapping_free)

G_END_DECLS
