/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-decision-dialog.h"

#include "gram-command.h"
#include "gram-decision-fields.h"
#include "gram-discard.h"
#include "gram-effects-grid.h"
#include "gram-effects.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* The fields of the decision, and the reference of the document. */
#define MAX_ROWS (GRAM_DECISION_MAX_FIELDS + 1)

struct _GramDecisionDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *send_button;
  AdwPreferencesGroup *lead_group;
  AdwActionRow *recorded_row;
  AdwPreferencesGroup *fields_group;
  GramEffectsGrid *effects_grid;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  char *number;

  const GramDecision *decision;
  GramDecisionField fields[MAX_ROWS];
  GtkWidget *rows[MAX_ROWS];
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (GramDecisionDialog, gram_decision_dialog, ADW_TYPE_DIALOG)

static void
show_refusal (GramDecisionDialog *self, const char *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->refusal_label), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
changed_cb (GramDecisionDialog *self, gpointer unused, GtkWidget *row)
{
  gboolean empty = TRUE;

  g_assert (GRAM_IS_DECISION_DIALOG (self));

  for (guint i = 0; i < self->n_rows; i++)
    empty = empty && gram_decision_field_is_empty (&self->fields[i], self->rows[i]);
  adw_dialog_set_can_close (ADW_DIALOG (self), empty);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDecisionDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GVariant) answer = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &answer, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  gram_decision_get_done (self->decision, answer));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->send_button == NULL)
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->send_button, TRUE);
  show_refusal (self, sentence);
}

static GVariant *
read_arguments (GramDecisionDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GtkWidget *wrong = NULL;

  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  for (guint i = 0; i < self->n_rows; i++)
    {
      GVariant *value = NULL;

      if (!gram_decision_field_read (&self->fields[i], self->rows[i], &value) && wrong == NULL)
        wrong = self->rows[i];
      if (value != NULL)
        g_variant_builder_add (&builder, "{sv}", self->fields[i].argument, value);
    }
  if (wrong == NULL)
    return g_variant_builder_end (&builder);

  g_variant_builder_clear (&builder);
  gtk_widget_grab_focus (wrong);

  return NULL;
}

static void
send_cb (GramDecisionDialog *self)
{
  GVariant *arguments;

  g_assert (GRAM_IS_DECISION_DIALOG (self));

  if (self->decision == NULL || !gtk_widget_get_sensitive (self->send_button))
    return;

  arguments = read_arguments (self);
  if (arguments == NULL)
    return;

  show_refusal (self, NULL);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  gram_session_perform_async (self->session, self->decision->command, arguments, NULL, NULL, NULL,
                              sent_cb, g_object_ref (self));
}

static void
add_field (GramDecisionDialog *self, const GramDecisionField *field)
{
  GtkWidget *row = gram_decision_field_row_new (field);

  g_assert (self->n_rows < MAX_ROWS);

  self->fields[self->n_rows] = *field;
  self->rows[self->n_rows++] = row;
  gram_decision_field_connect_changed (row, G_CALLBACK (changed_cb), self);
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
add_reference (GramDecisionDialog *self, const GramCommand *command)
{
  gboolean own = gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN;
  const GramDecisionField field = {
    .argument = "reference",
    .title = own ? N_ ("Reference of the _Document") : N_ ("Reference of the _Document (Optional)"),
    .input = GRAM_DECISION_LINE,
    .needed = own ? N_ ("Enter the reference of the document that says so.") : NULL,
  };

  gtk_widget_set_visible (GTK_WIDGET (self->recorded_row), own && command->decision);
  if (takes (command, "reference"))
    add_field (self, &field);
}

static guint
state_index (GramAccountState state)
{
  return (guint)g_bit_nth_lsf (state, -1);
}

static void
fill_effects (GramDecisionDialog *self, const GramAccountDetail *detail)
{
  GramAccountState after
      = self->decision->after != 0 ? self->decision->after : self->decision->may_lead_to;
  GramScheme scheme
      = detail->account->kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;

  gtk_widget_set_visible (GTK_WIDGET (self->effects_grid), after != 0);
  if (after == 0)
    return;

  gram_effects_grid_set (self->effects_grid, scheme, detail->effects[state_index (detail->state)],
                         detail->effects[state_index (after)]);
  if (self->decision->may_lead_to == 0)
    return;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->effects_grid),
                                   after == GRAM_ACCOUNT_CLOSED
                                       ? _ ("If It Comes to a Closing")
                                       : _ ("If It Comes to a Suspension"));
}

static void
fill (GramDecisionDialog *self, const GramAccountDetail *detail)
{
  const GramDecision *decision = self->decision;
  const GramCommand *command = gram_command_find (decision->command);

  adw_dialog_set_title (ADW_DIALOG (self), _ (decision->title));
  gtk_button_set_label (GTK_BUTTON (self->send_button), _ (decision->verb));
  gtk_widget_add_css_class (self->send_button,
                            decision->destructive ? "destructive-action" : "suggested-action");
  adw_preferences_group_set_description (self->lead_group, _ (decision->lead));
  for (guint i = 0; decision->fields[i].argument != NULL; i++)
    add_field (self, &decision->fields[i]);
  if (command != NULL)
    add_reference (self, command);
  gtk_widget_set_visible (GTK_WIDGET (self->fields_group), self->n_rows > 0);
  adw_dialog_set_focus (ADW_DIALOG (self), self->n_rows > 0 ? self->rows[0] : self->send_button);
  fill_effects (self, detail);
}

static void
gram_decision_dialog_dispose (GObject *object)
{
  GramDecisionDialog *self = (GramDecisionDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_DECISION_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->number, g_free);
  self->n_rows = 0;

  G_OBJECT_CLASS (gram_decision_dialog_parent_class)->dispose (object);
}

static void
gram_decision_dialog_class_init (GramDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_decision_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_discard_ask;

  g_type_ensure (GRAM_TYPE_EFFECTS_GRID);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramDecisionDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramDecisionDialog, lead_group);
  gtk_widget_class_bind_template_child (widget_class, GramDecisionDialog, recorded_row);
  gtk_widget_class_bind_template_child (widget_class, GramDecisionDialog, fields_group);
  gtk_widget_class_bind_template_child (widget_class, GramDecisionDialog, effects_grid);
  gtk_widget_class_bind_template_child (widget_class, GramDecisionDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
gram_decision_dialog_init (GramDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_decision_dialog_new (GramSession *session,
                          const char *command,
                          const GramAccountDetail *detail)
{
  GramDecisionDialog *self;
  const GramDecision *decision = gram_decision_find (command);

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (decision != NULL, NULL);
  g_return_val_if_fail (detail != NULL, NULL);

  self = g_object_new (GRAM_TYPE_DECISION_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->number = g_strdup (detail->account->number);
  self->decision = decision;
  fill (self, detail);

  return ADW_DIALOG (self);
}
