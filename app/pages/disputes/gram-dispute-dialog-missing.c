/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-dialog-private.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-vehicle-details.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

/* Until nobody types any more. */
#define PATIENCE_MS 250

/* What is told of a vehicle that is missing; whose it is, is not (CCS facts §9.4). */
static const struct
{
  GramWhereabouts where;
  const char *title;
  const char *subtitle;
  const char *icon_name;
} answers[] = {
  { GRAM_WHEREABOUTS_UNKNOWN, N_ ("Gram does not know this vehicle"),
    N_ ("The administrator creates the record if you are right"), "dialog-question-symbolic" },
  { GRAM_WHEREABOUTS_HERE, N_ ("It stands on this account"),
    N_ ("It is not missing: if something about it is wrong, open it and dispute it there"),
    "object-select-symbolic" },
  { GRAM_WHEREABOUTS_ELSEWHERE, N_ ("It stands on another account"),
    N_ ("Whose is not told. The administrator moves it here if you are right."),
    "dialog-information-symbolic" },
};

static void
show_answer (GramDisputeDialog *self,
             const char *title,
             const char *subtitle,
             const char *icon_name,
             gint64 vehicle_id)
{
  self->vehicle_id = vehicle_id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->where_row), title);
  adw_action_row_set_subtitle (self->where_row, subtitle);
  gtk_image_set_from_icon_name (self->where_image, icon_name);
  gtk_widget_set_visible (self->where_button, vehicle_id != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->where_row), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->where_row), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
looked_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramVehicleLookUp *answer
      = gram_session_look_up_vehicle_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->looking == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking
      || gram_failure_is_cancelled (error))
    return;
  if (answer == NULL)
    {
      g_autofree char *sentence
          = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

      show_answer (self, _ ("Not looked up"), sentence, "dialog-warning-symbolic", 0);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (answers[i].where == answer->where)
      show_answer (self, _ (answers[i].title), _ (answers[i].subtitle), answers[i].icon_name,
                   answer->vehicle_id);
}

static void
stop_looking (GramDisputeDialog *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static gboolean
look_cb (gpointer user_data)
{
  GramDisputeDialog *self = user_data;
  g_autofree char *vin = gram_form_dup_text (GTK_WIDGET (self->vin_row));
  g_autofree char *chassis = gram_form_dup_text (GTK_WIDGET (self->chassis_row));

  self->look_source = 0;
  self->looking = g_cancellable_new ();
  gram_session_look_up_vehicle_async (self->session, *vin != '\0' ? vin : NULL,
                                      *chassis != '\0' ? chassis : NULL, self->looking,
                                      looked_up_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* The form says at once whether Gram knows the vehicle. */
static void
identifier_changed_cb (GramDisputeDialog *self)
{
  g_autofree char *vin = gram_form_dup_text (GTK_WIDGET (self->vin_row));
  g_autofree char *chassis = gram_form_dup_text (GTK_WIDGET (self->chassis_row));

  gram_form_set_error (GTK_WIDGET (self->vin_row), NULL);
  stop_looking (self);
  self->vehicle_id = 0;
  if (*vin == '\0' && *chassis == '\0')
    gtk_widget_set_visible (GTK_WIDGET (self->where_row), FALSE);
  else if (self->session != NULL)
    self->look_source = g_timeout_add (PATIENCE_MS, look_cb, self);
}

static void
open_vehicle_cb (GramDisputeDialog *self)
{
  if (self->vehicle_id != 0)
    adw_dialog_present (ADW_DIALOG (
                            gram_vehicle_details_new_for_id (self->session, self->vehicle_id)),
                        GTK_WIDGET (self));
}

static gboolean
is_identifier (const GramVehicleField *field)
{
  return field->kind == GRAM_VEHICLE_FIELD_IDENTIFIER || field->kind == GRAM_VEHICLE_FIELD_KEY;
}

static void
detail_changed_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, NULL);
}

static void
add_detail (GramDisputeDialog *self, const GramVehicleField *field)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = NULL;

  if (field->unit != NULL)
    /* Translators: a field of a vehicle and its unit */
    title = g_strdup_printf (_ ("%1$s (%2$s)"), gram_vehicle_field_title (field->name),
                             _ (field->unit));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 title != NULL ? title : gram_vehicle_field_title (field->name));
  g_signal_connect (row, "changed", G_CALLBACK (detail_changed_cb), NULL);
  adw_expander_row_add_row (self->details_row, row);
  g_ptr_array_add (self->details, row);
}

void
_gram_dispute_dialog_missing_show (GramDisputeDialog *self)
{
  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const GramVehicleField *field = &gram_vehicle_fields ()[i];

      if (gram_vehicle_field_is_disputable (field, self->account_kind) && !is_identifier (field))
        {
          add_detail (self, field);
          g_ptr_array_add (self->fields, (gpointer)field);
        }
    }
}

/* Each value has to be one that the field takes. */
static gboolean
check_details (GramDisputeDialog *self)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < self->details->len; i++)
    {
      GtkWidget *row = self->details->pdata[i];
      g_autofree char *text = gram_form_dup_text (row);
      g_autofree char *value = NULL;
      g_autoptr (GramRefusal) refusal = NULL;

      if (*text == '\0')
        continue;
      value = gram_vehicle_field_read (self->fields->pdata[i], text, GRAM_DATE_NONE, &refusal);
      if (value != NULL)
        continue;
      adw_expander_row_set_expanded (self->details_row, TRUE);
      gtk_widget_add_css_class (row, "error");
      gtk_widget_set_tooltip_text (row, refusal->message);
      gram_form_refuse (self->refusal_label, refusal, NULL);
      fits = FALSE;
    }

  return fits;
}

gboolean
_gram_dispute_dialog_missing_check (GramDisputeDialog *self)
{
  gboolean any = *gtk_editable_get_text (GTK_EDITABLE (self->vin_row)) != '\0'
                 || *gtk_editable_get_text (GTK_EDITABLE (self->chassis_row)) != '\0';

  gram_form_set_error (GTK_WIDGET (self->vin_row),
                       any ? NULL : _ ("Enter the VIN or the chassis number."));

  return check_details (self) && any;
}

void
_gram_dispute_dialog_missing_take (GramDisputeDialog *self, GVariantDict *arguments)
{
  g_autofree char *vin = gram_form_dup_text (GTK_WIDGET (self->vin_row));
  g_autofree char *chassis = gram_form_dup_text (GTK_WIDGET (self->chassis_row));
  GVariantDict details;
  gboolean any = FALSE;

  if (*vin != '\0')
    g_variant_dict_insert (arguments, "vin", "s", vin);
  if (*chassis != '\0')
    g_variant_dict_insert (arguments, "chassis", "s", chassis);
  g_variant_dict_init (&details, NULL);
  for (guint i = 0; i < self->details->len; i++)
    {
      const GramVehicleField *field = self->fields->pdata[i];
      g_autofree char *text = gram_form_dup_text (self->details->pdata[i]);

      if (*text == '\0')
        continue;
      g_variant_dict_insert (&details, field->name, "s", text);
      any = TRUE;
    }
  if (any)
    g_variant_dict_insert_value (arguments, "details", g_variant_dict_end (&details));
  else
    g_variant_dict_clear (&details);
}

gboolean
_gram_dispute_dialog_missing_is_filled (GramDisputeDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->vin_row)) != '\0'
      || *gtk_editable_get_text (GTK_EDITABLE (self->chassis_row)) != '\0')
    return TRUE;

  for (guint i = 0; i < self->details->len; i++)
    if (*gtk_editable_get_text (self->details->pdata[i]) != '\0')
      return TRUE;

  return FALSE;
}

void
_gram_dispute_dialog_missing_dispose (GramDisputeDialog *self)
{
  stop_looking (self);
}

void
_gram_dispute_dialog_missing_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, identifier_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_vehicle_cb);
}
