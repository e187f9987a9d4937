/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-for-me-dialog.h"

#include "gram-code.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-permissions.h"
#include "gram-person-texts.h"
#include "gram-questions.h"
#include "gram-waiting-dialogs.h"

#include <glib/gi18n-lib.h>

struct _GramForMeDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation_view;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesGroup *invitations_group;
  AdwPreferencesGroup *handovers_group;
  AdwPreferencesGroup *requests_group;
  AdwPreferencesGroup *code_group;
  AdwEntryRow *code_row;
  GtkWidget *accept_button;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  GramForMe *for_me;
};

G_DEFINE_FINAL_TYPE (GramForMeDialog, gram_for_me_dialog, ADW_TYPE_DIALOG)

static void
row_changed_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramForMeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);
  if (self->accept_button == NULL)
    return;

  gtk_widget_set_sensitive (self->accept_button, TRUE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("You are a member of the account now"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
accept_cb (GramForMeDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *code = NULL;

  g_assert (GRAM_IS_FOR_ME_DIALOG (self));

  code = gram_code_format (gtk_editable_get_text (GTK_EDITABLE (self->code_row)));
  gram_form_set_error (GTK_WIDGET (self->code_row),
                       code != NULL
                           ? NULL
                           : _ ("This is no code: it has five groups of four letters and digits."));
  if (code == NULL || !gtk_widget_get_sensitive (self->accept_button))
    return;

  g_variant_dict_insert (&dict, "code", "s", code);
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gram_session_perform_async (self->session, "invitation.accept", g_variant_dict_end (&dict), NULL,
                              NULL, NULL, accepted_cb, g_object_ref (self));
}

static void
invitation_cb (GtkWidget *row, GramForMeDialog *self)
{
  const GramInvitationRow *invitation
      = self->for_me->invitations
            ->pdata[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position"))];
  g_autofree char *permissions = gram_permissions_format (invitation->permissions);
  g_autofree char *text = NULL;

  /* Translators: holder of an account, then permissions in it, then the name of a person */
  text = g_strdup_printf (_ ("You become a member of the account of %s with these permissions: %s. "
                             "%s gave you the code, or sent a file in which it stands."),
                          invitation->holder, permissions, invitation->invited_by);
  adw_preferences_group_set_description (self->code_group, text);
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
  gram_form_refuse (self->refusal_label, NULL, NULL);
  adw_navigation_view_push_by_tag (self->navigation_view, "invitation");
  gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
}

/* One of the person's own accounts. */
static GramAccount *
dup_account (GramForMeDialog *self, gint64 id)
{
  GListModel *accounts = gram_session_get_accounts (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (GramAccount) account = g_list_model_get_item (accounts, i);

      if (gram_account_get_id (account) == id)
        return g_steal_pointer (&account);
    }

  return NULL;
}

/* What is on an account is decided on its People page. */
static void
account_cb (GtkWidget *row, GramForMeDialog *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "account-id");
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GramAccount) account = dup_account (self, *id);

  if (account != NULL)
    gram_session_set_account (self->session, account);
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (root, "win.go-people", NULL);
}

static void
add_account_row (GramForMeDialog *self,
                 AdwPreferencesGroup *group,
                 const char *name,
                 const char *title,
                 const char *subtitle,
                 gint64 account_id)
{
  GtkWidget *row = gram_person_row_new (name, title, subtitle, TRUE);

  g_object_set_data_full (G_OBJECT (row), "account-id", g_memdup2 (&account_id, sizeof account_id),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (account_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (group, row);
}

static void
add_invitation (GramForMeDialog *self, guint position)
{
  const GramInvitationRow *invitation = self->for_me->invitations->pdata[position];
  g_autofree char *role = gram_person_text_role (invitation->permissions, FALSE);
  g_autofree char *left = gram_person_text_time_left (self->session, invitation->lapses_at);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  /* Translators: permissions; who invited; how much time is left */
  subtitle = g_strdup_printf (_ ("%s\nInvited by %s · %s"), role, invitation->invited_by, left);
  row = gram_person_row_new (invitation->holder, NULL, subtitle, TRUE);
  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (row, "activated", G_CALLBACK (invitation_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (self->invitations_group, row);
}

static void
fill (GramForMeDialog *self)
{
  const GramForMe *for_me = self->for_me;

  for (guint i = 0; i < for_me->invitations->len; i++)
    add_invitation (self, i);
  for (guint i = 0; i < for_me->handovers->len; i++)
    {
      const GramHandoverRow *handover = for_me->handovers->pdata[i];
      g_autofree char *left = gram_person_text_time_left (self->session, handover->lapses_at);
      g_autofree char *subtitle = NULL;

      /* Translators: who offers the ownership; how much time is left */
      subtitle = g_strdup_printf (_ ("Offered by %s · %s"), handover->offered_by, left);
      add_account_row (self, self->handovers_group, handover->offered_by, handover->holder,
                       subtitle, handover->account_id);
    }
  for (guint i = 0; i < for_me->requests->len; i++)
    {
      const GramRequestRow *request = for_me->requests->pdata[i];
      g_autofree char *left = gram_person_text_time_left (self->session, request->lapses_at);
      g_autoptr (GramAccount) account = dup_account (self, request->account_id);
      g_autofree char *subtitle = NULL;

      /* Translators: holder of the account; who prepared it; how much time is left */
      subtitle = g_strdup_printf (_ ("%s\nPrepared by %s · %s"),
                                  account != NULL ? gram_account_get_holder (account) : "–",
                                  request->prepared_name, left);
      add_account_row (self, self->requests_group, request->prepared_name,
                       gram_request_title (request), subtitle, request->account_id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->invitations_group), for_me->invitations->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->handovers_group), for_me->handovers->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->requests_group), for_me->requests->len > 0);
}

static void
for_me_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramForMeDialog) self = user_data;
  g_autoptr (GramForMe) for_me = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  for_me = gram_session_for_me_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->stack == NULL)
    return;

  if (for_me == NULL)
    {
      g_autofree char *sentence
          = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  self->for_me = g_steal_pointer (&for_me);
  fill (self);
  gtk_stack_set_visible_child_name (self->stack, self->for_me->invitations->len
                                                             + self->for_me->handovers->len
                                                             + self->for_me->requests->len
                                                         > 0
                                                     ? "list"
                                                     : "nothing");
}

static void
gram_for_me_dialog_dispose (GObject *object)
{
  GramForMeDialog *self = (GramForMeDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_FOR_ME_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_for_me_dialog_parent_class)->dispose (object);
}

static void
gram_for_me_dialog_finalize (GObject *object)
{
  GramForMeDialog *self = (GramForMeDialog *)object;

  g_clear_pointer (&self->for_me, gram_for_me_free);

  G_OBJECT_CLASS (gram_for_me_dialog_parent_class)->finalize (object);
}

static void
gram_for_me_dialog_class_init (GramForMeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_for_me_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_for_me_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-for-me-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, invitations_group);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, handovers_group);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, requests_group);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, code_group);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GramForMeDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
gram_for_me_dialog_init (GramForMeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
gram_for_me_dialog_new (GramSession *session)
{
  GramForMeDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_FOR_ME_DIALOG, NULL);
  self->session = g_object_ref (session);
  gram_session_for_me_async (session, self->cancellable, for_me_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
