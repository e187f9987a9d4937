/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-mapping-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-csv-writer.h"

static const struct
{
  GramCombine combine;
  const char *word;
} combines[] = {
  { GRAM_COMBINE_FIRST, "first" },
  { GRAM_COMBINE_JOIN, "join" },
  { GRAM_COMBINE_KEY, "key" },
};

const char *
_gram_mapping_combine_word (GramCombine combine)
{
  for (gsize i = 0; i < G_N_ELEMENTS (combines); i++)
    if (combines[i].combine == combine)
      return combines[i].word;
  g_return_val_if_reached ("first");
}

gboolean
_gram_mapping_combine_parse (const char *word, GramCombine *combine)
{
  for (gsize i = 0; i < G_N_ELEMENTS (combines); i++)
    if (g_strcmp0 (combines[i].word, word) == 0)
      {
        *combine = combines[i].combine;
        return TRUE;
      }
  return FALSE;
}

void
_gram_source_clear (GramSource *source)
{
  for (guint i = 0; i < source->n_columns; i++)
    g_free (source->columns[i]);
  g_free (source->prefix);
  *source = (GramSource){ 0 };
}

int
_gram_mapping_find_column (const char *const *columns, const char *name)
{
  g_autofree char *wanted = gram_column_fold (name);
  int found = -1;

  for (int i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *folded = gram_column_fold (columns[i]);

      if (strcmp (folded, wanted) != 0)
        continue;
      if (found >= 0)
        return -2;
      found = i;
    }
  return found;
}

char *
gram_column_fold (const char *name)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  trimmed = g_strstrip (g_strdup (name));
  return g_utf8_casefold (trimmed, -1);
}

const char *
gram_decimal_separator_word (char separator)
{
  return separator == ',' ? "comma" : "point";
}

gboolean
gram_decimal_separator_parse (const char *word, char *separator)
{
  g_return_val_if_fail (separator != NULL, FALSE);

  if (g_strcmp0 (word, "point") == 0 || g_strcmp0 (word, ".") == 0)
    *separator = '.';
  else if (g_strcmp0 (word, "comma") == 0 || g_strcmp0 (word, ",") == 0)
    *separator = ',';
  else
    return FALSE;
  return TRUE;
}

GramMapping *
gram_mapping_new (void)
{
  GramMapping *self = g_new0 (GramMapping, 1);

  self->name = g_strdup ("custom");
  self->date_order = GRAM_DATE_ISO;
  self->decimal_separator = '.';
  return self;
}

GramMapping *
gram_mapping_copy (const GramMapping *self)
{
  GramMapping *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->only_column = g_strdup (self->only_column);
  copy->only_value = g_strdup (self->only_value);
  copy->identity = g_strdupv (self->identity);
  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    {
      GramSource *source = &copy->sources[field];

      source->prefix = g_strdup (source->prefix);
      for (guint i = 0; i < source->n_columns; i++)
        source->columns[i] = g_strdup (source->columns[i]);
    }
  return copy;
}

void
gram_mapping_free (GramMapping *self)
{
  if (self == NULL)
    return;
  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    _gram_source_clear (&self->sources[field]);
  g_free (self->name);
  g_free (self->only_column);
  g_free (self->only_value);
  g_strfreev (self->identity);
  g_free (self);
}

const char *
gram_mapping_get_name (const GramMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
gram_mapping_get_column (const GramMapping *self, GramField field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field < GRAM_N_FIELDS, NULL);

  return self->sources[field].columns[0];
}

char *
gram_mapping_dup_source (const GramMapping *self, GramField field)
{
  GString *text;
  const GramSource *source;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field < GRAM_N_FIELDS, NULL);

  source = &self->sources[field];
  if (source->n_columns == 0)
    return NULL;
  text = g_string_new (source->columns[0]);
  for (guint i = 1; i < source->n_columns; i++)
    g_string_append_printf (text, " / %s", source->columns[i]);
  return g_string_free_and_steal (text);
}

void
gram_mapping_set_column (GramMapping *self, GramField field, const char *column)
{
  GramSource *source;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field < GRAM_N_FIELDS);

  source = &self->sources[field];
  if (source->n_columns <= 1 && g_strcmp0 (source->columns[0], column) == 0)
    return;
  _gram_source_clear (source);
  if (column != NULL)
    {
      source->columns[0] = g_strdup (column);
      source->n_columns = 1;
    }
  g_set_str (&self->name, "custom");
}

GramDateOrder
gram_mapping_get_date_order (const GramMapping *self)
{
  g_return_val_if_fail (self != NULL, GRAM_DATE_ISO);

  return self->date_order;
}

void
gram_mapping_set_date_order (GramMapping *self, GramDateOrder order)
{
  g_return_if_fail (self != NULL);

  self->date_order = order;
}

char
gram_mapping_get_decimal_separator (const GramMapping *self)
{
  g_return_val_if_fail (self != NULL, '.');

  return self->decimal_separator;
}

void
gram_mapping_set_decimal_separator (GramMapping *self, char separator)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (separator == '.' || separator == ',');

  self->decimal_separator = separator;
}

void
gram_mapping_set_only (GramMapping *self, const char *column, const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((column == NULL) == (value == NULL));

  g_set_str (&self->only_column, column);
  g_set_str (&self->only_value, value);
}

const char *
gram_mapping_get_only_column (const GramMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->only_column;
}

const char *
gram_mapping_get_only_value (const GramMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->only_value;
}

static gboolean
check_column (const char *const *columns,
              const char *name,
              gboolean optional,
              gboolean *found,
              GError **error)
{
  int place = _gram_mapping_find_column (columns, name);

  *found = place >= 0;
  if (place >= 0 || (place == -1 && optional))
    return TRUE;
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_MAPPING,
               place == -2 ? _ ("The file has two columns with the name “%s”")
                           : _ ("The file has no column with the name “%s”"),
               name);
  return FALSE;
}

gboolean
gram_mapping_check (const GramMapping *self,
                    const char *const *columns,
                    GramAccountKind account_kind,
                    GError **error)
{
  gboolean named = FALSE;
  gboolean found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (columns != NULL, FALSE);

  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    {
      const GramFieldInfo *info = gram_field_info (field);
      const GramSource *source = &self->sources[field];

      if ((info->accounts & (1 << account_kind)) == 0)
        continue;
      for (guint i = 0; i < source->n_columns; i++)
        {
          if (!check_column (columns, source->columns[i], source->optional, &found, error))
            return FALSE;
          if (info->kind == GRAM_FIELD_KIND_IDENTIFIER || info->kind == GRAM_FIELD_KIND_KEY)
            named |= found;
        }
    }
  if (self->only_column != NULL && !check_column (columns, self->only_column, FALSE, &found, error))
    return FALSE;
  if (named || (self->row_keys && gram_mapping_fits (self, columns)))
    return TRUE;
  g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_MAPPING,
                       _ ("No column names the vehicle. Choose the column that holds the VIN, the "
                          "chassis number or the register’s key."));
  return FALSE;
}

gboolean
gram_mapping_write_template (GramAccountKind account_kind, GOutputStream *stream, GError **error)
{
  g_autoptr (GramCsvWriter) writer = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = gram_csv_writer_new (stream, GRAM_CSV_BOM);
  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    {
      const GramFieldInfo *info = gram_field_info (field);

      /* One column for either would only say again what VIN and chassis number say. */
      if (field != GRAM_FIELD_IDENTIFIER && (info->accounts & (1 << account_kind)) != 0)
        gram_csv_writer_add (writer, info->key);
    }
  return gram_csv_writer_end_row (writer, NULL, error)
         && gram_csv_writer_finish (writer, NULL, error);
}
