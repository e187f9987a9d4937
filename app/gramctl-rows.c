/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-rows.h"

#include "gram-calendar.h"
#include "gram-csv-writer.h"
#include "gram-decimal.h"
#include "gram-json-variant.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

struct _GramctlTable
{
  GOutputStream *stream;
  GramCsvWriter *csv;
  GString *json;
  gboolean begun;
  GError *error;
};

GramctlRow *
gramctl_row_new (void)
{
  GramctlRow *self = g_new0 (GramctlRow, 1);

  self->keys = g_ptr_array_new ();
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  return self;
}

void
gramctl_row_free (GramctlRow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
  g_free (self);
}

void
gramctl_row_set (GramctlRow *self, const char *key, GVariant *value)
{
  g_ptr_array_add (self->keys, (gpointer)key);
  g_ptr_array_add (self->values, g_variant_ref_sink (value));
}

void
gramctl_row_set_text (GramctlRow *self, const char *key, const char *value)
{
  gramctl_row_set (self, key, g_variant_new_string (value != NULL ? value : ""));
}

void
gramctl_row_set_number (GramctlRow *self, const char *key, gint64 value)
{
  gramctl_row_set (self, key, g_variant_new_int64 (value));
}

/* Amounts travel as decimal strings; what is not known is empty. */
void
gramctl_row_set_grams (GramctlRow *self, const char *key, gint64 micro)
{
  char buffer[GRAM_DECIMAL_BUFFER];

  gramctl_row_set_text (self, key,
                        micro == GRAM_CO2_UNKNOWN
                            ? ""
                            : gram_decimal_print (buffer, micro, GRAM_DECIMAL_SCALE_CO2, 0));
}

void
gramctl_row_set_instant (GramctlRow *self, const char *key, gint64 at)
{
  g_autofree char *text = at > 0 ? gram_instant_format (at) : NULL;

  gramctl_row_set_text (self, key, text);
}

void
gramctl_row_set_boolean (GramctlRow *self, const char *key, gboolean value)
{
  gramctl_row_set (self, key, g_variant_new_boolean (value));
}

void
gramctl_row_set_decimal (GramctlRow *self, const char *key, gint64 value)
{
  char buffer[GRAM_DECIMAL_BUFFER];

  gramctl_row_set_text (self, key, gram_decimal_print (buffer, value, GRAM_DECIMAL_SCALE_MONEY, 2));
}

void
gramctl_row_set_word (GramctlRow *self, const char *key, const char *vocabulary, int value)
{
  gramctl_row_set_text (self, key, value != 0 ? gram_word_for (vocabulary, value) : "");
}

void
gramctl_row_set_words (GramctlRow *self, const char *key, const char *vocabulary, guint flags)
{
  g_autofree const char **words = gram_words_of_set (vocabulary, flags);

  gramctl_row_set (self, key, g_variant_new_strv (words, -1));
}

void
gramctl_row_set_list (GramctlRow *self, const char *key, const GPtrArray *records, GramctlFill fill)
{
  GVariantBuilder list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GramctlRow) line = gramctl_row_new ();

      fill (line, records->pdata[i]);
      g_variant_builder_add_value (&list, gramctl_row_to_variant (line));
    }
  gramctl_row_set (self, key, g_variant_builder_end (&list));
}

void
gramctl_row_set_record (GramctlRow *self, const char *key, gconstpointer record, GramctlFill fill)
{
  g_autoptr (GramctlRow) inner = gramctl_row_new ();

  if (record == NULL)
    return;
  fill (inner, record);
  gramctl_row_set (self, key, gramctl_row_to_variant (inner));
}

void
gramctl_row_set_right (GramctlRow *self, const char *command, const GramRefusal *refusal)
{
  gramctl_row_set_text (self, "command", command);
  gramctl_row_set_boolean (self, "allowed", refusal == NULL);
  gramctl_row_set_text (self, "refusal", refusal != NULL ? refusal->id : NULL);
  gramctl_row_set_text (self, "message", refusal != NULL ? refusal->message : NULL);
  gramctl_row_set_text (self, "article", refusal != NULL ? refusal->article : NULL);
}

void
gramctl_row_fill_allow (GramctlRow *self, const GramAllow *allow)
{
  gramctl_row_set_right (self, allow->command, allow->refusal);
}

GVariant *
gramctl_row_to_variant (const GramctlRow *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < self->keys->len; i++)
    g_variant_builder_add (&builder, "{sv}", (const char *)self->keys->pdata[i],
                           (GVariant *)self->values->pdata[i]);
  return g_variant_builder_end (&builder);
}

GramctlTable *
gramctl_table_new (gboolean csv)
{
  GramctlTable *self = g_new0 (GramctlTable, 1);

  self->stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (csv)
    self->csv = gram_csv_writer_new (self->stream, GRAM_CSV_GUARD);
  else
    self->json = g_string_new ("[");
  return self;
}

void
gramctl_table_free (GramctlTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->csv, gram_csv_writer_free);
  if (self->json != NULL)
    g_string_free (self->json, TRUE);
  g_clear_error (&self->error);
  g_object_unref (self->stream);
  g_free (self);
}

static void
end_csv_row (GramctlTable *self)
{
  if (self->error == NULL)
    gram_csv_writer_end_row (self->csv, NULL, &self->error);
}

static void
add_csv (GramctlTable *self, const GramctlRow *row)
{
  if (!self->begun)
    {
      for (guint i = 0; i < row->keys->len; i++)
        gram_csv_writer_add (self->csv, row->keys->pdata[i]);
      end_csv_row (self);
    }
  for (guint i = 0; i < row->values->len; i++)
    {
      GVariant *value = row->values->pdata[i];
      g_autofree char *text = NULL;

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        text = g_variant_dup_string (value, NULL);
      else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
        {
          g_autofree const char **words = g_variant_get_strv (value, NULL);

          text = g_strjoinv (" ", (char **)words);
        }
      else
        text = gram_json_from_variant (value);
      gram_csv_writer_add (self->csv, text);
    }
  end_csv_row (self);
}

static void
flush_json (GramctlTable *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->json->str, self->json->len, NULL, NULL,
                               &self->error);
  g_string_truncate (self->json, 0);
}

void
gramctl_table_add (GramctlTable *self, const GramctlRow *row)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree char *text = NULL;

  if (self->csv != NULL)
    add_csv (self, row);
  else
    {
      value = g_variant_ref_sink (gramctl_row_to_variant (row));
      text = gram_json_from_variant (value);
      g_string_append_printf (self->json, "%s\n%s", self->begun ? "," : "", text);
      if (self->json->len > 65536)
        flush_json (self);
    }
  self->begun = TRUE;
}

gboolean
gramctl_table_finish (GramctlTable *self, GError **error)
{
  if (self->csv != NULL)
    {
      if (self->error == NULL)
        gram_csv_writer_finish (self->csv, NULL, &self->error);
    }
  else
    {
      g_string_append (self->json, self->begun ? "\n]\n" : "]\n");
      flush_json (self);
    }
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
