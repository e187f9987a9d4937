/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-row-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-ccs.h"
#include "gram-vehicle-fields.h"

static const struct
{
  GramField field;
  gsize offset;
} texts[] = {
  { GRAM_FIELD_MAKE, G_STRUCT_OFFSET (GramVehicleRecord, make) },
  { GRAM_FIELD_MODEL, G_STRUCT_OFFSET (GramVehicleRecord, model) },
  { GRAM_FIELD_VARIANT, G_STRUCT_OFFSET (GramVehicleRecord, variant) },
  { GRAM_FIELD_CLASS, G_STRUCT_OFFSET (GramVehicleRecord, vehicle_class) },
  { GRAM_FIELD_FUEL, G_STRUCT_OFFSET (GramVehicleRecord, fuel) },
  { GRAM_FIELD_TEST_CYCLE, G_STRUCT_OFFSET (GramVehicleRecord, test_cycle) },
  { GRAM_FIELD_ECO_CODES, G_STRUCT_OFFSET (GramVehicleRecord, eco_codes) },
};

static const struct
{
  GramField field;
  gsize offset;
} integers[] = {
  { GRAM_FIELD_MADE_YEAR, G_STRUCT_OFFSET (GramVehicleRecord, made_year) },
  { GRAM_FIELD_ENGINE_CC, G_STRUCT_OFFSET (GramVehicleRecord, engine_cc) },
  { GRAM_FIELD_MASS_KG, G_STRUCT_OFFSET (GramVehicleRecord, mass_kg) },
  { GRAM_FIELD_UNITS, G_STRUCT_OFFSET (GramVehicleRecord, units) },
};

/* Fields that describe the car, so that a row without a key can be known again. What may change
   for the same car is left out. */
static const GramField describing[] = {
  GRAM_FIELD_MAKE,      GRAM_FIELD_MODEL, GRAM_FIELD_VARIANT,   GRAM_FIELD_CLASS,
  GRAM_FIELD_MADE_YEAR, GRAM_FIELD_FUEL,  GRAM_FIELD_ENGINE_CC, GRAM_FIELD_REGISTERED_ON,
};

static void
add_identity (GramRowContext *self, guint place)
{
  for (guint i = 0; i < self->identity->len; i++)
    if (g_array_index (self->identity, guint, i) == place)
      return;
  g_array_append_val (self->identity, place);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return (first > second) - (first < second);
}

static void
bind_identity (GramRowContext *self)
{
  char **extra = self->mapping->identity;

  for (gsize i = 0; i < G_N_ELEMENTS (describing); i++)
    {
      const GramBoundSource *bound = &self->fields[describing[i]];

      for (guint j = 0; j < bound->n_places; j++)
        add_identity (self, bound->places[j]);
    }
  for (guint i = 0; extra != NULL && extra[i] != NULL; i++)
    {
      int place = _gram_mapping_find_column ((const char *const *)self->columns, extra[i]);

      if (place >= 0)
        add_identity (self, (guint)place);
    }
  g_array_sort (self->identity, compare_places);
}

static void
bind_fields (GramRowContext *self)
{
  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    {
      GramBoundSource *bound = &self->fields[field];
      const GramSource *source = &self->mapping->sources[field];

      bound->source = source;
      if ((gram_field_info (field)->accounts & (1 << self->account_kind)) == 0)
        continue;
      for (guint i = 0; i < source->n_columns; i++)
        {
          int place
              = _gram_mapping_find_column ((const char *const *)self->columns, source->columns[i]);

          if (place >= 0)
            bound->places[bound->n_places++] = (guint)place;
        }
    }
}

GramRowContext *
gram_row_context_new (const GramMapping *mapping,
                      const char *const *columns,
                      GramAccountKind account_kind,
                      const char *today,
                      GError **error)
{
  g_autoptr (GramRowContext) self = NULL;

  g_return_val_if_fail (mapping != NULL, NULL);
  g_return_val_if_fail (columns != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  if (!gram_mapping_check (mapping, columns, account_kind, error))
    return NULL;
  self = g_new0 (GramRowContext, 1);
  if (!gram_date_parse (today, GRAM_DATE_ISO, &self->today, error))
    return NULL;
  self->mapping = gram_mapping_copy (mapping);
  self->account_kind = account_kind;
  self->columns = g_strdupv ((char **)columns);
  self->identity = g_array_new (FALSE, FALSE, sizeof (guint));
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->occurrences = gram_key_counts_new ();
  self->seen = gram_key_counts_new ();
  self->text = g_string_new (NULL);
  self->only_place = -1;
  if (mapping->only_column != NULL)
    {
      self->only_place = _gram_mapping_find_column (columns, mapping->only_column);
      self->only_value = gram_column_fold (mapping->only_value);
    }
  bind_fields (self);
  bind_identity (self);
  return g_steal_pointer (&self);
}

void
gram_row_context_free (GramRowContext *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->mapping, gram_mapping_free);
  g_clear_pointer (&self->identity, g_array_unref);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_pointer (&self->occurrences, gram_key_counts_free);
  g_clear_pointer (&self->seen, gram_key_counts_free);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_strfreev (self->columns);
  g_strfreev (self->exclusions);
  g_free (self->only_value);
  g_free (self);
}

void
gram_row_context_set_exclusions (GramRowContext *self, const char *const *words)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->exclusions);
  self->exclusions = g_strdupv ((char **)words);
}

gboolean
gram_row_context_has_status (GramRowContext *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fields[GRAM_FIELD_STATUS].n_places > 0;
}

static gboolean
is_wanted (GramRowContext *self)
{
  g_autofree char *folded = NULL;

  if (self->only_place < 0)
    return TRUE;
  folded = gram_column_fold (self->row->fields[self->only_place].text);
  return strcmp (folded, self->only_value) == 0;
}

/* The row as a whole is of the wrong shape, so none of its fields can be trusted. */
static void
refuse_damaged (GramRowContext *self)
{
  static const struct
  {
    GramTableDamage damage;
    const char *message;
    const char *suggestion;
  } damages[] = {
    { GRAM_TABLE_TOO_FEW_FIELDS, N_ ("The row has fewer fields than the file has columns"),
      N_ ("Check the delimiters of the row, and its quotes.") },
    { GRAM_TABLE_TOO_MANY_FIELDS, N_ ("The row has more fields than the file has columns"),
      N_ ("Put quotes around a field that holds the delimiter.") },
    { GRAM_TABLE_BAD_CHARACTERS, N_ ("The row holds bytes that are not characters"),
      N_ ("Choose another encoding, or save the file again as UTF-8.") },
    { GRAM_TABLE_STRAY_QUOTE, N_ ("Text follows a closing quote"),
      N_ ("Double the quotes within a quoted field.") },
    { GRAM_TABLE_BAD_JSON, N_ ("The line is not one JSON object with plain values"),
      N_ ("Write one object on a line, without lists or objects in it.") },
    { GRAM_TABLE_UNKNOWN_MEMBER, N_ ("The line has a member that the lines before it do not have"),
      N_ ("Check the name of the member.") },
    { GRAM_TABLE_DUPLICATE_MEMBER, N_ ("The line has a member twice"),
      N_ ("Leave only the one that is right.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    if (damages[i].damage == self->row->damage)
      g_ptr_array_add (self->problems,
                       gram_row_problem_new (self->row->number, self->row->line, NULL, NULL,
                                             "row.damaged", self->row->detail,
                                             _ (damages[i].message), _ (damages[i].suggestion)));
}

static gboolean
read_condition (GramRowContext *self)
{
  const char *wanted = self->account_kind == GRAM_ACCOUNT_CCS_USED ? "used" : "new";
  const char *word = NULL;

  if (!_gram_row_read_word (self, GRAM_FIELD_CONDITION, &word))
    return FALSE;
  if (word == NULL || self->account_kind == GRAM_ACCOUNT_CCTS || strcmp (word, wanted) == 0)
    return TRUE;
  _gram_row_problem (self, GRAM_FIELD_CONDITION, "row.other-condition", word,
                     self->account_kind == GRAM_ACCOUNT_CCS_USED
                         ? _ ("The vehicle is new, the account is for used vehicles")
                         : _ ("The vehicle is used, the account is for new vehicles"),
                     _ ("Bring the row into the other account."));
  return FALSE;
}

static gboolean
read_words (GramRowContext *self, GramVehicleRecord *record)
{
  const char *type = NULL;
  const char *source = "";
  const char *status = "entered";
  gboolean good;

  good = _gram_row_read_word (self, GRAM_FIELD_TYPE, &type);
  good &= _gram_row_read_word (self, GRAM_FIELD_CO2_SOURCE, &source);
  good &= _gram_row_read_word (self, GRAM_FIELD_STATUS, &status);
  good &= read_condition (self);
  record->type = type == NULL ? 0 : *type;
  record->status = strcmp (status, "ready") == 0 ? GRAM_VEHICLE_READY : GRAM_VEHICLE_ENTERED;
  _gram_row_set (&record->co2_source, source);
  return good;
}

static gboolean
read_emissions (GramRowContext *self, GramVehicleRecord *record)
{
  gint64 emissions;
  gboolean good;

  record->co2_micro = record->corrected_micro = GRAM_CO2_UNKNOWN;
  record->saving_micro = 0;
  good = _gram_row_read_grams (self, GRAM_FIELD_CO2, &record->co2_micro);
  good &= _gram_row_read_grams (self, GRAM_FIELD_SAVING, &record->saving_micro);
  good &= _gram_row_read_grams (self, GRAM_FIELD_CORRECTED, &record->corrected_micro);
  if (!good)
    return FALSE;

  emissions = record->corrected_micro >= 0 ? record->corrected_micro : record->co2_micro;
  if (emissions >= 0 && record->saving_micro > emissions)
    {
      _gram_row_problem (self, GRAM_FIELD_SAVING, "row.saving-above-emissions",
                         _gram_row_text (self, GRAM_FIELD_SAVING).text,
                         _ ("The savings are larger than the emissions they reduce"),
                         _ ("Check both values; emissions never fall below zero (art. 36(3))."));
      return FALSE;
    }
  return TRUE;
}

/* A car that meets the zero-emission conditions emits nothing; one that does not may do so as well. */
static gboolean
read_zero_emission (GramRowContext *self, GramVehicleRecord *record)
{
  const char *word = "no";

  record->zero_emission = FALSE;
  if (!_gram_row_read_word (self, GRAM_FIELD_ZERO_EMISSION, &word))
    return FALSE;
  record->zero_emission = strcmp (word, "yes") == 0 || strcmp (word, "true") == 0;
  if (!record->zero_emission || (record->co2_micro <= 0 && record->corrected_micro <= 0))
    return TRUE;
  _gram_row_problem (self, GRAM_FIELD_ZERO_EMISSION, "row.zero-emission-emits", word,
                     _ ("A car that meets the zero-emission conditions emits no CO₂"),
                     _ ("Check both values: write no, or 0 g/km."));
  return FALSE;
}

static char *
suggest_exclusion (GramRowContext *self)
{
  g_autofree char *list
      = self->exclusions != NULL ? g_strjoinv (", ", self->exclusions) : g_strdup ("");

  if (*list == '\0')
    return g_strdup (_ ("Write a reason of the rulebook as its word, or no."));
  return g_strdup_printf (_ ("Write one of: %s"), list);
}

/* Why it is outside the standard: a word of the rulebook's list; empty and “no” say that it is inside. */
static gboolean
read_excluded (GramRowContext *self, GramVehicleRecord *record)
{
  const GramVehicleField *field = gram_vehicle_field_find ("excluded");
  const char *text = _gram_row_text (self, GRAM_FIELD_EXCLUDED).text;
  g_autofree char *word = NULL;
  g_autofree char *suggestion = NULL;

  _gram_row_set (&record->excluded, "");
  if (text == NULL || *text == '\0')
    return TRUE;
  word = gram_vehicle_field_read (field, text, GRAM_DATE_NONE, NULL);
  if (word != NULL
      && (g_str_equal (word, "no") || self->exclusions == NULL
          || g_strv_contains ((const char *const *)self->exclusions, word)))
    return gram_vehicle_field_set (field, record, word);
  suggestion = suggest_exclusion (self);
  _gram_row_problem (self, GRAM_FIELD_EXCLUDED, "row.unknown-word", text,
                     _ ("The value is not known"), suggestion);
  return FALSE;
}

static gboolean
read_date (GramRowContext *self, GramVehicleRecord *record)
{
  GramDate date = GRAM_DATE_NONE;
  char text[GRAM_DATE_BUFFER];
  gboolean good = _gram_row_read_date (self, GRAM_FIELD_REGISTERED_ON, &date);

  if (gram_date_is_valid (date))
    _gram_row_set (&record->registered_on, gram_date_print (text, date));
  else
    g_clear_pointer (&record->registered_on, g_free);
  return good;
}

static gboolean
read_values (GramRowContext *self, GramVehicleRecord *record)
{
  gboolean good = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    good &= _gram_row_read_text (self, texts[i].field,
                                 &G_STRUCT_MEMBER (char *, record, texts[i].offset));
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      int *value = &G_STRUCT_MEMBER (int, record, integers[i].offset);

      *value = integers[i].field == GRAM_FIELD_UNITS ? 1 : 0;
      good &= _gram_row_read_integer (self, integers[i].field, value);
    }
  good &= read_words (self, record);
  good &= read_emissions (self, record);
  good &= read_zero_emission (self, record);
  good &= read_excluded (self, record);
  good &= read_date (self, record);
  if (record->type == 0 && self->account_kind != GRAM_ACCOUNT_CCTS)
    record->type = gram_ccs_type_of_class (record->vehicle_class);
  return good;
}

GramRowOutcome
gram_row_to_vehicle (GramRowContext *self,
                     const GramTableRow *row,
                     GramVehicleRecord *record,
                     GPtrArray *problems)
{
  gboolean good;

  g_return_val_if_fail (self != NULL, GRAM_ROW_REJECTED);
  g_return_val_if_fail (row != NULL, GRAM_ROW_REJECTED);
  g_return_val_if_fail (record != NULL, GRAM_ROW_REJECTED);
  g_return_val_if_fail (problems != NULL, GRAM_ROW_REJECTED);

  self->row = row;
  self->problems = problems;
  if (row->damage != GRAM_TABLE_SOUND)
    {
      refuse_damaged (self);
      return GRAM_ROW_REJECTED;
    }
  if (!is_wanted (self))
    return GRAM_ROW_PASSED_OVER;

  good = _gram_row_read_identifiers (self, record);
  good &= read_values (self, record);
  if (!good)
    return GRAM_ROW_REJECTED;
  _gram_row_remember_identifiers (self, record);
  record->missing = gram_vehicle_record_missing (record, self->account_kind);
  record->attention = record->missing != 0 ? GRAM_ATTENTION_INCOMPLETE : GRAM_ATTENTION_NONE;
  return GRAM_ROW_TAKEN;
}
