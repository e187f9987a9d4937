/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-settings-page.h"

#include "gram-import-choice.h"
#include "gram-import-combo.h"
#include "gram-import-date-row.h"
#include "gram-import-preview-table.h"
#include "gram-import-samples.h"
#include "gram-mapping.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* From so many columns on, the list of columns can be searched. */
#define MANY_COLUMNS 10

struct _GramImportSettingsPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwActionRow *file_row;
  AdwActionRow *found_row;
  GtkWidget *change_button;
  AdwComboRow *encoding_row;
  AdwComboRow *delimiter_row;
  AdwComboRow *decimal_row;
  GramImportDateRow *date_row;
  GtkCheckButton *entered_button;
  GtkCheckButton *ready_button;
  AdwActionRow *ready_row;
  GtkLabel *own_status_label;
  AdwComboRow *only_row;
  AdwEntryRow *only_value_row;
  GramImportPreviewTable *preview_table;
  GtkLabel *problem_label;

  /* Owned References */
  GramImportDraft *draft;
  char *problem;
  char *read_problem;

  gboolean remembered;
  gboolean read;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GramImportSettingsPage, gram_import_settings_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_DATE_ORDER_CHOSEN = 1,
  PROP_PROBLEM,
} GramImportSettingsPageProp;

static GParamSpec *properties[PROP_PROBLEM + 1];

static char *
dup_preset (GramImportSettingsPage *self)
{
  char *preset = NULL;

  g_object_get (self->draft, "preset", &preset, NULL);

  return preset;
}

gboolean
gram_import_settings_page_needs_mapping (GramImportSettingsPage *self)
{
  g_autofree char *preset = NULL;

  g_return_val_if_fail (GRAM_IS_IMPORT_SETTINGS_PAGE (self), FALSE);

  preset = dup_preset (self);

  return preset[0] == '\0' && (!self->remembered || !gram_import_draft_is_ready (self->draft));
}

static char *
find_problem (GramImportSettingsPage *self)
{
  g_autofree char *column = NULL;
  g_autofree char *value = NULL;

  if (self->read_problem != NULL)
    return g_strdup (self->read_problem);
  if (!self->read)
    return g_strdup (_ ("The file is being read."));
  if (!gram_import_date_row_is_answered (self->date_row))
    return g_strdup (_ ("Choose how the file writes its dates. Gram never guesses: 03/04/2026 can "
                        "be the third of April or the fourth of March."));
  g_object_get (self->draft, "only-column", &column, "only-value", &value, NULL);
  if (column[0] != '\0' && value[0] == '\0')
    return g_strdup (_ ("Say which rows to bring in, or choose all rows."));
  if (gram_import_settings_page_needs_mapping (self))
    return NULL;

  return gram_import_draft_check (self->draft);
}

static void
update_problem (GramImportSettingsPage *self)
{
  g_autofree char *problem = find_problem (self);

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL && self->read);
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
update_found (GramImportSettingsPage *self)
{
  g_autofree char *preset = dup_preset (self);
  const char *found;

  if (preset[0] != '\0')
    found = gram_mapping_preset_title (preset);
  else if (self->remembered)
    found = _ ("Remembered from last time");
  else
    found = _ ("No layout that Gram knows; you map its columns on the next page");
  adw_action_row_set_subtitle (self->found_row, found);
  gtk_widget_set_visible (self->change_button, !gram_import_settings_page_needs_mapping (self));
}

static void
draft_changed_cb (GramImportSettingsPage *self)
{
  g_autofree char *format = NULL;
  g_autofree char *only_column = NULL;

  g_object_get (self->draft, "format", &format, "only-column", &only_column, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->delimiter_row), g_str_equal (format, "csv"));
  gtk_widget_set_visible (GTK_WIDGET (self->only_value_row), only_column[0] != '\0');
  update_found (self);
  update_problem (self);
}

static void
date_chosen_cb (GramImportSettingsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE_ORDER_CHOSEN]);
  update_problem (self);
}

static void
status_cb (GramImportSettingsPage *self)
{
  if (self->draft == NULL)
    return;

  g_object_set (self->draft, "status",
                gtk_check_button_get_active (self->ready_button) ? GRAM_VEHICLE_READY
                                                                 : GRAM_VEHICLE_ENTERED,
                NULL);
}

static void
only_column_cb (GramImportSettingsPage *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (self->only_row);

  if (self->draft == NULL || self->filling)
    return;

  g_object_set (self->draft, "only-column",
                item != NULL && adw_combo_row_get_selected (self->only_row) > 0
                    ? gtk_string_object_get_string (item)
                    : "",
                NULL);
}

/* Enter goes on. */
static void
entry_activated_cb (GramImportSettingsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "import.next", NULL);
}

/* All rows, or those that have a value in one of the columns. */
static void
fill_only (GramImportSettingsPage *self, const GramImportPreview *preview)
{
  g_autoptr (GtkStringList) columns = gtk_string_list_new (NULL);
  g_autofree char *chosen = NULL;
  guint place = 0;

  g_object_get (self->draft, "only-column", &chosen, NULL);
  gtk_string_list_append (columns, _ ("All rows"));
  for (guint i = 0; preview->headers[i] != NULL; i++)
    {
      gtk_string_list_append (columns, preview->headers[i]);
      if (g_ascii_strcasecmp (preview->headers[i], chosen) == 0)
        place = i + 1;
    }

  self->filling = TRUE;
  adw_combo_row_set_model (self->only_row, G_LIST_MODEL (columns));
  adw_combo_row_set_selected (self->only_row, place);
  adw_combo_row_set_enable_search (self->only_row,
                                   g_strv_length (preview->headers) >= MANY_COLUMNS);
  self->filling = FALSE;
}

static void
show_file (GramImportSettingsPage *self)
{
  g_autofree char *base = g_file_get_basename (gram_import_draft_get_file (self->draft));
  g_autofree char *shown = g_filename_display_name (base);

  adw_action_row_set_subtitle (self->file_row, shown);
}

/* The first date of the file, as it stands there. */
static void
show_date_sample (GramImportSettingsPage *self, const GramImportPreview *preview)
{
  g_autofree char *sample
      = gram_import_dup_samples (preview,
                                 gram_import_draft_get_column (self->draft, "registered_on"), 1);

  gram_import_date_row_set_sample (self->date_row, sample);
}

static void
gram_import_settings_page_dispose (GObject *object)
{
  GramImportSettingsPage *self = GRAM_IMPORT_SETTINGS_PAGE (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->read_problem, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_IMPORT_SETTINGS_PAGE);

  G_OBJECT_CLASS (gram_import_settings_page_parent_class)->dispose (object);
}

static void
gram_import_settings_page_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  GramImportSettingsPage *self = GRAM_IMPORT_SETTINGS_PAGE (object);

  switch ((GramImportSettingsPageProp)prop_id)
    {
    case PROP_DATE_ORDER_CHOSEN:
      g_value_set_boolean (value, gram_import_date_row_get_chosen (self->date_row));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_import_settings_page_set_property (GObject *object,
                                        guint prop_id,
                                        const GValue *value,
                                        GParamSpec *pspec)
{
  GramImportSettingsPage *self = GRAM_IMPORT_SETTINGS_PAGE (object);

  switch ((GramImportSettingsPageProp)prop_id)
    {
    case PROP_DATE_ORDER_CHOSEN:
      gram_import_date_row_set_chosen (self->date_row, g_value_get_boolean (value));
      break;
    case PROP_PROBLEM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, found_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, change_button);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, entered_button);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, ready_button);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, ready_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, own_status_label);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, only_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, only_value_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, preview_table);
  gtk_widget_class_bind_template_child (widget_class, GramImportSettingsPage, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
gram_import_settings_page_class_init (GramImportSettingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_import_settings_page_dispose;
  object_class->get_property = gram_import_settings_page_get_property;
  object_class->set_property = gram_import_settings_page_set_property;

  properties[PROP_DATE_ORDER_CHOSEN]
      = g_param_spec_boolean ("date-order-chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (GRAM_TYPE_IMPORT_DATE_ROW);
  g_type_ensure (GRAM_TYPE_IMPORT_PREVIEW_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-settings-page.ui");
  bind_template (widget_class);
}

static void
gram_import_settings_page_init (GramImportSettingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_import_combo_install (self->only_row);
  gram_pressable_install_all (GTK_WIDGET (self));
}

void
gram_import_settings_page_set_draft (GramImportSettingsPage *self,
                                     GramImportDraft *draft,
                                     GramAccount *account)
{
  g_return_if_fail (GRAM_IS_IMPORT_SETTINGS_PAGE (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  gram_import_choice_bind (self->encoding_row, draft, &gram_import_encodings);
  gram_import_choice_bind (self->delimiter_row, draft, &gram_import_delimiters);
  gram_import_choice_bind (self->decimal_row, draft, &gram_import_decimals);
  gram_import_date_row_set_draft (self->date_row, draft);
  g_object_bind_property (draft, "only-value", self->only_value_row, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (draft, "notify", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  if (gram_account_get_auto_accept (account) != 0)
    adw_action_row_set_subtitle (
        self->ready_row, _ ("Inspection is done. Auto-accept is on: it takes those that it may at "
                            "once, and an acceptance is final. The others wait for a person."));
}

void
gram_import_settings_page_show_preview (GramImportSettingsPage *self,
                                        const GramImportPreview *preview,
                                        const char *problem)
{
  g_return_if_fail (GRAM_IS_IMPORT_SETTINGS_PAGE (self));
  g_return_if_fail (self->draft != NULL);

  g_set_str (&self->read_problem, problem);
  self->read = preview != NULL || problem != NULL;
  show_file (self);
  gram_import_preview_table_show (self->preview_table, preview);
  if (preview != NULL)
    {
      self->remembered = preview->remembered;
      fill_only (self, preview);
      show_date_sample (self, preview);
      gtk_widget_set_visible (
          GTK_WIDGET (self->own_status_label),
          gram_import_find_column (preview, gram_import_draft_get_column (self->draft, "status"))
              >= 0);
    }
  draft_changed_cb (self);
}

const char *
gram_import_settings_page_get_problem (GramImportSettingsPage *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_SETTINGS_PAGE (self), NULL);

  return self->problem;
}
