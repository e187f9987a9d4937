/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bank-dialog.h"
#include "gram-questions-bank.h"

G_BEGIN_DECLS

/*
 * The dialog is cut by role: gram-bank-dialog.c reads and sends, gram-bank-dialog-lines.c shows the lines and what was chosen for
 * each, gram-bank-dialog-charges.c lets a person choose the charge of a line.
 */

/* So many lines of a kind are shown; a statement of a month has fewer. Those that are certain count all the same. */
#define GRAM_BANK_DIALOG_LINES 300

struct _GramBankDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *send_button;
  GtkStack *stack;
  AdwStatusPage *refused_status;
  AdwPreferencesGroup *summary_group;
  AdwActionRow *summary_row;
  AdwActionRow *note_row;
  AdwEntryRow *reference_row;
  AdwPreferencesGroup *certain_group;
  AdwPreferencesGroup *likely_group;
  AdwPreferencesGroup *unknown_group;
  AdwPreferencesGroup *known_group;
  AdwPreferencesGroup *out_group;
  AdwPreferencesGroup *problems_group;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GCancellable *asking_charges; /* of the line whose menu was opened last */
  GMenu *charges;               /* likewise: what its menu lists */
  GramBankPreview *preview;
  char *path;

  /* Borrowed References */
  GPtrArray *rows;
  GPtrArray *checks;  /* of each line, NULL without */
  GPtrArray *entries; /* likewise: the account */

  gboolean sending;
};

/* Fills the groups from the preview. */
void _gram_bank_dialog_fill (GramBankDialog *self);

/* What was chosen: items of the argument `lines`. */
GStrv _gram_bank_dialog_dup_lines (GramBankDialog *self);

/* What was typed into the field of a line, without what is only there to be read: an account, perhaps a slash and a charge. */
char *_gram_bank_dialog_dup_words (GtkEditable *entry);

/* A menu of the open charges of the account that @entry names; what is chosen is written there. */
GtkWidget *_gram_bank_dialog_charge_button_new (GramBankDialog *self,
                                                const GramBankLine *line,
                                                GtkWidget *entry);

/* Nobody waits for charges any more. */
void _gram_bank_dialog_forget_charges (GramBankDialog *self);

/* Says on the button how many that are. */
void _gram_bank_dialog_update (GramBankDialog *self);

G_END_DECLS
