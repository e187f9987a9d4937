/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-dialog.h"
#include "gram-case-verbs.h"
#include "gram-consequences-group.h"

G_BEGIN_DECLS

/*
 * The dialog is cut by role: gram-case-dialog.c is the frame and its fields, gram-case-dialog-values.c the values of an
 * upheld dispute, gram-case-dialog-send.c the preview and the command.
 */

/* The fields of the verb, and the reference of the document. */
#define GRAM_CASE_DIALOG_MAX_ROWS (GRAM_CASE_VERB_MAX_FIELDS + 1)

struct _GramCaseDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *send_button;
  AdwPreferencesGroup *lead_group;
  AdwActionRow *recorded_row;
  AdwPreferencesGroup *values_group;
  GtkWidget *preview_group;
  GramConsequencesGroup *consequences_group;
  AdwPreferencesGroup *fields_group;
  GtkWidget *progress_bar;
  GtkLabel *refusal_label;

  /* Borrowed References: rows of the form */
  GtkWidget *rows[GRAM_CASE_DIALOG_MAX_ROWS];
  GtkWidget *person_row;
  GtkWidget *account_row;
  GtkWidget *more_row;

  /* Owned References */
  GramSession *session;
  GramDisputeRecord *dispute; /* NULL: many cases, or another kind */
  GHashTable *exclusions;     /* likewise */
  GHashTable *values;         /* name of a vehicle field → its row */
  GPtrArray *persons;         /* NULL until they are there */
  GArray *cases;
  GStrv fields_taken; /* NULL all */
  char *account;      /* number; NULL: cases of many accounts */
  char *digest;       /* of the preview that is shown, NULL none */
  GCancellable *asking;
  GCancellable *sending;

  const GramCaseVerb *verb;
  GramFormField fields[GRAM_CASE_DIALOG_MAX_ROWS];
  guint n_rows;
  GramCaseKind kind; /* 0: of many kinds */
  GramAccountKind account_kind;
  guint preview_source;
  gboolean edited;
  gboolean previewed;
};

void _gram_case_dialog_edited (GramCaseDialog *self);

/* The part of the arguments that the rows of values say; what is empty is left out. */
void _gram_case_dialog_add_values (GramCaseDialog *self);
void _gram_case_dialog_read_values (GramCaseDialog *self, GVariantDict *dict);

/* The arguments; with @complete the rows of the form have to be filled in, else %NULL is answered. */
GVariant *_gram_case_dialog_read (GramCaseDialog *self, gboolean complete);

void _gram_case_dialog_queue_preview (GramCaseDialog *self, guint delay_ms);
void _gram_case_dialog_send (GramCaseDialog *self);

G_END_DECLS
