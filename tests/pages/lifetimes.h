/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

/*
 * What tests of lifetimes share: a practice registry, a window, and a main loop that goes one step at a time. Nothing is
 * awaited by the clock: before a step the reader has answered all that was asked, and a step runs the main loop once.
 */

#define LIFETIMES_ADMINISTRATOR "administrator@example.org"

/* Makes the registry and its session; before the first test, and when all are done. */
void lifetimes_begin (void);
void lifetimes_end (void);
GramSession *lifetimes_session (void);

/* Somebody signs in, unless they are; their own account becomes the current one. */
void lifetimes_become (const char *email);

/* What the window shows, %NULL nothing; a dialog is shown above it. Answers what is shown. */
gpointer lifetimes_show (gpointer widget);

/* What a dialog is presented above; the dialog that is shown. */
GtkWidget *lifetimes_place (void);
gpointer lifetimes_dialog (void);

/* Makes and shows a widget; does with it what ends the wait for its answers, or begins it anew. */
typedef gpointer (*LifetimesMake) (gconstpointer data);
typedef void (*LifetimesEnd) (gpointer widget);

/* It is taken out of the window, or closed if it is a dialog; the window is closed. */
void lifetimes_close (gpointer widget);
void lifetimes_close_window (gpointer widget);

/* What lives on when it has ended. */
typedef enum
{
  LIFETIMES_NOTHING,  /* only who is asked has a reference */
  LIFETIMES_WIDGET,   /* somebody else has one, too */
  LIFETIMES_CHILDREN, /* all below it lives on, it does not */
} LifetimesKeep;

/*
 * Makes it, lets it come no step, one, two … far, ends it, and lets all answers come. GTK says nothing, and nothing is left.
 */
void lifetimes_cut (LifetimesMake make, gconstpointer data, LifetimesEnd end, LifetimesKeep keep);

G_END_DECLS
