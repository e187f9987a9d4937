/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-accept-dialog.h"
#include "gram-credit-chooser.h"
#include "gram-questions-standing.h"

G_BEGIN_DECLS

/*
 * The dialog is cut by role: gram-accept-dialog.c weighs the choice and accepts it, gram-accept-dialog-bill.c shows what that
 * costs and brings under the Clean Car Standard, and what it is paid with.
 */

struct _GramAcceptDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *cancel_button;
  GtkWidget *accept_button;
  GtkStack *stack;
  AdwPreferencesGroup *acceptable_group;
  GtkLabel *vehicles_label;
  GtkWidget *units_row;
  GtkLabel *units_label;
  GtkWidget *mean_row;
  GtkLabel *mean_label;
  GtkWidget *sum_row;
  GtkLabel *sum_label;
  AdwActionRow *credit_row;
  GtkLabel *credit_label;
  AdwActionRow *excess_row;
  GtkLabel *excess_label;
  AdwActionRow *charge_row;
  GtkLabel *charge_label;
  AdwActionRow *without_row;
  GtkLabel *without_label;
  GramCreditChooser *chooser;
  AdwPreferencesGroup *left_group;
  AdwActionRow *offset_row;
  GtkLabel *offset_label;
  AdwActionRow *left_row;
  GtkLabel *left_label;
  AdwActionRow *pending_row;
  GtkLabel *pending_label;
  AdwActionRow *favour_row;
  GtkLabel *favour_label;
  GtkLabel *refusal_label;
  GtkWidget *left_bar;
  GtkLabel *bar_label;
  GtkWidget *left_out_group;
  GtkWidget *entered_row;
  GtkLabel *entered_label;
  GtkWidget *incomplete_row;
  GtkLabel *incomplete_label;
  GtkWidget *disputed_row;
  GtkLabel *disputed_label;
  GtkWidget *accepted_row;
  GtkLabel *accepted_label;
  GtkWidget *final_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *failed_status;

  /* Owned References */
  GramSession *session;
  GramVehicleChoice *choice;
  GCancellable *cancellable;
  GCancellable *asking;
  GramRefusal *told; /* why it was not accepted as it was shown */
  char *digest;      /* of the bill that is shown */

  guint patience_source;
  gboolean ccs;
  gboolean any; /* something can be accepted */
  gboolean working;
};

/* Shows the sentence in place of all else. */
void
_gram_accept_dialog_fail (GramAcceptDialog *self, const GramRefusal *refusal, const GError *error);

/* Asks what the choice costs and brings with the way of paying that is chosen; accepting waits for the answer. */
void _gram_accept_dialog_bill_ask (GramAcceptDialog *self);

/* What `vehicle.accept` is sent: exactly what is shown, or nothing is accepted. A reference is given. */
GVariant *_gram_accept_dialog_bill_arguments (GramAcceptDialog *self, GramAccount *account);

/* It is not what was shown any more: says so and shows what it is now. FALSE if @refusal is about something else. */
gboolean _gram_accept_dialog_bill_ask_again (GramAcceptDialog *self, GramRefusal **refusal);

void _gram_accept_dialog_bill_class_init (GtkWidgetClass *widget_class);
void _gram_accept_dialog_bill_dispose (GramAcceptDialog *self);

G_END_DECLS
