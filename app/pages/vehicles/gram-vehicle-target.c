/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-target.h"

#include "gram-explanation.h"
#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* Targets, values and differences are in hundredths of a gram. */
#define MICRO_OF_HUNDREDTH 10000

static char *
dup_hundredths (gint64 hundredths)
{
  g_autofree char *figure = gram_format_grams (hundredths * MICRO_OF_HUNDREDTH, 2);

  /* Translators: emissions in grams of CO₂ per kilometre */
  return g_strdup_printf (_ ("%s g/km"), figure);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

/* The target, the credit or charge, and the amount. */
static void
add_rows (AdwPreferencesGroup *group, const GramCcsFigure *figure, gboolean fleet_average)
{
  g_autofree char *target_text = dup_hundredths (figure->target);
  g_autofree char *difference = NULL;

  add_row (group, _ ("Target"), target_text);
  if (figure->charge > 0)
    {
      g_autofree char *amount = gram_format_money (figure->amount_cents, "NZD");

      difference = dup_hundredths (figure->charge);
      add_row (group, _ ("Over the target"), difference);
      add_row (group, fleet_average ? _ ("Charge, if it stood alone") : _ ("Charge"), amount);
    }
  else
    {
      difference = dup_hundredths (figure->credit);
      add_row (group, fleet_average ? _ ("Below the target") : _ ("Credit"), difference);
    }
}

static void
add_input (GramFigure *shown, const char *label, char *value)
{
  g_autofree char *owned = value;

  gram_figure_add_input (shown, label, owned);
}

GramFigure *
gram_vehicle_target_figure (const GramVehicleForecast *forecast)
{
  const GramCcsFigure *figure = &forecast->figure;
  gboolean charge = figure->charge > 0;
  g_autofree char *value
      = gram_format_grams ((charge ? figure->charge : figure->credit) * MICRO_OF_HUNDREDTH, 2);
  GramFigure *shown
      = gram_figure_new (charge ? _ ("Over the target") : _ ("Credit"), value, _ ("g/km"));

  add_input (shown, _ ("Year of the rules"), g_strdup_printf ("%d", figure->year));
  add_input (shown, _ ("Rulebook"), g_strdup (forecast->rulebook));
  add_input (shown, _ ("Annual target"), gram_format_co2 (figure->annual_target_micro));
  if (figure->slope_micro != 0)
    {
      g_autofree char *mean = gram_format_count (figure->mean_weight_kg);
      g_autofree char *taken = gram_format_count (figure->weight_taken_kg);

      add_input (shown, _ ("Slope, for each kg"), gram_format_co2 (figure->slope_micro));
      add_input (shown, _ ("Mean weight"), g_strdup_printf (_ ("%s kg"), mean));
      add_input (shown, _ ("Weight taken"), g_strdup_printf (_ ("%s kg"), taken));
      add_input (shown, _ ("Target before rounding"), gram_format_co2 (figure->exact_target_micro));
    }
  add_input (shown, _ ("Target, 2 decimals"), dup_hundredths (figure->target));
  add_input (shown, _ ("CO₂ value, 2 decimals"), dup_hundredths (figure->value));
  if (charge)
    {
      add_input (shown, _ ("Rate for each gram"), gram_format_money (figure->rate_cents, "NZD"));
      add_input (shown, _ ("Charge, to the cent"), gram_format_money (figure->amount_cents, "NZD"));
    }
  gram_figure_set_formula (
      shown, charge ? _ ("Target = annual target + slope × (weight − mean weight), rounded; "
                         "over the target = CO₂ value − target; charge = that × rate")
                    : _ ("Target = annual target + slope × (weight − mean weight), rounded; "
                         "credit = target − CO₂ value"));
  gram_figure_set_article (shown, figure->verified
                                      ? _ ("Land Transport Act 1998, ss 177 and 182")
                                      : _ ("Land Transport Act 1998, ss 177 and 182; figures of "
                                           "this year not verified in their source"));
  return shown;
}

static GtkWidget *
explanation_row_new (const GramVehicleForecast *forecast)
{
  g_autoptr (GramFigure) figure = gram_vehicle_target_figure (forecast);
  GtkWidget *explanation = gram_explanation_new ();
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *inner = gtk_list_box_row_new ();

  gram_explanation_set_figure (GRAM_EXPLANATION (explanation), figure);
  gtk_widget_set_margin_top (explanation, 12);
  gtk_widget_set_margin_bottom (explanation, 12);
  gtk_widget_set_margin_start (explanation, 12);
  gtk_widget_set_margin_end (explanation, 12);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How This Comes About"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), explanation);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);

  return row;
}

static AdwPreferencesGroup *
group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return ADW_PREFERENCES_GROUP (group);
}

/* What a forecast says, or why it says nothing. */
static void
add_forecast (AdwPreferencesGroup *group,
              const GramVehicleForecast *forecast,
              gboolean fleet_average)
{
  if (!forecast->known)
    {
      adw_preferences_group_add (group, gram_property_row_new (_ ("No target"),
                                                               forecast->refusal != NULL
                                                                   ? forecast->refusal->message
                                                                   : ""));
      return;
    }

  add_rows (group, &forecast->figure, fleet_average);
  adw_preferences_group_add (group, explanation_row_new (forecast));
}

AdwPreferencesGroup *
gram_vehicle_target_group_new (const GramVehicleStanding *standing)
{
  const char *rulebook;
  g_autofree char *description = NULL;
  AdwPreferencesGroup *group;

  g_return_val_if_fail (standing != NULL, NULL);

  if (standing->excluded != NULL)
    {
      group = group_new (_ ("Outside the Standard"),
                         _ ("There is no target, and neither a credit nor a charge"));
      adw_preferences_group_add (group, gram_property_row_new (_ ("Reason"), standing->excluded));
      return group;
    }

  rulebook = standing->now.rulebook != NULL ? standing->now.rulebook : "–";
  if (standing->accepted)
    /* Translators: %s is the version of a rulebook */
    description = g_strdup_printf (_ ("Frozen at acceptance, with rulebook %s"), rulebook);
  else
    /* Translators: %s is the version of a rulebook */
    description = g_strdup_printf (_ ("If it were accepted today, with rulebook %s"), rulebook);
  group = group_new (standing->accepted ? _ ("Target") : _ ("Forecast"), description);
  add_forecast (group, &standing->now, standing->fleet_average);

  return group;
}

/* By how much the next year is dearer or cheaper; NULL if that cannot be said. */
static char *
dup_change (const GramVehicleStanding *standing)
{
  const GramCcsFigure *now = &standing->now.figure;
  const GramCcsFigure *next = &standing->next.figure;
  gint64 money = next->amount_cents - now->amount_cents;
  gint64 grams = next->difference - now->difference;
  g_autofree char *amount = gram_format_money (ABS (money), "NZD");
  g_autofree char *figure = dup_hundredths (ABS (grams));

  if (!standing->now.known || !standing->next.known)
    return NULL;
  if (money > 0)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (_ ("%s more to pay than today"), amount);
  if (money < 0)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (_ ("%s less to pay than today"), amount);
  if (grams == 0)
    return g_strdup (_ ("The same as today"));
  return g_strdup_printf (grams > 0
                              /* Translators: %s is an amount of emissions */
                              ? _ ("%s more credit than today")
                              /* Translators: %s is an amount of emissions */
                              : _ ("%s less credit than today"),
                          figure);
}

/* Without a figure in either year, what is missing is said once. */
static gboolean
says_the_same (const GramVehicleStanding *standing)
{
  const GramRefusal *now = standing->now.refusal;
  const GramRefusal *next = standing->next.refusal;

  return !standing->now.known && !standing->next.known && now != NULL && next != NULL
         && g_str_equal (now->message, next->message);
}

AdwPreferencesGroup *
gram_vehicle_next_group_new (const GramVehicleStanding *standing)
{
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *change = NULL;
  AdwPreferencesGroup *group;

  g_return_val_if_fail (standing != NULL, NULL);

  if (!standing->has_next || standing->excluded != NULL || says_the_same (standing))
    return NULL;

  day = gram_format_date (standing->next_from);
  /* Translators: %s is a day */
  title = g_strdup_printf (_ ("From %s"), day);
  if (standing->next.rulebook != NULL)
    description
        /* Translators: %s is the version of a rulebook */
        = g_strdup_printf (_ ("If it is accepted then, with rulebook %s"), standing->next.rulebook);
  group = group_new (title, description);
  change = dup_change (standing);
  if (change != NULL)
    add_row (group, _ ("Difference"), change);
  add_forecast (group, &standing->next, standing->next_fleet_average);

  return group;
}

/* The dialog is in the way of the page that it opens. */
static void
charge_cb (GtkWidget *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG);

  gtk_widget_activate_action (row, "win.open-charge", "x", gram_row_get_id (row));
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

AdwPreferencesGroup *
gram_vehicle_charge_group_new (const GramChargeRow *charge)
{
  g_autofree char *outstanding = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  AdwPreferencesGroup *group;
  GtkWidget *row;

  if (charge == NULL)
    return NULL;

  outstanding = gram_format_money (charge->record->outstanding, "NZD");
  title = g_strdup_printf (_ ("Charge %" PRId64), charge->id);
  if (charge->state == GRAM_CHARGE_SETTLED)
    subtitle = g_strdup (gram_charge_state_title (charge->state));
  else
    /* Translators: where a charge stands, an amount of money */
    subtitle = g_strdup_printf (_ ("%1$s: %2$s to be paid"),
                                gram_charge_state_title (charge->state), outstanding);
  group = group_new (_ ("Charge"), NULL);
  row = gram_row_new (title, subtitle);
  gram_row_set_id (row, charge->id);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (charge_cb), G_OBJECT (row));
  adw_preferences_group_add (group, row);

  return group;
}
