/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-answers-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramAnswersDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *page;
  AdwActionRow *file_row;
  AdwEntryRow *reference_row;
  GtkLabel *refusal_label;
  GtkWidget *send_button;
  GtkWidget *cancel_button;
  GtkLabel *decided_label;
  GtkLabel *unmatched_label;
  GtkLabel *differing_label;

  /* Owned References */
  GramSession *session;
  GFile *file;
  char *number;
};

G_DEFINE_FINAL_TYPE (GramAnswersDialog, gram_answers_dialog, ADW_TYPE_DIALOG)

static void
show_refusal (GramAnswersDialog *self, const char *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
}

static void
show_count (GtkLabel *label, GVariant *answer, const char *name)
{
  g_autofree char *text = NULL;
  gint64 count = 0;

  g_variant_lookup (answer, name, "x", &count);
  text = gram_format_count (count);
  gtk_label_set_text (label, text);
}

/* What the file has done, and what is left to look at by hand. */
static void
show_outcome (GramAnswersDialog *self, GVariant *answer)
{
  show_count (self->decided_label, answer, "decided");
  show_count (self->unmatched_label, answer, "unmatched");
  show_count (self->differing_label, answer, "differing");
  gtk_stack_set_visible_child_name (self->stack, "outcome");
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _ ("_Close"));
  gtk_widget_set_visible (self->send_button, FALSE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->cancel_button);
  gtk_widget_grab_focus (self->cancel_button);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("The answers were brought in"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAnswersDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *sentence = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, &answer, &refusal, &error);

  if (self->send_button == NULL)
    return;

  gtk_widget_set_sensitive (self->send_button, TRUE);
  if (outcome == GRAM_OUTCOME_DONE)
    {
      show_outcome (self, answer);
      return;
    }
  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_stack_set_visible_child_name (self->stack, "form");
  show_refusal (self, sentence);
}

static gboolean
check (GramAnswersDialog *self, const char *reference)
{
  gram_form_set_error (GTK_WIDGET (self->file_row),
                       self->file == NULL ? _ ("Choose the file that the administrator sent.")
                                          : NULL);
  gram_form_set_error (GTK_WIDGET (self->reference_row),
                       *reference == '\0' ? _ ("Enter the reference of the document that says so.")
                                          : NULL);
  if (self->file == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->file_row));
  else if (*reference == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->reference_row));

  return self->file != NULL && *reference != '\0';
}

static void
send_cb (GramAnswersDialog *self)
{
  g_autofree char *reference = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_assert (GRAM_IS_ANSWERS_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->send_button))
    return;
  reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  if (!check (self, reference))
    return;

  show_refusal (self, NULL);
  g_variant_dict_insert (&dict, "account", "s", self->number);
  g_variant_dict_insert (&dict, "file", "s", g_file_peek_path (self->file));
  g_variant_dict_insert (&dict, "reference", "s", reference);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gram_session_perform_async (self->session, "dispute.import-answers", g_variant_dict_end (&dict),
                              NULL, NULL, NULL, sent_cb, g_object_ref (self));
}

static void
changed_cb (GramAnswersDialog *self, GtkWidget *row)
{
  g_assert (GRAM_IS_ANSWERS_DIALOG (self));

  gram_form_set_error (row, NULL);
  show_refusal (self, NULL);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAnswersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (self->send_button == NULL)
    return;
  if (file != NULL)
    gram_answers_dialog_set_file (self, file);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
}

static void
choose_cb (GramAnswersDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_assert (GRAM_IS_ANSWERS_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _ ("The Administrator’s Answers"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, g_object_ref (self));
}

static void
gram_answers_dialog_dispose (GObject *object)
{
  GramAnswersDialog *self = (GramAnswersDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ANSWERS_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_answers_dialog_parent_class)->dispose (object);
}

static void
gram_answers_dialog_class_init (GramAnswersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_answers_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/disputes/gram-answers-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, decided_label);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, unmatched_label);
  gtk_widget_class_bind_template_child (widget_class, GramAnswersDialog, differing_label);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
gram_answers_dialog_init (GramAnswersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (self->page);
}

AdwDialog *
gram_answers_dialog_new (GramSession *session)
{
  GramAnswersDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ANSWERS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->number = g_strdup (gram_account_get_number (gram_session_get_account (session)));

  return ADW_DIALOG (self);
}

void
gram_answers_dialog_set_file (GramAnswersDialog *self, GFile *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GRAM_IS_ANSWERS_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  gram_form_set_error (GTK_WIDGET (self->file_row), NULL);
  show_refusal (self, NULL);
  if (g_file_peek_path (file) == NULL)
    {
      show_refusal (self, _ ("This file is not on this computer. Copy it here first."));
      return;
    }
  g_set_object (&self->file, file);
  name = g_path_get_basename (g_file_peek_path (file));
  adw_action_row_set_subtitle (self->file_row, name);
}
