/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

#define PEOPLE_PASSWORD "correct horse battery"

/*
 * A registry with people in it. Own: Ngaire Tamahori keeps it and owns the account of Harbour Street Imports Ltd, Lena
 * Marsh is a member of it. Administrator's: Oona Reyes keeps it, Ngaire is an officer with that account.
 */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramSession *session; /* of who made it */
  char *account;
} PeopleFixture;

void people_fixture_init (PeopleFixture *self, GramRegistryKind kind);
void people_fixture_clear (PeopleFixture *self);

/* Opens the registry once more and signs somebody in; NULL for nobody. */
GramSession *people_fixture_open (PeopleFixture *self, const char *email);

/* Signs in; the outcome has to be DONE. */
void people_sign_in (GramSession *session, const char *email, const char *password);

/* Performs a command that has to be done, or refused with an id; arguments are parsed as GVariant text. */
GVariant *people_do (GramSession *session, const char *command, const char *format, ...);
void people_refused (GramSession *session,
                     const char *refusal,
                     const char *command,
                     const char *format,
                     ...);

/* Invites somebody and lets them join, with a session of their own that is closed again. */
void people_fixture_join (PeopleFixture *self,
                          const char *email,
                          const char *name,
                          const char *permissions);

/* If GRAM_PICTURES names a folder: the window light and dark, wide and narrow. */
void people_pictures (GtkWindow *window, const char *name);

/* What a row of that title says, once it is there. */
GtkWidget *people_row (gpointer root, const char *title);

/* Waits until the subtitle of a row of that title has a text in it. */
void people_await_subtitle (gpointer root, const char *title, const char *text);

/* A button by its label, once it is there. */
GtkWidget *people_await_button (gpointer root, const char *label);

/* Presses a button by its label, once it is there. */
void people_press (gpointer root, const char *label);

/* Types into a row of that title. */
void people_type (gpointer root, const char *title, const char *text);

/* Answers a question. */
void people_respond (gpointer dialog, const char *response);

G_END_DECLS
