/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-groups.h"

#include "gram-formats.h"
#include "gram-timeline.h"
#include "gram-vehicle-fields.h"
#include "gram-vehicle-target.h"
#include "gram-vehicle-texts.h"

#include <glib/gi18n-lib.h>

static AdwPreferencesGroup *
group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return ADW_PREFERENCES_GROUP (group);
}

/* A field and its value; without a value there is no row. */
static void
add_row (AdwPreferencesGroup *group, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static void
add_number (AdwPreferencesGroup *group, const char *title, int value, const char *format)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (value == 0)
    return;
  number = gram_format_count (value);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, number);
#pragma GCC diagnostic pop
  add_row (group, title, text);
}

static void
add_co2 (AdwPreferencesGroup *group, const char *title, gint64 micro)
{
  g_autofree char *text = gram_format_co2 (micro);

  add_row (group, title, text);
}

static AdwPreferencesGroup *
missing_group (const GramVehicleFile *file)
{
  AdwPreferencesGroup *group;
  const GramVehicleRecord *record = file->record;

  if (file->missing->len == 0 && record->attention != GRAM_ATTENTION_DISPUTED)
    return NULL;

  group = group_new (_ ("Before It Can Be Accepted"), NULL);
  for (guint i = 0; i < file->missing->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     g_ptr_array_index (file->missing, i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (group, row);
    }
  if (record->attention == GRAM_ATTENTION_DISPUTED)
    add_row (group, _ ("Open dispute"), _ ("Acceptance waits for the decision."));
  return group;
}

static AdwPreferencesGroup *
identity_group (const GramVehicleFile *file)
{
  const GramVehicleRecord *record = file->record;
  AdwPreferencesGroup *group = group_new (_ ("Identity"), NULL);
  g_autofree char *number = gram_format_account_number (file->account_number);

  add_row (group, _ ("VIN"), record->vin);
  add_row (group, _ ("Chassis number"), record->chassis);
  add_row (group, _ ("Register key"), record->register_key);
  add_row (group, _ ("Account"), number);
  return group;
}

static AdwPreferencesGroup *
vehicle_group (const GramVehicleFile *file)
{
  const GramVehicleRecord *record = file->record;
  const char type[2] = { record->type, '\0' };
  gboolean ccts = file->account_kind == GRAM_ACCOUNT_CCTS;
  AdwPreferencesGroup *group = group_new (_ ("Vehicle"), NULL);

  add_row (group, _ ("Make"), record->make);
  add_row (group, _ ("Model"), record->model);
  add_row (group, _ ("Variant"), record->variant);
  add_row (group, _ ("Class"), record->vehicle_class);
  add_row (group, _ ("Type"),
           file->standing != NULL && file->standing->type_reason != NULL
               ? file->standing->type_reason
               : type);
  if (file->account_kind == GRAM_ACCOUNT_CCS_USED)
    add_row (group, _ ("New or used"), _ ("Used"));
  else if (file->account_kind == GRAM_ACCOUNT_CCS_NEW)
    add_row (group, _ ("New or used"), _ ("New"));
  if (record->made_year > 0)
    {
      g_autofree char *year = g_strdup_printf ("%d", record->made_year);

      add_row (group, _ ("Year of manufacture"), year);
    }
  add_row (group, _ ("Fuel or motive power"), record->fuel);
  add_number (group, _ ("Engine capacity"), record->engine_cc, _ ("%s cm³"));
  add_number (group, ccts ? _ ("Mass in running order") : _ ("Tare weight"), record->mass_kg,
              _ ("%s kg"));
  if (record->units != 1)
    add_number (group, _ ("Cars that the row stands for"), record->units, "%s");
  if (record->registered_on != NULL)
    {
      g_autofree char *date = gram_format_date (record->registered_on);

      add_row (group, _ ("First registration"), date);
    }
  return group;
}

static AdwPreferencesGroup *
emissions_group (const GramVehicleFile *file)
{
  const GramVehicleRecord *record = file->record;
  AdwPreferencesGroup *group = group_new (_ ("Emissions"), NULL);
  gint64 effective = gram_vehicle_record_effective_co2 (record);

  if (record->co2_micro == GRAM_CO2_UNKNOWN)
    add_row (group, _ ("CO₂ value"), _ ("Not known"));
  else
    add_co2 (group, _ ("CO₂ value"), record->co2_micro);
  add_row (group, _ ("Test cycle"), record->test_cycle);
  add_row (group, _ ("Source of the value"), record->co2_source);
  if (record->corrected_micro != GRAM_CO2_UNKNOWN)
    add_co2 (group, _ ("Corrected value"), record->corrected_micro);
  if (record->saving_micro > 0)
    add_co2 (group, _ ("Eco-innovation savings"), record->saving_micro);
  add_row (group, _ ("Eco-innovation codes"), record->eco_codes);
  if (effective != record->co2_micro)
    add_co2 (group, _ ("Emissions that count"), effective);
  return group;
}

static AdwPreferencesGroup *
target_group (const GramVehicleFile *file)
{
  return file->standing != NULL ? gram_vehicle_target_group_new (file->standing) : NULL;
}

static AdwPreferencesGroup *
next_group (const GramVehicleFile *file)
{
  return file->standing != NULL ? gram_vehicle_next_group_new (file->standing) : NULL;
}

static AdwPreferencesGroup *
charge_group (const GramVehicleFile *file)
{
  return gram_vehicle_charge_group_new (file->charge);
}

static char *
dup_when (gint64 at, const char *person)
{
  g_autofree char *day = gram_format_day_of_instant (at);
  g_autofree char *time = gram_format_time_of_instant (at);

  if (person == NULL)
    /* Translators: a day and a time */
    return g_strdup_printf (_ ("%s, %s"), day, time);
  /* Translators: a day, a time and a person */
  return g_strdup_printf (_ ("%s, %s, %s"), day, time, person);
}

static AdwPreferencesGroup *
timeline_group (const char *title, GtkWidget *timeline)
{
  AdwPreferencesGroup *group = group_new (title, NULL);

  adw_preferences_group_add (group, timeline);
  return group;
}

static AdwPreferencesGroup *
status_group (const GramVehicleFile *file)
{
  const GramVehicleRecord *record = file->record;
  GtkWidget *timeline = gram_timeline_new ();
  g_autofree char *entered = dup_when (record->entered_at, NULL);

  gram_timeline_append (GRAM_TIMELINE (timeline), _ ("Entered"),
                        _ ("Assigned to the account by the register"), entered);
  if (record->ready_at > 0)
    {
      g_autofree char *ready = dup_when (record->ready_at, NULL);

      gram_timeline_append (GRAM_TIMELINE (timeline), _ ("Ready"),
                            _ ("Compliance or pre-delivery inspection is done"), ready);
    }
  if (record->accepted_at > 0)
    {
      g_autofree char *accepted = dup_when (record->accepted_at, record->accepted_by);

      gram_timeline_append (GRAM_TIMELINE (timeline), _ ("Accepted"),
                            record->accepted_automatically ? _ ("By auto-accept") : _ ("By hand"),
                            accepted);
    }
  return timeline_group (_ ("Status"), timeline);
}

GPtrArray *
gram_vehicle_groups_new (const GramVehicleFile *file)
{
  static AdwPreferencesGroup *(*const makers[]) (const GramVehicleFile *)
      = { missing_group, target_group,   next_group,    charge_group,
          status_group,  identity_group, vehicle_group, emissions_group };
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (file != NULL, groups);

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      AdwPreferencesGroup *group = makers[i](file);

      if (group != NULL)
        g_ptr_array_add (groups, g_object_ref_sink (group));
    }
  return groups;
}
