/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-view-private.h"

#include "gram-case-dialog.h"
#include "gram-case-texts.h"
#include "gram-confirm.h"
#include "gram-discard.h"
#include "gram-failure.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramDisputeView, gram_dispute_view, ADW_TYPE_DIALOG)

static void
update_withdraw (GramDisputeView *self)
{
  gboolean known = gram_case_detail_has_verb (self->detail, "case.withdraw");
  GramPermit permit = gram_session_get_case_permit (self->session, self->detail, "case.withdraw");
  gboolean undecided = (self->detail->row->record->state & GRAM_CASE_UNDECIDED) != 0;

  gtk_widget_set_visible (self->withdraw_button, known && undecided);
  gtk_widget_set_tooltip_text (self->withdraw_button, permit.allowed ? NULL : permit.reason);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dispute.withdraw", known && permit.allowed);
}

/* In the own books the members also record what the administrator decided: an action, and its command by kind of case. */
static const struct
{
  const char *action;
  const char *command;
  const char *of_difference;
} records[] = {
  { "dispute.record-question", "case.ask", "case.ask" },
  { "dispute.record-upheld", "dispute.uphold", "difference.take" },
  { "dispute.record-not-upheld", "dispute.decline", "difference.keep" },
};

static const char *
command_of (GramDisputeView *self, gsize i)
{
  return self->detail->row->record->kind == GRAM_CASE_DIFFERENCE ? records[i].of_difference
                                                                 : records[i].command;
}

static void
update_records (GramDisputeView *self)
{
  gboolean own = self->detail != NULL && gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN
                 && (self->detail->row->record->state & GRAM_CASE_UNDECIDED) != 0;

  gtk_widget_set_visible (self->record_button, own);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), records[i].action,
        own && gram_case_detail_has_verb (self->detail, command_of (self, i))
            && gram_session_get_case_permit (self->session, self->detail, command_of (self, i))
                   .allowed);
}

static void
update_actions (GramDisputeView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = self->list != NULL ? gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) : 0;
  gboolean asked
      = self->detail != NULL && self->detail->row->record->state == GRAM_CASE_INFORMATION_ASKED
        && gram_session_get_case_permit (self->session, self->detail, "case.answer").allowed;

  gtk_widget_action_set_enabled (widget, "dispute.previous",
                                 self->list != NULL && self->position > 0);
  gtk_widget_action_set_enabled (widget, "dispute.next", self->position + 1 < n);
  gtk_widget_set_visible (self->previous_button, self->list != NULL);
  gtk_widget_set_visible (self->next_button, self->list != NULL);
  gtk_widget_set_visible (self->action_bar, self->detail != NULL);
  gtk_widget_set_visible (self->answer_button, asked);
  gtk_widget_action_set_enabled (widget, "dispute.answer", asked);
  if (self->detail != NULL)
    update_withdraw (self);
  else
    gtk_widget_action_set_enabled (widget, "dispute.withdraw", FALSE);
  update_records (self);
}

static void
case_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GramCaseDetail) detail
      = gram_session_case_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Asked for in the meantime, or closed: another answer is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking || gram_failure_is_cancelled (error))
    return;
  if (detail != NULL)
    {
      g_clear_pointer (&self->detail, gram_case_detail_free);
      self->detail = g_steal_pointer (&detail);
      _gram_dispute_view_show (self);
      gtk_stack_set_visible_child_name (self->stack, "case");
      update_actions (self);
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
ask (GramDisputeView *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_case_async (self->session, self->case_id, self->asking, case_cb,
                           g_object_ref (self));
}

/* The registry says that it changed, too; by then the answer may be under way already. */
static void
changed_cb (GramDisputeView *self)
{
  g_assert (GRAM_IS_DISPUTE_VIEW (self));

  ask (self);
}

static void
go (GramDisputeView *self, guint position)
{
  gint64 id = gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position);

  if (id == 0)
    return;

  self->position = position;
  self->case_id = id;
  update_actions (self);
  ask (self);
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputeView *self = GRAM_DISPUTE_VIEW (widget);

  go (self, self->position - 1);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputeView *self = GRAM_DISPUTE_VIEW (widget);

  go (self, self->position + 1);
}

static void
answer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_thread_focus (GRAM_DISPUTE_VIEW (widget)->thread, FALSE);
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputeView *self = GRAM_DISPUTE_VIEW (widget);

  if (self->detail != NULL)
    gram_dispute_withdraw (widget, self->session, self->detail->row->record);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputeView *self = GRAM_DISPUTE_VIEW (widget);

  for (gsize i = 0; self->detail != NULL && i < G_N_ELEMENTS (records); i++)
    if (g_str_equal (records[i].action, action_name))
      adw_dialog_present (gram_case_dialog_new (self->session, command_of (self, i), self->detail),
                          widget);
}

/* What was typed and not sent is asked about. */
static void
gram_dispute_view_close_attempt (AdwDialog *dialog)
{
  if (gram_thread_get_unsent (GRAM_DISPUTE_VIEW (dialog)->thread))
    gram_discard_ask (dialog);
  else
    adw_dialog_force_close (dialog);
}

/* The place may belong to another case by now. */
static void
list_refreshed_cb (GramDisputeView *self)
{
  guint position;

  if (gram_paged_list_find (GRAM_PAGED_LIST (self->list), self->case_id, &position))
    self->position = position;
  update_actions (self);
}

static void
gram_dispute_view_dispose (GObject *object)
{
  GramDisputeView *self = GRAM_DISPUTE_VIEW (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_DISPUTE_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_dispute_view_parent_class)->dispose (object);
}

static void
gram_dispute_view_finalize (GObject *object)
{
  GramDisputeView *self = GRAM_DISPUTE_VIEW (object);

  g_clear_pointer (&self->detail, gram_case_detail_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_dispute_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, next_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, page);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, state_row);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, state_image);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, decision_group);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, claims_group);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, differences_group);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, thread_group);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, thread);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, evidence);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, vehicles_group);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, opened_label);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, record_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputeView, withdraw_button);
}

static void
gram_dispute_view_class_init (GramDisputeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_dispute_view_dispose;
  object_class->finalize = gram_dispute_view_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_dispute_view_close_attempt;

  g_type_ensure (GRAM_TYPE_COMPARE);
  g_type_ensure (GRAM_TYPE_EVIDENCE);
  g_type_ensure (GRAM_TYPE_THREAD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/disputes/gram-dispute-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dispute.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "dispute.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "dispute.answer", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "dispute.withdraw", NULL, withdraw_action);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    gtk_widget_class_install_action (widget_class, records[i].action, NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "dispute.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "dispute.next",
                                       NULL);
}

static void
gram_dispute_view_init (GramDisputeView *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GramDisputeView *
view_new (GramSession *session, gint64 case_id)
{
  GramDisputeView *self = g_object_new (GRAM_TYPE_DISPUTE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->case_id = case_id;
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);

  return self;
}

AdwDialog *
gram_dispute_view_new (GramSession *session, GramCaseList *list, guint position)
{
  GramDisputeView *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (GRAM_IS_CASE_LIST (list), NULL);

  self = view_new (session, gram_paged_list_get_id (GRAM_PAGED_LIST (list), position));
  self->list = g_object_ref (list);
  self->position = position;
  g_signal_connect_object (list, "refreshed", G_CALLBACK (list_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  ask (self);

  return ADW_DIALOG (self);
}

AdwDialog *
gram_dispute_view_new_for_id (GramSession *session, gint64 case_id)
{
  GramDisputeView *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (case_id != 0, NULL);

  self = view_new (session, case_id);
  update_actions (self);
  ask (self);

  return ADW_DIALOG (self);
}

void
gram_dispute_withdraw (GtkWidget *parent, GramSession *session, const GramCaseRecord *record)
{
  g_autofree char *number = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *toast = NULL;
  GVariantDict arguments;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  number = gram_case_dup_number (record->id);
  /* Translators: number of a case */
  heading = g_strdup_printf (_ ("Withdraw %s?"), number);
  toast = g_strdup_printf (_ ("%s withdrawn"), number);
  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "account", "s", record->number);
  g_variant_dict_insert (&arguments, "case", "x", record->id);
  gram_confirm_perform (
      parent, session,
      &(const GramConfirm){
          .heading = heading,
          .body
          = record->kind == GRAM_CASE_CORRECTION
                ? _ ("The accepted record stays as it is. This cannot be undone, but you can "
                     "ask for another correction.")
                : _ ("The vehicles can be accepted again as they stand. This cannot be undone, "
                     "but you can open another dispute."),
          .verb = _ ("_Withdraw"),
          .destructive = TRUE,
          .toast = toast },
      "case.withdraw", g_variant_dict_end (&arguments), NULL, NULL, NULL);
}
