/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-edit-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 5

struct _GramAccountEditDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *save_button;
  AdwEntryRow *rows[N_FIELDS];
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  char *number;
  char *before[N_FIELDS];

  int version;
};

G_DEFINE_FINAL_TYPE (GramAccountEditDialog, gram_account_edit_dialog, ADW_TYPE_DIALOG)

/* The fields: argument of account.edit, child of the template, and what is said if it is empty. */
static const struct
{
  const char *argument;
  const char *child;
  const char *needed;
} fields[N_FIELDS] = {
  { "holder", "holder_row", N_ ("The holder needs a name.") },
  { "contact-name", "contact_name_row", N_ ("Enter the name of a person who can be asked.") },
  { "contact-email", "contact_email_row", N_ ("Enter an e-mail address of the contact.") },
  { "contact-phone", "contact_phone_row", NULL },
  { "address", "address_row", NULL },
};

static gboolean
is_changed (GramAccountEditDialog *self, guint field)
{
  g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->rows[field]));

  return !g_str_equal (text, self->before[field]);
}

static void
changed_cb (GramAccountEditDialog *self, GtkWidget *row)
{
  gboolean changed = FALSE;

  g_assert (GRAM_IS_ACCOUNT_EDIT_DIALOG (self));

  if (self->number == NULL)
    return;

  gram_form_set_error (row, NULL);
  for (guint i = 0; i < N_FIELDS; i++)
    changed = changed || is_changed (self, i);
  gtk_widget_set_sensitive (self->save_button, changed);
  adw_dialog_set_can_close (ADW_DIALOG (self), !changed);
}

static void
discard_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountEditDialog) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
gram_account_edit_dialog_close_attempt (AdwDialog *dialog)
{
  AdwDialog *question
      = adw_alert_dialog_new (_ ("Discard Changes?"), _ ("What you changed has not been saved."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Go On Editing"),
                                  "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (dialog), NULL,
                           discard_chosen_cb, g_object_ref (dialog));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountEditDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Account saved"));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  gtk_label_set_text (self->refusal_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
}

static void
save_cb (GramAccountEditDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  gboolean good = TRUE;

  g_assert (GRAM_IS_ACCOUNT_EDIT_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->save_button))
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->rows[i]));
      gboolean missing = fields[i].needed != NULL && *text == '\0';

      gram_form_set_error (GTK_WIDGET (self->rows[i]), missing ? _ (fields[i].needed) : NULL);
      good = good && !missing;
      if (is_changed (self, i))
        g_variant_builder_add (&builder, "{sv}", fields[i].argument, g_variant_new_string (text));
    }
  if (!good)
    {
      g_variant_builder_clear (&builder);
      return;
    }

  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  g_variant_builder_add (&builder, "{sv}", "version", g_variant_new_int64 (self->version));
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gram_session_perform_async (self->session, "account.edit", g_variant_builder_end (&builder), NULL,
                              NULL, NULL, saved_cb, g_object_ref (self));
}

static void
gram_account_edit_dialog_dispose (GObject *object)
{
  GramAccountEditDialog *self = (GramAccountEditDialog *)object;

  g_clear_pointer (&self->number, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ACCOUNT_EDIT_DIALOG);
  g_clear_object (&self->session);
  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&self->before[i], g_free);

  G_OBJECT_CLASS (gram_account_edit_dialog_parent_class)->dispose (object);
}

static void
gram_account_edit_dialog_class_init (GramAccountEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_account_edit_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_account_edit_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, refusal_label);
  for (gsize i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i].child, FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramAccountEditDialog,
                                                                         rows)
                                                        + i * (glong)sizeof (AdwEntryRow *)));
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
gram_account_edit_dialog_init (GramAccountEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_account_edit_dialog_new (GramSession *session)
{
  GramAccountEditDialog *self;
  const GramAccountRecord *record;
  const char *values[N_FIELDS];

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ACCOUNT_EDIT_DIALOG, NULL);
  self->session = g_object_ref (session);
  record = gram_account_get_record (gram_session_get_account (session));
  values[0] = record->holder;
  values[1] = record->contact_name;
  values[2] = record->contact_email;
  values[3] = record->contact_phone;
  values[4] = record->address;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->before[i] = g_strdup (values[i] != NULL ? values[i] : "");
      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), self->before[i]);
    }
  self->version = record->version;
  self->number = g_strdup (record->number);

  return ADW_DIALOG (self);
}
