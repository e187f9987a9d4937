/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-code-dialog.h"

#include "gram-invite-result.h"

#include <glib/gi18n-lib.h>

struct _GramCodeDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwStatusPage *status;
  GramCodeCard *card;
};

G_DEFINE_FINAL_TYPE (GramCodeDialog, gram_code_dialog, ADW_TYPE_DIALOG)

static void
gram_code_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GRAM_TYPE_CODE_DIALOG);

  G_OBJECT_CLASS (gram_code_dialog_parent_class)->dispose (object);
}

static void
gram_code_dialog_class_init (GramCodeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_code_dialog_dispose;

  g_type_ensure (GRAM_TYPE_CODE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-code-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCodeDialog, status);
  gtk_widget_class_bind_template_child (widget_class, GramCodeDialog, card);
}

static void
gram_code_dialog_init (GramCodeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_code_dialog_new_invitation (GramSession *session, const char *email, GVariant *value)
{
  GramCodeDialog *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (email != NULL && value != NULL, NULL);

  self = g_object_new (GRAM_TYPE_CODE_DIALOG, NULL);
  /* Translators: %s is an e-mail address */
  text = g_strdup_printf (_ ("For %s. A code that was sent before does not work any more."), email);
  adw_status_page_set_title (self->status, _ ("New Code for the Invitation"));
  adw_status_page_set_description (self->status, text);
  gram_invite_result_show (self->card, session, email, value);

  return ADW_DIALOG (self);
}

AdwDialog *
gram_code_dialog_new_password (const char *name, GVariant *value)
{
  GramCodeDialog *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  self = g_object_new (GRAM_TYPE_CODE_DIALOG, NULL);
  /* Translators: %s is the name of a person */
  text = g_strdup_printf (
      _ ("With “I Have a One-Time Code” on the sign-in page, %s chooses a new password."), name);
  adw_status_page_set_title (self->status, _ ("Code for a New Password"));
  adw_status_page_set_description (self->status, text);
  gram_invite_result_show (self->card, NULL, NULL, value);

  return ADW_DIALOG (self);
}
