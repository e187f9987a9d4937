/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-mapping-page.h"

#include "gram-import-combo.h"
#include "gram-import-date-row.h"
#include "gram-import-samples.h"
#include "gram-mapping.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* From so many columns on, the list of columns can be searched. */
#define MANY_COLUMNS 10
#define N_SAMPLES 3

struct _GramImportMappingPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwPreferencesGroup *remembered_group;
  AdwPreferencesGroup *preset_group;
  AdwActionRow *preset_row;
  AdwPreferencesGroup *name_group;
  AdwPreferencesGroup *needed_group;
  AdwPreferencesGroup *other_group;
  AdwPreferencesGroup *date_group;
  GramImportDateRow *date_row;
  GtkLabel *problem_label;

  /* Borrowed References */
  const GramImportPreview *preview;

  /* Owned References */
  GramImportDraft *draft;
  GArray *fields;  /* of GramImportField */
  GPtrArray *rows; /* of AdwComboRow, as fields */
  char *problem;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GramImportMappingPage, gram_import_mapping_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_DATE_ORDER_CHOSEN = 1,
  PROP_PROBLEM,
} GramImportMappingPageProp;

static GParamSpec *properties[PROP_PROBLEM + 1];

/* Any one of these says which vehicle a row is about. */
static const char *const naming_fields[] = { "identifier", "vin", "chassis", "register_key", NULL };

static AdwPreferencesGroup *
group_of (GramImportMappingPage *self, const GramImportField *field)
{
  if (g_strv_contains (naming_fields, field->name))
    return self->name_group;

  return field->needed ? self->needed_group : self->other_group;
}

static void
update_problem (GramImportMappingPage *self)
{
  g_autofree char *problem = NULL;

  if (self->preview != NULL)
    problem = gram_import_draft_check (self->draft);
  if (problem == NULL && !gram_import_date_row_is_answered (self->date_row))
    problem = g_strdup (_ ("Choose how the file writes its dates, at the end of this page. Gram "
                           "never guesses."));

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* What stands in the column; without one, what should stand there, or what its lack means. */
static void
update_subtitle (GramImportMappingPage *self, guint i)
{
  const GramImportField *field = &g_array_index (self->fields, GramImportField, i);
  AdwActionRow *row = g_ptr_array_index (self->rows, i);
  const char *column = gram_import_draft_get_column (self->draft, field->name);
  g_autofree char *samples = NULL;
  gboolean lacking = field->needed && gram_import_find_column (self->preview, column) < 0;

  samples = gram_import_dup_samples (self->preview, column, N_SAMPLES);
  if (samples != NULL)
    adw_action_row_set_subtitle (row, samples);
  else if (lacking)
    adw_action_row_set_subtitle (row,
                                 _ ("Without it, vehicles are incomplete and wait for a person"));
  else
    adw_action_row_set_subtitle (row, field->hint);
  if (lacking)
    gtk_widget_add_css_class (GTK_WIDGET (row), "lacking");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "lacking");
}

static guint
place_of (GramImportMappingPage *self, guint i)
{
  const GramImportField *field = &g_array_index (self->fields, GramImportField, i);
  GListModel *model = adw_combo_row_get_model (g_ptr_array_index (self->rows, i));
  const char *column = gram_import_draft_get_column (self->draft, field->name);
  g_autofree char *source = gram_import_draft_dup_source (self->draft, field->name);
  int place = gram_import_find_column (self->preview, column);
  guint n_columns = g_strv_length (self->preview->headers);

  /* A preset may make a field of several columns; that stands behind the columns. */
  if (g_list_model_get_n_items (model) > n_columns + 1 && g_strcmp0 (source, column) != 0)
    return n_columns + 1;

  return place >= 0 ? (guint)place + 1 : 0;
}

static void
sync_rows (GramImportMappingPage *self)
{
  g_autofree char *preset = NULL;
  g_autofree char *date = NULL;

  if (self->preview == NULL || self->filling)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      adw_combo_row_set_selected (g_ptr_array_index (self->rows, i), place_of (self, i));
      update_subtitle (self, i);
    }
  self->filling = FALSE;

  date = gram_import_dup_samples (self->preview,
                                  gram_import_draft_get_column (self->draft, "registered_on"), 1);
  gram_import_date_row_set_sample (self->date_row, date);
  g_object_get (self->draft, "preset", &preset, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preset_group),
                          self->preview->preset != NULL && preset[0] == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->date_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->date_row)));
  update_problem (self);
}

static void
selected_cb (GramImportMappingPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint place = adw_combo_row_get_selected (row);
  guint i = 0;
  const char *name;

  if (self->filling || self->preview == NULL || !g_ptr_array_find (self->rows, row, &i))
    return;

  name = g_array_index (self->fields, GramImportField, i).name;
  if (place == 0)
    gram_import_draft_set_column (self->draft, name, NULL);
  else if (place <= g_strv_length (self->preview->headers))
    gram_import_draft_set_column (self->draft, name, self->preview->headers[place - 1]);
  sync_rows (self);
}

static void
date_chosen_cb (GramImportMappingPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE_ORDER_CHOSEN]);
  update_problem (self);
}

static void
use_preset_cb (GramImportMappingPage *self)
{
  if (self->preview == NULL || self->preview->preset == NULL)
    return;

  g_object_set (self->draft, "preset", self->preview->preset, NULL);
  gram_import_mapping_page_show_preview (self, self->preview);
}

static void
add_rows (GramImportMappingPage *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const GramImportField *field = &g_array_index (self->fields, GramImportField, i);
      GtkWidget *row = adw_combo_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->title);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      gram_import_combo_install (ADW_COMBO_ROW (row));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                               G_CONNECT_SWAPPED);
      gram_pressable_install (row);
      g_ptr_array_add (self->rows, g_object_ref (row));
      adw_preferences_group_add (group_of (self, field), row);
    }
}

/* The columns of the file, and behind them what a preset makes of several. */
static GtkStringList *
list_columns (GramImportMappingPage *self, const GramImportField *field)
{
  GtkStringList *columns = gtk_string_list_new (NULL);
  const char *column = gram_import_draft_get_column (self->draft, field->name);
  g_autofree char *source = gram_import_draft_dup_source (self->draft, field->name);

  gtk_string_list_append (columns, _ ("Not in the file"));
  for (guint i = 0; self->preview->headers[i] != NULL; i++)
    gtk_string_list_append (columns, self->preview->headers[i]);
  if (source != NULL && g_strcmp0 (source, column) != 0)
    gtk_string_list_append (columns, source);

  return columns;
}

static void
gram_import_mapping_page_dispose (GObject *object)
{
  GramImportMappingPage *self = GRAM_IMPORT_MAPPING_PAGE (object);

  self->preview = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->problem, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_IMPORT_MAPPING_PAGE);

  G_OBJECT_CLASS (gram_import_mapping_page_parent_class)->dispose (object);
}

static void
gram_import_mapping_page_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  GramImportMappingPage *self = GRAM_IMPORT_MAPPING_PAGE (object);

  switch ((GramImportMappingPageProp)prop_id)
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
gram_import_mapping_page_set_property (GObject *object,
                                       guint prop_id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  GramImportMappingPage *self = GRAM_IMPORT_MAPPING_PAGE (object);

  switch ((GramImportMappingPageProp)prop_id)
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
gram_import_mapping_page_class_init (GramImportMappingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_import_mapping_page_dispose;
  object_class->get_property = gram_import_mapping_page_get_property;
  object_class->set_property = gram_import_mapping_page_set_property;

  properties[PROP_DATE_ORDER_CHOSEN]
      = g_param_spec_boolean ("date-order-chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (GRAM_TYPE_IMPORT_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-mapping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, remembered_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, preset_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, preset_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, name_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, needed_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, other_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, date_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportMappingPage, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_preset_cb);
}

static void
gram_import_mapping_page_init (GramImportMappingPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_import_mapping_page_set_draft (GramImportMappingPage *self, GramImportDraft *draft)
{
  g_return_if_fail (GRAM_IS_IMPORT_MAPPING_PAGE (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->fields = gram_import_draft_list_fields (draft);
  gram_import_date_row_set_draft (self->date_row, draft);
  add_rows (self);
  gram_pressable_install_all (GTK_WIDGET (self));
  g_signal_connect_object (draft, "notify", G_CALLBACK (sync_rows), self, G_CONNECT_SWAPPED);
}

void
gram_import_mapping_page_show_preview (GramImportMappingPage *self,
                                       const GramImportPreview *preview)
{
  g_return_if_fail (GRAM_IS_IMPORT_MAPPING_PAGE (self));
  g_return_if_fail (self->draft != NULL);

  self->preview = preview;
  if (preview == NULL)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (GtkStringList) columns
          = list_columns (self, &g_array_index (self->fields, GramImportField, i));

      adw_combo_row_set_model (row, G_LIST_MODEL (columns));
      adw_combo_row_set_enable_search (row, g_strv_length (preview->headers) >= MANY_COLUMNS);
    }
  self->filling = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->remembered_group), preview->remembered);
  if (preview->preset != NULL)
    adw_action_row_set_subtitle (self->preset_row, gram_mapping_preset_title (preview->preset));
  sync_rows (self);
}

const char *
gram_import_mapping_page_get_problem (GramImportMappingPage *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_MAPPING_PAGE (self), NULL);

  return self->problem;
}

AdwComboRow *
gram_import_mapping_page_get_row (GramImportMappingPage *self, const char *field)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_MAPPING_PAGE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_array_index (self->fields, GramImportField, i).name, field) == 0)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}
