/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-filter-dialog.h"

#include "gram-date-row.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-journal-sentences.h"
#include "gram-person-table.h"
#include "gram-pressable.h"
#include "gram-questions-journal.h"

#include <glib/gi18n-lib.h>

struct _GramHistoryFilterDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwComboRow *group_row;
  AdwComboRow *person_row;
  GtkStringList *groups;
  GtkStringList *persons;
  GramDateRow *from_row;
  GramDateRow *to_row;

  /* Owned References */
  GArray *person_ids; /* of gint64, as the rows of the choice */
  GCancellable *asking;

  GramHistoryFilter filter;
};

G_DEFINE_FINAL_TYPE (GramHistoryFilterDialog, gram_history_filter_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_person (GramHistoryFilterDialog *self, gint64 id, const char *name)
{
  g_array_append_val (self->person_ids, id);
  gtk_string_list_append (self->persons, name);
}

static void
choose_person (GramHistoryFilterDialog *self, gint64 id)
{
  for (guint i = 0; i < self->person_ids->len; i++)
    if (g_array_index (self->person_ids, gint64, i) == id)
      adw_combo_row_set_selected (self->person_row, i);
}

static void
persons_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramHistoryFilterDialog) self = user_data;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  persons = gram_session_journal_persons_finish (GRAM_SESSION (object), result, &refusal, &error);
  /* Without them one can still filter by the rest. */
  if (persons == NULL)
    return;

  for (guint i = 0; i < persons->len; i++)
    {
      const GramPersonRecord *person = g_ptr_array_index (persons, i);

      /* Who is chosen already stands there. */
      if (person->id != self->filter.person_id)
        add_person (self, person->id, person->name);
    }
}

static void
check (GramDateRow *row)
{
  g_autofree char *date = gram_date_row_dup_date (row);

  gram_form_set_error (
      GTK_WIDGET (row),
      date == NULL
          ? _ ("This is not a date; write it like 2026-12-31, or choose it in the calendar.")
          : NULL);
}

static void
date_changed_cb (GramDateRow *row)
{
  if (gram_form_get_error (GTK_WIDGET (row)) != NULL)
    check (row);
}

static void
show_cb (GramHistoryFilterDialog *self)
{
  g_autofree char *from = gram_date_row_dup_date (self->from_row);
  g_autofree char *to = gram_date_row_dup_date (self->to_row);
  guint person = adw_combo_row_get_selected (self->person_row);

  check (self->from_row);
  check (self->to_row);
  if (from == NULL || to == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (from == NULL ? self->from_row : self->to_row));
      return;
    }
  if (*from != '\0' && *to != '\0' && strcmp (from, to) > 0)
    {
      gram_form_set_error (GTK_WIDGET (self->to_row),
                           _ ("The last day is before the first. Choose a later one."));
      gtk_widget_grab_focus (GTK_WIDGET (self->to_row));
      return;
    }

  self->filter.group
      = (int)adw_combo_row_get_selected (self->group_row) + GRAM_HISTORY_BUT_SIGN_INS;
  self->filter.person_id = g_array_index (self->person_ids, gint64, person);
  g_set_str (&self->filter.person, gtk_string_list_get_string (self->persons, person));
  g_set_str (&self->filter.from, from);
  g_set_str (&self->filter.to, to);
  g_signal_emit (self, signals[CHOSEN], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
reset_cb (GramHistoryFilterDialog *self)
{
  adw_combo_row_set_selected (self->group_row, 0);
  adw_combo_row_set_selected (self->person_row, 0);
  gram_date_row_set_date (self->from_row, NULL);
  gram_date_row_set_date (self->to_row, NULL);
}

static void
gram_history_filter_dialog_dispose (GObject *object)
{
  GramHistoryFilterDialog *self = (GramHistoryFilterDialog *)object;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_HISTORY_FILTER_DIALOG);

  G_OBJECT_CLASS (gram_history_filter_dialog_parent_class)->dispose (object);
}

static void
gram_history_filter_dialog_finalize (GObject *object)
{
  GramHistoryFilterDialog *self = (GramHistoryFilterDialog *)object;

  g_clear_pointer (&self->person_ids, g_array_unref);
  gram_history_filter_clear (&self->filter);

  G_OBJECT_CLASS (gram_history_filter_dialog_parent_class)->finalize (object);
}

static void
gram_history_filter_dialog_class_init (GramHistoryFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_history_filter_dialog_dispose;
  object_class->finalize = gram_history_filter_dialog_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", GRAM_TYPE_HISTORY_FILTER_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GRAM_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/history/gram-history-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramHistoryFilterDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryFilterDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryFilterDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryFilterDialog, persons);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryFilterDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryFilterDialog, to_row);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

static void
gram_history_filter_dialog_init (GramHistoryFilterDialog *self)
{
  self->filter = (GramHistoryFilter)GRAM_HISTORY_FILTER_INIT;
  self->person_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->asking = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  /* In the order of their numbers, the first of which is not 0. */
  gtk_string_list_append (self->groups, C_ ("history about", "Everything but Sign-Ins"));
  gtk_string_list_append (self->groups, C_ ("history about", "Everything"));
  for (int i = 0; i < GRAM_JOURNAL_N_GROUPS; i++)
    gtk_string_list_append (self->groups, gram_journal_group_title ((GramJournalGroup)i));
  add_person (self, 0, C_ ("history of", "Everybody"));
}

AdwDialog *
gram_history_filter_dialog_new (GramSession *session,
                                gint64 account_id,
                                const GramHistoryFilter *filter)
{
  GramHistoryFilterDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_object_new (GRAM_TYPE_HISTORY_FILTER_DIALOG, NULL);
  gram_history_filter_copy (filter, &self->filter);
  adw_combo_row_set_selected (self->group_row, (guint)(filter->group - GRAM_HISTORY_BUT_SIGN_INS));
  if (filter->person_id != 0)
    {
      add_person (self, filter->person_id, filter->person);
      choose_person (self, filter->person_id);
    }
  gram_date_row_set_date (self->from_row, filter->from);
  gram_date_row_set_date (self->to_row, filter->to);
  gram_session_journal_persons_async (session, account_id, self->asking, persons_cb,
                                      g_object_ref (self));

  return ADW_DIALOG (self);
}

const GramHistoryFilter *
gram_history_filter_dialog_get_filter (GramHistoryFilterDialog *self)
{
  g_return_val_if_fail (GRAM_IS_HISTORY_FILTER_DIALOG (self), NULL);

  return &self->filter;
}
