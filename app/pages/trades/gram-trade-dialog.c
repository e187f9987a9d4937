/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-dialog.h"

#include "gram-discard.h"
#include "gram-failure.h"
#include "gram-pressable.h"
#include "gram-trade-dialog-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramTradeDialog, gram_trade_dialog, ADW_TYPE_DIALOG)

static void
show_page (GramTradeDialog *self, const char *name)
{
  gtk_widget_set_visible (self->send_button, g_str_equal (name, "form"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
years_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTradeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GPtrArray *years
      = gram_session_trade_years_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error))
    return;
  if (years == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      show_page (self, "failed");
      return;
    }

  self->years = years;
  if (years->len == 0)
    {
      show_page (self, "nothing");
      return;
    }
  show_page (self, "form");
  _gram_trade_dialog_form_show (self);
}

static void
cancel_cb (GramTradeDialog *self)
{
  g_assert (GRAM_IS_TRADE_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

static void
gram_trade_dialog_close_attempt (AdwDialog *dialog)
{
  gram_discard_ask (dialog);
}

static void
gram_trade_dialog_dispose (GObject *object)
{
  GramTradeDialog *self = GRAM_TRADE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_TRADE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_trade_dialog_parent_class)->dispose (object);
}

static void
gram_trade_dialog_finalize (GObject *object)
{
  GramTradeDialog *self = GRAM_TRADE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_clear_pointer (&self->record, gram_trade_notification_record_free);
  g_clear_pointer (&self->account, g_free);

  G_OBJECT_CLASS (gram_trade_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, form_page);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, side_toggles);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, party_group);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, available_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, price_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, each_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, price_reason_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, agreed_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, GramTradeDialog, refusal_label);
}

static void
gram_trade_dialog_class_init (GramTradeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_trade_dialog_dispose;
  object_class->finalize = gram_trade_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_trade_dialog_close_attempt;

  g_type_ensure (GRAM_TYPE_DATE_ROW);
  g_type_ensure (GRAM_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/trades/gram-trade-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  _gram_trade_dialog_form_class_init (widget_class);
  _gram_trade_dialog_send_class_init (widget_class);
}

static void
gram_trade_dialog_init (GramTradeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self->form_page));
}

AdwDialog *
gram_trade_dialog_new (GramSession *session)
{
  GramTradeDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_TRADE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->account = g_strdup (gram_account_get_number (gram_session_get_account (session)));
  gram_session_trade_years_async (session, self->cancellable, years_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}

AdwDialog *
gram_trade_dialog_new_amend (GramSession *session, const GramTradeNotificationRecord *record)
{
  AdwDialog *dialog;

  g_return_val_if_fail (record != NULL, NULL);

  dialog = gram_trade_dialog_new (session);
  if (dialog == NULL)
    return NULL;

  GRAM_TRADE_DIALOG (dialog)->record = gram_trade_notification_record_copy (record);
  adw_dialog_set_title (dialog, _ ("Amend the Notification"));

  return dialog;
}
