/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-date-row.h"
#include "gram-questions-trades.h"
#include "gram-text-row.h"
#include "gram-trade-dialog.h"

G_BEGIN_DECLS

/*
 * The dialog is cut by role: gram-trade-dialog.c asks which years there are and shows the form, gram-trade-dialog-form.c are
 * its fields and what follows from them, gram-trade-dialog-send.c checks and signs.
 */

struct _GramTradeDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *send_button;
  GtkWidget *spinner;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwPreferencesPage *form_page;
  AdwToggleGroup *side_toggles;
  AdwComboRow *year_row;
  AdwPreferencesGroup *party_group;
  AdwEntryRow *name_row;
  AdwEntryRow *number_row;
  AdwEntryRow *quantity_row;
  AdwActionRow *available_row;
  AdwEntryRow *price_row;
  AdwActionRow *each_row;
  AdwEntryRow *price_reason_row;
  GramDateRow *agreed_row;
  GramTextRow *note_row;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;
  GPtrArray *years;                    /* of GramTradeYear, NULL until they are there */
  GramTradeNotificationRecord *record; /* what is amended, NULL: a new one */
  char *account;                       /* number */

  gboolean working;
};

/* The fields. */
void _gram_trade_dialog_form_class_init (GtkWidgetClass *widget_class);
void _gram_trade_dialog_form_show (GramTradeDialog *self);
GramTradeSide _gram_trade_dialog_get_side (GramTradeDialog *self);
const GramTradeYear *_gram_trade_dialog_get_year (GramTradeDialog *self);
/* What was typed: account number, whole allowances, pounds; without the marks that group digits. Empty if nothing was. */
char *_gram_trade_dialog_dup_number (GramTradeDialog *self);
char *_gram_trade_dialog_dup_quantity (GramTradeDialog *self);
char *_gram_trade_dialog_dup_price (GramTradeDialog *self);
/* The same as numbers. */
gboolean _gram_trade_dialog_get_quantity (GramTradeDialog *self, gint64 *quantity);
gboolean _gram_trade_dialog_get_price (GramTradeDialog *self, gint64 *pence);
/* The row of a field of the rules, NULL none. */
GtkWidget *_gram_trade_dialog_get_row (GramTradeDialog *self, GramTradeFormField field);
void _gram_trade_dialog_clear_errors (GramTradeDialog *self);

/* Check and signature. */
void _gram_trade_dialog_send_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
