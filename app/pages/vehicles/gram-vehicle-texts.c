/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-texts.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* One decimal reads well in a column; the details have them all. */
#define CO2_DECIMALS 1

const char *
gram_vehicle_status_title (GramVehicleStatus status)
{
  switch (status)
    {
    case GRAM_VEHICLE_ENTERED:
      return C_ ("vehicle status", "Entered");
    case GRAM_VEHICLE_READY:
      return C_ ("vehicle status", "Ready");
    case GRAM_VEHICLE_ACCEPTED:
      return C_ ("vehicle status", "Accepted");
    default:
      return "";
    }
}

const char *
gram_vehicle_attention_title (GramAttention attention)
{
  switch (attention)
    {
    case GRAM_ATTENTION_NONE:
      return C_ ("vehicles", "Complete");
    case GRAM_ATTENTION_INCOMPLETE:
      return C_ ("vehicles", "Incomplete");
    case GRAM_ATTENTION_DISPUTED:
      return C_ ("vehicles", "Disputed");
    default:
      return "";
    }
}

char *
gram_vehicle_dup_status (GramVehicleStatus status, GramAttention attention)
{
  const char *title = gram_vehicle_status_title (status);

  switch (attention)
    {
    case GRAM_ATTENTION_INCOMPLETE:
      /* Translators: a status, for example "Ready, incomplete" */
      return g_strdup_printf (_ ("%s, incomplete"), title);
    case GRAM_ATTENTION_DISPUTED:
      /* Translators: a status, for example "Ready, disputed" */
      return g_strdup_printf (_ ("%s, disputed"), title);
    case GRAM_ATTENTION_NONE:
    default:
      return g_strdup (title);
    }
}

static char *
vehicle_co2 (GObject *object, gint64 micro)
{
  return micro == GRAM_CO2_UNKNOWN ? g_strdup ("–") : gram_format_grams (micro, CO2_DECIMALS);
}

static char *
vehicle_mass (GObject *object, int mass_kg)
{
  g_autofree char *figure = NULL;

  if (mass_kg == 0)
    return g_strdup ("–");
  figure = gram_format_count (mass_kg);
  /* Translators: a weight in kilograms */
  return g_strdup_printf (_ ("%s kg"), figure);
}

static char *
vehicle_units (GObject *object, int units)
{
  return units > 0 ? gram_format_count (units) : g_strdup ("");
}

static char *
vehicle_date (GObject *object, const char *iso)
{
  return gram_format_date (iso != NULL && *iso != '\0' ? iso : NULL);
}

static char *
vehicle_status (GObject *object, gboolean loading, guint status, guint attention)
{
  return loading ? g_strdup ("")
                 : gram_vehicle_dup_status ((GramVehicleStatus)status, (GramAttention)attention);
}

static gboolean
vehicle_needs_person (GObject *object, guint attention)
{
  return attention != GRAM_ATTENTION_NONE;
}

static char *
vehicle_summary (GObject *object, const char *make, const char *model, gint64 micro)
{
  g_autofree char *co2 = NULL;

  if (micro == GRAM_CO2_UNKNOWN)
    return g_strdup_printf ("%s %s", make, model);
  co2 = gram_format_grams (micro, CO2_DECIMALS);
  /* Translators: make, model and CO₂ value of a vehicle */
  return g_strdup_printf (_ ("%s %s · %s g/km"), make, model, co2);
}

static char *
vehicle_row_label (GObject *object,
                   gboolean loading,
                   const char *label,
                   const char *make,
                   const char *model,
                   guint status,
                   guint attention)
{
  g_autofree char *title = NULL;

  if (loading)
    return g_strdup (_ ("Loading"));
  title = gram_vehicle_dup_status ((GramVehicleStatus)status, (GramAttention)attention);
  /* Translators: a row for a screen reader: identifier, make, model, status */
  return g_strdup_printf (_ ("%s, %s %s, %s"), label, make, model, title);
}

void
gram_vehicle_texts_bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, vehicle_co2);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_mass);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_units);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_date);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_status);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_needs_person);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_summary);
  gtk_widget_class_bind_template_callback (widget_class, vehicle_row_label);
}
