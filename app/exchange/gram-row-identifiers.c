/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-row-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-identifier.h"

/* Kinds of keys, so that one never meets another. */
enum
{
  SPACE_VIN,
  SPACE_CHASSIS,
  SPACE_REGISTER,
  SPACE_ROW,
};

/* What people type for letters that no VIN has. */
static char
digit_for (char letter)
{
  switch (letter)
    {
    case 'I':
      return '1';
    case 'O':
    case 'Q':
      return '0';
    default:
      return letter;
    }
}

/* `Write 0 instead of O at position 12: …`, if that makes it a VIN. */
static char *
suggest_vin (const char *text)
{
  g_autofree char *folded = gram_identifier_search_key (text);
  g_autofree char *mended = g_strdup (folded);
  GramIdentifier identifier;
  gsize first = G_MAXSIZE;

  for (gsize i = 0; mended[i] != '\0'; i++)
    {
      mended[i] = digit_for (folded[i]);
      if (mended[i] != folded[i] && first == G_MAXSIZE)
        first = i;
    }
  if (first == G_MAXSIZE || strlen (mended) != 17
      || !gram_identifier_parse (mended, &identifier, NULL))
    return NULL;
  return g_strdup_printf (_ ("Write %c instead of %c at position %d: %s"), mended[first],
                          folded[first], (int)first + 1, mended);
}

static void
refuse_identifier (GramRowContext *self, GramField field, const char *text, const GError *error)
{
  g_autofree char *suggestion = NULL;

  if (error->code == GRAM_RULES_ERROR_VIN_LETTER)
    suggestion = suggest_vin (text);
  _gram_row_problem (self, field, gram_rules_error_word (error->code), text, error->message,
                     suggestion != NULL ? suggestion : gram_rules_error_suggestion (error->code));
}

/* Puts an identifier where its kind belongs; two columns may name the same, but not two
   different ones. */
static gboolean
put_identifier (GramRowContext *self,
                GramField field,
                const GramIdentifier *identifier,
                GramVehicleRecord *record)
{
  gboolean vin = identifier->kind == GRAM_IDENTIFIER_VIN;
  char **place = vin ? &record->vin : &record->chassis;

  if (field == GRAM_FIELD_VIN && !vin)
    {
      _gram_row_problem (self, field, "row.not-a-vin", identifier->text,
                         _ ("This is a chassis number, not a VIN"),
                         _ ("A VIN has 17 characters. Move the chassis number to its own column."));
      return FALSE;
    }
  if (*place != NULL && strcmp (*place, identifier->text) != 0)
    {
      _gram_row_problem (self, field, "row.two-identifiers", identifier->text,
                         vin ? _ ("The row has two different VINs")
                             : _ ("The row has two different chassis numbers"),
                         _ ("Leave the one that is right."));
      return FALSE;
    }
  if (*place == NULL)
    *place = g_strdup (identifier->text);
  return TRUE;
}

static gboolean
read_identifier (GramRowContext *self, GramField field, GramVehicleRecord *record)
{
  GramSlice text = _gram_row_text (self, field);
  g_autoptr (GError) error = NULL;
  GramIdentifier identifier;

  if (text.length == 0)
    return TRUE;
  if (gram_identifier_parse (text.text, &identifier, &error))
    return put_identifier (self, field, &identifier, record);
  refuse_identifier (self, field, text.text, error);
  return FALSE;
}

/* A key from what the row says of the car: the same car keeps it when only its values change. */
static void
make_row_key (GramRowContext *self, GramVehicleRecord *record)
{
  g_autofree char *key = NULL;
  const char *digest;
  guint32 *count;

  g_checksum_reset (self->checksum);
  for (guint i = 0; i < self->identity->len; i++)
    {
      const GramSlice *field = &self->row->fields[g_array_index (self->identity, guint, i)];

      /* With its NUL, so that the border between two fields counts. */
      g_checksum_update (self->checksum, (const guint8 *)field->text, (gssize)field->length + 1);
    }
  digest = g_checksum_get_string (self->checksum);
  count = gram_key_counts_lookup (self->occurrences, SPACE_ROW, digest, 64);
  *count += 1;
  key = g_strdup_printf ("row:%.16s:%u", digest, *count);
  record->register_key = g_steal_pointer (&key);
}

static gboolean
read_register_key (GramRowContext *self, GramVehicleRecord *record)
{
  gboolean good = TRUE;
  char *key = NULL;

  if (self->fields[GRAM_FIELD_REGISTER_KEY].n_places > 0)
    good = _gram_row_read_text (self, GRAM_FIELD_REGISTER_KEY, &key);
  if (key != NULL && *key != '\0')
    record->register_key = g_steal_pointer (&key);
  g_free (key);
  /* Always, so that the n-th of equal rows stays the n-th. */
  if (good && record->register_key == NULL && self->mapping->row_keys && record->vin == NULL
      && record->chassis == NULL)
    make_row_key (self, record);
  return good;
}

/* The field that a problem with an identifier of @record names. */
static GramField
field_of (GramRowContext *self, GramField wanted)
{
  return self->fields[wanted].n_places > 0 ? wanted : GRAM_FIELD_IDENTIFIER;
}

static guint32 *
find_key (GramRowContext *self, guint space, const char *text)
{
  char key[GRAM_IDENTIFIER_BUFFER];
  gsize n = 0;

  if (space != SPACE_CHASSIS)
    return gram_key_counts_lookup (self->seen, space, text, strlen (text));
  for (; *text != '\0' && n < sizeof key; text++)
    if (*text != '-')
      key[n++] = *text;
  return gram_key_counts_lookup (self->seen, space, key, n);
}

static const struct
{
  guint space;
  gsize offset;
  GramField field;
} keys[] = {
  { SPACE_VIN, G_STRUCT_OFFSET (GramVehicleRecord, vin), GRAM_FIELD_VIN },
  { SPACE_CHASSIS, G_STRUCT_OFFSET (GramVehicleRecord, chassis), GRAM_FIELD_CHASSIS },
  { SPACE_REGISTER, G_STRUCT_OFFSET (GramVehicleRecord, register_key), GRAM_FIELD_REGISTER_KEY },
};

static gboolean
check_not_seen (GramRowContext *self, const GramVehicleRecord *record)
{
  gboolean good = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, record, keys[i].offset);
      guint32 first = text == NULL ? 0 : *find_key (self, keys[i].space, text);
      g_autofree char *message = NULL;

      if (first == 0)
        continue;
      message = g_strdup_printf (_ ("Row %u has the same identifier already"), first);
      _gram_row_problem (self, field_of (self, keys[i].field), "row.duplicate", text, message,
                         _ ("Leave only the row that is right."));
      good = FALSE;
    }
  return good;
}

void
_gram_row_remember_identifiers (GramRowContext *self, const GramVehicleRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, record, keys[i].offset);

      if (text != NULL)
        *find_key (self, keys[i].space, text) = (guint32)MIN (self->row->number, G_MAXUINT32);
    }
}

gboolean
_gram_row_read_identifiers (GramRowContext *self, GramVehicleRecord *record)
{
  gboolean good;

  g_clear_pointer (&record->vin, g_free);
  g_clear_pointer (&record->chassis, g_free);
  g_clear_pointer (&record->register_key, g_free);

  good = read_identifier (self, GRAM_FIELD_VIN, record);
  good &= read_identifier (self, GRAM_FIELD_CHASSIS, record);
  good &= read_identifier (self, GRAM_FIELD_IDENTIFIER, record);
  good &= read_register_key (self, record);
  if (!good)
    return FALSE;
  if (record->vin == NULL && record->chassis == NULL && record->register_key == NULL)
    {
      _gram_row_problem (self, field_of (self, GRAM_FIELD_VIN), "row.no-identifier", NULL,
                         _ ("The row names no vehicle"),
                         _ ("Write its VIN or its chassis number."));
      return FALSE;
    }
  _gram_row_set (&record->label, record->vin != NULL       ? record->vin
                                 : record->chassis != NULL ? record->chassis
                                                           : record->register_key);
  return check_not_seen (self, record);
}
