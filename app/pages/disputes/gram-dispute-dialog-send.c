/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-dialog-private.h"

#include "gram-discard.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

static void
set_working (GramDisputeDialog *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_visible (self->spinner, working);
  gtk_widget_set_sensitive (self->send_button, !working);
}

static void
finish (GramDisputeDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", self->done_text);
  g_signal_emit_by_name (self, "opened");
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* The case is there and some files are not: it goes on with the files alone. */
static void
show_left_files (GramDisputeDialog *self, guint n_refused)
{
  GtkWidget *const groups[]
      = { self->vehicles_group, self->kind_group,    GTK_WIDGET (self->value_group),
          self->not_ours_group, self->missing_group, self->why_group,
          self->details_group };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_visible (groups[i], FALSE);
  /* Translators: %1$s is a sentence such as “Dispute opened” */
  text = g_strdup_printf (
      ngettext ("%1$s. %2$u file could not be attached: replace or remove it.",
                "%1$s. %2$u files could not be attached: replace or remove them.", n_refused),
      self->done_text, n_refused);
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->send_button), _ ("_Done"));
  gram_evidence_set_case (self->evidence, self->account, self->case_id, FALSE);
}

static void
attached_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeDialog) self = user_data;
  guint n_refused = gram_evidence_attach_finish (GRAM_EVIDENCE (object), result);

  set_working (self, FALSE);
  if (n_refused == 0)
    finish (self);
  else
    show_left_files (self, n_refused);
}

/* Numbers of the cases that were opened, as the two commands answer. */
static GArray *
list_cases (GVariant *value)
{
  GArray *cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GVariant) many = g_variant_lookup_value (value, "cases", G_VARIANT_TYPE ("ax"));
  gint64 one;

  if (many != NULL)
    {
      gsize n = 0;
      const gint64 *ids = g_variant_get_fixed_array (many, &n, sizeof (gint64));

      g_array_append_vals (cases, ids, (guint)n);
    }
  else if (g_variant_lookup (value, "case", "x", &one))
    g_array_append_val (cases, one);

  return cases;
}

static char *
dup_done_text (GramDisputeDialog *self, const GArray *cases)
{
  g_autofree char *number = gram_format_count (cases->len);

  if (self->correction)
    return g_strdup (_ ("Correction asked for"));

  return g_strdup_printf (ngettext ("%s dispute opened", "%s disputes opened", cases->len), number);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) cases = NULL;

  set_working (self, FALSE);
  if (gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  cases = list_cases (value);
  g_set_str (&self->done_text, NULL);
  self->done_text = dup_done_text (self, cases);
  self->case_id = cases->len > 0 ? g_array_index (cases, gint64, 0) : 0;
  if (cases->len == 0 || gram_evidence_get_n_waiting (self->evidence) == 0)
    {
      finish (self);
      return;
    }

  set_working (self, TRUE);
  gram_evidence_attach_async (self->evidence, self->account, (const gint64 *)cases->data,
                              cases->len, self->cancellable, attached_cb, g_object_ref (self));
}

static GVariant *
arguments_of (GramDisputeDialog *self)
{
  GramAccount *account = gram_session_find_account (self->session, self->account);
  g_autoptr (GVariant) chosen = NULL;
  g_auto (GVariantDict) arguments = { 0 };

  if (self->choice != NULL && !self->correction && account != NULL)
    chosen = g_variant_ref_sink (gram_vehicle_choice_to_arguments (self->choice, account, FALSE));
  g_variant_dict_init (&arguments, chosen);
  g_variant_dict_insert (&arguments, "account", "s", self->account);
  if (self->correction)
    g_variant_dict_insert (&arguments, "vehicle", "x", self->file->record->id);
  else if (self->choice != NULL && self->file == NULL)
    {
      g_variant_dict_insert (&arguments, "shared", "b",
                             adw_switch_row_get_active (self->shared_row));
      g_variant_dict_insert (&arguments, "skip", "b", TRUE);
    }
  _gram_dispute_dialog_form_take (self, &arguments);

  return g_variant_dict_end (&arguments);
}

static void
send_cb (GramDisputeDialog *self)
{
  g_assert (GRAM_IS_DISPUTE_DIALOG (self));

  if (self->working || !gtk_widget_get_sensitive (self->send_button))
    return;
  if (self->done_text != NULL)
    {
      finish (self);
      return;
    }

  gram_form_refuse (self->refusal_label, NULL, NULL);
  if (!_gram_dispute_dialog_form_check (self))
    return;

  set_working (self, TRUE);
  gram_session_perform_async (self->session, self->correction ? "correction.open" : "dispute.open",
                              arguments_of (self), NULL, NULL, self->cancellable, opened_cb,
                              g_object_ref (self));
}

/* While it works, Cancel gives up what is under way. */
static void
cancel_cb (GramDisputeDialog *self)
{
  g_assert (GRAM_IS_DISPUTE_DIALOG (self));

  if (self->working)
    {
      g_cancellable_cancel (self->cancellable);
      g_set_object (&self->cancellable, NULL);
      self->cancellable = g_cancellable_new ();
    }
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
close_attempt (AdwDialog *dialog)
{
  GramDisputeDialog *self = GRAM_DISPUTE_DIALOG (dialog);

  if (self->working)
    return;
  if (self->done_text != NULL)
    finish (self);
  else if (_gram_dispute_dialog_form_is_filled (self)
           || gram_evidence_get_n_waiting (self->evidence) > 0)
    gram_discard_ask (dialog);
  else
    adw_dialog_force_close (dialog);
}

void
_gram_dispute_dialog_send_class_init (GtkWidgetClass *widget_class)
{
  ADW_DIALOG_CLASS (widget_class)->close_attempt = close_attempt;

  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}
