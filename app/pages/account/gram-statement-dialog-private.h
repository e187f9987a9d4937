/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-date-row.h"
#include "gram-queries-statement.h"
#include "gram-statement-dialog.h"
#include "gram-task-bar.h"

G_BEGIN_DECLS

struct _GramStatementDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  AdwComboRow *period_row;
  GramDateRow *from_row;
  GramDateRow *to_row;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *failed_status;
  GramTaskBar *task_bar;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GCancellable *saving;
  GListStore *items;
  GramAccountStatement *statement;

  /* Weak Reference */
  AdwDialog *question;
};

/* First and last day; NULL without end. FALSE: what was typed is no period. */
gboolean _gram_statement_dialog_read_period (GramStatementDialog *self, char **from, char **to);

/* Whether there is anything to save. */
void _gram_statement_dialog_allow_save (GramStatementDialog *self, gboolean any);

/* Writes the statement of the period into a file, and holds the dialog until that is done or stopped. */
void
_gram_statement_dialog_save (GramStatementDialog *self, GramStatementFormat format, GFile *file);

void _gram_statement_dialog_save_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
