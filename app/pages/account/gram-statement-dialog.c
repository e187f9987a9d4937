/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement-dialog.h"

#include "gram-csv-writer.h"
#include "gram-date-row.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-questions-accounts.h"
#include "gram-statement-item.h"

#include <glib/gi18n-lib.h>

/* As the choice has them. */
typedef enum
{
  PERIOD_THIS_YEAR,
  PERIOD_LAST_YEAR,
  PERIOD_ALL,
  PERIOD_OTHER,
} Period;

struct _GramStatementDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  AdwComboRow *period_row;
  GramDateRow *from_row;
  GramDateRow *to_row;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *failed_status;
  AdwToastOverlay *toast_overlay;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GListStore *items;
  GramAccountStatement *statement;
};

G_DEFINE_FINAL_TYPE (GramStatementDialog, gram_statement_dialog, ADW_TYPE_DIALOG)

static int
this_year (GramStatementDialog *self)
{
  const char *practice = gram_session_get_practice_today (self->session);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return practice != NULL ? (int)g_ascii_strtoll (practice, NULL, 10) : g_date_time_get_year (now);
}

/* First and last day; NULL without end. FALSE: what was typed is no period. */
static gboolean
read_period (GramStatementDialog *self, char **from, char **to)
{
  Period period = (Period)adw_combo_row_get_selected (self->period_row);
  int year = this_year (self) - (period == PERIOD_LAST_YEAR ? 1 : 0);

  *from = NULL;
  *to = NULL;
  switch (period)
    {
    case PERIOD_THIS_YEAR:
    case PERIOD_LAST_YEAR:
      *from = g_strdup_printf ("%04d-01-01", year);
      *to = g_strdup_printf ("%04d-12-31", year);
      return TRUE;
    case PERIOD_ALL:
      return TRUE;
    case PERIOD_OTHER:
    default:
      *from = gram_date_row_dup_date (self->from_row);
      *to = gram_date_row_dup_date (self->to_row);
      break;
    }

  gram_form_set_error (
      GTK_WIDGET (self->from_row),
      *from == NULL
          ? _ ("This is not a date; write it like 2026-12-31, or choose it in the calendar.")
          : NULL);
  gram_form_set_error (
      GTK_WIDGET (self->to_row),
      *to == NULL
          ? _ ("This is not a date; write it like 2026-12-31, or choose it in the calendar.")
          : NULL);
  if (*from == NULL || *to == NULL)
    return FALSE;
  if (**from == '\0')
    g_clear_pointer (from, g_free);
  if (**to == '\0')
    g_clear_pointer (to, g_free);

  return TRUE;
}

static void
add_balances (GramStatementDialog *self, GPtrArray *balances, const char *title)
{
  for (guint i = 0; i < balances->len; i++)
    {
      g_autoptr (GramStatementItem) item
          = gram_statement_item_new_balance (g_ptr_array_index (balances, i), title);

      g_list_store_append (self->items, item);
    }
}

static void
show_statement (GramStatementDialog *self)
{
  const GramAccountStatement *statement = self->statement;
  gboolean any
      = statement->opening->len > 0 || statement->lines->len > 0 || statement->closing->len > 0;

  g_list_store_remove_all (self->items);
  add_balances (self, statement->opening, _ ("Balance Before"));
  for (guint i = 0; i < statement->lines->len; i++)
    {
      g_autoptr (GramStatementItem) item
          = gram_statement_item_new_line (g_ptr_array_index (statement->lines, i));

      g_list_store_append (self->items, item);
    }
  add_balances (self, statement->closing, _ ("Balance After"));
  gtk_stack_set_visible_child_name (self->stack, any ? "lines" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.export", any);
}

static void
statement_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramStatementDialog) self = user_data;
  g_autoptr (GramAccountStatement) statement = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_session_statement_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))
      || (refusal == NULL && gram_failure_is_cancelled (error)))
    return;

  if (statement == NULL)
    {
      g_autofree char *sentence
          = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.export", FALSE);
      return;
    }

  g_clear_pointer (&self->statement, gram_account_statement_free);
  self->statement = g_steal_pointer (&statement);
  show_statement (self);
}

static void
ask (GramStatementDialog *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->session == NULL || !read_period (self, &from, &to))
    return;

  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_statement_async (self->session, from, to, 0, self->asking, statement_cb,
                                g_object_ref (self));
}

static void
period_changed_cb (GramStatementDialog *self)
{
  gboolean other = adw_combo_row_get_selected (self->period_row) == PERIOD_OTHER;

  gtk_widget_set_visible (GTK_WIDGET (self->from_row), other);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), other);
  if (other)
    gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
  ask (self);
}

static void
write_lines (GramStatementDialog *self, GramCsvWriter *writer)
{
  static const char *const headings[]
      = { "at",     "posting", "entry",     "meaning",  "unit", "role",
          "amount", "balance", "reference", "reverses", "case" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    gram_csv_writer_add (writer, headings[i]);
  gram_csv_writer_end_row (writer, NULL, NULL);
  for (guint i = 0; i < self->statement->lines->len; i++)
    {
      const GramStatementLine *line = g_ptr_array_index (self->statement->lines, i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc_usec (line->at);
      g_autofree char *iso = at != NULL ? g_date_time_format_iso8601 (at) : NULL;

      gram_csv_writer_add (writer, iso);
      gram_csv_writer_add_integer (writer, line->posting);
      gram_csv_writer_add_integer (writer, line->journal_id);
      gram_csv_writer_add (writer, line->meaning);
      gram_csv_writer_add (writer, line->unit);
      gram_csv_writer_add (writer, line->role);
      gram_csv_writer_add (writer, line->amount_text);
      gram_csv_writer_add (writer, line->balance_text);
      gram_csv_writer_add (writer, line->reference);
      gram_csv_writer_add_integer (writer, line->reverses);
      gram_csv_writer_add_integer (writer, line->case_id);
      gram_csv_writer_end_row (writer, NULL, NULL);
    }
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramStatementDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Statement exported")));
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Export the Statement"), NULL, error);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramStatementDialog) self = user_data;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GramCsvWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL || self->statement == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
      return;
    }

  writer = gram_csv_writer_new (memory, GRAM_CSV_BOM | GRAM_CSV_GUARD);
  write_lines (self, writer);
  if (!gram_csv_writer_finish (writer, NULL, &error)
      || !g_output_stream_close (memory, NULL, &error))
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Export the Statement"), NULL, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, written_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramStatementDialog *self = GRAM_STATEMENT_DIALOG (widget);
  GramAccount *account = gram_session_get_account (self->session);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  if (account == NULL)
    return;

  /* Translators: name of a file that is proposed: %s is an account number */
  name = g_strdup_printf (_ ("statement-%s.csv"), gram_account_get_number (account));
  gtk_file_dialog_set_title (dialog, _ ("Export the Statement"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
gram_statement_dialog_dispose (GObject *object)
{
  GramStatementDialog *self = (GramStatementDialog *)object;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  g_clear_pointer (&self->statement, gram_account_statement_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_STATEMENT_DIALOG);

  G_OBJECT_CLASS (gram_statement_dialog_parent_class)->dispose (object);
}

static void
gram_statement_dialog_class_init (GramStatementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_statement_dialog_dispose;

  g_type_ensure (GRAM_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-statement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, toast_overlay);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_install_action (widget_class, "statement.export", NULL, export_action);
}

static void
gram_statement_dialog_init (GramStatementDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gram_statement_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  self->items = g_list_store_new (GRAM_TYPE_STATEMENT_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.export", FALSE);
}

AdwDialog *
gram_statement_dialog_new (GramSession *session)
{
  GramStatementDialog *self;
  GramAccount *account;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_STATEMENT_DIALOG, NULL);
  account = gram_session_get_account (session);
  self->session = g_object_ref (session);
  if (account != NULL)
    adw_window_title_set_subtitle (self->window_title, gram_account_get_holder (account));
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
