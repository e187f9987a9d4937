/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-questions-credits.h"
#include "gram-transfer-dialog.h"

G_BEGIN_DECLS

/* Credits last for a few years; more years of origin than this cannot be chosen one by one. */
#define GRAM_TRANSFER_YEARS 12

struct _GramTransferDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *send_button;
  AdwEntryRow *number_row;
  AdwEntryRow *credits_row;
  AdwSwitchRow *choose_row;
  AdwPreferencesGroup *years_group;
  AdwEntryRow *reference_row;
  AdwPreferencesGroup *preview_group;
  GtkLabel *refusal_label;

  /* Borrowed References */
  GtkWidget *year_rows[GRAM_TRANSFER_YEARS];
  GPtrArray *preview_rows;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GramCreditOffer *offer;
  char *account;

  GramAccountKind kind;
  int years[GRAM_TRANSFER_YEARS];
  guint n_years;
};

/* What is filled in, as transfer.offer takes it. */
GVariant *_gram_transfer_dialog_read (GramTransferDialog *self);

/* Whether something is chosen of the years, if they are to be chosen. */
gboolean _gram_transfer_dialog_has_chosen (GramTransferDialog *self);

/* What the registry says of it. */
void _gram_transfer_dialog_show_offer (GramTransferDialog *self);

/* Offers it, if it can be offered as it is. */
void _gram_transfer_dialog_send (GramTransferDialog *self);

void _gram_transfer_dialog_send_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
