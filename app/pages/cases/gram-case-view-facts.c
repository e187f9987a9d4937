/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-view.h"

#include "gram-case-claims.h"
#include "gram-case-facts.h"
#include "gram-case-parts.h"
#include "gram-case-view-private.h"
#include "gram-command-row.h"
#include "gram-questions-disputes.h"
#include "gram-vehicle-details.h"
#include "gram-vehicle-target.h"

#include <glib/gi18n-lib.h>

static void
clear (GramCaseView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts_box))) != NULL)
    gtk_box_remove (self->facts_box, child);
  self->differences = NULL;
  memset (self->commands, 0, sizeof (self->commands));
}

static void
add (GramCaseView *self, GtkWidget *group)
{
  if (group != NULL)
    gtk_box_append (self->facts_box, group);
}

static void
vehicle_cb (GramCaseView *self, GtkWidget *row)
{
  gint64 id = gram_case_facts_vehicle_of_row (row);

  g_assert (GRAM_IS_CASE_VIEW (self));

  if (id != 0)
    adw_dialog_present (ADW_DIALOG (gram_vehicle_details_new_for_id (self->session, id)),
                        GTK_WIDGET (self));
}

/* Registry and file side by side; while it is undecided, field by field to be chosen. */
static void
add_differences (GramCaseView *self)
{
  const GramCaseDetail *detail = self->detail;
  GtkWidget *compare;

  if (detail->differences == NULL || detail->differences->len == 0)
    return;

  compare = gram_compare_new (_ ("Registry"), _ ("Register File"));
  self->differences = GRAM_COMPARE (compare);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (compare), _ ("Difference to Decide"));
  gram_compare_set_choosing (self->differences, !gram_case_record_is_decided (detail->row->record)
                                                    && detail->differences->len > 1);
  for (guint i = 0; i < detail->differences->len; i++)
    {
      const GramDifferenceRecord *difference = g_ptr_array_index (detail->differences, i);

      gram_compare_add_field (self->differences, detail, difference->field,
                              difference->registry_value, difference->file_value);
    }
  add (self, compare);
}

static void
command_cb (GramCaseView *self, GtkWidget *row)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  if (self->trade != NULL)
    _gram_case_view_decide_trade (self, gram_command_row_get_command (row));
  else if (self->borrowing != NULL)
    _gram_case_view_decide_borrowing (self, gram_command_row_get_command (row));
  else if (self->account != NULL)
    gram_command_present (GTK_WIDGET (self), self->session, gram_command_row_get_command (row),
                          self->account);
}

/* The decision about an account is made in its own dialogs. */
static void
add_commands (GramCaseView *self)
{
  const char *const *commands = gram_case_facts_commands (self->detail->row->record->kind);
  GtkWidget *group;

  if (commands[0] == NULL || gram_case_record_is_decided (self->detail->row->record))
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Decide"));
  for (guint i = 0; commands[i] != NULL && i < GRAM_CASE_VIEW_MAX_COMMANDS; i++)
    {
      GtkWidget *row = gram_command_row_new (commands[i]);

      gtk_widget_set_sensitive (row, FALSE);
      g_signal_connect_object (row, "activated", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->commands[i] = row;
    }
  add (self, group);
}

static void
open_case_cb (GramCaseView *self, gint64 case_id)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  if (case_id != self->case_id)
    g_signal_emit_by_name (self, "open-case", case_id);
}

static GtkWidget *
history_new (GramCaseView *self)
{
  GtkWidget *history = gram_value_history_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (history), _ ("Value History"));
  gtk_widget_set_visible (history, FALSE);
  g_signal_connect_object (history, "open-case", G_CALLBACK (open_case_cb), self,
                           G_CONNECT_SWAPPED);

  return history;
}

static GtkWidget *
evidence_new (GramCaseView *self)
{
  GtkWidget *evidence = gram_evidence_new ();

  g_signal_connect_object (evidence, "attached", G_CALLBACK (gram_case_view_refresh), self,
                           G_CONNECT_SWAPPED);

  return evidence;
}

/* The evidence may be under way, and what was answered already shall not flash: of the same case they stay. */
static void
take_along (GramCaseView *self, gboolean other)
{
  if (other)
    {
      self->target_group = NULL;
      self->trade_box = _gram_case_view_trade_box_new (self);
      self->borrowing_box = _gram_case_view_borrowing_box_new (self);
      self->evidence = GRAM_EVIDENCE (evidence_new (self));
      self->history = GRAM_VALUE_HISTORY (history_new (self));
    }
}

void
_gram_case_view_build_facts (GramCaseView *self, gboolean other)
{
  const GramCaseDetail *detail = self->detail;
  g_autoptr (GtkWidget) target = NULL;
  g_autoptr (GtkWidget) trade = NULL;
  g_autoptr (GtkWidget) borrowing = NULL;
  g_autoptr (GtkWidget) evidence = NULL;
  g_autoptr (GtkWidget) history = NULL;

  if (!other)
    {
      g_set_object (&target, self->target_group);
      g_set_object (&trade, self->trade_box);
      g_set_object (&borrowing, self->borrowing_box);
      g_set_object (&evidence, GTK_WIDGET (self->evidence));
      g_set_object (&history, GTK_WIDGET (self->history));
    }
  clear (self);
  take_along (self, other);
  add (self, gram_case_facts_decision_group_new (detail));
  add (self, gram_case_facts_moved_group_new (detail));
  add (self, gram_case_claims_group_new (detail));
  add_differences (self);
  add (self, self->trade_box);
  add (self, self->borrowing_box);
  add_commands (self);
  add (self, gram_case_facts_state_group_new (detail));
  add (self, gram_case_facts_vehicles_group_new (detail, G_CALLBACK (vehicle_cb), self));
  add (self, GTK_WIDGET (self->evidence));
  add (self, self->target_group);
  add (self, GTK_WIDGET (self->history));
}

/* Whether an answer about a vehicle or an account is still of use. */
static gboolean
is_wanted (GramCaseView *self, GAsyncResult *result)
{
  return self->stack != NULL && self->detail != NULL
         && g_task_get_cancellable (G_TASK (result)) == self->beside;
}

static void
vehicle_file_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  g_autoptr (GramVehicleFile) file
      = gram_session_vehicle_finish (GRAM_SESSION (object), result, NULL, NULL);

  /* Without the figure the case can be read as well; the vehicle's own dialog says what is wrong. */
  if (!is_wanted (self, result) || file == NULL || file->standing == NULL)
    return;

  if (self->target_group != NULL)
    gtk_box_remove (self->facts_box, self->target_group);
  self->target_group = GTK_WIDGET (gram_vehicle_target_group_new (file->standing));
  gtk_box_insert_child_after (self->facts_box, self->target_group, GTK_WIDGET (self->evidence));
}

static void
values_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  g_autoptr (GPtrArray) values
      = gram_session_value_history_finish (GRAM_SESSION (object), result, NULL, NULL);

  if (!is_wanted (self, result) || values == NULL || self->history == NULL)
    return;

  gram_value_history_show (self->history, values);
  gtk_widget_set_visible (GTK_WIDGET (self->history), values->len > 0);
}

static void
account_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  GramAccountDetail *account
      = gram_session_account_detail_finish (GRAM_SESSION (object), result, NULL, NULL);

  if (!is_wanted (self, result) || account == NULL)
    {
      g_clear_pointer (&account, gram_account_detail_free);
      return;
    }

  g_clear_pointer (&self->account, gram_account_detail_free);
  self->account = account;
  for (guint i = 0; i < GRAM_CASE_VIEW_MAX_COMMANDS && self->commands[i] != NULL; i++)
    gram_command_row_set_permit (self->commands[i],
                                 gram_session_get_case_permit (self->session, self->detail,
                                                               gram_command_row_get_command (
                                                                   self->commands[i])),
                                 account);
}

void
_gram_case_view_ask_beside (GramCaseView *self)
{
  const GramCaseDetail *detail = self->detail;
  gint64 vehicle = gram_case_facts_only_vehicle (detail);

  g_cancellable_cancel (self->beside);
  g_set_object (&self->beside, NULL);
  self->beside = g_cancellable_new ();
  if (vehicle != 0)
    {
      gram_session_vehicle_async (self->session, vehicle, self->beside, vehicle_file_cb,
                                  g_object_ref (self));
      gram_session_value_history_async (self->session, vehicle, self->beside, values_cb,
                                        g_object_ref (self));
    }
  _gram_case_view_ask_trade (self);
  _gram_case_view_ask_borrowing (self);
  if (self->commands[0] != NULL && self->borrowing_box == NULL)
    gram_session_account_detail_of_async (self->session, detail->account->id, self->beside,
                                          account_cb, g_object_ref (self));
}
