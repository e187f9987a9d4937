/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-date-row.h"

#include "gram-calendar.h"
#include "gram-import-combo.h"

#include <glib/gi18n-lib.h>

#define DATE_FIELD "registered_on"

struct _GramImportDateRow
{
  AdwComboRow parent_instance;

  /* Owned References */
  GramImportDraft *draft;

  gboolean chosen;
  gboolean syncing;
};

/* In the order of the list; the place before them is “not chosen yet”. */
static const struct
{
  GramDateOrder order;
  const char *title;
} orders[] = {
  { GRAM_DATE_ISO, N_ ("Year first: 2026-02-14") },
  { GRAM_DATE_DAY_MONTH_YEAR, N_ ("Day first: 14/02/2026") },
  { GRAM_DATE_MONTH_DAY_YEAR, N_ ("Month first: 02/14/2026") },
};

G_DEFINE_FINAL_TYPE (GramImportDateRow, gram_import_date_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_CHOSEN = 1,
} GramImportDateRowProp;

static GParamSpec *properties[PROP_CHOSEN + 1];

static guint
find_place (GramImportDateRow *self)
{
  g_autofree char *word = NULL;

  if (self->draft == NULL || !self->chosen)
    return 0;

  g_object_get (self->draft, "date-order", &word, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (gram_word_for ("date-order", (int)orders[i].order), word) == 0)
      return i + 1;

  return 0;
}

static void
sync_row (GramImportDateRow *self)
{
  self->syncing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_place (self));
  self->syncing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->draft != NULL
                              && gram_import_draft_get_column (self->draft, DATE_FIELD) != NULL);
}

static void
selected_cb (GramImportDateRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  g_assert (GRAM_IS_IMPORT_DATE_ROW (self));

  if (self->syncing || self->draft == NULL || place == GTK_INVALID_LIST_POSITION)
    return;

  if (place > 0)
    g_object_set (self->draft, "date-order",
                  gram_word_for ("date-order", (int)orders[place - 1].order), NULL);
  gram_import_date_row_set_chosen (self, place > 0);
}

static void
gram_import_date_row_dispose (GObject *object)
{
  GramImportDateRow *self = GRAM_IMPORT_DATE_ROW (object);

  g_clear_object (&self->draft);

  G_OBJECT_CLASS (gram_import_date_row_parent_class)->dispose (object);
}

static void
gram_import_date_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramImportDateRow *self = GRAM_IMPORT_DATE_ROW (object);

  switch ((GramImportDateRowProp)prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_import_date_row_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  GramImportDateRow *self = GRAM_IMPORT_DATE_ROW (object);

  switch ((GramImportDateRowProp)prop_id)
    {
    case PROP_CHOSEN:
      gram_import_date_row_set_chosen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_import_date_row_class_init (GramImportDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gram_import_date_row_dispose;
  object_class->get_property = gram_import_date_row_get_property;
  object_class->set_property = gram_import_date_row_set_property;

  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_import_date_row_init (GramImportDateRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Choose…"));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    gtk_string_list_append (titles, _ (orders[i].title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("_Dates"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  gram_import_combo_install (ADW_COMBO_ROW (self));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  sync_row (self);
}

void
gram_import_date_row_set_draft (GramImportDateRow *self, GramImportDraft *draft)
{
  g_return_if_fail (GRAM_IS_IMPORT_DATE_ROW (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "notify", G_CALLBACK (sync_row), self, G_CONNECT_SWAPPED);
  sync_row (self);
}

void
gram_import_date_row_set_sample (GramImportDateRow *self, const char *sample)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (GRAM_IS_IMPORT_DATE_ROW (self));

  escaped = g_markup_escape_text (sample != NULL ? sample : "", -1);
  /* Translators: %s is a date as it stands in a file, for example 03/04/2026 */
  subtitle = sample != NULL ? g_strdup_printf (_ ("The file has “%s”"), escaped) : g_strdup ("");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

gboolean
gram_import_date_row_get_chosen (GramImportDateRow *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DATE_ROW (self), FALSE);

  return self->chosen;
}

void
gram_import_date_row_set_chosen (GramImportDateRow *self, gboolean chosen)
{
  g_return_if_fail (GRAM_IS_IMPORT_DATE_ROW (self));

  if (self->chosen == !!chosen)
    return;

  self->chosen = !!chosen;
  sync_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

gboolean
gram_import_date_row_is_answered (GramImportDateRow *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DATE_ROW (self), FALSE);

  return self->chosen || !gtk_widget_get_visible (GTK_WIDGET (self));
}
