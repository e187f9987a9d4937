/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-sign-dialog.h"

#include "gram-form.h"

#include <glib/gi18n-lib.h>

struct _GramSignDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkButton *sign_button;
  AdwPreferencesGroup *lines_group;
  AdwPreferencesGroup *password_group;
  AdwPasswordEntryRow *password_row;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  char *command;
  GVariant *arguments;

  gboolean asks;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (GramSignDialog, gram_sign_dialog, ADW_TYPE_DIALOG)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_refusal (GramSignDialog *self, const GramRefusal *refusal, const GError *error)
{
  /* A wrong password, none, or too many wrong ones. */
  if (refusal != NULL && self->asks
      && (g_str_has_prefix (refusal->id, "session.")
          || g_str_equal (refusal->id, "argument.missing")))
    {
      gram_form_set_error (GTK_WIDGET (self->password_row), refusal->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
      return;
    }

  gram_form_refuse (self->refusal_label, refusal, error);
}

/* A password is asked for once; it does not stay in the entry. */
static void
set_working (GramSignDialog *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), !working);
  if (!working)
    gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
}

static void
performed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramSignDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;
  gboolean pending = FALSE;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);
  if (self->sign_button == NULL)
    return;

  if (outcome != GRAM_OUTCOME_DONE)
    {
      set_working (self, FALSE);
      show_refusal (self, refusal, error);
      return;
    }

  g_variant_lookup (value, "pending", "b", &pending);
  if (pending)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Waits for a second person: see People"));
  g_object_ref (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[DONE], 0, value);
  g_object_unref (self);
}

static GVariant *
arguments_with_password (GramSignDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (self->arguments);

  if (self->asks)
    g_variant_dict_insert (&dict, "password", "s",
                           gtk_editable_get_text (GTK_EDITABLE (self->password_row)));

  return g_variant_dict_end (&dict);
}

static void
sign_cb (GramSignDialog *self)
{
  GVariant *arguments;

  g_assert (GRAM_IS_SIGN_DIALOG (self));

  if (self->working)
    return;
  if (self->asks && *gtk_editable_get_text (GTK_EDITABLE (self->password_row)) == '\0')
    {
      gram_form_set_error (GTK_WIDGET (self->password_row),
                           _ ("Enter the password with which you sign in."));
      gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
      return;
    }

  gram_form_refuse (self->refusal_label, NULL, NULL);
  arguments = arguments_with_password (self);
  set_working (self, TRUE);
  gram_session_perform_async (self->session, self->command, arguments, NULL, NULL, NULL,
                              performed_cb, g_object_ref (self));
}

static void
password_changed_cb (GramSignDialog *self)
{
  g_assert (GRAM_IS_SIGN_DIALOG (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->password_row)) != '\0')
    gram_form_set_error (GTK_WIDGET (self->password_row), NULL);
}

static void
gram_sign_dialog_dispose (GObject *object)
{
  GramSignDialog *self = (GramSignDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_SIGN_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->command, g_free);
  g_clear_pointer (&self->arguments, g_variant_unref);

  G_OBJECT_CLASS (gram_sign_dialog_parent_class)->dispose (object);
}

static void
gram_sign_dialog_class_init (GramSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_sign_dialog_dispose;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramSignDialog, sign_button);
  gtk_widget_class_bind_template_child (widget_class, GramSignDialog, lines_group);
  gtk_widget_class_bind_template_child (widget_class, GramSignDialog, password_group);
  gtk_widget_class_bind_template_child (widget_class, GramSignDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, GramSignDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
}

static void
gram_sign_dialog_init (GramSignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_sign_dialog_new (GramSession *session,
                      const char *command,
                      GVariant *arguments,
                      const char *title,
                      const char *verb)
{
  GramSignDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL && arguments != NULL, NULL);
  g_return_val_if_fail (title != NULL && verb != NULL, NULL);

  self = g_object_new (GRAM_TYPE_SIGN_DIALOG, "title", title, NULL);
  self->session = g_object_ref (session);
  self->command = g_strdup (command);
  self->arguments = g_variant_ref_sink (arguments);
  self->asks = gram_session_get_kind (session) != GRAM_REGISTRY_PRACTICE;
  gtk_button_set_label (self->sign_button, verb);
  gtk_widget_set_visible (GTK_WIDGET (self->password_group), self->asks);
  if (!self->asks)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->sign_button));

  return ADW_DIALOG (self);
}

void
gram_sign_dialog_set_explanation (GramSignDialog *self, const char *explanation)
{
  g_return_if_fail (GRAM_IS_SIGN_DIALOG (self));

  adw_preferences_group_set_description (self->lines_group, explanation);
}

void
gram_sign_dialog_add_line (GramSignDialog *self, const char *title, const char *value)
{
  GtkWidget *row;

  g_return_if_fail (GRAM_IS_SIGN_DIALOG (self));
  g_return_if_fail (title != NULL && value != NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 8);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->lines_group, row);
}

void
gram_sign_dialog_set_destructive (GramSignDialog *self)
{
  g_return_if_fail (GRAM_IS_SIGN_DIALOG (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self->sign_button), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->sign_button), "destructive-action");
}
