/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-detail.h"

#include "gram-code-dialog.h"
#include "gram-confirm.h"
#include "gram-details-dialog.h"
#include "gram-formats.h"
#include "gram-person-texts.h"
#include "gram-rights-dialog.h"
#include "gram-role-dialog.h"

#include <glib/gi18n-lib.h>

#define CONTEXT "gram-person-context"

/* More accounts than anybody reads in a dialog. */
#define MAX_ACCOUNTS 20

/* Whom a dialog is about; goes with it. */
typedef struct
{
  GramSession *session;
  gint64 person_id;
  char *name;
  char *email;
  GramRole role;
} Context;

static void
context_free (gpointer data)
{
  Context *self = data;

  g_object_unref (self->session);
  g_free (self->name);
  g_free (self->email);
  g_free (self);
}

static void
close_cb (GVariant *value, gpointer user_data)
{
  adw_dialog_force_close (ADW_DIALOG (user_data));
}

static void
perform (GramDetailsDialog *dialog,
         Context *context,
         const char *command,
         const GramConfirm *question,
         GramConfirmDone done)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "person", "s", context->email);
  gram_confirm_perform (GTK_WIDGET (dialog), context->session, question, command,
                        g_variant_dict_end (&dict), done, g_object_ref (dialog), g_object_unref);
}

static void
rights_cb (GramDetailsDialog *dialog, Context *context)
{
  adw_dialog_present (gram_rights_dialog_new (context->session, context->person_id, context->name,
                                              FALSE),
                      GTK_WIDGET (dialog));
}

static void
role_changed_cb (GramDetailsDialog *dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
role_cb (GramDetailsDialog *dialog, Context *context)
{
  AdwDialog *role
      = gram_role_dialog_new (context->session, context->email, context->name, context->role);

  g_signal_connect_object (role, "changed", G_CALLBACK (role_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (role, GTK_WIDGET (dialog));
}

static void
reset_cb (GVariant *value, gpointer user_data)
{
  GtkWidget *dialog = user_data;
  const Context *context = g_object_get_data (G_OBJECT (dialog), CONTEXT);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (dialog));
  AdwDialog *code = gram_code_dialog_new_password (context->name, value);

  adw_dialog_force_close (ADW_DIALOG (dialog));
  adw_dialog_present (code, root);
}

static void
password_cb (GramDetailsDialog *dialog, Context *context)
{
  g_autofree char *body = NULL;
  GramConfirm question = { .heading = _ ("Reset the Password?"), .verb = _ ("_Make a Code") };

  /* Translators: %s is the name of a person */
  body = g_strdup_printf (_ ("You get a one-time code for %s. The password so far works until they "
                             "choose a new one with the code."),
                          context->name);
  question.body = body;
  perform (dialog, context, "user.reset-password", &question, reset_cb);
}

static void
remove_cb (GramDetailsDialog *dialog, Context *context)
{
  g_autofree char *body = NULL;
  GramConfirm question = {
    .heading = _ ("Remove the Person?"),
    .verb = _ ("_Remove"),
    .destructive = TRUE,
    .toast = _ ("Person removed"),
  };

  /* Translators: %s is the name of a person */
  body = g_strdup_printf (_ ("%s cannot sign in any more, and loses every membership at once, in "
                             "every open window. What they did stays in the journal. They can be "
                             "restored."),
                          context->name);
  question.body = body;
  perform (dialog, context, "user.remove", &question, close_cb);
}

static void
restore_cb (GramDetailsDialog *dialog, Context *context)
{
  g_autofree char *body = NULL;
  GramConfirm question = {
    .heading = _ ("Restore the Person?"),
    .verb = _ ("_Restore"),
    .toast = _ ("Person restored"),
  };

  /* Translators: %s is the name of a person */
  body = g_strdup_printf (_ ("%s can sign in again with the role that they had. Memberships do not "
                             "come back."),
                          context->name);
  question.body = body;
  perform (dialog, context, "user.restore", &question, close_cb);
}

static void
add_accounts (GramDetailsDialog *dialog, const GPtrArray *accounts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < accounts->len && i < MAX_ACCOUNTS; i++)
    {
      const GramAccountRecord *account = accounts->pdata[i];
      g_autofree char *number = gram_format_account_number (account->number);
      g_autofree char *role = gram_person_text_role (account->permissions, account->owner);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: number of an account, its holder, role or permissions of the person in it */
      g_string_append_printf (text, _ ("%s · %s · %s"), number, account->holder, role);
    }
  if (accounts->len > MAX_ACCOUNTS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ngettext ("and %u more", "and %u more", accounts->len - MAX_ACCOUNTS),
                              accounts->len - MAX_ACCOUNTS);
    }
  gram_details_dialog_add_line (dialog, _ ("Accounts"),
                                accounts->len > 0 ? text->str : C_ ("accounts", "None"));
}

static void
add_lines (GramDetailsDialog *dialog, GramSession *session, const GramPersonDetail *detail)
{
  g_autofree char *sign_in = gram_person_text_instant (detail->row->last_sign_in);
  g_autofree char *created = gram_format_day_of_instant (detail->created_at);
  g_autofree char *tries = NULL;

  gram_details_dialog_add_line (dialog, _ ("Role"), gram_role_title (detail->row->role));
  gram_details_dialog_add_line (dialog, _ ("Last Sign-In"), sign_in);
  if (detail->failed_tries > 0)
    {
      tries = g_strdup_printf (ngettext ("%d wrong password since then",
                                         "%d wrong passwords since then",
                                         (gulong)detail->failed_tries),
                               detail->failed_tries);
      gram_details_dialog_add_line (dialog, _ ("Failed Tries"), tries);
    }
  if (detail->locked_until > g_get_real_time ())
    {
      g_autofree char *until = gram_person_text_instant (detail->locked_until);

      gram_details_dialog_add_line (dialog, _ ("Cannot Sign In Until"), until);
    }
  if (detail->code_lapses_at != 0)
    {
      g_autofree char *until = gram_person_text_instant (detail->code_lapses_at);

      gram_details_dialog_add_line (dialog, _ ("One-Time Code Valid Until"), until);
    }
  gram_details_dialog_add_line (dialog, _ ("In the Registry Since"), created);
  add_accounts (dialog, detail->accounts);
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
add_actions (GramDetailsDialog *dialog, Context *context, gboolean active)
{
  GramSession *session = context->session;
  const char *removed = active ? NULL : _ ("The person was removed; restore them first");
  gboolean practice = gram_session_get_kind (session) == GRAM_REGISTRY_PRACTICE;
  GramDetailsAction rights = { .title = _ ("_What Can This Person Do?") };
  GramDetailsAction role = { .title = _ ("Change the _Role…"), .reason = removed };
  GramDetailsAction password = { .title = _ ("Reset the _Password…"),
                                 .subtitle = _ ("Makes a one-time code"),
                                 .reason = removed };
  GramDetailsAction removal = { .title = _ ("_Remove From the Registry…"), .destructive = TRUE };
  GramDetailsAction restore = { .title = _ ("_Restore…") };

  if (practice)
    password.reason = _ ("Nobody needs a password in a practice registry");
  if (role.reason == NULL)
    role.reason = permit_reason (session, "user.set-role");
  if (password.reason == NULL)
    password.reason = permit_reason (session, "user.reset-password");
  removal.reason = permit_reason (session, "user.remove");
  restore.reason = permit_reason (session, "user.restore");
  gram_details_dialog_add_action (dialog, &rights, G_CALLBACK (rights_cb), context);
  gram_details_dialog_add_action (dialog, &role, G_CALLBACK (role_cb), context);
  gram_details_dialog_add_action (dialog, &password, G_CALLBACK (password_cb), context);
  if (active)
    gram_details_dialog_add_action (dialog, &removal, G_CALLBACK (remove_cb), context);
  else
    gram_details_dialog_add_action (dialog, &restore, G_CALLBACK (restore_cb), context);
}

void
gram_person_detail_present (GtkWidget *parent, GramSession *session, const GramPersonDetail *detail)
{
  AdwDialog *dialog;
  Context *context;
  g_autofree char *description = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (detail != NULL);

  /* Translators: %s is an e-mail address */
  description = detail->row->active ? g_strdup (detail->row->email)
                                    : g_strdup_printf (_ ("%s · removed"), detail->row->email);
  dialog = gram_details_dialog_new (_ ("Person"), detail->row->name, description);
  context = g_new0 (Context, 1);
  context->session = g_object_ref (session);
  context->person_id = detail->row->id;
  context->name = g_strdup (detail->row->name);
  context->email = g_strdup (detail->row->email);
  context->role = detail->row->role;
  g_object_set_data_full (G_OBJECT (dialog), CONTEXT, context, context_free);
  add_lines (GRAM_DETAILS_DIALOG (dialog), session, detail);
  add_actions (GRAM_DETAILS_DIALOG (dialog), context, detail->row->active);
  adw_dialog_present (dialog, parent);
}
