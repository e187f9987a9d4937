/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check-number-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-questions-accounts.h"

#include <glib/gi18n-lib.h>

struct _GramCheckNumberDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwEntryRow *number_row;
  AdwEntryRow *holder_row;
  GtkWidget *check_button;
  AdwActionRow *answer_row;
  GtkImage *answer_image;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramCheckNumberDialog, gram_check_number_dialog, ADW_TYPE_DIALOG)

static void
show_answer (GramCheckNumberDialog *self,
             const char *sentence,
             const char *icon_name,
             const char *style)
{
  const char *styles[] = { style, NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answer_row), sentence);
  gtk_image_set_from_icon_name (self->answer_image, icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->answer_image), styles);
}

/* An answer stands for what was asked, not for what is typed now. */
static void
forget_answer (GramCheckNumberDialog *self)
{
  show_answer (self, _ ("Not checked yet"), "dialog-question-symbolic", "dimmed");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), FALSE);
}

static void
changed_cb (GramCheckNumberDialog *self, GtkWidget *row)
{
  g_assert (GRAM_IS_CHECK_NUMBER_DIALOG (self));

  gram_form_set_error (row, NULL);
  forget_answer (self);
}

static void
answer (GramCheckNumberDialog *self, gboolean yes)
{
  const char *sentence = yes ? _ ("Yes, the account is this holder’s")
                             : _ ("No, there is no open account of this number and holder");

  show_answer (self, sentence, yes ? "object-select-symbolic" : "window-close-symbolic",
               yes ? "success" : "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self->answer_row), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCheckNumberDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean yes = FALSE;
  GramOutcome outcome
      = gram_session_confirm_holder_finish (GRAM_SESSION (object), result, &yes, &refusal, &error);

  if (self->check_button == NULL)
    return;

  gtk_widget_set_sensitive (self->check_button, TRUE);
  if (outcome == GRAM_OUTCOME_DONE)
    {
      answer (self, yes);
      return;
    }
  if (refusal == NULL && gram_failure_is_cancelled (error))
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_label_set_text (self->refusal_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
}

static void
check_cb (GramCheckNumberDialog *self)
{
  g_autofree char *number = NULL;
  g_autofree char *holder = NULL;

  g_assert (GRAM_IS_CHECK_NUMBER_DIALOG (self));

  if (self->session == NULL || !gtk_widget_get_sensitive (self->check_button))
    return;

  number = gram_form_dup_text (GTK_WIDGET (self->number_row));
  holder = gram_form_dup_text (GTK_WIDGET (self->holder_row));
  gram_form_set_error (GTK_WIDGET (self->number_row),
                       *number == '\0' ? _ ("Enter an account number of eight digits.") : NULL);
  gram_form_set_error (GTK_WIDGET (self->holder_row),
                       *holder == '\0' ? _ ("Enter the holder’s whole name.") : NULL);
  forget_answer (self);
  if (*number == '\0' || *holder == '\0')
    return;

  gtk_widget_set_sensitive (self->check_button, FALSE);
  gram_session_confirm_holder_async (self->session, number, holder, self->cancellable, answered_cb,
                                     g_object_ref (self));
}

static void
gram_check_number_dialog_dispose (GObject *object)
{
  GramCheckNumberDialog *self = (GramCheckNumberDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CHECK_NUMBER_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_check_number_dialog_parent_class)->dispose (object);
}

static void
gram_check_number_dialog_class_init (GramCheckNumberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_check_number_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-check-number-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCheckNumberDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, GramCheckNumberDialog, holder_row);
  gtk_widget_class_bind_template_child (widget_class, GramCheckNumberDialog, check_button);
  gtk_widget_class_bind_template_child (widget_class, GramCheckNumberDialog, answer_row);
  gtk_widget_class_bind_template_child (widget_class, GramCheckNumberDialog, answer_image);
  gtk_widget_class_bind_template_child (widget_class, GramCheckNumberDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
}

static void
gram_check_number_dialog_init (GramCheckNumberDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  forget_answer (self);
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
gram_check_number_dialog_new (GramSession *session)
{
  GramCheckNumberDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_CHECK_NUMBER_DIALOG, NULL);
  self->session = g_object_ref (session);

  return ADW_DIALOG (self);
}
