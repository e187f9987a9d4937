/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-member-dialog.h"

#include "gram-confirm.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-permission-chooser.h"
#include "gram-permissions.h"
#include "gram-person-texts.h"
#include "gram-pressable.h"
#include "gram-questions.h"
#include "gram-rights-list.h"

#include <glib/gi18n-lib.h>

struct _GramMemberDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation_view;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *email_label;
  AdwActionRow *role_row;
  AdwActionRow *permissions_row;
  AdwActionRow *granted_row;
  AdwActionRow *sign_in_row;
  AdwActionRow *rights_row;
  AdwActionRow *change_row;
  AdwActionRow *offer_row;
  AdwActionRow *remove_row;
  GtkWidget *save_button;
  GtkLabel *change_label;
  GramPermissionChooser *chooser;
  GtkLabel *refusal_label;
  GramRightsList *rights_list;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  char *name;
  char *email;

  gint64 person_id;
  guint permissions;
  gboolean owner;
  gboolean you;
};

G_DEFINE_FINAL_TYPE (GramMemberDialog, gram_member_dialog, ADW_TYPE_DIALOG)

static void
rights_known_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramMemberDialog) self = user_data;
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  rights = gram_session_rights_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->rights_list == NULL || gram_failure_is_cancelled (error))
    return;

  if (rights != NULL)
    {
      gram_rights_list_set_rights (self->rights_list, rights);
    }
  else
    {
      g_autofree char *sentence
          = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

      gram_rights_list_set_failure (self->rights_list, sentence);
    }
}

static void
rights_cb (GramMemberDialog *self)
{
  g_assert (GRAM_IS_MEMBER_DIALOG (self));

  adw_navigation_view_push_by_tag (self->navigation_view, "rights");
  gram_session_rights_async (self->session, self->person_id, TRUE, self->cancellable,
                             rights_known_cb, g_object_ref (self));
}

static void
change_cb (GramMemberDialog *self)
{
  g_assert (GRAM_IS_MEMBER_DIALOG (self));

  adw_navigation_view_push_by_tag (self->navigation_view, "permissions");
}

/* What changes, in words, before it is saved. */
static void
chosen_cb (GramMemberDialog *self)
{
  guint after = gram_permission_chooser_get_permissions (self->chooser);
  guint given = after & ~self->permissions;
  guint taken = self->permissions & ~after;
  g_autofree char *given_text = gram_permissions_format (given);
  g_autofree char *taken_text = gram_permissions_format (taken);
  g_autofree char *text = NULL;

  g_assert (GRAM_IS_MEMBER_DIALOG (self));

  gtk_widget_set_sensitive (self->save_button, given != 0 || taken != 0);
  if (given != 0 && taken != 0)
    /* Translators: permissions that somebody gets, then those that somebody loses */
    text = g_strdup_printf (_ ("Gets: %s. Loses: %s."), given_text, taken_text);
  else if (given != 0)
    /* Translators: permissions that somebody gets */
    text = g_strdup_printf (_ ("Gets: %s."), given_text);
  else if (taken != 0)
    /* Translators: permissions that somebody loses */
    text = g_strdup_printf (_ ("Loses: %s."), taken_text);
  else
    /* Translators: %s is the name of a person */
    text = g_strdup_printf (_ ("What %s may do in this account. A change takes effect with their "
                               "very next command, in every open window."),
                            self->name != NULL ? self->name : "");
  gtk_label_set_text (self->change_label, text);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramMemberDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);
  if (self->save_button == NULL)
    return;

  if (outcome == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Permissions changed"));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  gtk_widget_set_sensitive (self->save_button, TRUE);
  gram_form_refuse (self->refusal_label, refusal, error);
}

static void
save_cb (GramMemberDialog *self)
{
  guint after = gram_permission_chooser_get_permissions (self->chooser);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  GramAccount *account;

  g_assert (GRAM_IS_MEMBER_DIALOG (self));

  account = gram_session_get_account (self->session);
  if (account == NULL || !gtk_widget_get_sensitive (self->save_button))
    return;

  g_variant_dict_insert (&dict, "account", "s", gram_account_get_number (account));
  g_variant_dict_insert (&dict, "person", "s", self->email);
  g_variant_dict_insert_value (&dict, "permissions", gram_permission_chooser_to_variant (after));
  g_variant_dict_insert_value (&dict, "was",
                               gram_permission_chooser_to_variant (self->permissions));
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gram_session_perform_async (self->session, "member.set-permissions", g_variant_dict_end (&dict),
                              NULL, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
done_cb (GVariant *value, gpointer user_data)
{
  adw_dialog_force_close (ADW_DIALOG (user_data));
}

static void
confirm (GramMemberDialog *self, const GramConfirm *question, const char *command)
{
  gram_confirm_perform (GTK_WIDGET (self), self->session, question, command,
                        gram_person_arguments (self->session, "person",
                                               g_variant_new_string (self->email)),
                        done_cb, g_object_ref (self), g_object_unref);
}

static void
offer_cb (GramMemberDialog *self)
{
  g_autofree char *body = NULL;
  GramConfirm question = {
    .heading = _ ("Offer the Ownership?"),
    .verb = _ ("_Offer"),
    .toast = _ ("Ownership offered"),
  };

  g_assert (GRAM_IS_MEMBER_DIALOG (self));

  /* Translators: %s is the name of a person */
  body = g_strdup_printf (
      _ ("If %s accepts in time, they become the owner, and the owner so far stays a member with "
         "all permissions. Until then everything stays as it is, and the offer can be withdrawn."),
      self->name);
  question.body = body;
  confirm (self, &question, "owner.offer");
}

static void
remove_cb (GramMemberDialog *self)
{
  g_autofree char *body = NULL;
  GramConfirm question = {
    .heading = _ ("Remove the Member?"),
    .verb = _ ("_Remove"),
    .toast = _ ("Member removed"),
    .destructive = TRUE,
  };

  g_assert (GRAM_IS_MEMBER_DIALOG (self));

  /* Translators: %s is the name of a person */
  body = g_strdup_printf (_ ("%s loses every permission in this account at once, in every open "
                             "window. What they did stays in the journal. They can be invited "
                             "again."),
                          self->name);
  question.body = body;
  confirm (self, &question, "member.remove");
}

static void
gram_member_dialog_dispose (GObject *object)
{
  GramMemberDialog *self = (GramMemberDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_MEMBER_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_member_dialog_parent_class)->dispose (object);
}

static void
gram_member_dialog_finalize (GObject *object)
{
  GramMemberDialog *self = (GramMemberDialog *)object;

  g_free (self->name);
  g_free (self->email);

  G_OBJECT_CLASS (gram_member_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, avatar);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, email_label);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, permissions_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, granted_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, sign_in_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, rights_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, change_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, offer_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, remove_row);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, change_label);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramMemberDialog, rights_list);
  gtk_widget_class_bind_template_callback (widget_class, rights_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
gram_member_dialog_class_init (GramMemberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_member_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_member_dialog_finalize;

  g_type_ensure (GRAM_TYPE_PERMISSION_CHOOSER);
  g_type_ensure (GRAM_TYPE_RIGHTS_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-member-dialog.ui");
  bind_template (widget_class);
}

static void
gram_member_dialog_init (GramMemberDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (
      GTK_WIDGET (adw_navigation_view_find_page (self->navigation_view, "member")));
  self->cancellable = g_cancellable_new ();
}

/* Why a command does not go for this member, whatever the permissions of who asks. */
static const char *
reason_for (GramMemberDialog *self, const char *command, const char *owner, const char *you)
{
  GramPermit permit = gram_session_get_permit (self->session, command);

  if (self->owner && owner != NULL)
    return owner;
  if (self->you && you != NULL)
    return you;
  if (permit.allowed)
    return NULL;

  return permit.reason != NULL ? permit.reason : _ ("One moment…");
}

static void
update_actions (GramMemberDialog *self)
{
  gram_person_row_forbid (
      self->change_row, NULL,
      reason_for (self, "member.set-permissions",
                  _ ("The owner has every permission; to change that, hand over the ownership"),
                  NULL));
  gram_person_row_forbid (self->offer_row, NULL,
                          reason_for (self, "owner.offer", _ ("This person is the owner already"),
                                      NULL));
  gram_person_row_forbid (
      self->remove_row, NULL,
      reason_for (self, "member.remove",
                  _ ("The owner cannot be removed, only replaced: hand over the ownership first"),
                  _ ("You cannot remove yourself; leave the account instead")));
}

static void
fill (GramMemberDialog *self, const GramMemberRow *member)
{
  g_autofree char *role = gram_person_text_role (member->permissions, member->owner);
  g_autofree char *permissions = gram_person_text_permissions (member->permissions);
  g_autofree char *sign_in = gram_person_text_instant (member->last_sign_in);

  adw_avatar_set_text (self->avatar, member->name);
  gtk_label_set_text (self->name_label, member->name);
  gtk_label_set_text (self->email_label, member->email);
  adw_action_row_set_subtitle (self->role_row, role);
  /* Without a name for them, the permissions are said once. */
  gtk_widget_set_visible (GTK_WIDGET (self->role_row), !g_str_equal (role, permissions));
  adw_action_row_set_subtitle (self->permissions_row, permissions);
  adw_action_row_set_subtitle (self->granted_row, member->granted_by != NULL
                                                      ? member->granted_by
                                                      : _ ("Came with the account"));
  adw_action_row_set_subtitle (self->sign_in_row, sign_in);
  if (member->you)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rights_row), _ ("_What Can I Do?"));
}

AdwDialog *
gram_member_dialog_new (GramSession *session, const GramMemberRow *member, guint granter)
{
  GramMemberDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (member != NULL, NULL);

  self = g_object_new (GRAM_TYPE_MEMBER_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->name = g_strdup (member->name);
  self->email = g_strdup (member->email);
  self->person_id = member->person_id;
  self->permissions = member->permissions;
  self->owner = member->owner;
  self->you = member->you;
  fill (self, member);
  gram_permission_chooser_set_bounds (self->chooser, granter, member->permissions);
  update_actions (self);
  g_signal_connect_object (session, "permits-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
