/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept-dialog.h"

#include "gram-acceptance.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

/* Rows shown below each other; the rest is found among the vehicles. */
#define MAX_ROWS 100

struct _GramAutoAcceptDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *turn_on_button;
  AdwPreferencesGroup *would_group;
  AdwActionRow *would_row;
  AdwSwitchRow *waiting_row;
  AdwPreferencesGroup *skipped_group;
  AdwStatusPage *failed_status;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;

  guint switches;
};

G_DEFINE_FINAL_TYPE (GramAutoAcceptDialog, gram_auto_accept_dialog, ADW_TYPE_DIALOG)

static void
show_failure (GramAutoAcceptDialog *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (refusal == NULL && gram_failure_is_cancelled (error))
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_sensitive (self->turn_on_button, FALSE);
}

static void
add_skipped (GramAutoAcceptDialog *self, AdwExpanderRow *expander, const GramRehearsalRow *skipped)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), skipped->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), skipped->model);
  adw_expander_row_add_row (expander, row);
}

/* One expander for each reason, with the first vehicles that it concerns. */
static void
add_reason (GramAutoAcceptDialog *self, const GramRehearsal *rehearsal, GramAutoReason reason)
{
  const char *sentence = gram_auto_reason_sentence (reason);
  g_autofree char *count = gram_format_count (rehearsal->n_by_reason[reason]);
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (count);
  guint shown = 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), sentence);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), label);
  for (guint i = 0; i < rehearsal->skipped->len && shown < MAX_ROWS; i++)
    {
      const GramRehearsalRow *row = rehearsal->skipped->pdata[i];

      if (g_str_equal (row->reason, sentence))
        {
          add_skipped (self, ADW_EXPANDER_ROW (expander), row);
          shown++;
        }
    }
  gtk_widget_set_sensitive (expander, TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (expander), shown > 0);
  adw_preferences_group_add (self->skipped_group, expander);
}

static void
show_rehearsal (GramAutoAcceptDialog *self, const GramRehearsal *rehearsal)
{
  g_autofree char *would = gram_format_count (rehearsal->would_accept);
  g_autofree char *title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s waiting vehicle would be accepted",
                                      "%s waiting vehicles would be accepted",
                                      (gulong)rehearsal->would_accept),
                         would);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->would_row), title);
  if (rehearsal->units != rehearsal->would_accept)
    {
      g_autofree char *units = gram_format_count (rehearsal->units);
      /* Translators: %s is a number */
      g_autofree char *subtitle = g_strdup_printf (_ ("They stand for %s cars"), units);

      adw_action_row_set_subtitle (self->would_row, subtitle);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->waiting_row), rehearsal->would_accept > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->skipped_group), rehearsal->n_skipped > 0);
  for (guint reason = 1; reason < GRAM_AUTO_REASON_N; reason++)
    if (rehearsal->n_by_reason[reason] > 0)
      add_reason (self, rehearsal, (GramAutoReason)reason);
  gtk_widget_set_sensitive (self->turn_on_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "rehearsal");
}

static void
rehearsed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAutoAcceptDialog) self = user_data;
  g_autoptr (GramRehearsal) rehearsal = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  rehearsal = gram_session_rehearse_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->cancellable == NULL)
    return;

  if (rehearsal != NULL)
    show_rehearsal (self, rehearsal);
  else
    show_failure (self, refusal, error);
}

static void
turned_on_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAutoAcceptDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 accepted = 0;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      show_failure (self, refusal, error);
      return;
    }

  if (value != NULL)
    g_variant_lookup (value, "accepted", "x", &accepted);
  if (accepted > 0)
    {
      g_autofree char *count = gram_format_count (accepted);

      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "Auto-accept is on; %s vehicle was accepted",
                                           "Auto-accept is on; %s vehicles were accepted",
                                           (gulong)accepted),
                              count);
    }
  else
    {
      text = g_strdup (_ ("Auto-accept is on"));
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
turn_on_cb (GramAutoAcceptDialog *self)
{
  g_autofree const char **words = NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GramAccount *account;

  g_assert (GRAM_IS_AUTO_ACCEPT_DIALOG (self));

  account = gram_session_get_account (self->session);
  if (account == NULL)
    return;

  words = gram_words_of_set ("auto-accept", self->switches);
  g_variant_builder_add (&builder, "{sv}", "account",
                         g_variant_new_string (gram_account_get_number (account)));
  g_variant_builder_add (&builder, "{sv}", "switches", g_variant_new_strv (words, -1));
  g_variant_builder_add (&builder, "{sv}", "include-waiting",
                         g_variant_new_boolean (
                             adw_switch_row_get_active (self->waiting_row)
                             && gtk_widget_get_sensitive (GTK_WIDGET (self->waiting_row))));
  gtk_widget_set_sensitive (self->turn_on_button, FALSE);
  gram_session_perform_async (self->session, "account.set-auto-accept",
                              g_variant_builder_end (&builder), NULL, NULL, self->cancellable,
                              turned_on_cb, g_object_ref (self));
}

static void
gram_auto_accept_dialog_dispose (GObject *object)
{
  GramAutoAcceptDialog *self = (GramAutoAcceptDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_AUTO_ACCEPT_DIALOG);

  G_OBJECT_CLASS (gram_auto_accept_dialog_parent_class)->dispose (object);
}

static void
gram_auto_accept_dialog_class_init (GramAutoAcceptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_auto_accept_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/overview/gram-auto-accept-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, turn_on_button);
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, would_group);
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, would_row);
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, waiting_row);
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, skipped_group);
  gtk_widget_class_bind_template_child (widget_class, GramAutoAcceptDialog, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, turn_on_cb);
}

static void
gram_auto_accept_dialog_init (GramAutoAcceptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
gram_auto_accept_dialog_new (GramSession *session, guint switches)
{
  GramAutoAcceptDialog *self = g_object_new (GRAM_TYPE_AUTO_ACCEPT_DIALOG, NULL);

  g_return_val_if_fail (GRAM_IS_SESSION (session), ADW_DIALOG (self));

  self->session = g_object_ref (session);
  self->switches = switches;
  gram_session_rehearse_async (session, switches, self->cancellable, rehearsed_cb,
                               g_object_ref (self));

  return ADW_DIALOG (self);
}
