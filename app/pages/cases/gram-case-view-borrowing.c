/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-view.h"

#include "gram-case-view-private.h"
#include "gram-charge-texts.h"
#include "gram-command-row.h"
#include "gram-fleet-acts.h"
#include "gram-fleet-year-view.h"
#include "gram-formats.h"
#include "gram-questions-cases.h"
#include "gram-questions-fleet.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

GtkWidget *
_gram_case_view_borrowing_box_new (GramCaseView *self)
{
  g_clear_pointer (&self->borrowing, gram_borrowing_row_free);
  if (self->detail->row->record->kind != GRAM_CASE_BORROWING)
    return NULL;

  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
}

static void
year_cb (GtkWidget *row, GramCaseView *self)
{
  if (self->borrowing != NULL)
    gram_fleet_year_view_present (GTK_WIDGET (self), self->session, self->borrowing->account_id,
                                  self->borrowing->from_year);
}

/* What is asked for, and the way to the year that it is of (LTA 1998 s 179). */
static GtkWidget *
group_new (GramCaseView *self)
{
  const GramBorrowingRow *row = self->borrowing;
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *charge = gram_charge_dup_number (row->charge_id);
  g_autofree char *grams = gram_charge_dup_grams (row->grams);
  g_autofree char *value = gram_charge_dup_money (row->value);
  g_autofree char *day = gram_format_day_of_instant (row->asked_at);
  g_autofree char *asked = g_strdup_printf ("%s · %s", row->asked_name, day);
  const struct
  {
    const char *title;
    const char *value;
  } facts[] = {
    { _ ("Charge"), charge },      { _ ("Shortfall"), grams },    { _ ("Amount"), value },
    { _ ("Reason"), row->reason }, { _ ("Asked For By"), asked },
  };
  g_autofree char *title = g_strdup_printf ("%s %d", _ ("Fleet Average"), row->from_year);
  GtkWidget *year = gram_row_new (title, _ ("Position, settlements and charges of the year"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Borrowing"));
  gram_row_lead (year, "go-next-symbolic", G_CALLBACK (year_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), year);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               gram_property_row_new (facts[i].title, facts[i].value));

  return group;
}

/* The case says who may decide it; the borrowing, whether it can still be carried. */
static void
update_commands (GramCaseView *self)
{
  for (guint i = 0; i < GRAM_CASE_VIEW_MAX_COMMANDS && self->commands[i] != NULL; i++)
    {
      const char *command = gram_command_row_get_command (self->commands[i]);
      const GramRefusal *refusal = gram_borrowing_row_get_refusal (self->borrowing, command);
      GramPermit permit = gram_session_get_case_permit (self->session, self->detail, command);

      if (permit.allowed && refusal != NULL)
        permit = (GramPermit){ FALSE, refusal->message };
      gram_command_row_set_permit (self->commands[i], permit, NULL);
    }
}

/* Takes the one that the case is about. */
static gboolean
take (GramCaseView *self, GPtrArray *borrowings)
{
  for (guint i = 0; i < borrowings->len; i++)
    {
      const GramBorrowingRow *row = borrowings->pdata[i];

      if (row->id != self->detail->row->record->subject_id)
        continue;
      g_clear_pointer (&self->borrowing, gram_borrowing_row_free);
      self->borrowing = g_ptr_array_steal_index (borrowings, i);
      return TRUE;
    }

  return FALSE;
}

static void
borrowings_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  g_autoptr (GPtrArray) borrowings
      = gram_session_borrowings_finish (GRAM_SESSION (object), result, NULL, NULL);
  GtkWidget *child;

  if (self->stack == NULL || self->borrowing_box == NULL || borrowings == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->beside || !take (self, borrowings))
    return;

  while ((child = gtk_widget_get_first_child (self->borrowing_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->borrowing_box), child);
  gtk_box_append (GTK_BOX (self->borrowing_box), group_new (self));
  update_commands (self);
}

void
_gram_case_view_ask_borrowing (GramCaseView *self)
{
  if (self->borrowing_box != NULL)
    gram_session_borrowings_async (self->session, self->detail->account->id, self->beside,
                                   borrowings_cb, g_object_ref (self));
}

static void
done_cb (GramCaseView *self)
{
  g_assert (GRAM_IS_CASE_VIEW (self));

  g_signal_emit_by_name (self, "decided");
}

void
_gram_case_view_decide_borrowing (GramCaseView *self, const char *command)
{
  AdwDialog *dialog
      = gram_borrowing_act (GTK_WIDGET (self), self->session, command, self->borrowing);

  if (dialog != NULL)
    g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}
