/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-row-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-csv-writer.h"
#include "gram-decimal.h"

#define MICRO G_GINT64_CONSTANT (1000000)

static GramSlice
trim (GramSlice slice)
{
  while (slice.length > 0 && g_ascii_isspace (slice.text[0]))
    slice = (GramSlice){ slice.text + 1, slice.length - 1 };
  while (slice.length > 0 && g_ascii_isspace (slice.text[slice.length - 1]))
    slice.length--;
  return slice;
}

static GramSlice
combine (GramRowContext *self, const GramBoundSource *bound)
{
  const GramSource *source = bound->source;
  const char *separator = source->combine == GRAM_COMBINE_KEY ? ":" : "/";

  /* A key needs all its parts. */
  if (source->combine == GRAM_COMBINE_KEY && bound->n_places < source->n_columns)
    return (GramSlice){ "", 0 };
  g_string_assign (self->text, source->prefix != NULL ? source->prefix : "");
  for (guint i = 0; i < bound->n_places; i++)
    {
      GramSlice part = trim (self->row->fields[bound->places[i]]);

      if (part.length == 0 && source->combine == GRAM_COMBINE_KEY)
        return (GramSlice){ "", 0 };
      if (part.length == 0)
        continue;
      if (self->text->len > 0)
        g_string_append (self->text, separator);
      g_string_append_len (self->text, part.text, (gssize)part.length);
    }
  return (GramSlice){ self->text->str, self->text->len };
}

const char *
_gram_row_column (GramRowContext *self, GramField field)
{
  const GramBoundSource *bound = &self->fields[field];

  return bound->n_places == 0 ? "" : self->columns[bound->places[0]];
}

GramSlice
_gram_row_text (GramRowContext *self, GramField field)
{
  const GramBoundSource *bound = &self->fields[field];
  GramSlice slice = { "", 0 };

  if (bound->n_places == 0)
    return slice;
  if (bound->source->combine != GRAM_COMBINE_FIRST)
    return combine (self, bound);
  for (guint i = 0; i < bound->n_places && slice.length == 0; i++)
    slice = trim (self->row->fields[bound->places[i]]);
  if (self->mapping->guarded && slice.length > 1 && gram_csv_is_guarded (slice.text))
    slice = (GramSlice){ slice.text + 1, slice.length - 1 };
  if (slice.length > 0 && slice.text[slice.length] != '\0')
    {
      /* Blanks were cut off behind it. */
      g_string_truncate (self->text, 0);
      g_string_append_len (self->text, slice.text, (gssize)slice.length);
      slice.text = self->text->str;
    }
  return slice;
}

void
_gram_row_problem (GramRowContext *self,
                   GramField field,
                   const char *rule,
                   const char *value,
                   const char *message,
                   const char *suggestion)
{
  g_ptr_array_add (self->problems, gram_row_problem_new (self->row->number, self->row->line,
                                                         gram_field_info (field)->key,
                                                         _gram_row_column (self, field), rule,
                                                         value, message, suggestion));
}

static void
problem_from_rules (GramRowContext *self,
                    GramField field,
                    const char *value,
                    const GError *error,
                    const char *suggestion)
{
  if (suggestion == NULL)
    suggestion = gram_rules_error_suggestion (error->code);
  _gram_row_problem (self, field, gram_rules_error_word (error->code), value, error->message,
                     suggestion);
}

/* What to do about a number with the separator that was not chosen. */
static char *
suggest_separator (GramRowContext *self, const char *text)
{
  char other = self->mapping->decimal_separator == '.' ? ',' : '.';
  g_autofree char *written = NULL;
  gint64 value;

  if (!gram_decimal_parse_with (text, -1, other, GRAM_DECIMAL_SCALE_CO2, &value, NULL))
    return NULL;
  written = g_strdup (text);
  g_strdelimit (written, (char[]){ other, '\0' }, self->mapping->decimal_separator);
  return g_strdup_printf (other == ',' ? _ ("Write %s, or choose the decimal comma for the file.")
                                       : _ ("Write %s, or choose the decimal point for the file."),
                          written);
}

static gboolean
parse_number (GramRowContext *self,
              GramField field,
              const GramSlice *text,
              guint scale,
              gint64 *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *suggestion = NULL;
  gint64 fine;

  if (gram_decimal_parse_with (text->text, (gssize)text->length, self->mapping->decimal_separator,
                               scale, value, &error))
    return TRUE;
  if (scale == 0
      && gram_decimal_parse_with (text->text, (gssize)text->length,
                                  self->mapping->decimal_separator, GRAM_DECIMAL_SCALE_CO2, &fine,
                                  NULL))
    {
      _gram_row_problem (self, field, "row.not-whole", text->text, _ ("This is not a whole number"),
                         _ ("Write a number without decimals."));
      return FALSE;
    }
  suggestion = suggest_separator (self, text->text);
  problem_from_rules (self, field, text->text, error, suggestion);
  return FALSE;
}

static gboolean
check_range (GramRowContext *self, GramField field, const char *text, gint64 value, gint64 unit)
{
  const GramFieldInfo *info = gram_field_info (field);
  g_autofree char *message = NULL;

  if (value < 0)
    {
      _gram_row_problem (self, field, "row.negative", text, _ ("The value is below zero"),
                         _ ("Write the value without a minus sign, or leave the field empty if it "
                            "is not known."));
      return FALSE;
    }
  if (value >= info->least * unit && value <= info->most * unit)
    return TRUE;
  message = g_strdup_printf (_ ("The value must lie between %d and %d"), info->least, info->most);
  _gram_row_problem (self, field, "row.out-of-range", text, message,
                     _ ("Check the value and its unit, or leave the field empty if it is not "
                        "known."));
  return FALSE;
}

gboolean
_gram_row_read_grams (GramRowContext *self, GramField field, gint64 *micro)
{
  GramSlice text = _gram_row_text (self, field);
  gint64 value;

  if (text.length == 0)
    return TRUE;
  if (!parse_number (self, field, &text, GRAM_DECIMAL_SCALE_CO2, &value)
      || !check_range (self, field, text.text, value, MICRO))
    return FALSE;
  *micro = value;
  return TRUE;
}

gboolean
_gram_row_read_integer (GramRowContext *self, GramField field, int *number)
{
  GramSlice text = _gram_row_text (self, field);
  gint64 value;

  if (text.length == 0)
    return TRUE;
  if (!parse_number (self, field, &text, 0, &value)
      || !check_range (self, field, text.text, value, 1))
    return FALSE;
  *number = (int)value;
  return TRUE;
}

/* Says which other order the date would fit; a person has to choose it. */
static char *
suggest_date_order (const char *text, GramDateOrder chosen)
{
  static const struct
  {
    GramDateOrder order;
    const char *suggestion;
  } others[] = {
    { GRAM_DATE_ISO,
      N_ ("Choose year-month-day as the order of dates, if the whole file has it.") },
    { GRAM_DATE_DAY_MONTH_YEAR,
      N_ ("Choose day/month/year as the order of dates, if the whole file has it.") },
    { GRAM_DATE_MONTH_DAY_YEAR,
      N_ ("Choose month/day/year as the order of dates, if the whole file has it.") },
  };
  const char *suggestion = NULL;
  guint n_fitting = 0;
  GramDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].order != chosen && gram_date_parse (text, others[i].order, &date, NULL))
      {
        suggestion = _ (others[i].suggestion);
        n_fitting++;
      }
  if (n_fitting > 1)
    suggestion = _ ("Choose the order of day and month that the whole file has.");
  if (n_fitting == 0 && strpbrk (text, "T: ") != NULL)
    suggestion = _ ("Write the date alone, without a time.");
  return g_strdup (suggestion);
}

gboolean
_gram_row_read_date (GramRowContext *self, GramField field, GramDate *date)
{
  GramSlice text = _gram_row_text (self, field);
  g_autoptr (GError) error = NULL;
  g_autofree char *suggestion = NULL;
  GramDate value;

  if (text.length == 0)
    return TRUE;
  if (!gram_date_parse (text.text, self->mapping->date_order, &value, &error))
    {
      suggestion = suggest_date_order (text.text, self->mapping->date_order);
      problem_from_rules (self, field, text.text, error, suggestion);
      return FALSE;
    }
  if (gram_date_compare (value, self->today) > 0)
    {
      g_autofree char *today = gram_date_format (self->today);

      suggestion = g_strdup_printf (_ ("Today is %s. Check the year, and the order of day and "
                                       "month that was chosen for the file."),
                                    today);
      _gram_row_problem (self, field, "row.date-in-future", text.text,
                         _ ("The date is in the future"), suggestion);
      return FALSE;
    }
  *date = value;
  return TRUE;
}

gboolean
_gram_row_read_word (GramRowContext *self, GramField field, const char **word)
{
  const GramFieldInfo *info = gram_field_info (field);
  GramSlice text = _gram_row_text (self, field);
  g_autofree char *list = NULL;
  g_autofree char *suggestion = NULL;

  if (text.length == 0)
    return TRUE;
  for (gsize i = 0; info->words[i] != NULL; i++)
    if (g_ascii_strcasecmp (info->words[i], text.text) == 0)
      {
        *word = info->words[i];
        return TRUE;
      }
  list = g_strjoinv (", ", (char **)info->words);
  if (field == GRAM_FIELD_STATUS && g_ascii_strcasecmp (text.text, "accepted") == 0)
    suggestion = g_strdup (_ ("Write ready: vehicles are accepted in Gram, not by a file."));
  else
    suggestion = g_strdup_printf (_ ("Write one of: %s"), list);
  _gram_row_problem (self, field, "row.unknown-word", text.text, _ ("The value is not known"),
                     suggestion);
  return FALSE;
}

void
_gram_row_set (char **place, const char *text)
{
  if (*place != NULL && strcmp (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* One blank for any run of white space and control characters, such as a new line within quotes. */
static char *
smooth (const char *text)
{
  GString *smoothed = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    if ((guchar)*at > ' ' && *at != '\177')
      g_string_append_c (smoothed, *at);
    else if (smoothed->len > 0 && smoothed->str[smoothed->len - 1] != ' ')
      g_string_append_c (smoothed, ' ');
  return g_string_free_and_steal (smoothed);
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar)*text < ' ' || *text == '\177')
      return TRUE;
  return FALSE;
}

gboolean
_gram_row_read_text (GramRowContext *self, GramField field, char **place)
{
  const GramFieldInfo *info = gram_field_info (field);
  GramSlice text = _gram_row_text (self, field);
  g_autofree char *message = NULL;

  if (text.length > (gsize)info->most)
    {
      message = g_strdup_printf (_ ("The text is longer than %d bytes"), info->most);
      _gram_row_problem (self, field, "row.too-long", text.text, message,
                         _ ("Shorten it, or check that no quote is missing in the row."));
      return FALSE;
    }
  if (G_UNLIKELY (has_control (text.text)))
    {
      g_autofree char *smoothed = smooth (text.text);

      _gram_row_set (place, smoothed);
    }
  else
    _gram_row_set (place, text.text);
  return TRUE;
}
