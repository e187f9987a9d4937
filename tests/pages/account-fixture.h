/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

/* What tests of the Account page share: a practice registry, its account of used vehicles, and a window. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramSession *session;
  GtkWindow *window;
} AccountFixture;

/* The practice registry, with the officer who owns the account of used vehicles signed in; a registry of one's own. */
void account_fixture_set_up (AccountFixture *self, gconstpointer data);
void account_fixture_set_up_own (AccountFixture *self, gconstpointer data);
void account_fixture_tear_down (AccountFixture *self, gconstpointer data);

/* Signs somebody else in and makes the account the current one. */
void account_fixture_become (AccountFixture *self, const char *email);

/* Performs a command on the account: arguments without `account`, as g_variant_new_parsed() reads them. It has to be done. */
void account_fixture_perform (AccountFixture *self, const char *command, const char *arguments);

/* Another session of the same file does it: somebody else, somewhere else. */
void account_fixture_perform_elsewhere (AccountFixture *self,
                                        const char *email,
                                        const char *command,
                                        const char *arguments);

/* Shows the account's page and waits until it has read the account. */
GtkWidget *account_fixture_show_page (AccountFixture *self, int width, int height);

/* Opens an account without vehicles for the owner, and makes it the current one. */
void account_fixture_open_empty (AccountFixture *self);

/* Waits until @type called @name is on screen, in the window or in a dialog above it. */
GtkWidget *account_fixture_await (AccountFixture *self, GType type, const char *name);

/* Presses a button, activates a row, writes into an entry or a text, as a person would. */
void account_fixture_press (AccountFixture *self, const char *label);
void account_fixture_activate (AccountFixture *self, const char *title);
void account_fixture_write (AccountFixture *self, const char *title, const char *text);

/* Waits until a button can be pressed again: what it did was refused. */
void account_fixture_wait_ready (AccountFixture *self, const char *label);

/* Waits until the subtitle of a row begins so; until the account is in a state. */
void account_fixture_wait_text (AccountFixture *self, const char *title, const char *text);
void account_fixture_wait_state (AccountFixture *self, GramAccountState state);

/* Waits until the command under way is done and known. */
void account_fixture_refresh (AccountFixture *self);

/* Waits until no dialog is shown. */
void account_fixture_wait_closed (AccountFixture *self);

/* If pictures are wanted: light and dark. */
void account_fixture_picture (AccountFixture *self, const char *name);

G_END_DECLS
