/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-join-dialog.h"

#include "gram-code.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-invitation-file.h"
#include "gram-password-group.h"
#include "gram-pressable.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>

struct _GramJoinDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation_view;
  GtkWidget *file_row;
  AdwEntryRow *email_row;
  AdwEntryRow *code_row;
  GtkWidget *join_button;
  AdwPreferencesGroup *new_group;
  AdwEntryRow *name_row;
  GramPasswordGroup *password_group;
  GtkLabel *join_refusal_label;
  GtkWidget *accept_button;
  AdwPreferencesGroup *known_password_group;
  AdwPasswordEntryRow *known_password_row;
  GtkLabel *accept_refusal_label;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramJoinDialog, gram_join_dialog, ADW_TYPE_DIALOG)

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
check_invitation (GramJoinDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_autofree char *code = gram_code_format (gtk_editable_get_text (GTK_EDITABLE (self->code_row)));
  gboolean good_email = gram_form_is_email (email);

  gram_form_set_error (GTK_WIDGET (self->email_row),
                       good_email
                           ? NULL
                           : _ ("Enter the address that was invited, such as you@example.org."));
  gram_form_set_error (GTK_WIDGET (self->code_row),
                       code != NULL
                           ? NULL
                           : _ ("This is no code: it has five groups of four letters and digits."));

  return good_email && code != NULL;
}

static void
finish (GramJoinDialog *self)
{
  g_object_ref (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNED_IN], 0);
  g_object_unref (self);
}

static void
new_cb (GramJoinDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_autofree char *text = NULL;

  g_assert (GRAM_IS_JOIN_DIALOG (self));

  if (!check_invitation (self))
    return;

  /* Translators: %s is an e-mail address */
  text = g_strdup_printf (_ ("You will sign in as %s with the password that you choose here."),
                          email);
  adw_preferences_group_set_description (self->new_group, text);
  adw_navigation_view_push_by_tag (self->navigation_view, "new");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
known_cb (GramJoinDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_autofree char *text = NULL;

  g_assert (GRAM_IS_JOIN_DIALOG (self));

  if (!check_invitation (self))
    return;

  /* Translators: %s is an e-mail address */
  text = g_strdup_printf (_ ("You sign in as %s and become a member of the account."), email);
  adw_preferences_group_set_description (self->known_password_group, text);
  adw_navigation_view_push_by_tag (self->navigation_view, "known");
  gtk_widget_grab_focus (GTK_WIDGET (self->known_password_row));
}

static void
joined_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramJoinDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_join_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->join_button == NULL)
    return;

  gtk_widget_set_sensitive (self->join_button, TRUE);
  if (outcome == GRAM_OUTCOME_DONE)
    finish (self);
  else if (refusal != NULL && g_str_has_prefix (refusal->id, "password."))
    gram_password_group_refuse (self->password_group, refusal->message);
  else
    gram_form_refuse (self->join_refusal_label, refusal, error);
}

static void
join_cb (GramJoinDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_autofree char *name = gram_form_dup_text (GTK_WIDGET (self->name_row));

  g_assert (GRAM_IS_JOIN_DIALOG (self));

  gram_form_set_error (GTK_WIDGET (self->name_row),
                       *name != '\0' ? NULL
                                     : _ ("Enter your name; the journal keeps who did what."));
  if (!gram_password_group_check (self->password_group, email) || *name == '\0'
      || !gtk_widget_get_sensitive (self->join_button))
    return;

  gram_form_refuse (self->join_refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->join_button, FALSE);
  gram_session_join_async (self->session, email,
                           gtk_editable_get_text (GTK_EDITABLE (self->code_row)), name,
                           gram_password_group_get_password (self->password_group), NULL, joined_cb,
                           g_object_ref (self));
}

/* Signed in, but not a member: the person is told why and may go on without. */
static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramJoinDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);
  if (self->accept_button == NULL)
    return;

  gtk_widget_set_sensitive (self->accept_button, TRUE);
  if (outcome == GRAM_OUTCOME_DONE)
    {
      finish (self);
      return;
    }

  gram_session_sign_out (self->session);
  gtk_editable_set_text (GTK_EDITABLE (self->known_password_row), "");
  gram_form_refuse (self->accept_refusal_label, refusal, error);
}

static void
signed_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramJoinDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GramOutcome outcome;

  outcome = gram_session_sign_in_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->accept_button == NULL)
    {
      g_variant_builder_clear (&builder);
      return;
    }
  if (outcome != GRAM_OUTCOME_DONE)
    {
      g_variant_builder_clear (&builder);
      gtk_widget_set_sensitive (self->accept_button, TRUE);
      gtk_editable_set_text (GTK_EDITABLE (self->known_password_row), "");
      gram_form_refuse (self->accept_refusal_label, refusal, error);
      return;
    }

  g_variant_builder_add (&builder, "{sv}", "code",
                         g_variant_new_string (
                             gtk_editable_get_text (GTK_EDITABLE (self->code_row))));
  gram_session_perform_async (self->session, "invitation.accept", g_variant_builder_end (&builder),
                              NULL, NULL, NULL, accepted_cb, g_object_ref (self));
}

static void
accept_cb (GramJoinDialog *self)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->known_password_row));
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));

  g_assert (GRAM_IS_JOIN_DIALOG (self));

  gram_form_set_error (GTK_WIDGET (self->known_password_row),
                       *password != '\0' ? NULL : _ ("Enter the password with which you sign in."));
  if (*password == '\0' || !gtk_widget_get_sensitive (self->accept_button))
    return;

  gram_form_refuse (self->accept_refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gram_session_sign_in_async (self->session, email, password, NULL, signed_in_cb,
                              g_object_ref (self));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramJoinDialog) self = user_data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error))
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the File"), NULL, error);
      return;
    }
  if (self->email_row != NULL)
    gram_join_dialog_take_file (self, text, length);
}

/* A file that is too long to be an invitation is not even read. */
static void
info_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramJoinDialog) self = user_data;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  info = g_file_query_info_finish (G_FILE (object), result, &error);
  if (info == NULL)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the File"), NULL, error);
  else if (g_file_info_get_size (info) > GRAM_INVITATION_FILE_MAX)
    gram_form_set_error (self->file_row, _ ("This file is no invitation. Choose another one."));
  else
    g_file_load_contents_async (G_FILE (object), self->cancellable, loaded_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramJoinDialog) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);
  if (file != NULL)
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, self->cancellable, info_cb, g_object_ref (self));
  else if (!gram_failure_is_cancelled (error))
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the File"), NULL, error);
}

static void
choose_file_cb (GramJoinDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (GRAM_IS_JOIN_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _ ("Open the Invitation"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), self->cancellable, file_chosen_cb,
                        g_object_ref (self));
}

static void
gram_join_dialog_dispose (GObject *object)
{
  GramJoinDialog *self = (GramJoinDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_JOIN_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_join_dialog_parent_class)->dispose (object);
}

static void
gram_join_dialog_class_init (GramJoinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_join_dialog_dispose;

  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GRAM_TYPE_PASSWORD_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, join_button);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, password_group);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, join_refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, known_password_group);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, known_password_row);
  gtk_widget_class_bind_template_child (widget_class, GramJoinDialog, accept_refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
gram_join_dialog_init (GramJoinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (
      GTK_WIDGET (adw_navigation_view_find_page (self->navigation_view, "invitation")));
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
gram_join_dialog_new (GramSession *session)
{
  GramJoinDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_JOIN_DIALOG, NULL);
  self->session = g_object_ref (session);

  return ADW_DIALOG (self);
}

void
gram_join_dialog_take_file (GramJoinDialog *self, const char *text, gsize length)
{
  g_autoptr (GramInvitationFile) file = NULL;

  g_return_if_fail (GRAM_IS_JOIN_DIALOG (self));
  g_return_if_fail (text != NULL);

  file = gram_invitation_file_parse (text, length);
  gram_form_set_error (self->file_row,
                       file != NULL ? NULL : _ ("This file is no invitation. Choose another one."));
  if (file == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->email_row), file->email);
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), file->code);
}
