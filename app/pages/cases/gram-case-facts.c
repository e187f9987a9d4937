/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-facts.h"

#include "gram-account-texts.h"
#include "gram-case-texts.h"
#include "gram-compare.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

#define VEHICLE "gram-vehicle-id"

/* More are folded away. */
#define IN_SIGHT 5

static AdwPreferencesGroup *
group_new (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_arrow (GtkWidget *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

static GtkWidget *
account_row_new (const GramCaseDetail *detail)
{
  g_autofree char *number = gram_format_account_number (detail->account->number);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();

  /* Translators: number and kind of an account */
  subtitle = g_strdup_printf (C_ ("account", "%s · %s"), number,
                              gram_account_kind_short_title (detail->account->kind));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), detail->account->holder);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "case.account");
  add_arrow (row);
  gram_pressable_install (row);

  return row;
}

/* How far it is, and who has it. */
static char *
dup_state (const GramCaseRow *row)
{
  const GramCaseRecord *record = row->record;
  const char *state = gram_case_state_title (record->state);

  if (record->claimed_by == 0 || gram_case_record_is_decided (record))
    return g_strdup (state);
  if (row->mine)
    /* Translators: state of a case, which the reader holds */
    return g_strdup_printf (C_ ("case", "%s · yours"), state);
  if (record->claimant == NULL)
    return g_strdup (state);

  /* Translators: state of a case, and who holds it */
  return g_strdup_printf (C_ ("case", "%s · %s"), state, record->claimant);
}

static char *
dup_due (const GramCaseRow *row)
{
  g_autofree char *due = gram_case_dup_row_due (row);
  g_autofree char *day = gram_format_date (row->record->due_on);

  if (row->urgency != GRAM_CASE_URGENCY_SOON && row->urgency != GRAM_CASE_URGENCY_TODAY
      && row->urgency != GRAM_CASE_URGENCY_OVERDUE)
    return g_steal_pointer (&due);

  /* Translators: when a case is due in words, and the day */
  return g_strdup_printf (C_ ("due", "%s (%s)"), due, day);
}

static GtkWidget *
due_row_new (const GramCaseRow *row)
{
  static const struct
  {
    const char *icon_name;
    const char *style;
  } looks[] = {
    [GRAM_CASE_URGENCY_SOON] = { "alarm-symbolic", "dimmed" },
    [GRAM_CASE_URGENCY_TODAY] = { "alarm-symbolic", "warning" },
    [GRAM_CASE_URGENCY_OVERDUE] = { "dialog-warning-symbolic", "error" },
  };
  g_autofree char *due = dup_due (row);
  GtkWidget *line = gram_property_row_new (_ ("Due"), due);

  if (looks[row->urgency].icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (looks[row->urgency].icon_name);

      gtk_widget_add_css_class (icon, looks[row->urgency].style);
      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (line), icon);
    }

  return line;
}

static char *
dup_opened (const GramCaseRow *row)
{
  const GramCaseRecord *record = row->record;
  g_autofree char *day = gram_format_day_of_instant (record->opened_at);
  g_autofree char *age = gram_case_dup_age (row->age_days);
  const char *who = record->opener != NULL ? record->opener : _ ("the program");

  if (row->age_days == 0)
    /* Translators: a day and a person */
    return g_strdup_printf (C_ ("opened", "%s by %s"), day, who);

  /* Translators: a day, a person, and how many working days ago */
  return g_strdup_printf (C_ ("opened", "%s by %s, %s ago"), day, who, age);
}

GtkWidget *
gram_case_facts_state_group_new (const GramCaseDetail *detail)
{
  AdwPreferencesGroup *group;
  g_autofree char *state = NULL;
  g_autofree char *opened = NULL;

  g_return_val_if_fail (detail != NULL, NULL);

  group = group_new ("");
  state = dup_state (detail->row);
  opened = dup_opened (detail->row);
  adw_preferences_group_add (group, account_row_new (detail));
  adw_preferences_group_add (group, gram_property_row_new (_ ("State"), state));
  if (!gram_case_record_is_decided (detail->row->record))
    adw_preferences_group_add (group, due_row_new (detail->row));
  adw_preferences_group_add (group, gram_property_row_new (_ ("Opened"), opened));

  return GTK_WIDGET (group);
}

GtkWidget *
gram_case_facts_decision_group_new (const GramCaseDetail *detail)
{
  const GramCaseRecord *record;
  AdwPreferencesGroup *group;
  g_autofree char *when = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (detail != NULL, NULL);

  record = detail->row->record;
  if (!gram_case_record_is_decided (record))
    return NULL;

  group = group_new (_ ("Decision"));
  day = gram_format_day_of_instant (record->decided_at);
  if (record->decider != NULL)
    /* Translators: a person and a day */
    when = g_strdup_printf (C_ ("decided", "%s, %s"), record->decider, day);
  gram_rows_add_property (group, _ ("Outcome"),
                          record->state == GRAM_CASE_WITHDRAWN
                              ? gram_case_state_title (record->state)
                              : gram_case_outcome_title (record->outcome));
  gram_rows_add_property (group, _ ("Reason"), record->reason);
  gram_rows_add_property (group, _ ("Reference of the Document"), record->reference);
  gram_rows_add_property (group, _ ("Decided"), when != NULL ? when : day);

  return GTK_WIDGET (group);
}

/* What lists call a vehicle of the case. */
static const char *
label_of (const GramCaseDetail *detail, gint64 vehicle_id)
{
  for (guint i = 0; i < detail->vehicles->len; i++)
    {
      const GramVehicleRecord *vehicle = g_ptr_array_index (detail->vehicles, i);

      if (vehicle->id == vehicle_id)
        return vehicle->label;
    }

  return "";
}

static char *
dup_difference (int year, gint64 hundredths)
{
  g_autofree char *figure = NULL;

  if (year == 0)
    return g_strdup ("");

  figure = gram_format_decimal (hundredths, 2, 2);

  /* Translators: grams of CO₂ per kilometre that a vehicle counts for; %s is the figure */
  return g_strdup_printf (C_ ("difference", "%s g/km"), figure);
}

static void
add_moved (GramCompare *compare, const GramCaseDetail *detail, const GramCorrectionRecord *moved)
{
  const char *label = label_of (detail, moved->vehicle_id);
  g_autofree char *title = NULL;
  g_autofree char *before = dup_difference (moved->year_before, moved->difference_before);
  g_autofree char *after = dup_difference (moved->year_after, moved->difference_after);
  g_autofree char *charge_before = gram_format_money (moved->charge_before, "NZD");
  g_autofree char *charge_after = gram_format_money (moved->charge_after, "NZD");

  /* Translators: what a vehicle counts for, %s is the vehicle */
  title = g_strdup_printf (_ ("Difference from the Target, %s"), label);
  gram_compare_add (compare, "difference", title, before, after);
  if (moved->charge_before == 0 && moved->charge_after == 0)
    return;

  g_free (title);
  /* Translators: %s is the vehicle */
  title = g_strdup_printf (_ ("Charge, %s"), label);
  gram_compare_add (compare, "charge", title, charge_before, charge_after);
}

GtkWidget *
gram_case_facts_moved_group_new (const GramCaseDetail *detail)
{
  GtkWidget *compare;
  guint n;

  g_return_val_if_fail (detail != NULL, NULL);

  if (detail->corrections == NULL || detail->corrections->len == 0)
    return NULL;

  n = MIN (detail->corrections->len, IN_SIGHT);
  compare = gram_compare_new (_ ("Before"), _ ("After"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (compare), _ ("What Moved"));
  if (detail->corrections->len > n)
    {
      g_autofree char *all = gram_format_count (detail->corrections->len);
      g_autofree char *text = NULL;

      text = g_strdup_printf (_ ("The first five of %s vehicles; the statement has all of them"),
                              all);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (compare), text);
    }
  for (guint i = 0; i < n; i++)
    add_moved (GRAM_COMPARE (compare), detail, g_ptr_array_index (detail->corrections, i));

  return compare;
}

static char *
dup_vehicle_note (const GramVehicleRecord *vehicle)
{
  g_autofree char *co2 = gram_format_co2 (vehicle->co2_micro);

  /* Translators: make, model and CO₂ value of a vehicle */
  return g_strdup_printf (C_ ("vehicle", "%s %s · %s"), vehicle->make, vehicle->model, co2);
}

static GtkWidget *
link_row_new (gint64 vehicle_id, const char *label, GCallback activated, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 *id = g_memdup2 (&vehicle_id, sizeof (gint64));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), VEHICLE, id, g_free);
  g_signal_connect_object (row, "activated", activated, user_data, G_CONNECT_SWAPPED);
  add_arrow (row);
  gram_pressable_install (row);

  return row;
}

static GtkWidget *
vehicle_row_new (const GramVehicleRecord *vehicle, GCallback activated, gpointer user_data)
{
  g_autofree char *note = dup_vehicle_note (vehicle);
  GtkWidget *row = link_row_new (vehicle->id, vehicle->label, activated, user_data);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);

  return row;
}

/* A difference names its vehicle, and the file that differs. */
static GtkWidget *
differing_group_new (const GramCaseDetail *detail, GCallback activated, gpointer user_data)
{
  const GramDifferenceRecord *difference;
  AdwPreferencesGroup *group;
  GtkWidget *row;
  g_autofree char *note = NULL;

  if (detail->differences == NULL || detail->differences->len == 0)
    return NULL;

  difference = g_ptr_array_index (detail->differences, 0);
  group = group_new (_ ("Vehicle"));
  row = link_row_new (difference->vehicle_id,
                      difference->label != NULL ? difference->label : detail->row->record->label,
                      activated, user_data);
  if (difference->file_name != NULL)
    {
      g_autofree char *base = g_path_get_basename (difference->file_name);

      /* Translators: a register file, and the row in it that differs */
      note = g_strdup_printf (_ ("%s, row %" PRId64), base, difference->import_row);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
    }
  adw_preferences_group_add (group, row);

  return GTK_WIDGET (group);
}

static GtkWidget *
more_row_new (const GramCaseDetail *detail, GCallback activated, gpointer user_data)
{
  GtkWidget *more = adw_expander_row_new ();
  g_autofree char *number = gram_format_count (detail->n_vehicles - IN_SIGHT);
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%s more vehicle", "%s more vehicles",
                                     (gulong)(detail->n_vehicles - IN_SIGHT)),
                           number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), title);
  if (detail->n_vehicles > detail->vehicles->len)
    {
      g_autofree char *shown = gram_format_count (detail->vehicles->len);
      g_autofree char *subtitle = NULL;

      subtitle = g_strdup_printf (_ ("The first %s are listed"), shown);
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (more), subtitle);
    }
  for (guint i = IN_SIGHT; i < detail->vehicles->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (more),
                              vehicle_row_new (g_ptr_array_index (detail->vehicles, i), activated,
                                               user_data));
  gram_pressable_install (more);

  return more;
}

GtkWidget *
gram_case_facts_vehicles_group_new (const GramCaseDetail *detail,
                                    GCallback activated,
                                    gpointer user_data)
{
  AdwPreferencesGroup *group;

  g_return_val_if_fail (detail != NULL, NULL);

  if (detail->vehicles == NULL || detail->vehicles->len == 0)
    return differing_group_new (detail, activated, user_data);

  group = group_new (detail->n_vehicles == 1 ? _ ("Vehicle") : _ ("Vehicles"));
  for (guint i = 0; i < MIN (IN_SIGHT, detail->vehicles->len); i++)
    adw_preferences_group_add (group, vehicle_row_new (g_ptr_array_index (detail->vehicles, i),
                                                       activated, user_data));
  if (detail->vehicles->len > IN_SIGHT)
    adw_preferences_group_add (group, more_row_new (detail, activated, user_data));

  return GTK_WIDGET (group);
}

gint64
gram_case_facts_only_vehicle (const GramCaseDetail *detail)
{
  g_return_val_if_fail (detail != NULL, 0);

  if (detail->n_vehicles == 1 && detail->vehicles->len == 1)
    return ((const GramVehicleRecord *)g_ptr_array_index (detail->vehicles, 0))->id;
  if (detail->n_vehicles == 0 && detail->differences != NULL && detail->differences->len > 0)
    return ((const GramDifferenceRecord *)g_ptr_array_index (detail->differences, 0))->vehicle_id;

  return 0;
}

gint64
gram_case_facts_vehicle_of_row (GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), VEHICLE);

  return id != NULL ? *id : 0;
}

const char *const *
gram_case_facts_commands (GramCaseKind kind)
{
  static const struct
  {
    GramCaseKind kind;
    const char *commands[5];
  } table[] = {
    { GRAM_CASE_APPLICATION,
      { "application.approve", "application.decline", "application.ask", NULL } },
    { GRAM_CASE_AML, { "account.set-aml", NULL } },
    { GRAM_CASE_SUSPENSION, { "account.suspend", "account.drop-notice", NULL } },
    { GRAM_CASE_CLOSING,
      { "account.close", "account.refuse-closing", "account.drop-closing-notice", NULL } },
    { GRAM_CASE_TRADE, { "trade.register", "trade.refuse", NULL } },
    { GRAM_CASE_BORROWING, { "borrowing.approve", "borrowing.decline", NULL } },
  };
  static const char *const none[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == kind)
      return table[i].commands;

  return none;
}
