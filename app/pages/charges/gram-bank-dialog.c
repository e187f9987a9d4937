/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-dialog.h"

#include "gram-bank-dialog-private.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramBankDialog, gram_bank_dialog, ADW_TYPE_DIALOG)

static void
preview_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramBankDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GramBankPreview) preview
      = gram_session_bank_preview_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  if (preview == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->refused_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "refused");
      return;
    }

  g_clear_pointer (&self->preview, gram_bank_preview_free);
  self->preview = g_steal_pointer (&preview);
  _gram_bank_dialog_fill (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
ask (GramBankDialog *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_bank_preview_async (self->session, self->path, self->asking, preview_cb,
                                   g_object_ref (self));
}

static void
say_recorded (GramBankDialog *self, GVariant *value)
{
  gint64 recorded = 0;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  g_variant_lookup (value, "recorded", "x", &recorded);
  count = gram_format_count (recorded);
  text
      = g_strdup_printf (ngettext ("%s payment recorded", "%s payments recorded", (gulong)recorded),
                         count);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramBankDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      say_recorded (self, value);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->stack == NULL)
    return;

  /* What was chosen stays, so that it can be mended. */
  self->sending = FALSE;
  gram_form_refuse (self->refusal_label, refusal, error);
  _gram_bank_dialog_update (self);
}

static void
send_cb (GramBankDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *reference = NULL;

  g_assert (GRAM_IS_BANK_DIALOG (self));

  if (self->preview == NULL || self->sending || !gtk_widget_get_sensitive (self->send_button))
    return;

  reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  lines = _gram_bank_dialog_dup_lines (self);
  g_variant_dict_insert (&dict, "file", "s", self->path);
  g_variant_dict_insert_value (&dict, "lines", g_variant_new_strv ((const char *const *)lines, -1));
  g_variant_dict_insert (&dict, "expect", "s", self->preview->digest);
  if (*reference != '\0')
    g_variant_dict_insert (&dict, "reference", "s", reference);
  self->sending = TRUE;
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  gram_session_perform_async (self->session, "payment.import", g_variant_dict_end (&dict), NULL,
                              NULL, NULL, sent_cb, g_object_ref (self));
}

/* What was opened from a line goes with the dialog; a statement that is still being read is not waited for. */
static void
closed_cb (GramBankDialog *self)
{
  g_cancellable_cancel (self->asking);
  _gram_bank_dialog_forget_charges (self);
}

static void
gram_bank_dialog_dispose (GObject *object)
{
  GramBankDialog *self = GRAM_BANK_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  _gram_bank_dialog_forget_charges (self);
  /* What goes with the template does not count any more. */
  g_clear_pointer (&self->preview, gram_bank_preview_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_BANK_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_bank_dialog_parent_class)->dispose (object);
}

static void
gram_bank_dialog_finalize (GObject *object)
{
  GramBankDialog *self = GRAM_BANK_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->entries);
  g_free (self->path);

  G_OBJECT_CLASS (gram_bank_dialog_parent_class)->finalize (object);
}

static void
gram_bank_dialog_class_init (GramBankDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_bank_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_bank_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-bank-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, refused_status);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, summary_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, summary_row);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, certain_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, likely_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, unknown_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, known_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, out_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, GramBankDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
gram_bank_dialog_init (GramBankDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

AdwDialog *
gram_bank_dialog_new (GramSession *session, const char *path)
{
  GramBankDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (GRAM_TYPE_BANK_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  gtk_widget_set_visible (GTK_WIDGET (self->reference_row),
                          gram_session_get_kind (session) == GRAM_REGISTRY_OWN);
  ask (self);

  return ADW_DIALOG (self);
}

void
gram_bank_dialog_present (GtkWidget *parent, GramSession *session, GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    gtk_widget_activate_action (parent, "win.toast", "s",
                                _ ("This file is not on this computer. Copy it here first."));
  else
    adw_dialog_present (gram_bank_dialog_new (session, g_file_peek_path (file)), parent);
}

/* A file that is being chosen. */
typedef struct
{
  GtkWidget *parent;
  GramSession *session;
} Choosing;

static void
choosing_free (Choosing *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choosing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    gram_bank_dialog_present (self->parent, self->session, file);
  else
    gram_failure_present (self->parent, _ ("Could Not Choose a File"), NULL, error);
}

void
gram_bank_dialog_choose (GtkWidget *parent, GramSession *session)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  Choosing *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GRAM_IS_SESSION (session));

  self = g_new0 (Choosing, 1);
  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Choose a Bank Statement"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb, self);
}
