/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-dispute-dialog.h"

#include "gram-case-words.h"
#include "gram-citation-row.h"
#include "gram-evidence.h"
#include "gram-questions.h"
#include "gram-questions-disputes.h"
#include "gram-text-row.h"
#include "gram-vehicle-fields.h"

G_BEGIN_DECLS

/*
 * The dialog is cut by role: gram-dispute-dialog.c finds out what the vehicles are and shows the form that fits,
 * gram-dispute-dialog-form.c are the fields of a value and of a vehicle that is not ours, gram-dispute-dialog-missing.c
 * those of a missing one, gram-dispute-dialog-send.c sends the command and the evidence after it.
 */

struct _GramDisputeDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *cancel_button;
  GtkWidget *send_button;
  GtkWidget *spinner;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  AdwStatusPage *nothing_status;
  GtkWidget *correction_button;
  AdwPreferencesPage *form_page;
  GtkWidget *vehicles_group;
  AdwActionRow *vehicle_row;
  AdwSwitchRow *shared_row;
  GtkWidget *kind_group;
  AdwToggleGroup *kind_toggles;
  AdwPreferencesGroup *value_group;
  AdwComboRow *field_row;
  AdwActionRow *stated_row;
  AdwEntryRow *claimed_row;
  GtkWidget *not_ours_group;
  AdwEntryRow *right_account_row;
  GtkWidget *right_account_image;
  GtkWidget *missing_group;
  AdwEntryRow *vin_row;
  AdwEntryRow *chassis_row;
  AdwActionRow *where_row;
  GtkImage *where_image;
  GtkWidget *where_button;
  GtkWidget *details_group;
  AdwExpanderRow *details_row;
  GtkWidget *why_group;
  GramTextRow *reason_row;
  GramCitationRow *citation_row;
  GramEvidence *evidence;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GramVehicleChoice *choice; /* NULL: a vehicle is missing */
  GramVehicleFile *file;     /* the vehicle, if it is one */
  GCancellable *cancellable;
  GCancellable *looking;
  GPtrArray *fields; /* GramVehicleField: those that can be disputed, as the choice has them */
  GPtrArray
      *details; /* rows of what is known, in the order of the fields; NULL where there is none */
  char *account;
  char *done_text; /* said when the dialog goes */

  GramAccountKind account_kind;
  gint64 case_id;    /* the open dispute of the vehicle, or the one that was opened */
  gint64 vehicle_id; /* the missing vehicle, if it stands here after all */
  guint look_source;
  gboolean correction;
  gboolean working;
};

GramDisputeKind _gram_dispute_dialog_get_kind (GramDisputeDialog *self);
const GramVehicleField *_gram_dispute_dialog_get_field (GramDisputeDialog *self);

/* Fields of a value and of a vehicle that is not ours. */
void _gram_dispute_dialog_form_class_init (GtkWidgetClass *widget_class);
void _gram_dispute_dialog_form_show (GramDisputeDialog *self);
gboolean _gram_dispute_dialog_form_check (GramDisputeDialog *self);
void _gram_dispute_dialog_form_take (GramDisputeDialog *self, GVariantDict *arguments);
gboolean _gram_dispute_dialog_form_is_filled (GramDisputeDialog *self);

/* Fields of a missing vehicle. */
void _gram_dispute_dialog_missing_class_init (GtkWidgetClass *widget_class);
void _gram_dispute_dialog_missing_show (GramDisputeDialog *self);
gboolean _gram_dispute_dialog_missing_check (GramDisputeDialog *self);
void _gram_dispute_dialog_missing_take (GramDisputeDialog *self, GVariantDict *arguments);
gboolean _gram_dispute_dialog_missing_is_filled (GramDisputeDialog *self);
void _gram_dispute_dialog_missing_dispose (GramDisputeDialog *self);

/* The command, and the files after it. */
void _gram_dispute_dialog_send_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
