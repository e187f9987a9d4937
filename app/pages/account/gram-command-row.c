/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-row.h"

#include "gram-closing-dialog.h"
#include "gram-decision-dialog.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define COMMAND "gram-command"

typedef gboolean (*Applies) (const GramAccountDetail *detail);

/* What waits for an answer of the administrator, or has one. */
static gboolean
application_is (const GramAccountDetail *detail, guint states)
{
  return detail->application != NULL && (states & (1u << detail->application->state)) != 0;
}

static gboolean
is_submitted (const GramAccountDetail *detail)
{
  return application_is (detail, 1u << GRAM_APPLICATION_SUBMITTED);
}

static gboolean
is_decidable (const GramAccountDetail *detail)
{
  return application_is (detail, 1u << GRAM_APPLICATION_SUBMITTED
                                     | 1u << GRAM_APPLICATION_INFORMATION_ASKED);
}

static gboolean
is_approved (const GramAccountDetail *detail)
{
  return application_is (detail, 1u << GRAM_APPLICATION_APPROVED);
}

static gboolean
is_resumable (const GramAccountDetail *detail)
{
  return application_is (detail, 1u << GRAM_APPLICATION_SUSPENDED);
}

static gboolean
is_revocable (const GramAccountDetail *detail)
{
  return is_approved (detail) || is_resumable (detail);
}

static gboolean
has_notice (const GramAccountDetail *detail)
{
  return detail->suspension != NULL && detail->suspension->state == GRAM_MEASURE_NOTIFIED;
}

static gboolean
has_no_notice (const GramAccountDetail *detail)
{
  return !has_notice (detail);
}

static gboolean
has_closing_notice (const GramAccountDetail *detail)
{
  return detail->closing != NULL && detail->closing->state == GRAM_CLOSING_NOTIFIED;
}

static gboolean
has_no_closing_notice (const GramAccountDetail *detail)
{
  return !has_closing_notice (detail);
}

static gboolean
is_closable (const GramAccountDetail *detail)
{
  return detail->state == GRAM_ACCOUNT_CLOSING || has_closing_notice (detail);
}

/* What the command table does not see: it knows the state of the account, not what stands beside it. */
static const struct
{
  const char *command;
  const char *title;
  const char *subtitle;
  Applies applies;
  const char *otherwise;
} rows[] = {
  { "account.give-notice", N_ ("Give Notice…"),
    N_ ("In writing, with time to put things right, before a suspension"), has_no_notice,
    N_ ("A notice was given already") },
  { "account.drop-notice", N_ ("Drop the Notice…"),
    N_ ("It was put right, or the notice was wrong"), has_notice, N_ ("No notice was given") },
  { "account.suspend", N_ ("Suspend…"),
    N_ ("After notice, or after a conviction; five years at most"), NULL, NULL },
  { "account.reinstate", N_ ("Reinstate…"), N_ ("Before the last day of the suspension"), NULL,
    NULL },
  { "account.block", N_ ("Block…"), N_ ("Stops trading and conversion, not surrender or payment"),
    NULL, NULL },
  { "account.unblock", N_ ("Lift the Block…"), N_ ("The account is open again"), NULL, NULL },
  { "account.request-closing", N_ ("Close the Account…"),
    N_ ("Shows what is still to be done, then asks the administrator"), NULL, NULL },
  { "account.withdraw-closing", N_ ("Withdraw the Request…"), N_ ("The account stays open"), NULL,
    NULL },
  { "account.object-to-closing", N_ ("Object…"), N_ ("Say why the account is still needed"),
    has_closing_notice, N_ ("No notice of closing was given") },
  { "account.close", N_ ("Approve and Close…"),
    N_ ("The list is checked again; credits left are deleted"), is_closable,
    N_ ("Nobody asked to close the account, and no notice was given") },
  { "account.refuse-closing", N_ ("Refuse the Closing…"), N_ ("The account is open again"), NULL,
    NULL },
  { "account.give-closing-notice", N_ ("Give Notice of Closing…"),
    N_ ("In writing, with time to say why it is still needed"), has_no_closing_notice,
    N_ ("A notice of closing was given already") },
  { "account.drop-closing-notice", N_ ("Drop the Notice of Closing…"),
    N_ ("The account stays as it is"), has_closing_notice, N_ ("No notice of closing was given") },
  { "account.set-aml", N_ ("Record a Verification…"),
    N_ ("Of the holder, which transfers will need"), NULL, NULL },
  { "application.ask", N_ ("Ask for More…"), N_ ("The applicant answers and submits again"),
    is_submitted, N_ ("No application waits for a decision") },
  { "application.approve", N_ ("Approve…"), N_ ("From 1 January of a year"), is_decidable,
    N_ ("No application waits for a decision") },
  { "application.decline", N_ ("Decline…"), N_ ("The account stays under Pay As You Go"),
    is_decidable, N_ ("No application waits for a decision") },
  { "application.suspend", N_ ("Suspend the Approval…"),
    N_ ("Later vehicles are under Pay As You Go"), is_approved,
    N_ ("Fleet Average is not approved") },
  { "application.resume", N_ ("Resume the Approval…"),
    N_ ("Later vehicles count into the average again"), is_resumable,
    N_ ("No approval is suspended") },
  { "application.revoke", N_ ("Revoke the Approval…"), N_ ("Ends Fleet Average for good"),
    is_revocable, N_ ("Fleet Average is not approved") },
  { "application.withdraw", N_ ("Withdraw the Application…"),
    N_ ("The account stays under Pay As You Go"), is_decidable,
    N_ ("No application waits for a decision") },
  { "credit.carry-in", N_ ("Carry In Credits…"),
    N_ ("A balance from before this registry was kept"), NULL, NULL },
  { "trade.set-key", N_ ("Enter a Key…"), N_ ("With which the holder signs files of trades"), NULL,
    NULL },
  { "trade.register", N_ ("Register…"), N_ ("The allowances move, and both parties are told"), NULL,
    NULL },
  { "trade.refuse", N_ ("Refuse…"), N_ ("Treated as not having taken place; both read the reason"),
    NULL, NULL },
  { "borrowing.approve", N_ ("Approve the Borrowing…"),
    N_ ("The shortfall is carried into the next year and is not owed now."), NULL, NULL },
  { "borrowing.decline", N_ ("Decline the Borrowing…"),
    N_ ("The charge stays due as it is; the holder reads why."), NULL, NULL },
};

static gsize
find (const char *command)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (rows) && g_strcmp0 (rows[i].command, command) != 0)
    i++;

  return i;
}

GtkWidget *
gram_command_row_new (const char *command)
{
  gsize i = find (command);
  GtkWidget *row;
  GtkWidget *arrow;

  g_return_val_if_fail (i < G_N_ELEMENTS (rows), NULL);

  row = adw_action_row_new ();
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (rows[i].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (rows[i].subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), COMMAND, (gpointer)rows[i].command);
  gram_pressable_install (row);

  return row;
}

void
gram_command_row_update (GtkWidget *row, GramSession *session, const GramAccountDetail *detail)
{
  gram_command_row_set_permit (
      row, gram_session_get_permit (session, gram_command_row_get_command (row)), detail);
}

void
gram_command_row_set_permit (GtkWidget *row, GramPermit permit, const GramAccountDetail *detail)
{
  gsize i = find (gram_command_row_get_command (row));
  const char *reason = NULL;

  g_return_if_fail (i < G_N_ELEMENTS (rows));

  if (!permit.allowed)
    reason = permit.reason;
  else if (rows[i].applies != NULL && !rows[i].applies (detail))
    reason = _ (rows[i].otherwise);

  gtk_widget_set_sensitive (row, permit.allowed && reason == NULL);
  gtk_widget_set_tooltip_text (row, reason);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               reason != NULL ? reason : _ (rows[i].subtitle));
}

const char *
gram_command_row_get_command (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);

  return g_object_get_data (G_OBJECT (row), COMMAND);
}

void
gram_command_present (GtkWidget *parent,
                      GramSession *session,
                      const char *command,
                      const GramAccountDetail *detail)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (g_str_equal (command, "account.request-closing") || g_str_equal (command, "account.close"))
    dialog = gram_closing_dialog_new (session, command, detail);
  else
    dialog = gram_decision_dialog_new (session, command, detail);
  adw_dialog_present (dialog, parent);
}
