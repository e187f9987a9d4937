/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-value-history.h"

#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramValueHistory
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GramValueHistory, gram_value_history, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  OPEN_CASE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define CASE "gram-value-case"

static const char *
shown_value (const GramValue *value)
{
  return *value->value != '\0' ? value->value : "–";
}

static void
activated_cb (GramValueHistory *self, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), CASE);

  g_signal_emit (self, signals[OPEN_CASE], 0, *id);
}

/* A value that came from a case leads there. */
static void
link_to_case (GramValueHistory *self, GtkWidget *row, gint64 case_id)
{
  gint64 *id = g_new (gint64, 1);

  *id = case_id;
  g_object_set_data_full (G_OBJECT (row), CASE, id, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gram_pressable_install (row);
}

/* What it said, and where that came from. */
static GtkWidget *
row_new (GramValueHistory *self, const char *title, const GramValue *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = gram_format_day_of_instant (value->at);
  g_autofree char *subtitle = NULL;

  if (value->at == 0)
    subtitle = g_strdup (value->source);
  else if (*value->source == '\0')
    subtitle = g_steal_pointer (&day);
  else
    /* Translators: where a value came from and since when, for example “Harbour.csv, row 12 · 14 February 2026” */
    subtitle = g_strdup_printf (_ ("%1$s · %2$s"), value->source, day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (value->case_id != 0)
    link_to_case (self, row, value->case_id);

  return row;
}

static void
add_row (GramValueHistory *self, GtkWidget *row)
{
  gram_pressable_install (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
expander_new (const char *title, const char *subtitle)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);

  return expander;
}

/* A field that changed: what it is now, and opened, all that it was, the newest first. */
static void
add_changed (GramValueHistory *self, const GramValue *values, gsize n_values)
{
  const GramValue *now = &values[n_values - 1];
  g_autofree char *subtitle = NULL;
  GtkWidget *expander;

  /* Translators: the value of now, and how many there were before */
  subtitle = g_strdup_printf (ngettext ("%1$s · %2$u earlier value", "%1$s · %2$u earlier values",
                                        n_values - 1),
                              shown_value (now), (guint)(n_values - 1));
  expander = expander_new (now->title, subtitle);
  for (gsize i = n_values; i > 0; i--)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              row_new (self, shown_value (&values[i - 1]), &values[i - 1]));
  add_row (self, expander);
}

static gsize
count_of_field (const GramValue *values, gsize n_values)
{
  gsize n = 1;

  while (n < n_values && g_str_equal (values[n].field, values[0].field))
    n++;

  return n;
}

/* Fields that never changed stand together: they are many, and seldom asked for. */
static void
add_unchanged (GramValueHistory *self, const GramValue *values, gsize n_values)
{
  GtkWidget *expander = NULL;
  guint n_fields = 0;
  g_autofree char *subtitle = NULL;

  for (gsize i = 0; i < n_values; i += count_of_field (&values[i], n_values - i))
    {
      g_autofree char *title = NULL;

      if (count_of_field (&values[i], n_values - i) > 1 || *values[i].value == '\0')
        continue;
      if (expander == NULL)
        expander = expander_new (_ ("Never Changed"), NULL);
      /* Translators: a field of a vehicle and its value */
      title = g_strdup_printf (_ ("%1$s: %2$s"), values[i].title, values[i].value);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row_new (self, title, &values[i]));
      n_fields++;
    }
  if (expander == NULL)
    return;

  subtitle = g_strdup_printf (ngettext ("%u value", "%u values", n_fields), n_fields);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  add_row (self, expander);
}

static void
gram_value_history_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_VALUE_HISTORY (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_value_history_parent_class)->finalize (object);
}

static void
gram_value_history_class_init (GramValueHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_value_history_finalize;

  signals[OPEN_CASE] = g_signal_new ("open-case", GRAM_TYPE_VALUE_HISTORY, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
gram_value_history_init (GramValueHistory *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Value History"));
}

GtkWidget *
gram_value_history_new (void)
{
  return g_object_new (GRAM_TYPE_VALUE_HISTORY, NULL);
}

void
gram_value_history_set_values (GramValueHistory *self, const GramValue *values, gsize n_values)
{
  g_return_if_fail (GRAM_IS_VALUE_HISTORY (self));
  g_return_if_fail (values != NULL || n_values == 0);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (gsize i = 0; i < n_values; i += count_of_field (&values[i], n_values - i))
    {
      gsize n = count_of_field (&values[i], n_values - i);

      if (n > 1)
        add_changed (self, &values[i], n);
    }
  add_unchanged (self, values, n_values);
}
