/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-invite-dialog.h"

#include "gram-form.h"
#include "gram-invite-result.h"
#include "gram-permission-chooser.h"

#include <glib/gi18n-lib.h>

struct _GramInviteDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation_view;
  AdwPreferencesGroup *address_group;
  AdwEntryRow *email_row;
  GramPermissionChooser *chooser;
  GtkWidget *invite_button;
  GtkLabel *refusal_label;
  AdwStatusPage *done_status;
  GramCodeCard *card;

  /* Owned References */
  GramSession *session;
};

G_DEFINE_FINAL_TYPE (GramInviteDialog, gram_invite_dialog, ADW_TYPE_DIALOG)

static void
row_changed_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

static void
next_cb (GramInviteDialog *self)
{
  g_autofree char *email = NULL;

  g_assert (GRAM_IS_INVITE_DIALOG (self));

  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  if (!gram_form_is_email (email))
    {
      gram_form_set_error (GTK_WIDGET (self->email_row),
                           _ ("Enter an e-mail address, such as colleague@example.org; the "
                              "invitation works only for it."));
      return;
    }

  adw_navigation_view_push_by_tag (self->navigation_view, "permissions");
}

static void
show_done (GramInviteDialog *self, GVariant *value)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_autofree char *text = NULL;

  /* Translators: %s is an e-mail address */
  text = g_strdup_printf (_ ("Send the file or tell the code to %s, and where the registry is. On "
                             "the sign-in page it goes in under “I Have an Invitation”."),
                          email);
  adw_status_page_set_description (self->done_status, text);
  gram_invite_result_show (self->card, self->session, email, value);
  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ "done" }, 1);
}

static void
invited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramInviteDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);
  if (self->invite_button == NULL)
    return;

  gtk_widget_set_sensitive (self->invite_button, TRUE);
  if (outcome == GRAM_OUTCOME_DONE)
    show_done (self, value);
  else if (refusal != NULL && strstr (refusal->id, "email") != NULL)
    {
      adw_navigation_view_pop_to_tag (self->navigation_view, "address");
      gram_form_set_error (GTK_WIDGET (self->email_row), refusal->message);
    }
  else
    gram_form_refuse (self->refusal_label, refusal, error);
}

static void
invite_cb (GramInviteDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *email = NULL;
  GramAccount *account;

  g_assert (GRAM_IS_INVITE_DIALOG (self));

  account = gram_session_get_account (self->session);
  if (account == NULL || !gtk_widget_get_sensitive (self->invite_button))
    {
      g_variant_builder_clear (&builder);
      return;
    }

  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  g_variant_builder_add (&builder, "{sv}", "account",
                         g_variant_new_string (gram_account_get_number (account)));
  g_variant_builder_add (&builder, "{sv}", "email", g_variant_new_string (email));
  g_variant_builder_add (&builder, "{sv}", "permissions",
                         gram_permission_chooser_to_variant (
                             gram_permission_chooser_get_permissions (self->chooser)));
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->invite_button, FALSE);
  gram_session_perform_async (self->session, "invitation.create", g_variant_builder_end (&builder),
                              NULL, NULL, NULL, invited_cb, g_object_ref (self));
}

static void
gram_invite_dialog_dispose (GObject *object)
{
  GramInviteDialog *self = (GramInviteDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_INVITE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_invite_dialog_parent_class)->dispose (object);
}

static void
gram_invite_dialog_class_init (GramInviteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_invite_dialog_dispose;

  g_type_ensure (GRAM_TYPE_CODE_CARD);
  g_type_ensure (GRAM_TYPE_PERMISSION_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, address_group);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, invite_button);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, done_status);
  gtk_widget_class_bind_template_child (widget_class, GramInviteDialog, card);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, invite_cb);
}

static void
gram_invite_dialog_init (GramInviteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_invite_dialog_new (GramSession *session, guint granter)
{
  GramInviteDialog *self;
  GramAccount *account;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  account = gram_session_get_account (session);
  g_return_val_if_fail (account != NULL, NULL);

  self = g_object_new (GRAM_TYPE_INVITE_DIALOG, NULL);
  self->session = g_object_ref (session);
  /* Translators: %s is the holder of an account */
  text = g_strdup_printf (_ ("They become a member of the account of %s. Whoever is not in the "
                             "registry yet is added when they accept."),
                          gram_account_get_holder (account));
  adw_preferences_group_set_description (self->address_group, text);
  gram_permission_chooser_set_bounds (self->chooser, granter, 0);

  return ADW_DIALOG (self);
}

const char *
gram_invite_dialog_get_step (GramInviteDialog *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (GRAM_IS_INVITE_DIALOG (self), NULL);

  page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL ? adw_navigation_page_get_tag (page) : NULL;
}
