/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-cases-page.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

#define CASES_ADMINISTRATOR "administrator@example.org"
#define CASES_HANDLER "handler@example.org"
#define CASES_OFFICER "aroha@example.org"

/*
 * What tests of the page of cases share: a practice registry in which an officer has opened disputes and a correction, and
 * the page in a window, with the administrator signed in.
 */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramSession *session;
  GtkWindow *window;
  GramCasesPage *page;
  gint64 value;      /* the CO₂ value of a vehicle is wrong */
  gint64 shared;     /* the model of three is wrong */
  gint64 not_ours;   /* a vehicle is not the holder's */
  gint64 missing;    /* one is missing */
  gint64 correction; /* the CO₂ value of an accepted vehicle is wrong */
  char *said;        /* last toast */
} CasesFixture;

/* Makes the registry that each test gets a copy of; before the first test, and when all are done. */
void cases_fixture_begin (void);
void cases_fixture_end (void);

/* A copy for tests of other pages, nobody signed in, no window; end with gram_test_practice_close() and _free_copy(). */
void cases_fixture_open_copy (CasesFixture *self);
void cases_fixture_free_copy (CasesFixture *self);

void cases_fixture_set_up (CasesFixture *self, gconstpointer width);
void cases_fixture_tear_down (CasesFixture *self, gconstpointer data);

/* Somebody signs in. */
void cases_fixture_sign_in (CasesFixture *self, const char *email);

/* Performs a command of whoever is signed in, arguments as g_variant_new_parsed() reads them; answers what it did. */
GVariant *cases_fixture_perform (CasesFixture *self, const char *command, const char *arguments);

/* Somebody else does it, in another program. */
void cases_fixture_perform_elsewhere (CasesFixture *self,
                                      const char *email,
                                      const char *command,
                                      const char *arguments);

/* Shows the page in a window; waits until the queue is there. */
void cases_fixture_show (CasesFixture *self, int width, int height);

/* Waits until nothing is asked any more. */
void cases_fixture_settle (CasesFixture *self);

/* Opens a case and waits until it is on the screen. */
void cases_fixture_open (CasesFixture *self, gint64 case_id);

/* Waits until that case is on the screen. */
void cases_fixture_wait_case (CasesFixture *self, gint64 case_id);

/* Waits until @type called @name is on screen, in a dialog if there is one. */
GtkWidget *cases_fixture_await (CasesFixture *self, GType type, const char *name);

/* Presses a button, writes into a row; as a person would. */
void cases_fixture_press (CasesFixture *self, const char *label);
void cases_fixture_write (CasesFixture *self, const char *title, const char *text);

/* Waits until a dialog is shown, until none is. */
AdwDialog *cases_fixture_wait_dialog (CasesFixture *self);
void cases_fixture_wait_closed (CasesFixture *self);

/* Waits until a button can be pressed. */
void cases_fixture_wait_ready (CasesFixture *self, const char *label);

/* If pictures are wanted: light and dark. */
void cases_fixture_picture (CasesFixture *self, const char *name);

/* The state of a case as the registry has it. */
GramCaseState cases_fixture_state (CasesFixture *self, gint64 case_id);

G_END_DECLS
