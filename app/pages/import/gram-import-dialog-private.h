/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-import-dialog.h"

#include "gram-import-draft.h"
#include "gram-import-dry-run-page.h"
#include "gram-import-mapping-page.h"
#include "gram-import-progress.h"
#include "gram-import-rejects-page.h"
#include "gram-import-settings-page.h"

G_BEGIN_DECLS

/* What is under way. */
typedef enum
{
  GRAM_IMPORT_IDLE = 0,
  GRAM_IMPORT_LOOKING, /* at the beginning of the file */
  GRAM_IMPORT_DRY_RUNNING,
  GRAM_IMPORT_APPLYING,
} GramImportWorking;

/*
 * The dialog is cut in four: gram-import-dialog.c is the shell with its steps, -file.c finds files and saves them,
 * -work.c looks, runs dry and brings in, -actions.c is the table of actions.
 */
struct _GramImportDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwToastOverlay *toast_overlay;
  AdwNavigationView *navigation_view;
  AdwStatusPage *file_status;
  GtkLabel *file_problem_label;
  GtkWidget *looking_spinner;
  GramImportSettingsPage *settings_page;
  GramImportMappingPage *mapping_page;
  GramImportDryRunPage *dry_run_page;
  GramImportRejectsPage *rejects_page;
  GramImportProgress *apply_progress;
  AdwStatusPage *done_status;

  /* Borrowed References */
  AdwDialog *question; /* whether to stop, weak */

  /* Owned References */
  GramSession *session;
  GramAccount *account;
  GramImportDraft *draft;
  GramImportPreview *preview;
  GramImportReport *report;
  GCancellable *cancellable; /* of what is under way */

  GramImportWorking working;
  guint look_again; /* source: a setting was changed */
  gboolean close_when_stopped;
};

/* Shows a step; those before it stay to go back to. */
void _gram_import_dialog_show_step (GramImportDialog *self, const char *tag);

/* Brings actions, and whether the dialog may close, in line with where it is. */
void _gram_import_dialog_update (GramImportDialog *self);

/* Says something in passing. */
void _gram_import_dialog_toast (GramImportDialog *self, const char *text);

/* Whether it still stands on the screen: answers may come later. */
gboolean _gram_import_dialog_is_alive (GramImportDialog *self);

/* Installs the actions. */
void _gram_import_dialog_class_actions_init (GtkWidgetClass *widget_class);

/* Asks for a file. */
void _gram_import_dialog_choose_file (GramImportDialog *self);

/* Asks where to save Gram's template, and saves it. */
void _gram_import_dialog_save_template (GramImportDialog *self);

/* Asks where to save the rejected rows, and saves them. */
void _gram_import_dialog_save_rejects (GramImportDialog *self);

/* Takes files that are dropped on it. */
void _gram_import_dialog_accept_drops (GramImportDialog *self);

/* Looks at the beginning of the file. */
void _gram_import_dialog_look (GramImportDialog *self);

/* Looks again when the reading settings change. */
void _gram_import_dialog_watch_draft (GramImportDialog *self);

/* Starts the dry run. */
void _gram_import_dialog_dry_run (GramImportDialog *self);

/* Brings in what the dry run found. */
void _gram_import_dialog_apply (GramImportDialog *self);

/* Stops what is under way, if anything is. */
void _gram_import_dialog_stop (GramImportDialog *self);

G_END_DECLS
