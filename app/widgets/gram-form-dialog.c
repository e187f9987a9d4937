/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-form-dialog.h"

#include "gram-command.h"
#include "gram-discard.h"
#include "gram-form.h"

#include <glib/gi18n-lib.h>

/* The fields of the form, and the reference of the document. */
#define MAX_ROWS (GRAM_FORM_MAX_FIELDS + 1)

struct _GramFormDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *send_button;
  AdwPreferencesPage *preferences_page;
  AdwPreferencesGroup *lead_group;
  AdwActionRow *recorded_row;
  AdwPreferencesGroup *fields_group;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GVariant *arguments;

  GramForm form;
  GramFormField fields[MAX_ROWS];
  GtkWidget *rows[MAX_ROWS];
  char *given[MAX_ROWS]; /* what the program filled in, NULL nothing */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (GramFormDialog, gram_form_dialog, ADW_TYPE_DIALOG)

enum
{
  CHANGED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_as_given (GramFormDialog *self, guint i)
{
  g_autofree char *text = NULL;

  if (self->given[i] == NULL)
    return gram_form_field_is_empty (&self->fields[i], self->rows[i]);

  text = gram_form_field_dup_text (&self->fields[i], self->rows[i]);

  return g_str_equal (text, self->given[i]);
}

/* What was typed is not thrown away without a question. */
static void
changed_cb (GramFormDialog *self, gpointer unused, GtkWidget *row)
{
  gboolean as_given = TRUE;

  g_assert (GRAM_IS_FORM_DIALOG (self));

  for (guint i = 0; i < self->n_rows; i++)
    as_given = as_given && is_as_given (self, i);
  adw_dialog_set_can_close (ADW_DIALOG (self), as_given);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramFormDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &answer, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      if (self->form.done != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ (self->form.done));
      g_signal_emit (self, signals[DONE], 0, answer);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->send_button == NULL)
    return;

  gtk_widget_set_sensitive (self->send_button, TRUE);
  gram_form_refuse (self->refusal_label, refusal, error);
}

static GVariant *
read_arguments (GramFormDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (self->arguments);
  GtkWidget *wrong = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      GVariant *value = NULL;

      if (!gram_form_field_read (&self->fields[i], self->rows[i], &value) && wrong == NULL)
        wrong = self->rows[i];
      if (value != NULL)
        g_variant_dict_insert_value (&dict, self->fields[i].argument, value);
    }
  if (wrong == NULL)
    return g_variant_dict_end (&dict);

  gtk_widget_grab_focus (wrong);

  return NULL;
}

static void
send_cb (GramFormDialog *self)
{
  GVariant *arguments;

  g_assert (GRAM_IS_FORM_DIALOG (self));

  if (self->session == NULL || !gtk_widget_get_sensitive (self->send_button))
    return;

  arguments = read_arguments (self);
  if (arguments == NULL)
    return;

  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  gram_session_perform_async (self->session, self->form.command, arguments, NULL, NULL, NULL,
                              sent_cb, g_object_ref (self));
}

static void
add_field (GramFormDialog *self, const GramFormField *field)
{
  GtkWidget *row = gram_form_field_row_new (field);

  g_assert (self->n_rows < MAX_ROWS);

  self->fields[self->n_rows] = *field;
  self->rows[self->n_rows++] = row;
  gram_form_field_connect_changed (row, G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->fields_group, row);
}

static gboolean
takes (const GramCommand *command, const char *name)
{
  const GramArgument *argument = NULL;

  while ((argument = gram_command_next_argument (command, argument)) != NULL)
    if (g_str_equal (argument->name, name))
      return TRUE;

  return FALSE;
}

/* In a registry of one's own the decision was made elsewhere; here it is recorded. */
static void
add_reference (GramFormDialog *self, const GramCommand *command)
{
  gboolean own = gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN;
  const GramFormField field = {
    .argument = "reference",
    .title = own ? N_ ("Reference of the _Document") : N_ ("Reference of the _Document (Optional)"),
    .input = GRAM_FORM_LINE,
    .needed = own ? N_ ("Enter the reference of the document that says so.") : NULL,
  };

  gtk_widget_set_visible (GTK_WIDGET (self->recorded_row), own && command->decision);
  for (guint i = 0; i < self->n_rows; i++)
    if (g_str_equal (self->fields[i].argument, "reference"))
      return;
  if (takes (command, "reference"))
    add_field (self, &field);
}

static void
fill (GramFormDialog *self)
{
  const GramForm *form = &self->form;
  const GramCommand *command = gram_command_find (form->command);

  adw_dialog_set_title (ADW_DIALOG (self), _ (form->title));
  gtk_button_set_label (GTK_BUTTON (self->send_button), _ (form->verb));
  gtk_widget_add_css_class (self->send_button,
                            form->destructive ? "destructive-action" : "suggested-action");
  adw_preferences_group_set_description (self->lead_group,
                                         form->lead != NULL ? _ (form->lead) : NULL);
  for (guint i = 0; form->fields != NULL && form->fields[i].argument != NULL; i++)
    add_field (self, &form->fields[i]);
  if (command != NULL)
    add_reference (self, command);
  gtk_widget_set_visible (GTK_WIDGET (self->fields_group), self->n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lead_group),
                          form->lead != NULL
                              || gtk_widget_get_visible (GTK_WIDGET (self->recorded_row)));
  adw_dialog_set_focus (ADW_DIALOG (self), self->n_rows > 0 ? self->rows[0] : self->send_button);
}

static void
gram_form_dialog_dispose (GObject *object)
{
  GramFormDialog *self = (GramFormDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_FORM_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->arguments, g_variant_unref);
  for (guint i = 0; i < self->n_rows; i++)
    g_clear_pointer (&self->given[i], g_free);
  self->n_rows = 0;

  G_OBJECT_CLASS (gram_form_dialog_parent_class)->dispose (object);
}

static void
gram_form_dialog_class_init (GramFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_form_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_discard_ask;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", GRAM_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramFormDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramFormDialog, preferences_page);
  gtk_widget_class_bind_template_child (widget_class, GramFormDialog, lead_group);
  gtk_widget_class_bind_template_child (widget_class, GramFormDialog, recorded_row);
  gtk_widget_class_bind_template_child (widget_class, GramFormDialog, fields_group);
  gtk_widget_class_bind_template_child (widget_class, GramFormDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
gram_form_dialog_init (GramFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_form_dialog_new (GramSession *session, const GramForm *form, GVariant *arguments)
{
  GramFormDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (form != NULL && form->command != NULL, NULL);

  self = g_object_new (GRAM_TYPE_FORM_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->arguments = arguments != NULL ? g_variant_ref_sink (arguments) : NULL;
  self->form = *form;
  fill (self);

  return ADW_DIALOG (self);
}

void
gram_form_dialog_add_group (GramFormDialog *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (GRAM_IS_FORM_DIALOG (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  adw_preferences_page_add (self->preferences_page, group);
}

void
gram_form_dialog_add_lead (GramFormDialog *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (GRAM_IS_FORM_DIALOG (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  g_object_ref (self->fields_group);
  adw_preferences_page_remove (self->preferences_page, self->fields_group);
  adw_preferences_page_add (self->preferences_page, group);
  adw_preferences_page_add (self->preferences_page, self->fields_group);
  g_object_unref (self->fields_group);
}

/* -1: there is no such field. */
static int
find_field (GramFormDialog *self, const char *argument)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (g_str_equal (self->fields[i].argument, argument))
      return (int)i;

  return -1;
}

void
gram_form_dialog_set_text (GramFormDialog *self, const char *argument, const char *text)
{
  int i;

  g_return_if_fail (GRAM_IS_FORM_DIALOG (self));
  g_return_if_fail (argument != NULL);

  i = find_field (self, argument);
  g_return_if_fail (i >= 0);

  g_free (self->given[i]);
  self->given[i] = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  gram_form_field_set_text (&self->fields[i], self->rows[i], text);
}

char *
gram_form_dialog_dup_text (GramFormDialog *self, const char *argument)
{
  int i;

  g_return_val_if_fail (GRAM_IS_FORM_DIALOG (self), NULL);
  g_return_val_if_fail (argument != NULL, NULL);

  i = find_field (self, argument);

  return i >= 0 ? gram_form_field_dup_text (&self->fields[i], self->rows[i]) : g_strdup ("");
}
