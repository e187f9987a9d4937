/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-accounts-button.h"
#include "gram-answers-dialog.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-session-export.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>

/*
 * Files for other programs: deadlines for a calendar; what was decided about disputes, from the administrator's registry
 * into one of a holder's own.
 */

/* An account whose answers are written. */
typedef struct
{
  GramWindow *window;
  gint64 account_id;
} Answers;

static void
answers_free (Answers *answers)
{
  g_object_unref (answers->window);
  g_free (answers);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answers, answers_free)

static void
choose_file (GramWindow *self,
             const char *title,
             const char *name,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, callback, user_data);
}

static void
deadlines_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  g_autoptr (GFile) file
      = gram_session_export_deadlines_finish (GRAM_SESSION (object), result, &n, &refusal, &error);
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s deadline exported", "%s deadlines exported", (gulong)n),
                         number);

  if (file != NULL)
    _gram_window_toast (self, text);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Export the Deadlines"), refusal, error);
}

void
gram_window_export_deadlines (GramWindow *self, GFile *file)
{
  g_return_if_fail (GRAM_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->session != NULL);

  gram_session_export_deadlines_async (self->session, 0, file, NULL, deadlines_written_cb,
                                       g_object_ref (self));
}

static void
deadlines_file_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
  else if (self->session != NULL)
    gram_window_export_deadlines (self, file);
}

static void
export_deadlines_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  choose_file (GRAM_WINDOW (widget), _ ("Export Deadlines"),
               /* Translators: name of a file that is proposed */
               _ ("deadlines.ics"), deadlines_file_cb, g_object_ref (widget));
}

static void
answers_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  g_autoptr (GFile) file
      = gram_session_export_answers_finish (GRAM_SESSION (object), result, &n, &refusal, &error);
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s answer exported", "%s answers exported", (gulong)n), number);

  if (file == NULL)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Export the Answers"), refusal, error);
  else
    _gram_window_toast (self, n > 0 ? text : _ ("The file is empty: nothing was decided yet"));
}

void
gram_window_export_answers (GramWindow *self, gint64 account_id, GFile *file)
{
  g_return_if_fail (GRAM_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->session != NULL);

  gram_session_export_answers_async (self->session, account_id, NULL, NULL, file, NULL,
                                     answers_written_cb, g_object_ref (self));
}

static void
answers_file_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Answers) answers = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    gram_failure_present (GTK_WIDGET (answers->window), _ ("Could Not Choose a File"), NULL, error);
  else if (answers->window->session != NULL)
    gram_window_export_answers (answers->window, answers->account_id, file);
}

static void
export_answers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);
  Answers *answers = g_new0 (Answers, 1);
  g_autofree char *name = NULL;
  const char *number;

  g_variant_get (parameter, "(x&s)", &answers->account_id, &number);
  answers->window = g_object_ref (self);
  /* Translators: name of a file that is proposed: %s is an account number */
  name = g_strdup_printf (_ ("answers-%s.jsonl"), number);
  choose_file (self, _ ("Export Answers"), name, answers_file_cb, answers);
}

static void
bring_in_answers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_answers_dialog_new (GRAM_WINDOW (widget)->session), widget);
}

void
_gram_window_class_files_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-deadlines", NULL,
                                   export_deadlines_action);
  gtk_widget_class_install_action (widget_class, "win.export-answers", "(xs)",
                                   export_answers_action);
  gtk_widget_class_install_action (widget_class, "win.bring-in-answers", NULL,
                                   bring_in_answers_action);
}

void
_gram_window_files_update (GramWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean signed_in = self->session != NULL && gram_session_get_signed_in (self->session)
                       && !gram_session_get_locked (self->session);
  gboolean administers = signed_in && gram_accounts_administers (self->session);

  gtk_widget_action_set_enabled (widget, "win.export-deadlines", signed_in);
  gtk_widget_action_set_enabled (widget, "win.export-answers", administers);
  gtk_widget_action_set_enabled (
      widget, "win.bring-in-answers",
      signed_in && gram_session_get_account (self->session) != NULL
          && gram_session_get_permit (self->session, "dispute.import-answers").allowed);
}
