/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-confirm.h"

#include "gram-failure.h"
#include "gram-text-row.h"

#include <glib/gi18n-lib.h>

/* A question under way. */
typedef struct
{
  GtkWidget *parent;
  GramSession *session;
  GramTextRow *reason; /* NULL: none is asked for */
  char *command;
  GVariant *arguments;
  char *toast;
  GramConfirmDone done;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->session);
  g_clear_object (&self->reason);
  g_free (self->command);
  g_variant_unref (self->arguments);
  g_free (self->toast);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
performed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (self->parent, _ ("That Was Not Possible"), refusal, error);
      return;
    }

  if (self->toast != NULL)
    gtk_widget_activate_action (self->parent, "win.toast", "s", self->toast);
  if (self->done != NULL)
    self->done (value, self->user_data);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (self->arguments);
  GramSession *session = self->session;
  const char *command = self->command;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "do"))
    return;

  if (self->reason != NULL)
    {
      g_autofree char *reason = gram_text_row_dup_text (self->reason);

      g_variant_dict_insert (&dict, "reason", "s", reason);
    }
  gram_session_perform_async (session, command, g_variant_dict_end (&dict), NULL, NULL, NULL,
                              performed_cb, g_steal_pointer (&self));
}

/* A reason has to be given before the button can be pressed. */
static void
reason_changed_cb (GramTextRow *row, AdwAlertDialog *dialog)
{
  g_autofree char *text = gram_text_row_dup_text (row);

  adw_alert_dialog_set_response_enabled (dialog, "do", *text != '\0');
}

static GramTextRow *
add_reason (AdwAlertDialog *dialog, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = gram_text_row_new (title);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_alert_dialog_set_extra_child (dialog, group);
  adw_alert_dialog_set_response_enabled (dialog, "do", FALSE);
  adw_dialog_set_focus (ADW_DIALOG (dialog), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_DEFAULT);

  return GRAM_TEXT_ROW (g_object_ref (row));
}

void
gram_confirm_perform (GtkWidget *parent,
                      GramSession *session,
                      const GramConfirm *confirm,
                      const char *command,
                      GVariant *arguments,
                      GramConfirmDone done,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  AdwAlertDialog *dialog;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (confirm != NULL && command != NULL && arguments != NULL);

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (confirm->heading, confirm->body));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "do", confirm->verb, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "do",
                                            confirm->destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                 : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, confirm->destructive ? "cancel" : "do");
  adw_alert_dialog_set_close_response (dialog, "cancel");

  question = g_new0 (Question, 1);
  question->parent = g_object_ref (parent);
  question->session = g_object_ref (session);
  question->command = g_strdup (command);
  question->arguments = g_variant_ref_sink (arguments);
  question->toast = g_strdup (confirm->toast);
  question->done = done;
  question->user_data = user_data;
  question->destroy = destroy;
  if (confirm->reason != NULL)
    question->reason = add_reason (dialog, confirm->reason);
  adw_alert_dialog_choose (dialog, parent, NULL, chosen_cb, question);
}
