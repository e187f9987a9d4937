/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-key-dialog.h"

#include "gram-failure.h"
#include "gram-questions-trades.h"

#include <glib/gi18n-lib.h>

/* Digits of a key that stand together, easier to compare and to read out. */
#define GROUP 8

struct _GramTradeKeyDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkLabel *key_label;
  AdwStatusPage *none_status;
  AdwStatusPage *failed_status;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  char *key;
};

G_DEFINE_FINAL_TYPE (GramTradeKeyDialog, gram_trade_key_dialog, ADW_TYPE_DIALOG)

static char *
dup_grouped (const char *key)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; key[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, key[i]);
    }

  return g_string_free_and_steal (text);
}

static void
key_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTradeKeyDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key
      = gram_session_trade_key_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *text = NULL;

  if (self->stack == NULL || gram_failure_is_cancelled (error))
    return;
  if (key == NULL)
    {
      text = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, text);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  if (*key == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  text = dup_grouped (key);
  gtk_label_set_text (self->key_label, text);
  self->key = g_steal_pointer (&key);
  gtk_stack_set_visible_child_name (self->stack, "key");
}

static void
copy_cb (GramTradeKeyDialog *self)
{
  g_assert (GRAM_IS_TRADE_KEY_DIALOG (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          self->key != NULL ? self->key : "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Key copied"));
}

static void
gram_trade_key_dialog_dispose (GObject *object)
{
  GramTradeKeyDialog *self = GRAM_TRADE_KEY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_TRADE_KEY_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (gram_trade_key_dialog_parent_class)->dispose (object);
}

static void
gram_trade_key_dialog_class_init (GramTradeKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_trade_key_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/trades/gram-trade-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramTradeKeyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramTradeKeyDialog, key_label);
  gtk_widget_class_bind_template_child (widget_class, GramTradeKeyDialog, none_status);
  gtk_widget_class_bind_template_child (widget_class, GramTradeKeyDialog, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
gram_trade_key_dialog_init (GramTradeKeyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_trade_key_dialog_new (GramSession *session)
{
  GramTradeKeyDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_TRADE_KEY_DIALOG, NULL);
  self->session = g_object_ref (session);
  if (gram_session_get_kind (session) == GRAM_REGISTRY_ADMINISTRATOR)
    adw_status_page_set_description (
        self->none_status,
        _ ("This registry has your notifications already; no file needs to be signed. A party that keeps "
           "its own registry gives the administrator its key."));
  gram_session_trade_key_async (session, gram_account_get_id (gram_session_get_account (session)),
                                self->cancellable, key_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
