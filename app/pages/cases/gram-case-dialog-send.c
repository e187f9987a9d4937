/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-dialog.h"

#include "gram-case-dialog-private.h"
#include "gram-form-fields.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-questions-cases.h"
#include "gram-session-cases.h"

#include <glib/gi18n-lib.h>

static gboolean
read_rows (GramCaseDialog *self, GVariantDict *dict)
{
  GtkWidget *wrong = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      GVariant *value = NULL;

      if (!gram_form_field_read (&self->fields[i], self->rows[i], &value) && wrong == NULL)
        wrong = self->rows[i];
      if (value != NULL)
        g_variant_dict_insert_value (dict, self->fields[i].argument, value);
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);

  return wrong == NULL;
}

static gboolean
read_person (GramCaseDialog *self, GVariantDict *dict)
{
  guint selected;

  if (self->person_row == NULL)
    return TRUE;

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->person_row));
  if (self->persons == NULL || selected == 0 || selected > self->persons->len)
    {
      gram_form_set_error (self->person_row, _ ("Choose who gets it."));
      gtk_widget_grab_focus (self->person_row);
      return FALSE;
    }

  gram_form_set_error (self->person_row, NULL);
  g_variant_dict_insert (
      dict, "person", "s",
      ((const GramPersonRecord *)g_ptr_array_index (self->persons, selected - 1))->email);

  return TRUE;
}

static GVariant *
cases_variant (GramCaseDialog *self)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->cases->data, self->cases->len,
                                    sizeof (gint64));
}

GVariant *
_gram_case_dialog_read (GramCaseDialog *self, gboolean complete)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  _gram_case_dialog_read_values (self, &dict);
  if (complete && (!read_person (self, &dict) || !read_rows (self, &dict)))
    return NULL;

  if (self->verb->account && self->account != NULL)
    g_variant_dict_insert (&dict, "account", "s", self->account);
  if (self->verb->one)
    g_variant_dict_insert (&dict, "case", "x", g_array_index (self->cases, gint64, 0));
  else if (!self->verb->account || self->account != NULL)
    g_variant_dict_insert_value (&dict, "cases", cases_variant (self));
  if (complete && self->digest != NULL)
    g_variant_dict_insert (&dict, "expect", "s", self->digest);

  return g_variant_dict_end (&dict);
}

/* The button waits for a preview: what is applied is what was shown. */
static void
set_ready (GramCaseDialog *self, gboolean ready, const char *reason)
{
  gtk_widget_set_sensitive (self->send_button, ready);
  gtk_widget_set_tooltip_text (self->send_button, reason);
}

static void
consequences_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GramConsequences) consequences
      = gram_session_consequences_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Asked for anew in the meantime, or closed. */
  if (self->send_button == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking
      || gram_failure_is_cancelled (error))
    return;

  if (consequences == NULL)
    sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  g_clear_pointer (&self->digest, g_free);
  if (consequences != NULL)
    self->digest = g_strdup (consequences->digest);
  gram_consequences_group_show (self->consequences_group, consequences, sentence);
  set_ready (self, consequences != NULL, sentence);
  /* The first answer: one key does it. */
  if (consequences != NULL && !self->previewed && !self->edited)
    gtk_widget_grab_focus (self->send_button);
  self->previewed = TRUE;
}

static void
preview_cb (gpointer user_data)
{
  GramCaseDialog *self = user_data;

  self->preview_source = 0;
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_consequences_async (self->session, self->verb->command,
                                   _gram_case_dialog_read (self, FALSE), self->asking,
                                   consequences_cb, g_object_ref (self));
}

void
_gram_case_dialog_queue_preview (GramCaseDialog *self, guint delay_ms)
{
  if ((self->verb->extras & GRAM_CASE_EXTRA_PREVIEW) == 0 || self->account == NULL)
    return;

  if (delay_ms > 0)
    {
      self->edited = TRUE;
      _gram_case_dialog_edited (self);
    }
  set_ready (self, FALSE, NULL);
  gram_consequences_group_wait (self->consequences_group);
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add_once (delay_ms, preview_cb, self);
}

static void
stop_sending (GramCaseDialog *self)
{
  g_clear_object (&self->sending);
  gtk_widget_set_visible (self->progress_bar, FALSE);
  set_ready (self, TRUE, NULL);
  _gram_case_dialog_edited (self);
}

static void
finish (GramCaseDialog *self, const char *toast)
{
  g_object_ref (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
  adw_dialog_force_close (ADW_DIALOG (self));
  /* What comes next gets the focus, not what had it before the dialog. */
  g_signal_emit_by_name (self, "done");
  g_object_unref (self);
}

/* The registry has moved on since the preview: the new one is shown, and nothing was done. */
static void
show_again (GramCaseDialog *self, const GramRefusal *refusal)
{
  gram_form_refuse (self->refusal_label, refusal, NULL);
  _gram_case_dialog_queue_preview (self, 0);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);

  if (self->send_button == NULL)
    return;

  stop_sending (self);
  if (outcome == GRAM_OUTCOME_DONE)
    finish (self, _ (self->verb->done));
  else if (refusal != NULL && g_str_equal (refusal->id, "decision.changed"))
    show_again (self, refusal);
  else
    gram_form_refuse (self->refusal_label, refusal, error);
}

/* The first refusal stands for the others; they are mostly the same. */
static char *
dup_report (const GramCasesReport *report)
{
  g_autofree char *done = gram_format_count (report->n_done);
  g_autofree char *rest = gram_format_count (report->n_refused + report->n_left);
  g_autofree char *counts = NULL;

  /* Translators: so many cases were decided, so many were not */
  counts = g_strdup_printf (_ ("%s done, %s not."), done, rest);
  for (guint i = 0; i < report->parts->len; i++)
    {
      const GramCasesPart *part = g_ptr_array_index (report->parts, i);

      if (part->refusal != NULL)
        /* Translators: how many, the holder of the first account that was refused, and why */
        return g_strdup_printf (_ ("%s %s: %s"), counts, part->holder, part->refusal->message);
    }

  return g_strdup_printf ("%s %s", counts, report->failure != NULL ? report->failure : "");
}

static void
sent_many_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramCasesReport) report
      = gram_session_perform_cases_finish (GRAM_SESSION (object), result, &refusal, &error);
  g_autofree char *text = NULL;

  if (self->send_button == NULL)
    return;

  stop_sending (self);
  if (report == NULL)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }
  if (report->n_refused + report->n_left == 0)
    {
      g_autofree char *number = gram_format_count (report->n_done);

      text = g_strdup_printf (ngettext ("%s case is decided", "%s cases are decided",
                                        (gulong)report->n_done),
                              number);
      finish (self, text);
      return;
    }

  text = dup_report (report);
  gtk_label_set_text (self->refusal_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->refusal_label), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  GramCaseDialog *self = user_data;

  if (self->progress_bar != NULL && total > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar),
                                   (double)MIN (done, total) / (double)total);
}

void
_gram_case_dialog_send (GramCaseDialog *self)
{
  GVariant *arguments = _gram_case_dialog_read (self, TRUE);

  if (arguments == NULL)
    return;

  gram_form_refuse (self->refusal_label, NULL, NULL);
  set_ready (self, FALSE, NULL);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  self->sending = g_cancellable_new ();
  if (!self->verb->account || self->account != NULL)
    {
      gram_session_perform_async (self->session, self->verb->command, arguments, NULL, NULL,
                                  self->sending, sent_cb, g_object_ref (self));
      return;
    }

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), 0);
  gtk_widget_set_visible (self->progress_bar, TRUE);
  gram_session_perform_cases_async (self->session, self->verb->command, self->cases, arguments,
                                    progress_cb, self, self->sending, sent_many_cb,
                                    g_object_ref (self));
}
