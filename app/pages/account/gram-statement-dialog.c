/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement-dialog.h"

#include "gram-date-row.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-questions-accounts.h"
#include "gram-statement-dialog-private.h"
#include "gram-statement-item.h"

#include <glib/gi18n-lib.h>

/* More lines than anybody reads on a screen; a file has all of them. */
#define LINES 2000

/* As the choice has them. */
typedef enum
{
  PERIOD_THIS_YEAR,
  PERIOD_LAST_YEAR,
  PERIOD_ALL,
  PERIOD_OTHER,
} Period;

G_DEFINE_FINAL_TYPE (GramStatementDialog, gram_statement_dialog, ADW_TYPE_DIALOG)

static int
this_year (GramStatementDialog *self)
{
  const char *practice = gram_session_get_practice_today (self->session);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return practice != NULL ? (int)g_ascii_strtoll (practice, NULL, 10) : g_date_time_get_year (now);
}

gboolean
_gram_statement_dialog_read_period (GramStatementDialog *self, char **from, char **to)
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

/* What is not shown is said, and where it is. */
static void
add_left_out (GramStatementDialog *self, gint64 left_out)
{
  g_autofree char *count = gram_format_count (left_out);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s earlier line is not shown; a saved file has it",
                                   "%s earlier lines are not shown; a saved file has them",
                                   (gulong)left_out),
                         count);
  g_autoptr (GramStatementItem) item = NULL;

  if (left_out <= 0)
    return;
  item = gram_statement_item_new_note (text);
  g_list_store_append (self->items, item);
}

static void
show_statement (GramStatementDialog *self)
{
  const GramAccountStatement *statement = self->statement;
  gboolean any
      = statement->opening->len > 0 || statement->lines->len > 0 || statement->closing->len > 0;

  g_list_store_remove_all (self->items);
  add_balances (self, statement->opening, _ ("Balance Before"));
  add_left_out (self, statement->n_lines - statement->lines->len);
  for (guint i = 0; i < statement->lines->len; i++)
    {
      g_autoptr (GramStatementItem) item
          = gram_statement_item_new_line (g_ptr_array_index (statement->lines, i));

      g_list_store_append (self->items, item);
    }
  add_balances (self, statement->closing, _ ("Balance After"));
  gtk_stack_set_visible_child_name (self->stack, any ? "lines" : "empty");
  _gram_statement_dialog_allow_save (self, any);
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
      _gram_statement_dialog_allow_save (self, FALSE);
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

  if (self->session == NULL || !_gram_statement_dialog_read_period (self, &from, &to))
    return;

  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_statement_async (self->session, from, to, LINES, self->asking, statement_cb,
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
gram_statement_dialog_dispose (GObject *object)
{
  GramStatementDialog *self = (GramStatementDialog *)object;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->question);
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
  g_type_ensure (GRAM_TYPE_TASK_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-statement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramStatementDialog, task_bar);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  _gram_statement_dialog_save_class_init (widget_class);
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
  _gram_statement_dialog_allow_save (self, FALSE);
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
