/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ways-dialog.h"

#include "gram-allowance-texts.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-questions-scenarios.h"
#include "gram-scenario-compare.h"

#include <glib/gi18n-lib.h>

#define N_SUMS 6

struct _GramWaysDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwPreferencesGroup *buy_group;
  AdwPreferencesGroup *convert_group;
  AdwPreferencesGroup *pool_group;
  AdwPreferencesGroup *ways_group;
  AdwPreferencesGroup *sums_group;
  AdwPreferencesGroup *saved_group;
  AdwEntryRow *title_row;
  GtkWidget *save_row;
  GramScenarioCompare *compare;
  GtkLabel *refusal_label;

  /* Borrowed References */
  GtkWidget *fields[GRAM_SCENARIO_FIELD_N];
  AdwActionRow *ways[GRAM_SCENARIO_WAY_N];
  GtkImage *icons[GRAM_SCENARIO_WAY_N];
  GtkLabel *costs[GRAM_SCENARIO_WAY_N];
  GtkLabel *sums[N_SUMS];

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  GCancellable *reckoning;
  GPtrArray *scenarios;
  char *number;

  gint64 edited;
  int version;
  int year;
};

G_DEFINE_FINAL_TYPE (GramWaysDialog, gram_ways_dialog, ADW_TYPE_DIALOG)

static const char *
field_word (GramScenarioField field)
{
  return gram_word_for ("scenario-field", (int)field);
}

/* FALSE: a field is not what it should be; it says so. */
static gboolean
read_mix (GramWaysDialog *self, GramScenario *scenario)
{
  gboolean good = TRUE;

  *scenario = (GramScenario){ 0 };
  for (GramScenarioField i = GRAM_SCENARIO_BUY; i <= GRAM_SCENARIO_FIELD_N; i++)
    {
      GtkWidget *row = self->fields[i - 1];
      g_autofree char *text = gram_form_dup_text (row);
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean set = gram_scenario_set (scenario, i, text, &refusal);

      gram_form_set_error (row, set ? NULL : refusal->message);
      good = good && set;
    }
  return good;
}

static void
show_way (GramWaysDialog *self, const GramScenarioLine *line)
{
  guint place = line->way - 1;
  g_autofree char *cost = gram_format_money (line->cost, "GBP");
  g_autofree char *units = gram_allowance_dup_amount (line->units);
  g_autofree char *text = NULL;

  /* Translators: a number of allowances, an amount of money */
  text = line->used || line->units > 0 ? g_strdup_printf (_ ("%s for %s"), units, cost)
                                       : g_strdup ("–");
  adw_action_row_set_subtitle (self->ways[place], line->sentence);
  gtk_label_set_text (self->costs[place], text);
  gtk_image_set_from_icon_name (self->icons[place], line->possible ? "object-select-symbolic"
                                                                   : "action-unavailable-symbolic");
  if (line->used && !line->possible)
    gtk_widget_add_css_class (GTK_WIDGET (self->ways[place]), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->ways[place]), "warning");
}

static void
show_result (GramWaysDialog *self, const GramScenarioResult *result)
{
  g_autofree char *cost = gram_format_money (result->cost, "GBP");
  g_autofree char *payment = gram_format_money (result->payment, "GBP");
  g_autofree char *saved = gram_format_money (result->saved, "GBP");
  g_autofree char *spare = gram_allowance_dup_amount (result->spare);
  g_autofree char *price = gram_format_decimal (result->break_even, GRAM_SCENARIO_SCALE_PRICE, 2);
  g_autofree char *even = g_strdup_printf (_ ("£%s"), price);
  g_autofree char *missing = gram_allowance_dup_amount (result->shortfall);
  const char *values[N_SUMS] = { missing, payment, cost, saved, spare, even };

  for (guint i = 0; i < result->lines->len; i++)
    show_way (self, g_ptr_array_index (result->lines, i));
  for (guint i = 0; i < N_SUMS; i++)
    gtk_label_set_text (self->sums[i], values[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->ways_group), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->sums_group), TRUE);
}

static void
reckoned_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWaysDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramScenarioResult) answer
      = gram_session_compute_scenario_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->refusal_label == NULL || gram_failure_is_cancelled (error))
    return;
  gram_form_refuse (self->refusal_label, refusal, error);
  if (answer != NULL)
    show_result (self, answer);
}

static void
reckon (GramWaysDialog *self)
{
  GramScenario scenario;

  g_cancellable_cancel (self->reckoning);
  g_clear_object (&self->reckoning);
  if (!read_mix (self, &scenario))
    return;

  self->reckoning = g_cancellable_new ();
  gram_session_compute_scenario_async (self->session, self->year, gram_scenario_write (&scenario),
                                       self->reckoning, reckoned_cb, g_object_ref (self));
}

static void
scenarios_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWaysDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scenarios
      = gram_session_scenarios_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->refusal_label == NULL || gram_failure_is_cancelled (error))
    return;
  if (scenarios == NULL)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  self->scenarios = g_steal_pointer (&scenarios);
  gram_scenario_compare_set (self->compare, self->scenarios);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_group), self->scenarios->len > 0);
}

static void
read_scenarios (GramWaysDialog *self)
{
  gram_session_scenarios_async (self->session, self->year, self->cancellable, scenarios_cb,
                                g_object_ref (self));
}

static void
performed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWaysDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);

  if (self->refusal_label == NULL)
    return;
  gram_form_refuse (self->refusal_label, refusal, error);
  if (outcome == GRAM_OUTCOME_DONE)
    self->edited = 0;
  read_scenarios (self);
}

static void
send (GramWaysDialog *self, const char *command, GVariantBuilder *builder)
{
  g_variant_builder_add (builder, "{sv}", "account", g_variant_new_string (self->number));
  gram_session_perform_async (self->session, command, g_variant_builder_end (builder), NULL, NULL,
                              NULL, performed_cb, g_object_ref (self));
}

static void
save_cb (GramWaysDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *title = NULL;
  GramScenario scenario;

  g_assert (GRAM_IS_WAYS_DIALOG (self));

  title = gram_form_dup_text (GTK_WIDGET (self->title_row));
  gram_form_set_error (GTK_WIDGET (self->title_row),
                       *title == '\0' ? _ ("Give it a title to know it by.") : NULL);
  if (!read_mix (self, &scenario) || *title == '\0')
    {
      g_variant_builder_clear (&builder);
      return;
    }

  g_variant_builder_add (&builder, "{sv}", "year", g_variant_new_int64 (self->year));
  g_variant_builder_add (&builder, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (&builder, "{sv}", "content", gram_scenario_write (&scenario));
  if (self->edited != 0)
    {
      g_variant_builder_add (&builder, "{sv}", "scenario", g_variant_new_int64 (self->edited));
      g_variant_builder_add (&builder, "{sv}", "version", g_variant_new_int64 (self->version));
    }
  send (self, "scenario.save", &builder);
}

static void
open_cb (GramWaysDialog *self, guint position)
{
  const GramScenarioRow *row;
  GramScenario scenario;

  g_assert (GRAM_IS_WAYS_DIALOG (self));

  row = g_ptr_array_index (self->scenarios, position);
  if (!gram_scenario_read (row->content, &scenario, NULL))
    return;
  self->edited = row->id;
  self->version = row->version;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), row->title);
  for (GramScenarioField i = GRAM_SCENARIO_BUY; i <= GRAM_SCENARIO_FIELD_N; i++)
    {
      g_autofree char *text = gram_scenario_get (&scenario, i);

      gtk_editable_set_text (GTK_EDITABLE (self->fields[i - 1]), text);
    }
  gtk_widget_grab_focus (self->fields[0]);
}

static void
remove_cb (GramWaysDialog *self, guint position)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  const GramScenarioRow *row;

  g_assert (GRAM_IS_WAYS_DIALOG (self));

  row = g_ptr_array_index (self->scenarios, position);
  g_variant_builder_add (&builder, "{sv}", "scenario", g_variant_new_int64 (row->id));
  send (self, "scenario.remove", &builder);
}

static void
gram_ways_dialog_dispose (GObject *object)
{
  GramWaysDialog *self = (GramWaysDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reckoning);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reckoning);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_WAYS_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_ways_dialog_parent_class)->dispose (object);
}

static void
gram_ways_dialog_class_init (GramWaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_ways_dialog_dispose;

  g_type_ensure (GRAM_TYPE_SCENARIO_COMPARE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/allowances/gram-ways-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, buy_group);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, convert_group);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, pool_group);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, ways_group);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, sums_group);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, saved_group);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, save_row);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, compare);
  gtk_widget_class_bind_template_child (widget_class, GramWaysDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static GtkLabel *
add_number (AdwActionRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);

  return GTK_LABEL (label);
}

/* The ways that are typed, and the last field of each. */
static void
add_fields (GramWaysDialog *self)
{
  const struct
  {
    AdwPreferencesGroup *group;
    const char *title;
    GramScenarioField last;
  } groups[] = {
    { self->buy_group, _ ("Buy"), GRAM_SCENARIO_BUY_PRICE },
    { self->convert_group, _ ("Convert"), GRAM_SCENARIO_CONVERT },
    { self->pool_group, _ ("Pool"), GRAM_SCENARIO_POOL_COST },
  };
  guint place = 0;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_group_set_title (groups[i].group, groups[i].title);
  for (GramScenarioField i = GRAM_SCENARIO_BUY; i <= GRAM_SCENARIO_FIELD_N; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gram_scenario_field_title (i));
      gtk_widget_set_name (row, field_word (i));
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
      g_signal_connect_object (row, "changed", G_CALLBACK (reckon), self, G_CONNECT_SWAPPED);
      if (i > groups[place].last)
        place++;
      adw_preferences_group_add (groups[place].group, row);
      self->fields[i - 1] = row;
    }
}

static void
add_ways (GramWaysDialog *self)
{
  for (GramScenarioWay i = GRAM_SCENARIO_WAY_BUY; i <= GRAM_SCENARIO_WAY_N; i++)
    {
      AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
      GtkWidget *icon = gtk_image_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gram_scenario_way_title (i));
      adw_action_row_set_subtitle_lines (row, 6);
      adw_action_row_add_prefix (row, icon);
      self->icons[i - 1] = GTK_IMAGE (icon);
      self->costs[i - 1] = add_number (row);
      self->ways[i - 1] = row;
      adw_preferences_group_add (self->ways_group, GTK_WIDGET (row));
    }
}

static void
add_sums (GramWaysDialog *self)
{
  const char *titles[N_SUMS] = {
    _ ("Missing now"),
    _ ("Paying for everything"),
    _ ("Cost of this mix in all"),
    _ ("Less than paying for everything"),
    _ ("Allowances that lapse"),
    _ ("Break-even price of an allowance"),
  };

  for (guint i = 0; i < N_SUMS; i++)
    {
      AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      self->sums[i] = add_number (row);
      adw_preferences_group_add (self->sums_group, GTK_WIDGET (row));
    }
}

static void
gram_ways_dialog_init (GramWaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install (self->save_row);
  self->cancellable = g_cancellable_new ();
  add_fields (self);
  add_ways (self);
  add_sums (self);
}

AdwDialog *
gram_ways_dialog_new (GramSession *session, int year)
{
  GramWaysDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_WAYS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->number = g_strdup (gram_account_get_number (gram_session_get_account (session)));
  self->year = year;
  reckon (self);
  read_scenarios (self);

  return ADW_DIALOG (self);
}
