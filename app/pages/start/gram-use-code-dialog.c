/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-use-code-dialog.h"

#include "gram-code.h"
#include "gram-form.h"
#include "gram-password-group.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>

struct _GramUseCodeDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *use_button;
  AdwEntryRow *email_row;
  AdwEntryRow *code_row;
  GramPasswordGroup *new_group;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
};

G_DEFINE_FINAL_TYPE (GramUseCodeDialog, gram_use_code_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_changed_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

static gboolean
check_form (GramUseCodeDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_autofree char *code = gram_code_format (gtk_editable_get_text (GTK_EDITABLE (self->code_row)));
  gboolean good_email = gram_form_is_email (email);
  gboolean good_password = gram_password_group_check (self->new_group, email);

  gram_form_set_error (GTK_WIDGET (self->email_row),
                       good_email ? NULL : _ ("Enter the e-mail address with which you sign in."));
  gram_form_set_error (GTK_WIDGET (self->code_row),
                       code != NULL
                           ? NULL
                           : _ ("This is no code: it has five groups of four letters and digits."));

  return good_email && code != NULL && good_password;
}

static void
show_refusal (GramUseCodeDialog *self, const GramRefusal *refusal, const GError *error)
{
  if (refusal != NULL && g_str_has_prefix (refusal->id, "password."))
    gram_password_group_refuse (self->new_group, refusal->message);
  else
    gram_form_refuse (self->refusal_label, refusal, error);
}

static void
used_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramUseCodeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_use_code_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->use_button == NULL)
    return;

  gtk_widget_set_sensitive (self->use_button, TRUE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      show_refusal (self, refusal, error);
      return;
    }

  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNED_IN], 0);
}

static void
use_cb (GramUseCodeDialog *self)
{
  g_autofree char *email = NULL;

  g_assert (GRAM_IS_USE_CODE_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->use_button) || !check_form (self))
    return;

  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->use_button, FALSE);
  gram_session_use_code_async (self->session, email,
                               gtk_editable_get_text (GTK_EDITABLE (self->code_row)),
                               gram_password_group_get_password (self->new_group), NULL, used_cb,
                               g_object_ref (self));
}

static void
gram_use_code_dialog_dispose (GObject *object)
{
  GramUseCodeDialog *self = (GramUseCodeDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_USE_CODE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_use_code_dialog_parent_class)->dispose (object);
}

static void
gram_use_code_dialog_class_init (GramUseCodeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_use_code_dialog_dispose;

  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GRAM_TYPE_PASSWORD_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-use-code-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramUseCodeDialog, use_button);
  gtk_widget_class_bind_template_child (widget_class, GramUseCodeDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramUseCodeDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, GramUseCodeDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, GramUseCodeDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
}

static void
gram_use_code_dialog_init (GramUseCodeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_password_group_set_new (self->new_group);
}

AdwDialog *
gram_use_code_dialog_new (GramSession *session, const char *email)
{
  GramUseCodeDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (email != NULL, NULL);

  self = g_object_new (GRAM_TYPE_USE_CODE_DIALOG, NULL);
  self->session = g_object_ref (session);
  gtk_editable_set_text (GTK_EDITABLE (self->email_row), email);
  if (*email != '\0')
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->code_row));

  return ADW_DIALOG (self);
}
