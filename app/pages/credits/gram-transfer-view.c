/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-transfer-view.h"

#include "gram-account-words.h"
#include "gram-case-claims.h"
#include "gram-credit-texts.h"
#include "gram-failure.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-questions-credits.h"
#include "gram-sign-dialog.h"

#include <glib/gi18n-lib.h>

struct _GramTransferView
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *page;
  AdwActionRow *state_row;
  GtkImage *state_image;
  GtkWidget *action_bar;
  GtkWidget *cancel_button;
  GtkWidget *decline_button;
  GtkWidget *accept_button;

  /* Owned References */
  GramSession *session;
  GramCreditTransferDetail *detail;
  GCancellable *asking;
  GPtrArray *groups; /* borrowed: what was added to the page */

  gint64 transfer_id;
};

G_DEFINE_FINAL_TYPE (GramTransferView, gram_transfer_view, ADW_TYPE_DIALOG)

static AdwPreferencesGroup *
add_group (GramTransferView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_property (AdwPreferencesGroup *group, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    adw_preferences_group_add (group, gram_property_row_new (title, value));
}

static void
add_party (AdwPreferencesGroup *group,
           const char *title,
           const char *name,
           const char *number,
           GramAccountKind kind)
{
  g_autofree char *written = gram_format_account_number (number);
  g_autofree char *text
      = g_strdup_printf ("%s, %s (%s)", name, written, gram_account_kind_title (kind));

  add_property (group, title, text);
}

static void
show_facts (GramTransferView *self)
{
  const GramCreditTransferRecord *record = self->detail->row->record;
  AdwPreferencesGroup *group = add_group (self, _ ("What Is Transferred"));
  g_autofree char *given = gram_credit_dup_of_kind (record->credits, record->from_kind);
  g_autofree char *received = gram_credit_dup_of_kind (record->received, record->to_kind);
  g_autofree char *offered = gram_format_day_of_instant (record->offered_at);

  add_party (group, _ ("From"), record->from_name, record->from_number, record->from_kind);
  add_party (group, _ ("To"), record->to_name, record->to_number, record->to_kind);
  add_property (group, _ ("Given"), given);
  if (record->from_kind != record->to_kind)
    add_property (group, _ ("Received"), received);
  add_property (group, _ ("Reference"), record->reference);
  add_property (group, _ ("Offered"), offered);
  add_property (group, _ ("Offered By"), self->detail->offered_by);
  add_property (group, _ ("Ended By"), self->detail->ended_by);
  add_property (group, _ ("Reason"), record->end_reason);
}

static void
show_lines (GramTransferView *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("By Year of Origin"));

  for (guint i = 0; i < self->detail->lines->len; i++)
    {
      const GramCreditTransferLine *line
          = &g_array_index (self->detail->lines, GramCreditTransferLine, i);
      g_autofree char *title = gram_credit_dup_years (line->year, line->year);
      g_autofree char *given = gram_credit_dup_amount (line->credits);
      g_autofree char *received = gram_credit_dup_amount (line->received);
      g_autofree char *both = g_strdup_printf ("%s → %s", given, received);

      add_property (group, title, line->credits == line->received ? given : both);
    }
}

/* For the administrator's side alone. */
static void
show_obstacles (GramTransferView *self)
{
  AdwPreferencesGroup *group;

  if (self->detail->obstacles->len == 0)
    return;

  group = add_group (self, _ ("What Stands in the Way"));
  for (guint i = 0; i < self->detail->obstacles->len; i++)
    {
      const GramRefusal *obstacle = self->detail->obstacles->pdata[i];

      add_property (group, obstacle->article != NULL ? obstacle->article : _ ("Rule"),
                    obstacle->message);
    }
}

static void
show_state (GramTransferView *self)
{
  const GramCreditTransferRow *row = self->detail->row;
  g_autofree char *title = gram_credit_transfer_dup_title (row);
  g_autofree char *sentence = gram_credit_transfer_dup_sentence (row);

  adw_window_title_set_subtitle (self->window_title, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 gram_credit_transfer_state_title (row->record->state));
  adw_action_row_set_subtitle (self->state_row, sentence);
  gram_credit_transfer_show_look (row->record->state, self->state_image);
}

/* What can be done at all has a button; what is not allowed now says why. */
static void
update_button (GramTransferView *self,
               GtkWidget *button,
               const char *action,
               const char *command,
               gboolean visible)
{
  const GramRefusal *refusal
      = visible ? gram_credit_transfer_detail_get_refusal (self->detail, command) : NULL;

  gtk_widget_set_visible (button, visible);
  gtk_widget_set_tooltip_text (button, refusal != NULL ? refusal->message : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, visible && refusal == NULL);
}

static void
update_actions (GramTransferView *self)
{
  gboolean live
      = self->detail != NULL && self->detail->row->record->state == GRAM_CREDIT_TRANSFER_OFFERED;
  gboolean outgoing = live && self->detail->row->outgoing;

  update_button (self, self->cancel_button, "transfer.cancel", "transfer.cancel", outgoing);
  update_button (self, self->decline_button, "transfer.decline", "transfer.decline",
                 live && !outgoing);
  update_button (self, self->accept_button, "transfer.accept", "transfer.accept",
                 live && !outgoing);
  gtk_widget_set_visible (self->action_bar, live);
}

static void
show_detail (GramTransferView *self)
{
  while (self->groups->len > 0)
    adw_preferences_page_remove (self->page,
                                 g_ptr_array_steal_index (self->groups, self->groups->len - 1));
  show_state (self);
  show_obstacles (self);
  show_facts (self);
  show_lines (self);
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "transfer");
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTransferView) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramCreditTransferDetail) detail
      = gram_session_credit_transfer_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *sentence = NULL;

  /* Asked for in the meantime, or closed: another answer is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking || gram_failure_is_cancelled (error))
    return;
  if (detail != NULL)
    {
      g_clear_pointer (&self->detail, gram_credit_transfer_detail_free);
      self->detail = g_steal_pointer (&detail);
      show_detail (self);
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Also when the registry says that it changed. */
static void
ask (GramTransferView *self)
{
  g_assert (GRAM_IS_TRANSFER_VIEW (self));

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_credit_transfer_async (self->session, self->transfer_id, self->asking, detail_cb,
                                      g_object_ref (self));
}

static GVariant *
arguments_of (GramTransferView *self, gboolean version)
{
  const GramCreditTransferRecord *record = self->detail->row->record;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "account", "s",
                         self->detail->row->outgoing ? record->from_number : record->to_number);
  g_variant_dict_insert (&dict, "transfer", "x", record->id);
  if (version)
    g_variant_dict_insert (&dict, "version", "x", (gint64)record->version);

  return g_variant_dict_end (&dict);
}

static void
accept_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTransferView *self = GRAM_TRANSFER_VIEW (widget);
  const GramCreditTransferRecord *record;
  g_autofree char *received = NULL;
  AdwDialog *dialog;

  if (self->detail == NULL)
    return;

  record = self->detail->row->record;
  received = gram_credit_dup_of_kind (record->received, record->to_kind);
  dialog = gram_sign_dialog_new (self->session, "transfer.accept", arguments_of (self, TRUE),
                                 _ ("Accept Credits"), _ ("_Sign and Accept"));
  gram_sign_dialog_set_explanation (
      GRAM_SIGN_DIALOG (dialog),
      _ ("The credits come over at once. This cannot be undone; the same credits can only be offered back."));
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog), _ ("From"), record->from_name);
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog), _ ("Received"), received);
  adw_dialog_present (dialog, widget);
}

static const GramFormField decline_fields[] = {
  { "reason",
    N_ ("_Reason, Which the Other Holder Reads"),
    GRAM_FORM_LINES,
    N_ ("Say why, so that the other holder knows what to do."),
    { { NULL } } },
  { NULL, NULL, 0, NULL, { { NULL } } },
};

static const GramForm decline_form = {
  .command = "transfer.decline",
  .title = N_ ("Decline the Offer"),
  .verb = N_ ("_Decline"),
  .lead = N_ ("The credits go back to the other holder."),
  .destructive = TRUE,
  .done = N_ ("Declined"),
  .fields = decline_fields,
};

static const GramForm cancel_form = {
  .command = "transfer.cancel",
  .title = N_ ("Cancel the Offer"),
  .verb = N_ ("_Cancel the Offer"),
  .lead = N_ ("The credits are free again, and the other holder is told that the offer is over."),
  .destructive = TRUE,
  .done = N_ ("Offer cancelled"),
};

static void
decline_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTransferView *self = GRAM_TRANSFER_VIEW (widget);

  if (self->detail != NULL)
    adw_dialog_present (gram_form_dialog_new (self->session, &decline_form,
                                              arguments_of (self, FALSE)),
                        widget);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTransferView *self = GRAM_TRANSFER_VIEW (widget);

  if (self->detail != NULL)
    adw_dialog_present (gram_form_dialog_new (self->session, &cancel_form,
                                              arguments_of (self, TRUE)),
                        widget);
}

static void
gram_transfer_view_dispose (GObject *object)
{
  GramTransferView *self = GRAM_TRANSFER_VIEW (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_TRANSFER_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_transfer_view_parent_class)->dispose (object);
}

static void
gram_transfer_view_finalize (GObject *object)
{
  GramTransferView *self = GRAM_TRANSFER_VIEW (object);

  g_clear_pointer (&self->detail, gram_credit_transfer_detail_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_transfer_view_parent_class)->finalize (object);
}

static void
gram_transfer_view_class_init (GramTransferViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_transfer_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_transfer_view_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/credits/gram-transfer-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, page);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, state_row);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, state_image);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, decline_button);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, accept_button);
  gtk_widget_class_install_action (widget_class, "transfer.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "transfer.decline", NULL, decline_action);
  gtk_widget_class_install_action (widget_class, "transfer.cancel", NULL, cancel_action);
}

static void
gram_transfer_view_init (GramTransferView *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_transfer_view_new (GramSession *session, gint64 transfer_id)
{
  GramTransferView *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (transfer_id != 0, NULL);

  self = g_object_new (GRAM_TYPE_TRANSFER_VIEW, NULL);
  self->session = g_object_ref (session);
  self->transfer_id = transfer_id;
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  update_actions (self);
  ask (self);

  return ADW_DIALOG (self);
}
