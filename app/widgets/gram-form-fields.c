/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-form-fields.h"

#include "gram-date-row.h"
#include "gram-form.h"
#include "gram-pressable.h"
#include "gram-text-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define FIRST_YEAR 2000
#define LAST_YEAR 2199
#define MAX_DIGITS 12
#define MAX_NUMBER G_GINT64_CONSTANT (999999999999)

/* Nothing is chosen until a person has. */
static GtkWidget *
choice_row_new (const GramFormField *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Choose…"));
  for (guint i = 0; i < GRAM_FORM_MAX_CHOICES && field->choices[i].word != NULL; i++)
    gtk_string_list_append (titles, _ (field->choices[i].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gram_pressable_install (row);

  return row;
}

static GtkWidget *
line_row_new (GtkInputPurpose purpose)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), purpose);

  return row;
}

/* What was said of a text is not true of another one. */
static void
edited_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

GtkWidget *
gram_form_field_row_new (const GramFormField *field)
{
  GtkWidget *row = NULL;

  g_return_val_if_fail (field != NULL && field->argument != NULL, NULL);

  switch (field->input)
    {
    case GRAM_FORM_LINES:
      row = gram_text_row_new (NULL);
      break;
    case GRAM_FORM_DAY:
      row = gram_date_row_new ();
      break;
    case GRAM_FORM_CHOICE:
      row = choice_row_new (field);
      break;
    case GRAM_FORM_YEAR:
    case GRAM_FORM_NUMBER:
      row = line_row_new (GTK_INPUT_PURPOSE_DIGITS);
      break;
    case GRAM_FORM_AMOUNT:
    case GRAM_FORM_TENTHS:
    case GRAM_FORM_DECIMAL:
      row = line_row_new (GTK_INPUT_PURPOSE_NUMBER);
      break;
    case GRAM_FORM_LINE:
    case GRAM_FORM_ACCOUNTS:
    default:
      row = line_row_new (GTK_INPUT_PURPOSE_FREE_FORM);
      break;
    }
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gram_form_field_connect_changed (row, G_CALLBACK (edited_cb), row);

  return row;
}

void
gram_form_field_connect_changed (GtkWidget *row, GCallback callback, gpointer user_data)
{
  const char *signal = ADW_IS_COMBO_ROW (row) ? "notify::selected" : "changed";

  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  g_signal_connect_object (row, signal, callback, user_data, G_CONNECT_SWAPPED);
}

static char *
dup_text (const GramFormField *field, GtkWidget *row)
{
  g_autofree char *date = NULL;
  guint selected;

  switch (field->input)
    {
    case GRAM_FORM_LINES:
      return gram_text_row_dup_text (GRAM_TEXT_ROW (row));
    case GRAM_FORM_DAY:
      date = gram_date_row_dup_date (GRAM_DATE_ROW (row));
      /* What is no day is not empty. */
      return date != NULL ? g_steal_pointer (&date) : g_strdup ("?");
    case GRAM_FORM_CHOICE:
      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
      if (selected == 0 || selected > GRAM_FORM_MAX_CHOICES)
        return g_strdup ("");
      return g_strdup (field->choices[selected - 1].word);
    case GRAM_FORM_AMOUNT:
    case GRAM_FORM_TENTHS:
    case GRAM_FORM_DECIMAL:
      return gram_form_dup_amount (row);
    case GRAM_FORM_LINE:
    case GRAM_FORM_YEAR:
    case GRAM_FORM_NUMBER:
    case GRAM_FORM_ACCOUNTS:
    default:
      return gram_form_dup_text (row);
    }
}

static GVariant *
read_amount (const char *amount, gsize max_decimals)
{
  const char *point = strchr (amount, '.');
  gsize digits = strspn (amount, "0123456789");

  if (digits == 0 || digits > MAX_DIGITS)
    return NULL;
  if (point == NULL)
    return amount[digits] == '\0' ? g_variant_new_string (amount) : NULL;
  if (point != amount + digits || strspn (point + 1, "0123456789") != strlen (point + 1)
      || strlen (point + 1) < 1 || strlen (point + 1) > max_decimals)
    return NULL;

  return g_variant_new_string (amount);
}

static GVariant *
read_number (const char *text, gint64 first, gint64 last)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, first, last, &number, NULL))
    return NULL;

  return g_variant_new_int64 (number);
}

/* A number may be written in two halves, as it is shown. */
static GVariant *
read_accounts (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);
  g_autoptr (GVariantBuilder) numbers = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit_set (parts[i], " ", -1);
      g_autofree char *number = g_strjoinv ("", halves);

      if (*number == '\0')
        continue;
      if (strspn (number, "0123456789") != strlen (number))
        return NULL;
      g_variant_builder_add (numbers, "s", number);
      n++;
    }

  return n > 0 ? g_variant_builder_end (numbers) : NULL;
}

/* NULL: it is not what the field takes. */
static GVariant *
read_text (const GramFormField *field, const char *text)
{
  switch (field->input)
    {
    case GRAM_FORM_YEAR:
      return read_number (text, FIRST_YEAR, LAST_YEAR);
    case GRAM_FORM_NUMBER:
      return read_number (text, 0, MAX_NUMBER);
    case GRAM_FORM_AMOUNT:
      return read_amount (text, 2);
    case GRAM_FORM_TENTHS:
      return read_amount (text, 1);
    case GRAM_FORM_DECIMAL:
      return read_amount (text, 6);
    case GRAM_FORM_ACCOUNTS:
      return read_accounts (text);
    case GRAM_FORM_DAY:
      return g_str_equal (text, "?") ? NULL : g_variant_new_string (text);
    case GRAM_FORM_LINES:
    case GRAM_FORM_LINE:
    case GRAM_FORM_CHOICE:
    default:
      return g_variant_new_string (text);
    }
}

gboolean
gram_form_field_read (const GramFormField *field, GtkWidget *row, GVariant **value)
{
  g_autofree char *text = NULL;
  gboolean good;

  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = NULL;
  text = dup_text (field, row);
  if (*text == '\0')
    {
      gram_form_set_error (row, field->needed != NULL ? _ (field->needed) : NULL);
      return field->needed == NULL;
    }

  *value = read_text (field, text);
  good = *value != NULL;
  if (!good && field->needed == NULL)
    gram_form_set_error (row, _ ("This is not a date; write it like 2026-12-31."));
  else
    gram_form_set_error (row, good ? NULL : _ (field->needed));

  return good;
}

gboolean
gram_form_field_is_empty (const GramFormField *field, GtkWidget *row)
{
  g_autofree char *text = dup_text (field, row);

  return *text == '\0';
}

void
gram_form_field_set_text (const GramFormField *field, GtkWidget *row, const char *text)
{
  g_return_if_fail (field != NULL && field->input != GRAM_FORM_CHOICE);
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  if (field->input == GRAM_FORM_LINES)
    gram_text_row_set_text (GRAM_TEXT_ROW (row), text);
  else if (field->input == GRAM_FORM_DAY)
    gram_date_row_set_date (GRAM_DATE_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

char *
gram_form_field_dup_text (const GramFormField *field, GtkWidget *row)
{
  g_autofree char *text = NULL;
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  text = dup_text (field, row);
  value = read_text (field, text);
  if (value == NULL)
    return g_strdup ("");
  g_variant_ref_sink (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_strdup_printf ("%" PRId64, g_variant_get_int64 (value));

  return g_variant_dup_string (value, NULL);
}
