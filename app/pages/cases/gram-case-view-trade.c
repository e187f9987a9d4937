/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-view.h"

#include "gram-case-view-private.h"
#include "gram-trade-acts.h"
#include "gram-trade-parts.h"

GtkWidget *
_gram_case_view_trade_box_new (GramCaseView *self)
{
  g_clear_pointer (&self->trade, gram_trade_sheet_free);
  if (self->detail->row->record->kind != GRAM_CASE_TRADE)
    return NULL;

  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
}

static void
add (GramCaseView *self, GtkWidget *group)
{
  if (group != NULL)
    gtk_box_append (GTK_BOX (self->trade_box), group);
}

static void
sheet_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseView) self = user_data;
  g_autoptr (GramTradeSheet) sheet
      = gram_session_trade_sheet_finish (GRAM_SESSION (object), result, NULL, NULL);
  GtkWidget *child;

  if (self->stack == NULL || self->trade_box == NULL || sheet == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->beside)
    return;

  while ((child = gtk_widget_get_first_child (self->trade_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->trade_box), child);
  g_clear_pointer (&self->trade, gram_trade_sheet_free);
  self->trade = g_steal_pointer (&sheet);
  add (self, gram_trade_obstacles_group_new (self->trade->obstacles));
  add (self, gram_trade_compare_new (self->trade->transferor, self->trade->transferee));
}

void
_gram_case_view_ask_trade (GramCaseView *self)
{
  const GramCaseRecord *record = self->detail->row->record;

  if (self->trade_box != NULL && record->kind == GRAM_CASE_TRADE && record->subject_id != 0)
    gram_session_trade_sheet_async (self->session, record->subject_id, self->beside, sheet_cb,
                                    g_object_ref (self));
}

static void
decided_cb (GtkWidget *widget)
{
  g_signal_emit_by_name (widget, "decided");
}

void
_gram_case_view_decide_trade (GramCaseView *self, const char *command)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  const GramTradeNotificationRecord *record
      = self->trade->transferor != NULL ? self->trade->transferor : self->trade->transferee;

  if (record == NULL)
    return;

  g_ptr_array_add (records, (gpointer)record);
  gram_trades_decide (GTK_WIDGET (self), self->session, records,
                      g_str_equal (command, "trade.register"), decided_cb);
}
