/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-import-dialog.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

/* How a test is seen; %NULL stands for the first of them. */
typedef struct
{
  const char *kind; /* of the account */
  int width;
  gboolean dark;
} ImportLook;

/*
 * A real registry in a folder of its own, with an account, and the import dialog over a window. What a person does is
 * done by the dialog's actions and rows.
 */
typedef struct
{
  GramTestDir *dir;
  GramSession *session;
  GtkWindow *window;
  GramImportDialog *dialog;
  const ImportLook *look;
} ImportFixture;

/*
 * Starts GTK with configuration and cache in a folder of the test: not isolated as GLib does it, because icons are found
 * in the system's data folders.
 */
void import_fixture_init (GramTestDir *home);

void import_fixture_set_up (ImportFixture *self, gconstpointer data);
void import_fixture_tear_down (ImportFixture *self, gconstpointer data);

/* Presents a new dialog; one that is there has to be gone. */
void import_fixture_present (ImportFixture *self);

/* Closes the dialog and waits until it is finalized. */
void import_fixture_close (ImportFixture *self);

/* Writes a file and chooses it in the dialog; waits until its beginning was read. */
void import_fixture_choose (ImportFixture *self, const char *name, const char *content);

/* Chooses a file of tests/fixtures. */
void import_fixture_choose_fixture (ImportFixture *self, const char *name);

/* If GRAM_PICTURES names a folder, a picture of the window, for eyes. */
void import_fixture_picture (ImportFixture *self, const char *name);

/* Scrolls the visible page to its end. */
void import_fixture_scroll_down (ImportFixture *self);

/* Does an action and waits until the dialog is idle again. */
void import_fixture_act (ImportFixture *self, const char *action);

/* Goes back one page. */
void import_fixture_back (ImportFixture *self);

/* Waits until nothing runs. */
void import_fixture_wait_idle (ImportFixture *self);

/* The first widget of a type below the visible page of the dialog. */
GtkWidget *import_fixture_find (ImportFixture *self, GType type);

/* The row of the visible page with a title, as the template has it. */
GtkWidget *import_fixture_row (ImportFixture *self, const char *title);

/* Answers how the file writes its dates: place in the list, 0 is “not chosen”. */
void import_fixture_choose_dates (ImportFixture *self, guint place);

/* Number of the tile of the dry run with a caption. */
gint64 import_fixture_count (ImportFixture *self, const char *caption);

#define import_fixture_assert_step(self, expected)                                                 \
  g_assert_cmpstr (gram_import_dialog_get_step ((self)->dialog), ==, expected)

G_END_DECLS
