/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement-dialog.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-session-export.h"
#include "gram-statement-dialog-private.h"

#include <glib/gi18n-lib.h>

/* The kinds of file. */
static const struct
{
  const char *action;
  GramStatementFormat format;
  const char *ending;
} formats[] = {
  { "statement.save-pdf", GRAM_STATEMENT_PDF, "pdf" },
  { "statement.save-csv", GRAM_STATEMENT_CSV, "csv" },
};

/* A file that is to be chosen. */
typedef struct
{
  GramStatementDialog *dialog;
  GramStatementFormat format;
} Choice;

void
_gram_statement_dialog_allow_save (GramStatementDialog *self, gboolean any)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), formats[i].action,
                                   any && self->saving == NULL);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramStatementDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = gram_session_export_statement_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *text = NULL;

  if (self->task_bar == NULL)
    return;

  g_clear_object (&self->saving);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  _gram_statement_dialog_allow_save (self, self->statement != NULL);
  if (gram_failure_is_cancelled (error))
    {
      gram_task_bar_hide (self->task_bar);
      return;
    }
  if (file != NULL)
    text = g_file_get_basename (file);
  else
    text = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gram_task_bar_finish (self->task_bar, file != NULL,
                        file != NULL ? _ ("Statement saved") : _ ("Could Not Save the Statement"),
                        text);
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  GramStatementDialog *self = user_data;
  g_autofree char *count = gram_format_count (rows);
  g_autofree char *text = g_strdup_printf (ngettext ("%s line", "%s lines", (gulong)rows), count);

  if (self->task_bar != NULL)
    gram_task_bar_set_progress (self->task_bar, done, total, text);
}

void
_gram_statement_dialog_save (GramStatementDialog *self, GramStatementFormat format, GFile *file)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->session == NULL || !_gram_statement_dialog_read_period (self, &from, &to))
    return;

  self->saving = g_cancellable_new ();
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  _gram_statement_dialog_allow_save (self, FALSE);
  gram_task_bar_work (self->task_bar, _ ("Saving the statement"));
  /* The answer comes last, with the reference that the progress needs, too. */
  gram_session_export_statement_async (self->session, from, to, format, file, progress_cb, self,
                                       self->saving, saved_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GramStatementDialog) self = choice->dialog;
  GramStatementFormat format = choice->format;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  g_free (choice);
  if (file != NULL)
    _gram_statement_dialog_save (self, format, file);
  else if (self->session != NULL)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramStatementDialog *self = GRAM_STATEMENT_DIALOG (widget);
  GramAccount *account = gram_session_get_account (self->session);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  Choice *choice;

  if (account == NULL)
    return;

  choice = g_new0 (Choice, 1);
  choice->dialog = g_object_ref (self);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].action, action_name))
      {
        choice->format = formats[i].format;
        /* Translators: name of a file that is proposed: an account number, and csv or pdf */
        name = g_strdup_printf (_ ("statement-%1$s.%2$s"), gram_account_get_number (account),
                                formats[i].ending);
      }
  gtk_file_dialog_set_title (dialog, _ ("Save the Statement"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, choice);
}

static void
cancelled_cb (GramStatementDialog *self)
{
  g_assert (GRAM_IS_STATEMENT_DIALOG (self));

  g_cancellable_cancel (self->saving);
}

static void
stop_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramStatementDialog) self = user_data;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "stop")
      || self->session == NULL)
    return;

  g_cancellable_cancel (self->saving);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Whoever closes it half-way would not know whether there is a file. */
static void
gram_statement_dialog_close_attempt (AdwDialog *dialog)
{
  GramStatementDialog *self = GRAM_STATEMENT_DIALOG (dialog);
  AdwDialog *question;

  /* The window asks again each time it is closed. */
  if (self->question != NULL)
    return;

  question = adw_alert_dialog_new (_ ("Stop Saving?"),
                                   _ ("The statement is not saved yet. If you stop now, no file is "
                                      "written, and one that is there stays as it is."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "continue", _ ("_Continue"), "stop",
                                  _ ("_Stop"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "stop",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "continue");
  g_set_weak_pointer (&self->question, question);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (dialog), NULL, stop_chosen_cb,
                           g_object_ref (dialog));
}

void
_gram_statement_dialog_save_class_init (GtkWidgetClass *widget_class)
{
  ADW_DIALOG_CLASS (widget_class)->close_attempt = gram_statement_dialog_close_attempt;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_widget_class_install_action (widget_class, formats[i].action, NULL, save_action);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
}
