/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-page.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-history-export.h"
#include "gram-history-filter-dialog.h"
#include "gram-history-page-private.h"
#include "gram-journal-sentences.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

static GramSession *
session_of (GramHistoryPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

/* Something that takes a while begins: at most one at a time. */
static void
begin (GramHistoryPage *self, const char *title)
{
  g_set_object (&self->working, NULL);
  self->working = g_cancellable_new ();
  gram_task_bar_work (self->task_bar, title);
  _gram_history_page_actions_update (self);
}

/* It is over: with @title or, if it was cancelled or failed, without. */
static void
finish (GramHistoryPage *self, const char *heading, const GramRefusal *refusal, const GError *error)
{
  gboolean cancelled = refusal == NULL && gram_failure_is_cancelled (error);

  g_clear_object (&self->working);
  _gram_history_page_actions_update (self);
  if (cancelled)
    gram_task_bar_hide (self->task_bar);
  else if (refusal != NULL || error != NULL)
    {
      g_autofree char *sentence
          = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

      gram_task_bar_finish (self->task_bar, FALSE, heading, sentence);
    }
}

static void
filter_chosen_cb (GramHistoryPage *self, GramHistoryFilterDialog *dialog)
{
  const GramHistoryFilter *filter = gram_history_filter_dialog_get_filter (dialog);

  if (gram_history_filter_equal (&self->filter, filter))
    return;
  gram_history_filter_copy (filter, &self->filter);
  _gram_history_page_requery (self);
}

static void
filter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramHistoryPage *self = GRAM_HISTORY_PAGE (widget);
  AdwDialog *dialog
      = gram_history_filter_dialog_new (session_of (self), self->account_id, &self->filter);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (filter_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramHistoryPage *self = GRAM_HISTORY_PAGE (widget);

  gram_history_filter_clear (&self->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  _gram_history_page_requery (self);
}

static void
clear_group_cb (GramHistoryPage *self)
{
  self->filter.group = GRAM_HISTORY_BUT_SIGN_INS;
  _gram_history_page_requery (self);
}

static void
clear_person_cb (GramHistoryPage *self)
{
  self->filter.person_id = 0;
  _gram_history_page_requery (self);
}

static void
clear_period_cb (GramHistoryPage *self)
{
  g_clear_pointer (&self->filter.from, g_free);
  g_clear_pointer (&self->filter.to, g_free);
  _gram_history_page_requery (self);
}

static void
add_chip (GramHistoryPage *self, const char *text, GCallback clear)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = NULL;

  /* Translators: what a button does: %s is a filter, for example "Vehicles" or a person's name */
  name = g_strdup_printf (_ ("Remove the Filter “%s”"), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clear, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips_box, button);
}

void
_gram_history_page_update_chips (GramHistoryPage *self)
{
  g_autofree char *period = gram_history_filter_describe_period (&self->filter);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips_box))) != NULL)
    adw_wrap_box_remove (self->chips_box, child);
  if (self->filter.group >= 0)
    add_chip (self, gram_journal_group_title ((GramJournalGroup)self->filter.group),
              G_CALLBACK (clear_group_cb));
  else if (self->filter.group == GRAM_HISTORY_EVERYTHING)
    add_chip (self, C_ ("history about", "Everything"), G_CALLBACK (clear_group_cb));
  if (self->filter.person_id != 0)
    add_chip (self, self->filter.person, G_CALLBACK (clear_person_cb));
  if (period != NULL)
    add_chip (self, period, G_CALLBACK (clear_period_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->chips_box),
                          !gram_history_filter_is_empty (&self->filter));
}

static void
export_progress_cb (gint64 n_rows, gpointer user_data)
{
  GramHistoryPage *self = user_data;
  g_autofree char *number = gram_format_count (n_rows);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s entry so far", "%s entries so far", (gulong)n_rows), number);

  gram_task_bar_set_progress (self->task_bar, 0, 0, text);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramHistoryPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  gint64 n_rows = gram_history_export_finish (GRAM_SESSION (object), result, &refusal, &error);

  finish (self, _ ("The history was not exported"), refusal, error);
  if (n_rows < 0)
    return;

  number = gram_format_count (n_rows);
  text = g_strdup_printf (ngettext ("Exported %s entry", "Exported %s entries", (gulong)n_rows),
                          number);
  gram_task_bar_finish (self->task_bar, TRUE, text, NULL);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramHistoryPage) self = user_data;
  g_autoptr (GramJournalQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
      return;
    }

  query = _gram_history_page_query (self);
  begin (self, _ ("Exporting the history…"));
  gram_history_export_async (session_of (self), query, file, export_progress_cb, self,
                             self->working, exported_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramHistoryPage *self = GRAM_HISTORY_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Export the History"));
  /* Translators: name of a file that is proposed */
  gtk_file_dialog_set_initial_name (dialog, _ ("history.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        g_object_ref (self));
}

/* What was looked at, so that one knows what “verifies” is about. */
static char *
describe_report (const GramVerifyReport *report)
{
  g_autofree char *journal = gram_format_count (report->journal_entries);
  g_autofree char *ledger = gram_format_count (report->ledger_entries);
  g_autofree char *totals = gram_format_count (report->totals);
  g_autofree char *vehicles = gram_format_count (report->vehicles);

  /* Translators: four numbers */
  return g_strdup_printf (
      _ ("Read again: %s entries of the journal, %s lines of the ledger, %s totals, %s vehicles"),
      journal, ledger, totals, vehicles);
}

static char *
describe_findings (const GramVerifyReport *report)
{
  const GramVerifyFinding *first = g_ptr_array_index (report->findings, 0);
  guint others = report->findings->len - 1;
  g_autofree char *number = gram_format_count (others);
  g_autofree char *more = NULL;

  if (others == 0)
    return g_strdup_printf ("%s\n%s", first->message, first->where);

  more = g_strdup_printf (ngettext ("and %s more finding", "and %s more findings", others), number);

  return g_strdup_printf ("%s\n%s\n%s", first->message, first->where, more);
}

static void
verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramVerifyReport) report
      = gram_session_verify_finish (GRAM_SESSION (object), result, &error);
  g_autofree char *detail = NULL;

  finish (self, _ ("The registry could not be verified"), NULL, error);
  if (report == NULL)
    return;

  if (report->findings->len == 0)
    {
      detail = describe_report (report);
      gram_task_bar_finish (self->task_bar, TRUE,
                            _ ("The registry verifies: journal, ledger and totals fit"), detail);
      return;
    }
  detail = describe_findings (report);
  gram_task_bar_finish (self->task_bar, FALSE, _ ("The registry does not verify"), detail);
}

static void
verify_progress_cb (GramSession *session,
                    gint64 done,
                    gint64 total,
                    gint64 rows,
                    gpointer user_data)
{
  GramHistoryPage *self = user_data;
  g_autofree char *number = gram_format_count (rows);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s row so far", "%s rows so far", (gulong)rows), number);

  gram_task_bar_set_progress (self->task_bar, done, total, rows > 0 ? text : NULL);
}

static void
verify_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramHistoryPage *self = GRAM_HISTORY_PAGE (widget);

  begin (self, _ ("Verifying the registry…"));
  gram_session_verify_async (session_of (self), verify_progress_cb, self, self->working,
                             verified_cb, g_object_ref (self));
}

void
_gram_history_page_actions_update (GramHistoryPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "history.export", any && self->working == NULL);
  gtk_widget_action_set_enabled (widget, "history.verify", self->working == NULL);
}

void
_gram_history_page_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "history.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "history.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "history.verify", NULL, verify_action);
}
