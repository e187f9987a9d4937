/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-dialog.h"

#include "gram-account-conditions.h"
#include "gram-closing-texts.h"
#include "gram-discard.h"
#include "gram-effects-grid.h"
#include "gram-effects.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-sign-dialog.h"
#include "gram-text-row.h"

#include <glib/gi18n-lib.h>

struct _GramClosingDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *send_button;
  AdwPreferencesGroup *lead_group;
  AdwActionRow *recorded_row;
  GramChecklist *checklist;
  AdwPreferencesGroup *credits_group;
  AdwActionRow *credits_row;
  AdwEntryRow *amount_row;
  GramTextRow *reason_row;
  AdwEntryRow *reference_row;
  GramEffectsGrid *effects_grid;
  GtkLabel *refusal_label;
  AdwStatusPage *failed_status;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  GramClosingChecklist *needs;
  char *number;
  gint64 account_id;

  gboolean requests;
};

G_DEFINE_FINAL_TYPE (GramClosingDialog, gram_closing_dialog, ADW_TYPE_DIALOG)

static void
show_refusal (GramClosingDialog *self, const char *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->refusal_label), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
changed_cb (GramClosingDialog *self)
{
  g_autofree char *amount = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  g_assert (GRAM_IS_CLOSING_DIALOG (self));

  gram_form_set_error (GTK_WIDGET (self->amount_row), NULL);
  gram_form_set_error (GTK_WIDGET (self->reason_row), NULL);
  gram_form_set_error (GTK_WIDGET (self->reference_row), NULL);
  amount = gram_form_dup_text (GTK_WIDGET (self->amount_row));
  reason = gram_text_row_dup_text (self->reason_row);
  reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  adw_dialog_set_can_close (ADW_DIALOG (self),
                            *amount == '\0' && *reason == '\0' && *reference == '\0');
}

static void
fix_cb (GramClosingDialog *self, const char *id)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *line = g_strdup (id);

  g_assert (GRAM_IS_CLOSING_DIALOG (self));

  adw_dialog_force_close (ADW_DIALOG (self));
  gram_closing_go_to_fix (root, line);
}

static void
fill_credits (GramClosingDialog *self)
{
  g_autofree char *amount = gram_format_decimal (self->needs->credits, 2, 2);
  /* Translators: %s is an amount of credits */
  g_autofree char *left = g_strdup_printf (_ ("%s g of credits are left"), amount);

  gtk_widget_set_visible (GTK_WIDGET (self->credits_group), self->needs->credits > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->credits_row), left);
}

static void
show_needs (GramClosingDialog *self)
{
  gram_closing_fill_checklist (self->checklist, self->needs);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->checklist),
      self->needs->ready ? _ ("All is done. The list is checked again when the account is closed.")
                         : _ ("What is not done has to be done first; each line leads there."));
  fill_credits (self);
  gtk_widget_set_sensitive (self->send_button, self->needs->ready);
  gtk_widget_set_tooltip_text (self->send_button, self->needs->ready
                                                      ? NULL
                                                      : _ ("The list has lines that are not done"));
  gtk_stack_set_visible_child_name (self->stack, "needs");
}

static void
needs_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramClosingDialog) self = user_data;
  g_autoptr (GramClosingChecklist) needs = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  needs = gram_session_closing_checklist_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->stack == NULL
      || (needs == NULL && refusal == NULL && gram_failure_is_cancelled (error)))
    return;

  if (needs != NULL)
    {
      g_clear_pointer (&self->needs, gram_closing_checklist_free);
      self->needs = g_steal_pointer (&needs);
      show_needs (self);
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
ask (GramClosingDialog *self)
{
  gram_session_closing_checklist_of_async (self->session, self->account_id, self->cancellable,
                                           needs_cb, g_object_ref (self));
}

/* Exactly the amount that is left, as somebody types it. */
static gboolean
amount_is_right (GramClosingDialog *self)
{
  g_autofree char *typed = gram_form_dup_text (GTK_WIDGET (self->amount_row));
  g_autofree char *shown = gram_format_decimal (self->needs->credits, 2, 2);

  return g_str_equal (typed, self->needs->credits_text) || g_str_equal (typed, shown);
}

static gboolean
check_amount (GramClosingDialog *self)
{
  g_autofree char *sentence = NULL;

  if (self->needs->credits == 0 || amount_is_right (self))
    return TRUE;

  /* Translators: %s is an amount of credits */
  sentence = g_strdup_printf (_ ("Type %s to have them deleted, or transfer them first."),
                              self->needs->credits_text);
  gram_form_set_error (GTK_WIDGET (self->amount_row), sentence);
  gtk_widget_grab_focus (GTK_WIDGET (self->amount_row));

  return FALSE;
}

static GVariant *
read_arguments (GramClosingDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *reason = gram_text_row_dup_text (self->reason_row);
  g_autofree char *reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  gboolean own = gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN;
  gboolean good = check_amount (self);

  if (*reason == '\0')
    gram_form_set_error (GTK_WIDGET (self->reason_row), _ ("Say why; it stands in the history."));
  if (!self->requests && own && *reference == '\0')
    gram_form_set_error (GTK_WIDGET (self->reference_row),
                         _ ("Enter the reference of the document that says so."));
  good = good && *reason != '\0' && (self->requests || !own || *reference != '\0');
  if (!good)
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }

  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  g_variant_builder_add (&builder, "{sv}", "reason", g_variant_new_string (reason));
  if (self->needs->credits > 0)
    g_variant_builder_add (&builder, "{sv}", "delete-credits",
                           g_variant_new_string (self->needs->credits_text));
  if (!self->requests && *reference != '\0')
    g_variant_builder_add (&builder, "{sv}", "reference", g_variant_new_string (reference));

  return g_variant_builder_end (&builder);
}

static void
signed_cb (GramClosingDialog *self, GVariant *value)
{
  gboolean pending = FALSE;

  g_assert (GRAM_IS_CLOSING_DIALOG (self));

  g_variant_lookup (value, "pending", "b", &pending);
  if (!pending)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Closing asked for"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
sign (GramClosingDialog *self, GVariant *arguments)
{
  AdwDialog *dialog = gram_sign_dialog_new (self->session, "account.request-closing", arguments,
                                            _ ("Close the Account"), _ ("_Sign and Ask"));
  g_autofree char *number = gram_format_account_number (self->number);

  gram_sign_dialog_set_explanation (
      GRAM_SIGN_DIALOG (dialog),
      _ ("You ask the administrator to close this account. Until it is closed you can withdraw; after that it cannot "
         "be opened again."));
  gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog), _ ("Account"), number);
  if (self->needs->credits > 0)
    {
      g_autofree char *amount = gram_format_decimal (self->needs->credits, 2, 2);
      /* Translators: %s is an amount of credits */
      g_autofree char *text = g_strdup_printf (_ ("%s g"), amount);

      gram_sign_dialog_add_line (GRAM_SIGN_DIALOG (dialog), _ ("Credits to be deleted"), text);
    }
  gram_sign_dialog_set_destructive (GRAM_SIGN_DIALOG (dialog));
  g_signal_connect_object (dialog, "done", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramClosingDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Account closed"));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->stack == NULL)
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->send_button, TRUE);
  show_refusal (self, sentence);
}

static void
send_cb (GramClosingDialog *self)
{
  GVariant *arguments;

  g_assert (GRAM_IS_CLOSING_DIALOG (self));

  if (self->needs == NULL || !gtk_widget_get_sensitive (self->send_button))
    return;

  show_refusal (self, NULL);
  arguments = read_arguments (self);
  if (arguments == NULL)
    return;
  if (self->requests)
    {
      sign (self, arguments);
      return;
    }

  gtk_widget_set_sensitive (self->send_button, FALSE);
  gram_session_perform_async (self->session, "account.close", arguments, NULL, NULL, NULL,
                              closed_cb, g_object_ref (self));
}

static void
gram_closing_dialog_dispose (GObject *object)
{
  GramClosingDialog *self = (GramClosingDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CLOSING_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->needs, gram_closing_checklist_free);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (gram_closing_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, lead_group);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, recorded_row);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, checklist);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, credits_group);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, credits_row);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, effects_grid);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramClosingDialog, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
}

static void
gram_closing_dialog_class_init (GramClosingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_closing_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_discard_ask;

  g_type_ensure (GRAM_TYPE_CHECKLIST);
  g_type_ensure (GRAM_TYPE_EFFECTS_GRID);
  g_type_ensure (GRAM_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-closing-dialog.ui");
  bind_template (widget_class);
}

static void
gram_closing_dialog_init (GramClosingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/* The same dialog for who asks and for who decides. */
static void
fill (GramClosingDialog *self, const GramAccountDetail *detail)
{
  gboolean own = gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN;
  GramScheme scheme
      = detail->account->kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;

  gtk_button_set_label (GTK_BUTTON (self->send_button),
                        self->requests ? _ ("_Ask to Close…") : _ ("_Close Account"));
  adw_preferences_group_set_description (
      self->lead_group,
      self->requests
          ? _ ("The holder can ask for the account to be closed; the administrator closes it. A closed account stays "
               "readable, cannot be opened again, and its number is never given to another.")
          : _ ("A closed account stays readable, cannot be opened again, and its number is never given to another. "
               "Invitations, the hand-over and requests that wait end with it."));
  gtk_widget_set_visible (GTK_WIDGET (self->recorded_row), !self->requests && own);
  gtk_widget_set_visible (GTK_WIDGET (self->reference_row), !self->requests);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reference_row),
                                 own ? _ ("Reference of the _Document")
                                     : _ ("Reference of the _Document (Optional)"));
  gram_effects_grid_set (self->effects_grid, scheme, gram_account_effects_now (detail),
                         detail->effects[self->requests ? 3 : 4]);
}

AdwDialog *
gram_closing_dialog_new (GramSession *session, const char *command, const GramAccountDetail *detail)
{
  GramClosingDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL && detail != NULL, NULL);

  self = g_object_new (GRAM_TYPE_CLOSING_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->number = g_strdup (detail->account->number);
  self->account_id = detail->account->id;
  self->requests = g_str_equal (command, "account.request-closing");
  fill (self, detail);
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
