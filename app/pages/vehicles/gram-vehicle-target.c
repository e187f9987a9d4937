/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-target.h"

#include "gram-case-claims.h"
#include "gram-explanation.h"
#include "gram-formats.h"

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

void
gram_vehicle_target_add_rows (const GramVehicleTarget *target, AdwPreferencesGroup *group)
{
  const GramCcsFigure *figure = &target->figure;
  g_autofree char *target_text = NULL;
  g_autofree char *difference = NULL;

  g_return_if_fail (target != NULL && target->known);

  target_text = dup_hundredths (figure->target);
  add_row (group, _ ("Target"), target_text);
  if (figure->charge > 0)
    {
      g_autofree char *amount = gram_format_money (figure->amount_cents, "NZD");

      difference = dup_hundredths (figure->charge);
      add_row (group, _ ("Over the target"), difference);
      add_row (group, _ ("Charge"), amount);
    }
  else
    {
      difference = dup_hundredths (figure->credit);
      add_row (group, _ ("Credit"), difference);
    }
}

static void
add_input (GramFigure *shown, const char *label, char *value)
{
  g_autofree char *owned = value;

  gram_figure_add_input (shown, label, owned);
}

GramFigure *
gram_vehicle_target_figure (const GramVehicleTarget *target)
{
  const GramCcsFigure *figure = &target->figure;
  gboolean charge = figure->charge > 0;
  g_autofree char *value
      = gram_format_grams ((charge ? figure->charge : figure->credit) * MICRO_OF_HUNDREDTH, 2);
  GramFigure *shown
      = gram_figure_new (charge ? _ ("Over the target") : _ ("Credit"), value, _ ("g/km"));

  add_input (shown, _ ("Year of the rules"), g_strdup_printf ("%d", figure->year));
  add_input (shown, _ ("Rulebook"), g_strdup (target->rulebook));
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
explanation_row_new (const GramVehicleTarget *target)
{
  g_autoptr (GramFigure) figure = gram_vehicle_target_figure (target);
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

AdwPreferencesGroup *
gram_vehicle_target_group_new (const GramVehicleTarget *target)
{
  AdwPreferencesGroup *group;

  g_return_val_if_fail (target != NULL, NULL);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _ ("Target"));
  adw_preferences_group_set_description (group, target->frozen
                                                    ? _ ("With the rulebook frozen at acceptance")
                                                    : _ ("With the rulebook in force today"));
  if (!target->known)
    {
      adw_preferences_group_add (group, gram_property_row_new (_ ("No target"), target->note));
      return group;
    }

  gram_vehicle_target_add_rows (target, group);
  adw_preferences_group_add (group, explanation_row_new (target));

  return group;
}
