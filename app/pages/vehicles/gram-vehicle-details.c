/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-details.h"

#include "gram-accept-dialog.h"
#include "gram-dispute-dialog.h"
#include "gram-failure.h"
#include "gram-pressable.h"
#include "gram-questions.h"
#include "gram-vehicle-case-groups.h"
#include "gram-vehicle-choice.h"
#include "gram-vehicle-groups.h"
#include "gram-vehicle-texts.h"

#include <glib/gi18n-lib.h>

struct _GramVehicleDetails
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *page;
  GtkWidget *action_bar;
  GtkLabel *status_label;
  GtkWidget *accept_button;
  GtkWidget *mark_ready_button;
  GtkWidget *dispute_button;

  /* Owned References */
  GramSession *session;
  GramVehicleList *list;
  GramVehicleFile *file;
  GPtrArray *groups;
  GCancellable *asking;

  gint64 vehicle_id;
  guint position;
};

G_DEFINE_FINAL_TYPE (GramVehicleDetails, gram_vehicle_details, ADW_TYPE_DIALOG)

static void
clear_groups (GramVehicleDetails *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
}

/* Why the vehicle cannot be accepted as it stands, NULL if it can. */
static const char *
hindrance (const GramVehicleRecord *record)
{
  if (record->status == GRAM_VEHICLE_ACCEPTED)
    return _ ("It is accepted already");
  if (record->status == GRAM_VEHICLE_ENTERED)
    return _ ("It is not ready yet: compliance or pre-delivery inspection comes first");
  if (record->attention == GRAM_ATTENTION_INCOMPLETE)
    return _ ("Data are missing");
  if (record->attention == GRAM_ATTENTION_DISPUTED)
    return _ ("It has an open dispute");
  return NULL;
}

static void
update_button (GramVehicleDetails *self,
               GtkWidget *button,
               const char *action_name,
               const char *command,
               const char *hindered)
{
  GramPermit permit = gram_session_get_permit (self->session, command);
  const char *reason = permit.allowed ? hindered : permit.reason;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action_name,
                                 permit.allowed && hindered == NULL);
  gtk_widget_set_tooltip_text (button, reason);
}

static void
update_actions (GramVehicleDetails *self)
{
  guint n = self->list != NULL ? gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) : 0;
  const GramVehicleRecord *record = self->file != NULL ? self->file->record : NULL;
  gboolean open = record != NULL && record->status != GRAM_VEHICLE_ACCEPTED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicle.previous",
                                 self->list != NULL && self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicle.next", self->position + 1 < n);
  gtk_widget_set_visible (self->previous_button, self->list != NULL);
  gtk_widget_set_visible (self->next_button, self->list != NULL);
  gtk_widget_set_visible (self->action_bar, record != NULL);
  if (record == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicle.dispute", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicle.accept", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "vehicle.mark-ready", FALSE);
      return;
    }

  update_button (self, self->accept_button, "vehicle.accept", "vehicle.accept", hindrance (record));
  update_button (self, self->mark_ready_button, "vehicle.mark-ready", "vehicle.mark-ready", NULL);
  gtk_widget_set_visible (self->mark_ready_button, record->status == GRAM_VEHICLE_ENTERED);
  gtk_widget_set_visible (self->accept_button, record->status == GRAM_VEHICLE_READY);
  /* After acceptance the form explains the way of correction. */
  update_button (self, self->dispute_button, "vehicle.dispute",
                 open ? "dispute.open" : "correction.open", NULL);
  gtk_button_set_label (GTK_BUTTON (self->dispute_button),
                        open ? _ ("_Dispute…") : _ ("_Correction…"));
}

/* What is in dispute stands first, every value that there ever was last. */
static void
add_groups_of_cases (GramVehicleDetails *self)
{
  GtkWidget *cases = gram_vehicle_cases_group_new (self->session, self->vehicle_id);
  GtkWidget *values = gram_vehicle_values_group_new (self->session, self->vehicle_id);

  g_ptr_array_insert (self->groups, 0, g_object_ref_sink (cases));
  g_ptr_array_add (self->groups, g_object_ref_sink (values));
}

static void
show_file (GramVehicleDetails *self)
{
  const GramVehicleRecord *record = self->file->record;
  g_autofree char *title = g_strdup_printf ("%s %s", record->make, record->model);
  g_autofree char *status = gram_vehicle_dup_status (record->status, record->attention);

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, record->label);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_label (self->status_label, status);

  clear_groups (self);
  g_ptr_array_unref (self->groups);
  self->groups = gram_vehicle_groups_new (self->file);
  add_groups_of_cases (self);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_add (self->page, g_ptr_array_index (self->groups, i));
  gram_pressable_install_all (GTK_WIDGET (self->page));
  gtk_stack_set_visible_child_name (self->stack, "vehicle");
  update_actions (self);
}

static void
vehicle_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramVehicleDetails) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GramVehicleFile *file
      = gram_session_vehicle_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error))
    return;
  /* Asked for in the meantime, or closed: another answer is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    {
      gram_vehicle_file_free (file);
      return;
    }
  if (file != NULL)
    {
      g_clear_pointer (&self->file, gram_vehicle_file_free);
      self->file = file;
      show_file (self);
      return;
    }
  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  update_actions (self);
}

static void
ask (GramVehicleDetails *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_vehicle_async (self->session, self->vehicle_id, self->asking, vehicle_cb,
                              g_object_ref (self));
}

static void
go (GramVehicleDetails *self, guint position)
{
  gint64 id = gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position);

  if (id == 0)
    return;
  self->position = position;
  self->vehicle_id = id;
  ask (self);
}

static void
previous_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (widget);

  go (self, self->position - 1);
}

static void
next_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (widget);

  go (self, self->position + 1);
}

static void
accept_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (widget);
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_one (self->vehicle_id);

  adw_dialog_present (ADW_DIALOG (gram_accept_dialog_new (self->session, choice)), widget);
}

static void
dispute_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (widget);
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_one (self->vehicle_id);

  adw_dialog_present (gram_dispute_dialog_new (self->session, choice), widget);
}

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramVehicleDetails) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Mark as Ready"), refusal, error);
}

static void
mark_ready_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (widget);
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_one (self->vehicle_id);
  GramAccount *account = gram_session_find_account (self->session, self->file->account_number);

  if (account == NULL)
    return;
  gram_session_perform_async (self->session, "vehicle.mark-ready",
                              gram_vehicle_choice_to_arguments (choice, account, FALSE), NULL, NULL,
                              NULL, marked_cb, g_object_ref (self));
}

/* The place may belong to another vehicle by now. */
static void
list_refreshed_cb (GramVehicleDetails *self)
{
  guint position;

  if (gram_paged_list_find (GRAM_PAGED_LIST (self->list), self->vehicle_id, &position))
    self->position = position;
  update_actions (self);
}

static void
gram_vehicle_details_dispose (GObject *object)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  if (self->groups != NULL)
    g_ptr_array_set_size (self->groups, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_VEHICLE_DETAILS);

  G_OBJECT_CLASS (gram_vehicle_details_parent_class)->dispose (object);
}

static void
gram_vehicle_details_finalize (GObject *object)
{
  GramVehicleDetails *self = GRAM_VEHICLE_DETAILS (object);

  g_clear_pointer (&self->file, gram_vehicle_file_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_vehicle_details_parent_class)->finalize (object);
}

static void
gram_vehicle_details_class_init (GramVehicleDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_vehicle_details_dispose;
  object_class->finalize = gram_vehicle_details_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/vehicles/gram-vehicle-details.ui");
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, previous_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, next_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, page);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, status_label);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, mark_ready_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehicleDetails, dispute_button);
  gtk_widget_class_install_action (widget_class, "vehicle.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "vehicle.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "vehicle.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "vehicle.mark-ready", NULL, mark_ready_cb);
  gtk_widget_class_install_action (widget_class, "vehicle.dispute", NULL, dispute_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "vehicle.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "vehicle.next",
                                       NULL);
}

static void
gram_vehicle_details_init (GramVehicleDetails *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GramVehicleDetails *
details_new (GramSession *session, gint64 vehicle_id)
{
  GramVehicleDetails *self = g_object_new (GRAM_TYPE_VEHICLE_DETAILS, NULL);

  self->session = g_object_ref (session);
  self->vehicle_id = vehicle_id;
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "permits-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
gram_vehicle_details_new (GramSession *session, GramVehicleList *list, guint position)
{
  GramVehicleDetails *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (list), NULL);

  self = details_new (session, gram_paged_list_get_id (GRAM_PAGED_LIST (list), position));
  self->list = g_object_ref (list);
  self->position = position;
  g_signal_connect_object (list, "refreshed", G_CALLBACK (list_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  ask (self);
  return GTK_WIDGET (self);
}

GtkWidget *
gram_vehicle_details_new_for_id (GramSession *session, gint64 vehicle_id)
{
  GramVehicleDetails *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = details_new (session, vehicle_id);
  update_actions (self);
  ask (self);
  return GTK_WIDGET (self);
}
