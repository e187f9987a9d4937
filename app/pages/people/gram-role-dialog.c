/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-role-dialog.h"

#include "gram-form.h"
#include "gram-person-texts.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are offered. */
static const struct
{
  GramRole role;
  const char *sentence;
} choices[] = {
  { GRAM_ROLE_OFFICER, N_ ("Opens accounts and works in those that they are a member of") },
  { GRAM_ROLE_READER, N_ ("Sees everything on the administrator’s side, changes nothing") },
  { GRAM_ROLE_CASE_HANDLER, N_ ("Works on cases: notices, questions, verification of holders") },
  { GRAM_ROLE_DECISION_MAKER, N_ ("Decides: suspensions, blocks, closings, applications") },
  { GRAM_ROLE_ADMINISTRATOR, N_ ("Keeps the registry: people, rulebooks, accounts, the register") },
};

struct _GramRoleDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *change_button;
  AdwPreferencesGroup *roles_group;
  GtkLabel *refusal_label;

  /* Borrowed References */
  GtkCheckButton *buttons[G_N_ELEMENTS (choices)];

  /* Owned References */
  GramSession *session;
  char *email;

  GramRole role;
};

G_DEFINE_FINAL_TYPE (GramRoleDialog, gram_role_dialog, ADW_TYPE_DIALOG)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GramRole
chosen (GramRoleDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (gtk_check_button_get_active (self->buttons[i]))
      return choices[i].role;

  return self->role;
}

static void
toggled_cb (GramRoleDialog *self)
{
  gtk_widget_set_sensitive (self->change_button, chosen (self) != self->role);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRoleDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);
  if (self->change_button == NULL)
    return;

  if (outcome != GRAM_OUTCOME_DONE)
    {
      gtk_widget_set_sensitive (self->change_button, TRUE);
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Role changed"));
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
change_cb (GramRoleDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_assert (GRAM_IS_ROLE_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->change_button))
    return;

  g_variant_dict_insert (&dict, "person", "s", self->email);
  g_variant_dict_insert (&dict, "role", "s", gram_word_for ("role", (int)chosen (self)));
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->change_button, FALSE);
  gram_session_perform_async (self->session, "user.set-role", g_variant_dict_end (&dict), NULL,
                              NULL, NULL, changed_cb, g_object_ref (self));
}

static void
gram_role_dialog_dispose (GObject *object)
{
  GramRoleDialog *self = (GramRoleDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ROLE_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->email, g_free);

  G_OBJECT_CLASS (gram_role_dialog_parent_class)->dispose (object);
}

static void
gram_role_dialog_class_init (GramRoleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_role_dialog_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-role-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRoleDialog, change_button);
  gtk_widget_class_bind_template_child (widget_class, GramRoleDialog, roles_group);
  gtk_widget_class_bind_template_child (widget_class, GramRoleDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
gram_role_dialog_init (GramRoleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char *title = gram_role_title (choices[i].role);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons[0]);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choices[i].sentence));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      gram_pressable_install (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->roles_group, row);
      self->buttons[i] = GTK_CHECK_BUTTON (button);
    }
}

AdwDialog *
gram_role_dialog_new (GramSession *session, const char *email, const char *name, GramRole role)
{
  GramRoleDialog *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (email != NULL && name != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ROLE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->email = g_strdup (email);
  self->role = role;
  /* Translators: %s is the name of a person */
  text = g_strdup_printf (_ ("What %s is in the registry. It takes effect with their very next "
                             "command, in every open window."),
                          name);
  adw_preferences_group_set_description (self->roles_group, text);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].role == role)
      gtk_check_button_set_active (self->buttons[i], TRUE);

  return ADW_DIALOG (self);
}
