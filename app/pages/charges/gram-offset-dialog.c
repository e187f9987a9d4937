/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-offset-dialog.h"

#include "gram-charge-texts.h"
#include "gram-credit-chooser.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-questions-charges.h"
#include "gram-sign-dialog.h"

#include <glib/gi18n-lib.h>

struct _GramOffsetDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *refused_status;
  GramCreditChooser *chooser;
  GtkWidget *preview_group;
  GtkLabel *before_label;
  GtkLabel *offset_label;
  GtkLabel *discharged_label;
  GtkLabel *left_label;
  GtkWidget *send_button;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GramOffsetBill *bill;
  char *number;

  gint64 charge_id;
};

G_DEFINE_FINAL_TYPE (GramOffsetDialog, gram_offset_dialog, ADW_TYPE_DIALOG)

static GVariant *
arguments_new (GramOffsetDialog *self)
{
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "account", "s", self->number);
  if (self->charge_id != 0)
    g_variant_dict_insert_value (&arguments, "charges",
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &self->charge_id,
                                                            1, sizeof self->charge_id));
  gram_credit_chooser_add_arguments (self->chooser, &arguments);

  return g_variant_dict_end (&arguments);
}

static void
set_label (GtkLabel *label, char *text)
{
  g_autofree char *owned = text;

  gtk_label_set_label (label, owned);
}

static void
show_bill (GramOffsetDialog *self)
{
  const GramOffsetBill *bill = self->bill;

  gram_credit_chooser_set_balances (self->chooser, bill->balances, NULL);
  gram_credit_chooser_refuse (self->chooser, NULL);
  set_label (self->before_label, gram_charge_dup_money (bill->outstanding_before));
  set_label (self->offset_label, gram_charge_dup_grams (bill->offset));
  set_label (self->discharged_label, gram_charge_dup_money (bill->discharged));
  set_label (self->left_label, gram_charge_dup_money (bill->outstanding));
  gtk_widget_set_visible (self->preview_group, TRUE);
  gtk_widget_set_sensitive (self->send_button, bill->offset > 0);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

/* What a person can mend is said where they chose; anything else in place of the form. */
static void
show_refused (GramOffsetDialog *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  gtk_widget_set_sensitive (self->send_button, FALSE);
  if (self->bill != NULL && refusal != NULL)
    {
      gram_credit_chooser_refuse (self->chooser, refusal);
      gtk_widget_set_visible (self->preview_group, FALSE);
      return;
    }

  adw_status_page_set_description (self->refused_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
bill_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramOffsetDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramOffsetBill) bill
      = gram_session_offset_bill_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  if (bill == NULL)
    {
      show_refused (self, refusal, error);
      return;
    }

  g_clear_pointer (&self->bill, gram_offset_bill_free);
  self->bill = g_steal_pointer (&bill);
  show_bill (self);
}

/* Nothing is signed that was not shown. */
static void
ask (GramOffsetDialog *self)
{
  g_assert (GRAM_IS_OFFSET_DIALOG (self));

  if (self->session == NULL)
    return;

  gtk_widget_set_sensitive (self->send_button, FALSE);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_offset_bill_async (self->session, arguments_new (self), self->asking, bill_cb,
                                  g_object_ref (self));
}

static void
signed_cb (GramOffsetDialog *self, GVariant *value)
{
  gboolean pending = FALSE;

  g_assert (GRAM_IS_OFFSET_DIALOG (self));

  g_variant_lookup (value, "pending", "b", &pending);
  if (!pending)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Paid with credits"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
send_cb (GramOffsetDialog *self)
{
  GramSignDialog *dialog;
  g_autofree char *number = NULL;
  g_autofree char *charge = NULL;

  g_assert (GRAM_IS_OFFSET_DIALOG (self));

  if (self->bill == NULL || !gtk_widget_get_sensitive (self->send_button))
    return;

  number = gram_format_account_number (self->number);
  charge = gram_charge_dup_number (self->charge_id);
  dialog = GRAM_SIGN_DIALOG (gram_sign_dialog_new (self->session, "charge.offset",
                                                   arguments_new (self), _ ("Pay with Credits"),
                                                   _ ("_Sign and Pay")));
  gram_sign_dialog_set_explanation (
      dialog,
      _ ("The credits are used up. This cannot be undone; only a correction of the charge gives them back."));
  gram_sign_dialog_add_line (dialog, _ ("Account"), number);
  if (self->charge_id != 0)
    gram_sign_dialog_add_line (dialog, _ ("Charge"), charge);
  gram_sign_dialog_add_line (dialog, _ ("Credits"), gtk_label_get_label (self->offset_label));
  gram_sign_dialog_add_line (dialog, _ ("They Discharge"),
                             gtk_label_get_label (self->discharged_label));
  gram_sign_dialog_add_line (dialog, _ ("Left to Pay"), gtk_label_get_label (self->left_label));
  g_signal_connect_object (dialog, "done", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
gram_offset_dialog_dispose (GObject *object)
{
  GramOffsetDialog *self = GRAM_OFFSET_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_OFFSET_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->bill, gram_offset_bill_free);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_offset_dialog_parent_class)->dispose (object);
}

static void
gram_offset_dialog_class_init (GramOffsetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_offset_dialog_dispose;

  g_type_ensure (GRAM_TYPE_CREDIT_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-offset-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, refused_status);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, before_label);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, offset_label);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, discharged_label);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, left_label);
  gtk_widget_class_bind_template_child (widget_class, GramOffsetDialog, send_button);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
gram_offset_dialog_init (GramOffsetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_offset_dialog_new (GramSession *session, const char *number, gint64 charge_id)
{
  GramOffsetDialog *self;
  g_autofree char *charge = gram_charge_dup_number (charge_id);
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  /* Translators: %s is the number of a charge */
  subtitle = g_strdup_printf (_ ("Charge %s"), charge);
  self = g_object_new (GRAM_TYPE_OFFSET_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->number = g_strdup (number);
  self->charge_id = charge_id;
  adw_window_title_set_subtitle (self->window_title,
                                 charge_id != 0 ? subtitle : _ ("The oldest due first"));
  gram_credit_chooser_set_with_money (self->chooser, FALSE);
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
