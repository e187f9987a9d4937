/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-formats.h"

#include "gram-calendar.h"
#include "gram-decimal.h"
#include "gram-vehicle-record.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define NOTHING "–"

char *
gram_format_count (gint64 count)
{
  return gram_decimal_format_in_locale (count, 0, 0);
}

char *
gram_format_grams (gint64 micro, guint decimals)
{
  gint64 rounded;

  g_return_val_if_fail (decimals <= GRAM_DECIMAL_SCALE_CO2, NULL);

  if (micro == GRAM_CO2_UNKNOWN)
    return g_strdup (NOTHING);

  if (!gram_decimal_rescale (micro, GRAM_DECIMAL_SCALE_CO2, decimals, GRAM_ROUND_HALF_UP, &rounded))
    return g_strdup (NOTHING);

  return gram_decimal_format_in_locale (rounded, decimals, decimals);
}

char *
gram_format_decimal (gint64 amount, guint scale, guint decimals)
{
  return gram_decimal_format_in_locale (amount, scale, decimals);
}

char *
gram_format_to_edit (gint64 amount, guint scale, guint decimals)
{
  const char *point = localeconv ()->decimal_point;

  return gram_decimal_format_for_people (amount, scale, decimals,
                                         g_str_equal (point, ",") ? "," : ".", NULL);
}

char *
gram_format_co2 (gint64 micro)
{
  g_autofree char *figure = NULL;

  if (micro == GRAM_CO2_UNKNOWN)
    return g_strdup (NOTHING);

  figure = gram_decimal_format_in_locale (micro, GRAM_DECIMAL_SCALE_CO2, 0);

  /* Translators: emissions; %s is a figure */
  return g_strdup_printf (_ ("%s g/km"), figure);
}

char *
gram_format_money (gint64 minor, const char *currency)
{
  g_autofree char *figure = NULL;

  g_return_val_if_fail (currency != NULL, NULL);

  /* The sign stands before the currency. */
  if (minor < 0 && minor != G_MININT64)
    {
      g_autofree char *amount = gram_format_money (-minor, currency);

      return g_strconcat ("−", amount, NULL);
    }

  figure
      = gram_decimal_format_in_locale (minor, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
  if (g_str_equal (currency, "NZD"))
    /* Translators: an amount of New Zealand dollars; %s is a figure */
    return g_strdup_printf (_ ("NZ$%s"), figure);
  if (g_str_equal (currency, "GBP"))
    /* Translators: an amount of pounds sterling; %s is a figure */
    return g_strdup_printf (_ ("£%s"), figure);

  return g_strdup_printf ("%s %s", figure, currency);
}

char *
gram_format_date (const char *iso)
{
  GramDate date;

  if (iso == NULL || *iso == '\0' || !gram_date_parse (iso, GRAM_DATE_ISO, &date, NULL))
    return g_strdup (NOTHING);

  return gram_date_format_for_people (date);
}

char *
gram_format_month (int period, gboolean full)
{
  g_autoptr (GDateTime) month = NULL;

  if (period <= 0)
    /* Translators: in place of a month: the vehicle has no date of registration */
    return g_strdup (full ? _ ("No date") : C_ ("below a column of a chart", "None"));

  month = g_date_time_new_utc (period / 100, period % 100, 1, 0, 0, 0);
  if (month == NULL)
    return g_strdup (NOTHING);

  /* Translators: a month and its year, in a table, as strftime writes them */
  return g_date_time_format (month, full ? _ ("%OB %Y") : "%Ob");
}

char *
gram_format_day_of_instant (gint64 utc_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (utc_us);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return g_strdup (NOTHING);

  return gram_date_format_for_people (gram_date_make (g_date_time_get_year (local),
                                                      g_date_time_get_month (local),
                                                      g_date_time_get_day_of_month (local)));
}

char *
gram_format_time_of_instant (gint64 utc_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (utc_us);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return g_strdup (NOTHING);

  /* Translators: a time of day, as strftime writes it */
  return g_date_time_format (local, _ ("%H:%M"));
}

char *
gram_format_account_number (const char *number)
{
  if (number == NULL || strlen (number) != 8)
    return g_strdup (number != NULL ? number : "");

  return g_strdup_printf ("%.4s\u00a0%s", number, number + 4);
}

static char *
format_count_closure (gpointer object, gint64 count)
{
  return gram_format_count (count);
}

static char *
format_co2_closure (gpointer object, gint64 micro)
{
  return gram_format_co2 (micro);
}

static char *
format_date_closure (gpointer object, const char *iso)
{
  return gram_format_date (iso);
}

static char *
format_account_number_closure (gpointer object, const char *number)
{
  return gram_format_account_number (number);
}

static gboolean
not_closure (gpointer object, gboolean value)
{
  return !value;
}

static gboolean
has_text_closure (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

void
gram_formats_bind_closures (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_bind_template_callback_full (widget_class, "format_count",
                                                G_CALLBACK (format_count_closure));
  gtk_widget_class_bind_template_callback_full (widget_class, "format_co2",
                                                G_CALLBACK (format_co2_closure));
  gtk_widget_class_bind_template_callback_full (widget_class, "format_date",
                                                G_CALLBACK (format_date_closure));
  gtk_widget_class_bind_template_callback_full (widget_class, "format_account_number",
                                                G_CALLBACK (format_account_number_closure));
  gtk_widget_class_bind_template_callback_full (widget_class, "not", G_CALLBACK (not_closure));
  gtk_widget_class_bind_template_callback_full (widget_class, "has_text",
                                                G_CALLBACK (has_text_closure));
}
