/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-password-dialog.h"

#include "gram-form.h"
#include "gram-password-group.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>

struct _GramPasswordDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *change_button;
  AdwPasswordEntryRow *password_row;
  GramPasswordGroup *new_group;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
};

G_DEFINE_FINAL_TYPE (GramPasswordDialog, gram_password_dialog, ADW_TYPE_DIALOG)

static void
show_refusal (GramPasswordDialog *self, const GramRefusal *refusal, const GError *error)
{
  if (refusal != NULL && g_str_has_prefix (refusal->id, "session."))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
      gram_form_set_error (GTK_WIDGET (self->password_row), refusal->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
    }
  else if (refusal != NULL && strstr (refusal->id, "password") != NULL)
    gram_password_group_refuse (self->new_group, refusal->message);
  else
    gram_form_refuse (self->refusal_label, refusal, error);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPasswordDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_change_password_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->change_button == NULL)
    return;

  gtk_widget_set_sensitive (self->change_button, TRUE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      show_refusal (self, refusal, error);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Password changed"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
check_form (GramPasswordDialog *self)
{
  gboolean good = *gtk_editable_get_text (GTK_EDITABLE (self->password_row)) != '\0';

  gram_form_set_error (GTK_WIDGET (self->password_row),
                       good ? NULL : _ ("Enter the password with which you sign in."));
  good
      &= gram_password_group_check (self->new_group, gram_session_get_person_email (self->session));

  return good;
}

static void
change_cb (GramPasswordDialog *self)
{
  g_assert (GRAM_IS_PASSWORD_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->change_button) || !check_form (self))
    return;

  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->change_button, FALSE);
  gram_session_change_password_async (self->session,
                                      gtk_editable_get_text (GTK_EDITABLE (self->password_row)),
                                      gram_password_group_get_password (self->new_group), NULL,
                                      changed_cb, g_object_ref (self));
}

static void
password_changed_cb (GramPasswordDialog *self)
{
  g_assert (GRAM_IS_PASSWORD_DIALOG (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->password_row)) != '\0')
    gram_form_set_error (GTK_WIDGET (self->password_row), NULL);
}

static void
gram_password_dialog_dispose (GObject *object)
{
  GramPasswordDialog *self = (GramPasswordDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_PASSWORD_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_password_dialog_parent_class)->dispose (object);
}

static void
gram_password_dialog_class_init (GramPasswordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_password_dialog_dispose;

  g_type_ensure (GRAM_TYPE_PASSWORD_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/window/gram-password-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPasswordDialog, change_button);
  gtk_widget_class_bind_template_child (widget_class, GramPasswordDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, GramPasswordDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, GramPasswordDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
}

static void
gram_password_dialog_init (GramPasswordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_password_group_set_new (self->new_group);
}

AdwDialog *
gram_password_dialog_new (GramSession *session)
{
  GramPasswordDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_PASSWORD_DIALOG, NULL);
  self->session = g_object_ref (session);

  return ADW_DIALOG (self);
}
