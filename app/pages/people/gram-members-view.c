/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-members-view.h"

#include "gram-confirm.h"
#include "gram-failure.h"
#include "gram-invite-dialog.h"
#include "gram-member-dialog.h"
#include "gram-person-texts.h"
#include "gram-pressable.h"
#include "gram-questions.h"
#include "gram-waiting-dialogs.h"

#include <glib/gi18n-lib.h>

struct _GramMembersView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesGroup *handover_group;
  AdwPreferencesGroup *requests_group;
  AdwPreferencesGroup *members_group;
  AdwPreferencesGroup *invitations_group;
  AdwActionRow *leave_row;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  GPtrArray *handovers;
  GPtrArray *requests;
  GPtrArray *members;
  GPtrArray *invitations;
  GHashTable *rows; /* group → GPtrArray of its rows */

  gint64 account_id;
};

G_DEFINE_FINAL_TYPE (GramMembersView, gram_members_view, ADW_TYPE_BIN)

static const GramMemberRow *
find_you (GramMembersView *self)
{
  for (guint i = 0; self->members != NULL && i < self->members->len; i++)
    {
      const GramMemberRow *member = self->members->pdata[i];

      if (member->you)
        return member;
    }

  return NULL;
}

static guint
granter (GramMembersView *self)
{
  const GramMemberRow *you = find_you (self);

  return you != NULL ? you->permissions : 0;
}

/* Rows */

static void
clear_group (GramMembersView *self, AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows, group);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_hash_table_remove (self->rows, group);
}

static void
add_row (GramMembersView *self, AdwPreferencesGroup *group, GtkWidget *row, GCallback callback)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows, group);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (self->rows, group, rows);
    }
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

/* Which thing of its list a row stands for; lists and rows are replaced together. */
static gconstpointer
thing_of (GramMembersView *self, AdwPreferencesGroup *group, GPtrArray *things, gpointer row)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows, group);
  guint position;

  if (rows == NULL || things == NULL || !g_ptr_array_find (rows, row, &position)
      || position >= things->len)
    return NULL;

  return things->pdata[position];
}

static void
member_cb (GtkWidget *row, GramMembersView *self)
{
  const GramMemberRow *member = thing_of (self, self->members_group, self->members, row);

  if (member != NULL)
    adw_dialog_present (gram_member_dialog_new (self->session, member, granter (self)),
                        GTK_WIDGET (self));
}

static void
invitation_cb (GtkWidget *row, GramMembersView *self)
{
  const GramInvitationRow *invitation
      = thing_of (self, self->invitations_group, self->invitations, row);

  if (invitation != NULL)
    adw_dialog_present (gram_invitation_dialog_new (self->session, invitation), GTK_WIDGET (self));
}

static void
request_cb (GtkWidget *row, GramMembersView *self)
{
  const GramRequestRow *request = thing_of (self, self->requests_group, self->requests, row);

  if (request != NULL)
    adw_dialog_present (gram_request_dialog_new (self->session, request), GTK_WIDGET (self));
}

static void
handover_cb (GtkWidget *row, GramMembersView *self)
{
  const GramHandoverRow *handover = thing_of (self, self->handover_group, self->handovers, row);

  if (handover != NULL)
    adw_dialog_present (gram_handover_dialog_new (self->session, handover), GTK_WIDGET (self));
}

static GtkWidget *
member_row_new (const GramMemberRow *member)
{
  g_autofree char *role = gram_person_text_role (member->permissions, member->owner);
  g_autofree char *sign_in = gram_person_text_sign_in (member->last_sign_in);
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  /* Translators: name of a person, who is the one at the screen */
  name = member->you ? g_strdup_printf (_ ("%s (you)"), member->name) : g_strdup (member->name);
  if (member->granted_by != NULL)
    /* Translators: permissions; who granted them; last sign-in */
    subtitle = g_strdup_printf (_ ("%s\nGranted by %s · %s"), role, member->granted_by, sign_in);
  else
    subtitle = g_strdup_printf ("%s\n%s", role, sign_in);
  row = gram_person_row_new (member->name, name, subtitle, TRUE);
  gtk_widget_set_tooltip_text (row, member->email);

  return row;
}

static GtkWidget *
invitation_row_new (GramSession *session, const GramInvitationRow *invitation)
{
  g_autofree char *role = gram_person_text_role (invitation->permissions, FALSE);
  g_autofree char *left = gram_person_text_time_left (session, invitation->lapses_at);
  g_autofree char *subtitle = NULL;

  /* Translators: permissions; who invited; how much time is left */
  subtitle = g_strdup_printf (_ ("%s\nInvited by %s · %s"), role, invitation->invited_by, left);

  return gram_person_row_new (invitation->email, NULL, subtitle, TRUE);
}

static GtkWidget *
request_row_new (GramSession *session, const GramRequestRow *request)
{
  g_autofree char *left = gram_person_text_time_left (session, request->lapses_at);
  g_autofree char *approvers = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  approvers = request->approvers != NULL && request->approvers[0] != NULL
                  ? g_strjoinv (", ", request->approvers)
                  : g_strdup (_ ("nobody at present"));
  /* Translators: who prepared it; how much time is left; names of those who may approve it */
  subtitle = g_strdup_printf (_ ("Prepared by %s · %s\nMay approve it: %s"), request->prepared_name,
                              left, approvers);
  row = gram_person_row_new (request->prepared_name, gram_request_title (request), subtitle, TRUE);

  return row;
}

static GtkWidget *
handover_row_new (GramSession *session, const GramHandoverRow *handover)
{
  g_autofree char *left = gram_person_text_time_left (session, handover->lapses_at);
  g_autofree char *subtitle = NULL;

  /* Translators: who offers the ownership; how much time is left */
  subtitle = g_strdup_printf (_ ("Shall become the owner\nOffered by %s · %s"),
                              handover->offered_by, left);

  return gram_person_row_new (handover->to_name, NULL, subtitle, TRUE);
}

/* What is over stands in the history; only what waits is kept here. */
static void
keep_pending_invitations (GPtrArray *invitations)
{
  for (guint i = invitations->len; i > 0; i--)
    {
      const GramInvitationRow *invitation = invitations->pdata[i - 1];

      if (invitation->state != GRAM_INVITATION_PENDING)
        g_ptr_array_remove_index (invitations, i - 1);
    }
}

static void
keep_pending_requests (GPtrArray *requests)
{
  for (guint i = requests->len; i > 0; i--)
    {
      const GramRequestRow *request = requests->pdata[i - 1];

      if (request->state != GRAM_REQUEST_PENDING)
        g_ptr_array_remove_index (requests, i - 1);
    }
}

static void
keep_pending_handovers (GPtrArray *handovers)
{
  for (guint i = handovers->len; i > 0; i--)
    {
      const GramHandoverRow *handover = handovers->pdata[i - 1];

      if (handover->state != GRAM_HANDOVER_PENDING)
        g_ptr_array_remove_index (handovers, i - 1);
    }
}

/* Answers */

static void
show_failure (GramMembersView *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (refusal == NULL && gram_failure_is_cancelled (error))
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
update_leave (GramMembersView *self)
{
  const GramMemberRow *you = find_you (self);
  GramPermit permit = gram_session_get_permit (self->session, "member.leave");
  const char *reason = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->leave_row), you != NULL);
  if (you != NULL && you->owner)
    reason = _ ("The owner cannot leave, only be replaced: offer the ownership to a member first");
  else if (!permit.allowed)
    reason = permit.reason != NULL ? permit.reason : _ ("One moment…");
  gram_person_row_forbid (self->leave_row, NULL, reason);
}

/* Whoever is alone on an account reads what the page is for. */
static void
update_hint (GramMembersView *self)
{
  GramPermit permit = gram_session_get_permit (self->session, "invitation.create");
  gboolean alone = self->members->len == 1 && find_you (self) != NULL;

  adw_preferences_group_set_description (
      self->members_group,
      alone && permit.allowed
          ? _ ("You are alone on this account. Invite the people you work with: each signs in for "
               "themselves, with permissions of their own.")
          : NULL);
}

static void
members_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramMembersView) self = user_data;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  members = gram_session_members_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (members == NULL)
    {
      show_failure (self, refusal, error);
      return;
    }

  clear_group (self, self->members_group);
  for (guint i = 0; i < members->len; i++)
    add_row (self, self->members_group, member_row_new (members->pdata[i]), G_CALLBACK (member_cb));
  g_clear_pointer (&self->members, g_ptr_array_unref);
  self->members = g_steal_pointer (&members);
  update_leave (self);
  update_hint (self);
  gtk_stack_set_visible_child_name (self->stack, "people");
}

static void
invitations_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramMembersView) self = user_data;
  g_autoptr (GPtrArray) invitations = NULL;
  g_autoptr (GError) error = NULL;

  invitations = gram_session_invitations_finish (GRAM_SESSION (object), result, NULL, &error);
  if (invitations == NULL)
    return;

  keep_pending_invitations (invitations);
  clear_group (self, self->invitations_group);
  for (guint i = 0; i < invitations->len; i++)
    add_row (self, self->invitations_group,
             invitation_row_new (self->session, invitations->pdata[i]), G_CALLBACK (invitation_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->invitations_group), invitations->len > 0);
  g_clear_pointer (&self->invitations, g_ptr_array_unref);
  self->invitations = g_steal_pointer (&invitations);
}

static void
requests_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramMembersView) self = user_data;
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GError) error = NULL;

  requests = gram_session_requests_finish (GRAM_SESSION (object), result, NULL, &error);
  if (requests == NULL)
    return;

  keep_pending_requests (requests);
  clear_group (self, self->requests_group);
  for (guint i = 0; i < requests->len; i++)
    add_row (self, self->requests_group, request_row_new (self->session, requests->pdata[i]),
             G_CALLBACK (request_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->requests_group), requests->len > 0);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  self->requests = g_steal_pointer (&requests);
}

static void
handovers_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramMembersView) self = user_data;
  g_autoptr (GPtrArray) handovers = NULL;
  g_autoptr (GError) error = NULL;

  handovers = gram_session_handovers_finish (GRAM_SESSION (object), result, NULL, &error);
  if (handovers == NULL)
    return;

  keep_pending_handovers (handovers);
  clear_group (self, self->handover_group);
  for (guint i = 0; i < handovers->len; i++)
    add_row (self, self->handover_group, handover_row_new (self->session, handovers->pdata[i]),
             G_CALLBACK (handover_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->handover_group), handovers->len > 0);
  g_clear_pointer (&self->handovers, g_ptr_array_unref);
  self->handovers = g_steal_pointer (&handovers);
}

static void
retry_cb (GramMembersView *self)
{
  g_assert (GRAM_IS_MEMBERS_VIEW (self));

  gram_members_view_refresh (self, self->session, self->cancellable);
}

static void
leave_cb (GramMembersView *self)
{
  const GramConfirm question = {
    .heading = _ ("Leave This Account?"),
    .body = _ ("You lose every permission in it at once. Only somebody who may grant permissions "
               "can invite you again."),
    .verb = _ ("_Leave"),
    .destructive = TRUE,
    .toast = _ ("You left the account"),
  };

  g_assert (GRAM_IS_MEMBERS_VIEW (self));

  gram_confirm_perform (GTK_WIDGET (self), self->session, &question, "member.leave",
                        gram_person_arguments (self->session, NULL, NULL), NULL, NULL, NULL);
}

static void
gram_members_view_dispose (GObject *object)
{
  GramMembersView *self = (GramMembersView *)object;

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (gram_members_view_parent_class)->dispose (object);
}

static void
gram_members_view_finalize (GObject *object)
{
  GramMembersView *self = (GramMembersView *)object;

  g_clear_pointer (&self->handovers, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->invitations, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (gram_members_view_parent_class)->finalize (object);
}

static void
gram_members_view_class_init (GramMembersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_members_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_members_view_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-members-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, handover_group);
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, requests_group);
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, members_group);
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, invitations_group);
  gtk_widget_class_bind_template_child (widget_class, GramMembersView, leave_row);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
gram_members_view_init (GramMembersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));
  self->rows = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                      (GDestroyNotify)g_ptr_array_unref);
}

void
gram_members_view_refresh (GramMembersView *self, GramSession *session, GCancellable *cancellable)
{
  GramAccount *account;
  gint64 account_id;

  g_return_if_fail (GRAM_IS_MEMBERS_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_set_object (&self->cancellable, cancellable);
  account = gram_session_get_account (session);
  account_id = account != NULL ? gram_account_get_id (account) : 0;
  if (account_id != self->account_id)
    gtk_stack_set_visible_child_name (self->stack, account != NULL ? "loading" : "no-account");
  self->account_id = account_id;
  if (account == NULL)
    return;

  gram_session_members_async (session, cancellable, members_cb, g_object_ref (self));
  gram_session_invitations_async (session, cancellable, invitations_cb, g_object_ref (self));
  gram_session_requests_async (session, cancellable, requests_cb, g_object_ref (self));
  gram_session_handovers_async (session, cancellable, handovers_cb, g_object_ref (self));
}

void
gram_members_view_invite (GramMembersView *self)
{
  g_return_if_fail (GRAM_IS_MEMBERS_VIEW (self));

  if (self->session != NULL && gram_session_get_account (self->session) != NULL)
    adw_dialog_present (gram_invite_dialog_new (self->session, granter (self)), GTK_WIDGET (self));
}
