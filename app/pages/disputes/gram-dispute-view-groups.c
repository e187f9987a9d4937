/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-view-private.h"

#include "gram-case-claims.h"
#include "gram-case-parts.h"
#include "gram-case-texts.h"
#include "gram-dispute-texts.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-rows.h"
#include "gram-vehicle-details.h"
#include "gram-vehicle-fields.h"
#include "gram-vehicle-texts.h"

#include <glib/gi18n-lib.h>

#define VEHICLE "gram-dispute-vehicle"

/* More are in the list of vehicles. */
#define SHOWN_VEHICLES 10

/* How a state looks: the icon and the style of the first row. */
static const struct
{
  GramCaseState state;
  GramCaseOutcome outcome;
  const char *icon_name;
  const char *style;
} looks[] = {
  { GRAM_CASE_OPEN, 0, "gram-dispute-symbolic", "accent" },
  { GRAM_CASE_CLAIMED, 0, "gram-dispute-symbolic", "accent" },
  { GRAM_CASE_INFORMATION_ASKED, 0, "dialog-question-symbolic", "warning" },
  { GRAM_CASE_DECIDED, GRAM_CASE_UPHELD, "object-select-symbolic", "accent" },
  { GRAM_CASE_DECIDED, GRAM_CASE_NOT_UPHELD, "window-close-symbolic", "" },
  { GRAM_CASE_WITHDRAWN, 0, "edit-undo-symbolic", "" },
};

typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget *widget;
} Added;

static void
add (GramDisputeView *self, AdwPreferencesGroup *group, GtkWidget *widget)
{
  Added *added = g_new (Added, 1);

  added->group = group;
  added->widget = widget;
  adw_preferences_group_add (group, widget);
  g_ptr_array_add (self->rows, added);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
add_text (GramDisputeView *self, AdwPreferencesGroup *group, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    add (self, group, gram_property_row_new (title, text));
}

static void
clear (GramDisputeView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Added *added = self->rows->pdata[i];

      adw_preferences_group_remove (added->group, added->widget);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->decision_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->claims_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->vehicles_group), FALSE);
}

static void
show_look (GramDisputeView *self, const GramCaseRecord *record)
{
  static const char *const styles[] = { "accent", "warning" };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state_row), styles[i]);
  gtk_image_set_from_icon_name (self->state_image, "object-select-symbolic");
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].state == record->state && looks[i].outcome == record->outcome)
      {
        gtk_image_set_from_icon_name (self->state_image, looks[i].icon_name);
        if (*looks[i].style != '\0')
          gtk_widget_add_css_class (GTK_WIDGET (self->state_row), looks[i].style);
      }
}

static void
show_state (GramDisputeView *self)
{
  const GramCaseRecord *record = self->detail->row->record;
  const char *state = gram_dispute_state_text (record->state, record->outcome);
  g_autofree char *next = gram_dispute_dup_next (self->detail);
  g_autofree char *heard = g_strdup_printf (_ ("%1$s. %2$s"), state, next);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), state);
  adw_action_row_set_subtitle (self->state_row, next);
  gram_pressable_set_name (GTK_WIDGET (self->state_row), heard);
  show_look (self, record);
}

/* What the record says since: the corrected value, or what was kept. */
static void
add_value_of_now (GramDisputeView *self)
{
  const GramDisputeRecord *dispute = self->detail->dispute;
  const GramVehicleField *field = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (dispute != NULL && dispute->kind == GRAM_DISPUTE_VALUE)
    field = gram_vehicle_field_find (dispute->field);
  if (field == NULL || self->detail->n_vehicles != 1 || self->detail->vehicles->len != 1)
    return;

  value = gram_vehicle_field_get (field, self->detail->vehicles->pdata[0]);
  text = gram_case_detail_format (self->detail, field->name, value);
  add_text (self, self->decision_group, _ ("It Says Now"), text);
}

static char *
dup_grams (gint64 hundredths)
{
  g_autofree char *figure = gram_format_decimal (hundredths, 2, 2);

  return g_strdup_printf (_ ("%s g/km"), figure);
}

/* What was posted was reversed and posted anew. */
static void
add_corrections (GramDisputeView *self)
{
  gint64 before = 0;
  gint64 after = 0;
  gint64 charge_before = 0;
  gint64 charge_after = 0;
  g_autofree char *grams_before = NULL;
  g_autofree char *grams_after = NULL;
  g_autofree char *money_before = NULL;
  g_autofree char *money_after = NULL;
  g_autofree char *grams = NULL;
  g_autofree char *money = NULL;

  if (self->detail->corrections->len == 0)
    return;

  for (guint i = 0; i < self->detail->corrections->len; i++)
    {
      const GramCorrectionRecord *correction = self->detail->corrections->pdata[i];

      before += correction->difference_before;
      after += correction->difference_after;
      charge_before += correction->charge_before;
      charge_after += correction->charge_after;
    }
  grams_before = dup_grams (before);
  grams_after = dup_grams (after);
  money_before = gram_format_money (charge_before, "NZD");
  money_after = gram_format_money (charge_after, "NZD");
  /* Translators: the value before and the value after */
  grams = g_strdup_printf (_ ("%1$s → %2$s"), grams_before, grams_after);
  money = g_strdup_printf (_ ("%1$s → %2$s"), money_before, money_after);
  add_text (self, self->decision_group, _ ("Difference from the Target"), grams);
  if (charge_before != charge_after)
    add_text (self, self->decision_group, _ ("Charge"), money);
}

static void
show_decision (GramDisputeView *self)
{
  const GramCaseRecord *record = self->detail->row->record;
  g_autofree char *day = NULL;

  if (record->state != GRAM_CASE_DECIDED)
    return;

  day = gram_format_day_of_instant (record->decided_at);
  add_text (self, self->decision_group, _ ("Reason"), record->reason);
  add_value_of_now (self);
  add_corrections (self);
  add_text (self, self->decision_group, _ ("Document"), record->reference);
  add_text (self, self->decision_group, _ ("Decided on"), day);
}

static void
show_differences (GramDisputeView *self)
{
  GPtrArray *differences = self->detail->differences;

  gram_compare_clear (self->differences_group);
  gram_compare_set_heads (self->differences_group, _ ("Registry"), _ ("Register File"));
  for (guint i = 0; i < differences->len; i++)
    {
      const GramDifferenceRecord *difference = differences->pdata[i];

      gram_compare_add_field (self->differences_group, self->detail, difference->field,
                              difference->registry_value, difference->file_value);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->differences_group), differences->len > 0);
}

static void
vehicle_activated_cb (GramDisputeView *self, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), VEHICLE);

  adw_dialog_present (ADW_DIALOG (gram_vehicle_details_new_for_id (self->session, *id)),
                      GTK_WIDGET (self));
}

static GtkWidget *
vehicle_row_new (GramDisputeView *self, const GramVehicleRecord *vehicle)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 *id = g_new (gint64, 1);
  g_autofree char *status = gram_vehicle_dup_status (vehicle->status, vehicle->attention);
  /* Translators: make, model and status of a vehicle */
  g_autofree char *subtitle
      = g_strdup_printf (_ ("%1$s %2$s · %3$s"), vehicle->make, vehicle->model, status);

  *id = vehicle->id;
  g_object_set_data_full (G_OBJECT (row), VEHICLE, id, g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vehicle->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (row, "identifier");
  g_signal_connect_object (row, "activated", G_CALLBACK (vehicle_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gram_pressable_install (row);

  return row;
}

static void
show_vehicles (GramDisputeView *self)
{
  GPtrArray *vehicles = self->detail->vehicles;
  guint shown = MIN (vehicles->len, SHOWN_VEHICLES);
  gint64 left = self->detail->n_vehicles - shown;

  for (guint i = 0; i < shown; i++)
    add (self, self->vehicles_group, vehicle_row_new (self, vehicles->pdata[i]));
  adw_preferences_group_set_title (self->vehicles_group,
                                   self->detail->n_vehicles == 1 ? _ ("Vehicle") : _ ("Vehicles"));
  if (left > 0)
    {
      g_autofree char *number = gram_format_count (left);
      g_autofree char *text
          = g_strdup_printf (ngettext ("And %s more vehicle", "And %s more vehicles", (gulong)left),
                             number);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      gtk_widget_add_css_class (row, "dimmed");
      add (self, self->vehicles_group, row);
    }
}

static void
show_opened (GramDisputeView *self)
{
  const GramCaseRecord *record = self->detail->row->record;
  g_autofree char *day = gram_format_day_of_instant (record->opened_at);
  g_autofree char *text = NULL;

  if (record->opener != NULL && *record->opener != '\0')
    /* Translators: a day and the name of a person */
    text = g_strdup_printf (_ ("Opened on %1$s by %2$s"), day, record->opener);
  else
    text = g_strdup_printf (_ ("Opened on %s"), day);
  gtk_label_set_label (self->opened_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->opened_label), text);
}

void
_gram_dispute_view_show (GramDisputeView *self)
{
  const GramCaseRecord *record = self->detail->row->record;
  GtkWidget *claims = gram_case_claims_group_new (self->detail);
  g_autofree char *number = gram_case_dup_number (record->id);
  g_autofree char *title
      = g_strdup_printf (_ ("%1$s %2$s"), gram_case_kind_title (record->kind), number);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, record->label);
  adw_dialog_set_title (ADW_DIALOG (self), title);

  clear (self);
  show_state (self);
  show_decision (self);
  if (claims != NULL)
    add (self, self->claims_group, claims);
  show_differences (self);
  gram_thread_show_case (self->thread, self->session, self->detail);
  gram_evidence_show_case (self->evidence, self->session, self->detail);
  show_vehicles (self);
  show_opened (self);
}
