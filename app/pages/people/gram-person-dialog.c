/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-password.h"
#include "gram-person-texts.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramPersonDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *add_button;
  AdwEntryRow *name_row;
  AdwEntryRow *email_row;
  AdwComboRow *role_row;
  AdwPreferencesGroup *password_group;
  AdwPasswordEntryRow *password_row;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GtkStringList *roles;
};

G_DEFINE_FINAL_TYPE (GramPersonDialog, gram_person_dialog, ADW_TYPE_DIALOG)

/* In the order in which they are offered; in an own registry nobody is on the administrator's side but its keeper. */
static const GramRole role_choices[] = {
  GRAM_ROLE_OFFICER,        GRAM_ROLE_READER,        GRAM_ROLE_CASE_HANDLER,
  GRAM_ROLE_DECISION_MAKER, GRAM_ROLE_ADMINISTRATOR,
};

static void
row_changed_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

static gboolean
check_form (GramPersonDialog *self)
{
  g_autofree char *name = gram_form_dup_text (GTK_WIDGET (self->name_row));
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  const char *at = strchr (email, '@');
  gboolean good_email = at != NULL && at != email && at[1] != '\0';
  g_autoptr (GramRefusal) refusal = NULL;
  gboolean good_password
      = gram_session_get_kind (self->session) == GRAM_REGISTRY_PRACTICE
        || gram_password_check (gtk_editable_get_text (GTK_EDITABLE (self->password_row)), email,
                                &refusal);

  gram_form_set_error (GTK_WIDGET (self->name_row),
                       *name == '\0' ? _ ("Enter the person’s name.") : NULL);
  gram_form_set_error (GTK_WIDGET (self->email_row),
                       good_email ? NULL
                                  : _ ("Enter an e-mail address; the person signs in with it."));
  gram_form_set_error (GTK_WIDGET (self->password_row), good_password ? NULL : refusal->message);

  return *name != '\0' && good_email && good_password;
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPersonDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      g_autofree char *name = gram_form_dup_text (GTK_WIDGET (self->name_row));

      /* Translators: %s is the name of a person */
      text = g_strdup_printf (_ ("%s can sign in now"), name);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  text = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->add_button, TRUE);
  gtk_label_set_text (self->refusal_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
}

static void
add_string (GVariantBuilder *builder, const char *key, const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_string (value));
}

static void
add_cb (GramPersonDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  guint role;

  g_assert (GRAM_IS_PERSON_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->add_button) || !check_form (self))
    return;

  name = gram_form_dup_text (GTK_WIDGET (self->name_row));
  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  role = adw_combo_row_get_selected (self->role_row);
  g_assert (role < G_N_ELEMENTS (role_choices));
  add_string (&builder, "name", name);
  add_string (&builder, "email", email);
  add_string (&builder, "role", gram_word_for ("role", (int)role_choices[role]));
  if (gram_session_get_kind (self->session) != GRAM_REGISTRY_PRACTICE)
    add_string (&builder, "password", gtk_editable_get_text (GTK_EDITABLE (self->password_row)));
  gtk_widget_set_sensitive (self->add_button, FALSE);
  gram_session_perform_async (self->session, "user.create", g_variant_builder_end (&builder), NULL,
                              NULL, NULL, added_cb, g_object_ref (self));
}

static void
gram_person_dialog_dispose (GObject *object)
{
  GramPersonDialog *self = (GramPersonDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_PERSON_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_person_dialog_parent_class)->dispose (object);
}

static void
gram_person_dialog_class_init (GramPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_person_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, password_group);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, GramPersonDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
gram_person_dialog_init (GramPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (role_choices); i++)
    gtk_string_list_append (self->roles, gram_role_title (role_choices[i]));
}

AdwDialog *
gram_person_dialog_new (GramSession *session)
{
  GramPersonDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_PERSON_DIALOG, NULL);
  self->session = g_object_ref (session);
  gtk_widget_set_visible (GTK_WIDGET (self->password_group),
                          gram_session_get_kind (session) != GRAM_REGISTRY_PRACTICE);

  return ADW_DIALOG (self);
}
