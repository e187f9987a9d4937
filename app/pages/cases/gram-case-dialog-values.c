/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-dialog.h"

#include "gram-case-dialog-private.h"
#include "gram-exclusions.h"
#include "gram-form.h"
#include "gram-pressable.h"
#include "gram-queries-disputes.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

/* Milliseconds after the last key, before the preview is asked for anew. */
#define DELAY 250

static void
edited_cb (GramCaseDialog *self)
{
  g_assert (GRAM_IS_CASE_DIALOG (self));

  _gram_case_dialog_edited (self);
  _gram_case_dialog_queue_preview (self, DELAY);
}

static GtkWidget *
entry_row_new (GramCaseDialog *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
value_row_new (GramCaseDialog *self, const GramVehicleField *field, const char *text)
{
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (field->unit != NULL)
    /* Translators: name of a vehicle's field, and its unit */
    title = g_strdup_printf (C_ ("field", "%s (%s)"), gram_vehicle_field_title (field->name),
                             _ (field->unit));
  row = entry_row_new (self, title != NULL ? title : gram_vehicle_field_title (field->name), text);
  g_hash_table_insert (self->values, g_strdup (field->name), row);

  return row;
}

static void
add_value (GramCaseDialog *self)
{
  const GramVehicleField *field = gram_vehicle_field_find (self->dispute->field);
  g_autofree char *stated = NULL;
  g_autofree char *claimed = NULL;
  g_autofree char *text = NULL;

  if (field == NULL)
    return;

  stated = gram_exclusions_format (self->exclusions, field->name, self->dispute->stated);
  claimed = gram_exclusions_format (self->exclusions, field->name, self->dispute->claimed);
  /* Translators: what the record says, and what the holder claims */
  text = g_strdup_printf (_ ("The record says %s, the holder says %s."), stated, claimed);
  adw_preferences_group_set_title (self->values_group, _ ("Corrected Value"));
  adw_preferences_group_set_description (self->values_group, text);
  adw_preferences_group_add (self->values_group,
                             value_row_new (self, field, self->dispute->claimed));
}

static void
add_account (GramCaseDialog *self)
{
  self->account_row
      = entry_row_new (self, _ ("Right Account’s Number (Optional)"), self->dispute->right_account);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->account_row), GTK_INPUT_PURPOSE_DIGITS);
  adw_preferences_group_set_title (self->values_group, _ ("Right Account"));
  adw_preferences_group_set_description (
      self->values_group,
      _ ("Left empty, the vehicle waits on the account for vehicles of nobody until the register says whose it is."));
  adw_preferences_group_add (self->values_group, self->account_row);
}

static const char *
stated_value (GramCaseDialog *self, GVariant *details, const char *name)
{
  const char *text = NULL;

  if (g_str_equal (name, "vin"))
    return self->dispute->vin;
  if (g_str_equal (name, "chassis"))
    return self->dispute->chassis;
  if (details != NULL)
    g_variant_lookup (details, name, "&s", &text);

  return text;
}

/* Everything that a record can say; what the holder did not tell stands folded away. */
static void
add_record (GramCaseDialog *self)
{
  g_autoptr (GVariant) details = gram_registry_dispute_details (self->dispute);
  const GramVehicleField *fields = gram_vehicle_fields ();

  adw_preferences_group_set_title (self->values_group, _ ("Record to Be Created"));
  adw_preferences_group_set_description (
      self->values_group,
      _ ("As the holder describes the vehicle. It is ready at once, and the holder accepts it."));
  self->more_row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), _ ("More Fields"));
  for (guint i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const char *text;
      GtkWidget *row;

      if (!gram_vehicle_field_is_disputable (&fields[i], self->account_kind))
        continue;
      text = stated_value (self, details, fields[i].name);
      row = value_row_new (self, &fields[i], text);
      if (text != NULL && *text != '\0')
        adw_preferences_group_add (self->values_group, row);
      else
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self->more_row), row);
    }
  adw_preferences_group_add (self->values_group, self->more_row);
  gram_pressable_install (self->more_row);
}

void
_gram_case_dialog_add_values (GramCaseDialog *self)
{
  if (self->dispute == NULL)
    return;

  if (self->dispute->kind == GRAM_DISPUTE_VALUE)
    add_value (self);
  else if (self->dispute->kind == GRAM_DISPUTE_NOT_OURS)
    add_account (self);
  else
    add_record (self);
  gtk_widget_set_visible (GTK_WIDGET (self->values_group), TRUE);
}

/* Numbers are sent with a point; a comma is what many people type. */
static char *
dup_value (const char *name, GtkWidget *row)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);
  char *text = gram_form_dup_text (row);

  if (field != NULL
      && (field->kind == GRAM_VEHICLE_FIELD_GRAMS || field->kind == GRAM_VEHICLE_FIELD_SAVING))
    g_strdelimit (text, ",", '.');

  return text;
}

void
_gram_case_dialog_read_values (GramCaseDialog *self, GVariantDict *dict)
{
  GVariantBuilder values = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GHashTableIter iter;
  gpointer name;
  gpointer row;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &name, &row))
    {
      g_autofree char *text = dup_value (name, row);

      if (*text != '\0')
        g_variant_builder_add (&values, "{sv}", name, g_variant_new_string (text));
    }
  if (g_hash_table_size (self->values) > 0)
    g_variant_dict_insert_value (dict, "values", g_variant_builder_end (&values));
  else
    g_variant_builder_clear (&values);

  if (self->account_row != NULL)
    {
      g_autofree char *text = gram_form_dup_text (self->account_row);
      g_auto (GStrv) groups = g_strsplit (text, " ", -1);
      g_autofree char *number = g_strjoinv ("", groups);

      if (*number != '\0')
        g_variant_dict_insert (dict, "right-account", "s", number);
    }
  if (self->fields_taken != NULL)
    g_variant_dict_insert (dict, "fields", "^as", self->fields_taken);
}
