/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-table-buffer.h"
#include "gram-table-columns.h"
#include "gram-table-jsonl.h"

/* How far the names of the members of JSON Lines are looked for. */
#define COLUMNS_WITHIN (64 * 1024)

struct _GramTableReader
{
  GramTableLayout layout;
  GramTableSource *source;
  GramTableBuffer buffer;
  GramTableColumns columns;
  GramTableRecord record;
  GramTableRow row;
  gboolean failed;
  gboolean done;

  /* Of the current row, and rarely used: repaired characters, and a detail that is no text of
     the file. */
  GPtrArray *repaired;
  char detail[32];
};

/* U+FFFD for what is no character. Only rows of a window that holds such bytes come here. */
static void
repair_characters (GramTableReader *self)
{
  for (gsize i = 0; i < self->record.n_fields; i++)
    {
      GramSlice *field = &self->record.fields[i];
      char *text;

      if (g_utf8_validate_len (field->text, field->length, NULL))
        continue;
      text = g_utf8_make_valid (field->text, (gssize)field->length);
      g_ptr_array_add (self->repaired, text);
      *field = (GramSlice){ text, strlen (text) };
      self->record.damage = GRAM_TABLE_BAD_CHARACTERS;
    }
}

static gboolean
record_is_blank (const GramTableRecord *record)
{
  for (gsize i = 0; i < record->n_fields; i++)
    for (gsize j = 0; j < record->fields[i].length; j++)
      if (!g_ascii_isspace (record->fields[i].text[j]))
        return FALSE;
  return record->n_found == record->n_fields && record->damage == GRAM_TABLE_SOUND;
}

static GramTableStep
next_record (GramTableReader *self, GError **error)
{
  GramTableStep step;

  g_ptr_array_set_size (self->repaired, 0);
  do
    {
      if (!gram_table_buffer_fill (&self->buffer, self->source, error))
        return GRAM_TABLE_ERROR;
      step = gram_table_buffer_next_csv (&self->buffer, self->layout.delimiter, self->row.number,
                                         &self->record, error);
    }
  while (step == GRAM_TABLE_ROW && record_is_blank (&self->record));
  if (step == GRAM_TABLE_ROW && !self->buffer.clean)
    repair_characters (self);
  return step;
}

/* Holds the number of fields against the columns. Empty fields at the end beyond the columns are
   what some programs write. */
static void
fit_to_columns (GramTableReader *self)
{
  GramTableRecord *record = &self->record;
  gsize n_columns = self->columns.n_names;

  for (gsize i = n_columns; i < record->n_fields; i++)
    record->surplus_text |= record->fields[i].length > 0;
  if (record->damage == GRAM_TABLE_SOUND && (record->surplus_text || record->n_found < n_columns))
    {
      record->damage
          = record->surplus_text ? GRAM_TABLE_TOO_MANY_FIELDS : GRAM_TABLE_TOO_FEW_FIELDS;
      g_snprintf (self->detail, sizeof self->detail, "%" G_GSIZE_FORMAT, record->n_found);
      record->detail = self->detail;
    }
  for (gsize i = record->n_fields; i < n_columns; i++)
    record->fields[i] = (GramSlice){ "", 0 };
}

static void
put_member (GramTableReader *self, const GramSlice *key, const GramSlice *value, gsize *expected)
{
  GramTableRecord *record = &self->record;
  gboolean again;
  gsize column;

  if (!gram_table_columns_find (&self->columns, key, *expected, self->row.number, &column, &again))
    {
      record->damage = GRAM_TABLE_UNKNOWN_MEMBER;
      record->detail = key->text;
      return;
    }
  *expected = column + 1;
  if (!again)
    record->fields[column] = *value;
  else
    {
      record->damage = GRAM_TABLE_DUPLICATE_MEMBER;
      record->detail = key->text;
    }
}

static GramTableStep
next_object (GramTableReader *self, GError **error)
{
  GramTableRecord *record = &self->record;
  GramTableStep step;
  GramSlice line;
  GramJsonlScan scan;
  gsize expected = 0;

  if (!gram_table_buffer_fill (&self->buffer, self->source, error))
    return GRAM_TABLE_ERROR;
  step = gram_table_buffer_next_line (&self->buffer, self->row.number, record, &line, error);
  if (step != GRAM_TABLE_ROW)
    return step;

  record->damage = GRAM_TABLE_SOUND;
  record->detail = NULL;
  for (gsize i = 0; i < self->columns.n_names; i++)
    record->fields[i] = (GramSlice){ "", 0 };
  if (!self->buffer.clean && !g_utf8_validate_len (line.text, line.length, NULL))
    {
      record->damage = GRAM_TABLE_BAD_CHARACTERS;
      return GRAM_TABLE_ROW;
    }

  step = gram_jsonl_begin (&scan, (char *)line.text) ? GRAM_TABLE_ROW : GRAM_TABLE_ERROR;
  while (step == GRAM_TABLE_ROW)
    {
      GramSlice key;
      GramSlice value;

      step = gram_jsonl_next (&scan, &key, &value);
      if (step == GRAM_TABLE_ROW)
        put_member (self, &key, &value, &expected);
    }
  if (step == GRAM_TABLE_ERROR)
    {
      record->damage = GRAM_TABLE_BAD_JSON;
      record->detail = NULL;
      for (gsize i = 0; i < self->columns.n_names; i++)
        record->fields[i] = (GramSlice){ "", 0 };
    }
  return GRAM_TABLE_ROW;
}

static gboolean
read_header (GramTableReader *self, GError **error)
{
  GramTableStep step = next_record (self, error);

  if (step == GRAM_TABLE_ERROR)
    return FALSE;
  if (step == GRAM_TABLE_DONE)
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                           _ ("The file is empty: it has no row with the names of the columns"));
      return FALSE;
    }
  if (self->record.damage == GRAM_TABLE_BAD_CHARACTERS)
    {
      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_ENCODING,
                   _ ("The names of the columns are not text in %s. Choose another encoding."),
                   gram_table_encoding_word (self->layout.encoding));
      return FALSE;
    }
  if (self->record.n_found > self->record.n_fields)
    {
      g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                   _ ("The file has %zu columns. Gram reads up to %d."), self->record.n_found,
                   GRAM_TABLE_MAX_COLUMNS);
      return FALSE;
    }
  for (gsize i = 0; i < self->record.n_fields; i++)
    gram_table_columns_add (&self->columns, self->record.fields[i].text);
  return TRUE;
}

/* The first 64 KiB are scanned in a copy, because scanning changes the text. */
static gboolean
collect_members (GramTableReader *self, GError **error)
{
  g_autofree char *copy = NULL;
  gsize length;
  GramTableBuffer window;
  GramTableRecord record = { 0 };
  GramSlice line;
  GError *ignored = NULL;

  if (!gram_table_buffer_fill (&self->buffer, self->source, error))
    return FALSE;
  length = self->buffer.end - self->buffer.start;
  copy = g_malloc (length + 1);
  memcpy (copy, self->buffer.text + self->buffer.start, length);
  copy[length] = '\n';
  window = (GramTableBuffer){ copy, 0, length, self->buffer.at_end, self->buffer.clean, 1 };

  while ((window.start < COLUMNS_WITHIN || self->columns.n_names == 0)
         && gram_table_buffer_next_line (&window, 1, &record, &line, &ignored) == GRAM_TABLE_ROW)
    {
      if (!window.clean && !g_utf8_validate_len (line.text, line.length, NULL))
        continue;
      if (!gram_table_columns_add_members (&self->columns, (char *)line.text, error))
        return FALSE;
    }
  g_clear_error (&ignored);
  if (self->columns.n_names == 0)
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                           _ ("The file has no JSON object on a line of its own"));
      return FALSE;
    }
  return TRUE;
}

static GramTableReader *
reader_new (GramTableSource *source, const GramTableLayout *layout, GError **error)
{
  g_autoptr (GramTableReader) self = g_new0 (GramTableReader, 1);
  gboolean ready;

  self->layout = *layout;
  self->source = source;
  self->repaired = g_ptr_array_new_with_free_func (g_free);
  self->record.fields = g_new (GramSlice, GRAM_TABLE_MAX_COLUMNS);
  gram_table_buffer_init (&self->buffer);
  gram_table_columns_init (&self->columns);
  if (layout->format == GRAM_TABLE_CSV)
    ready = read_header (self, error);
  else
    ready = collect_members (self, error);
  if (!ready)
    return NULL;

  self->row.fields = self->record.fields;
  self->row.n_fields = self->columns.n_names;
  return g_steal_pointer (&self);
}

GramTableReader *
gram_table_reader_open (const char *path, const GramTableLayout *layout, GError **error)
{
  GramTableSource *source;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  source = gram_table_source_open (path, layout->encoding, error);
  return source == NULL ? NULL : reader_new (source, layout, error);
}

GramTableReader *
gram_table_reader_new_for_bytes (GBytes *bytes, const GramTableLayout *layout, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  return reader_new (gram_table_source_new_for_bytes (bytes, layout->encoding), layout, error);
}

void
gram_table_reader_free (GramTableReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->source, gram_table_source_free);
  gram_table_buffer_clear (&self->buffer);
  gram_table_columns_clear (&self->columns);
  g_clear_pointer (&self->repaired, g_ptr_array_unref);
  g_free (self->record.fields);
  g_free (self);
}

const char *const *
gram_table_reader_get_columns (GramTableReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gram_table_columns_get_names (&self->columns);
}

GramTableStep
gram_table_reader_next (GramTableReader *self, const GramTableRow **row, GError **error)
{
  GramTableStep step;

  g_return_val_if_fail (self != NULL, GRAM_TABLE_ERROR);
  g_return_val_if_fail (row != NULL, GRAM_TABLE_ERROR);
  g_return_val_if_fail (!self->failed, GRAM_TABLE_ERROR);

  *row = NULL;
  self->row.number++;
  step = self->layout.format == GRAM_TABLE_CSV ? next_record (self, error)
                                               : next_object (self, error);
  self->failed = step == GRAM_TABLE_ERROR;
  self->done = step == GRAM_TABLE_DONE;
  if (step != GRAM_TABLE_ROW)
    {
      self->row.number--;
      return step;
    }
  if (self->layout.format == GRAM_TABLE_CSV)
    fit_to_columns (self);
  self->row.line = self->record.line;
  self->row.damage = self->record.damage;
  self->row.detail = self->record.detail;
  *row = &self->row;
  return GRAM_TABLE_ROW;
}

gint64
gram_table_reader_get_bytes_read (GramTableReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gram_table_source_get_bytes_read (self->source);
}

gint64
gram_table_reader_get_bytes_total (GramTableReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gram_table_source_get_bytes_total (self->source);
}

const char *
gram_table_reader_get_sha256 (GramTableReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->done ? gram_table_source_get_sha256 (self->source) : NULL;
}
