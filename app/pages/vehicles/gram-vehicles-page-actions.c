/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

#include "gram-accept-dialog.h"
#include "gram-dispute-dialog.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-vehicle-choice.h"
#include "gram-vehicle-details.h"
#include "gram-vehicles-page-private.h"

#include <glib/gi18n-lib.h>

/* The vehicles that are selected: all of them is the query itself. */
static GramVehicleChoice *
dup_selection (GramVehiclesPage *self)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GArray) ids = NULL;
  GtkBitsetIter iter;
  guint position;

  if (gram_bitset_selection_is_all (self->selection))
    return gram_vehicle_choice_new_query (gram_vehicle_list_get_query (self->list));

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return gram_vehicle_choice_new_ids (ids);
}

static void
done_cb (GramVehiclesPage *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

static void
present_accept (GramVehiclesPage *self, GramVehicleChoice *choice)
{
  GtkWidget *dialog = gram_accept_dialog_new (_gram_vehicles_page_get_session (self), choice);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
accept_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  g_autoptr (GramVehicleChoice) choice = dup_selection (self);

  present_accept (self, choice);
}

static void
accept_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  g_autoptr (GramVehicleChoice) choice
      = gram_vehicle_choice_new_query (gram_vehicle_list_get_query (self->list));

  present_accept (self, choice);
}

/* What is accepted already is left out, or shown the way of correction. */
static void
dispute_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  g_autoptr (GramVehicleChoice) choice = dup_selection (self);
  AdwDialog *dialog = gram_dispute_dialog_new (_gram_vehicles_page_get_session (self), choice);

  g_signal_connect_object (dialog, "opened", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
report_missing_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_dispute_dialog_new_missing (
                          _gram_vehicles_page_get_session (GRAM_VEHICLES_PAGE (widget))),
                      widget);
}

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramVehiclesPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);
  gint64 ready = 0;

  if (outcome != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Mark as Ready"), refusal, error);
      return;
    }
  g_variant_lookup (value, "ready", "x", &ready);
  done_cb (self);
  gram_vehicle_choice_toast (GTK_WIDGET (self), ready,
                             ngettext ("%s vehicle is ready", "%s vehicles are ready",
                                       (gulong)ready));
}

static void
mark_ready_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);
  GramSession *session = _gram_vehicles_page_get_session (self);
  g_autoptr (GramVehicleChoice) choice = dup_selection (self);

  gram_session_perform_async (session, "vehicle.mark-ready",
                              gram_vehicle_choice_to_arguments (choice,
                                                                gram_session_get_account (session),
                                                                FALSE),
                              NULL, NULL, NULL, marked_cb, g_object_ref (self));
}

static void
select_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (widget);

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
select_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  done_cb (GRAM_VEHICLES_PAGE (widget));
}

static void
clear_filters_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_vehicles_page_show (GRAM_VEHICLES_PAGE (widget), 0, 0);
}

static void
find_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_vehicles_page_find (GRAM_VEHICLES_PAGE (widget));
}

void
_gram_vehicles_page_open (GramVehiclesPage *self, guint position)
{
  GtkWidget *dialog;

  if (gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position) == 0)
    return;
  dialog = gram_vehicle_details_new (_gram_vehicles_page_get_session (self), self->list, position);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* An action that is not allowed keeps its button, with the reason as its tooltip. */
static void
update_permit (GramVehiclesPage *self,
               const char *action_name,
               const char *command,
               GtkWidget *button,
               gboolean possible)
{
  GramSession *session = _gram_vehicles_page_get_session (self);
  GramPermit permit = { FALSE, NULL };

  if (session != NULL)
    permit = gram_session_get_permit (session, command);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action_name, permit.allowed && possible);
  if (button != NULL)
    gtk_widget_set_tooltip_text (button, permit.allowed ? NULL : permit.reason);
}

/* Three buttons of text are too many for a narrow window. */
static void
show_dispute_button (GramVehiclesPage *self)
{
  GtkButton *button = GTK_BUTTON (self->dispute_button);

  if (self->narrow)
    gtk_button_set_icon_name (button, "gram-dispute-symbolic");
  else
    gtk_button_set_label (button, _ ("_Dispute…"));
  if (self->narrow && gtk_widget_get_tooltip_text (self->dispute_button) == NULL)
    gtk_widget_set_tooltip_text (self->dispute_button, _ ("Dispute…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Dispute…"), -1);
}

void
_gram_vehicles_page_actions_update (GramVehiclesPage *self)
{
  guint n_selected = gram_bitset_selection_get_n_selected (self->selection);
  guint n_items
      = self->list != NULL ? gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) : 0;
  gboolean loading
      = self->list != NULL && gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list));
  g_autofree char *number = gram_format_count (n_selected);
  g_autofree char *all = gram_format_count (n_items);
  g_autofree char *text = NULL;
  g_autofree char *select_all = NULL;

  text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  gtk_label_set_label (self->selection_label, self->narrow ? number : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection_label), text);
  /* Translators: %s is how many vehicles match */
  select_all = g_strdup_printf (_ ("Select All %s"), all);
  gtk_button_set_label (GTK_BUTTON (self->select_all_button), select_all);
  gtk_widget_set_visible (self->select_all_button, n_selected < n_items && !self->narrow);
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 0);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicles.select-all",
                                 n_items > 0 && n_selected < n_items);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicles.select-none", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicles.open", n_selected == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicles.copy", n_selected == 1);
  update_permit (self, "vehicles.accept", "vehicle.accept", self->accept_button, n_selected > 0);
  update_permit (self, "vehicles.accept-all", "vehicle.accept", NULL, n_items > 0 && !loading);
  update_permit (self, "vehicles.mark-ready", "vehicle.mark-ready", self->mark_ready_button,
                 n_selected > 0);
  update_permit (self, "vehicles.dispute", "dispute.open", self->dispute_button, n_selected > 0);
  show_dispute_button (self);
  update_permit (self, "vehicles.report-missing", "dispute.open", NULL, self->account_id != 0);
}

void
_gram_vehicles_page_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vehicles.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.mark-ready", NULL, mark_ready_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.dispute", NULL, dispute_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.report-missing", NULL,
                                   report_missing_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.select-none", NULL, select_none_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "vehicles.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "vehicles.find",
                                       NULL);
}
