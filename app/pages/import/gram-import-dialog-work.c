/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-dialog-private.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_ROWS 6

/* Settings that a look at the file depends on. */
static const char *const layout_properties[] = { "format", "encoding", "delimiter", NULL };

static void
begin (GramImportDialog *self, GramImportWorking working)
{
  g_assert (self->working == GRAM_IMPORT_IDLE);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->working = working;
  _gram_import_dialog_update (self);
}

static void
end (GramImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->working = GRAM_IMPORT_IDLE;
}

void
_gram_import_dialog_stop (GramImportDialog *self)
{
  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  if (self->working == GRAM_IMPORT_APPLYING)
    gram_import_progress_stopping (self->apply_progress);
  _gram_import_dialog_update (self);
}

/* A failure to read a file says itself what is wrong with it. */
static char *
dup_sentence (const GramRefusal *refusal, const GError *error)
{
  if (refusal != NULL)
    return g_strdup (refusal->message);
  if (error->domain == GRAM_EXCHANGE_ERROR || error->domain == G_IO_ERROR)
    return g_strdup (error->message);

  return gram_failure_sentence (error);
}

static void
show_look (GramImportDialog *self, GramImportPreview *preview, const GError *error)
{
  const char *step = gram_import_dialog_get_step (self);
  g_autofree char *problem = error != NULL ? dup_sentence (NULL, error) : NULL;
  gboolean first = g_strcmp0 (step, "file") == 0;

  if (preview != NULL)
    {
      gram_import_mapping_page_show_preview (self->mapping_page, preview);
      g_clear_pointer (&self->preview, gram_import_preview_free);
      self->preview = preview;
      /* A preset and a remembered mapping say how dates are written; nothing else does. */
      if (first)
        g_object_set (self->settings_page, "date-order-chosen",
                      preview->preset != NULL || preview->remembered, NULL);
    }
  gtk_label_set_text (self->file_problem_label, first && problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->file_problem_label), first && problem != NULL);
  if (!first || preview != NULL)
    gram_import_settings_page_show_preview (self->settings_page, preview, problem);
  if (first && preview != NULL)
    _gram_import_dialog_show_step (self, "settings");
  _gram_import_dialog_update (self);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GramImportPreview *preview;

  preview = gram_import_draft_preview_finish (GRAM_IMPORT_DRAFT (object), result, &error);
  end (self);
  if (!_gram_import_dialog_is_alive (self) || gram_failure_is_cancelled (error))
    {
      gram_import_preview_free (preview);
      return;
    }
  show_look (self, preview, error);
}

void
_gram_import_dialog_look (GramImportDialog *self)
{
  begin (self, GRAM_IMPORT_LOOKING);
  gram_import_draft_preview_async (self->draft, PREVIEW_ROWS, self->cancellable, looked_cb,
                                   g_object_ref (self));
}

static gboolean
look_again_cb (gpointer user_data)
{
  GramImportDialog *self = user_data;

  if (self->working != GRAM_IMPORT_IDLE)
    return G_SOURCE_CONTINUE;

  self->look_again = 0;
  if (gram_import_draft_get_file (self->draft) != NULL)
    _gram_import_dialog_look (self);

  return G_SOURCE_REMOVE;
}

static void
draft_changed_cb (GramImportDialog *self, GParamSpec *pspec)
{
  /* What the look itself found out needs no other look. */
  if (!g_strv_contains (layout_properties, pspec->name) || self->look_again != 0
      || self->working == GRAM_IMPORT_LOOKING
      || g_strcmp0 (gram_import_dialog_get_step (self), "settings") != 0)
    return;

  self->look_again = g_idle_add (look_again_cb, self);
}

void
_gram_import_dialog_watch_draft (GramImportDialog *self)
{
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  GramImportProgress *progress = user_data;

  gram_import_progress_update (progress, done, total, rows);
}

/* A mapping that a person made serves the next file with the same columns. */
static void
remember (GramImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *preset = NULL;
  g_autofree char *only = NULL;

  g_object_get (self->draft, "preset", &preset, "only-value", &only, NULL);
  if (preset[0] != '\0' && only[0] == '\0' && !self->preview->remembered)
    return;

  if (!gram_import_draft_remember (self->draft, &error))
    g_message ("The mapping could not be remembered: %s", error->message);
}

/* For who does not see the tiles. */
static void
announce (GramImportDialog *self, const GramImportReport *report)
{
  g_autofree char *n_new = gram_format_count (report->rows_new);
  g_autofree char *n_changed = gram_format_count (report->rows_changed);
  g_autofree char *n_rejected = gram_format_count (report->rows_rejected);
  /* Translators: each %s is a number */
  g_autofree char *text = g_strdup_printf (_ ("The dry run is done. New: %s. Changed: %s. "
                                              "Rejected: %s."),
                                           n_new, n_changed, n_rejected);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
dry_run_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramImportDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramImportReport) report = NULL;
  g_autofree char *sentence = NULL;

  report = gram_session_import_dry_run_finish (GRAM_SESSION (object), result, &refusal, &error);
  end (self);
  if (!_gram_import_dialog_is_alive (self))
    return;

  if (report != NULL)
    {
      remember (self);
      gram_import_rejects_page_show (self->rejects_page, report->rejects);
      gram_import_dry_run_page_show_report (self->dry_run_page, report);
      announce (self, report);
      self->report = g_steal_pointer (&report);
    }
  else if (refusal == NULL && gram_failure_is_cancelled (error))
    {
      if (g_strcmp0 (gram_import_dialog_get_step (self), "dry-run") == 0)
        adw_navigation_view_pop (self->navigation_view);
      _gram_import_dialog_toast (self, _ ("Cancelled; nothing was changed"));
    }
  else
    {
      sentence = dup_sentence (refusal, error);
      gram_import_dry_run_page_show_failure (self->dry_run_page, _ ("The Dry Run Stopped"),
                                             sentence);
    }
  _gram_import_dialog_update (self);
}

void
_gram_import_dialog_dry_run (GramImportDialog *self)
{
  GramImportProgress *progress;

  if (self->working != GRAM_IMPORT_IDLE)
    return;

  gram_import_rejects_page_show (self->rejects_page, NULL);
  g_clear_pointer (&self->report, gram_import_report_free);
  progress = gram_import_dry_run_page_start (self->dry_run_page);
  _gram_import_dialog_show_step (self, "dry-run");
  begin (self, GRAM_IMPORT_DRY_RUNNING);
  gram_session_import_dry_run_async (
      self->session,
      gram_import_draft_to_arguments (self->draft, gram_account_get_number (self->account)),
      progress_cb, progress, self->cancellable, dry_run_cb, g_object_ref (self));
}

static char *
dup_summary (GVariant *value)
{
  static const struct
  {
    const char *name;
    const char *text;
  } parts[] = {
    /* Translators: a part of a list of what an import did; %s is a number */
    { "new", N_ ("New: %s") },
    { "changed", N_ ("Changed: %s") },
    { "unchanged", N_ ("Unchanged: %s") },
    { "auto-accepted", N_ ("Accepted automatically: %s") },
    { "differing", N_ ("Differ from accepted, left as they are: %s") },
    { "rejected", N_ ("Rejected and left out: %s") },
  };
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *count = NULL;
      gint64 n = 0;

      if (!g_variant_lookup (value, parts[i].name, "x", &n) || n == 0)
        continue;
      count = gram_format_count (n);
      if (summary->len > 0)
        g_string_append_c (summary, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (summary, _ (parts[i].text), count);
#pragma GCC diagnostic pop
    }

  return g_string_free_and_steal (summary);
}

static void
show_done (GramImportDialog *self, GVariant *value)
{
  g_autofree char *summary = dup_summary (value);
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  gint64 n_new = 0;
  gint64 n_changed = 0;

  g_variant_lookup (value, "new", "x", &n_new);
  g_variant_lookup (value, "changed", "x", &n_changed);
  count = gram_format_count (n_new + n_changed);
  /* Translators: %s is a number */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Vehicle Brought In",
                                        "%s Vehicles Brought In", (gulong)(n_new + n_changed)),
                           count);
  adw_status_page_set_title (self->done_status,
                             n_new + n_changed > 0 ? title : _ ("Differences Put on Record"));
  adw_status_page_set_description (self->done_status, summary);
  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ "done" }, 1);
}

/* Back to the counts, with a word about why. */
static void
show_not_applied (GramImportDialog *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence = NULL;

  adw_navigation_view_pop_to_tag (self->navigation_view, "dry-run");
  if (refusal == NULL && gram_failure_is_cancelled (error))
    {
      _gram_import_dialog_toast (self, _ ("Cancelled; nothing was brought in"));
      return;
    }

  sentence = dup_sentence (refusal, error);
  gram_import_dry_run_page_show_failure (self->dry_run_page, _ ("Nothing Was Brought In"),
                                         sentence);
}

static void
applied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramImportDialog) self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  done = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error)
         == GRAM_OUTCOME_DONE;
  end (self);
  /* There is nothing left to stop. */
  if (self->question != NULL)
    adw_dialog_force_close (self->question);
  if (!_gram_import_dialog_is_alive (self))
    return;

  if (done)
    show_done (self, value);
  else if (self->close_when_stopped && refusal == NULL && gram_failure_is_cancelled (error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("Stopped; nothing was brought in"));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  else
    show_not_applied (self, refusal, error);
  self->close_when_stopped = FALSE;
  _gram_import_dialog_update (self);
}

/* What the dry run was about, and the same file only. */
static GVariant *
dup_arguments (GramImportDialog *self)
{
  g_autoptr (GVariant) arguments = NULL;
  GVariantDict dict;

  g_object_set (self->draft, "skip-rejected", self->report->rows_rejected > 0, NULL);
  arguments = g_variant_ref_sink (
      gram_import_draft_to_arguments (self->draft, gram_account_get_number (self->account)));
  g_variant_dict_init (&dict, arguments);
  g_variant_dict_insert (&dict, "sha256", "s", self->report->sha256);

  return g_variant_dict_end (&dict);
}

void
_gram_import_dialog_apply (GramImportDialog *self)
{
  if (self->working != GRAM_IMPORT_IDLE || self->report == NULL)
    return;

  gram_import_progress_start (self->apply_progress, _ ("Bringing In Vehicles…"),
                              _ ("All together or not at all: if you cancel, nothing is changed"));
  _gram_import_dialog_show_step (self, "apply");
  begin (self, GRAM_IMPORT_APPLYING);
  gram_session_perform_async (self->session, "vehicle.import", dup_arguments (self), progress_cb,
                              self->apply_progress, self->cancellable, applied_cb,
                              g_object_ref (self));
}
