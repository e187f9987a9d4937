/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-disputes-page.h"

#include "gram-confirm.h"
#include "gram-disputes-page-private.h"
#include "gram-dispute-dialog.h"
#include "gram-dispute-view.h"
#include "gram-vehicle-details.h"

#include <glib/gi18n-lib.h>

/* What the place that is selected shows; NULL while it is on its way. It is the place's own. */
static const GramCaseRow *
row_of (GramCaseItem *item)
{
  return item != NULL ? gram_case_item_get_row (item) : NULL;
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (widget);
  g_autoptr (GramCaseItem) item = gram_table_dup_only_row (self->table);
  const GramCaseRow *row = row_of (item);

  if (row != NULL)
    _gram_disputes_page_open (self, row->id);
}

static void
open_vehicle_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (widget);
  g_autoptr (GramCaseItem) item = gram_table_dup_only_row (self->table);
  const GramCaseRow *row = row_of (item);

  if (row == NULL || row->record->vehicle_id == 0)
    return;

  adw_dialog_present (ADW_DIALOG (
                          gram_vehicle_details_new_for_id (_gram_disputes_page_get_session (self),
                                                           row->record->vehicle_id)),
                      widget);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GramCaseItem) item = gram_table_dup_only_row (GRAM_DISPUTES_PAGE (widget)->table);
  const GramCaseRow *row = row_of (item);

  if (row == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          row->record->vehicle != NULL ? row->record->vehicle : row->record->label);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied"));
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (widget);
  g_autoptr (GramCaseItem) item = gram_table_dup_only_row (self->table);
  const GramCaseRow *row = row_of (item);

  if (row != NULL)
    gram_dispute_withdraw (widget, _gram_disputes_page_get_session (self), row->record);
}

static void
report_missing_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (widget);
  GramSession *session = _gram_disputes_page_get_session (self);

  if (gram_session_get_account (session) != NULL)
    adw_dialog_present (gram_dispute_dialog_new_missing (session), widget);
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (widget);

  gram_disputes_page_show (self, 0, 0);
  _gram_disputes_page_requery (self);
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_disputes_page_find (GRAM_DISPUTES_PAGE (widget));
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_DISPUTES_PAGE (widget)->table);
}

void
_gram_disputes_page_actions_update (GramDisputesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GramSession *session = _gram_disputes_page_get_session (self);
  g_autoptr (GramCaseItem) item = NULL;
  const GramCaseRow *row;
  gboolean undecided;

  if (self->table == NULL)
    return;

  item = gram_table_dup_only_row (self->table);
  row = row_of (item);
  undecided = row != NULL && (row->record->state & GRAM_CASE_UNDECIDED) != 0
              && row->record->kind != GRAM_CASE_DIFFERENCE;

  gtk_widget_action_set_enabled (widget, "disputes.open", row != NULL);
  gtk_widget_action_set_enabled (widget, "disputes.open-vehicle",
                                 row != NULL && row->record->vehicle_id != 0);
  gtk_widget_action_set_enabled (widget, "disputes.copy", row != NULL);
  gtk_widget_action_set_enabled (widget, "disputes.withdraw",
                                 undecided
                                     && gram_session_get_permit (session, "case.withdraw").allowed);
  gtk_widget_action_set_enabled (widget, "disputes.report-missing",
                                 gram_session_get_permit (session, "dispute.open").allowed);
}

void
_gram_disputes_page_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "disputes.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "disputes.open-vehicle", NULL,
                                   open_vehicle_action);
  gtk_widget_class_install_action (widget_class, "disputes.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "disputes.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "disputes.report-missing", NULL,
                                   report_missing_action);
  gtk_widget_class_install_action (widget_class, "disputes.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "disputes.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "disputes.menu", NULL, menu_action);
  gram_row_menu_bind_keys (widget_class, "disputes.menu");
}
