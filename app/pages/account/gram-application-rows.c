/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-rows.h"

#include "gram-form.h"
#include "gram-pressable.h"
#include "gram-text-row.h"

#include <glib/gi18n-lib.h>

/* An answer that nobody gave is neither. */
enum
{
  ANSWER_NONE,
  ANSWER_YES,
  ANSWER_NO,
};

static GtkWidget *
question_row_new (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  gtk_string_list_append (answers, _ ("Choose…"));
  gtk_string_list_append (answers, _ ("Yes"));
  gtk_string_list_append (answers, _ ("No"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gram_pressable_install (row);

  return row;
}

/* Long texts are not written in one line. */
static gboolean
is_long (const GramApplicationRow *field)
{
  return field->field == GRAM_APPLICATION_RELATED_PARTIES
         || field->field == GRAM_APPLICATION_INSOLVENCY_DETAILS;
}

static GtkInputPurpose
purpose_of (GramApplicationKind kind)
{
  switch (kind)
    {
    case GRAM_APPLICATION_ADDRESS:
      return GTK_INPUT_PURPOSE_EMAIL;
    case GRAM_APPLICATION_NUMBER_OF_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case GRAM_APPLICATION_COUNT:
    case GRAM_APPLICATION_MONEY:
      return GTK_INPUT_PURPOSE_NUMBER;
    case GRAM_APPLICATION_TEXT:
    case GRAM_APPLICATION_BANK:
    case GRAM_APPLICATION_QUESTION:
    case GRAM_APPLICATION_DECLARATION:
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

GtkWidget *
gram_application_row_new (const GramApplicationRow *field)
{
  GtkWidget *row;

  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind == GRAM_APPLICATION_QUESTION)
    row = question_row_new ();
  else if (field->kind == GRAM_APPLICATION_DECLARATION)
    row = adw_switch_row_new ();
  else if (is_long (field))
    row = gram_text_row_new (NULL);
  else
    {
      row = adw_entry_row_new ();
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), purpose_of (field->kind));
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  if (field->hint != NULL && ADW_IS_ACTION_ROW (row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (field->hint));

  return row;
}

GtkWidget *
gram_application_hint_new (GtkWidget *row, const GramApplicationRow *field)
{
  GtkWidget *note;
  GtkWidget *label;

  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (field->hint == NULL || ADW_IS_ACTION_ROW (row))
    return NULL;

  label = gtk_label_new (_ (field->hint));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  note = adw_preferences_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (note), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (note), FALSE);
  gtk_widget_set_focusable (note, FALSE);
  gtk_widget_add_css_class (note, "field-note");
  gtk_widget_add_css_class (row, "hinted");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (field->hint), -1);

  return note;
}

void
gram_application_row_connect_changed (GtkWidget *row, GCallback callback, gpointer user_data)
{
  const char *signal = "changed";

  if (ADW_IS_COMBO_ROW (row))
    signal = "notify::selected";
  else if (ADW_IS_SWITCH_ROW (row))
    signal = "notify::active";

  g_signal_connect_object (row, signal, callback, user_data, G_CONNECT_SWAPPED);
}

char *
gram_application_row_dup_text (GtkWidget *row)
{
  static const char *const answers[] = { "", "yes", "no" };

  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  if (ADW_IS_COMBO_ROW (row))
    return g_strdup (answers[MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ANSWER_NO)]);
  if (ADW_IS_SWITCH_ROW (row))
    return g_strdup (adw_switch_row_get_active (ADW_SWITCH_ROW (row)) ? "yes" : "");
  if (GRAM_IS_TEXT_ROW (row))
    return gram_text_row_dup_text (GRAM_TEXT_ROW (row));

  return gram_form_dup_text (row);
}

void
gram_application_row_set_text (GtkWidget *row, const char *text)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  if (ADW_IS_COMBO_ROW (row))
    {
      guint answer = ANSWER_NONE;

      if (g_strcmp0 (text, "yes") == 0)
        answer = ANSWER_YES;
      else if (g_strcmp0 (text, "no") == 0)
        answer = ANSWER_NO;
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), answer);
    }
  else if (ADW_IS_SWITCH_ROW (row))
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_strcmp0 (text, "yes") == 0);
  else if (GRAM_IS_TEXT_ROW (row))
    gram_text_row_set_text (GRAM_TEXT_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

char *
gram_application_value_text (const GramApplicationRow *field, const char *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL || *value == '\0')
    return g_strdup ("–");
  if (field->kind == GRAM_APPLICATION_QUESTION || field->kind == GRAM_APPLICATION_DECLARATION)
    return g_strdup (g_str_equal (value, "yes") ? _ ("Yes") : _ ("No"));

  return g_strdup (value);
}
