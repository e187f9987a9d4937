/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-waiting-dialogs.h"

#include "gram-code-dialog.h"
#include "gram-confirm.h"
#include "gram-decimal.h"
#include "gram-details-dialog.h"
#include "gram-formats.h"
#include "gram-person-texts.h"
#include "gram-sign-dialog.h"

#include <glib/gi18n-lib.h>

#define CONTEXT "gram-waiting-context"

/* What a dialog is about; goes with it. */
typedef struct
{
  GramSession *session;
  gint64 id;
  char *account;
  char *name;
  char *title;
  GVariant *content; /* of a request, nullable */
} Context;

static void
context_free (gpointer data)
{
  Context *self = data;

  g_object_unref (self->session);
  g_free (self->account);
  g_free (self->name);
  g_free (self->title);
  g_clear_pointer (&self->content, g_variant_unref);
  g_free (self);
}

static Context *
context_new (AdwDialog *dialog, GramSession *session, gint64 id, const char *name)
{
  Context *self = g_new0 (Context, 1);
  GramAccount *account = gram_session_get_account (session);

  self->session = g_object_ref (session);
  self->id = id;
  self->account = g_strdup (account != NULL ? gram_account_get_number (account) : "");
  self->name = g_strdup (name);
  g_object_set_data_full (G_OBJECT (dialog), CONTEXT, self, context_free);

  return self;
}

static GVariant *
arguments (const Context *context, const char *key)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "account", "s", context->account);
  if (key != NULL)
    g_variant_dict_insert (&dict, key, "x", context->id);

  return g_variant_dict_end (&dict);
}

static void
close_cb (GVariant *value, gpointer user_data)
{
  adw_dialog_force_close (ADW_DIALOG (user_data));
}

static const char *
permit_reason (GramSession *session, const char *command)
{
  GramPermit permit = gram_session_get_permit (session, command);

  if (permit.allowed)
    return NULL;

  return permit.reason != NULL ? permit.reason : _ ("One moment…");
}

static void
add_instant (GramDetailsDialog *dialog, const char *title, const char *who, gint64 at)
{
  g_autofree char *when = gram_person_text_instant (at);
  g_autofree char *text = NULL;

  /* Translators: name of a person, then a day and time */
  text = who != NULL ? g_strdup_printf (_ ("%s · %s"), who, when) : g_strdup (when);
  gram_details_dialog_add_line (dialog, title, text);
}

static void
add_lapses (GramDetailsDialog *dialog, GramSession *session, gint64 lapses_at)
{
  g_autofree char *left = gram_person_text_time_left (session, lapses_at);

  add_instant (dialog, _ ("Lapses"), left, lapses_at);
}

/* Invitations */

static void
resent_cb (GVariant *value, gpointer user_data)
{
  GtkWidget *dialog = user_data;
  const Context *context = g_object_get_data (G_OBJECT (dialog), CONTEXT);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (dialog));
  AdwDialog *code = gram_code_dialog_new_invitation (context->session, context->name, value);

  adw_dialog_force_close (ADW_DIALOG (dialog));
  adw_dialog_present (code, root);
}

static void
resend_cb (GramDetailsDialog *dialog, Context *context)
{
  g_autofree char *body = NULL;
  GramConfirm question = { .heading = _ ("Make a New Code?"), .verb = _ ("_Make a Code") };

  /* Translators: %s is an e-mail address */
  body = g_strdup_printf (_ ("The code that was sent to %s before does not work any more, and the "
                             "time begins anew. You become the one who invites."),
                          context->name);
  question.body = body;
  gram_confirm_perform (GTK_WIDGET (dialog), context->session, &question, "invitation.resend",
                        arguments (context, "invitation"), resent_cb, g_object_ref (dialog),
                        g_object_unref);
}

static void
revoke_cb (GramDetailsDialog *dialog, Context *context)
{
  g_autofree char *body = NULL;
  GramConfirm question = {
    .heading = _ ("Revoke the Invitation?"),
    .verb = _ ("_Revoke"),
    .destructive = TRUE,
    .toast = _ ("Invitation revoked"),
  };

  /* Translators: %s is an e-mail address */
  body = g_strdup_printf (_ ("The code for %s does not work any more. They can be invited again."),
                          context->name);
  question.body = body;
  gram_confirm_perform (GTK_WIDGET (dialog), context->session, &question, "invitation.revoke",
                        arguments (context, "invitation"), close_cb, g_object_ref (dialog),
                        g_object_unref);
}

AdwDialog *
gram_invitation_dialog_new (GramSession *session, const GramInvitationRow *invitation)
{
  AdwDialog *self;
  GramDetailsDialog *dialog;
  Context *context;
  g_autofree char *role = NULL;
  g_autofree char *permissions = NULL;
  g_autofree char *times = NULL;
  GramDetailsAction resend = { .title = _ ("Make a _New Code…"),
                               .subtitle = _ ("Shown once, with a file that can be sent") };
  GramDetailsAction revoke = { .title = _ ("_Revoke the Invitation…"), .destructive = TRUE };

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (invitation != NULL, NULL);

  role = gram_person_text_role (invitation->permissions, FALSE);
  permissions = gram_person_text_permissions (invitation->permissions);
  times = g_strdup_printf (ngettext ("%d time", "%d times", (gulong)invitation->times_sent),
                           invitation->times_sent);
  self = gram_details_dialog_new (_ ("Invitation"), invitation->email,
                                  _ ("Works once, and only for this address"));
  dialog = GRAM_DETAILS_DIALOG (self);
  context = context_new (self, session, invitation->id, invitation->email);
  if (!g_str_equal (role, permissions))
    gram_details_dialog_add_line (dialog, _ ("Role in the Account"), role);
  gram_details_dialog_add_line (dialog, _ ("Permissions"), permissions);
  add_instant (dialog, _ ("Invited By"), invitation->invited_by, invitation->invited_at);
  add_lapses (dialog, session, invitation->lapses_at);
  gram_details_dialog_add_line (dialog, _ ("Codes Made"), times);

  resend.reason = permit_reason (session, "invitation.resend");
  revoke.reason = permit_reason (session, "invitation.revoke");
  gram_details_dialog_add_action (dialog, &resend, G_CALLBACK (resend_cb), context);
  gram_details_dialog_add_action (dialog, &revoke, G_CALLBACK (revoke_cb), context);

  return self;
}

/* Requests */

/* Credits as they are shown elsewhere; a text that is no amount stays as it was sent. */
static char *
dup_credits (const char *text)
{
  g_autofree char *amount = NULL;
  gint64 hundredths;

  if (!gram_decimal_parse (text, 2, &hundredths, NULL))
    return g_strdup (text);

  amount = gram_format_decimal (hundredths, 2, 2);

  /* Translators: %s is an amount of credits */
  return g_strdup_printf (_ ("%s g"), amount);
}

/* What a request is about, as far as it is text: the reason, an amount, a date. */
static const struct
{
  const char *key;
  const char *title;
  char *(*format) (const char *text); /* NULL: as it is */
} request_lines[] = {
  { "reason", N_ ("Reason"), NULL },
  { "delete-credits", N_ ("Credits to Be Deleted"), dup_credits },
  { "amount", N_ ("Amount"), NULL },
  { "year", N_ ("Year"), NULL },
  { "to", N_ ("To"), NULL },
  { "reference", N_ ("Reference"), NULL },
};

typedef void (*AddLine) (gpointer dialog, const char *title, const char *value);

static void
add_request_lines (gpointer dialog, GVariant *content, AddLine add)
{
  for (gsize i = 0; content != NULL && i < G_N_ELEMENTS (request_lines); i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (content, request_lines[i].key, NULL);
      g_autofree char *text = NULL;
      g_autofree char *shown = NULL;

      if (value == NULL)
        continue;
      text = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
                 ? g_variant_dup_string (value, NULL)
                 : g_variant_print (value, FALSE);
      if (*text == '\0')
        continue;
      shown = request_lines[i].format != NULL ? request_lines[i].format (text) : g_strdup (text);
      add (dialog, _ (request_lines[i].title), shown);
    }
}

const char *
gram_request_title (const GramRequestRow *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  return request->summary != NULL && *request->summary != '\0' ? request->summary
                                                               : request->command;
}

static void
approved_cb (GramDetailsDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "win.toast", "s", _ ("Approved and done"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
approve_cb (GramDetailsDialog *dialog, Context *context)
{
  g_autofree char *number = gram_format_account_number (context->account);
  AdwDialog *sign
      = gram_sign_dialog_new (context->session, "request.approve", arguments (context, "request"),
                              _ ("Approve the Request"), _ ("_Approve"));

  gram_sign_dialog_set_explanation (
      GRAM_SIGN_DIALOG (sign),
      _ ("With your approval the act is done at once, as if you both had signed it."));
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (sign), _ ("Account"), number);
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (sign), _ ("Act"), context->title);
  add_request_lines (sign, context->content, (AddLine)gram_sign_dialog_add_line);
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (sign), _ ("Prepared By"), context->name);
  g_signal_connect_object (sign, "done", G_CALLBACK (approved_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (sign, GTK_WIDGET (dialog));
}

static void
decline_cb (GramDetailsDialog *dialog, Context *context)
{
  const GramConfirm question = {
    .heading = _ ("Decline the Request?"),
    .body = _ ("Nothing is done. Every member sees the reason; the act can be prepared again."),
    .verb = _ ("_Decline"),
    .destructive = TRUE,
    .reason = _ ("_Reason"),
    .toast = _ ("Request declined"),
  };

  gram_confirm_perform (GTK_WIDGET (dialog), context->session, &question, "request.decline",
                        arguments (context, "request"), close_cb, g_object_ref (dialog),
                        g_object_unref);
}

static void
withdraw_cb (GramDetailsDialog *dialog, Context *context)
{
  const GramConfirm question = {
    .heading = _ ("Withdraw the Request?"),
    .body = _ ("Nothing is done, and nobody can approve it any more."),
    .verb = _ ("_Withdraw"),
    .toast = _ ("Request withdrawn"),
  };

  gram_confirm_perform (GTK_WIDGET (dialog), context->session, &question, "request.withdraw",
                        arguments (context, "request"), close_cb, g_object_ref (dialog),
                        g_object_unref);
}

static char *
dup_approvers (const GramRequestRow *request)
{
  if (request->approvers == NULL || request->approvers[0] == NULL)
    return g_strdup (_ ("Nobody at present; whoever prepared it can withdraw it"));

  return g_strjoinv (", ", request->approvers);
}

static const char *
refusal_reason (const GramRefusal *refusal)
{
  return refusal != NULL ? refusal->message : NULL;
}

AdwDialog *
gram_request_dialog_new (GramSession *session, const GramRequestRow *request)
{
  AdwDialog *self;
  GramDetailsDialog *dialog;
  Context *context;
  g_autofree char *approvers = NULL;
  GramDetailsAction approve
      = { .title = _ ("_Approve…"), .subtitle = _ ("You sign it, and it is done at once") };
  GramDetailsAction decline = { .title = _ ("_Decline…") };
  GramDetailsAction withdraw = { .title = _ ("_Withdraw…") };

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  approvers = dup_approvers (request);
  self = gram_details_dialog_new (_ ("Request"), gram_request_title (request),
                                  _ ("Waits for a second person"));
  dialog = GRAM_DETAILS_DIALOG (self);
  context = context_new (self, session, request->id, request->prepared_name);
  context->title = g_strdup (gram_request_title (request));
  context->content = request->arguments != NULL ? g_variant_ref (request->arguments) : NULL;
  add_request_lines (dialog, context->content, (AddLine)gram_details_dialog_add_line);
  add_instant (dialog, _ ("Prepared By"), request->prepared_name, request->prepared_at);
  gram_details_dialog_add_line (dialog, _ ("May Approve It"), approvers);
  add_lapses (dialog, session, request->lapses_at);

  approve.reason = refusal_reason (request->approve);
  decline.reason = refusal_reason (request->decline);
  withdraw.reason = refusal_reason (request->withdraw);
  gram_details_dialog_add_action (dialog, &approve, G_CALLBACK (approve_cb), context);
  gram_details_dialog_add_action (dialog, &decline, G_CALLBACK (decline_cb), context);
  gram_details_dialog_add_action (dialog, &withdraw, G_CALLBACK (withdraw_cb), context);

  return self;
}

/* Hand-overs */

static void
owner_command (GramDetailsDialog *dialog,
               Context *context,
               const char *command,
               const GramConfirm *question)
{
  gram_confirm_perform (GTK_WIDGET (dialog), context->session, question, command,
                        arguments (context, NULL), close_cb, g_object_ref (dialog), g_object_unref);
}

static void
accept_ownership_cb (GramDetailsDialog *dialog, Context *context)
{
  const GramConfirm question = {
    .heading = _ ("Accept the Ownership?"),
    .body = _ ("You become the owner at once, with every permission. The owner so far stays a "
               "member with all permissions."),
    .verb = _ ("_Accept"),
    .toast = _ ("You are the owner now"),
  };

  owner_command (dialog, context, "owner.accept", &question);
}

static void
decline_ownership_cb (GramDetailsDialog *dialog, Context *context)
{
  const GramConfirm question = {
    .heading = _ ("Decline the Ownership?"),
    .body = _ ("Everything stays as it is. It can be offered to you again."),
    .verb = _ ("_Decline"),
    .toast = _ ("Ownership declined"),
  };

  owner_command (dialog, context, "owner.decline", &question);
}

static void
withdraw_offer_cb (GramDetailsDialog *dialog, Context *context)
{
  const GramConfirm question = {
    .heading = _ ("Withdraw the Offer?"),
    .body = _ ("The owner stays the owner."),
    .verb = _ ("_Withdraw"),
    .toast = _ ("Offer withdrawn"),
  };

  owner_command (dialog, context, "owner.withdraw", &question);
}

AdwDialog *
gram_handover_dialog_new (GramSession *session, const GramHandoverRow *handover)
{
  AdwDialog *self;
  GramDetailsDialog *dialog;
  Context *context;
  gboolean mine;
  const char *others = _ ("Only the person to whom it is offered can answer");
  GramDetailsAction accept = { .title = _ ("_Accept the Ownership…") };
  GramDetailsAction decline = { .title = _ ("_Decline…") };
  GramDetailsAction withdraw = { .title = _ ("_Withdraw the Offer…") };

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (handover != NULL, NULL);

  self = gram_details_dialog_new (_ ("Hand-Over"), handover->to_name,
                                  _ ("Shall become the owner of the account"));
  dialog = GRAM_DETAILS_DIALOG (self);
  context = context_new (self, session, handover->id, handover->to_name);
  mine = g_strcmp0 (handover->to_email, gram_session_get_person_email (session)) == 0;
  gram_details_dialog_add_line (dialog, _ ("E-Mail"), handover->to_email);
  add_instant (dialog, _ ("Offered By"), handover->offered_by, handover->offered_at);
  add_lapses (dialog, session, handover->lapses_at);

  accept.reason = mine ? permit_reason (session, "owner.accept") : others;
  decline.reason = mine ? permit_reason (session, "owner.decline") : others;
  withdraw.reason = permit_reason (session, "owner.withdraw");
  gram_details_dialog_add_action (dialog, &accept, G_CALLBACK (accept_ownership_cb), context);
  gram_details_dialog_add_action (dialog, &decline, G_CALLBACK (decline_ownership_cb), context);
  gram_details_dialog_add_action (dialog, &withdraw, G_CALLBACK (withdraw_offer_cb), context);

  return self;
}
